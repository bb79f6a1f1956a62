r"""What people write in one format they paste into all others: LaTeX in RIS and CSL, marks, entities, braces, paths."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from publist.formats import (
    arxiv_atom,
    crossref,
    csl_json,
    csv_table,
    endnote_tagged,
    endnote_xml,
    nbib,
    openalex,
    ris,
)
from publist.formats.normalising.repeated_genres import dropped
from publist.model.paper import Paper
from publist.outputs.downloads.private import is_private
from publist.text import identifiers
from publist.text.markdown import inline
from tests.formats.test_values import entry, item, record


def _ris(title: str = "T", author: str = "Lee, Ann", venue: str = "J", note: str = "") -> Paper:
    text = f"TY  - JOUR\nTI  - {title}\nAU  - {author}\nPY  - 2020\nT2  - {venue}\nN1  - {note}\nER  - \n"
    return ris.read(text, source="x").papers[0]


def _csl(title: str = "T", author: str = "Lee, Ann", venue: str = "J", note: str = "") -> Paper:
    family, _, given = author.partition(", ")
    one = {"id": "a", "type": "article-journal", "title": title, "container-title": venue, "note": note,
           "author": [{"family": family, "given": given}]}  # fmt: skip
    return csl_json.read(json.dumps([one]), source="x").papers[0]


def _crossref(title: str = "T", author: str = "Lee, Ann", venue: str = "J") -> Paper:
    family, _, given = author.partition(", ")
    work = {"DOI": "10.1234/a", "type": "journal-article", "title": [title], "container-title": [venue],
            "author": [{"family": family, "given": given}]}  # fmt: skip
    return crossref.read(json.dumps({"message": work}), source="x").papers[0]


def _openalex(title: str = "T", author: str = "Lee, Ann", venue: str = "J") -> Paper:
    work = {"id": "https://openalex.org/W1", "title": title, "type": "article",
            "authorships": [{"raw_author_name": author, "author": {"display_name": author}}],
            "primary_location": {"source": {"display_name": venue}}}  # fmt: skip
    return openalex.read(json.dumps(work), source="x").papers[0]


def _nbib(title: str = "T", author: str = "Lee, Ann", venue: str = "J") -> Paper:
    text = f"PMID- 1\nTI  - {title}\nFAU - {author}\nDP  - 2020\nJT  - {venue}\n"
    return nbib.read(text, source="x").papers[0]


def _enw(title: str = "T", author: str = "Lee, Ann", venue: str = "J", note: str = "") -> Paper:
    text = f"%0 Journal Article\n%T {title}\n%A {author}\n%D 2020\n%J {venue}\n%Z {note}\n"
    return endnote_tagged.read(text, source="x").papers[0]


def _xml(title: str = "T", author: str = "Lee, Ann", venue: str = "J", note: str = "") -> Paper:
    said = [text.replace("&", "&amp;").replace("<", "&lt;") for text in (title, author, venue, note)]
    text = (
        (
            '<xml><records><record><ref-type name="Journal Article">17</ref-type><titles><title>{}</title>'
            "<secondary-title>{2}</secondary-title></titles><contributors><authors><author>{1}</author></authors>"
            "</contributors><dates><year>2020</year></dates><notes>{3}</notes></record></records></xml>"
        )
        .replace("{}", "{0}")
        .format(*said)
    )
    return endnote_xml.read(text, source="x").papers[0]


def _csv(title: str = "T", author: str = "Lee, Ann", venue: str = "J", note: str = "") -> Paper:
    text = f'title,authors,year,journal,note\n"{title}","{author}; Roe, Max",2020,"{venue}","{note}"\n'
    return csv_table.read(text, source="x").papers[0]


Reader = Callable[..., Paper]
READERS: tuple[Reader, ...] = (_ris, _csl, _crossref, _openalex, _nbib, _enw, _xml, _csv)


@pytest.mark.parametrize("read", READERS)
@pytest.mark.parametrize(
    ("said", "formulas"),
    [
        (r"Search for $\Xi$$^{0}$ states", 1),
        (r"A shift of (5{\ensuremath{-}}4)", 1),
        (r"Mass of 3$M_\odot$2 stars", 1),
        (r"An \ensuremath{\alpha} line and $x_1$", 2),
        ("Tickets at $5 or $6 each", 0),
    ],
)
def test_formulas_as_tex_has_them(read: Reader, said: str, formulas: int) -> None:
    """Side by side, before a digit, ensured: maths on the page whatever format it came in; prices are prices."""
    html = str(inline(read(title=said).title))
    assert html.count("<math") == formulas
    assert formulas == 0 or "$" not in html.replace("application/x-tex", "")


def test_formulas_in_atom() -> None:
    """ArXiv's titles are LaTeX."""
    entry_ = (
        "<entry><id>http://arxiv.org/abs/2001.00001v1</id><title>{}</title><author><name>{}</name></author></entry>"
    )
    feed = f'<feed xmlns="http://www.w3.org/2005/Atom">{entry_.format("On $a$$b$2", "Ann Lee$^*$")}</feed>'
    (paper,) = arxiv_atom.read(feed, source="x").papers
    assert (paper.title, paper.authors[0].name) == ("On ${ab}$2", "Ann Lee")


