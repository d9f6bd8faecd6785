"""What the document around an interview's text knows: its links, its pictures, its footnotes."""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import dataclass, field

from pandoc_vivavoce import ast
from pandoc_vivavoce.ast import Blocks, Inlines
from pandoc_vivavoce.writing.links import Links
from pandoc_vivavoce.writing.pictures import NO_PICTURES, Pictures
from vivavoce.interview import Text
from vivavoce.model import Image, Mark


@dataclass(frozen=True, slots=True)
class Host:
    """Answers what runs of text ask about the document."""

    links: Links
    pictures: Pictures = NO_PICTURES
    notes: Mapping[str, Blocks] = field(default_factory=dict)
    """From the id that links name to the footnote's blocks."""
    targets: Set[str] = frozenset()
    """The ids in the source that some link leads to."""
    has_html: bool = False
    """True where raw HTML reaches the product, so that ruby can be ruby."""
    lang: str = ""
    """The language of the interview."""

    def link(self, mark: Mark, words: Inlines) -> Inlines:
        """Return *words* as the link that *mark* wants: a footnote, a link, or words alone."""
        note = self.notes.get(mark.value[1:]) if mark.value.startswith("#") else None
        if note is not None:
            return [ast.note(note)]
        address = self.links.resolve(mark.value)
        return [ast.link(words, address, mark.title)] if address and words else words

    def picture(self, image: Image) -> Inlines:
        """Return *image*, or the words that describe it where it is not to be had."""
        place = self.pictures.place_of(image)
        if not place:
            return [ast.emphasis(ast.words(image.alt))] if image.alt.strip() else []
        attributes = ast.attr() if image.alt else ast.attr(attributes={"alt": ""})
        return [ast.image(ast.words(image.alt), place, image.title, attributes)]

    def anchor_of(self, leaf: Text) -> str:
        """Return the id that *leaf* must have for the links that lead to it."""
        return self.links.anchors.get(leaf.id, "") if leaf.id in self.targets else ""

    def foreign(self, lang: str) -> str:
        """Return *lang* where it is not the language of the interview itself."""
        return lang if lang and lang.lower() != self.lang.lower() else ""
