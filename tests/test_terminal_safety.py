"""What a document says cannot command the terminal, nor turn the order of what is shown."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from pandoc_vivavoce.command.commands import main

SIGNS = ("\x1b[31m", "\x1b]0;title\x07", "\x9b31m", "\u202e", "\u2066", "\x08", "\r")
_COMMANDING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


@pytest.mark.parametrize("sign", SIGNS, ids=ascii)
@pytest.mark.parametrize("command", [("inspect",), ("convert", "-v", "-o", "{out}")])
def test_no_sign_of_a_document_reaches_the_terminal(
    sign: str, command: tuple[str, ...], tmp_path: Path
) -> None:
    name, path = f"Ada{sign}Quill", tmp_path / "talk.md"
    text = (
        f"**{name}:** One{sign}?\n\n**Ben:** Two.\n\n![one](<no{sign}.png>) ![two](no.png)\n\n"
    ) * 3
    path.write_text(f"# {name}\n\n{text}", "utf-8", newline="")
    words = [word.format(out=tmp_path / "talk.epub") for word in command]
    result = CliRunner().invoke(main, [*words, str(path)])
    assert result.exit_code == 0
    assert result.output
    assert not _COMMANDING.search(result.output)


@pytest.mark.parametrize("sign", [*SIGNS[:-1], "\n"], ids=ascii)
@pytest.mark.parametrize(
    "command", [("inspect",), ("convert", "-o", "{out}"), ("corpus", "-o", "{jsonl}")]
)
def test_no_sign_of_a_name_of_a_file_reaches_the_terminal(
    sign: str, command: tuple[str, ...], tmp_path: Path
) -> None:
    (tmp_path / f"no{sign}talk.html").write_text("<p>[link](javascript:x)</p>", "utf-8")
    (tmp_path / f"no{sign}text.txt").write_bytes(b"\0\0")
    places = {"out": tmp_path / "talk.epub", "jsonl": tmp_path / "turns.jsonl"}
    words = [word.format(**places) for word in command]
    for path in sorted(tmp_path.glob("no*")):
        result = CliRunner().invoke(main, [*words, str(path)])
        assert result.exit_code in {0, 1}
        assert not _COMMANDING.search(result.output)
        assert "no\n" not in result.output
