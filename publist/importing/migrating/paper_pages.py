"""Papers as pages: the keys that generators and their users give them, in one table; what is left stays in `extra`.

A key means the same in all generators unless the maker's own module says otherwise.
"""

from __future__ import annotations

import html
import os
import re
from collections.abc import Mapping
from typing import Any

from publist.formats.normalising import statuses
from publist.importing.migrating import page_dates, template_examples
from publist.importing.migrating.base import PaperObject
from publist.importing.migrating.page_keys import AWARDS, HOUSEKEEPING, KEYS, LINKS
from publist.importing.migrating.site_files import SiteFiles
from publist.importing.migrating.site_pages import SitePage, flag, is_hidden, text_of, texts
from publist.model.problems import Problem, warning
from publist.text import identifiers
from publist.text.latex.plain_maths import without_markup

_NOTHING = ("", "#", "-", "none", "n/a", "null", "false", "tbd", "todo", "~")
_LONGEST_SUMMARY = 300
"""What is longer, and stands alone, is an abstract."""
_DOI_KEYS = ("doi", "doi_url", "doiurl")
_ARXIV_KEYS = ("arxiv", "arxiv_id", "arxivid", "eprint")
_PAIR = r"\([^\s()<>]*\)"
_BODY_LINK = re.compile(
    rf"(?<![\w(\"'=])(https?://(?:[^\s<>()\]\"']|{_PAIR})+)"
    rf"|(?<!!)\[(?P<label>[^\[\]]+)\]\((?P<url>(?:https?://|assets/)(?:[^\s()]|{_PAIR})+)\)"
)
_HTML_LINK = re.compile(r"<a\b[^<>]*?\bhref\s*=\s*[\"']?([^\"'\s<>]+)[^<>]*>([^<>\[\]]*)</a>", re.IGNORECASE)
_NUMBER_ALONE = re.compile(
    r"\W*(doi|arxiv)[:\s]\s*(10\.\d{4,9}/[^\s<>*_]+?|\d{4}\.\d{4,5}(?:v\d+)?)[.*_]*", re.IGNORECASE
)
_PMID = re.compile(r"\W*pmid[:\s]\s*(\d{4,9})\W*", re.IGNORECASE)
_NO_SAYING = re.compile(
    r"\W|\b(?:a|an|and|arxiv|as|at|available|can|be|access|code|doi|download|final|for|found|from|full|here|in|is|it|link"
    r"|official|on|online|open|or|paper|pdf|preprint|publication|published|publisher|read|see|the|this|text|url|version"
    r"|via|view)\b",
    re.IGNORECASE,
)
"""What a line may hold beside its links and say no more than they do."""


_PICTURE = re.compile(
    r"!\[[^\[\]]*\]\((?P<path>assets/[^\s()]+)[^()]*\)|<img\b[^<>]*\bsrc\s*=\s*[\"']?(?P<src>assets/[^\"'\s<>]+)[^<>]*>",
    re.IGNORECASE,
)
_ITEM = re.compile(r"\s*[-*+]\s+")
_LOCAL = re.compile(r"(?<!!)\[([^\[\]]*)\]\((?!\w+:)[^()\s]+\)|<a\b[^<>]*\bhref=[\"'](?!\w+:)[^<>]*>([^<>]*)</a>")


