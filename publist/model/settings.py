"""What people write besides papers, as values: settings, people, topics, other pages."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from publist.model.paper import Date, Plain

HIGHLIGHTS = ("owner", "members", "person")
"""Whose names can be set apart in bylines."""


class NavItem(NamedTuple):
    """One entry of the navigation: ``path`` is a path on the site (``papers/``) or a web address."""

    label: str
    path: str


class Exports(NamedTuple):
    """Which formats are offered as files: for each paper, and for lists.

    ``terms``: also for each term of each taxonomy; ``min_papers``: for those with so many papers, which holds for
    feeds too; ``api``: the whole list as documented JSON. ``omit`` are keys that no file has; ``keep`` are those of
    your own keeping (paths, remarks) that files may have all the same.
    """

    per_paper: tuple[str, ...] = ("bib", "ris", "json")
    lists: tuple[str, ...] = ("bib", "ris", "json")
    terms: bool = True
    min_papers: int = 3
    api: bool = True
    omit: tuple[str, ...] = ()
    keep: tuple[str, ...] = ()


class Feed(NamedTuple):
    """The feeds: on or off, how many entries each has at most, and whether terms (topics, people …) have one."""

    enabled: bool = True
    limit: int = 50
    terms: bool = True


class OnlineSource(NamedTuple):
    """Where services list the works of an owner: an identifier for each that has one, read by ``publist sync``."""

    orcid: str = ""
    dblp: str = ""
    openalex: str = ""
    arxiv: str = ""
    inspire: str = ""
    semanticscholar: str = ""
    europepmc: str = ""
    bibtex: str = ""
    """The address of a BibTeX file."""


CITATION_SOURCES = ("openalex", "semanticscholar")
"""Services that can count citations."""


class TopicsFrom(NamedTuple):
    """What gives papers topics besides those that they name: "keywords" or nothing, and how many papers one needs."""

    source: str = ""
    papers: int = 3


GROUPINGS = ("year", "type", "topic", "none")
"""What lists can be grouped by."""


class Index(NamedTuple):
    """How lists are shown: ``group`` is one of ``GROUPINGS``.

    ``whole``: up to so many papers the front page lists all; of more it has the newest, and papers/ has the list.
    ``style`` is the citation style of the printed list, as ``references`` of ``Config`` are.
    """

    group: str = "year"
    whole: int = 60
    style: str = "apa"


SITE_KINDS = ("person", "lab", "list")
"""Whose list a site can be: a person's, a lab's, or nobody's, such as that of a conference."""
COMPACT = "compact"
OUTPUTS = ("full", "lean", COMPACT)
"""How much a site can write: every file, less of a long list, or as little as the longest lists need."""
SHAPES = ("square", "round", "wide")
"""How the picture of a front page can be cut."""


class Photo(NamedTuple):
    """The picture of the front page: the site path of a file of content/assets, one of ``SHAPES``, its description.

    An empty shape is square for a person and wide for a lab.
    """

    path: str = ""
    shape: str = ""
    alt: str = ""


class Analytics(NamedTuple):
    """Which service counts visits ("": none), what the site is called there, and where the service is."""

    service: str = ""
    id: str = ""
    url: str = ""
    """With a closing slash; empty where the service has one address for all."""


class Accent(NamedTuple):
    """An accent colour: its hue in degrees (OKLCH), and how much of the theme's chroma it has, in %."""

    hue: int
    chroma: int = 100


ACCENTS = {
    "rust": Accent(35),
    "blue": Accent(255),
    "green": Accent(150),
    "plum": Accent(330),
    "graphite": Accent(255, 15),
}
"""The accent colours that have a name."""


