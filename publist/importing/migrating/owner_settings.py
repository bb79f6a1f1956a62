"""Whose site it is, and how it looks: the settings of Jekyll's templates as keys of site.yaml."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from typing import Any

from publist.importing.migrating import coauthors, profile_links, theme_colours
from publist.importing.migrating.old_markup import without_liquid
from publist.importing.migrating.old_site import OldSite
from publist.importing.migrating.site_pages import read_data, read_page, text_of, texts
from publist.importing.migrating.template_examples import is_nobody, is_nobodys_link, says_nothing
from publist.model.paper import Plain
from publist.text.latex.plain_maths import without_markup

_DEFAULT_TEXTS = re.compile(
    r"your name's academic portfolio|a simple, whitespace theme.*|#?description.*|this is .*placeholder.*"
    r"|.*\byour name\b.*",
    re.IGNORECASE,
)
_EMAIL = re.compile(r"[^\s@<>]+@[^\s@<>]+\.\w+")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")


def owner_of(config: Mapping[str, Any]) -> str:
    """The owner's name, empty where the settings still have that of the template."""
    parts = [text_of(config.get(key)) for key in ("first_name", "middle_name", "last_name")]
    author = config.get("author")
    author = text_of(author.get("name")) if isinstance(author, dict) else text_of(author)
    found = next(
        (name for name in (" ".join(filter(None, parts)), author, text_of(config.get("name"))) if not is_nobody(name)),
        "",
    )
    return re.sub(r"^(?:Dr|Prof)\.?\s+(?:Dr\.?\s+)?|,?\s*Ph\.?D\.?$", "", without_markup(found)).strip()


def settle(site: OldSite, printed: Mapping[str, int]) -> None:
    """What the settings, the profile of the page about and the colours of the site say."""
    config = site.config
    said = config.get("author")
    author: Mapping[str, Any] = said if isinstance(said, dict) else {}
    social = read_data(os.path.join(site.root, "_data", "socials.yml"), site.problems)
    title = text_of(config.get("title"))
    site.setting(
        "title",
        site.owner
        if is_nobody(title) or (site.owner and (says_nothing(title) or title.lower() == "publications"))
        else without_markup(title),
    )
    site.setting("owner", site.owner)
    description = without_markup(text_of(config.get("description")))
    site.setting("description", "" if _DEFAULT_TEXTS.fullmatch(description) else description)
    pairs = [*_pairs(config), *_pairs(author), *_pairs(social)]
    site.setting(
        "email",
        next(
            (
                text
                for key, value in pairs
                if key == "email" and _EMAIL.fullmatch(text := text_of(value)) and "example" not in text
            ),
            "",
        ),
    )
    site.setting("affiliation", without_markup(text_of(author.get("employer") or author.get("affiliation"))))
    bio = without_markup(text_of(author.get("bio")))
    site.setting("tagline", "" if re.match(r"short biography|amazing|your biography", bio, re.IGNORECASE) else bio)
    links: dict[str, Plain] = {**profile_links.links_of(pairs)}
    for label, address in _custom(author, config, social):
        links.setdefault(label, address)
    links = {label: address for label, address in links.items() if not is_nobodys_link(str(address))}
    _owner_entry(site, links, printed)
    site.setting("links", dict(links))
    language = text_of(config.get("lang") or config.get("locale") or config.get("language"))
    site.setting(
        "language", language if _LANGUAGE.fullmatch(language) and language.lower() not in ("en", "en-us") else ""
    )
    repository = text_of(config.get("repository"))
    site.setting(
        "repository",
        repository
        if repository.startswith("https://")
        and "academicpages/academicpages" not in repository
        and "al-folio" not in repository.rpartition("/")[2]
        else "",
    )
    _photo(site, author)
    site.setting("accent", theme_colours.accent_of(site.root, config))
    name = os.path.join(site.root, "CNAME")
    if os.path.isfile(name):
        with open(name, encoding="utf-8", errors="replace") as file:
            site.setting("cname", file.readline().strip())


def _pairs(values: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(values, dict):
        for key, value in values.items():
            yield key, value
            if key in ("links", "social", "social_links") and isinstance(value, dict):
                yield from value.items()


def _custom(author: Mapping[str, Any], config: Mapping[str, Any], social: Any) -> Iterator[tuple[str, str]]:
    """Links that the templates have no key for: ``custom_social``, and lists of links with a label each."""
    sources = [
        author.get("links"),
        config.get("links"),
        config.get("custom_social"),
        [value for value in social.values() if isinstance(value, dict)] if isinstance(social, dict) else [],
    ]
    for source in sources:
        for item in source if isinstance(source, list) else [source]:
            if isinstance(item, dict) and (address := text_of(item.get("url") or item.get("link"))).startswith("http"):
                yield (
                    text_of(item.get("label") or item.get("title") or item.get("name"))
                    or profile_links.label_of(address),
                    address,
                )


def _owner_entry(site: OldSite, links: dict[str, Plain], printed: Mapping[str, int]) -> None:
    """The entry of the owner in people.yaml: ORCID iD and the other spellings that the papers print."""
    orcid = str(links.pop("ORCID", "")).rpartition("/")[2]
    if not site.owner:
        return
    site.person(site.owner, {"orcid": orcid, "aliases": _aliases(site, printed)})


def _aliases(site: OldSite, printed: Mapping[str, int]) -> Plain:
    """The other spellings that papers print: those that jekyll-scholar is to set apart, and those with initials."""
    scholar = site.config.get("scholar")
    scholar = scholar if isinstance(scholar, dict) else {}
    family, given = texts(scholar.get("last_name")), texts(scholar.get("first_name"))
    own = any(name.split()[-1] in site.owner.split() for name in family if name)
    apart = [f"{first} {last}" for last in family for first in given if own and first and last]
    found = dict.fromkeys([*(name for name in apart if name in printed), *coauthors.spellings(site.owner, printed)])
    return [name for name in found if name != site.owner]


def _photo(site: OldSite, author: Mapping[str, Any]) -> None:
    """The picture of the owner: of the page about (al-folio), or of the author (academicpages)."""
    about = os.path.join(site.root, "_pages", "about.md")
    profile = read_page(about, []).values.get("profile") if os.path.isfile(about) else {}
    profile = profile if isinstance(profile, dict) else {}
    names = [text_of(profile.get("image")), text_of(author.get("avatar"))]
    for name in (without_liquid(name) for name in names if name):
        places = [os.path.join(site.root, *place.split("/")) for place in ("assets/img", "images", "assets/images")]
        if found := site.files.picture(name, *places):
            site.setting(
                "photo", {"path": found, "shape": "round"} if str(profile.get("image_circular")) == "true" else found
            )
            return
