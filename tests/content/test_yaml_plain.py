"""The short way for plain front matter says what the parser says, or nothing."""

from __future__ import annotations

import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from publist.content.yaml import nodes
from publist.content.yaml import tree as yamltree
from publist.content.yaml.plain import simple
from publist.theming import theme_file
from tests.conftest import ROOT

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
KEYS = st.sampled_from(["title", "authors", "links", "a-b", "<<", "1", "null", "", "a b", '"a"', "-a"])
PIECES = st.sampled_from(
    ["a", "b: c", "[a]", "[a, b]", "[]", "{}", "{a: b}", "a: [b, c]", "a: ", "https://e.org/a,b", ""]
)
BRACKETED = st.one_of(
    st.builds(
        "{}{}{}".format, st.sampled_from("[{"), st.lists(WORDS, max_size=3).map(", ".join), st.sampled_from("]}")
    ),
    st.lists(st.builds("{}: {}".format, KEYS, st.one_of(WORDS, PIECES)), max_size=3).map(
        lambda pairs: "{" + ", ".join(pairs) + "}"
    ),
    st.lists(PIECES, max_size=3).map(lambda pieces: "{" + ", ".join(pieces) + "}"),
)
VALUES = st.one_of(WORDS, BRACKETED, st.text(max_size=6), st.text("ab: #'\"\\,[]{}-~é\xad\u3000\ufeff", max_size=9))
LINES = st.one_of(
    st.builds("{}: {}".format, KEYS, VALUES),
    st.sampled_from(["authors:", "links:", "topics:", "", "# remark", "  # remark", "---", "...", "  ", "\ttab", "%x"]),
    st.builds("  - {}".format, VALUES),
    st.builds("- {}".format, VALUES),
    st.builds("  {}: {}".format, st.sampled_from(["pdf", "code", "pdf"]), VALUES),
    st.builds("    {}".format, VALUES),
)
TIDY = st.sampled_from(
    ["a", "x:y #z", "é, ü", "'b: c'", '"#"', "$x$", "/a.b", "[a, 'b, c']", "{a: b, c: [d]}", "{}", "[]"]
)
MOSTLY_TIDY = st.sampled_from([TIDY, TIDY, TIDY, VALUES]).flatmap(lambda values: values)
ENTRIES = st.one_of(
    st.builds(": {}".format, MOSTLY_TIDY),
    st.builds(":\n{}".format, st.lists(MOSTLY_TIDY.map("  - {}".format), min_size=1, max_size=3).map("\n".join)),
    st.builds(":\n  a: {}\n  # remark\n\n  b: {}".format, MOSTLY_TIDY, MOSTLY_TIDY),
)
"""What stands behind a key."""


def _equals_the_parser(block: str) -> None:
    value = simple(block)
    if value is None:
        return
    parsed, _, mistakes = nodes.read(block, 0, len(block))
    assert mistakes == []
    assert (value or None) == parsed


def _joined(lines: list[str]) -> str:
    return "".join(f"{line}\n" for line in lines)


def _mapping(entries: list[str]) -> str:
    return _joined([f"key{number}{entry}" for number, entry in enumerate(entries)])


@given(st.one_of(st.lists(LINES, max_size=8).map(_joined), st.lists(ENTRIES, max_size=3).map(_mapping)))
@example("authors:\n  - a\n  - b\ntitle: x\n")
@example("links:\n  pdf: a\n  - b\n")
@example("a: b\n  - c\n")
@example("a: [b]\n  - c\n")
@example("a:\n  - {b: c}\n  b: c\n")
@example("a: {b: c, }\n")
@example("a: {b: c}\n  b: c\n")
@example("a:\n# remark\n\n  - b\n  # remark\n  - c\n")
def test_the_short_way_equals_the_parser(block: str) -> None:
    """Where it answers, PyYAML finds no mistake and the same value."""
    _equals_the_parser(block)


@given(st.one_of(st.lists(LINES, max_size=8).map(_joined), st.lists(ENTRIES, max_size=3).map(_mapping)))
@example("options:\n  on: a\n")
@example("options: {columns: 2, dense: false, note: none, some: [1, 010, no]}\n")
@example("columns: '2'\n")
def test_the_short_way_of_theme_yaml_equals_the_parser(text: str) -> None:
    """Numbers and truth values are what YAML 1.1 takes them for."""
    settings = theme_file.plainly(text.encode("utf-8", "surrogatepass"))
    if settings is not None:
        assert repr(settings) == repr(yaml.safe_load(text) or {})


@given(st.lists(st.one_of(st.lists(LINES, max_size=3).map(_joined), st.lists(ENTRIES, max_size=2).map(_mapping))))
@example(["name: a\n", "name: b\npapers:\n  - c\n"])
@example(["# remark\nname: a\n"])
@example(["# remark\n"])
@example([" name: a\n  b: c\n"])
def test_the_short_way_equals_the_parser_for_lists_of_mappings(records: list[str]) -> None:
    """Behind a dash stand the lines of a mapping, two spaces in."""
    inner = [record.rstrip("\n").replace("\n", "\n  ") for record in records]
    _equals_the_parser(_joined([f"- {record}" for record in inner]))


def test_it_reads_what_it_is_for() -> None:
    """The usual paper takes the short way; a place in it can be asked for all the same."""
    block = """\
# remark
title: 'A: b'
authors:
  - Ada Lovelace
  - {name: Ludwig van der Berg, orcid: "0000-0002-1825-0097"}
topics: [Computing, Maths]
links:
  pdf: https://e.org/a.pdf
"""
    expected = {
        "title": "A: b",
        "authors": ["Ada Lovelace", {"name": "Ludwig van der Berg", "orcid": "0000-0002-1825-0097"}],
        "topics": ["Computing", "Maths"],
        "links": {"pdf": "https://e.org/a.pdf"},
    }
    assert simple(block) == expected
    tree, problems = yamltree.parse(block, path="x")
    assert (tree.value, problems) == (expected, ())
    assert tree.place(("links", "pdf")) == (8, 8)


def test_it_reads_settings_and_people() -> None:
    """The usual site.yaml and people.yaml take the short way too."""
    assert simple("title: A\nfeed: {terms: false}\nexports: {lists: [], per_paper: [bib, ris]}\n\n# remark\n") == {
        "title": "A",
        "feed": {"terms": "false"},
        "exports": {"lists": [], "per_paper": ["bib", "ris"]},
    }
    assert simple("- name: Ada Lovelace\n  aliases: [A. Lovelace]\n\n# remark\n- name: B\n  papers:\n    - c\n") == [
        {"name": "Ada Lovelace", "aliases": ["A. Lovelace"]},
        {"name": "B", "papers": ["c"]},
    ]


def test_the_theme_that_publist_brings_takes_the_short_way() -> None:
    """Its settings are plain to see, remarks and numbers among them."""
    settings = theme_file.plainly((ROOT / "themes/default/theme.yaml").read_bytes())
    assert settings is not None
    assert settings["options"] == {"accent": 35}
