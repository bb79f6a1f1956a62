"""Content to a format and back loses nothing that the format can hold; another's parser reads the same."""

from __future__ import annotations

import re
from typing import Any
from unicodedata import normalize

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from publist.formats import biblatex, bibtex, csl_json, plain_json, ris
from publist.model.paper import CSL_TYPES, Date, Name, Paper
from publist.text import inline_markdown, names
from publist.text.html_text import without_braces
from publist.text.latex.adjacent_formulas import as_markdown
from publist.text.notes import is_award
from tests.support import strategies

_WORDS = st.text(st.characters(categories=["Lu", "Ll", "Nd"]), min_size=1, max_size=8).map(
    lambda word: normalize("NFC", word)
)
_MARKS = st.sampled_from(
    [
        *"&%#_~^\\{}*`<>[]()|!?\"'.,:;-–—@=+/",
        "US$5",
        "--",
        "``",
        "''",
        "~3",
        "$x_1$",
        "$\\alpha^{2}$",
        "a_b",
        "C++",
        "A*",
        "50%",
    ]
)
TEXTS = st.lists(_WORDS | _MARKS, min_size=1, max_size=8).map(" ".join) | st.lists(
    _WORDS | _MARKS, min_size=1, max_size=6
).map("".join).filter(lambda text: text.strip() == text)
"""Plain text with whatever could turn into markup or a command."""

IN_BIBTEX = TEXTS.filter(lambda text: "$" not in text)
PLAIN = IN_BIBTEX.filter(lambda text: without_braces(text) == text)
_EMPHASISED = _WORDS.flatmap(
    lambda word: st.sampled_from([f"*{word}*", f"**{word}**", f"`{word}`", f"<sup>{word}</sup>"])
)
_TOLD_TWO_WAYS = re.compile(r"[–—](?:\\|&)|(?:;|\\.)[–—]|\\&")
"""A dash beside an escape is a ligature or a command, which mean the same; ``\\&`` is read as LaTeX in every format."""
MARKDOWN_IN_BIBTEX = (
    st.lists(TEXTS.map(inline_markdown.escape) | _EMPHASISED, min_size=1, max_size=3)
    .map(" ".join)
    .filter(
        lambda text: not _TOLD_TWO_WAYS.search(text) and not is_award(text)
    )  # a note that is an award is read as one
)
MARKDOWN = MARKDOWN_IN_BIBTEX.filter(lambda text: without_braces(as_markdown(text)) == text)
"""Without what only TeX takes for maths (``A$x_1$5``) or for a group (``{DNA}``): formats without markup do so, too."""
FAMILIES = st.sampled_from(
    ["Lai", "Müller", "Meyer-Gohde", "O’Neil", "García Márquez", "Çelik", "Łoś", "Ngô", "Kovačić"]
)
GIVENS = st.sampled_from(["Ada", "J. R. R.", "Jean-Pierre", "Émile", "Cheng-I Jeff", "Zhiyun"])
NAMES = st.builds(
    names.from_parts,
    GIVENS,
    FAMILIES,
    st.sampled_from(["", "", "van der", "de"]),
    st.sampled_from(["", "", "Jr.", "III"]),
) | st.sampled_from(
    [
        *(Name("Quartz Research Council", literal=True), Name("The deal.II Team", literal=True)),
        *(Name("李明"), Name("Plato")),
        *(Name("Victor Le Brun"), Name("José Castillo y Ortega"), Name("Lai III", family="Lai", suffix="III")),
        Name("Jan van 't Hoek", "Jan", "Hoek", "van 't"),
    ]
)
DATES = st.sampled_from([None, Date(1987), Date(2023, 9), Date(2023, 9, 18), Date(2024, 2, 29)])


