"""What is told of links that were dead on the old site already: their words stay, and nothing has to be mended."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from publist.model.problems import Problem, suggestion, warning

_FILE = re.compile(r"\.(?!html?$)\w{2,5}$")


def told(path: str, dead: Iterable[str]) -> Iterator[Problem]:
    """A warning for each file that is not there, as it may have been forgotten; a suggestion for each page."""
    for address in dead:
        if _FILE.search(address.split("#")[0].split("?")[0]):
            message = f"there is no file {address!r}, which a link leads to: its words stay without it"
            hint = "put the file into the old site and import again, or leave it so"
            yield warning(path, 0, 0, message, hint)
        else:
            message = f"the link {address!r} led to no page of the old site: its words stay without it"
            yield suggestion(path, 0, 0, message, "link the words in the new page, or leave them so")
