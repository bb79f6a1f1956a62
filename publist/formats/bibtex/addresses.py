"""Addresses in the fields of an entry, as TeX and people write them: macros around them, words before them."""

from __future__ import annotations

import re

from publist.formats.bibtex.values import verbatim
from publist.text import identifiers

_ARGUMENT = r"\{((?:[^{}]|\{[^{}]*\})*)\}"
_MACRO = re.compile(rf"\\url\s*{_ARGUMENT}")
_HREF = re.compile(rf"\\href\s*{_ARGUMENT}\s*\{{(?:[^{{}}]|\{{[^{{}}]*\}})*\}}")
_AVAILABLE = re.compile(
    r"^\s*(?:\[?\s*online\s*\]?[.,:;]?\s*)?(?:(?:freely\s+)?available|accessible|retrieved|see)?"
    r"\s*(?:(?:online|at|from|via|under)\s*){0,2}[:,]?\s*(?=\\url\b|\\href\b|https?://|www\.)",
    re.IGNORECASE,
)
"""What people write before an address: ``[Online]. Available: ``."""
_LOOKED_AT = re.compile(
    r"(?<=\S)[\s.,;]{0,20}\s[\s(\[]{0,20}(?P<remark>(?:last\s+)?(?:accessed|visited|retrieved|checked|online|abgerufen|consult[ée]+)\b.*)$",
    re.IGNORECASE | re.DOTALL,
)
_OWN_FILE = re.compile(r"[^\s<>\"\\^`{|}:?#]+[./][^\s<>\"\\^`{|}:?#]*")


def address_before(text: str) -> tuple[str, str]:
    """The address that a text begins with, behind what people write before it, and the words after it."""
    found, rest = addresses_of("", _AVAILABLE.sub("", text, count=1))
    return (found[0], " ".join([*found[1:], rest]).strip(" .,;")) if found else ("", "")


def addresses_of(name: str, text: str) -> tuple[tuple[str, ...], str]:
    """The addresses of a field, and the words behind them; several stand in one field as people list them."""
    text = _HREF.sub(r"\1", text) if "\\href" in text else text
    begun = _MACRO.match(text.lstrip(" {"))
    if begun and (remark := text.lstrip(" {")[begun.end() :].strip(" {}.,;")) and "\\url" not in remark:
        address = identifiers.web_address(verbatim(begun[1]))
        return ((address,), remark) if address else ((), text)
    plain = verbatim(_MACRO.sub(lambda match: f" {match[1]} ", text))
    if looked := _LOOKED_AT.search(plain):
        address = identifiers.web_address(plain[: looked.start()])
        return ((address,), looked["remark"].strip(" ().,;")) if address else ((), text)
    if found := identifiers.web_addresses(plain):
        return found, ""
    if name.startswith("url_") and _OWN_FILE.fullmatch(plain):
        return (plain,), ""
    first, _, rest = plain.partition(" ")
    address = identifiers.web_address(first)
    return ((address,), rest.strip()) if address else ((), text)
