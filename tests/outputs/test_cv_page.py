"""cv/: the CV as a page of the site, where it is asked for."""

from __future__ import annotations

import re

from tests.conftest import SMALL_SITE, Site

CV = """\
name: Countess Lovelace
lines: ["Analyst, **Example Society**"]
sections:
  - title: Education
    text: "Taught at home by *De Morgan*."
    entries:
      - {date: 1840–1842, text: Advanced mathematics}
  - title: Publications
    papers: all
    group: none
"""
SETTINGS = str(SMALL_SITE["content/site.yaml"]) + "cv_page: true\nsearch: false\n"


def test_the_page_has_the_sections_and_the_papers(small_site: Site) -> None:
    """In the order of the file, papers as numbered references; navigation, front page and sitemap lead to it."""
    small_site.write({"content/site.yaml": SETTINGS, "content/cv.yaml": CV})
    small_site.build()
    page = small_site.page("cv/index.html")
    assert "<h1>Countess Lovelace</h1>" in page
    assert "<p>Analyst, <b>Example Society</b></p>" in page
    assert re.findall(r"<h2>(.*?)</h2>", page) == ["Education", "Publications"]
    assert "<i>De Morgan</i>" in page
    assert '<dt>1840–1842</dt><dd dir="auto">Advanced mathematics</dd>' in page
    papers = len(list((small_site.folder / "content/papers").glob("*.md")))
    assert re.findall(r"<li>(\d+)\. <bdi>", page) == [str(number) for number in range(papers, 0, -1)]
    front = small_site.page("index.html")
    assert front.count('<a href="cv/">CV</a>') == 2
    assert "/cv/</loc>" in small_site.page("sitemap.xml")


def test_without_the_setting_nobody_reads_it(small_site: Site) -> None:
    """A file for the command is no page."""
    small_site.write({"content/cv.yaml": CV})
    small_site.build()
    assert not (small_site.output / "cv").exists()
    assert 'href="cv/"' not in small_site.page("index.html")


def test_without_a_file_it_is_the_list_by_type(small_site: Site) -> None:
    """Under the owner's name, with the heading of the list."""
    small_site.write({"content/site.yaml": SETTINGS})
    small_site.build()
    assert re.findall(r"<h2>(.*?)</h2>", small_site.page("cv/index.html")) == ["Publications"]


def test_it_changes_with_its_papers_and_its_file(small_site: Site) -> None:
    """An edit of either is on the page after the next build, which writes what a clean one writes."""
    small_site.write({"content/site.yaml": SETTINGS, "content/cv.yaml": CV})
    small_site.build()
    paper = next(iter(sorted((small_site.folder / "content/papers").glob("*.md"))))
    paper.write_text(re.sub(r"(?m)^title: .*$", "title: An entirely new title", paper.read_text()))
    small_site.build()
    assert "An entirely new title" in small_site.page("cv/index.html")
    small_site.write({"content/cv.yaml": CV.replace("Education", "Schooling")})
    small_site.build()
    edited = small_site.page("cv/index.html")
    assert "<h2>Schooling</h2>" in edited
    small_site.run("build", "--clean")
    assert small_site.page("cv/index.html") == edited


def test_a_topic_that_is_not_there_is_named_with_its_place(small_site: Site) -> None:
    """The build says where it stands and leaves the site as it is."""
    wrong = CV.replace("papers: all", "papers: {topic: alchemy}")
    small_site.write({"content/site.yaml": SETTINGS, "content/cv.yaml": wrong})
    done = small_site.run("build")
    assert done.returncode == 1
    assert "content/cv.yaml:9:13: error:" in done.stderr
    assert "alchemy" in done.stderr
