"""Markdown with maths to HTML that is safe to stand in a page.

The way of a text: code spans and formulas are taken out, Python-Markdown converts the rest, nh3 cleans the
HTML, the formulas come back as MathML. MathML never passes through the sanitiser and Markdown never sees a
formula. Plain prose, which is most of what abstracts are, takes a short way that gives the same bytes.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from publist.text.characters import fit
from publist.text.hostile_markdown import MOST, is_hostile
from publist.text.html_escaping import escape
from publist.text.latex.mathml import Formula, to_mathml

if TYPE_CHECKING:
    from markdown import Markdown

_OPEN, _CLOSE = "\ue000", "\ue001"
"""Private-use characters around the number of a formula while it is away; taken out of what is read."""
_SPACES = "\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
_NOT_PLAIN = rf"\n`*_\[\]<>&\\$|\x00-\x1f\x7f\ue000\ue001{_SPACES}"
_HELD = r"\ue000\d+\ue001"
_PLAIN_TEXT = re.compile(
    rf"(?:(?:[A-Za-z\u00c0-\u024f(\"'“‘]|{_HELD})[^{_NOT_PLAIN}]*+(?:{_HELD}[^{_NOT_PLAIN}]*+)*+(?:\n+|\Z))*+"
)
"""Lines that neither Markdown nor HTML nor maths gives a meaning (a held atom may stand in them)."""
_ATOMS = re.compile(
    r"(?:\*(?<![^ (\n]\*)(?:\*(?P<strong>[A-Za-z0-9](?:[A-Za-z0-9 ,-]*[A-Za-z0-9])?)\*\*"
    r"|(?P<em>[A-Za-z0-9](?:[A-Za-z0-9 ,-]*[A-Za-z0-9])?)\*)"
    r"|`(?<![^ (\n]`)(?P<code>[A-Za-z0-9(-](?:[A-Za-z0-9 ,.()=:/-]*[A-Za-z0-9)=-])?)`"
    r"|\$(?<![^ (\n]\$)(?P<maths>(?=[^\s$])(?:\\.|[^$\\]){0,2000}?(?:\\.|[^\s$\\]))\$)"
    r"(?=[ \n.,;:)]|\Z)",
    re.DOTALL,
)
"""Emphasis, code and formulas in their plainest form: single words and short phrases between spaces.

