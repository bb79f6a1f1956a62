"""JSON-LD nodes (JSON-LD 1.1, vocabulary of https://schema.org): what each page is about, for search engines.

A node has only what the content says: no property is guessed, none is empty. Works, people and pages have
their addresses as ``@id`` (a person the page's with ``#person``, since the page is not the person); where the
site's address is not known, nodes have none.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from publist.content.settings_file import Config
from publist.library.library import Entry
from publist.library.terms import Ref
from publist.library.work_types import work_type
from publist.model.paper import Name, Notice, Paper, Version
from publist.outputs.downloads.pictures import original_path
from publist.outputs.machine.citation_tags import PaperUrls, container, page_range, publisher
from publist.outputs.machine.tags import Json, array, node
from publist.text import names
from publist.text.markdown import plain
from publist.text.urls import arxiv_url, doi_url, license_url, orcid_url

_TYPES: Mapping[str, str] = {
    "article": "ScholarlyArticle",
    "article-journal": "ScholarlyArticle",
    "article-magazine": "Article",
    "article-newspaper": "NewsArticle",
    "book": "Book",
    "chapter": "Chapter",
    "classic": "Book",
    "dataset": "Dataset",
    "entry-encyclopedia": "Article",
    "manuscript": "ScholarlyArticle",
    "map": "Map",
    "paper-conference": "ScholarlyArticle",
    "periodical": "Periodical",
    "post-weblog": "BlogPosting",
    "report": "Report",
    "review": "ScholarlyArticle",
    "review-book": "ScholarlyArticle",
    "software": "SoftwareSourceCode",
    "thesis": "Thesis",
    "webpage": "WebPage",
}
_SERIALS = frozenset(("article-journal", "article-magazine", "article-newspaper", "review", "review-book"))


class Work(NamedTuple):
    """A paper with what its page knows of it as plain text."""

    entry: Entry
    title: str
    abstract: str
    places: PaperUrls


def schema_type(csl_type: str) -> str:
    """The type of schema.org for a CSL type; ``CreativeWork`` where there is none of its own."""
    return _TYPES.get(csl_type, "CreativeWork")


def paper_node(work: Work, config: Config) -> Json:
    """The work that a paper's page is about."""
    paper, page = work.entry.paper, work.places.page
    return node(
        {
            "@type": schema_type(paper.type),
            "@id": page,
            "url": page,
            "mainEntityOfPage": page,
            "headline": work.title,
            "name": work.title,
            "author": _authors(work.entry, config.base_url),
            "editor": array(_person(name, "", "", "") for name in paper.editors),
            "datePublished": str(paper.date) if paper.date else "",
            "abstract": work.abstract,
            "inLanguage": paper.language or config.language,
            "keywords": list(dict.fromkeys([*paper.keywords, *[topic.title for topic in work.entry.topics]])),
            "isPartOf": _whole(paper),
            "publisher": named("Organization", publisher(paper)),
            "license": license_url(paper.license) or paper.license,
            "image": _image(work.entry, config.base_url),
            "award": [plain(award) for award in paper.awards],
            "creativeWorkStatus": "Retracted" if paper.retraction else paper.status.capitalize(),
            "correction": array(_correction(notice) for notice in paper.corrections),
            "identifier": _identifiers(paper),
            "sameAs": [url for url in (doi_url(paper.doi), arxiv_url(paper.arxiv)) if url],
            "encoding": _encoding(work.places.pdf),
            "workExample": array(_version(version, work.title) for version in paper.versions if version.described),
            **_by_type(paper),
        }
    )


def _authors(entry: Entry, base_url: str) -> Json:
    """The authors and collaborations; of a volume without any its editors, who are credited with it."""
    paper = entry.paper
    people = [
        _person(name, "" if ref.instead else ref.path, name.orcid or ref.orcid, base_url)
        for name, ref in zip(paper.authors, entry.authors, strict=True)
    ]
    people += [_person(names.collaboration(group), "", "", "") for group in paper.collaboration]
    return array(people or [_person(name, "", "", "") for name in paper.editors])


@lru_cache(maxsize=50_000)
def _person(name: Name, path: str, orcid: str, base_url: str) -> Json:
    """A person, or the group that a name stands for: the same on every page."""
    return node(of_person(name, path, orcid, base_url))


def of_person(name: Name, path: str, orcid: str, base_url: str) -> dict[str, Any]:
    """The properties of a person or a group."""
    whole = names.parts(name)
    page = base_url + path if base_url and path else ""
    identified = {"@id": f"{page}#person" if page else "", "url": page or name.url, "name": name.name}
    if whole.literal:
        return {"@type": "Organization", **identified}
    return {
        "@type": "Person",
        **identified,
        "givenName": whole.given,
        "familyName": f"{whole.particle} {whole.family}".strip(),
        "honorificSuffix": whole.suffix,
        "affiliation": named("Organization", name.affiliation),
        "sameAs": orcid_url(orcid),
    }


def named(kind: str, name: str) -> Json:
    """A node of which only type and name are known, "" where there is no name."""
    return node({"@type": kind, "name": name}) if name else Json("")


