"""Headers of files, from the cases in ``fixtures/frontmatter``, and bombs in them."""

from __future__ import annotations

import json

import pytest
from dotfixtures import Case, params
from hypothesis import given
from hypothesis import strategies as st

from vivavoce.problems import Code
from vivavoce.reading.frontmatter import FrontMatter, split_front_matter


def shown(front: FrontMatter) -> str:
    """Return *front* as the fixtures have it: values, problems, body."""
    lines = [json.dumps(front.values, ensure_ascii=False)]
    lines += [f"! {problem.code.code}: {problem.message}" for problem in front.problems]
    lines += [f"| {line}" for line in front.body.strip("\n").split("\n")]
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("case", params("frontmatter"))
def test_a_header_is_split_from_the_text(case: Case) -> None:
    assert shown(split_front_matter(case.given)) == case.expected


@pytest.mark.parametrize(
    "header",
    [
        "a0: &a0 [x, x]\n" + "".join(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]\n" for n in range(1, 60)),
        "a: &a [*a]",
        "a: " + "[" * 50_000,
        "a: " + "[" * 5_000 + "]" * 5_000,
        "a: " + "{b: " * 5_000 + "}" * 5_000,
        "".join(" " * n + "a:\n" for n in range(900)),
        "a: !!python/object/apply:os.getcwd []",
        "a: 1" + ":59" * 100_000,
        "a: 0x" + "f" * 100_000,
        "m: &m {"
        + ", ".join(f"k{n}: v" for n in range(9_000))
        + "}\na: {<<: ["
        + "*m, " * 9_000
        + "]}",
        "a: b\n" * 200_000,
    ],
    ids=[
        *("aliases of aliases", "itself", "open", "lists", "mappings", "indents", "objects"),
        *("base 60", "hexadecimal", "merges", "keys"),
    ],
)
def test_bombs_are_problems(header: str) -> None:
    front = split_front_matter(f"---\ntitle: Rain\n{header}\n---\nBody.\n")
    assert [problem.code for problem in front.problems] == [Code.BAD_FRONT_MATTER]
    assert front.values["title"] == "Rain"
    assert front.body == "Body.\n"
    assert front.raw == f"title: Rain\n{header}\n"


@pytest.mark.parametrize(
    ("header", "value"),
    [
        ('---\na: "x\\0\\e[31m\\uFFFEy"\n---\n', "x[31my"),
        ("---\na: .inf\n---\n", "inf"),
        ("---\na: {<<: {b: c}, d: e}\n---\n", {"b": "c", "d": "e"}),
        ("---\na: !!binary aGk=\n---\n", "b'hi'"),
        ('+++\na = "x\\u001b[31m"\n+++\n', "x[31m"),
        ('{"a": "x\\ud800\\u0000"}\n', "x\ufffd"),
        ('{"a": 1e999}\n', "inf"),
    ],
)
def test_values_are_such_that_every_form_can_carry_them(header: str, value: object) -> None:
    assert split_front_matter(f"{header}Body.\n").values == {"a": value}


@given(st.text("-:.+{}\"'[]&*!|>#\n\t ab1", max_size=60))
def test_any_header_leaves_the_body_whole(header: str) -> None:
    front = split_front_matter(f"---\n{header}\n---\nBody.")
    assert front.body.endswith("Body.")
