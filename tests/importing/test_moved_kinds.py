"""Papers of other generators: keys that people add, dates in words, links in bodies, lists that are not shown."""

from __future__ import annotations

import pytest

from tests.conftest import Site
from tests.support.moved_sites import PNG, other, papers

__all__ = ["other"]  # a fixture

_PAGE = '---\ntitle: "A study of cranes"\ncollection: publications\n{}\n---\n{}\n'


def _moved(site: Site, other: Site, path: str, text: str) -> tuple[dict[str, object], str]:
    other.write({path: text})
    done = site.run("import", "other")
    assert done.returncode == 0, done.stderr
    found = papers(site)
    assert len(found) == 1
    return next(iter(found.values()))


@pytest.mark.parametrize(
    ("line", "key", "value"),
    [
        ("doi: 10.5555/desc.1", "doi", "10.5555/desc.1"),
        ("doi: https://doi.org/10.5555/desc.1", "doi", "10.5555/desc.1"),
        ("DOI: 'doi:10.5555/desc.1'", "doi", "10.5555/desc.1"),
        ("arxiv: 'https://arxiv.org/abs/2401.00001'", "arxiv", "2401.00001"),
        ("journal: Crane Studies", "venue", "Crane Studies"),
        ("booktitle: Crane Meeting", "venue", "Crane Meeting"),
        ("volume: 12", "volume", "12"),
        ("pages: 3-9", "pages", "3-9"),
        ("publisher: Crane Press", "publisher", "Crane Press"),
        ("award: Best crane paper", "awards", ["Best crane paper"]),
        ("tags: [cranes, birds]", "topics", ["cranes", "birds"]),
        ("keywords: 'cranes, birds'", "keywords", ["cranes", "birds"]),
        ("note: With a film", "note", "With a film"),
        ("selected: true", "featured", "true"),
    ],
)
def test_keys_that_people_add_mean_what_they_say(site: Site, other: Site, line: str, key: str, value: object) -> None:
    """They have the names of our own keys, or those of other formats."""
    values, _ = _moved(site, other, "_publications/2020-01-01-a.md", _PAGE.format(line, ""))
    assert values[key] == value


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("date: Mar 23, 2011", "2011-03-23"),
        ("date: 23 March 2011", "2011-03-23"),
        ("date: 2011-3-23", "2011-03-23"),
        ("date: 2011-03-23 10:00:00 +0100", "2011-03-23"),
        ("date: 23 March 2011 10:00", "2011-03-23"),
        ("date: 2011/03/23", "2011-03-23"),
        ("date: March 2011", "2011-03"),
        ("date: 2011", "2011"),
        ("year: 2011", "2011"),
        ("pubdate: 2011-03", "2011-03"),
    ],
)
def test_a_date_in_any_form(site: Site, other: Site, line: str, date: str) -> None:
    """In words, with a time, without zeros, as a year."""
    values, _ = _moved(site, other, "_publications/crane.md", _PAGE.format(line, ""))
    assert values["date"] == date


def test_the_name_of_the_file_says_the_date_where_nothing_else_does(site: Site, other: Site) -> None:
    """Jekyll reads it there."""
    values, _ = _moved(site, other, "_publications/2011-03-23-crane.md", _PAGE.format("date:", ""))
    assert values["date"] == "2011-03-23"


@pytest.mark.parametrize(("said", "date"), [("Spring 2011", "2011"), ("2011-02-30", "2011-02"), ("03/04/2011", "2011")])
def test_what_a_date_says_beside_the_date_is_told(site: Site, other: Site, said: str, date: str) -> None:
    """A season, a day that is none: what was sure is taken, and the report has the text."""
    other.write({"_publications/crane.md": _PAGE.format(f"date: '{said}'", "")})
    done = site.run("import", "other")
    assert f"the date '{said}' is no date: {date} is taken" in done.stderr
    assert papers(site)["A study of cranes"][0]["date"] == date


@pytest.mark.parametrize("line", ["date: in press", "year: in press", "status: in press"])
def test_a_status_in_the_place_of_a_date_is_the_status(site: Site, other: Site, line: str) -> None:
    """It is said once, and is no date that is missing."""
    other.write({"_publications/crane.md": _PAGE.format(f"authors: Ann Lee\n{line}", "")})
    done = site.run("import", "other")
    values = papers(site)["A study of cranes"][0]
    assert values["status"] == "in press"
    assert "extra" not in values
    assert "date" not in done.stderr


def test_a_date_that_is_none_is_told(site: Site, other: Site) -> None:
    """What of it can be read is taken."""
    other.write({"_publications/crane.md": _PAGE.format("date: 2021-31-01", "")})
    done = site.run("import", "other")
    assert "the date '2021-31-01' is no date: 2021 is taken" in done.stderr
    assert papers(site)["A study of cranes"][0]["date"] == "2021"


