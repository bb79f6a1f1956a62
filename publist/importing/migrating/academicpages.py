"""academicpages: ``_publications/*.md``, whose authors often stand in a line of citation only.

Front matter: https://github.com/academicpages/academicpages.github.io (_publications, markdown_generator).
"""

from __future__ import annotations

import os
import re

from publist.formats import work_types
from publist.formats.normalising import statuses
from publist.importing.migrating import (
    author_names,
    citation_lines,
    coauthors_in_words,
    jekyll,
    name_lists,
    template_examples,
)
from publist.importing.migrating.base import Moved, PaperObject, Placed, source_of
from publist.importing.migrating.name_lists import NameList
from publist.importing.migrating.old_site import OldSite
from publist.importing.migrating.paper_pages import (
    PageFields,
    links_of_body,
    no_authors,
    put_texts,
    text_of_page,
    title_of,
)
from publist.importing.migrating.site_pages import SitePage, read_page, text_of
from publist.model.problems import Problem, suggestion, warning

NAME = "academicpages"
LAYOUT = "_publications/*.md"
FOLDERS = ("_publications", "_papers", "_publication")
_TYPES = {
    "conferences": "paper-conference",
    "manuscripts": "article-journal",
    "books": "book",
    "preprints": "article",
    "chapters": "chapter",
    "theses": "thesis",
    "workshops": "paper-conference",
    "journals": "article-journal",
    "journal": "article-journal",
    "conference": "paper-conference",
    "workshop": "paper-conference",
    "manuscript": "manuscript",
}
_AUTHORS = ("authors", "author", "coauthors", "author_list", "authorlist", "creators")
"""Not in the template; many sites have added one of them."""
_IN_WORDS = ("excerpt", "citation", "summary", "description", "subtitle", "note")
"""Where co-authors may stand in words."""
_CITED = re.compile(
    r"^[^\w\n]*(?:recommended )?citation:.*$|^[^\w\n]*download (?:the )?(?:paper|pdf|slides|bibtex)(?: here)?\b.*$"
    r"|^<a\b[^>\n]*>[ \t]*download (?:paper|pdf|slides)[^<\n]*</a>[ \t]*$",
    re.MULTILINE | re.IGNORECASE,
)
_NAMES = re.compile(
    r"(?:[^\W\d_][\w'’-]*(?: [^\W\d_][\w'’-]*){0,2}, (?:[^\W\d_]\.[ -]?){1,4}(?:,? ?(?:&|and) |, |,? ?$)){2,}",
    re.UNICODE,
)
"""An excerpt that is nothing but the authors: ``Doe, J. A., Roe, R., & Poe, E.``"""
_HEADING = re.compile(
    r"^[ \t]*#+[ \t]*(?:abstract|summary)[ \t]*:?[ \t]*$|^[ \t]*\*\*abstract:?\*\*:?", re.IGNORECASE | re.MULTILINE
)


def moved(folder: str) -> Moved | None:
    """What an academicpages site holds."""
    here = os.path.abspath(folder)
    root = os.path.dirname(here) if os.path.basename(here) in FOLDERS else here
    pages = [path for name in FOLDERS for path in jekyll.markdown_in(os.path.join(root, name))]
    if not pages:
        return None
    problems: list[Problem] = []
    site = jekyll.site_in(root, problems, "files", "images", "assets")
    read = [read_page(path, problems) for path in pages]
    for page in read:
        site.announce(page, f"publication/{os.path.splitext(os.path.basename(page.path))[0]}")
    jekyll.plan(site)
    records: list[Placed] = [(record, (page.path, 0)) for page in read if (record := paper_of(page, site))]
    return jekyll.whole(site, source_of(NAME, records, problems), records)


