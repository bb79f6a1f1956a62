"""Quarto: a listing of papers, one a folder with ``index.qmd`` or one a file, and other pages.

Front matter: https://quarto.org/docs/websites/website-listings.html, https://quarto.org/docs/authoring/create-citeable-articles.html.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from typing import Any

from publist.importing.migrating.academicpages import paper_of
from publist.importing.migrating.base import Moved, Placed, source_of
from publist.importing.migrating.old_site import OldSite, Planned
from publist.importing.migrating.page_addresses import page_address
from publist.importing.migrating.site_files import SiteFiles
from publist.importing.migrating.site_pages import SitePage, read_data, read_page, text_of
from publist.model.problems import Problem, suggestion
from publist.text.latex.plain_maths import without_markup

NAME = "quarto"
LAYOUT = "_quarto.yml with publications/*/index.qmd"
_FOLDER = re.compile(r"_?(?:publications?|papers?|pubs|articles|research|work|preprints)", re.IGNORECASE)
_SAYING = ("author", "authors", "doi", "citation", "journal", "publication", "venue", "abstract")
_FENCE = re.compile(r"^[ \t]*:{3,}.*$|^[ \t]*```\{=html\}[^`]*```[ \t]*$", re.MULTILINE)
_CITED = {"container-title": "venue", "page": "pages", "collection-title": "series", "publisher-place": "place"}


def moved(folder: str) -> Moved | None:
    """What a Quarto site holds, if it lists papers."""
    settings = next(
        (path for name in ("_quarto.yml", "_quarto.yaml") if os.path.isfile(path := os.path.join(folder, name))), ""
    )
    pages = list(_pages(folder)) if settings else []
    if not pages:
        return None
    problems: list[Problem] = []
    config = read_data(settings, problems)
    website = config.get("website") if isinstance(config, dict) else {}
    site = OldSite(folder, SiteFiles(folder, ""), problems, "", website if isinstance(website, dict) else {})
    read = [_flat(read_page(path, problems)) for path in pages]
    for page in read:
        address = os.path.splitext(os.path.relpath(page.path, folder))[0].replace(os.sep, "/").removesuffix("/index")
        site.announce(page, address)
    _plan_others(site, pages)
    records: list[Placed] = [(record, (page.path, 0)) for page in read if (record := paper_of(page, site))]
    site.write_planned()
    site.setting("title", without_markup(text_of(site.config.get("title"))))
    site.setting("description", without_markup(text_of(site.config.get("description"))))
    source = source_of(NAME, records, problems)
    files, said = dict(site.files.copies), tuple(site.problems)
    return Moved(source, files, said, site.texts, tuple(site.people), site.settings, site.tally) if records else None


def _pages(folder: str) -> Iterator[str]:
    """The pages of papers: below a folder of a name such as publications, with a key that papers have."""
    for above, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if name[0] not in "._" and name not in ("docs", "node_modules"))
        below = os.path.relpath(above, folder).split(os.sep)
        if not any(map(_FOLDER.fullmatch, below)):
            continue
        for name in sorted(names):
            if name.endswith((".qmd", ".md")):
                path = os.path.join(above, name)
                page = read_page(path, [])
                if (
                    page.values.get("title")
                    and "listing" not in page.values
                    and any(page.values.get(key) for key in _SAYING)
                ):
                    yield path


def _flat(page: SitePage) -> SitePage:
    """The page with what its ``citation`` says among its own keys, and its body without Pandoc's fences."""
    values: dict[str, Any] = dict(page.values)
    cited = values.get("citation")
    if isinstance(cited, dict):
        del values["citation"]
        for key, value in cited.items():
            values.setdefault(_CITED.get(str(key), str(key)), value)
    elif str(cited).lower() in ("true", "false"):
        values.pop("citation", None)
    values.setdefault("tags", values.pop("categories", ""))
    return page._replace(values=values, body=_FENCE.sub("", page.body))


def _plan_others(site: OldSite, papers: list[str]) -> None:
    """Pages of the site's own folder; what lies below other folders is told by number."""
    left = 0
    for above, folders, names in os.walk(site.root):
        folders[:] = sorted(name for name in folders if name[0] not in "._" and name not in ("docs", "node_modules"))
        for name in sorted(names):
            path = os.path.join(above, name)
            if not name.endswith(".qmd") or path in papers:
                continue
            page = read_page(path, site.problems)
            if above != site.root or "listing" in page.values:
                left += above != site.root and "listing" not in page.values
                continue
            stem = os.path.splitext(name)[0]
            title = without_markup(text_of(page.values.get("title"))) or stem.capitalize()
            page = page._replace(body=_FENCE.sub("", page.body))
            site.plan("pages", Planned(page, "index" if stem == "index" else page_address(stem), title))
    if left:
        hint = "copy those that you want into content/pages as NAME.md"
        site.problems.append(suggestion(site.root, 0, 0, f"{left} pages of other folders were left out", hint))
