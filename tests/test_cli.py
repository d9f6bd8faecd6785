"""The command line: every way to call it wrong, what it says then, and what it leaves behind."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from dotfixtures import FIXTURES

from pandoc_vivavoce import pandoc
from pandoc_vivavoce.command.commands import COMMANDS, main

BOOKS = FIXTURES / "books"
TALK = "**Ann:** Who is there?\n\n**Ben:** I am.\n\n**Ann:** Since when?\n\n**Ben:** Since today.\n"


def run(*arguments: str | Path, data: bytes | None = None) -> Result:
    """Call the command in this process; nothing but an exit may come out of it."""
    result = CliRunner().invoke(main, [str(item) for item in arguments], input=data)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


@pytest.fixture
def talk(tmp_path: Path) -> Path:
    path = tmp_path / "talk.md"
    path.write_text(TALK, "utf-8")
    return path


@pytest.mark.parametrize(
    ("name", "content", "cause"),
    [
        ("empty.html", b"", "the file is empty"),
        ("blank.md", b"\xef\xbb\xbf\n \n", "the file is empty"),
        ("binary.html", b"\x00\x01\x02\x03", "binary data"),
        ("broken.docx", b"PK\x03\x04nothing", "pandoc could not do it"),
    ],
)
def test_unreadable_file_is_named_with_cause(
    tmp_path: Path, name: str, content: bytes, cause: str
) -> None:
    path, out = tmp_path / name, tmp_path / "out.json"
    path.write_bytes(content)
    result = run("convert", path, "-o", out)
    assert result.exit_code == 1
    assert result.stderr.startswith("vivavoce: ")
    assert name in result.stderr
    assert cause in result.stderr
    assert not out.exists()


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        (("nowhere.md", "--to", "json"), 1, "nowhere.md: there is no such file or folder"),
        (("{talk}", "--to", "epbu"), 2, "Did you mean epub?\n"),
        (("{talk}", "-o", "out.nothing"), 2, "the suffix .nothing tells no format"),
        (("{talk}",), 2, "the format is missing"),
        (("{talk}", "--to", "epub"), 2, "Add: -o NAME.epub"),
        (("{talk}", "-o", "no/such/folder/out.json"), 1, "Make the folder first"),
        (("{talk}", "--to", "json", "-o", "none/"), 1, "none: there is no folder none to write"),
        (("{talk}", "--to", "json", "--from", "htlm"), 2, "Did you mean html?\n"),
        (("{talk}", "--to", "typst", "--paper", "a99"), 2, "there is no such paper"),
        (("{talk}", "--to", "typst", "--font", "No Such Face"), 2, "no font family of this name"),
        (("{talk}", "--to", "json", "--max-bytes", "10"), 1, "more than 10 bytes"),
        (("{folder}", "--to", "json"), 1, "the folder holds no document"),
        (("{folder}/data.xyz", "--to", "json"), 2, "the suffix .xyz is not known"),
    ],
)
def test_wrong_call_says_what_to_do(
    talk: Path, arguments: tuple[str, ...], status: int, said: str
) -> None:
    folder = talk.parent / "papers"
    folder.mkdir()
    (folder / "data.xyz").write_text("x", "utf-8")
    words = [word.format(talk=talk, folder=folder) for word in arguments]
    result = run("convert", *words)
    assert (result.exit_code, said in result.stderr) == (status, True), result.stderr
    assert result.stdout == ""


def test_cover_that_is_no_picture_is_refused(talk: Path) -> None:
    result = run("convert", talk, "-o", talk.with_suffix(".epub"), "--cover", talk)
    assert result.exit_code == 2
    assert "the cover is no PNG, JPEG, GIF or WebP picture" in result.stderr
    assert not talk.with_suffix(".epub").exists()


def test_missing_pandoc_comes_with_its_remedy(talk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pandoc, "_on_path", lambda: None)
    monkeypatch.setattr(pandoc, "_in_wheel", lambda: None)
    monkeypatch.delenv("PYPANDOC_PANDOC", raising=False)
    pandoc.find_pandoc.cache_clear()
    result = run("convert", talk, "-o", talk.with_suffix(".docx"))
    pandoc.find_pandoc.cache_clear()
    assert result.exit_code == 1
    assert "pip install 'vivavoce[pandoc]'" in result.stderr


def test_stated_pandoc_must_be_there(talk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYPANDOC_PANDOC", str(talk.parent / "none"))
    pandoc.find_pandoc.cache_clear()
    result = run("convert", talk, "-o", talk.with_suffix(".docx"))
    pandoc.find_pandoc.cache_clear()
    assert result.exit_code == 1
    assert "Correct the variable PYPANDOC_PANDOC" in result.stderr


def test_text_goes_to_standard_output_and_problems_do_not(talk: Path) -> None:
    result = run("convert", talk, "--to", "json")
    assert result.exit_code == 0
    assert [turn["speaker"] for turn in json.loads(result.stdout)["blocks"]] == ["s1", "s2"] * 2


@pytest.mark.parametrize("data", [TALK, f"<p>{TALK}</p>".replace("\n\n", "</p><p>"), f"\n{TALK}"])
def test_standard_input_tells_its_format_by_its_beginning(data: str) -> None:
    result = run("convert", "-", "--to", "json", data=data.encode())
    assert json.loads(result.stdout)["participants"][0]["label"] == "Ann"


def test_own_json_is_taken_back_unchanged(talk: Path) -> None:
    first = run("convert", talk, "--to", "json").stdout
    path = talk.with_suffix(".json")
    path.write_text(first, "utf-8")
    assert run("convert", path, "--to", "json").stdout == first


def test_title_overrides_the_document_s(talk: Path) -> None:
    result = run("convert", talk, "--to", "json", "--title", "At the Door")
    assert json.loads(result.stdout)["metadata"]["title"] == "At the Door"


def test_folder_as_output_gets_a_file_for_each_input(tmp_path: Path) -> None:
    result = run("convert", BOOKS, "-o", f"{tmp_path}/", "--to", "json")
    assert result.exit_code == 0
    names = {path.name for path in tmp_path.iterdir()}
    assert names == {"ferry.json", "mill.json", "oar.json"}


def test_unreadable_file_of_a_folder_is_named_and_the_others_are_done(
    tmp_path: Path, talk: Path
) -> None:
    (talk.parent / "empty.html").write_bytes(b"")
    out = tmp_path / "book.json"
    result = run("convert", talk.parent, "-o", out)
    assert result.exit_code == 1
    assert "empty.html: the file is empty" in result.stderr
    assert "Who is there?" in out.read_text("utf-8")


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_going_on_or_stopping_is_as_asked(tmp_path: Path, talk: Path, jobs: str) -> None:
    (talk.parent / "empty.html").write_bytes(b"")
    out = tmp_path / "book.json"
    files = (talk.parent / "empty.html", talk)
    stopped = run("convert", talk.parent, "-o", out, "--jobs", jobs, "--no-keep-going")
    assert stopped.exit_code == 1
    assert not out.exists()
    assert run("convert", *files, "-o", out, "--jobs", jobs).exit_code == 1
    assert not out.exists()
    result = run("convert", *files, "-o", out, "--jobs", jobs, "--keep-going")
    assert result.exit_code == 1
    assert "empty.html: the file is empty" in result.stderr
    assert "Who is there?" in out.read_text("utf-8")


def test_processes_read_the_same_as_one(tmp_path: Path) -> None:
    folder = tmp_path / "talks"
    folder.mkdir()
    for number in range(70):
        text = TALK.replace("today", f"day {number}")
        (folder / f"talk{number:02}.md").write_text(text, "utf-8")
    one, many = tmp_path / "one.json", tmp_path / "many.json"
    assert run("convert", folder, "-o", one).exit_code == 0
    assert run("convert", folder, "-o", many, "--jobs", "2").exit_code == 0
    assert one.read_bytes() == many.read_bytes()


def test_folder_of_which_nothing_can_be_read_leaves_no_output(tmp_path: Path) -> None:
    folder = tmp_path / "papers"
    folder.mkdir()
    (folder / "empty.html").write_bytes(b"")
    result = run("convert", folder, "-o", tmp_path / "book.json")
    assert result.exit_code == 1
    assert not (tmp_path / "book.json").exists()


def test_several_inputs_make_one_interview_in_a_text_form() -> None:
    result = run("convert", BOOKS, "--to", "json", "--title", "Water")
    made = json.loads(result.stdout)
    chapters = [block["text"] for block in made["blocks"] if block.get("level") == 1]
    assert made["metadata"]["title"] == "Water"
    assert chapters == ["The Ferry at Low Water", "磨坊主说：水轻的时候", "المجداف"]
    assert [person["id"] for person in made["participants"]] == [f"s{n}" for n in range(1, 7)]


def test_strict_ends_with_three_only_where_something_was_wrong(talk: Path) -> None:
    assert run("convert", talk, "--to", "json", "--strict").exit_code == 0
    broken = talk.with_name("broken.md")
    broken.write_text(f"---\ntitle: [a\n---\n\n{TALK}", "utf-8")
    assert run("convert", broken, "--to", "json", "--strict").exit_code == 3
    assert run("convert", broken, "--to", "json").exit_code == 0


def test_what_is_stopped_says_so_and_leaves_nothing(
    talk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("pandoc_vivavoce.command.convert.make_product", stop)
    done = run("convert", talk, "-o", talk.with_suffix(".html"))
    assert done.exit_code == 130
    assert done.stderr == "vivavoce: stopped; the file under way was not written.\n"
    assert [path.name for path in talk.parent.iterdir()] == ["talk.md"]


@pytest.mark.parametrize(
    ("name", "remedy"), [("talk.pdf", "take its text with pdftotext"), ("talk.doc", "as .docx")]
)
def test_kind_of_file_that_is_not_read_comes_with_a_way(
    tmp_path: Path, name: str, remedy: str
) -> None:
    path = tmp_path / name
    path.write_bytes(b"%PDF-1.7")
    done = run("convert", path, "-o", tmp_path / "out.epub")
    assert done.exit_code == 2
    assert remedy in done.stderr


def test_input_is_never_written_over(talk: Path) -> None:
    given = talk.read_bytes()
    for output in (talk, talk.parent):
        done = run("convert", talk, "-o", output, "--to", "markdown")
        assert done.exit_code == 2
        assert "this is one of the inputs. Name another output with -o." in done.stderr
    assert talk.read_bytes() == given


def test_place_that_cannot_be_written_is_named_without_its_temporary_file(talk: Path) -> None:
    done = run("convert", talk, "-o", "/proc/talk.html")
    assert done.exit_code == 1
    assert "/proc/talk.html: nothing can be written in /proc" in done.stderr


def test_reference_document_must_be_one(talk: Path) -> None:
    odd = talk.with_name("odd.docx")
    odd.write_text("no archive", "utf-8")
    done = run("convert", talk, "-o", talk.with_suffix(".docx"), "--reference-doc", odd)
    assert done.exit_code == 1
    assert "odd.docx: this is no .docx file. Make one: pandoc-vivavoce" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--to", "html", "--paper", "a4"], "--paper has no effect on html; it is for pdf, typst"),
        (["--to", "json", "--font", "Noto Serif"], "--font has no effect on json"),
        (["--to", "html", "--layout", "side"], "--layout has no effect on html"),
        (["--to", "html", "--theme", "modern"], "--theme has no effect on html"),
        (
            ["--to", "typst", "--css", "own.css"],
            "--css has no effect on typst; it is for epub, html",
        ),
    ],
)
def test_option_without_effect_is_told(talk: Path, arguments: list[str], told: str) -> None:
    done = run("convert", talk, *arguments)
    assert f"vivavoce: warning: {told}" in done.stderr
    assert done.exit_code == 0
    assert run("convert", talk, *arguments, "--strict").exit_code == 3


def test_style_sheet_of_one_s_own_comes_after_that_of_a_page(talk: Path) -> None:
    sheet = talk.with_name("own.css")
    sheet.write_text("p { color: #123456 } /* </style><b> */", "utf-8")
    page = run("convert", talk, "--to", "html", "--css", sheet).stdout
    own = page.index("color: #123456")
    assert page.index(".speaker {") < own < page.index("</style>\n</head>")
    assert page.count("</style>") == 2
    sheet.write_bytes(b"p { color: \xff }")
    done = run("convert", talk, "--to", "html", "--css", sheet)
    assert done.exit_code == 1
    assert "own.css: this style sheet is no text in UTF-8. Save it as UTF-8." in done.stderr


def test_people_file_that_is_no_text_is_refused_by_its_name(talk: Path) -> None:
    people = talk.with_name("people.yaml")
    people.write_bytes(b"people:\n  Ben: J\xf6rg\n")
    done = run("convert", talk, "--to", "html", "--people", people)
    assert done.exit_code == 1
    assert "people.yaml: this people file is no text in UTF-8. Save it as UTF-8." in done.stderr


def test_existing_file_keeps_its_permissions_and_is_replaced_whole(talk: Path) -> None:
    out = talk.with_suffix(".html")
    out.write_text("old", "utf-8")
    out.chmod(0o640)
    assert run("convert", talk, "-o", out).exit_code == 0
    assert out.stat().st_mode & 0o777 == 0o640
    assert "Who is there?" in out.read_text("utf-8")
    assert {path.name for path in talk.parent.iterdir()} == {"talk.md", "talk.html"}


def test_problem_lines_cannot_command_a_terminal(talk: Path) -> None:
    talk.write_text(f'---\ndate: "\\e[31mred"\n---\n\n{TALK}', "utf-8")
    result = run("convert", talk, "--to", "json")
    assert "bad-date" in result.stderr
    assert "\x1b" not in result.stderr


@pytest.mark.parametrize("reader", ["docx", "odt", "epub", "rst"])
def test_what_pandoc_reads_is_read(talk: Path, reader: str) -> None:
    made = talk.with_suffix(f".{reader}")
    assert run("convert", talk, "-o", made).exit_code == 0
    again = json.loads(run("convert", made, "--to", "json").stdout)
    turns = [block for block in again["blocks"] if block["kind"] == "turn"]
    assert [turn["blocks"][0]["text"] for turn in turns[-4:]] == [
        "Who is there?",
        "I am.",
        "Since when?",
        "Since today.",
    ]


def test_sidecar_of_corrections_is_applied(talk: Path) -> None:
    talk.with_name("talk.vivavoce.yaml").write_text(
        "people:\n  Ben:\n    name: Benjamin Marsh\n", "utf-8"
    )
    made = json.loads(run("convert", talk, "--to", "json").stdout)
    assert "Benjamin Marsh" in [person["name"] for person in made["participants"]]


def test_fault_of_the_program_is_said_to_be_one(
    talk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("oil")

    monkeypatch.setattr("pandoc_vivavoce.command.convert.make_product", fail)
    monkeypatch.delenv("VIVAVOCE_DEBUG", raising=False)
    result = run("convert", talk, "--to", "json")
    assert result.exit_code == 1
    assert "a fault of vivavoce itself, RuntimeError: oil" in result.stderr


@pytest.mark.parametrize("command", [(), ("convert",), ("inspect",)])
def test_help_teaches_with_examples(command: tuple[str, ...]) -> None:
    result = run(*command, "--help")
    assert result.exit_code == 0
    assert "vivavoce convert talk.html" in result.stdout or "vivavoce inspect" in result.stdout


@pytest.mark.parametrize("name", COMMANDS)
def test_list_of_commands_says_what_each_says_of_itself(name: str) -> None:
    (line,) = [line for line in run("--help").stdout.splitlines() if line.startswith(f"  {name} ")]
    help_of_it = " ".join(run(name, "--help").stdout.split())
    assert COMMANDS[name].about in help_of_it
    assert line.split(maxsplit=1)[1][:40] in help_of_it


def test_help_loads_nothing_that_reads_interviews() -> None:
    program = """
import sys
from pandoc_vivavoce.command.commands import main
main(["--help"], "vivavoce", standalone_mode=False)
print(*sys.modules)
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert "Commands:" in done.stdout
    loaded = {name.split(".")[0] for name in done.stdout.splitlines()[-1].split()}
    assert loaded & {"bs4", "lxml", "panflute", "rich", "yaml"} == set()
    assert "vivavoce.options" not in done.stdout.splitlines()[-1].split()


def test_pictures_never_come_from_outside_the_folder(tmp_path: Path) -> None:
    inside = tmp_path / "inside"
    inside.mkdir()
    shutil.copy(BOOKS / "boat.png", tmp_path / "secret.png")
    (inside / "link.png").symlink_to(tmp_path / "secret.png")
    sources = ["../secret.png", "link.png", str(tmp_path / "secret.png"), "%2e%2e/secret.png"]
    page = "".join(f'<p><img src="{source}" alt="x"></p>' for source in sources)
    (inside / "page.html").write_text(page + "<p>Nothing but pictures.</p>", "utf-8")
    result = run("convert", inside / "page.html", "-o", tmp_path / "page.docx")
    assert result.exit_code == 0
    assert result.stderr.count("[missing-image]") == len(sources)
