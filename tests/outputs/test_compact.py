"""A compact site has no page for people and venues with one paper: links to them lead to the filtered list."""

from __future__ import annotations

import json
import re
from pathlib import PurePosixPath
from posixpath import normpath
from urllib.parse import unquote

import pytest

from publist.library.left_out import left_out
from publist.library.terms import Ref, ref
from publist.model.settings import Config
from publist.text.slugs import slugify
from tests.conftest import Site

_SITE = "title: A\nbase_url: https://a.example.org/\nowner: Ann Lee\nsearch: false\n"
_AUTHORS = ("Ann Lee, Bo Yi", "Bo Yi, Cy O'Neil & Sons", "Ann Lee, Dé Müller", "Bo Yi, Eve Fox, Dan Roe")
_VENUES = ("A Journal", "A Journal", "The A&B Letters", "")
_LETTERS = f"venues/{slugify(_VENUES[2])}/"
_PEOPLE = "- {name: Dan Roe, url: https://dan.example.org/}\n"


def _paper(number: int, venue: str, authors: str) -> str:
    return (
        f"---\ntitle: Work {number}\nauthors: [{authors}]\ndate: 20{10 + number}\nvenue: {venue}\n"
        f"topics: [Things]\n---\nIt says what number {number} says.\n"
    )


def _written(site: Site, settings: str) -> None:
    papers = enumerate(zip(_VENUES, _AUTHORS, strict=True))
    files = {f"content/papers/p{number}.md": _paper(number, *said) for number, said in papers}
    site.write({"content/site.yaml": _SITE + settings, "content/people.yaml": _PEOPLE, **files})


@pytest.fixture
def compact(site: Site) -> Site:
    """A compact site."""
    _written(site, "output: compact\n")
    site.build()
    return site


def _dead(made: dict[str, bytes]) -> set[str]:
    """The addresses on pages of the site that lead to nothing."""
    dead = set()
    for path in (path for path in made if path.endswith(".html") and path != "404.html"):
        for address in re.findall(r'(?:href|src)="([^"#]*)', made[path].decode()):
            target = unquote(address.partition("?")[0])
            if "://" in address or address.startswith(("mailto:", "data:")):
                continue
            found = normpath(str(PurePosixPath(path).parent / target)) if target else path
            if found not in made and f"{found}/index.html".removeprefix("./") not in made:
                dead.add(f"{path}: {address}")
    return dead


def test_only_people_and_venues_with_one_paper_have_no_page(compact: Site) -> None:
    """The owner and whoever people.yaml describes have a page in any case; topics, years and types stay."""
    places = {path.removesuffix("/index.html") for path in compact.snapshot() if path.endswith("/index.html")}
    assert {place for place in places if place.startswith("people/")} == {
        "people/ann-lee",
        "people/bo-yi",
        "people/dan-roe",
    }
    assert {place for place in places if place.startswith("venues/")} == {"venues/a-journal"}
    assert {"topics/things", "years/2010", "people", "venues"} <= places


@pytest.mark.parametrize(("settings", "place"), [("", ""), ("index: {whole: 2}\n", "papers/")])
def test_links_to_them_filter_the_list(site: Site, settings: str, place: str) -> None:
    """The address is that of the whole list with the name in its search field, and no link of the site is dead."""
    _written(site, "output: compact\n" + settings)
    site.build()
    page = site.page("papers/p1/index.html")
    assert f'href="../../{place}?q=Cy+O%27Neil+%26+Sons"' in page
    assert f'href="../../{place}?q=The+A%26B+Letters"' in site.page("papers/p2/index.html")
    assert 'href="../../people/bo-yi/"' in page
    assert _dead(site.snapshot()) == set()


def test_what_machines_read_names_no_page_that_is_not_there(compact: Site) -> None:
    """Sitemap, list.json, JSON-LD and tags have the people, and no address of a page that was left out."""
    made = compact.snapshot()
    for text in (path.decode() for path in made.values() if b"\x00" not in path):
        assert "people/de-muller/" not in text
        assert _LETTERS not in text
    people = json.loads(made["list.json"])["people"] if "list.json" in made else []
    assert all(path == "" or f"{path}index.html" in made for _, path, *_ in people)
    assert '"name":"Dé Müller"' in compact.page("papers/p2/index.html")
    addresses = re.findall("<loc>https://a.example.org/([^<]*)</loc>", compact.page("sitemap.xml"))
    assert all(f"{address}index.html" in made for address in addresses)


def test_overviews_say_how_many_have_no_page(compact: Site) -> None:
    """People and venues with one paper are a number with a link to the list."""
    assert '<a href="../">With one paper (3)</a>' in compact.page("people/index.html")
    assert '<a href="../">With one paper (1)</a>' in compact.page("venues/index.html")