class PageFields:
    """The front matter of a paper's page, taken key by key; what nobody has taken is left for `extra`."""

    def __init__(self, page: SitePage, files: SiteFiles, problems: list[Problem]) -> None:
        self.page, self.files, self.problems = page, files, problems
        self.left: dict[str, Any] = {
            key: value for key, value in page.values.items() if key != "title" and value not in ("", None, [], {})
        }

    def take(self, *keys: str) -> Any:
        """The value of the first of the keys that has one, and none of them any more; empty if none has."""
        found = [key for key in keys if key in self.left]
        return self.left.pop(found[0]) if found else ""

    def line(self, *keys: str) -> str:
        """The same as text without markup on one line; a list stays where it is."""
        found = [key for key in keys if isinstance(self.left.get(key), str)]
        return without_markup(html.unescape(self.left.pop(found[0]))) if found else ""

    def line_of_html(self, *keys: str) -> str:
        """The first of the keys that is a text, its HTML read; marks of Markdown stay."""
        found = [key for key in keys if isinstance(self.left.get(key), str)]
        return " ".join(html.unescape(re.sub(r"<[^<>]*>", "", self.left[found[0]])).split()) if found else ""

    def date(self, *keys: str, name: str = "") -> str:
        """The first of the keys that is a date, else that of the file's name; what of it could not be read is told.

        A status in the place of a date (``forthcoming``) is left for the status.
        """
        said = {key: text for key in keys if (text := text_of(self.take(key)))}
        read = {key: page_dates.read(text) for key, text in said.items()}
        found = next((key for key in keys if key in read and read[key].date), "")
        date = page_dates.date_of(said.get(found, ""), path=name)
        for key, text in said.items():
            if read[key].status:
                self.left.setdefault("status", text)
            elif key != "publishdate" and (not read[key].date or (key == found and not read[key].exact)):
                kept = f"{date} is taken" if date else "there is no date now"
                message = f"the {key} {text!r} is no date: {kept}"
                self.problems.append(warning(self.page.path, 0, 0, message, "correct `date:` in the paper's file"))
        return date

    def paper(self, record: PaperObject) -> PaperObject:
        """The record with the fields that all makers have under the names of the table; its own go before them."""
        for field, keys in KEYS.items():
            if not record.get(field) and (text := self.line(*keys)):
                record[field] = text
        record["doi"] = record.get("doi") or self._identifier(_DOI_KEYS, identifiers.doi)
        record["arxiv"] = record.get("arxiv") or self._identifier(_ARXIV_KEYS, identifiers.arxiv)
        record["awards"] = [
            award for key in AWARDS for award in texts(self.take(key)) if award.lower() not in ("true", "false")
        ]
        record["keywords"] = record.get("keywords") or self.words("keywords", "keyword")
        record["topics"] = record.get("topics") or self.words("tags", "topics")
        marked = [flag(self.take(key)) for key in ("featured", "selected", "highlighted")]
        if status := statuses.status_of(text_of(self.left.get("status"))):
            record["status"] = record.get("status") or status
            del self.left["status"]
        record["featured"] = record.get("featured") or any(marked)
        record["draft"] = is_hidden(self.page)
        record.setdefault("links", {})
        self.links(record["links"])
        self.picture(record)
        return record

    def words(self, *keys: str) -> list[str]:
        """Words that stand in a list, or in a text with commas between them."""
        value = self.take(*keys)
        if isinstance(value, str):
            return [word.strip() for word in re.split(r"\s*[,;]\s*", value) if word.strip()]
        return texts(value)

    def links(self, links: dict[str, str]) -> None:
        """Add the links of the table; the address of a file that is not there stays, and is told."""
        for key, label in LINKS.items():
            value = self.left.get(key)
            if isinstance(value, str):
                self.link(links, label, key, self.left.pop(key))

    def link(self, links: dict[str, str], label: str, key: str, address: str) -> None:
        """Add a link under its label, or another one where the label is taken; what is no address stays in `extra`."""
        address = html.unescape(address.strip())
        anchor = re.search(r"href\s*=\s*[\"']([^\"']+)", address)
        address = anchor[1] if anchor else address
        if address.lower() in _NOTHING or template_examples.is_placeholder(address):
            return
        found = self.files.link(address, os.path.dirname(self.page.path))
        if found:
            add_link(links, label, found)
            return
        self.left[key] = address
        if re.search(r"\.\w{2,5}$" if " " in address else r"[./]", address):
            message = f"the file {address!r} of the link {label!r} was not found"
            self.problems.append(
                warning(
                    self.page.path,
                    0,
                    0,
                    message,
                    "put it into content/assets and link it; the paper's `extra` has its name",
                )
            )

    def picture(self, record: PaperObject) -> None:
        """The picture of the paper, if the site has one under the usual keys; one that is not there is told."""
        for key in ("image", "preview", "teaser", "thumbnail", "img", "header_image", "figure", "featured_image"):
            value = self.left.get(key)
            name = (
                value.get("path") or value.get("src") or value.get("filename") or ""
                if isinstance(value, Mapping)
                else value
            )
            if not isinstance(name, str) or not name or record.get("image"):
                continue
            if found := self.files.picture(name, os.path.dirname(self.page.path)):
                record["image"] = found
                self.left.pop(key)
            elif "://" not in name:
                message = f"the picture {name!r} was not found"
                self.problems.append(
                    warning(self.page.path, 0, 0, message, "put it into content/assets and name it as `image`")
                )

    def extra(self) -> dict[str, Any]:
        """What no key of a paper is for, without what only the generator reads."""
        return {key: value for key, value in self.left.items() if key not in HOUSEKEEPING}

    def _identifier(self, keys: tuple[str, ...], read: Any) -> str:
        for key in keys:
            value = self.left.get(key)
            if isinstance(value, str) and (found := read(value)):
                self.left.pop(key)
                return str(found)
        return ""


