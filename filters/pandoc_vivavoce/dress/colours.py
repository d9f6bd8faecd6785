"""Colours for speakers, computed so that they can be read.

Hues are spread evenly over the circle; each is made as light or dark as the Web Content
Accessibility Guidelines ask of text (contrast 4.5 : 1, success criterion 1.4.3), with something to
spare, on white paper and on a dark page. Colour is never the only cue: the label stays.
"""

from __future__ import annotations

import colorsys
from typing import Final, NamedTuple

LIGHT_PAGE: Final = "#ffffff"
DARK_PAGE: Final = "#1e1e1e"
CONTRAST: Final = 5.8
_FIRST_HUE: Final = 0.58
_GOLDEN: Final = 0.381966
"""The golden section of the circle: however many speakers there are, hues stay apart."""
_SATURATION: Final = 0.65
_STEPS: Final = 200


class Colour(NamedTuple):
    """One speaker's colour."""

    on_light: str
    """As ``#rrggbb``, to be read on a white page."""
    on_dark: str
    """The same hue, to be read on a dark page."""


def colour_of(number: int) -> Colour:
    """Return the colour of the speaker *number*, counted from 1."""
    hue = (_FIRST_HUE + (number - 1) * _GOLDEN) % 1.0
    return Colour(_readable(hue, LIGHT_PAGE), _readable(hue, DARK_PAGE))


def _readable(hue: float, page: str) -> str:
    """Return the *hue* in the lightness nearest the middle that has enough contrast on *page*."""
    towards = -1 if luminance(page) > 0.5 else 1
    for step in range(_STEPS):
        lightness = 0.5 + towards * step / (2 * _STEPS)
        colour = _hexadecimal(*colorsys.hls_to_rgb(hue, lightness, _SATURATION))
        if contrast(colour, page) >= CONTRAST:
            return colour
    return "#000000" if towards < 0 else "#ffffff"


def contrast(colour: str, page: str) -> float:
    """Return the contrast ratio of two colours, 1 to 21, as WCAG 2.2 defines it."""
    light, dark = sorted((luminance(colour), luminance(page)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    """Return the relative luminance of ``#rrggbb``, 0 to 1, as WCAG 2.2 defines it."""
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)


def _hexadecimal(red: float, green: float, blue: float) -> str:
    return "#" + "".join(f"{round(channel * 255):02x}" for channel in (red, green, blue))
