"""The example files of a new site: what they say, and which of them nobody has edited."""

from __future__ import annotations

import os
from collections.abc import Mapping

from publist.content.content_folder import PAPERS, TOPICS, is_paper, read_text
from publist.model.problems import Problem, error

EXAMPLES: Mapping[str, str] = {f"{PAPERS}/example.md": "example.md", f"{TOPICS}/examples.md": "topic.md"}
"""Where each stands in a site, by the name of the file that it is made of."""


def starter_text(name: str) -> str:
    """The text of a file that a new site is made of."""
    package = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    with open(os.path.join(package, "starter", name), encoding="utf-8") as file:
        return file.read()


def unedited_examples(site: str) -> tuple[str, ...]:
    """The example files of a site that are as `init` wrote them."""
    return tuple(path for path, name in EXAMPLES.items() if _text(site, path) == starter_text(name))


def _text(site: str, path: str) -> str | None:
    place = os.path.join(site, path)
    return read_text(site, path)[0] if os.path.isfile(place) and not os.path.islink(place) else None


def example_problems(site: str) -> tuple[Problem, ...]:
    """An error for an example paper that nobody has edited: it is for looking at, and never published."""
    hint = "import your papers with publist import FILE, which removes it, or edit or delete the file"
    message = "this is the example paper of a new site, which is never published"
    return tuple(error(path, 0, 0, message, hint) for path in unedited_examples(site) if is_paper(path))
