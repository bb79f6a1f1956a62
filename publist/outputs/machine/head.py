"""The generated part of a page's head: what search engines, savers, sharers and agents read of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from publist.content.pictures import Picture
from publist.content.settings_file import Config
from publist.library.library import Entry
from publist.outputs.downloads.pictures import original_path
from publist.outputs.machine import card_text, json_ld, open_graph, signposting
from publist.outputs.machine.citation_tags import PaperUrls, citation_tags
from publist.outputs.machine.json_ld_compact import compact_paper_node
from publist.outputs.machine.tags import Json, Tag, link, linked_data, meta
from publist.outputs.output_size import is_compact, is_lean
from publist.text.markdown import Html
from publist.text.urls import absolute, license_url

Crumbs = Sequence[tuple[str, str]]
"""Label and site path of each page from the site's first to this one."""


class PageMetadata(NamedTuple):
    """What a page says of itself as plain text: title, description, permalink ("" while unknown), place.

    ``profile``: it is about a person.
    """

    title: str
    description: str
    canonical: str
    root: str
    crumbs: Crumbs = ()
    profile: bool = False


def paper_head(entry: Entry, abstract: str, told: PageMetadata, config: Config) -> Html:
    """The head of a paper's page. ``abstract`` is plain text.

    In a compact site (``_short_paper_head``) the abstract stands in the page alone, and sharers take what savers and
    search engines are told.
    """
    if is_compact(config):
        return _short_paper_head(entry, told, config)
    pdf = signposting.pdf_of(entry)
    places = PaperUrls(told.canonical, absolute(pdf, config.base_url))
    tags = citation_tags(entry.paper, told.title, abstract, places)
    card = card_text.paper_card(entry, config)
    if card or not entry.picture:
        tags += _shared(told, "article", config, (card_text.card_path(entry), card) if card else None)
    else:
        tags += _with_picture(told, entry, entry.picture, config)
    if not is_lean(config):  # few readers of such tags are left, and the JSON-LD says the same
        tags += open_graph.article_tags(entry, config)
    links = [
        link(relation, target if "://" in target else told.root + target, media)
        for relation, target, media in signposting.links(entry, config, told.canonical)
    ]
    # The abstract stands in the page and in a tag before; a third time it is a tenth of a lean page.
    work = json_ld.Work(entry, told.title, "" if is_lean(config) else abstract, places)
    nodes = [json_ld.paper_node(work, config)]
    return _html(tags, links, nodes, told, config)


def _short_paper_head(entry: Entry, told: PageMetadata, config: Config) -> Html:
    """The head of a paper's page in a compact site: each thing once, and no address that the page has elsewhere."""
    pdf = absolute(signposting.pdf_of(entry), config.base_url)
    tags = citation_tags(entry.paper, told.title, "", PaperUrls("", pdf))
    links = [link(*found) for found in signposting.links_elsewhere(entry, config)]
    work = json_ld.Work(entry, told.title, "", PaperUrls(told.canonical, pdf))
    return _html(tags, links, [compact_paper_node(work, config)], told._replace(crumbs=()), config)


class Alternate(NamedTuple):
    """The same list in another form: a feed or an export."""

    media: str
    title: str
    path: str


def page_head(
    told: PageMetadata,
    config: Config,
    nodes: Iterable[Json] = (),
    alternates: Iterable[Alternate] = (),
    *,
    shared: bool = True,
) -> Html:
    """The head of any other page, with what is special about it as nodes of JSON-LD and as other forms.

    Not ``shared``: sharers take its title, description and canonical address, as they do without tags of their own.
    """
    kind = "profile" if told.profile else "website"
    card = card_text.site_card(config)
    tags = _shared(told, kind, config, (card_text.SITE_CARD, card) if card else None) if shared else []
    links = [link("alternate", told.root + path, media, title) for media, title, path in alternates]
    if url := license_url(config.license):
        links.append(link("license", url))
    return _html(tags, links, list(nodes), told, config)


def _shared(told: PageMetadata, kind: str, config: Config, card: tuple[str, card_text.Card] | None) -> list[Tag]:
    """How the page looks where it is shared; a picture needs an absolute address."""
    shared = open_graph.Shared(told.title, told.description, told.canonical, kind)
    if card and config.base_url:
        path, shown = card
        shared = shared._replace(image=absolute(path, config.base_url), image_alt=card_text.alt(shown))
    return open_graph.tags(shared, config)


def _with_picture(told: PageMetadata, entry: Entry, picture: Picture, config: Config) -> list[Tag]:
    """How the page of a paper looks where it is shared that has no card: with its picture, if sharers can show it."""
    shared = open_graph.Shared(told.title, told.description, told.canonical, "article")
    if config.base_url and picture.width:
        shared = shared._replace(
            image=absolute(original_path(picture), config.base_url),
            image_alt=entry.paper.image_alt,
            image_type=f"image/{picture.format}",
            image_size=(picture.width, picture.height),
        )
    return open_graph.tags(shared, config)


def _html(tags: list[Tag], links: list[str], nodes: list[Json], told: PageMetadata, config: Config) -> Html:
    if config.base_url and len(told.crumbs) > 1:
        nodes.append(json_ld.breadcrumbs(told.crumbs, config.base_url))
    data = [linked_data(nodes)] if nodes else []
    return Html("\n".join([*meta(tags), *links, *data]))
