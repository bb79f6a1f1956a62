"""Entries of a list in a real browser: what unfolds in place, what is copied, what a filter finds on other pages."""

from __future__ import annotations

from typing import Any

import pytest

from tests.browser.test_finding import NUMBER, _said, address, page

__all__ = ["address", "page"]  # the site and the page of the tests of finding, as fixtures

pytestmark = pytest.mark.browser


def test_what_is_found_has_the_buttons_of_any_entry(page: Any, address: str) -> None:
    """PDF, abstract and citation are one press away in what a filter finds, on whichever page of the list it stands."""
    page.goto(f"{address}?q=number+3&has=pdf")
    _said(page, f"1 of {NUMBER} papers")
    entry = page.locator(".entry:visible").first
    entry.get_by_role("link", name="PDF").wait_for()
    assert entry.get_by_role("link", name="PDF").get_attribute("href") == "https://example.org/a.pdf"
    entry.get_by_text("Abstract").click()
    entry.locator(".body").get_by_text("We describe gear3wheels and nothing else.").wait_for()
    entry.get_by_text("Cite").click()
    entry.locator("pre").get_by_text("title = {Paper number 3}").wait_for()
    assert entry.locator(".body").is_hidden()


def test_bibtex_is_copied_without_leaving_the_list(page: Any, address: str) -> None:
    """Cite unfolds in place; the button that was pressed says that it worked; other styles are tabs."""
    page.goto(address)
    entry = page.locator(".entry", has=page.get_by_role("link", name="Paper number 24", exact=True)).first
    entry.get_by_text("Cite").click()
    entry.locator("pre").wait_for()
    entry.get_by_role("button", name="Copy").click()
    entry.get_by_role("button", name="Copied ✓").wait_for()
    assert entry.get_by_role("status").inner_text() == "Copied ✓"
    assert "title = {Paper number 24}" in page.evaluate("navigator.clipboard.readText()")
    entry.get_by_role("button", name="Copy", exact=True).wait_for()
    entry.get_by_role("link", name="APA").click()
    entry.locator(".cited > p").get_by_text("(2024").wait_for()
    entry.get_by_role("link", name="RIS").click()
    entry.locator("pre").get_by_text("TY  -").wait_for()
    assert page.url == address


def test_a_choice_is_taken_back_where_it_was_made(page: Any, address: str) -> None:
    """A filter that is on has its own way off, and so has what was typed."""
    page.goto(f"{address}?q=number&topic=Engines")
    _said(page, f"12 of {NUMBER} papers")
    page.get_by_role("button", name="Remove “Topic”").click()
    _said(page, f"{NUMBER} of {NUMBER} papers")
    page.get_by_role("button", name="Clear the search").click()
    _said(page, f"{NUMBER} papers")
