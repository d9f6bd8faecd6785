"""A table of two columns: the left cell asks, the right one answers."""

from __future__ import annotations

from vivavoce.conventions._alternate import alternate, mostly_ask
from vivavoce.conventions._cues import propose
from vivavoce.conventions.table import first_cells
from vivavoce.model import Proposal
from vivavoce.recognition.document import Document


def cell_question(document: Document) -> Proposal | None:
    """Propose a question for the first of two cells, in a table whose first cells mostly ask."""
    first = first_cells(document.blocks)
    if not mostly_ask([line for line in document.lines if line.block in first]):
        return None
    return propose("cell-question", alternate(document, lambda line: line.block in first))
