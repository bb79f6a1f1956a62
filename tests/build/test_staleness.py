"""What is rendered and why, told by the pure rules."""

from __future__ import annotations

import pytest

from publist.build.staleness import SHARED, BuiltFile, decide, stale
from publist.model.artifact import Artifact, digest, digest_all, without_collisions

FRESH = b"shared--own"


def _artifact(path: str, origin: str = "content/papers/x.md") -> Artifact:
    return Artifact(path, origin, "paper", (), b"own")


@pytest.mark.parametrize(
    ("made", "there", "expected", "reason"),
    [
        (None, None, True, "not built before"),
        (BuiltFile(b"shared--other", 5, 7), (5, 7), True, "what it shows has changed: content/papers/x.md"),
        (BuiltFile(b"SHARED--own", 5, 7), (5, 7), True, "the settings, the theme or publist itself"),
        (BuiltFile(FRESH, 5, 7), None, True, "gone from the output folder"),
        (BuiltFile(FRESH, 5, 7), (6, 7), True, "changed by somebody else"),
        (BuiltFile(FRESH, 5, 7), (5, 8), True, "changed by somebody else"),
        (BuiltFile(FRESH, 5, 7), (5, 7), False, "nothing that it is made of has changed"),
    ],
)
def test_each_decision_has_its_reason(
    made: BuiltFile | None, there: tuple[int, int] | None, expected: bool, reason: str
) -> None:
    """A file is rendered exactly when it is not what the inputs would give, and the report can say why."""
    assert len(b"shared--") == SHARED
    decision = decide(_artifact("x.html"), FRESH, made, there)
    assert decision.stale is expected
    assert reason in decision.reason
    planned = [(_artifact("x.html"), FRESH)]
    manifest = {"x.html": made} if made else {}
    assert bool(stale(planned, manifest, {"x.html"} if made and there != (made.size, made.mtime) else ())) is expected


def test_one_path_has_one_maker() -> None:
    """Names that differ in case or in the encoding of accents are one path on many file systems."""
    made = [_artifact("papers/A/index.html", "a.md"), _artifact("papers/a/index.html", "b.md")]
    made += [_artifact("topics/caf\u00e9/i", "c.md"), _artifact("topics/cafe\u0301/i", "d.md")]
    kept, problems = without_collisions(made)
    assert len(kept) == 2
    assert [problem.path for problem in problems] == ["b.md", "d.md"]
    assert "a.md" in problems[0].message


def test_a_file_cannot_be_a_folder_too() -> None:
    """A path that goes on below another file is a collision as well, however deep."""
    _, problems = without_collisions([_artifact("a/b", "one"), _artifact("a/b/c/d", "two"), _artifact("a/x", "three")])
    assert [(problem.path, "one" in problem.message) for problem in problems] == [("two", True)]


@pytest.mark.parametrize("other", ["Straße/y/2", "strasse/y/2", "a/X/2", "caf\u0065\u0301/2"])
def test_a_folder_in_two_spellings_is_told(other: str) -> None:
    """Where a file system makes no difference between them, the files of both would lie in one folder."""
    made = [_artifact(path, "one") for path in ("STRASSE/x/1", "a/x/1", "caf\u00e9/1", "b/1")]
    _, problems = without_collisions([*made, _artifact(other, "two")])
    assert [(problem.path, "of one" in problem.message) for problem in problems] == [("two", True)]
    assert not without_collisions([*made, _artifact("b/2", "two"), _artifact("B2/2", "two")])[1]


def test_digests_know_where_parts_end() -> None:
    """Two ways to cut the same bytes have two digests."""
    assert digest(b"ab", b"c") != digest(b"a", b"bc")
    assert digest_all([b"12", b"34"]) == digest_all([b"1234"])