@pytest.mark.parametrize(
    ("latex", "title"),
    [
        (r"{\ensuremath{\gamma}}{\ensuremath{\gamma}} rays", r"$\gamma\gamma$ rays"),
        (r"{$\alpha$}{$\beta$}2", r"$\alpha\beta$2"),
        ("$1$$2$3", "${12}$3"),
    ],
)
def test_formulas_in_groups_of_their_own(latex: str, title: str) -> None:
    """Braces between two formulas do not part them; what they make together stands before a digit."""
    assert inline(entry(f"note={{{latex}}}").note).count("<math") == 1
    assert entry(f"note={{{latex}}}").note == title


@pytest.mark.parametrize("read", READERS)
@pytest.mark.parametrize(
    "said",
    [
        r"The $\less$em$\greater$moss$\less$/em$\greater$ &amp; fern",
        "The &lt;i&gt;moss&lt;/i&gt; &amp; fern",
        "The <i>moss</i> &amp;amp; fern",
        r"The {\textless}i{\textgreater}moss{\textless}/i{\textgreater} {\&} fern",
    ],
)
def test_markup_escaped_once_too_often(read: Reader, said: str) -> None:
    """It is emphasis and a sign, in every format."""
    assert read(title=said).title == "The *moss* & fern"


@pytest.mark.parametrize("read", READERS)
def test_entities_in_names_and_venues(read: Reader) -> None:
    """They are letters."""
    paper = read(author="L&eacute;e, Bj&#246;rn", venue="Moss &amp;amp; Fern")
    assert (str(paper.authors[0]), paper.venue) == ("Björn Lée", "Moss & Fern")


@pytest.mark.parametrize("read", [_ris, _csl, _enw, _xml])
def test_braces_that_kept_capitals(read: Reader) -> None:
    """A reference manager shows what the .bib had: braces group, they are no text."""
    paper = read(title="{DNA} of {M}oss in sets {1, 2}", author="{Lee}, {Ann}", venue="{Journal of Moss}")
    assert (paper.title, paper.venue) == ("DNA of Moss in sets {1, 2}", "Journal of Moss")
    assert str(paper.authors[0]) == "Ann Lee"


@pytest.mark.parametrize("read", READERS)
@pytest.mark.parametrize("mark", ["*", "†", " (*)", "$^{*}$", "<sup>1</sup>", " 1,2"])
def test_marks_behind_an_author(read: Reader, mark: str) -> None:
    """The mark is no part of the name; it is kept beside it."""
    (name, *_) = read(author=f"Lee{mark}, Ann").authors
    assert str(name) == "Ann Lee"
    assert name.note or name.equal


