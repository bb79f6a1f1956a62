"""Papers as the cache keeps them."""

import marshal

from hypothesis import given
from hypothesis import strategies as st

from publist.cache.paper_rows import PaperRow, pack, unpack
from publist.model.paper import Name, Paper
from tests.support.strategies import papers


@given(st.lists(papers(), max_size=3))
def test_a_kept_paper_is_what_it_was(before: list[Paper]) -> None:
    """It comes back from the bytes that the cache writes, without its abstract; equal names are one value."""
    names: dict[object, Name] = {}
    rows = marshal.loads(marshal.dumps([pack(paper) for paper in before]))  # noqa: S302 - our own bytes
    after = [unpack(row, names) for row in rows]
    assert after == [paper._replace(abstract="") for paper in before]
    people = [name for paper in after for name in (*paper.authors, *paper.editors)]
    assert len({id(name) for name in people}) == len(set(people))


def test_a_file_that_could_change_unseen_is_read_again() -> None:
    """A signature is kept only where the file was written well before it was read, and could be read."""
    row, written = PaperRow(file=b"digest"), 1_000_000_001
    assert row.seen((1, written, 3, 4), written).signature is None
    assert row.seen((1, written, 3, 4), written + 10**10).signature == (1, written, 3, 4)
    assert PaperRow().seen((1, written, 3, 4), written + 10**10).signature is None
