"""How large a picture says that it is, read from its first bytes before anybody decodes it.

A file of a hundred kilobytes can state a thousand million pixels, and whoever draws it needs the
memory for all of them (CWE-409).
"""

from __future__ import annotations

import struct

MOST_PIXELS = 64 * 10**6
"""Decoded, this takes a quarter of a gigabyte."""
_OPAQUE, _SEEN_THROUGH, _DEEP_COLOURS = 4, 8, 12
"""Bytes for each pixel."""
_DEEP = 16
"""Bits of each sample of a PNG, of which there may be twice as many as a screen shows."""
_PNG_OPAQUE = frozenset({0, 2})
"""Grey and colours without transparency (PNG, third edition, 11.2.1)."""
_JPEG_FRAMES = frozenset({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC})
"""Markers that begin a frame and state its size (ITU-T T.81, table B.1)."""
_NO_LENGTH = frozenset({0x01, *range(0xD0, 0xD9)})


def pixels_of(data: bytes) -> int:
    """Return how many pixels the PNG, GIF, JPEG or WebP picture *data* has; 0 where it is not told.

    A PNG that ends before its last chunk, or any picture without a size, cannot be drawn.
    """
    try:
        width, height = _size(data)
    except (struct.error, IndexError):
        return 0
    return width * height


def bytes_to_draw(data: bytes) -> int:
    """Return how many bytes Typst takes, by measurement, to draw the picture *data* on a page."""
    return pixels_of(data) * _depth(data)


def _depth(data: bytes) -> int:
    """Return the bytes for each pixel; the parts of it that may be seen through are kept apart."""
    if data.startswith(b"\xff\xd8"):
        return _OPAQUE
    if not data.startswith(b"\x89PNG"):
        return _SEEN_THROUGH
    depth, colours = data[24:26]
    if depth == _DEEP:
        return _DEEP_COLOURS
    is_opaque = colours in _PNG_OPAQUE and b"tRNS" not in data.partition(b"IDAT")[0]
    return _OPAQUE if is_opaque else _SEEN_THROUGH


def _size(data: bytes) -> tuple[int, int]:
    if data.startswith(b"\x89PNG"):
        return _pair(">II", data, 16) if b"IEND" in data[-32:] else (0, 0)
    if data.startswith(b"GIF8"):
        return _pair("<HH", data, 6)
    return _jpeg(data) if data.startswith(b"\xff\xd8") else _webp(data)


def _pair(form: str, data: bytes, place: int) -> tuple[int, int]:
    first, second = struct.unpack_from(form, data, place)
    return int(first), int(second)


def _jpeg(data: bytes) -> tuple[int, int]:
    place = 2
    while data[place] == 0xFF:
        marker = data[place + 1]
        if marker in _JPEG_FRAMES:
            height, width = _pair(">HH", data, place + 5)
            return width, height
        is_bare = marker in _NO_LENGTH or marker == 0xFF
        length = 0 if is_bare else struct.unpack_from(">H", data, place + 2)[0]
        place += (1 if marker == 0xFF else 2) + length
    return 0, 0


def _webp(data: bytes) -> tuple[int, int]:
    """Read the size of the three kinds of WebP (RFC 9649, 2.5 to 2.7)."""
    kind = data[12:16]
    if kind == b"VP8X":
        sides = (int.from_bytes(data[at : at + 3], "little") + 1 for at in (24, 27))
        return next(sides), next(sides)
    if kind == b"VP8L":
        bits = int.from_bytes(data[21:25], "little")
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    width, height = _pair("<HH", data, 26)
    return width & 0x3FFF, height & 0x3FFF
