"""Text of other generators as Markdown: Liquid, Kramdown's attributes and Hugo's shortcodes are put as what they show.

Liquid: https://shopify.github.io/liquid; shortcodes: https://gohugo.io/content-management/shortcodes; attributes:
https://kramdown.gettalong.org/syntax.html (inline attribute lists). What a template of the old site made out of data
cannot be put as text, and is told.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from textwrap import dedent
from typing import NamedTuple

from publist.importing.migrating import formula_macros, old_maths
from publist.importing.migrating.formula_macros import Macro
from publist.importing.migrating.old_elements import closed
from publist.importing.migrating.old_links import ATTRIBUTE, destination, linked

_SITE = re.compile(r"\{\{-?\s*site\.(?:baseurl|url)\s*(?:\|[^}]*)?-?\}\}/?")
_QUOTED = re.compile(r"\{\{-?\s*(?:'([^']*)'|\"([^\"]*)\")\s*(?:\|[^}]*)?-?\}\}")
_LINK_TAG = re.compile(r"\{%-?\s*(?:link|post_url)\s+((?:(?! ?-?%\})[^\n]){1,300})\s*-?%\}")
_FIGURE = re.compile(
    r"\{%-?\s*include\s+(?:figure|image|video|audio)[\w.]*\s+(?P<said>[^{}]*?)-?%\}|\{\{[<%]\s*(?:figure|video"
    r"|audio)\s+(?P<hugo>[^{}]*?)/?[>%]\}\}",
    re.DOTALL,
)
_YOUTUBE = re.compile(r"\{\{[<%]\s*(?P<host>youtube|vimeo)\s+(?:id=)?\"?(?P<id>[\w-]+)\"?[^{}]*?[>%]\}\}")
_FRAME = re.compile(
    r"<(?P<tag>iframe|object|embed)\b(?P<said>[^<>]*)>(?:(?:(?!<(?:iframe|object|embed)\b).)*?</(?P=tag)\s*>)?",
    re.IGNORECASE | re.DOTALL,
)
_LABEL = re.compile(r"\[([^\[\]]*)\]\([^()]*\)")
_CALL = re.compile(r"\{\{[<%]\s*(?:cta|button|icon_link)\s+(?P<said>[^{}]*?)/?[>%]\}\}")
_CITE = re.compile(r"\{%-?\s*(?:cite|reference)\s+(?P<keys>[^%{}|]{1,300}?)\s*-?%\}")
_REF = re.compile(r"\{\{[<%]\s*(?:rel)?ref\s+\"?([^\s\"]+)\"?\s*[>%]\}\}")
_STATIC = re.compile(r"\{\{[<%]\s*staticref\s+\"([^\"]+)\"[^{}]*?[>%]\}\}([^{}]*?)\{\{[<%]\s*/staticref\s*[>%]\}\}")
_COMMENT = re.compile(
    r"<!--(?:(?!<!--).)*?-->|\{%-?\s*comment\s*-?%\}(?:(?!\{%-?\s*comment).)*?\{%-?\s*endcomment\s*-?%\}"
    r"|\{\{[<%]?/\*(?:(?!\{\{).)*?\*/[>%]?\}\}",
    re.DOTALL,
)
_TAG = re.compile(r"\{%(?:(?!\{%).)*?%\}|\{\{(?:(?!\{\{).)*?\}\}", re.DOTALL)
_SILENT = re.compile(
    r"\{\{[<%]\s*/|\{[%{][-<%]?\s*/?\s*(?:end\w*|raw|highlight|assign|capture|else|if|unless|icon|br|spoiler|callout"
    r"|list_children|hr)\b"
)
_ATTRIBUTES = re.compile(r"\{:?\s*[.#:][^{}\n]*\}|\{:\s*[\w-]+=[^{}\n]*\}")
_WORD = re.compile(r"([\w-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))")
_EMPTY = re.compile(r"<(div|span|p|center|figure|picture|i|section|script|style)\b[^<>]*>\s*</\1>", re.IGNORECASE)
_SCRIPT = re.compile(r"<(script|style)\b(?:(?!<(?:script|style)\b).)*?</\1\s*>", re.IGNORECASE | re.DOTALL)
_WRAPPER = re.compile(
    r"</?(?:div|center|section|figure|picture|source|nav|header|footer|font|article|aside|main|button|form|input|label"
    r"|select|option|textarea|details|path|g|circle|rect|polygon|line|canvas|noscript|link|meta|html|head|body|title|big"
    r"|strike|tt|col|colgroup|caption|fieldset|legend|progress|time|address|template|video|audio|track|object|embed"
    r"|param|script|style|[a-z]+(?:-[a-z]+)+)\b[^<>]*>|</iframe\s*>(?<!></iframe>)|<span\b(?![^<>]*\b(?:lang|dir)=)[^<>]*>|</span>",
    re.IGNORECASE,
)
"""Elements around a text that pages do not have; the text stays."""
_DRAWING = re.compile(r"<svg\b(?:(?!<svg\b).)*?</svg\s*>", re.IGNORECASE | re.DOTALL)
_SUMMARY = re.compile(r"\s{0,9}<summary\b[^<>]*>((?:(?!<summary\b).)*?)</summary\s*>\s{0,9}", re.IGNORECASE | re.DOTALL)
_CITED = re.compile(r"<d-cite\b[^<>]*\bkey=\"([^\"<>]*)\"[^<>]*>\s*</d-cite\s*>", re.IGNORECASE)
_FOOTNOTE = re.compile(r"\s?<d-footnote\b[^<>]*>((?:(?!<d-footnote\b).)*?)</d-footnote\s*>", re.IGNORECASE | re.DOTALL)
_MEDIA = re.compile(
    r"<(?P<tag>video|audio)\b(?P<said>[^<>]*)>(?P<inner>(?:(?!<(?:video|audio)\b).)*?)</(?P=tag)\s*>",
    re.IGNORECASE | re.DOTALL,
)
_CODE = re.compile(
    r"^(?P<rail>```+|~~~+)[^\n]*\n.*?(?:^(?P=rail)[ \t]*$|\Z)"  # one that nobody closes goes to the end (CommonMark)
    r"|(?<!`)(?P<ticks>`+)(?!`)(?:(?!\n\s*\n).)+?(?<!`)(?P=ticks)(?!`)"
    r"|(?:^[ \t]+)?\{%-?\s*highlight\s+(?P<language>[\w+-]+)[^%]*%\}"
    r"(?P<lit>(?:(?!\{%-?\s*highlight\b).)*?)\{%-?\s*endhighlight\s*-?%\}",
    re.DOTALL | re.MULTILINE,
)
_FENCE_IN_LIST = re.compile(
    r"^[ \t]+(?P<rail>```+|~~~+)(?P<name>[^\n`]*)\n(?P<code>(?:(?![ \t]*(?P=rail)).*\n){0,200})[ \t]*(?P=rail)[ \t]*$",
    re.MULTILINE,
)
"""Code within an item of a list, which pages have outside of it only."""
_HOST = re.compile(r"<iframe src=\"https://([\w.-]+)[/?\"]")
_TWICE = re.compile(r"&amp;(?=(?:#\d{1,6}|[A-Za-z]{2,8});)")
_LOOP = re.compile(r"\{%-?\s*for\b[^%]*%\}(?:(?!\{%-?\s*(?:end)?for\b).)*\{%-?\s*endfor\b[^%]*%\}", re.DOTALL)
_DEPTH = 5
_RULED = re.compile(r"^[ \t]*[|:=-][|:= \t-]{20,}$", re.MULTILINE)
"""Lines under headings and in tables, however long they were drawn."""
_OF_TEMPLATE = re.compile(r"\{%|\{\{[<%-]?\s*\w+(?:\.\w+|\s*\|)")
"""What is no formula: a price beside tags of a template."""
_HELD = re.compile("\ue100(\\d+)\ue101")


class OldText(NamedTuple):
    """A text as Markdown; ``left`` are template tags that were taken out, ``dead`` the files that are not there.

    ``hosts`` are those from which it embeds something.
    """

    text: str
    left: tuple[str, ...] = ()
    dead: tuple[str, ...] = ()
    hosts: tuple[str, ...] = ()


def without_liquid(text: str) -> str:
    """An address or a line as a template of Jekyll prints it: without the site's address, filters and tags."""
    if "{" not in text:
        return text
    text = _QUOTED.sub(lambda match: match[1] or match[2] or "", _SITE.sub("/", text))
    return _LINK_TAG.sub(r"\1", text)


