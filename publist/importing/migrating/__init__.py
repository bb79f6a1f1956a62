"""Sites of other makers: the papers in their folders as a source that can be imported, and the files beside them."""

from __future__ import annotations

from publist.importing.migrating import academicpages, al_folio, hugo_academic
from publist.importing.migrating.base import Moved

_MAKERS = (al_folio, hugo_academic, academicpages)
LAYOUTS = "al-folio's _bibliography/*.bib, academic's content/publication/*/index.md, academicpages' _publications/*.md"
"""What is known, in words."""


def moved(folder: str) -> list[Moved]:
    """What each maker's layout has in the folder (a whole site, or the part of it that holds its papers)."""
    return [found for maker in _MAKERS if (found := maker.moved(folder))]
