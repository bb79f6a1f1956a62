"""What `check` finds in content that reads without mistakes: doubts, duplicates, gaps, and what nobody uses."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from shlex import quote
from typing import NamedTuple

from publist.checks.name_variants import proposals
from publist.checks.remarks import Remark
from publist.checks.unexplained_marks import unexplained_marks
from publist.content.content_folder import SETTINGS
from publist.content.people_file import Person
from publist.content.schema.kinds import nearest
from publist.content.topic_file import TopicFile
from publist.content.yaml import writer as yamltext
from publist.importing.duplicates.proposals import Distinct, propose
from publist.library.work_types import work_type
from publist.model.paper import Paper
from publist.text.look_alikes import told_apart
from publist.text.unicode_forms import composed

_PEOPLE = "content/people.yaml"
_TOPICS = "content/topics"
_SLUG_HINT = "a paper's slug is the name of its file without .md"
_GAPS = (
    ("date", "no date: it stands at the end of every list, and Google Scholar leaves it out", "add `date: 2023`"),
    ("authors", "no authors", "run `publist complete`, which looks them up by DOI or title, or add `authors:`"),
)


class CheckedPaper(NamedTuple):
    """A paper of the site."""

    slug: str
    path: str
    paper: Paper


def check(
    papers: Sequence[CheckedPaper],
    people: Sequence[Person] = (),
    topics: Sequence[TopicFile] = (),
    topics_of: Mapping[str, Sequence[str]] | None = None,
    distinct: Distinct = frozenset(),
) -> tuple[Remark, ...]:
    """Everything worth a look, in the order of the papers, then of people and topics.

    ``topics_of`` has the slugs of each paper's topics, by the paper's slug, as the library derives them; without
    it, nothing is said of papers without topics and of topics without papers. Drafts may have gaps. ``distinct`` are
    pairs of slugs that are two works though they look like one.
    """
    found: list[Remark] = []
    for entry in papers:
        found += _doubts(entry)
        if not entry.paper.draft:
            found += _gaps(entry, topics_of)
            found += unexplained_marks(entry.path, entry.paper)
    found += _duplicates(papers, distinct)
    found += _unknown_papers(people, {entry.slug for entry in papers})
    found += _spellings(papers, people)
    found += _without_group(people)
    if topics_of is not None:
        used = {slug for slugs in topics_of.values() for slug in slugs}
        found += _unused(topics, used)
    return tuple(found)


def _doubts(entry: CheckedPaper) -> Iterator[Remark]:
    if entry.paper.review:
        fields = ", ".join(f"`{field}`" for field in entry.paper.review)
        hint = "look at them, mend what is wrong, then delete the line `review:`"
        yield Remark(entry.path, ("review",), f"the import was unsure of {fields}", hint)


def _gaps(entry: CheckedPaper, topics_of: Mapping[str, Sequence[str]] | None) -> Iterator[Remark]:
    for field, message, hint in _GAPS:
        if not getattr(entry.paper, field):
            yield Remark(entry.path, (field,), message, hint)
    paper = entry.paper
    if paper.type == "article" and paper.volume and work_type(paper.type, paper.venue) == "article-journal":
        message = "no `type`: with a venue and a volume it is shown as a journal article"
        yield Remark(entry.path, ("type",), message, "write `type: article-journal`, or what it is", "suggestion")
    if entry.paper.image and not entry.paper.image_alt:
        hint = "write what it shows into `image_alt`"
        yield Remark(entry.path, ("image",), "the picture has no description", hint, "suggestion")
    if topics_of is not None and not topics_of.get(entry.slug):
        hint = f"add `topics: [...]`, run `publist topics`, or write `topics_from: keywords` in {SETTINGS}"
        yield Remark(entry.path, ("topics",), "no topics (optional)", hint, "suggestion")


def _duplicates(papers: Sequence[CheckedPaper], distinct: Distinct) -> Iterator[Remark]:
    """Papers that look like versions of one work, and citation keys that two papers have."""
    entries = {entry.slug: entry for entry in papers}
    for pair in propose([(entry.slug, entry.paper) for entry in papers], distinct):
        entry, first = entries[pair.other], entries[pair.one]
        both = f"{quote(pair.one)} {quote(pair.other)}"
        hint = f"if so: publist merge {both}; if not: publist merge --no {both}"
        message = f"probably the same work as {first.path}: {pair.evidence}"
        yield Remark(entry.path, (pair.at,), message, hint)
    keys: dict[str, CheckedPaper] = {}
    for entry in papers:
        first = keys.setdefault(entry.paper.key, entry)
        if entry.paper.key and first is not entry:
            message = f"the citation key `{entry.paper.key}` is that of {first.path}, too"
            yield Remark(entry.path, ("key",), message, "give one another key")


def _unknown_papers(people: Iterable[Person], slugs: set[str]) -> Iterator[Remark]:
    composed_slugs = set(map(composed, slugs))
    for number, person in enumerate(people):
        for place, slug in enumerate(person.papers):
            if composed(slug) not in composed_slugs:
                near = nearest(slug, tuple(slugs))
                hint = (
                    f"did you mean `{near}`?{told_apart(slug, near)}"
                    if near
                    else "a paper's slug is the name of its file without .md"
                )
                at = (number, "papers", place)
                yield Remark(_PEOPLE, at, f"{person.name}: there is no paper `{slug}`", hint)


def _spellings(papers: Sequence[CheckedPaper], people: Sequence[Person]) -> Iterator[Remark]:
    for proposal in proposals([entry.paper.authors for entry in papers], people):
        entry = yamltext.brackets({"name": proposal.name, "aliases": [proposal.alias]})
        yield Remark(_PEOPLE, (), str(proposal), f"if so, write in {_PEOPLE}: - {entry}", "suggestion")


def _without_group(people: Sequence[Person]) -> Iterator[Remark]:
    """Who is described as one of the lab, and has no place among its members."""
    lab = any(person.member for person in people)
    for number, person in enumerate(people):
        if lab and not person.member and (person.role or person.since):
            message = f"{person.name} has no `group`, so members/ does not show them"
            yield Remark(_PEOPLE, (number, "name"), message, "add `group:`", "suggestion")


def _unused(topics: Iterable[TopicFile], used: set[str]) -> Iterator[Remark]:
    for topic in topics:
        if topic.slug not in used:
            path = f"{_TOPICS}/{topic.slug}.md"
            hint = "give it a phrase under `match:` that papers have, or name it in a paper's `topics:`"
            yield Remark(path, ("title",), f"no paper belongs to the topic {topic.title!r}", hint, "suggestion")
