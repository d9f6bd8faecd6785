"""Where a picture is: the address a page means, whatever its script would have put in its place.

Pages that load pictures late name a placeholder in ``src`` and the picture elsewhere.
"""

from __future__ import annotations

import re
from typing import Final

from vivavoce.marks import is_safe_address
from vivavoce.model import Image
from vivavoce.page.soup import Element

_LAZY_ATTRIBUTES: Final = (
    "data-src",
    "data-original",
    "data-lazy-src",
    "data-original-src",
    "data-lazy",
    "data-actualsrc",
    "data-url",
    "data-echo",
)
_SAFE_DATA: Final = re.compile(r"data:image/(?:png|jpe?g|gif|webp|avif);base64,", re.IGNORECASE)
_NUMBER: Final = re.compile(r"\d+(?:\.\d+)?|\.\d+", re.ASCII)
_EMOJI: Final = frozenset({"emoji", "wp-smiley", "emoticon", "smiley"})
_LONGEST_EMOJI: Final = 16
_LONGEST_PLACEHOLDER: Final = 400
_PLACEHOLDER: Final = re.compile(
    r"(?:^|[_.-])(?:placeholder|blank|spacer|transparent|pixel|lazyload|loading)(?:[_.-]|$)",
    re.IGNORECASE,
)


def image_of(element: Element) -> Image | None:
    """Return the picture that the ``img`` *element* shows, or None if it names none.

    A counting pixel (declared one pixel wide or high) is no picture.
    """
    if element.get("width") in ("0", "1") or element.get("height") in ("0", "1"):
        return None
    source = _source_of(element)
    if not source:
        return None
    return Image(source, " ".join(element.get("alt").split()), element.get("title").strip())


def letters_of(element: Element) -> str:
    """Return the characters that the ``img`` *element* stands for if it is an emoji, else nothing.

    Blogs show emoji as pictures of a class of that name, with the character as their text.
    """
    if _EMOJI.isdisjoint(element.classes):
        return ""
    return element.get("alt").strip()[:_LONGEST_EMOJI]


def is_safe_data(address: str) -> bool:
    """Is *address* a picture within it, of a kind that runs nothing?"""
    return _SAFE_DATA.match(address) is not None


def _source_of(element: Element) -> str:
    late = [element.get(name) for name in _LAZY_ATTRIBUTES if element.get(name)]
    sets = [_largest(element.get(name)) for name in ("data-srcset", "srcset")]
    stated = element.get("src").strip()
    if any(late + sets) and _is_placeholder(stated):
        stated = ""
    for address in (*late, stated, *sets):
        if address and (is_safe_address(address) or is_safe_data(address)):
            return address.strip()
    return ""


def _is_placeholder(address: str) -> bool:
    """Does *address* name what stands in a picture's place until it is loaded?"""
    if address.startswith("data:"):
        return len(address) < _LONGEST_PLACEHOLDER
    return bool(_PLACEHOLDER.search(address.rpartition("/")[2]))


def _largest(srcset: str) -> str:
    """Return the address with the greatest width or density of a ``srcset`` list."""
    best, most = "", -1.0
    for candidate in re.split(r",\s+", srcset):
        address, _, size = candidate.strip().partition(" ")
        number = _NUMBER.match(size.strip())
        value = float(number.group()) if number else 0.0
        if address and value > most:
            best, most = address, value
    return best
