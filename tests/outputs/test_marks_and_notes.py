"""What people write by hand where it has a key of its own: marks behind authors, retractions and awards in notes."""

from __future__ import annotations

import json
import re

import pytest

from publist.model.paper import Date, Paper
from publist.text.author_marks import apart
from publist.text.notes import stated
from tests.conftest import Site

_SETTINGS = "title: List\nowner: Ann Lee\nbase_url: https://example.org/p/\n"


def _write(site: Site, **heads: str) -> None:
    site.write({"content/site.yaml": _SETTINGS})
    site.write({f"content/papers/{name}.md": f"---\n{head}\n---\nText.\n" for name, head in heads.items()})


@pytest.mark.parametrize(
    "written",
    [
        "Ann Lee*",
        "Ann Lee\\\\*",
        "Ann Lee$^*$",
        "Ann Lee<sup>*</sup>",
        "Ann Lee (*)",
        "Ann Lee∗",
        "**Ann Lee**\\\\*",
    ],
)
def test_a_mark_is_no_part_of_the_name(site: Site, written: str) -> None:
    """One page a person, the owner set apart on both papers, no mark in what machines read; the mark is shown."""
    _write(
        site,
        a=f'title: Joint\nauthors: ["{written}", "Max Roe†"]\ndate: 2023\nnote: "* Equal contribution; † Now at MIT"',
        b="title: Alone\nauthors: [Ann Lee, Max Roe]\ndate: 2022",
    )
    site.build()
    assert sorted(path.name for path in (site.output / "people").iterdir()) == ["ann-lee", "index.html", "max-roe"]
    assert site.page("index.html").count('class="me"') == 2
    page = site.page("papers/a/index.html")
    assert re.findall(r'name="citation_author" content="([^"]+)"', page) == ["Lee, Ann", "Roe, Max"]
    bibtex = site.page("papers/a/a.bib")
    assert "author = {Lee, Ann and Roe, Max}" in bibtex
    ris = site.page("papers/a/a.ris")
    assert "AU  - Lee, Ann\nAU  - Roe, Max\n" in ris.replace("\r", "")
    (item,) = json.loads(site.page("papers/a/a.json"))
    assert [name["family"] for name in item["author"]] == ["Lee", "Roe"]
    assert "</a><sup>*</sup>, " in page
    byline = page[page.index('class="by"') :]
    assert byline.index("* Equal contribution") < byline.index("† Now at MIT") < byline.index('class="meta"')
    assert "<dt>Note</dt>" not in page


@pytest.mark.parametrize(
    ("written", "name", "marks"),
    [
        ("Ann Lee", "Ann Lee", ""),
        ("**Ann Lee**", "Ann Lee", ""),
        ("*Ann Lee*", "Ann Lee", ""),
        ("Ann Lee**", "Ann Lee", "**"),
        ("Ann Lee¹,²", "Ann Lee", "1,2"),
        ("Ann Lee^1", "Ann Lee", "1"),
        ("*", "*", ""),
    ],
)
def test_marks_and_styles(written: str, name: str, marks: str) -> None:
    """Styles go, marks are kept apart, and a name is never empty."""
    assert apart(written) == (name, marks)


@pytest.mark.parametrize(
    ("note", "when"),
    [
        ("Retracted on 2022-03-01", "2022-03-01"),
        ("RETRACTED", ""),
        ("This paper has been retracted. See https://example.org/notice.", ""),
        ("Withdrawn by the authors, 2021", "2021"),
    ],
)
def test_a_note_that_says_retracted_is_a_retraction(site: Site, note: str, when: str) -> None:
    """The list says so, the page at its head above everything, the feed, JSON-LD and the export."""
    _write(site, r=f"title: A result\nauthors: [Ann Lee]\ndate: 2020\nnote: '{note}'")
    site.build()
    assert re.search(r'class="chip"[^>]*>Retracted</', site.page("index.html"))
    page = site.page("papers/r/index.html")
    assert page.index("This paper has been retracted.") < page.index("<h1")
    assert '"creativeWorkStatus":"Retracted"' in page
    assert f"note = {{Retracted{f' {when}' if when else ''}" in site.page("publications.bib")
    assert "Retracted: A result" in site.page("feed.xml")


@pytest.mark.parametrize(
    "note", ["Retraction of a false claim", "Withdrawn from the special issue", "With a note on retracted papers"]
)
def test_other_notes_retract_nothing(note: str) -> None:
    """Only what says that this paper was retracted."""
    assert stated(Paper("T", note=note)) == Paper("T", note=note)


