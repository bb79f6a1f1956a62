"""The ways to part a reference: where its authors, its title and its venue may begin and end."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from publist.formats.references import venuewords
from publist.formats.references.bounds import after_authors, bounds, gap_end, leading_year, quoted
from publist.formats.references.extraction import Taken
from publist.formats.references.letters import UPPER
from publist.formats.references.namelists import NameList, readings
from publist.formats.references.nametokens import Token, tokens_of
from publist.formats.references.numbers import DAY, YEAR, ZONE
from publist.formats.references.spelled import Spelled
from publist.formats.references.venuebounds import venue_ends
from publist.formats.references.wording import Wording

_TO_VENUE = re.compile(
    rf"(?P<mark>[?!]*“?)(?P<gap>[\s.,;:–—/|·)\]”\"’»'*-]*)(?P<year>[(\[]?(?:(?i:{DAY}),?\s+)?{YEAR}[a-z]?[)\]]?(?:[.,:;]\s?"
    rf"|\s))?(?P<pages>(?:[Pp]ages?|[Pp]{{1,2}}\.?|S\.)\s?\d+(?:\s?[–-]\s?\d+)?[,.]?\s(?=[Ii]n\b|[{UPPER}]))?"
    rf"(?P<in>(?:\[[wWiI]n?:\]\s|[(]?\b(?:In|in|IN|En|en|Em|em|Dans|dans|Im|im|[AVWI](?=:)"
    rf"|[Pp]resented at|[Pp]aper presented"
    rf" (?:at|to)|[Cc]ommunication présentée (?:au|à l[’']|aux|à)|(?:[Pp]onencia|[Cc]omunicación) presentada en"
    rf"|[Bb]eitrag (?:auf|zu) (?:der|dem)|[Tt]o appear in|[Aa]ccepted (?:at|by|in|to)|[Pp]ublished in"
    rf"|[Pp]oster (?:presented )?at"
    rf"|[Tt]alk at|[Pp]resented in|[Ss]ubmitted to|at(?=\s[{UPPER}])"
    rf"|[Uu]nder (?:review|revision) (?:at|in|for)|[Aa]ccepted"
    rf" for publication in|[Rr]evise and [Rr]esubmit at)\b:?\s*(?:the\s+|:\s*)?|//\s*"
    rf"|@\s?))?(?P<quote>[“\"‘«]?)"
)
_EDITORS = re.compile(
    r"(?:[^()\n]{3,160}?[\s,]?"
    r"[(\[]\s?(?:[Ee]ds?|[Ee]ditor(?:e?s)?|[Hh]rsg|[Hh]g|[ée]ds?|dirs?|coords?|orgs?|a cura di|red)\.?\s?[)\]]"
    r"|[^()\n]{3,160}?[\s,](?:[Ee]ds\.|[Ee]ditor(?:e?s)?|Hrsg\.|red\.|éds?\.)(?=[\s.,:])|[^()\n]{3,160}?,\s[Ee]d\."
    rf"|,?\s?[Ee]ds?\.\s?[^\W\d_][^.():\n]{{3,160}}\.(?=\s[{UPPER}\d])"
    rf"|[^()\n]{{3,160}}?\s[{UPPER}]{{1,3}}\sed\.(?=\s[{UPPER}])"
    r"|(?:[Ee]d(?:ited|s?\.)|hrsg\.)\s(?:by|von)\s[^.()]{3,120}?(?=[.,]\s))[\s.,:;]*"
)
_EDITORS_BEFORE = re.compile(r",?\s?[Ee]ds?\.")
_EDITORS_WORD = re.compile(
    r"\b(?:[Ee]ds?|[Ee]ditor(?:e?s)?|[Hh]rsg|[Hh]g|éds?|dirs?|coords?|orgs?|a cura di|[Ee]dited by|red)\b"
)
_EDITORS_MARK = re.compile(
    r"[(\[](?:[ée]ds?|editors?|hrsg|hg|orgs?|coords?)\b|[\s,]edi(?:tor|tors|tores)\b", re.IGNORECASE
)
_START = re.compile(
    r"[.?!:;,][\"”’»'*]?\s+(?:(?:By|With|Authors?:)\s+)?|[\"”’»']\s?[,.;:/|–—-]?\s+(?:(?:[Bb]y|[Ww]ith)\s+)?|\n(?:\(?(?:[Bb]y|(?:[Jj]oint(?:ly)?\s|[Cc]o-?authored\s)?[Ww]ith|[Aa]uthors?:)\s+)?|\s[/|–—-]\s|\s\(?(?:[Bb]y|[Ww]ith|[Aa]uthors?:|von|par"
    r"|por)\s+|\((?:[Ww]ith|mit|avec|con|[Jj]oint with|[Jj]ointly with)\s+|\("
)
_BRACKETED = re.compile(rf"\((?:[{UPPER}]|\d{{1,3}}(?:st|nd|rd|th)\s)(?=[^()]*(?:\([^()]*\)[^()]*)*\))")
"""A bracket that may hold the venue with all that follows it."""
_STARTS = 14


class Authors(NamedTuple):
    """A reading of the authors, and where the reference goes on after them and a year."""

    names: NameList | None
    start: int
    end: int
    next: int
    gap: str
    year: str
    earlier: bool = False
    """Whether a list of names that ends here in the same form begins before: these would be only its last."""


class Reference(NamedTuple):
    """A reference ready to be parted."""

    taken: Taken
    tokens: Sequence[Token]
    wording: Wording

    @property
    def text(self) -> str:
        """What is left to part."""
        return self.taken.text


class Venue(NamedTuple):
    """A stretch that may be the venue, how it is led up to, and what follows it."""

    start: int
    end: int
    lead: str
    stop: str


class Reading(NamedTuple):
    """One way to part a reference, with the sum of the evidence for it."""

    score: float
    authors: Authors | None
    title: tuple[int, int]
    venue: Venue
    order: str
    """Where the authors stand: "first", "inside" (between title and venue), "last"; "title last": after the venue."""


NO_VENUE = Venue(-1, -1, "", "")


def reference_of(taken: Taken) -> Reference:
    """The reference with its words told apart."""
    walls = [span.start for span in taken.spans if span.kind == "italic" and span.end - span.start > 8]
    return Reference(taken, tokens_of(taken.text, walls), Wording(taken.text))


def authors_first(reference: Reference) -> Iterator[Authors]:
    """Readings of authors that begin the reference, or follow its year."""
    text = reference.text
    begin = leading_year(text)
    for at in {0, begin}:
        number = _token_at(reference.tokens, gap_end(text, at) if at == 0 else at)
        if number is None:
            continue
        for reading in readings(reference.tokens, text, number):
            yield _authors(reading, text)


def authors_inside(reference: Reference) -> Iterator[Authors]:
    """Readings of authors that follow something: a title, for one."""
    text = reference.text
    tried = 0
    ends = {(reading.end, reading.form) for reading in readings(reference.tokens, text, 0)}
    for match in _START.finditer(text, 1):
        number = _token_at(reference.tokens, match.end())
        if number is None or not _may_begin_names(reference.tokens, number):
            continue
        tried += 1
        if tried > _STARTS:
            return
        found = readings(reference.tokens, text, number)[:3]
        for reading in found:
            if len(reading.names) > 1 or reading.et_al or _like_one_name(reading):
                yield _authors(reading, text)._replace(earlier=(reading.end, reading.form) in ends)
        ends |= {(reading.end, reading.form) for reading in found}


def _may_begin_names(tokens: Sequence[Token], at: int) -> bool:
    first = tokens[at].kind
    if first not in "CIJBUPN":
        return False
    second = tokens[at + 1].kind if at + 1 < len(tokens) else "."
    return first == "N" or second in "CIJBUP,;*&"


def _like_one_name(reading: NameList) -> bool:
    spelled = reading.names[0]
    kinds = "".join(word.kind for word in (*spelled.family, *spelled.given))
    return len(kinds) <= 4


def _authors(reading: NameList, text: str) -> Authors:
    match = after_authors(text, reading.end)
    return Authors(
        reading, reading.start, reading.end, match.end(), text[reading.end : match.end()], match["date"] or ""
    )


def _token_at(tokens: Sequence[Token], start: int) -> int | None:
    low, high = 0, len(tokens)
    while low < high:
        middle = (low + high) // 2
        if tokens[middle].start < start:
            low = middle + 1
        else:
            high = middle
    return low if low < len(tokens) else None


def title_ends(reference: Reference, start: int, limit: int | None = None) -> list[tuple[int, int]]:
    """Stretches that may be the title, given where it begins; ``limit`` is where it must have ended."""
    text = reference.text if limit is None else reference.text[:limit]
    found: list[tuple[int, int]] = []
    while start < len(text) and text[start] in " \n*":
        start += 1
    if inside := quoted(text, start):
        found.append(inside)
    for span in reference.taken.spans:
        if abs(span.start - start) <= 1 and span.end > start + 3:
            found.append((max(span.start, start), min(span.end, len(text))))
    if inside and _is_closed(text, inside[1]):
        return [(inside[0], inside[0] + len(text[slice(*inside)].rstrip(" \n,;:")))]
    beyond = found[0][1] + 2 if inside else start
    found += [(start, end) for end in bounds(text, start, reference.taken.spans) if end > beyond]
    trimmed = [(begin, begin + len(text[begin:end].rstrip(" \n,;:"))) for begin, end in found]
    ends = list(dict.fromkeys((begin, end) for begin, end in trimmed if end > begin + 1))
    return [span for span in ends if not _PART.match(text, span[1])] or ends


_PART = re.compile(r"[.,:;]?\s(?:Part|Teil|Partie|Parte)\s(?:[IVX]{1,4}|\d|[A-D])[.:]\s")
"""The part of a title that goes on: no title ends before it."""


def _is_closed(text: str, end: int) -> bool:
    """Whether the closing quotation mark at this place ends the title: punctuation stands beside it."""
    after = text[end + 1 : end + 2]
    return text[end - 1 : end] in (",", ".", "?", "!") or after in (",", ".", ";", ":", "\n", "")


def venues(reference: Reference, at: int) -> list[Venue]:
    """Stretches that may be the venue of a title that ended at ``at``, and none at all."""
    text = reference.text
    match = _TO_VENUE.match(text, at)
    assert match is not None  # noqa: S101 - for the types: every part of the pattern may be empty
    lead = match[0]
    found = [NO_VENUE._replace(lead=lead, stop=_stop(reference, at))]
    starts = [(match.end(), lead, 0)]
    if match["in"] or _EDITORS_MARK.search(text, at):
        window = text[match.end() : match.end() + 220]
        editors = _EDITORS.match(window) if _EDITORS_WORD.search(window) else None
        if editors and (certain := _are_names(reference, match.end(), match.end() + editors.end())) is not None:
            beyond = match.end() + editors.end()
            alone = [] if _EDITORS_BEFORE.match(window) else [(match.end(), lead, beyond if certain else 0)]
            starts = [(beyond, f"{lead}(eds)", 0), *alone]
    elif _BRACKETED.match(text, match.end()):
        starts.append((match.end() + 1, f"{lead}(", 0))
    edited = bool(reference.taken.editors)  # of a book, which is no publisher
    for start, lead_here, least in starts:
        for end in venue_ends(text, start, reference.taken.spans):
            at_initial = end < least and text[end : end + 1] == "."
            if not at_initial and not (edited and venuewords.PUBLISHER_ALONE.fullmatch(text, start, end)):
                found.append(Venue(start, end, lead_here, _stop(reference, end)))
    return found


def _are_names(reference: Reference, start: int, end: int) -> bool | None:
    """Whether it is certain that a stretch which editors may take is names; None: a book's title stands before them."""
    if reference.text[start:end].lstrip(" ,").startswith(("Ed", "ed", "hrsg")):
        return False
    number = _token_at(reference.tokens, start)
    found = readings(reference.tokens, reference.text, number) if number is not None else []
    left = reference.text[found[0].end : end] if found else ""
    if found and re.search(r"[^\W\d_]{4}", _EDITORS_WORD.sub("", left)):
        return None
    return bool(found) and all(_has_initial(name) for name in found[0].names)


def _has_initial(name: Spelled) -> bool:
    return any(token.kind in "IJ" for token in (*name.given, *name.family))


def _stop(reference: Reference, at: int) -> str:
    """What follows: year, label, number, date, end, or text, with the punctuation before it."""
    known = reference.wording.following
    if at not in known:
        known[at] = _kind(reference.text, at)
    return known[at]


def _kind(text: str, at: int) -> str:
    match = ZONE.match(text, at)
    if not match:
        rest = text[at : at + 3]
        return f"text {rest.strip()[:1]}"
    gap = match["gap"].strip()[:2]
    kind = next(name for name in ("year", "label", "number", "date", "end") if match[name] is not None)
    return f"{kind} {gap}" if kind != "end" else "end"
