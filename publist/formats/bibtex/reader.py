"""One entry to one paper: each field to where the model has it, what is unknown to ``extra``."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from publist.formats import dates_in_words
from publist.formats.bibtex import dates, entry_types, field_names
from publist.formats.bibtex.addresses import address_before, addresses_of
from publist.formats.bibtex.annotations import ORCID, ROLES, with_orcids, with_roles
from publist.formats.bibtex.journal_macros import JOURNALS
from publist.formats.bibtex.names import People, people
from publist.formats.bibtex.resolved_entries import ResolvedEntry
from publist.formats.bibtex.values import Values, line, verbatim
from publist.formats.keywords import split_keywords
from publist.formats.normalising import preprint_servers
from publist.formats.normalising.database_remarks import lines_apart
from publist.formats.normalising.group_authors import collaborations
from publist.formats.normalising.statuses import BIBLATEX, status_of
from publist.formats.normalising.steps import normalised
from publist.model.paper import Date, Name, Paper, Plain
from publist.text import identifiers
from publist.text.latex import addresses

_PAGE_DASH = re.compile(r"\s*[-–—‐‑−]+\s*")
_SUBTITLES = {
    "journal": "journalsubtitle",
    "booktitle": "booksubtitle",
    "journaltitle": "journalsubtitle",
    "maintitle": "mainsubtitle",
}
_REVIEWED = {
    "author": "authors", "editor": "editors", "journal": "venue", "booktitle": "venue", "year": "date", "month": "date",
    "url": "links", "address": "place", "school": "publisher", "eprint": "arxiv",
}  # fmt: skip
_FIELDS = frozenset(Paper._fields)
_ARTICLE_NUMBERS = ("eid", "articleno", "article-number", "art_number", "article_number", "articlenumber")
_NUMBERS = ("number", "collection-number", *_ARTICLE_NUMBERS)


def paper(record: ResolvedEntry) -> Paper:
    """The paper of an entry; its title is empty if it has none."""
    values = Values(record.values)
    doubts = [*record.doubts]
    title = _title(values)
    authors = _people("author", values)
    editors = _people("editor", values)
    doubts += ["author"] * authors.guessed + ["editor"] * editors.guessed
    date, status = _date(values, doubts)
    if date is None and authors.year:
        date = Date(authors.year)
        doubts.append("date")
    ids = _identifiers(values)
    kind = _type(record, values, eprint=bool(ids.arxiv))
    if kind == "manuscript" and values.left.keys() & {"eventtitle", "event"}:
        kind = "speech"
    if kind == "speech":
        values.put_back("address", values.take("venue"))
    if kind in ("speech", "manuscript") and not date and not status:
        date = dates.iso(verbatim(values.left.get("eventdate", "")))
    read = Paper(
        title=title,
        authors=authors.names,
        et_al=authors.et_al,
        collaboration=collaborations(
            values.line("collaboration", "collaborations", "group-author", "groupauthor", "corpauthor")
        ),
        date=date,
        status=status or _status(values),
        type=kind,
        venue=_venue(kind, values, title),
        **_lines(kind, record.type, values),
        editors=(*editors.names, Name("et al.", literal=True)) if editors.et_al else editors.names,
        category=ids.category,
        doi=ids.doi,
        arxiv=ids.arxiv,
        pmid=ids.pmid,
        pmcid=ids.pmcid,
        links=_links(values),
        keywords=split_keywords(values.line("keywords", "keyword", "author_keywords", "keywords-plus")),
        awards=split_keywords(values.line("award_name", "awards", "award")),
        note=values.paragraphs("note", before=lines_apart),
        key=record.key,
        review=_review(doubts),
        abstract=values.paragraphs("abstract"),
    )
    return normalised(read._replace(extra=_extra(values)))


def _status(values: Values) -> str:
    """The status of BibLaTeX's ``pubstate``; a word that is none is left."""
    said = values.take("pubstate", "status")
    status = status_of(line(said)) or next((own for own, key in BIBLATEX.items() if key == line(said).lower()), "")
    if not status:
        values.put_back("pubstate", said)
    return status


def _people(field: str, values: Values) -> People:
    """The people of a field, with the ORCID iDs and the parts in the work that the entry gives them."""
    found = people(values.take(field, f"{field}s"))
    for name, annotate in ((field + ORCID, with_orcids), (field + ROLES, with_roles)):
        said = values.take(name)
        named = annotate(found.names, verbatim(said))
        if named is None:
            values.put_back(name, said)
        else:
            found = found._replace(names=named)
    return found


