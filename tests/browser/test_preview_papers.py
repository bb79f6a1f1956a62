"""A paper that is saved is seen in an open page, where it belongs and nowhere else."""

from __future__ import annotations

import pytest

from tests.conftest import SMALL_SITE, Site, paper
from tests.support.preview_window import LONG, NOTES, Open
from tests.support.running_preview import Preview, serving

pytestmark = pytest.mark.browser


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
    small_site.write({"content/site.yaml": f"{SMALL_SITE['content/site.yaml']!s}abstracts: 0\n"})
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
    preview.said("mended")
    assert preview.text.count("notes.md:6:7") == 1


def test_new_renamed_and_deleted_papers_are_seen(window: Open, small_site: Site) -> None:
    """The list has them and loses them; the page of a deleted paper becomes the one for lost readers."""
    index = window("")
    small_site.write({"content/papers/third.md": paper("A third paper")})
    index.shows("A third paper")
    third = window("papers/third/")
    (small_site.folder / "content/papers/third.md").rename(small_site.folder / "content/papers/fourth.md")
    third.shows("Page not found")
    index.page.wait_for_selector('a[href="papers/fourth/"]')
    (small_site.folder / "content/papers/fourth.md").unlink()
    index.page.wait_for_function("() => document.body && !document.body.innerText.includes('A third paper')")


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


def test_edit_links_lead_to_file_and_line(window: Open, small_site: Site) -> None:
    """In the form that site.yaml names, at the title of the paper."""
    one = window("papers/notes/")
    one.says("Edit")
    expected = f"vscode://file{small_site.folder}/content/papers/notes.md:2"
    assert one.page.locator("publist-preview nav a").get_attribute("href") == expected
    small_site.write({"content/site.yaml": f"{SMALL_SITE['content/site.yaml']!s}editor: 'emacs://{{path}}'\n"})
    one.page.wait_for_selector("publist-preview nav a[href^='emacs:']", state="attached")


def test_a_restarted_preview_finds_its_tabs_again(window: Open, small_site: Site, preview: Preview) -> None:
    """A tab that lost its server connects to the next one and catches up."""
    one = window("papers/notes/")
    port = preview.place.rpartition(":")[2]
    one.page.wait_for_load_state("networkidle")  # its icon comes late: asked of a server that is gone it is a mistake
    preview.end()
    small_site.write({NOTES: LONG + "\nSaved meanwhile.\n"})
    with serving(small_site, "--port", port):
        one.shows("Saved meanwhile.")
