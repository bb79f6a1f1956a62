"""Keywords in one field of text, as BibTeX and CSL-JSON have them."""

from __future__ import annotations


def joined_keywords(keywords: tuple[str, ...]) -> str:
    """The keywords in one field; with semicolons where one of them has a comma."""
    if not any("," in keyword for keyword in keywords):
        return ", ".join(keywords)
    return "; ".join(keywords) if len(keywords) > 1 else f"{keywords[0]};"


def split_keywords(text: str) -> tuple[str, ...]:
    """The keywords of a field: parted by semicolons if there are any, else by commas."""
    return tuple(word for part in text.split(";" if ";" in text else ",") if (word := part.strip()))
