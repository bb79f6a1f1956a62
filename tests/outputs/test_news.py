"""News: the page, the feed, drafts, and what is said of files with mistakes."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET

from tests.conftest import Site

NEWS = "---\ndate: 2026-01-20\ntitle: A prize\n---\nFor *listening*, see [the paper](papers/notes/).\n\nMore of it.\n"


def test_news_have_a_page_and_a_feed(small_site: Site) -> None:
    """All are on the page, the newest first, and in the feed with permanent ids; addresses lead where they should."""
    small_site.write({"content/news/prize.md": NEWS, "content/news/old.md": "---\ndate: 2020\n---\nAn old story.\n"})
    small_site.build()
    page = small_site.page("news/index.html")
    assert page.index("A prize") < page.index("An old story.")
    assert '<li id="prize">' in page
    assert 'href="../papers/notes/"' in page
    feed = ET.fromstring(small_site.page("news/feed.xml"))  # noqa: S314 (written by the test's own site)
    atom = "{http://www.w3.org/2005/Atom}"
    assert [entry.findtext(f"{atom}id") for entry in feed.iter(f"{atom}entry")] == [
        "https://example.org/list/news/#prize",
        "https://example.org/list/news/#old",
    ]
    assert feed.findtext(f"{atom}updated") == "2026-01-20T00:00:00Z"
    assert "https://example.org/list/papers/notes/" in small_site.page("news/feed.xml")
    assert "<loc>https://example.org/list/news/</loc>" in small_site.page("sitemap.xml")
    assert '<a href="news/#prize">A prize</a>' in small_site.page("index.html")


def test_a_draft_is_nowhere_on_the_site(small_site: Site) -> None:
    """Without other news there is neither page nor feed."""
    small_site.write({"content/news/prize.md": NEWS.replace("---\nFor", "draft: true\n---\nFor")})
    small_site.build()
    assert not (small_site.output / "news").exists()
    assert "A prize" not in small_site.page("index.html")


def test_mistakes_have_their_place_and_their_remedy(small_site: Site) -> None:
    """A date that is none, a file without one, one that says nothing, and a slip in a key."""
    small_site.write(
        {
            "content/news/a.md": "---\ndate: 2026-13\n---\nText.\n",
            "content/news/b.md": "---\ntitle: B\n---\n",
            "content/news/c.md": "---\ndate: 2026\n---\n",
            "content/news/d.md": "---\ndate: 2026\ntitel: D\n---\nText.\n",
            "content/news/e.txt": "Text.\n",
        }
    )
    done = small_site.run("build")
    assert done.returncode == 1
    assert "content/news/a.md:2:7: error:" in done.stderr
    assert "content/news/b.md:2:1: error: the news has no date\n  add a line such as date: 2026-01-15" in done.stderr
    assert re.search(r"content/news/c\.md:\d+:\d+: error: the news says nothing\n  write it under", done.stderr)
    assert "content/news/d.md:3:1: warning: unknown key `titel`\n  did you mean `title`?" in done.stderr
    assert "content/news/e.txt: warning: the file is not read" in done.stderr


def test_check_looks_into_news(small_site: Site) -> None:
    """A link that leads nowhere is told at its line."""
    small_site.write({"content/news/prize.md": NEWS.replace("papers/notes", "papers/nowhere")})
    done = small_site.run("check")
    assert "content/news/prize.md:5:" in done.stdout + done.stderr
