"""An entry in a list: buttons that say what is behind them, abstract and citation that unfold, the same everywhere."""

from __future__ import annotations

import json
import re

from tests.conftest import Site

PAPER = """\
---
title: Sparse Kernels
authors: [Jane Doe, John Roe]
date: 2024-05-06
type: paper-conference
venue: International Conference on Kernels
venue_short: ICK
awards: [Best paper award]
summary: Few kernels are enough.
doi: 10.1000/sparse
links:
  url: https://arxiv.org/pdf/2401.01234
  link-2: https://github.com/jane/sparse
  link-3: https://doi.org/10.1000/sparse
  link-4: https://link.springer.com/article/10.1000/sparse
topics: [Kernels]
---
We show how [few](https://example.org/few) are enough, as in [the other](other.md).
"""


def _entry(page: str, slug: str = "sparse") -> str:
    found = re.search(rf'<li class="entry"(?:(?!</li>).)*?papers/{slug}/(?:(?!</li>).)*</li>', page, re.DOTALL)
    assert found
    return found[0]


def _buttons(entry: str) -> list[tuple[str, str]]:
    return re.findall(r'<a data-kind="[a-z-]+" href="([^"]+)">([^<]+)</a>', entry)


def test_buttons_say_what_is_behind_them(site: Site) -> None:
    """The PDF comes first, then identifiers and code; what the DOI says already is not said again; no "Link"."""
    site.write({"content/papers/sparse.md": PAPER, "content/site.yaml": "title: A\n"})
    site.build()
    assert _buttons(_entry(site.page("index.html"))) == [
        ("https://arxiv.org/pdf/2401.01234", "PDF"),
        ("https://doi.org/10.1000/sparse", "DOI"),
        ("https://github.com/jane/sparse", "Code"),
        ("https://link.springer.com/article/10.1000/sparse", "Springer"),
    ]


def test_an_arxiv_number_is_a_pdf_too(site: Site) -> None:
    """ArXiv has a PDF of each of its papers; the year stands without the day."""
    site.write(
        {
            "content/papers/sparse.md": "---\ntitle: Sparse\nauthors: [Jane Doe]\narxiv: '2401.01234'\n"
            "date: 2024-01-02\n---\n",
            "content/site.yaml": "title: A\n",
        }
    )
    site.build()
    entry = _entry(site.page("index.html"))
    assert _buttons(entry)[0] == ("https://arxiv.org/pdf/2401.01234", "PDF")
    assert '<time datetime="2024-01-02">2024</time>' in entry
    assert "Preprint" in entry
    assert "Abstract" not in entry


def test_short_lists_have_the_abstracts_in_them(site: Site) -> None:
    """Up to 100 papers an abstract unfolds without a script, on each list with links that lead to the right place."""
    site.write({"content/papers/sparse.md": PAPER, "content/papers/other.md": PAPER.replace("Sparse", "Other")})
    site.write({"content/site.yaml": "title: A\n"})
    site.build()
    assert "<summary>Abstract</summary>" in _entry(site.page("index.html"))
    assert '<a href="papers/other/">the other</a>' in _entry(site.page("index.html"))
    assert '<a href="../../papers/other/">the other</a>' in _entry(site.page("topics/kernels/index.html"))
    site.write({"content/papers/sparse.md": PAPER.replace("We show", "We doubt")})
    site.build()
    assert "We doubt" in _entry(site.page("index.html"))


def test_long_lists_lead_to_the_abstract(site: Site) -> None:
    """From 101 papers on the word is a link, which a script unfolds; an abstract that comes or goes is noticed."""
    papers = {f"content/papers/p{number}.md": PAPER for number in range(101)}
    settings = "title: A\nexports: {lists: [], api: false}\nsearch: false\n"
    site.write({**papers, "content/site.yaml": settings})
    site.build()
    assert '<a class="fold" href="papers/p1/#abstract">Abstract</a>' in _entry(site.page("index.html"), "p1")
    site.write({"content/papers/p1.md": PAPER[: PAPER.rindex("---\n") + 4]})
    site.build()
    assert "Abstract" not in _entry(site.page("index.html"), "p1")
    site.write({"content/papers/p1.md": PAPER})
    site.build()
    assert "#abstract" in _entry(site.page("index.html"), "p1")


def test_what_a_filter_finds_elsewhere_is_the_same_entry(site: Site) -> None:
    """Of a paged list there are files of entries by year, each like that of the list; the index marks the PDF."""
    site.write({f"content/papers/p{number}.md": PAPER for number in range(3)})
    site.write({"content/site.yaml": "title: A\nper_page: 2\n"})
    site.build()
    entries = json.loads(site.page("list/2024-1.json"))
    assert len(entries) == 3
    assert entries[0].strip() == _entry(site.page("index.html"), "p0").strip()
    assert all(row[6] & 3 == 3 for row in json.loads(site.page("list.json"))["papers"])


def test_a_filter_is_there_where_some_paper_of_the_site_has_what_it_asks_for(site: Site) -> None:
    """Also on a list of several pages, and in the search; the first link to code brings the button."""
    paper = "---\ntitle: Paper {0}\nauthors: [Ada Lovelace]\ndate: {0}\nlinks: {{pdf: 'https://e.org/{0}.pdf'}}\n---\n"
    papers = {f"content/papers/p{year}.md": paper.format(year) for year in range(1990, 2005)}
    site.write({**papers, "content/site.yaml": "title: Papers\nper_page: 5\n"})
    site.build()
    assert 'name="has" value="pdf"' in site.page("index.html")
    assert 'value="code"' not in site.page("index.html")
    assert 'value="code"' not in site.page("search/index.html")
    site.write({"content/papers/p1990.md": paper.format(1990).replace("links: {", "links: {code: 'https://e.org/c', ")})
    site.build()
    assert 'name="has" value="code"' in site.page("index.html")
