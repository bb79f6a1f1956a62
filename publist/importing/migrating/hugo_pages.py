"""Pages of a Hugo site outside its sections: files of content/, lists with a text of their own, blocks of front pages.

Front pages: https://docs.hugoblox.com (Page builder); until 2022 each block was a file of content/home.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator

from publist.importing.migrating import hugo_authors, hugo_files, template_examples
from publist.importing.migrating.old_site import OldSite, Planned
from publist.importing.migrating.page_addresses import page_address
from publist.importing.migrating.site_pages import SitePage, flag, read_page, text_of, texts
from publist.model.problems import suggestion
from publist.text.latex.plain_maths import without_markup

_MADE = ("search", "admin", "404")
_FRONT = ("", "home/about")
"""What stands on the front page: the page of content/ itself, and the block of the owner."""
_SILENT = frozenset(
    "about about.biography pages featured search tag_cloud contact hero slider people portfolio".split()
)
"""Blocks that show data, and say nothing where nobody has written into them."""


def plan(site: OldSite, sections: Collection[str], papers: Collection[str]) -> None:
    """Plan all pages with a text of their own that stand in none of the ``sections``, and those that list papers."""
    for path in _paths(site, sections, papers):
        _plan(site, read_page(path, site.problems))


def papers_elsewhere(site: OldSite, known: Collection[str]) -> list[str]:
    """Papers in sections that their owner made beside that of publications, as for posters: known by their type."""
    content, language = hugo_files.content_of(site), hugo_files.language_of(site)
    found = [path for path in hugo_files.pages_below(content, language) if path not in known]
    return [path for path in found if is_paper(read_page(path, []))]


def is_paper(page: SitePage) -> bool:
    """Whether a page of any section is that of a paper: it has a type of publication."""
    return bool(texts(page.values.get("publication_types")) and text_of(page.values.get("title")))


def _paths(site: OldSite, sections: Collection[str], papers: Collection[str]) -> Iterator[str]:
    content, language = hugo_files.content_of(site), hugo_files.language_of(site)
    names = sorted(os.listdir(content)) if os.path.isdir(content) else []
    others = [
        name
        for name in names
        if name not in sections and name not in _MADE and not hugo_files.is_language(content, name)
    ]
    for name in ("", *others, *papers):
        if path := hugo_files.page_in(os.path.join(content, name), "_index", language=language):
            yield path
    pages = hugo_files.pages_in(content, language)
    yield from (path for path in pages if hugo_files.stem_of(path).lower() not in _MADE)
    for name in others:
        yield from hugo_files.pages_below(os.path.join(content, name), language)
    yield from hugo_files.pages_in(os.path.join(content, "home"), language)


def _plan(site: OldSite, page: SitePage) -> None:
    """A page with a text of its own; blocks of the front page that show data are told."""
    widget, is_list = text_of(page.values.get("widget")), hugo_files.stem_of(page.path) == "_index"
    if page.values.get("active") == "false" or is_paper(page):
        return
    place = hugo_files.address_of(page.path, hugo_files.content_of(site))
    title = without_markup(text_of(page.values.get("title"))) or os.path.basename(place).replace("-", " ").capitalize()
    body = page.body.strip() or "\n\n".join(_blocks(page))
    if body and not site.hidden(page) and not site.example(page, title):
        page = page._replace(body=body)
        address = _address(site, place)
        subtitle = without_markup(text_of(page.values.get("subtitle")))
        site.plan("pages", Planned(page, address, title or site.owner or "Home", subtitle))
    elif not body and _shows_data(page, widget, is_list=is_list):
        message = "a page that its template made of data was left out"
        site.problems.append(suggestion(page.path, 0, 0, message, "write what it should say into content/pages"))


def _shows_data(page: SitePage, widget: str, *, is_list: bool) -> bool:
    """Whether a page without a text is worth a remark: lists, people and most blocks are made anew."""
    if is_list or widget in _SILENT or hugo_authors.is_person(page, os.path.dirname(os.path.dirname(page.path))):
        return False
    return bool(widget or (page.values.get("title") and not flag(page.values.get("headless"))))


def _address(site: OldSite, place: str) -> str:
    """Where a page will be; what stood on the front page is there still, or is ``home/`` beside the owner's text."""
    if place in _FRONT:
        return "home" if any(planned.address == "index" for _, planned in site.planned) else "index"
    return page_address(place.removeprefix("home/"))


def _blocks(page: SitePage) -> Iterator[str]:
    """The texts that somebody has written into the blocks of a page, under their titles."""
    sections = page.values.get("sections")
    for block in sections if isinstance(sections, list) else ():
        content = block.get("content") if isinstance(block, dict) else None
        text = content.get("text") if isinstance(content, dict) else ""
        if (
            isinstance(content, dict)
            and isinstance(text, str)
            and text.strip()
            and not template_examples.is_lorem(text)
        ):
            title = text_of(content.get("title"))
            yield f"## {title}\n\n{text.strip()}" if title else text.strip()
