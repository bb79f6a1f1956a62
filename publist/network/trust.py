"""Which service counts for which field: one table, from which one paper is made of all records of a work.

Within an edition the rule of imports decides (what is doubted or cut short gives way, a finer date wins), with the
services in the order of the field instead of that of first imports. Editions become one paper as ``publist merge``
would make it: the publication leads, the other ones are its versions.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from publist.content import front_matter
from publist.importing.duplicates.likeness import person_of
from publist.importing.fields import Fields, fields_of, paper_of
from publist.importing.join_versions import Side, is_printed, join
from publist.importing.three_way_merge import combine
from publist.model.paper import Name, Paper, Plain
from publist.network.joining import KEPT, Edition, Work
from publist.network.matching import alike, letters
from publist.network.records import Record

_FIRST = (KEPT, "bibtex")
DESCRIPTION = (*_FIRST, *"crossref datacite inspire europepmc dblp openalex arxiv semanticscholar orcid".split())
AUTHORS = (*_FIRST, *"crossref datacite inspire europepmc arxiv dblp openalex orcid semanticscholar".split())
ABSTRACT = (*_FIRST, *"arxiv europepmc crossref datacite openalex inspire".split())
PDF = (*_FIRST, *"arxiv openalex unpaywall europepmc dblp crossref".split())
FIELD_ORDERS = {"authors": AUTHORS, "abstract": ABSTRACT, "links.pdf": PDF}
"""Services, the first that counts first, by field; all other fields have ``DESCRIPTION``."""


def paper_of_work(work: Work) -> Paper:
    """The paper that a work is in the list."""
    editions = sorted(work.editions, key=lambda edition: _rank(edition, work))
    sides = [_fields(edition) for edition in editions]
    fields = sides[0]
    for other in sides[1:]:
        fields = _joined(fields, other)
    fields["title"] = _typeset_title(str(fields["title"]), work)
    abstract, pdf = _first(work.records, ABSTRACT, _abstract), _first(work.records, PDF, _pdf)
    fields = {name: value for name, value in fields.items() if name not in ("abstract", "links.pdf")}
    if pdf:
        fields["links.pdf"] = pdf
    return paper_of(fields, abstract)


def _typeset_title(title: str, work: Work) -> str:
    """The title; one with formulas as its authors have typed them, who know TeX where publishers have MathML."""
    if "$" not in title:
        return title
    typed = [record for record in work.records if letters(record.paper.title) == letters(title)]
    return _first(typed, ("arxiv", "inspire"), lambda paper: paper.title) or title


def _rank(edition: Edition, work: Work) -> tuple[bool, bool, tuple[int, ...], str]:
    """Publications first, of two the later one; what stands for all versions last."""
    paper = _best(edition).paper
    date = tuple(-part for part in paper.date or (0, 0, 0))
    return not is_printed(paper.type), bool(edition.ids & work.concept), date, min(edition.ids)


def _best(edition: Edition) -> Record:
    return min(edition.records, key=lambda record: _place(record, DESCRIPTION))


def _place(record: Record, order: Sequence[str]) -> int:
    return order.index(record.service) if record.service in order else len(order)


def _joined(lead: Fields, other: Fields) -> Fields:
    """One paper of two editions; the one that does not lead has had no page of its own, whose name were to be kept."""
    fields = dict(join(Side(lead), Side(other), "").fields)
    listed = fields.pop("versions", None)
    versions = [one for one in listed if isinstance(one, dict)] if isinstance(listed, list) else []
    told: list[Plain] = []
    known: set[str] = set()
    for one in ({name: said for name, said in version.items() if name != "slug" or said} for version in versions):
        ids = {str(one[name]) for name in ("doi", "arxiv") if name in one}
        if one and not ids & known:  # what was known of a version stays as it was
            told.append(one)
            known |= ids
    return {**fields, "versions": told} if told else fields


def _fields(edition: Edition) -> Fields:
    """What an edition says, each field by the services that count for it."""
    records = [(record, fields_of(record.paper)) for record in edition.records]
    orders = dict.fromkeys((DESCRIPTION, AUTHORS))
    combined = {order: combine(_in_order(records, order)) for order in orders}
    fields = dict(combined[DESCRIPTION])
    authors = _Authors(edition.records).fields
    for name in ("authors", "et_al"):
        fields.pop(name, None)
    fields |= authors
    doubts = _doubts(edition, fields)
    fields.pop("review", None)
    return {**fields, "review": doubts} if doubts else fields


def _doubts(edition: Edition, fields: Fields) -> list[Plain]:
    """What needs a review: what was combined of doubts alone, and what nobody has said who was asked."""
    review = fields.get("review")
    combined = [str(doubt) for doubt in review] if isinstance(review, list) else []
    told = dict.fromkeys(doubt for record in edition.records for doubt in record.paper.review)
    return [
        doubt
        for doubt in told
        if (doubt == "authors" and _all_doubt(edition))
        or (doubt != "authors" and (doubt in combined or doubt not in fields))
    ]


def _all_doubt(edition: Edition) -> bool:
    return all("authors" in record.paper.review for record in edition.records if record.paper.authors)


def _in_order(records: Iterable[tuple[Record, Fields]], order: Sequence[str]) -> list[Fields]:
    return [fields for _, fields in sorted(records, key=lambda row: _place(row[0], order))]


class _Authors:
    """The authors of an edition: the longest list that is whole, with names in full, and what others know of each."""

    def __init__(self, records: Sequence[Record]) -> None:
        having = [record for record in records if record.paper.authors]
        sure = [record for record in having if "authors" not in record.paper.review] or having
        self._all = sorted(sure, key=lambda record: _place(record, AUTHORS))
        whole = [record for record in self._all if not record.paper.et_al] or self._all
        self._best = max(whole, key=lambda record: (len(record.paper.authors), -_initials(record)), default=None)

    @property
    def fields(self) -> Fields:
        """What they are as fields."""
        if self._best is None:
            return {}
        others = [record.paper.authors for record in self._all if record is not self._best]
        people = tuple(_with_others(name, at, others) for at, name in enumerate(self._best.paper.authors))
        told = fields_of(Paper("", authors=people, et_al=self._best.paper.et_al))
        return {name: told[name] for name in ("authors", "et_al") if name in told}


def _initials(record: Record) -> int:
    """How many of the authors have only initials."""
    return sum(len(person_of(name).given) <= 1 for name in record.paper.authors if not name.literal)


def _with_others(name: Name, at: int, others: Sequence[tuple[Name, ...]]) -> Name:
    """The name with the iD that another service knows, and without capitals that are only a publisher's habit."""
    person = person_of(name)
    same = [
        people[at]
        for people in others
        if at < len(people) and not name.literal and alike(person, person_of(people[at]))
    ]
    orcid = name.orcid or next((one.orcid for one in same if one.orcid), "")
    if _is_shouted(name):
        calm = next((one for one in same if not _is_shouted(one) and len(person_of(one).given) > 1), None)
        name = name._replace(name=calm.name, given=calm.given, family=calm.family) if calm else name
    return name._replace(orcid=orcid)


def _is_shouted(name: Name) -> bool:
    """Whether a whole word of more than three letters is in capitals."""
    return any(len(word) > 3 and word.isupper() for word in name.name.split())


def _first(records: Iterable[Record], order: Sequence[str], say: Callable[[Paper], str]) -> str:
    having = [record for record in records if record.service in order and say(record.paper)]
    return say(min(having, key=lambda record: _place(record, order)).paper) if having else ""


def _abstract(paper: Paper) -> str:
    return front_matter.body_of(paper.abstract)


def _pdf(paper: Paper) -> str:
    return paper.links.get("pdf", "")
