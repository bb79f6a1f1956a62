"""Papers of many authors: bylines in lists are cut, the owner stays, all names are where people and machines cite from.

What grows is told by counting bytes and files, never by a clock.
"""

from __future__ import annotations

import json
import re

import pytest

from publist.checks.name_variants import proposals
from publist.importing.duplicates.likeness import likeness, traits
from publist.library.people import identify
from publist.library.terms import Slugs
from publist.model.paper import Date, Name, Paper
from publist.model.settings import Person
from tests.conftest import Site

_SITE = "title: Papers\nowner: Ann Lee\nbase_url: https://lee.example.org/\n"


def _paper(title: str, authors: list[str]) -> str:
    listed = "".join(f"  - {name}\n" for name in authors)
    return f"---\ntitle: {title}\nauthors:\n{listed}date: 2020\ntopics: [Things]\n---\nWhat was seen.\n"


def _people(count: int) -> list[str]:
    return [f"Given{number} Family{number}" for number in range(count)]


def _written(site: Site, count: int, papers: int = 1, settings: str = "") -> Site:
    site.write({"content/site.yaml": _SITE + settings})
    for number in range(papers):
        site.write({f"content/papers/big-{number}.md": _paper(f"Sight {number}", [*_people(count), "Ann Lee"])})
    site.build()
    return site


def _byline(site: Site, page: str = "index.html") -> str:
    found = re.search(r'<div class="by">(.*?)</div>', site.page(page), re.DOTALL)
    assert found
    return re.sub(r"<[^>]+>", "", found[1])


def _bytes(site: Site) -> int:
    return sum(len(content) for path, content in site.snapshot().items() if not path.startswith("pagefind/"))


def test_a_list_shows_the_first_authors_the_owner_and_the_number_of_the_others(site: Site) -> None:
    """Of sixty authors a list shows five, the owner, and how many more; the number leads to the paper's page."""
    _written(site, 60)
    names = ", ".join(_people(5))
    assert _byline(site) == f"{names}, …, Ann Lee, +55 more"
    assert '<a class="more" href="papers/big-0/">' in site.page("index.html")
    assert "Given59" not in site.page("topics/things/index.html")


def test_a_byline_is_whole_where_the_setting_says_so(site: Site) -> None:
    """`byline: 0` cuts no list of authors; a longer limit shows more of them."""
    _written(site, 60, settings="byline: 0\n")
    assert _byline(site) == ", ".join([*_people(60), "Ann Lee"])
    site.write({"content/site.yaml": _SITE + "byline: 20\n"})
    site.build()
    assert _byline(site) == ", ".join(_people(17)) + ", …, Ann Lee, +43 more"


def test_eight_authors_are_shown_whole(site: Site) -> None:
    """The default cuts from nine authors on."""
    _written(site, 7)
    assert _byline(site) == ", ".join([*_people(7), "Ann Lee"])


def test_pages_files_and_tags_name_every_author(site: Site) -> None:
    """The paper's own page, its files and its citation tags have all names, and the index for filters has them."""
    _written(site, 60)
    page = site.page("papers/big-0/index.html")
    assert page.count('<meta name="citation_author"') == 61
    assert page.partition('<div class="by">')[2].partition("</div>")[0].count("<a href") == 61
    assert site.page("papers/big-0/big-0.bib").count(" and ") == 60
    assert len(json.loads(site.page("list.json"))["people"]) == 61
    assert len(json.loads(site.page("api/papers.json"))[0]["authors"]) == 61


def test_the_bytes_of_a_site_grow_with_its_authors(site: Site) -> None:
    """Three times the authors of a paper make about three times the bytes, and no page of theirs has files."""
    _written(site, 150)
    small = _bytes(site)
    _written(site, 450)
    assert _bytes(site) < 3.2 * small
    assert [path for path in site.snapshot() if path.startswith("people/given1-")] == [
        "people/given1-family1/index.html"
    ]


def test_a_page_of_three_thousand_people_is_small(site: Site) -> None:
    """The page of one of the authors of a crowd has what sharers need, and few bytes."""
    _written(site, 1_001, settings="search: false\n")
    page = site.page("people/given1-family1/index.html")
    assert len(page) < 4_000
    for tag in ("og:title", "og:type", "og:url", "og:description", "twitter:card"):
        assert tag in page
    assert "data:image" not in page
    assert page.count("https://lee.example.org/people/given1-family1/") == 4  # canonical, og:url, `@id`, in print
    assert '<meta property="og:type" content="profile">' in site.page("people/ann-lee/index.html")


@pytest.mark.parametrize("others", [3, 150])
def test_the_page_of_a_co_author_says_how_it_looks_where_it_is_shared(site: Site, others: int) -> None:
    """Who wrote one paper with a hundred others has all of what machines and sharers are told of a page."""
    _written(site, others)
    page = site.page("people/given1-family1/index.html")
    for tag in ("og:title", "og:type", "og:url", "og:description"):
        assert page.count(f'<meta property="{tag}"') == 1


