"""Titles as services have them and as they search for them."""

from __future__ import annotations


def without_stop(title: str) -> str:
    """The title without the full stop that dblp and PubMed put behind it."""
    return title[:-1] if title.endswith(".") and not title.endswith("..") else title


def search_words(title: str) -> str:
    """The words of a title with one space between two: no sign in it means anything in a query."""
    return " ".join("".join(char if char.isalnum() else " " for char in title).split())
