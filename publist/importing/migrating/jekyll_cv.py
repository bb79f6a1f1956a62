"""The CV of al-folio, whose page is made of data (_data/cv.yml, or a JSON Resume): it is told that it stays behind."""

from __future__ import annotations

import os
import re

from publist.importing.migrating.old_site import OldSite
from publist.importing.migrating.site_pages import SitePage, text_of
from publist.model.problems import warning

_FILES = ("_data/cv.yml", "assets/json/resume.json")
_LONGEST = 200_000
_TEMPLATE = re.compile(r"einstein|\bfull name\b.{0,20}\bfirst last\b|your@email|Pied Piper", re.IGNORECASE | re.DOTALL)
"""What the template's own CV says."""


def tell(site: OldSite, page: SitePage) -> None:
    """Name each file of a CV that the page showed and that somebody has filled in."""
    if text_of(page.values.get("layout")) != "cv":
        return
    for name in _FILES:
        path = os.path.join(site.root, name)
        if not os.path.isfile(path):
            continue
        with open(path, encoding="utf-8", errors="replace") as file:
            said = file.read(_LONGEST)
        if said.strip() and not _TEMPLATE.search(said):
            hint = "write its sections into content/cv.yaml; docs/cv.md has an example"
            site.problems.append(warning(page.path, 0, 0, f"the CV of {name} did not come over", hint))
