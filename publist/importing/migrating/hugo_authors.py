"""People of a Hugo site: ``content/authors/NAME/_index.md``, by whose folder's name papers call them.

Front matter: https://docs.hugoblox.com (Authors, Team).
"""

from __future__ import annotations

import html
import os
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from publist.content.content_folder import PAGES
from publist.importing.migrating import coauthors, hugo_files, profile_links, template_examples
from publist.importing.migrating.old_links import ATTRIBUTE
from publist.importing.migrating.old_site import OldSite, Planned
from publist.importing.migrating.page_addresses import page_address
from publist.importing.migrating.site_pages import SitePage, flag, read_data, read_page, text_of, texts
from publist.model.paper import Plain
from publist.model.problems import suggestion
from publist.text import identifiers
from publist.text.latex.plain_maths import without_markup
from publist.text.slugs import slugify

_HOMES = ("external_link", "link_to_external_url", "external_url", "website", "url")
_ELEMENT = re.compile(r"<[^<>]*>")
_FOLDERS = ("authors", "author")
_TEAMS = ("people", "team", "members")
"""Sections of people that some sites have beside, or instead of, the theme's."""
_SOCIAL_WORDS = {
    "envelope": "",
    "graduation-cap": "Google Scholar",
    "house": "Website",
    "home": "Website",
    "globe": "Website",
    "user-circle": "Website",
    "cv": "CV",
    "file": "CV",
}


class Authors(NamedTuple):
    """The people, each with the page that describes them, by the names of their folders; and whose site it is."""

    pages: Mapping[str, SitePage] = {}
    owner: str = ""

    def name(self, said: str) -> str:
        """The name of the person whom a paper calls so; what names nobody here is the name itself."""
        page = self.pages.get(said.strip()) or self.pages.get(said.strip().lower()) or self.pages.get(slugify(said))
        return (_written(page) or said) if page else said


def read(site: OldSite) -> Authors:
    """All people that the site describes."""
    pages = dict(_pages(site))
    chief = next(
        (
            page
            for page in pages.values()
            if flag(page.values.get("superuser")) and not template_examples.is_nobody(name_of(page))
        ),
        None,
    )
    named = [
        page for key in ("admin", "me") if (page := pages.get(key)) and not template_examples.is_nobody(name_of(page))
    ]
    superusers = [page for page in pages.values() if flag(page.values.get("superuser"))]
    owner = name_of(named[0]) if named else name_of(chief) if chief and len(superusers) == 1 else ""
    return Authors(pages, owner)


def name_of(page: SitePage | None) -> str:
    """The name of the person whom a page describes."""
    return html.unescape(_ELEMENT.sub("", _written(page))).strip(" *†‡§") if page else ""


def _written(page: SitePage) -> str:
    """The name as the page has it, which may be a link."""
    said = page.values.get("name")
    if isinstance(said, dict):
        parts = [text_of(said.get(key)) for key in ("given", "family")]
        return text_of(said.get("display")) or " ".join(filter(None, parts))
    parts = [text_of(page.values.get(key)) for key in ("first_name", "last_name")]
    found = text_of(page.values.get("title")) or text_of(said) or " ".join(filter(None, parts))
    return re.sub(r",?\s*\b(?:Ph\.?\s?D\.?|M\.?D\.?)$", "", without_markup(found)).strip()


def _pages(site: OldSite) -> Iterator[tuple[str, SitePage]]:
    above = dict.fromkeys((os.path.join(site.root, "content"), hugo_files.content_of(site)))
    for place in (os.path.join(folder, name) for folder in above for name in (*_FOLDERS, *_TEAMS)):
        for name in sorted(os.listdir(place)) if os.path.isdir(place) else ():
            folder = os.path.join(place, name)
            path = hugo_files.page_in(folder, "_index", "index", language=hugo_files.language_of(site))
            if path and (page := read_page(path, site.problems)).values and is_person(page, place):
                yield name, page
    data = os.path.join(site.root, "data", "authors")
    for name in sorted(os.listdir(data)) if os.path.isdir(data) else ():
        values = read_data(os.path.join(data, name), site.problems)
        if isinstance(values, dict) and values:
            yield os.path.splitext(name)[0], SitePage(os.path.join(data, name), values, text_of(values.get("bio")))


