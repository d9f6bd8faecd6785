"""Links of an interview: addresses that readers may follow, and places within the interview.

A link that leads nowhere from the page (a path on the site the interview came from, where that site
is not known) becomes plain text.
"""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import urljoin, urlsplit

from docutils import nodes

from vivavoce.ids import make_ids
from vivavoce.model import Interview

SCHEMES = frozenset({"http", "https", "mailto", "tel", "ftp"})


def place_links(tops: Iterable[nodes.Element], interview: Interview, prefix: str) -> None:
    """Point every link below *tops* at an address, or at the id its place has on the page."""
    anchors = make_ids(interview, prefix).anchors
    base = interview.metadata.source.url or ""
    elements = list(tops)
    present = {
        anchor for top in elements for node in top.findall(nodes.Element) for anchor in node["ids"]
    }
    for link in [node for top in elements for node in top.findall(nodes.reference)]:
        uri = link["refuri"]
        if uri.startswith("#"):
            _point_inside(link, anchors.get(uri[1:], ""), present)
            continue
        address = urljoin(base, uri) if base else uri
        if _scheme(address) in SCHEMES:
            link["refuri"] = address
        else:
            link.replace_self(link.children)


def _point_inside(link: nodes.reference, anchor: str, present: set[str]) -> None:
    if anchor not in present:
        link.replace_self(link.children)
        return
    del link["refuri"]
    link["refid"] = anchor
    link["internal"] = True


def _scheme(address: str) -> str:
    try:
        return urlsplit(address.strip()).scheme.lower()
    except ValueError:
        return ""
