"""Two names joined by a word or a sign become two; words that stand inside names as well leave these whole."""

from __future__ import annotations

import pytest

from publist.formats import listing
from publist.formats.joined_names import parted
from publist.formats.webpage.bylines import byline_of

TWO = {
    "A. Lee y M. K. Roe": ("A. Lee", "M. K. Roe"),
    "A. Lee e M. Roe": ("A. Lee", "M. Roe"),
    "A. Lee und M. Roe": ("A. Lee", "M. Roe"),
    "A. Puig i M. Roe": ("A. Puig", "M. Roe"),
    "Ann Lee and Max van der Roe": ("Ann Lee", "Max van der Roe"),
    "Ann Lee & Max Roe": ("Ann Lee", "Max Roe"),
    "Ann Lee et Max Roe": ("Ann Lee", "Max Roe"),
    "Ann Lee og Max Roe": ("Ann Lee", "Max Roe"),
    "Ann Lee och Max Roe": ("Ann Lee", "Max Roe"),
    "Jan de Vries en Piet van den Berg": ("Jan de Vries", "Piet van den Berg"),
    "Ayşe Kaya ve Can Ek": ("Ayşe Kaya", "Can Ek"),
    "Anna Nowak oraz Jan Wilk": ("Anna Nowak", "Jan Wilk"),
    "Иван Петров и Анна Белова": ("Иван Петров", "Анна Белова"),
    "محمد علي و أحمد حسن": ("محمد علي", "أحمد حسن"),
    "李明、王芳": ("李明", "王芳"),
    "李明和王芳": ("李明", "王芳"),
    "李明，王芳 和 张伟": ("李明", "王芳", "张伟"),
    "Ann Lee and Max Roe and Jan Ek": ("Ann Lee", "Max Roe", "Jan Ek"),
}
ONE = [
    "Ann Lee", "Santiago Ramón y Cajal", "Artur Costa e Silva", "Josep Puig i Cadafalch", "Karl von und zu Berg",
    "张和平", "マックス・ロー", "Si Li", "And Ek", "J. de la Cruz y Paz",
]  # fmt: skip


@pytest.mark.parametrize("text", TWO)
def test_names_that_are_joined_are_parted(text: str) -> None:
    """In every list of authors, and as the last ones of a listing's line."""
    assert parted(text) == (TWO[text], True)
    assert byline_of(f"Tom Poe, {text}") == (("Tom Poe", *TWO[text]), False)
    abstract = "It is shown that the noise of long winters is louder than that of short ones."
    page = f"CLSep 18, 2023\nNoise in Long WintersTom Poe, {text}\n{abstract}\n"
    (paper,) = listing.read(page, source="x").papers
    assert [str(name) for name in paper.authors] == ["Tom Poe", *TWO[text]]
    assert paper.review == ()


@pytest.mark.parametrize("text", ONE)
def test_names_with_such_a_word_stay_whole(text: str) -> None:
    """One family name stands on both sides of it."""
    assert parted(text) == ((text,), True)


def test_whole_names_around_a_word_of_names_ask_for_a_review() -> None:
    """They are two people as a rule, but Pérez y Ruiz Sáez may be one family name."""
    text = "CLSep 18, 2023\nNoise in Long WintersTom Poe, Ana Pérez y Eva Ruiz\nIt is shown that winters are noisy.\n"
    reading = listing.read(text, source="x")
    (paper,) = reading.papers
    assert ([str(name) for name in paper.authors], paper.review) == (["Tom Poe", "Ana Pérez", "Eva Ruiz"], ("authors",))
    assert [problem.line for problem in reading.problems if "all names" in problem.message] == [2]


def test_family_names_alone_ask_for_a_review() -> None:
    """Nothing tells whether two are one person's: nothing is parted in silence."""
    assert not parted("Lee and Roe").sure
    assert not parted("Pérez y Ruiz").sure