def test_papers_have_their_page_alone(compact: Site) -> None:
    """BibTeX stands in the page of a paper; one file of the whole list without abstracts, no list for programs."""
    made = compact.snapshot()
    assert [path for path in made if path.startswith("papers/p1/")] == ["papers/p1/index.html"]
    page = compact.page("papers/p1/index.html")
    assert "@misc{" in page
    assert "TY  -" not in page
    assert page.count("number 1 says") == 2, "in the text and as description"
    assert "publications.bib" in made
    assert "number 1 says" not in compact.page("publications.bib")
    assert not {"publications.ris", "api/papers.json", "topics/things/feed.xml"} & set(made)


def test_a_page_of_a_paper_says_each_thing_once(compact: Site) -> None:
    """One reference beside the BibTeX, people by name in JSON-LD, nothing for sharers, no link to the next papers."""
    page = compact.page("papers/p1/index.html")
    assert ('id="apa"' in page, 'id="ieee"' in page) == (True, False)
    (data,) = re.findall('<script type="application/ld.json">(.*)</script>', page)
    (node,) = json.loads(data)["@graph"]
    assert [person["name"] for person in node["author"]] == ["Bo Yi", "Cy O'Neil & Sons"]
    assert not {"url", "mainEntityOfPage", "name", "keywords"} & set(node)
    assert not re.search('og:|rel="(item|type|next|prev|preload)"', page)


def test_entries_of_lists_say_what_a_paper_is_known_by(compact: Site) -> None:
    """Title, names, venue and year; names of others than the owner have no links, the page of the paper has them."""
    page = compact.page("topics/things/index.html")
    entry = page[page.index("Work 2") :].partition("</li>")[0]
    assert 'href="../../people/ann-lee/" class="me">Ann Lee</a>, Dé Müller</div>' in entry
    assert "<details" not in entry
    assert "data-filed" not in entry


def test_a_list_of_a_term_begins_on_its_page(site: Site) -> None:
    """The first page alone, and from there to the whole list, filtered by the term; that has all its pages."""
    _written(site, "output: compact\nper_page: 2\n")
    site.build()
    made = site.snapshot()
    assert {path for path in made if "page/" in path} == {"page/2/index.html", "papers/page/all/index.html"}
    assert '<a href="../../?topic=Things">All 4 papers</a>' in site.page("topics/things/index.html")
    assert '<a href="../../?q=Bo+Yi">All 3 papers</a>' in site.page("people/bo-yi/index.html")
    assert not any(path.startswith("list/") for path in made)
    assert _dead(made) == set()


def test_of_the_longest_lists_two_papers_make_no_page() -> None:
    """So 94,000 papers by 260,000 people are less than the gigabyte that GitHub Pages takes."""
    papers = 20_001
    few, some = ref("Few", "people/few/"), ref("Some", "people/some/")
    found: list[dict[str, tuple[Ref, ...]]] = [{"person": (), "venue": ()} for _ in range(papers)]
    for number in range(3):
        found[number]["person"] = (few, some) if number < 2 else (some,)
    config = Config(output="compact")
    assert set(left_out(found, config, {})) == {few}
    assert not left_out(found[:-1], config, {})


def _as_clean(site: Site) -> dict[str, bytes]:
    site.build()
    made = site.snapshot()
    site.build("--clean")
    assert site.snapshot() == made
    return made


def test_a_site_becomes_compact_and_full_again_as_a_clean_build_makes_it(site: Site) -> None:
    """Whichever way the setting changes, what is there is what a clean build writes."""
    _written(site, "")
    full = _as_clean(site)
    assert "people/eve-fox/index.html" in full
    for settings in ("output: compact\n", "output: lean\n", "output: compact\n", ""):
        _written(site, settings)
        last = _as_clean(site)
    assert last == full


def test_a_second_paper_brings_a_page_and_its_loss_takes_it(compact: Site) -> None:
    """Pages that linked to the filtered list link to the person from then on, and back."""
    before = compact.snapshot()
    paper = compact.folder / "content/papers/p9.md"
    compact.write({"content/papers/p9.md": _paper(9, "The A&B Letters", "Eve Fox")})
    made = _as_clean(compact)
    assert {"people/eve-fox/index.html", f"{_LETTERS}index.html"} <= set(made)
    assert 'href="../../people/eve-fox/"' in compact.page("papers/p3/index.html")
    paper.unlink()
    assert _as_clean(compact) == before


def test_an_edited_abstract_takes_the_short_way_to_the_same_bytes(site: Site) -> None:
    """Where no list holds abstracts, the people without pages stay so."""
    _written(site, "output: compact\nabstracts: 0\nexports: {lists: [], api: false}\n")
    site.build()
    path = site.folder / "content/papers/p3.md"
    path.write_text(path.read_text(encoding="utf-8").replace("It says", "It tells"), encoding="utf-8")
    assert "?q=Eve+Fox" in _as_clean(site)["papers/p3/index.html"].decode()
