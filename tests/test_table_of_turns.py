"""``vivavoce corpus``: the same rows whoever does the work, and every way in."""

from __future__ import annotations

import gzip
import io
import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import distributed
import fsspec
import pytest
from click.testing import CliRunner, Result
from dotfixtures import FIXTURES
from pyarrow import parquet

from pandoc_vivavoce.command.commands import main
from pandoc_vivavoce.corpus.cluster import Cluster
from pandoc_vivavoce.corpus.collect import gather
from pandoc_vivavoce.corpus.items import find_items
from pandoc_vivavoce.corpus.progress import report
from vivavoce.options import DEFAULTS

TALKS = FIXTURES / "corpus"
EXPECTED = FIXTURES / "corpus.jsonl"
MANY = 80
"""Documents that are more than two chunks."""


def run(*arguments: str | Path) -> Result:
    """Call the command in this process; nothing but an exit may come out of it."""
    result = CliRunner().invoke(main, ["corpus", *(str(item) for item in arguments)])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def rows(result: Result) -> list[dict[str, Any]]:
    """Return the rows that *result* wrote to standard output."""
    return [json.loads(line) for line in result.stdout.splitlines()]


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of documents in which one cannot be read."""
    folder = tmp_path_factory.mktemp("many")
    page = (TALKS / "bells.html").read_text("utf-8")
    for number in range(MANY):
        (folder / f"talk{number:02}.html").write_text(page.replace("twelve", f"{number}"), "utf-8")
    (folder / "talk40.html").write_bytes(b"\0\1\2")
    return folder


def test_rows_are_those_of_the_fixture(monkeypatch: pytest.MonkeyPatch, regenerate: bool) -> None:
    monkeypatch.chdir(FIXTURES)
    result = run("corpus", "--to", "jsonl")
    if regenerate:
        EXPECTED.write_text(result.stdout, "utf-8")
    assert result.stdout == EXPECTED.read_text("utf-8")
    assert "4 documents, 12 turns; no conversation in 1" in result.stderr
    assert result.exit_code == 0


def test_folder_stands_for_what_is_below_it_by_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = (TALKS / "bells.html").read_bytes()
    named = ["a/z.html", "a.html", "b.html", "c/d/e.warc.gz", "c/e.md"]
    for name in (*reversed(named), ".hidden.html", ".git/a.html", "a/picture.png"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(page)
    (tmp_path / "circle.html").symlink_to("circle.html")
    monkeypatch.chdir(tmp_path)
    for argument in (".", "./**/*.*"):
        found = find_items([argument])
        assert [name.address for name in found] == named
        assert [name.form for name in found] == [".html", ".html", ".html", ".warc.gz", ".md"]


@pytest.mark.parametrize("jobs", [1, 2])
def test_unreadable_document_is_named_and_the_others_are_done(many: Path, jobs: int) -> None:
    result = run(many, "--to", "jsonl", "--jobs", jobs)
    assert result.exit_code == 1
    assert f"{many}/talk40.html: this is no text but binary data" in result.stderr
    assert f"{MANY} documents, {4 * (MANY - 1)} turns; 1 could not be read" in result.stderr
    assert [row["document"] for row in rows(result)][::4] == [
        f"{many}/talk{number:02}.html" for number in range(MANY) if number != 40
    ]


def test_parquet_holds_the_same_rows(many: Path, tmp_path: Path) -> None:
    out = tmp_path / "turns.parquet"
    run(many, "-o", out, "--jobs", 2)
    assert parquet.read_table(out).to_pylist() == rows(run(many, "--to", "jsonl", "--jobs", 1))
    assert [path.name for path in tmp_path.iterdir()] == ["turns.parquet"]


def test_table_of_nothing_has_its_columns(tmp_path: Path) -> None:
    assert run(TALKS / "notice.html", "-o", tmp_path / "none.parquet").exit_code == 0
    table = parquet.read_table(tmp_path / "none.parquet")
    assert (table.num_rows, table.column_names[:3]) == (0, ["document", "order", "participant"])


@pytest.fixture(scope="module")
def cluster() -> Iterator[Any]:
    """A Dask cluster of two workers, each a process of its own, on the loopback."""
    settings = {"n_workers": 2, "threads_per_worker": 1, "dashboard_address": None}
    with distributed.LocalCluster(host="127.0.0.1", silence_logs=50, **settings) as local:
        yield local


def test_cluster_gives_the_rows_of_one_process(cluster: Any, many: Path) -> None:
    result = run(many, "--to", "jsonl", "--scheduler", cluster.scheduler_address)
    assert result.stdout == run(many, "--to", "jsonl", "--jobs", 1).stdout
    assert result.exit_code == 1


def test_loss_of_a_worker_in_the_middle_loses_no_row(
    cluster: Any, many: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    items = [found.item() for found in find_items([str(many)] * 8)]
    with Cluster(cluster.scheduler_address) as engine:
        outcomes = report(gather(items, DEFAULTS, engine=engine), len(items), every=0)
        first = next(outcomes)
        os.kill(next(iter(cluster.workers.values())).pid, 9)
        names = [first.item.source.name, *(outcome.item.source.name for outcome in outcomes)]
    assert names == [item.source.name for item in items]
    assert f"vivavoce: {len(items)} of {len(items)} documents are done." in capsys.readouterr().err


def test_scheduler_that_is_not_there_is_named(many: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pandoc_vivavoce.corpus.cluster._PATIENCE", "200ms")
    result = run(many, "--to", "jsonl", "--scheduler", "tcp://127.0.0.1:9")
    assert result.exit_code == 1
    assert "tcp://127.0.0.1:9: no Dask scheduler answers there" in result.stderr


def test_urls_are_read_through_fsspec() -> None:
    memory = fsspec.filesystem("memory")
    for path in TALKS.rglob("*.*"):
        memory.pipe(f"/talks/{path.relative_to(TALKS)}", path.read_bytes())
    found = rows(run("memory://talks", "--to", "jsonl"))
    local = rows(run(TALKS, "--to", "jsonl"))
    assert [row["text"] for row in found] == [row["text"] for row in local]
    assert found[0]["document"] == "memory:///talks/bells.html"
    assert rows(run("memory://talks/*.html", "--to", "jsonl")) == found[:4]
    assert rows(run("memory://talks/bells.html", "--to", "jsonl"))[0]["order"] == 1


def test_url_of_many_files_is_read_by_processes(many: Path) -> None:
    result = run(f"file://{many}", "--to", "jsonl", "--jobs", 2)
    assert len(rows(result)) == 4 * (MANY - 1)
    assert f"file://{many}/talk40.html: this is no text" in result.stderr


def warc(pages: dict[str, tuple[str, bytes]], broken: bytes = b"") -> bytes:
    """Return a WARC file of *pages*, address: (type, body), each compressed; *broken* follows."""
    records = []
    for address, (kind, body) in pages.items():
        http = f"HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\n\r\n".encode() + body
        head = (
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {address}\r\n"
            "WARC-Date: 2024-01-01T00:00:00Z\r\nWARC-Record-ID: <urn:uuid:0>\r\n"
            "Content-Type: application/http; msgtype=response\r\n"
            f"Content-Length: {len(http)}\r\n\r\n"
        )
        records.append(gzip.compress(head.encode() + http + b"\r\n\r\n"))
    return b"".join(records) + broken


def test_pages_of_a_web_archive_are_documents(tmp_path: Path) -> None:
    page = (TALKS / "bells.html").read_bytes().replace(b'<link rel="canonical"', b"<link")
    pages = {
        "https://example.org/a": ("text/html; charset=utf-8", page),
        "https://example.org/b.png": ("image/png", b"\x89PNG"),
        "https://example.org/c": ("text/html", (TALKS / "bells.html").read_bytes()),
    }
    archive = tmp_path / "crawl.warc.gz"
    archive.write_bytes(warc(pages))
    found = rows(run(archive, "--to", "jsonl"))
    assert [row["document"] for row in found] == [f"{archive}#1"] * 4 + [f"{archive}#2"] * 4
    assert {row["source"] for row in found} == {
        "https://example.org/a",
        "https://example.org/bells",
    }


def test_damaged_archive_gives_what_came_before(tmp_path: Path) -> None:
    page = {"https://example.org/a": ("text/html", (TALKS / "bells.html").read_bytes())}
    archive = tmp_path / "crawl.warc.gz"
    archive.write_bytes(warc(page, broken=gzip.compress(b"no record\r\n\r\n")))
    result = run(archive, TALKS / "more", "--to", "jsonl")
    assert result.exit_code == 1
    assert f"{archive}: the archive cannot be read beyond its page 1" in result.stderr
    assert len(rows(result)) == 12


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        (("nowhere/", "--to", "jsonl"), 1, "nowhere/: there is no such file or folder"),
        (("no*thing", "--to", "jsonl"), 1, "no*thing: it names no document"),
        (("{talks}", "-o", "turns.xlsx"), 2, "a table is written as .jsonl and .parquet"),
        (("{talks}",), 2, "Add: -o turns.parquet, or: --to jsonl"),
        (("-", "--to", "jsonl"), 2, "a corpus is made of files"),
        (("{talks}", "-o", "no/such/turns.jsonl"), 1, "Make the folder first"),
        (("memory://no/such", "--to", "jsonl"), 1, "memory://no/such: it cannot be read"),
    ],
)
def test_wrong_call_says_what_to_do(arguments: tuple[str, ...], status: int, said: str) -> None:
    result = run(*(word.format(talks=TALKS) for word in arguments))
    assert (result.exit_code, said in result.stderr) == (status, True), result.stderr
    assert result.stdout == ""


@pytest.mark.parametrize(
    ("library", "arguments"),
    [
        ("pyarrow", ("{talks}", "-o", "{out}/turns.parquet")),
        ("fsspec", ("s3://bucket/talks", "--to", "jsonl")),
        ("distributed", ("{talks}", "--to", "jsonl", "--scheduler", "tcp://127.0.0.1:9")),
    ],
)
def test_missing_library_comes_with_its_remedy(
    library: str, arguments: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    result = run(*(word.format(talks=TALKS, out=tmp_path) for word in arguments))
    assert result.exit_code == 1
    assert f"this needs the library {library}. Install it: pip install 'vivavoce[corpus]'" in (
        result.stderr
    )
    assert list(tmp_path.iterdir()) == []


def test_failed_work_leaves_the_old_table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = tmp_path / "turns.jsonl"
    out.write_text("old", "utf-8")

    def fail(*_: object, **__: object) -> io.BytesIO:
        raise OSError(28, "No space left on device", str(out))

    monkeypatch.setattr("pandoc_vivavoce.corpus.collect.write_all", fail)
    assert run(TALKS, "-o", out).exit_code == 1
    assert [path.read_text("utf-8") for path in tmp_path.iterdir()] == ["old"]
