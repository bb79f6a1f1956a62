"""One entry to one paper: each field to where the model has it, what is unknown to ``extra``."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from publist.formats.bibtex import dates, entry_types, field_names
from publist.formats.bibtex.annotations import ORCID, with_orcids
from publist.formats.bibtex.journal_macros import JOURNALS
from publist.formats.bibtex.names import People, people
from publist.formats.bibtex.resolved_entries import ResolvedEntry
from publist.formats.bibtex.values import Values, line, verbatim
from publist.formats.keywords import split_keywords
from publist.model.paper import Date, Name, Paper, Plain
from publist.text import identifiers

_PAGE_DASH = re.compile(r"\s*[-–—‐‑−]+\s*")
_ARXIV_TEXT = re.compile(r"ar\s?xiv|\bcorr\b|^abs/", re.IGNORECASE)
_REVIEWED = {
    "author": "authors", "editor": "editors", "journal": "venue", "booktitle": "venue", "year": "date", "month": "date",
    "url": "links", "address": "place", "school": "publisher", "eprint": "arxiv",
}  # fmt: skip
_FIELDS = frozenset(Paper._fields)


def paper(record: ResolvedEntry) -> Paper:
    """The paper of an entry; its title is empty if it has none."""
    values = Values(record.values)
    doubts = [*record.doubts]
    title = _title(values)
    authors = _people("author", values)
    editors = _people("editor", values)
    doubts += ["author"] * authors.guessed + ["editor"] * editors.guessed
    date = _date(values, doubts)
    ids = _identifiers(values)
    kind = _type(record, values, eprint=bool(ids.arxiv))
    venue = _venue(kind, values, title)
    links = _links(values)
    arxiv = ids.arxiv or _arxiv_in_venue(venue, record.values.get("volume", ""))
    read = Paper(
        title=title,
        authors=authors.names,
        et_al=authors.et_al,
        date=date,
        type=kind,
        venue=venue,
        **_lines(kind, record.type, values),
        editors=(*editors.names, Name("et al.", literal=True)) if editors.et_al else editors.names,
        category=ids.category,
        doi=ids.doi,
        arxiv=arxiv,
        pmid=ids.pmid,
        pmcid=ids.pmcid,
        links=links,
        keywords=split_keywords(values.line("keywords", "keyword")),
        note=values.paragraphs("note"),
        key=record.key,
        review=_review(doubts),
        abstract=values.paragraphs("abstract"),
    )
    return read._replace(extra=_extra(values))


def _people(field: str, values: Values) -> People:
    """The people of a field, with the ORCID iDs that the entry gives them."""
    found = people(values.take(field, f"{field}s"))
    said = values.take(field + ORCID)
    named = with_orcids(found.names, verbatim(said))
    if named is None:
        values.put_back(field + ORCID, said)
        return found
    return found._replace(names=named)


def _title(values: Values) -> str:
    title, subtitle = values.markdown("title"), values.markdown("subtitle")
    if not title:
        return subtitle or values.markdown("booktitle", "maintitle", "eventtitle")
    return f"{title}{' ' if title[-1] in '.:?!' else ': '}{subtitle}" if subtitle else title


def _date(values: Values, doubts: list[str]) -> Date | None:
    """The date; what of the fields it does not say stays in them."""
    whole, year, month, day = (values.take(name) for name in ("date", "year", "month", "day"))
    date = dates.iso(whole) if whole else None
    if whole and not (date and dates.is_exact(whole)):
        values.put_back("date", whole)
    if date is None:
        date = dates.classic(line(year), line(month), line(day))
        if not dates.understood(line(year), line(month), line(day)):
            for name, text in (("year", year), ("month", month), ("day", day)):
                values.put_back(name, text)
    elif year or month or day:
        again = dates.classic(line(year), line(month), line(day))
        if not (again and str(date).startswith(str(again)) and dates.understood(line(year), line(month), line(day))):
            for name, text in (("year", year), ("month", month), ("day", day)):
                values.put_back(name, text)
    if date is None and (whole or year):
        doubts.append("date")
    return date


class _Ids(NamedTuple):
    doi: str
    arxiv: str
    category: str
    pmid: str
    pmcid: str


def _identifiers(values: Values) -> _Ids:
    """The bare identifiers; a field that holds something else is left for ``extra``."""
    doi = _identifier(values, "doi", identifiers.doi)
    arxiv = _identifier(values, "arxiv", identifiers.arxiv) or _identifier(values, "arxivid", identifiers.arxiv)
    pmid = _identifier(values, "pmid", identifiers.pmid) or _identifier(values, "pubmed", identifiers.pmid)
    pmcid = _identifier(values, "pmcid", identifiers.pmcid) or _identifier(values, "pubmedcentral", identifiers.pmcid)
    eprint, prefix = values.take("eprint"), values.take("archiveprefix", "eprinttype")
    said, system = verbatim(eprint), verbatim(prefix).lower()
    if system in ("arxiv", "") and (found := identifiers.arxiv(said) or identifiers.arxiv(f"arxiv:{said}")):
        arxiv = arxiv or found
    elif system in ("pubmed", "pmid") and identifiers.pmid(said):
        pmid = pmid or identifiers.pmid(said)
    else:
        values.put_back("eprint", eprint)
        values.put_back("archiveprefix", prefix)
    category = verbatim(values.take("primaryclass", "eprintclass")) if arxiv else ""
    return _Ids(doi, arxiv, category, pmid, pmcid)


def _identifier(values: Values, name: str, bare: identifiers.Bare) -> str:
    text = values.take(name)
    found = bare(verbatim(text))
    if not found:
        values.put_back(name, text)
    return found


def _type(record: ResolvedEntry, values: Values, *, eprint: bool) -> str:
    subtype = line(values.left.get("entrysubtype", ""))
    venue = " ".join(record.values.get(name, "") for name in ("journal", "journaltitle", "howpublished"))
    kind = entry_types.csl_type(record.type, subtype, venue, eprint=eprint)
    if subtype and kind in (subtype, f"article-{subtype}"):
        values.take("entrysubtype")
    return kind


def _venue(kind: str, values: Values, title: str) -> str:
    order: tuple[str, ...] = ("howpublished", "journal", "journaltitle", "booktitle")
    if kind in entry_types.PERIODICALS:
        order = ("journal", "journaltitle", "fjournal", "booktitle")
    elif kind in entry_types.PARTS:
        order = ("booktitle", "journal", "journaltitle", "conference", "eventtitle")
    for name in order:
        venue = _venue_of(name, values)
        if venue and (venue != title or name != "booktitle" or kind in entry_types.PARTS):
            return venue
    return ""


def _venue_of(name: str, values: Values) -> str:
    text = values.take(name)
    if name == "howpublished" and (found := identifiers.web_address(verbatim(text))):
        values.put_back("url" if "url" not in values.left else "howpublished", found)
        return ""
    venue = line(text)
    if name == "howpublished" and venue == "Preprint":
        return ""
    return JOURNALS.get(venue.lstrip("\\"), venue) if venue.startswith("\\") else venue


def _arxiv_in_venue(venue: str, volume: str) -> str:
    """The arXiv id of ``arXiv preprint arXiv:2309.09843`` or of CoRR's volume ``abs/2309.09843``."""
    if not _ARXIV_TEXT.search(venue):
        return ""
    return identifiers.arxiv(venue) or identifiers.arxiv(volume.removeprefix("abs/"))


