"""References of every type of work, and of what has not appeared, as APA and IEEE have them."""

from __future__ import annotations

from typing import Any

import pytest

from publist.model.paper import Date, Paper
from tests.outputs.test_citation_styles import paper_of, shown


def test_a_collaboration_stands_behind_et_al() -> None:
    """Of a paper of which only the first authors are named, as particle physicists cite it."""
    paper = _work("article-journal", venue="J", year=2019, et_al=True, collaboration=("MOSS",))
    assert shown(paper, "APA") == "Lee, A., et al., MOSS Collaboration. (2019). Moss. *J*."
    assert shown(paper, "IEEE") == "A. Lee *et al.* (MOSS Collaboration), “Moss,” *J*, 2019."


def _work(type_: str, **fields: Any) -> Paper:
    return paper_of("Moss", "Ann Lee", type=type_, **fields)


DAY = Date(2024, 5, 30)
WORKS = [
    (_work("speech", date=DAY, event="Meeting on Moss", place="Oslo"),
     "Lee, A. (2024, May 30). *Moss* [Conference presentation]. Meeting on Moss, Oslo.",
     "A. Lee, “Moss,” presented at Meeting on Moss, Oslo, May 2024."),
    (_work("speech", date=DAY, event="Meeting on Moss", genre="Poster"),
     "Lee, A. (2024, May 30). *Moss* [Poster]. Meeting on Moss.",
     "A. Lee, “Moss,” presented at Meeting on Moss, May 2024."),
    (_work("paper-conference", year=2024, event="Meeting on Moss"),
     "Lee, A. (2024). *Moss* [Paper presentation]. Meeting on Moss.",
     "A. Lee, “Moss,” presented at Meeting on Moss, 2024."),
    (_work("thesis", year=2011, genre="Master's thesis", publisher="MIT"),
     "Lee, A. (2011). *Moss* [Master's thesis, MIT].",
     "A. Lee, “Moss,” Master's thesis, MIT, 2011."),
    (_work("patent", date=DAY, genre="U.S. Patent", number="1234567"),
     "Lee, A. (2024). *Moss* (U.S. Patent No. 1234567).",
     "A. Lee, “Moss,” U.S. Patent 1234567, May 30, 2024."),
    (_work("patent", date=DAY, number="US1234567"),
     "Lee, A. (2024). *Moss* (Patent No. US1234567).",
     "A. Lee, “Moss,” Patent US1234567, May 30, 2024."),
    (_work("report", year=2020, genre="Technical report", number="TR-42", publisher="Moss Institute", place="Oslo"),
     "Lee, A. (2020). *Moss* (Technical report No. TR-42). Moss Institute.",
     "A. Lee, “Moss,” Moss Institute, Oslo, Technical report TR-42, 2020."),
    (_work("report", year=2020, number="42"),
     "Lee, A. (2020). *Moss* (Report No. 42).", "A. Lee, “Moss,” Rep. 42, 2020."),
    (_work("report", year=2020, genre="White paper"),
     "Lee, A. (2020). *Moss* [White paper].", "A. Lee, “Moss,” White paper, 2020."),
    (_work("chapter", year=2020, venue="Plants", edition="2", volume="3", series="Notes", pages="1-9",
           publisher="House"),
     "Lee, A. (2020). Moss. In *Plants* (2nd ed., Vol. 3, pp. 1–9). House.",
     "A. Lee, “Moss,” in *Plants*, 2nd ed., ser. Notes, vol. 3, House, 2020, pp. 1–9."),
    (_work("book", year=2020, edition="2", volume="3", series="Notes", publisher="House", place="Oslo"),
     "Lee, A. (2020). *Moss* (2nd ed., Vol. 3). House.",
     "A. Lee, *Moss*, 2nd ed., ser. Notes, vol. 3. Oslo: House, 2020."),
    (_work("dataset", year=2020, edition="v2", publisher="Zenodo"),
     "Lee, A. (2020). *Moss* (Version 2) [Data set]. Zenodo.",
     "A. Lee, “Moss,” version 2, Zenodo, 2020."),
    (_work("software", year=2020, edition="1.2.0", publisher="Zenodo"),
     "Lee, A. (2020). *Moss* (Version 1.2.0) [Computer software]. Zenodo.",
     "A. Lee, *Moss*, version 1.2.0. (2020). Zenodo."),
    (_work("standard", year=2020, number="ISO 639-3", publisher="ISO"),
     "Lee, A. (2020). *Moss* (ISO 639-3). ISO.", "A. Lee, *Moss*, ISO 639-3, ISO, 2020."),
    (_work("motion_picture", date=DAY, publisher="YouTube"),
     "Lee, A. (2024, May 30). *Moss* [Video]. YouTube.", "A. Lee, *Moss*, YouTube, May 30, 2024."),
    (_work("webpage", date=DAY, venue="The Moss Site"),
     "Lee, A. (2024, May 30). *Moss*. The Moss Site.", "A. Lee, “Moss,” The Moss Site, May 30, 2024."),
    (_work("manuscript", year=2020, publisher="MIT"),
     "Lee, A. (2020). *Moss* [Unpublished manuscript]. MIT.", "A. Lee, “Moss,” MIT, unpublished, 2020."),
    (_work("article", year=2020, arxiv="2101.00001", venue="arXiv", status="submitted"),
     "Lee, A. (2020). *Moss* (arXiv:2101.00001). arXiv. https://arxiv.org/abs/2101.00001",
     "A. Lee, “Moss,” 2020, arXiv:2101.00001."),
    (_work("map", year=2020), "", ""),
]  # fmt: skip


@pytest.mark.parametrize(("paper", "apa", "ieee"), WORKS, ids=[paper.type for paper, _, _ in WORKS])
def test_each_type_says_what_its_readers_look_for(paper: Paper, apa: str, ieee: str) -> None:
    """Event and place of a talk, school of a thesis, number of a patent, version of data, day of a video."""
    assert (shown(paper, "APA"), shown(paper, "IEEE")) == (apa, ieee)


STATUSES = [
    ("in press", "Lee, A. (in press). Moss. *J*.", "A. Lee, “Moss,” *J*, to be published."),
    ("accepted", "Lee, A. (in press). Moss. *J*.", "A. Lee, “Moss,” *J*, to be published."),
    ("submitted", "Lee, A. ({}). *Moss* [Manuscript submitted for publication].",
     "A. Lee, “Moss,” *J*, submitted for publication."),
    ("under review", "Lee, A. ({}). *Moss* [Manuscript submitted for publication].",
     "A. Lee, “Moss,” *J*, submitted for publication."),
    ("in preparation", "Lee, A. ({}). *Moss* [Manuscript in preparation].", "A. Lee, “Moss,” *J*, unpublished."),
]  # fmt: skip


@pytest.mark.parametrize("year", [0, 2024])
@pytest.mark.parametrize(("status", "apa", "ieee"), STATUSES, ids=[status for status, _, _ in STATUSES])
def test_what_has_not_appeared_says_how_far_it_is(status: str, apa: str, ieee: str, year: int) -> None:
    """APA 9.14 and 10.8: never "n.d." where a status is known, no journal before a work is accepted."""
    undated = "in preparation" if status == "in preparation" else "submitted"
    paper = _work("article-journal", venue="J", year=year, status=status)
    assert shown(paper, "APA") == apa.format(year or undated)
    assert shown(paper, "IEEE") == ieee
    for type_ in ("article", "thesis", "book", "speech", "paper-conference", "manuscript", "report", "dataset"):
        assert "n.d." not in shown(_work(type_, status=status), "APA")
