"""One key changes, every other byte stays: comments, quoting, order, blank lines, line ends."""

import re
from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publist.content import front_matter, paper_file
from publist.content.edit import edited
from publist.model.paper import Paper, Plain
from tests.support.strategies import papers

FILE = """\
---
# made by hand
title:   "On: Everything"   # as printed
authors: # all of them
  # the first
  - 'Jane Doe'   # me

  - {name: Max Roe, orcid: 0000-0002-1825-0097}
  - Ann Lee
topics: ["Speech, spoken", 'b']  # two

venue: # not yet
note: |  # why
  One
  # no comment
links:
  # where
  pdf: https://example.org/x.pdf  # mine
  code: 'https://example.org/c'
mood: good
# the end
---

  The body,

as written.

"""


@pytest.mark.parametrize(
    ("changes", "old", "new"),
    [
        ({"title": "New"}, '"On: Everything"', "New"),
        ({"title": "No: #1"}, '"On: Everything"', "'No: #1'"),
        ({"venue": "ICASSP"}, "venue:", "venue: ICASSP"),
        ({"topics": ["b", "Speech, spoken", "c: d"]}, "[\"Speech, spoken\", 'b']", "['b', \"Speech, spoken\", 'c: d']"),
        ({"authors": ["Jane Doe", "Ann Lee"]}, "  - {name: Max Roe, orcid: 0000-0002-1825-0097}\n", ""),
        ({"authors": ["Jane Doe", {"name": "Max Roe", "orcid": "0000-0002-1825-0097"}]}, "  - Ann Lee\n", ""),
        ({"links": {"pdf": "https://example.org/x.pdf"}}, "  code: 'https://example.org/c'\n", ""),
        ({"links": {"pdf": "https://example.org/y.pdf", "code": "https://example.org/c"}}, "x.pdf", "y.pdf"),
        ({"date": "2023-09-18"}, "topics:", "date: 2023-09-18\ntopics:"),
        ({"doi": "10.1000/182"}, "note:", "doi: 10.1000/182\nnote:"),
        ({"mood": "bad"}, "good", "bad"),
        ({"mood": None}, "mood: good\n", ""),
        ({"note": "One line"}, "note: |  # why\n  One\n  # no comment\n", "note: One line\n# why\n"),
        ({"venue": None}, "venue: # not yet\n", "# not yet\n"),
    ],
)
def test_one_change_is_one_difference(changes: Mapping[str, Plain], old: str, new: str) -> None:
    """The result is the file with one piece exchanged, comments of removed lines kept on lines of their own."""
    assert FILE.count(old) >= 1
    assert edited(FILE, changes) == FILE.replace(old, new, 1)


def test_an_author_between_two_gets_a_line_and_the_others_keep_theirs() -> None:
    authors: list[Plain] = ["Jane Doe", "New One", {"name": "Max Roe", "orcid": "0000-0002-1825-0097"}, "Ann Lee"]
    expected = FILE.replace("  - 'Jane Doe'   # me\n", "  - 'Jane Doe'   # me\n  - New One\n")
    assert edited(FILE, {"authors": authors}) == expected


def test_the_body_changes_between_its_blank_lines() -> None:
    assert edited(FILE, {}, "New\n\nbody.") == FILE.replace("  The body,\n\nas written.", "New\n\nbody.")


def test_windows_line_ends_stay_windows_line_ends() -> None:
    text = FILE.replace("\n", "\r\n")
    result = edited(text, {"date": "2023", "authors": ["Jane Doe", "Second", "Third"]}, "New\nbody.")
    assert result.count("\n") == result.count("\r\n")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("---\n---\n", "---\ntitle: New\n---\n"),
        ("---\n# nothing yet\n---\nBody\n", "---\n# nothing yet\ntitle: New\n---\nBody\n"),
        ("---\n{title: Old, mood: good} # hm\n---\n", "---\ntitle: New\nmood: good # hm\n---\n"),
        ("---\ntitle: Old\n---", "---\ntitle: New\n---"),
        (
            "---\ntitle: Old\ntopics: [a, # first\n  b] # last\n---\n",
            "---\ntitle: New\ntopics: [a, # first\n  b] # last\n---\n",
        ),
        ("\ufeff---\ntitle: Old\n---\n", "\ufeff---\ntitle: New\n---\n"),
    ],
)
def test_unusual_files_are_edited_too(text: str, expected: str) -> None:
    assert edited(text, {"title": "New"}) == expected


def test_a_list_in_brackets_over_lines_keeps_its_comments() -> None:
    text = "---\ntopics: ['a', # first\n  # second\n  b] # last\n---\n"
    assert edited(text, {"topics": ["a", "c"]}) == "---\ntopics: ['a', c] # last\n# first\n# second\n---\n"


def test_a_text_that_becomes_a_list_keeps_its_comment() -> None:
    text = "---\ntitle: A\nmood: good # today\n---\n"
    assert edited(text, {"mood": ["a", "b"]}) == "---\ntitle: A\nmood:\n  - a\n  - b\n# today\n---\n"


def test_a_file_without_front_matter_is_refused() -> None:
    with pytest.raises(ValueError, match="no front matter"):
        edited("Just text.\n", {"title": "New"})


@st.composite
def decorated(draw: st.DrawFn) -> tuple[Paper, str, list[str]]:
    """A paper, its file with numbered comments and blank lines strewn in, and the comments."""
    paper = draw(papers())
    text = paper_file.write(paper)
    span = _span(text)
    lines: list[str] = []
    comments: list[str] = []
    for line in text[span.head : span.closing].splitlines():
        if draw(st.integers(0, 3)) == 0:
            comments.append(f"# comment {len(comments)} ;")
            lines.append(" " * draw(st.sampled_from([0, len(line) - len(line.lstrip())])) + comments[-1])
        if draw(st.integers(0, 3)) == 0:
            lines.append("")
        if draw(st.integers(0, 3)) == 0:
            comments.append(f"# comment {len(comments)} ;")
            line += f"  {comments[-1]}"  # noqa: PLW2901 - the line with its comment is still the line
        lines.append(line)
    return paper, "---\n" + "".join(f"{line}\n" for line in lines) + text[span.closing :], comments


def _span(text: str) -> front_matter.Span:
    front, _ = front_matter.read(text, path="")
    assert front is not None
    return front.span


@given(decorated(), papers())
def test_no_comment_is_lost_and_all_reads_as_meant(before: tuple[Paper, str, list[str]], after: Paper) -> None:
    """Any paper's file, strewn with comments, can be made to say any other paper."""
    paper, text, comments = before
    old, new = paper_file.values_of(paper), paper_file.values_of(after)
    changes = {name: new.get(name) for name in {**old, **new} if old.get(name) != new.get(name)}
    result = edited(text, changes, front_matter.body_of(after.abstract))
    assert sorted(re.findall(r"# comment \d+ ;", result)) == sorted(comments)
    read, _ = paper_file.read(result, path="a.md")
    assert read == after._replace(abstract=front_matter.body_of(after.abstract))


@given(decorated())
def test_a_change_to_what_is_there_changes_no_byte(before: tuple[Paper, str, list[str]]) -> None:
    paper, text, _ = before
    assert edited(text, {}, front_matter.body_of(paper.abstract)) == text
