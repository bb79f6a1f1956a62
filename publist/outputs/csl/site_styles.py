"""Which CSL styles a site asks for, in site.yaml and cv.yaml."""

from __future__ import annotations

import os
from collections.abc import Iterator

from publist.content.content_folder import CV, FOLDER, SETTINGS, read_text
from publist.content.settings_file import Config
from publist.model.citation_styles import BUILT_IN
from publist.model.cv import Cv
from publist.model.problems import Problem, PublistError
from publist.outputs.csl.style import CslStyle

_Place = tuple[str, tuple[str | int, ...]]
"""A file of content/ and the key in it."""


def csl_styles(site: str, config: Config, cv: Cv | None) -> tuple[tuple[CslStyle, ...], list[Problem]]:
    """The styles, each once, and a problem at its place for each that cannot be had."""
    asked = dict(reversed(list(_asked(config, cv))))
    if not asked:
        return (), []
    from publist.outputs.csl.style_file import style_of

    found, problems = [], []
    for name, (file, key) in asked.items():
        try:
            found.append(style_of(name, os.path.join(site, FOLDER)))
        except PublistError as problem:
            problems += [_placed(site, file, key, said) for said in problem.problems]
    return tuple(found), problems


def has_csl(config: Config) -> bool:
    """Whether pages show references that publist does not write itself."""
    return any(True for _ in _asked(config, None))


def _asked(config: Config, cv: Cv | None) -> Iterator[tuple[str, _Place]]:
    """The names of CSL styles with the places that ask for them."""
    for number, name in enumerate(config.references):
        if name not in BUILT_IN:
            yield name, (SETTINGS, ("references", number))
    if config.index.style not in BUILT_IN:
        yield config.index.style, (SETTINGS, ("index", "style"))
    if cv and (config.cv or config.cv_page) and cv.style not in BUILT_IN:
        yield cv.style, (CV, ("style",))


def _placed(site: str, file: str, key: tuple[str | int, ...], problem: Problem) -> Problem:
    """The problem where the setting is, which can always be changed."""
    from publist.content.yaml.tree import parse

    tree, _ = parse(read_text(site, file)[0] or "", path=file)
    line, column = tree.place(key)
    return problem._replace(path=file, line=line, column=column, message=f"{problem.path}: {problem.message}")
