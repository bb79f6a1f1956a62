"""Academic for Hugo, Wowchemy, Hugo Blox: ``content/publication/**/NAME/index.md``, often with a .bib beside it.

Front matter: https://docs.hugoblox.com (Publications).
"""

from __future__ import annotations

import os
import re
from typing import Any

from publist.formats import work_types
from publist.importing.migrating import (
    author_names,
    coauthors_in_words,
    hugo_authors,
    hugo_bundles,
    hugo_files,
    hugo_pages,
    hugo_site,
    name_lists,
    template_examples,
)
from publist.importing.migrating.base import Moved, PaperObject, Placed, source_of
from publist.importing.migrating.old_site import OldSite
from publist.importing.migrating.paper_pages import (
    PageFields,
    links_of_body,
    no_authors,
    put_texts,
    text_of_page,
    title_of,
    without_keywords,
)
from publist.importing.migrating.site_pages import SitePage, read_page, text_of, texts
from publist.model.problems import Problem, suggestion, warning
from publist.text.latex.plain_maths import without_markup

NAME = "hugo-academic"
LAYOUT = "content/publication/*/index.md"
_SECTIONS = ("publication", "publications")
_TYPES = {"0": "article", "1": "paper-conference", "2": "article-journal", "3": "article", "4": "report", "5": "book"}
_TYPES |= {"6": "chapter", "7": "thesis", "8": "patent"}
"""Types as numbers, as they were written until 2023; the names of today are those of CSL."""
_SHARED = frozenset(("abstract", "summary", "doi", "publication", "publication_short", "links"))
"""What a page in another language may add."""
_NOBODY = frozenset(("admin", "me"))
"""What papers call the owner by the name of a folder: nobody's name where that folder is not there."""
_LISTS = ("links", "url_custom")
"""Links with names of their own; the second is how they were written until 2020."""
_COMMAND = re.compile(r"\\text(?:it|bf|sc|tt|rm|normal)(?=[A-Z])")
"""What an importer of BibTeX left of ``\\textit{Submitted}``."""
_APART = re.compile(r"[\s,;(]*<(?P<tag>span|font)\b[^<>]*>(?P<said>[^<>]*)</(?P=tag)>[\s).*_]*$", re.IGNORECASE)
"""What stands behind the venue in another colour: a remark."""
_LINKED = re.compile(r"\]\((\w+://[^\s)]+)\)")
_IN_VENUE = re.compile(
    r"\s*,\s*(?=(?:vol|no|num|iss|pp?|pages|\d+\s*\())(?:vol(?:ume)?\.?\s*)?(?P<volume>\d+)?\s*(?:\((?P<num"
    r"ber>[\w-]+)\))?\s*[,:]?\s*"
    r"(?:(?:no|number|num|issue)\.?\s*(?P<issue>[\w-]+))?\s*[,:]?\s*(?:(?:pp?"
    r"|pages)\.?\s*(?P<pages>\w+(?:\s*[-–]+\s*\w+)?))?"
    r"\s*[,/]?\s*(?:\(?(?:19|20)\d\d\)?)?\s*\.?$",
    re.IGNORECASE,
)


def moved(folder: str) -> Moved | None:
    """What an Academic site holds."""
    here = os.path.abspath(folder)
    inside = os.path.basename(here) in _SECTIONS
    problems: list[Problem] = []
    site = hugo_site.site_in(os.path.dirname(os.path.dirname(here)) if inside else here, problems)
    pages = _pages(site, here, inside=inside)
    if not pages:
        return None
    elsewhere = [] if inside else hugo_pages.papers_elsewhere(site, pages)
    people = hugo_authors.read(site)
    for path in (*pages, *elsewhere):
        site.announce(read_page(path, []), hugo_files.address_of(path))
    hugo_site.plan(site, people)
    records: list[Placed] = []
    for path in pages:
        if record := _record(path, site, people):
            records.append((record, (path, 0)))
    for path in elsewhere:
        if record := _record(path, site, people):
            _add(records, record, path)
    problems += hugo_bundles.left([*pages, *elsewhere], site)
    return hugo_site.whole(site, source_of(NAME, records, problems), records, people)