@pytest.mark.parametrize(
    ("body", "key", "value"),
    [
        ("http://arxiv.org/abs/2312.00143v1", "arxiv", "2312.00143v1"),
        ("<https://arxiv.org/abs/2312.00143>", "arxiv", "2312.00143"),
        ("[arXiv](https://arxiv.org/abs/2312.00143)", "arxiv", "2312.00143"),
        ("https://doi.org/10.5555/crane", "doi", "10.5555/crane"),
        ("[Paper](https://example.org/crane.pdf)", "links", {"paper": "https://example.org/crane.pdf"}),
        ("Paper: https://example.org/crane", "links", {"url": "https://example.org/crane"}),
        ("See the paper: https://doi.org/10.5555/crane.", "doi", "10.5555/crane"),
        ("The full text is available here: [DOI](https://doi.org/10.5555/crane)", "doi", "10.5555/crane"),
        ("doi: 10.5555/crane", "doi", "10.5555/crane"),
        ("**arXiv:2312.00143**", "arxiv", "2312.00143"),
        ('<a href="https://arxiv.org/pdf/2312.00143.pdf" target="_blank">PDF</a>', "arxiv", "2312.00143"),
        ('{{< button href="https://arxiv.org/abs/2312.00143" >}}arXiv{{< /button >}}', "arxiv", "2312.00143"),
        ("[Code](https://github.com/x/y) [Demo](https://e.org/)", "links", {"code": "https://github.com/x/y", "demo": "https://e.org/"}),
    ],
)  # fmt: skip
def test_a_link_that_stands_alone_in_the_body(site: Site, other: Site, body: str, key: str, value: object) -> None:
    """It is a link of the paper."""
    head = "---\ntitle: A study of cranes\nauthors: [Ann Lee]\ndate: 2023-11-30\nabstract: We listen.\n---\n"
    values, text = _moved(site, other, "content/publication/x/index.md", f"{head}{body}\n")
    assert (values[key], text) == (value, "We listen.")


@pytest.mark.parametrize("body", ["Doing", "This extends https://doi.org/10.5555/egret.", "![Crane](crane.png)"])
def test_a_body_that_says_more_than_a_link_stays(site: Site, other: Site, body: str) -> None:
    """A sentence is no link, and a picture is shown."""
    head = "---\ntitle: A study of cranes\nauthors: [Ann Lee]\n---\n"
    (other.folder / "content/publication/x").mkdir(parents=True)
    (other.folder / "content/publication/x/crane.png").write_bytes(PNG)
    values, text = _moved(site, other, "content/publication/x/index.md", f"{head}{body}\n")
    assert text == body.replace("crane.png", "assets/crane.png")
    assert not {"links", "doi"} & values.keys()


@pytest.mark.parametrize(
    ("names", "links"),
    [
        (["slides.pdf"], {"slides": "assets/x/slides.pdf"}),
        (["x.pdf", "slides.pdf"], {"pdf": "assets/x.pdf"}),
        (["linked.pdf"], {"talk": "assets/linked.pdf"}),
    ],
)
def test_a_pdf_beside_a_page_is_what_its_name_says(
    site: Site, other: Site, names: list[str], links: dict[str, str]
) -> None:
    """Slides are not the paper, and a file that the page links itself has its label there."""
    head = "---\ntitle: A study of cranes\nauthors: [Ann Lee]\n---\n"
    other.write({f"content/publication/x/{name}": "%PDF-1.4" for name in names})
    body = "[Talk](linked.pdf)" if names == ["linked.pdf"] else ""
    values, _ = _moved(site, other, "content/publication/x/index.md", f"{head}{body}\n")
    assert values["links"] == links


def test_what_else_a_body_says_is_kept(site: Site, other: Site) -> None:
    """It was text that the readers of the page saw; what the template put there is none."""
    head = "---\ntitle: A study of cranes\nauthors: [Ann Lee]\nabstract: We listen.\n---\n"
    body = "{{% callout note %}}\nClick the *Cite* button above to demo it.\n{{% /callout %}}\n\nErratum: see page 2.\n"
    _, text = _moved(site, other, "content/publication/x/index.md", head + body)
    assert text == "We listen.\n\nErratum: see page 2."


_BIB = "@article{{{0}, title={{Paper {0}}}, author={{Doe, Jane}}, year={{2020}}, journal={{J}}}}\n"


