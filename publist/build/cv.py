"""The CV in a form, made from what content/ holds now, without building the site."""

from __future__ import annotations

import os
from typing import NamedTuple

from publist.build.export import read_library
from publist.content.content_folder import FOLDER
from publist.content.cv_file import own_template
from publist.library.library import Library
from publist.library.term_search import chosen
from publist.model.citation_styles import BUILT_IN
from publist.model.cv import Cv, PaperChoice
from publist.model.problems import UsageError
from publist.outputs.csl.references import CslReferences
from publist.outputs.cv.forms import BY_NAME, written
from publist.outputs.downloads.cv_document import CvInputs, Given, csl_given, document_of, inputs_of
from publist.outputs.downloads.exports import keys_of
from publist.outputs.owner_views import profile_of


class CvAsked(NamedTuple):
    """What the command says over content/cv.yaml; "" leaves it. ``bare``: the papers, without sections of text.

    ``style`` is one of ``STYLES`` by its name, or the path of a CSL file.
    """

    choice: PaperChoice = PaperChoice()
    group: str = ""
    numbers: str = ""
    style: str = ""
    bare: bool = False


def write_cv(site: str, form: str, asked: CvAsked) -> bytes:
    """The CV in a form of ``cv.forms``.

    UsageError for a choice that leaves no paper or names a term that the site does not have; PublistError if the
    content has errors, or the template or the citation style.
    """
    from publist.outputs.csl.style_file import style_of

    content, joined = read_library(site)
    profile = profile_of(content.config, content.people, None)
    inputs = inputs_of(content.cv, profile, content.config, joined, site)
    inputs = _narrowed(inputs._replace(cv=_changed(inputs.cv, asked)), joined, asked)
    given = Given()
    if form == "biblatex":
        keys = zip([entry.slug for entry in joined.entries], keys_of(joined.entries), strict=True)
        given = given._replace(keys=dict(keys))
    elif (style := inputs.cv.style) not in BUILT_IN:
        folder = "" if asked.style else os.path.join(site, FOLDER)
        references = CslReferences([style_of(style, folder)], content.config.language)
        given = given._replace(references=csl_given(inputs, references))
    document = document_of(inputs, content.config, given)
    template = own_template(site, BY_NAME[form].template)
    return written(document, form, template.text, template.path)


def _changed(cv: Cv, asked: CvAsked) -> Cv:
    group, numbers = asked.group, asked.numbers
    sections = [
        section._replace(group="" if group else section.group, numbers="" if numbers else section.numbers)
        for section in cv.sections
    ]
    return cv._replace(
        group=group or cv.group, numbers=numbers or cv.numbers, style=asked.style or cv.style, sections=tuple(sections)
    )


def _narrowed(inputs: CvInputs, joined: Library, asked: CvAsked) -> CvInputs:
    """The inputs with those papers only that the command asks for."""
    kept = {entry.slug for entry in chosen(joined, asked.choice)}
    papers = [tuple(entry for entry in entries if entry.slug in kept) for entries in inputs.papers]
    if not any(papers) and (asked.bare or asked.choice != PaperChoice()):
        raise UsageError("no paper is all that you ask for; leave one of the options out")
    sections = inputs.cv.sections
    if asked.bare:
        sections = tuple(section._replace(text="", entries=()) for section in sections)
    return inputs._replace(cv=inputs.cv._replace(sections=sections), papers=tuple(papers))
