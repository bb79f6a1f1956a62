"""Dates in words, EDTF, CSL's shapes: read as far as they are sure, kept where they say more, never invented."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publist.formats import biblatex, bibtex, csl_json, dates_in_words, ris
from publist.model.paper import Date
from tests.formats.test_values import entry, item, record


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("May 3, 2014", "2014-05-03"),
        ("3 May 2014", "2014-05-03"),
        ("3rd of May 2014", "2014-05-03"),
        ("2014 May 3", "2014-05-03"),
        ("Sept. 2013", "2013-09"),
        ("3. Mai 2014", "2014-05-03"),
        ("3 mai 2014", "2014-05-03"),
        ("2014/05//", "2014-05"),
        ("2014/05/03/", "2014-05-03"),
        ("2014-05-03T10:00:00Z", "2014-05-03"),
        ("31.12.2014", "2014-12-31"),
        ("12/31/2014", "2014-12-31"),
        ("[2014]", "2014"),
        ("Friday, 3 May 2014", "2014-05-03"),
    ],
)
def test_dates_in_words(text: str, date: str) -> None:
    """What is a date to the eye is one, wholly."""
    found = dates_in_words.read(text)
    assert (str(found.date), found.exact) == (date, True)


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2017-22", "2017"),
        ("2017~", "2017"),
        ("2017-05?", "2017-05"),
        ("201X", "None"),
        ("2014/2016", "2014"),
        ("2014-05/..", "2014-05"),
        ("../2014", "None"),
        ("1964/", "1964"),
        ("-0044", "None"),
        ("y-120000", "None"),
        ("03/04/2014", "2014"),
        ("Spring 2014", "2014"),
        ("circa 2014", "2014"),
        ("2014a", "2014"),
        ("n.d.", "None"),
        ("Vol. 3", "None"),
    ],
)
def test_dates_that_say_more_or_less(text: str, date: str) -> None:
    """No month is made of a season, no day of two that are possible; that more was said is told."""
    found = dates_in_words.read(text)
    assert (str(found.date), found.exact) == (date, False)


@pytest.mark.parametrize("text", ["2017-22", "2017~", "201X", "2014-05/..", "1964/", "-0044"])
def test_what_a_date_cannot_say_comes_back_from_biblatex(text: str) -> None:
    """It is kept, marked for review, and written again as it was."""
    paper = entry(f"date={{{text}}}")
    assert (paper.extra, paper.review) == ({"date": text}, ("date",))
    assert f"date = {{{text}}}" in biblatex.write([paper])
    assert bibtex.read(biblatex.write([paper]), source="x").papers[0] == paper


@pytest.mark.parametrize(
    ("issued", "date"),
    [
        ({"date-parts": [["2014", "05", "03"]]}, "2014-05-03"),
        ({"date-parts": [[2014, 5]]}, "2014-05"),
        ({"raw": "May 3, 2014"}, "2014-05-03"),
        ({"literal": "3 May 2014"}, "2014-05-03"),
        ([{"year": 2014, "month": 5}], "2014-05"),
        ({"year": "2014"}, "2014"),
        ("2014-05-03", "2014-05-03"),
        (2014, "2014"),
    ],
)
def test_dates_of_csl(issued: Any, date: str) -> None:
    """Numbers as numbers or text, raw and literal dates, pandoc's own shapes."""
    paper = item(issued=issued)
    assert (str(paper.date), paper.extra, paper.review) == (date, {}, ())


@pytest.mark.parametrize(
    ("issued", "date"),
    [
        ({"date-parts": [["2014"]], "season": "2"}, "2014"),
        ({"date-parts": [["2014", "21"]]}, "2014"),
        ({"date-parts": [["2014", "5"], ["2014", "6"]]}, "2014-05"),
        ({"date-parts": [["2014"]], "circa": "true"}, "2014"),
        ({"date-parts": [["-44"]]}, "None"),
        ({"literal": "Spring 2014"}, "2014"),
        ({"literal": "n.d."}, "None"),
        ({"raw": "2014-05/2014-06"}, "2014-05"),
    ],
)
def test_dates_of_csl_that_say_more(issued: Any, date: str) -> None:
    """Seasons, ends of ranges, circa and literals are kept with a mark, and come back from CSL-JSON."""
    paper = item(issued=issued)
    assert (str(paper.date), paper.extra, paper.review) == (date, {"issued": issued}, ("date",))
    assert json.loads(csl_json.write([paper]))[0].get("issued") == issued
    assert csl_json.read(csl_json.write([paper]), source="x").papers == (paper,)


@pytest.mark.parametrize(
    ("lines", "date", "extra"),
    [
        ("PY  - 2014/05//\nDA  - 2014 May 3", "2014-05-03", {}),
        ("PY  - 2014///", "2014", {}),
        ("Y1  - 2014/05/03/", "2014-05-03", {}),
        ("PY  - 2014\nDA  - Sept. 2014", "2014-09", {}),
        ("PY  - 2014///Spring", "2014", {"py": "2014///Spring"}),
        ("PY  - 2014\nDA  - 2015/01/02", "2014", {"da": "2015/01/02"}),
        ("PY  - 2014\nDA  - 05/03", "2014", {"da": "05/03"}),
        ("PY  - c2014", "2014", {}),
        ("PY  - c. 2014", "2014", {"py": "c. 2014"}),
        ("PY  - 20140503", "2014-05-03", {}),
        ("PY  - 2014///Epub 2013 Dec 1", "2014", {"py": "2014///Epub 2013 Dec 1"}),
        ("PY  - 2014\nDA  - May 3", "2014-05-03", {}),
        ("PY  - 2014年5月3日", "2014-05-03", {}),
    ],
)
def test_dates_of_ris(lines: str, date: str, extra: dict[str, str]) -> None:
    """A second date makes the first no less exact, and another year does not take its place; nothing is lost."""
    paper = record(lines)
    assert (str(paper.date), paper.extra) == (date, extra)
    (again,) = ris.read(ris.write([paper]), source="x").papers
    assert again.date == paper.date


@given(st.text(max_size=40) | st.dates().map(str) | st.from_regex(r"[\dXy?~%/. -]{1,12}", fullmatch=True))
def test_nothing_is_invented(text: str) -> None:
    """Whatever stands there: the year of a date stands in it in digits, and no other year comes out."""
    found = dates_in_words.read(text)
    if found.date:
        assert isinstance(found.date, Date)
        assert f"{found.date.year:04d}" in text


def test_a_month_that_says_the_year() -> None:
    """``month = {September 2014}`` without a year is a date to the eye."""
    paper = entry("journal={J}, month={September 2014}")
    assert (str(paper.date), paper.review, paper.extra) == ("2014-09", (), {})
