"""Text of other generators as Markdown: Liquid, Kramdown's attributes and Hugo's shortcodes are put as what they show.

Liquid: https://shopify.github.io/liquid; shortcodes: https://gohugo.io/content-management/shortcodes; attributes:
https://kramdown.gettalong.org/syntax.html (inline attribute lists). What a template of the old site made out of data
cannot be put as text, and is told.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape
from typing import NamedTuple

_SITE = re.compile(r"\{\{-?\s*site\.(?:baseurl|url)\s*(?:\|[^}]*)?-?\}\}/?")
_QUOTED = re.compile(r"\{\{-?\s*(?:'([^']*)'|\"([^\"]*)\")\s*(?:\|[^}]*)?-?\}\}")
_LINK_TAG = re.compile(r"\{%-?\s*(?:link|post_url)\s+([^\s%]+)\s*-?%\}")
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
_CALL = re.compile(r"\{\{[<%]\s*(?:cta|button|icon_link)\s+(?P<said>[^{}]*?)/?[>%]\}\}")
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
_TARGET = re.compile(
    r"(?P<before>!?\[(?:[^\[\]]|\[[^\[\]]*\])*\]\(\s*<?)(?P<url>[^\s()<>]+(?:\([^\s()]*\)[^\s()<>]*)*)"
    r"|(?P<html>\b(?:src|href)\s*=\s*[\"'])(?P<path>[^\"']+)"
)
_EMPTY = re.compile(r"<(div|span|p|center|figure|picture|i|section|script|style)\b[^<>]*>\s*</\1>", re.IGNORECASE)
_SCRIPT = re.compile(r"<(script|style)\b(?:(?!<(?:script|style)\b).)*?</\1\s*>", re.IGNORECASE | re.DOTALL)
_WRAPPER = re.compile(
    r"</?(?:div|span|center|section|figure|picture|source|nav|header|footer|font)\b[^<>]*>", re.IGNORECASE
)


class OldText(NamedTuple):
    """A text as Markdown; ``left`` are template tags that were taken out, ``dead`` the files that are not there."""

    text: str
    left: tuple[str, ...] = ()
    dead: tuple[str, ...] = ()


def without_liquid(text: str) -> str:
    """An address or a line as a template of Jekyll prints it: without the site's address, filters and tags."""
    if "{" not in text:
        return text
    text = _QUOTED.sub(lambda match: match[1] or match[2] or "", _SITE.sub("/", text))
    return _LINK_TAG.sub(r"\1", text)


def without_comments(text: str) -> str:
    """The text without what its readers did not see."""
    return _COMMENT.sub("", text)


def as_markdown(text: str, link: Callable[[str], str]) -> OldText:
    """The text with its links led to where things are now; ``link`` says where (empty: nowhere)."""
    text = without_comments(_SCRIPT.sub("", text))
    text = _STATIC.sub(r"[\2](\1)", text)
    text = _FIGURE.sub(lambda match: _figure(match["said"] or match["hugo"] or ""), text)
    text = _YOUTUBE.sub(_video, _CALL.sub(lambda match: _call(match["said"]), _REF.sub(r"\1", text)))
    text = _FRAME.sub(_framed, without_liquid(text))
    left = [tag for tag in _TAG.findall(text) if not _SILENT.match(tag)]
    text = _ATTRIBUTES.sub("", _TAG.sub("", text))
    dead: list[str] = []
    text = _TARGET.sub(lambda match: _led(match, link, dead), text)
    text = _WRAPPER.sub("", _EMPTY.sub("", text))
    text = re.sub(r"(?<![ \t])[ \t]+$", "", text, flags=re.MULTILINE)
    return OldText(re.sub(r"\n{3,}", "\n\n", text).strip(), tuple(left), tuple(dead))


def _words(said: str) -> dict[str, str]:
    return {found[1].lower(): found[2] or found[3] or found[4] or "" for found in _WORD.finditer(said)}


def _figure(said: str) -> str:
    words = _words(said)
    path = words.get("path") or words.get("src") or words.get("url") or ""
    alt = words.get("alt") or words.get("caption") or words.get("title") or ""
    return f"![{alt}]({path.replace(' ', '%20')})" if path else ""


def _video(match: re.Match[str]) -> str:
    host = "https://youtu.be/" if match["host"] == "youtube" else "https://vimeo.com/"
    return f"<{host}{match['id']}>"


def _call(said: str) -> str:
    words = _words(said)
    url = words.get("cta_link") or words.get("url") or words.get("href") or ""
    return f"[{words.get('cta_text') or words.get('text') or url}]({url})" if url else ""


def _framed(match: re.Match[str]) -> str:
    """A link to what a frame shows, where that is a file of the site; other frames stay, for the new site to allow."""
    words = _words(match["said"])
    source = words.get("src") or words.get("data") or ""
    if not source or re.match(r"(?:[\w+.-]+:)?//|data:", source):
        return match[0]
    name = words.get("title") or source.split("#")[0].split("?")[0].rsplit("/", 1)[-1]
    return f"[{name}]({source.replace(' ', '%20')})"


def _led(match: re.Match[str], link: Callable[[str], str], dead: list[str]) -> str:
    """A link led to where its target is now; one that leads nowhere stays as it was written, and is told."""
    before, url = match["before"] or match["html"], match["url"] or match["path"]
    if url.startswith(("#", "mailto:", "tel:", "data:")):
        return match[0]
    found = link(url)
    if not found:
        dead.append(url)
    return before + (escape(found, quote=False) if match["html"] else found or url) if found else match[0]
