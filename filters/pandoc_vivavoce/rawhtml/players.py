"""Players of sound and film as links, the one form of them that every format has."""

from __future__ import annotations

from typing import Final

from pandoc_vivavoce import ast
from pandoc_vivavoce.ast import Element as AstElement
from vivavoce.marks import is_safe_address
from vivavoce.page.soup import Element

MEDIA_NAMES: Final = frozenset({"audio", "video"})
_WEB: Final = ("https://", "http://", "//")
_PLAYS: Final = ("allowfullscreen", "autoplay", "encrypted-media", "fullscreen")
"""What the page around a frame allows it where it is a player, and no advert or counter."""


def media_of(element: Element) -> AstElement | None:
    """Return a link to what a player plays, or None where it names no file."""
    sources = [element, *(inner for inner in element.walk() if inner.tag == "source")]
    for source in sources:
        address = source.get("src").strip()
        if address and is_safe_address(address):
            said = " ".join(element.text.split())
            return ast.link(ast.words(_name_of(element) or said or address), address)
    return None


def framed_player(element: Element) -> AstElement | None:
    """Return a link to the player in an ``iframe``, or None where it is something else."""
    address = element.get("src").strip()
    allowed = " ".join((*element.attributes, element.get("allow"))).lower()
    if not address.lower().startswith(_WEB) or not any(word in allowed for word in _PLAYS):
        return None
    if address.startswith("//"):
        address = f"https:{address}"
    return ast.link(ast.words(_name_of(element) or address), address)


def _name_of(element: Element) -> str:
    return " ".join((element.get("title") or element.get("aria-label")).split())
