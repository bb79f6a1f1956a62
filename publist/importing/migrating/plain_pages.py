"""A site of any generator with one Markdown file a paper: what its keys mean is guessed from the table, and told."""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Iterator

from publist.importing.migrating import hugo_authors, hugo_files, hugo_site, jekyll
from publist.importing.migrating.academicpages import paper_of
from publist.importing.migrating.base import Moved, Placed, source_of
from publist.importing.migrating.old_site import OldSite
from publist.importing.migrating.site_pages import SitePage, read_page
from publist.model.problems import Problem, suggestion

NAME = "markdown-papers"
LAYOUT = "publications/*.md, papers/*.md with authors, venue or doi"
_FOLDER = re.compile(r"_?(?:publications?|papers?|pubs|articles|preprints|bibliography)", re.IGNORECASE)
_AUTHORS = ("authors", "author", "creators")
_SAYING = ("doi", "journal", "venue", "publication", "conference", "booktitle", "arxiv", "citation", "pdf", "abstract")
_CERTAIN = ("doi", "journal", "venue", "booktitle", "citation", "arxiv")
"""Keys that pages of papers alone have."""
_HINT = "give it one of these if it is a paper"
_SKIPPED = ("node_modules", "vendor", "public", "_site", "output", "themes", "dist")
_DEPTH = 5


def moved(folder: str) -> Moved | None:
    """What the folder holds, if it has pages of papers."""
    problems: list[Problem] = []
    left: list[Problem] = []
    pages = list(_pages(folder, problems, left))
    if not pages:
        return None
    problems += left
    site, people = _site(folder, problems), hugo_authors.Authors()
    for page in pages:
        site.announce(page, hugo_files.address_of(page.path).lstrip("_"))
    is_jekyll = any(os.path.isfile(os.path.join(folder, name)) for name in ("_config.yml", "_config.yaml"))
    is_hugo = not is_jekyll and os.path.isdir(os.path.join(folder, "content"))
    if is_jekyll:
        jekyll.plan(site)
    if is_hugo:
        people = hugo_authors.read(site)
        hugo_site.plan(site, people)
    records: list[Placed] = [(record, (page.path, 0)) for page in pages if (record := paper_of(page, site))]
    keys = Counter(key for page in pages for key in page.values)
    hint = "compare a few papers with their pages; what had no meaning is in their `extra`"
    problems.append(suggestion(folder, 0, 0, f"what the keys mean was guessed: {', '.join(sorted(keys))}", hint))
    source = source_of(NAME, records, problems)
    if is_jekyll:
        return jekyll.whole(site, source, records)
    if is_hugo:
        return hugo_site.whole(site, source, records, people)
    return Moved(source, dict(site.files.copies), tuple(site.problems), site.texts)


def _site(folder: str, problems: list[Problem]) -> OldSite:
    if os.path.isdir(os.path.join(folder, "content")) and not os.path.isfile(os.path.join(folder, "_config.yml")):
        return hugo_site.site_in(folder, problems)
    return jekyll.site_in(folder, problems, "public", "static", "assets", "images", "content", "src/assets")


def _pages(folder: str, problems: list[Problem], left: list[Problem]) -> Iterator[SitePage]:
    """Pages below a folder of a name such as publications, with the keys of papers."""
    for above, folders, names in os.walk(folder):
        below = os.path.relpath(above, folder).split(os.sep)
        folders[:] = sorted(name for name in folders if name[0] != "." and name not in _SKIPPED and len(below) < _DEPTH)
        if not any(map(_FOLDER.fullmatch, (*below, os.path.basename(os.path.abspath(folder))))):
            continue
        for name in sorted(names):
            if name.endswith((".md", ".mdx", ".markdown")) and name[0] not in "_.":
                page = read_page(os.path.join(above, name), problems)
                if _is_paper(page):
                    yield page
                elif page.values.get("title"):
                    left.append(suggestion(page.path, 0, 0, "a page without authors, venue or DOI was left out", _HINT))


def _is_paper(page: SitePage) -> bool:
    keys = {key for key, value in page.values.items() if value}
    if "title" not in keys or "widget" in keys:
        return False
    return bool(keys & {*_AUTHORS} and keys & {*_SAYING, "year", "date"}) or bool(keys & {*_CERTAIN})