def _title(values: Values) -> str:
    title, subtitle = values.markdown("title"), values.markdown("subtitle")
    if not title:
        return subtitle or values.markdown("booktitle", "maintitle", "eventtitle")
    return _with_subtitle(title, subtitle)


def _with_subtitle(title: str, subtitle: str) -> str:
    return f"{title}{' ' if title[-1] in '.:?!' else ': '}{subtitle}" if subtitle else title


def _date(values: Values, doubts: list[str]) -> tuple[Date | None, str]:
    """The date and the status that stands in its place; what of the fields they do not say stays in them."""
    whole, year, month, day = (values.take(name) for name in ("date", "year", "month", "day"))
    if not whole and not year and dates_in_words.read(line(month)).date:
        year, month = month, ""  # month = {September 2014}
    whole = verbatim(whole)
    said, parts = dates_in_words.read(whole), (line(year), line(month), line(day))
    date, status = said.date, said.status
    if whole and not status and not (date and dates.is_exact(whole)):
        values.put_back("date", whole)
        doubts += ["date"] * (date is None or not dates.is_range(whole))
    if date is None:
        date, status = dates.classic(*parts), status or dates_in_words.read(parts[0]).status
        whole_is_said = dates.understood(*parts) or (status and not parts[1] and not parts[2])
    else:
        again = dates.classic(*parts)
        whole_is_said = not any(parts) or (
            bool(again) and str(date).startswith(str(again)) and dates.understood(*parts)
        )
    if not whole_is_said:
        for name, text in (("year", year), ("month", month), ("day", day)):
            values.put_back(name, text)
        doubts += ["year"] * (not dates.is_plain_year(parts[0]) or not dates.is_range(parts[1]))
    if date is None and (whole or year) and not status:
        doubts.append("date")
    return date, status


class _Ids(NamedTuple):
    doi: str
    arxiv: str
    category: str
    pmid: str
    pmcid: str


def _identifiers(values: Values) -> _Ids:
    """The bare identifiers; a field that holds something else is left for ``extra``."""
    doi = _identifier(values, ("doi",), identifiers.doi)
    arxiv = _identifier(values, ("arxiv", "arxivid", "arxiv_id", "arxivnumber"), identifiers.arxiv)
    pmid = _identifier(values, ("pmid", "pubmed", "pubmedid", "pubmed_id"), identifiers.pmid)
    pmcid = _identifier(values, ("pmcid", "pmc", "pubmedcentral"), identifiers.pmcid)
    eprint, prefix = values.take("eprint"), values.take("archiveprefix", "eprinttype")
    said, system = verbatim(eprint), verbatim(prefix).lower()
    if (system in ("arxiv", "arxiv.org", "") and (found := _arxiv_of_eprint(said))) or (
        found := identifiers.arxiv(f"{system}/{said}")
    ):
        arxiv = arxiv or found
    elif system in ("pubmed", "pmid") and identifiers.pmid(said):
        pmid = pmid or identifiers.pmid(said)
    elif system in ("doi", "") and identifiers.doi(said):
        doi = doi or identifiers.doi(said)
    elif not system and identifiers.web_address(said):  # Google Scholar's address of the text
        values.put_back("pdf" if said.lower().endswith(".pdf") else "preprint", eprint)
    else:
        values.put_back("eprint", eprint)
        values.put_back("archiveprefix", prefix)
        if preprint_servers.is_server(system) and not {"journal", "journaltitle", "booktitle"} & values.left.keys():
            values.put_back("howpublished", prefix)
    category = verbatim(values.take("primaryclass", "eprintclass")) if arxiv else ""
    return _Ids(doi, arxiv, category, pmid, pmcid)


def _arxiv_of_eprint(said: str) -> str:
    """``2101.00001v2``, ``arXiv:2101.00001 [cs.CL]``, ``https://arxiv.org/abs/2101.00001``."""
    bare = re.sub(r"\s*\[[^\]]*\]$", "", said)
    return identifiers.arxiv(bare) or identifiers.arxiv(f"arxiv:{bare}")


def _identifier(values: Values, names: tuple[str, ...], bare: identifiers.Bare) -> str:
    """The identifier in the first of the fields that has one."""
    for name in names:
        text = values.take(name)
        plain = verbatim(text)
        if found := bare(plain) or bare(plain.rstrip(".")):
            return found
        values.put_back(name, text)
    return ""


