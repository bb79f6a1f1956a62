"""What dblp adds to names and titles, taken away."""

from __future__ import annotations

import re

_NUMBER = re.compile(r" \d{4}$")


def without_number(name: str) -> str:
    """The name without the number that tells people of one name apart: ``Wei Zhang 0002``."""
    return _NUMBER.sub("", name.strip())


def without_stop(title: str) -> str:
    """The title without dblp's full stop."""
    return title[:-1] if title.endswith(".") and not title.endswith("..") else title
