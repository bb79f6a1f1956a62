r"""The signs of HTML as databases spell them in LaTeX: ``$\less$``, ``{\textgreater}``, ``$\mathsemicolon$``."""

from __future__ import annotations

import re

_SEMICOLON = re.compile(r"\{?\$\s*\\mathsemicolon\s*\$\}?")
_PLUS = re.compile(r"\{?\$\s*\\mathplus\s*\$\}?")
_LESS = re.compile(
    r"\{?\$\s*\\(?:less|lt|textless)\s*\$\}?|\{?\$<\$\}?|\{\\textless\s*(?:\{\})?\s*\}|\\textless(?:\{\}|\s?(?=/?[a-z]))"
)
_GREATER = re.compile(
    r"\{?\$\s*\\(?:greater|gt|textgreater)\s*\$\}?|\{?\$>\$\}?|\{\\textgreater\s*(?:\{\})?\s*\}|\\textgreater(?:\{\})?"
)
_AMPERSAND = re.compile(r"\{\\&\}|\\&(?=#?\w{2,8};)")


def with_semicolons(text: str) -> str:
    """The text with its semicolons and plus signs, which no formula needs to be."""
    return _PLUS.sub("+", _SEMICOLON.sub(";", text)) if "\\math" in text else text


def with_angles(text: str) -> str:
    """The text with its angle brackets."""
    return _GREATER.sub(">", _LESS.sub("<", text))


def plain(text: str) -> str:
    """Text that is no LaTeX with all of these signs."""
    return with_angles(_AMPERSAND.sub("&", with_semicolons(text)).replace("{\\#}", "#")) if "\\" in text else text
