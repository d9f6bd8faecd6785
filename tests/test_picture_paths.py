"""No picture is carried into a book that does not lie in the document's own folder."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner
from dotfixtures import FIXTURES

import vivavoce
from pandoc_vivavoce.command.commands import main
from pandoc_vivavoce.writing.picture_size import bytes_to_draw, pixels_of
from pandoc_vivavoce.writing.pictures import (
    MAX_BYTES,
    PictureError,
    data_at,
    find_pictures,
    read_picture,
)

GIF = b"GIF89a\x01\x00\x01\x00\x80\x00\x00\x00\x00\x00\xff\xff\xff,\x00\x00\x00\x00\x01\x00\x01\x00"
GIF += b"\x00\x02\x01D\x00;"
OUTSIDE = (
    "../secret.gif",
    "..\\secret.gif",
    "deep/../../secret.gif",
    "%2e%2e/secret.gif",
    "%2e%2e%2fsecret.gif",
    "..%5csecret.gif",
    "link.gif",
    "out/secret.gif",
    "{root}/secret.gif",
    "file:{root}/secret.gif",
    "file://{root}/secret.gif",
    "FILE:///{root}/secret.gif",
    "//localhost{root}/secret.gif",
    "\\\\localhost{root}\\secret.gif",
    "secret.gif%00.png",
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A document's folder with a picture, beside a picture that is none of its."""
    inside = tmp_path / "talks"
    (inside / "deep").mkdir(parents=True)
    (inside / "near.gif").write_bytes(GIF)
    (tmp_path / "secret.gif").write_bytes(GIF)
    (inside / "link.gif").symlink_to(tmp_path / "secret.gif")
    (inside / "out").symlink_to(tmp_path)
    return inside


@pytest.mark.parametrize("address", OUTSIDE)
def test_a_picture_elsewhere_is_not_read(folder: Path, address: str) -> None:
    with pytest.raises(PictureError):
        read_picture(address.format(root=folder.parent), folder)


@pytest.mark.parametrize(
    "address", ["near.gif", "./deep/../near.gif", "%6eear.gif", "deep\\..\\near.gif"]
)
def test_a_picture_within_is_read(folder: Path, address: str) -> None:
    assert read_picture(address, folder) == GIF


def test_a_name_with_a_percent_sign_is_found_as_it_is_written(folder: Path) -> None:
    (folder / "a%20b.gif").write_bytes(GIF)
    assert read_picture("a%20b.gif", folder) == GIF
    assert read_picture("a%2520b.gif", folder) == GIF


@pytest.mark.parametrize("head", ["", '<?xml version="1.0"?>\n<!-- drawn -->\n'])
def test_a_drawing_is_refused_with_its_reason(folder: Path, head: str) -> None:
    drawing = f'{head}<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
    (folder / "drawing.svg").write_text(drawing, "utf-8")
    with pytest.raises(PictureError, match="SVG drawing, which can hold scripts; save it as PNG"):
        read_picture("drawing.svg", folder)


JPEG = bytes.fromhex("ffd8ffe000104a46494600010100000100010000ffc0000b08000300050101110000ffd9")
WEBP = b"RIFF\x1a\0\0\0WEBPVP8L\x0d\0\0\0\x2f\x04\x80\0\0\x07"
PNG = (FIXTURES / "books" / "boat.png").read_bytes()


@pytest.mark.parametrize(
    ("data", "pixels"),
    [
        (PNG, int.from_bytes(PNG[16:20]) * int.from_bytes(PNG[20:24])),
        (PNG[:-20], 0),
        (GIF, 1),
        (GIF[:7], 0),
        (JPEG, 15),
        (JPEG[:20], 0),
        (WEBP, 15),
        (b"RIFF\0\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0\x04\0\0\x02\0\0", 15),
        (b"RIFF\0\0\0\0WEBPVP8 \0\0\0\0\0\0\0\x9d\x01\x2a\x05\0\x03\0", 15),
    ],
)
def test_pixels_are_read_from_the_head(data: bytes, pixels: int) -> None:
    assert pixels_of(data) == pixels


DEEP = PNG[:24] + b"\x10" + PNG[25:]
CLEAR = PNG[:24] + b"\x08\x02" + PNG[26:]


@pytest.mark.parametrize(
    ("data", "each"),
    [
        (JPEG, 4),
        (GIF, 8),
        (WEBP, 8),
        (DEEP, 12),
        (CLEAR, 4),
        (CLEAR.replace(b"IDAT", b"tRNSIDAT", 1), 8),
        (CLEAR[:25] + b"\x06" + CLEAR[26:], 8),
    ],
)
def test_a_picture_takes_more_to_draw_where_it_is_seen_through(data: bytes, each: int) -> None:
    assert bytes_to_draw(data) == each * pixels_of(data)


@pytest.mark.parametrize(
    ("data", "cause"),
    [
        (PNG[:16] + b"\0\x01\0\0\0\x01\0\0" + PNG[24:], "more than 64,000,000 pixels"),
        (PNG[:-20], "damaged or incomplete"),
    ],
)
def test_picture_that_cannot_be_drawn_is_left_out(folder: Path, data: bytes, cause: str) -> None:
    (folder / "odd.png").write_bytes(data)
    with pytest.raises(PictureError, match=cause):
        read_picture("odd.png", folder)


def test_a_fetched_picture_is_looked_at_as_a_file_is(folder: Path) -> None:
    vast = PNG[:16] + b"\0\x01\0\0\0\x01\0\0" + PNG[24:]
    interview = vivavoce.parse('<p>See <img src="https://example.org/a.png" alt="a"></p>')
    found = find_pictures(interview, folder, True, lambda _: vast)
    assert not found.places
    assert "pixels" in found.problems[0].message


def test_the_largest_file_comes_whole_out_of_its_address(folder: Path) -> None:
    (folder / "large.gif").write_bytes(GIF.ljust(MAX_BYTES, b"\0"))
    interview = vivavoce.parse('<p>See <img src="large.gif" alt="a"></p>')
    (place,) = find_pictures(interview, folder, True).places.values()
    assert len(data_at(place)) == MAX_BYTES


def _converted(folder: Path, addresses: list[str]) -> list[str]:
    """Return the pictures in the EPUB of a talk that shows *addresses*."""
    shown = "".join(f'<p><img src="{address}" alt="A picture"></p>' for address in addresses)
    talk, book = folder / "talk.html", folder / "talk.epub"
    talk.write_text(f"<p><b>Ann:</b> Who?</p><p><b>Ben:</b> I.</p>{shown}" * 2, "utf-8")
    result = CliRunner().invoke(main, ["convert", str(talk), "-o", str(book)])
    assert result.exit_code == 0, result.output
    with zipfile.ZipFile(book) as archive:
        return [name for name in archive.namelist() if name.endswith((".gif", ".png", ".jpg"))]


def test_a_book_holds_what_lies_beside_its_document_and_nothing_else(folder: Path) -> None:
    outside = [address.format(root=folder.parent) for address in OUTSIDE]
    without = _converted(folder, outside)
    assert len(_converted(folder, [*outside, "near.gif"])) == len(without) + 1
