"""A list inside a page of another origin, in a real browser, with the very lines that the docs print."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest

from tests.conftest import ROOT, Site, paper
from tests.support.pages_host import served

pytestmark = pytest.mark.browser

BASE = "/p/"


@pytest.fixture(scope="module")
def frames(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, str]]:
    """The address of a site of twelve papers, and that of a page of another origin that shows its list."""
    site = Site(tmp_path_factory.mktemp("site"))
    site.write({f"content/papers/p{number}.md": paper(f"Paper {number}") for number in range(12)})
    site.write({"content/site.yaml": "title: Papers\nowner: Ada Lovelace\nembed: true\nsearch: false\n"})
    site.build()
    outside = tmp_path_factory.mktemp("outside")
    text = (ROOT / "docs/embed.md").read_text(encoding="utf-8")
    snippet = re.findall(r"^```html\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)[0]
    with served(site.output, BASE) as start, served(outside, "/") as other:
        origin = start.removesuffix(BASE)
        policy = f"default-src 'none'; frame-src {origin}; script-src 'unsafe-inline'; style-src 'unsafe-inline'"
        head = f'<!doctype html><title>Department</title><meta http-equiv="Content-Security-Policy" content="{policy}">'
        for name, query in (("index", ""), ("dark", "?theme=dark")):
            shown = snippet.replace("https://jane.github.io/papers/embed/", f"{start}embed/{query}")
            (outside / f"{name}.html").write_text(head + shown, encoding="utf-8")
        # Another name of this machine is another origin and another site.
        yield start, other.replace("127.0.0.1", "localhost")


def test_the_frame_is_as_high_as_its_list(browser: Any, frames: tuple[str, str]) -> None:
    """Also after an abstract has been unfolded, which makes it higher; nothing is refused on the way."""
    tab = browser.new_page()
    refused: list[str] = []
    tab.on("console", lambda message: refused.append(message.text) if message.type == "error" else None)
    tab.goto(frames[1])
    frame = tab.locator("iframe").element_handle().content_frame()
    frame.wait_for_selector("li.entry")
    assert frame.locator("li.entry").count() == 12

    def fits() -> None:
        """Waits until the frame has no need to scroll, and no room to spare."""
        tab.wait_for_function("() => !document.querySelector('iframe').style.height.includes('rem')")
        frame.wait_for_function("() => Math.abs(innerHeight - document.body.getBoundingClientRect().height) < 2")

    fits()
    before = tab.locator("iframe").bounding_box()["height"]
    frame.locator("summary", has_text="Abstract").first.click()
    tab.wait_for_function(f"() => document.querySelector('iframe').clientHeight > {before}")
    fits()
    assert [text for text in refused if "favicon" not in text] == []
    tab.close()


def test_links_leave_the_frame(browser: Any, frames: tuple[str, str]) -> None:
    """A paper opens in the whole window."""
    tab = browser.new_page()
    tab.goto(frames[1])
    tab.frame_locator("iframe").locator("h3 a").first.click()
    tab.wait_for_url(f"{frames[0]}papers/**")
    tab.close()


def test_the_address_can_fix_the_colours(browser: Any, frames: tuple[str, str]) -> None:
    """Dark where the device is light; what is no theme changes nothing."""
    tab = browser.new_page(color_scheme="light")
    ink = "() => getComputedStyle(document.body).color"
    tab.goto(f"{frames[0]}embed/")
    light = tab.evaluate(ink)
    tab.goto(f"{frames[0]}embed/?theme=odd")
    assert tab.evaluate(ink) == light
    tab.goto(f"{frames[0]}embed/?theme=dark")
    dark = tab.evaluate(ink)
    assert dark != light
    tab.goto(f"{frames[1]}dark.html")
    frame = tab.locator("iframe").element_handle().content_frame()
    frame.wait_for_selector("li.entry")
    assert frame.evaluate(ink) == dark
    tab.close()


def test_the_page_in_the_frame_is_accessible(browser: Any, frames: tuple[str, str]) -> None:
    """By axe-core, as every other page."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="the extra `test` brings axe-core")
    tab = browser.new_page()
    tab.goto(f"{frames[0]}embed/")
    found = axe.Axe().run(tab, options={"iframes": False}).response["violations"]
    assert [(rule["id"], rule["nodes"][0]["html"][:100]) for rule in found] == []
    tab.close()