class Config(NamedTuple):
    """The settings of a site; text that is not set is empty."""

    title: str = ""
    description: str = ""
    """One line about the site, for search engines and previews of links."""
    owner: str = ""
    """The name whose list this is."""
    kind: str = ""
    """One of ``SITE_KINDS``; empty: told by the owners."""
    role: str = ""
    affiliation: str = ""
    photo: Photo = Photo()
    tagline: str = ""
    """One sentence about the owner, shown where the front page has no biography; Markdown inline."""
    email: str = ""
    links: Mapping[str, str] = {}
    """Where else to find the owner: label to address."""
    base_url: str = ""
    """Where the site will be, with a closing slash: https://user.github.io/repo/; empty while unknown."""
    language: str = "en"
    navigation: tuple[NavItem, ...] = ()
    """In this order; empty means that the theme decides."""
    theme: str = "default"
    theme_options: Mapping[str, Plain] = {}
    accent: Accent | None = None
    """The accent colour; None leaves it to the theme."""
    footer: str = ""
    """Markdown inline."""
    index: Index = Index()  # type: ignore[assignment]  # hides tuple.index, which nobody asks settings for
    per_page: int = 100
    byline: int = 8
    """Lists show at most so many authors of a paper, and the owner; 0: all."""
    highlight: str = "owner"
    """Whose name is set apart in bylines: ``owner``, all ``members``, or on a person's page that ``person`` alone."""
    abstracts: int = 100
    """Lists have the abstracts in them where the site has at most so many papers; longer ones would grow too heavy."""
    related: int = 5
    """How many papers near it a paper page shows."""
    references: tuple[str, ...] = ("apa", "ieee")
    """The citation styles in which paper pages show the paper: one of ``STYLES``, or a CSL file of content/."""
    exports: Exports = Exports()
    feed: Feed = Feed()
    output: str = ""
    """One of ``OUTPUTS``; empty: told by the length of the list."""
    cards: bool = False
    """Whether each paper has a picture for links that people share (needs the extra ``cards``)."""
    search: bool = True
    cite_as: str = "doi"
    """What cite-as links name: ``doi`` (the page where there is none) or ``page``."""
    license: str = ""
    """Licence of the abstracts and pages: an SPDX name or an address."""
    repository: str = ""
    """Address of the public repository, for "edit this page" and "report a problem"."""
    branch: str = "main"
    """Branch of the repository that those links lead to."""
    cname: str = ""
    """Custom domain on GitHub Pages."""
    editor: str = "vscode://file/{path}:{line}"
    """Address form that opens a file in the owner's editor, for the links in preview."""
    embeds: tuple[str, ...] = ()
    """Hosts that pages may show in an ``<iframe>``."""
    embed: bool = False
    """Whether the site has lists for frames in other sites, and a fragment of HTML to be included."""
    cv: bool = False
    """Whether the site has a CV as PDF (needs the extra ``cv``)."""
    cv_page: bool = False
    """Whether the site has a CV as a page."""
    analytics: Analytics = Analytics()
    topics_from: TopicsFrom = TopicsFrom()
    sources: tuple[OnlineSource, ...] = ()
    """What ``publist sync`` reads."""
    citations_from: str = ""
    """Which of ``CITATION_SOURCES`` counts citations at each sync; empty: none."""
    categories: Mapping[str, str] = {}
    """Names for category codes, over those that publist knows: ``XY: My field``."""
    extra: Mapping[str, Plain] = {}
    """Keys that publist does not know."""


class Person(NamedTuple):
    """One person whom the site's owner has described."""

    name: str
    """The name that the person's page shows."""
    aliases: tuple[str, ...] = ()
    """Other spellings in print."""
    former_names: tuple[str, ...] = ()
    """Names no longer used: papers under them are the person's, and have the name of today."""
    orcid: str = ""
    url: str = ""
    affiliation: str = ""
    owner: bool = False
    """Whose list this is."""
    slug: str = ""
    """The name of the person's page; empty: made from the name."""
    papers: tuple[str, ...] = ()
    """Slugs of papers by this person, where two people share a name."""
    show_former_names: bool = False
    """Whether papers show a former name where it is printed."""
    role: str = ""
    group: str = ""
    """The group of the lab under which the members page has them."""
    photo: str = ""
    """Site path of a picture."""
    page: str = ""
    """A page of their own: a web address, or a path on the site."""
    since: Date | None = None
    until: Date | None = None
    """The last day, or month or year, with the lab: who has one is an alumna or alumnus."""

    @property
    def member(self) -> bool:
        """Whether they belong, or once belonged, to the lab whose site it is."""
        return bool(self.group or self.until)


class TopicFile(NamedTuple):
    """A topic as its file describes it."""

    slug: str
    title: str
    match: tuple[str, ...] = ()
    """Phrases; a paper whose title, abstract or keywords hold one of them belongs to the topic."""
    categories: tuple[str, ...] = ()
    """Category codes whose papers belong to the topic."""
    body: str = ""
    """Introduction, Markdown."""


class NewsFile(NamedTuple):
    """A piece of news. ``slug`` is the name of its file; title or body may be missing, not both."""

    slug: str
    date: Date
    title: str = ""
    """Markdown inline."""
    draft: bool = False
    body: str = ""
    """Markdown."""


class PageFile(NamedTuple):
    """Another page of the site (about, …). ``slug`` is the path of its file below content/pages, without ``.md``."""

    slug: str
    title: str
    description: str = ""
    nav: int = 0
    """Place in the navigation, small numbers first; 0: not in the navigation."""
    draft: bool = False
    body: str = ""
    """Markdown."""

    @property
    def path(self) -> str:
        """Its site path: ``courses/`` of courses.md and of courses/index.md, "" of index.md."""
        above, _, name = self.slug.rpartition("/")
        return f"{above}/".lstrip("/") if name == "index" else f"{self.slug}/"
