"""The directive ``dialogue``: a conversation written in place, in the markup of the page."""

from __future__ import annotations

from typing import Any, ClassVar

from docutils import nodes
from docutils.statemachine import StringList
from sphinx.application import Sphinx

from sphinx_vivavoce.directive import SHOWING_OPTIONS, ConversationDirective, split_names
from sphinx_vivavoce.placing import place_interview
from sphinx_vivavoce.written import WrittenTurn, interview_of, split_turns
from vivavoce.words import Words


class DialogueDirective(ConversationDirective):
    """Show the conversation in the directive's content."""

    is_verbatim = False
    has_content = True
    option_spec: ClassVar[dict[str, Any]] = {**SHOWING_OPTIONS, "speakers": split_names}

    def run(self) -> list[nodes.Node]:
        """Parse the content turn by turn and return the conversation."""
        turns = split_turns(list(self.content), self.options.get("speakers", ()))
        if not turns:
            raise self.error("no line begins with a speaker's name and a colon")
        roles = self.options.get("roles", {})
        strangers = set(roles) - {turn.label for turn in turns}
        if strangers:
            raise self.error(f"nobody called {min(strangers)!r} speaks here")
        before = self._parse(WrittenTurn("", 0, 0, turns[0].first))
        bodies = [self._parse(turn) for turn in turns]
        interview = interview_of(turns, [[*map(_words, body)] for body in bodies], roles)
        showing = self.show(interview, f"dialogue-{self.lineno}", self.get_source_info()[0])
        return [*before, *place_interview(interview, showing, self.page(), bodies)]

    def words(self, lang: str) -> Words:
        """Return the words of *lang*, with a full-width colon where one is written."""
        words = super().words(lang)
        is_wide = any("：" in line for line in self.content if line[:1].strip())
        return words._replace(colon="：") if is_wide else words

    def _parse(self, turn: WrittenTurn) -> list[nodes.Node]:
        """Parse the lines of *turn* without its label."""
        lines: StringList = self.content[turn.first : turn.last]
        lines.disconnect()
        if turn.label:
            lines[0] = lines[0][turn.speech :]
            _dedent(lines)
        parent = nodes.Element()
        self.state.nested_parse(lines, self.content_offset + turn.first, parent)
        return list(parent.children)


def _dedent(lines: StringList) -> None:
    """Take the indentation from the lines that follow a label and are set in under it."""
    end = next(
        (number for number, line in enumerate(lines.data) if number and line[:1].strip()),
        len(lines),
    )
    widths = [len(line) - len(line.lstrip()) for line in lines.data[1:end] if line.strip()]
    if widths:
        lines.trim_left(min(widths), 1, end)


def _words(node: nodes.Node) -> str:
    return " ".join(node.astext().split())


def setup(app: Sphinx) -> None:
    """Register the directive."""
    app.add_directive("dialogue", DialogueDirective)
