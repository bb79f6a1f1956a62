"""What templates see: views of papers, people and lists, ready to be printed.

Paths are site paths without a leading slash; a template puts ``page.root`` before them. Fields of type ``Html``
are safe HTML, everything else is text that Jinja escapes.
"""

from __future__ import annotations

from functools import cached_property, lru_cache
from typing import NamedTuple

from publist.content.loading import body_text
from publist.content.settings_file import Config
from publist.library.library import Entry
from publist.library.taxonomies import TAXONOMIES
from publist.model.paper import STATUSES, Date, Notice
from publist.outputs.author_views import AuthorView, BylineView, author_views, byline_view
from publist.outputs.base import Context
from publist.outputs.link_views import LinkView, links_of, paper_link
from publist.outputs.picture_views import PictureView, picture_view
from publist.outputs.translations import MONTHS, SHORT_MONTHS, direction, gettext
from publist.text import names
from publist.text.markdown import Html, block, inline, plain


class NoticeView(NamedTuple):
    """What was published about a paper after it: a retraction, a correction. Each part may be missing."""

    text: str
    date: DateView | None
    url: str


class DateView(NamedTuple):
    """A date for machines (``iso``), for readers (``text``), and its year."""

    iso: str
    text: str
    year: int


class NamedLink(NamedTuple):
    """A venue: its name and the path of its page."""

    name: str
    path: str


class TermLink(NamedTuple):
    """A term of a taxonomy (a topic, a person …) with the number of its papers."""

    title: str
    path: str
    count: int  # type: ignore[assignment]  # hides tuple.count, which no template wants


class Crumb(NamedTuple):
    """A page above this one."""

    label: str
    path: str


class EntryView:
    """A paper in a list. What a template does not ask for is not made."""

    def __init__(self, entry: Entry, config: Config, here: str = "") -> None:
        """``here`` is the path of the person whose page it is shown on."""
        self._entry = entry
        self._config = config
        self._here = here
        self.path: str = entry.path
        self.et_al: bool = entry.paper.et_al
        self.featured: bool = entry.paper.featured
        self.draft: bool = entry.paper.draft

    @cached_property
    def title(self) -> Html:
        """The title with its markup."""
        return inline(self._entry.paper.title)

    @cached_property
    def title_text(self) -> str:
        """The title without markup."""
        return plain(self._entry.paper.title)

    @cached_property
    def lang(self) -> str:
        """The language of the title, "" if it is the site's."""
        language = self._entry.paper.language
        return language if language != self._config.language else ""

    @cached_property
    def dir(self) -> str:
        """The direction of the title, "" if it is the site's."""
        here = direction(self.lang) if self.lang else ""
        return here if here != direction(self._config.language) else ""

    @cached_property
    def authors(self) -> tuple[AuthorView, ...]:
        """The authors in order."""
        return author_views(self._entry.paper.authors, self._entry.authors, self._config, self._here)

    @cached_property
    def collaboration(self) -> tuple[str, ...]:
        """Groups that wrote it, to be shown after the names."""
        return tuple([names.collaboration(group).name for group in self._entry.paper.collaboration])

    @cached_property
    def status(self) -> str:
        """Where it has not appeared yet, how far it is: "In press"."""
        return status_text(self._entry.paper.status, self._config.language)

    @cached_property
    def venue_short(self) -> str:
        """The venue's short name, "" where the venue is not longer."""
        paper = self._entry.paper
        return paper.venue_short if paper.venue_short != paper.venue else ""

    @cached_property
    def awards(self) -> tuple[Html, ...]:
        """Its awards."""
        return tuple([inline(award) for award in self._entry.paper.awards])

    @cached_property
    def summary(self) -> Html:
        """One plain sentence about it."""
        return inline(self._entry.paper.summary) if self._entry.paper.summary else Html("")

    @cached_property
    def picture(self) -> PictureView | None:
        """Its picture, if its file names one."""
        return picture_view(self._entry)

    @cached_property
    def retraction(self) -> NoticeView | None:
        """The notice of its retraction, where it was retracted."""
        notice = self._entry.paper.retraction
        return notice_view(notice, self._config.language) if notice else None

    @cached_property
    def byline(self) -> BylineView:
        """The authors as a list shows them, cut where they are many (the setting `byline`)."""
        return byline_view(self._entry, self._config, self._here)

    @cached_property
    def date(self) -> DateView | None:
        """When it was published."""
        date = self._entry.paper.date
        return date_view(date, self._config.language) if date else None

    @cached_property
    def venue(self) -> NamedLink | None:
        """Where it was published."""
        venue = self._entry.venue
        return NamedLink(self._entry.paper.venue, venue.link) if venue else None

    @cached_property
    def details(self) -> tuple[str, ...]:
        """What its type of work is known by where it has no journal: event and place, school, number, publisher."""
        from publist.outputs.place_in_lists import in_short

        return in_short(self._entry.paper)

    @cached_property
    def topics(self) -> tuple[TermLink, ...]:
        """Its topics."""
        return tuple([TermLink(topic.title, topic.path, 0) for topic in self._entry.topics])

    @cached_property
    def terms(self) -> tuple[TermLink, ...]:
        """What else it belongs to: its type of work, where the site has several."""
        shown = [row.kind for row in TAXONOMIES if row.shown and row.kind != "topic"]
        refs = [reference for kind in shown for reference in self._entry.terms.get(kind, ())]
        return tuple([TermLink(reference.title, reference.path, 0) for reference in refs])

    @cached_property
    def links(self) -> tuple[LinkView, ...]:
        """What can be had."""
        return links_of(self._entry, self._config)

    @cached_property
    def code(self) -> bool:
        """Whether the source says that code exists, and nobody has said where."""
        return self._entry.paper.code and all(link.kind != "code" for link in self.links)

    @property
    def preprint(self) -> bool:
        """Whether it is a preprint whose venue does not say so."""
        paper = self._entry.paper
        return paper.type == "article" and not paper.venue and not paper.status and bool(paper.arxiv)

    @cached_property
    def filed(self) -> str:
        """What it belongs to, for filters: a line for each topic and type, its folder before it (``topics:Speech``)."""
        shown = [row for row in TAXONOMIES if row.shown and row.kind in self._entry.terms]
        return "\n".join([f"{row.folder}:{ref.title}" for row in shown for ref in self._entry.terms[row.kind]])

    @property
    def bib(self) -> str:
        """Site path of the paper's BibTeX file, "" if it has none."""
        return f"{self.path}{self._entry.name}.bib" if "bib" in self._config.exports.per_paper else ""

    @property
    def has_abstract(self) -> bool:
        """Whether the paper's page has an abstract."""
        return self._entry.has_abstract


