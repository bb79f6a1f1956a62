"""The page and the feeds of changes: what was added, corrected and retracted, by the dates that files say."""

from __future__ import annotations

import json
import re

from lxml import etree

from tests.conftest import Site

_ATOM = "{http://www.w3.org/2005/Atom}"
_PAPERS: dict[str, str | bytes] = {
    "content/papers/new.md": "---\ntitle: A *new* one\nauthors: [Ann Lee]\ndate: 2024\nadded: 2024-05-03\n---\n",
    "content/papers/wrong.md": """---
title: Wrong
date: 2001
retraction: {date: 2004-05, url: 'https://example.org/notice', note: The data were lost}
corrections:
  - {date: 2003-02-01, note: Table 1}
  - {date: 2003-02-01, note: Table 2}
  - {note: Without a date}
---
""",
    "content/papers/plain.md": "---\ntitle: Plain\ndate: 2020\n---\n",
}


def _told(page: str) -> list[tuple[str, str]]:
    """Title and label of each change of the page, in its order."""
    found = re.findall(r'<li class="change">.*?<a [^>]*>(.*?)</a></h3>.*?<b class="chip">(\w+)</b>', page, re.DOTALL)
    return [(re.sub("<.*?>", "", title), label) for title, label in found]


def test_what_files_date_is_told_newest_first(small_site: Site) -> None:
    """Added, corrected and retracted papers with their notices; what has no date is not a change."""
    small_site.write(_PAPERS)
    small_site.build("--strict")
    page = small_site.page("changes/index.html")
    wrong = [("Wrong", "Retracted"), ("Wrong", "Corrected"), ("Wrong", "Corrected")]
    assert _told(page) == [("A new one", "Added"), *wrong]
    assert "<em>new</em>" in page
    assert '<time datetime="2004-05">May 2004</time>' in page
    assert re.search(r"</b> <span>[^<]*Table 1", page)  # not right beside the mark
    assert 'href="https://example.org/notice"' in page
    assert "Without a date" not in page
    assert '<a href="changes/">Changes</a>' in small_site.page("index.html")
    assert "/changes/</loc><lastmod>2024-05-03</lastmod>" in small_site.page("sitemap.xml")


def test_a_list_without_dates_has_no_page(small_site: Site) -> None:
    """Nothing is listed and nothing leads to it."""
    small_site.write({"content/papers/plain.md": _PAPERS["content/papers/plain.md"]})
    small_site.build()
    assert "changes" not in small_site.page("index.html")
    assert not any(path.startswith("changes/") for path in small_site.snapshot())


def test_feeds_of_changes(small_site: Site) -> None:
    """Atom and JSON Feed: an entry a change with an id of its own, its moment, and the notice; the page announces."""
    small_site.write(_PAPERS)
    small_site.build()
    feed = etree.fromstring(small_site.page("changes/feed.xml").encode())
    entries = feed.findall(f"{_ATOM}entry")
    titles = [entry.findtext(f"{_ATOM}title") for entry in entries]
    assert titles == ["Added: A new one", "Retracted: Wrong", "Corrected: Wrong", "Corrected: Wrong"]
    ids = [entry.findtext(f"{_ATOM}id") for entry in entries]
    assert len(set(ids)) == 4
    assert all(str(one).startswith("https://") and "/papers/" in str(one) for one in ids)
    assert [entry.findtext(f"{_ATOM}updated") for entry in entries][1] == "2004-05-01T00:00:00Z"
    assert feed.findtext(f"{_ATOM}updated") == "2024-05-03T00:00:00Z"
    assert entries[1].findtext(f"{_ATOM}content") == "The data were lost https://example.org/notice"
    items = json.loads(small_site.page("changes/feed.json"))["items"]
    assert [item["title"] for item in items] == titles
    assert [item["id"] for item in items] == ids
    page = small_site.page("changes/index.html")
    assert 'type="application/atom+xml"' in page
    assert '<a href="../changes/feed.xml">' in page


def test_the_newest_hundred_are_shown(small_site: Site) -> None:
    """A longer history is cut, and the page says so; feeds are as long as the settings say."""
    many = {f"content/papers/p{n}.md": f"---\ntitle: P{n}\nadded: {2000 + n % 20}-01-01\n---\n" for n in range(104)}
    small_site.write({**many})
    small_site.build()
    page = small_site.page("changes/index.html")
    assert len(_told(page)) == 100
    assert "The newest 100 of 104." in page
    assert small_site.page("changes/feed.xml").count("<entry>") == 50


def test_a_date_that_is_none_is_an_error(small_site: Site) -> None:
    """In its place."""
    small_site.write({"content/papers/new.md": "---\ntitle: New\nadded: yesterday\n---\n"})
    done = small_site.run("build")
    assert done.returncode == 1
    assert "content/papers/new.md:3:8: error: 'yesterday' is not a date" in done.stderr


def test_changes_come_and_go_with_the_files(small_site: Site) -> None:
    """Each incremental build gives the bytes of a clean one: a date written, a title changed, the paper gone."""
    small_site.write(_PAPERS)
    small_site.build()
    small_site.write({"content/papers/plain.md": "---\ntitle: Plain\ndate: 2020\nadded: 2025-01-02\n---\n"})
    small_site.build("--verify")
    assert _told(small_site.page("changes/index.html"))[0] == ("Plain", "Added")
    small_site.write({"content/papers/plain.md": "---\ntitle: Plainer\ndate: 2020\nadded: 2025-01-02\n---\n"})
    small_site.build("--verify")
    assert _told(small_site.page("changes/index.html"))[0] == ("Plainer", "Added")
    for path in ("plain", "new", "wrong"):
        (small_site.folder / f"content/papers/{path}.md").unlink()
    small_site.build("--verify")
    assert "changes/index.html" not in small_site.snapshot()
