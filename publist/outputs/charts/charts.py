"""What pictures show: papers per year, topics over time, who writes with whom. Drawn by templates.

The same counts give the same picture.
"""

from __future__ import annotations

from typing import NamedTuple

from publist.library.terms import Ref
from publist.outputs.charts.counts import Counts, Pairs

_ROUNDS = 16
_LEAST_YEARS, _LEAST_PAPERS = 5, 10
"""Fewer are read faster in the list than in a chart."""
_NARROWEST, _WIDE, _LABEL, _GAP = 288, 640, 32, 6
"""The width of a chart on a phone of 320 px and on a wide page, that of a year's four digits, and what must lie between
two of them: all in px."""


class YearView(NamedTuple):
    """A bar of the chart of papers per year; ``height`` is in % of the highest.

    ``label`` says whether its year is written, ``wide`` whether it is where there is more room than on a phone.
    ``path`` is "" for a year without papers.
    """

    year: int
    path: str
    count: int  # type: ignore[assignment]  # hides tuple.count, which no template wants
    height: float
    label: bool
    wide: bool


class DotView(NamedTuple):
    """The papers of a topic in a year: how far along in %, and the radius of the dot in px."""

    year: int
    count: int  # type: ignore[assignment]  # hides tuple.count, which no template wants
    along: float
    radius: float


class RowView(NamedTuple):
    """A topic with its years."""

    title: str
    path: str
    dots: tuple[DotView, ...]


class TimelineView(NamedTuple):
    """The most frequent topics over time."""

    first: int
    last: int
    rows: tuple[RowView, ...]


class NodeView(NamedTuple):
    """A person: ``radius`` in px grows with the papers; ``others`` are those written with."""

    title: str
    path: str
    count: int  # type: ignore[assignment]  # hides tuple.count, which no template wants
    radius: float
    others: tuple[str, ...]


class ArcView(NamedTuple):
    """Two people by their places among the nodes, the papers that they wrote together, and the arc's reach (0-1)."""

    upper: int
    lower: int
    count: int  # type: ignore[assignment]  # hides tuple.count, which no template wants
    reach: float


class NetworkView(NamedTuple):
    """Who writes with whom; ``total`` counts the people that the site knows, of whom the most frequent are shown."""

    nodes: tuple[NodeView, ...]
    arcs: tuple[ArcView, ...]
    total: int


def chart(years: Counts) -> tuple[YearView, ...]:
    """A bar for each year from the first to the last; nothing where there are too few to say anything."""
    counts = dict(years)
    if not counts or max(counts) - min(counts) + 1 < _LEAST_YEARS or sum(counts.values()) < _LEAST_PAPERS:
        return ()
    span, most = range(min(counts), max(counts) + 1), max(counts.values())
    labels, more = _labelled(span, _NARROWEST), _labelled(span, _WIDE)
    return tuple(
        YearView(
            year=year,
            path=f"years/{year:04d}/" if year in counts else "",
            count=counts.get(year, 0),
            height=100 * counts.get(year, 0) / most,
            label=year in labels,
            wide=year in more,
        )
        for year in span
    )


def _labelled(span: range, room_for_all: int) -> set[int]:
    """The years that are written under their bars: the first, the last and every fifth, as far as there is room.

    On a chart of that many px no two of them may touch: labels in the middle stand around their bars, the first and
    the last end where the chart does.
    """
    width = room_for_all / len(span)
    step = next((step for step in (5, 10, 20, 50, 100) if step * width >= _LABEL + _GAP), len(span))
    room = 1.5 * _LABEL + _GAP - width / 2
    fifths = (year for year in span if year % step == 0)
    within = {year for year in fifths if min(year - span[0], span[-1] - year) * width >= room}
    return {span[0], span[-1]} | within


def timeline(counted: tuple[tuple[Ref, Counts], ...]) -> TimelineView | None:
    """The picture, where there are two topics and two years to tell apart."""
    years = [year for _, counts in counted for year, _ in counts]
    if len(counted) < 2 or len(set(years)) < 2:
        return None
    first, last = min(years), max(years)
    most = max(count for _, counts in counted for _, count in counts)
    rows = tuple(RowView(ref.title, ref.path, _dots(counts, first, last, most)) for ref, counts in counted)
    return TimelineView(first, last, rows)


def _dots(counts: Counts, first: int, last: int, most: int) -> tuple[DotView, ...]:
    """Dots whose areas are as the numbers of papers; a margin keeps the first and the last whole."""
    return tuple(
        DotView(year, count, 3 + 94 * (year - first) / (last - first), 9 * (count / most) ** 0.5)
        for year, count in counts
    )


def network(people: tuple[tuple[Ref, int], ...], linked: Pairs, total: int) -> NetworkView | None:
    """The people in a column, ordered so that those who write together stand together, and arcs between them."""
    order = _order(linked)
    if len(order) < 3:
        return None
    places = {number: place for place, number in enumerate(order)}
    most = max(people[number][1] for number in order)
    others: dict[int, list[int]] = {number: [] for number in order}
    for a, b, _ in linked:
        others[a].append(b)
        others[b].append(a)
    nodes = []
    for number in order:
        ref, count = people[number]
        names = tuple(people[other][0].title for other in sorted(others[number]))
        nodes.append(NodeView(ref.title, ref.link, count, 2 + 6 * (count / most) ** 0.5, names))
    return NetworkView(tuple(nodes), _arcs(linked, places), total)


def _arcs(linked: Pairs, places: dict[int, int]) -> tuple[ArcView, ...]:
    ends = sorted((*sorted((places[a], places[b])), n) for a, b, n in linked)
    longest = max(lower - upper for upper, lower, _ in ends)
    return tuple(ArcView(upper, lower, n, (lower - upper) / longest) for upper, lower, n in ends)


def _order(linked: Pairs) -> list[int]:
    """The people that are linked at all, each moved again and again to the middle of those linked to them."""
    weights: dict[int, list[tuple[int, int]]] = {}
    for a, b, n in linked:
        weights.setdefault(a, []).append((b, n))
        weights.setdefault(b, []).append((a, n))
    order = sorted(weights)
    for _ in range(_ROUNDS):
        place = {number: float(at) for at, number in enumerate(order)}
        middle = {
            number: (place[number] + sum(place[other] * n for other, n in near)) / (1 + sum(n for _, n in near))
            for number, near in weights.items()
        }
        order.sort(key=lambda number: (middle[number], number))
    return order
