"""Links of an interview: addresses that readers may follow, and places within the interview.

A link that leads nowhere from the page (a path on the site the interview came from, where that site
is not known) becomes plain text.
"""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urljoin, urlsplit

from docutils import nodes

from vivavoce.ids import make_ids
from vivavoce.model import Interview

SCHEMES = frozenset({"http", "https", "mailto", "tel", "ftp"})


def place_links(top: nodes.Element, interview: Interview, prefix: str) -> None:
    """Point every link below *top* at an address, or at the id its place has on the page."""
    anchors = make_ids(interview, prefix).anchors
    base = interview.metadata.source.url or ""
    links = list(top.findall(nodes.reference))
    wanted = {link["refuri"][1:] for link in links if link["refuri"].startswith("#")}
    present = _place_anchors(top, {id: name for id, name in anchors.items() if id in wanted})
    for link in links:
        uri = link["refuri"]
        if uri.startswith("#"):
            _point_inside(link, anchors.get(uri[1:], ""), present)
            continue
        address = urljoin(base, uri) if base else uri
        if _scheme(address) in SCHEMES:
            link["refuri"] = address
        else:
            link.parent.replace(link, link.children)


def _place_anchors(top: nodes.Element, anchors: Mapping[str, str]) -> set[str]:
    """Give the elements below *top* whose ids links name their ids on the page; return these."""
    present: set[str] = set()
    for node in list(top.findall(nodes.Element)):
        anchor = anchors.get(node.attributes.pop("source-id", ""))
        if anchor is not None:
            node["ids"].append(anchor)
            present.add(anchor)
    return present


def _point_inside(link: nodes.reference, anchor: str, present: set[str]) -> None:
    if anchor not in present:
        link.parent.replace(link, link.children)
        return
    del link["refuri"]
    link["refid"] = anchor
    link["internal"] = True


def _scheme(address: str) -> str:
    try:
        return urlsplit(address.strip()).scheme.lower()
    except ValueError:
        return ""
