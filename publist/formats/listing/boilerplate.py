"""What stands around a listing on its page: menus, counts, buttons, footers."""

from __future__ import annotations

import re

_MENU_WORDS = frozenset(
    """about account all api archive authors back blog by careers citations cite clear close collapse contact content
    cookie cookies copyright dark data date datasets default desc download english expand explore export faq feed
    feedback filter filters first follow followers following go help home in jobs language last latest less light list
    load log login logout main menu mode more most my navigation newest news newsletter next no of oldest on options or
    order out overview page pages paper papers per policy popular preferences prev previous print privacy profile
    publication publications read recent register relevance report research reserved reset results rights rss save saved
    search see select selected service settings share show showing sign sitemap skip sort sorted statement submit
    subscribe support terms the theme to toggle top topics trending up us use view year years your""".split()
)
_WORD = re.compile(r"[^\W\d_]+")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_NOTICE = re.compile(r"©|\(c\)\s*\d{4}|\ball rights reserved\b", re.IGNORECASE)
_LONGEST = 120


def is_boilerplate(text: str) -> bool:
    """Whether a line is an address, a notice, or made of a menu's words and numbers alone."""
    if len(text) > _LONGEST:
        return False
    return is_notice(text) or bool(_ADDRESS.fullmatch(text)) or _is_menu(text)


def is_notice(text: str) -> bool:
    """Whether a line is a copyright notice."""
    return len(text) <= _LONGEST and bool(_NOTICE.search(text))


def _is_menu(text: str) -> bool:
    return all(word in _MENU_WORDS for word in _WORD.findall(text.lower()))
