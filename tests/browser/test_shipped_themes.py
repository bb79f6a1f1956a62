"""The themes that publist brings in a real browser: what fits, what is dark, what axe says, where pictures stand."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from publist.theming.folders import SHIPPED
from tests.conftest import Site
from tests.support.demo_site import demo_lab, demo_site
from tests.support.pages_host import served

pytestmark = pytest.mark.browser

_PAGES = ("", "papers/echo-fields/", "topics/", "topics/room-acoustics/", "people/mira-solano/", "news/", "about/")


@pytest.fixture(scope="module", params=SHIPPED)
def address(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The demonstration site in a theme, served under a base path named after it."""
    site = Site(tmp_path_factory.mktemp("themed"))
    site.write(demo_site(request.param))
    site.build()
    with served(site.output, f"/{request.param}/") as start:
        yield start


def _shade(tab: Any, what: str) -> float:
    """How light (0 to 1) the browser paints this colour of the body."""
    drawn = """(what) => {
        const context = document.createElement("canvas").getContext("2d");
        context.fillStyle = getComputedStyle(document.body)[what];
        context.fillRect(0, 0, 1, 1);
        return [...context.getImageData(0, 0, 1, 1).data].slice(0, 3);
    }"""
    return float(sum(tab.evaluate(drawn, what)) / 3 / 255)


@pytest.mark.parametrize("width", [320, 390, 768, 1280, 1920])
def test_nothing_sticks_out(browser: Any, address: str, width: int) -> None:
    """No page scrolls sideways, also with a citation unfolded."""
    context = browser.new_context(viewport={"width": width, "height": 800})
    tab = context.new_page()
    for path in _PAGES:
        tab.goto(address + path)
        for cite in tab.locator(".entry details").all()[:4]:
            cite.evaluate("fold => { fold.open = true; }")
        assert tab.evaluate("document.documentElement.scrollWidth") <= width, path
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(browser: Any, address: str, scheme: str) -> None:
    """WCAG 2.2 A and AA in both colour schemes."""
    from axe_playwright_python.sync_playwright import Axe

    tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    tab = context.new_page()
    tab.goto(address)
    tab.evaluate("scheme => localStorage.setItem('colours', scheme)", scheme)
    for path in _PAGES:
        tab.goto(address + path)
        found = Axe().run(tab, options={"runOnly": tags})
        assert found.violations_count == 0, found.generate_report()
    context.close()


def test_colours_at_first_and_as_chosen(browser: Any, address: str) -> None:
    """A theme with a scheme of its own begins with it; a reader's choice is kept on the next page."""
    context = browser.new_context(color_scheme="light")
    tab = context.new_page()
    tab.goto(address)
    dark_at_first = address.endswith("/gallery/")
    assert (_shade(tab, "backgroundColor") < 0.2) == dark_at_first
    for _ in range(3):
        if (_shade(tab, "backgroundColor") < 0.2) == (not dark_at_first):
            break
        tab.locator("button.scheme").click()
    tab.goto(address + "topics/")
    assert (_shade(tab, "backgroundColor") < 0.2) == (not dark_at_first)
    assert (_shade(tab, "color") > 0.6) == (not dark_at_first)
    context.close()


def test_pictures_stand_where_the_theme_has_them(browser: Any, address: str) -> None:
    """In lists at the left of the text; among gallery's selected papers two beside each other, above their titles."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    tab = context.new_page()
    tab.goto(address)
    listed = tab.locator(".group:not(.selected) .pictured").first
    picture, title = listed.locator("img").bounding_box(), listed.locator("h3").bounding_box()
    width = {"default": 144, "plain": 160, "gallery": 200}[address.rstrip("/").rpartition("/")[2]]
    assert (round(picture["width"]), picture["x"] + picture["width"] < title["x"]) == (width, True)
    first, second = (tab.locator(".selected .entry").nth(n).bounding_box() for n in (0, 1))
    beside = address.endswith("/gallery/")
    assert (first["y"] == second["y"]) == beside
    if beside:
        card = tab.locator(".selected .entry").first
        assert card.locator("img").bounding_box()["y"] < card.locator("h3").bounding_box()["y"]
    context.close()


def test_a_lab_shows_its_selected_papers_in_two_columns(site: Site, browser: Any) -> None:
    """With picture and sentence; on a phone one below the other."""
    site.write(demo_lab())
    site.build()
    for width, columns in ((1280, 2), (390, 1)):
        context = browser.new_context(viewport={"width": width, "height": 900})
        tab = context.new_page()
        tab.goto((site.output / "index.html").as_uri())
        cards = tab.locator(".selected .entry")
        lefts = {round(card.bounding_box()["x"]) for card in cards.all()}
        assert len(lefts) == columns
        assert cards.first.locator(".summary").is_visible()
        context.close()


def test_what_a_heading_says_is_not_said_again(site: Site, browser: Any) -> None:
    """The year of a paper without a venue, and the status under which it stands; among selected papers both stand."""
    head = "authors: [Mira Solano]\ntopics: [A]\n"
    site.write(
        {
            "content/site.yaml": "title: P\nowner: Mira Solano\n",
            "content/papers/bare.md": f"---\ntitle: Bare\ndate: 2020-03\n{head}---\n",
            "content/papers/placed.md": f"---\ntitle: Placed\ndate: 2020-02\nvenue: Journal\n{head}---\n",
            "content/papers/soon.md": f"---\ntitle: Soon\ndate: 2021\nstatus: in press\nfeatured: true\n{head}---\n",
        }
    )
    site.build()
    tab = browser.new_page(viewport={"width": 1280, "height": 900})
    tab.goto((site.output / "index.html").as_uri())
    listed = tab.locator(".group:not(.selected)")
    shown = {title: listed.locator(".entry", has_text=title).locator(".meta") for title in ("Bare", "Placed", "Soon")}
    assert shown["Bare"].locator("time").is_hidden()
    assert shown["Placed"].locator("time").is_visible()
    assert shown["Soon"].locator(".status").is_hidden()
    assert tab.locator(".selected .status").is_visible()
    tab.goto((site.output / "topics/a/index.html").as_uri())
    assert tab.locator(".entry", has_text="Bare").locator("time").is_hidden()
    tab.close()


def test_citations_of_a_paper_are_tabs(browser: Any, address: str) -> None:
    """BibTeX first, one at a time; the button that was pressed says that it copied; without scripts all are there."""
    context = browser.new_context()
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    tab = context.new_page()
    tab.goto(address + "papers/echo-fields/")
    cite = tab.locator(".cite")
    assert cite.locator("section:visible").count() == 1
    assert cite.locator("pre:visible").inner_text().startswith("@inproceedings{")
    cite.get_by_role("link", name="APA").click()
    assert "(2025" in cite.locator("section:visible > p").inner_text()
    cite.get_by_role("button", name="Copy").click()
    cite.get_by_role("button", name="Copied ✓").wait_for()
    assert tab.evaluate("navigator.clipboard.readText()").startswith("Albers, J.")
    context.close()
    context = browser.new_context(java_script_enabled=False)
    tab = context.new_page()
    tab.goto(address + "papers/echo-fields/")
    assert tab.locator(".cite section:visible").count() == 5
    assert tab.locator(".cite .tabs").is_hidden()
    context.close()
