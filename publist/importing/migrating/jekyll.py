"""What sites made with Jekyll have in common: ``_config.yml``, pages, posts, news and collections beside the papers.

Layout: https://jekyllrb.com/docs/structure, https://jekyllrb.com/docs/collections.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from publist.importing.migrating import coauthors, jekyll_cv, made_pages, owner_settings, page_dates, template_examples
from publist.importing.migrating.base import Moved, Placed
from publist.importing.migrating.old_site import OldSite, Planned, facts
from publist.importing.migrating.page_addresses import old_address, page_address
from publist.importing.migrating.paper_pages import title_of
from publist.importing.migrating.site_files import SiteFiles
from publist.importing.migrating.site_pages import SitePage, flag, read_data, read_page, text_of
from publist.importing.source import Source
from publist.model.problems import Problem, suggestion

_PAGES = (".md", ".markdown", ".html", ".mkd")


class Collection(NamedTuple):
    """A folder of pages: what is counted, where its pages will be, and the title of the page that lists them."""

    folder: str
    kind: str
    address: str
    title: str


_COLLECTIONS = (
    Collection("_projects", "project pages", "projects", "Projects"),
    Collection("_portfolio", "project pages", "portfolio", "Portfolio"),
    Collection("_talks", "talks", "talks", "Talks"),
    Collection("_teaching", "teaching pages", "teaching", "Teaching"),
    Collection("_teachings", "teaching pages", "teachings", "Teaching"),
    Collection("_courses", "teaching pages", "courses", "Courses"),
    Collection("_books", "book pages", "books", "Books"),
    Collection("_software", "software pages", "software", "Software"),
    Collection("_research", "research pages", "research", "Research"),
    Collection("_posts", "posts", "posts", "Posts"),
)
_KNOWN = frozenset(
    """_pages _news _publications _papers _publication _bibliography _data _layouts _includes _sass _plugins _scripts
    _site _drafts _people _members _styles _cite _third_party_plugins _coauthors
    """.split()
)
"""Folders that are read as something else, or are not for readers."""
_OF_THE_REPOSITORY = frozenset(
    """readme license contributing changelog install customize faq authors code_of_conduct 404 security quickstart
    troubleshooting
    """.split()
)
"""Files that speak to those who work on the site."""
_PEOPLE = ("_people", "_members", "_team")


def site_in(root: str, problems: list[Problem], *places: str) -> OldSite:
    """The site in a folder; ``places`` are folders below which links are looked for, after the root itself."""
    path = next(
        (path for name in ("_config.yml", "_config.yaml") if os.path.isfile(path := os.path.join(root, name))), ""
    )
    config = read_data(path, problems) if path else {}
    config = config if isinstance(config, dict) else {}
    url, base = text_of(config.get("url")), text_of(config.get("baseurl")).strip("/")
    own = re.sub(r"^https?://", "", url).strip("/") + (f"/{base}" if base else "")
    files = SiteFiles(root, "", *places, own=[own] if url else [])
    return OldSite(root, files, problems, owner_settings.owner_of(config), config)


def plan(site: OldSite) -> None:
    """Find out which pages there will be, so that links can lead to them."""
    _plan_pages(site)
    for collection in _all_collections(site):
        _plan_collection(site, collection)
    for path in _below(site, *_PEOPLE):
        coauthors.announce(site, path)
    for path in _below(site, "_news"):
        site.announce_news(path)
    site.lists("publications")


def whole(site: OldSite, source: Source, records: Sequence[Placed]) -> Moved:
    """The papers with all else that the site holds."""
    site.write_planned()
    _news(site)
    printed = coauthors.names_on([record for record, _ in records])
    owner_settings.settle(site, printed)
    coauthors.add(site, printed)
    coauthors.members(site, _below(site, *_PEOPLE))
    coauthors.settle_owner(site, printed)
    site.setting("embeds", [*sorted(site.hosts)])
    return Moved(
        source, dict(site.files.copies), tuple(site.problems), site.texts, tuple(site.people), site.settings, site.tally
    )


def _below(site: OldSite, *folders: str) -> list[str]:
    return [path for name in folders for path in markdown_in(os.path.join(site.root, name))]


def markdown_in(folder: str) -> list[str]:
    """The pages of a folder and of those below it, without drafts."""
    found = []
    for above, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith((".", "_")))
        found += [
            os.path.join(above, name)
            for name in sorted(names)
            if name.endswith(_PAGES) and not name.startswith((".", "_"))
        ]
    return found


def _plan_pages(site: OldSite) -> None:
    paths = markdown_in(os.path.join(site.root, "_pages"))
    paths += [
        os.path.join(site.root, name)
        for name in sorted(os.listdir(site.root))
        if name.endswith((".md", ".markdown")) and name.split(".")[0].lower() not in _OF_THE_REPOSITORY
    ]
    paths += [
        os.path.join(site.root, name, "index.md")
        for name in sorted(os.listdir(site.root))
        if name[0] not in "._" and os.path.isfile(os.path.join(site.root, name, "index.md"))
    ]
    for path in paths:
        page = read_page(path, site.problems)
        if not page.values and page.body:
            hint = "copy it to content/pages/NAME.md with a title"
            site.problems.append(
                suggestion(path, 0, 0, "a file without front matter is no page: it was left out", hint)
            )
        if page.values and not site.hidden(page):
            _plan_page(site, page)


def _plan_page(site: OldSite, page: SitePage) -> None:
    stem = os.path.splitext(os.path.basename(page.path))[0]
    if stem == "index" and os.path.dirname(page.path) != site.root:
        stem = os.path.basename(os.path.dirname(page.path))
    title = title_of(page) or stem.replace("-", " ").replace("_", " ").capitalize()
    permalink = text_of(page.values.get("permalink"))
    address = (
        "index"
        if permalink == "/" or (stem == "index" and not permalink)
        else page_address(old_address(permalink) or stem)
    )
    if cv := jekyll_cv.text_of_cv(site, page):
        page = page._replace(body=f"{page.body.strip()}\n\n{cv}".strip())
    if (pdf := text_of(page.values.get("cv_pdf"))) and site.files.link(pdf, *_pdf_places(site)):
        link = pdf if "://" in pdf else f"/assets/pdf/{pdf.rpartition('/')[2]}"
        page = page._replace(body=f"{page.body.strip()}\n\n[{title} (PDF)]({link.replace(' ', '%20')})".strip())
    if made_pages.is_made(stem, page.body):
        site.problems.append(
            suggestion(
                page.path, 0, 0, "a page that its template made of data was left out", "publist has such pages itself"
            )
        )
        return
    if site.example(page, title):
        return
    title = "CV" if title.lower() == "cv" else title
    title = site.owner if site.owner and address == "index" and template_examples.says_nothing(title) else title
    said = "" if address == "index" else facts(re.sub(r"<[^<>]*>", "", text_of(page.values.get("subtitle"))))
    site.plan("pages", Planned(page, address, title[:1].upper() + title[1:], said, _nav(page)))


def _pdf_places(site: OldSite) -> tuple[str, ...]:
    """Where al-folio looks for the file of a CV."""
    return (os.path.join(site.root, "assets", "pdf"),)


def _nav(page: SitePage) -> int:
    """The place in the navigation, 0 for none."""
    order = text_of(page.values.get("nav_order") or page.values.get("nav-order"))
    if not flag(page.values.get("nav")) and not isinstance(page.values.get("nav"), dict):
        return 0
    return int(order) if order.isdigit() and int(order) else 50


def _all_collections(site: OldSite) -> Iterator[Collection]:
    """The collections of the table, then those that the site has added."""
    yield from _COLLECTIONS
    known = {*_KNOWN} | {collection.folder for collection in _COLLECTIONS}
    named = site.config.get("collections")
    for name in named if isinstance(named, (dict, list)) else ():
        if isinstance(name, str) and f"_{name}" not in known and os.path.isdir(os.path.join(site.root, f"_{name}")):
            yield Collection(
                f"_{name}", f"pages of {name}", name, name.replace("-", " ").replace("_", " ").capitalize()
            )


def _plan_collection(site: OldSite, collection: Collection) -> None:
    listed: list[tuple[str, Planned]] = []
    for path in markdown_in(os.path.join(site.root, collection.folder)):
        page = read_page(path, site.problems)
        stem = os.path.splitext(os.path.basename(path))[0]
        title = title_of(page) or stem.replace("_", " ")
        if not page.values or site.hidden(page) or site.example(page, title):
            continue
        date = page_dates.date_of(page.values.get("date"), path=path)
        address = page_address(old_address(text_of(page.values.get("permalink"))) or _address(collection, stem, date))
        said = facts(
            *(page.values.get(key) for key in ("type", "event", "venue", "location")),
            date if collection.kind != "book pages" else "",
        )
        planned = Planned(page, address, title, said)
        lead = "\n\n".join(part for part in (said, _leading_on(page)) if part)
        if not lead and not page.body.strip():
            continue
        site.plan(collection.kind, planned._replace(facts=lead))
        listed.append((date, planned))
    if listed:
        write_index(site, collection, listed)


def _leading_on(page: SitePage) -> str:
    """What a page says in its front matter: its description, and where it leads."""
    address = next(
        (
            text
            for key in ("redirect", "link", "website", "github", "external_url", "talk_url", "slidesurl")
            if (text := text_of(page.values.get(key))).startswith("http")
        ),
        "",
    )
    described = facts(
        text_of(page.values.get("description"))
        or text_of(page.values.get("excerpt"))
        or text_of(page.values.get("subtitle"))
    )
    return "\n\n".join(part for part in (described, f"<{address}>" if address else "") if part)


def _address(collection: Collection, stem: str, date: str) -> str:
    """Where a page of a collection was: a post below its year, every other one below the collection."""
    if collection.folder == "_posts":
        return f"blog/{date[:4]}/{re.sub(r'^[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}-', '', stem)}"
    return f"{collection.address}/{stem}"


def write_index(
    site: OldSite, collection: Collection, listed: list[tuple[str, Planned]], intro: SitePage | None = None
) -> None:
    """The page that lists the pages of a collection, the newest first, where the site has none of its own.

    ``intro`` is what the old list said above them.
    """
    first = listed[0][1].address.partition("/")[0]
    address = f"{first}/index"
    if any(planned.address in (address, first) for _, planned in site.planned):
        return
    rows = [
        f"- [{planned.title}]({planned.address}/)" + (f" — {planned.facts}" if planned.facts else "")
        for _, planned in sorted(listed, key=lambda row: row[0], reverse=True)
    ]
    planned = Planned(intro or SitePage("", {}, ""), address, collection.title, nav=60, after="\n".join(rows))
    site.plan("lists of pages", planned)


def _news(site: OldSite) -> None:
    for path in _below(site, "_news"):
        page = read_page(path, site.problems)
        title = title_of(page)
        if not page.values:
            continue
        if template_examples.is_news(page.body):
            site.tell_example(path)
            continue
        text = site.markdown(path, page.body)
        site.news(page, title if not flag(page.values.get("inline")) or not text else "", text)