def without_comments(text: str) -> str:
    """The text without what its readers did not see."""
    return _COMMENT.sub("", text)


def as_markdown(text: str, link: Callable[[str], str], macros: Mapping[str, Macro] | None = None) -> OldText:
    """The text with its links led to where things are now; ``link`` says where (empty: nowhere).

    Code stays as it is, and formulas are written as publist sets them; ``macros`` are commands of the whole site.
    """
    held: list[str] = []
    text = _FENCE_IN_LIST.sub(_outside, text)
    known = {**(macros or formula_macros.COMMON), **formula_macros.macros_in(text)}
    text = _hold(old_maths.of_pictures(re.sub("[\ue100\ue101]", "", text)), known, held)
    text = without_comments(_SCRIPT.sub("", _TWICE.sub("&", text)))
    text = _STATIC.sub(r"[\2](\1)", text)
    text = _FIGURE.sub(_figure, text)
    text = _YOUTUBE.sub(_video, _CALL.sub(lambda match: _call(match["said"]), _REF.sub(r"\1", text)))
    text = _MEDIA.sub(_played, _FRAME.sub(_framed, without_liquid(_CITE.sub(_cited, text))))
    left = [tag for tag in _TAG.findall(text) if not _SILENT.match(tag)]
    text = _ATTRIBUTES.sub("", _TAG.sub("", _without_loops(text)))
    text, dead = linked(text, link)
    text = _FOOTNOTE.sub(r" (\1)", _CITED.sub(r"[\1]", _DRAWING.sub("", text)))
    text = _SUMMARY.sub(lambda match: f"\n\n**{match[1].strip()}**\n\n", text)
    text = closed(_WRAPPER.sub("", _EMPTY.sub("", text)))
    text = re.sub(r"(?<![ \t])[ \t]+$", "", text, flags=re.MULTILINE)
    text = _RULED.sub(lambda match: re.sub(r"([-=])\1{20,}", r"\1\1\1", match[0]), text)
    text = _HELD.sub(lambda match: held[int(match[1])], text)
    text = old_maths.without_prices(re.sub(r"\n{3,}", "\n\n", text).strip())
    hosts = dict.fromkeys(host.lower() for host in _HOST.findall(text))
    return OldText(text, tuple(left), tuple(dead), tuple(hosts))


