"""Scripts without spaces between words, and letters with a plain form, as the search index has them."""

from __future__ import annotations

from unicodedata import category, normalize

from hypothesis import given
from hypothesis import strategies as st

from publist.text.scripts import has_no_spaces, plain_words, spaced


def test_each_character_is_a_word() -> None:
    """Marks fall away; words of other scripts stay whole; text of these alone stays as it is."""
    assert spaced("机器 GPU加速").split() == ["机", "器", "GPU", "加", "速"]
    assert spaced("รู้").split() == ["ร"]
    assert spaced("Łukasz, naïve") == "Łukasz, naïve"


def test_words_with_such_letters_have_a_plain_form() -> None:
    """Once each; other words are not repeated."""
    assert plain_words("Łukasz Großmann and Łukasz Éclair") == "lukasz grossmann"
    assert plain_words("Plain") == ""


@given(st.text(st.sampled_from("aé 机器ไรู้がが.\n"), max_size=20))
def test_nothing_is_lost_but_marks(text: str) -> None:
    """All characters stand there in their order."""
    wanted = [c for c in normalize("NFC", text) if not (has_no_spaces(c) and category(c).startswith("M"))]
    if has_no_spaces(text):
        assert "".join(spaced(text).split()) == "".join("".join(wanted).split())
    else:
        assert spaced(text) == text
