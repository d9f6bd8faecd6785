"""Blocks as lines that a person reads at a glance, for the fixtures of all readers.

``p | words`` is a paragraph, ``h2 |`` a heading, ``ul/li p |`` one in a list. Before the bar stand
what else is known: ``@Ann`` the speaker, ``cite=…``, ``0.5-2`` the times in seconds, ``.name`` a
class, ``#name`` an id, ``lang=fr``. In the words ``**`` and ``*`` are bold and italics, ``[…](…)``
is a link, ``![…](…)`` a picture, ``⏎`` a line break; other marks are ``{name:words}``.
"""

from __future__ import annotations

from vivavoce.model import Block, Container, Cues, Mark, Run

_KINDS = {"paragraph": "p"}
_CONTAINERS = {
    "item": "li",
    "quote": "quote",
    "row": "tr",
    "cell": "td",
    "header-cell": "th",
    "definition-list": "dl",
    "term": "dt",
    "definition": "dd",
}
_SIGNS = {"strong": "**", "emphasis": "*", "code": "`"}


def dump_blocks(blocks: tuple[Block, ...]) -> str:
    """Return *blocks* as lines, each with its line end."""
    return "".join(f"{_head(block)} | {_words(block.runs)}".rstrip() + "\n" for block in blocks)


def _head(block: Block) -> str:
    path = "/".join(_container(container) for container in block.path)
    kind = f"h{block.level}" if block.kind == "heading" else _KINDS.get(block.kind, block.kind)
    lang = f"lang={block.lang}" if block.lang else ""
    anchor = f"#{block.id}" if block.id else ""
    return " ".join(filter(None, (path, kind, _cues(block.cues), lang, anchor)))


def _container(container: Container) -> str:
    if container.kind != "list":
        return _CONTAINERS.get(container.kind, container.kind)
    if not container.ordered:
        return "ul"
    return "ol" if container.start == 1 else f"ol({container.start})"


def _cues(cues: Cues) -> str:
    speaker = f"@{cues.speaker}" if cues.speaker else ""
    cite = f"cite={cues.cite}" if cues.cite else ""
    times = f"{_number(cues.start)}-{_number(cues.end)}".rstrip("-")
    classes = [f".{name}" for name in cues.classes]
    return " ".join(filter(None, (speaker, cite, times, *classes)))


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:g}"


def _words(runs: tuple[Run, ...]) -> str:
    return "".join(_run(run) for run in runs).replace("\n", "⏎")


def _run(run: Run) -> str:
    text = run.text
    if run.image is not None:
        title = f' "{run.image.title}"' if run.image.title else ""
        text = f"![{run.image.alt}]({run.image.src}{title})"
    for mark in reversed(run.marks):
        text = _marked(text, mark)
    return text


def _marked(text: str, mark: Mark) -> str:
    if mark.kind == "link":
        return f"[{text}]({mark.value})"
    if sign := _SIGNS.get(mark.kind):
        return f"{sign}{text}{sign}"
    name = f"{mark.kind}={mark.value}" if mark.value else mark.kind
    return f"{{{name}:{text}}}"
