"""The directives ``interview-people`` and ``interview-questions``.

They stand for lists of what the whole project holds, so they leave a placeholder that is replaced
when every page has been read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util.docutils import SphinxDirective

from sphinx_vivavoce.domain import VivavoceDomain, domain_of
from sphinx_vivavoce.entries import InterviewEntry
from sphinx_vivavoce.messages import warn
from sphinx_vivavoce.people_index import Spoken, person_of, speakers_of
from sphinx_vivavoce.targets import person_anchor


class listing(nodes.General, nodes.Element):  # noqa: N801 - docutils names nodes in lower case
    """Stands for a list until all interviews are known."""


class ListingDirective(SphinxDirective):
    """Leave a placeholder for a list of all interviews, or of those named."""

    final_argument_whitespace = True
    optional_arguments = 1
    option_spec: ClassVar[dict[str, Any]] = {"class": directives.class_option}
    kind: ClassVar[str]

    def run(self) -> list[nodes.Node]:
        """Return the placeholder; the argument names interviews, separated by commas."""
        names = [name.strip() for name in " ".join(self.arguments).split(",") if name.strip()]
        lists_all = self.kind == "people" and not names
        domain_of(self.env).note_listing(self.env.docname, people=lists_all)
        node = listing(kind=self.kind, wanted=names, lists_all=lists_all)
        node["docname"] = self.env.docname
        node["classes"] = [f"interview-{self.kind}", *self.options.get("class", [])]
        self.set_source_info(node)
        return [node]


class PeopleDirective(ListingDirective):
    """List the people, what they are, and where they speak."""

    kind = "people"


class QuestionsDirective(ListingDirective):
    """List the questions of each interview."""

    kind = "questions"


class FillListings(SphinxPostTransform):
    """Replace the placeholders of a page by lists."""

    default_priority = 5
    """Before Sphinx resolves references, which the lists are made of."""

    def run(self, **kwargs: Any) -> None:
        """Replace each placeholder by the list of its kind, or by nothing."""
        domain = domain_of(self.env)
        if not domain.listings:
            return
        for node in list(self.document.findall(listing)):
            items = _ITEMS[node["kind"]](_interviews(domain, node), node["lists_all"])
            filled = nodes.bullet_list("", *items, classes=node["classes"])
            _stand_on(filled, node["docname"])
            node.parent.replace(node, filled if items else [])


def _stand_on(filled: nodes.Element, docname: str) -> None:
    """Tell the references in *filled* their page: in LaTeX all pages are one document."""
    for link in filled.findall(addnodes.pending_xref):
        link["refdoc"] = docname


def _interviews(domain: VivavoceDomain, node: listing) -> list[InterviewEntry]:
    """Return the interviews that *node* names; all where it names none."""
    if not node["wanted"]:
        return domain.interviews
    found = {name: domain.find_interview(name) for name in node["wanted"]}
    for name in (name for name, entry in found.items() if entry is None):
        warn("unknown-interview", f"there is no interview {name!r}", node)
    return [entry for entry in found.values() if entry is not None]


def _people_items(interviews: Iterable[InterviewEntry], is_index: bool) -> list[nodes.list_item]:
    return [_person_item(spoken, is_index) for _, spoken in sorted(speakers_of(interviews).items())]


def _person_item(spoken: Spoken, is_index: bool) -> nodes.list_item:
    """Return the person's name, a line about the person, and a link to each interview."""
    person = person_of(spoken)
    line = nodes.paragraph("", "", nodes.strong("", person.name))
    if is_index:
        line.insert(0, nodes.target("", "", ids=[person_anchor(person.name)]))
    if person.about:
        told = person.about.removeprefix(person.name)
        line += nodes.Text(told if told != person.about else f", {told}")
    links = [_first_turn(entry, place) for entry, place in spoken]
    return nodes.list_item("", line, _links(links))


def _first_turn(entry: InterviewEntry, place: int) -> addnodes.pending_xref:
    turn = next((turn for turn in entry.turns if turn.person == place), None)
    if turn is None:
        return _link("interview", entry.name, entry.title)
    return _link("turn", turn.anchor, entry.title)


def _question_items(interviews: Iterable[InterviewEntry], is_index: bool) -> list[nodes.list_item]:
    return [_interview_item(entry) for entry in interviews if entry.questions]


def _interview_item(entry: InterviewEntry) -> nodes.list_item:
    title = nodes.paragraph("", "", _link("interview", entry.name, entry.title))
    return nodes.list_item(
        "", title, _links([_link("turn", turn.anchor, turn.excerpt) for turn in entry.questions])
    )


def _links(links: Iterable[addnodes.pending_xref]) -> nodes.bullet_list:
    items = [nodes.list_item("", nodes.paragraph("", "", link)) for link in links]
    return nodes.bullet_list("", *items)


def _link(kind: str, target: str, text: str) -> addnodes.pending_xref:
    """Return a reference to an object of the domain that says *text*."""
    return addnodes.pending_xref(
        "",
        nodes.inline("", text),
        refdomain="vivavoce",
        reftype=kind,
        reftarget=target,
        refexplicit=True,
        refwarn=True,
    )


_ITEMS: dict[str, Callable[[Iterable[InterviewEntry], bool], list[nodes.list_item]]] = {
    "people": _people_items,
    "questions": _question_items,
}


def setup(app: Sphinx) -> None:
    """Register the directives, their placeholder and what replaces it."""
    app.add_node(listing)
    app.add_directive("interview-people", PeopleDirective)
    app.add_directive("interview-questions", QuestionsDirective)
    app.add_post_transform(FillListings)
