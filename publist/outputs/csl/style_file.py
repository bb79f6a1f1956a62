"""CSL files: those that come with publist and those of an author's own, made fit for lists.

Specification: https://docs.citationstyles.org/en/stable/specification.html
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from importlib.util import find_spec
from xml.etree import ElementTree as Xml

from publist.model.citation_styles import BUILT_IN, BY_NAME
from publist.model.problems import Problem, PublistError, error
from publist.outputs.csl.style import CslStyle

_SPACE = "http://purl.org/net/xbiblio/csl"
_OF_NEIGHBOURS = ("subsequent-author-substitute", "subsequent-author-substitute-rule", "second-field-align")
"""What makes a reference depend on the one before it, or on its number."""
_NEVER = "dimensions"
"""A variable that no paper has: what a style prints around its number goes with it."""


def style_of(name: str, folder: str) -> CslStyle:
    """The style of a name, which is one of ``STYLES`` or that of a file in ``folder``.

    PublistError if the file is no style with a bibliography, or the extra ``styles`` is not installed.
    """
    row = BY_NAME.get(name)
    found = _read(os.path.dirname(__file__), f"styles/{row.csl}") if row else _read(folder, name)
    if find_spec("pypandoc") is None:
        hint = f"Install it with pip install 'publist[styles]', or choose {' or '.join(BUILT_IN)}."
        raise PublistError([error(name, 0, 0, "a CSL style needs the extra `styles`, which is missing", hint)])
    return CslStyle(name, row.title if row else found.title, found.text)


def _read(folder: str, path: str) -> CslStyle:
    try:
        with open(os.path.join(folder, path), encoding="utf-8") as file:
            root = Xml.fromstring(file.read())  # noqa: S314 (the author's own file; expat bounds its entities)
    except (OSError, UnicodeDecodeError) as problem:
        raise PublistError([no_style(path, "the file cannot be read")]) from problem
    except Xml.ParseError as problem:
        line, column = problem.position
        raise PublistError([no_style(path, "this is no XML", (line, column + 1))]) from problem
    if root.find(_tag("bibliography")) is None:
        parent = next((link for link in root.iter(_tag("link")) if link.get("rel") == "independent-parent"), None)
        is_other = parent is not None
        said = f"the style only names another: {parent.get('href')}" if parent is not None else ""
        raise PublistError([no_style(path, said if is_other else "this is no CSL style with a bibliography")])
    title = next(filter(None, (root.findtext(f".//{_tag(name)}") for name in ("title-short", "title"))), "")
    return CslStyle("", " ".join(title.split()) or os.path.basename(path), _fit_for_lists(root))


def _fit_for_lists(root: Xml.Element) -> str:
    """The style without what has its sense in one bibliography alone.

    What tells papers apart (letters behind years, more names) and dashes for the author of the line above go, since
    papers stand in lists of several orders; so do numbers, which lists give themselves.
    """
    for element in root.iter():
        for name in list(element.attrib):
            if name in _OF_NEIGHBOURS or name.startswith("disambiguate-"):
                del element.attrib[name]
    for element in _numbers(root):
        element.tag = _tag("text")
        element.set("variable", _NEVER)
    Xml.register_namespace("", _SPACE)
    return Xml.tostring(root, encoding="unicode")


def _numbers(root: Xml.Element) -> Iterator[Xml.Element]:
    """What prints the number of a reference."""
    for part in root:
        if part.tag in (_tag("bibliography"), _tag("macro")):
            found = (element for element in part.iter() if element.get("variable") == "citation-number")
            yield from (element for element in found if element.tag in (_tag("text"), _tag("number")))


def _tag(name: str) -> str:
    return f"{{{_SPACE}}}{name}"


def no_style(path: str, said: str, place: tuple[int, int] = (0, 0)) -> Problem:
    """What to say of a file that is no style."""
    return error(path, *place, said, "Take a style from https://github.com/citation-style-language/styles")