@pytest.mark.parametrize("papers", [2, 3])
def test_terms_have_files_from_so_many_papers_on(site: Site, papers: int) -> None:
    """A person, topic, venue and year with fewer papers than `exports.min_papers` has no files and feeds of its own."""
    _written(site, 2, papers)
    made = site.snapshot()
    for name in (
        "people/ann-lee/ann-lee.bib",
        "people/ann-lee/feed.xml",
        "topics/things/things.ris",
        "years/2020/2020.bib",
    ):
        assert (name in made) == (papers == 3), name
    assert ("ann-lee.bib" in site.page("people/ann-lee/index.html")) == (papers == 3)
    assert ("feed.xml" in site.page("topics/things/index.html").partition("<footer")[0]) == (papers == 3)


def test_min_papers_is_a_setting(site: Site) -> None:
    """With `exports: {min_papers: 1}` each term has its files, as long as its papers are not those of crowds."""
    _written(site, 2, settings="exports: {min_papers: 1}\n")
    assert "people/given1-family1/given1-family1.bib" in site.snapshot()
    _written(site, 150, settings="exports: {min_papers: 1}\n")
    assert "people/given1-family1/given1-family1.bib" not in site.snapshot()


def test_several_papers_of_one_crowd_make_no_files_of_each_author(site: Site) -> None:
    """Three papers by the same 150 people: whole author lists stand in the papers' own files, not in 150 of people."""
    _written(site, 150, 3)
    assert not [path for path in site.snapshot() if path.startswith("people/") and path.endswith((".bib", ".xml"))]
    page = site.page("people/given1-family1/index.html")
    assert "Co-authors" not in page  # those of a crowd tell nothing


def test_feeds_name_authors_of_a_crowd_as_lists_do(site: Site) -> None:
    """An entry of a feed names every author of a paper of sixty, and of 150 the first and the owner."""
    _written(site, 60)
    assert site.page("feed.xml").count("<author>") == 1 + 61
    _written(site, 150)
    assert site.page("feed.xml").count("<author>") == 1 + 6
    assert [author["name"] for author in json.loads(site.page("feed.json"))["items"][0]["authors"]][-1] == "Ann Lee"


def test_an_edit_of_a_later_page_follows_the_files_of_its_list(site: Site) -> None:
    """A list gets its files with the third paper, and each of its pages says so: as a clean build makes it."""
    _written(site, 2, 2, settings="per_page: 1\n")
    _written(site, 2, 3, settings="per_page: 1\n")
    made = site.snapshot()
    site.build("--clean")
    assert site.snapshot() == made


def test_two_papers_of_one_crowd_are_compared_by_look_up() -> None:
    """Papers of thousands of authors are versions of one work where the authors are the same, in any order."""
    names = tuple(Name(name) for name in _people(5_000))
    one, other = (Paper("On the sight of it all", names[::step], date=Date(2020)) for step in (1, -1))
    assert likeness(traits(one), traits(other))
    initials = tuple(Name(f"G. Family{number}") for number in range(5_000))
    assert likeness(traits(one), traits(Paper("On the sight of it all", initials, date=Date(2020))))
    others = tuple(Name(f"Given{number} Other{number}") for number in range(5_000))
    assert likeness(traits(one), traits(Paper("On the sight of it all", others, date=Date(2020)))) is None


def test_spellings_are_proposed_also_beside_a_crowd() -> None:
    """Two spellings of one person are found among many names; those of one paper are two people."""
    crowd = tuple(Name(name) for name in _people(5_000))
    papers = [(Name("Ann B. Lee"), Name("Bo Yi")), (Name("Ann Lee"), Name("Bo Yi")), crowd, (*crowd, Name("Ann Lee"))]
    assert [(found.name, found.alias) for found in proposals(papers, ())] == [("Ann B. Lee", "Ann Lee")]
    assert proposals([(*crowd, Name("Ann B. Lee"), Name("Ann Lee"))], ()) == []


def test_people_yaml_may_claim_a_paper_for_everybody() -> None:
    """Each of a crowd may be told by the paper: the claims are looked up by name."""
    people = tuple(Person(f"Given{n} Family{n}", slug=f"p{n}", papers=("big",)) for n in range(5_000))
    authors = tuple(Name(person.name) for person in people)
    refs = identify([("big", authors)], people, "").of("big", authors)
    assert [ref.path for ref in refs] == [f"people/p{n}/" for n in range(5_000)]


def test_names_with_one_slug_are_numbered_in_order() -> None:
    """A slug that is taken is never tried again from the beginning."""
    slugs = Slugs(["ann-lee-3"])
    assert [slugs.free("Ann Lee") for _ in range(4)] == ["ann-lee", "ann-lee-2", "ann-lee-4", "ann-lee-5"]
    assert len({slugs.free("Ann Lee") for _ in range(20_000)}) == 20_000


def test_a_number_behind_a_name_that_was_written_by_hand_parts_people(site: Site) -> None:
    """Nobody can tell whether it is a mark; two names that differ in it must not become one person in silence."""
    head = "---\ntitle: A paper\nauthors: [First Last1, First Last2, Given3 Family3]\ndate: 2020\n---\n"
    site.write({"content/site.yaml": "title: P\n", "content/papers/a.md": head})
    site.build()
    people = {path.name for path in (site.output / "people").iterdir() if path.is_dir()}
    assert people == {"first-last1", "first-last2", "given3-family3"}
