"""What the terms of a list's papers say: in which papers each stands, and how much these have in common."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from math import log, sqrt
from typing import NamedTuple

from publist.text.phrases import Occurrence, Term, keyword_terms, terms

_ABSTRACT = 0.35
"""A term in an abstract, against one in a title or a keyword: abstracts mention much in passing."""
_WORDS = {1: 0.6, 2: 1.2, 3: 1.1}
"""A single word says less than two: it has more meanings."""
_WHOLE = 0.25
"""In so many of its papers a term must stand whole, not only as the beginning of others."""
_SURE = 10.0
"""So many pairs of papers outweigh what is expected of any pair."""
_MOST_CANDIDATES = 3000
_MOST_PAPERS = 300
"""Cohesion is measured on so many papers of a term."""


class PaperText(NamedTuple):
    """The plain texts of a paper that tell what it is about."""

    slug: str
    title: str
    keywords: tuple[str, ...]
    abstract: str


class Candidate(NamedTuple):
    """A term: its papers with the weight of where it stands in them, its spellings (most frequent first)."""

    term: Term
    papers: Mapping[int, float]
    spellings: tuple[str, ...]
    cohesion: float

    @property
    def strength(self) -> float:
        """What it says of all of its papers."""
        return self.cohesion * sum(self.papers.values())

    @property
    def foremost(self) -> float:
        """How far it stands in titles and keywords: 1 in all papers."""
        return sum(self.papers.values()) / len(self.papers)


class Corpus(NamedTuple):
    """The papers by number, and every term that more than one of them has."""

    slugs: tuple[str, ...]
    candidates: tuple[Candidate, ...]

    @property
    def size(self) -> int:
        """The number of papers."""
        return len(self.slugs)


def corpus_of(papers: Sequence[PaperText]) -> Corpus:
    """Count and weigh the terms of these papers."""
    found: dict[Term, dict[int, float]] = {}
    whole: dict[Term, set[int]] = {}
    spelled: dict[Term, Counter[str]] = {}
    for number, paper in enumerate(papers):
        for (term, spelling, is_whole), weight in _occurrences(paper):
            row = found.setdefault(term, {})
            row[number] = max(weight, row.get(number, 0.0))
            spelled.setdefault(term, Counter())[spelling] += 1
            if is_whole:
                whole.setdefault(term, set()).add(number)
    several = {term: where for term, where in found.items() if len(where) > 1}
    shared = [term for term, where in several.items() if len(whole.get(term, ())) >= _WHOLE * len(where)]
    shared.sort(key=lambda term: (-sum(found[term].values()), term))
    likeness = _Likeness(found, len(papers))
    made = []
    for term in shared[:_MOST_CANDIDATES]:
        cohesion = likeness.of(term, found[term]) * _WORDS.get(len(term), 1.0)
        made.append(Candidate(term, found[term], _spellings(spelled[term]), cohesion))
    return Corpus(tuple(paper.slug for paper in papers), tuple(made))


def _occurrences(paper: PaperText) -> Iterator[tuple[Occurrence, float]]:
    """Each term of a paper where it stands, with the weight of the place."""
    yield from ((found, 1.0) for found in terms(paper.title))
    yield from ((found, 1.0) for keyword in paper.keywords for found in keyword_terms(keyword))
    yield from ((found, _ABSTRACT) for found in terms(paper.abstract))


def _spellings(counted: Counter[str]) -> tuple[str, ...]:
    """The spellings that a search without regard to case and hyphens tells apart, the most frequent first."""
    alike: dict[str, Counter[str]] = {}
    for spelling, count in counted.items():
        alike.setdefault(spelling.casefold().replace("-", " "), Counter())[spelling] += count
    ordered = sorted(alike, key=lambda folded: (-alike[folded].total(), folded))
    return tuple(_in_running_text(alike[folded]) for folded in ordered)


def _in_running_text(counted: Counter[str]) -> str:
    """Of spellings that differ in case the one with fewest capitals, if it is no slip; titles have them by style."""
    often = [spelling for spelling, count in counted.items() if 4 * count >= max(counted.values())]
    return min(often, key=lambda spelling: (sum(map(str.isupper, spelling)), spelling))


class _Likeness:
    """Each paper as a vector of its words (tf-idf, of length 1); how alike the papers of a term are."""

    def __init__(self, found: Mapping[Term, Mapping[int, float]], size: int) -> None:
        self._vectors: list[dict[str, float]] = [{} for _ in range(size)]
        for term, where in found.items():
            if len(term) == 1 and len(where) > 1:
                rarity = log(size / len(where)) if size > len(where) else 0.0
                for number, weight in where.items():
                    self._vectors[number][term[0]] = weight * rarity
        for vector in self._vectors:
            length = sqrt(sum(value * value for value in vector.values())) or 1.0
            for word in vector:
                vector[word] /= length
        self._usual = self._pairs(range(size), ()) or 1e-3

    def of(self, term: Term, where: Mapping[int, float]) -> float:
        """How many times as alike as any papers these are, apart from the words of the term (logarithm, from 0)."""
        numbers = sorted(where)[:_MOST_PAPERS]
        count = len(numbers) * (len(numbers) - 1) / 2
        mean = (self._pairs(numbers, term) * count + self._usual * _SURE) / (count + _SURE)
        return log(1 + mean / self._usual)

    def _pairs(self, numbers: Sequence[int], without: Term) -> float:
        """The mean cosine of all pairs of these papers."""
        total: dict[str, float] = {}
        squares = 0.0
        for number in numbers:
            for word, value in self._vectors[number].items():
                if word not in without:
                    total[word] = total.get(word, 0.0) + value
                    squares += value * value
        pairs = len(numbers) * (len(numbers) - 1)
        return max(0.0, (sum(value * value for value in total.values()) - squares) / pairs) if pairs else 0.0
