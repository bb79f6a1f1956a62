"""Lists in groups: by year, type, first topic or not at all; each group with its count over all pages of the list."""

from __future__ import annotations

import json
import re

import pytest

from tests.conftest import Site

_PAPERS = {
    "a": "date: 2023\ntype: thesis\ntopics: [Bees, Ants]",
    "b": "date: 2022\ntype: article-journal\nvenue: Acta\ntopics: [Ants]",
    "c": "date: 2022\ntype: paper-conference\nvenue: Conf\ntopics: [Ants]",
    "d": "date: 2021\ntype: article-journal\nvenue: Acta\ntopics: [Ants, Bees]",
    "e": "date: 2020\ntype: book",
    "f": "status: in press\ntype: article-journal\nvenue: Acta\ntopics: [Bees]",
    "g": "type: article-journal\nvenue: Acta",
}


@pytest.fixture
def grouped(site: Site) -> Site:
    """Seven papers, three a page."""
    for name, head in _PAPERS.items():
        site.write({f"content/papers/{name}.md": f"---\ntitle: Paper {name}\nauthors: [Ann Lee]\n{head}\n---\n"})
    return site


def _build(site: Site, by: str, language: str = "en", per_page: int = 3) -> None:
    settings = f"title: List\nowner: Ann Lee\nlanguage: {language}\nper_page: {per_page}\nindex: {{group: {by}}}\n"
    site.write({"content/site.yaml": settings})
    site.build()


def _headings(site: Site, path: str) -> list[tuple[str, str, int]]:
    """The anchor, words and count of each heading of a list."""
    found = re.findall(r'<h2 id="([^"]+)">(.*?) <span class="n">(\d+)</span></h2>', site.page(path))
    return [(anchor, re.sub("<[^>]+>", "", words), int(count)) for anchor, words, count in found]


def _order(site: Site, *pages: str) -> str:
    return "".join(name for path in pages for name in re.findall(r"<h3><a [^>]*>Paper (\w)", site.page(path)))


def test_by_type(grouped: Site) -> None:
    """What has not appeared, then the kinds of work as a CV has them; counts are those of the whole list."""
    _build(grouped, "type")
    assert _headings(grouped, "index.html") == [
        ("status-in-press", "In press", 1), ("type-book", "Book", 1), ("type-journal-article", "Journal article", 3),
    ]  # fmt: skip
    assert _headings(grouped, "page/2/index.html") == [
        ("type-journal-article", "Journal article", 3), ("type-conference-paper", "Conference paper", 1),
    ]  # fmt: skip
    assert _order(grouped, "index.html", "page/2/index.html", "page/3/index.html") == "febdgca"


def test_by_topic(grouped: Site) -> None:
    """A paper stands under its first topic, once; the topic with most papers is first, those without one are last."""
    _build(grouped, "topic", per_page=100)
    assert _headings(grouped, "index.html") == [
        ("status-in-press", "In press", 1), ("topic-ants", "Ants", 3), ("topic-bees", "Bees", 1),
        ("topic-none", "Other papers", 2),
    ]  # fmt: skip
    assert _order(grouped, "index.html") == "fbcdaeg"


def test_by_year_and_not_at_all(grouped: Site) -> None:
    """By year is the default; without groups there are no headings, and the order is the same."""
    _build(grouped, "none", per_page=100)
    assert _headings(grouped, "index.html") == []
    assert _order(grouped, "index.html") == "fabcdeg"
    _build(grouped, "year", per_page=100)
    named = _headings(grouped, "index.html")
    assert [label for _, label, _ in named] == ["In press", "2023", "2022", "2021", "2020", "No date"]
    assert ("year-2022", "2022", 2) in named
    settings = "title: List\nowner: Ann Lee\nper_page: 100\n"
    page = grouped.page("index.html")
    grouped.write({"content/site.yaml": settings})
    grouped.build()
    assert grouped.page("index.html") == page


def test_a_list_of_one_group_is_grouped_by_year(grouped: Site) -> None:
    """The page of a type is by year where all others are by type; so is a site that has one type only."""
    _build(grouped, "type", per_page=100)
    anchors = [anchor for anchor, _, _ in _headings(grouped, "types/journal-article/index.html")]
    assert anchors == ["status-in-press", "year-2022", "year-2021", "year-none"]
    anchors = [anchor for anchor, _, _ in _headings(grouped, "topics/bees/index.html")]
    assert anchors == ["status-in-press", "type-journal-article", "type-thesis"]
    for name in _PAPERS:
        grouped.write({f"content/papers/{name}.md": f"---\ntitle: Paper {name}\ndate: 2020\ntype: book\n---\n"})
    grouped.build()
    assert [anchor for anchor, _, _ in _headings(grouped, "index.html")] == ["year-2020"]


def test_headings_are_in_the_words_of_the_site(grouped: Site) -> None:
    """Their anchors are the same in every language."""
    _build(grouped, "type", language="de")
    assert ("type-journal-article", "Zeitschriftenartikel", 3) in _headings(grouped, "index.html")


def test_jumps_lead_to_the_page_of_the_group(grouped: Site) -> None:
    """A group that begins on a later page is reached there, and each anchor exists."""
    grouped.write({"content/papers/h.md": "---\ntitle: Paper h\nauthors: [Ann Lee]\ndate: 2019\ntype: book\n---\n"})
    _build(grouped, "type")
    found = re.search(r'<nav class="jumps".*?</nav>', grouped.page("page/2/index.html"), re.DOTALL)
    assert found
    targets = dict(re.findall(r'href="([^"]*)">[^<]*</a> <span>(\d+)', found[0]))
    assert targets["#type-journal-article"] == "3"
    assert {target.partition("#")[2] for target in targets} == {
        "status-in-press", "type-book", "type-journal-article", "type-conference-paper", "type-thesis",
    }  # fmt: skip
    for target in targets:
        path, _, anchor = target.partition("#")
        page = path.replace("../../", "") + "index.html" if path else "page/2/index.html"
        assert f'id="{anchor}"' in grouped.page(page)


def test_the_index_of_a_paged_list_knows_statuses(grouped: Site) -> None:
    """The filter draws papers of other pages under the headings that the pages have."""
    _build(grouped, "type", language="de")
    index = json.loads(grouped.page("list.json"))
    assert index["statuses"][index["papers"][0][6] // 8 - 1] == "Im Druck"
    groups = re.search(r'data-groups="([^"]*)"', grouped.page("index.html"))
    assert groups
    assert json.loads(groups[1].replace("&#34;", '"'))[:2] == ["Im Druck", "Buch"]


def test_an_unknown_grouping_is_told(grouped: Site) -> None:
    """With its place, and what there is."""
    grouped.write({"content/site.yaml": "title: List\nindex: {group: venue}\n"})
    done = grouped.run("build")
    assert done.returncode == 1
    assert "content/site.yaml:2:" in done.stderr
    assert "year" in done.stderr


def test_a_changed_grouping_is_a_clean_build(grouped: Site) -> None:
    """Each change of the setting, and of a paper under it, gives the bytes of a build without a cache."""
    for by in ("type", "topic", "none", "year", "type"):
        _build(grouped, by)
        grouped.write({"content/papers/e.md": f"---\ntitle: Paper e\ntype: thesis\nnote: {by}\ntopics: [Wasps]\n---\n"})
        grouped.build()
        made = grouped.snapshot()
        grouped.build("--clean")
        assert grouped.snapshot() == made
