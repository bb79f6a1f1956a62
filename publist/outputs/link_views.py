"""What templates see of the links of a paper: what can be had of it, in words that say what is behind each."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, NamedTuple

from publist.library.library import Entry
from publist.model.format_table import ON_SITE
from publist.model.paper import Paper
from publist.model.settings import Config
from publist.outputs.translations import gettext
from publist.text.file_names import escaped
from publist.text.link_kinds import kind_behind, site_of
from publist.text.urls import arxiv_url, doi_url


class LinkView(NamedTuple):
    """Something to get: ``url`` is absolute if ``external``, else a site path."""

    kind: str
    label: str
    url: str
    external: bool


LABELS = {
    "pdf": "PDF",
    "code": "Code",
    "data": "Data",
    "video": "Video",
    "slides": "Slides",
    "poster": "Poster",
    "website": "Website",
    "html": "HTML",
    "blog": "Blog",
    "demo": "Demo",
    "supplement": "Supplement",
}
OFFERS = ("pdf", "code")
"""The kinds of links that lists can be filtered by."""
_IDENTIFIERS = {"doi": "DOI", "arxiv": "arXiv"}
_ORDER = ("pdf", "doi", "arxiv", "code", "slides", "video", "data", "poster")
"""The kinds of links in the order of their use; others follow in the order of the paper's file."""


def links_of(entry: Entry, config: Config) -> tuple[LinkView, ...]:
    """What can be had of a paper, as words that say what is behind each: the paper first, its citation last."""
    paper = entry.paper
    words = gettext(config.language)
    links = [_link(kind, url, words) for kind, url in found_links(paper).items()]
    if "bib" in config.exports.per_paper:
        links.append(LinkView("bib", ON_SITE["bib"].title, f"{entry.path}{entry.name}.bib", external=False))
    return tuple(links)


def offers_of(entries: Iterable[Entry]) -> tuple[str, ...]:
    """What of ``OFFERS`` there is among papers."""
    papers = [entry.paper for entry in entries]
    return tuple(kind for kind in OFFERS if any(offers(paper, kind) for paper in papers))


def offers(paper: Paper, kind: str) -> bool:
    """Whether a paper has one of ``OFFERS``; for `code` it is enough that its source says so."""
    linked = {kind_behind(label, url) for label, url in paper.links.items()}
    if kind == "pdf" and (paper.arxiv or "arxiv" in linked):  # see `found_links`
        return True
    return kind in linked or (kind == "code" and paper.code)


def found_links(paper: Paper) -> dict[str, str]:
    """The addresses of a paper by their kind, in the order of use; each address once.

    A kind is a label of the paper's file, what an address tells where its label does not (``link_kinds``), or
    ``url`` with a number. arXiv has a PDF of whatever has a number there.
    """
    found: dict[str, str] = {}
    if doi := doi_url(paper.doi):
        found["doi"] = doi
    if paper.arxiv:
        found["arxiv"] = arxiv_url(paper.arxiv)
    for label, url in paper.links.items():
        kind = kind_behind(label, url)
        if kind in ("doi", "arxiv") and kind in found:
            continue  # what the identifier says already
        number = 1
        name = kind or "url"
        while name in found:
            number += 1
            name = f"{kind or 'url'}-{number}"
        found[name] = url
    if "arxiv" in found and "pdf" not in found:
        found["pdf"] = found["arxiv"].replace("/abs/", "/pdf/", 1)
    if len(found) < 2:
        return found
    first = [kind for kind in _ORDER if kind in found]
    return {kind: found[kind] for kind in (*first, *[kind for kind in found if kind not in _ORDER])}


_NUMBERED = re.compile(r"-\d+$")


def _link(name: str, url: str, words: Any) -> LinkView:
    kind = _NUMBERED.sub("", name) if name[-1:].isdigit() else name
    external = "://" in url or url.startswith("mailto:")
    if kind in LABELS:
        label = words(LABELS[kind])
    elif kind == "url":
        label = site_of(url) if external else words("File")
    else:
        label = _IDENTIFIERS.get(kind) or kind[:1].upper() + kind[1:]
    return LinkView(kind, label, url if external else site_path(url), external)


def site_path(url: str) -> str:
    """The address on the site, escaped, of ``../assets/x.pdf``, ``assets/x.pdf`` and ``/assets/x.pdf`` alike."""
    path = url
    while path.startswith(("../", "./", "/")):
        path = path.partition("/")[2]
    return escaped(path)


def paper_link(url: str) -> str:
    """The site path of a relative address in an abstract, which may name another paper's file."""
    path = site_path(url)
    return f"papers/{path[:-3]}/" if path.endswith(".md") and "/" not in path else path
