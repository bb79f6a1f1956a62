"""Editing with a page open in a real browser: what is saved is seen, where it belongs and nowhere else."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from tests.conftest import PAPER, SMALL_SITE, Site, paper
from tests.previewing import Preview, serving

pytestmark = pytest.mark.browser
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
        self.page.wait_for_function(
            "() => { const box = document.querySelector('publist-preview');"
            " return box && box.shadowRoot.childElementCount && !box.shadowRoot.querySelector('.problems'); }"
        )

    def mark(self) -> None:
        """Leave a mark that a reload removes, once the page is connected."""
        self.page.wait_for_selector("publist-preview", state="attached")
        self.page.evaluate("window.marked = true")

    @property
    def is_marked(self) -> bool:
        """Whether the page has not been loaded anew since."""
        return bool(self.page.evaluate("window.marked === true"))


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


def test_a_new_body_and_a_new_title_are_seen(window: Open, small_site: Site) -> None:
    """The page follows each save, as do the lists that show the title."""
    one, index = window("papers/notes/"), window("")
    small_site.write({NOTES: LONG + "\nA thought more.\n"})
    one.shows("A thought more.")
    small_site.write({NOTES: LONG.replace("Notes on", "Thoughts on")})
    one.shows("Thoughts on the engine")
    index.shows("Thoughts on the engine")


def test_only_the_page_that_changes_is_loaded_again(window: Open, small_site: Site) -> None:
    """A changed abstract reloads its own page; the list, which does not show it, stays as it is."""
    one, index = window("papers/notes/"), window("")
    index.mark()
    small_site.write({NOTES: LONG + "\nOnly in the abstract.\n"})
    one.shows("Only in the abstract.")
    assert index.is_marked


def test_two_tabs_of_one_page_both_follow(window: Open, small_site: Site) -> None:
    """Every open tab gets the news."""
    tabs = window("papers/notes/"), window("papers/notes/")
    small_site.write({NOTES: LONG + "\nFor both.\n"})
    for tab in tabs:
        tab.shows("For both.")


def test_the_place_on_the_page_stays(window: Open, small_site: Site) -> None:
    """A reload does not lead back to the top."""
    one = window("papers/notes/")
    one.page.evaluate("scrollTo(0, 1200)")
    small_site.write({NOTES: LONG + "\nAt the end.\n"})
    one.shows("At the end.")
    one.page.wait_for_function("() => Math.abs(scrollY - 1200) < 5")


def test_a_mistake_is_shown_over_the_last_good_page_and_goes_when_mended(
    window: Open, small_site: Site, preview: Preview
) -> None:
    """Place, message, the line with its mark and the hint; the page stays; the terminal says it once."""
    one = window("papers/notes/")
    one.mark()
    small_site.write({NOTES: LONG.replace("date: 1843-09-01", "date: 1843-19-01")})
    one.says("content/papers/notes.md:6:7")
    one.says("1843-19-01")
    assert one.page.locator("publist-preview mark").inner_text() == "1"
    assert one.is_marked
    assert "An abstract with" in one.page.inner_text("main")
    window("papers/notes/").says("content/papers/notes.md:6:7")
    small_site.write({NOTES: LONG})
    one.is_silent()
    assert one.is_marked
    assert preview.text.count("notes.md:6:7") == 1
    preview.said("mended")


def test_a_new_stylesheet_is_taken_without_a_reload(window: Open, small_site: Site) -> None:
    """The colours change under the reader's eyes; what the page's scripts have done stays."""
    css = "themes/mine/assets/style.css"
    small_site.write({"themes/mine/theme.yaml": "extends: default\n", css: "h1 { color: rgb(1, 2, 3) }"})
    one = window("papers/notes/")
    small_site.write({"content/site.yaml": f"{SMALL_SITE['content/site.yaml']!s}theme: mine\n"})
    colour = "([colour]) => getComputedStyle(document.querySelector('h1')).color === colour"
    one.page.wait_for_function(colour, arg=["rgb(1, 2, 3)"])
    one.mark()
    small_site.write({css: "h1 { color: rgb(3, 2, 1) }"})
    one.page.wait_for_function(colour, arg=["rgb(3, 2, 1)"])
    assert one.is_marked
    assert one.page.locator("link[rel=stylesheet]").count() == 1


def test_a_new_picture_is_seen(window: Open, small_site: Site) -> None:
    """A page is loaded again when a picture on it is another one."""
    picture = '<svg xmlns="http://www.w3.org/2000/svg" width="{}" height="20"/>'
    small_site.write({"content/assets/dot.svg": picture.format(20)})
    one = window("papers/notes/")
    small_site.write({NOTES: LONG + "\n![A dot](../assets/dot.svg)\n"})
    one.page.wait_for_function("() => document.querySelector('main img')?.naturalWidth === 20")
    small_site.write({"content/assets/dot.svg": picture.format(40)})
    one.page.wait_for_function("() => document.querySelector('main img')?.naturalWidth === 40")


def test_a_template_is_taken_and_its_mistake_shown(window: Open, small_site: Site) -> None:
    """A template's mistake comes with its own line; the page as it was stays until it is mended."""
    template = "themes/mine/templates/paper.html"
    good = '{% extends "base.html" %}\n{% block main %}\n<h1>Mine: {{ page.title }}</h1>\n{% endblock %}\n'
    small_site.write({"themes/mine/theme.yaml": "extends: default\n", template: good})
    one = window("papers/notes/")
    small_site.write({"content/site.yaml": f"{SMALL_SITE['content/site.yaml']!s}theme: mine\n"})
    one.shows("Mine: Notes")
    small_site.write({template: good.replace("page.title", "page.titel")})
    one.says(f"{template}:3")
    one.shows("Mine: Notes")
    small_site.write({template: good.replace("{{ page", "{{ page |")})
    one.says(f"{template}:3")
    small_site.write({template: good.replace("Mine", "Ours")})
    one.shows("Ours: Notes")
    one.is_silent()


