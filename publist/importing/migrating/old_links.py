"""Links of an old text, in Markdown and in HTML, led to where things are now.

Destinations: https://spec.commonmark.org/0.31.2/#link-destination, and what Kramdown takes beside them: names of files
with spaces, and brackets in them.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from urllib.parse import quote

_CHAR = r"(?:[^\s()<>\\]|\\[^\n])"
_GROUP = r"\((?:[^()<>\n\\]|\\[^\n]|\((?:[^()<>\n\\]|\\[^\n])*\))*\)"
_ADDRESS = rf"(?:{_CHAR}|{_GROUP})+(?:[ ]+(?![\"'])(?:{_CHAR}|{_GROUP})+)*"
"""An address without brackets around it: those in it are in pairs; between its words are spaces."""
_LINK = re.compile(
    r"(?P<mark>!?)\[(?P<label>(?:[^\[\]]|\[[^\[\]]*\])*)\]\(\s*(?:<(?P<angled>[^<>\n]+)>"
    rf"|(?P<url>{_ADDRESS}))(?P<rest>\s*(?:\"[^\"\n]*\"|'[^'\n]*')?\s*)\)"
)
_DEFINITION = re.compile(
    r"^(?P<before>[ ]{0,3}\[(?P<label>[^\]\[^\n][^\]\[\n]*)\]:[ \t]*)"
    r"(?:<(?P<angled>[^<>\n]+)>|(?P<url>\S+(?:[ ]+[^\s\"']\S*)*))"
    r"(?P<rest>(?:[ \t]+(?:\"[^\"\n]*\"|'[^'\n]*'|\([^()\n]*\)))?[ \t]*)$",
    re.MULTILINE,
)
"""Where the links of a label lead: ``[label]: address "title"``."""
_REFERENCE = re.compile(r"!?\[(?P<words>[^\[\]\n]*)\](?:[ ]?\[(?P<label>[^\[\]\n]*)\])?(?![(\[:])")
_ANCHOR = re.compile(r"<a\b(?P<said>[^<>]*)>(?P<inner>(?:(?!</?a\b).)*)</a\s*>", re.IGNORECASE | re.DOTALL)
_IMAGE = re.compile(r"<img\b[^<>]*>", re.IGNORECASE)
ATTRIBUTE = re.compile(
    r"\b(?P<name>src|href)\s*=\s*(?:(?P<quote>[\"'])(?P<url>(?:(?!(?P=quote)).)+)(?P=quote)|(?P<bare>[^\s\"'<>=`]+))",
    re.IGNORECASE,
)
"""The attribute of an element of HTML that says where something is."""
_MAIL = re.compile(r"<([\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,9})>")
_NO_FILE = ("#", "mailto:", "tel:", "data:", "javascript:")
_FILE = re.compile(r"\.\w{2,5}$")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_ENTITY = re.compile(r"&(?:#\w{1,7}|\w{2,9});")
_UNFIT = re.compile(r"[\s<>]")


def linked(text: str, link: Callable[[str], str]) -> tuple[str, list[str]]:
    """The text with its links led on, and the addresses that lead nowhere: of those the words stay, and no picture."""
    links = _Links(link)
    text = _MAIL.sub(r"[\1](mailto:\1)", text)
    text = _LINK.sub(links.markdown, _DEFINITION.sub(links.definition, text))
    text = _REFERENCE.sub(links.reference, text) if links.gone else text
    return _ANCHOR.sub(links.anchor, _IMAGE.sub(links.image, text)), links.dead


class _Links:
    """The links of one text: ``dead`` are addresses that lead nowhere, ``gone`` labels whose definitions do not."""

    def __init__(self, link: Callable[[str], str]) -> None:
        self.link = link
        self.dead: list[str] = []
        self.gone: set[str] = set()

    def led(self, *said: str) -> str:
        """Where an address leads now; it is looked for in each of the ways in which it may be meant."""
        if said[0].startswith(_NO_FILE):
            return said[0]
        found = next(filter(None, map(self.link, said)), "")
        if not found:
            self.dead.append(said[0])
        return found

    def markdown(self, match: re.Match[str]) -> str:
        """A link or picture of Markdown."""
        label = _LINK.sub(self.markdown, match["label"]) if "](" in match["label"] else match["label"]
        url = match["angled"] or match["url"]
        if " " in url and not _FILE.search(url) and not self.link(url):
            return match[0]  # words in brackets
        if not (found := self.led(*_meanings(url))):
            return "" if match["mark"] else label
        label = label if label.strip() or match["mark"] else url.rstrip("/").rpartition("/")[2]
        return f"{match['mark']}[{label}]({destination(found)}{match['rest']})"

    def definition(self, match: re.Match[str]) -> str:
        """Where the links of a label lead; nothing where that is nowhere."""
        url = match["angled"] or match["url"]
        if " " in url and not _FILE.search(url):
            return match[0]
        if url[0] in "[(":  # a remark that nobody saw
            return ""
        if found := self.led(*_meanings(url)):
            return f"{match['before']}{destination(found)}{match['rest']}"
        self.gone.add(_name(match["label"]))
        return ""

    def reference(self, match: re.Match[str]) -> str:
        """A link by its label: its words alone where the label leads nowhere, and no picture."""
        if _name(match["label"] or match["words"]) not in self.gone:
            return match[0]
        return "" if match[0].startswith("!") else match["words"]

    def attribute(self, match: re.Match[str]) -> str:
        """An attribute of HTML."""
        mark = match["quote"] or '"'
        found = self.led(_without_entities(match["url"] or match["bare"]).strip())
        said = html.escape(found, quote=False).replace(mark, "%22" if mark == '"' else "%27")
        return f"{match['name']}={mark}{said}{mark}" if found else ""

    def anchor(self, match: re.Match[str]) -> str:
        """A link of HTML."""
        if not ATTRIBUTE.search(match["said"]):
            return match[0]
        said = ATTRIBUTE.sub(self.attribute, match["said"])
        return f"<a{said}>{match['inner']}</a>" if ATTRIBUTE.search(said) else match["inner"]

    def image(self, match: re.Match[str]) -> str:
        """A picture of HTML."""
        kept = ATTRIBUTE.sub(self.attribute, match[0])
        return kept if ATTRIBUTE.search(kept) or not ATTRIBUTE.search(match[0]) else ""


def destination(address: str) -> str:
    """An address, or the name of a file, with what would end it in Markdown written as escapes."""
    said = _UNFIT.sub(lambda match: quote(match[0]), address)
    return said if _in_pairs(said) else said.replace("(", "%28").replace(")", "%29")


def _name(label: str) -> str:
    """A label as definitions are found by it."""
    return " ".join(label.split()).casefold()


def _meanings(url: str) -> tuple[str, ...]:
    """A destination of Markdown as its reader may take it: without escapes, or letter by letter."""
    inner = url[1:-1] if url[:1] == "(" and url[-1:] == ")" else url  # two brackets, by mistake
    return tuple(dict.fromkeys((_without_entities(_ESCAPE.sub(r"\1", inner)), inner)))


def _without_entities(url: str) -> str:
    return _ENTITY.sub(lambda match: html.unescape(match[0]), url)


def _in_pairs(address: str) -> bool:
    depth = 0
    for char in address:
        depth += {"(": 1, ")": -1}.get(char, 0)
        if depth < 0:
            return False
    return depth == 0
