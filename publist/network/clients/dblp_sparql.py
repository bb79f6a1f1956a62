"""dblp's SPARQL service (https://sparql.dblp.org): the publications of a person where dblp's pages are behind a check.

Terms are those of the dblp RDF schema (https://dblp.org/rdf/schema). A row of an answer is one author of a publication.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from publist.formats import csl_parts
from publist.formats.json_records import inside, listed, text
from publist.formats.normalising.steps import normalised
from publist.formats.work_types import csl_type
from publist.model.paper import Paper
from publist.network import forms
from publist.network.answers import LIST
from publist.network.client import Client
from publist.network.clients.dblp_text import without_number
from publist.network.clients.title_text import without_stop
from publist.network.records import Record, record_of
from publist.network.services import DBLP, DBLP_SPARQL
from publist.text import html_text, identifiers, names

_QUERY = """\
PREFIX dblp: <https://dblp.org/rdf/schema#>
SELECT ?publ ?title ?year ?ordinal ?name ?creator ?venue ?kind ?doi ?pages WHERE {{
  ?publ dblp:authoredBy <https://dblp.org/pid/{pid}> ; dblp:title ?title ; a ?kind ; dblp:hasSignature ?signature .
  ?signature dblp:signatureOrdinal ?ordinal ; dblp:signatureDblpName ?name ; dblp:signatureCreator ?creator .
  OPTIONAL {{ ?publ dblp:yearOfPublication ?year }}
  OPTIONAL {{ ?publ dblp:publishedIn ?venue }}
  OPTIONAL {{ ?publ dblp:doi ?doi }}
  OPTIONAL {{ ?publ dblp:pagination ?pages }}
  FILTER (?kind != dblp:Publication)
}}"""
_TYPES = {
    "Article": "article-journal", "Inproceedings": "paper-conference", "Incollection": "chapter", "Book": "book",
    "Informal": "article", "Data": "dataset", "Editorship": "book", "Reference": "entry-encyclopedia",
}  # fmt: skip
_THESIS = re.compile(r"https?://dblp\.org/rec/(?:phd|ms)/")
"""A thesis is a book there, under a key of its own."""

Row = Mapping[str, str]


def of_person(client: Client, pid: str) -> list[Record]:
    """The publications of a person by the dblp identifier."""
    query = {"query": _QUERY.format(pid=pid)}
    answer = client.get(DBLP_SPARQL, "/sparql", query, form=forms.SPARQL, lasts=LIST, there=True)
    return records(listed(inside(forms.parsed(answer, DBLP.title), "results", "bindings")))


def records(bindings: Iterable[Any]) -> list[Record]:
    """The publications of which these are the authors."""
    by_publication: dict[str, list[Row]] = {}
    for binding in bindings:
        values = binding.items() if isinstance(binding, dict) else ()
        row = {name: text(inside(value, "value")) for name, value in values}
        if row.get("publ") and row.get("title"):
            by_publication.setdefault(row["publ"], []).append(row)
    return [record_of(DBLP.name, _paper(rows)) for rows in by_publication.values()]


def _paper(rows: Sequence[Row]) -> Paper:
    first = rows[0]
    people = sorted({(int(row["ordinal"]), row["name"]) for row in rows if row.get("ordinal", "").isdecimal()})
    kinds = [row.get("kind", "").rpartition("#")[2] for row in rows]
    is_thesis = bool(_THESIS.match(first["publ"]))
    doi = first.get("doi", "")
    paper = Paper(
        title=without_stop(html_text.to_markdown(first["title"])),
        authors=tuple(names.parse(without_number(name)) for _, name in people if name),
        et_al=[at for at, _ in people] != list(range(1, len(people) + 1)),
        date=csl_parts.date(first.get("year", "")),
        type="thesis" if is_thesis else next((_TYPES[kind] for kind in kinds if kind in _TYPES), csl_type("")),
        venue=first.get("venue", ""),
        pages=first.get("pages", ""),
        doi=identifiers.doi(doi),
        arxiv=identifiers.arxiv_of_address(doi),
    )
    return normalised(paper)