def _papers(**more: st.SearchStrategy[Any]) -> st.SearchStrategy[Paper]:
    fields: dict[str, st.SearchStrategy[Any]] = {
        "title": MARKDOWN,
        "authors": st.lists(NAMES, max_size=4).map(tuple),
        "et_al": st.booleans(),
        "date": DATES,
        "type": st.sampled_from(
            ["article", "article-journal", "paper-conference", "chapter", "book", "thesis", "report"]
        ),
        "venue": st.just("") | PLAIN,
        "volume": st.sampled_from(["", "12", "LNCS 7"]),
        "issue": st.sampled_from(["", "3"]),
        "pages": st.sampled_from(["", "1-20", "e17", "S1-S4"]),
        "publisher": st.just("") | PLAIN,
        "doi": st.sampled_from(["", "10.1000/a_b%20(c)<1>", "10.1145/3514260"]),
        "arxiv": st.sampled_from(["", "2309.09843", "hep-th/9901001"]),
        "links": st.sampled_from(
            [{}, {"url": "https://example.org/~a_b/%20c?x=1&y=#z"}, {"pdf": "https://example.org/a.pdf"}]
        ),
        "keywords": st.lists(_WORDS, max_size=3, unique=True).map(tuple),
        "note": st.just("") | MARKDOWN,
        "key": st.sampled_from(["lai2023instruction", "DBLP:conf/acl/Lai23", "x_1"]),
        "abstract": st.just("") | st.lists(MARKDOWN, min_size=1, max_size=2).map("\n\n".join),
    }
    return st.fixed_dictionaries(fields | more).map(lambda values: Paper(**values))


_MEANING = inline_markdown.Dialect(
    text=str,
    emphasis=("<em>", "</em>"),
    strong=("<strong>", "</strong>"),
    code=("<code>", "</code>"),
    superscript=("<sup>", "</sup>"),
    subscript=("<sub>", "</sub>"),
    link=lambda label, address: f"<a {address}>{label}</a>",
    maths=lambda source, display: f"<math {display}>{source}</math>",
)


_WITHOUT_CODE = _MEANING._replace(code=("", ""))
"""CSL-JSON has no code spans."""


def _rendered(paper: Paper, dialect: inline_markdown.Dialect) -> Paper:
    """The paper with its Markdown as what it means, since one thing can be escaped in several ways."""
    marked: dict[str, Any] = {
        field: inline_markdown.render(getattr(paper, field), dialect) for field in ("title", "note", "abstract")
    }
    return paper._replace(**marked)


def _plain(paper: Paper) -> Paper:
    """What RIS can hold of the paper: plain text in one line, names without the mark of a group."""
    lines: dict[str, Any] = {
        field: " ".join(inline_markdown.plain(getattr(paper, field)).split()) for field in ("title", "note", "abstract")
    }
    groups = tuple(name._replace(literal=False) for name in paper.authors)
    return paper._replace(**lines, authors=groups)


def _difference(one: Paper, other: Paper) -> str:
    pairs = zip(Paper._fields, one, other, strict=True)
    return next((f"{field}: {mine!r} != {theirs!r}" for field, mine, theirs in pairs if mine != theirs), "")


_PROPERTY = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))


@pytest.mark.parametrize("format_", [bibtex, biblatex])
@_PROPERTY
@given(
    paper=_papers(
        title=MARKDOWN_IN_BIBTEX,
        venue=st.just("") | IN_BIBTEX,
        publisher=st.just("") | IN_BIBTEX,
        note=st.just("") | MARKDOWN_IN_BIBTEX,
        abstract=st.just("") | st.lists(MARKDOWN_IN_BIBTEX, min_size=1, max_size=2).map("\n\n".join),
    )
)
def test_what_bibtex_can_hold_comes_back_from_it(format_: Any, paper: Paper) -> None:
    """A paper written as BibTeX or BibLaTeX reads back the same, without a warning."""
    text = format_.write([paper])
    reading = format_.read(text, source="x.bib")
    assert not reading.problems, text
    assert _difference(_rendered(reading.papers[0], _MEANING), _rendered(paper, _MEANING)) == "", text


