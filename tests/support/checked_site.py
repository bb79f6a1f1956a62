"""A site of which check has nothing to say, and what tests do to it."""

from __future__ import annotations

import pytest

from publist.checks.audit import audit
from tests.conftest import Site, paper

CONTENT: dict[str, str | bytes] = {
    "content/site.yaml": "title: Papers\nowner: Ada Lovelace\nbase_url: https://example.org/\n",
    "content/papers/notes.md": paper("Notes on the engine"),
}


def told(site: Site) -> list[str]:
    """Each problem as it is printed, without hints."""
    return [str(problem).partition("\n")[0] for problem in audit(str(site.folder)).problems]


@pytest.fixture
def clean(site: Site) -> Site:
    """A site of which there is nothing to say."""
    site.write(CONTENT)
    return site


def add(site: Site, path: str, text: str) -> None:
    site.write({path: text})


def append(site: Site, text: str, path: str = "content/papers/notes.md") -> None:
    add(site, path, (site.folder / path).read_text(encoding="utf-8") + text)


def insert(site: Site, line: str, path: str = "content/papers/notes.md") -> None:
    """Put a line under the first key of a file."""
    head, _, rest = (site.folder / path).read_text(encoding="utf-8").partition("date:")
    add(site, path, f"{head}{line}\ndate:{rest}")
