"""Papers to BibTeX text: fields in one order, each value escaped for what it is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from publist.formats.bibtex import dates, entry_types, field_names
from publist.formats.bibtex.annotations import ORCID, ROLES, orcids, roles
from publist.formats.dates_in_words import MONTHS
from publist.formats.keywords import joined_keywords
from publist.formats.normalising import retractions, serial_numbers
from publist.formats.normalising.group_authors import joined_groups
from publist.model.paper import Name, Paper
from publist.text import citation_keys, names
from publist.text.latex.writer import balanced, from_markdown, from_text, verbatim

_LABEL = re.compile(r"[a-z0-9][a-z0-9_-]*")
_FIELD = re.compile(r"[a-z][a-z0-9_+:-]*")
_NAME_BREAKS = re.compile(r",|(?:^|\s)and(?=\s|$)|^others$", re.IGNORECASE)
_AND = re.compile(r"\sand\s", re.IGNORECASE)
_PLACES = {name: at for at, name in enumerate(field_names.ORDER)}


_WRITTEN_APART = frozenset((serial_numbers.OTHER_ISSN, serial_numbers.OTHER_ISBN))
"""What is kept under ``extra`` and goes out with a field."""


class Flavour(NamedTuple):
    """What tells classic BibTeX from BibLaTeX."""

    types: Mapping[str, str]
    names: Mapping[str, str]
    accents: bool
    """Letters outside of ASCII as LaTeX commands: classic BibTeX would cut them apart to abbreviate a name."""
    whole_date: bool
    annotated: bool
    """Whether what is said of single people can be written."""


CLASSIC = Flavour(entry_types.CLASSIC, {}, accents=True, whole_date=False, annotated=False)
BIBLATEX = Flavour(entry_types.BIBLATEX, field_names.BIBLATEX, accents=False, whole_date=True, annotated=True)


def write(papers: Iterable[Paper], flavour: Flavour) -> str:
    """The entries, one blank line apart; the same papers give the same text."""
    papers = tuple(papers)
    return "\n".join(
        _entry(paper, key, flavour) for paper, key in zip(papers, citation_keys.assigned(papers), strict=True)
    )


def _entry(paper: Paper, key: str, flavour: Flavour) -> str:
    entry_type = _entry_type(paper, flavour)
    values = _values(paper, entry_type, flavour)
    fields = sorted(values.items(), key=lambda field: (_PLACES.get(field[0], len(_PLACES)), field[0]))
    lines = "".join(f"  {_called(name, values, flavour)} = {value},\n" for name, value in fields if value)
    return f"@{entry_type}{{{key},\n{lines}}}\n"


def _called(name: str, values: Mapping[str, str], flavour: Flavour) -> str:
    """The flavour's name of a field, unless a field that nobody knew has it already."""
    other = flavour.names.get(name, name)
    return name if other in values else other


def _entry_type(paper: Paper, flavour: Flavour) -> str:
    found = flavour.types.get(paper.type, "misc")
    if found == "book" and (own := _book(paper, flavour)):
        return own
    lower = re.search(r"master|diplom|licen|m\.?\s?sc\b|magister", paper.genre, re.IGNORECASE)
    return "mastersthesis" if found == "phdthesis" and lower else found


def _book(paper: Paper, flavour: Flavour) -> str:
    """The type of a book of a kind of its own: proceedings, a manual."""
    genre = paper.genre.lower()
    known = entry_types.CLASSIC_BOOKS if flavour is CLASSIC else frozenset(entry_types.BOOKS.values())
    return genre if genre in known else ""


def _values(paper: Paper, entry_type: str, flavour: Flavour) -> dict[str, str]:
    """Field to value as it stands in the file, braces or quotes included."""

    def text(plain: str) -> str:
        return _braced(from_text(plain, accents=flavour.accents)) if plain else ""

    def markdown(marked: str, *, protect: bool = False) -> str:
        return _braced(from_markdown(marked, accents=flavour.accents, protect=protect)) if marked else ""

    values = {field: text(value) for field, value in _extra(paper) if not field_names.is_verbatim(field)}
    values |= {field: _braced(_as_it_is(value)) for field, value in _extra(paper) if field_names.is_verbatim(field)}
    own = {field: text(getattr(paper, name)) for field, name in field_names.PLAIN.items()}
    own |= {field: text(value) for field, value in _by_type(paper, entry_type)}
    own |= {
        "title": markdown(paper.title, protect=True),
        "author": _people(paper.authors, paper.et_al, flavour),
        "editor": _people(paper.editors, False, flavour),
        "pages": text(re.sub(r"\s*[-–—]+\s*", "–", paper.pages)),
        "collaboration": text(joined_groups(paper.collaboration)),
        "award": text(joined_keywords(paper.awards)),
        "keywords": text(joined_keywords(paper.keywords)),
        "issn": text(", ".join(serial_numbers.all_of(paper, "issn"))),
        "isbn": text(", ".join(serial_numbers.all_of(paper, "isbn"))),
        "note": markdown(retractions.with_notice(paper)),
        "abstract": markdown(paper.abstract),
    }
    own |= {field: _braced(value) for field, value in (*_identifiers(paper), *_annotations(paper, flavour))}
    own |= dict(_date(paper, flavour))
    return values | {field: value for field, value in own.items() if value}


