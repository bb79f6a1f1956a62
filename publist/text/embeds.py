"""What pages embed from elsewhere: an ``<iframe>`` from a host that the settings name, as HTML that is safe."""

from __future__ import annotations

import re
from collections.abc import Collection
from urllib.parse import SplitResult, urlsplit

from publist.text.html_escaping import escape

_SIZE = re.compile(r"\d{1,4}%?")
_ATTRIBUTES = 'loading="lazy" allowfullscreen referrerpolicy="strict-origin-when-cross-origin"'
"""A frame learns no more than the site's address (Referrer Policy), and loads when it comes into view."""


class Embeds:
    """Writes frames of ``allowed`` hosts; ``shown`` and ``refused`` are the hosts of those that it was asked for."""

    def __init__(self, allowed: Collection[str]) -> None:
        self._allowed = {host.casefold() for host in allowed}
        self.shown: list[str] = []
        self.refused: list[str] = []

    def html(self, source: str) -> str | None:
        """A frame written anew from what was read, with nothing else in it; None if its host is not allowed."""
        said = _attributes(source)
        parts = _split(said.get("src", ""))
        host = (parts.hostname or "").casefold()
        if parts.scheme != "https" or host not in self._allowed or parts.netloc.casefold() != host:
            self.refused.append(host or said.get("src", ""))
            return None
        self.shown.append(host)
        sizes = "".join(
            f' {name}="{said[name]}"' for name in ("width", "height") if _SIZE.fullmatch(said.get(name, ""))
        )
        title = escape(said.get("title") or host)
        return f'<iframe src="{escape(parts.geturl())}" title="{title}"{sizes} {_ATTRIBUTES}></iframe>'


def _attributes(source: str) -> dict[str, str]:
    from publist.text.html_markup import last_attributes  # few pages embed anything

    return last_attributes(source)


def _split(url: str) -> SplitResult:
    try:
        return urlsplit(url)
    except ValueError:  # no address at all
        return urlsplit("")
