"""Slugs: safe in addresses and file names on every system, and telling."""

import re
from unicodedata import normalize

import pytest
from anyascii import anyascii
from hypothesis import given
from hypothesis import strategies as st

from publist.text.slugs import MAX_LENGTH, slugify
from publist.text.transliteration import letter


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Instruction-Following Speech Recognition", "instruction-following-speech-recognition"),
        ("C", "c"),
        ("C++", "c-plus-plus"),
        ("C#", "c-sharp"),
        ("R&D", "r-and-d"),
        ("李明", "li-ming"),
        ("日本語", "ri-ben-yu"),
        ("Łukasz Ångström", "lukasz-angstrom"),
        ("Don't Stop", "dont-stop"),
        (r"$\alpha$-divergence", "alpha-divergence"),
        ("CON", "con-x"),
        ("com1", "com1-x"),
        ("Console", "console"),
        ("a/b\\c:d", "a-b-c-d"),
    ],
)
def test_titles_and_names_become_the_slug_that_one_expects(text: str, slug: str) -> None:
    assert slugify(text) == slug


def test_letters_with_accents_are_those_of_anyascii() -> None:
    """No letter differs that is told by its base alone, nor one of those that have no base."""
    letters = [char for char in map(chr, range(0x80, 0x20000)) if normalize("NFD", char)[0].isascii()]
    letters += "ßæÆœŒøØłŁđĐıðþ–—‘’“”…"
    assert len(letters) > 400
    assert [letter(char) for char in letters] == [anyascii(char) for char in letters]


def test_a_long_title_is_cut_between_words() -> None:
    slug = slugify("word " * 40)
    assert len(slug) <= MAX_LENGTH
    assert set(slug.split("-")) == {"word"}


def test_a_single_long_word_is_cut_anywhere() -> None:
    assert slugify("x" * 200) == "x" * MAX_LENGTH


def test_texts_without_a_letter_or_digit_get_slugs_of_their_own() -> None:
    assert slugify("???") != slugify("!!!")


@given(st.text(max_size=200))
def test_every_text_has_a_slug_that_is_its_own_slug(text: str) -> None:
    """Never empty, never too long, ASCII words and single hyphens; the slug of a slug is itself."""
    slug = slugify(text)
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug)
    assert len(slug) <= MAX_LENGTH + 2
    assert slugify(slug) == slug