def _as_it_is(value: str) -> str:
    return value if balanced(value) else verbatim(value)


def _extra(paper: Paper) -> Iterator[tuple[str, str]]:
    for name, value in paper.extra.items():
        if isinstance(value, str) and _FIELD.fullmatch(name) and name not in _WRITTEN_APART:
            yield name, value


def _by_type(paper: Paper, entry_type: str) -> Iterator[tuple[str, str]]:
    """The fields whose name depends on the type of the work."""
    periodical, part = paper.type in entry_types.PERIODICALS, paper.type in entry_types.PARTS
    yield "journal" if periodical else "booktitle" if part else "howpublished", paper.venue
    yield "number" if periodical else "issue", paper.issue
    yield "eid" if periodical else "number", paper.number
    if paper.type in ("thesis", "report"):
        yield "publisher", ""
        yield "school" if entry_type.endswith("thesis") else "institution", paper.publisher
    if paper.type in entry_types.VERSIONED:
        yield "edition", ""
        yield "version", paper.edition
    if paper.type == "thesis":
        yield "type", (paper.genre or "Thesis") if paper.genre != entry_types.GENRES.get(entry_type) else ""
    if paper.type == "book" and paper.genre == entry_type:
        yield "type", ""
    if paper.type == "article" and not paper.venue and not paper.arxiv:
        yield "howpublished", "Preprint"
    elif entry_types.csl_type(entry_type, "", paper.venue, eprint=bool(paper.arxiv)) != paper.type:
        yield "entrysubtype", paper.type.removeprefix("article-") if entry_type == "article" else paper.type


def _identifiers(paper: Paper) -> Iterator[tuple[str, str]]:
    yield "doi", verbatim(paper.doi)
    yield "pmid", verbatim(paper.pmid)
    yield "pmcid", verbatim(paper.pmcid)
    if paper.arxiv:
        yield "eprint", verbatim(paper.arxiv)
        yield "archiveprefix", "arXiv"
        yield (
            "primaryclass",
            verbatim(paper.category) if re.fullmatch(r"[a-z-]+(\.[A-Za-z-]+)?", paper.category) else "",
        )
    for label, address in paper.links.items():
        if _LABEL.fullmatch(label):
            yield "url" if label == "url" else f"url_{label}", verbatim(address)


def _annotations(paper: Paper, flavour: Flavour) -> Iterator[tuple[str, str]]:
    if flavour.annotated:
        for field, people in (("author", paper.authors), ("editor", paper.editors)):
            yield field + ORCID, orcids(people)
            yield field + ROLES, roles(people)


def _date(paper: Paper, flavour: Flavour) -> Iterator[tuple[str, str]]:
    """The date; in the source's own words where these say the same and more (``October 9-15``, a range)."""
    date, status = paper.date, paper.status
    said = {name: str(paper.extra.get(name, "")) for name in ("date", "year", "month", "day")}
    if status and (date or flavour.whole_date):
        from publist.formats.normalising import statuses  # few papers have one

        yield "pubstate", f"{{{statuses.BIBLATEX[status] if flavour.whole_date else status}}}"
    if date is None:
        yield "year", f"{{{status}}}" if status and not flavour.whole_date else ""
    elif flavour.whole_date:
        yield "date", f"{{{said['date'] if said['date'] and dates.iso(said['date']) == date else date}}}"
    elif not (said["year"] and dates.classic(said["year"], said["month"], said["day"]) == date):
        yield "year", f"{{{date.year:04d}}}"
        yield "month", MONTHS[date.month - 1] if date.month else ""
        yield "day", f"{{{date.day}}}" if date.day else ""


def _people(people: tuple[Name, ...], et_al: bool, flavour: Flavour) -> str:
    et_al = et_al or any(name.name == "et al." for name in people)
    written = [_name(name, flavour.accents) for name in people if name.name != "et al."] + ["others"] * et_al
    return f"{{{' and '.join(written)}}}" if written else ""


def _name(name: Name, accents: bool) -> str:
    """A name in the order that leaves BibTeX no choice; a group, or what would be cut apart, in braces."""
    whole = names.parts(name)
    if whole.literal or not whole.family or _AND.search(name.name):
        return f"{{{_balanced(from_text(name.name, accents=accents))}}}"
    family = whole.family
    lower_inside = " " in family and any(word[:1].islower() for word in family.split())
    family_text = _part(family, accents, braced=lower_inside)
    last = f"{from_text(whole.particle, accents=accents)} {family_text}".strip()
    if not whole.given and not whole.suffix and " " in whole.family:
        last = f"{{{last}}}"
    rest = [_part(part, accents) for part in (whole.suffix, whole.given) if part]
    if whole.suffix and not whole.given:
        rest.append("{}")  # else the suffix would be read as a given name
    return ", ".join([last, *rest])


def _part(text: str, accents: bool, braced: bool = False) -> str:
    written = _balanced(from_text(text, accents=accents))
    return f"{{{written}}}" if braced or _NAME_BREAKS.search(text) else written


def _balanced(value: str) -> str:
    return value if balanced(value) else value.replace("{", "(").replace("}", ")")


def _braced(value: str) -> str:
    return f"{{{value}}}" if value else ""
