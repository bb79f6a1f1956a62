"""The docs say what the program does: every command, format and file that they name is there."""

from __future__ import annotations

import re

import pytest

from publist.cli.commands import COMMANDS
from publist.content import settings_file
from tests.conftest import ROOT
from tests.support import docs_tables

DOCS = sorted((ROOT / "docs").glob("*.md"))
PAGES = [ROOT / "README.md", *DOCS, ROOT / "CONTRIBUTING.md", ROOT / "SECURITY.md"]


@pytest.mark.parametrize(("page", "mark"), docs_tables.TABLES, ids=str)
def test_tables_of_the_docs_are_those_of_the_code(page: str, mark: str) -> None:
    """Formats, keys, settings and views: after a change run ``python -m tests.support.docs_tables``."""
    assert docs_tables.parts(page, mark)[1] == docs_tables.TABLES[page, mark]()


def test_the_files_that_the_docs_name_are_those_that_a_site_has() -> None:
    """The block of docs/settings.md is what holds without it."""
    text = (ROOT / "docs/settings.md").read_text(encoding="utf-8")
    (block,) = re.findall(r"^```yaml\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    found, problems = settings_file.read(block, path="content/site.yaml")
    assert problems == ()
    assert found == settings_file.DEFAULT


def test_every_verb_is_in_the_docs() -> None:
    """Each command is named in some page, as it is typed."""
    text = "\n".join(path.read_text(encoding="utf-8") for path in PAGES)
    assert [command for command in COMMANDS if not re.search(rf"(publist|build\.py) {command}\b", text)] == []


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_links_between_the_docs_lead_somewhere(path: object) -> None:
    """Each relative link of a page names a file of the repository."""
    text = path.read_text(encoding="utf-8")  # type: ignore[attr-defined]
    for link in re.findall(r"\]\(([\w./-]+\.(?:md|png|svg|yml))\)", text):
        assert (path.parent / link).exists(), link  # type: ignore[attr-defined]


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_verbs_in_the_docs_are_there(path: object) -> None:
    """No page names a command that the command does not have."""
    text = path.read_text(encoding="utf-8")  # type: ignore[attr-defined]
    commands = re.findall(r"(?:^|&& )publist ([a-z]+)(?= [A-Z-]|$)|`publist ([a-z]+)", text, re.MULTILINE)
    assert [command for pair in commands for command in pair if command and command not in COMMANDS] == []
