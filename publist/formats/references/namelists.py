"""Lists of names: every way to read one that begins at a place, with where it ends.

A list of authors keeps to one form: ``F`` family name and ``G`` given name between commas (Byron, A., Bell, C.), the
first inverted and the others not (Byron, Ada, and Charles Bell), all direct (Ada Byron, C. Bell), family name and bare
initials (Byron A, Bell CD). Each form is read as far as it goes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from publist.formats.references.nametokens import Token
from publist.formats.references.spelled import Spelled

_MOST = 4000
_LONGEST = 8
_OF_NAMES = frozenset("IJBCUPNS")
_DIRECT = re.compile(r"(?:[CIJBU](?:[CIJBUP]){0,5}[CUJ]|[CIJU]P{1,3}(?:[CU]{1,2}|B)|P{1,2}[CUB][CU]{1,2}|N)S?")
_CAPITALS = re.compile(r"[IJ]{1,2}P{0,2}B|[IJ]?U{1,2}P{0,2}B")
"""Initials and a family name in capitals that is as short as initials (Y.W. LI)."""
_SHOUTED = re.compile(r"[CIJ]{1,3}P{0,2}U{1,2}")
_SHOUTED_SHORT = re.compile(r"[CIJ]{1,3}P{0,2}B")
"""Family names in capitals behind the given name, as short as initials (Gang LI), where others are longer."""
_SHOUTED_FIRST = re.compile(r"P{0,2}U{1,2}C{1,2}")
_SHOUTED_INITIALS = re.compile(r"P{0,2}U{1,2}[IJ]{1,2}")
"""A whole name, its family name first and in capitals: BYRON Ada, BELL Charles are two."""
_FAMILY = re.compile(r"P{0,3}[CUBJ](?:P{0,2}[CU]|P{1,2}B){0,3}S?")
_GIVEN = re.compile(r"(?:[CUJ]{1,4}[IJ]{0,3}|[CU][BI][CU]|[IJ]{1,4}[CU]{0,2}|B{1,3}[CI]?|[CU]{1,2}BI?)P{0,3}S?")
_CUT_SHORT = re.compile(r"((?:[CU]{1,2})?[IJ]{1,4})[CU]{1,2}")
"""Initials, and words with which a title may begin: Byron, A. Numerical Waves."""
_WITH_INITIALS = re.compile(r"[CU]{1,2}[IJ]{1,3}")
"""A given name that initials end, and a title behind it: Byron, Ada B. Numerical Waves on Ice."""
_INITIALS = re.compile(r"(?:[IJ]{1,4}|B{1,3}I?)P{0,3}S?")
_FAMILY_INITIALS = re.compile(r"P{0,3}[CUBJ](?:P{0,2}[CU]|P{1,2}B){0,3}(?:[IJ]{1,4}|B{1,3}I?|S(?!S))P{0,2}S?")
"""Also of bare initials with spaces between (Bell C D), and those that look like a number (Bell IV)."""
_FAMILY_GIVEN = re.compile(r"P{0,3}[CUB](?:P{0,2}[CU]){1,3}[IJB]{1,3}")
_ARTICLES = frozenset("The La Le Les Un Une Das Die Der Ein Eine El Los Las Una Il Lo Gli Os As Uma".split())
_DOTTED_END = re.compile(r"[^.]{2,}\.$")


class Item(NamedTuple):
    """What stands between two separators: the kinds of its words, the words, and what stands before it."""

    kinds: str
    words: tuple[Token, ...]
    before: str


class NameList(NamedTuple):
    """One reading: the form, the names, where the list ends, whether "et al." follows, what joins the last name."""

    form: str
    names: tuple[Spelled, ...]
    start: int
    end: int
    et_al: bool
    joint: str
    more: int
    """How many names more could be read in this form."""


def items_of(  # noqa: C901 - one pass with a state; parted, each part would need all of it
    tokens: Sequence[Token], text: str, at: int
) -> tuple[list[Item], bool, int]:
    """The items from a token on, whether "et al." follows them, and where that ends."""
    items: list[Item] = []
    words: list[Token] = []
    before, separators, et_al = "", "", False
    end = tokens[at].start if at < len(tokens) else 0

    def close() -> None:
        nonlocal before
        if words:
            items.append(Item("".join(word.kind for word in words), tuple(words), before))
            words.clear()
            before = ""

    for number in range(at, min(len(tokens), at + _MOST)):
        token = tokens[number]
        kind = token.kind
        if number > at and "\n" in text[tokens[number - 1].end : token.start]:
            break
        if kind in _OF_NAMES and len(words) < _LONGEST:
            words.append(token)
            if _ends_list(tokens, number):
                break
        elif kind in ",;&" or (kind == "/" and separators in ("", "/") and (words or items)):
            close()
            before += kind
            separators = separators or (kind if kind in "/;" else "")
        elif kind == "…":
            close()
            et_al, end = True, token.end
            if not _is_ellipsis_in_list(tokens, number):
                break
            before += kind
        elif kind != "*":  # a mark behind a name
            break
    close()
    return items, et_al, end


def readings(tokens: Sequence[Token], text: str, at: int) -> list[NameList]:
    """Every reading of the names from this token on; those of a form that ends earlier come after longer ones."""
    items, et_al, etal_end = items_of(tokens, text, at)
    if not items or items[0].kinds[0] == "S":
        return []
    found: dict[tuple[int, tuple[str, ...]], NameList] = {}
    for form, read in _FORMS:
        ends = list(read(items))
        most = len(ends[-1][0]) if ends else 0
        for names, last, whole in ends[-3:]:
            finished = whole and last == len(items) - 1
            inside = any("…" in item.before for item in items[: last + 1])
            end = _end(names)
            reading = NameList(
                form,
                names,
                tokens[at].start,
                max(end, etal_end) if et_al and finished else end,
                (et_al and finished) or inside,
                _joint(items, last),
                most - len(names),
            )
            key = (reading.end, tuple(f"{len(n.family)}{len(n.given)}" for n in names))
            found.setdefault(key, reading)
    return sorted(found.values(), key=lambda reading: -reading.end)


def _ends_list(tokens: Sequence[Token], at: int) -> bool:
    """Whether the full stop behind a word ends the list of names."""
    token = tokens[at]
    return token.kind in "CU" and bool(_DOTTED_END.search(token.text)) and not _goes_on(tokens, at + 1)


def _is_ellipsis_in_list(tokens: Sequence[Token], at: int) -> bool:
    """Whether "…" stands for authors left out before the last (APA), who follows."""
    return tokens[at].text[0] in ".…" and at + 1 < len(tokens) and tokens[at + 1].kind in "CUIJNP,&"


def _goes_on(tokens: Sequence[Token], at: int) -> bool:
    """Whether a list of names goes on after a word with a full stop: a comma follows, or initials (Sk. M.)."""
    if at >= len(tokens):
        return False
    return tokens[at].kind in ",;&…" or (len(tokens[at - 1].text) < 5 and tokens[at].kind == "I")


_End = tuple[tuple[Spelled, ...], int, bool]


def _end(names: tuple[Spelled, ...]) -> int:
    last = names[-1]
    return max((word.end for word in (*last.family[-1:], *last.given[-1:])), default=0)


def _joint(items: Sequence[Item], last: int) -> str:
    return items[last].before if last < len(items) else ""


def _alternating(items: Sequence[Item], given: re.Pattern[str]) -> Iterator[_End]:
    """Family, Given, Family, Given and so on."""
    names: list[Spelled] = []
    at = 0
    while at + 1 < len(items) and _FAMILY.fullmatch(items[at].kinds) and items[at + 1].before == ",":
        second = items[at + 1]
        if _SHOUTED_FIRST.fullmatch(items[at].kinds) and _SHOUTED_FIRST.match(second.kinds):
            return
        if _ends_with_article(second.words):
            yield (*names, Spelled(items[at].words, second.words[:-1])), at + 1, False
            return
        whole = given.fullmatch(second.kinds)
        if whole and at + 2 == len(items) and (initials := _CUT_SHORT.fullmatch(second.kinds)):
            yield (*names, Spelled(items[at].words, second.words[: initials.end(1)])), at + 1, False
        part = whole or _INITIALS.match(second.kinds)
        if not part and given is _GIVEN:
            part = _WITH_INITIALS.match(second.kinds)
        if not part:
            return
        names.append(Spelled(items[at].words, second.words[: part.end()]))
        yield tuple(names), at + 1, bool(whole)
        if not whole:
            return
        at += 2
        if at < len(items) and items[at].kinds == "S":
            at += 1
    if names and at < len(items) and "&" in items[at].before and _FAMILY_INITIALS.fullmatch(items[at].kinds):
        yield (*names, _with_initials_last(items[at].words)), at, True  # Byron, A., & Bell C.


def _ends_with_article(words: Sequence[Token]) -> bool:
    """Whether the article of a title stands behind initials: Byron, Ada B. The shape of rivers."""
    return len(words) > 1 and words[-1].text in _ARTICLES and words[-2].kind in "IJ"


def _inverted(items: Sequence[Item]) -> Iterator[_End]:
    return _alternating(items, _INITIALS)


def _inverted_full(items: Sequence[Item]) -> Iterator[_End]:
    return _alternating(items, _GIVEN)


def _first_inverted(items: Sequence[Item]) -> Iterator[_End]:
    """Family, Given, Given Family and so on."""
    if len(items) < 3 or not _FAMILY.fullmatch(items[0].kinds) or items[1].before != ",":
        return
    if not _GIVEN.fullmatch(items[1].kinds):
        return
    first = Spelled(items[0].words, items[1].words)
    for names, last, whole in _direct(items[2:]):
        yield (first, *names), last + 2, whole


def _direct(items: Sequence[Item]) -> Iterator[_End]:
    """Given Family, Given Family and so on."""
    names: list[Spelled] = []
    shouted = any(_SHOUTED.fullmatch(item.kinds) for item in items)
    for number, item in enumerate(items):
        if item.kinds == "S" and names:
            continue
        capitals = len(item.words[-1].text) > 1 + ("U" in item.kinds) and _CAPITALS.fullmatch(item.kinds)
        capitals = capitals or (shouted and _SHOUTED_SHORT.fullmatch(item.kinds))
        if not (capitals or _DIRECT.fullmatch(item.kinds)) or item.before.count("…") > 1:
            return
        if (at := item.kinds.find("J", 1, -1)) > 0:
            yield (*names, Spelled((), item.words[: at + 1])), number, False
        names.append(Spelled((), item.words))
        yield tuple(names), number, True


def _family_first(items: Sequence[Item]) -> Iterator[_End]:
    """Family Given, Family Given J. and so on: as direct names, but for initials that end some of them."""
    names: list[Spelled] = []
    initials = False
    for number, item in enumerate(items):
        with_initials = bool(_FAMILY_GIVEN.fullmatch(item.kinds) or _SHOUTED_INITIALS.fullmatch(item.kinds)) and (
            item.words[-1].text != "A" or number + 1 < len(items)  # the article of a title
        )
        if not with_initials and not _DIRECT.fullmatch(item.kinds):
            return
        initials = initials or with_initials
        names.append(Spelled((), item.words))
        if initials:
            yield tuple(names), number, True


def _family_initials(items: Sequence[Item]) -> Iterator[_End]:
    """Family AB, Family C and so on."""
    names: list[Spelled] = []
    for number, item in enumerate(items):
        whole = _FAMILY_INITIALS.fullmatch(item.kinds)
        part = whole or _FAMILY_INITIALS.match(item.kinds)
        if not part:
            return
        *words, last = item.words[: part.end()]
        if names and last.text.count(".") == 1 and not names[-1].given[-1].text.endswith("."):
            last = last._replace(text=last.text.rstrip("."))  # it ends the list of names
        names.append(_with_initials_last((*words, last)))
        yield tuple(names), number, bool(whole)
        if not whole:
            return


def _with_initials_last(words: tuple[Token, ...]) -> Spelled:
    """The name parted before the initials that end it."""
    cut = next(
        at
        for at in range(len(words) - 1, 0, -1)
        if (words[at].kind in "IJBS" and words[at - 1].kind not in "IJBP") or at == 1
    )
    return Spelled(words[:cut], words[cut:])


def _first_initials_last(items: Sequence[Item]) -> Iterator[_End]:
    """Family AB, C Given, D Given and so on."""
    if len(items) < 2 or not _FAMILY_INITIALS.fullmatch(items[0].kinds):
        return
    first, _, _ = next(_family_initials(items[:1]))
    for names, last, whole in _direct(items[1:]):
        if names[-1].given[0].kind in "IJB":
            yield (*first, *names), last + 1, whole


_FORMS = (
    ("inverted", _inverted),
    ("inverted, given names", _inverted_full),
    ("first inverted", _first_inverted),
    ("direct", _direct),
    ("initials last", _family_initials),
    ("first with initials last", _first_initials_last),
    ("direct", _family_first),
)
