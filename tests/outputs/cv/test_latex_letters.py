"""LaTeX that pdfLaTeX sets: what it does not know are commands, and scripts that it cannot set are told to it."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publist.outputs.cv.document import Document, Group, Item, Run, Section
from publist.outputs.cv.forms import written
from publist.outputs.cv.latex_letters import needed_by, spelt
from tests.outputs.cv.test_forms import CV, ODD

LETTERS = [
    ("é ü ß ł Š ő ș – “x” … € ™ ½", "é ü ß ł Š ő ș – “x” … € ™ ½"),
    ("γ-rays", r"{\ensuremath{\gamma}}-rays"),
    ("x ≤ 10⁻³ ∗", r"x {\ensuremath{\leq}} 10{\textsuperscript{\ensuremath{-}}}³ {\ensuremath{\ast}}"),
    ("CO₂", r"CO{\textsubscript{2}}"),
    ("ﬁne ℝ ‐ ′", r"fine R - {\ensuremath{'}}"),
    ("ḥ ạ x̂", r"{\d{h}} {\d{a}} {\^{x}}"),
    ("partı́culas", "partículas"),
    ("Теория звука", r"{\cvcyrillic{Теория}} {\cvcyrillic{звука}}"),
    ("音声", "音声"),
]


@pytest.mark.parametrize(("text", "latex"), LETTERS)
def test_letters(text: str, latex: str) -> None:
    """What the encoding T1 has stays."""
    assert spelt(text) == latex


def test_what_other_scripts_need_is_in_the_preamble() -> None:
    """Cyrillic an encoding, all others an engine for them; Latin letters nothing."""
    assert needed_by("Müller") == ""
    assert "T2A" in needed_by(spelt("звук"))
    assert needed_by("音").startswith("\\RequireTUTeX")
    assert needed_by(spelt("γ")) == "\\usepackage{amssymb}\n"
    cv = CV._replace(name="音")
    assert b"\\RequireTUTeX" in written(cv, "tex")
    assert b"\\RequireTUTeX" not in written(CV, "tex")


@given(st.text(st.characters(max_codepoint=0x24FF, exclude_categories=("Cc", "Cs", "Cn"))))
def test_what_is_left_is_told(text: str) -> None:
    """After it every letter is known, or the preamble asks for what has it; spelling again changes nothing more."""
    made = spelt(text)
    assert spelt(made).count("RequireTUTeX") == made.count("RequireTUTeX")
    if not needed_by(made):
        assert all(ord(char) < 0x180 or char in "ȘșȚțǦǧǪǫǍǎǏǐǑǒǓǔ–—‘’‚“”„†‡•…‰‹›€™" for char in made)


@pytest.mark.parametrize("form", ["tex", "biblatex"])
def test_latex_sets_it_without_a_word(form: str, tmp_path: Path) -> None:
    """No error and no line that is too wide, where the computer has LaTeX."""
    if not shutil.which("pdflatex") or not shutil.which("biber"):
        pytest.skip("needs pdflatex and biber")
    letters = " ".join(text for text, _ in LETTERS[:-2])
    items = (
        Item("1", (Run(letters), Run(ODD))),
        Item("2", (Run("https://example.org/" + "a" * 300, url="https://e.org/_%23"),)),
    )
    entry = f"@article{{a,\n  title = {{{letters}}},\n  author = {{Solano, Mira}},\n  doi = {{10.1000/a_b}},\n}}\n"
    section = Section("Papers", groups=(Group("Γ & Δ", items, ("a",)),))
    cv = Document("Mira Solano", (), (section,), bibliography=entry)
    (tmp_path / "cv.tex").write_bytes(written(cv, form))
    steps = ["pdflatex", *(["biber", "pdflatex"] if form == "biblatex" else [])]
    for step in steps:
        options = [] if step == "biber" else ["-interaction=nonstopmode", "-halt-on-error"]
        done = subprocess.run(
            [step, *options, "cv"], cwd=tmp_path, capture_output=True, text=True, errors="replace", check=False
        )
        assert done.returncode == 0, done.stdout[-2000:]
    assert "Overfull" not in (tmp_path / "cv.log").read_text(encoding="utf-8", errors="replace")
