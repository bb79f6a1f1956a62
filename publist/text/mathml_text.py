"""MathML, as publishers put it into titles and abstracts, to TeX (Presentation MathML 3, chapter 3)."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_PREFIX = re.compile(r"(?<=<)(/?)(?:mml|m|mathml):")
_NAMESPACE = re.compile(r"""\s[\w:-]+\s*=\s*(?:"[^"]*"|'[^']*')""")
_SPECIAL = {"{": r"\{", "}": r"\}", "%": r"\%", "#": r"\#", "&": r"\&", "_": r"\_", "$": r"\$", "\\": r"\backslash "}
_OVER = {
    "¯": "overline", "‾": "overline", "ˉ": "bar", "^": "hat", "ˆ": "hat", "~": "tilde", "˜": "tilde", "∼": "tilde",
    "→": "vec", "⃗": "vec", "˙": "dot", ".": "dot", "¨": "ddot",
}  # fmt: skip
_DEEPEST = 30


def to_tex(markup: str) -> str:
    """The TeX of a ``math`` element, without dollar signs; empty where it cannot be read."""
    from xml.etree import ElementTree

    bare = _NAMESPACE.sub("", _PREFIX.sub(r"\1", markup))
    try:
        tree = ElementTree.fromstring(re.sub(r"&(?!#?\w+;)", "&amp;", bare))  # noqa: S314 - expat refuses entity bombs
    except (ElementTree.ParseError, ValueError):
        return ""
    return " ".join(_tex(tree, 0).split())


def _tex(element: Element, depth: int) -> str:
    if depth > _DEEPEST:
        return _text("".join(element.itertext()))
    inside = [_tex(child, depth + 1) for child in element if child.tag not in ("annotation", "annotation-xml")]
    make = _ELEMENTS.get(str(element.tag))
    if make and len(inside) in (2, 3):
        return make(inside)
    match element.tag:
        case "msqrt":
            return rf"\sqrt{{{''.join(inside)}}}"
        case "mtext":
            said = (element.text or "").strip()
            return rf"\text{{{_text(said)}}}" if said else " "
        case "mi" if len((element.text or "").strip()) > 1:
            return rf"\mathrm{{{_text(element.text or '')}}}"
        case "mspace":
            return " "
    return _text(element.text or "") + "".join(
        text + _text(child.tail or "") for text, child in zip(inside, _shown(element), strict=True)
    )


def _shown(element: Element) -> list[Element]:
    return [child for child in element if child.tag not in ("annotation", "annotation-xml")]


def _text(text: str) -> str:
    return "".join(_SPECIAL.get(char, char) for char in text.strip())


def _braced(text: str) -> str:
    return text if len(text) == 1 else f"{{{text}}}"


def _over(parts: list[str]) -> str:
    base, over = parts[0], parts[-1]
    return rf"\{_OVER[over]}{{{base}}}" if over in _OVER else rf"\overset{{{over}}}{{{base}}}"


_ELEMENTS: dict[str, Callable[[list[str]], str]] = {
    "msup": lambda parts: f"{_braced(parts[0])}^{{{parts[1]}}}",
    "msub": lambda parts: f"{_braced(parts[0])}_{{{parts[1]}}}",
    "msubsup": lambda parts: f"{_braced(parts[0])}_{{{parts[1]}}}^{{{parts[-1]}}}",
    "munderover": lambda parts: f"{_braced(parts[0])}_{{{parts[1]}}}^{{{parts[-1]}}}",
    "munder": lambda parts: f"{_braced(parts[0])}_{{{parts[1]}}}",
    "mover": _over,
    "mfrac": lambda parts: rf"\frac{{{parts[0]}}}{{{parts[1]}}}",
    "mroot": lambda parts: rf"\sqrt[{parts[1]}]{{{parts[0]}}}",
}
"""Elements with two or three arguments."""
