"""Make the message catalogues: ``python -m sphinx_vivavoce.catalogues``.

Messages are taken from the code, each language's ``.po`` is brought up to date and its ``.mo`` made
from it. Both are kept in the repository, so that an installation needs no tool.
"""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from sphinx_vivavoce.words import CATALOGUE, LOCALE

HERE = Path(__file__).parent
EPOCH = datetime(2026, 1, 1, tzinfo=UTC)
"""Stands for every date in a catalogue, so that the same words give the same bytes."""
LANGUAGES = ("ar", "de", "es", "fr", "it", "ja", "ko", "pt_BR", "ru", "zh_CN", "zh_TW")


def po_path(language: str) -> Path:
    """Return where the catalogue of *language* is."""
    return LOCALE / language / "LC_MESSAGES" / f"{CATALOGUE}.po"


def messages() -> dict[str, list[str]]:
    """Return the messages in the code of the extension, and the files of each."""
    found: dict[str, list[str]] = {}
    for filename, _, message, *_ in sorted(extract_from_dir(HERE, keywords={"_": None})):
        found.setdefault(str(message), []).append(f"sphinx_vivavoce/{filename}")
    return found


def updated(language: str) -> Catalog:
    """Return the catalogue of *language* with exactly the messages that are in the code."""
    path = po_path(language)
    old = read_po(BytesIO(path.read_bytes()), language) if path.exists() else Catalog(language)
    new = Catalog(
        language,
        header_comment="# Words of sphinx_vivavoce, made by sphinx_vivavoce.catalogues.",
        project="sphinx_vivavoce",
        version=" ",
        last_translator="The vivavoce authors",
        language_team=language,
        msgid_bugs_address=" ",
        creation_date=EPOCH,
        revision_date=EPOCH,
        fuzzy=False,
    )
    for message, files in messages().items():
        known = old.get(message)
        new.add(message, known.string if known else "", auto_comments=files)
    return new


def po_bytes(catalogue: Catalog) -> bytes:
    """Return *catalogue* as a ``.po`` file."""
    buffer = BytesIO()
    write_po(buffer, catalogue, sort_output=True, width=100, omit_header=False)
    return buffer.getvalue()


def mo_bytes(catalogue: Catalog) -> bytes:
    """Return *catalogue* as a ``.mo`` file."""
    buffer = BytesIO()
    write_mo(buffer, catalogue)
    return buffer.getvalue()


def main() -> None:
    """Write all catalogues."""
    for language in LANGUAGES:
        catalogue = updated(language)
        path = po_path(language)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(po_bytes(catalogue))
        path.with_suffix(".mo").write_bytes(mo_bytes(catalogue))


if __name__ == "__main__":
    main()
