"""Markdown blocks as one line of plain text: what a search engine, a description or a machine reads of an abstract."""

from __future__ import annotations

import re

from publist.text.latex.plain_maths import without_markup

_HEADING = re.compile(r" {0,3}#{1,6}[ \t]+(?P<text>.*?)(?:[ \t]+#+)?[ \t]*")
_UNDERLINE = re.compile(r" {0,3}(?:=+|-+)[ \t]*|[ \t]*(?:(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}|(?:-[ \t]*){3,})")
"""A line under a heading, or a rule."""
_FENCE = re.compile(r"[ \t]*(?:```+|~~~+)[^`]*")
_ROW_OF_MARKS = re.compile(r"[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*")
"""What parts the head of a table from its rows; without any bar it is an underline."""
_BEGIN = re.compile(r"[ \t]*(?:(?:>[ \t]?)+|[-*+][ \t]+)*")
"""Quotation marks and bullets; the numbers of a list are read."""


def in_one_line(text: str) -> str:
    """The text of Markdown blocks without their marks and markup, formulas readable."""
    return without_markup(without_blocks(text))


def without_blocks(text: str) -> str:
    """The text with its inline markup, but without the marks of headings, lists, quotations, tables and code."""
    lines = text.split("\n")
    if "|" not in text and all(not line or line[0].isalnum() for line in lines):
        return text  # prose, as most abstracts are: no line begins with a mark
    table = {at for at, line in enumerate(lines) if "|" in line and _ROW_OF_MARKS.fullmatch(line)}
    kept = []
    in_table = False
    for at, line in enumerate(lines):
        in_table = at + 1 in table or (in_table and bool(line.strip()))
        if at not in table and not _UNDERLINE.fullmatch(line) and not _FENCE.fullmatch(line):
            kept.append(_cells(line) if in_table else _bare(line))
    return "\n".join(kept)


def _bare(line: str) -> str:
    line = line[_BEGIN.match(line).end() :] if line[:1] in " \t>-*+" else line  # type: ignore[union-attr]  # it may be empty
    heading = _HEADING.fullmatch(line)
    return heading["text"] if heading else line


def _cells(line: str) -> str:
    return " ".join(cell.strip().replace("\\|", "|") for cell in re.split(r"(?<!\\)\|", line)).strip()