def _by_type(paper: Paper) -> dict[str, str]:
    """Properties that belong to one type only."""
    first, last = page_range(paper.pages)
    if paper.type == "book":
        return {"isbn": paper.isbn, "bookEdition": paper.edition}
    if paper.type == "thesis":
        return {"inSupportOf": paper.genre}
    if paper.type == "report":
        return {"reportNumber": paper.number}
    if schema_type(paper.type) in ("ScholarlyArticle", "Article", "NewsArticle", "Chapter"):
        return {"pagination": paper.pages.replace("--", "–"), "pageStart": first, "pageEnd": last}
    return {}


def _whole(paper: Paper) -> Json:
    """What the work is a part of: of an article the issue, of that the volume, of that the journal."""
    title, told = container(paper), work_type(paper.type, paper.venue)
    if not title or told in ("article", "thesis", "report"):
        return named("CreativeWorkSeries", paper.series)
    if told not in _SERIALS:
        kind = "Book" if told == "chapter" or paper.isbn else "CreativeWork"
        return node({"@type": kind, "name": title, "isbn": paper.isbn})
    whole = node({"@type": "Periodical", "name": title, "issn": paper.issn})
    if paper.volume:
        whole = node({"@type": "PublicationVolume", "volumeNumber": paper.volume, "isPartOf": whole})
    if paper.issue:
        whole = node({"@type": "PublicationIssue", "issueNumber": paper.issue, "isPartOf": whole})
    return whole


def _identifiers(paper: Paper) -> Json:
    doi = paper.doi if doi_url(paper.doi) else ""
    known = (("DOI", doi), ("arXiv", paper.arxiv), ("PMID", paper.pmid), ("PMCID", paper.pmcid))
    return array(node({"@type": "PropertyValue", "propertyID": name, "value": value}) for name, value in known if value)


def _image(entry: Entry, base_url: str) -> Json:
    """The paper's picture as it is; relative addresses say nothing outside of the page."""
    picture = entry.picture
    if not picture or not base_url:
        return Json("")
    return node(
        {
            "@type": "ImageObject",
            "contentUrl": base_url + original_path(picture),
            "width": picture.width or "",
            "height": picture.height or "",
            "caption": entry.paper.image_alt,
        }
    )


def _correction(notice: Notice) -> Json:
    return node(
        {
            "@type": "CorrectionComment",
            "text": notice.note,
            "url": notice.url,
            "datePublished": str(notice.date) if notice.date else "",
        }
    )


def _encoding(pdf: str) -> Json:
    if not pdf:
        return Json("")
    return node({"@type": "MediaObject", "encodingFormat": "application/pdf", "contentUrl": pdf})


def _version(version: Version, title: str) -> Json:
    """Another form in which the work exists."""
    url = version.url or doi_url(version.doi) or arxiv_url(version.arxiv)
    return node(
        {
            "@type": schema_type(version.type or "article"),
            "name": version.title or title,
            "url": url,
            "datePublished": str(version.date) if version.date else "",
            "isPartOf": named("CreativeWork", version.venue),
        }
    )


def site_node(config: Config) -> Json:
    """The site; its list can be searched by the address's ``q``."""
    base_url = config.base_url
    search = {
        "@type": "SearchAction",
        "target": {"@type": "EntryPoint", "urlTemplate": f"{base_url}?q={{search_term_string}}"},
        "query-input": "required name=search_term_string",
    }
    return node(
        {
            "@type": "WebSite",
            "@id": f"{base_url}#site" if base_url else "",
            "url": base_url,
            "name": config.title or config.owner,
            "description": config.description,
            "inLanguage": config.language,
            "license": license_url(config.license) or config.license,
            "potentialAction": search if base_url and config.search else None,
        }
    )


def list_node(
    name: str, page: str, entries: Iterable[Entry], first: int, base_url: str, about: Ref | None = None
) -> Json:
    """A page of a list, whose papers have the numbers from ``first`` on in the whole list; ``about`` is a person.

    Without ``entries`` it does not say which papers.
    """
    items = [
        f'{{"@type":"ListItem","position":{number},"url":"{base_url}{entry.path}"}}'
        for number, entry in enumerate(entries, first)
    ]
    listed = node({"@type": "ItemList", "numberOfItems": len(items), "itemListElement": Json(f"[{','.join(items)}]")})
    return node(
        {
            "@type": "CollectionPage",
            "@id": page,
            "url": page,
            "name": name,
            "about": {"@id": f"{base_url}{about.path}#person"} if about else None,
            "isPartOf": {"@id": f"{base_url}#site"},
            "mainEntity": listed if items else None,
        }
    )


def breadcrumbs(crumbs: Sequence[tuple[str, str]], base_url: str) -> Json:
    """The way from the site's first page to this one: label and site path of each page, this one last."""
    items = array(
        node({"@type": "ListItem", "position": number, "name": label, "item": base_url + path})
        for number, (label, path) in enumerate(crumbs, 1)
    )
    return node({"@type": "BreadcrumbList", "itemListElement": items})