@pytest.mark.parametrize("name", ["GPT 4", "Global Task Force 2", "John Smith III", "Wei Zhang 0002"])
def test_numbers_that_are_no_marks(name: str) -> None:
    """A name of one word, a group, a suffix and dblp's number are what they are."""
    (paper,) = csl_json.read(
        json.dumps([{"id": "a", "type": "book", "title": "T", "author": [{"literal": name}]}]), source="x"
    ).papers
    assert str(paper.authors[0]) == name.removesuffix(" 0002")


@pytest.mark.parametrize("read", [_ris, _csl, _enw, _xml])
@pytest.mark.parametrize("legend", ["* = equal", "* equal contribution", "*These authors contributed equally."])
def test_the_legend_of_a_mark(read: Reader, legend: str) -> None:
    """Who contributed equally is known, and the note says no more."""
    paper = read(author="Lee*, Ann", note=legend)
    assert (paper.authors[0].equal, paper.note) == (True, "")


@pytest.mark.parametrize(
    "spelt",
    [
        r"\~{}", r"\~", r"{\textasciitilde}", r"$\sim$", r"$\tilde{}$", r"\texttildelow ", r"\symbol{126}",
        r"{\raise.17ex\hbox{$\scriptstyle\sim$}}", r"\char`\~", "~",
    ],
)  # fmt: skip
def test_a_tilde_in_any_format(spelt: str) -> None:
    """Every spelling is the one sign, also where the format knows no LaTeX."""
    address, plain = f"http://plants.example/{spelt}jane/a\\_b.pdf", "http://plants.example/~jane/a_b.pdf"
    assert identifiers.web_address(address) == plain
    assert entry(f"url={{{address}}}").links == {"url": plain}
    assert record(f"UR  - {address}").links == {"url": plain}
    assert item(URL=address).links == {"url": plain}


def test_latex_in_other_places_of_addresses() -> None:
    r"""In ``\href`` whose label hides it, in a note, in a DOI."""
    joe = entry(r"howpublished={\href{http://plants.example/\~{}joe/q.pdf}{link}}", "misc")
    assert (joe.links, joe.venue) == ({"url": "http://plants.example/~joe/q.pdf"}, "")
    assert entry(r"note={At \url{http://plants.example/\~{}jane/p\_1}}").note == "At <http://plants.example/~jane/p_1>"
    assert record(r"DO  - {10.1234/a\_b}").doi == "10.1234/a_b"
    assert item(URL="http://plants.example/?a=1&amp;b=2").links == {"url": "http://plants.example/?a=1&b=2"}


@pytest.mark.parametrize(
    ("type_", "genre", "left"),
    [
        ("article-journal", "Article", ""), ("article-journal", "Journal Article", ""),
        ("article-journal", "Review", "Review"), ("article-journal", "Article; Proceedings Paper", ""),
        ("paper-conference", "Conference Paper", ""), ("thesis", "PhD thesis", "PhD thesis"),
        ("book", "proceedings", "proceedings"), ("article", "Working paper", "Working paper"),
    ],
)  # fmt: skip
def test_a_genre_that_says_the_type_again(type_: str, genre: str, left: str) -> None:
    """It is said once; what says more stays."""
    assert dropped(Paper("T", type=type_, genre=genre)).genre == left
    assert "M3" not in ris.write([dropped(Paper("T", type="article-journal", genre="Article"))])


@pytest.mark.parametrize("read", [_ris, _csl, _enw, _xml])
@pytest.mark.parametrize("path", [r"C:\Users\jane\a.pdf", "file:///home/jane/a.pdf", "zotero://select/items/1"])
def test_a_path_in_a_note_stays_private(read: Reader, path: str) -> None:
    """A note that names a file of somebody's own is kept, and not published; what else it says is."""
    paper = read(note=f"{path}; Read at noon")
    assert paper.note == "Read at noon"
    assert all(is_private(name, value) for name, value in paper.extra.items() if name == "database_note")


