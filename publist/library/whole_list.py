"""Where the whole list is: on the front page, or, where it is long, on a page of its own."""

from __future__ import annotations

from publist.model.settings import Config

PATH = "papers/"
"""The page of the whole list, where the front page has only a part of it."""
NEWEST = 10
"""So many papers the front page has then, beside those that are selected."""


PRINTED = f"{PATH}page/all/"
"""The whole list as references on one page."""
_MOST_PRINTED = 2_000
"""Of more papers there is no page to print: it would be a book."""


def is_printed(papers: int) -> bool:
    """Whether a list of so many papers has a page to print."""
    return papers <= _MOST_PRINTED


def is_apart(papers: int, config: Config) -> bool:
    """Whether a list of so many papers has a page of its own (the setting ``index.whole``)."""
    return papers > config.index.whole
