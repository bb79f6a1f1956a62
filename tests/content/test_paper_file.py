"""Papers to and from their files: what is written reads back, and reads the same to other YAML readers."""

from typing import Any

import pytest
import yaml
from hypothesis import given

from publist.content import front_matter, paper_file
from publist.model.paper import Date, Name, Paper, Plain
from tests.support.strategies import papers

CONTRACT = """\
---
title: Instruction-Following Speech Recognition
authors:
  - Cheng-I Jeff Lai
  - name: Zhiyun Lu
    orcid: 0000-0002-1825-0097
et_al: true
affiliations: [mit, apple]
date: 2023-09
type: paper-conference
venue: Interspeech 2023
topics: [Speech recognition]
category: CL
code: true
doi: 10.1000/182
links:
  pdf: https://example.org/paper.pdf
key: lai2023instruction
review: [title, authors]
---
The abstract, in *Markdown*; $x < y$.
"""


def test_the_contract_reads_as_meant_and_is_written_again_byte_for_byte() -> None:
    paper, problems = paper_file.read(CONTRACT, path="a.md")
    assert problems == ()
    assert paper == Paper(
        title="Instruction-Following Speech Recognition",
        authors=(Name("Cheng-I Jeff Lai"), Name("Zhiyun Lu", orcid="0000-0002-1825-0097")),
        et_al=True,
        affiliations=("mit", "apple"),
        date=Date(2023, 9),
        type="paper-conference",
        venue="Interspeech 2023",
        topics=("Speech recognition",),
        category="CL",
        code=True,
        doi="10.1000/182",
        links={"pdf": "https://example.org/paper.pdf"},
        key="lai2023instruction",
        review=("title", "authors"),
        abstract="The abstract, in *Markdown*; $x < y$.",
    )
    assert paper_file.write(paper) == CONTRACT


@given(papers())
def test_what_is_written_reads_back_the_same(paper: Paper) -> None:
    text = paper_file.write(paper)
    again, _ = paper_file.read(text, path="a.md")
    assert again is not None
    assert again._replace(abstract="") == paper._replace(abstract="")
    assert again.abstract == front_matter.body_of(paper.abstract)
    assert paper_file.write(again) == text


@given(papers())
def test_other_yaml_readers_see_text_where_we_mean_text(paper: Paper) -> None:
    """Only dates, truth values and whole numbers are left plain for a reader that guesses types."""
    text = paper_file.write(paper)
    front, _ = front_matter.read(text, path="a.md")
    assert front is not None
    guessed = yaml.safe_load(text[front.span.head : front.span.closing])
    assert _as_text(guessed) == dict(front.values)


def _as_text(value: Any) -> Plain:
    if isinstance(value, dict):
        return {str(key): _as_text(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_as_text(item) for item in value]
    return str(value).lower() if isinstance(value, bool) else str(value)


def test_plain_words_and_numbers_stay_text() -> None:
    """`no`, `1.10`, `12:30` and `2023` are what they look like."""
    text = "---\ntitle: no\nvenue: 1.10\nseries: 12:30\nvolume: 2023\nauthors: [Null, No]\n---\n"
    paper, problems = paper_file.read(text, path="a.md")
    assert problems == ()
    assert paper == Paper("no", (Name("Null"), Name("No")), venue="1.10", series="12:30", volume="2023")


def test_identifiers_pasted_as_addresses_are_cut_down() -> None:
    text = (
        "---\ntitle: A\ndoi: https://doi.org/10.1000/182\narxiv: arXiv:2309.09843v2\n"
        "authors: [{name: B, orcid: 'https://orcid.org/0000-0002-1825-0097'}]\n---\n"
    )
    paper, problems = paper_file.read(text, path="a.md")
    assert problems == ()
    assert paper is not None
    assert (paper.doi, paper.arxiv, paper.authors[0].orcid) == ("10.1000/182", "2309.09843v2", "0000-0002-1825-0097")


@pytest.mark.parametrize(
    ("url", "right"),
    [
        ("https://example.org/a%20b.pdf?x=1#y", True),
        ("HTTP://example.org", True),
        ("assets/slides.pdf", True),
        ("../assets/slides.pdf", True),
        ("slides.pdf", True),
        ("../papers/other.md", False),
        ("assets/../../secret", False),
        ("https://", False),
        ("https:example.org", False),
        ("//example.org/x", False),
        ("example.org/x.pdf", False),
        ("data:text/html,x", False),
        ("JavaScript:alert(1)", False),
        ("mailto:jane@example.org", False),
        ("https://example.org/<x>", False),
        ("slides", False),
    ],
)
def test_links_are_web_addresses_or_files_of_the_site(url: str, right: bool) -> None:
    paper, problems = paper_file.read(f"---\ntitle: A\nlinks: {{pdf: '{url}'}}\n---\n", path="a.md")
    assert paper is not None
    assert (dict(paper.links), len(problems)) == (({"pdf": url}, 0) if right else ({}, 1))


def test_a_name_in_parts_is_printed_from_them() -> None:
    text = "---\ntitle: A\nauthors: [{given: Ludwig, particle: van, family: Beethoven, suffix: Jr.}]\n---\n"
    paper, _ = paper_file.read(text, path="a.md")
    assert paper is not None
    assert str(paper.authors[0]) == "Ludwig van Beethoven, Jr."


def test_windows_line_ends_and_blank_lines_around_the_body_do_not_matter() -> None:
    text = "---\r\ntitle: A\r\n---\r\n\r\n  One\r\ntwo\r\n\r\n"
    assert paper_file.read(text, path="a.md") == (Paper("A", abstract="  One\ntwo"), ())


def test_a_line_of_dashes_in_the_body_is_the_bodys() -> None:
    text = "---\ntitle: A\n---\nOne\n\n---\n\nTwo\n"
    paper, _ = paper_file.read(text, path="a.md")
    assert paper is not None
    assert paper.abstract == "One\n\n---\n\nTwo"