_VIEWS = 64


def entry_view(entry: Entry, context: Context) -> EntryView:
    """The view of a paper. The latest are kept: a paper stands on its own page, on its neighbours' and in lists."""
    view: EntryView | None = context.views.get(entry.digest)
    if view is None:
        if len(context.views) >= _VIEWS:
            context.views.clear()
        view = context.views[entry.digest] = EntryView(entry, context.config)
    return view


class FragmentPage:
    """What entry.html gets as ``page``: one paper and the way to the site's root."""

    def __init__(self, entry: Entry, root: str, context: Context, here: str = "") -> None:
        self._body, self._folder = entry.abstract, context.folder
        self.entry: EntryView = EntryView(entry, context.config, here) if here else entry_view(entry, context)
        self.root: str = root

    @cached_property
    def abstract(self) -> Html:
        """The abstract, where lists have it in them (the setting `abstracts`)."""
        if self._body is None:
            return Html("")
        html = block(body_text(self._folder, self._body), lambda url: _ROOT + paper_link(url))
        return Html(html.replace(_ROOT, self.root))


_ROOT = "publist-root/"
"""What stands for the root until the Markdown is HTML: a relative address like any other."""


STATUS_LABELS = {status: status.capitalize() for status in STATUSES}


def notice_view(notice: Notice, language: str) -> NoticeView:
    """A notice in the words of a language."""
    return NoticeView(notice.note, date_view(notice.date, language) if notice.date else None, notice.url)


def status_text(status: str, language: str) -> str:
    """The status in the words of a language, "" for none."""
    return gettext(language)(STATUS_LABELS[status]) if status else ""


@lru_cache(maxsize=20_000)
def date_view(date: Date, language: str) -> DateView:
    """The date in the words of a language."""
    words = gettext(language)
    if not date.month:
        text = str(date.year)
    elif not date.day:
        text = words("{month} {year}").format(month=words(MONTHS[date.month - 1]), year=date.year)
    else:
        pattern = words("{day} {month} {year}")
        text = pattern.format(day=date.day, month=words(MONTHS[date.month - 1]), year=date.year)
    return DateView(str(date), text, date.year)


def short_date(date: Date, language: str) -> str:
    """The date as far as its month, which is cut short: "Jan 2026"."""
    words = gettext(language)
    if not date.month:
        return str(date.year)
    return words("{month} {year}").format(month=words(SHORT_MONTHS[date.month - 1]), year=date.year)
