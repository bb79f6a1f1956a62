"""DataCite's REST interface (https://support.datacite.org/docs/api): data sets, software, theses, preprints by DOI."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

from publist.formats import csl_parts
from publist.formats.json_records import inside, listed, text
from publist.formats.normalising.steps import normalised
from publist.formats.work_types import csl_type
from publist.model.paper import Date, Name, Paper
from publist.network import forms
from publist.network.answers import RECORD
from publist.network.client import Client
from publist.network.records import Record, doi_id, record_of
from publist.network.services import DATACITE
from publist.text import html_text, identifiers, names

_VERSION_OF = "IsVersionOf"
_SAME_WORK = (_VERSION_OF, "IsPreviousVersionOf", "IsNewVersionOf", "HasVersion", "IsIdenticalTo")
_DAYS = ("Issued", "Available", "Submitted", "Created")


def by_doi(client: Client, doi: str) -> Record | None:
    """The work with this DOI, None where DataCite has not registered it."""
    answer = client.get(DATACITE, f"/dois/{quote(doi, safe='/')}", form=forms.JSON, lasts=RECORD)
    said = inside(forms.parsed(answer, DATACITE.title), "data", "attributes") if answer.found else None
    return record(said) if isinstance(said, dict) else None


def record(said: dict[str, Any]) -> Record | None:
    """What the attributes of a DOI say."""
    titles = [item for item in listed(said.get("titles")) if not text(inside(item, "titleType"))]
    paper = Paper(
        title=html_text.to_markdown(text(inside(next(iter(titles or listed(said.get("titles"))), None), "title"))),
        authors=tuple(name for item in listed(said.get("creators")) if (name := _name(item)).name),
        date=_date(said),
        type=_type(said),
        venue=text(inside(said.get("container"), "title")),
        volume=text(inside(said.get("container"), "volume")),
        issue=text(inside(said.get("container"), "issue")),
        publisher=text(said.get("publisher")) or text(inside(said.get("publisher"), "name")),
        doi=identifiers.doi(text(said.get("doi"))),
        license=text(inside(next(iter(listed(said.get("rightsList"))), None), "rightsUri")),
        abstract=_abstract(said),
    )
    if not paper.title:
        return None
    concept = list(_related(said, (_VERSION_OF,))) if paper.type not in ("article", "article-journal") else []
    return record_of(DATACITE.name, normalised(paper), _related(said, _SAME_WORK), concept)


def _related(said: dict[str, Any], kinds: tuple[str, ...]) -> Iterator[str]:
    for item in listed(said.get("relatedIdentifiers")):
        if text(inside(item, "relationType")) in kinds and text(inside(item, "relatedIdentifierType")) == "DOI":
            yield doi_id(text(inside(item, "relatedIdentifier")))


def _type(said: dict[str, Any]) -> str:
    general = text(inside(said.get("types"), "resourceTypeGeneral"))
    known = csl_type(general) if general else "document"
    return known if known != "document" else csl_type(text(inside(said.get("types"), "citeproc")))


def _name(item: Any) -> Name:
    if text(inside(item, "nameType")) == "Organizational":
        return Name(text(inside(item, "name")), literal=True)
    given, family = text(inside(item, "givenName")), text(inside(item, "familyName"))
    name = names.from_parts(given, family) if family else names.parse(text(inside(item, "name")))
    iDs = (identifiers.orcid(text(inside(one, "nameIdentifier"))) for one in listed(inside(item, "nameIdentifiers")))  # noqa: N806 - ORCID's own spelling
    return name._replace(orcid=next(filter(None, iDs), ""))


def _date(said: dict[str, Any]) -> Date | None:
    """The day on which it came out, as far as one of its dates knows it better than the year."""
    dates = {text(inside(item, "dateType")): text(inside(item, "date")) for item in listed(said.get("dates"))}
    found = next((date for kind in _DAYS if (date := csl_parts.date(dates.get(kind, "")))), None)
    return found or csl_parts.date(said.get("publicationYear"))


def _abstract(said: dict[str, Any]) -> str:
    told = [item for item in listed(said.get("descriptions")) if text(inside(item, "descriptionType")) == "Abstract"]
    return html_text.to_markdown(text(inside(told[0], "description"))) if told else ""
