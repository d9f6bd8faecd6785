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
from vivavoce.targets import link_target


def place_links(top: nodes.Element, interview: Interview, prefix: str) -> None:
    """Point every link below *top* at an address, or at the id its place has on the page."""
    anchors = make_ids(interview, prefix).anchors
    base = interview.metadata.source.url or ""
    links = list(top.findall(nodes.reference))
    present = _place_anchors(top, anchors, {link["refuri"] for link in links})
    for link in links:
        target = link_target(link["refuri"], anchors)
        if target[1:] in present:
            del link["refuri"]
            link["refid"] = target[1:]
            link["internal"] = True
        elif urlsplit(urljoin(base, target)).scheme and not target.startswith("#"):
            link["refuri"] = urljoin(base, target)
        else:
            link.parent.replace(link, link.children)


def _place_anchors(top: nodes.Element, anchors: Mapping[str, str], wanted: set[str]) -> set[str]:
    """Give the elements below *top* to which a link leads their ids on the page; return these."""
    present: set[str] = set()
    for node in list(top.findall(nodes.Element)):
        source_id = node.attributes.pop("source-id", "")
        if source_id in anchors and f"#{source_id}" in wanted:
            node["ids"].append(anchors[source_id])
            present.add(anchors[source_id])
    return present
