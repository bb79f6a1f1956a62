"""The CV as a page: what content/cv.yaml says, and the papers as references. Off unless ``cv_page: true``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any, NamedTuple

from publist.content.content_folder import CV
from publist.library.library import without_drafts
from publist.model.artifact import Artifact, digest
from publist.outputs.base import Address, Context, Render, SitePlan
from publist.outputs.cv.document import Document, Item
from publist.outputs.cv.html_page import blocks_html, line_text
from publist.outputs.owner_views import CV_PAGE, CV_PATH, profile_of
from publist.outputs.pages.plain_page import PlainPage
from publist.outputs.translations import gettext
from publist.text.markdown import Html

HEADING = "CV"


class CvItemView(NamedTuple):
    """A dated entry or a reference: its date or number, "" for none, and its text."""

    label: str
    text: Html


class CvGroupView(NamedTuple):
    """References under a heading of their own; "" where they have none."""

    label: str
    items: tuple[CvItemView, ...]


class CvSectionView(NamedTuple):
    """A section: text of the author's own, dated entries, references in groups; ``legend`` explains marks in these."""

    heading: str
    body: Html
    entries: tuple[CvItemView, ...]
    groups: tuple[CvGroupView, ...]
    legend: str


class CvPage(PlainPage):
    """What cv.html gets as ``page``; ``pdf`` is the site path of the CV as PDF, "" if there is none."""

    def __init__(self, document: Document, context: Context) -> None:
        words = gettext(context.config.language)
        said = ": ".join(part for part in (words(HEADING), document.name or context.config.title) if part)
        super().__init__("bibliography", words(HEADING), CV_PAGE, said, context)  # it is set and printed as one
        self.name: str = document.name or words(HEADING)
        self.pdf: str = CV_PATH if context.config.cv else ""
        self._document = document

    @cached_property
    def lines(self) -> tuple[Html, ...]:
        """What stands under the name."""
        return tuple(Html(line_text(line)) for line in self._document.lines)

    @cached_property
    def sections(self) -> tuple[CvSectionView, ...]:
        """The sections in the order of the file."""
        return tuple(
            CvSectionView(
                section.heading,
                Html("\n".join(blocks_html(section.blocks))),
                tuple(map(_item, section.entries)),
                tuple(CvGroupView(group.heading, tuple(map(_item, group.items))) for group in section.groups),
                section.legend,
            )
            for section in self._document.sections
        )


def _item(item: Item) -> CvItemView:
    return CvItemView(item.label, Html(line_text(item.line)))


def plan(plan: SitePlan) -> Iterator[Artifact]:
    """The page, where it is wanted. PublistError for a term that the site does not have."""
    if "cv" not in plan.overviews:
        return
    from publist.outputs.downloads.cv_document import inputs_of, stamp_of

    profile = profile_of(plan.config, plan.people, plan.photo)
    inputs = inputs_of(plan.cv, profile, plan.config, plan.library, plan.folder)
    yield Artifact(f"{CV_PAGE}index.html", CV, "cv-page", (inputs,), digest(stamp_of(inputs)))


def _render(inputs: tuple[Any, ...], context: Context) -> bytes:
    from publist.outputs.downloads.cv_document import site_document

    document = site_document(inputs[0], context.config, context.references)
    return context.renderer.render("cv.html", CvPage(document, context)).encode()


def addresses(plan: SitePlan) -> Iterator[Address]:
    """The page, with the date of the newest paper."""
    if "cv" in plan.overviews:
        newest = next(iter(without_drafts(plan.library.entries)), None)
        yield CV_PAGE, newest.paper.date if newest else None


THEMED = True
VIEWS: Mapping[str, str] = {"cv.html": "CvPage"}
RENDERERS: Mapping[str, Render] = {"cv-page": _render}
