"""The pages in a real browser: read without scripts, cited with them, in both colour schemes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from tests.conftest import ROOT, Site
from tests.support.pages_host import served

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The site of this repository, built and served under a base path as GitHub Pages serves a project."""
    output = tmp_path_factory.mktemp("served") / "site"
    built = Site(ROOT).run("build", "--output", str(output), "--base-url", "https://example.org/publications/")
    assert built.returncode == 0, built.stderr
    with served(output, "/publications/") as start:
        yield start


@pytest.fixture
def page(browser: Any) -> Iterator[Any]:
    """A page whose console errors and failed requests fail the test."""
    context = browser.new_context()
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    tab = context.new_page()
    wrong: list[str] = []
    tab.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
    # What is asked for when the next page is called is given up by the browser: the icon comes last of all.
    tab.on("requestfailed", lambda request: None if "ABORTED" in request.failure else wrong.append(request.url))
    yield tab
    assert wrong == []
    context.close()


def test_from_the_index_by_a_topic_to_an_abstract_without_scripts(browser: Any, address: str) -> None:
    """A reader without scripts follows a topic to a paper and reads its abstract."""
    context = browser.new_context(java_script_enabled=False)
    tab = context.new_page()
    tab.goto(address)
    assert tab.locator("h1").inner_text() == "Zhiyun Lu"
    tab.get_by_role("link", name="Topics", exact=True).first.click()
    tab.wait_for_url("**/topics/")
    tab.get_by_role("link", name="Kernel methods").first.click()
    tab.wait_for_url("**/topics/*/")
    assert tab.locator("h1").inner_text() == "Kernel methods"
    tab.get_by_role("link", name="Kernel Approximation Methods for Speech Recognition").click()
    assert tab.locator("p", has_text="We study large-scale kernel methods for acoustic modeling").is_visible()
    context.close()


def test_bibtex_is_copied_with_one_tap(page: Any, address: str) -> None:
    """The button beside the BibTeX puts the entry on the clipboard, whole."""
    page.goto(address + "papers/kernel-approximation-methods-for-speech-recognition/")
    section = page.locator("section", has=page.get_by_role("heading", name="BibTeX", exact=True)).last
    section.get_by_role("button").click()
    page.wait_for_function("() => document.querySelector('.said').textContent === 'BibTeX copied'")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("@")
    assert "Kernel Approximation Methods for Speech Recognition" in copied
    assert copied.rstrip().endswith("}")


def test_dark_mode_is_a_design_of_its_own(browser: Any, address: str) -> None:
    """Readers who prefer dark get light text on dark ground; the switch overrules and is remembered."""
    context = browser.new_context(color_scheme="dark")
    tab = context.new_page()
    tab.goto(address)
    assert _luminance(tab, "backgroundColor") < 0.2
    assert _luminance(tab, "color") > 0.6
    tab.locator("button.scheme").click()
    assert _luminance(tab, "backgroundColor") > 0.8
    tab.goto(address + "people/zhiyun-lu/")
    assert _luminance(tab, "backgroundColor") > 0.8
    context.close()


def _luminance(tab: Any, what: str) -> float:
    """The mean channel (0 to 1) of a colour of the body as the browser paints it."""
    channels = tab.evaluate(
        """(what) => {
            const context = document.createElement("canvas").getContext("2d");
            context.fillStyle = getComputedStyle(document.body)[what];
            context.fillRect(0, 0, 1, 1);
            return [...context.getImageData(0, 0, 1, 1).data].slice(0, 3);
        }""",
        what,
    )
    return float(sum(channels) / 3 / 255)


def test_every_page_fits_a_narrow_screen(browser: Any, address: str) -> None:
    """At 320 px nothing makes the page scroll sideways."""
    context = browser.new_context(viewport={"width": 320, "height": 700})
    tab = context.new_page()
    for path in ("", "people/", "topics/speech-recognition/", "papers/learning-compact-recurrent-neural-networks/"):
        tab.goto(address + path)
        assert tab.evaluate("document.documentElement.scrollWidth") <= 320, path
    context.close()


def test_markup_in_every_field_runs_nothing(site: Site, browser: Any) -> None:
    """Scripts, handlers, javascript: links and template syntax in a paper's fields are text."""
    evil = (
        "<script>window.ran=1</script><img src=x onerror=window.ran=1>{{ site }}{% raw %}\\\"'><b onclick=window.ran=1>"
    )
    quoted = evil.replace("'", "''")
    fields = ("title", "venue", "publisher", "note", "license", "series", "category")
    lines = [f"{name}: '{quoted}'" for name in fields]
    lines += ["authors:", f"  - '{quoted}'", f"topics: ['{quoted}']", f"affiliations: ['{quoted}']", "date: 2020"]
    site.write(
        {
            "content/site.yaml": f"title: '{quoted}'\nowner: '{quoted}'\ntagline: '{quoted}'\nfooter: '{quoted}'\n",
            "content/papers/evil.md": "---\n"
            + "\n".join(lines)
            + f"\n---\n{evil}\n\n[link](javascript:window.ran=1)\n",
        }
    )
    site.build()
    context = browser.new_context()
    tab = context.new_page()
    for path in sorted(site.output.rglob("*.html")):
        tab.goto(path.as_uri())
        tab.evaluate("addEventListener('click', event => event.preventDefault(), true)")
        tab.evaluate("document.querySelectorAll('a, b, img').forEach(node => node.click?.())")
        assert tab.evaluate("window.ran") is None, path
    context.close()
