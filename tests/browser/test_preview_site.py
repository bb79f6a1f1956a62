"""What is saved besides papers is seen in an open page: theme, pictures, sources, settings, whole checkouts."""

from __future__ import annotations

import re

import pytest

from tests.conftest import SMALL_SITE, Site, paper
from tests.support.preview_window import LONG, NOTES, Open
from tests.support.running_preview import Preview

pytestmark = pytest.mark.browser


def test_a_new_stylesheet_is_taken_without_a_reload(window: Open, small_site: Site) -> None:
    """The colours change under the reader's eyes; what the page's scripts have done stays."""
    css = "themes/mine/assets/style.css"
    small_site.write({"themes/mine/theme.yaml": "extends: default\n", css: "h1 { color: rgb(1, 2, 3) }"})
    one = window("papers/notes/")
    small_site.write({"content/site.yaml": f"{SMALL_SITE['content/site.yaml']!s}theme: mine\n"})
    colour = """([colour]) => {
        const heading = document.querySelector("h1");
        return heading && getComputedStyle(heading).color === colour;
    }"""
    one.page.wait_for_function(colour, arg=["rgb(1, 2, 3)"])
    one.mark()
    before = one.page.locator("link[rel=stylesheet]").count()
    small_site.write({css: "h1 { color: rgb(3, 2, 1) }"})
    one.page.wait_for_function(colour, arg=["rgb(3, 2, 1)"])
    assert one.is_marked
    assert one.page.locator("link[rel=stylesheet]").count() == before


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


def test_a_pasted_source_is_imported_when_saved(window: Open, small_site: Site, preview: Preview) -> None:
    """Its papers are in the list at once, and the terminal says what the import did."""
    index = window("")
    source = "@article{a, title={A pasted paper}, author={Doe, Jane}, year={2020}}"
    small_site.write({"content/sources/pasted.bib": source})
    index.shows("A pasted paper")
    preview.said("Imported 1 paper")
    small_site.write({"content/sources/pasted.bib": source.replace("pasted", "mended")})
    index.shows("A mended paper")


def test_settings_people_and_topics_are_live(window: Open, small_site: Site) -> None:
    """A sentence about the owner, a person's description, a topic's introduction."""
    index, person, topic = window(""), window("people/grace-hopper/"), window("topics/computing/")
    small_site.write({"content/site.yaml": f"{SMALL_SITE['content/site.yaml']!s}tagline: Of my works\n"})
    index.shows("Of my works")
    small_site.write({"content/people.yaml": "- name: Grace Hopper\n  affiliation: Eckert-Mauchly\n"})
    person.shows("Eckert-Mauchly")
    small_site.write({"content/topics/computing.md": "---\ntitle: Computing\n---\nOf the art of reckoning.\n"})
    topic.shows("Of the art of reckoning.")


def test_a_new_base_path_is_found_from_the_root(window: Open, small_site: Site, preview: Preview) -> None:
    """After a change of base_url the site stands at its new place."""
    index = window("")
    small_site.write({"content/site.yaml": "title: Papers\nbase_url: https://example.org/other/\n"})
    index.shows("Page not found")
    index.page.goto(preview.url.replace("/list/", "/"))
    assert index.page.url.endswith("/other/")
    index.shows("Notes on the engine")


def test_a_checkout_of_many_files_is_taken_in(window: Open, small_site: Site) -> None:
    """Hundreds of new files, and content/ replaced by another folder."""
    index = window("")
    small_site.write({f"content/papers/many-{number}.md": paper(f"Paper {number}") for number in range(300)})
    index.shows("302 ")
    content, aside = small_site.folder / "content", small_site.folder / "aside"
    content.rename(aside)
    index.says("there is no site here: no folder content/")
    aside.rename(content)
    index.is_silent()
    small_site.write({NOTES: LONG.replace("Notes on", "Back on")})
    one = window("papers/notes/")
    one.shows("Back on the engine")


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
    one.lacks(".doubts")
