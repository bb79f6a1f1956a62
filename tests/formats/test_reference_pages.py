# ruff: noqa: E501 - references stand as people print them: each on one line
"""Reference lists on pages of people: settings above them, titles as headings, blocks of HTML, databases named in them."""

from __future__ import annotations

import pytest

from publist.formats import recognition, references
from tests.conftest import Site

WITH_ORCID = """\
## 2021
[Byron, A. B.](https://orcid.org/0000-0002-1825-0097), [Bell, C.](https://orcid.org/0000-0002-1825-0098) (2021). **On the shape of rivers**. Journal of River Science. doi: [10.1234/rivers.21](https://doi.org/10.1234/rivers.21)

[Bell, C.](https://orcid.org/0000-0002-1825-0098), [Byron, A. B.](https://orcid.org/0000-0002-1825-0097) (2019). **Water and time**. Journal of River History. doi: [10.1234/time.19](https://doi.org/10.1234/time.19)

[Byron, A. B.](https://orcid.org/0000-0002-1825-0097), [Poe, D.](https://orcid.org/0000-0002-1825-0099) (2016). **Dualities of slow flows**. Annual Review of Slow Mechanics. doi: [10.1234/slow.16](https://doi.org/10.1234/slow.16)
"""
WITH_PMID = r"""\begin{etaremune}
\item Byron AB, \textbf{Bell C}, Poe D 3rd. On the shape of rivers. J River Sci. 2021 Mar 9;88(2):101-119.e11. doi: 10.1234/rivers.21. Epub 2021 Feb 1. PMID: 34567890; PMCID: PMC1234567.
\item \textbf{Bell C}, Pop IV, Byron AB. Water and time. J River Hist. 2019 May;4(1):1-30. doi: 10.1234/time.19. PMID: 34567891.
\item Byron AB, \textbf{Bell C}. Dualities of slow flows. Annu Rev Slow Mech. 2016 Jul 7;12(3):45-67. PMID: 34567892.
\end{etaremune}
"""
SETTINGS = """\
---
layout: archive
title: "Publications"
permalink: /publications/
---

You can also find my articles on my profile.

"""
TITLES_AS_HEADINGS = """\
## Preprints
### **On the shape of rivers and the sea: a comparison**
**Ada Byron**, Charles Bell *, Dora Poe.
[[Paper]](https://example.org/1.pdf) [[Video]](https://example.org/1)
In Journal of River Science (JRS), 2021.

### **Water and time on the plains of a small island**
Charles Bell, **Ada Byron**.
In International Conference on Rivers (ICR), 2019.

## Journal
### **Dualities of slow flows: what they tell us of fast ones**
**Ada Byron**, Charles Bell.
In Annual Review of Slow Mechanics, 2016.
"""
BLOCKS = """\
<!doctype html><html><body><nav><a href="/">Home</a></nav>
<div class="list">
<div class="paper-item"><strong>A. Byron, C. Bell</strong>, "On the shape of rivers", Journal of River Science 88(2), 101-119, 2021.</div>
<div class="paper-item"><strong>C. Bell, A. Byron</strong>, "Water and time", Journal of River History 4(1), 1-30, 2019.</div>
<div class="paper-item"><strong>A. Byron, C. Bell</strong>, "Dualities of slow flows", Annual Review of Slow Mechanics 12(3), 45-67, 2016.</div>
</div></body></html>
"""
TITLES = ["On the shape of rivers", "Water and time", "Dualities of slow flows"]


@pytest.mark.parametrize("text", [WITH_ORCID, WITH_PMID, SETTINGS + TITLES_AS_HEADINGS, BLOCKS])
def test_a_list_on_a_page_is_recognised(text: str) -> None:
    """Links to a database in each reference, settings above the list and a page around it hide no list."""
    found = recognition.recognise(text)
    assert found is not None
    assert found.name == "references"


def test_a_page_of_a_database_is_no_list() -> None:
    """A database that is named in a text of which most is no reference is told, as before."""
    text = "PubMed\nAda Byron\nSearch results\nPMID: 34567890\nPMID: 34567891\nCite\nShare\n2021\n" * 3
    assert recognition.recognise(text) is None


def test_initials_and_suffixes_of_medical_lists() -> None:
    """IV are initials where others stand so, 3rd is a suffix, and the stop that ends the names is no part of one."""
    papers = references.read(WITH_PMID, source="cv.tex").papers
    assert [[str(name) for name in paper.authors] for paper in papers] == [
        ["AB Byron", "C Bell", "D Poe 3rd"],
        ["C Bell", "IV Pop", "AB Byron"],
        ["AB Byron", "C Bell"],
    ]
    assert [(paper.title, paper.pages, str(paper.date)) for paper in papers] == [
        ("On the shape of rivers", "101-119.e11", "2021-03-09"),
        ("Water and time", "1-30", "2019-05"),
        ("Dualities of slow flows", "45-67", "2016-07-07"),
    ]
    assert "pages" not in papers[2].review  # the day is read, and no number left over


def test_headings_that_are_titles_begin_references() -> None:
    """What stands below them is theirs, and headings over several papers stay headings."""
    papers = references.read(SETTINGS + TITLES_AS_HEADINGS, source="publications.md").papers
    assert [paper.title for paper in papers] == [
        "On the shape of rivers and the sea: a comparison",
        "Water and time on the plains of a small island",
        "Dualities of slow flows: what they tell us of fast ones",
    ]
    assert [len(paper.authors) for paper in papers] == [3, 2, 2]
    assert [str(paper.date) for paper in papers] == ["2021", "2019", "2016"]


def test_blocks_named_for_a_paper_are_items() -> None:
    """Each is one reference, though no list is around them."""
    papers = references.read(BLOCKS, source="publications.html").papers
    assert [(paper.title, paper.pages) for paper in papers] == list(
        zip(TITLES, ["101-119", "1-30", "45-67"], strict=True)
    )


def test_a_page_with_settings_is_imported(site: Site) -> None:
    """The command reads a page of Jekyll with its settings, and tells lines of the file."""
    site.write({"publications.md": SETTINGS + TITLES_AS_HEADINGS})
    done = site.run("import", "publications.md")
    assert "publications.md:7:1: warning: this is no reference" in done.stderr
    assert len(list((site.folder / "content/papers").glob("*.md"))) == 3


def test_ellipsis_and_links_within_a_list_of_names() -> None:
    """Authors left out before the last one, a family name that begins small, a space behind an address."""
    text = """\
* **A. Byron**, ..., C. Bell, [On the shape of rivers](https://example.org/1 ), Journal of River Science, 2021.
* **A. Byron**, D. vanPoe, [Water and time](https://example.org/2), Journal of River History, 2019.
* C. Bell, **A. Byron**, [Dualities of slow flows](https://example.org/3), Annual Review of Slow Mechanics, 2016.
* D. vanPoe, **A. Byron**, [Rivers in the dark](https://example.org/4), Journal of River Science, 2015.
"""
    papers = references.read(text, source="publications.md").papers
    assert [paper.title for paper in papers] == [*TITLES, "Rivers in the dark"]
    assert [(len(paper.authors), paper.et_al) for paper in papers] == [(2, True), (2, False), (2, False), (2, False)]
