# ruff: noqa: E501 - references stand as people print them: each on one line
"""Numbers, dates and houses around a venue, in the order in which common styles print them."""

from __future__ import annotations

import pytest

from publist.formats import references
from publist.formats.references import numbers
from publist.model.paper import Paper

FLOWS = "Ada Byron and Carl Bell. 2016. Dualities of slow flows. Annual Review of Slow Mechanics 12, 3 (2016), 45–67."
WATER = "Ada Byron. 2019. Water and time in the north. Journal of River History 4, 2 (Feb. 2019), 1–30."


def last_of(*texts: str) -> Paper:
    return references.read("\n\n".join(texts) + "\n", source="cv.txt").papers[-1]


def numbers_of(paper: Paper) -> tuple[str, str, str]:
    return paper.volume, paper.issue, paper.pages


@pytest.mark.parametrize(
    ("printed", "wanted"),
    [
        ("Journal of Rivers 88, 4 (2021). https://doi.org/10.1234/rivers.88", ("88", "4", "")),
        ("Journal of Rivers 88, 2142 (Feb. 2021), 20210150.", ("88", "2142", "20210150")),
        ("Journal of Rivers. (2021), 161.", ("", "", "161")),
        ("In Proceedings of the Workshop on Rivers (WOR ’21). Ice Press, 78:1–78:7.", ("", "", "78:1–78:7")),
    ],
    ids=["issue without pages", "a high issue", "page behind the year", "pages of an article"],
)
def test_numbers_as_the_acm_prints_them(printed: str, wanted: tuple[str, str, str]) -> None:
    """What stands before the year in brackets behind the volume is the issue, and what stands behind it the page."""
    paper = last_of(FLOWS, WATER, f"Carl Bell and Ada Byron. 2021. On the shape of rivers. {printed}")
    assert numbers_of(paper) == wanted
    assert str(paper.date).startswith("2021")


def test_a_volume_and_a_page_before_the_only_year() -> None:
    """Physicists print 95, 3 (2017): where no year stands behind the authors, the second number is the page."""
    first = "A. Byron and C. Bell, Water and time in the north, J. Rivers 94, 17 (2016)."
    paper = last_of(first, "C. Bell and A. Byron, On the shape of rivers, J. Rivers 95, 3 (2017).")
    assert numbers_of(paper) == ("95", "", "3")


@pytest.mark.parametrize("last", ["2019, 1–21 (2019)", "2019, 1–21, 2019"])
def test_a_volume_counted_by_years(last: str) -> None:
    """The year comes twice: once it is the volume, and the pages between are pages."""
    end = "12, 14–20 (2011)" if "(" in last else "12, 14–20, 2011"
    paper = last_of(
        f"Byron, A., Bell, C.: Dualities of slow flows in the north. Annual Review of Slow Mechanics. {end}.",
        f"Bell, C., Byron, A.: On the shape of rivers and of lakes. Advances in River Engineering. {last}.",
    )
    assert numbers_of(paper) == ("2019", "", "1–21")
    assert paper.venue == "Advances in River Engineering"


def test_pages_of_a_supplement_keep_their_letter() -> None:
    """S25–S47 is no page 25 with a label before it."""
    paper = last_of(
        "Byron A (2016) Water and time. Journal of River History 4:1–30",
        "Bell C, Byron A (2017) On the shape of rivers. Journal of Rivers 38:S25–S47",
    )
    assert numbers_of(paper) == ("38", "", "S25–S47")


def test_the_year_of_a_meetings_name_is_no_page() -> None:
    """It follows the name; the paper's own year stands before the pages."""
    paper = last_of(
        "Byron A, Bell C, Weiss E, et al. A note on rivers and corals. Zeitschrift für Stellar Physics. 2024;63:100039.",
        "Kolb K, Bell C. On the melting of old ice by hand. Journal of Ice and Snow. 2021;63:25-47.",
        "Kolb K, Bell C, Byron A. The Transport of Water. Part II: Soils With Rivers. In: MLX 1999. Vol 512. Lecture Notes in Invented Science. 1999:8146-8155.",
    )
    assert paper.pages == "8146-8155"


