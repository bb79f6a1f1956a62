"""Where else to find the owner: user names and addresses, as generators have them in their settings, as links."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from publist.text import identifiers

SERVICES: Mapping[str, tuple[str, str]] = {
    "github": ("GitHub", "https://github.com/{}"),
    "gitlab": ("GitLab", "https://gitlab.com/{}"),
    "bitbucket": ("Bitbucket", "https://bitbucket.org/{}"),
    "googlescholar": ("Google Scholar", "https://scholar.google.com/citations?user={}"),
    "scholar": ("Google Scholar", "https://scholar.google.com/citations?user={}"),
    "orcid": ("ORCID", "https://orcid.org/{}"),
    "linkedin": ("LinkedIn", "https://www.linkedin.com/in/{}"),
    "twitter": ("Twitter", "https://twitter.com/{}"),
    "x": ("X", "https://x.com/{}"),
    "mastodon": ("Mastodon", "https://{}"),
    "bluesky": ("Bluesky", "https://bsky.app/profile/{}"),
    "researchgate": ("ResearchGate", "https://www.researchgate.net/profile/{}"),
    "academia": ("Academia.edu", ""),
    "semanticscholar": ("Semantic Scholar", "https://www.semanticscholar.org/author/{}"),
    "semantic": ("Semantic Scholar", "https://www.semanticscholar.org/author/{}"),
    "scopus": ("Scopus", "https://www.scopus.com/authid/detail.uri?authorId={}"),
    "publons": ("Web of Science", "https://publons.com/a/{}/"),
    "dblp": ("DBLP", "https://dblp.org/pid/{}"),
    "inspirehep": ("INSPIRE", "https://inspirehep.net/authors/{}"),
    "arxiv": ("arXiv", "https://arxiv.org/a/{}"),
    "pubmed": ("PubMed", ""),
    "ssrn": ("SSRN", "https://papers.ssrn.com/sol3/cf_dev/AbsByAuth.cfm?per_id={}"),
    "impactstory": ("Impactstory", "https://profiles.impactstory.org/u/{}"),
    "zotero": ("Zotero", "https://www.zotero.org/{}"),
    "osf": ("OSF", "https://osf.io/{}/"),
    "kaggle": ("Kaggle", "https://www.kaggle.com/{}"),
    "medium": ("Medium", "https://medium.com/@{}"),
    "stackoverflow": ("Stack Overflow", "https://stackoverflow.com/users/{}"),
    "youtube": ("YouTube", "https://www.youtube.com/@{}"),
    "facebook": ("Facebook", "https://www.facebook.com/{}"),
    "instagram": ("Instagram", "https://www.instagram.com/{}"),
    "telegram": ("Telegram", "https://t.me/{}"),
    "work": ("Work", ""),
    "huggingface": ("Hugging Face", "https://huggingface.co/{}"),
    "ieee": ("IEEE Xplore", "https://ieeexplore.ieee.org/author/{}"),
    "acm": ("ACM", "https://dl.acm.org/profile/{}"),
    "wikidata": ("Wikidata", "https://www.wikidata.org/wiki/{}"),
    "wikipedia": ("Wikipedia", "https://en.wikipedia.org/wiki/User:{}"),
    "keybase": ("Keybase", "https://keybase.io/{}"),
    "reddit": ("Reddit", "https://www.reddit.com/user/{}"),
    "lattes": ("Lattes", "http://lattes.cnpq.br/{}"),
    "cv": ("CV", ""),
    "uri": ("Website", ""),
    "website": ("Website", ""),
    "homepage": ("Website", ""),
    "homeuniversity": ("Website", ""),
}  # fmt: skip
"""Services by their names in small letters: the word of the link, and the address of a user; "" where none is known."""
_SUFFIX = re.compile(r"(?:[-_ ](?:user ?name|user ?id|profile|url|link|id|user))+$", re.IGNORECASE)
_OFF = ("", "true", "false", "none", "null", "#")


def service_of(key: str) -> str:
    """The name of the service that a key such as ``github_username`` or ``google-scholar`` names; empty if none."""
    plain = re.sub(r"[-_ ]", "", _SUFFIX.sub("", key.lower()))
    plain = {"researchgateprofile": "researchgate", "inspire": "inspirehep", "xtwitter": "twitter", "brandx": "x"}.get(
        plain, plain
    )
    return plain if plain in SERVICES else ""


def links_of(said: Iterable[tuple[str, Any]]) -> dict[str, str]:
    """Links under the words of their services, of keys with user names or addresses; others are no links."""
    found: dict[str, str] = {}
    for key, value in said:
        service = service_of(key)
        text = value.strip() if isinstance(value, str) else ""
        if service and text.lower() not in _OFF and (address := address_of(service, text)):
            found.setdefault(SERVICES[service][0], address)
    return found


def address_of(service: str, text: str) -> str:
    """The address of a user of a service, of a name or an address; empty where there is none."""
    if re.match(r"https?://\S+$", text):
        return text
    form = SERVICES[service][1]
    if service == "orcid":
        orcid = identifiers.orcid(text)
        return f"https://orcid.org/{orcid}" if orcid else ""
    if re.match(r"(?:www\.)?[\w-]+\.[\w.-]+/\S+$", text):
        return f"https://{text}"
    name = text.lstrip("@").strip()
    return form.format(name) if form and name and " " not in name and not name.startswith("/") else ""


def label_of(address: str, name: str = "") -> str:
    """The word for an address: that of the service at its host, else the name given, else Website."""
    host = re.sub(r"^https?://(?:www\.)?", "", address).partition("/")[0].lower()
    for service, (label, form) in SERVICES.items():
        if service == "mastodon" or "{}" not in form:
            continue
        if host == re.sub(r"^https?://(?:www\.)?", "", form).partition("/")[0]:
            return label
    plain = re.sub(r"[-_]+", " ", name).strip()
    known = service_of(name)
    return SERVICES[known][0] if known else plain[:1].upper() + plain[1:] or "Website"
