"""Pages that are neither a paper nor a list of papers: overviews of terms, free pages, the page for lost readers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from publist.artifact import Artifact, digest, digest_all
from publist.library import Term
from publist.markup import Html, block
from publist.outputs import head
from publist.outputs.base import Context, Plan, Render
from publist.outputs.papers import Crumb
from publist.outputs.pictures import NetworkView, TimelineView, network, pairs, timeline, timeline_counts
from publist.outputs.slices import TAXONOMIES, root_of
from publist.outputs.views import TermLink, site_path
from publist.outputs.words import gettext
from publist.topicfile import PageFile


class TermsPage(NamedTuple):
    """What terms.html gets as ``page``: every term of a taxonomy, topics over time, and who writes with whom."""

    kind: str
    title: str
    description: str
    path: str
    root: str
    canonical: str
    head: Html
    breadcrumbs: tuple[Crumb, ...]
    heading: str
    terms: tuple[TermLink, ...]
    timeline: TimelineView | None
    network: NetworkView | None


class FreePage(NamedTuple):
    """What page.html and 404.html get as ``page``."""

    kind: str
    title: str
    description: str
    path: str
    root: str
    canonical: str
    head: Html
    breadcrumbs: tuple[Crumb, ...]
    heading: str
    body: Html


def plan(plan: Plan) -> Iterator[Artifact]:
    """An overview of each taxonomy that has terms, the pages of content/pages, and 404.html."""
    library = plan.library
    for terms in (library.topics, library.people, library.years, library.venues):
        if terms:
            counted = tuple((term.ref, len(term.entries)) for term in terms)
            stamp = digest_all([part for ref, count in counted for part in (ref.state, b"%d;" % count)])
            folder = TAXONOMIES[terms[0].kind][0]
            picture = _pictured(terms)
            inputs, stamp = (terms[0].kind, counted, picture), digest(stamp, repr(picture).encode())
            yield Artifact(f"{folder}/index.html", "content/papers", "terms", inputs, stamp)
    for page in plan.pages:
        if not page.draft and page.slug != "index":
            source = f"content/pages/{page.slug}.md"
            yield Artifact(f"{page.slug}/index.html", source, "page", (page,), digest(repr(page).encode()))
    yield Artifact("404.html", "content/site.yaml", "404", (), b"")


def _pictured(terms: tuple[Term, ...]) -> tuple[Any, ...]:
    """The counts that the picture of this taxonomy shows."""
    if terms[0].kind == "topic":
        return timeline_counts(terms)
    return pairs(terms) if terms[0].kind == "person" else ()


def _terms(inputs: tuple[Any, ...], context: Context) -> bytes:
    kind, counted, picture = inputs
    folder, name = TAXONOMIES[kind]
    config = context.config
    heading = gettext(config.language)(name)
    title, path = f"{heading} · {config.title}", f"{folder}/"
    canonical = context.base_url + path if context.base_url else ""
    description = f"{heading}: {len(counted)}"
    page = TermsPage(
        kind="terms",
        title=title,
        description=description,
        path=path,
        root=root_of(path),
        canonical=canonical,
        head=_head(head.Told(title, description, canonical, root_of(path)), heading, path, context),
        breadcrumbs=(Crumb(config.title, ""),),
        heading=heading,
        terms=tuple(TermLink(ref.title, ref.path, count) for ref, count in counted),
        timeline=timeline(picture) if kind == "topic" else None,
        network=network(picture[0], picture[1], len(counted)) if kind == "person" else None,
    )
    return context.renderer.render("terms.html", page).encode()


def _free(inputs: tuple[Any, ...], context: Context) -> bytes:
    file: PageFile = inputs[0]
    config = context.config
    path = f"{file.slug}/"
    canonical = context.base_url + path if context.base_url else ""
    title, description = f"{file.title} · {config.title}", file.description or head.description_of(file.body)
    page = FreePage(
        kind="page",
        title=title,
        description=description,
        path=path,
        root=root_of(path),
        canonical=canonical,
        head=_head(head.Told(title, description, canonical, root_of(path)), file.title, path, context),
        breadcrumbs=(Crumb(config.title, ""),),
        heading=file.title,
        body=block(file.body, lambda url: root_of(path) + site_path(url)),
    )
    return context.renderer.render("page.html", page).encode()


def _head(told: head.Told, heading: str, path: str, context: Context) -> Html:
    config = context.config
    told = told._replace(crumbs=((config.title, ""), (heading, path)))
    return head.page_head(told, config, context.base_url)


def _lost(inputs: tuple[Any, ...], context: Context) -> bytes:
    """404.html: it answers at any depth, so its addresses begin at the base path."""
    del inputs
    title = gettext(context.config.language)("This page is not here")
    page = FreePage(
        kind="404",
        title=f"{title} · {context.config.title}",
        description="",
        path="404.html",
        root=base_path(context.base_url),
        canonical="",
        head=Html('<meta name="robots" content="noindex">'),
        breadcrumbs=(),
        heading=title,
        body=Html(""),
    )
    return context.renderer.render("404.html", page).encode()


def base_path(base_url: str) -> str:
    """The path under which the site is served: ``/`` or ``/repo/``."""
    return urlsplit(base_url).path or "/"


THEMED = True
RENDERERS: Mapping[str, Render] = {"terms": _terms, "page": _free, "404": _lost}
