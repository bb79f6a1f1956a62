"""Notes that explain the marks behind authors, however LaTeX and HTML raise them."""

from __future__ import annotations

import pytest

from publist.formats import bibtex


@pytest.mark.parametrize(
    "mark", [r"$^\ddagger$", r"$^{\ddagger}$", r"\textsuperscript{\textdaggerdbl}", "<sup>‡</sup>", "‡"]
)
def test_the_legend_of_a_raised_mark(mark: str) -> None:
    """The mark is a flag, and the note says no more; another legend beside it is read as well."""
    note = f"$^*$ These authors contributed equally; {mark} corresponding author"
    people = rf"Lee, Ann$^*$ and Roe, Max{mark} and Poe, Jo"
    text = f"@article{{k, title={{T}}, journal={{J}}, author={{{people}}}, note={{{note}}}}}"
    (paper,) = bibtex.read(text, source="x").papers
    assert [(name.equal, name.corresponding) for name in paper.authors] == [
        (True, False),
        (False, True),
        (False, False),
    ]
    assert paper.note == ""
