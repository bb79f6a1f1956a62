"""The list, each part of it and each paper as files in bibliographic formats."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from publist.content.loading import Body, without_text
from publist.content.settings_file import Config
from publist.library.library import Entry, without_drafts
from publist.library.terms import Ref
from publist.model.artifact import Artifact, digest_all
from publist.model.format_table import ON_SITE
from publist.outputs.base import Context, Render, SitePlan
from publist.outputs.downloads.paper_texts import Member, Members, text_of
from publist.outputs.output_size import is_compact, is_lean
from publist.outputs.pages.redirects import former_keys
from publist.outputs.term_files import has_files
from publist.text.file_names import address_of


def export_type(path: str) -> str:
    """The media type of an export, told by its path."""
    return ON_SITE[path.rpartition(".")[2]].media_type


def paper_exports(entry: Entry, config: Config) -> list[tuple[str, str]]:
    """Ending and site path of each file that holds this paper alone."""
    return [(ending, f"{entry.path}{entry.name}.{ending}") for ending in config.exports.per_paper]


def list_exports(config: Config, ref: Ref | None = None) -> list[tuple[str, str]]:
    """Label and site path of each file that holds the whole list, or the papers of a term."""
    stem = ref.path + ref.path.strip("/").rpartition("/")[2] if ref else "publications"
    return [(ON_SITE[ending].title, f"{stem}.{ending}") for ending in _endings(config, of_term=ref is not None)]


def _endings(config: Config, *, of_term: bool) -> tuple[str, ...]:
    """The endings of a list's files: in a lean site a term has the first alone."""
    if not of_term:
        return config.exports.lists
    return config.exports.lists[: 1 if is_lean(config) else None] if config.exports.terms else ()


def plan(plan: SitePlan) -> Iterator[Artifact]:
    """A file a paper and format, and one a format for the whole list and for each term that has papers enough."""
    library, config = plan.library, plan.config
    if not config.exports.per_paper and not config.exports.lists:
        return
    members = {entry.slug: member_of(entry, plan) for entry in library.entries}
    if is_compact(config):  # with their abstracts the papers would be a file that GitHub does not take
        members = {slug: _keyed(row.entry, without_text(row.body), row.key) for slug, row in members.items()}
    for member in members.values():
        if member.entry.path not in plan.unchanged:
            yield from _files_of(member, config)
        yield from _former_files_of(member, config)
    published = tuple([members[entry.slug] for entry in without_drafts(library.entries)])
    yield from _lists(list_exports(config), _endings(config, of_term=False), "content/site.yaml", published)
    endings = _endings(config, of_term=True)
    if not endings:
        return
    terms = [term for kind in library.kinds for term in library.terms(kind) if term.ref.path not in plan.unchanged]
    terms = [term for term in terms if has_files(term, config)]
    if is_lean(config):  # the abstracts are in the papers' own files and in those of the whole list
        asked = [members[slug] for slug in {entry.slug: None for term in terms for entry in term.entries}]
        members = {row.entry.slug: _keyed(row.entry, without_text(row.body), row.key) for row in asked}
    for term in terms:
        chosen = tuple([members[entry.slug] for entry in without_drafts(term.entries)])
        yield from _lists(list_exports(config, term.ref), endings, chosen[0].entry.source, chosen, local=True)


def paper_files(plan: SitePlan, entry: Entry) -> Iterator[Artifact]:
    """The files that hold one paper alone."""
    if plan.config.exports.per_paper:
        member = member_of(entry, plan)
        yield from _files_of(member, plan.config)
        yield from _former_files_of(member, plan.config)


def _files_of(member: Member, config: Config) -> Iterator[Artifact]:
    """The paper's own files."""
    for ending, path in paper_exports(member.entry, config):
        yield Artifact(path, member.entry.source, "export", Members(ending, (member,)), member.digest, local=True)


def _former_files_of(member: Member, config: Config) -> Iterator[Artifact]:
    """The files beside the paper's former pages, in which it has the key that it had there."""
    for slug, key in former_keys(member.entry).items():
        before = _keyed(member.entry, member.body, key or member.key)
        for ending in config.exports.per_paper:
            path = f"papers/{address_of(slug)}/{address_of(slug)}.{ending}"
            yield Artifact(path, member.entry.source, "export", Members(ending, (before,)), before.digest)


def _lists(
    files: list[tuple[str, str]],
    endings: tuple[str, ...],
    origin: str,
    members: tuple[Member, ...],
    *,
    local: bool = False,
) -> Iterator[Artifact]:
    """The files of one list; their stamp covers the papers in their order."""
    stamp = digest_all([member.digest for member in members])
    for (_, path), ending in zip(files, endings, strict=True):
        yield Artifact(path, origin, "export", Members(ending, members), stamp, local)


def lists_with(entry: Entry, config: Config) -> Iterator[tuple[str, str]]:
    """Ending and site path of each file that may have this paper's abstract among those of others."""
    if is_compact(config):
        return
    refs = () if is_lean(config) else [ref for refs in entry.terms.values() for ref in refs]
    for ref in (None, *refs):
        endings = _endings(config, of_term=ref is not None)
        yield from ((ending, path) for (_, path), ending in zip(list_exports(config, ref), endings, strict=True))


def keys_of(entries: Sequence[Entry]) -> tuple[str, ...]:
    """A key for each paper that no other of the list has; ``entries`` stand newest first.

    Older papers come first to their keys, so that a new paper leaves those of the others as people cite them; drafts
    come after all others.
    """
    from publist.text import citation_keys

    oldest_first = tuple(entries[::-1])
    published = without_drafts(oldest_first)
    drafts = [entry for entry in oldest_first if entry.paper.draft]
    keys = citation_keys.assigned(entry.paper for entry in published)
    keys += citation_keys.assigned((entry.paper for entry in drafts), keys)
    by_slug = dict(zip([entry.slug for entry in (*published, *drafts)], keys, strict=True))
    return tuple([by_slug[entry.slug] for entry in entries])


def member_of(entry: Entry, plan: SitePlan) -> Member:
    """A paper with its abstract and the key that no other paper has."""
    return _keyed(entry, plan.library.bodies[entry.slug], plan.keys[entry.slug])


def _keyed(entry: Entry, body: Body, key: str) -> Member:
    return Member(entry, body, key, digest_all((entry.digest, body.digest, key.encode())))


def _render(inputs: tuple[Any, ...], context: Context) -> bytes:
    ending, members = inputs
    return ON_SITE[ending].joined(text_of(member, ending, context) for member in members).encode()


THEMED = False
RENDERERS: Mapping[str, Render] = {"export": _render}