@pytest.mark.parametrize(
    "name",
    ["mynote", "my comment", "internal-note", "File Attachments", "rn", "research-notes", "call-number", "Date Added",
     "zotero key", "usera", "zoteroselect", "correspondence_address1", "papers-folder", "reviewers", "tags",
     "comment-jane"],
)  # fmt: skip
def test_more_of_what_reference_managers_keep_for_themselves(name: str) -> None:
    """Remarks, folders, labels, shelf marks and housekeeping of many programs."""
    assert is_private(name, "x")


@pytest.mark.parametrize("name", ["titlenote", "adsurl", "funding-text", "lccn", "titleaddon", "eventdate", "nota"])
def test_what_readers_may_have(name: str) -> None:
    """Fields that describe the work go out."""
    assert not is_private(name, "x")


def test_endnote_files_lose_nothing() -> None:
    """What no field has is kept under ``extra``, and a year in words is a status or to be reviewed."""
    text = (
        "%0 Journal Article\n%T On moss\n%A Lee, Ann\n%D in press\n%J Moss\n%@ 1234-5679\n%+ Bog Lane 1\n%6 3\n%= x\n"
    )
    (paper,) = endnote_tagged.read(text, source="x").papers
    assert (paper.status, paper.issn, paper.review) == ("in press", "1234-5679", ())
    assert paper.extra == {"author-address": "Bog Lane 1", "volumes": "3", "enw-=": "x"}
    (paper,) = endnote_tagged.read("%0 Book\n%T On moss\n%D around noon\n", source="x").papers
    assert (paper.date, paper.review, paper.extra) == (None, ("date",), {"year": "around noon"})


def test_zotero_tables() -> None:
    """Its columns Key and Notes are of its owner's keeping, and no citation key."""
    text = 'Key,Item Type,Title,Author,Publication Year,Notes,Date Added\nAB1,book,Moss,"Lee, Ann",2020,Bad!,2021\n'
    (paper,) = csv_table.read(text, source="x").papers
    assert (paper.key, paper.note) == ("", "")
    assert all(is_private(name, value) for name, value in paper.extra.items() if name != "Item Type")
    text = (
        "Key,Item Type,Publication Year,Author,Title,Publication Title,Date,Date Added\n"
        'AB1,journalArticle,2020,"Lee, Ann",Moss,Journal of Moss,2020-05-03,2021\n'
    )
    (paper,) = csv_table.read(text, source="x").papers
    assert (paper.title, paper.venue, str(paper.date)) == ("Moss", "Journal of Moss", "2020-05-03")


@pytest.mark.parametrize(
    "cell",
    ["A. Lee*, M. Roe and J. Poe", "Lee, A.*; Roe, M.; Poe, J.", "A. Lee* & M. Roe & J. Poe", "Lee A*, Roe M, Poe J"],
)
def test_names_of_a_table_however_a_cell_parts_them(cell: str) -> None:
    """Each cell is read for itself, also where others of its column part names by semicolons; marks are kept."""
    text = f'title,authors,year\nMoss,"{cell}",2020\nFern,"Lee, A.; Roe, M.",2021\nBog,Lee A,2019\n'
    first, _, last = csv_table.read(text, source="x").papers
    assert [(str(name).replace(".", ""), name.note) for name in first.authors] == [
        ("A Lee", "*"),
        ("M Roe", ""),
        ("J Poe", ""),
    ]
    assert [str(name) for name in last.authors] == ["A Lee"]


def test_a_retracted_paper_of_pubmed() -> None:
    """Its publication types say so."""
    text = "PMID- 1\nTI  - On moss.\nPT  - Journal Article\nPT  - Retracted Publication\nDP  - 2020 Winter\n"
    (paper,) = nbib.read(text, source="x").papers
    assert paper.retraction is not None
    assert (str(paper.date), paper.extra) == ("2020", {"dp": "2020 Winter"})
