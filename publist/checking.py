"""What `check` finds in content that reads without mistakes: doubts, duplicates, gaps, and what nobody uses."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from publist import yamltext
from publist.kinds import nearest
from publist.model import Paper
from publist.people import Person
from publist.recognition import Identity, contradict, identity, like_titles, same_people
from publist.remarks import Remark
from publist.spellings import proposals
from publist.topicfile import TopicFile

_PEOPLE = "content/people.yaml"
_TOPICS = "content/topics"
_GAPS = (
    ("date", "no date: it stands at the end of every list, and Google Scholar leaves it out", "add `date: 2023`"),
    ("authors", "no authors", "add `authors:`"),
)


_BEGINNING = 12
"""Letters that titles must share to be compared at all."""
_NEIGHBOURS = 5
"""With how many before it, in the order of titles, a paper is compared: the cost stays flat."""
_LOOK: dict[str, Callable[[Identity], Hashable]] = {
    "doi": lambda paper: paper.doi,
    "arxiv": lambda paper: paper.arxiv,
    "key": lambda paper: paper.key,
    "title": lambda paper: paper.title,
    "alike": lambda paper: paper.authors and (paper.authors[0], paper.title[:_BEGINNING]),
}
_ACCEPT: dict[str, Callable[[Identity, Identity], bool]] = {
    **dict.fromkeys(("doi", "arxiv", "key"), lambda _one, _other: True),
    "title": same_people,
    "alike": lambda one, other: same_people(one, other) and not contradict(one, other) and like_titles(one, other),
}
_SHARED = {
    "doi": "same DOI",
    "arxiv": "same arXiv identifier",
    "title": "same title and first authors",
    "alike": "same first authors, and titles that differ little",
}


class Entry(NamedTuple):
    """A paper of the site."""

    slug: str
    path: str
    paper: Paper


def check(
    papers: Sequence[Entry],
    people: Sequence[Person] = (),
    topics: Sequence[TopicFile] = (),
    topics_of: Mapping[str, Sequence[str]] | None = None,
) -> tuple[Remark, ...]:
    """Everything worth a look, in the order of the papers, then of people and topics.

    ``topics_of`` has the slugs of each paper's topics, by the paper's slug, as the library derives them; without
    it, nothing is said of papers without topics and of topics without papers. Drafts may have gaps.
    """
    found: list[Remark] = []
    for entry in papers:
        found += _doubts(entry)
        if not entry.paper.draft:
            found += _gaps(entry, topics_of)
    found += _duplicates(papers)
    found += _unknown_papers(people, {entry.slug for entry in papers})
    found += _spellings(papers, people)
    if topics_of is not None:
        used = {slug for slugs in topics_of.values() for slug in slugs}
        found += _unused(topics, used)
    return tuple(found)


def _doubts(entry: Entry) -> Iterator[Remark]:
    if entry.paper.review:
        fields = ", ".join(f"`{field}`" for field in entry.paper.review)
        hint = "look at them, mend what is wrong, then delete the line `review:`"
        yield Remark(entry.path, ("review",), f"the import was unsure of {fields}", hint)


def _gaps(entry: Entry, topics_of: Mapping[str, Sequence[str]] | None) -> Iterator[Remark]:
    for field, message, hint in _GAPS:
        if not getattr(entry.paper, field):
            yield Remark(entry.path, (field,), message, hint)
    if topics_of is not None and not topics_of.get(entry.slug):
        hint = "add `topics: [...]`, or a phrase of it to `match:` of a topic"
        yield Remark(entry.path, ("topics",), "no topic: readers who browse by topic do not find it", hint)


def _duplicates(papers: Sequence[Entry]) -> Iterator[Remark]:
    """Papers that share what no two papers should share; each pair is told once, by the strongest evidence."""
    known = [(entry, identity(entry.paper)) for entry in papers]
    told: set[frozenset[str]] = set()
    for what, group in _groups(known):
        for number, (entry, who) in enumerate(group):
            for before, other in group[max(0, number - _NEIGHBOURS) : number]:
                pair = frozenset((before.slug, entry.slug))
                if pair not in told and _ACCEPT[what](other, who):
                    told.add(pair)
                    yield _duplicate(entry, before, what)
                    break


def _groups(known: Sequence[tuple[Entry, Identity]]) -> Iterator[tuple[str, list[tuple[Entry, Identity]]]]:
    for what, look in _LOOK.items():
        groups = defaultdict(list)
        for entry, who in known:
            if value := look(who):
                groups[value].append((entry, who))
        for group in groups.values():
            yield what, sorted(group, key=lambda row: row[1].title) if what == "alike" else group


def _duplicate(entry: Entry, first: Entry, what: str) -> Remark:
    if what == "key":
        message, hint = f"the citation key `{entry.paper.key}` is that of {first.path}, too", "give one another key"
        return Remark(entry.path, ("key",), message, hint)
    hint = "keep one of them; put the other under its `versions:` if it is another version"
    at = what if what in ("doi", "arxiv") else "title"
    return Remark(entry.path, (at,), f"probably the same work as {first.path}: {_SHARED[what]}", hint)


def _unknown_papers(people: Iterable[Person], slugs: set[str]) -> Iterator[Remark]:
    for number, person in enumerate(people):
        for place, slug in enumerate(person.papers):
            if slug not in slugs:
                near = nearest(slug, tuple(slugs))
                hint = f"did you mean `{near}`?" if near else "a paper's slug is the name of its file without .md"
                at = (number, "papers", place)
                yield Remark(_PEOPLE, at, f"{person.name}: there is no paper `{slug}`", hint)


def _spellings(papers: Sequence[Entry], people: Sequence[Person]) -> Iterator[Remark]:
    for proposal in proposals([entry.paper.authors for entry in papers], people):
        entry = yamltext.brackets({"name": proposal.name, "aliases": [proposal.alias]})
        yield Remark(_PEOPLE, (), str(proposal), f"if so, write in {_PEOPLE}: - {entry}")


def _unused(topics: Iterable[TopicFile], used: set[str]) -> Iterator[Remark]:
    for topic in topics:
        if topic.slug not in used:
            path = f"{_TOPICS}/{topic.slug}.md"
            hint = "give it a phrase under `match:` that papers have, or name it in a paper's `topics:`"
            yield Remark(path, ("title",), f"no paper belongs to the topic {topic.title!r}", hint)