@pytest.mark.parametrize(
    ("printed", "venue", "publisher"),
    [
        ("in Workshop on Rivers and Lakes, Oslo, Norway: Ice Press, 2021, pp. 5–8.", "Workshop on Rivers and Lakes", "Ice Press"),
        ("in FLOWCON, Berlin: Springer, Jun. 2021, pp. 5–8.", "FLOWCON", "Springer"),
        ("in Handbook of Rivers, Ice Press, 2021, pp. 5–8.", "Handbook of Rivers", "Ice Press"),
        ("in 28th Conference on Rivers, May 2021. Springer, pp. 5–8.", "28th Conference on Rivers", "Springer"),
        ("in Conference on Rivers and Lakes. S.l.: s.n., 2021, pp. 5–8.", "Conference on Rivers and Lakes", ""),
    ],
    ids=["place and house", "place, house and month", "house and year", "a date", "no place and no house"],
)  # fmt: skip
def test_a_venue_ends_before_place_house_and_date(printed: str, venue: str, publisher: str) -> None:
    """These are printed behind it, and are told apart from it."""
    paper = last_of(
        "A. Byron, “Water and time,” Journal of River History, vol. 4, no. 2, pp. 1–30, 2019.",
        f"C. Bell and A. Byron, “On the shape of rivers,” {printed}",
    )
    assert (paper.venue, paper.publisher.rstrip(".")) == (venue, publisher)
    assert paper.pages == "5–8"


def test_how_far_a_work_is_stands_behind_its_venue() -> None:
    """It is the status, and no part of the venue's name."""
    paper = last_of(
        "Byron, A. 2019. Water and time in the north. - Journal of River History 4: 1-30.",
        "Bell, C. and Byron, A. 2024. On the shape of rivers. - Journal of River Science in press.",
    )
    assert (paper.venue, paper.status) == ("Journal of River Science", "in press")


def test_a_name_of_abbreviations_ends_where_its_numbers_begin() -> None:
    """The last abbreviation belongs to the name, however rare it is."""
    paper = last_of(
        "Byron, A., Bell, C.: Water and time in the north. J. Comput. Phys. 320, 745–768 (2017).",
        "Bell, C., Byron, A.: On the shape of rivers and lakes. Comput. Meth. Appl. Mech. Engrg. 320, 745–768 (2017).",
    )
    assert paper.venue.rstrip(".") == "Comput. Meth. Appl. Mech. Engrg"


@pytest.mark.parametrize(
    ("printed", "told"),
    [
        ("208(103269)", ("208", "", "103269")),
        ("71, 031403. e-print", ("71", "", "031403")),
        ("12(3), 45–67", ("12", "3", "45–67")),
        (": 161.", ("", "", "161")),
    ],
)
def test_a_number_of_five_digits_is_that_of_an_article(printed: str, told: tuple[str, str, str]) -> None:
    """No issue has so many, in brackets or not."""
    found = numbers.numbers_of(printed)
    assert (found.volume, found.issue, found.pages) == told


@pytest.mark.parametrize(
    "pages", ["601:1–601:10", "601_1–601_10", "601_1-601_10", "030601-1–030601-8", "A-1–A-15", "e12:1–e12:9", "e601-1–e601-9"]
)  # fmt: skip
def test_pages_that_are_counted_within_an_article_are_whole(pages: str) -> None:
    """Nothing of both ends is cut off."""
    paper = last_of(
        "Byron A (2016) Water and time. Journal of River History 4:1–30",
        f"Bell C, Byron A (2017) On the shape of rivers. Journal of Rivers 38, {pages}",
    )
    assert numbers_of(paper) == ("38", "", pages)


