"""What speaks for and against a seam: the features of a candidate, each by the name it has in the table of weights."""

from __future__ import annotations

import re
from typing import NamedTuple

from publist.formats.listing.name_shapes import PARTICLES, shape
from publist.formats.listing.page_words import Page

_PREFIXES = PARTICLES | {"mc", "mac", "fitz"}
_SMALL = _PREFIXES | frozenset(
    """a an and any are as at be beyond by can do does for from how if in into is it its not of on or our over
    than that the their then this to towards toward under using via vs we what when where which while who why with
    without you your""".split()
)
_OPENING = (("(", ")"), ("[", "]"), ("{", "}"), ("“", "”"))
_CLOSING_MARKS = "?!)]}$\"'”’"
_AROUND = ".,:;?!()[]{}$\"'“”‘’*`"
_INITIAL_END = re.compile(r"(?:^|[^\sA-Z])[A-Z]\.$|(?<=\S)[A-Z][a-z]\.$")
_ENGLISH_END = re.compile(r"(?:[st]ion|ing|ity|ment|ness|ism|ics?|al|er|or|logy|[ae]nce|[^aeious]s|es)$")
_HUMPS = re.compile(r"[A-Z]*[^A-Z]+|[A-Z]+")
_AFTER_MARK = re.compile(r"(?:[)\]}$?!\"”]\.?[^\W\d_]|\d[A-Z][a-z])[^\W\d_]*$")
_ROMAN = frozenset("I II III IV V VI VII VIII IX X XI XII".split())
_LONG_WORD = 9
_INITIALS = re.compile(r"(?:[^\W\d_a-z]\.[ -]?)+")
_LAST_WORD = re.compile(r"\w+$")


class Candidate(NamedTuple):
    """One way to part a line: the title, the first author, the further authors."""

    title: str
    first: str
    others: tuple[str, ...] = ()


class Surroundings(NamedTuple):
    """What is known beside the line: the abstract of this paper, the same in small letters, and the page."""

    abstract: str
    small: str
    page: Page


def features(candidate: Candidate, around: Surroundings) -> list[str]:
    """The features of the candidate; some may stand there more than once."""
    title, first, others = candidate
    return [_join(title, first), *_title(title, around), *_name(first, around), *_others(first, others)]


def _join(title: str, first: str) -> str:
    left = title[-1]
    if left.isspace():
        return "join: after a space"
    if not first[0].isupper():
        return "join: before a small letter"
    if left.islower():
        return "join: small letter, capital"
    if left.isupper():
        return _join_in_capitals(first)
    if left.isdigit():
        return "join: after a digit"
    if left == ".":
        return "join: after an initial" if _INITIAL_END.search(title[-4:]) else "join: after a full stop"
    return "join: after a closing mark" if left in _CLOSING_MARKS else "join: after another mark"


def _join_in_capitals(first: str) -> str:
    second = first[1:2]
    if second.islower() or second in "'’":
        return "join: capital, word"
    return "join: capital, initial" if second in ".- " else "join: capital, capital"


def _title(title: str, around: Surroundings) -> list[str]:
    words = title.split()
    found = ["title: one word"] if len(words) == 1 else []
    if any(title.count(a) > title.count(b) for a, b in _OPENING) or title.count("$") % 2:
        found.append("title: bracket or formula left open")
    if len(words) > 1 and words[-2][-1] == ",":
        found.append("title: comma before the last word")
    last = words[-1].strip(_AROUND)
    if last:
        found += _title_end(last, words[-1], around)
        found += _title_seen(last, around)
    return found


def _title_end(last: str, raw: str, around: Surroundings) -> list[str]:
    word = _LAST_WORD.search(last)
    if _AFTER_MARK.search(raw):
        return ["title ends: word after a mark or number"]
    if last in _ROMAN:
        return ["title ends: Roman number"]
    if last.lower() in _SMALL:
        return ["title ends: small word"]
    if not word or not word[0].isalpha():
        return ["title ends: no word"]
    form = word[0]
    if len(form) == 1:
        return ["title ends: one letter"]
    if form.isupper():
        return ["title ends: capitals"]
    if form[1:].islower():
        return ["title ends: English ending" if _ENGLISH_END.search(form) else "title ends: word"]
    return _title_end_mixed(form, around)


