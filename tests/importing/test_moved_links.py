"""Links of a moved site: they lead to where things are now, and of one that was dead already the words stay."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import Site
from tests.support.moved_sites import PNG

_PAPER = "---\ntitle: {}\nauthors: [Ann Lee]\ndate: 2020-01-01\npublication_types: ['2']\n{}---\n{}\n"


@pytest.fixture
def other(tmp_path: Path) -> Site:
    return Site(tmp_path / "other")


def _move(site: Site, other: Site) -> str:
    """Import the other site with all that it tells."""
    done = site.run("import", str(other.folder), "--all")
    assert done.returncode == 0, done.stderr
    return done.stderr


def test_a_dead_link_leaves_its_words(site: Site, other: Site) -> None:
    """It was dead on the old site: nothing is left to be mended, and each is told once."""
    text = (
        "[Slides](files/gone.pdf) and <a href='/nowhere/'>a page</a>.\n\n![A crane](gone.png) <img src='/gone.jpg'>\n\n"
        "[![Badge](gone.svg)](https://example.org/) [mail](ann@uni.edu) [work](10.1000/crane)\n"
    )
    other.write(
        {
            "content/publication/x/index.md": _PAPER.format("Cranes", "", ""),
            "content/plans.md": f"---\ntitle: Plans\n---\n{text}",
        }
    )
    told = _move(site, other)
    page = (site.folder / "content/pages/plans.md").read_text(encoding="utf-8")
    assert "Slides and a page." in page
    assert "gone" not in page
    assert "(https://example.org/)" in page
    assert "[mail](mailto:ann@uni.edu) [work](https://doi.org/10.1000/crane)" in page
    for name in ("files/gone.pdf", "gone.png", "/gone.jpg", "gone.svg"):
        assert told.count(f"there is no file '{name}'") == 1
    assert told.count("the link '/nowhere/' led to no page") == 1
    site.build()
    assert "leads nowhere" not in site.run("check", "--all").stdout


def test_links_within_papers_and_talks_lead_on(site: Site, other: Site) -> None:
    """A paper's text may name a talk, another paper, a page of another language's address, or one by its title."""
    body = "[talk](/talk/how-cranes-fly/) [next](/publication/y/) [plans](/en/plans/) [home](/#about)"
    other.write(
        {
            "content/publication/x/index.md": _PAPER.format("Cranes", "", body),
            "content/publication/y/index.md": _PAPER.format("Storks", "", "More."),
            "content/event/one/index.md": "---\ntitle: How cranes fly\ndate: 2020-02-02\n---\nUp, [p](../../plans).\n",
            "content/plans.md": "---\ntitle: Plans\n---\nBig ones.\n",
        }
    )
    _move(site, other)
    paper = (site.folder / "content/papers/cranes.md").read_text(encoding="utf-8")
    assert "[talk](talks/one/)" in paper or "[talk](event/one/)" in paper
    assert "[next](publication/y/) [plans](plans/) [home](./)" in paper
    site.build()
    assert "leads nowhere" not in site.run("check", "--all").stdout


def test_a_page_of_papers_in_a_section_is_one_page(site: Site, other: Site) -> None:
    """A paper that lies among projects is a paper, and no page of a project beside."""
    other.write(
        {
            "content/publication/x/index.md": _PAPER.format("Cranes", "", ""),
            "content/projects/y/index.md": _PAPER.format("Storks", "", "Text."),
        }
    )
    _move(site, other)
    assert not (site.folder / "content/pages/projects/y.md").exists()
    assert site.run("build").returncode == 0


def test_the_old_menu_is_the_new_one(site: Site, other: Site) -> None:
    """Pages that readers were led to stand in the menu, in the old order; the list's own name stands there once."""
    other.write(
        {
            "_config.yml": "title: Ann Lee\nname: Ann Lee\n",
            "_data/navigation.yml": (
                "main:\n- {title: Publications, url: /publications/}\n- {title: Vita, url: /vita/}\n"
                "- {title: Plans, url: /plans/}\n"
            ),
            "_publications/x.md": "---\ntitle: Cranes\nauthors: Ann Lee\ndate: 2020-01-01\n---\n",
            "_pages/publications.md": "---\ntitle: Publications\npermalink: /publications/\n---\n"
            + "All of mine. " * 30,
            "_pages/plans.md": "---\ntitle: Plans\npermalink: /plans/\n---\nBig ones.\n",
            "_pages/vita.md": "---\ntitle: Vita\npermalink: /vita/\n---\nA life.\n",
            "_pages/terms.md": "---\ntitle: Terms of use\npermalink: /legal/\n---\nNone of these are in the menu.\n",
        }
    )
    told = _move(site, other)
    pages = {path.stem: path.read_text(encoding="utf-8") for path in (site.folder / "content/pages").glob("*.md")}
    assert "nav: 11\n" in pages["vita"]
    assert "nav: 12\n" in pages["plans"]
    assert not any("nav:" in text for name, text in pages.items() if name not in ("vita", "plans"))
    assert "the page 'Publications' is in no menu" in told


def test_a_group_is_no_author(site: Site, other: Site) -> None:
    """A site whose owner is called a lab, and is on no paper, is a lab's."""
    paper = "---\ntitle: {}\nauthors: Ann Lee, Max Roe\ndate: 2020-01-01\n---\n"
    other.write(
        {
            "_config.yml": "title: Crane Lab\nauthor: {name: Crane Lab}\n",
            **{f"_publications/{name}.md": paper.format(name) for name in ("Cranes", "Storks", "Herons")},
        }
    )
    site.write({"content/site.yaml": "# nothing yet\n"})
    _move(site, other)
    settings = (site.folder / "content/site.yaml").read_text(encoding="utf-8")
    assert "kind: lab" in settings
    assert "owner: " not in settings


