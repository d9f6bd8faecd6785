"""What every convention looks at: the blocks, cut into lines, with the label of each line.

A line is a stretch of a block between two line breaks, since many pages print several turns in
one paragraph. Bold and italics are measured once, here, so that conventions only compare numbers.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import accumulate, pairwise
from typing import Final, NamedTuple

from vivavoce.model import Block, Metadata
from vivavoce.options import Options
from vivavoce.recognition.address import announces_interview, is_faq, is_guide
from vivavoce.recognition.asking import asks
from vivavoce.recognition.cuts import cuts
from vivavoce.recognition.label import Label, parse_label
from vivavoce.recognition.legend import is_introduction, is_legend, name_in_legend, stated_names
from vivavoce.recognition.names import fold, role_of_word

_LONGEST: Final = 40
_OPENING: Final = 8
_LOWEST: Final = 7
"""Below every level of headings."""
_TITLE_BLOCK: Final = 5
"""How many blocks a title, those who wrote the text, its date and the same title again are."""
_WORDS: Final = 3
_SET_APART: Final = frozenset({"strong", "small-caps", "underline"})
"""Marks that set a label or a question apart as bold does."""
_TEXT_KINDS: Final = frozenset({"paragraph", "heading"})
_NOWHERE: Final[frozenset[str]] = frozenset()


class Line:
    """One line of a block."""

    def __init__(
        self,
        place: tuple[int, int],
        text: str,
        marks: tuple[int, int],
        label: Label | None,
        leaf: Block,
    ) -> None:
        """Take its *place*, the block's and its own in it, and how much is bold and italic."""
        self.block: Final = place[0]
        """The block's place in the list."""
        self.start: Final = place[1]
        """The offset in the block's text at which the line begins."""
        self.text: Final = text
        self.strong: Final = marks[0]
        """How many characters from the start are bold, white space after them included."""
        self.emphasis: Final = marks[1]
        """How many characters from the start are italic."""
        self.label: Final = label
        """The label that opens the line, if one does."""
        self.leaf: Final = leaf
        """Its block."""
        self.kind: Final = leaf.kind
        """The kind of its block: paragraph or heading."""
        self.asks: Final = asks(text)
        """It ends as a question does."""
        self.inside: Final = frozenset([item.kind for item in leaf.path]) if leaf.path else _NOWHERE
        """The kinds of the containers around it."""

    def unlabelled(self) -> Line:
        """Return this line as one that no label opens."""
        place, marks = (self.block, self.start), (self.strong, self.emphasis)
        return Line(place, self.text, marks, None, self.leaf)

    @property
    def is_strong(self) -> bool:
        """The whole line is bold."""
        return self.strong >= len(self.text)

    @property
    def is_emphasis(self) -> bool:
        """The whole line is italic."""
        return self.emphasis >= len(self.text)


class Document(NamedTuple):
    """A document as the conventions see it."""

    blocks: tuple[Block, ...]
    lines: tuple[Line, ...]
    metadata: Metadata
    options: Options
    stated: Mapping[str, str] = {}
    """What a legend or the front matter says of labels: folded label to the name it means."""
    is_faq: bool = False
    """The title or an early heading says that these are frequent questions, or a guide."""
    is_announced: bool = False
    """Title or opening say that this is an interview."""
    labelled: tuple[tuple[Line, Label], ...] = ()
    """The lines whose label may open a turn, with it."""


def read_document(blocks: tuple[Block, ...], metadata: Metadata, options: Options) -> Document:
    """Cut *blocks* into lines and read the label of each."""
    lines: list[Line] = []
    for index, block in enumerate(blocks):
        if block.kind in _TEXT_KINDS and block.text:
            lines.extend(_lines_of(index, block))
    legend = _legend(lines)
    stated = dict(stated_names((line.text for line in lines), metadata))
    for line in legend:
        if line.label:
            stated[fold(line.label.printed)] = name_in_legend(line.label, line.text)
    titles = _titles(blocks, lines)
    shown = tuple(
        line.unlabelled() if line in legend else line for line in lines if line.block not in titles
    )
    faq = _is_titled_faq(blocks, metadata)
    announced = not faq and _announces(blocks, metadata)
    labelled = tuple(_labelled(blocks, shown))
    return Document(blocks, shown, metadata, options, stated, faq, announced, labelled)


