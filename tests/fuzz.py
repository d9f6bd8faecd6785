"""Fuzzing with atheris, by what the code under test does: ``make fuzz``, longer with SECONDS=600.

Three ways in are fed: the text of a page, a transcript, and the JSON that pandoc hands a filter.
An input that makes one fail is written to ``fixtures/fuzz``, where `test_fuzz` finds it; mend the
fault and keep the file.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

HERE = Path(__file__).parent
FOUND = HERE / "fixtures" / "fuzz"
SEEDS = {
    "html": b"<title>T</title><p id=a><b>Ada Quill:</b> One?</p><p>Ben &amp; Roe: <i>Two</i></p>",
    "transcript": b'{"segments":[{"speaker":"Ada","startTime":0.5,"body":"One?"},{"text":"Two"}]}',
    "filter": json.dumps(
        {
            "pandoc-api-version": [1, 23, 1],
            "meta": {"interview": {"t": "MetaMap", "c": {}}},
            "blocks": [
                {
                    "t": "Para",
                    "c": [
                        {"t": "Strong", "c": [{"t": "Str", "c": f"{name}:"}]},
                        {"t": "Space"},
                        {"t": "Str", "c": "Yes?"},
                    ],
                }
                for name in ("Ada", "Ben", "Ada", "Ben")
            ],
        }
    ).encode(),
}
"""What the fuzzer begins with, by entry."""


def page(data: bytes) -> None:
    """Read *data* as a page and as Markdown and write it."""
    _read(data, "a.html", "a.md")


def transcript(data: bytes) -> None:
    """Read *data* as transcripts of every kind and write it."""
    _read(data, "a.json", "a.vtt", "a.srt", "a.txt", "a.csv")


def _read(data: bytes, *names: str) -> None:
    """Read *data* as files of *names*, write each in every form; InputError is an answer."""
    from vivavoce.forms.table import FORMS  # noqa: PLC0415 - imported where it is instrumented
    from vivavoce.pipeline import parse  # noqa: PLC0415
    from vivavoce.problems import Code, InputError  # noqa: PLC0415
    from vivavoce.reading.decode import decode  # noqa: PLC0415

    for name in names:
        try:
            text, problems = decode(data)
            interview = parse(text, name=name, problems=problems)
        except InputError:
            continue
        lost = [item for item in interview.problems if item.code is Code.LOST_TEXT]
        assert not lost, lost
        made = {form: write(interview).encode() for form, write in FORMS}
        json.loads(made["json"], parse_constant=_refuse)


def _refuse(constant: str) -> None:
    raise AssertionError(f"{constant} is no JSON")


def document(data: bytes) -> None:
    """Filter *data* as pandoc's JSON; what is none is refused with one of these errors."""
    from pandoc_vivavoce.pipe import filter_bytes  # noqa: PLC0415

    try:
        json.loads(data)
    except (ValueError, RecursionError):
        return
    try:
        filter_bytes(data, "html")
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return


ENTRIES: dict[str, Callable[[bytes], None]] = {
    "html": page,
    "transcript": transcript,
    "filter": document,
}


def _fuzz(name: str, seconds: str) -> None:
    """Fuzz one entry; ends the process."""
    import atheris  # noqa: PLC0415 - only this needs it

    with atheris.instrument_imports(include=["vivavoce", "pandoc_vivavoce"]):
        ENTRIES[name](SEEDS[name])
    corpus = HERE.parent / "build" / "fuzz" / name
    corpus.mkdir(parents=True, exist_ok=True)
    (corpus / "seed").write_bytes(SEEDS[name])
    limits = [f"-max_total_time={seconds}", "-max_len=4000", "-timeout=20", "-rss_limit_mb=2000"]
    atheris.Setup(
        ["fuzz", *limits, f"-artifact_prefix={FOUND}/{name}-", str(corpus)], ENTRIES[name]
    )
    atheris.Fuzz()


def main() -> int:
    """Fuzz every entry for an equal share of the seconds that are given; 1 where one failed."""
    if len(sys.argv) == 3:
        _fuzz(sys.argv[1], sys.argv[2])
    share = str(int(sys.argv[1]) // len(ENTRIES))
    failed = [
        name
        for name in ENTRIES
        if subprocess.run([sys.executable, __file__, name, share], check=False).returncode
    ]
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
