"""The JSON-LD node of a paper in a compact site: without what its tags say and nobody asks of it."""

from __future__ import annotations

from publist.content.settings_file import Config
from publist.library.library import Entry
from publist.model.paper import Name
from publist.outputs.machine.citation_tags import container
from publist.outputs.machine.json_ld import Work, named, schema_type
from publist.outputs.machine.tags import Json, array, node
from publist.text import names
from publist.text.urls import arxiv_url, doi_url, license_url, orcid_url


def compact_paper_node(work: Work, config: Config) -> Json:
    """The work that a paper's page is about; of people the name alone, and the ORCID."""
    paper = work.entry.paper
    return node(
        {
            "@type": schema_type(paper.type),
            "@id": work.places.page,
            "headline": work.title,
            "author": array(_authors(work.entry)),
            "datePublished": str(paper.date) if paper.date else "",
            "inLanguage": paper.language or config.language,
            "isPartOf": named("CreativeWork", container(paper)),
            "license": license_url(paper.license) or paper.license,
            "creativeWorkStatus": "Retracted" if paper.retraction else paper.status.capitalize(),
            "sameAs": [url for url in (doi_url(paper.doi), arxiv_url(paper.arxiv)) if url],
        }
    )


def _authors(entry: Entry) -> list[Json]:
    """The authors and collaborations; of a volume without any its editors, as in any other site."""
    paper = entry.paper
    people = [_person(name, name.orcid or ref.orcid) for name, ref in zip(paper.authors, entry.authors, strict=True)]
    people += [_person(names.collaboration(group), "") for group in paper.collaboration]
    return people or [_person(name, "") for name in paper.editors]


def _person(name: Name, orcid: str) -> Json:
    kind = "Organization" if names.parts(name).literal else "Person"
    return node({"@type": kind, "name": name.name, "sameAs": orcid_url(orcid)})