def test_new_renamed_and_deleted_papers_are_seen(window: Open, small_site: Site) -> None:
    """The list has them and loses them; the page of a deleted paper becomes the one for lost readers."""
    index = window("")
    small_site.write({"content/papers/third.md": paper("A third paper")})
    index.shows("A third paper")
    third = window("papers/third/")
    (small_site.folder / "content/papers/third.md").rename(small_site.folder / "content/papers/fourth.md")
    third.shows("This page is not here")
    index.page.wait_for_selector('a[href="papers/fourth/"]')
    (small_site.folder / "content/papers/fourth.md").unlink()
    index.page.wait_for_function("() => !document.body.innerText.includes('A third paper')")


def test_a_pasted_source_is_imported_when_saved(window: Open, small_site: Site, preview: Preview) -> None:
    """Its papers are in the list at once, and the terminal says what the import did."""
    index = window("")
    source = "@article{a, title={A pasted paper}, author={Doe, Jane}, year={2020}}"
    small_site.write({"content/sources/pasted.bib": source})
    index.shows("A pasted paper")
    preview.said("imported: 1 new")
    small_site.write({"content/sources/pasted.bib": source.replace("pasted", "mended")})
    index.shows("A mended paper")


def test_settings_people_and_topics_are_live(window: Open, small_site: Site) -> None:
    """A title, a person's description, a topic's introduction."""
    index, person, topic = window(""), window("people/grace-hopper/"), window("topics/computing/")
    small_site.write({"content/site.yaml": str(SMALL_SITE["content/site.yaml"]).replace("Papers", "My works")})
    index.shows("My works")
    small_site.write({"content/people.yaml": "- name: Grace Hopper\n  affiliation: Eckert-Mauchly\n"})
    person.shows("Eckert-Mauchly")
    small_site.write({"content/topics/computing.md": "---\ntitle: Computing\n---\nOf the art of reckoning.\n"})
    topic.shows("Of the art of reckoning.")


def test_a_new_base_path_is_found_from_the_root(window: Open, small_site: Site, preview: Preview) -> None:
    """After a change of base_url the site stands at its new place."""
    index = window("")
    small_site.write({"content/site.yaml": "title: Papers\nbase_url: https://example.org/other/\n"})
    index.shows("This page is not here")
    index.page.goto(preview.url.replace("/list/", "/"))
    assert index.page.url.endswith("/other/")
    index.shows("Notes on the engine")


