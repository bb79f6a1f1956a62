"""Formatted references, against examples of the styles' own guides and against what goes wrong in practice."""

from __future__ import annotations

import re
from html import unescape
from html.parser import HTMLParser
from typing import Any

import pytest

from publist.library.library import Entry
from publist.model.citation_styles import BUILT_IN
from publist.model.paper import Date, Name, Paper
from publist.outputs.csl.references import CslReferences
from publist.outputs.pages import citation_styles
from publist.outputs.pages.apa import apa
from publist.outputs.pages.citation_styles import ReferenceView
from publist.outputs.pages.ieee import ieee
from publist.outputs.place_in_lists import in_short


def paper_of(title: str, authors: str = "", year: int = 0, **fields: Any) -> Paper:
    people = tuple(Name(name) for name in authors.split("; ") if name)
    editors = tuple(Name(name) for name in fields.pop("editors", "").split("; ") if name)
    date = fields.pop("date", None) or (Date(year) if year else None)
    return Paper(title, people, date=date, editors=editors, **fields)


def references(paper: Paper) -> tuple[ReferenceView, ...]:
    """The references in the built-in styles."""
    entry = Entry("p", "papers/p/", "content/papers/p.md", paper, {}, b"", b"")
    return citation_styles.references(entry, BUILT_IN, CslReferences())


def shown(paper: Paper, style: str) -> str:
    """The reference as a reader sees it, what is in italics between asterisks."""
    html = next((item.html for item in references(paper) if item.style == style), "")
    return unescape(re.sub(r"<(?!i>)[^>]+>", "", html.replace("<i>", "*").replace("</i>", "*")))


# https://apastyle.apa.org/style-grammar-guidelines/references/examples
APA = [
    (
        paper_of(
            "Emotions in storybooks: A comparison of storybooks that represent ethnic and racial groups",
            "Jessica S. Grady; Mai Her; Geena Moreno; Carlos Perez; Jodi Yelinek",
            2019,
            type="article-journal",
            venue="Psychology of Popular Media Culture",
            volume="8",
            issue="3",
            pages="207--217",
            doi="10.1037/ppm0000185",
        ),
        "Grady, J. S., Her, M., Moreno, G., Perez, C., & Yelinek, J. (2019). Emotions in storybooks: A comparison of "
        "storybooks that represent ethnic and racial groups. *Psychology of Popular Media Culture*, *8*(3), 207–217. "
        "https://doi.org/10.1037/ppm0000185",
    ),
    (
        paper_of(
            "The psychology of prejudice: From attitudes to social action",
            "Lynne M. Jackson",
            2019,
            type="book",
            edition="2",
            publisher="American Psychological Association",
            doi="10.1037/0000168-000",
        ),
        "Jackson, L. M. (2019). *The psychology of prejudice: From attitudes to social action* (2nd ed.). "
        "American Psychological Association. https://doi.org/10.1037/0000168-000",
    ),
    (
        paper_of(
            "Culinary arts: Talent and their development",
            "Léa Aron; Marion Botella; Todd Lubart",
            2019,
            type="chapter",
            venue="The psychology of high performance",
            editors="Rena F. Subotnik; Paula Olszewski-Kubilius; Frank C. Worrell",
            pages="345-359",
            publisher="American Psychological Association",
            doi="10.1037/0000120-016",
        ),
        "Aron, L., Botella, M., & Lubart, T. (2019). Culinary arts: Talent and their development. In R. F. Subotnik, "
        "P. Olszewski-Kubilius, & F. C. Worrell (Eds.), *The psychology of high performance* (pp. 345–359). "
        "American Psychological Association. https://doi.org/10.1037/0000120-016",
    ),
    (
        paper_of(
            "A meta-analytic review of the benefit of spacing out retrieval practice episodes on retention",
            "Alice Latimier; Hugo Peyre; Franck Ramus",
            2020,
            venue="PsyArXiv",
            links={"url": "https://psyarxiv.com/kzy7u/"},
        ),
        "Latimier, A., Peyre, H., & Ramus, F. (2020). *A meta-analytic review of the benefit of spacing out retrieval "
        "practice episodes on retention*. PsyArXiv. https://psyarxiv.com/kzy7u/",
    ),
    (
        paper_of(
            "Thinking",
            "Laura Harris",
            2014,
            type="thesis",
            genre="Doctoral dissertation",
            publisher="University of Virginia",
        ),
        "Harris, L. (2014). *Thinking* [Doctoral dissertation, University of Virginia].",
    ),
    (
        paper_of("Cognitive effects", "Annalise D'Souza; M. Wiseheart", 2018, type="dataset", publisher="ICPSR"),
        "D'Souza, A., & Wiseheart, M. (2018). *Cognitive effects* [Data set]. ICPSR.",
    ),
]

