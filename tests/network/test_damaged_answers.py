"""Whatever a service answers: nothing crashes, and no paper is made of what says no title."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from publist.model.paper import Date, Name, Paper
from publist.network.clients import (
    arxiv,
    crossref,
    datacite,
    dblp,
    europepmc,
    inspire,
    openalex,
    orcid,
    semantic_scholar,
)
from publist.network.failures import Unanswered
from publist.network.joining import works_of
from publist.network.page_tags import meta_values
from publist.network.records import Record
from publist.network.trust import paper_of_work
from tests.support.scholarly_services import INES, route
from tests.support.web_server import Request

OWNER = Name("Ines Calder", orcid=INES)
_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.sampled_from(["value", "DOI", "title"]), inner),
    max_leaves=4,
)


def _asked(path: str, **query: str) -> Any:
    return json.loads(route(Request(path, query, {})).body)


def _europepmc() -> dict[str, Any]:
    comment = {"id": "PPR1", "source": "PPR", "type": "Preprint in"}
    author = {"firstName": "Ines", "lastName": "Calder", "authorId": {"type": "ORCID", "value": INES}}
    return {
        "id": "1", "doi": "10.5555/a", "title": "Rain in <i>Mus</i>.", "pmid": "1", "pmcid": "PMC1", "pubYear": "2020",
        "authorList": {"author": [author]}, "commentCorrectionList": {"commentCorrection": [comment]},
        "pubTypeList": {"pubType": ["Journal Article"]}, "firstPublicationDate": "2020-01-02", "license": "cc by",
        "journalInfo": {"volume": "1", "issue": "2", "journal": {"title": "J", "issn": "1234-5679"}},
        "fullTextUrlList": {"fullTextUrl": [{"documentStyle": "pdf", "availabilityCode": "OA", "url": "https://a.org/p"}]},
    }  # fmt: skip


def _inspire() -> dict[str, Any]:
    author = {"first_name": "Ines", "last_name": "Calder", "ids": [{"schema": "ORCID", "value": INES}]}
    place = {
        "journal_title": "J",
        "journal_volume": "1",
        "page_start": "1",
        "page_end": "9",
        "year": 2020,
        "artid": "7",
    }
    said = {
        "titles": [{"title": "Rain <math><mn>1</mn></math>"}, {"title": "Rain $1$"}], "authors": [author],
        "dois": [{"value": "10.5555/a"}], "arxiv_eprints": [{"value": "2003.91234"}], "publication_info": [place],
        "collaborations": [{"value": "DROP"}], "abstracts": [{"value": "We."}], "imprints": [{"date": "2020-01-02"}],
        "document_type": ["article"], "preprint_date": "2019-01-02",
    }  # fmt: skip
    return {"metadata": said}


def _semantic_scholar() -> dict[str, Any]:
    names = {"DOI": "10.5555/a", "ArXiv": "2003.91234", "PubMed": "1"}
    return {
        "title": "Rain", "year": 2020, "publicationDate": "2020-01-02", "externalIds": names, "venue": "J",
        "authors": [{"authorId": "1", "name": "Ines Calder"}], "publicationTypes": ["JournalArticle"],
        "journal": {"name": "J", "volume": "1", "pages": "1-9"}, "citationCount": 3,
    }  # fmt: skip


def _of_orcid(said: Any) -> Iterable[Record]:
    groups = [orcid._summaries(group) for group in said if isinstance(group, dict)]
    return [record for group in groups for record in orcid._records(group, {}, OWNER)]


def _one(record: Record | None) -> list[Record]:
    return [record] if record else []


READERS: dict[str, tuple[Any, Callable[[Any], Iterable[Record]]]] = {
    "crossref": (
        _asked("/crossref/works", rows="9")["message"]["items"],
        lambda said: crossref.records([crossref.Work(one) for one in said if isinstance(one, dict)], Date(2026)),
    ),
    "datacite": (
        _asked("/datacite/dois/10.5072/tapes.2")["data"]["attributes"],
        lambda said: _one(datacite.record(said)) if isinstance(said, dict) else [],
    ),
    "openalex": (
        _asked("/openalex/works", filter="author.id:A515151")["results"],
        lambda said: openalex.listing([one for one in said if isinstance(one, dict)]).records,
    ),
    "orcid": (_asked(f"/orcid/v3.0/{INES}/works")["group"], _of_orcid),
    "europepmc": ([_europepmc()], europepmc._records),
    "inspire": (_inspire(), lambda said: _one(inspire.record_of_hit(said))),
    "semantic scholar": (
        _semantic_scholar(),
        lambda said: _one(semantic_scholar.record(said)) if isinstance(said, dict) else [],
    ),
}


def _places(value: Any, at: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [at, *(place for name, one in inner for place in _places(one, (*at, name)))]


def _with(value: Any, at: tuple[Any, ...], new: Any) -> Any:
    """The value with another one at a place."""
    if not at:
        return new
    copy = value.copy()
    copy[at[0]] = _with(copy[at[0]], at[1:], new)
    return copy


@pytest.mark.parametrize("service", READERS)
@settings(max_examples=60)
@given(data=st.data())
def test_any_value_may_stand_anywhere(service: str, data: st.DataObject) -> None:
    """One or two values of an answer are something else: papers have titles, and become works without a crash."""
    answer, read = READERS[service]
    for _ in range(data.draw(st.integers(1, 2))):
        place = data.draw(st.sampled_from(_places(answer)[1:]))
        answer = _with(answer, place, data.draw(_VALUES))
    records = list(read(answer))
    assert all(record.paper.title for record in records)
    assert all(isinstance(paper_of_work(work), Paper) for work in works_of(records, [OWNER]))


@settings(max_examples=60)
@given(at=st.integers(0, 900), new=st.text(max_size=6))
def test_broken_xml_is_no_answer(at: int, new: str) -> None:
    """The XML of dblp and the feed of arXiv, damaged at any place: read as far as they can be, or refused."""
    xml = route(Request("/dblp/pid/51/515-1.xml", {}, {})).body.decode()
    with suppress(Unanswered):
        assert all(record.paper.title for record in dblp._records(dblp._tree(xml[:at] + new + xml[at + len(new) :])))
    feed = route(Request("/arxiv/api/query", {"id_list": "2003.91234"}, {})).body.decode()
    assert all(record.paper.title for record in arxiv.read(feed[:at] + new + feed[at:]))


@given(text=st.text(max_size=200))
def test_any_page_has_tags_or_none(text: str) -> None:
    """A page is anybody's text."""
    assert isinstance(meta_values(f'<meta name="a" content={text}'), dict)
