"""What inline markup at the beginning of a block says of the block's speaker."""

from __future__ import annotations

import re
from typing import Final

from vivavoce.model import NO_CUES, Cues
from vivavoce.page.frames import Frame, speaker_of, time_of
from vivavoce.page.soup import Element
from vivavoce.page.speakernames import LONGEST_NAME, calls_name
from vivavoce.timestamps import seconds_of

_LABEL_ENDS: Final = (":", "：")
_COLOUR: Final = re.compile(r"(?:(?<![\w-])color\s*:\s*|^)(#\w+|rgba?\([\d,. %]+\)|[a-zA-Z]+)")


def _colour(element: Element) -> tuple[str, ...]:
    """Return the colour of an element's type as if it were a class: some pages ask in red."""
    style = element.attributes.get("style", "") or element.attributes.get("color", "")
    colour = _COLOUR.search(style) if "color" in style or element.tag == "font" else None
    return (f"color-{colour.group(1).lower()}",) if colour else ()


def _is_name(element: Element) -> bool:
    if not element.attributes or not calls_name(element.classes, element.get("itemprop")):
        return False
    return 0 < len(element.text.strip()) <= LONGEST_NAME


class StartCues:
    """Gathered while the beginning of one block is walked; most blocks leave it as it is."""

    cite: str = ""
    """The text of a ``cite`` that opens the block."""
    time: float | None = None
    speaker: str = ""
    classes: tuple[str, ...] = ()
    is_label: bool = True
    """So far nothing but the elements ``cite`` and ``time`` was seen."""

    def note(self, element: Element, *, is_first: bool) -> bool:
        """Keep what the inline *element* says; tell if it is a label.

        *is_first* tells that no word stands before it. A ``cite`` that ends with a colon names a
        speaker; any other may be the title of a work.
        """
        tag = element.tag
        if tag == "time" and self.time is None and (self.cite or is_first):
            self.time = seconds_of(element.text)
        elif tag != "cite":
            self.is_label = False
        if not is_first:
            return False
        if element.attributes:
            self.classes += (*element.classes, *_colour(element))
            self.speaker = self.speaker or speaker_of(element)
            self.time = self.time if self.time is not None else time_of(element)
        if tag != "cite":
            if not self.cite and _is_name(element):
                self.cite = " ".join(element.text.split())
            return False
        self.cite = " ".join(element.text.split())
        return self.cite.endswith(_LABEL_ENDS)

    def cues_in(self, frame: Frame) -> Cues:
        """Return the cues of a block that began so in *frame*."""
        classes = frame.classes + self.classes
        speaker = self.speaker or frame.speaker
        time = self.time if self.time is not None else frame.start
        if not (classes or speaker or self.cite or time is not None):
            return NO_CUES
        return Cues(classes, speaker, self.cite, time)
