"""YAML as plain values: each scalar is text, and each value has its place."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from publist.content.yaml.tree import parse, position

BLOCK = """\
# remark
title: 'A: b'
authors:
  - Ada Lovelace
  - {name: Ludwig van der Berg, orcid: "0000-0002-1825-0097"}
topics: [Computing, 1.10, no, 2023-09-18]
links:
  pdf: https://e.org/a.pdf
nothing:
"""


def test_scalars_are_the_text_that_was_written() -> None:
    """Numbers, dates and truth values stay text; a key without a value has none; a place can be asked for."""
    tree, problems = parse(BLOCK, path="x")
    assert problems == ()
    assert tree.value == {
        "title": "A: b",
        "authors": ["Ada Lovelace", {"name": "Ludwig van der Berg", "orcid": "0000-0002-1825-0097"}],
        "topics": ["Computing", "1.10", "no", "2023-09-18"],
        "links": {"pdf": "https://e.org/a.pdf"},
        "nothing": None,
    }
    assert tree.place(("links", "pdf")) == (8, 8)
    assert tree.place(("authors", 1, "orcid")) == (5, 40)


@given(st.text("ab: #'\"\\,[]{}-~é\xad\u3000\ufeff\n&*!|>", max_size=40))
@example("a: b\na: c\n")
@example("a: {b: c, }\n")
@example("a: b\n  - c\n")
def test_damaged_yaml_is_a_problem_with_a_place_in_the_text(text: str) -> None:
    """Whatever stands there, the reader answers, and points into the text."""
    _, problems = parse(text, path="x")
    lines = text.split("\n")
    for problem in problems:
        assert problem.severity == "error"
        assert 1 <= problem.line <= len(lines)
        assert problem.column >= 1


@given(st.lists(st.text("a\r\n\u2028 é"), min_size=1, max_size=4))
def test_the_place_of_an_index_counts_the_line_feeds_before_it(texts: list[str]) -> None:
    """Line and column are those that an editor shows, at every index of a text, also of several in turn."""
    for text in (*texts, *texts):
        for index in range(len(text) + 1):
            line = text.count("\n", 0, index)
            assert position(text, index) == (line + 1, index - text.rfind("\n", 0, index))