Each begins with its sign, and only then looks at what is before that: so the search passes quickly over other letters.
"""
_TAGS = frozenset(
    """a abbr b blockquote br cite code dd del dfn dl dt em figcaption figure h2 h3 h4 h5 h6 hr i img ins kbd li mark
    ol p pre q s samp small span strong sub sup table tbody td th thead tr u ul var""".split()
)
_MATHS = re.compile(
    r"(?P<fence>^(?P<rail>```+|~~~+).*?^(?P=rail)[ ]*$)"
    r"|(?P<code>(?<!`)(?P<ticks>`+)(?!`)(?:(?:(?!\n[ \t]*\n).)*?[^`])(?P=ticks)(?!`))"
    r"|(?P<escape>\\[\\$`<])"
    r"|(?P<embed><(?i:iframe)\b[^<>]*>\s*</(?i:iframe)>)"
    rf"|(?P<angle>(?!(?<=\]\()<[^<>\n]*>[ )])<(?!/?(?:h1|{'|'.join(sorted(_TAGS))})\b[^<>]*>|https?://|mailto:))"
    r"|\$\$(?P<block>[^$]+?)\$\$"
    r"|(?<![\\$])(?:(?P<tex>(?=\$[_^\\{]))|(?<!\w))\$(?P<inline>(?=[^\s$])(?:\\.|[^$\\]){0,2000}?(?:\\.|[^\s$\\]))\$"
    r"(?(tex)(?!\$)|(?![\d$]))",  # what begins with a command, group or index is no price: it may touch words
    re.DOTALL | re.MULTILINE,
)
_INDENT = r"(?: {1,3}(?=#{1,6}(?:[ \n]|$)))?"
"""Up to three spaces stand before a heading (CommonMark 4.2), which the converter does not know."""
_FIRST_HEADING = re.compile(r"<h1\b", re.IGNORECASE)
_HEADING = re.compile(r"<(/?)h([1-5])\b", re.IGNORECASE)
_HOLDER = re.compile(f"{_OPEN}(\\d+){_CLOSE}")

_ATTRIBUTES = {
    "a": {"href", "title", "hreflang"},
    "img": {"src", "alt", "title", "width", "height"},
    "abbr": {"title"},
    "td": {"align"},
    "th": {"align"},
    "ol": {"start"},
    "span": {"lang", "dir"},
}
_SCHEMES = {"http", "https", "mailto", "doi"}


class Html(str):
    """HTML that this module has made safe; the one type that templates print as it is."""

    __slots__ = ()

    def __html__(self) -> str:
        return str(self)


def block(
    text: str, link: Callable[[str], str] | None = None, embed: Callable[[str], str | None] | None = None
) -> Html:
    """The HTML of Markdown blocks. ``link`` rewrites each relative address.

    ``embed`` gives safe HTML for an ``<iframe>`` as written, None for one that is to be shown as its source, as all are
    without it. The page that the text stands in has the first-level heading: if the text has one, too, all of its
    headings go down a level.
    """
    short = _short_way(text)
    return Html(short if short is not None else _convert(text, _block_converter, link, embed=embed))


def inline(text: str) -> Html:
    """The HTML of one line of Markdown inline markup, without a paragraph around it."""
    flat = " ".join(text.split())
    short = _short_way(flat)
    html = short if short is not None else _convert(flat, _inline_converter, None)
    return Html(html.removeprefix("<p>").removesuffix("</p>"))


def plain(text: str) -> str:
    """The text without markup: what a search engine or a citation wants. Formulas become text too."""
    flat = " ".join(text.split())
    if _PLAIN_TEXT.fullmatch(flat) and _OPEN not in flat:
        return flat
    html = _convert(flat, _inline_converter, None, as_text=True)
    return _unescape(re.sub(r"<[^>]*>", "", html)).strip()


def unset_formulas(text: str) -> list[Formula]:
    """The formulas of the text that show their source, because they cannot be set."""
    found = []
    for match in _MATHS.finditer(text):
        source = match["inline"] or match["block"]
        reason = source and to_mathml(source, display=bool(match["block"])).reason
        if reason:
            found.append(Formula(source, reason))
    return found


def _short_way(text: str) -> str | None:
    """The HTML of text whose markup is plain to see, else None. Held equal to the long way by a property test.

    Lines must begin with a letter, a quotation mark or an atom (so: no list, heading, rule, quotation or indented
    code), hold no character that Markdown or HTML gives a meaning outside of atoms, and not end in white space (so:
    no hard break).
    """
    held: list[str] = []
    if "$" in text or "*" in text or "`" in text:
        if _OPEN in text or _CLOSE in text or is_hostile(text):
            return None
        text = _ATOMS.sub(lambda match: _hold_atom(match, held), text)
    elif _OPEN in text:
        return None
    if " \n" in text or text.endswith(" ") or not _PLAIN_TEXT.fullmatch(text):
        return None
    if "\n\n" in text:
        text = "\n".join([f"<p>{part}</p>" for part in re.split(r"\n{2,}", text.strip("\n"))])
    else:
        text = text.strip("\n")
        text = f"<p>{text}</p>" if text else ""
    return _HOLDER.sub(lambda match: held[int(match[1])], text) if held else text


def _hold_atom(match: re.Match[str], held: list[str]) -> str:
    kind = match.lastgroup or ""
    text = match[kind]
    held.append(to_mathml(text, display=False).html if kind == "maths" else f"<{kind}>{text}</{kind}>")
    return f"{_OPEN}{len(held) - 1}{_CLOSE}"


def _convert(
    text: str,
    converter: Callable[[], Markdown],
    link: Callable[[str], str] | None,
    *,
    as_text: bool = False,
    embed: Callable[[str], str | None] | None = None,
) -> str:
    text = text.replace(_OPEN, "\ufffd").replace(_CLOSE, "\ufffd")
    if is_hostile(text):
        return _as_plain(text)
    held: list[str] = []
    rest = _MATHS.sub(lambda match: _take_out(match, held, embed, as_text=as_text), text)
    if rest.count("\\") > MOST:
        return _as_plain(text)
    try:
        html = converter().reset().convert(rest)
    except Exception:  # whatever Python-Markdown stumbles over, the reader still gets the text
        return _as_plain(text)
    return _HOLDER.sub(lambda match: held[int(match[1])], fit(_clean(_shifted(html), link)))


def _shifted(html: str) -> str:
    """The HTML with its headings a level lower, if one is of the first; the sixth is the lowest."""
    if not _FIRST_HEADING.search(html):
        return html
    return _HEADING.sub(lambda match: f"<{match[1]}h{int(match[2]) + 1}", html)


def _as_plain(text: str) -> str:
    paragraphs = [p.strip() for p in re.split(r"\n\s*\n", text)]
    return "\n".join(f"<p>{escape(p, quote=False)}</p>" for p in paragraphs if p)


def _take_out(
    match: re.Match[str], held: list[str], embed: Callable[[str], str | None] | None, *, as_text: bool
) -> str:
    """What stands for the match while Markdown is at work; what comes back later goes to ``held``.

    Code stays for Markdown. A ``<`` that opens no tag we allow is the text that its author saw, not markup to be
    dropped; so is an escaped dollar.
    """
    source = match["inline"] or match["block"]
    if source:
        held.append(_readable(source) if as_text else to_mathml(source, display=bool(match["block"])).html)
    elif match["embed"]:
        shown = embed(match["embed"]) if embed else None
        held.append("&lt;" if shown is None else shown)
        return f"{_OPEN}{len(held) - 1}{_CLOSE}" + (match["embed"][1:] if shown is None else "")
    elif match["angle"] or match["escape"] == "\\<":
        held.append("&lt;")
    elif match["escape"] == "\\$":
        held.append("$")
    else:
        return match[0]
    return f"{_OPEN}{len(held) - 1}{_CLOSE}"


def _readable(source: str) -> str:
    from publist.text.latex.plain_maths import readable

    return escape(readable(source), quote=False)


def _clean(html: str, link: Callable[[str], str] | None) -> str:
    import nh3

    def attribute(tag: str, name: str, value: str) -> str | None:
        if name in ("href", "src") and "://" not in value and not value.startswith(("mailto:", "#", "doi:")):
            return link(value) if link else value
        if tag == "img" and name == "src":
            return None  # a picture from elsewhere would tell a third party who reads the page
        return value

    return nh3.clean(
        html,
        tags=set(_TAGS),
        attributes=_ATTRIBUTES,
        url_schemes=_SCHEMES,
        attribute_filter=attribute,
        link_rel=None,
    )


def _unescape(text: str) -> str:
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&nbsp;", "\xa0").replace("&amp;", "&")


@lru_cache(maxsize=1)
def _block_converter() -> Markdown:
    from markdown import Markdown

    converter = Markdown(extensions=["tables", "fenced_code", "sane_lists", "footnotes"], output_format="html")
    heading: Any = converter.parser.blockprocessors["hashheader"]
    heading.RE = re.compile(heading.RE.pattern.replace(r"(?:^|\n)", rf"(?:^|\n){_INDENT}", 1))
    return converter


@lru_cache(maxsize=1)
def _inline_converter() -> Markdown:
    """A converter that knows paragraphs only: a title may begin with ``1.`` or ``#`` and is no list."""
    from markdown import Markdown

    converter = Markdown(output_format="html")
    for name in (
        "indent",
        "code",
        "hashheader",
        "setextheader",
        "hr",
        "olist",
        "ulist",
        "quote",
        "reference",
        "empty",
    ):
        converter.parser.blockprocessors.deregister(name)
    converter.preprocessors.deregister("html_block")
    return converter