@pytest.mark.parametrize(
    ("note", "awards", "left"),
    [
        ("Best Paper Award", ("Best Paper Award",), ""),
        ("Oral presentation; Best Paper Nominee.", ("Best Paper Nominee",), "Oral presentation"),
        ("Honourable mention", ("Honourable mention",), ""),
        (
            "Outstanding Paper Award, ICML 2022. With an appendix.",
            ("Outstanding Paper Award, ICML 2022",),
            "With an appendix.",
        ),
        ("Supported by NSF award 1234567", (), "Supported by NSF award 1234567"),
        ("We thank the award committee", (), "We thank the award committee"),
        ("A study of prizes", (), "A study of prizes"),
    ],
)
def test_awards_in_notes(note: str, awards: tuple[str, ...], left: str) -> None:
    """What is nothing but an award is one; what paid for the work is none, and all else stays."""
    paper = stated(Paper("T", note=note))
    assert (paper.awards, paper.note) == (awards, left)
    assert stated(paper) == paper


def test_an_award_in_a_note_is_seen(site: Site) -> None:
    """In every list that has the paper and at the head of its page, as JSON-LD's award; the file stays as it is."""
    head = "title: A result\nauthors: [Ann Lee]\ndate: 2020\ntopics: [T]\nnote: Best Paper Award\nawards: [Other Prize]"
    _write(site, a=head)
    site.build()
    for path in ("index.html", "people/ann-lee/index.html", "topics/t/index.html", "papers/a/index.html"):
        assert site.page(path).count('<b class="award">Best Paper Award</b>') == 1
    assert '"award":["Other Prize","Best Paper Award"]' in site.page("papers/a/index.html")
    assert (site.folder / "content/papers/a.md").read_text() == f"---\n{head}\n---\nText.\n"


def test_an_import_leaves_what_is_written_by_hand(site: Site) -> None:
    """A source that says a paper anew changes its own fields; marks and notes in the file stay, and count once."""
    entry = "@article{{k, title={{Ice}}, author={{Lee, Ann and Roe, Max}}, journal={{{}}}, year=2020}}"
    site.write({"content/site.yaml": _SETTINGS, "list.bib": entry.format("Acta")})
    assert site.run("import", "list.bib").returncode == 0
    (place,) = (site.folder / "content/papers").iterdir()
    text = place.read_text().replace("Ann Lee", '"Ann Lee*"').replace("date:", "note: Best Paper Award\ndate:")
    assert "Ann Lee*" in text
    place.write_text(text)
    site.write({"list.bib": entry.format("Annals")})
    assert site.run("import", "list.bib").returncode == 0
    assert place.read_text() == text.replace("Acta", "Annals")


def test_dates_are_dates() -> None:
    """A day that does not exist is no date of a retraction; its words stay."""
    paper = stated(Paper("T", note="Retracted on 2021-02-31"))
    assert paper.retraction
    assert paper.retraction.date is None
    assert "2021-02-31" in paper.retraction.note
    known = stated(Paper("T", note="Retracted 2021-02-28")).retraction
    assert known
    assert known.date == Date(2021, 2, 28)
<<<<<<< HEAD


@pytest.mark.parametrize(
    ("written", "marks"),
    [
        ("Lee*, Ann", "*"),
        ("Ann Lee¹,²", "1,2"),
        ("*Ann Lee", "*"),
        ("† Ann Lee", "†"),
        ("Ann Lee1,*", "*,1"),
        ("Ann Lee†,1", "†,1"),
        ("Ann Lee [1,2]*", "1,2,*"),
        ("Ann Lee(1)", "1"),
        ("Ann Lee a,b", "a,b"),
        (r"Ann Lee\textsuperscript{*}", "*"),
        ("Ann Lee&dagger;", "†"),
        ("Ann Lee☆", "☆"),
        ("Ann Lee ⓡ", "ⓡ"),
        ("Lee★, Ann", "★"),
        ("_Ann Lee_", ""),
        ("Lee, Ann", ""),
    ],
)
def test_no_mark_is_part_of_a_name_in_a_file(written: str, marks: str) -> None:
    """Whatever stands behind or before a name, and whichever part of it is first, it is the name of one person."""
    name = NAME.read(written, (), [])
    assert (name.name, name.note) == ("Ann Lee", marks)


@pytest.mark.parametrize("role", ["corresponding", "equal"])
def test_a_role_in_brackets_is_its_key(role: str) -> None:
    """It is no part of the name, and the page says it as it says the key."""
    words = {"corresponding": "Corresponding author", "equal": "equal contribution"}
    name = NAME.read(f"Ann Lee ({words[role]})", (), [])
    assert (name.name, getattr(name, role)) == ("Ann Lee", True)


@pytest.mark.parametrize(
    "name",
    ["GPT 4", "C++", "MᶜDonald", "Robert (Bob) Smith", "Team X 2", "Ann Lee 0001", "Google, Inc.", "Ann Lee, Jr."],
)
def test_what_looks_like_a_mark_and_is_none(name: str) -> None:
    """Numbers of versions, brackets around a name, forms of firms and suffixes stay."""
    assert NAME.read(name, (), []).name == name