@pytest.mark.parametrize(
    ("printed", "wanted"),
    [
        ("Proceedings of the ACM on Rivers 7, PLDI (2023), 45–67.", ("7", "PLDI", "45–67")),
        ("Proceedings of the ACM on Rivers. 7, PLDI (2023), 45–67.", ("7", "PLDI", "45–67")),
        ("Proceedings of the ACM on Rivers. OOPSLA (2023), 45–67.", ("", "OOPSLA", "45–67")),
        ("Proceedings of the ACM on Rivers. PLDI (2023).", ("", "PLDI", "")),
        ("Proceedings of the ACM on Rivers, 4(CSCW1), 12:1–12:20, 2023.", ("4", "CSCW1", "12:1–12:20")),
        ("Proceedings of the ACM on Rivers 6, No. POPL (2023), 45–67.", ("6", "POPL", "45–67")),
        ("Proceedings of the ACM on Rivers, vol. 6, no. POPL, pp. 45–67, 2023.", ("6", "POPL", "45–67")),
    ],
)  # fmt: skip
def test_an_issue_may_have_a_name(printed: str, wanted: tuple[str, str, str]) -> None:
    """Journals of the ACM call their issues after conferences; name and volume are no part of the venue."""
    paper = last_of(FLOWS, WATER, f"Carl Bell and Ada Byron. 2023. On the shape of rivers. {printed}")
    assert (paper.venue, numbers_of(paper)) == ("Proceedings of the ACM on Rivers", wanted)


@pytest.mark.parametrize(
    ("printed", "issue"),
    [("Proc. ACM Program. Lang. 7, PLDI (2023), 45–67.", "PLDI"), ("Proc. ACM Hum.-Comput. Interact. 4, CSCW1 (2020), 3.", "CSCW1")],
)  # fmt: skip
def test_an_abbreviated_journal_of_the_acm_has_named_issues(printed: str, issue: str) -> None:
    """Its stops end no venue."""
    paper = last_of(FLOWS, WATER, f"Carl Bell and Ada Byron. 2023. On the shape of rivers. {printed}")
    assert (paper.venue, paper.issue) == (printed.split(f" {paper.volume}, ", maxsplit=1)[0], issue)


def test_a_meeting_of_the_acm_keeps_its_name() -> None:
    """It is no journal whose issues have names, and what follows may be the house."""
    printed = "Proc. ACM Workshop on Rivers, ACM (2023), 45–67."
    paper = last_of(FLOWS, WATER, f"Carl Bell and Ada Byron. 2023. On the shape of rivers. {printed}")
    assert (paper.venue, paper.issue, paper.publisher) == ("Proc. ACM Workshop on Rivers", "", "ACM")


def test_a_number_of_letters_and_digits_is_whole_without_a_comma_before_it() -> None:
    """The letters of ggae203 are no word of the journal."""
    paper = last_of(
        "Byron A (2016) Water and time. Journal of River History, rhae101. doi:10.1234/rhae101",
        "Bell C (2017) Dualities of slow flows. Journal of River History, rhae190. doi:10.1234/rhae190",
        "Bell C, Byron A (2017) On the shape of rivers. Journal of River History rhae203. doi:10.1234/rhae203",
    )
    assert (paper.venue, paper.pages) == ("Journal of River History", "rhae203")


def test_a_year_with_a_letter_ends_a_venue() -> None:
    """Lists by author and year print it also where the year stands behind the venue."""
    paper = last_of(
        "Byron A. Water and time. Journal of River History 2017b;4:1–30.",
        "Bell C, Byron A. On the shape of rivers. Annals of Rivers 2010;29:230–45.",
        "Bell C, Byron A. The age of rivers. Journal of Waters 2010b;29:217–29.",
    )
    assert (paper.venue, str(paper.date), paper.pages) == ("Journal of Waters", "2010", "217–29")
