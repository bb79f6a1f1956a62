"""papers/page/all/: the whole list as references, to be printed."""

from __future__ import annotations

import re

from tests.conftest import Site
from tests.support.front_site import SETTINGS, front_site


def test_all_papers_are_on_the_page_to_print(site: Site) -> None:
    """Each once, also of a paged list, with volume, pages and DOI, the owner in bold; search engines pass it by."""
    site.write({**front_site(61), "content/site.yaml": SETTINGS + "per_page: 20\n"})
    site.build()
    page = site.page("papers/page/all/index.html")
    assert page.count("<li>") == 61
    assert "<b>Solano, M.</b>, Lovelace, A., &amp; Chen, B. (2012). Paper number 61" in page
    assert "<i>61</i>, 61–70" in page
    assert "https://doi.org/10.1000/61" in page
    assert '<meta name="robots" content="noindex">' in page
    assert "page/all" not in site.page("sitemap.xml")
    assert 'href="papers/page/all/"' in site.page("index.html")
    assert 'href="../papers/page/all/"' in site.page("papers/index.html")


def test_the_groups_have_the_order_of_the_list(site: Site) -> None:
    """By type they stand as in the list, whichever paper is the newest."""
    papers = {
        f"content/papers/{name}.md": f"---\ntitle: {name}\ntype: {kind}\ndate: {year}\n---\n"
        for name, kind, year in (("a", "thesis", 2024), ("b", "article-journal", 2023), ("c", "paper-conference", 2022))
    }
    site.write({**papers, "content/site.yaml": SETTINGS + "index: {group: type}\n"})
    site.build()
    of_list = re.findall(r'<h2 id="type-[^"]*">(?:<a[^>]*>)?([^<]+)', site.page("index.html"))
    printed = re.findall(r"<h2>([^<]+)</h2>", site.page("papers/page/all/index.html"))
    assert len(of_list) == 3
    assert printed == of_list


def test_the_style_is_a_setting(site: Site) -> None:
    """IEEE has initials first, and the owner in bold all the same."""
    site.write({**front_site(3), "content/site.yaml": SETTINGS + "index: {style: ieee}\n"})
    site.build()
    assert "<b>M. Solano</b>, A. Lovelace, and B. Chen" in site.page("papers/page/all/index.html")
