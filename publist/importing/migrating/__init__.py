"""Sites of other generators: the papers in their folders as a source that can be imported, and all else beside them."""

from __future__ import annotations

import os

from publist.importing.migrating import academicpages, al_folio, hugo_academic, lab_website, plain_pages, quarto
from publist.importing.migrating.base import Moved

_MAKERS = (al_folio, hugo_academic, academicpages, lab_website, quarto)
LAYOUTS = ", ".join(f"{maker.NAME} ({maker.LAYOUT})" for maker in (*_MAKERS, plain_pages))
"""What is known, in words."""

_SETTINGS = (
    ("a Quarto site", ("_quarto.yml", "_quarto.yaml")),
    ("a Jekyll site", ("_config.yml", "_config.yaml")),
    (
        "a Hugo site",
        ("hugo.toml", "hugo.yaml", "hugo.yml", "config.toml", "config.yaml", "config.yml", "config/_default"),
    ),
)
"""What the settings in a folder tell of it."""


def kind_of(folder: str) -> str:
    """What a folder is by its settings: ``a Hugo site``; empty where nothing tells."""
    return next(
        (kind for kind, names in _SETTINGS if any(os.path.exists(os.path.join(folder, name)) for name in names)), ""
    )


def moved(folder: str) -> list[Moved]:
    """What each layout has in the folder (a whole site, or the part of it that holds its papers).

    Where none of the known ones is there, pages that look like papers are read as best they can be.
    """
    found = [found for maker in _MAKERS if (found := maker.moved(folder))]
    return found or [found for found in [plain_pages.moved(folder)] if found]
