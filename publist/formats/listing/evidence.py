"""What speaks for and against a seam: named features with weights, each with an example (the bar marks the seam)."""

from __future__ import annotations

import re
from typing import NamedTuple

from publist.formats.listing.names import shape
from publist.formats.listing.page import Page

WEIGHTS: dict[str, float] = {
    # where title and name meet
    "join: small letter, capital": 2.0,  # Recognition|Zhiyun Lu
    "join: capital, word": 1.0,  # ASR|Ronny Huang
    "join: capital, initial": 0.5,  # QCD|L. Alvarez-Gaume
    "join: capital, capital": -2.0,  # LEARNIN|GSEONGHYUN KIM
    "join: digit": 1.0,  # 2025|Ethan Li
    "join: closing mark": 2.0,  # Privacy?|Abhilasha Ravichander
    "join: full stop": 0.5,  # theories.|M. T. Grisaru
    "join: after an initial": -4.0,  # J.|S. Dowker
    "join: inside an apostrophe or hyphen": -4.0,  # O'|Keeffe
    "join: other": -3.0,
    "join: before a small letter": -4.0,  # Learning|brian ichter
    "join: after a space": -3.0,  # Learning |Zhiyun Lu
    # how the title ends
    "title: last word in the abstract": 3.0,
    "title: last word written small on the page": 2.0,
    "title: last word unknown": 0.0,
    "title: last word is a small word": -3.0,  # for|Zhiyun Lu
    "title: last word is one letter": -1.5,  # A|Zhiyun Lu
    "title: one word": -2.0,
    "title: nothing": -8.0,
    "title: bracket or quote left open": -4.0,  # (ASR|Ronny Huang)
    # the first author
    "name: two words": 1.0,
    "name: three words": 0.5,
    "name: four words": -1.0,
    "name: more words": -3.0,
    "name: one word": -3.0,
    "name: initial and family": 1.0,
    "name: camel": -2.0,
    "name: camel later": -1.0,
    "name: prefixed": -0.2,
    "name: capitals": -1.0,
    "name: small word inside": -4.0,
    "name: ends oddly": -3.0,
    "name: no name": -9.0,
    "name: begins with a common word": -2.0,
    "name: has a common word": -1.0,
    "name: seen whole": 5.0,
    "name: first word seen": 2.0,
    "name: last word seen": 1.0,
    # the further authors
    "others: one": 0.5,
    "others: two": 1.0,
    "others: has a small word": -6.0,
    "others: has a common word": -2.0,
    "others: one word": -4.0,
    "others: long": -3.0,
    "others: seen": 3.0,
}

_SMALL = frozenset(
    """a an and are as at be beyond by can do does for from how in into is it its not of on or over than that the their
    to towards toward under using via we what when where which while who why with without""".split()
)
_PAIRS = (("(", ")"), ("[", "]"), ("{", "}"), ("“", "”"))


class Candidate(NamedTuple):
    """One way to part a line: the title, the first author, the further authors."""

    title: str
    first: str
    others: tuple[str, ...]


def score(candidate: Candidate, abstract: str, page: Page) -> float:
    """The sum of the weights of what speaks for and against the candidate."""
    return sum(WEIGHTS[feature] for feature in features(candidate, abstract, page))


def features(candidate: Candidate, abstract: str, page: Page) -> list[str]:
    """The names of the features that the candidate has; ``abstract`` in lower case."""
    title, first, others = candidate
    found = [_join(title, first)]
    found += _title(title, abstract, page)
    found += _name(first, page)
    found += _others(others, page)
    return found


def _join(title: str, first: str) -> str:
    left, right = title[-1:], first[0]
    if left.isspace():
        return "join: after a space"
    if not right.isupper():
        return "join: before a small letter"
    if left.islower():
        return "join: small letter, capital"
    if left.isupper():
        if first[1:2].islower() or first[1:2] in "'’":
            return "join: capital, word"
        return "join: capital, initial" if first[1:2] in ". " else "join: capital, capital"
    if left.isdigit():
        return "join: digit"
    if left == ".":
        return "join: after an initial" if re.search(r"(?:^|[\s.\-])[^\W\d_]\.$", title[-4:]) else "join: full stop"
    if left in "?!)]}$\"'”’":
        return "join: closing mark"
    return "join: inside an apostrophe or hyphen" if left in "-–'’" else "join: other"


def _title(title: str, abstract: str, page: Page) -> list[str]:
    if not title:
        return ["title: nothing"]
    found = []
    words = title.split()
    last = words[-1].strip(".,:;?!()[]{}$\"'“”‘’*").lower()
    if len(words) == 1:
        found.append("title: one word")
    if last in _SMALL:
        found.append("title: last word is a small word")
    elif len(last) == 1 and last.isalpha():
        found.append("title: last word is one letter")
    if last and _has_word(abstract, last):
        found.append("title: last word in the abstract")
    elif last in page.words:
        found.append("title: last word written small on the page")
    else:
        found.append("title: last word unknown")
    if any(title.count(a) > title.count(b) for a, b in _PAIRS) or title.count("$") % 2:
        found.append("title: bracket or quote left open")
    return found


def _has_word(text: str, word: str) -> bool:
    at = text.find(word)
    while at >= 0:
        end = at + len(word)
        if not text[at - 1 : at].isalnum() and not text[end : end + 1].isalnum():
            return True
        at = text.find(word, at + 1)
    return False


_LENGTHS = {1: "name: one word", 2: "name: two words", 3: "name: three words", 4: "name: four words"}


def _name(first: str, page: Page) -> list[str]:
    words = first.split()
    shapes = [shape(word) for word in words]
    found = [_LENGTHS.get(len(words), "name: more words")]
    if "other" in shapes:
        found.append("name: no name")
    if shapes[0] == "camel":
        found.append("name: camel")
    if "camel" in shapes[1:]:
        found.append("name: camel later")
    if "prefixed" in shapes:
        found.append("name: prefixed")
    if "capitals" in shapes:
        found.append("name: capitals")
    if "lower" in shapes:
        found.append("name: small word inside")
    if shapes[-1] in ("initial", "particle"):
        found.append("name: ends oddly")
    if shapes[0] == "initial" and shapes[-1] == "word":
        found.append("name: initial and family")
    if words[0].lower() in page.words:
        found.append("name: begins with a common word")
    if any(word.lower() in page.words for word in words[1:]):
        found.append("name: has a common word")
    if page.names[first]:
        found.append("name: seen whole")
    else:
        if page.name_words[words[0]]:
            found.append("name: first word seen")
        if page.name_words[words[-1]]:
            found.append("name: last word seen")
    return found


def _others(others: tuple[str, ...], page: Page) -> list[str]:
    if not others:
        return []
    found = ["others: one" if len(others) == 1 else "others: two"]
    for name in others:
        words = name.split()
        if any(shape(word) == "lower" for word in words):
            found.append("others: has a small word")
        if len(words) == 1:
            found.append("others: one word")
        if len(words) > 4:
            found.append("others: long")
        if any(word.lower() in page.words for word in words):
            found.append("others: has a common word")
        if page.names[name] > 1:
            found.append("others: seen")
    return found