def _type(record: ResolvedEntry, values: Values, *, eprint: bool) -> str:
    subtype = line(values.left.get("entrysubtype", ""))
    venue = " ".join(line(record.values.get(name, "")) for name in ("journal", "journaltitle", "howpublished"))
    kind = entry_types.csl_type(record.type, subtype, venue, eprint=eprint)
    if subtype and kind in (subtype, f"article-{subtype}"):
        values.take("entrysubtype")
    return kind


def _venue(kind: str, values: Values, title: str) -> str:
    _address_of_howpublished(values)
    order: tuple[str, ...] = ("howpublished", "journal", "journaltitle", "booktitle", "maintitle")
    if kind in entry_types.PERIODICALS:
        order = ("journal", "journaltitle", "fjournal", "booktitle")
    elif kind in entry_types.PARTS:
        order = ("booktitle", "journal", "journaltitle", "conference", "eventtitle", "maintitle")
    for name in order:
        venue = _venue_of(name, values)
        if venue and (not f"{title}:".startswith(f"{venue}:") or name != "booktitle" or kind in entry_types.PARTS):
            return _with_subtitle(venue, values.line(_SUBTITLES.get(name, "")))
    return ""


def _address_of_howpublished(values: Values) -> None:
    """Where a work is on the web is its address; what is said of that goes where BibLaTeX has such remarks."""
    found, rest = address_before(values.left.get("howpublished", ""))
    if found and "url" not in values.left:
        del values.left["howpublished"]
        values.put_back("url", found)
        values.put_back("addendum", rest)


def _venue_of(name: str, values: Values) -> str:
    text = values.take(name)
    venue = line(text)
    if name == "howpublished" and venue == "Preprint":
        return ""
    return JOURNALS.get(venue.lstrip("\\"), venue) if venue.startswith("\\") else venue


def _lines(kind: str, entry_type: str, values: Values) -> dict[str, Any]:
    """The fields of one line of plain text, by the model's names."""
    serial = kind in entry_types.PERIODICALS
    plain = ((field, name) for field, name in field_names.PLAIN.items() if field != "publisher")
    lines = {name: values.line(field, *field_names.OTHER_NAMES.get(field, ())) for field, name in plain}
    lines["issue"] = values.line("number", "issue") if serial else values.line("issue")
    lines["number"] = values.line(*_ARTICLE_NUMBERS) if serial else values.line(*_NUMBERS)
    if kind == "report":
        lines["number"] = lines["number"] or values.line("reportnumber", "report-number")
    for field, others in field_names.SERIAL_NUMBERS.items():
        lines[field] = " ; ".join(filter(None, (lines[field], *map(values.line, others))))
    lines["pages"] = _pages(values.line("pages"))
    schools, houses = ("school", "institution"), ("publisher", "organization")
    by_school = kind in ("thesis", "report")
    lines["publisher"] = values.line(*schools, *houses) if by_school else values.line(*houses, *schools)
    if kind in entry_types.VERSIONED:
        lines["edition"] = lines["edition"] or values.line("version")
    genre = entry_types.ABBREVIATED_GENRES.get(lines["genre"], lines["genre"])
    told = entry_types.GENRES.get(entry_type, "") or entry_types.BOOKS.get(entry_type, "")
    lines["genre"] = told if not genre else "" if genre == "Thesis" else genre
    return lines


def _pages(text: str) -> str:
    return _PAGE_DASH.sub("-", re.sub(r"^p?p\.?\s*(?=[\dA-Za-z]*\d)", "", text))


def _links(values: Values) -> dict[str, str]:
    """The address of the work, and what people's own fields link to."""
    links: dict[str, str] = {}
    if "url" not in values.left and "ee" in values.left:
        values.left["url"] = values.left.pop("ee")  # DBLP's electronic edition
    for name in [name for name in values.left if name == "url" or name in field_names.LINKS or name.startswith("url_")]:
        found, rest = addresses_of(name, values.left[name])
        for number, where in enumerate(found):
            label = name.removeprefix("url_") or name
            links.setdefault(label if not number else f"{'link' if label == 'url' else label}-{number + 1}", where)
        if found:
            values.left[name] = rest
    return links


def _review(doubts: list[str]) -> tuple[str, ...]:
    """The model's fields that the doubts are about."""
    names = (_REVIEWED.get(name, name) for name in doubts)
    return tuple(dict.fromkeys(name if name in _FIELDS else "extra" for name in names))


def _extra(values: Values) -> dict[str, Plain]:
    """What nobody has taken, under its own name."""
    read = {
        name: addresses.without_braces(text.strip()) if field_names.is_verbatim(name) else line(text)
        for name, text in values.left.items()
    }
    return {name: text for name, text in read.items() if text}