def add_link(links: dict[str, str], label: str, address: str) -> None:
    """Add a link; where its label has another already, under the label with a number."""
    if address in links.values():
        return
    number, free = 2, label
    while free in links:
        free, number = f"{label} {number}", number + 1
    links[free] = address


def links_of_body(record: PaperObject, body: str) -> str:
    """The text of a page without the lines that are nothing but links, which become links of the paper."""
    kept = []
    links = record.setdefault("links", {})
    for line in body.splitlines():
        if alone := _PMID.fullmatch(line):
            record.setdefault("pmid", alone[1])
            continue
        plain = _as_links(line)
        rest = _BODY_LINK.sub("", plain)
        found = [*_BODY_LINK.finditer(plain)]
        if not found or _NO_SAYING.sub("", rest):
            kept.append(line)
            continue
        for match in found:
            address = (match["url"] or match[1]).rstrip(".,;")
            _add_found(record, links, (match["label"] or "").strip(), address)
    return "\n".join(kept).strip()


def _as_links(line: str) -> str:
    """The line with the links of HTML, and a DOI or arXiv number that stands alone, as Markdown has links."""
    line = _HTML_LINK.sub(r"[\2](\1)", re.sub(r"<(https?://[^<>\s]+)>", r"\1", line))
    if alone := _NUMBER_ALONE.fullmatch(line):
        return f"https://{'doi.org' if alone[1].lower() == 'doi' else 'arxiv.org/abs'}/{alone[2]}"
    return line


def _add_found(record: PaperObject, links: dict[str, str], label: str, address: str) -> None:
    if (arxiv := identifiers.arxiv_of_address(address)) and record.get("arxiv") in (None, "", arxiv):
        record["arxiv"] = arxiv
    elif (doi := identifiers.doi(address) if identifiers.is_doi_address(address) else "") and record.get("doi") in (
        None,
        "",
        doi,
    ):
        record["doi"] = doi
    else:
        label = re.sub(r"[\[\]*_:]", "", without_markup(label)).strip().lower()[:40]
        add_link(links, label if label and not label.startswith("http") else "url", address)


def put_texts(record: PaperObject, body: str, abstract: str, summary: str) -> None:
    """Give a paper its abstract with what its page says under it, and the summary where that is another text."""
    if alone := _PMID.fullmatch(summary):
        record["pmid"], summary = alone[1], ""
    summary = _without_picture(record, summary)
    if _LOCAL.search(summary) and not abstract and not body:  # lists show summaries, which lead to no page of the site
        abstract, summary = summary, ""
    summary = _LOCAL.sub(lambda match: match[1] or match[2] or "", summary)
    parts = ["" if abstract in body else abstract, "" if body in abstract and body != abstract else body]
    record["abstract"] = "\n\n".join(filter(None, parts))
    if not record["abstract"] and len(summary) > _LONGEST_SUMMARY:
        record["abstract"], summary = summary, ""
    summary = " ".join(summary.split())
    if summary and not " ".join(record["abstract"].split()).startswith(summary.rstrip(".…")[:200]):
        record["summary"] = summary


def without_keywords(text: str, keywords: list[str]) -> str:
    """A text without a list that is nothing but the paper's keywords."""
    known = {word.casefold() for word in keywords}
    kept = []
    for part in text.split("\n\n"):
        items = [_ITEM.sub("", line).strip(" .*_").casefold() for line in part.splitlines()]
        is_list = len(items) > 1 and all(map(_ITEM.match, part.splitlines()))
        if not (is_list and known.issuperset(items)):
            kept.append(part)
    return "\n\n".join(kept)


def _without_picture(record: PaperObject, summary: str) -> str:
    """The summary without a picture in it, which is that of the paper if it has no other."""
    found = _PICTURE.search(summary)
    if not found:
        return summary
    if not record.get("image"):
        record["image"] = found["path"] or found["src"]
    return _PICTURE.sub("", summary).replace("<br>", " ").replace("<br/>", " ").replace("<br />", " ").strip()


def no_authors(path: str) -> Problem:
    """What is told of a paper whose page names nobody: one thing to do for all such papers."""
    hint = "`publist complete` looks them up by DOI, or by title and owner; else write `authors:` into the paper's file"
    return warning(path, 0, 0, "no authors could be read", hint)


def text_of_page(value: Any) -> str:
    """A text of several lines of front matter."""
    return value.strip() if isinstance(value, str) else "\n\n".join(texts(value))


def title_of(page: SitePage) -> str:
    """The title without HTML; empty if there is none."""
    title = re.sub(r"</?(?:b|i|strong|em|u|span|br|a)\b[^<>]*>", "", text_of(page.values.get("title")))
    return html.unescape(title).strip(" ,;")
