"""The table of evidence: each row means what its example shows."""

from __future__ import annotations

import pytest

from publist.formats.listing.evidence import Candidate, Surroundings, features
from publist.formats.listing.name_shapes import shape
from publist.formats.listing.page_words import Page
from publist.formats.listing.weights import WEIGHTS, Evidence


def shown_by(row: Evidence) -> list[str]:
    """The features of a row's example, with the page that stands beside it."""
    title, names = row.example.split("|")
    first, *others = names.split(", ")
    kind = row.beside[:1]
    page = Page([row.beside[1:]] if kind == "=" else [])
    page.learn([row.beside[1:]] if kind == "@" else [])
    abstract = "" if kind in "=@" else row.beside
    return features(Candidate(title, first, tuple(others)), Surroundings(abstract, abstract.lower(), page))


@pytest.mark.parametrize("name", WEIGHTS)
def test_each_example_has_its_feature(name: str) -> None:
    """The row's example shows the feature that the row weighs, and no feature is without a row."""
    found = shown_by(WEIGHTS[name])
    assert name in found
    assert set(found) <= set(WEIGHTS)


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("Zhiyun", "word"), ("Al-Rfou", "word"), ("O'Brien", "word"), ("d'Avossa", "word"), ("Pérez-D'Arpino", "word"),
        ("Cheng-I", "word"), ("Q-Han", "word"), ("Łukasz", "word"), ("Dudı́k", "word"), ("W.", "initial"),
        ("J.-P.", "initial"), ("SM", "initial"), ("K", "initial"), ("Yu.", "initial"), ("J.S.Byron", "dotted"),
        ("van", "particle"), ("Jr.", "suffix"), ("III", "suffix"), ("McFee", "prefixed"), ("LeClair", "prefixed"),
        ("vanBeek", "prefixed"), ("JoonHo", "camel"), ("WANG", "capitals"), ("FIGUEROA-O'FARRILL", "capitals"),
        ("brian", "lower"), ("SU(3)", "other"), ("2D", "other"), ("IIH.", "other"),
    ],
)  # fmt: skip
def test_the_shape_of_a_word(word: str, expected: str) -> None:
    """Words of names of many kinds are told apart from what is no name."""
    assert shape(word) == expected
