"""list.json: what the filter of a list must know of papers on its other pages, and of authors in cut bylines."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from publist.library import whole_list
from publist.library.library import Entry
from publist.library.taxonomies import BY_KIND
from publist.library.terms import Ref
from publist.model.artifact import Artifact, digest_all
from publist.model.paper import STATUSES
from publist.model.settings import Config
from publist.outputs.base import Context, Render, SitePlan
from publist.outputs.bylines import is_cut, is_kept
from publist.outputs.link_views import offers
from publist.outputs.pages.search import available
from publist.outputs.views import status_text
from publist.text.markdown import plain

PATH = "list.json"

_PDF, _CODE, _ET_AL, _STATUS = 1, 2, 4, 8


def plan(plan: SitePlan) -> Iterator[Artifact]:
    """The index of the whole list, where papers are found that the page does not show, or authors are left out."""
    entries, config = plan.library.entries, plan.config
    if is_needed(plan) or any(is_cut(entry, config) for entry in entries):
        stamp = digest_all([entry.digest for entry in entries])
        more = tuple(row.kind for row in plan.library.taxonomies if row.shown and row.kind != "topic")
        yield Artifact(PATH, "content/papers", "list-index", (entries, more), stamp)


def is_needed(plan: SitePlan) -> bool:
    """Whether papers are found that the page does not show: on later pages of a list, or by the page of the search."""
    papers, config = len(plan.library.entries), plan.config
    return papers > config.per_page or whole_list.is_apart(papers, config) or available(config)


def _render(inputs: tuple[Any, ...], context: Context) -> bytes:
    """One compact object; terms stand once and are told by their number.

    ``{people: [[title, path, other spelling …]], venues, topics: [[title, path]], owner: [person],
    papers: [[path, title, [person], venue or -1, ISO date, [topic], 1 PDF + 2 code + 4 et al. + 8 × status]]}``;
    ``statuses`` has the words for the statuses, from 1, where a paper has one. Of each other taxonomy whose terms
    lists show (types) there are its folder in ``more``, its terms ``[[title, path]]`` under that name, and in each
    paper a list of their numbers, in the order of ``more``. ``owner`` are those whom no byline leaves out and who are
    set apart; with ``person: true`` that person alone is set apart on whose page the list is. What has no page has the
    path "".
    """
    entries, kinds = inputs
    people, venues, topics, config = _Numbers(), _Numbers(), _Numbers(), context.config
    more = {kind: _Numbers() for kind in kinds}
    papers = [
        [
            entry.path,
            plain(entry.paper.title),
            [people.of(ref, name.name) for ref, name in zip(entry.authors, entry.paper.authors, strict=True)],
            venues.of(entry.venue) if entry.venue else -1,
            str(entry.paper.date) if entry.paper.date else "",
            [topics.of(topic) for topic in entry.topics],
            _marks(entry),
            *[[numbers.of(term) for term in entry.terms[kind]] for kind, numbers in more.items()],
        ]
        for entry in entries
    ]
    others = {BY_KIND[kind].folder: numbers.rows() for kind, numbers in more.items()}
    index = {
        "people": people.rows(),
        "venues": venues.rows(),
        "topics": topics.rows(),
        "owner": people.kept(config),
        **({"person": True} if config.highlight == "person" else {}),
        **({"more": list(others), **others} if others else {}),
        **_statuses(entries, context.config.language),
        "papers": papers,
    }
    return json.dumps(index, ensure_ascii=False, separators=(",", ":")).encode()


def _marks(entry: Entry) -> int:
    paper = entry.paper
    status = STATUSES.index(paper.status) + 1 if paper.status else 0
    return _PDF * offers(paper, "pdf") + _CODE * offers(paper, "code") + _ET_AL * paper.et_al + _STATUS * status


def _statuses(entries: Iterable[Entry], language: str) -> dict[str, list[str]]:
    if not any(entry.paper.status for entry in entries):
        return {}
    return {"statuses": [status_text(status, language) for status in STATUSES]}


class _Numbers:
    """Numbers for terms in the order in which they are met, and the ways in which each is printed."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self._refs: list[Ref] = []
        self._spellings: dict[str, dict[str, None]] = {}

    def of(self, ref: Ref, printed: str = "") -> int:
        if printed and printed != ref.title:
            self._spellings.setdefault(ref.path, {})[printed] = None
        number = self._numbers.get(ref.path)
        if number is None:
            number = self._numbers[ref.path] = len(self._refs)
            self._refs.append(ref)
        return number

    def rows(self) -> list[tuple[str, ...]]:
        return [(ref.title, "" if ref.instead else ref.path, *self._spellings.get(ref.path, ())) for ref in self._refs]

    def kept(self, config: Config) -> list[int]:
        """Those whom no byline leaves out."""
        return [number for number, ref in enumerate(self._refs) if is_kept(ref, config)]


THEMED = False
RENDERERS: Mapping[str, Render] = {"list-index": _render}
