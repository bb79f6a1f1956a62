"""People beside the owner: al-folio's ``_data/coauthors.yml``, and pages of members, as entries of people.yaml."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping, Sequence
from unicodedata import combining, normalize

from publist.importing.migrating import profile_links
from publist.importing.migrating.base import PaperObject
from publist.importing.migrating.old_site import OldSite
from publist.importing.migrating.page_addresses import page_address
from publist.importing.migrating.site_pages import read_data, read_page, text_of, texts
from publist.model.paper import Plain
from publist.model.problems import suggestion
from publist.text import identifiers

_ALUMNI = ("alumni", "alumnus", "alumna", "former")


def names_on(records: Sequence[PaperObject]) -> dict[str, int]:
    """The names printed on papers, each with the number of papers."""
    found: dict[str, int] = {}
    for record in records:
        for one in record.get("authors") or ():
            name = str(one.get("name", "")) if isinstance(one, Mapping) else str(one)
            found[name] = found.get(name, 0) + 1
    return found


def spellings(name: str, printed: Mapping[str, int]) -> list[str]:
    """The printed names that are this one with other initials: ``J. Doe`` and ``Jane A. Doe`` for Jane Doe."""
    given, _, family = name.rpartition(" ")
    found = []
    for other in printed:
        first, _, last = other.rpartition(" ")
        if other != name and _bare(last) == _bare(family) and first and given and _may_be(_bare(first), _bare(given)):
            found.append(other)
    return sorted(found)


def _may_be(one: str, other: str) -> bool:
    """Whether two given names can be the same: their first words agree as far as both are written out."""
    first, second = one.split(maxsplit=1)[0], other.split(maxsplit=1)[0]
    return first == second or (min(len(first), len(second)) == 1 and first[0] == second[0])


def _bare(text: str) -> str:
    """Small letters without accents and full stops, initials apart."""
    plain = "".join(char for char in normalize("NFD", text) if not combining(char))
    return " ".join(re.sub(r"[.\-]", " ", plain).casefold().split())


_LAB = re.compile(
    r"\b(?:lab(?:s|orator\w+)?|group|team|cent(?:er|re)|institute?|research(?:ers)?|nlp|ai|department|chair|network)\b"
    r"|lab$",
    re.IGNORECASE,
)
_LEAST = 3


def settle_owner(site: OldSite, printed: Mapping[str, int]) -> None:
    """A site whose owner is on no paper is a lab's, if it names people or calls itself one: it has no owner then."""
    title = str(site.settings.get("title", ""))
    if not site.owner:
        if len(site.people) > 1 or (printed and _LAB.search(title)):
            site.setting("kind", "lab")
        return
    known = {_bare(site.owner)} | {_bare(name) for name in spellings(site.owner, printed)}
    others = [person for person in site.people if person["name"] != site.owner]
    if sum(printed.values()) < _LEAST or known & {_bare(name) for name in printed}:
        return
    if _LAB.search(site.owner) or (_LAB.search(title) and others) or " " not in site.owner:
        site.setting("title", site.owner)
        site.setting("kind", "lab")
        site.settings.pop("owner", None)
        site.people[:] = others


def add(site: OldSite, printed: Mapping[str, int]) -> None:
    """The people of coauthors.yml who are on a paper, under the name that most papers print; others are counted."""
    path = next(
        (
            path
            for name in ("coauthors.yml", "coauthors.yaml")
            if os.path.isfile(path := os.path.join(site.root, "_data", name))
        ),
        "",
    )
    data = read_data(path, site.problems) if path else {}
    absent = 0
    for family, people in data.items() if isinstance(data, dict) else ():
        for person in people if isinstance(people, list) else [people]:
            if not isinstance(person, dict):
                continue
            found = _spelt(family, texts(person.get("firstname")), printed)
            url = text_of(person.get("url"))
            if found and url.startswith("http") and found[0] != site.owner:
                site.person(found[0], {"aliases": list(found[1:]), "url": url})
            absent += not found
    if absent:
        site.problems.append(
            suggestion(
                path,
                0,
                0,
                f"people of this file who are on no paper were left out: {absent}",
                "add them to content/people.yaml if you need them",
            )
        )


def _spelt(family: str, given: Sequence[str], printed: Mapping[str, int]) -> list[str]:
    """The printed names that a family name with these given names has, the fullest first."""
    wanted = {f"{first} {family}".casefold() for first in given}
    found = [name for name in printed if name.casefold() in wanted]
    return sorted(found, key=lambda name: (-len(name), name))


def announce(site: OldSite, path: str) -> None:
    """Know where the page of a member will be, so that links can lead there."""
    page = read_page(path, [])
    if text_of(page.values.get("name") or page.values.get("title")) and page.body.strip():
        stem = os.path.splitext(os.path.basename(path))[0]
        for address in (f"members/{stem}", f"people/{stem}", f"team/{stem}"):
            site.files.pages.setdefault(address.lower(), f"{_place(path)}/")


def _place(path: str) -> str:
    return page_address("members", os.path.splitext(os.path.basename(path))[0])


def members(site: OldSite, paths: Sequence[str]) -> None:
    """The people of a lab, a page each, with role, picture and links; what a page says is their own page."""
    for path in paths:
        page = read_page(path, site.problems)
        values = page.values
        name = text_of(values.get("name") or values.get("title"))
        if not name or site.example(page, name):
            continue
        links = values.get("links")
        links = links if isinstance(links, dict) else {}
        place = _place(path)
        text = site.markdown(path, page.body)
        role = text_of(values.get("role") or values.get("position") or values.get("description"))
        found = profile_links.links_of([*values.items(), *links.items()])
        said: dict[str, Plain] = {
            "aliases": list(texts(values.get("aliases"))),
            "orcid": identifiers.orcid(str(links.get("orcid") or values.get("orcid") or "")),
            "url": next((address for label, address in found.items() if label == "Website"), ""),
            "affiliation": text_of(values.get("affiliation")),
            "role": role_words(role),
            "group": group_of(text_of(values.get("group")), role),
            "photo": site.files.picture(
                text_of(values.get("image") or values.get("avatar") or values.get("img")),
                os.path.join(site.root, "images"),
            ),
            "page": f"{place}/" if text else "",
        }
        if text:
            site.page("pages of people", place, name, text)
        site.person(name, said)


_ROLES = {
    "pi": "Principal investigator", "principal-investigator": "Principal investigator", "phd": "PhD student",
    "postdoc": "Postdoctoral researcher",
    "programmer": "Programmer", "undergrad": "Undergraduate student", "masters": "Master's student",
    "ms": "Master's student", "labtech": "Lab technician",
    "technician": "Technician", "mascot": "Mascot", "staff": "Staff", "grad": "Graduate student",
}  # fmt: skip
"""The short names of roles that templates have, in words."""


def role_words(role: str) -> str:
    """A role in words."""
    return _ROLES.get(role.lower(), role[:1].upper() + role[1:].replace("-", " ") if role else "")


def group_of(group: str, role: str) -> str:
    """The group of a person: the one named, else the one of the role; everybody here belongs to the lab."""
    if any(word in f"{group} {role}".lower() for word in _ALUMNI):
        return "Alumni"
    return group[:1].upper() + group[1:] if group else role_words(role) or "Members"