@_PROPERTY
@given(paper=_papers(type=st.sampled_from(sorted(CSL_TYPES))))
def test_what_csl_json_can_hold_comes_back_from_it(paper: Paper) -> None:
    """A paper of any type written as CSL-JSON reads back the same, code spans apart."""
    text = csl_json.write([paper])
    reading = csl_json.read(text, source="x.json")
    assert not reading.problems
    assert _difference(_rendered(reading.papers[0], _WITHOUT_CODE), _rendered(paper, _WITHOUT_CODE)) == "", text


@_PROPERTY
@given(paper=_papers())
def test_what_ris_can_hold_comes_back_from_it(paper: Paper) -> None:
    """A paper written as RIS reads back with the same plain text in every field."""
    text = ris.write([paper])
    reading = ris.read(text, source="x.ris")
    assert not reading.problems
    assert _difference(_plain(reading.papers[0]), _plain(paper)) == "", text


@_PROPERTY
@given(paper=strategies.papers())
def test_plain_json_holds_everything(paper: Paper) -> None:
    """Any paper written as plain JSON reads back with every field."""
    text = plain_json.write([paper])
    reading = plain_json.read(text, source="x.json")
    expected = paper._replace(abstract=paper.abstract.strip())
    assert _difference(reading.papers[0], expected) == "", text


@pytest.mark.parametrize("type_", sorted(CSL_TYPES))
@pytest.mark.parametrize("format_", [bibtex, biblatex])
def test_every_type_of_work_comes_back_from_bibtex(format_: Any, type_: str) -> None:
    """BibTeX has fewer types than CSL; ``entrysubtype`` tells the rest apart."""
    paper = Paper("A title", (Name("Ada Lai"),), type=type_, venue="Somewhere", key="lai")
    assert format_.read(format_.write([paper]), source="x.bib").papers == (paper,)


@pytest.mark.parametrize("format_", [bibtex, biblatex, csl_json, ris, plain_json])
@_PROPERTY
@example(papers=[Paper("A000&Aa_bA")])  # the underscore comes back as an escaped one, which is no end of a word
@example(papers=[Paper("0", abstract="{ $\\alpha^{2}x_1$")])  # a brace counts in all of the text, not in a part
@given(papers=st.lists(_papers(key=st.sampled_from(["", "a", "b"])), max_size=4))
def test_writing_what_was_read_gives_the_same_text(format_: Any, papers: list[Paper]) -> None:
    """One trip makes a text canonical: the second gives the same bytes, and keys stay as given."""
    once = format_.write(papers)
    again = format_.read(once, source="x").papers
    assert len(again) == len(papers)
    assert format_.write(again) == once


@_PROPERTY
@given(
    people=st.lists(st.tuples(NAMES, st.sampled_from(["", "0000-0002-1825-0097", "0000-0001-5109-3700"])), max_size=4)
)
def test_orcid_ids_come_back_from_biblatex(people: list[tuple[Name, str]]) -> None:
    """In BibLaTeX's annotations of names, whoever of the authors and editors has one."""
    named = tuple(name._replace(orcid=orcid) for name, orcid in people)
    paper = Paper("A title", named, type="book", editors=named, key="a")
    assert biblatex.read(biblatex.write([paper]), source="x.bib").papers == (paper,)


@pytest.mark.parametrize(
    ("said", "orcids"),
    [
        ('1="0000-0002-1825-0097"; 2="0000-0001-5109-3700"', ["0000-0002-1825-0097", "0000-0001-5109-3700"]),
        ("2 = https://orcid.org/0000-0001-5109-3700 ;", ["", "0000-0001-5109-3700"]),
        ('3="0000-0002-1825-0097"', None),
        ("1=corresponding", None),
        ("1:family=student", None),
    ],
)
def test_annotations_of_names_are_read_or_kept(said: str, orcids: list[str] | None) -> None:
    """What is no ORCID iD of one of the authors stays as the entry has it."""
    text = f"@book{{a, title={{A title}}, author={{Doe, Jane and Roe, Max}}, author+an:orcid = {{{said}}}}}"
    (paper,) = bibtex.read(text, source="x.bib").papers
    assert [name.orcid for name in paper.authors] == (orcids or ["", ""])
    assert paper.extra == ({} if orcids else {"author+an:orcid": said})