def _title_end_mixed(form: str, around: Surroundings) -> list[str]:
    """TensorFlow and GANs end a title; ManifoldYoung and holonomyJ are a title's end with a piece of a name."""
    *before, last = _HUMPS.findall(form)
    if last.lower() in _PREFIXES:
        return ["title ends: small word"]
    if len(last) == 1 and last.isupper():
        return ["title ends: word and one capital"]
    if not before:
        return ["title ends: acronym, s" if len(last) < 5 else "title ends: capitals and a word"]
    found = ["title ends: words run together"]
    if _common("".join(before), around):
        found.append("title ends: common word, word")
    if _common(last, around):
        found.append("title ends: word, common word")
    return found


def _common(word: str, around: Surroundings) -> bool:
    small = word.lower()
    return len(small) > 3 and (
        small in around.page.words or small in around.small or bool(len(small) > 4 and _ENGLISH_END.search(small))
    )


def _title_seen(last: str, around: Surroundings) -> list[str]:
    small = last.lower()
    if around.abstract:
        if _has_word(around.abstract, last):
            return ["title seen: in the abstract"]
        if _has_word(around.small, small):
            return ["title seen: in the abstract, other letters"]
        if len(small) > 5 and small[: max(5, len(small) - 3)] in around.small:
            return ["title seen: its stem in the abstract"]
    return ["title seen: on the page"] if small.rsplit("-", 1)[-1] in around.page.words else []


def _has_word(text: str, word: str) -> bool:
    at = text.find(word)
    while at >= 0:
        end = at + len(word)
        if not text[at - 1 : at].isalnum() and not text[end : end + 1].isalnum():
            return True
        at = text.find(word, at + 1)
    return False


_LENGTHS = {1: "name: one word", 2: "name: two words", 3: "name: three words", 4: "name: four words"}


def _name(first: str, around: Surroundings) -> list[str]:
    words = first.split()
    shapes = [shape(word) for word in words]
    known = around.page.words
    length = 2 if shapes == ["dotted"] else len(words)  # J.S.Byron has initials and a family name, run together
    found = [_LENGTHS.get(length, "name: more words"), f"name begins: {shapes[0]}"]
    found += [f"name has: {kind}" for kind in ("camel", "capitals", "other") if kind in shapes[1:]]
    if "lower" in shapes[1:] and shapes[0] != "lower":
        found.append("name has: lower")
    if len(words[0]) > _LONG_WORD and "-" not in words[0] and shapes[0] != "dotted":
        found.append("name begins: long word")
    if words[0].lower() in known:
        found.append("name begins: common word")
    elif shapes[0] == "camel" and _HUMPS.findall(words[0])[0].lower() in known:
        found.append("name begins: common word, word")
    if any(word.lower() in known for word in words[1:] if len(word) > 3):
        found.append("name has: common word")
    return found + _name_seen(words, first, around.page)


def _name_seen(words: list[str], first: str, page: Page) -> list[str]:
    if page.names.get(first):
        return ["name seen: whole"]
    found = []
    if page.name_words.get(words[0]):
        found.append("name seen: first word")
    if len(words) > 1 and page.name_words.get(words[-1]):
        found.append("name seen: last word")
    return found


def _initials(name: str) -> int:
    """How many initials a name begins with."""
    found = _INITIALS.match(name)
    return found[0].count(".") if found else 0


def _others(first: str, others: tuple[str, ...]) -> list[str]:
    found = [("others: none", "others: one", "others: two")[min(len(others), 2)]]
    if others and _INITIALS.match(first) and len({_initials(name) for name in (first, *others)}) == 1:
        found.append("others: as many initials")
    for name in others:
        words = name.split()
        shapes = [shape(word) for word in words]
        if "lower" in shapes or "other" in shapes or len(words) > 4:
            found.append("others: no name")
        if len(words) == 1 and shapes[0] != "dotted":
            found.append("others: one word")
    return found
