"""The canonical Markdown form read back to an interview, edits by hand included."""

from __future__ import annotations

from vivavoce.forms.json.document import VERSION
from vivavoce.forms.markdown.meta import read_front_matter
from vivavoce.forms.markdown.tree import read_tree
from vivavoce.interview import Interview, Node, Turn
from vivavoce.model import Participant
from vivavoce.problems import InputError
from vivavoce.reading.frontmatter import split_front_matter


def from_markdown(text: str) -> Interview:
    """Read the interview in canonical Markdown; InputError if it is not of that form.

    People may have edited it: somebody who speaks and is not among the participants becomes one.
    """
    front = split_front_matter(text)
    if front.problems:
        raise InputError(front.problems[0].message)
    if front.values.get("vivavoce") != VERSION:
        raise InputError(f"the front matter must have the key 'vivavoce' with the value {VERSION}")
    try:
        metadata, people = read_front_matter(front.values)
    except (KeyError, TypeError, AttributeError) as error:
        raise InputError(f"the front matter is not of the canonical form: {error!r}") from error
    return _with_strangers(Interview(metadata, people, read_tree(front.body)))


def _with_strangers(interview: Interview) -> Interview:
    """Return *interview* with a participant for everybody who speaks.

    A turn without the key ``speaker`` belongs to whom its label names.
    """
    people = {person.id: person for person in interview.participants}
    known = {label: person.id for person in people.values() for label in _labels(person)}
    blocks: list[Node] = []
    for node in interview.blocks:
        if isinstance(node, Turn):
            speaker = node.speaker or known.get(node.label) or _free_id(people)
            if speaker not in people:
                people[speaker] = Participant(speaker, node.label or speaker)
                known.setdefault(node.label, speaker)
            blocks.append(node._replace(speaker=speaker))
        else:
            blocks.append(node)
    return interview._replace(participants=tuple(people.values()), blocks=tuple(blocks))


def _labels(person: Participant) -> tuple[str, ...]:
    return (person.label, *person.labels, *((person.name,) if person.name else ()))


def _free_id(people: dict[str, Participant]) -> str:
    number = len(people) + 1
    while f"s{number}" in people:
        number += 1
    return f"s{number}"
