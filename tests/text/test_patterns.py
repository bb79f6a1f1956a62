"""Patterns that wait to be compiled are what they stand for."""

from __future__ import annotations

import re

import pytest

from publist.text.patterns import pattern


def test_a_waiting_pattern_finds_what_a_compiled_one_finds() -> None:
    """All methods and attributes are those of the compiled pattern, with its flags."""
    waiting, compiled = pattern("(?P<word>A+)b", re.IGNORECASE), re.compile("(?P<word>A+)b", re.IGNORECASE)
    for text in ("aab", "xaAb ab", "b"):
        assert waiting.findall(text) == compiled.findall(text)
        assert waiting.sub(r"<\g<word>>", text) == compiled.sub(r"<\g<word>>", text)
        assert (waiting.fullmatch(text) is None) == (compiled.fullmatch(text) is None)
    assert waiting.groupindex == compiled.groupindex


def test_a_pattern_is_compiled_when_it_is_used() -> None:
    """A pattern that is none is found out by its first use, and not before."""
    wrong = pattern("(")
    with pytest.raises(re.error):
        wrong.search("")