def _lines(kind: str, entry_type: str, values: Values) -> dict[str, Any]:
    """The fields of one line of plain text, by the model's names."""
    serial = kind in entry_types.PERIODICALS
    plain = ((field, name) for field, name in field_names.PLAIN.items() if field != "publisher")
    lines = {name: values.line(field, *field_names.OTHER_NAMES.get(field, ())) for field, name in plain}
    lines["issue"] = values.line("number", "issue") if serial else values.line("issue")
    lines["number"] = values.line("eid", "articleno", "article-number") if serial else values.line("number")
    lines["pages"] = _pages(values.line("pages"))
    schools, houses = ("school", "institution"), ("publisher", "organization")
    by_school = kind in ("thesis", "report")
    lines["publisher"] = values.line(*schools, *houses) if by_school else values.line(*houses, *schools)
    genre = entry_types.ABBREVIATED_GENRES.get(lines["genre"], lines["genre"])
    lines["genre"] = entry_types.GENRES.get(entry_type, "") if not genre else "" if genre == "Thesis" else genre
    return lines


def _pages(text: str) -> str:
    return _PAGE_DASH.sub("-", re.sub(r"^p?p\.?\s*(?=[\dA-Za-z]*\d)", "", text))


def _links(values: Values) -> dict[str, str]:
    """The address of the work, and what people's own fields link to."""
    links = {}
    if "url" not in values.left and "ee" in values.left:
        values.left["url"] = values.left.pop("ee")  # DBLP's electronic edition
    for name in [name for name in values.left if name == "url" or name in field_names.LINKS or name.startswith("url_")]:
        text = verbatim(values.left[name])
        first, _, rest = text.partition(" ")
        found = identifiers.web_address(first)
        if (
            name.startswith("url_")
            and not found
            and re.fullmatch(r"[^\s<>\"\\^`{|}:?#]+[./][^\s<>\"\\^`{|}:?#]*", text)
        ):
            found, rest = text, ""
        if found:
            links[name.removeprefix("url_") or name] = found
            values.left[name] = rest.strip()
    return links


def _review(doubts: list[str]) -> tuple[str, ...]:
    """The model's fields that the doubts are about."""
    names = (_REVIEWED.get(name, name) for name in doubts)
    return tuple(dict.fromkeys(name if name in _FIELDS else "extra" for name in names))


def _extra(values: Values) -> dict[str, Plain]:
    """What nobody has taken, under its own name."""
    read = {name: text.strip() if field_names.is_verbatim(name) else line(text) for name, text in values.left.items()}
    return {name: text for name, text in read.items() if text}