def _outside(match: re.Match[str]) -> str:
    """Code of an item of a list, after the item."""
    return f"\n{match['rail']}{match['name']}\n{dedent(match['code'])}{match['rail']}\n"


def _without_loops(text: str) -> str:
    """The text without what a template would have written once for each of many things."""
    for _ in range(_DEPTH):
        shorter = _LOOP.sub("", text)
        if shorter == text:
            break
        text = shorter
    return text


def _hold(text: str, macros: Mapping[str, Macro], held: list[str]) -> str:
    """The text with its code and formulas put away, so that no mark in them is taken for one of a template."""

    def hold(written: str) -> str:
        held.append(written)
        return f"\ue100{len(held) - 1}\ue101" if written else ""

    def formula(match: re.Match[str]) -> str:
        if _OF_TEMPLATE.search(match[0]):
            return match[0]
        before = text[text.rfind("\n", 0, match.start()) + 1 : match.start()].strip("> \t*-")
        after = text[match.end() : (text + "\n").find("\n", match.end())].strip(" \t.,;:")
        return hold(old_maths.written(match, macros, numbers, alone=not (before or after)))

    def code(match: re.Match[str]) -> str:
        if not match["language"]:
            return hold(match[0])
        return "\n" + hold(f"```{match['language']}\n{dedent(match['lit'].rstrip()).strip(chr(10))}\n```") + "\n"

    text = _CODE.sub(code, text)
    numbers = old_maths.numbers_of([match[0] for match in old_maths.FORMULA.finditer(text)])
    return old_maths.referring(old_maths.FORMULA.sub(formula, text), numbers)


