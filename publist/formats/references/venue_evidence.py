"""What speaks for and against a venue: how it is led up to, its words, what follows it."""

from __future__ import annotations

import re
from functools import lru_cache

from publist.formats.references import venuewords
from publist.formats.references.numbers import MONTHS
from publist.formats.references.parting import Reference, Venue
from publist.formats.references.signs import bucket, first_sign, lead_signs, styles
from publist.formats.references.title_evidence import has_open_bracket, venue_words
from publist.formats.references.wording import Wording


def features(venue: Venue, reference: Reference) -> list[str]:
    """Features of a venue: how it is led up to, its words, what follows."""
    text, wording = reference.text, reference.wording
    about = "arXiv" if reference.taken.arxiv else "thesis" if reference.taken.genre else "none"
    start, end = venue.start, venue.end
    if start < 0:
        return [f"no venue, then {venue.stop}", f"no venue: {about}"]
    first, last = wording.span(start, end)
    found = [
        f"a venue: {about}", f"venue after: {lead_signs(venue.lead)}", f"venue then: {venue.stop}",
        f"venue begins: {first_sign(text[start : start + 2])}",
        f"venue words: {bucket(last - first, 1, 2, 3, 5, 9, 14)}",
        *styles(start, end, reference.taken.spans, "venue"), *venue_words(wording, start, end, "venue"),
    ]  # fmt: skip
    if first == last:
        return [*found, "venue: no word"]
    return [
        *found,
        *_words_of_venue(venue, wording, first, last),
        *_marks_of_venue(venue, reference),
        *_after(venue, reference),
    ]


def _words_of_venue(venue: Venue, wording: Wording, first: int, last: int) -> list[str]:
    found = []
    if wording.count("small", first, last):
        odd = wording.count("odd", first, last)
        found.append(
            f"venue: {bucket(odd, 1, 2, 4)} words in small letters"
            if odd
            else "venue: all but small words are capitals"
        )
    if not wording.count("capital", first, last):
        found.append("venue: no capital")
    if wording.count("title", first, last):
        found.append("venue: words of titles")
    if last - first == 1 and wording.words[first].isupper():
        found.append("venue: one word of capitals")
    if wording.words[last - 1].lower() in venuewords.FUNCTION:
        found.append("venue ends: small word")
    found += [
        f"venue: words of a {kind}" for kind in ("publisher", "place") if wording.matches(kind, venue.start, venue.end)
    ]
    return found


_LABELS = frozenset("pp p vol no nr bd s pages page volume issue t jg h heft fasc n art".split())


_MONTHS = re.compile("|".join(sorted(MONTHS, key=len, reverse=True)), re.IGNORECASE)


def _marks_of_venue(venue: Venue, reference: Reference) -> list[str]:
    """What stands inside the venue, and how it ends."""
    start, end = venue.start, venue.end
    name, wording = reference.text[start:end], reference.wording
    found = []
    for kind in ("long stop", "short stop"):
        if stops := wording.matches(kind, start, end - 1):
            found.append(f"venue: {bucket(stops, 1, 2)} {kind}s inside")
    if wording.matches("digit", start, end):
        at_end = name.rstrip(" .,;:)’'")[-1:].isdigit()
        year = bool(wording.matches("year", start, end))
        found.append(f"venue: {'year' if year else 'number'} {'at its end' if at_end else 'inside'}")
    found += [f"venue: {kind} inside" for kind in _KINDS if wording.matches(kind, start, end)]
    found += [
        f"venue: {what} inside" for mark, what in ((",", "comma"), (":", "colon"), ("\n", "line end")) if mark in name
    ]
    return found + _end_of_venue(venue, reference, name)


_KINDS = ("pages", "name", "series", "editors")


def _end_of_venue(venue: Venue, reference: Reference, name: str) -> list[str]:
    end, wording = venue.end, reference.wording
    last = wording.words[wording.span(venue.start, end)[1] - 1]
    stop = name.rfind(". ")
    told = {
        "venue: ends with what may be an abbreviation": (
            venue.stop.startswith("text .") and len(last) < 7 and last[1:].islower()
        ),
        "venue: ends with its full stop": name.endswith("."),
        "venue: a publisher and nothing else": _is_publisher(name),
        "venue ends at a medium": any(end - 1 <= medium <= end + 1 for medium in reference.taken.media),
        "venue: all of it in brackets": name.startswith(("(", "[")) and name.endswith((")", "]")),
        "venue: bracket left open": has_open_bracket(name),
        "venue: number or date in brackets at its end": name.endswith(")") and _is_number_or_date(name),
        "venue: publisher after a full stop": stop > 0 and bool(wording.matches("publisher", venue.start + stop, end)),
        "venue ends: label of a number": last.lower() in _LABELS,
    }
    return [name for name, holds in told.items() if holds]


@lru_cache(maxsize=4096)
def _is_publisher(name: str) -> bool:
    return bool(venuewords.PUBLISHER_ALONE.fullmatch(name))


def _is_number_or_date(name: str) -> bool:
    """Whether the bracket that ends the name holds a number or a month, not an acronym."""
    start = name.rfind("(")
    inside = name[start:]
    words = re.search(r"[^\W\d_]{4}", _MONTHS.sub("", inside))
    return start > 0 and not words and bool(re.search(r"\d|[a-z]{3}", inside))


_CHUNK = re.compile(r"[\s.,;:(]*([^.,;:()]*)")


def _after(venue: Venue, reference: Reference) -> list[str]:
    """How much that is no number follows: words that nothing explains."""
    text, wording, end = reference.text, reference.wording, venue.end
    words = wording.count("long", wording.span(end, end)[0], len(wording.words))
    found = [f"left over: {bucket(words, 1, 3, 6, 12)} words"]
    if words and (chunk := _CHUNK.match(text, end)):
        found += [
            f"then: a {kind}" for kind in ("place", "publisher", "strong") if wording.matches(kind, *chunk.span(1))
        ][:1]
    return found
