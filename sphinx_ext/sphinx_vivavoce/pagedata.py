"""An interview's metadata as Sphinx keeps it for a page, and as HTML's meta elements."""

from __future__ import annotations

from docutils import nodes

from vivavoce.model import Metadata


def page_data(metadata: Metadata) -> list[nodes.Node]:
    """Return the field list that Sphinx reads a page's metadata from, and meta elements."""
    docinfo = nodes.docinfo("", *[_field(name, value) for name, value in _fields(metadata).items()])
    found: list[nodes.Node] = [docinfo] if docinfo.children else []
    return found + [
        nodes.meta("", name=name, content=value) for name, value in _metas(metadata).items()
    ]


def _fields(metadata: Metadata) -> dict[str, str]:
    """Return the fields: front matter that is one value, then what the core understood."""
    fields = {
        name: str(value)
        for name, value in metadata.extra.items()
        if isinstance(value, str | int | float)
    }
    known = {
        "author": ", ".join(metadata.authors),
        "date": metadata.date or "",
        "description": metadata.description or "",
        "source": metadata.source.name or "",
        "source-url": metadata.source.url or "",
    }
    return fields | {name: value for name, value in known.items() if value}


def _metas(metadata: Metadata) -> dict[str, str]:
    known = {"author": ", ".join(metadata.authors), "description": metadata.description or ""}
    return {name: value for name, value in known.items() if value}


def _field(name: str, value: str) -> nodes.field:
    body = nodes.field_body("", nodes.paragraph("", value))
    return nodes.field("", nodes.field_name("", name), body)
