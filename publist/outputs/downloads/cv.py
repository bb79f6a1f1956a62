"""The CV as cv.pdf. Off unless site.yaml says ``cv: true``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from publist.content.content_folder import CV
from publist.content.cv_file import own_template
from publist.model.artifact import Artifact, digest
from publist.outputs.base import Context, Render, SitePlan
from publist.outputs.owner_views import CV_PATH, profile_of

_TEMPLATE = "cv.typ"


def plan(plan: SitePlan) -> Iterator[Artifact]:
    """The file. PublistError if the extra is not installed, or for a term that the site does not have."""
    if not plan.config.cv:
        return
    from importlib.metadata import version

    from publist.outputs.cv import pdf
    from publist.outputs.downloads.cv_document import inputs_of, stamp_of

    if not pdf.available():
        raise pdf.missing("content/site.yaml", ", or delete the line `cv: true`.")
    profile = profile_of(plan.config, plan.people, plan.photo)
    inputs = inputs_of(plan.cv, profile, plan.config, plan.library, plan.folder)
    template = own_template(plan.folder, _TEMPLATE)
    said = repr((template, version("typst"))).encode()
    yield Artifact(CV_PATH, CV, "cv", (inputs, template.text, template.path), digest(said, stamp_of(inputs)))


def _render(inputs: tuple[Any, ...], context: Context) -> bytes:
    """The PDF; a letter that no font has must not keep the site from its readers."""
    from publist.outputs.cv.forms import own_template as shipped
    from publist.outputs.cv.pdf import write_with_boxes
    from publist.outputs.downloads.cv_document import site_document

    cv, template, path = inputs
    document = site_document(cv, context.config, context.references)
    made, told = write_with_boxes(document, template or shipped(_TEMPLATE), path)
    context.told.extend(told)
    return made


THEMED = False
RENDERERS: Mapping[str, Render] = {"cv": _render}
