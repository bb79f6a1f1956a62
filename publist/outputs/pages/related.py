"""Papers near a paper: those that share authors and topics with it; and terms that occur together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from math import log
from typing import NamedTuple

from publist.library.library import CROWD, Entry, Library, Term
from publist.library.terms import Ref
from publist.model.artifact import digest, digest_all
from publist.outputs.translations import translations

_WINDOW = 6
"""How many papers on each side in time of a topic's list are looked at; lists of any length cost the same."""

_COMMON = 60
"""A person with more papers than this tells nothing about which of them are near each other."""


_NEAR = 24
"""So many people or topics that occur with another are shown."""


class RelatedPaper(NamedTuple):
    """A paper near another, and how many topics and authors they share."""

    entry: Entry
    topics: int
    authors: int


class RelatedInputs(NamedTuple):
    """Where a paper's neighbours are to be looked for: the inputs of the question, which is answered when asked.

    ``topics`` has for each topic about how long its list is (see ``about``) and the papers next in time, ``people`` the
    lists of those authors whose papers tell something; ``found`` is the answer, where it is known already.
    """

    limit: int
    topics: tuple[tuple[int, tuple[Entry, ...]], ...] = ()
    people: tuple[Term, ...] = ()
    found: tuple[RelatedPaper, ...] | None = None


def about(papers: int) -> int:
    """The length of a list to three binary digits: so a new paper leaves all but the pages near it as they are.

    In a list of 80 papers every 16th makes all their pages anew, where two decimal digits let each.
    """
    step = max(0, papers.bit_length() - 3)
    return papers >> step << step


def near(place: int) -> slice:
    """The papers next in time to the one at this place of a list, and itself."""
    return slice(max(0, place - _WINDOW), place + _WINDOW + 1)


def is_telling(ref: Ref, papers: int) -> bool:
    """Whether so many papers of a person tell which of them are near each other."""
    return 1 < papers <= _COMMON and not ref.owner


class Surroundings:
    """The lists of a library, ready to say what is around each paper.

    ``shown`` says by slug what each paper's page shows of it, and of what that was found; it is brought up to date.
    So a topic that takes 10 of 1,000 papers renders 160 pages of papers; 570 have one of the 10 around them.
    """

    def __init__(self, library: Library, limit: int, shown: dict[str, bytes]) -> None:
        self._limit = limit
        self._shown = shown
        lists = library.terms("topic") if limit else ()
        self._topics = {term.ref: (term, {e.slug: i for i, e in enumerate(term.entries)}) for term in lists}
        people = library.terms("person") if limit else ()
        telling = [term for term in people if is_telling(term.ref, len(term.entries))]
        self._people = {term.ref: (term, digest_all([entry.state for entry in term.entries])) for term in telling}

    def of(self, entry: Entry) -> tuple[RelatedInputs, bytes]:
        """What is around a paper, and what its page shows of it as bytes, for the paper's fingerprint."""
        if not self._limit:
            return RelatedInputs(0), b""
        topics = []
        for reference in entry.topics:
            term, where = self._topics[reference]
            topics.append((about(len(term.entries)), term.entries[near(where[entry.slug])]))
        people = [self._people[reference] for reference in telling_authors(entry) if reference in self._people]
        inputs, said = around(self._limit, topics, people)
        found_in, known = digest(entry.state, said), self._shown.get(entry.slug, b"")
        if known[: len(found_in)] != found_in:
            inputs = inputs._replace(found=related_papers(entry, inputs))
            known = self._shown[entry.slug] = found_in + shown(entry, inputs)
        return inputs, known[len(found_in) :]


def telling_authors(entry: Entry) -> tuple[Ref, ...]:
    """The authors of a paper, as far as there are not too many of them to tell anything."""
    return entry.authors if len(entry.authors) <= CROWD else ()


def around(
    limit: int, topics: Sequence[tuple[int, tuple[Entry, ...]]], people: Sequence[tuple[Term, bytes]]
) -> tuple[RelatedInputs, bytes]:
    """The inputs of a paper's neighbours, and all that they say as bytes; each person comes with such bytes."""
    states = [part for count, window in topics for part in (b"%d;" % count, *[other.state for other in window])]
    states += [state for _, state in people]
    inputs = RelatedInputs(limit, tuple(topics), tuple([term for term, _ in people]))
    return inputs, b"%d;" % limit + b"".join(states)


def related_papers(entry: Entry, around: RelatedInputs) -> tuple[RelatedPaper, ...]:
    """The papers near a paper, the nearest first.

    A shared author or topic counts the more the fewer papers it has. Candidates are the papers of each author
    and those next in time within each topic, so that the cost of a paper does not grow with the list.
    """
    if around.found is not None:
        return around.found
    scores: dict[str, float] = {}
    candidates: dict[str, Entry] = {}
    lists = [(1 / log(2 + count), window) for count, window in around.topics]
    lists += [(1.5 / log(2 + len(term.entries)), term.entries) for term in around.people]
    for weight, others in lists:
        for other in others:
            candidates[other.slug] = other
            scores[other.slug] = scores.get(other.slug, 0.0) + weight
    scores.pop(entry.slug, None)
    best = sorted(scores, key=lambda slug: (-scores[slug], slug))[: around.limit]
    return tuple(_shared(entry, candidates[slug]) for slug in best)


def shown(entry: Entry, around: RelatedInputs) -> bytes:
    """What a paper's page shows of the papers near it, as a digest."""
    near = related_papers(entry, around)
    return digest(*[part for other in near for part in (other.entry.state, b"%d %d" % (other.topics, other.authors))])


def _shared(entry: Entry, other: Entry) -> RelatedPaper:
    topics = len(set(entry.topics) & set(other.topics))
    return RelatedPaper(other, topics, len(set(entry.authors) & set(other.authors)))


def reason(neighbour: RelatedPaper, language: str) -> str:
    """What the two papers share, in the words of a language."""
    words = translations(language)
    parts = []
    if neighbour.topics:
        pattern = words.ngettext("{n} topic", "{n} topics", neighbour.topics)
        parts.append(pattern.format(n=neighbour.topics))
    if neighbour.authors:
        pattern = words.ngettext("{n} author", "{n} authors", neighbour.authors)
        parts.append(pattern.format(n=neighbour.authors))
    return words.gettext("{shared} in common").format(shared=", ".join(parts))


def together(term: Term) -> tuple[tuple[Ref, int], ...]:
    """The people or topics that occur most with this one; papers of a crowd do not count."""
    of: Callable[[Entry], tuple[Ref, ...]] = (lambda e: e.authors) if term.kind == "person" else (lambda e: e.topics)
    counts = Counter([ref for entry in term.entries if len(of(entry)) <= CROWD for ref in of(entry)])
    counts.pop(term.ref, None)
    return tuple(sorted(counts.items(), key=lambda item: (-item[1], item[0].title.casefold(), item[0].path))[:_NEAR])
