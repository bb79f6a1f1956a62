"""What a paper's standing is: its status, its awards, who contributed equally, what was published about it later."""

from __future__ import annotations

from tests.conftest import Site

_PAPERS: dict[str, str | bytes] = {
    "content/papers/new.md": """---
title: Newest
authors:
  - {name: Ann Lee, equal: true}
  - {name: Bo Roe, equal: true, corresponding: true}
collaboration: [QUARTZ Collaboration]
status: in press
venue: Journal of Long Names
venue_short: JLN
awards: [Best paper]
summary: One plain sentence.
---
""",
    "content/papers/sent.md": "---\ntitle: Sent\nstatus: submitted\n---\n",
    "content/papers/old.md": """---
title: Old
date: 2001
retraction: {date: 2004-05-01, url: https://example.org/notice, note: The data were lost}
corrections:
  - {date: 2003, note: Table 1}
---
""",
    "content/papers/undated.md": "---\ntitle: Undated\n---\n",
}


def test_lists_say_where_a_paper_stands(small_site: Site) -> None:
    """Status, awards, the short name of the venue, collaboration, summary and retraction stand in lists."""
    small_site.write(_PAPERS)
    small_site.build()
    page = small_site.page("index.html")
    for text in ("In press", "Best paper", "JLN", "One plain sentence.", "Retracted", "QUARTZ Collaboration"):
        assert text in page, text
    assert page.index(">Newest<") < page.index(">Sent<") < page.index(">Old<") < page.index(">Undated<")
    assert "<h2>In press</h2>" in page
    assert "<h2>Submitted</h2>" in page


def test_a_page_explains_its_marks(small_site: Site) -> None:
    """Marks behind the names have a legend; a retraction is a banner, and corrections are listed."""
    small_site.write(_PAPERS)
    small_site.build()
    page = small_site.page("papers/new/index.html")
    assert "<sup>*†</sup>" in page
    assert "* Equal contribution · † Corresponding author" in page
    old = small_site.page("papers/old/index.html")
    assert "This paper has been retracted.</b> The data were lost" in old
    assert 'href="https://example.org/notice"' in old
    assert "Table 1" in old


def test_a_status_that_is_none_is_an_error(small_site: Site) -> None:
    """The words that a status can be are told."""
    small_site.write({"content/papers/new.md": "---\ntitle: Newest\nstatus: forthcoming\n---\n"})
    done = small_site.run("build")
    assert done.returncode == 1
    assert "`status` cannot be 'forthcoming'" in done.stderr
    assert "did you mean `in press`?" in done.stderr
