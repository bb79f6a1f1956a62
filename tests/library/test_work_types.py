"""What readers call each kind of work."""

from __future__ import annotations

import pytest

from publist.library.taxonomies import BY_KIND
from publist.library.work_types import LABELS, WORDS, label_of
from publist.model.paper import CSL_TYPES, Paper
from publist.text.slugs import slugify


def test_every_type_has_a_word() -> None:
    """No CSL type is without a label, and no two labels have one page."""
    assert set(LABELS) == CSL_TYPES
    assert len({slugify(word) for word in WORDS}) == len(WORDS)


def test_the_type_that_a_file_names_leads_to_its_term() -> None:
    """``publist export --type paper-conference`` means what the front matter calls so."""
    assert BY_KIND["type"].aliases["paper-conference"] == "conference-paper"
    assert BY_KIND["type"].aliases.keys() == CSL_TYPES


@pytest.mark.parametrize(
    ("paper", "label"),
    [
        (Paper("A"), "Preprint"),
        (Paper("A", venue="arXiv"), "Preprint"),
        (Paper("A", venue="bioRxiv preprint"), "Preprint"),
        (Paper("A", venue="Annals of Engines"), "Article"),  # it may be a journal; nobody has said so
        (Paper("A", venue="Proceedings of the Engine Conference"), "Conference paper"),
        (Paper("A", venue="Workshop on Looms"), "Workshop paper"),
        (Paper("A", type="paper-conference", venue="EngineConf"), "Conference paper"),
        (Paper("A", type="paper-conference", venue="EngineConf", event="Third Workshop on Looms"), "Workshop paper"),
        (Paper("A", type="article-journal", venue="Workshop Practice Letters"), "Journal article"),
        (Paper("A", type="speech"), "Talk"),
        (Paper("A", type="motion_picture"), "Video"),
    ],
)
def test_the_label_says_no_more_than_the_file(paper: Paper, label: str) -> None:
    """Preprints are told from what has a venue, workshops from conferences."""
    assert label_of(paper) == label
