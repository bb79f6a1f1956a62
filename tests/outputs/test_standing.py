"""What a paper's standing is: its status, its awards, who contributed equally, what was published about it later."""

from __future__ import annotations

import json
import re

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
    assert re.search("<h2[^>]*>In press", page)
    assert re.search("<h2[^>]*>Submitted", page)


def test_a_page_says_how_often_a_paper_is_cited(small_site: Site) -> None:
    """The count stands with who has counted and when, as far as the file says it; a number alone is a count."""
    counts = {"one": "{count: 42, source: OpenAlex, date: 2026-11-27}", "two": "7", "three": "{source: Nobody}"}
    small_site.write(
        {f"content/papers/{name}.md": f"---\ntitle: T\ncitations: {said}\n---\n" for name, said in counts.items()}
    )
    done = small_site.run("build")
    assert "three.md:3" in done.stderr
    assert "`citations` needs `count`, a whole number" in done.stderr
    small_site.write({"content/papers/three.md": "---\ntitle: T\n---\n"})
    small_site.build()
    assert "42 (OpenAlex, 27 November 2026)" in small_site.page("papers/one/index.html")
    assert re.search(r"Citations</dt>\s*<dd>7</dd>", small_site.page("papers/two/index.html"))


def test_a_page_explains_its_marks(small_site: Site) -> None:
    """Marks behind the names have a legend; a retraction is a banner, and corrections are listed."""
    small_site.write(_PAPERS)
    small_site.build()
    page = small_site.page("papers/new/index.html")
    assert "<sup>*†</sup>" in page
    assert "* Equal contribution · † Corresponding author" in page
    old = small_site.page("papers/old/index.html")
    date = '<time datetime="2004-05-01">1 May 2004</time>'
    banner = f'This paper has been retracted.</b> The data were lost · {date} · <a href="https://example.org/notice"'
    assert banner in old
    assert "Table 1" in old


def test_a_status_that_is_none_is_an_error(small_site: Site) -> None:
    """The words that a status can be are told."""
    small_site.write({"content/papers/new.md": "---\ntitle: Newest\nstatus: forthcoming\n---\n"})
    done = small_site.run("build")
    assert done.returncode == 1
    assert "`status` cannot be 'forthcoming'" in done.stderr
    assert "did you mean `in press`?" in done.stderr


def test_feeds_invent_no_date(small_site: Site) -> None:
    """What is in press has the moment of the newest paper in Atom, no date in JSON Feed; a future date stays."""
    small_site.write({**_PAPERS, "content/papers/later.md": "---\ntitle: Later\ndate: 2090-02-03\n---\n"})
    small_site.write({"content/papers/alone.md": "---\ntitle: Alone\nauthors: [Zoe One]\nstatus: submitted\n---\n"})
    small_site.build()
    assert "1970" not in "".join(small_site.page(path) for path in small_site.snapshot() if path.endswith("feed.xml"))
    atom = small_site.page("feed.xml")
    newest = atom[atom.index("<title>Newest</title>") :]
    assert newest.splitlines()[1] == "<updated>2090-02-03T00:00:00Z</updated>"
    assert "<published>" not in newest[: newest.index("</entry>")]
    items = {item["title"]: item for item in json.loads(small_site.page("feed.json"))["items"]}
    assert "date_published" not in items["Newest"]
    assert items["Later"]["date_published"] == "2090-02-03T00:00:00Z"


def test_machines_are_told_where_a_paper_stands(small_site: Site) -> None:
    """Award, status, retraction and corrections stand in JSON-LD; feeds mark what is retracted in its title."""
    small_site.write(_PAPERS)
    small_site.build()
    page = small_site.page("papers/new/index.html")
    assert '"award":["Best paper"]' in page.replace(": ", ":")
    assert '"creativeWorkStatus":"In press"' in page.replace(": ", ":")
    old = small_site.page("papers/old/index.html").replace('": ', '":')
    assert '"creativeWorkStatus":"Retracted"' in old
    assert '"CorrectionComment"' in old
    assert "<title>Retracted: Old</title>" in small_site.page("feed.xml")
    assert '"Retracted: Old"' in small_site.page("feed.json")
