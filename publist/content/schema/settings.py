"""The table of the keys of content/site.yaml."""

from __future__ import annotations

import re
from typing import Any

from publist.content.schema.accent import AccentColour
from publist.content.schema.citation_style import STYLE_NAMES, StyleName
from publist.content.schema.kinds import Fault, Faults, KeyPath, label
from publist.content.schema.names import PersonName
from publist.content.schema.online_sources import SOURCES
from publist.content.schema.patterns import Matching
from publist.content.schema.places import Picture, Place
from publist.content.schema.records import AsItIs, Field, ListOf, MapOf, Record
from publist.content.schema.scalars import Choice, Flag, Line, Number, Url
from publist.model.format_table import ON_SITE
from publist.model.paper import Plain
from publist.model.settings import (
    CITATION_SOURCES,
    GROUPINGS,
    HIGHLIGHTS,
    OUTPUTS,
    SHAPES,
    SITE_KINDS,
    Analytics,
    Config,
    Exports,
    Feed,
    Index,
    NavItem,
    Photo,
    TopicsFrom,
)

_LINE = Line()
_FORMATS = ListOf(Choice(tuple(ON_SITE), nothing=""), example="bib, ris, json")
_DOMAIN = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]", re.IGNORECASE)
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_THEME = re.compile(r"[A-Za-z0-9][\w-]*", re.ASCII)


class _Owner(PersonName):
    """The one person whose list it is; of several, content/people.yaml says who they are."""

    def read(self, value: Plain, at: KeyPath, faults: Faults) -> str:
        """The name."""
        if not isinstance(value, (list, tuple)):
            return super().read(value, at, faults)
        hint = f"a lab names each in content/people.yaml: - {{name: {value[0] if value else 'Jane Doe'}, owner: true}}"
        faults.append(Fault(at, f"`{label(at)}` is one name", hint))
        return ""


class _BaseUrl(Url):
    """The address of the site, always with a closing slash."""

    def read(self, value: Plain, at: KeyPath, faults: Faults) -> str:
        """The address."""
        text = super().read(value, at, faults)
        if "?" in text or "#" in text:
            faults.append(
                Fault(at, "`base_url` cannot have a query or a fragment", "write https://user.github.io/repo/")
            )
            return ""
        return f"{text.rstrip('/')}/" if text else ""


def _nav_item(**values: Any) -> NavItem:
    if "path" not in values:
        raise ValueError("an entry of the navigation needs a `path`")
    path = values["path"]
    return NavItem(values.get("label") or path.strip("/").rpartition("/")[2].replace("-", " ").capitalize(), path)


_NAV_ITEM = Record(
    _nav_item,
    (
        Field("path", Place(), "A path on the site (papers/, about/) or a web address.", "about/"),
        Field("label", _LINE, "The words shown.", "About"),
    ),
    required="path",
    short="path",
    what="an entry of the navigation",
)
_EXPORTS = Record(
    Exports,
    (
        Field("per_paper", _FORMATS, "Files beside each paper page.", "[bib, ris, json]"),
        Field(
            "lists",
            _FORMATS,
            "Files of the whole list and of each topic, person, year, venue, type.",
            "[bib, ris, json]",
        ),
        Field("terms", Flag(nothing=True), "False for files of the whole list alone.", "true"),
        Field("min_papers", Number(1, 10_000, nothing=3), "Papers from which a term has files and feeds.", "3"),
        Field("omit", ListOf(_LINE), "Keys of papers, or of their `extra`, that no file has.", "[abstract, funding]"),
        Field("keep", ListOf(_LINE), "Keys of `extra` that files have although they look private.", "[annote]"),
        Field("api", Flag(nothing=True), "False for a site without api/papers.json.", "true"),
    ),
    what="exports",
)
_FEED = Record(
    Feed,
    (
        Field("enabled", Flag(nothing=True), "False for a site without feeds.", "true"),
        Field("limit", Number(1, 10_000, nothing=50), "How many entries a feed has at most.", "50"),
        Field("terms", Flag(nothing=True), "False for a feed of the whole list alone.", "true"),
    ),
    what="feed",
)


