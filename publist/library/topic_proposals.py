"""Topics for a list that has none: terms of titles, abstracts and keywords that set groups of its papers apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from math import sqrt
from typing import NamedTuple

from publist.library.term_statistics import Candidate, Corpus, PaperText, corpus_of
from publist.text.slugs import slugify

__all__ = ["PaperText", "TopicProposal", "propose_topics"]

MOST = 14
FEWEST = 6
_PHRASES = 6
"""So many terms a topic has at most; each may have several spellings."""
_SHARE = 0.35
"""A topic that takes more of the papers than this sets nothing apart."""
_SAME = 0.6
"""Two terms that share so much of the rarer one's papers are one topic."""
_JOINS = {1: (0.7, 0.6), 2: (0.5, 0.45)}
"""When a term of one word, or of more, joins a topic: how many of its papers must be the topic's, and how far it must
stand in titles and keywords. A single word has more meanings, and abstracts mention much in passing."""


class TopicProposal(NamedTuple):
    """A topic that could be: its name, the phrases for ``match:``, and the papers that have one of them."""

    slug: str
    title: str
    phrases: tuple[str, ...]
    papers: tuple[str, ...]


def propose_topics(papers: Sequence[PaperText]) -> tuple[TopicProposal, ...]:
    """Up to 14 topics, the largest first; the same papers give the same topics in whatever order they come.

    Terms are chosen one by one: each is the one that says most of the papers that no topic has yet. What a term
    says is the number of papers whose title or keywords have it (those where it is in the abstract alone count less),
    weighed by how much more these papers have in common than any papers of the list (cohesion, as in clustering by
    frequent terms: Beil, Ester and Xu, KDD 2002). Terms that go with a chosen one become its further phrases.
    """
    corpus = corpus_of(sorted(papers))
    seeds = _seeds(corpus)
    groups = _grown(seeds, corpus)
    made = sorted((_topic(terms, corpus) for terms in groups), key=lambda topic: (-len(topic.papers), topic.title))
    return tuple({topic.slug: topic for topic in reversed(made)}.values())[::-1]


def _seeds(corpus: Corpus) -> list[Candidate]:
    """The terms that name the topics, in the order of their choice."""
    smallest = _smallest(corpus.size)
    largest = min(corpus.size - 1, _largest(corpus.size))
    pool = [candidate for candidate in corpus.candidates if smallest <= len(candidate.papers) <= largest]
    chosen: list[Candidate] = []
    covered = Counter[int]()
    wanted = min(MOST, max(FEWEST, round(1.2 * sqrt(corpus.size))))
    while pool and len(chosen) < wanted:
        best = max(pool, key=lambda candidate: (_gain(candidate, covered), candidate.term))
        fresh = sum(not covered[paper] for paper in best.papers)
        if _gain(best, covered) <= 0 or (len(chosen) >= FEWEST and fresh < smallest / 2):
            break
        chosen.append(best)
        covered.update(best.papers.keys())
        pool = [candidate for candidate in pool if not _same(candidate, best)]
    return chosen


def _smallest(size: int) -> int:
    """The fewest papers that make a topic."""
    return max(2, round(sqrt(size) / 3))


def _largest(size: int) -> int:
    """The most papers that a topic takes."""
    return max(2 * _smallest(size), int(size * _SHARE))


def _gain(candidate: Candidate, covered: Counter[int]) -> float:
    """What a term says of papers, each the less the more topics have it."""
    return candidate.cohesion * sum(weight * 3.0 ** -covered[paper] for paper, weight in candidate.papers.items())


def _same(one: Candidate, other: Candidate) -> bool:
    shared = len(one.papers.keys() & other.papers.keys())
    nested = set(one.term) <= set(other.term) or set(other.term) <= set(one.term)
    return nested or shared >= _SAME * min(len(one.papers), len(other.papers))


def _grown(seeds: Sequence[Candidate], corpus: Corpus) -> list[list[Candidate]]:
    """Each seed with the terms whose papers are mostly its own and that bring it more."""
    groups = [[seed] for seed in seeds]
    taken = [set(seed.papers) for seed in seeds]
    most = _largest(corpus.size)
    for candidate in sorted(corpus.candidates, key=lambda candidate: (-candidate.strength, candidate.term)):
        number = _nearest(candidate, seeds)
        if number is None or len(groups[number]) >= _PHRASES:
            continue
        together = taken[number] | candidate.papers.keys()
        if len(taken[number]) < len(together) <= most:
            groups[number].append(candidate)
            taken[number] = together
    return groups


def _nearest(candidate: Candidate, seeds: Sequence[Candidate]) -> int | None:
    """The number of the seed that has most of a term's papers, if it is most of them (more for a single word)."""
    shared = [len(candidate.papers.keys() & seed.papers.keys()) for seed in seeds]
    if candidate in seeds or not shared:
        return None
    number = max(range(len(shared)), key=lambda number: shared[number])
    near, foremost = _JOINS[min(len(candidate.term), 2)]
    if shared[number] < max(2, near * len(candidate.papers)) or candidate.foremost < foremost:
        return None
    return number


def _topic(terms: Sequence[Candidate], corpus: Corpus) -> TopicProposal:
    seed = terms[0]
    title = seed.spellings[0]
    phrases = dict.fromkeys(spelling for term in terms for spelling in term.spellings)
    papers = sorted({paper for term in terms for paper in term.papers})
    shown = title if title[:1].isupper() or not title else title[0].upper() + title[1:]
    return TopicProposal(slugify(shown), shown, tuple(phrases), tuple(corpus.slugs[paper] for paper in papers))
