"""Lab Website Template: papers in ``_data/citations.yaml``, people in ``_members/``, projects in a data file.

Files: https://greene-lab.gitbook.io/lab-website-template-docs (Citations, Members). ``sources.yaml`` and the other
files of ``_data/`` are what citations.yaml is made from; it has what they add.
"""

from __future__ import annotations

import os
import re
from typing import Any

from publist.importing.migrating import author_names, jekyll, page_dates
from publist.importing.migrating.academicpages import type_of_venue
from publist.importing.migrating.base import Moved, PaperObject, source_of
from publist.importing.migrating.old_site import OldSite, Planned
from publist.importing.migrating.paper_pages import add_link
from publist.importing.migrating.site_pages import SitePage, read_data, text_of, texts
from publist.model.problems import Problem, warning
from publist.text import identifiers

NAME = "lab-website-template"
LAYOUT = "_data/citations.yaml"
_FILES = ("citations.yaml", "citations.yml")
_KNOWN = {"id", "title", "authors", "publisher", "date", "link", "image", "buttons", "tags", "description", "type"}
_KNOWN |= {"plugin", "file", "repo", "doi", "term", "remove"}
"""What is read, and what only the template's scripts need."""
_NUMBERS = {
    "doi": "doi",
    "pubmed": "pmid",
    "pmid": "pmid",
    "pmc": "pmcid",
    "pmcid": "pmcid",
    "arxiv": "arxiv",
    "isbn": "isbn",
}


def moved(folder: str) -> Moved | None:
    """What a site of the template holds."""
    path = next((path for name in _FILES if os.path.isfile(path := os.path.join(folder, "_data", name))), "")
    if not path:
        return None
    problems: list[Problem] = []
    site = jekyll.site_in(folder, problems, "images", "files")
    data = read_data(path, problems)
    _projects(site)
    jekyll.plan(site)
    said = [item for item in data if isinstance(item, dict)] if isinstance(data, list) else []
    records = [(record, (path, 0)) for item in said if (record := _record(item, path, site))]
    return jekyll.whole(site, source_of(NAME, records, problems), records) if records else None


def _record(item: dict[str, Any], path: str, site: OldSite) -> PaperObject:
    title = text_of(item.get("title"))
    if not title:
        site.problems.append(warning(path, 0, 0, f"an entry without a title was left out: {text_of(item.get('id'))}"))
        return {}
    authors, et_al = author_names.listed(item.get("authors") or [])
    venue = text_of(item.get("publisher"))
    venue = re.sub(r"\s+:\s+the preprint server for \w+$", "", venue)
    record: PaperObject = {
        "title": title,
        "authors": authors,
        "et_al": et_al,
        "date": page_dates.date_of(item.get("date")),
        "venue": venue,
        "type": type_of_venue(venue),
        "topics": texts(item.get("tags")),
        "summary": text_of(item.get("description")),
        "image": site.files.picture(text_of(item.get("image"))),
        "links": {},
    }
    _identify(record, text_of(item.get("id")))
    _link(record, item, site)
    left = {key: value for key, value in item.items() if key not in _KNOWN and value not in ("", [], {})}
    return record | {"extra": left}


def _identify(record: PaperObject, manubot: str) -> None:
    """The identifier that Manubot cites by: ``doi:10.…``, ``pubmed:…`` (https://github.com/manubot/manubot)."""
    kind, _, number = manubot.partition(":")
    if key := _NUMBERS.get(kind.strip().lower()):
        record[key] = identifiers.doi(number) if key == "doi" else number.strip()
    elif kind.strip().lower() == "url":
        add_link(record["links"], "url", number.strip())


def _link(record: PaperObject, item: dict[str, Any], site: OldSite) -> None:
    address = text_of(item.get("link"))
    if address and (found := site.files.link(address)) and not identifiers.is_doi_address(found):
        add_link(record["links"], "url", found)
    buttons = item.get("buttons")
    for button in buttons if isinstance(buttons, list) else ():
        if isinstance(button, dict) and (found := site.files.link(text_of(button.get("link")))):
            add_link(record["links"], (text_of(button.get("text") or button.get("type")) or "url").lower(), found)
    if repo := text_of(item.get("repo")):
        add_link(record["links"], "code", f"https://github.com/{repo}")


def _projects(site: OldSite) -> None:
    """The projects of the data file, as one page."""
    path = os.path.join(site.root, "_data", "projects.yaml")
    data = read_data(path, site.problems)
    rows = []
    for project in data if isinstance(data, list) else ():
        if isinstance(project, dict) and (title := text_of(project.get("title"))):
            link = text_of(project.get("link")).replace(" ", "%20")
            name = f"[{title}]({link})" if link else title
            said = " ".join(filter(None, (text_of(project.get("subtitle")), text_of(project.get("description")))))
            rows.append(f"- **{name}** {said}".rstrip())
    if rows:
        page = SitePage(path, {}, "\n".join(rows))
        site.plan("lists of projects", Planned(page, "projects", "Projects", nav=60))
