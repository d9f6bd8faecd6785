"""Several interviews as one, for text forms that hold one conversation: a section for each."""

from __future__ import annotations

from collections.abc import Mapping

from pandoc_vivavoce.books.book import Book, Chapter
from pandoc_vivavoce.books.people import name_key
from vivavoce.forms.outline import heading_levels, headings_of, title_heading
from vivavoce.interview import Interview, Node, Text, Turn
from vivavoce.model import Mark, Metadata, Participant, Run


def merge_interviews(book: Book) -> Interview:
    """Return the interviews of *book* as one; its people are one list, each person once."""
    if book.is_single:
        return book.chapters[0].interview
    people: dict[str, Participant] = {}
    blocks: list[Node] = []
    for chapter in book.chapters:
        speakers = _join_people(people, chapter.interview)
        blocks.append(Text("heading", (Run(chapter.title),), 1, chapter.id, chapter.lang))
        blocks.extend(_ChapterCopy(chapter, speakers).nodes())
    metadata = Metadata(book.title, book.subtitle or None, book.authors, book.date or None)
    problems = tuple(item for chapter in book.chapters for item in chapter.interview.problems)
    metadata = metadata._replace(lang=book.lang)
    return Interview(metadata, tuple(people.values()), tuple(blocks), problems)


def _join_people(people: dict[str, Participant], interview: Interview) -> dict[str, str]:
    """Add the people of *interview* and return their new ids by the old ones.

    Who has no name is a person of that interview alone.
    """
    speakers: dict[str, str] = {}
    for participant in interview.participants:
        key = name_key(participant.name or "") or f"#{len(people)}"
        known = people.setdefault(key, participant._replace(id=f"s{len(people) + 1}"))
        labels = tuple(dict.fromkeys(known.labels + participant.labels))
        people[key] = known._replace(labels=labels, about=known.about or participant.about)
        speakers[participant.id] = known.id
    return speakers


class _ChapterCopy:
    """Copies the nodes of one chapter with ids, levels and speakers of the whole."""

    def __init__(self, chapter: Chapter, speakers: Mapping[str, str]) -> None:
        self._chapter = chapter
        self._speakers = speakers
        self._title = title_heading(chapter.interview)
        headings = [item for item in headings_of(chapter.interview) if item is not self._title]
        levels = heading_levels(headings, 2)
        self._levels = {id(item): level for item, level in zip(headings, levels, strict=True)}

    def nodes(self) -> list[Node]:
        """Return the nodes; trees are no deeper than `vivavoce.nesting.DEEPEST`."""
        return [
            self._copy(node) for node in self._chapter.interview.blocks if node is not self._title
        ]

    def _copy(self, node: Node) -> Node:
        if isinstance(node, Text):
            return self._copy_text(node)
        blocks = tuple(self._copy(child) for child in node.blocks)
        if isinstance(node, Turn):
            return node._replace(speaker=self._speakers[node.speaker], blocks=blocks)
        return node._replace(blocks=blocks)

    def _copy_text(self, leaf: Text) -> Text:
        runs = tuple(self._copy_run(run) for run in leaf.runs)
        name = self._name(leaf.id) if leaf.id else ""
        lang = leaf.lang or self._chapter.lang
        return leaf._replace(
            runs=runs, id=name, lang=lang, level=self._levels.get(id(leaf), leaf.level)
        )

    def _copy_run(self, run: Run) -> Run:
        marks = tuple(self._copy_mark(mark) for mark in run.marks)
        return run._replace(marks=marks)

    def _copy_mark(self, mark: Mark) -> Mark:
        if mark.kind == "link" and mark.value.startswith("#"):
            return mark._replace(value="#" + self._name(mark.value[1:]))
        return mark

    def _name(self, name: str) -> str:
        return f"{self._chapter.prefix}{name}"