def paper_of(page: SitePage, site: OldSite) -> PaperObject:
    """The paper of a page that was announced; nothing, and the reason among the problems, if it is none."""
    title = title_of(page)
    if not title:
        site.problems.append(
            warning(page.path, 0, 0, "a page without a title is no paper: it was left out", "give it a title")
        )
        return {}
    fields = PageFields(page, site.files, site.problems)
    citation = fields.line_of_html("citation", "ieee_citation", "apa_citation", "recommended_citation", "cite")
    if template_examples.is_example(title, citation):
        site.problems.append(
            suggestion(
                page.path,
                0,
                0,
                "an example of the template was left out",
                "delete its draft, or give it your own title",
            )
        )
        return {}
    cited = citation_lines.read(citation, title, site.owner, fields.page.values.get("venue") or "")
    people = _authors(fields, cited.names, site)
    if not people.authors and _NAMES.fullmatch(said := fields.line_of_html("excerpt")):
        people = name_lists.read(said, site.owner)
        page = page._replace(body=page.body.removeprefix(text_of(fields.take("excerpt"))).strip())
    if not people.authors:
        words = [text for key in _IN_WORDS if (text := text_of(fields.left.get(key)))]
        people = coauthors_in_words.read([*words, title, page.body], site.owner)
        title = coauthors_in_words.bare_title(title, people)
    record: PaperObject = {"title": title, "authors": list(people.authors), "et_al": people.et_al}
    if not (people.sure and page.sure) and people.authors:
        record["review"] = ["authors"]
    if not people.authors:
        site.problems.append(no_authors(page.path))
    record["date"] = fields.date("date", "year", "pubdate", "publication_date", name=page.path)
    record["type"] = _type(fields)
    _texts(record, fields, page, site)
    record = fields.paper(record)
    record |= {key: value for key, value in cited.fields.items() if not record.get(key)}
    if not record["date"] and (year := re.search(r"\b(?:19|20)\d\d\b", citation)):
        record["date"] = year[0]
    if citation:
        fields.left["citation"] = citation
    site.address(record, page)
    return record | {"extra": fields.extra()}


def _authors(fields: PageFields, cited: NameList, site: OldSite) -> NameList:
    """The authors of a list, else of a line; where the line has fewer than the citation, those of the citation."""
    value = author_names.first_list(fields.left, _AUTHORS)
    key = next((key for key in _AUTHORS if key in fields.left and fields.left[key] == value), "")
    if isinstance(value, list) and (len(value) > 1 or not isinstance(value[0], str)):
        fields.take(key)
        authors, et_al = author_names.listed(value)
        return NameList(tuple(authors), et_al)
    said = name_lists.read(value[0] if isinstance(value, list) else str(value), site.owner) if value else NameList()
    if key == "coauthors":  # the owner wrote it with these
        return cited if cited.authors else _with_owner(said, site)
    if len(cited.authors) > len(said.authors) and (cited.sure or not said.authors):
        return cited
    if said.authors:
        fields.take(key)
    return said if said.authors else cited


def _with_owner(said: NameList, site: OldSite) -> NameList:
    if not said.authors or not site.owner:
        return said
    return NameList((site.owner, *said.authors), said.et_al, sure=False)


def _type(fields: PageFields) -> str:
    """The kind of work: as the category or the type says, else by what the venue is called."""
    for key in ("category", "pubtype", "publication_type", "type", "categories"):
        said = fields.left.get(key)
        name = said[0] if isinstance(said, list) and said and isinstance(said[0], str) else said
        if isinstance(name, str) and (name.lower() in _TYPES or work_types.is_known(name)):
            fields.take(key)
            return _TYPES.get(name.lower()) or work_types.csl_type(name)
    return type_of_venue(
        str(fields.left.get("venue") or fields.left.get("journal") or fields.left.get("booktitle") or "")
    )


def type_of_venue(venue: str) -> str:
    """The kind of work that a venue's name tells: proceedings, a preprint server, a thesis, else a journal."""
    if not venue:
        return "article"
    if re.search(
        r"\b(?:arxiv|preprint|ssrn|biorxiv|medrxiv|working paper|under review|submitted)\b", venue, re.IGNORECASE
    ):
        return "article"
    if re.search(r"\bthesis|dissertation\b", venue, re.IGNORECASE):
        return "thesis"
    if re.search(
        r"\b(?:proceedings|conference|symposium|workshop|meeting|congress|proc\.|conf\.)", venue, re.IGNORECASE
    ):
        return (
            "paper-conference"
            if not re.search(r"^proceedings of the (?:national academy|royal society|ieee$)", venue, re.IGNORECASE)
            else "article-journal"
        )
    return "article-journal"


def _texts(record: PaperObject, fields: PageFields, page: SitePage, site: OldSite) -> None:
    """The abstract and the summary: what the page says under its front matter, and its excerpt, or a status there."""
    body = site.markdown(page.path, _HEADING.sub("", _CITED.sub("", page.body)))
    abstract, summary = (
        site.markdown(page.path, text_of_page(fields.take(*keys)))
        for keys in (("abstract",), ("excerpt", "summary", "description", "tldr"))
    )
    put_texts(record, links_of_body(record, body), abstract, summary)
    for key in ("summary", "abstract"):
        if status := statuses.status_of(record.get(key, "")):
            record["status"], record[key] = status, ""
