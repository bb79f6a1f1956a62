"""Finding a paper in a real browser: filters, shared addresses, keys alone, full-text search, and what axe says."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from publist.outputs.machine.pagefind import indexer
from tests.conftest import Site
from tests.support.pages_host import served

pytestmark = pytest.mark.browser

BASE = "/publications/"
NUMBER = 25
AUTHORS = ("Anna Åström", "Berta Öst", "Carl Éclair", "Dora Žižka")
VENUES = ("Annals", "Letters", "Acta")


def _paper(number: int) -> str:
    topic = "Compilers" if number % 2 else "Engines"
    code = "code: true\n" if number % 5 == 0 else ""
    pdf = "links: {pdf: https://example.org/a.pdf}\n" if number % 3 == 0 else ""
    kind = "type: thesis\n" if number % 6 == 0 else ""
    return (
        f"---\n{kind}title: Paper number {number}\nauthors: [Ada Lovelace, {AUTHORS[number % 4]}]\n"
        f"topics: [{topic}]\ndate: {2000 + number}-05-0{1 + number % 9}\nvenue: {VENUES[number % 3]}\n{code}{pdf}---\n"
        f"We describe gear{number}wheels and nothing else.\n"
    )


@pytest.fixture(scope="module", params=[100, 10], ids=["one page", "paged"])
def address(request: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A site of some papers under a base path, its list on one page and on several."""
    site = Site(tmp_path_factory.mktemp("site"))
    site.write({f"content/papers/p{number}.md": _paper(number) for number in range(1, NUMBER + 1)})
    site.write({"content/site.yaml": f"title: Papers\nowner: Ada Lovelace\nper_page: {request.param}\n"})
    site.build("--base-url", f"https://example.org{BASE}")
    with served(site.output, BASE) as start:
        yield start


@pytest.fixture
def page(browser: Any) -> Iterator[Any]:
    """A page whose console errors and exceptions fail the test."""
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    tab = context.new_page()
    wrong: list[str] = []
    tab.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
    tab.on("pageerror", lambda problem: wrong.append(str(problem)))
    yield tab
    context.close()
    assert wrong == []


def _headings(page: Any) -> list[str]:
    """The headings of the groups on the page, each with its number of papers."""
    return [" ".join(text.split()) for text in page.locator(".group:visible h2").all_inner_texts()]


def _titles(page: Any) -> list[str]:
    found: list[str] = page.locator(".entry h3 a:visible").all_inner_texts()
    return found


def _said(page: Any, text: str) -> None:
    """Wait until the number of papers found is announced."""
    page.wait_for_function("text => document.querySelector('[role=status]')?.textContent.trim() === text", arg=text)


def test_the_list_filters_as_one_types(page: Any, address: str) -> None:
    """Letters without accents find names with them; the count is announced; Escape brings the whole list back."""
    page.goto(address)
    page.keyboard.press("/")
    page.keyboard.type("zizka lett")
    expected = [n for n in range(NUMBER, 0, -1) if n % 4 == 3 and n % 3 == 1]
    _said(page, f"{len(expected)} of {NUMBER} papers")
    assert _titles(page) == [f"Paper number {n}" for n in expected]
    page.keyboard.press("Escape")
    _said(page, f"{NUMBER} papers")


def test_the_list_filters_by_type(page: Any, address: str) -> None:
    """The types are offered with their numbers; one is shown alone, together with words that are typed."""
    page.goto(address)
    choice = page.locator("select[name=type]")
    choice.focus()
    page.wait_for_function("() => document.querySelector('select[name=type]').length === 3")
    assert choice.locator("option").all_inner_texts() == ["Type", "Article (21)", "Thesis (4)"]
    choice.select_option("Thesis")
    _said(page, f"4 of {NUMBER} papers")
    page.get_by_role("searchbox").fill("number 12")
    _said(page, f"1 of {NUMBER} papers")
    assert _titles(page) == ["Paper number 12"]
    assert "type=Thesis" in page.url