def is_person(page: SitePage, place: str) -> bool:
    """Whether a page in a folder describes a person; those of sections with names of their own say a role or a life."""
    if os.path.basename(place) in _FOLDERS:
        return True
    return not page.values.get("widget") and any(
        page.values.get(key) for key in ("role", "bio", "social", "user_groups", "avatar")
    )


def plan(site: OldSite, people: Authors) -> None:
    """Find out which people will have a page of their own."""
    owner, others = _apart(people)
    if owner and owner.body.strip():
        site.plan("pages", Planned(owner, "index", name_of(owner)))
    for key, page in others.items():
        text, name = page.body.strip() or text_of(page.values.get("bio")), name_of(page)
        if text and not template_examples.is_nobody(name) and not template_examples.is_example(name):
            place = _place(key, name)
            site.plan("pages of people", Planned(page._replace(body=text), place, name))
            for address in _old_addresses(key, name):
                site.files.pages[address] = f"{place}/"


def _apart(people: Authors) -> tuple[SitePage | None, dict[str, SitePage]]:
    """The page of the owner, and those of all others."""
    owner = next((page for page in people.pages.values() if people.owner and name_of(page) == people.owner), None)
    return owner, {
        key: page for key, page in people.pages.items() if page is not owner and name_of(page) != people.owner
    }


def _place(key: str, name: str) -> str:
    return page_address("author", slugify(name) or key)


def _old_addresses(key: str, name: str) -> Sequence[str]:
    """Where Hugo had the page of a person: by the name of the folder, or by that of the person."""
    parts = (key.lower(), slugify(name) or key.lower())
    return [f"{above}/{part}" for above in ("authors", "author") for part in dict.fromkeys(parts)]


def settle(site: OldSite, people: Authors, printed: Mapping[str, int]) -> None:
    """The owner's settings, and an entry of people.yaml for each other person of the lab or of a paper."""
    owner, others = _apart(people)
    grouped = any(map(_groups, others.values()))
    if grouped and not people.owner:
        site.setting("kind", "lab")
    if owner:
        _owner(site, owner, printed)
    for key, page in others.items():
        name = name_of(page)
        if template_examples.is_nobody(name) or site.example(page, name):
            continue
        _person(site, key, page, name, grouped)
    bare = [person["name"] for person in site.people if len(person) == 1 and person["name"] not in printed]
    if bare:
        message = (
            f"people of whom the site says no more than a name, and who are on no paper, were left out: {len(bare)}"
        )
        hint = "add them to content/people.yaml if you need them"
        site.problems.append(suggestion(os.path.join(site.root, "content", "authors"), 0, 0, message, hint))


def lead_on(site: OldSite, people: Authors, printed: Iterable[str]) -> None:
    """Let links to the pages that Hugo had for each author lead to those that publist makes."""
    for name in printed:
        for folder in _FOLDERS:
            site.files.pages.setdefault(f"{folder}/{slugify(name)}", f"people/{slugify(name)}/")
    for key, page in people.pages.items():
        name = name_of(page)
        for address in _old_addresses(key, name) if name in printed else ():
            site.files.pages.setdefault(address, f"people/{slugify(name)}/")


def _links(page: SitePage, site: OldSite) -> dict[str, str]:
    """The links of a person by their words."""
    found: dict[str, str] = {}
    for key in ("social", "profiles", "links"):
        value = page.values.get(key)
        for item in value if isinstance(value, list) else ():
            if not isinstance(item, dict):
                continue
            address = text_of(item.get("link") or item.get("url")).strip()
            icon = text_of(item.get("icon")).rpartition("/")[2]
            linked = (
                site.files.link(address, os.path.dirname(page.path))
                if address and not address.startswith(("mailto:", "#"))
                else ""
            )
            if linked and not template_examples.is_nobodys_link(linked):
                word = text_of(item.get("label") or item.get("name")) or _SOCIAL_WORDS.get(icon, "")
                found.setdefault(word or (profile_links.label_of(linked, icon) if "://" in linked else "CV"), linked)
    return found


