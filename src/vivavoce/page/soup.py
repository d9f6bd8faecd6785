"""HTML text to a light tree of `Element`s: the only module that knows the parser.

Soup of any kind gives a tree: `markup` prepares the text, the parser (lxml on libxml2) repairs it,
and this module keeps the tree within a stated depth. Nothing is fetched.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from sys import intern
from types import MappingProxyType
from typing import Any, Final, cast

from vivavoce.limits import check_elements
from vivavoce.options import DEFAULTS, Options
from vivavoce.page.html_names import BLOCK_NAMES, ENDED_BY, VOID_NAMES
from vivavoce.page.markup import KEPT_OPEN, prepared

_NO_ATTRIBUTES: Final[Mapping[str, str]] = MappingProxyType({})


class Element:
    """One element; a tree of them is not changed once it is made."""

    __slots__ = ("attributes", "children", "tag")

    def __init__(self, tag: str, attributes: Mapping[str, str] = _NO_ATTRIBUTES) -> None:
        self.tag = tag
        """The name in lower case."""
        self.attributes = attributes
        self.children: list[Element | str] = []
        """Elements and the text between them, in order."""

    def get(self, name: str, default: str = "") -> str:
        """Return the value of the attribute *name*."""
        return self.attributes.get(name, default)

    def walk(self) -> Iterator[Element]:
        """Yield this element and all below it in document order."""
        stack = [self]
        while stack:
            element = stack.pop()
            yield element
            stack.extend(
                child for child in reversed(element.children) if not isinstance(child, str)
            )

    def find(self, *tags: str) -> Element | None:
        """Return the first element with one of *tags*, this one included, or None."""
        return next((element for element in self.walk() if element.tag in tags), None)

    @property
    def classes(self) -> list[str]:
        """The class names as they are written."""
        return self.attributes.get("class", "").split()

    def texts(self) -> Iterator[str]:
        """Yield every piece of text below in order, those of scripts and styles aside."""
        stack = [iter(self.children)]
        while stack:
            node = next(stack[-1], None)
            if node is None:
                stack.pop()
            elif isinstance(node, str):
                yield node
            elif node.tag not in ("script", "style"):
                stack.append(iter(node.children))

    @property
    def text(self) -> str:
        """All text below, white space as it is."""
        return "".join(self.texts())


def parse_html(text: str, options: Options = DEFAULTS) -> Element:
    """Return the tree of *text*, a page or a fragment, under one root element.

    Elements nested deeper than `Options.max_depth` are spliced into the element at that depth;
    where one of them would have begun a new block an empty division marks the place. Raises
    LimitError where there are more than `Options.max_elements`.
    """
    from lxml import etree  # noqa: PLC0415 - heavy

    text = prepared(text.replace("\0", ""))
    if not text.strip():
        return Element("html")
    builder = _TreeBuilder(options)
    target = cast("Any", builder)  # the stubs ask for methods that the parser does not
    parser = etree.HTMLParser(target=target, huge_tree=True, no_network=True, encoding="utf-8")
    try:
        parser.feed(_encoded(text))
        parser.close()
    except etree.ParserError:
        pass  # nothing but comments: an empty tree
    return builder.take_tree()


def _encoded(text: str) -> bytes:
    """Return *text* in UTF-8, which has no place for lone surrogates."""
    try:
        return text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace").encode()


class _TreeBuilder:
    """Makes `Element`s of the parser's events."""

    def __init__(self, options: Options) -> None:
        self.root = Element("html")
        self._path = [self.root]
        self._options = options
        self._most, self._deepest = options.max_elements, options.max_depth
        self._count = 0
        self._pieces: list[str] = []
        """Text that is being gathered: the parser hands on each character reference by itself."""
        self.data = self._pieces.append
        self._beyond = 0
        """How many elements are open below the greatest depth."""
        self._may_end = False
        """One of `ENDED_BY` is open."""
        self._boundary = Element("div")

        # What the parser is given is asked for the names of its arguments: of a compiled method
        # they are read from its documentation, of a function without any not at all.
        self.start = lambda tag, attributes: self._start(tag, attributes)  # noqa: PLW0108

    def _start(self, tag: str, attributes: Mapping[str, str]) -> None:
        if self._pieces:
            self._end_text()
        if tag == "html":
            self.root.attributes = {**attributes, **self.root.attributes}
            return
        self._count += 1
        if self._count > self._most:
            check_elements(self._count, self._options)
        if len(self._path) >= self._deepest:
            self._beyond += tag not in VOID_NAMES
            self._mark_boundary(tag)
            return
        tag = intern(tag.removeprefix(KEPT_OPEN))
        if tag in _DEFINITION_PARTS and self._path[-1].tag in _DEFINITION_PARTS:
            self._path[-1] = self._path[-2]  # the parser does not end one where the next begins
        element = Element(tag)
        if attributes:
            element.attributes = {intern(name): value for name, value in attributes.items()}
        around = self._around(tag) if self._may_end else self._path[-1]
        around.children.append(element)
        if tag in VOID_NAMES:
            return  # the parser lets some of them hold what follows
        self._path.append(element)
        if tag in ENDED_BY:
            self._may_end = True

    def end(self, tag: str) -> None:
        if self._pieces:
            self._end_text()
        if tag == "html" or tag in VOID_NAMES:
            return
        if self._beyond:
            self._beyond -= 1
            self._mark_boundary(tag)
        elif self._path.pop().tag in ENDED_BY:
            self._may_end = self._has_early_end()

    def close(self) -> None:
        """Called by the parser when the text is at its end."""
        if self._pieces:
            self._end_text()

    def take_tree(self) -> Element:
        """Return the tree and forget it, since the parser holds on to this builder in a cycle."""
        root = self.root
        self.root = Element("html")
        self._path = [self.root]
        return root

    def _around(self, tag: str) -> Element:
        """Return what holds an element that is named *tag* and begins here.

        An element that HTML ends here, with everything open inside it, is left. What a drawing
        shows of HTML (``foreignObject``) is put beside the drawing, which goes on.
        """
        first = 0
        for place in range(len(self._path) - 1, 0, -1):
            name = self._path[place].tag
            if name in _INTEGRATION:
                break
            if name == "svg" and tag == "foreignobject":
                return self._path[place - 1]
            if tag in ENDED_BY.get(name, ()):
                first = place
        if first:
            self._path[first:] = [self._path[first - 1]] * (len(self._path) - first)
            self._may_end = self._has_early_end()
        return self._path[-1]

    def _has_early_end(self) -> bool:
        return any(element.tag in ENDED_BY for element in self._path)

    def _end_text(self) -> None:
        self._path[-1].children.append("".join(self._pieces))
        self._pieces.clear()

    def _mark_boundary(self, tag: str) -> None:
        inside = self._path[-1].children
        if tag == "br":
            inside.append(Element(tag))
        elif tag in BLOCK_NAMES and (not inside or inside[-1] is not self._boundary):
            inside.append(self._boundary)


_DEFINITION_PARTS: Final = frozenset({"dt", "dd"})
_INTEGRATION: Final = frozenset({"desc", "foreignobject", "title"})
"""Elements of SVG in which HTML stands and ends nothing."""
