"""The table of conventions: in each, one way in which the world prints who speaks.

A convention is one file with one function of its name. It looks at the document and proposes cues
or nothing; it does not weigh itself against the others. The order is the order of the report.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from vivavoce.conventions.affiliated_label import affiliated_label
from vivavoce.conventions.asking_class import asking_class
from vivavoce.conventions.barred_label import barred_label
from vivavoce.conventions.blockquote_question import blockquote_question
from vivavoce.conventions.bold_label import bold_label
from vivavoce.conventions.bold_name import bold_name
from vivavoce.conventions.bold_question import bold_question
from vivavoce.conventions.bracketed_label import bracketed_label
from vivavoce.conventions.break_lines import break_lines
from vivavoce.conventions.capitals_label import capitals_label
from vivavoce.conventions.cell_question import cell_question
from vivavoce.conventions.css_class import css_class
from vivavoce.conventions.dashed_label import dashed_label
from vivavoce.conventions.dashed_speech import dashed_speech
from vivavoce.conventions.definition_list import definition_list
from vivavoce.conventions.heading_question import heading_question
from vivavoce.conventions.initials import initials
from vivavoce.conventions.italic_label import italic_label
from vivavoce.conventions.italic_question import italic_question
from vivavoce.conventions.item_question import item_question
from vivavoce.conventions.label_own_line import label_own_line
from vivavoce.conventions.plain_label import plain_label
from vivavoce.conventions.plain_question import plain_question
from vivavoce.conventions.qa_letters import qa_letters
from vivavoce.conventions.summary_question import summary_question
from vivavoce.conventions.table import table
from vivavoce.conventions.term_question import term_question
from vivavoce.conventions.timestamped import timestamped
from vivavoce.conventions.voices import voices
from vivavoce.model import Proposal
from vivavoce.recognition.document import Document

Convention = Callable[[Document], Proposal | None]

LABELLED: Final[tuple[tuple[str, Convention], ...]] = (
    ("voices", voices),
    ("definition-list", definition_list),
    ("table", table),
    ("label-own-line", label_own_line),
    ("timestamped", timestamped),
    ("bold-label", bold_label),
    ("italic-label", italic_label),
    ("plain-label", plain_label),
    ("qa-letters", qa_letters),
    ("initials", initials),
    ("capitals-label", capitals_label),
    ("affiliated-label", affiliated_label),
    ("bracketed-label", bracketed_label),
    ("barred-label", barred_label),
    ("dashed-label", dashed_label),
    ("bold-name", bold_name),
)
"""Conventions that print a label."""

UNLABELLED: Final[tuple[tuple[str, Convention], ...]] = (
    ("css-class", css_class),
    ("asking-class", asking_class),
    ("term-question", term_question),
    ("summary-question", summary_question),
    ("cell-question", cell_question),
    ("bold-question", bold_question),
    ("italic-question", italic_question),
    ("heading-question", heading_question),
    ("blockquote-question", blockquote_question),
    ("dashed-speech", dashed_speech),
    ("break-lines", break_lines),
    ("item-question", item_question),
    ("plain-question", plain_question),
)
"""Conventions in which only the look of the text tells question from answer."""

CONVENTIONS: Final = LABELLED + UNLABELLED
