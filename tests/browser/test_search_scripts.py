"""The search page finds words of scripts without spaces, and letters that do not decompose: what the filter finds."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from publist.outputs.machine.pagefind import indexer
from tests.conftest import Site
from tests.support.pages_host import served

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not indexer(), reason="Pagefind is not installed: pip install 'publist[search]'"),
]

PAPERS = {
    "weather": (
        "基于图网络的天气预报",
        "[王伟, Łukasz Kaiser, Søren Großmann]",
        "摘要：本文研究深度学习。 With GPU加速.",
    ),
    "parsing": ("日本語の構文解析", "[Ann Lee]", "コンピュータによる自然言語処理。"),
    "thai": ("ระบบแปลภาษาไทย", "[Ann Lee]", "การเรียนรู้เชิงลึก"),
    "other": ("图书与天文气象", "[Đorđe Æther]", "Something else."),
}
FOUND = {
    "天气预报": ["weather"], "图网络": ["weather"], "深度学习": ["weather"], "gpu加速": ["weather"],
    "王伟": ["weather"], "天气": ["weather"], "lukasz": ["weather"], "Łukasz": ["weather"],
    "soren grossmann": ["weather"],
    "kaiser 预报": ["weather"], "構文解析": ["parsing"], "自然言語": ["parsing"], "コンピュータ": ["parsing"],
    "แปลภาษา": ["thai"], "เรียนรู้": ["thai"], "dorde": ["other"], "aether": ["other"], "报预": [], "kaiser 構文": [],
}  # fmt: skip


@pytest.fixture(scope="module", params=["zh", "en"])
def address(request: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A site of these papers, in two languages."""
    site = Site(tmp_path_factory.mktemp("site"))
    site.write({"content/site.yaml": f"title: Papers\nlanguage: {request.param}\n"})
    for slug, (title, authors, abstract) in PAPERS.items():
        site.write(
            {f"content/papers/{slug}.md": f"---\ntitle: {title}\nauthors: {authors}\ndate: 2020\n---\n{abstract}\n"}
        )
    site.build("--base-url", "https://example.org/list/")
    with served(site.output, "/list/") as start:
        yield start


def test_words_are_found(browser: Any, address: str) -> None:
    """Each word, and no paper that has its characters elsewhere; the filter of the list finds no less and no more."""
    page = browser.new_page()
    try:
        for query, slugs in FOUND.items():
            page.goto(f"{address}search/")
            page.get_by_role("searchbox").fill(query)
            page.wait_for_selector(".list[aria-busy=false]")
            titles = page.locator(".entry h3 a")
            assert titles.all_inner_texts() == [PAPERS[slug][0] for slug in slugs], query
    finally:
        page.close()


def test_what_is_quoted_has_no_spaces_of_ours(browser: Any, address: str) -> None:
    """The text around what was found reads as it was written."""
    page = browser.new_page()
    try:
        page.goto(f"{address}search/?q=深度学习")
        page.locator(".found mark").first.wait_for()
        assert "摘要：本文研究深度学习。" in page.locator(".found").inner_text()
    finally:
        page.close()
