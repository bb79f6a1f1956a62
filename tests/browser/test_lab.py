"""The members of a lab in a real browser: portraits at every width, and the names that the filter sets apart."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from tests.conftest import Site
from tests.support.pages_host import served

pytestmark = pytest.mark.browser

_FACE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 4"><rect width="8" height="4" fill="teal"/></svg>'
_PEOPLE = """\
- {name: Ann Lee, role: Principal investigator, group: Faculty, photo: assets/ann.svg, from: 2012}
- {name: Bartholomea Maximiliane von Hohenfels-Tannenberg, role: Research software engineer, group: Engineers}
- {name: Max Roe, role: PhD student, group: PhD students, from: 2021-09}
- {name: Old Poe, role: Postdoc, from: 2010, to: 2014}
"""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A lab of four with a list of twelve papers on several pages."""
    folder = tmp_path_factory.mktemp("lab")
    site = Site(folder)
    settings = "title: The Lab\nhighlight: person\nper_page: 5\nbase_url: https://example.org/lab/\n"
    site.write({"content/site.yaml": settings, "content/people.yaml": _PEOPLE, "content/assets/ann.svg": _FACE})
    for number in range(12):
        head = f"title: Paper {number}\nauthors: [Ann Lee, Max Roe, Old Poe]\ndate: 20{number + 10}\n"
        site.write({f"content/papers/p{number}.md": f"---\n{head}---\nWords.\n"})
    site.build()
    with served(site.output, "/lab/") as start:
        yield start


@pytest.mark.parametrize("width", [390, 768, 1280, 1920])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_portraits_are_squares_and_nothing_sticks_out(browser: Any, address: str, width: int, scheme: str) -> None:
    """Photos and initials have one size at every width; no name is wider than the window."""
    context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme)
    tab = context.new_page()
    tab.goto(f"{address}members/")
    boxes = [face.bounding_box() for face in tab.locator(".face").all()]
    assert len(boxes) == 3
    assert len({(round(box["width"]), round(box["height"])) for box in boxes}) == 1
    assert boxes[0]["width"] == pytest.approx(boxes[0]["height"])
    assert tab.evaluate("document.documentElement.scrollWidth") <= width
    assert [heading.inner_text() for heading in tab.locator("main h2").all()][-1] == "Alumni"
    context.close()


def test_from_a_member_to_their_list(browser: Any, address: str) -> None:
    """The name leads to the person's page, which sets that name apart and no other; the filter does the same."""
    context = browser.new_context()
    tab = context.new_page()
    tab.goto(f"{address}members/")
    tab.get_by_role("link", name="Max Roe", exact=True).click()
    assert tab.locator("h1").inner_text() == "Max Roe"
    assert set(tab.locator(".entry .me").all_inner_texts()) == {"Max Roe"}
    tab.locator("input[name=q]").fill("paper 1")
    tab.wait_for_function("() => document.querySelectorAll('.list > div .entry .me').length > 0")
    assert set(tab.locator(".list > div .entry .me").all_inner_texts()) == {"Max Roe"}
    context.close()


def test_words_typed_before_the_script_is_there_are_kept(browser: Any, address: str) -> None:
    """On a slow line somebody types first: the words stay, and the whole list is asked for them."""
    context = browser.new_context()
    tab = context.new_page()
    held: list[Any] = []

    def hold(route: Any) -> None:
        held.append(route)

    tab.route("**/list*.js", hold)
    tab.goto(address, wait_until="commit")
    tab.locator("input[name=q]").press_sequentially("paper 11")
    tab.wait_for_timeout(50)
    held[0].continue_()
    tab.wait_for_function("() => document.querySelectorAll('.list > div .entry').length === 2")
    assert tab.locator("input[name=q]").input_value() == "paper 11"
    context.close()


def test_members_print_without_controls(browser: Any, address: str) -> None:
    """On paper there are names, roles and years, and no links to press."""
    context = browser.new_context()
    tab = context.new_page()
    tab.goto(f"{address}members/")
    tab.emulate_media(media="print")
    assert tab.get_by_text("Principal investigator").is_visible()
    assert not tab.locator("main .get").first.is_visible()
    context.close()
