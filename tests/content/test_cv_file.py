"""content/cv.yaml: the example of the docs is one, and its values come back as written."""

from __future__ import annotations

import re

import pytest

from publist.content import cv_file
from publist.content.schema.cv import CV
from publist.content.schema.kinds import Fault
from publist.model.cv import Cv, PaperChoice, Years
from tests.conftest import ROOT


def test_the_example_of_the_docs_is_valid() -> None:
    """Without a remark; a section has its papers, text or entries, and what reads them writes them again."""
    text = (ROOT / "docs/cv.md").read_text(encoding="utf-8")
    (example,) = re.findall(r"^```yaml\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    cv, problems = cv_file.read(example, path="content/cv.yaml")
    assert problems == ()
    assert isinstance(cv, Cv)
    assert [section.title for section in cv.sections if section.papers] == [
        "Journal articles", "All other publications",
    ]  # fmt: skip
    assert cv.sections[2].papers == PaperChoice()
    faults: list[Fault] = []
    assert CV.read(CV.plain(cv), (), faults) == cv
    assert not faults


@pytest.mark.parametrize(
    ("text", "inside", "outside"),
    [
        ("2020", (2020,), (2019, 2021)),
        ("2020..2026", (2020, 2026), (2019, 2027)),
        ("2020..", (2020, 9999), (2019,)),
        ("..2020", (1, 2020), (2021,)),
    ],
)
def test_ranges_of_years(text: str, inside: tuple[int, ...], outside: tuple[int, ...]) -> None:
    """Both ends belong to it; one left out is no bound."""
    years = Years.parse(text)
    assert str(years) == text
    assert all(year in years for year in inside)
    assert not any(year in years for year in outside)


@pytest.mark.parametrize("text", ["..", "", "2020-2026", "2026..2020", "20200", "abc", "١٢"])
def test_what_is_no_range(text: str) -> None:
    """A ValueError."""
    with pytest.raises(ValueError, match="year"):
        Years.parse(text)