@pytest.mark.parametrize("per_page", [100, 3], ids=["one page", "paged"])
def test_papers_that_have_not_appeared_stay_in_their_groups(page: Any, site: Site, per_page: int) -> None:
    """A filter leaves the groups of the page and their order: in press, submitted, the years; never "No date"."""
    kinds = {"a": "status: submitted", "b": "status: in press", "c": "date: 2020", "d": "date: 2021\nstatus: in press"}
    for name, keys in kinds.items():
        site.write({f"content/papers/{name}.md": f"---\ntitle: Moss {name}\n{keys}\n---\n"})
    for year in range(2010, 2020):
        site.write({f"content/papers/{year}.md": f"---\ntitle: Fern {year}\ndate: {year}\n---\n"})
    site.write({"content/site.yaml": f"title: Papers\nper_page: {per_page}\n"})
    site.build()
    with served(site.output, "/") as start:
        page.goto(start)
        before = [text.rpartition(" ")[0] for text in _headings(page)]
        page.keyboard.press("/")
        page.keyboard.type("moss")
        _said(page, "4 of 14 papers")
        assert _headings(page) == ["In press 2", "Submitted 1", "2020 1"]
        assert before == ["In press", "Submitted", *map(str, range(2020, 2009, -1))][: len(before)]
        titles = _titles(page)
        assert (sorted(titles[:2]), titles[2:]) == (["Moss b", "Moss d"], ["Moss a", "Moss c"])
        assert page.locator(".chip:visible").count() == 0  # the headings say it
        page.keyboard.press("Escape")
        page.keyboard.press("/")
        page.keyboard.type("submitted")
        _said(page, "1 of 14 papers")
        assert _titles(page) == ["Moss a"]
        page.goto("about:blank")  # what is still on its way is no error of the page


def test_filters_combine_and_are_in_the_address(page: Any, address: str, browser: Any) -> None:
    """Topic and code together show what has both; the address shows the same to another reader; Back undoes a step."""
    page.goto(address)
    page.locator("select[name=topic]").focus()
    page.wait_for_function("() => document.querySelector('select[name=topic]').length === 3")
    page.locator("select[name=topic]").select_option("Compilers")
    _said(page, f"13 of {NUMBER} papers")
    page.get_by_role("button", name="Code", exact=True).click()
    _said(page, f"3 of {NUMBER} papers")
    assert _titles(page) == ["Paper number 25", "Paper number 15", "Paper number 5"]
    other = browser.new_page()
    other.goto(page.url)
    _said(other, f"3 of {NUMBER} papers")
    assert _titles(other) == _titles(page)
    assert other.get_by_role("button", name="Code", exact=True).get_attribute("aria-pressed") == "true"
    other.close()
    page.go_back()
    _said(page, f"13 of {NUMBER} papers")
    page.go_back()
    _said(page, f"{NUMBER} papers")


def test_when_nothing_is_found_the_page_says_which_filter_to_drop(page: Any, address: str) -> None:
    """Two filters that exclude each other: the page offers to drop each, with what would be found."""
    page.goto(f"{address}?q=nowhere&topic=Engines")
    _said(page, f"0 of {NUMBER} papers")
    page.get_by_role("button", name="Remove “nowhere” (12 papers)").click()
    _said(page, f"12 of {NUMBER} papers")


def test_from_the_index_to_copied_bibtex_by_keys_alone(page: Any, address: str) -> None:
    """Slash, a word, arrow, Enter, Tab: the citation is on the clipboard; the focus is to be seen at each step."""
    page.goto(address)
    page.keyboard.press("/")
    page.keyboard.type("number 17")
    _said(page, f"1 of {NUMBER} papers")
    page.keyboard.press("ArrowDown")
    assert _focus_is_seen(page)
    page.keyboard.press("Enter")
    page.wait_for_url("**/papers/p17/")
    for _ in range(60):
        page.keyboard.press("Tab")
        assert _focus_is_seen(page)
        section = "document.activeElement.closest('section')?.querySelector('h3')?.textContent"
        if page.evaluate(f"document.activeElement.matches('[data-copy]') && {section} === 'BibTeX'"):
            break
    page.keyboard.press("Enter")
    page.wait_for_function("() => document.querySelector('.said').textContent === 'BibTeX copied'")
    assert "title = {Paper number 17}" in page.evaluate("navigator.clipboard.readText()")


def _focus_is_seen(page: Any) -> bool:
    """Whether what has the focus lies on the screen, is not covered, and is marked."""
    seen: bool = page.evaluate(
        """() => {
            const at = document.activeElement, box = at.getClientRects()[0], style = getComputedStyle(at);
            const x = box.x + box.width / 2, y = box.y + box.height / 2;
            const top = document.elementFromPoint(x, y);
            const marked = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
            return marked && top !== null && (at.contains(top) || top.contains(at));
        }"""
    )
    return seen


def test_focus_is_never_hidden_on_a_list(page: Any, address: str) -> None:
    """Walking through a whole list by Tab and back, no row that stays in reach covers what has the focus."""
    page.goto(address + "topics/compilers/")
    for key in ("Tab", "Shift+Tab"):
        for _ in range(45):
            page.keyboard.press(key)
            if page.evaluate("document.activeElement.matches('.filter input, body, main')"):
                continue  # the input shows its focus by its line
            assert _focus_is_seen(page), page.evaluate("document.activeElement.outerHTML")


