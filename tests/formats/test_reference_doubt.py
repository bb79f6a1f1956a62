# ruff: noqa: E501 - references stand as people print them: each on one line
"""Signs of doubt: a paper that is unlike the others of its list, and readings that do not agree."""

from __future__ import annotations

from publist.formats import references
from publist.formats.references import lists
from publist.formats.references.confidence import evidence_of
from publist.formats.references.headings import NONE
from publist.formats.references.hyphens import Vocabulary
from publist.formats.references.publications import paper_of

OWN = [
    f"Byron, A., & {other} ({2010 + number}). On the {what} of rivers. Journal of River Science, {number + 3}(2), {number}1–{number}9."
    for number, (other, what) in enumerate(
        [("Bell, C.", "shape"), ("Weiss, E.", "age"), ("Bell, C.", "depth"), ("Weiss, E.", "colour"), ("Kolb, M.", "sound")],
        start=1,
    )
]  # fmt: skip
OTHER = "Silva, J., & Okafor, K. (2015). Water and time. Annals of Flow, 99."


def evidence_in(*texts: str) -> list[dict[str, float]]:
    """What speaks for and against each paper of a list."""
    vocabulary = Vocabulary(texts)
    found = [references._reference_of(text, vocabulary) for text in texts]
    judgements = lists.judged(found)
    papers = [
        paper_of(judged.readings[0], reference, NONE) for judged, reference in zip(judgements, found, strict=True)
    ]
    return [told for told in evidence_of(judgements, found, papers) if told]


def test_the_owner_of_a_list_is_an_author_of_its_papers() -> None:
    """Where one family name stands in nearly all papers, one without it may have been misread."""
    told = evidence_in(*OWN, OTHER)
    assert [one["the owner is no author"] > 0.5 for one in told] == [False] * 5 + [True]
    assert [one["nobody comes again"] for one in told] == [False] * 5 + [True]


def test_numbers_that_stand_as_in_no_other_reference() -> None:
    """Volume, issue and pages stand alike in a list of one style."""
    told = evidence_in(*OWN, OTHER)
    assert [one["numbers stand as in no other"] for one in told] == [False] * 5 + [True]
    assert told[-1]["numbers that few have"] > told[0]["numbers that few have"]


def test_what_no_field_has_is_counted() -> None:
    """Words of the reference that are in no field of the paper are a sign of trouble."""
    whole, more = evidence_in(OWN[0], OWN[1] + " Presented with many further remarks by somebody at another place.")
    assert more["letters that no field has"] > whole["letters that no field has"]


def test_readings_that_agree_are_sure_in_every_view() -> None:
    """A reference whose words leave no choice is read the same by itself and by its list."""
    told = evidence_in(*OWN)
    for view in ("", " alone", " by the list"):
        assert all(-10 < one[f"title odds{view}"] < 10 for one in told)
    assert all(one["title odds"] > 2 and one["title odds alone"] > 2 for one in told)
    assert all(one["title odds below 0"] == 0 for one in told)