def test_a_picture_in_an_excerpt_is_that_of_the_paper(site: Site, other: Site) -> None:
    """Lists show what is short of a paper as one line, in which no picture can stand and no link of the site."""
    other.write(
        {
            "_config.yml": "title: Ann Lee\nname: Ann Lee\n",
            "_publications/x.md": (
                "---\ntitle: Cranes\nauthors: Ann Lee\ndate: 2020-01-01\n"
                "excerpt: 'How they fly.<br/><img src=\"/images/crane.svg\"> See [plans](/plans/).'\n---\nThe text.\n"
            ),
            "_pages/plans.md": "---\ntitle: Plans\npermalink: /plans/\n---\nBig ones.\n",
            "images/crane.svg": '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"></svg>',
        }
    )
    _move(site, other)
    paper = (site.folder / "content/papers/cranes.md").read_text(encoding="utf-8")
    assert "image: assets/images/crane.svg" in paper
    assert "summary: How they fly. See plans." in paper


def test_a_link_to_a_page_that_is_left_out(site: Site, other: Site) -> None:
    """A page that its template made of data does not come over, so that no link can lead there."""
    other.write(
        {
            "_config.yml": "title: Ann Lee\nname: Ann Lee\n",
            "_publications/x.md": "---\ntitle: Cranes\nauthors: Ann Lee\ndate: 2020-01-01\n---\n",
            "_pages/about.md": "---\ntitle: Home\npermalink: /\n---\nSee [my life](/life/).\n",
            "_pages/life.md": "---\ntitle: Life\npermalink: /life/\n---\n{% include life.html %}\n",
        }
    )
    _move(site, other)
    assert "See my life." in (site.folder / "content/pages/index.md").read_text(encoding="utf-8")


def test_authors_in_an_excerpt(site: Site, other: Site) -> None:
    """Some sites of academicpages have them nowhere else; an excerpt that says more is none."""
    paper = "---\ntitle: {}\ndate: 2020-01-01\nexcerpt: '{}'\n---\n{}\n"
    names = "Lee, A. B., Roe, M., &amp; O'Neil, T."
    other.write(
        {
            "_config.yml": "title: Ann Lee\nname: Ann Lee\n",
            "_publications/x.md": paper.format("Cranes", names.replace("'", "''"), "They fly over all of the land."),
            "_publications/y.md": paper.format("Storks", "Rome, A. and others say so.", "They fly."),
        }
    )
    _move(site, other)
    cranes, storks = ((site.folder / f"content/papers/{name}.md").read_text("utf-8") for name in ("cranes", "storks"))
    assert "authors:\n  - A. B. Lee\n  - M. Roe\n  - T. O'Neil\n" in cranes
    assert "summary" not in cranes
    assert "authors:" not in storks


def test_links_that_name_a_file_of_the_old_site(site: Site, other: Site) -> None:
    """Pages by their files, posts by their dates, news and the list of papers by the addresses they had."""
    other.write(
        {
            "_publications/x.md": "---\ntitle: Cranes\nauthors: Ann Lee\ndate: 2020-01-01\n---\nUp.\n",
            "_posts/2020-02-03-first-ice.md": "---\ntitle: Ice\npermalink: /posts/ice\n---\nThin.\n",
            "_news/one.md": "---\ndate: 2020-02-03\n---\nA crane.\n",
            "_pages/plans.md": "---\ntitle: Plans\npermalink: /our-plans/\n---\n"
            "[post]({% post_url 2020-02-03-first-ice %}) [self]({% link _pages/plans.md %}) [news](/news/one/) "
            "[list](/publications/) [gone]({% link _pages/gone.md %})\n",
        }
    )
    assert "there is no file '_pages/gone.md'" in _move(site, other)
    page = (site.folder / "content/pages/our-plans.md").read_text(encoding="utf-8")
    assert "[post](posts/ice/) [self](our-plans/) [news](news/) [list](./) gone" in page
    site.build()
    assert "leads nowhere" not in site.run("check", "--all").stdout


def test_files_that_the_template_finds_in_a_folder(site: Site, other: Site) -> None:
    """A field of BibTeX names a file alone: one that lies once below the folders of files is meant."""
    entry = "@article{{{0}, title={{{1}}}, author={{Lee, Ann}}, year=2020, pdf={{{0}.pdf}}, preview={{{0}.png}}}}\n"
    other.write(
        {
            "_config.yml": "title: Ann\n",
            "_bibliography/papers.bib": entry.format("one", "Cranes") + entry.format("two", "Storks"),
            "assets/pdf/papers/one.pdf": b"%PDF-1.4",
            "assets/img/covers/one.png": PNG,
            "assets/pdf/a/two.pdf": b"%PDF-1.4 a",
            "assets/pdf/b/two.pdf": b"%PDF-1.4 b",
        }
    )
    told = _move(site, other)
    assert "there is no file 'two.pdf'" in told
    assert "'one.pdf'" not in told
    paper = (site.folder / "content/papers/cranes.md").read_text(encoding="utf-8")
    assert "pdf: assets/one.pdf" in paper
    assert "image: assets/one.png" in paper
