"""Every address that people wrote: links of papers, people and the site, and those in Markdown."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from html import unescape
from typing import NamedTuple

from publist.checks.markdown_texts import Prose
from publist.content.content_folder import PEOPLE, SETTINGS
from publist.content.loading import Content, PaperRecord
from publist.content.people_file import Person
from publist.content.schema.kinds import KeyPath
from publist.model.paper import Name
from publist.text.markdown import block
from publist.text.urls import arxiv_url, doi_url, orcid_url

_MAY_LINK = re.compile(r"\]\(|\]:|://|href|src", re.IGNORECASE)
_ABSOLUTE = re.compile(r'href="(https?://[^"]+)"', re.IGNORECASE)


class Link(NamedTuple):
    """An address as written (identifiers: as their page's address), and where it stands (see ``Prose.at``)."""

    path: str
    at: KeyPath | None
    address: str


def links_of(content: Content, prose: Iterable[Prose], pdfs: Collection[str]) -> Iterator[Link]:
    """All addresses, once for each place. Of the papers named in ``pdfs`` the site has the PDF, wherever it lies."""
    for record in content.papers:
        if not record.paper.draft:
            yield from _of_paper(record, has_pdf=record.slug in pdfs)
    for piece in prose:
        if _MAY_LINK.search(piece.text):
            yield from _of_markdown(piece)
    for number, person in enumerate(content.people):
        yield from _links(PEOPLE, _of_person(number, person))
    config = content.config
    found: list[tuple[KeyPath, str]] = [(("links", label), url) for label, url in config.links.items()]
    found += [(("navigation", number), item.path) for number, item in enumerate(config.navigation)]
    yield from _links(SETTINGS, [*found, (("repository",), config.repository)])


def _of_paper(record: PaperRecord, *, has_pdf: bool) -> Iterator[Link]:
    paper = record.paper
    found: list[tuple[KeyPath, str]] = [(("doi",), doi_url(paper.doi)), (("arxiv",), arxiv_url(paper.arxiv))]
    for kind, url in paper.links.items():
        if not (kind == "pdf" and has_pdf and "://" not in url):
            found.append((("links", kind), url))
    for number, name in enumerate(paper.authors):
        found += _of_name(number, name)
    for number, version in enumerate(paper.versions):
        at = ("versions", number)
        found += [((*at, "doi"), doi_url(version.doi)), ((*at, "arxiv"), arxiv_url(version.arxiv))]
        found.append(((*at, "url"), version.url))
    return _links(record.path, found)


def _of_name(number: int, name: Name) -> list[tuple[KeyPath, str]]:
    at = ("authors", number)
    return [((*at, "url"), name.url), ((*at, "orcid"), orcid_url(name.orcid))]


def _of_person(number: int, person: Person) -> list[tuple[KeyPath, str]]:
    found: list[tuple[KeyPath, str]] = [((number, "url"), person.url), ((number, "orcid"), orcid_url(person.orcid))]
    return [*found, ((number, "page"), person.page)]


def _links(path: str, found: Iterable[tuple[KeyPath, str]]) -> Iterator[Link]:
    return (Link(path, at, address) for at, address in found if address)


def _of_markdown(piece: Prose) -> Iterator[Link]:
    """The addresses of a text, as the page that shows it will have them."""
    relative: list[str] = []

    def noted(url: str) -> str:
        relative.append(url)
        return url

    html = block(piece.text, noted)
    for address in dict.fromkeys([*relative, *_ABSOLUTE.findall(html)]):
        yield Link(piece.path, piece.at, unescape(address))
