"""An interview as Markdown that people edit and that reads back to the same interview.

The dialect is pandoc's: YAML front matter with the participants, a fenced division for each turn
with the label as a span in its first paragraph. `vivavoce.forms.markdown.read` reads it.
"""

from __future__ import annotations

from vivavoce.forms.markdown.blocks import BlockWriter
from vivavoce.forms.markdown.meta import write_front_matter
from vivavoce.forms.outline import conversation_bounds
from vivavoce.forms.shown import shown_turns
from vivavoce.interview import Interview
from vivavoce.words import words_for


def to_markdown(interview: Interview) -> str:
    """Return *interview* as canonical Markdown; its problems are not part of it."""
    colon = words_for(interview.metadata.lang).colon
    writer = BlockWriter(iter(shown_turns(interview)), colon)
    start, end = conversation_bounds(interview.blocks)
    writer.write(interview.blocks[:start])
    if end > start:
        writer.open("{.interview}")
        writer.write(interview.blocks[start:end])
        writer.close()
    writer.write(interview.blocks[end:])
    return f"{write_front_matter(interview)}\n{writer.text()}"
