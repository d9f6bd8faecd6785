"""The domain ``vivavoce``: interviews, people and turns of a project, and references to them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from hashlib import sha1
from typing import Any, ClassVar

from docutils import nodes
from sphinx.addnodes import pending_xref
from sphinx.application import Sphinx
from sphinx.builders import Builder
from sphinx.domains import Domain, Index, ObjType
from sphinx.environment import BuildEnvironment
from sphinx.roles import XRefRole
from sphinx.util.nodes import make_refnode
from sphinx.util.typing import RoleFunction

from sphinx_vivavoce.entries import InterviewEntry, person_key
from sphinx_vivavoce.messages import Location, warn
from sphinx_vivavoce.people_index import PeopleIndex, named_index
from sphinx_vivavoce.targets import Target, targets_of
from sphinx_vivavoce.words import _


class VivavoceDomain(Domain):
    """Finds interviews by name, turns by id or number, and people by name."""

    name = "vivavoce"
    label = "vivavoce"
    object_types: ClassVar[dict[str, ObjType]] = {
        "interview": ObjType(_("interview"), "interview"),
        "person": ObjType(_("person"), "person"),
        "turn": ObjType(_("turn"), "turn"),
    }
    roles: ClassVar[dict[str, RoleFunction | XRefRole]] = {
        name: XRefRole(warn_dangling=True, innernodeclass=nodes.inline) for name in object_types
    }
    indices: ClassVar[list[type[Index]]] = [PeopleIndex]
    initial_data: ClassVar[dict[str, Any]] = {"interviews": {}, "listings": {}, "listed": ""}
    dangling_warnings: ClassVar[dict[str, str]] = {
        "interview": "unknown interview: %(target)s",
        "person": "nobody of this name speaks in any interview: %(target)s",
        "turn": "unknown turn: %(target)s",
    }
    data_version = 1
    _targets: dict[tuple[str, str], Target] | None = None

    def __init__(self, env: BuildEnvironment) -> None:
        super().__init__(env)
        self.indices = [named_index()]  # type: ignore[misc]  # its base does so too

    @property
    def interviews(self) -> list[InterviewEntry]:
        """All interviews of the project, by page and place on it."""
        found = self.data["interviews"]
        return [entry for docname in sorted(found) for entry in found[docname]]

    @property
    def listings(self) -> dict[str, bool]:
        """The pages with lists of interviews, and whether they have an entry for each person."""
        listings: dict[str, bool] = self.data["listings"]
        return listings

    def note_interview(self, entry: InterviewEntry, location: Location, *, chosen: bool) -> None:
        """Remember *entry*; warn if its *chosen* name is another's too."""
        other = self.find_interview(entry.name) if chosen else None
        if other is not None:
            where = self.env.doc2path(other.docname, base=False)
            warn("duplicate-name", f"{where} has an interview {entry.name!r} too", location)
        self._targets = None
        self.data["interviews"].setdefault(entry.docname, []).append(entry)

    def note_listing(self, docname: str, *, people: bool) -> None:
        """Remember that *docname* lists interviews, and whether it lists all *people*."""
        self._targets = None
        self.listings[docname] = people or self.listings.get(docname, False)

    def find_interview(self, name: str) -> InterviewEntry | None:
        """Return the first interview with the name *name*."""
        return next((entry for entry in self.interviews if entry.name == name), None)

    def clear_doc(self, docname: str) -> None:
        """Forget what *docname* held."""
        self._targets = None
        self.data["interviews"].pop(docname, None)
        self.data["listings"].pop(docname, None)

    def merge_domaindata(self, docnames: Set[str], otherdata: dict[str, Any]) -> None:
        """Take over what another process has read of *docnames*."""
        self._targets = None
        for kind in ("interviews", "listings"):
            found = otherdata[kind]
            self.data[kind].update({name: found[name] for name in docnames if name in found})

    def check_consistency(self) -> None:
        """Do nothing: doubled names are reported where they are read."""

    def find(self, kind: str, name: str) -> Target | None:
        """Return where the object *name* of type *kind* is."""
        if self._targets is None:
            found = [*self._objects(numbered=True)]
            self._targets = {(item.kind, item.key): item for item in reversed(found)}
        return self._targets.get((kind, person_key(name) if kind == "person" else name))

    def _objects(self, *, numbered: bool) -> Iterator[Target]:
        """Yield every object of the project and where it is; turns by number too if *numbered*."""
        page = min((name for name, people in self.listings.items() if people), default=None)
        return targets_of(self.interviews, page, numbered=numbered)

    def resolve_xref(  # noqa: PLR0913, PLR0917 - Sphinx's signature
        self,
        env: BuildEnvironment,
        fromdocname: str,
        builder: Builder,
        typ: str,
        target: str,
        node: pending_xref,
        contnode: nodes.Element,
    ) -> nodes.reference | None:
        """Return the reference, or None if there is no such object."""
        found = self.find(typ, target)
        if found is None:
            return None
        content = contnode if node["refexplicit"] else nodes.inline("", found.title)
        return make_refnode(builder, fromdocname, found.docname, found.anchor, content, found.title)

    def resolve_any_xref(  # noqa: PLR0913, PLR0917 - Sphinx's signature
        self,
        env: BuildEnvironment,
        fromdocname: str,
        builder: Builder,
        target: str,
        node: pending_xref,
        contnode: nodes.Element,
    ) -> list[tuple[str, nodes.reference]]:
        """Return a reference for each type that has an object of this name."""
        found = []
        for kind in self.object_types:
            reference = self.resolve_xref(env, fromdocname, builder, kind, target, node, contnode)
            if reference is not None:
                found.append((f"vivavoce:{kind}", reference))
        return found

    def get_objects(self) -> Iterable[tuple[str, str, str, str, str, int]]:
        """Yield every object for the inventory and the search; turns come after the rest."""
        for item in self._objects(numbered=False):
            priority = 2 if item.kind == "turn" else 1
            yield item.name, item.title, item.kind, item.docname, item.anchor, priority


def domain_of(env: BuildEnvironment) -> VivavoceDomain:
    """Return the domain of *env*."""
    domain = env.domains["vivavoce"]
    assert isinstance(domain, VivavoceDomain)
    return domain


def rewritten_listings(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Return the pages that list interviews, if what they list has changed."""
    domain = domain_of(env)
    if not domain.listings:
        return []
    now = sha1(repr(domain.interviews).encode()).hexdigest()
    if now == domain.data["listed"]:
        return []
    domain.data["listed"] = now
    return sorted(domain.listings)


def setup(app: Sphinx) -> None:
    """Register the domain."""
    app.add_domain(VivavoceDomain)
    app.connect("env-updated", rewritten_listings)
