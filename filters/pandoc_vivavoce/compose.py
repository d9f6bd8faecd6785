"""The filter for those who compose panflute filters in Python.

`convert_doc` does the work on a panflute document. `prepare`, `action` and `finalize` are the three
functions that panflute's ``run_filter`` takes, and `main` what its autofilter calls
(``panflute-filters: pandoc_vivavoce.compose``). The pandoc command of the package does not come
this way: panflute's own document classes nest by recursion and cost more than the whole work.
"""

from __future__ import annotations

import json
from io import StringIO

from panflute import Doc, Element, dump, load, run_filter

from pandoc_vivavoce.inplace.document import convert_document
from pandoc_vivavoce.pipe import lines_of, tell
from vivavoce.problems import InputError


def convert_doc(doc: Doc) -> Doc:
    """Mark the conversation in *doc*, in place, and return it.

    What was found out is told on standard error. Raises InputError where the document asks to be
    refused without a conversation (``fail-if-unsure``).
    """
    stream = StringIO()
    dump(doc, stream)
    outcome = convert_document(json.loads(stream.getvalue()), doc.format or "")
    tell(lines_of(outcome.problems))
    if outcome.failed:
        raise InputError("no conversation was found, and the document asks to stop then")
    if outcome.is_converted:
        made = load(StringIO(json.dumps(outcome.document)))
        doc.content, doc.metadata = list(made.content), made.metadata
    elif outcome.has_settings:
        for key in [key for key in doc.metadata if key not in outcome.document["meta"]]:
            del doc.metadata[key]
    return doc


def prepare(doc: Doc) -> None:
    """Do nothing: the conversation is a matter of the whole document, not of one element."""


def action(element: Element, doc: Doc) -> None:
    """Convert the document when panflute's walk comes to it, which it does last."""
    if isinstance(element, Doc):
        convert_doc(element)


def finalize(doc: Doc) -> None:
    """Do nothing: the document was converted at the end of the walk."""


def main(doc: Doc | None = None) -> Doc | None:
    """Run as a panflute filter, on standard input or on *doc*."""
    converted: Doc | None = run_filter(action, prepare=prepare, finalize=finalize, doc=doc)
    return converted
