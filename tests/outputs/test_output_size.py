"""A long list is written lean: without what few readers ask for, and with all that every reader has."""

from __future__ import annotations

import json

import pytest

from publist.build.builder import build
from publist.build.run import Options
from publist.cli.reports.builds import build_lines
from publist.model.settings import Config
from publist.outputs import output_size
from tests.conftest import Site

_SITE = "title: A\nbase_url: https://a.example.org/\nowner: Ann Lee\nsearch: false\n"


def _written(site: Site, settings: str) -> None:
    files = {
        f"content/papers/p{number}.md": f"---\ntitle: Work {number}\nauthors: [Ann Lee, Bo Yi]\ndate: 2020\n"
        "venue: A Journal\ntopics: [Things]\n---\nIt says what it says.\n"
        for number in range(3)
    }
    site.write({"content/site.yaml": _SITE + settings, **files})
    site.build()


def test_long_lists_are_lean_unless_the_setting_says_otherwise() -> None:
    """From 2,001 papers on a site is lean; `output` decides for lists of any length."""
    assert not output_size.is_lean(output_size.with_output(Config(), 2_000))
    assert output_size.is_lean(output_size.with_output(Config(), 2_001))
    assert not output_size.is_lean(output_size.with_output(Config(output="full"), 2_001))
    assert output_size.is_lean(output_size.with_output(Config(output="lean"), 1))


def test_a_list_that_grows_long_becomes_lean(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """The paper that makes the list long takes the files of co-authors with it: as a clean build makes the site."""
    monkeypatch.setattr(output_size, "LONG", 3)
    _written(site, "")
    options = Options(str(site.folder), str(site.output))
    assert not build(options._replace(clean=True)).became_lean
    assert "people/bo-yi/bo-yi.bib" in site.snapshot()
    site.write({"content/papers/p3.md": "---\ntitle: Work 3\nauthors: [Bo Yi]\ndate: 2020\n---\n"})
    report = build(options)
    assert report.became_lean
    assert "4 papers: the site is lean from now on" in build_lines(report, 0.1, "output")
    made = site.snapshot()
    assert "people/bo-yi/bo-yi.bib" not in made
    site.write({"content/papers/p4.md": "---\ntitle: Work 4\nauthors: [Bo Yi]\ndate: 2020\n---\n"})
    assert not build(options).became_lean, "it is said once"
    made = site.snapshot()
    build(options._replace(clean=True))
    assert site.snapshot() == made


def test_topics_and_owners_of_a_lean_site_have_one_file(site: Site) -> None:
    """Topics and the owner have feeds and BibTeX without abstracts; all others have pages alone."""
    _written(site, "output: lean\n")
    made = set(site.snapshot())
    for place in ("topics/things/", "people/ann-lee/"):
        there = {path.removeprefix(place) for path in made if path.startswith(place)}
        assert there == {"index.html", "feed.xml", "feed.json", f"{place.split('/')[1]}.bib"}
        assert "says what it says" not in site.page(f"{place}{place.split('/')[1]}.bib")
    for place in ("people/bo-yi/", "years/2020/", "venues/a-journal/"):
        assert [path for path in made if path.startswith(place)] == [f"{place}index.html"]
        assert ".bib" not in site.page(f"{place}index.html").partition("<main")[2].partition('class="list"')[0]
    assert "og:title" not in site.page("people/bo-yi/index.html"), "co-authors' pages repeat nothing for machines"
    assert "og:title" in site.page("people/ann-lee/index.html")
    assert "things.ris" not in site.page("topics/things/index.html")


def test_a_lean_site_has_all_of_the_whole_list_and_of_each_paper(site: Site) -> None:
    """Each paper has its files with the abstract, and so have publications.* and the list for programs."""
    _written(site, "output: lean\n")
    made = site.snapshot()
    for name in ("publications", "papers/p1/p1"):
        for ending in ("bib", "ris", "json"):
            assert "says what it says" in site.page(f"{name}.{ending}")
    assert {"feed.xml", "feed.json", "papers/p1/linkset.json"} <= set(made)
    assert len(json.loads(site.page("api/papers.json"))) == 3


def test_a_lean_page_of_a_paper_links_what_lies_beside_it(site: Site) -> None:
    """BibTeX stands in the page, RIS and CSL-JSON are links to the files; the abstract is there and in one tag."""
    _written(site, "output: lean\n")
    page = site.page("papers/p1/index.html")
    assert "@misc{" in page
    assert "TY  -" not in page
    assert 'href="../../papers/p1/p1.ris" download' in page
    assert page.count("says what it says") == 4  # in the text, as description (also for sharers), as citation_abstract
    _written(site, "output: lean\nexports: {per_paper: [bib]}\n")
    assert "TY  -" in site.page("papers/p1/index.html"), "what no file has stands in the page"


def test_edits_of_a_lean_site_end_as_a_clean_build(site: Site) -> None:
    """An abstract, which files of topics leave out, and a title: the same bytes as from nothing."""
    _written(site, "output: lean\n")
    for old, new in (("It says what it says.", "It says more."), ("Work 1", "Work of another name")):
        path = site.folder / "content/papers/p1.md"
        path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
        site.build()
        made = site.snapshot()
        site.build("--clean")
        assert site.snapshot() == made