_INDEX = Record(
    Index,
    (
        Field(
            "group", Choice(GROUPINGS, nothing="year"), "By what lists are grouped: year, type, topic, none.", "year"
        ),
        Field(
            "whole",
            Number(0, 100_000, nothing=60),
            "Up to so many papers the front page lists all; of more it has the ten newest, and papers/ the whole list.",
            "60",
        ),
        Field("style", StyleName(nothing="apa"), f"Citation style of the printed list: {STYLE_NAMES}.", "ieee"),
    ),
    what="index",
)


def _photo(**values: Any) -> Photo:
    if not values.get("path"):
        raise ValueError("a photo needs a `path`")
    return Photo(**values)


_PHOTO = Record(
    _photo,
    (
        Field("path", Picture(), "A picture under content/assets/.", "assets/me.jpg"),
        Field("shape", Choice(SHAPES, nothing=""), "square, round, or wide (of a lab).", "round"),
        Field("alt", _LINE, "What it shows; without it, the owner's name.", "Jane Doe in the library"),
    ),
    required="path",
    short="path",
    what="a photo",
)


class _ServiceUrl(Url):
    """The address of a service, with a closing slash."""

    def read(self, value: Plain, at: KeyPath, faults: Faults) -> str:
        """The address."""
        text = super().read(value, at, faults)
        return f"{text.rstrip('/')}/" if text else ""


_ANALYTICS = Record(
    Analytics,
    (
        Field(
            "service",
            Choice(("plausible", "goatcounter", "umami", "matomo"), nothing=""),
            "plausible, goatcounter, umami or matomo.",
            "goatcounter",
        ),
        Field("id", _LINE, "The site's name or number there.", "jane"),
        Field("url", _ServiceUrl(), "Where the service is, if you run your own.", "https://stats.example.org/"),
    ),
    what="analytics",
)

_TOPICS_FROM = Record(
    TopicsFrom,
    (
        Field("source", Choice(("keywords",), nothing=""), "keywords: they are topics, too.", "keywords"),
        Field("papers", Number(1, 10_000, nothing=3), "Papers from which a keyword is a topic.", "3"),
    ),
    short="source",
    what="topics_from",
)

