"""What HTML can say and docutils has no words for.

Runs for builders whose format is HTML (EPUB among them): the role ``doc-qna`` with a name, the
speaker as data, permalinks on turns, ruby and line breaks. All other builders see standard nodes.
The node classes here descend from docutils' own, so that a translator without visitors for them
treats them as those.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.writers.html5 import HTML5Translator

from sphinx_vivavoce.languages import language_of
from sphinx_vivavoce.tree import elements_below
from sphinx_vivavoce.words import _
from vivavoce.languagetags import direction


class division(nodes.container):  # noqa: N801 - docutils names nodes in lower case
    """A container that is written with the attributes in ``html``."""


class qna_section(nodes.section):  # noqa: N801
    """A section that is a conversation, named by its title."""


class speaker(nodes.inline):  # noqa: N801
    """The label of a turn, with no more to it than that."""


class spoken(nodes.container):  # noqa: N801
    """A turn, which is written with its speaker."""


class opening(nodes.paragraph):  # noqa: N801
    """The first paragraph of a turn, which ends with the link of the turn to itself."""


class line_break(nodes.inline):  # noqa: N801
    """A break within a paragraph."""


class ruby(nodes.inline):  # noqa: N801
    """Words with their ruby."""


class ruby_text(nodes.inline):  # noqa: N801
    """The ruby of words, without the brackets that other builders print around it."""


class AddHtmlMeaning(SphinxPostTransform):
    """Give interviews their meaning in HTML."""

    formats = ("html",)
    default_priority = 400

    def run(self, **kwargs: Any) -> None:
        """Replace what has more to say in HTML."""
        for node in elements_below(self.document):
            finish = _FINISH.get(type(node))
            if finish is not None:
                finish(node)


def _finish_container(node: nodes.Element) -> None:
    if "turn" in node["classes"]:
        node.__class__ = spoken
        _add_permalink(node.children)
    elif "interview" in node["classes"]:
        _become(node, division, _conversation(node, str(_("Interview"))))


def _finish_section(node: nodes.Element) -> None:
    if "interview" in node["classes"]:
        _become(node, qna_section, _conversation(node, node[0].astext()))


def _conversation(node: nodes.Element, name: str) -> dict[str, str]:
    """Return the attributes of *node*, which holds a conversation called *name*."""
    attributes = {"role": "doc-qna", "aria-label": name}
    if direction(language_of(node)) == "rtl":
        attributes["dir"] = "rtl"
    return attributes


def _become(node: nodes.Element, kind: type[nodes.Element], attributes: dict[str, str]) -> None:
    """Let *node* be written as one of *kind* with *attributes*.

    It changes its class and nothing else: what is in it and around it stays, which a new node in
    its place would have to take over child by child.
    """
    node.__class__ = kind
    node["html"] = attributes


def _add_permalink(said: Sequence[nodes.Node]) -> None:
    paragraph = next((node for node in said if type(node) is nodes.paragraph), None)
    if paragraph is not None:
        paragraph.__class__ = opening


def _finish_inline(node: nodes.Element) -> None:
    if node["classes"] == ["speaker"]:
        node.__class__ = speaker
    elif "line-break" in node["classes"]:
        node.__class__ = line_break
        node[:] = []
    elif "ruby-text" in node["classes"]:
        node.__class__ = ruby_text
        node[:] = [nodes.Text(node.astext()[1:-1])]
    elif "ruby" in node["classes"]:
        node.__class__ = ruby


Visitor = Callable[[HTML5Translator, nodes.Element], None]
_FINISH: dict[type[nodes.Node], Callable[[nodes.Element], None]] = {
    nodes.container: _finish_container,
    nodes.section: _finish_section,
    nodes.inline: _finish_inline,
}


def _visit_division(self: HTML5Translator, node: nodes.Element) -> None:
    self.body.append(self.starttag(node, "div", **node["html"]))


def _depart_division(self: HTML5Translator, node: nodes.Element) -> None:
    self.body.append("</div>\n")


def _visit_section(self: HTML5Translator, node: nodes.Element) -> None:
    self.section_level += 1
    self.body.append(self.starttag(node, "section", **node["html"]))


def _depart_section(self: HTML5Translator, node: nodes.Element) -> None:
    self.section_level -= 1
    self.body.append("</section>\n")


def _visit_spoken(self: HTML5Translator, node: spoken) -> None:
    self.body.append(_turn_tag(self, node))


def _turn_tag(self: HTML5Translator, node: spoken) -> str:
    """Return what docutils' own ``starttag`` would, which takes its time over every case."""
    classes, ids = " ".join(node["classes"]), node["ids"]
    if len(ids) != 1 or "language-" in classes:
        return self.starttag(node, "div", **{"data-speaker": node["speaker"]})
    speaker = self.attval(node["speaker"])
    return f'<div class="{classes}" data-speaker="{speaker}" id="{ids[0]}">\n'


def _between(before: str, after: str) -> tuple[Visitor, Visitor]:
    """Return the visitors of a node that stands between two pieces of HTML."""

    def visit(self: HTML5Translator, node: nodes.Element) -> None:
        self.body.append(before)

    def depart(self: HTML5Translator, node: nodes.Element) -> None:
        self.body.append(after)

    return visit, depart


def _visit_opening(self: HTML5Translator, node: opening) -> None:
    self.visit_paragraph(node)


def _depart_opening(self: HTML5Translator, node: opening) -> None:
    self.add_permalink_ref(node.parent, str(_("Link to this turn")))
    self.depart_paragraph(node)


def setup(app: Sphinx) -> None:
    """Register the post-transform and the visitors, for HTML alone."""
    app.add_node(division, html=(_visit_division, _depart_division))
    app.add_node(qna_section, html=(_visit_section, _depart_section))
    app.add_node(spoken, html=(_visit_spoken, _depart_division))
    app.add_node(speaker, html=_between('<span class="speaker">', "</span>"))
    app.add_node(opening, html=(_visit_opening, _depart_opening))
    app.add_node(line_break, html=_between("<br />\n", ""))
    app.add_node(ruby, html=_between("<ruby>", "</ruby>"))
    app.add_node(ruby_text, html=_between("<rp>(</rp><rt>", "</rt><rp>)</rp>"))
    app.add_post_transform(AddHtmlMeaning)
