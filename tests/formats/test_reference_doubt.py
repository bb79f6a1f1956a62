# ruff: noqa: E501 - references stand as people print them: each on one line
"""Signs of doubt: a paper that is unlike the others of its list, and readings that do not agree."""

from __future__ import annotations

import pytest

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


def reviews_of(*texts: str) -> list[tuple[str, ...]]:
    return [paper.review for paper in references.read("\n\n".join(texts) + "\n", source="cv.txt").papers]


PLAIN = [text.replace("(2), ", ", ") for text in OWN]


@pytest.mark.parametrize(
    "odd",
    [
        "Byron, A., & Bell, C. (2015). Water and time. Annals of Flow, no. 3, 99, 12–21.",
        "Byron, A., & Bell, C. (2015). Water and time. Annals of Flow, article 5, 99.",
        "Byron, A., & Bell, C. (2015). Water and time. Annals of Flow, pp. 12–21, 99.",
        "Byron, A., & Bell, C. (2015). Water and time. submitted.",
    ],
    ids=["issue", "article", "pages", "status"],
)
def test_a_venue_is_in_doubt_where_a_number_has_a_label_as_in_no_other(odd: str) -> None:
    """What has no field of its own was typed into that of the venue, and the style prints it there."""
    *others, last = reviews_of(*PLAIN, odd)
    assert not any(others)
    assert "venue" in last


def test_labels_that_all_numbers_of_a_list_have_are_no_doubt() -> None:
    """The style prints them, and only in books those of pages."""
    labelled = [text.replace("(2), ", ", no. 2, pp. ") for text in OWN]
    assert not any(reviews_of(*labelled))
    book = "Byron, A., & Bell, C. (2015). Water and time. In C. Bell (Ed.), Handbook of Flow (pp. 12–21). Ice Press."
    assert not any(reviews_of(*PLAIN, book)[:-1])


def test_a_thesis_that_is_called_otherwise_than_the_others_is_in_doubt() -> None:
    """The words of a list's style are the same for each; others were typed in where venues stand."""
    theses = [
        f"{name}. ({year}). {title}. {kind}, University of Utopia."
        for name, year, title, kind in (
            ("Byron, A", 2014, "Rivers at rest and in motion", "PhD thesis"),
            ("Bell, C", 2015, "Lakes of the high north", "Master’s thesis"),
            ("Weiss, E", 2016, "Deltas and what they carry", "PhD thesis"),
        )
    ]
    other = "Kolb, M. (2017). The sound of slow water. PhD dissertation, University of Utopia, Utopia."
    assert [review for review in reviews_of(*PLAIN, *theses, other) if review] == [("venue",)]
    assert not any(reviews_of(*PLAIN, *theses))
