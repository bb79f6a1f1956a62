"""Pages of a running preview, open in a real browser."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from tests.conftest import PAPER, Site
from tests.support.running_preview import Preview, serving

NOTES = "content/papers/notes.md"
LONG = PAPER.format(title="Notes on the engine") + "\n\nA paragraph.\n" * 80


class Window:
    """A page open at an address of the preview, and what may be asked of it."""

    def __init__(self, page: Any) -> None:
        self.page = page

    def shows(self, text: str) -> None:
        """Wait until the page shows this text."""
        self.page.wait_for_function("text => document.body && document.body.innerText.includes(text)", arg=text)

    def says(self, text: str) -> None:
        """Wait until the preview says this beside the page."""
        self.page.wait_for_function(_SAYS, arg=text)

    def is_silent(self) -> None:
        """Wait until no mistake is shown."""
        self.lacks(".problems")

    def lacks(self, selector: str) -> None:
        """Wait until the preview has spoken and nothing of this kind is in what it says."""
        self.page.wait_for_function(_LACKS, arg=selector)

    def mark(self) -> None:
        """Leave a mark that a reload removes, once the page is connected."""
        self.page.wait_for_selector("publist-preview", state="attached")
        self.page.evaluate("window.marked = true")

    @property
    def is_marked(self) -> bool:
        """Whether the page has not been loaded anew since."""
        return bool(self.page.evaluate("window.marked === true"))


# While a page is loaded again it has neither body nor preview for a moment: each question must bear that.
_LACKS = """selector => {
  const box = document.querySelector("publist-preview");
  return box && box.shadowRoot.childElementCount && !box.shadowRoot.querySelector(selector);
}"""
_SAYS = """text => {
  const box = document.querySelector("publist-preview");
  return box && box.shadowRoot.textContent.includes(text);
}"""


Open = Callable[[str], Window]


@pytest.fixture
def preview(small_site: Site) -> Iterator[Preview]:
    """A preview of two papers."""
    small_site.write({NOTES: LONG})
    with serving(small_site) as running:
        yield running


@pytest.fixture
def window(preview: Preview, browser: Any) -> Iterator[Open]:
    """Opens pages of the preview; a mistake of a page's script or its security policy fails the test."""
    pages: list[Any] = []
    wrong: list[str] = []

    def note(message: Any) -> None:
        if message.type == "error" and not re.search("status of 404|WebSocket connection", message.text):
            wrong.append(message.text)

    def opened(path: str) -> Window:
        page = browser.new_page()
        pages.append(page)
        page.on("console", note)
        page.on("pageerror", lambda problem: wrong.append(str(problem)))
        page.goto(preview.url + path)
        page.wait_for_selector("publist-preview", state="attached")
        return Window(page)

    yield opened
    for page in pages:
        page.close()
    assert not wrong