@pytest.mark.parametrize(
    ("config", "page"),
    [
        ("scholar:\n  bibliography: papers.bib\n", ""),
        ("scholar:\n  bibliography: papers\n", ""),
        ("scholar:\n  bibliography: [papers.bib]\n", ""),
        ("scholar:\n  source: /_bibliography/\n  bibliography: 'pap*.bib'\n", ""),
        ("scholar:\n  bibliography: other.bib\n", "{% bibliography -f papers -q @*[year=2020]* %}"),
        ("scholar: {}\n", "{% bibliography --file papers %}"),
        ("scholar:\n  bibliography: papers.bib\n", "{% bibliography %}"),
        ("scholar:\n  bibliography: papers.bib\n", "{% comment %}{% bibliography -f read %}{% endcomment %}"),
        ("scholar:\n  bibliography: papers\n", "<!-- {% bibliography -f read %} -->"),
    ],
)
def test_only_the_lists_that_a_site_shows_are_moved(site: Site, other: Site, config: str, page: str) -> None:
    """The settings say which file it is, or a page does; the other one is named with the way to import it."""
    other.write({"_config.yml": config, "_pages/publications.md": f"---\ntitle: P\n---\n{page}\n"})
    other.write(
        {
            "_bibliography/papers.bib": "---\n---\n" + _BIB.format("Mine"),
            "_bibliography/read.bib": _BIB.format("Theirs"),
        }
    )
    done = site.run("import", "other")
    assert list(papers(site)) == ["Paper Mine"]
    assert "read.bib: suggestion: the site does not show this file" in done.stderr
    assert "publist import" in done.stderr


def test_the_list_of_that_name_in_the_folder_itself_is_shown(site: Site, other: Site) -> None:
    """One of the same name further down is another one; where nothing is said, references.bib is shown."""
    other.write(
        {"_bibliography/references.bib": _BIB.format("Mine"), "_bibliography/old/references.bib": _BIB.format("Old")}
    )
    other.write({"_config.yml": "scholar: {}\n"})
    done = site.run("import", "other")
    assert list(papers(site)) == ["Paper Mine"]
    assert "references.bib: suggestion: the site does not show this file" in done.stderr


def test_a_list_that_is_named_and_not_there_is_told(site: Site, other: Site) -> None:
    """Then it is not sure whose papers the others are."""
    other.write({"_config.yml": "scholar:\n  bibliography: mine.bib\n", "_bibliography/a.bib": _BIB.format("One")})
    done = site.run("import", "other")
    assert "the site shows 'mine.bib', which is not there: all lists were taken" in done.stderr
    assert list(papers(site)) == ["Paper One"]


def test_columns_of_the_first_line_are_those_of_the_file(site: Site, other: Site) -> None:
    """Nothing stands before it."""
    other.write({"_bibliography/papers.bib": "@article{a, title={A}, year=2020 journal={J}}\n"})
    assert "papers.bib:1:34: warning: no comma before journal" in site.run("import", "other").stderr


def test_all_lists_are_moved_where_nothing_says_which_is_shown(site: Site, other: Site) -> None:
    """No settings, no page: nothing may be lost."""
    other.write({"_bibliography/a.bib": _BIB.format("One"), "_bibliography/b.bib": _BIB.format("Two")})
    site.run("import", "other")
    assert sorted(papers(site)) == ["Paper One", "Paper Two"]


@pytest.mark.parametrize(
    "line",
    ["selected=true", "selected = {true}", 'selected="true"', "selected=True", "selected=true, bibtex_show=true"],
)
def test_flags_without_braces_are_no_mistake(site: Site, other: Site, line: str) -> None:
    """al-folio's own example writes them so."""
    other.write(
        {"_bibliography/papers.bib": f"@article{{a, {line}, title={{A paper}}, author={{Doe, Jane}}, year={{2020}}}}\n"}
    )
    done = site.run("import", "other")
    assert "warning" not in done.stderr
    assert papers(site)["A paper"][0]["featured"] == "true"


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("1", "paper-conference"),
        ("journal_article", "article-journal"),
        ("book-chapter", "chapter"),
        ("preprint", "article"),
        ("thesis", "thesis"),
        ("conference-paper", "paper-conference"),
    ],
)
def test_types_by_number_and_by_name(site: Site, other: Site, kind: str, said: str) -> None:
    """Old numbers, names of CSL, and what people take for these."""
    head = f"---\ntitle: A study\nauthors: [Ann Lee]\ndate: 2020-01-01\npublication_types: ['{kind}']\n---\n"
    other.write({"content/publication/x/index.md": head})
    done = site.run("import", "other")
    assert "is not known" not in done.stderr
    assert papers(site)["A study"][0]["type"] == said


@pytest.mark.parametrize("sign", ["*", "†", "$^*$"])
def test_marks_behind_authors_mean_what_the_annotation_says(site: Site, other: Site, sign: str) -> None:
    """al-folio shows it when the marks are pointed at."""
    bib = f"@article{{a, title={{A paper}}, author={{Doe{sign}, Jane and Roe, Max}}, year={{2020}},\n"
    bib += "  annotation={* Equal contribution}}\n"
    other.write({"_bibliography/papers.bib": bib})
    assert site.run("import", "other").returncode == 0
    values, _ = papers(site)["A paper"]
    assert values["authors"][0]["name"] == "Jane Doe"
    assert "extra" not in values
