"""Which pictures can be carried along: files beside the document, and those within it.

Nothing is fetched unless the user says so, and no file is opened that does not lie in the
document's own folder, whatever path the document names. What a picture is, its first bytes say, not
its name.
"""

from __future__ import annotations

import base64
import binascii
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote, urlsplit

from pandoc_vivavoce.writing.picture_size import MOST_PIXELS, bytes_to_draw, pixels_of
from vivavoce.interview import Interview, Text
from vivavoce.model import Image
from vivavoce.problems import Code, Problem

MAX_BYTES = 32 * 2**20
"""A larger picture is left out."""
_SIGNATURES = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
)
_FRAMES_WITHIN = 4096
"""Letters of a `data:` address that hold the sign of a picture that moves; four are three bytes."""
_SVG_WITHIN = 4096
"""Bytes in which an SVG drawing says that it is one."""
_DATA = "data:"
_WEB = ("http://", "https://", "//")


@dataclass(frozen=True, slots=True)
class Pictures:
    """The pictures of one interview that were found."""

    places: Mapping[str, str] = field(default_factory=dict)
    """From the address in the document to a ``data:`` address, or to the path as written."""
    problems: tuple[Problem, ...] = ()
    """One for each picture that could not be found."""

    def place_of(self, image: Image) -> str:
        """Return where *image* is to be had; empty where it is not."""
        return self.places.get(image.src, "")


NO_PICTURES = Pictures()


Fetch = Callable[[str], bytes]
"""Returns the picture at an address on the web; PictureError tells why there is none."""


def find_pictures(
    interview: Interview, folder: Path, embeds: bool, fetch: Fetch | None = None
) -> Pictures:
    """Look for the pictures of *interview* in *folder*, and by *fetch* on the web.

    With *embeds* their bytes come along as ``data:`` addresses, for products that hold their
    pictures; without, the paths stay as they are written, and nothing is fetched.
    """
    places: dict[str, str] = {}
    problems: list[Problem] = []
    for image in dict.fromkeys(images_of(interview)):
        try:
            if fetch and embeds and is_on_web(image.src):
                data = _drawable(fetch(image.src))
            else:
                data = read_picture(image.src, folder)
        except PictureError as error:
            problems.append(Problem(Code.MISSING_IMAGE, f"{_short(image.src)}: {error}"))
            continue
        places[image.src] = data_address(data) if embeds else image.src
    return Pictures(places, tuple(problems))


def drawn_bytes(pictures: Pictures) -> int:
    """Return how many bytes Typst takes to draw *pictures*, which are ``data:`` addresses."""
    return sum(bytes_to_draw(data_at(place)) for place in pictures.places.values())


def is_on_web(source: str) -> bool:
    """Is the address *source* one of the web?"""
    return source.lower().startswith(_WEB)


def images_of(interview: Interview) -> Iterator[Image]:
    """Yield the pictures of *interview* in reading order."""
    for node in interview.walk():
        if isinstance(node, Text):
            yield from _images_in(node)


def _images_in(leaf: Text) -> Iterable[Image]:
    return (run.image for run in leaf.runs if run.image is not None)


class PictureError(ValueError):
    """Raised where a picture cannot be had; says why."""


def read_picture(source: str, folder: Path) -> bytes:
    """Return the bytes of the picture at *source*, a ``data:`` address or a path below *folder*.

    Raises PictureError for any other address, for a path that leads out of the folder, and for
    what is no PNG, JPEG, GIF or WebP.
    """
    return _drawable(_decoded(source) if source[:5].lower() == _DATA else _local(source, folder))


def _drawable(data: bytes) -> bytes:
    """Return *data*; PictureError where it is no picture, or one that takes too much to draw."""
    if not media_type(data):
        raise PictureError(_what_else(data))
    pixels = pixels_of(data)
    if not pixels:
        raise PictureError("the picture is damaged or incomplete")
    if pixels > MOST_PIXELS:
        raise PictureError(f"the picture has more than {MOST_PIXELS:,} pixels; make it smaller")
    return data


def _what_else(data: bytes) -> str:
    """Return why *data* is not carried along: a drawing may hold scripts, and addresses to load."""
    if b"<svg" in data[:_SVG_WITHIN]:
        return "it is an SVG drawing, which can hold scripts; save it as PNG beside the document"
    return "this is no PNG, JPEG, GIF or WebP picture"


def media_type(data: bytes) -> str:
    """Return the media type of the picture *data*; empty where it is none that we carry."""
    for signature, kind in _SIGNATURES:
        if data.startswith(signature):
            return kind
    return "image/webp" if data[:4] == b"RIFF" and data[8:12] == b"WEBP" else ""


def may_move(address: str) -> bool:
    """Is the picture at the ``data:`` *address* one of several frames, so that it could flash?

    The signs: an image that is repeated (GIF89a, the NETSCAPE2.0 extension), the chunk ``acTL`` of
    animated PNG, and ``ANIM`` of WebP.
    """
    head = base64.b64decode(address.partition(",")[2][:_FRAMES_WITHIN])
    return any(sign in head for sign in (b"NETSCAPE2.0", b"acTL", b"ANIM"))


def data_at(address: str) -> bytes:
    """Return the picture at *address*, which `data_address` made."""
    return base64.b64decode(address.partition(",")[2])


def data_address(data: bytes) -> str:
    """Return the picture *data* as a ``data:`` address."""
    return f"{_DATA}{media_type(data)};base64,{base64.b64encode(data).decode('ascii')}"


def _decoded(source: str) -> bytes:
    head, _, body = source.partition(",")
    if not head.lower().endswith(";base64") or len(body) > MAX_BYTES * 4 // 3:
        raise PictureError("the data within the page is not a picture, or too large")
    try:
        return base64.b64decode(unquote(body), validate=False)
    except (binascii.Error, ValueError) as error:
        raise PictureError("the data within the page is damaged") from error


def _local(source: str, folder: Path) -> bytes:
    try:
        parts = urlsplit(source)
    except ValueError as error:
        raise PictureError("this is no address") from error
    if parts.scheme or parts.netloc:
        raise PictureError("it is on the web, and is fetched with --fetch-images only")
    root = folder.resolve()
    try:
        path = _file_at(unquote(parts.path), root) or _file_at(parts.path, root)
        if path is None:
            raise PictureError("there is no such file beside the document")
        if path.stat().st_size > MAX_BYTES:
            raise PictureError("the file is too large")
        return path.read_bytes()
    except (OSError, ValueError) as error:
        if isinstance(error, PictureError):
            raise
        raise PictureError("the file cannot be read") from error


def _file_at(place: str, root: Path) -> Path | None:
    """Return the file at *place* below *root*; None where there is none or it lies elsewhere."""
    path = (root / place.replace("\\", "/")).resolve()
    return path if path.is_relative_to(root) and path.is_file() else None


def _short(source: str) -> str:
    return source if len(source) <= 80 else source[:77] + "…"