def test_editors_that_save_by_renaming_and_leave_files_about(window: Open, small_site: Site) -> None:
    """An atomic save is a save; backup and swap files are nothing."""
    one = window("papers/notes/")
    folder = small_site.folder / "content/papers"
    (folder / ".notes.md.swp").write_text("swap")
    (folder / "4913").write_text("")
    (folder / "4913").unlink()
    (folder / "notes.md").rename(folder / "notes.md~")
    (folder / "notes.md").write_text(LONG + "\nSaved with a backup.\n")
    one.shows("Saved with a backup.")
    (folder / ".notes.md.tmp").write_text(LONG + "\nSaved by renaming.\n")
    (folder / ".notes.md.tmp").rename(folder / "notes.md")
    one.shows("Saved by renaming.")


def test_many_saves_at_once_end_in_the_last(window: Open, small_site: Site) -> None:
    """Bursts of saves lose nothing: the page shows what was saved last, each time."""
    one = window("papers/notes/")
    for burst in range(8):
        for number in range(5):
            small_site.write({NOTES: f"{LONG}\nBurst {burst} save {number}.\n"})
        one.shows(f"Burst {burst} save 4.")


def test_a_checkout_of_many_files_is_taken_in(window: Open, small_site: Site) -> None:
    """Hundreds of new files, and content/ replaced by another folder."""
    index = window("")
    small_site.write({f"content/papers/many-{number}.md": paper(f"Paper {number}") for number in range(300)})
    index.shows("302 ")
    content, aside = small_site.folder / "content", small_site.folder / "aside"
    content.rename(aside)
    index.says("there is no folder content/")
    aside.rename(content)
    index.is_silent()
    small_site.write({NOTES: LONG.replace("Notes on", "Back on")})
    one = window("papers/notes/")
    one.shows("Back on the engine")


def test_edit_links_lead_to_file_and_line(window: Open, small_site: Site) -> None:
    """In the form that site.yaml names, at the title of the paper."""
    one = window("papers/notes/")
    one.says("Edit")
    expected = f"vscode://file{small_site.folder}/content/papers/notes.md:2"
    assert one.page.locator("publist-preview nav a").get_attribute("href") == expected
    small_site.write({"content/site.yaml": f"{SMALL_SITE['content/site.yaml']!s}editor: 'emacs://{{path}}'\n"})
    one.page.wait_for_function(
        "() => document.querySelector('publist-preview').shadowRoot.querySelector('nav a').href.startsWith('emacs:')"
    )


def test_a_doubt_is_shown_with_both_readings(window: Open, small_site: Site) -> None:
    """A paper whose fields nobody has checked says so, until the line is deleted."""
    listing = (
        "CLSep 18, 2023\nOn Reading Maria Anna Lee, Jonas Weber et al.\n"
        "We read speech with small models and find an error rate of 8.5% instead of 9%. The models are small.\n"
    )
    small_site.write({"content/sources/page.txt": listing})
    index = window("")
    index.shows("On Reading")
    names = [
        path.stem for path in (small_site.folder / "content/papers").iterdir() if path.stem.startswith("on-reading")
    ]
    one = window(f"papers/{names[0]}/")
    one.says("Not yet checked: title, authors.")
    one.says("where the title ends is in doubt")
    file = small_site.folder / f"content/papers/{names[0]}.md"
    file.write_text(re.sub(r"review: .*\n", "", file.read_text()))
    one.page.wait_for_function("() => !document.querySelector('publist-preview').shadowRoot.querySelector('.doubts')")


def test_a_restarted_preview_finds_its_tabs_again(window: Open, small_site: Site, preview: Preview) -> None:
    """A tab that lost its server connects to the next one and catches up."""
    one = window("papers/notes/")
    port = preview.place.rpartition(":")[2]
    preview.end()
    small_site.write({NOTES: LONG + "\nSaved meanwhile.\n"})
    with serving(small_site, "--port", port):
        one.shows("Saved meanwhile.")
