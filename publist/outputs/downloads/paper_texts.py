"""A paper as each format writes it alone: made once, and joined into all files that have the paper."""

from __future__ import annotations

import json
from typing import Any, NamedTuple

from publist.content.loading import Body, body_text
from publist.content.settings_file import Config
from publist.library.library import Entry
from publist.model.format_table import ON_SITE
from publist.model.paper import Paper
from publist.outputs.base import Context
from publist.outputs.downloads.private import without_private
from publist.outputs.link_views import site_path
from publist.text.urls import absolute

API = "api"
"""The kind of a text that is an object of api/papers.json; all other kinds are endings of export files."""


class Member(NamedTuple):
    """A paper of a file: its entry, its abstract, and its citation key among all papers of the site."""

    entry: Entry
    body: Body
    key: str
    digest: bytes


class KnownText(NamedTuple):
    """A paper of a file whose text is known from the last build: its digest tells it."""

    digest: bytes


PaperText = tuple[Member, str]
"""What is to be written: the paper, and the kind of the text."""


class Members(NamedTuple):
    """The inputs of a file that is joined from the texts of papers."""

    kind: str
    members: tuple[Member | KnownText, ...]


def frame_of(kind: str) -> tuple[str, str, str]:
    """What stands before, between and after the texts of this kind in a file of several."""
    return ("[\n", ",\n", "\n]\n") if kind == API else ON_SITE[kind].frame


def text_of(member: Member | KnownText, kind: str, context: Context) -> str:
    """One paper alone in a format; made once, since it is the same in every list."""
    known = member.digest, kind
    text = context.pieces.get(known)
    if text is None:
        assert isinstance(member, Member)  # noqa: S101 (all known texts are among the pieces)
        text = context.pieces[known] = _object(member, context) if kind == API else _citation(member, kind, context)
    return text


def _citation(member: Member, ending: str, context: Context) -> str:
    return written_in(ending, (whole(member, context)._replace(key=member.key),))


def written_in(ending: str, papers: tuple[Paper, ...]) -> str:
    """The papers in the format whose files have this ending."""
    from publist import formats

    return str(formats.load(ON_SITE[ending].name).write(papers))


def _object(member: Member, context: Context) -> str:
    """A paper as its file says it, with the topics that the site found for it.

    Left out is what is between the owner and the file: doubts of the import, and keys that publist does not know.
    """
    from publist.formats import plain_json

    entry = member.entry
    titles = tuple(topic.title for topic in entry.topics)
    paper = whole(member, context)._replace(topics=titles, review=(), extra={})
    page = {"page": context.config.base_url + entry.path} if context.config.base_url else {}
    said: dict[str, Any] = {"slug": entry.slug, **page, **plain_json.record(paper)}
    return json.dumps(said, ensure_ascii=False)


def whole(member: Member, context: Context) -> Paper:
    """The paper as others may have it: with its abstract, and with addresses that hold outside of the site."""
    paper = member.entry.paper._replace(abstract=body_text(context.folder, member.body))
    return public(paper, context.config)


def public(paper: Paper, config: Config) -> Paper:
    """The paper without what is private, with absolute links; those into a site whose address is not known go."""
    paper = without_private(paper, config.exports)
    if all("://" in url for url in paper.links.values()):
        return paper
    found = {
        label: url if "://" in url else absolute(site_path(url), config.base_url) for label, url in paper.links.items()
    }
    return paper._replace(links={label: url for label, url in found.items() if url})
