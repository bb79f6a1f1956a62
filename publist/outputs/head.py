"""The generated part of a page's head: tags for search engines, savers and cards."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from publist.config import Config
from publist.markup import Html
from publist.model import Date, Paper

Tag = tuple[str, str]

_DESCRIPTION_LENGTH = 200


def common_tags(config: Config, title: str, description: str, url: str, *, kind: str) -> list[Tag]:
    """OpenGraph (https://ogp.me): what a card of the page shows. No tag is empty."""
    tags = [("og:title", title), ("og:type", kind), ("og:site_name", config.title), ("twitter:card", "summary")]
    if description:
        tags.append(("og:description", description))
    if url:
        tags.append(("og:url", url))
    return tags


def citation_tags(paper: Paper, title: str) -> list[Tag]:
    """The Highwire Press tags that Google Scholar reads (its inclusion guidelines); no tag is empty or guessed."""
    tags = [("citation_title", title)]
    tags += [("citation_author", name.name) for name in paper.authors]
    if paper.date:
        tags.append(("citation_publication_date", scholar_date(paper.date)))
    optional = [
        (_container_tag(paper.type), paper.venue),
        ("citation_volume", paper.volume),
        ("citation_issue", paper.issue),
        ("citation_doi", paper.doi),
        ("citation_arxiv_id", paper.arxiv),
        ("citation_pdf_url", paper.links.get("pdf", "")),
    ]
    return tags + [(name, value) for name, value in optional if value]


def _container_tag(kind: str) -> str:
    return "citation_conference_title" if kind == "paper-conference" else "citation_journal_title"


def scholar_date(date: Date) -> str:
    """``2010/5/12``, ``2010/5`` or ``2010``: Google Scholar's guidelines ask for slashes."""
    return "/".join(str(part) for part in date if part)


def html_of(tags: Iterable[Tag], alternates: Iterable[tuple[str, str, str]] = ()) -> Html:
    """Tags as HTML. ``alternates`` are (media type, title, address) of feeds and files of the same content."""
    lines = [
        f'<meta {"property" if name.startswith(("og:", "article:", "profile:")) else "name"}="{name}" '
        f'content="{escape(value)}">'
        for name, value in tags
    ]
    lines += [
        f'<link rel="alternate" type="{media}" title="{escape(title)}" href="{escape(address)}">'
        for media, title, address in alternates
    ]
    return Html("\n".join(lines))


def description_of(text: str) -> str:
    """The beginning of a text, cut between words: what a search engine shows under the title."""
    flat = " ".join(text.split())
    if len(flat) <= _DESCRIPTION_LENGTH:
        return flat
    return flat[:_DESCRIPTION_LENGTH].rsplit(" ", 1)[0].rstrip(",;:") + " …"