def test_check_asks_what_a_mark_means(site: Site) -> None:
    """A suggestion with file and line for each mark that nothing explains; none for one that is explained."""
    note = 'note: "* Equal contribution"'
    _write(
        site,
        a='title: Joint\nauthors: ["Ann Lee*", "Max Roe*"]\ndate: 2023',
        b=f'title: Other\nauthors: ["Ann Lee*", "Max Roe†"]\ndate: 2022\n{note}',
        c='title: Third\nauthors: ["Ann Lee¹", "Max Roe"]\naffiliations: [MIT]\ndate: 2022',
    )
    said = site.run("check", "--all").stdout
    found = [line for line in said.splitlines() if "nothing says what the mark" in line]
    assert found == [
        "content/papers/a.md:3:11: suggestion: nothing says what the mark `*` behind 'Ann Lee' means",
        "content/papers/b.md:3:23: suggestion: nothing says what the mark `†` behind 'Max Roe' means",
    ]
    assert 'note: "† Equal contribution"' in said


def test_check_asks_about_a_comma_in_a_name(site: Site) -> None:
    """Of several words before a comma nobody can say whether they are one name or the family name of one."""
    _write(site, a='title: Joint\nauthors: ["García Márquez, Gabriel"]\ndate: 2023')
    assert "the family name seems to stand first" in site.run("check").stdout


@pytest.mark.parametrize(
    "title",
    ["RETRACTED: A result", "[Retracted] A result", "Retracted article: A result", "A result [RETRACTED ARTICLE]",
     "A result (Retracted)", "A result – RETRACTED", "WITHDRAWN: A result"],
)  # fmt: skip
def test_a_title_that_says_retracted_in_a_file(title: str) -> None:
    """It is no part of the title, by hand as in what databases export."""
    assert stated(Paper(title)) == Paper("A result", retraction=Notice())


@pytest.mark.parametrize(
    "title",
    ["Retraction of false claims", "Withdrawn consent in trials", "RETRACTION: A result", "Retracted", "RETRACTED:",
     "How retracted papers live on"],
)  # fmt: skip
def test_titles_about_retraction_retract_nothing(title: str) -> None:
    """Only the words that publishers put before or behind the title of the paper itself."""
    assert stated(Paper(title)) == Paper(title)


@pytest.mark.parametrize(
    ("written", "notice"),
    [
        ("true", Notice()),
        ("2024-05-01", Notice(Date(2024, 5, 1))),
        ("https://example.org/n", Notice(url="https://example.org/n")),
        ("Wrong data", Notice(note="Wrong data")),
        ("false", None),
    ],
)
def test_a_retraction_in_one_word(site: Site, written: str, notice: Notice | None) -> None:
    """``retraction: true`` is enough; a date, an address or a few words alone are what they are."""
    faults: list[Fault] = []
    assert NOTICE.read(written, ("retraction",), faults) == notice
    assert faults == []
    _write(site, a=f"title: A result\nauthors: [Ann Lee]\ndate: 2020\nretraction: {written}")
    site.build()
    assert ("This paper has been retracted." in site.page("papers/a/index.html")) is bool(notice)


@pytest.mark.parametrize(
    "award",
    ["Melhor artigo", "Bester Vortrag", "最優秀論文賞", "Winner of the ISWC challenge", "Editors' Choice",
     "1st place, student competition"],
)  # fmt: skip
def test_awards_in_other_words(award: str) -> None:
    """What is won is an award in any language that people write notes in."""
    assert stated(Paper("T", note=award)) == Paper("T", awards=(award,))


def test_a_readme_among_the_papers_is_a_warning(site: Site) -> None:
    """It stops no build; a paper that has lost its front matter does."""
    _write(site, a="title: A result\nauthors: [Ann Lee]\ndate: 2020")
    site.write({"content/papers/README.md": "# Papers\n\nOne file each.\n"})
    done = site.run("build")
    assert done.returncode == 0, done.stderr
    assert "content/papers/README.md: warning: this is no paper file" in done.stderr
    site.write({"content/papers/b.md": "title: Lost\nauthors: [Ann Lee]\n"})
    assert "content/papers/b.md:1:1: error: the file has no front matter" in site.run("build").stderr


def test_several_owners_in_the_settings_are_told_where_they_go(site: Site) -> None:
    """The remedy is the very line of content/people.yaml."""
    site.write({"content/site.yaml": "title: Lab\nowner: [Ann Lee, Max Roe]\n"})
    said = site.run("check").stdout
    assert "content/people.yaml: - {name: Ann Lee, owner: true}" in said
=======
>>>>>>> 5236438b174abc7cdac2b5a7b5614b981db9fba5
