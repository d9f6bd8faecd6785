"""The tree of blocks in the published JSON form, both ways, with explicit stacks."""

from __future__ import annotations

from typing import Any, Final

from vivavoce.interview import Group, Node, Text, Turn
from vivavoce.model import Image, Mark, Run
from vivavoce.nesting import DEEPEST
from vivavoce.problems import InputError

Json = dict[str, Any]
_TURN: Final = 1
"""A turn may stand around the deepest groups."""


def blocks_to_json(nodes: tuple[Node, ...]) -> list[Json]:
    """Return *nodes* as plain dictionaries, containers with ``blocks``, leaves with ``text``."""
    top: list[Json] = []
    stack: list[tuple[Node, list[Json]]] = [(node, top) for node in reversed(nodes)]
    while stack:
        node, target = stack.pop()
        if isinstance(node, Text):
            target.append(_text_to(node))
            continue
        inner: list[Json] = []
        target.append(_container_to(node, inner))
        stack.extend((child, inner) for child in reversed(node.blocks))
    return top


def _container_to(node: Group | Turn, blocks: list[Json]) -> Json:
    if isinstance(node, Turn):
        data: Json = {"kind": "turn", "speaker": node.speaker}
        if node.label:
            data["label"] = node.label
        times = {"start": node.start, "end": node.end}
        data.update((key, time) for key, time in times.items() if time is not None)
    else:
        data = {"kind": node.kind}
        if node.ordered:
            data["ordered"] = True
        if node.start != 1:
            data["start"] = node.start
    data["blocks"] = blocks
    return data


def _text_to(leaf: Text) -> Json:
    data: Json = {"kind": leaf.kind}
    if leaf.level:
        data["level"] = leaf.level
    data["text"] = leaf.text
    if not _is_plain(leaf.runs):
        data["inlines"] = [_run_to(run) for run in leaf.runs]
    for key, value in (("id", leaf.id), ("lang", leaf.lang)):
        if value:
            data[key] = value
    return data


def _is_plain(runs: tuple[Run, ...]) -> bool:
    """Can *runs* be told from their text alone?"""
    return not runs or (len(runs) == 1 and runs[0] == Run(runs[0].text) and runs[0].text != "")


def _run_to(run: Run) -> Json:
    data: Json = {"text": run.text}
    if run.marks:
        data["marks"] = [_filled(kind=m.kind, value=m.value, title=m.title) for m in run.marks]
    if run.image is not None:
        image = run.image
        data["image"] = {"src": image.src} | _filled(alt=image.alt, title=image.title)
    return data


def _filled(**values: str) -> Json:
    return {key: value for key, value in values.items() if value}


def blocks_from_json(data: list[Json]) -> tuple[Node, ...]:
    """Return the nodes that *data* describes.

    They are built bottom up: a container is made once all of its blocks have been. Raises KeyError
    or TypeError where *data* is not as the schema has it.
    """
    top: list[Node] = []
    stack: list[tuple[Json | None, list[Json], list[Node]]] = [(None, list(data[::-1]), top)]
    while stack:
        container, waiting, done = stack[-1]
        if waiting:
            item = waiting.pop()
            if "blocks" in item:
                if len(stack) > DEEPEST + _TURN:
                    raise InputError(f"blocks are nested deeper than {DEEPEST}")
                stack.append((item, list(item["blocks"][::-1]), []))
            else:
                done.append(_text_from(item))
            continue
        stack.pop()
        if container is not None:
            stack[-1][2].append(_container_from(container, tuple(done)))
    return tuple(top)


def _container_from(data: Json, blocks: tuple[Node, ...]) -> Group | Turn:
    if data["kind"] == "turn":
        label, start, end = data.get("label", ""), data.get("start"), data.get("end")
        return Turn(data["speaker"], blocks, label, start, end)
    return Group(data["kind"], blocks, data.get("ordered", False), data.get("start", 1))


def _text_from(data: Json) -> Text:
    if data.get("inlines"):
        runs = tuple(_run_from(run) for run in data["inlines"])
    else:
        runs = (Run(data["text"]),) if data["text"] else ()
    return Text(data["kind"], runs, data.get("level", 0), data.get("id", ""), data.get("lang", ""))


def _run_from(data: Json) -> Run:
    marks = tuple(Mark(**mark) for mark in data.get("marks", ()))
    image = Image(**data["image"]) if data.get("image") else None
    if image and not all(isinstance(value, str) for value in image):
        raise TypeError("what an image says of itself must be text")
    return Run(data["text"], marks, image)
