"""The sample interviews of ``fixtures/forms``: each in JSON, and as every other form has it."""

from __future__ import annotations

from pathlib import Path

import pytest

from vivavoce.forms.json.document import from_json
from vivavoce.interview import Interview

FORMS = Path(__file__).parent / "fixtures" / "forms"
NAMES = sorted(path.parent.name for path in FORMS.glob("*/interview.json"))

each_sample = pytest.mark.parametrize("name", NAMES)


def sample(name: str) -> Interview:
    """Return the sample *name*."""
    return from_json((FORMS / name / "interview.json").read_text("utf-8"))


def compare(name: str, suffix: str, text: str, *, regenerate: bool) -> None:
    """Assert that the sample *name* has *text* in the form with *suffix*, or write it."""
    path = FORMS / name / f"interview{suffix}"
    if regenerate:
        path.write_text(text, "utf-8")
    assert text == path.read_text("utf-8")
