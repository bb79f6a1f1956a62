"""FAIR Signposting (https://signposting.org/FAIR/, level 1 and 2): what machines find from a paper's page.

On a static host the links stand in the page's head, and in a link set (RFC 9264) beside it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from publist.content.settings_file import Config
from publist.library.library import Entry
from publist.model.artifact import Artifact
from publist.outputs.base import Context, Render, SitePlan
from publist.outputs.downloads.exports import export_type, paper_exports
from publist.text.urls import doi_url, license_url, orcid_url

LINKSET = "linkset.json"
_LINKSET_TYPE = "application/linkset+json"
_LANDING_PAGE = "https://schema.org/AboutPage"
_BACK = {"describedby": "describes", "item": "collection"}
"""The relation that leads back from the target of another."""


class Link(NamedTuple):
    """One typed link: a site path or an absolute address."""

    relation: str
    target: str
    media: str = ""


def links(entry: Entry, config: Config, page: str) -> Iterator[Link]:
    """The links of a paper's page. ``page`` is its permalink, "" where the site's address is not known."""
    from publist.outputs.machine.json_ld import schema_type

    paper = entry.paper
    if cited := (doi_url(paper.doi) if config.cite_as == "doi" else "") or page:
        yield Link("cite-as", cited)
    for _, path in paper_exports(entry, config):
        yield Link("describedby", path, export_type(path))
    if pdf := pdf_of(entry):
        yield Link("item", pdf, "application/pdf")
    for orcid in dict.fromkeys(orcids(entry)):
        yield Link("author", orcid_url(orcid))
    if url := license_url(paper.license):
        yield Link("license", url)
    yield Link("type", _LANDING_PAGE)
    yield Link("type", f"https://schema.org/{schema_type(paper.type)}")
    if has_linkset(config):
        yield Link("linkset", entry.path + LINKSET, _LINKSET_TYPE)


def links_elsewhere(entry: Entry, config: Config) -> Iterator[Link]:
    """Those links that lead away from the page to what its tags do not name: its DOI, its authors, its licence."""
    for found in links(entry, config, ""):
        if found.relation in ("cite-as", "author", "license"):
            yield found


def pdf_of(entry: Entry) -> str:
    """The paper's PDF: the site path of ours if we have one, an absolute address, or "" (also for a file not there)."""
    pdf = entry.paper.links.get("pdf", "")
    return pdf if "://" in pdf or pdf.startswith(entry.path) else ""


def orcids(entry: Entry) -> list[str]:
    """The ORCID iDs of the authors as far as paper or people.yaml say them, in order."""
    named = zip(entry.paper.authors, entry.authors, strict=True)
    return [name.orcid or ref.orcid for name, ref in named if name.orcid or ref.orcid]


def has_linkset(config: Config) -> bool:
    """Whether papers have a link set: anchors must be absolute, and without files beside the page it says little."""
    return bool(config.base_url and config.exports.per_paper)


def plan(plan: SitePlan) -> Iterator[Artifact]:
    """A link set a paper."""
    if has_linkset(plan.config):
        for entry in plan.library.entries:
            if entry.path not in plan.unchanged:
                yield Artifact(entry.path + LINKSET, entry.source, "linkset", (entry,), entry.digest, local=True)


def _render(inputs: tuple[Any, ...], context: Context) -> bytes:
    entry: Entry = inputs[0]
    return json.dumps(linkset(entry, context.config), ensure_ascii=False, separators=(",", ":")).encode()


def linkset(entry: Entry, config: Config) -> dict[str, Any]:
    """The links of the page, and from each file back to the page (RFC 9264, section 4.2)."""
    base_url = config.base_url
    page = base_url + entry.path
    there: dict[str, Any] = {"anchor": page}
    contexts = [there]
    for link in links(entry, config, page):
        if link.relation == "linkset":
            continue
        target = link.target if "://" in link.target else base_url + link.target
        there.setdefault(link.relation, []).append({"href": target, **({"type": link.media} if link.media else {})})
        if link.relation in _BACK and target.startswith(base_url):
            contexts.append({"anchor": target, _BACK[link.relation]: [{"href": page, "type": "text/html"}]})
    return {"linkset": contexts}


THEMED = False
RENDERERS: Mapping[str, Render] = {"linkset": _render}