def _titles(blocks: tuple[Block, ...], lines: list[Line]) -> tuple[int, ...]:
    """Return the places of the heading above all others, which nobody says; none where none is.

    It stands before the talk: no label before it comes back after it. A page with a title block,
    as pandoc writes them, has it once there and once more above the text.
    """
    headings = [place for place, block in enumerate(blocks) if block.kind == "heading"]
    if not headings:
        return ()
    title = headings[0]
    titles = tuple(
        place
        for place in headings
        if place - title < _TITLE_BLOCK and blocks[place].text == blocks[title].text
    )
    others = (blocks[place].level for place in headings if place not in titles)
    if max(blocks[place].level for place in titles) >= min(others, default=_LOWEST):
        return ()
    return () if _come_back(lines, title) else titles


def _come_back(lines: list[Line], place: int) -> bool:
    """True where a label before the block at *place* stands again after it."""
    before = {fold(line.label.printed) for line in lines if line.block < place and line.label}
    return bool(before) and any(
        line.label and line.block > place and fold(line.label.printed) in before for line in lines
    )


def _labelled(blocks: tuple[Block, ...], lines: tuple[Line, ...]) -> Iterator[tuple[Line, Label]]:
    """Yield the lines with labels that may open a turn.

    A heading that goes on after a name is a headline that quotes somebody, not a turn.
    """
    for line in lines:
        label = line.label
        if label is not None and (
            line.kind != "heading" or label.speech >= len(line.text) or role_of_word(label.printed)
        ):
            yield line, label


def _announces(blocks: tuple[Block, ...], metadata: Metadata) -> bool:
    title = " ".join(filter(None, (metadata.title, metadata.description)))
    return announces_interview(title) or announces_interview(
        "\n".join([block.text for block in blocks[:_OPENING]])
    )


def _is_titled_faq(blocks: tuple[Block, ...], metadata: Metadata) -> bool:
    headings = [block.text for block in blocks[:_OPENING] if block.kind == "heading"]
    return any(is_faq(title) or is_guide(title) for title in (metadata.title or "", *headings))


def _legend(lines: list[Line]) -> list[Line]:
    """Return the lines before the talk that say what a label stands for.

    Each label comes back later, where somebody speaks under it.
    """
    labelled = [line for line in lines if line.label]
    counts = Counter(fold(line.label.printed) for line in labelled if line.label)
    return [
        line
        for line in labelled[:_OPENING]
        if line.label
        and (counts[fold(line.label.printed)] > 1 or is_introduction(line.label, line.text))
        and is_legend(line.label, line.text)
    ]


def _lines_of(index: int, block: Block) -> list[Line]:
    """Cut a block at its line breaks, and where a label stands in the middle of a line."""
    text = block.text
    starts = [0, *accumulate([len(run.text) for run in block.runs[:-1]])]
    is_plain = len(starts) == 1 and not block.runs[0].marks
    found: list[Line] = []
    for begin, end in pairwise([0, *cuts(block, starts), len(text)]):
        shown = text[begin:end].strip()
        if shown:
            at = text.index(shown[0], begin)
            plainly = is_plain and shown[0].isalnum()
            marks = (0, 0, False) if plainly else _marks(block, starts, at, at + len(shown))
            strong, emphasis, linked = marks
            label = None if linked else _label_of(shown, strong)
            found.append(Line((index, at), shown, (strong, emphasis), label, block))
    return found


def _label_of(text: str, strong: int) -> Label | None:
    """Return the label that opens *text*, whose first *strong* characters are bold.

    One that begins in bold and goes on for several plain words is a bold name and a sentence with
    a colon.
    """
    label = parse_label(text)
    if label is None or not 0 < strong < label.start + len(label.printed):
        return label
    return label if len(text[strong : label.start + len(label.printed)].split()) < _WORDS else None


def _marks(block: Block, starts: list[int], begin: int, end: int) -> tuple[int, int, bool]:
    """Return how many characters from *begin* are bold and italic, and whether all are a link.

    Each ends at the first run that says something without it.
    """
    strong = emphasis = link = end
    for at in range(bisect_right(starts, begin) - 1 if begin else 0, len(starts)):
        run, start = block.runs[at], starts[at]
        if start >= end:
            break
        if not _says_something(run.text, max(0, begin - start), end - start):
            continue
        kinds, here = [mark.kind for mark in run.marks], begin if begin > start else start
        if strong == end and _SET_APART.isdisjoint(kinds):
            strong = here
        if emphasis == end and "emphasis" not in kinds:
            emphasis = here
        if link == end and "link" not in kinds:
            link = here
        if strong < end and emphasis < end and link < end:
            break
    return strong - begin, emphasis - begin, link == end


def _says_something(text: str, begin: int, end: int) -> bool:
    """White space and closing punctuation left outside the bold do not end it."""
    said = text[begin:end].lstrip()
    return said[:1].isalnum() or bool("".join(said.split()).strip('.。?？!！"”’)）'))
