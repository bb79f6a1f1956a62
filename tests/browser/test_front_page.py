"""The front page in a real browser: how high its parts stand, what typing does, what touches what."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Site
from tests.support.front_site import front_site, papers
from tests.support.pages_host import served

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A person's site of 61 papers, with everything that a front page can have, built."""
    site = Site(tmp_path_factory.mktemp("front"))
    site.write(front_site(61))
    site.build()
    return site.output


@pytest.fixture(scope="module")
def address(folder: Path) -> Iterator[str]:
    """The site, served under a base path."""
    with served(folder, "/p/") as start:
        yield start


@pytest.fixture
def tab(browser: Any) -> Iterator[Any]:
    """A page of 1280 × 800."""
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    yield context.new_page()
    context.close()


def top(tab: Any, what: str) -> float:
    """How far from the top of the page the first of these begins that is seen, in px."""
    return float(tab.locator(f"{what} >> visible=true").first.bounding_box()["y"])


@pytest.mark.parametrize(("width", "height", "search", "title"), [(1280, 800, 500, 560), (390, 844, 620, 780)])
def test_the_first_title_is_on_the_first_screen(
    browser: Any, address: str, width: int, height: int, search: int, title: int
) -> None:
    """With photo, biography, links and news, a reader sees the search box and a paper without scrolling."""
    context = browser.new_context(viewport={"width": width, "height": height})
    tab = context.new_page()
    tab.goto(address)
    assert top(tab, "input[type=search]") <= search
    assert top(tab, ".entry h3") <= title
    rows = tab.locator(".news li >> visible=true").count()
    assert rows == (2 if width == 390 else 3)
    context.close()


def test_typing_hides_the_selected_and_finds_in_the_whole_list(tab: Any, address: str) -> None:
    """The front page has eighteen of 61 papers; the box finds any of them, and an empty box brings all back."""
    tab.goto(address)
    assert tab.locator(".selected").is_visible()
    box = tab.locator("input[type=search]")
    box.fill("number 3 ")
    tab.wait_for_function(
        "() => document.querySelectorAll('.list .entry h3').length && document.querySelector('.selected').hidden"
    )
    tab.get_by_role("link", name="Paper number 3 on machines that listen").first.wait_for()
    box.fill("")
    tab.locator(".selected").wait_for()


def test_topics_of_a_list_without_an_owner_filter_in_place(site: Site, tab: Any) -> None:
    """A topic is a link for those without scripts, and a filter for all others; pressed again it lets go."""
    other = {"content/papers/odd.md": "---\ntitle: An odd one\nauthors: [Eve]\ndate: 2001\ntopics: [Oddities]\n---\n"}
    site.write({"content/site.yaml": "title: Our conference\n", **papers(12), **other})
    site.build()
    with served(site.output, "/p/") as start:
        tab.goto(start)
        tab.get_by_role("link", name="Oddities").first.click()
        assert tab.locator(".entry:visible").count() == 1
        tab.locator("[data-choose=Oddities]").click()
        assert tab.locator(".entry:visible").count() == 13 + 2  # two are selected, too


@pytest.mark.parametrize("width", [320, 390, 768, 1280])
def test_labels_of_the_chart_keep_their_distance(site: Site, browser: Any, width: int) -> None:
    """6 px between any two years, at every width, of charts of 7, 20 and 49 years; nothing sticks out."""
    context = browser.new_context(viewport={"width": width, "height": 800})
    tab = context.new_page()
    for years in (7, 20, 49):
        files = {
            f"content/papers/p{n}.md": f"---\ntitle: P {n}\nauthors: [Ann Lee]\ndate: {1977 + n}\n---\n"
            for n in range(years)
        }
        extra = {f"content/papers/x{n}.md": "---\ntitle: X\nauthors: [Ann Lee]\ndate: 1980\n---\n" for n in range(9)}
        site.write({"content/site.yaml": "title: List\n", **files, **extra})
        site.build()
        tab.goto((site.output / "index.html").as_uri())
        boxes = tab.locator(".chart li span:not(.unseen)").evaluate_all(
            "spans => spans.filter(span => getComputedStyle(span).clipPath === 'none')"
            ".map(span => span.getBoundingClientRect()).map(box => [box.left, box.right])"
        )
        assert len(boxes) >= 3
        gaps = [after[0] - before[1] for before, after in pairwise(boxes)]
        assert min(gaps) >= 6, (years, boxes)
        assert boxes[0][0] >= 0
        assert boxes[-1][1] <= width
        assert tab.locator(".chart").bounding_box()["height"] <= 48 + 30
    context.close()


def test_the_list_prints_whole(tab: Any, address: str) -> None:
    """The page to print has all 61 papers, black on white, without bar and buttons."""
    tab.goto(address)
    tab.get_by_role("link", name="Print the list").click()
    tab.locator(".references li").nth(60).wait_for()
    tab.emulate_media(media="print", color_scheme="dark")
    assert tab.locator(".references li").count() == 61
    assert tab.locator(".bar").is_hidden()
    assert tab.get_by_role("button", name="Print").is_hidden()
    colours = tab.evaluate("[getComputedStyle(document.body).color, getComputedStyle(document.body).backgroundColor]")
    assert colours == ["rgb(0, 0, 0)", "rgb(255, 255, 255)"]


def test_a_phone_says_how_many_there_are_once(site: Site, browser: Any) -> None:
    """The search box says it; a line of its own comes with the first word that narrows the list, and goes with it."""
    files = {
        f"content/papers/p{n}.md": f"---\ntitle: Paper {n}\nauthors: [Ann Lee]\ndate: 2020\n---\n" for n in range(12)
    }
    site.write({"content/site.yaml": "title: List\nsearch: false\n", **files})
    site.build()
    tab = browser.new_page(viewport={"width": 390, "height": 800})
    tab.goto((site.output / "index.html").as_uri())
    clip = "count => getComputedStyle(count).clipPath"
    count = tab.locator(".count")
    assert count.evaluate(clip) != "none"
    for word, shown in (("11", True), ("", False)):
        tab.locator("input[type=search]").fill(word)
        tab.wait_for_selector(".count:not(.rest)" if shown else ".count.rest", state="attached")
        assert (count.evaluate(clip) == "none") is shown
    tab.close()
