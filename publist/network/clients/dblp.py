"""dblp's XML of a person (https://dblp.org/faq/13501473.html): every publication with its kind, venue and addresses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from publist.formats import csl_parts
from publist.formats.json_records import inside, listed, text
from publist.formats.normalising.steps import normalised
from publist.formats.work_types import csl_type
from publist.model.paper import Name, Paper
from publist.network import forms
from publist.network.answers import LIST, RECORD
from publist.network.client import Client
from publist.network.clients import dblp_sparql
from publist.network.clients.dblp_text import without_number
from publist.network.clients.title_text import search_words, without_stop
from publist.network.failures import Unanswered
from publist.network.records import Listing, Record, record_of
from publist.network.services import DBLP
from publist.text import html_text, identifiers, names

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_TYPES = {
    "article": "article-journal", "inproceedings": "paper-conference", "incollection": "chapter", "book": "book",
    "proceedings": "book", "phdthesis": "thesis", "mastersthesis": "thesis", "data": "dataset", "www": "",
}  # fmt: skip
"""dblp's kinds of records to CSL types; ``www`` is a home page."""
_NAMED = re.compile(r"&(?!(?:amp|lt|gt|quot|apos);)([A-Za-z]\w*);")


def of_person(client: Client, pid: str) -> Listing:
    """The publications of a person by the dblp identifier, such as 04/5678-1.

    Where dblp's pages are closed to programs its SPARQL service is asked, which knows fewer addresses; where they
    only do not answer now, another day will do.
    """
    partial = False
    try:
        found = _of_page(client, pid)
    except Unanswered as closed:
        if closed.again or closed.after is not None:
            raise
        try:
            found, partial = dblp_sparql.of_person(client, pid), True
        except Unanswered:
            raise closed from None
    if not found:
        hint = "Correct the identifier under `sources:`; it is in the address of your page at dblp.org/pid/."
        raise Unanswered(f"dblp lists no publications of {pid}", hint=hint).at(f"{DBLP.root}/pid/{pid}")
    return Listing(tuple(found), partial=partial)


def _of_page(client: Client, pid: str) -> list[Record]:
    """What the page of a person lists; nothing where there is none, which is an answer."""
    answer = client.get(DBLP, f"/pid/{quote(pid, safe='/-')}.xml", form=forms.XML, lasts=LIST)
    if not answer.found:
        return []
    tree = _tree(answer.text)
    if tree.tag != "dblpperson":
        raise Unanswered("dblp answered with no person").at(answer.url)
    return list(_records(tree))


def search(client: Client, title: str, rows: int = 5) -> list[Record]:
    """Publications with all words of a title."""
    query = {"q": search_words(title), "format": "json", "h": rows}
    answer = client.get(DBLP, "/search/publ/api", query, form=forms.JSON, lasts=RECORD, there=True)
    said = forms.parsed(answer, DBLP.title)
    hits = [inside(hit, "info") for hit in listed(inside(said, "result", "hits", "hit"))]
    return [record_of(DBLP.name, paper) for info in hits if (paper := _paper_of_hit(info)).title]


def _paper_of_hit(info: Any) -> Paper:
    kinds = {"Journal Articles": "article-journal", "Conference and Workshop Papers": "paper-conference"}
    people = [text(inside(one, "text")) or text(one) for one in listed(inside(info, "authors", "author"))]
    address = text(inside(info, "ee"))
    paper = Paper(
        title=without_stop(html_text.to_markdown(text(inside(info, "title")))),
        authors=tuple(names.parse(without_number(name)) for name in people if name),
        date=csl_parts.date(text(inside(info, "year"))),
        type=kinds.get(text(inside(info, "type")), "article"),
        venue=text(inside(info, "venue")),
        volume=text(inside(info, "volume")),
        pages=text(inside(info, "pages")),
        doi=identifiers.doi(text(inside(info, "doi"))) or identifiers.doi_of_address(address),
        arxiv=identifiers.arxiv_of_address(address),
    )
    return normalised(paper)


def _tree(xml: str) -> Element:
    """The XML as a tree; names of characters that only HTML knows are resolved."""
    from xml.etree import ElementTree

    plain = _NAMED.sub(lambda found: unescape(found[0]), xml)
    try:
        return ElementTree.fromstring(plain)  # noqa: S314 - expat refuses entity bombs, and the size is limited
    except (ElementTree.ParseError, ValueError) as problem:
        raise Unanswered(f"dblp: the XML cannot be read: {problem}") from problem


def _records(tree: Element) -> Iterator[Record]:
    for place in tree.findall("r"):
        for item in place:
            kind = _TYPES.get(item.tag, "document")
            if kind and (paper := _paper(item, kind)).title:
                yield record_of(DBLP.name, paper)


def _paper(item: Element, kind: str) -> Paper:
    said = {name: _text(item, name) for name in ("journal", "booktitle", "volume", "number", "pages", "school")}
    addresses = [(place.text or "").strip() for place in item.findall("ee")]
    doi = next(filter(None, map(identifiers.doi_of_address, addresses)), "")
    pdf = next((found for one in addresses if one.lower().endswith(".pdf") and (found := _address(one))), "")
    informal = item.get("publtype", "").startswith("informal")
    paper = Paper(
        title=_title(item),
        authors=tuple(_name(person) for person in item.findall("author")),
        editors=tuple(_name(person) for person in item.findall("editor")),
        date=csl_parts.date(_text(item, "year")),
        type="article" if informal else csl_type(kind),
        venue=said["journal"] or said["booktitle"],
        volume=said["volume"],
        issue=said["number"],
        pages=said["pages"],
        publisher=said["school"] or _text(item, "publisher"),
        doi=doi,
        arxiv=next(filter(None, map(identifiers.arxiv_of_address, addresses)), ""),
        isbn=_text(item, "isbn"),
        links=_links(addresses, pdf),
    )
    return normalised(paper)


def _links(addresses: list[str], pdf: str) -> dict[str, str]:
    page = next((one for one in addresses if _address(one) != pdf and not identifiers.is_doi_address(one)), "")
    links = {"url": _address(page), "pdf": pdf}
    return {label: address for label, address in links.items() if address}


def _address(text_: str) -> str:
    return identifiers.web_address(text_)


def _text(item: Element, name: str) -> str:
    found = item.find(name)
    return " ".join("".join(found.itertext()).split()) if found is not None else ""


def _title(item: Element) -> str:
    """The title with its emphasis, without dblp's full stop."""
    from xml.etree import ElementTree

    found = item.find("title")
    if found is None:
        return ""
    markup = ElementTree.tostring(found, encoding="unicode").partition(">")[2].rpartition("</title>")[0]
    return without_stop(html_text.to_markdown(text(markup)).replace("\n\n", " ").strip())


def _name(person: Element) -> Name:
    """The name without the number that tells people of one name apart."""
    printed = without_number(" ".join("".join(person.itertext()).split()))
    return names.parse(printed)._replace(orcid=identifiers.orcid(person.get("orcid", "")))