# IEEE Reference Guide, V 11.29.2023
IEEE = [
    (
        paper_of(
            "Integrating data warehouses with web documents: A survey",
            "Juan M. P. Martinez; Rafael B. Llavori; María J. A. Cabo; Torben B. Pedersen",
            date=Date(2008, 7),
            type="article-journal",
            venue="IEEE Trans. Knowl. Data Eng.",
            volume="20",
            issue="7",
            pages="940-955",
        ),
        "J. M. P. Martinez, R. B. Llavori, M. J. A. Cabo, and T. B. Pedersen, “Integrating data warehouses with web "
        "documents: A survey,” *IEEE Trans. Knowl. Data Eng.*, vol. 20, no. 7, pp. 940–955, Jul. 2008.",
    ),
    (
        paper_of("Narrow-band analyzer", "James O. Williams", 1993, type="thesis", genre="Ph.D. dissertation",
               publisher="Harvard Univ."),
        "J. O. Williams, “Narrow-band analyzer,” Ph.D. dissertation, Harvard Univ., 1993.",
    ),
    (
        paper_of("What now?", "A. B. One; C. Two", 2023, arxiv="2309.09843", doi="10.48550/arXiv.2309.09843"),
        "A. B. One and C. Two, “What now?” 2023, arXiv:2309.09843, doi: 10.48550/arXiv.2309.09843.",
    ),
    (
        paper_of("A part", "A. One", 2005, type="chapter", venue="A Book", editors="B. Two; C. Three",
                 publisher="Press", place="Oxford", pages="12"),
        "A. One, “A part,” in *A Book*, B. Two and C. Three, Eds., Oxford: Press, 2005, p. 12.",
    ),
    (
        paper_of("Many", "A. A; B. B; C. C; D. D; E. E; F. F; G. G", 2020),
        "A. A *et al.*, “Many,” 2020.",
    ),
    (paper_of("Nothing known"), "“Nothing known.”"),
]  # fmt: skip


@pytest.mark.parametrize(("paper", "text"), APA, ids=[text[:12] for _, text in APA])
def test_apa_is_what_its_examples_show(paper: Paper, text: str) -> None:
    """Each kind of work has the form that the publication manual gives it."""
    assert shown(paper, "APA") == text


@pytest.mark.parametrize(("paper", "text"), IEEE, ids=[text[:12] for _, text in IEEE])
def test_ieee_is_what_its_guide_shows(paper: Paper, text: str) -> None:
    """Each kind of work has the form that the reference guide gives it."""
    assert shown(paper, "IEEE") == text


def test_names_in_any_form() -> None:
    """Particles, suffixes, hyphens, initials, groups and names without parts come out as the manual writes them."""
    names = (
        Name("Ludwig van der Berg"),
        Name("Martin Luther King, Jr.", "Martin Luther", "King", suffix="Jr."),
        Name("Jean-Paul Marie Sartre"),
        Name("J.R.R. Tolkien"),
        Name("李明"),
        Name("The ATLAS Collaboration"),
        Name("Plato"),
    )
    assert shown(Paper("T", names, date=Date(2020)), "APA") == (
        "van der Berg, L., King, M. L., Jr., Sartre, J.-P. M., Tolkien, J. R. R., 李明, The ATLAS Collaboration, "
        "& Plato. (2020). *T*."
    )
    assert shown(Paper("T", names[:2], date=Date(2020)), "IEEE") == "L. van der Berg and M. L. King Jr., “T,” 2020."


def test_more_than_twenty_authors() -> None:
    """APA names nineteen and the last; where the source leaves authors out, so does the reference, and says so."""
    many = tuple(Name(f"A. N{number}") for number in range(1, 26))
    assert ", N19, A., . . . N25, A. (n.d.)." in shown(Paper("T", many), "APA")
    assert shown(Paper("T", many[:2], et_al=True), "APA") == "N1, A., N2, A., et al. (n.d.). *T*."


