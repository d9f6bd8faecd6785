"""The places of an interview that links can lead to: sections, and text that had an id."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import filterfalse

from pandoc_vivavoce.writing.footnotes import leads_back
from pandoc_vivavoce.writing.links import Links
from vivavoce.forms.outline import title_heading
from vivavoce.interview import Interview, Node, Text
from vivavoce.interview_ids import Ids


def section_headings(interview: Interview) -> list[Text]:
    """Return the headings that open sections: all but the title and those inside a list or such."""
    title = title_heading(interview)
    return [
        node
        for node in interview.blocks
        if isinstance(node, Text) and node.kind == "heading" and node is not title
    ]


def with_ids_once(interview: Interview) -> Interview:
    """Return *interview* with every id on the first leaf alone that has it, where links lead."""
    ids = [leaf.id for leaf in _leaves(interview) if leaf.id]
    if len(ids) == len(set(ids)):
        return interview
    return interview._replace(blocks=_with_ids_once(interview.blocks, set()))


def _with_ids_once(nodes: tuple[Node, ...], seen: set[str]) -> tuple[Node, ...]:
    kept: list[Node] = []
    for node in nodes:
        if not isinstance(node, Text):
            kept.append(node._replace(blocks=_with_ids_once(node.blocks, seen)))
        elif node.id in seen:
            kept.append(node._replace(id=""))
        else:
            seen.update({node.id} if node.id else ())
            kept.append(node)
    return tuple(kept)


def links_of(interview: Interview, ids: Ids, chapters: Mapping[str, str]) -> Links:
    """Return what the addresses of *interview* mean, inside it, in other *chapters*, and outside.

    An id is known only where its text will be in the product.
    """
    there = {name: ids.anchors[name] for name in _places(interview) if name in ids.anchors}
    return Links(there, interview.metadata.source.url or "", chapters)


def link_targets(interview: Interview) -> frozenset[str]:
    """Return the ids in the source, those of sections aside, that some link leads to."""
    sections = {heading.id for heading in section_headings(interview)}
    return frozenset(_linked(interview)) - sections


def _places(interview: Interview) -> Iterator[str]:
    title = title_heading(interview)
    for leaf in _leaves(interview):
        if leaf.id and leaf.kind != "rule" and leaf is not title and leaf.text.strip():
            yield leaf.id


def _linked(interview: Interview) -> Iterator[str]:
    for leaf in _leaves(interview):
        for run in filterfalse(leads_back, leaf.runs):
            yield from (mark.value[1:] for mark in run.marks if mark.value.startswith("#"))


def _leaves(interview: Interview) -> Iterator[Text]:
    return (node for node in interview.walk() if isinstance(node, Text))
