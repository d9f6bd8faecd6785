"""Text that is a command of LaTeX, of manual pages or of Texinfo comes out of Sphinx as text.

The product of an interview with an attack in every place must have no commands but those that it
has with a harmless word there, and those by which the builder writes signs.
"""

from __future__ import annotations

import re
from html import escape
from pathlib import Path

import pytest
from sphinx_project import project
from test_injections import CASES, HARMLESS

TEXTS = {case.title: case.given.strip() for case in CASES} | {
    "a request of a manual page": ".so /etc/passwd '.pso id \\*(x \\n(x \\f[x]",
    "a command of Texinfo": "@include /etc/passwd @end ifnottex @bye } @{ {x",
}
PRODUCTS: dict[str, tuple[str, str, frozenset[str]]] = {
    "latex": (
        "talks.tex",
        r"\\(?:[A-Za-z@]+|[^A-Za-z\s])|(?<!\\)[$#&^_%]",
        frozenset(
            {r"\textbackslash", r"\textasciicircum", r"\textasciitilde", r"\textgreater"}
            | {r"\textless", r"\textbar", r"\textquotesingle", r"\textasciigrave", r"\sphinxhyphen"}
            | {r"\{", r"\}", r"\#", r"\$", r"\%", r"\&", r"\_", r"\PYGZbs", r"\PYGZob", r"\PYGZcb"}
            | {r"\PYGZlt", r"\PYGZgt", r"\PYGZsh", r"\PYGZdl", r"\PYGZpc", r"\PYGZam", r"\PYGZus"}
            | {r"\PYGZca", r"\PYGZti", r"\PYGZsq", r"\PYGZdq", r"\PYGZhy", r"\PYGZat", r"\"", r"\@"}
            | {
                r"\PYGZbs\PYG",
                r"\sphinxquotedblleft",
                r"\sphinxquotedblright",
                r"\sphinxapostrophe",
            }
        ),
    ),
    "man": (
        "talks.1",
        r"(?m)^[.'].\S*|\\(?:[*nsfF]\S|[^&\-e'()\w])",
        frozenset({r"\[", r"\(", r"\e", r"\&"}),
    ),
    "texinfo": ("talks.texi", r"@(?:[a-zA-Z]+|.)", frozenset({"@@", "@{", "@}", "@comma", "@w"})),
}
"""Builders: what they write, what a command looks like there, and those that write signs."""


def _page(text: str) -> str:
    said = escape(text, quote=True)
    return (
        f"<html lang='{said}'><title>{said}</title><meta name=author content='{said}'>"
        f"<h1>{said}</h1><p>{said}</p><h2 id='{said}' class='{said}'>About {said}</h2>"
    ) + (
        f"<p class='{said}' id='{said}'><b>Ada:</b> What is it, {said}?</p>"
        f"<p><b>Ben:</b> It is <a href='https://example.org/' title='{said}'>a {said}</a>, or "
        f"<code>{said}</code>, <em>{said}</em>.</p><p>{said}</p><pre>{said}</pre><ul><li>a {said}"
        f"</ul><table><tr><td>{said}<td>x</table><p><ruby>a<rt>{said}</rt></ruby></p>"
    ) * 3


def _commands(text: str, builder: str, folder: Path) -> set[str]:
    mini = project("interview", folder)
    (mini.srcdir / "talks" / "made.html").write_text(_page(text), "utf-8")
    (mini.srcdir / "index.rst").write_text(
        ":orphan:\n\nI\n=\n\n.. interview:: talks/made.html\n   :speakers: Ada, Ben\n", "utf-8"
    )
    name, pattern, _ = PRODUCTS[builder]
    built = mini.build(builder)
    assert "unsure" not in built.warnings
    text = built.text(name)
    return set(re.findall(pattern, text.partition(r"\begin{document}")[2] or text))


@pytest.mark.parametrize("builder", PRODUCTS)
def test_text_stays_text(builder: str, tmp_path: Path) -> None:
    harmless = _commands(HARMLESS, builder, tmp_path / "harmless")
    signs = PRODUCTS[builder][2]
    for number, (title, text) in enumerate(TEXTS.items()):
        found = _commands(text, builder, tmp_path / str(number))
        assert found - harmless <= signs, title


def test_a_title_without_a_conversation_stays_text(tmp_path: Path) -> None:
    mini = project("interview", tmp_path)
    (mini.srcdir / "talks" / "made.html").write_text(
        '<h2>C:\\V[HOME] "x"</h2><p>Nobody is here.</p>', "utf-8"
    )
    (mini.srcdir / "index.rst").write_text("I\n=\n\n.. interview:: talks/made.html\n", "utf-8")
    made = mini.build("man").text("talks.1")
    assert ".SH C:\u29f5V[HOME] ”X”\n" in made
