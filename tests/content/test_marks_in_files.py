"""Marks behind authors, retractions and awards as people write them into files by hand, and what `check` asks."""

from __future__ import annotations

import pytest

from publist.content.schema.kinds import Fault
from publist.content.schema.names import NAME
from publist.content.schema.paper_parts import NOTICE
from publist.model.paper import Date, Notice, Paper
from publist.text.notes import stated
from tests.conftest import Site

_SETTINGS = "title: List\nowner: Ann Lee\nbase_url: https://example.org/p/\n"


def _write(site: Site, **heads: str) -> None:
    site.write({"content/site.yaml": _SETTINGS})
    site.write({f"content/papers/{name}.md": f"---\n{head}\n---\nText.\n" for name, head in heads.items()})


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
        ("Ann Lee^1,*^", "1,*"),
        (r"Ann Lee^a,\*^", "a,*"),
        ("Ann Lee^12^", "12"),
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


@pytest.mark.parametrize(
    ("words", "role"),
    [
        ("(Corresponding author)", "corresponding"),
        ("[corr. author]", "corresponding"),
        ("(equal contribution)", "equal"),
        ("(co-first)", "equal"),
        ("(shared first authorship)", "equal"),
        ("[contributed equally]", "equal"),
    ],
)
def test_a_role_in_brackets_is_its_key(words: str, role: str) -> None:
    """It is no part of the name, and the page says it as it says the key."""
    name = NAME.read(f"Ann Lee {words}", (), [])
    assert (name.name, getattr(name, role)) == ("Ann Lee", True)


@pytest.mark.parametrize("owner", ["Lee, Ann", "Ann Lee*"])
def test_an_owner_is_written_as_authors_are(site: Site, owner: str) -> None:
    """Whoever is `Lee, Ann` in papers may be so in site.yaml and people.yaml: it is one name in all of them."""
    _write(site, a='title: One\nauthors: ["Lee, Ann", Max Roe, M. Roe]\ndate: 2023')
    site.write({"content/site.yaml": f'title: List\nowner: "{owner}"\n'})
    site.build()
    assert site.page("index.html").count('class="me"') == 1
    people = '- {name: "Lee, Ann", owner: true}\n- {name: "Roe, Max", aliases: ["Roe, M."], owner: true}\n'
    site.write({"content/site.yaml": "title: List\n", "content/people.yaml": people})
    site.build()
    assert site.page("index.html").count('class="me"') == 3


@pytest.mark.parametrize(("status", "way"), [("retracted", "retraction: true"), ("Published", "delete the line")])
def test_a_status_that_is_none_says_where_it_belongs(site: Site, status: str, way: str) -> None:
    """It is for papers that have not appeared yet."""
    _write(site, a=f"title: One\ndate: 2023\nstatus: {status}")
    said = site.run("check", "--all").stdout
    assert f"`status` cannot be '{status}'" in said
    assert way in said


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


def test_a_number_behind_a_name_that_was_written_by_hand_parts_people(site: Site) -> None:
    """Nobody can tell whether it is a mark; two names that differ in it must not become one person in silence."""
    head = "---\ntitle: A paper\nauthors: [First Last1, First Last2, Given3 Family3]\ndate: 2020\n---\n"
    site.write({"content/site.yaml": "title: P\n", "content/papers/a.md": head})
    site.build()
    people = {path.name for path in (site.output / "people").iterdir() if path.is_dir()}
    assert people == {"first-last1", "first-last2", "given3-family3"}
