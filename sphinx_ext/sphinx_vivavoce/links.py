"""Links of an interview: addresses that readers may follow, and places within the interview.

A link that leads nowhere from the page (a path on the site the interview came from, where that site
is not known) becomes plain text.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from urllib.parse import urljoin, urlsplit

from docutils import nodes

from sphinx_vivavoce.tree import elements_below, exchange
from vivavoce.forms.targets import link_target
from vivavoce.interview import Interview
from vivavoce.interview_ids import make_ids


def place_links(top: nodes.Element, interview: Interview, prefix: str) -> None:
    """Point every link below *top* at an address, or at the id its place has on the page."""
    base = interview.metadata.source.url or ""
    elements = elements_below(top)
    links = [node for node in elements if isinstance(node, nodes.reference)]
    inside = {link["refuri"][1:] for link in links if link["refuri"].startswith("#")}
    anchors = make_ids(interview, prefix).anchors if inside else {}
    present = _place_anchors(elements, {id: anchors[id] for id in inside if id in anchors})
    lost: set[int] = set()
    for link in links:
        target = link_target(link["refuri"], anchors)
        if target[1:] in present:
            del link["refuri"]
            link["refid"] = target[1:]
            link["internal"] = True
        elif address := _web_address(target, base):
            link["refuri"] = address
            link["name"] = " ".join(link.astext().split())  # as docutils' own parser does
        else:
            lost.add(id(link))
    if lost:
        exchange(top, lambda node: list(node.children) if id(node) in lost else None)


def _web_address(target: str, base: str) -> str:
    """Return *target* as seen from the page *base*; empty if that is no full address."""
    if not target or target.startswith("#"):
        return ""
    try:
        address = urljoin(base, target)
        return address if urlsplit(address).scheme else ""
    except ValueError:
        return ""


def _place_anchors(elements: Iterable[nodes.Element], anchors: Mapping[str, str]) -> set[str]:
    """Give those of *elements* that have an id of *anchors* the one for the page.

    Returns the new ids that have found their element.
    """
    present: set[str] = set()
    for node in elements:
        anchor = anchors.get(node.attributes.pop("source-id", ""))
        if anchor is not None:
            holder = node.parent if isinstance(node, nodes.title) else node
            holder["ids"].append(anchor)
            present.add(anchor)
    return present
