"""What a moved paper's page says in words and beside its own text: co-authors, another language, keywords as a list."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from publist.importing.migrating import coauthors_in_words
from publist.importing.migrating.author_names import printed_names
from tests.conftest import Site
from tests.support.moved_sites import other, papers

__all__ = ["other"]  # a fixture

_OWNER = "title: Ann\nauthor:\n  name: Ann Lee\n"
_ROE = "---\ntitle: <a href='https://roe.example.org/'>Max Roe</a>\nrole: Boss\n---\n"
_PAGE = "---\ntitle: {}\ndate: 2020-01-01\nvenue: Birds\n{}---\n{}\n"


@pytest.mark.parametrize(
    ("said", "people"),
    [
        ("Birds, Vol. 2, pp. 1-9. (With Max Roe.)", "Ann Lee|Max Roe"),
        ("(with Max Roe, Jo B. van Dam, and Kim Poe. Click below for data.)", "Ann Lee|Max Roe|Jo B. van Dam|Kim Poe"),
        ("Joint work with [Max Roe](https://example.org/) & Kim Poe", "Ann Lee|Max Roe|Kim Poe"),
        ("Co-authored with <b>Max Roe</b>; in print", "Ann Lee|Max Roe"),
        ("Birds (with Max Roe and Ann Lee)", "Ann Lee|Max Roe"),
        ("We deal with New Methods of Counting Birds", ""),
        ("Cranes (with an Application to Storks)", ""),
        ("Cranes (with Applications)", ""),
        ("With data", ""),
    ],
)
def test_co_authors_in_words(said: str, people: str) -> None:
    """The owner wrote it with those whom the page names so, and with nobody where no person is named."""
    found = coauthors_in_words.read([said], "Ann Lee")
    assert "|".join(printed_names([*found.authors])) == people
    assert not found.authors or not found.sure
    assert not coauthors_in_words.read([said], "").authors


@given(st.text(alphabet="wWith ()[].,AnMaxRoe&<>", max_size=60))
@settings(max_examples=150, deadline=None)
def test_no_co_author_is_invented(said: str) -> None:
    """Whoever is named stands in the text, beside the owner."""
    for name in printed_names([*coauthors_in_words.read([said], "Ann Lee").authors])[1:]:
        assert all(word.strip(".,") in said for word in name.split())


def test_papers_of_which_nobody_is_named_are_one_decision(site: Site, other: Site) -> None:
    """Co-authors in words are taken, to be reviewed; all papers of nobody are one line, with the command that asks."""
    other.write({"_config.yml": _OWNER, "_publications/w.md": _PAGE.format("Storks (with Max Roe)", "", "They stand.")})
    other.write({f"_publications/{name}.md": _PAGE.format(f"Cranes {name * 3}", "", "They fly.") for name in "abcde"})
    done = site.run("import", str(other.folder))
    assert "5 files: no authors could be read" in done.stderr
    assert "`publist complete` looks them up by DOI" in done.stderr
    paper, _ = papers(site)["Storks"]
    assert (paper["title"], paper["authors"], paper["review"]) == ("Storks", ["Ann Lee", "Max Roe"], ["authors"])


@pytest.mark.parametrize(
    "files",
    [
        {
            "content/publication/x/index.md": "",
            "content/publication/x/index.de.md": "abstract: In words.\ndoi: 10.1000/x\n",
        },
        {
            "hugo.yaml": "defaultContentLanguage: de\n",
            "content/de/publication/x/index.md": "abstract: ''\n",
            "content/en/publication/x/index.md": "abstract: In words.\ndoi: 10.1000/x\n",
        },
    ],
)
def test_a_page_in_another_language_adds_what_is_left_open(site: Site, other: Site, files: dict[str, str]) -> None:
    """The abstract of one language is better than none; a list that says the keywords again is no abstract."""
    head = "authors: [Ann Lee]\nkeywords: [Cranes, Winter ice]\n"
    pages = {
        name: text if name == "hugo.yaml" else _PAGE.format("Birds", head + text, "") for name, text in files.items()
    }
    main = next(name for name in pages if name.endswith("index.md"))
    other.write({**pages, main: pages[main] + "- cranes\n- Winter ice\n"})
    assert site.run("import", str(other.folder)).returncode == 0
    paper, abstract = papers(site)["Birds"]
    assert (abstract.strip(), paper["doi"]) == ("In words.", "10.1000/x")
    assert paper["keywords"] == ["Cranes", "Winter ice"]


def test_a_remark_in_another_colour_is_no_venue(site: Site, other: Site) -> None:
    """It is what the paper was given; a person's name that is a link is a name and a link."""
    span = "<span style='color:red'>Best paper award</span>"
    other.write(
        {
            "content/publication/x/index.md": f"---\ntitle: Cranes\nauthors: [max]\ndate: 2020-01-01\n"
            f'publication: "In *Proc. of Birds {span}*"\n---\nUp.\n',
            "content/authors/max/_index.md": _ROE,
        }
    )
    assert site.run("import", str(other.folder)).returncode == 0
    paper, _ = papers(site)["Cranes"]
    assert paper["venue"] == "Proc. of Birds"
    assert "Best paper award" in (paper.get("note"), *paper.get("awards", ()))
    people = (site.folder / "content/people.yaml").read_text(encoding="utf-8")
    assert "name: Max Roe" in people
    assert "url: https://roe.example.org/" in people


def test_a_link_leads_to_the_page_beside_it(site: Site, other: Site) -> None:
    """Where two sections have a page of one name, a page's link leads to that of its own section."""
    page = "---\ntitle: {}\n---\nOf {}, see [next](ice).\n"
    other.write(
        {
            "content/publication/x/index.md": _PAGE.format("Cranes", "authors: [Ann Lee]\n", "Up."),
            **{f"content/{place}/{name}/index.md": page.format(f"{name} {place}", place)
               for place in ("talks", "courses/birds") for name in ("ice", "sea")},
        }
    )  # fmt: skip
    assert site.run("import", str(other.folder)).returncode == 0
    pages = {path.relative_to(site.folder / "content/pages").as_posix(): path.read_text(encoding="utf-8")
             for path in (site.folder / "content/pages").rglob("sea.md")}  # fmt: skip
    assert "[next](courses/birds/ice/)" in pages["courses/birds/sea.md"]
