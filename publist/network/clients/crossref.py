"""Crossref's REST interface (https://api.crossref.org/swagger-ui): works by DOI, by words, and notices about them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import quote

from publist.formats import crossref, csl_parts
from publist.formats.json_records import inside, listed, text
from publist.model.paper import Date
from publist.network import forms
from publist.network.answers import LIST, RECORD
from publist.network.client import Client
from publist.network.records import Record, doi_id, in_groups, record_of
from publist.network.services import CROSSREF
from publist.text import identifiers

_GROUP = 50
"""DOIs in one question: a filter of the list of works takes several of one name."""
_FEW = 40
"""Up to so many works are asked about notices one by one; of more, so many at a time as below."""
_MANY = 20
_IN_PRESS = 2
"""Years after which what is in press has been forgotten by its publisher."""


class Work(dict[str, Any]):
    """A work as Crossref has it."""


def by_doi(client: Client, dois: Iterable[str]) -> list[Work]:
    """The works with these DOIs, as far as Crossref has them."""
    plain = [doi for doi in dois if "," not in doi]
    found = []
    for group in in_groups(plain, _GROUP):
        query = {"filter": ",".join(f"doi:{doi}" for doi in group), "rows": _GROUP}
        found += _items(client, query, RECORD)
    return found + [work for doi in dois if "," in doi and (work := _single(client, doi))]


def _single(client: Client, doi: str) -> Work | None:
    answer = client.get(CROSSREF, f"/works/{quote(doi, safe='/')}", form=forms.JSON, lasts=RECORD)
    return Work(inside(forms.parsed(answer, CROSSREF.title), "message") or {}) if answer.found else None


def notices_about(client: Client, dois: Iterable[str]) -> list[Work]:
    """The notices that say that they are about these works: corrections, retractions."""
    each = [doi for doi in dict.fromkeys(dois) if "," not in doi]
    found = []
    for group in in_groups(each, 1 if len(each) <= _FEW else _MANY):
        found += _items(client, {"filter": ",".join(f"updates:{doi}" for doi in group), "rows": 100}, RECORD)
    return found


def search(client: Client, words: str, rows: int = 5) -> list[Work]:
    """The works that Crossref thinks are the nearest to a title, an author and a year: it always finds some."""
    return _items(client, {"query.bibliographic": words, "rows": rows}, RECORD)


def books(client: Client, isbn: str) -> list[str]:
    """The DOIs of the books with this ISBN; their chapters have it too, and are none."""
    items = _items(client, {"filter": f"isbn:{isbn}", "rows": 50}, RECORD)
    found = []
    for item in items:
        numbers = {"".join(filter(str.isalnum, text(number).rpartition("/")[2])) for number in listed(item.get("ISBN"))}
        if isbn in numbers and "chapter" not in text(item.get("type")):
            found.append(text(item.get("DOI")))
    return found


def of_author(client: Client, orcid: str) -> list[Work]:
    """The works on which a publisher has put this ORCID iD."""
    found: list[Work] = []
    cursor = "*"
    while cursor:
        query = {"filter": f"orcid:{orcid}", "rows": 100, "cursor": cursor}
        answer = client.get(CROSSREF, "/works", query, form=forms.JSON, lasts=LIST, there=True)
        message = inside(forms.parsed(answer, CROSSREF.title), "message")
        page = [Work(item) for item in listed(inside(message, "items")) if isinstance(item, dict)]
        found += page
        cursor = text(inside(message, "next-cursor")) if page else ""
    return found


def _items(client: Client, query: Mapping[str, object], lasts: float) -> list[Work]:
    answer = client.get(CROSSREF, "/works", query, form=forms.JSON, lasts=lasts, there=True)
    items = inside(forms.parsed(answer, CROSSREF.title), "message", "items")
    return [Work(item) for item in listed(items) if isinstance(item, dict)]


def records(works: Iterable[Work], today: Date) -> list[Record]:
    """The papers among the works; notices about papers among them are said of these, and are none themselves."""
    each = list({doi_id(text(work.get("DOI"))): work for work in works}.values())
    pressed = {doi_id(text(work.get("DOI"))) for work in each if _is_in_press(work, today)}
    read = crossref.read(json.dumps(each), source=CROSSREF.title)
    found = []
    for paper in read.papers:
        status = "in press" if doi_id(paper.doi) in pressed else paper.status
        found.append(record_of(CROSSREF.name, paper._replace(status=status)))
    return found


def subjects(work: Work) -> list[str]:
    """The DOIs of the papers that a work is only a notice about."""
    about = [identifiers.doi(text(inside(update, "DOI"))) for update in listed(work.get("update-to"))]
    return [] if crossref.read(json.dumps([work]), source=CROSSREF.title).papers else list(filter(None, about))


def _is_in_press(work: Work, today: Date) -> bool:
    """Whether an article is out with a DOI and has no place in a volume yet, and not for so long that it never will."""
    if text(work.get("type")) != "journal-article" or not text(work.get("container-title")):
        return False
    placed = any(text(work.get(name)) for name in ("volume", "issue", "page", "article-number"))
    placed = placed or csl_parts.date(work.get("published-print")) is not None
    issued = csl_parts.date(work.get("issued"))
    return not placed and issued is not None and today.year - issued.year < _IN_PRESS


def dois_of(works: Iterable[Work]) -> set[str]:
    """The DOIs that works have, in lower case."""
    return {identifiers.doi(text(work.get("DOI"))).lower() for work in works}