@pytest.mark.skipif(not indexer(), reason="Pagefind is not installed: pip install 'publist[search]'")
def test_abstracts_are_searched_under_a_base_path(page: Any, address: str) -> None:
    """A word of one abstract finds its paper; arrows and Enter lead there; the address holds the question."""
    page.goto(address)
    page.get_by_role("link", name="Search", exact=True).click()
    page.wait_for_url("**/search/", wait_until="load")
    page.keyboard.press("/")
    page.keyboard.type("gear13wheels")
    _said(page, f"0 of {NUMBER} papers · Also in abstracts: 1")
    assert _titles(page) == ["Paper number 13"]
    assert page.locator("mark").first.inner_text() == "gear13wheels"
    page.wait_for_url("**/search/?q=gear13wheels")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{BASE}papers/p13/")
    page.go_back()
    _said(page, f"0 of {NUMBER} papers · Also in abstracts: 1")
    page.locator("input").fill("zzzz")
    _said(page, f"0 of {NUMBER} papers")
    page.get_by_text("No papers match.").wait_for()


@pytest.mark.skipif(not indexer(), reason="Pagefind is not installed: pip install 'publist[search]'")
def test_the_front_page_finds_titles_and_then_abstracts(page: Any, address: str) -> None:
    """One box for both: what the title has stands first, what only the abstract has under a heading of its own."""
    page.goto(f"{address}?q=number+13")
    _said(page, f"1 of {NUMBER} papers")
    page.locator("[name=q]").fill("gear13wheels")
    _said(page, f"0 of {NUMBER} papers · Also in abstracts: 1")
    also = page.locator(".also")
    assert also.locator("h2").inner_text().split() == ["Also", "in", "abstracts", "1"]
    assert also.locator(".found mark").inner_text() == "gear13wheels"
    assert also.get_by_text("Cite").is_visible()


def test_a_list_prints_as_a_bibliography(page: Any, address: str) -> None:
    """On paper there are titles, authors and venues, and nothing to tap."""
    page.goto(address)
    page.emulate_media(media="print")
    assert page.locator(".entry h3").first.is_visible()
    assert page.locator(".entry .by").first.is_visible()
    for gone in (".bar", ".filter", ".chart", ".foot a", "details.data"):
        assert page.locator(gone).first.is_hidden(), gone


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_axe_finds_nothing(browser: Any, address: str, scheme: str, width: int) -> None:
    """No page breaks a rule of WCAG 2.2 A or AA that a program can check, in either scheme at either width."""
    from axe_playwright_python.sync_playwright import Axe

    context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme, bypass_csp=True)
    tab = context.new_page()
    paths = [
        "",
        "papers/p3/",
        "topics/compilers/",
        "topics/",
        "people/",
        "people/anna-astrom/",
        "years/2003/",
        "types/",
        "types/article/",
        "404.html",
    ]
    for path in paths + ["search/?q=gear3wheels"] * bool(indexer()):
        tab.goto(address + path)
        tab.evaluate("for (const fold of document.querySelectorAll('details')) fold.open = true")
        found = Axe().run(tab, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]})
        assert found.violations_count == 0, f"{path}: {found.generate_report()}"
    context.close()


def test_a_name_without_a_page_leads_to_the_list_with_its_papers(browser: Any, tmp_path: Any) -> None:
    """In a compact site a co-author of one paper is a link to the list, and that is filtered by the name."""
    site = Site(tmp_path)
    site.write({f"content/papers/p{number}.md": _paper(number) for number in range(1, NUMBER + 1)})
    lone = _paper(7).replace("Ada Lovelace", "Zoë O'Neil-Smith")
    site.write({"content/papers/p7.md": lone, "content/site.yaml": "title: Papers\noutput: compact\nper_page: 10\n"})
    site.build("--base-url", f"https://example.org{BASE}")
    with served(site.output, BASE) as start:
        tab = browser.new_page()
        tab.goto(f"{start}papers/p7/")
        tab.click("text=Zoë O'Neil-Smith")
        tab.wait_for_selector(".entry h3 a:visible >> text=Paper number 7")  # the list itself begins with ten others
        assert tab.input_value("[type=search]") == "Zoë O'Neil-Smith"
        shown = [link.inner_text() for link in tab.query_selector_all(".entry h3 a") if link.is_visible()]
        assert shown == ["Paper number 7"]
        tab.close()
