"""Groups of a list in a real browser: the filter keeps them, and their counts follow it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from tests.conftest import Site
from tests.support.pages_host import served

pytestmark = pytest.mark.browser

BASE = "/p/"
KINDS = ("article-journal", "paper-conference", "thesis")


def _paper(number: int) -> str:
    status = "status: in press\n" if number == 20 else f"date: {2000 + number}\n"
    return (
        f"---\ntitle: Paper number {number}\nauthors: [Ada Lovelace]\n{status}type: {KINDS[number % 3]}\n"
        f"topics: [{'Even' if number % 2 == 0 else 'Odd'}]\nvenue: Acta\n---\nAn abstract.\n"
    )


@pytest.fixture(scope="module", params=[100, 6], ids=["one page", "paged"])
def address(request: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A list of twenty papers by type, on one page and on several."""
    site = Site(tmp_path_factory.mktemp("site"))
    site.write({f"content/papers/p{number}.md": _paper(number) for number in range(1, 21)})
    settings = f"title: Papers\nowner: Ada Lovelace\nper_page: {request.param}\nindex: {{group: type}}\n"
    site.write({"content/site.yaml": settings})
    site.build("--base-url", f"https://example.org{BASE}")
    with served(site.output, BASE) as start:
        yield start


def _headings(tab: Any) -> list[str]:
    found: list[str] = tab.locator(".list .group > h2:visible").all_inner_texts()
    return [" ".join(text.split()) for text in found]


def test_groups_and_counts_follow_the_filter(browser: Any, address: str) -> None:
    """The groups that are left, each with as many papers as match on all pages; afterwards all is as before."""
    tab = browser.new_page()
    tab.goto(address)
    before = _headings(tab)
    assert before[:2] == ["In press 1", "Journal article 6"]
    tab.fill("[name=q]", "even")
    tab.wait_for_function("() => document.querySelector('[role=status]').textContent.startsWith('10 ')")
    assert _headings(tab) == ["In press 1", "Journal article 3", "Conference paper 3", "Thesis 3"]
    assert not tab.locator(".jumps").is_visible()
    tab.fill("[name=q]", "2003 number")
    tab.wait_for_function("() => document.querySelector('[role=status]').textContent.startsWith('1 ')")
    assert _headings(tab) == ["Journal article 1"]
    tab.fill("[name=q]", "")
    assert _headings(tab) == before
    assert tab.locator(".jumps").is_visible()
    tab.close()


def test_a_jump_leads_to_its_group(browser: Any, address: str) -> None:
    """The heading is on the screen, wherever it is in the list."""
    tab = browser.new_page()
    tab.goto(address)
    tab.locator(".jumps a", has_text="Thesis").click()
    tab.wait_for_url("**#type-thesis")
    assert tab.locator("#type-thesis").bounding_box()["y"] < 800
    tab.close()


@pytest.mark.parametrize("width", [390, 1280])
def test_terms_without_letters_have_the_whole_width(site: Site, browser: Any, width: int) -> None:
    """Topics of a long list stand under no letter: their names are not broken into a gutter."""
    topics = [f"Topic of some length {n}" for n in range(12)]
    files = {
        f"content/papers/p{n}-{m}.md": f"---\ntitle: P {n} {m}\nauthors: [Ann Lee]\ndate: 2020\ntopics: [{name}]\n---\n"
        for n, name in enumerate(topics)
        for m in range(1 + n % 2)
    }
    site.write({"content/site.yaml": "title: List\n", **files})
    site.build()
    tab = browser.new_page(viewport={"width": width, "height": 800})
    tab.goto((site.output / "topics/index.html").as_uri())
    heights = [link.bounding_box()["height"] for link in tab.locator(".letter a").all() if link.is_visible()]
    assert heights
    assert max(heights) < 40, heights
    tab.close()