def _pages(site: OldSite, folder: str, *, inside: bool) -> list[str]:
    """The pages of papers: in the site's content, or in the folder itself, which may be the one that holds them."""
    above = (hugo_files.content_of(site), os.path.join(site.root, "content"), folder)
    places = [folder] if inside else [os.path.join(place, name) for place in above for name in _SECTIONS]
    for place in places:
        found = [
            path
            for path in hugo_files.pages_below(place, hugo_files.language_of(site))
            if path != hugo_files.page_in(place, "index")
        ]
        if found:
            return found
    return []


def _add(records: list[Placed], record: PaperObject, path: str) -> None:
    """Add a paper of another section; one that appeared with a publication gives that one more address."""
    for known, _ in records:
        if all(known.get(key) == record.get(key) for key in ("title", "date", "venue")):
            known["aliases"] = [*known.get("aliases", ()), *record.get("aliases", ())]
            return
    records.append((record, (path, 0)))


def _record(path: str, site: OldSite, people: hugo_authors.Authors) -> PaperObject:
    page = _filled(read_page(path, site.problems), site)
    title = title_of(page)
    if not title:
        if page.values and not page.values.get("widget"):
            site.problems.append(
                warning(path, 0, 0, "a page without a title is no paper: it was left out", "give it a title")
            )
        return {}
    if page.values.get("widget") or page.values.get("sections"):
        return {}
    if template_examples.is_example(title):
        site.problems.append(
            suggestion(
                path, 0, 0, "an example of the template was left out", "delete it there, or give it your own title"
            )
        )
        return {}
    fields = PageFields(page, site.files, site.problems)
    authors, et_al = _authors(fields, people)
    in_words = coauthors_in_words.read(_in_words(page), "" if authors else people.owner)
    authors, et_al = authors or list(in_words.authors), et_al or in_words.et_al
    nobody = _NOBODY & {*author_names.printed_names(authors)}
    record: PaperObject = {"title": title, "authors": authors, "et_al": et_al}
    record["review"] = ["authors"] if (authors and not page.sure) or nobody or in_words.authors else []
    for name in nobody:
        message, hint = f"no page below content/authors says who {name!r} is", "correct `authors:` in the paper's file"
        site.problems.append(warning(path, 0, 0, message, hint))
    record["date"] = fields.date("date", "publishdate", "year")
    record["type"] = _type(fields, page, site)
    venue = fields.take("publication")
    record |= _venue(_APART.sub("", text_of(venue)))
    record["note"] = without_markup(found["said"]) if (found := _APART.search(text_of(venue))) else ""
    record["venue_short"] = _bare_venue(fields.line("publication_short"))
    _identifiers(record, fields)
    links: dict[str, str] = {}
    record["links"] = links
    for number, link in enumerate(link for key in _LISTS for link in _mappings(fields, key)):
        _listed_link(links, link, number, fields)
    if linked := _LINKED.search(text_of(venue)):
        links.setdefault("publication", linked[1])
    _texts(record, fields, page, site)
    record = fields.paper(record)
    hugo_bundles.take(record, path, site)
    record["abstract"] = without_keywords(record.get("abstract") or "", record["keywords"] + record["topics"])
    record["note"] = _COMMAND.sub("", record.get("note") or "")
    site.address(record, page)
    if not authors:
        site.problems.append(no_authors(path))
    return record | {"extra": fields.extra()}


def _filled(page: SitePage, site: OldSite) -> SitePage:
    """The page with what it leaves open and the same page in another language says."""
    if not page.values:
        return page
    for path in hugo_files.in_other_languages(site, page.path):
        other = read_page(path, [])
        said = {key: value for key, value in other.values.items() if key in _SHARED or key.startswith("url_")}
        own = {key: value for key, value in page.values.items() if value not in ("", [], None)}
        page = page._replace(values={**page.values, **said, **own}, body=page.body or other.body)
    return page


