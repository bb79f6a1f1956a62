"""ORCID's public interface, version 3.0 (https://info.orcid.org/documentation/api-tutorials/): the works of a record.

Each group of works is one work, as its owner has put it together; the works in it are its editions.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from publist.formats import csl_parts
from publist.formats.json_records import inside, listed, text
from publist.formats.normalising.steps import normalised
from publist.formats.work_types import csl_type
from publist.importing.duplicates.recognition import family
from publist.model.paper import Name, Paper
from publist.network import forms
from publist.network.answers import LIST, RECORD
from publist.network.client import Client
from publist.network.failures import Unanswered
from publist.network.records import Listing, Record, arxiv_id, doi_id, in_groups, record_of
from publist.network.services import ORCID
from publist.text import html_text, identifiers, names

_GROUP = 100
_TYPES = {
    "dissertation-thesis": "thesis", "dissertation": "thesis", "working-paper": "article", "lecture-speech": "speech",
    "conference-poster": "graphic", "online-resource": "webpage", "technical-standard": "standard",
    "book-review": "review-book", "edited-book": "book", "supervised-student-publication": "article",
    "standards-and-policy": "standard", "newsletter-article": "article-magazine", "research-technique": "document",
}  # fmt: skip
"""ORCID's types of works that no other service has under this name."""


def of_person(client: Client, who: str) -> Listing:
    """The works of an ORCID record."""
    answer = client.get(ORCID, f"/v3.0/{who}/works", form=forms.JSON, lasts=LIST)
    if not answer.found:
        hint = "Correct the iD under `sources:`."
        raise Unanswered(f"ORCID has no record {who}", hint=hint).at(answer.url)
    groups = [_summaries(group) for group in listed(inside(forms.parsed(answer, ORCID.title), "group"))]
    if not groups:
        raise Unanswered(f"ORCID shows no works of {who}", hint="Make them visible to everyone.").at(answer.url)
    whole = _whole_works(client, who, [text(one.get("put-code")) for group in groups for one in group])
    owner = _owner(client, who)
    return Listing(tuple(record for group in groups for record in _records(group, whole, owner)))


def _summaries(group: Any) -> list[dict[str, Any]]:
    """The summaries of a group, the one that its owner prefers first: that with the highest index."""
    every = [item for item in listed(inside(group, "work-summary")) if isinstance(item, dict)]
    return sorted(every, key=lambda item: -_number(item.get("display-index")))


def _number(value: object) -> int:
    said = text(value)
    return int(said) if said.isdecimal() else 0


def _whole_works(client: Client, who: str, codes: Sequence[str]) -> dict[str, dict[str, Any]]:
    """The works with their contributors by put-code; a work that cannot be had has its summary all the same."""
    found: dict[str, dict[str, Any]] = {}
    for group in in_groups(codes, _GROUP):
        answer = client.get(ORCID, f"/v3.0/{who}/works/{','.join(group)}", form=forms.JSON, lasts=LIST)
        for item in listed(inside(forms.parsed(answer, ORCID.title), "bulk")) if answer.found else ():
            work = inside(item, "work")
            if isinstance(work, dict):
                found[text(work.get("put-code"))] = work
    return found


def _owner(client: Client, who: str) -> Name:
    """The name of the person whose record it is."""
    answer = client.get(ORCID, f"/v3.0/{who}/person", form=forms.JSON, lasts=RECORD)
    said = inside(forms.parsed(answer, ORCID.title), "name") if answer.found else None
    credit = text(inside(said, "credit-name", "value"))
    given, last = text(inside(said, "given-names", "value")), text(inside(said, "family-name", "value"))
    name = names.parse(credit) if credit else names.from_parts(given, last) if last else Name(given)
    return name._replace(orcid=who)


def _records(group: list[dict[str, Any]], whole: dict[str, dict[str, Any]], owner: Name) -> Iterable[Record]:
    works = [whole.get(text(one.get("put-code")), one) for one in group]
    named = [_identifiers(work, ("self", "version-of")) for work in works]
    every = {name for each in named for name in each}
    for work in works:
        if paper := _paper(work, owner):
            own = _identifiers(work, ("self",))
            paper = _with_identifiers(paper, own)
            yield record_of(ORCID.name, paper, every - set(own[:1]))


def _identifiers(work: dict[str, Any], relations: tuple[str, ...]) -> list[str]:
    found = []
    for item in listed(inside(work, "external-ids", "external-id")):
        kind, value = text(inside(item, "external-id-type")).lower(), text(inside(item, "external-id-value"))
        if text(inside(item, "external-id-relationship")).lower() in relations:
            found.append(doi_id(value) if kind == "doi" else arxiv_id(value) if kind == "arxiv" else "")
    return sorted(filter(None, dict.fromkeys(found)))[::-1]


def _with_identifiers(paper: Paper, own: Sequence[str]) -> Paper:
    doi = next((name for name in own if name.startswith("doi:")), "").removeprefix("doi:")
    arxiv = next((name for name in own if name.startswith("arxiv:")), "").removeprefix("arxiv:")
    return paper._replace(doi=doi, arxiv="" if doi else arxiv)


def _paper(work: dict[str, Any], owner: Name) -> Paper | None:
    title = text(inside(work, "title", "title", "value"))
    if not title:
        return None
    subtitle = text(inside(work, "title", "subtitle", "value"))
    kind = text(work.get("type"))
    authors, cut = _authors(work, owner)
    date = csl_parts.date({"year": _part(work, "year"), "month": _part(work, "month"), "day": _part(work, "day")})
    doubts = (("authors",) if not authors else ()) + (("date",) if not date else ())
    paper = Paper(
        title=html_text.to_markdown(f"{title}: {subtitle}" if subtitle else title).replace("\n\n", " "),
        authors=authors or (owner,),
        et_al=cut,
        date=date,
        type=_TYPES.get(kind) or csl_type(kind),
        venue=text(inside(work, "journal-title", "value")),
        pmid=next((identifiers.pmid(value) for value in _values(work, "pmid")), ""),
        pmcid=next((identifiers.pmcid(value) for value in _values(work, "pmc")), ""),
        links=_links(work),
        review=doubts,
    )
    return normalised(paper)


def _part(work: dict[str, Any], name: str) -> str:
    return text(inside(work, "publication-date", name, "value"))


def _values(work: dict[str, Any], kind: str) -> list[str]:
    return [
        text(inside(item, "external-id-value"))
        for item in listed(inside(work, "external-ids", "external-id"))
        if text(inside(item, "external-id-type")).lower() == kind
        and text(inside(item, "external-id-relationship")).lower() == "self"
    ]


def _links(work: dict[str, Any]) -> dict[str, str]:
    found = [text(inside(work, "url", "value")), *_values(work, "uri")]
    address = next(filter(None, map(identifiers.web_address, found)), "")
    return {"url": address} if address else {}


def _authors(work: dict[str, Any], owner: Name) -> tuple[tuple[Name, ...], bool]:
    """The authors, and whether the list is cut short: where the owner of the record is not in it, it must be."""
    people = []
    for item in listed(inside(work, "contributors", "contributor")):
        role = text(inside(item, "contributor-attributes", "contributor-role")).lower()
        name = text(inside(item, "credit-name", "value")) or text(inside(item, "credit-name"))
        if name and role in ("", "author"):
            people.append(names.parse(name)._replace(orcid=text(inside(item, "contributor-orcid", "path"))))
    cut = bool(people) and not any(name.orcid == owner.orcid or family(name) == family(owner) for name in people)
    return tuple(people), cut
