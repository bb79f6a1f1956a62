"""Scholarly services in small: each answers in its own shape about the works of an invented researcher.

Shapes follow the services' documentation (docs/sources.md names it); people, papers and identifiers are invented.
``rain`` has a preprint that Crossref and arXiv name, ``thunder`` was retracted, ``hail`` has an erratum, ``tapes`` is a
data set at DataCite, ``fog`` stands at ORCID alone, ``glazes`` is by another person of the same name, ``reply`` and
``primer`` only have near or equal titles.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from tests.support.web_server import MISSING, Reply, Request

INES = "0000-0000-5151-5152"
OTHER_INES = "0000-0000-5151-992X"
_ORCID = {"Ines Calder": INES}


class Invented(NamedTuple):
    """A work as all services would describe it."""

    title: str
    authors: tuple[str, ...]
    date: str
    doi: str = ""
    arxiv: str = ""
    venue: str = ""
    kind: str = "journal-article"
    volume: str = ""
    pages: str = ""
    more: Mapping[str, Any] = {}
    """What Crossref says beside."""
    orcids: Mapping[str, str] = _ORCID

    @property
    def parts(self) -> list[int]:
        """The date in numbers."""
        return [int(part) for part in self.date.split("-")]


WORKS: dict[str, Invented] = {
    "rain": Invented(
        "Counting Rain Drops with Two Microphones", ("Ines Calder", "Tomas Veld", "Ulla Strand"), "2021-04-09",
        "10.5555/jwa.2021.14", "2003.91234", "Journal of Weather Acoustics", volume="6", pages="14-29",
        more={"relation": {"has-preprint": [{"id-type": "doi", "id": "10.48550/arXiv.2003.91234"}]}},
    ),
    "hail": Invented(
        "Hail, Sleet and Snow: A Corpus of Falling Things", ("Tomas Veld", "Ines Calder"), "2022-07-01",
        "10.5555/icws.2022.7", venue="Proceedings of the Weather Sound Conference", kind="proceedings-article",
        pages="70-81",
    ),
    "hail-erratum": Invented(
        "Erratum: Hail, Sleet and Snow: A Corpus of Falling Things", ("Tomas Veld", "Ines Calder"), "2022-09-01",
        "10.5555/icws.2022.e7", venue="Proceedings of the Weather Sound Conference",
        more={"update-to": [
            {"DOI": "10.5555/icws.2022.7", "type": "erratum", "updated": {"date-parts": [[2022, 9, 1]]}}
        ]},
    ),
    "thunder": Invented(
        "RETRACTED: Thunder as a Clock", ("Ines Calder",), "2018-03-02", "10.5555/jwa.2018.2",
        venue="Journal of Weather Acoustics", volume="3", pages="2-11",
        more={"updated-by": [
            {"DOI": "10.5555/jwa.2019.r2", "type": "retraction", "updated": {"date-parts": [[2019, 5, 6]]}}
        ]},
    ),
    "glazes": Invented(
        "Glazes of the Northern Coast", ("Ines Calder", "Pia Ront"), "2017-02-01", "10.5555/pottery.2017.3",
        venue="Pottery Letters", volume="9", pages="3-8", orcids={"Ines Calder": OTHER_INES},
    ),
    "reply": Invented(
        "Counting Rain Drops with Two Microphones: A Reply", ("Otto Gram",), "2021-11-01", "10.5555/jwa.2021.77",
        venue="Journal of Weather Acoustics", volume="6", pages="77-78",
    ),
    "primer": Invented(
        "Thunder as a Clock", ("Rolf Amt",), "2009-01-01", "10.5555/primer.2009.1", venue="A Primer of Storms",
        kind="book-chapter", pages="1-9",
    ),
}  # fmt: skip
TAPES, ALL_TAPES = "10.5072/tapes.2", "10.5072/tapes.1"
ON_ORCID = ("rain", "hail", "thunder")
ON_OPENALEX = ("rain", "hail", "hail-erratum", "thunder", "glazes")


def route(asked: Request) -> Reply:
    """The answer of a service, whose name is the first part of the path."""
    service, _, path = asked.path.strip("/").partition("/")
    found = _SERVICES[service](path, asked.query) if service in _SERVICES else None
    if found is None:
        return MISSING
    kind = (
        "application/atom+xml" if service == "arxiv" else "application/xml" if service == "dblp" else "application/json"
    )
    return Reply(found.encode() if isinstance(found, str) else json.dumps(found).encode(), kind=kind)


def _crossref(path: str, query: dict[str, str]) -> Any:
    works = list(WORKS.values())
    conditions = [part.partition(":")[::2] for part in query.get("filter", "").split(",") if part]
    if wanted := {value for name, value in conditions if name == "doi"}:
        works = [work for work in works if work.doi in wanted]
    if about := {value for name, value in conditions if name == "updates"}:
        works = [one for one in works if any(update["DOI"] in about for update in one.more.get("update-to", ()))]
    if words := _words(query.get("query.bibliographic", "")):
        works = sorted(works, key=lambda work: -len(words & _words(f"{work.title} {' '.join(work.authors)}")))
    if path.startswith("works/"):
        single = [work for work in works if path == f"works/{work.doi}"]
        return {"message": _crossref_work(single[0])} if single else None
    items = [_crossref_work(work) for work in works[: int(query.get("rows", 20))]]
    return {"status": "ok", "message-type": "work-list", "message": {"total-results": len(works), "items": items}}


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.lower()))


def _crossref_work(work: Invented) -> dict[str, Any]:
    people = []
    for name in work.authors:
        given, _, family = name.rpartition(" ")
        orcid = {"ORCID": f"https://orcid.org/{work.orcids[name]}"} if name in work.orcids else {}
        people.append({"given": given, "family": family, "sequence": "additional", **orcid})
    said: dict[str, Any] = {"DOI": work.doi, "type": work.kind, "title": [work.title], "subtitle": [], "author": people}
    said |= {"container-title": [work.venue], "issued": {"date-parts": [work.parts]}, "volume": work.volume}
    return {"indexed": {}, **said, "page": work.pages, "is-referenced-by-count": 3, **work.more}


def _datacite(path: str, _query: dict[str, str]) -> Any:
    doi = path.removeprefix("dois/")
    if doi not in (TAPES, ALL_TAPES):
        return None
    related = {"relationType": "IsVersionOf" if doi == TAPES else "HasVersion", "relatedIdentifierType": "DOI"}
    related["relatedIdentifier"] = ALL_TAPES if doi == TAPES else TAPES
    creators = [
        {"name": "Calder, Ines", "nameType": "Personal", "givenName": "Ines", "familyName": "Calder"},
        {"name": "Weather Sound Group", "nameType": "Organizational"},
    ]
    said: dict[str, Any] = {
        "doi": doi,
        "titles": [{"title": "Rain Tapes"}],
        "creators": creators,
        "publisher": "Open Shelf",
    }
    said |= {"publicationYear": 2023, "types": {"resourceTypeGeneral": "Dataset"}, "relatedIdentifiers": [related]}
    return {"data": {"id": doi, "attributes": said}}


def _arxiv(path: str, query: dict[str, str]) -> str | None:
    rain = WORKS["rain"]
    if path.startswith("a/") and "calder_i_1" not in path and INES not in path:
        return None
    shown = path.startswith("a/") or rain.arxiv in query.get("id_list", "") or "Rain" in query.get("search_query", "")
    people = "".join(f"<author><name>{name}</name></author>" for name in rain.authors)
    entry = (
        f"<entry><id>http://arxiv.org/abs/{rain.arxiv}v2</id><title>{rain.title}</title><summary>We count.</summary>"
        f"<published>2020-03-20T10:00:00Z</published><arxiv:doi>{rain.doi}</arxiv:doi>{people}"
        f'<link href="https://arxiv.org/pdf/{rain.arxiv}v2" rel="related" title="pdf"/></entry>'
    )
    feed = 'xmlns="http://www.w3.org/2005/Atom" xmlns:arxiv="http://arxiv.org/schemas/atom"'
    return f'<?xml version="1.0"?><feed {feed}><id>https://arxiv.org/api</id>{entry if shown else ""}</feed>'


def _orcid(path: str, _query: dict[str, str]) -> Any:
    if INES not in path:
        return None
    if path.endswith("person"):
        return {"name": {"given-names": {"value": "Ines"}, "family-name": {"value": "Calder"}, "credit-name": None}}
    if not path.endswith("works"):
        return {"bulk": []}
    groups = [[_orcid_work(name, WORKS[name].title, WORKS[name].date, WORKS[name].doi)] for name in ON_ORCID]
    groups.append([_orcid_work("tapes", "Rain Tapes", "2023", TAPES)])
    groups.append([_orcid_work("fog", "What Fog Sounds Like", "", "")])
    return {"group": [{"external-ids": {"external-id": []}, "work-summary": works} for works in groups]}


def _orcid_work(code: str, title: str, date: str, doi: str) -> dict[str, Any]:
    year = {"year": {"value": date[:4]}, "month": None, "day": None} if date else None
    names = [{"external-id-type": "doi", "external-id-value": doi, "external-id-relationship": "self"}] if doi else []
    said = {"put-code": code, "title": {"title": {"value": title}, "subtitle": None}, "type": "journal-article"}
    return said | {"publication-date": year, "external-ids": {"external-id": names}, "display-index": "0"}


def _openalex(path: str, query: dict[str, str]) -> Any:
    field, _, value = query.get("filter", "").partition(":")
    names: tuple[str, ...] = ON_OPENALEX
    if path.startswith("works/"):
        found = [work for work in WORKS.values() if work.doi and work.doi in path]
        return _openalex_work(found[0]) if found else None
    if field == "title.search":
        names = tuple(name for name, work in WORKS.items() if _words(value) <= _words(work.title))
    elif field == "doi":
        names = tuple(name for name, work in WORKS.items() if work.doi in value.split("|"))
    elif field in ("author.id", "author.orcid") and value not in ("A515151", INES):
        names = ()
    return {"meta": {"count": len(names)}, "results": [_openalex_work(WORKS[name]) for name in names]}


def _openalex_work(work: Invented) -> dict[str, Any]:
    people = [
        {"author": {"display_name": name, "orcid": INES if name == "Ines Calder" else None}, "raw_author_name": name}
        for name in work.authors
    ]
    place: dict[str, Any] = {
        "landing_page_url": f"https://doi.org/{work.doi}",
        "pdf_url": "https://pub.example.org/x.pdf",
    }
    place |= {"source": {"display_name": work.venue, "type": "journal"}, "license": None}
    said: dict[str, Any] = {"id": f"https://openalex.org/W{len(work.title)}", "doi": f"https://doi.org/{work.doi}"}
    said |= {"title": work.title.removeprefix("RETRACTED: "), "publication_date": work.date, "type": "article"}
    said |= {"authorships": people, "primary_location": place, "is_retracted": work.title.startswith("RETRACTED")}
    return said | {"cited_by_count": len(work.title), "display_name": work.title}


def _dblp(path: str, _query: dict[str, str]) -> str | None:
    if path != "pid/51/515-1.xml":
        return None
    rain = WORKS["rain"]
    people = "".join(f"<author>{name}{' 0001' if name == 'Ines Calder' else ''}</author>" for name in rain.authors)
    article = (
        f'<r><article key="journals/jwa/C21">{people}<title>{rain.title}.</title><year>2021</year>'
        f"<journal>J. Weather Acoust.</journal><ee>https://doi.org/{rain.doi.upper()}</ee></article></r>"
    )
    preprint = (
        f'<r><article key="journals/corr/1" publtype="informal">{people}<title>{rain.title}.</title><year>2020</year>'
        f"<journal>CoRR</journal><volume>abs/{rain.arxiv}</volume></article></r>"
    )
    workshop = (
        '<r><inproceedings key="conf/x/1"><author>Ines Calder 0001</author><title>Drizzle &amp; D&uuml;nen.</title>'
        "<year>2016</year><booktitle>WSW</booktitle><ee>https://wsw.example.org/calder.pdf</ee></inproceedings></r>"
    )
    return f'<?xml version="1.0"?><dblpperson name="Ines Calder 0001">{article}{preprint}{workshop}</dblpperson>'


def _row(publication: str, ordinal: str, name: str, **more: str) -> dict[str, dict[str, str]]:
    row = {"publ": f"https://dblp.org/rec/{publication}", "ordinal": ordinal, "name": name, **more}
    row["kind"] = f"https://dblp.org/rdf/schema#{more['kind']}"
    return {key: {"type": "literal", "value": value} for key, value in row.items()}


_RAIN = {"title": f"{WORKS['rain'].title}.", "year": "2021", "kind": "Article", "venue": "J. Weather Acoust."}
_RAIN |= {"doi": "https://doi.org/10.5555/JWA.2021.14"}
SPARQL = {
    "results": {
        "bindings": [
            *(_row("journals/jwa/C21", str(at), name, **_RAIN) for at, name in enumerate(WORKS["rain"].authors, 1)),
            _row("conf/x/1", "1", "Ines Calder 0001", title="Drizzle.", kind="Inproceedings", venue="WSW", pages="3-9"),
            _row("conf/x/1", "3", "", title="Drizzle.", kind="Inproceedings", venue="WSW", pages="3-9"),
        ]
    }
}
"""What dblp's SPARQL service answers."""
_SERVICES: Mapping[str, Callable[[str, dict[str, str]], Any]] = {
    "crossref": _crossref, "datacite": _datacite, "arxiv": _arxiv, "orcid": _orcid, "openalex": _openalex,
    "dblp": _dblp,
}  # fmt: skip
