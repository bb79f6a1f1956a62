"""The examples of docs/editing.md are true."""

import re

import pytest

from publist import config, fields, paperfile, people, topicfile
from publist.importplan import plan_import
from publist.ledger import EMPTY
from publist.model import Date, Name, Paper
from publist.sourcepapers import SourceReading
from tests.conftest import ROOT

TEXT = (ROOT / "docs" / "editing.md").read_text(encoding="utf-8")


def example(language: str) -> str:
    """The text of the one code block that is marked so."""
    (found,) = re.findall(rf"^```{language}\n(.*?)^```$", TEXT, re.MULTILINE | re.DOTALL)
    return str(found)


@pytest.mark.parametrize(
    ("language", "read"),
    [
        ("paper", paperfile.read),
        ("people", people.read),
        ("topic", topicfile.read_topic),
        ("page", topicfile.read_page),
        ("site", config.read),
    ],
)
def test_each_example_reads_without_mistakes(language: str, read: fields.Any) -> None:
    value, problems = read(example(language), path="example.md")
    assert value
    assert problems == ()


def test_the_broken_example_gives_the_messages_shown() -> None:
    _, problems = paperfile.read(example("broken"), path="content/papers/paper.md")
    assert "".join(f"{problem}\n" for problem in problems) == example("problems")


def test_the_import_does_to_the_example_what_is_shown() -> None:
    before = Paper("Learning to Listen", (Name("Jane Doe"), Name("Max Roe")), date=Date(2023), abstract="One.")
    after = before._replace(
        authors=(*before.authors, Name("Ann Lee")), date=Date(2023, 9, 18), abstract="One, and another."
    )
    first = plan_import([SourceReading("a", "a", "json", "1", "1", (before,))], {}, EMPTY)
    (stem,) = first.texts
    second = plan_import([SourceReading("a", "a", "json", "2", "1", (after,))], {stem: example("before")}, first.ledger)
    assert second.texts == {stem: example("after")}
    assert [kept.field for kept in second.report.kept] == ["body"]


def test_the_table_has_every_key_as_the_reader_knows_it() -> None:
    table = TEXT.partition("<!-- keys -->\n")[2].partition("<!-- /keys -->")[0]
    head = "| key | what it says | as in |\n|---|---|---|\n"
    rows = [f"| `{field.name}` | {field.doc} | `{field.example}` |\n" for field in fields.FIELDS]
    assert table == head + "".join(rows)
