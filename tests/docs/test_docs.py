"""The docs say what the program does: every command, format and file that they name is there."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from publist.cli.commands import COMMANDS
from publist.content import settings_file
from publist.content.schema.records import Field, Record
from publist.content.schema.settings import FIELDS
from publist.formats import FORMATS
from tests.conftest import ROOT

DOCS = sorted((ROOT / "docs").glob("*.md"))
PAGES = [ROOT / "README.md", *DOCS, ROOT / "CONTRIBUTING.md", ROOT / "SECURITY.md"]


def test_every_format_is_in_the_docs() -> None:
    """docs/formats.md has a row for each format, with its directions and the endings of its files."""
    rows = [
        line for line in (ROOT / "docs/formats.md").read_text(encoding="utf-8").splitlines() if line.startswith("| `")
    ]
    wanted = []
    for entry in FORMATS:
        ways = ["yes" if way else "" for way in (entry.reads, entry.writes)]
        wanted.append([f"`{entry.name}`", entry.title, *ways, ", ".join(f"`{end}`" for end in entry.extensions)])
    assert [[cell.strip() for cell in row.strip("|").split("|")] for row in rows] == wanted


def test_every_setting_is_in_the_docs() -> None:
    """docs/settings.md has a row for each key of site.yaml, also for those within others, as the schema has them."""

    def rows(fields: tuple[Field, ...], above: str = "") -> Iterator[str]:
        for field in fields:
            example = f" `{field.example}` |" if field.example else " |"
            yield f"| `{above}{field.name}` | {field.doc} |{example}\n"
            if isinstance(field.kind, Record):
                yield from rows(field.kind.fields, f"{field.name}.")

    text = (ROOT / "docs/settings.md").read_text(encoding="utf-8")
    table = text.partition("<!-- settings -->\n")[2].partition("<!-- /settings -->")[0]
    assert table == "| setting | what it says | as in |\n|---|---|---|\n" + "".join(rows(FIELDS))


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
