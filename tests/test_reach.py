"""Nothing is read but what a call names, nothing written but its product, and nobody is asked.

The interpreter itself tells which files are opened and which addresses are connected to, while
pages are converted that name files and addresses in every way there is. pandoc, which is started,
always runs in its sandbox.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest
from conftest import ROOT

from pandoc_vivavoce.pandoc import find_pandoc

AUDITED = Path(__file__).with_name("audited.py")
SECRET = "secret words"
WEB = "http://127.0.0.1:9/x"
"""Nobody answers there; asking would be seen."""
PLACES = (
    "{secret}",
    "file://{secret}",
    "../secret.txt",
    "%2e%2e/secret.txt",
    "..\\secret.txt",
    "link.txt",
    WEB,
    "//127.0.0.1:9/x",
    "\\\\127.0.0.1\\x",
)
HEAD = """\
---
title: Talk
cover: "{secret}"
image: "{secret}"
css: "{secret}"
template: "{secret}"
bibliography: ["{secret}"]
csl: "http://127.0.0.1:9/x"
header-includes: '\\input{{{secret}}}'
interview: {{people: "{secret}"}}
---

"""
PIECE = (
    "<p><b>Ada Quill:</b> What is that?</p><p><b>Ben Roe:</b> It is two.</p>"
    "<p><img src='{0}' srcset='{0} 2x' alt=a><a href='{0}'>b</a><img data-src='{0}'></p>"
    "<link rel=stylesheet href='{0}'><script src='{0}'></script><iframe src='{0}'></iframe>"
    "<object data='{0}'></object><svg><image href='{0}'/></svg><video src='{0}' poster='{0}'>"
    "</video><p style='background: url({0})'>c</p><base href='{0}'>"
    "<meta http-equiv=refresh content='0;{0}'>"
)
FORMS = ("json", "markdown", "html", "epub", "docx", "odt", "latex", "rst", "html5")


class Seen(NamedTuple):
    """What a program has done."""

    read: list[str]
    written: list[str]
    asked: list[str]
    run: list[str]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a talk that wants everything, beside a file that is none of its."""
    secret, inside = tmp_path / "secret.txt", tmp_path / "talks"
    secret.write_text(SECRET, "utf-8")
    inside.mkdir()
    (inside / "link.txt").symlink_to(secret)
    places = [place.format(secret=secret) for place in PLACES]
    page = f"<!DOCTYPE html [<!ENTITY x SYSTEM '{places[1]}'>]><p>&x;</p>"
    body = "".join(PIECE.format(place) for place in places)
    (inside / "talk.md").write_text(HEAD.format(secret=secret) + page + body, "utf-8")
    (inside / "talk.html").write_text(page + body, "utf-8")
    for name in ("out", "temporary"):
        (tmp_path / name).mkdir()
    return inside


def _run(arguments: list[str], folder: Path, given: bytes = b"") -> Seen:
    path = os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"]))
    more = {
        "PATH": path,
        "TMPDIR": str(folder.parent / "temporary"),
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    done = subprocess.run(
        [sys.executable, str(AUDITED), *arguments],
        input=given,
        capture_output=True,
        cwd=folder.parent / "temporary",
        env={**os.environ, **more},
    )
    assert done.returncode == 0, done.stderr.decode()
    return Seen(**json.loads(done.stderr.splitlines()[-1]))


def _check(seen: Seen, folder: Path) -> None:
    """Hold what was *seen* to the promise; *folder* is the input's."""
    named = folder.parent
    own = (sys.prefix, sys.base_prefix, str(ROOT), str(folder), str(named / "out"), *_SYSTEM)
    own = (*own, str(named / "temporary"))
    strange = [path for path in seen.read if path.startswith("/") and not path.startswith(own)]
    assert strange == []
    assert not {Path(path).name for path in seen.read} & {"secret.txt", "link.txt"}
    places = (str(named / "out"), str(named / "temporary"))
    assert not [
        path for path in seen.written if path.startswith("/") and not path.startswith(places)
    ]
    assert seen.asked == []
    assert not [call for call in seen.run if not _is_harmless(call)]


_SYSTEM = ("/usr", "/lib", "/dev", "/proc", "/etc/mime.types", "/etc/localtime")


def _is_harmless(call: str) -> bool:
    program = call.partition(" ")[0]
    return program == str(find_pandoc()) and ("--sandbox" in call or "--version" in call)


@pytest.mark.parametrize("form", FORMS)
def test_the_command_reads_its_input_alone(form: str, folder: Path) -> None:
    made = folder.parent / "out" / "made"
    talk = folder / ("talk.md" if form in {"json", "epub", "latex"} else "talk.html")
    seen = _run(["vivavoce", "convert", str(talk), "--to", form, "-o", str(made)], folder)
    assert str(talk) in seen.read
    _check(seen, folder)
    assert SECRET.encode() not in made.read_bytes()
    assert not list((folder.parent / "temporary").iterdir())


def test_a_report_reads_its_input_alone(folder: Path) -> None:
    report = folder.parent / "out" / "report.html"
    seen = _run(["vivavoce", "inspect", str(folder / "talk.md"), "--html", str(report)], folder)
    _check(seen, folder)
    assert SECRET not in report.read_text("utf-8")


def test_the_filter_opens_nothing(folder: Path) -> None:
    program = [str(find_pandoc()), "-f", "html", "-t", "json", str(folder / "talk.html")]
    given = subprocess.run(program, capture_output=True, check=True).stdout
    seen = _run(["filter", "html"], folder, given)
    _check(seen, folder)
    assert not [path for path in (*seen.read, *seen.written) if path.startswith(str(folder.parent))]


def test_the_directive_reads_its_file_alone(folder: Path) -> None:
    (folder / "conf.py").write_text('extensions = ["sphinx_vivavoce"]\n', "utf-8")
    (folder / "index.rst").write_text("Index\n=====\n\n.. interview:: talk.html\n", "utf-8")
    out = folder.parent / "out"
    seen = _run(["sphinx", "-q", "-b", "html", str(folder), str(out)], folder)
    assert str(folder / "talk.html") in seen.read
    _check(seen, folder)
    assert SECRET not in "".join(path.read_text("utf-8") for path in out.glob("*.html"))
