"""Which site a saved page says that it is of: by what the browser noted above it, or by its own address in its head."""

from __future__ import annotations

import re
from functools import lru_cache

_HEAD = 20_000
"""So many characters of a page have its head."""


def names_site(text: str, *addresses: str) -> bool:
    """Whether the head of a page names one of these sites (``orcid.org``) as where it comes from."""
    return bool(_pattern(addresses).search(text[:_HEAD]))


@lru_cache
def _pattern(addresses: tuple[str, ...]) -> re.Pattern[str]:
    named = "|".join(sorted(map(re.escape, set(addresses))))
    return re.compile(
        r"(?:saved from url=\(\d+\)|<link[^>]{0,200}canonical[^>]{0,200}|<meta[^>]{0,200}og:url[^>]{0,200})"
        rf"https?://[\w.-]*(?:{named})",
        re.IGNORECASE,
    )
