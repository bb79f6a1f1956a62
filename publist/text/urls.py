"""Web addresses of what identifiers and licences name."""

from __future__ import annotations

import re
from functools import lru_cache

from publist.text.identifiers import doi as bare_doi

_CREATIVE_COMMONS = re.compile(r"CC[- ]?(BY(?:-(?:NC|SA|ND|NC-SA|NC-ND))?)[- ](\d\.\d)", re.IGNORECASE)
_ZERO = re.compile(r"CC0(?:[- ]1\.0)?", re.IGNORECASE)
_SPDX = frozenset(
    """0BSD AFL-3.0 AGPL-3.0-only AGPL-3.0-or-later Apache-2.0 Artistic-2.0 BSD-2-Clause BSD-3-Clause BSL-1.0
    CDLA-Permissive-2.0 ECL-2.0 EUPL-1.2 GFDL-1.3-only GFDL-1.3-or-later GPL-2.0-only GPL-2.0-or-later GPL-3.0-only
    GPL-3.0-or-later ISC LGPL-2.1-only LGPL-3.0-only LGPL-3.0-or-later LPPL-1.3c MIT MPL-2.0 ODbL-1.0 PDDL-1.0
    Unlicense""".split()
)
"""Licences of the SPDX list (https://spdx.org/licenses/) that papers, data and code carry."""


def doi_url(doi: str) -> str:
    """The address of a DOI at its resolver, "" if the text has not the form of one (DOI Handbook, 3.5)."""
    bare = bare_doi(doi) if doi else ""
    if not bare:
        return ""
    from urllib.parse import quote

    return f"https://doi.org/{quote(bare, safe='/:;()._-,@!$&+=~*')}"


def arxiv_url(arxiv: str) -> str:
    """The address of an arXiv identifier, "" for none."""
    return f"https://arxiv.org/abs/{arxiv}" if arxiv else ""


def orcid_url(orcid: str) -> str:
    """The address of an ORCID iD, "" for none."""
    return f"https://orcid.org/{orcid}" if orcid else ""


@lru_cache(maxsize=256)
def license_url(license_: str) -> str:
    """The address of a licence told by its address or its SPDX name; "" for one that is only a phrase."""
    text = license_.strip()
    if not text or text.startswith(("https://", "http://")):
        return text
    if _ZERO.fullmatch(text):
        return "https://creativecommons.org/publicdomain/zero/1.0/"
    if common := _CREATIVE_COMMONS.fullmatch(text):
        return f"https://creativecommons.org/licenses/{common[1].lower()}/{common[2]}/"
    return f"https://spdx.org/licenses/{text}.html" if text in _SPDX else ""


def absolute(address: str, base_url: str) -> str:
    """A web address as it is, a site path below the base URL; "" for none, and where the site's is not known."""
    if "://" in address or not address:
        return address
    if not base_url:
        return ""
    from urllib.parse import quote

    return base_url + quote(address, safe="/:;()._-,@!$&+=~*%#?")