FIELDS: tuple[Field, ...] = (
    Field(
        "title",
        Line(required=True),
        "The site's title; without it, the owner's name, or “Publications”.",
        "Publications of Jane Doe",
    ),
    Field("description", _LINE, "One line about the site, for search engines.", "Papers on speech recognition"),
    Field("owner", _Owner(), "Whose list this is; the name is set apart in lists of authors.", "Jane Doe"),
    Field("kind", Choice(SITE_KINDS, nothing=""), "Whose list it is: person, lab or list (of nobody).", "lab"),
    Field("role", _LINE, "What the owner is, under the name.", "Associate professor"),
    Field("affiliation", _LINE, "Where the owner works.", "Example University"),
    Field("photo", _PHOTO, "A picture of the owner, on the front page.", "assets/me.jpg"),
    Field("tagline", _LINE, "One sentence about the owner.", "I work on speech recognition."),
    Field("email", Matching(re.compile(r"[^\s@<>]+@[^\s@<>]+"), "an e-mail address"), "E-mail.", "jane@example.org"),
    Field(
        "links",
        MapOf(Url(local=True), example="GitHub: https://github.com/jane"),
        "Where else to find the owner, each under a word; also files, such as a CV.",
        "{GitHub: https://github.com/jane, CV: assets/cv.pdf}",
    ),
    Field(
        "base_url", _BaseUrl(), "Where the site will be; the Pages workflow sets it.", "https://jane.github.io/papers/"
    ),
    Field("language", Matching(_LANGUAGE, "a language tag such as en", nothing="en"), "Language of the site.", "en"),
    Field("navigation", ListOf(_NAV_ITEM, example="papers/, about/"), "The navigation, in order.", "[topics/, about/]"),
    Field(
        "theme",
        Matching(_THEME, "the name of a theme", nothing="default"),
        "The theme: default, plain, gallery, or your own.",
        "gallery",
    ),
    Field("theme_options", MapOf(AsItIs(), example="key: value"), "Settings of the theme.", ""),
    Field(
        "accent",
        AccentColour(),
        "Accent colour: rust, blue, green, plum, graphite, or a hue from 0 to 359.",
        "blue",
    ),
    Field("footer", _LINE, "A line at the foot of each page; Markdown.", ""),
    Field("index", _INDEX, "How lists are shown.", "{group: type}"),
    Field("per_page", Number(1, 10_000, nothing=100), "Papers on one page of a list.", "100"),
    Field("byline", Number(0, 10_000, nothing=8), "Authors that lists show of a paper; 0 for all.", "8"),
    Field(
        "highlight",
        Choice(HIGHLIGHTS, nothing="owner", instead={"member": "members", "owners": "owner", "people": "person"}),
        "Names set apart in bylines: owner, members (the lab's, too), or person (on a person's page, that person).",
        "members",
    ),
    Field("abstracts", Number(0, 10_000, nothing=100), "Up to so many papers lists hold abstracts; 0 for none.", "100"),
    Field("related", Number(0, 50, nothing=5), "How many papers near it a paper page shows.", "5"),
    Field(
        "references",
        ListOf(StyleName(nothing=""), example="apa, ieee"),
        "Citation styles that paper pages show; the same ones.",
        "[apa, chicago]",
    ),
    Field("exports", _EXPORTS, "Which formats are offered as files.", ""),
    Field("feed", _FEED, "The feeds.", ""),
    Field(
        "output",
        Choice(OUTPUTS, nothing=""),
        "full, lean or compact: how much a site writes; without it, full, and lean from 2,001 papers on.",
        "full",
    ),
    Field("cards", Flag(), "True for a picture of each paper where links are shared (needs publist[cards]).", "true"),
    Field("search", Flag(nothing=True), "False for a site without full-text search.", "true"),
    Field("cite_as", Choice(("doi", "page"), nothing="doi"), "What machines are told to cite: doi or page.", "doi"),
    Field("license", _LINE, "Licence of the abstracts and pages.", "CC-BY-4.0"),
    Field("repository", Url(), "The repository, for links to edit a page.", "https://github.com/jane/papers"),
    Field("branch", Line(), "The repository's branch.", "main"),
    Field("cname", Matching(_DOMAIN, "a domain such as papers.example.org"), "Custom domain.", "papers.example.org"),
    Field(
        "editor",
        _LINE,
        "Address that opens a file in your editor, for links in preview.",
        "vscode://file/{path}:{line}",
    ),
    Field(
        "embeds",
        ListOf(Matching(_DOMAIN, "a host such as www.youtube-nocookie.com"), example="player.vimeo.com"),
        "Hosts that pages may show in an <iframe>.",
        "[www.youtube-nocookie.com]",
    ),
    Field("embed", Flag(), "True for lists that other sites can show: embed/.", "true"),
    Field("cv", Flag(), "True for your CV as cv.pdf (needs publist[cv]).", "true"),
    Field("cv_page", Flag(), "True for your CV as a page of the site, cv/.", "true"),
    Field("analytics", _ANALYTICS, "A service that counts visits; none by default.", ""),
    Field("topics_from", _TOPICS_FROM, "What else gives topics: keywords that three papers share.", "keywords"),
    Field("categories", MapOf(_LINE, example="XY: My field"), "Names for category codes.", "{XY: My field}"),
    Field(
        "sources",
        SOURCES,
        "Services that list your works, for `publist sync`.",
        "[{orcid: 0000-0002-1825-0097}, {dblp: 04/5678-1}]",
    ),
    Field(
        "citations_from",
        Choice(CITATION_SOURCES, nothing=""),
        "Who counts citations at each sync: openalex or semanticscholar; nobody by default.",
        "openalex",
    ),
)


def _config(**values: Any) -> Config:
    if not values.get("title"):
        values["title"] = values.get("owner", "")
    return Config(**values)


CONFIG = Record(_config, FIELDS, extra="extra", what="site.yaml")
