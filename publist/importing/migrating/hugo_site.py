"""What a Hugo site holds beside its papers: settings, talks, projects, posts, news and other pages.

Layout: https://gohugo.io/getting-started/directory-structure; parameters: https://docs.hugoblox.com (Site setup).
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from publist.importing.migrating import (
    coauthors,
    hugo_authors,
    hugo_files,
    hugo_pages,
    jekyll,
    page_dates,
    template_examples,
    theme_colours,
)
from publist.importing.migrating.base import Moved, Placed
from publist.importing.migrating.jekyll import Collection
from publist.importing.migrating.old_site import OldSite, Planned, facts
from publist.importing.migrating.page_addresses import page_address
from publist.importing.migrating.site_files import SiteFiles
from publist.importing.migrating.site_pages import SitePage, read_data, read_page, text_of, texts
from publist.importing.source import Source
from publist.model.problems import Problem
from publist.text.latex.plain_maths import without_markup

_SETTINGS = ("config", "hugo", "params")
_ENDINGS = (".toml", ".yaml", ".yml")
_SECTIONS = (
    Collection("talk", "talks", "talk", "Talks"), Collection("talks", "talks", "talks", "Talks"),
    Collection("event", "talks", "event", "Talks"), Collection("events", "talks", "events", "Talks"),
    Collection("project", "project pages", "project", "Projects"),
    Collection("projects", "project pages", "projects", "Projects"),
    Collection("post", "posts", "post", "Posts"), Collection("posts", "posts", "posts", "Posts"),
    Collection("blog", "posts", "blog", "Posts"),
    Collection("teaching", "teaching pages", "teaching", "Teaching"),
    Collection("course", "teaching pages", "course", "Courses"),
    Collection("courses", "teaching pages", "courses", "Courses"),
)  # fmt: skip
_PAPERS = ("publication", "publications", "paper", "papers", "publication_backup")
_APART = ("home", "authors", "author", "news", "slides", *_PAPERS)
_LINKS = (
    ("url_slides", "Slides"),
    ("url_video", "Video"),
    ("url_pdf", "PDF"),
    ("url_code", "Code"),
    ("event_url", "Event"),
    ("external_link", "Website"),
)


def site_in(root: str, problems: list[Problem]) -> OldSite:
    """The site in a folder, with its settings and parameters in one mapping."""
    config: dict[str, Any] = {}
    for folder in (os.path.join(root, "config", "_default"), root):
        for name in _SETTINGS:
            path = next(
                (path for ending in _ENDINGS if os.path.isfile(path := os.path.join(folder, name + ending))), ""
            )
            said = read_data(path, problems) if path else {}
            config = {**_flat(said), **config} if isinstance(said, dict) else config
    url = re.sub(r"^https?://", "", text_of(config.get("baseurl")))
    files = SiteFiles(
        root,
        "static",
        "static/uploads",
        "static/files",
        "static/media",
        "static/img",
        "assets",
        "assets/media",
        "content",
        own=[url] if "." in url and "example" not in url else [],
    )
    return OldSite(root, files, problems, "", config)


def _flat(said: dict[str, Any]) -> dict[str, Any]:
    """Settings by their names in small letters; parameters stand among them."""
    flat = {key.lower(): value for key, value in said.items() if key.lower() != "params"}
    params: Any = next((value for key, value in said.items() if key.lower() == "params"), {})
    return {**({key.lower(): value for key, value in params.items()} if isinstance(params, dict) else {}), **flat}


def plan(site: OldSite, people: hugo_authors.Authors) -> None:
    """Find out which pages there will be, so that links can lead to them."""
    site.owner = people.owner
    hugo_authors.plan(site, people)
    for section in _SECTIONS:
        _plan_section(site, section, people)
    hugo_pages.plan(site, {*_APART, *(section.folder for section in _SECTIONS)}, _PAPERS)
    for path in _news_pages(site):
        site.announce_news(path)
    site.lists("publication")


def whole(site: OldSite, source: Source, records: Sequence[Placed], people: hugo_authors.Authors) -> Moved:
    """The papers with all else that the site holds."""
    hugo_files.translations(site)
    printed = coauthors.names_on([record for record, _ in records])
    hugo_authors.lead_on(site, people, printed)
    site.write_planned()
    hugo_authors.settle(site, people, printed)
    _settle(site)
    coauthors.settle_owner(site, printed)
    _news(site)
    site.setting("embeds", [*sorted(site.hosts)])
    return Moved(
        source, dict(site.files.copies), tuple(site.problems), site.texts, tuple(site.people), site.settings, site.tally
    )


def _settle(site: OldSite) -> None:
    config = site.config
    appearance = config.get("appearance") or config.get("theme")
    marketing = _inside(_inside(config, "marketing"), "seo")
    title = without_markup(text_of(config.get("title")))
    nobodys = template_examples.is_nobody(title) or template_examples.says_nothing(title)
    site.setting("title", "" if nobodys else title)
    site.setting("title", site.owner)
    site.setting("description", without_markup(text_of(config.get("description") or marketing.get("description"))))
    language = text_of(config.get("languagecode") or config.get("defaultcontentlanguage"))
    site.setting(
        "language",
        language
        if re.fullmatch(r"[A-Za-z]{2,3}(?:-[A-Za-z]+)?", language) and language.lower() not in ("en", "en-us")
        else "",
    )
    colour = config.get("color_theme") or config.get("primary_color") or config.get("theme_day")
    if isinstance(appearance, dict):
        colour = appearance.get("color") or appearance.get("theme_day") or _primary(appearance.get("colors")) or colour
    site.setting(
        "accent", theme_colours.accent(text_of(colour)) if text_of(colour) not in ("default", "minimal") else ""
    )
    if not site.owner:
        email = text_of(config.get("email"))
        site.setting("email", email if re.fullmatch(r"[^\s@]+@[^\s@]+\.\w+", email) and "example" not in email else "")


def _inside(values: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    """The mapping under a key; an empty one where there is none."""
    found = values.get(key)
    return found if isinstance(found, dict) else {}


def _primary(colours: Any) -> str:
    return text_of(colours.get("primary")) if isinstance(colours, dict) else ""


def _plan_section(site: OldSite, section: Collection, people: hugo_authors.Authors) -> None:
    listed: list[tuple[str, Planned]] = []
    place = os.path.join(hugo_files.content_of(site), section.folder)
    for path in hugo_files.pages_below(place, hugo_files.language_of(site)):
        page = read_page(path, site.problems)
        title = without_markup(text_of(page.values.get("title")))
        if not title or page.values.get("widget") or hugo_pages.is_paper(page):
            continue
        if site.hidden(page) or site.example(page, title):
            continue
        date = page_dates.date_of(page.values.get("date"), page.values.get("publishdate"))
        said = facts(*(text_of(page.values.get(key)) for key in ("event", "location")), date)
        address = page_address(section.address, hugo_files.address_of(path, place))
        planned = Planned(page, address, title, said)
        site.plan(section.kind, planned._replace(facts=_lead(page, said, people)))
        listed.append((date, planned))
    intro = hugo_files.page_in(place, "_index", language=hugo_files.language_of(site))
    if listed:
        jekyll.write_index(site, section, listed, read_page(intro, site.problems) if intro else None)


def _lead(page: SitePage, said: str, people: hugo_authors.Authors) -> str:
    """What front matter says of a talk or project: its facts, its people, its abstract and its links."""
    names = [people.name(name) for name in texts(page.values.get("authors"))]
    abstract = next(
        (
            text
            for key in ("abstract", "summary")
            if (text := text_of(page.values.get(key))) and not template_examples.is_lorem(text)
        ),
        "",
    )
    links = [(word, text_of(page.values.get(key))) for key, word in _LINKS]
    links += [
        (text_of(link.get("name")) or "Link", text_of(link.get("url"))) for link in _mappings(page.values.get("links"))
    ]
    line = " · ".join(f"[{word}]({address.replace(' ', '%20')})" for word, address in links if address.strip("#"))
    who = ", ".join(names) if names != [people.owner] else ""
    return "\n\n".join(part for part in (said, who, abstract, line) if part)


def _mappings(value: Any) -> list[dict[str, Any]]:
    """The mappings of a list."""
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []


def _news_pages(site: OldSite) -> Iterator[str]:
    return hugo_files.pages_below(os.path.join(hugo_files.content_of(site), "news"), hugo_files.language_of(site))


def _news(site: OldSite) -> None:
    for path in _news_pages(site):
        page = read_page(path, site.problems)
        title = without_markup(text_of(page.values.get("title")))
        if page.values and not page.values.get("widget") and not site.example(page, title):
            text = site.markdown(path, page.body) or site.markdown(path, text_of(page.values.get("summary")))
            site.news(page, title, text)
