"""Lists for other sites: pages for frames and a fragment of HTML, where they are asked for."""

from __future__ import annotations

import re

from tests.conftest import SMALL_SITE, Site, paper

EMBED = str(SMALL_SITE["content/site.yaml"]) + "embed: true\nsearch: false\n"


def test_without_the_setting_there_are_none(small_site: Site) -> None:
    """No file and no link."""
    small_site.build()
    assert not (small_site.output / "embed").exists()


def test_each_list_has_a_page_for_frames(small_site: Site) -> None:
    """The whole list, and topics and people that have files; nothing but the list, links that leave the frame."""
    small_site.write({"content/site.yaml": EMBED, "content/papers/third.md": paper("A third")})
    small_site.build()
    made = {path for path in small_site.snapshot() if path.startswith("embed/")}
    assert made == {
        "embed/index.html", "embed/list.html", "embed/topics/computing/index.html",
        "embed/people/ada-lovelace/index.html", "embed/people/grace-hopper/index.html",
    }  # fmt: skip
    page = small_site.page("embed/topics/computing/index.html")
    assert page.lstrip().startswith("<!doctype html>")
    assert page.count('<li class="entry"') == 3
    assert '<a href="../../../papers/third/">A third</a>' in page
    assert '<base target="_top">' in page
    assert "<header" not in page
    assert "<footer" not in page
    assert 'content="noindex"' in page
    assert '<link rel="canonical" href="https://example.org/list/topics/computing/">' in page
    assert "embed/" not in small_site.page("sitemap.xml")


def test_a_long_list_leads_to_the_rest(small_site: Site) -> None:
    """The newest papers, as many as a page of a list has, and the way to all of them."""
    small_site.write({"content/site.yaml": EMBED + "per_page: 1\n"})
    small_site.build()
    page = small_site.page("embed/index.html")
    assert page.count('<li class="entry"') == 1
    assert '<a href="../">All 2 papers</a>' in page


def test_the_fragment_is_plain_html_with_whole_addresses(small_site: Site) -> None:
    """Every paper, no document around it, no script, no style; built again it has the same bytes."""
    small_site.write({"content/site.yaml": EMBED})
    small_site.build()
    fragment = small_site.page("embed/list.html")
    assert fragment.startswith('<div class="publist">\n<h3>1843</h3>\n<ul>\n<li><b>Lovelace, A.</b>, &amp; Hopper, G.')
    assert fragment.count("<li>") == 2
    assert set(re.findall(r'href="([^"]*)"', fragment)) == {
        "https://example.org/list/papers/notes/", "https://example.org/list/papers/compiler/",
    }  # fmt: skip
    assert set(re.findall(r"</?(\w+)", fragment)) == {"div", "h3", "ul", "li", "b", "i", "a"}
    small_site.write({"content/papers/notes.md": paper("Other notes")})
    small_site.build()
    edited = small_site.snapshot()
    small_site.build("--clean")
    assert small_site.snapshot() == edited
