"""The short way for plain front matter says what the parser says, or nothing."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from publist.yamltext import tree as yamltree
from publist.yamltext.plain import simple

WORDS = st.sampled_from(
    [
        "a",
        "Ada Lovelace",
        "2023-09-18",
        "true",
        "null",
        "~",
        "1.10",
        "12:30",
        "x: y",
        "x:y",
        "x #y",
        "x#y",
        "- x",
        "-x",
        "[a, b]",
        "[a]",
        "[a,b]",
        "[]",
        '"a b"',
        "'a'",
        "a 'b' c",
        'a "b"',
        "{a: b}",
        "*x",
        "&x",
        "!x",
        "%x",
        "@x",
        "`x`",
        "é",
        "李明",
        "a\xa0b",
        "a\u2028b",
        "(x)",
        "x ",
        " x",
        "|",
        ">",
        "<<",
        "?",
        "a, b",
        "a\\b",
        "",
        "..",
        "---",
        "a:",
    ]
)
LINES = st.one_of(
    st.builds("{}: {}".format, st.sampled_from(["title", "authors", "links", "a-b", "<<", "1", "null"]), WORDS),
    st.sampled_from(["authors:", "links:", "topics:", "", "# remark", "---", "...", "  ", "\ttab"]),
    st.builds("  - {}".format, WORDS),
    st.builds("- {}".format, WORDS),
    st.builds("  {}: {}".format, st.sampled_from(["pdf", "code", "pdf"]), WORDS),
    st.builds("    {}".format, WORDS),
)


@given(st.lists(LINES, max_size=8).map(lambda lines: "".join(f"{line}\n" for line in lines)))
@example("authors:\n  - a\n  - b\ntitle: x\n")
@example("links:\n  pdf: a\n  - b\n")
@example("a: b\n  - c\n")
def test_the_short_way_equals_the_parser(block: str) -> None:
    """Where it answers, PyYAML finds no mistake and the same value."""
    value = simple(block)
    if value is None:
        return
    mistakes: list[tuple[int, str, str]] = []
    root = yamltree._composed(block, 0, mistakes)
    parsed = yamltree._plain(root.node, 0, mistakes) if root else None
    assert mistakes == []
    assert (value or None) == parsed


def test_it_reads_what_it_is_for() -> None:
    """The usual paper takes the short way; a place in it can be asked for all the same."""
    block = (
        'title: "A: b"\nauthors:\n  - Ada Lovelace\ntopics: [Computing, Maths]\nlinks:\n  pdf: https://e.org/a.pdf\n'
    )
    expected = {
        "title": "A: b",
        "authors": ["Ada Lovelace"],
        "topics": ["Computing", "Maths"],
        "links": {"pdf": "https://e.org/a.pdf"},
    }
    assert simple(block) == expected
    tree, problems = yamltree.parse(block, path="x")
    assert (tree.value, problems) == (expected, ())
    assert tree.place(("links", "pdf")) == (6, 8)