def _common(site: OldSite, page: SitePage) -> dict[str, Plain]:
    organizations = page.values.get("organizations") or page.values.get("affiliations") or []
    first = organizations[0] if isinstance(organizations, list) and organizations else organizations
    affiliation = text_of(first.get("name")) if isinstance(first, dict) else text_of(first)
    folder = os.path.dirname(page.path)
    names = sorted(os.listdir(folder)) if os.path.basename(page.path) in ("_index.md", "index.md") else []
    avatar = next(
        (name for name in names if re.match(r"avatar\w*\.(?:png|jpe?g|gif|webp|svg)$", name, re.IGNORECASE)), ""
    )
    photo = (
        site.files.shown(
            os.path.join(folder, avatar), f"people/{os.path.basename(folder)}{os.path.splitext(avatar)[1]}"
        )
        if avatar
        else ""
    )
    return {
        "role": without_markup(text_of(page.values.get("role"))),
        "affiliation": without_markup(affiliation),
        "photo": photo,
    }


def _owner(site: OldSite, page: SitePage, printed: Mapping[str, int]) -> None:
    name, common, links = name_of(page), _common(site, page), _links(page, site)
    orcid = identifiers.orcid(links.pop("ORCID", ""))
    site.setting("owner", name)
    for key in ("role", "affiliation", "photo"):
        site.setting(key, common[key])
    said = [text_of(page.values.get("email")), *_mails(page)]
    site.setting(
        "email",
        next((mail for mail in said if re.fullmatch(r"[^\s@<>]+@[^\s@<>]+\.\w+", mail) and "example" not in mail), ""),
    )
    site.setting("tagline", without_markup(text_of(page.values.get("bio"))))
    site.setting("links", dict(links))
    site.person(name, {"orcid": orcid, "aliases": list(coauthors.spellings(name, printed))})


def _mails(page: SitePage) -> Iterator[str]:
    for key in ("social", "profiles", "links"):
        value = page.values.get(key)
        for item in value if isinstance(value, list) else ():
            address = text_of(item.get("link") or item.get("url")) if isinstance(item, dict) else ""
            if address.startswith("mailto:"):
                yield address.removeprefix("mailto:").partition("?")[0]


def _person(site: OldSite, key: str, page: SitePage, name: str, grouped: bool) -> None:
    links = _links(page, site)
    groups = _groups(page)
    place = _place(key, name)
    found = _common(site, page)
    found |= {
        "orcid": identifiers.orcid(links.get("ORCID", "")),
        "url": _home(links)
        or next(filter(None, (_web(text_of(page.values.get(key))) for key in _HOMES)), _linked(page)),
    }
    found["group"] = coauthors.group_of(groups[0], "") if grouped and groups else ""
    found["page"] = f"{place}/" if f"{PAGES}/{place}.md" in site.texts else ""
    site.person(name, found)


def _groups(page: SitePage) -> list[str]:
    """The groups of a person; pages of a section of people have them as tags."""
    in_team = os.path.basename(os.path.dirname(os.path.dirname(page.path))) in _TEAMS
    return [
        without_markup(group)
        for group in texts(page.values.get("user_groups") or (page.values.get("tags") if in_team else ""))
    ]


def _web(address: str) -> str:
    return address if address.startswith(("https://", "http://")) else ""


def _linked(page: SitePage) -> str:
    """Where the name of a person leads, if it is a link."""
    found = ATTRIBUTE.search(_written(page))
    return _web(found["url"] or found["bare"]) if found else ""


def _home(links: Mapping[str, str]) -> str:
    """The home page of a person, else the first of their links on the web."""
    home = links.get("Website", "")
    web: Sequence[str] = [
        address for label, address in links.items() if "://" in address and label not in ("ORCID", "CV")
    ]
    return home if "://" in home else web[0] if web else ""
