"""content/cv.yaml to Cv: what a CV is made of; and the templates beside it."""

from __future__ import annotations

import os
from typing import NamedTuple

from publist.content.content_folder import FOLDER, read_text
from publist.model.cv import Cv
from publist.model.problems import Problem, PublistError, error

__all__ = ["Cv", "CvTemplate", "own_template", "read"]

MARKER = "@BODY@"
"""Where in a template the document stands."""


class CvTemplate(NamedTuple):
    """A template of the site's own (``content/cv.typ``); its text is "" where there is none."""

    path: str
    text: str = ""


def read(text: str, *, path: str) -> tuple[Cv | None, tuple[Problem, ...]]:
    """The CV, as far as it can be read, and all that is wrong; None if the text is no YAML mapping."""
    from publist.content.schema.cv import CV
    from publist.content.yaml.yaml_file import read_record

    return read_record(CV, text, path=path)


def own_template(site: str, name: str) -> CvTemplate:
    """The site's template of a name. PublistError if it cannot be read, or has no place for the document."""
    path = f"{FOLDER}/{name}"
    if not name or not os.path.lexists(os.path.join(site, path)):
        return CvTemplate(path)
    text, problem = read_text(site, path)
    if problem or text is None:
        raise PublistError([problem] if problem else [])
    if MARKER not in text:
        hint = f"Write {MARKER} on a line of its own where the CV is to stand."
        raise PublistError([error(path, 0, 0, f"the template has no {MARKER}", hint)])
    return CvTemplate(path, text)
