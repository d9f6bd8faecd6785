"""Pictures of an interview become Sphinx's images, or their captions where that cannot be.

Pictures beside the interview are handed to Sphinx, which copies them. Nothing is fetched from the
net: such a picture becomes a link.
"""

from __future__ import annotations

import re
from pathlib import Path

from docutils import nodes
from sphinx.environment import BuildEnvironment

from sphinx_vivavoce.messages import Location, warn
from sphinx_vivavoce.paths import PathError, resolve
from sphinx_vivavoce.tree import elements_below, exchange
from sphinx_vivavoce.words import _
from vivavoce.forms.targets import picture_source, remote_picture

SUFFIXES = frozenset({".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg", ".avif"})


def place_images(
    top: nodes.Element, source: Path, env: BuildEnvironment, location: Location
) -> None:
    """Point every image below *top* at its file, seen from the interview's own file *source*."""
    srcdir = Path(env.srcdir)
    found: dict[int, list[nodes.Node]] = {}
    for image in [node for node in elements_below(top) if isinstance(node, nodes.image)]:
        try:
            image["uri"] = _local(image["uri"], source.parent, srcdir)
        except PathError as error:
            if not remote_picture(image["uri"]):
                warn("missing-image", str(error), location)
            place, others = _replacement(image, _substitute(image))
            found[id(place)] = others
    if found:
        exchange(top, lambda node: found.get(id(node)))


def _local(address: str, beside: Path, srcdir: Path) -> str:
    """Return *address* as Sphinx takes it: from the source directory, or holding its own data."""
    address = picture_source(address)
    if address.startswith("data:"):
        return address
    path = resolve(re.split("[?#]", address, maxsplit=1)[0], beside, srcdir)
    if path.suffix.lower() not in SUFFIXES:
        raise PathError(f"{address!r} is not a picture")
    return f"/{path.relative_to(srcdir.resolve()).as_posix()}"


def _substitute(image: nodes.image) -> list[nodes.Node]:
    """Return a link to a picture on the web, else the description of one that is not there."""
    address, words = remote_picture(image["uri"]), image.get("alt", "")
    if address:
        link = nodes.reference("", words or str(_("Picture")), refuri=address)
        return [nodes.paragraph("", "", link, classes=["interview-caption"])]
    return [nodes.paragraph(words, words, classes=["interview-caption"])] if words else []


def _replacement(
    image: nodes.image, found: list[nodes.Node]
) -> tuple[nodes.Element, list[nodes.Node]]:
    """Return what makes place, and for what, where *found* comes instead of *image*.

    A figure goes with its picture, its caption stays. The first that comes takes over the classes.
    """
    figure = image.parent
    place: nodes.Element = image
    if isinstance(figure, nodes.figure):
        captions = [_alone(child) for child in figure.children if isinstance(child, nodes.caption)]
        place, found = figure, [*found, *captions]
    for first in found[:1]:
        if isinstance(first, nodes.Element):
            first.update_basic_atts(place)
    return place, found


def _alone(caption: nodes.caption) -> nodes.paragraph:
    """Return *caption* as a paragraph, for translators too."""
    found = nodes.paragraph(caption.rawsource, "", *caption.children, classes=["interview-caption"])
    found.source, found.line = caption.source, caption.line
    return found
