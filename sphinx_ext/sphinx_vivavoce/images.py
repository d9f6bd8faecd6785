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
from sphinx_vivavoce.words import _

SUFFIXES = frozenset({".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg", ".avif"})
_DATA = tuple(f"data:image/{kind};base64," for kind in ("png", "jpeg", "gif", "webp"))


def place_images(
    top: nodes.Element, source: Path, env: BuildEnvironment, location: Location
) -> None:
    """Point every image below *top* at its file, seen from the interview's own file *source*."""
    srcdir = Path(env.srcdir)
    for image in list(top.findall(nodes.image)):
        uri = image["uri"]
        if uri.startswith(_DATA):
            continue
        if uri.startswith(("http://", "https://", "//")):
            _replace(image, _remote(image))
            continue
        try:
            image["uri"] = _local(uri, source.parent, srcdir)
        except PathError as error:
            warn("missing-image", str(error), location)
            _replace(image, _caption(image))


def _local(uri: str, beside: Path, srcdir: Path) -> str:
    """Return *uri* as a path that Sphinx reads from the source directory."""
    path = resolve(re.split("[?#]", uri, maxsplit=1)[0], beside, srcdir)
    if path.suffix.lower() not in SUFFIXES:
        raise PathError(f"{uri!r} is not a picture")
    return f"/{path.relative_to(srcdir.resolve()).as_posix()}"


def _remote(image: nodes.image) -> list[nodes.Node]:
    uri = image["uri"]
    address = f"https:{uri}" if uri.startswith("//") else uri
    link = nodes.reference("", image.get("alt") or str(_("Picture")), refuri=address)
    return [nodes.paragraph("", "", link, classes=["interview-caption"])]


def _caption(image: nodes.image) -> list[nodes.Node]:
    if not image.get("alt"):
        return []
    return [nodes.paragraph(image["alt"], image["alt"], classes=["interview-caption"])]


def _replace(image: nodes.image, found: list[nodes.Node]) -> None:
    """Put *found* in the place of *image*; a figure goes with its picture, its caption stays."""
    figure = image.parent
    if not isinstance(figure, nodes.figure):
        image.replace_self(found)
        return
    captions = [
        nodes.paragraph(caption.rawsource, "", *caption.children, classes=["interview-caption"])
        for caption in figure.children
        if isinstance(caption, nodes.caption)
    ]
    figure.replace_self([*found, *captions])
