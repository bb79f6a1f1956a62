"""Sites of other generators: the papers in their folders as a source that can be imported, and all else beside them."""

from __future__ import annotations

from publist.importing.migrating import academicpages, al_folio, hugo_academic
from publist.importing.migrating.base import Moved

_MAKERS = (al_folio, hugo_academic, academicpages)
LAYOUTS = ", ".join(f"{maker.NAME} ({maker.LAYOUT})" for maker in _MAKERS)
"""What is known, in words."""


def moved(folder: str) -> list[Moved]:
    """What each maker's layout has in the folder (a whole site, or the part of it that holds its papers)."""
    return [found for maker in _MAKERS if (found := maker.moved(folder))]