def _authors(fields: PageFields, people: hugo_authors.Authors) -> tuple[list[Any], bool]:
    """The authors; a name that is that of a folder of content/authors stands for the person described there."""
    notes = fields.take("author_notes")
    said = fields.take("authors", "author")
    if isinstance(said, str):
        read = name_lists.read(said, people.owner)
        if read.authors and people.name(said) == said:
            return list(read.authors), read.et_al
        said = [said] if said else []
    named = [people.name(item) if isinstance(item, str) else item for item in said or ()]
    return author_names.listed(named, notes)


def _in_words(page: SitePage) -> list[str]:
    """Where co-authors may stand in words."""
    return [text_of(page.values.get(key)) for key in ("summary", "subtitle", "publication", "title")] + [page.body]


def _type(fields: PageFields, page: SitePage, site: OldSite) -> str:
    kinds = texts(fields.take("publication_types", "publication_type"))
    kind = _TYPES.get(kinds[0]) if kinds else "article"
    if kinds and not kind:
        kind = work_types.csl_type(kinds[0])
        if not work_types.is_known(kinds[0]):
            message = f"the publication type {kinds[0]!r} is not known: it is taken as a document"
            site.problems.append(warning(page.path, 0, 0, message, "correct `type:` in the paper's file"))
    if len(kinds) > 1 or (kinds and not work_types.is_known(kinds[0]) and kinds[0] not in _TYPES):
        fields.left["publication_types"] = kinds
    return kind or "article"


def _venue(text: str) -> dict[str, str]:
    """The venue, and the volume, issue and pages that stand behind its name."""
    venue = _bare_venue(without_markup(text))
    found = _IN_VENUE.search(venue)
    if not found or not any(found.groups()):
        return {"venue": venue}
    said = {
        "venue": venue[: found.start()],
        "volume": found["volume"],
        "issue": found["issue"] or found["number"],
        "pages": found["pages"],
    }
    return {
        key: re.sub(r"\s*[-–]+\s*", "-", value) if key != "venue" else value for key, value in said.items() if value
    }


def _bare_venue(text: str) -> str:
    """Without the word before it, and the commands that an importer of BibTeX left in it."""
    return re.sub(r"^In:?\s+(?=\S)", "", _COMMAND.sub("", text)).strip(" *_,")


def _identifiers(record: PaperObject, fields: PageFields) -> None:
    """What Hugo Blox keeps together: ``hugoblox: {ids: {doi: …, arxiv: …}}``."""
    said = fields.left.get("hugoblox")
    ids = said.get("ids") if isinstance(said, dict) else None
    if not isinstance(said, dict) or not isinstance(ids, dict):
        return
    for key in ("doi", "arxiv", "pmid", "isbn"):
        record[key] = text_of(ids.pop(key, ""))
    if not ids and len(said) == 1:
        fields.take("hugoblox")


def _mappings(fields: PageFields, key: str) -> list[dict[str, Any]]:
    value = fields.left.get(key)
    if not isinstance(value, list):
        return []
    fields.take(key)
    return [link for link in value if isinstance(link, dict)]


def _listed_link(links: dict[str, str], link: dict[str, Any], number: int, fields: PageFields) -> None:
    label = next(
        (text for key in ("name", "label", "title", "type") if (text := text_of(link.get(key)))), "url"
    ).lower()
    label = label if label != "custom link" else "url"
    address = text_of(link.get("url") or link.get("link") or link.get("href"))
    fields.link(links, label, f"links_{number + 1}", address)


def _texts(record: PaperObject, fields: PageFields, page: SitePage, site: OldSite) -> None:
    """Abstract, summary and what the page itself says; links that stand alone there become links of the paper."""
    body = site.markdown(page.path, template_examples.without_boilerplate(page.body))
    abstract, summary = (
        site.markdown(page.path, text_of_page(fields.take(*keys)))
        for keys in (("abstract",), ("summary", "abstract_short"))
    )
    put_texts(record, links_of_body(record, body), abstract, "" if template_examples.is_lorem(summary) else summary)