def test_a_reference_is_text_that_runs_nothing() -> None:
    """Markup in any field is shown as text; an address that a browser would run is no link."""
    evil = "<script>x</script>\"'&<img src=x onerror=y>"
    fields = {"venue": evil, "publisher": evil, "genre": evil, "volume": evil, "issue": evil, "pages": evil}
    for kind in ("article", "article-journal", "chapter", "thesis", "report", "book", "dataset"):
        paper = paper_of(evil, evil, 2020, type=kind, **fields, edition=evil, number=evil, arxiv=evil, editors=evil,
                       place=evil, links={"url": "javascript:alert(1)"})  # fmt: skip
        for item in references(paper):
            read = _Tags()
            read.feed(item.html)
            assert {tag for tag, _ in read.tags} <= {"i", "a", "img"}
            assert {name for _, names in read.tags for name in names} <= {"href", "src"}
            assert all(address.startswith("https://") for address in read.addresses)


class _Tags(HTMLParser):
    """The tags of a piece of HTML with the names of their attributes, and where its links lead."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, list[str]]] = []
        self.addresses: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep it."""
        self.tags.append((tag, [name for name, _ in attrs]))
        self.addresses += [value or "" for name, value in attrs if name == "href"]


def test_what_has_no_certain_form_has_no_reference() -> None:
    """A map or a hearing is cited as its field does, which is not for us to guess."""
    assert references(paper_of("T", "A. B", 2001, type="map")) == ()


def test_formulas_are_characters() -> None:
    """A reference is copied as text, where MathML would come out twice."""
    assert "x² ≤ α" in shown(paper_of(r"On $x^2 \leq \alpha$", "A. B", 2001), "APA")


def test_the_number_of_a_chapter() -> None:
    """IEEE has it before the pages, APA where no pages are known."""
    chapter = Paper("T", type="chapter", venue="Big Book", chapter="7", authors=(Name("Ann Lee"),), date=Date(2020))
    assert "<i>Big Book</i> (Chapter 7)." in apa(chapter)
    assert "2020, ch. 7." in ieee(chapter)
    paged = chapter._replace(pages="3-9")
    assert "(pp. 3–9)" in apa(paged)
    assert "ch. 7, pp. 3–9." in ieee(paged)


def test_a_book_in_a_list() -> None:
    """Its edition, series, publisher and place; a first edition is not said."""
    book = Paper("T", type="book", edition="2", series="Big Books", publisher="House", place="Dublin")
    assert in_short(book) == ("2nd ed.", "Big Books", "House", "Dublin")
    assert in_short(book._replace(edition="1"))[0] == "Big Books"


def test_editors_stand_for_the_authors_of_their_book() -> None:
    """APA 10.2, example 24; IEEE's guide has them so, too. A part of a book has its own authors, or none."""
    book = paper_of("Words", year=2020, type="book", editors="Ann Lee; Bo Roe", publisher="Press")
    assert shown(book, "APA") == "Lee, A., & Roe, B. (Eds.). (2020). *Words*. Press."
    assert shown(book, "IEEE") == "A. Lee and B. Roe, Eds., *Words*. Press, 2020."
    one = book._replace(editors=book.editors[:1])
    assert "Lee, A. (Ed.). (2020)" in shown(one, "APA")
    assert "A. Lee, Ed., " in shown(one, "IEEE")
    part = book._replace(type="chapter", venue="Book of Words")
    assert shown(part, "APA").startswith("Words. (2020). In A. Lee & B. Roe (Eds.), *Book of Words*.")


def test_ieee_says_where_a_report_can_be_had() -> None:
    """Works that no journal holds have their address at the end, without a stop, unless they have a DOI."""
    report = paper_of("Words.", "A. Lee", 2020, type="report", links={"url": "https://example.org/r"})
    assert shown(report, "IEEE") == "A. Lee, “Words.” 2020. [Online]. Available: https://example.org/r"
    assert shown(report._replace(number="7"), "IEEE").startswith("A. Lee, “Words.” Rep. 7, 2020. [Online]")
    assert "Available" not in shown(report._replace(doi="10.1000/1"), "IEEE")
    article = report._replace(type="article-journal", venue="Journal")
    assert "Available" not in shown(article, "IEEE")


def test_a_chapter_has_a_year_in_ieee() -> None:
    """Months are those of meetings and issues."""
    chapter = paper_of("Words", "A. Lee", date=Date(2020, 5), type="chapter", venue="Book")
    assert shown(chapter, "IEEE") == "A. Lee, “Words,” in *Book*, 2020."
    assert "May 2020" in shown(chapter._replace(type="paper-conference"), "IEEE")