def _words(said: str) -> dict[str, str]:
    return {found[1].lower(): found[2] or found[3] or found[4] or "" for found in _WORD.finditer(said)}


def _figure(match: re.Match[str]) -> str:
    """A picture, and what stands under it in a line of its own where the picture has one."""
    words = _words(match["said"] or match["hugo"] or "")
    path = words.get("path") or words.get("src") or words.get("url") or ""
    under = words.get("caption") or (words.get("title") if match["hugo"] else "") or ""
    alt = words.get("alt") or _LABEL.sub(r"\1", under) or words.get("title") or ""
    picture = f"![{re.sub(r'[][]', '', alt)}]({destination(path)})" if path else ""
    return f"{picture}\n{under}" if picture and under and _is_alone(match) else picture


def _is_alone(match: re.Match[str]) -> bool:
    """Whether nothing else stands on the lines of a tag."""
    before = match.string[: match.start()].rpartition("\n")[2]
    return not before.strip() and not match.string[match.end() :].partition("\n")[0].strip()


def _cited(match: re.Match[str]) -> str:
    """The keys of a citation, as they stand for it elsewhere."""
    keys = re.sub(r"(?:^|\s)--?\w[\w-]*(?:[= ]\S+)?", " ", match["keys"]).split()
    return f"[{', '.join(keys)}]" if keys else ""


def _video(match: re.Match[str]) -> str:
    host = "https://youtu.be/" if match["host"] == "youtube" else "https://vimeo.com/"
    return f"<{host}{match['id']}>"


def _call(said: str) -> str:
    words = _words(said)
    url = words.get("cta_link") or words.get("url") or words.get("href") or ""
    return f"[{words.get('cta_text') or words.get('text') or url}]({destination(url)})" if url else ""


def _framed(match: re.Match[str]) -> str:
    """A frame as pages have it, for the settings to allow its host; a link to a file of the site that one shows."""
    words = _words(match["said"])
    source = words.get("src") or words.get("data") or ""
    if not source or source.startswith("data:"):
        return ""
    if re.match(r"(?:https?:)?//", source):
        source = re.sub(r"^(?:https?:)?//", "https://", source)
        source = re.sub(r"^https://(?:www\.)?youtube\.com/embed/", "https://www.youtube-nocookie.com/embed/", source)
        sizes = "".join(f' {key}="{words[key]}"' for key in ("title", "width", "height") if words.get(key))
        return f'<iframe src="{source}"{sizes}></iframe>'
    name = words.get("title") or source.split("#")[0].split("?")[0].rsplit("/", 1)[-1]
    return f"[{name}]({destination(source)})"


def _played(match: re.Match[str]) -> str:
    """A link to a film or a sound."""
    said = ATTRIBUTE.search(match["said"]) or ATTRIBUTE.search(match["inner"])
    if not said:
        return ""
    source = said["url"] or said["bare"]
    name = source.split("#")[0].split("?")[0].rsplit("/", 1)[-1]
    return f"[{name}]({destination(source)})"
