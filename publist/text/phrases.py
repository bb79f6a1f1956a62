"""The terms that a text may be about: its words and runs of up to three, each with the spellings that occur."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from publist.text.common_words import ALONE, BETWEEN
from publist.text.scripts import has_no_spaces

MOST_WORDS = 3
_TOKEN = re.compile(r"[^\W\d_][\w+#’']*(?:[-‐‑][\w+#]+)*|\d+(?:[-‐‑][^\W\d_]\w*)+|[^\s\w]|\d[\w.,]*")
_NUMERAL = re.compile(r"(?=[IVX])X{0,3}(?:I[XV]|V?I{0,3})")
_ADJECTIVE = re.compile(r"\w{3,}(?:ical|ular|ious|eous|ional|ental)", re.IGNORECASE)
_HYPHEN = re.compile(r"[-‐‑]")

Term = tuple[str, ...]
"""The words of a term, folded: lower case, hyphens taken for spaces, plurals for singulars."""


class Occurrence(NamedTuple):
    """A term where it stands, with its spelling there.

    ``whole``: it is not the beginning of a longer one ("deep neural" of "deep neural networks" is).
    """

    term: Term
    spelling: str
    whole: bool


def terms(text: str) -> Iterator[Occurrence]:
    """Each term of a plain text; a run of words ends at a sign and at a word that stands between terms.

    Scripts that put no spaces between words give nothing: their words are not known here.
    """
    for run in _runs(text):
        for start in range(len(run)):
            for end in range(start + 1, min(start + MOST_WORDS, len(run)) + 1):
                tokens = run[start:end]
                if _names_something(tokens):
                    words = tuple(part for token in tokens for part in folded(token))
                    whole = end == len(run) or (len(words) > 1 and _is_common(run[end]))
                    yield Occurrence(words, " ".join(tokens), whole)


def keyword_terms(keyword: str) -> Iterator[Occurrence]:
    """The terms of a keyword; one in a script without spaces is a term as it is."""
    text = " ".join(keyword.split())
    return iter([Occurrence((text.casefold(),), text, whole=True)]) if has_no_spaces(text) else terms(text)


def folded(token: str) -> Term:
    """The words of a token, each folded."""
    return tuple(singular(part.casefold()) for part in _HYPHEN.split(token))


def singular(word: str) -> str:
    """An English plural without its ending; other words as they are."""
    if len(word) > 4 and word.endswith("ies"):
        return f"{word[:-3]}y"
    if len(word) > 4 and word.endswith(("sses", "shes", "ches", "xes")):
        return word[:-2]
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def _runs(text: str) -> Iterator[list[str]]:
    run: list[str] = []
    for match in _TOKEN.finditer(text):
        token = match[0].rstrip("'’").removesuffix("'s").removesuffix("’s")
        if token[:1].isalnum() and not token.isdecimal() and _may_stand(token):
            run.append(token)
        else:
            yield run
            run = []
    yield run


def _may_stand(token: str) -> bool:
    return (
        len(token) > 1 and any(map(str.isalpha, token)) and token.casefold() not in BETWEEN and not has_no_spaces(token)
    )


def _names_something(tokens: list[str]) -> bool:
    """Whether not all words are such as every field uses."""
    return not all(map(_is_common, tokens))


def _is_common(token: str) -> bool:
    """Whether a word says no field: one that every field has, the number of a part, a bare adjective."""
    if _NUMERAL.fullmatch(token) or _ADJECTIVE.fullmatch(token):
        return True
    return token.casefold() in ALONE or singular(token.casefold()) in ALONE
