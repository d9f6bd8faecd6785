"""An interview as TEI P5: participants in the header, an utterance ``u`` for each turn.

Printed labels stand before their utterances as ``note type="speaker"``, as corpora of debates have
them, and headings open nested divisions. The elements are those of TEI's own schema ``tei_all``;
inside an utterance, where TEI has no paragraphs, a paragraph is a ``seg``.
"""

from __future__ import annotations

from vivavoce.forms.arrange import with_figures
from vivavoce.forms.outline import heading_levels, headings_of
from vivavoce.forms.shown import shown_turns
from vivavoce.forms.tei.blocks import BlockWriter, Names
from vivavoce.forms.tei.header import write_header
from vivavoce.forms.tei.times import Timeline
from vivavoce.forms.xmltext import is_xml_name, xml_attributes, xml_lang
from vivavoce.ids import PREFIX
from vivavoce.interview import Interview, Text
from vivavoce.interview_ids import make_ids


def to_tei(interview: Interview) -> str:
    """Return *interview* as a TEI document."""
    people = _person_ids(interview)
    timeline = Timeline(interview.turns)
    names = Names(people, timeline, make_ids(interview).anchors)
    writer = BlockWriter(names, iter(shown_turns(interview)))
    body = _body(interview, writer)
    lang = xml_attributes(xml_lang=xml_lang(interview.metadata.lang))
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<TEI xmlns="http://www.tei-c.org/ns/1.0"{lang}>\n{write_header(interview, people)}'
        f"<text>\n{timeline.write()}<body>\n{body}</body>\n</text>\n</TEI>\n"
    )


def _person_ids(interview: Interview) -> dict[str, str]:
    """Return an XML id for everybody who speaks, the participant's own where it can be one."""
    speakers = [person.id for person in interview.participants]
    speakers += [turn.speaker for turn in interview.turns]
    ids: dict[str, str] = {}
    for speaker in speakers:
        if speaker not in ids:
            ids[speaker] = speaker if is_xml_name(speaker) else f"{PREFIX}p-{len(ids) + 1}"
    return ids


def _body(interview: Interview, writer: BlockWriter) -> str:
    """Return the blocks in divisions, nested as the levels of their headings say."""
    headings = [node for node in interview.blocks if isinstance(node, Text) and _is_head(node)]
    levels = iter(heading_levels(headings, 1))
    ids = _heading_ids(interview)
    pieces: list[str] = []
    depth = 0
    for node in with_figures(interview.blocks):
        if isinstance(node, Text) and _is_head(node):
            level = next(levels)
            pieces.append("</div>\n" * max(0, depth - level + 1))
            pieces.append(f"<div{xml_attributes(xml_id=ids[id(node)])}>\n{writer.head(node)}")
            depth = level
        else:
            pieces.append("" if depth else "<div>\n")
            depth = max(depth, 1)
            pieces.append(writer.write((node,)))
    return ("".join(pieces) or "<div>\n<p/>\n") + "</div>\n" * max(depth, 1)


def _is_head(leaf: Text) -> bool:
    return leaf.kind == "heading"


def _heading_ids(interview: Interview) -> dict[int, str]:
    """Return the names of headings by the identities of their nodes."""
    names = make_ids(interview).headings
    return {id(node): name for node, name in zip(headings_of(interview), names, strict=True)}
