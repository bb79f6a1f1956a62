"""Pictures: what is counted, how it is laid out, and that a page says the same in words."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from publist.library.terms import ref
from publist.outputs.charts.charts import chart, network, timeline
from tests.conftest import SMALL_SITE, Site

PEOPLE = tuple((ref(f"P{n}", f"people/p{n}/"), 1 + n % 5) for n in range(12))
PAIRS = st.lists(st.tuples(st.integers(0, 11), st.integers(0, 11), st.integers(1, 9)), max_size=30).map(
    lambda rows: tuple(sorted({(a, b): (a, b, n) for a, b, n in rows if a < b}.values()))
)


@given(PAIRS)
def test_everybody_who_wrote_with_somebody_stands_once_in_the_network(linked: Any) -> None:
    """Each linked person is one node, each pair one arc between the right two, and the layout is always the same."""
    picture = network(PEOPLE, linked, 12)
    people = {number for a, b, _ in linked for number in (a, b)}
    if len(people) < 3:
        assert picture is None
        return
    assert picture is not None
    assert sorted(node.path for node in picture.nodes) == sorted(PEOPLE[number][0].path for number in people)
    drawn = {
        frozenset((picture.nodes[arc.upper].title, picture.nodes[arc.lower].title)): arc.count for arc in picture.arcs
    }
    assert drawn == {frozenset((f"P{a}", f"P{b}")): n for a, b, n in linked}
    assert all(arc.upper < arc.lower and 0 < arc.reach <= 1 for arc in picture.arcs)
    assert picture == network(PEOPLE, linked, 12)


def test_those_who_write_together_stand_together() -> None:
    """Two groups that never wrote together are not mixed, however their numbers are."""
    picture = network(PEOPLE, ((0, 2, 1), (0, 4, 1), (2, 4, 1), (1, 3, 1), (1, 5, 1), (3, 5, 1), (4, 5, 1)), 12)
    assert picture is not None
    groups = "".join(str(int(node.title[1:]) % 2) for node in picture.nodes)
    assert groups in ("000111", "111000")


@given(st.dictionaries(st.integers(1900, 2020), st.integers(1, 30), min_size=1))
def test_years_written_under_the_bars_of_a_chart_never_touch(years: dict[int, int]) -> None:
    """On 288 px, and with more of them on 640, there are 6 px between any two, the first and last at the ends."""
    bars = chart(tuple(sorted(years.items())))
    if not bars:
        assert len(range(min(years), max(years) + 1)) < 5 or sum(years.values()) < 10
        return
    assert bars[0].label
    assert bars[-1].label
    for room, labels in ((288, [bar.label for bar in bars]), (640, [bar.wide for bar in bars])):
        width, last = room / len(bars), len(bars) - 1
        starts = {0: 0.0, last: room - 32.0} | {n: (n + 0.5) * width - 16 for n in range(1, last)}
        shown = sorted(starts[n] for n, label in enumerate(labels) if label)
        assert all(after - before >= 32 + 6 - 1e-9 for before, after in pairwise(shown))
    assert all(bar.wide for bar in bars if bar.label)


def test_every_fifth_year_is_written_where_there_is_room() -> None:
    """Of 21 years the first, the last and those that 5 divides, but not 2005, which would touch 2004."""
    bars = chart(tuple((year, 1) for year in range(2004, 2025)))
    assert [bar.year for bar in bars if bar.label] == [2004, 2010, 2015, 2020, 2024]


def test_a_chart_has_a_bar_for_each_year_and_none_for_zero() -> None:
    """The highest bar is 100 %, a year without papers has neither height nor page; nine papers are no chart."""
    bars = chart(((2001, 8), (2005, 2)))
    assert [(bar.year, bar.height, bar.path) for bar in bars][::4] == [
        (2001, 100, "years/2001/"),
        (2005, 25, "years/2005/"),
    ]
    assert {(bar.height, bar.path) for bar in bars[1:4]} == {(0, "")}
    assert chart(((2001, 7), (2005, 2))) == ()
    assert chart(((2001, 70), (2004, 2))) == ()


def test_topics_over_time_need_two_topics_and_two_years() -> None:
    """One topic, or one year, is no picture; dots lie between the margins in the order of their years."""
    one = (ref("A", "topics/a/"), ((2001, 1), (2009, 4)))
    assert timeline((one,)) is None
    assert timeline(((*one[:1], ((2001, 1),)), (ref("B", "topics/b/"), ((2001, 2),)))) is None
    picture = timeline((one, (ref("B", "topics/b/"), ((2005, 1),))))
    assert picture is not None
    assert (picture.first, picture.last) == (2001, 2009)
    assert [dot.along for dot in picture.rows[0].dots] == [3, 97]
    assert picture.rows[0].dots[1].radius == 2 * picture.rows[0].dots[0].radius


def _dated(number: int, topics: str, authors: str) -> str:
    return f"---\ntitle: Paper {number}\nauthors: [{authors}]\ntopics: [{topics}]\ndate: {2000 + number}\n---\n"


def test_the_data_of_each_picture_is_on_the_page(site: Site) -> None:
    """What a picture shows is also a table; a picture is named and described, and its people and topics are links."""
    site.write(
        {
            "content/site.yaml": SMALL_SITE["content/site.yaml"],
            "content/papers/a.md": _dated(1, "Maths", "Ada Lovelace, Anna, Bert"),
            "content/papers/b.md": _dated(2, "Maths, Poetry", "Ada Lovelace, Bert, Carl"),
            "content/papers/c.md": _dated(4, "Poetry", "Ada Lovelace, Carl"),
        }
    )
    site.build()
    people, topics = (site.page(f"{path}index.html") for path in ("people/", "topics/"))
    for page in (people, topics):
        labels = re.search(r'<svg role="group" aria-labelledby="(\S+) (\S+)"', page)
        assert labels
        assert all(f'id="{label}"' in page for label in labels.groups())
    table = re.sub(r"<[^>]*>", "|", people.split("<table>")[1])
    assert re.search(r"Bert\|+2\|+Carl; Anna", table)
    assert "Ada Lovelace" not in table
    assert 'href="../people/anna/"' in people.split("<svg")[-1]
    assert re.search(r"Maths\|+2001: 1, 2002: 1", re.sub(r"<[^>]*>", "|", topics))


def test_a_wide_chart_has_every_fifth_year() -> None:
    """What has no room on a phone is written where there is more."""
    bars = chart(tuple((year, 3) for year in range(1994, 2026)))
    assert [bar.year for bar in bars if bar.label] == [1994, 2000, 2005, 2010, 2015, 2025]
    assert [bar.year for bar in bars if bar.wide] == [1994, 2000, 2005, 2010, 2015, 2020, 2025]
