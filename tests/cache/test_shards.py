"""A mapping in the cache is what was saved last, whatever its size was before, and whatever of it is lost."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from publist.cache.shards import Shards, order
from publist.cache.store import Cache

SMALL, LARGE = 499, 501


def rows(count: int, word: str = "row") -> dict[str, object]:
    return {f"key {number}": (word, number) for number in range(count)}


def saved(folder: Path, whole: dict[str, object], *, fresh: bool = False) -> None:
    store = Shards(Cache(str(folder), fresh=fresh), "rows")
    store.save(whole, store.load())


def loaded(folder: Path) -> dict[str, object]:
    return Shards(Cache(str(folder)), "rows").load()


@settings(max_examples=30)
@given(counts=st.lists(st.tuples(st.sampled_from([0, 1, 30, SMALL, LARGE, 900]), st.booleans()), max_size=6))
def test_what_was_saved_last_is_what_is_kept(tmp_path_factory, counts) -> None:  # type: ignore[no-untyped-def]
    """Growing and shrinking past the size of one file, with clean builds between."""
    folder = tmp_path_factory.mktemp("cache")
    for number, (count, fresh) in enumerate(counts):
        whole = rows(count, f"save {number}")
        saved(folder, whole, fresh=fresh)
        assert loaded(folder).items() >= whole.items()
        assert fresh or loaded(folder) == whole


def test_a_small_mapping_is_one_file_and_a_large_one_many(tmp_path: Path) -> None:
    """So that few files are read for few entries, and few bytes are written for one."""
    saved(tmp_path, rows(SMALL))
    assert [path.name for path in tmp_path.iterdir()] == ["rows-all"]
    saved(tmp_path, rows(LARGE))
    before = {path.name: path.stat().st_mtime_ns for path in tmp_path.iterdir()}
    assert len(before) == 32
    store = Shards(Cache(str(tmp_path)), "rows")
    kept = store.load()
    store.save(kept | {"key 7": "another"}, kept)
    after = {path.name: path.stat().st_mtime_ns for path in tmp_path.iterdir()}
    assert len([name for name in before if before[name] != after[name]]) == 1
    saved(tmp_path, rows(SMALL))
    assert [path.name for path in tmp_path.iterdir()] == ["rows-all"]


def test_one_entry_is_read_and_written_with_those_beside_it(tmp_path: Path) -> None:
    """In either size."""
    for count in (SMALL, LARGE):
        saved(tmp_path, rows(count))
        store = Shards(Cache(str(tmp_path)), "rows")
        beside = store.beside("key 7")
        assert beside["key 7"] == ("row", 7)
        beside["key 7"] = "another"
        store.keep(["key 7"])
        assert loaded(tmp_path) == rows(count) | {"key 7": "another"}


def test_a_lost_part_is_an_empty_one(tmp_path: Path) -> None:
    """What is missing or broken is made again, and nothing else."""
    saved(tmp_path, rows(LARGE))
    (tmp_path / "rows-00").write_bytes(b"broken")
    (tmp_path / "rows-01").unlink()
    left = loaded(tmp_path)
    assert 0 < len(left) < LARGE
    assert left.items() <= rows(LARGE).items()
    saved(tmp_path, rows(LARGE))
    assert loaded(tmp_path) == rows(LARGE)
    saved(tmp_path, rows(SMALL))
    (tmp_path / "rows-all").write_bytes(b"broken")
    assert loaded(tmp_path) == {}


@settings(max_examples=30)
@given(counts=st.lists(st.sampled_from([1, 30, SMALL, LARGE, 900]), min_size=1, max_size=5), step=st.integers(1, 7))
def test_a_mapping_is_rewritten_part_by_part(tmp_path_factory, counts, step) -> None:  # type: ignore[no-untyped-def]
    """What is kept after it are the keys that were asked for, as known before or made, each given once."""
    folder, before = tmp_path_factory.mktemp("cache"), dict[str, object]()
    for number, count in enumerate(counts):
        asked: list[str] = []
        known = [*before][::step]
        wanted = rows(count, f"save {number}") | {key: before[key] for key in known}

        def made(
            keys: Sequence[str], asked: list[str] = asked, wanted: dict[str, object] = wanted
        ) -> dict[str, object]:
            asked += keys
            return {key: wanted[key] for key in keys}

        given_rows = [*Shards(Cache(str(folder)), "rows").rewrite([*wanted], known, made)]
        assert loaded(folder) == {key: row for some in given_rows for key, row in some.items()} == wanted
        assert sum(map(len, given_rows)) == len(wanted)
        assert asked == sorted(asked, key=order if len(wanted) >= LARGE - 1 else str)
        assert {key: row for some in Shards(Cache(str(folder)), "rows").each() for key, row in some.items()} == wanted
        before = wanted
