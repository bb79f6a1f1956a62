"""The schemas say what the readers say."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given

from publist.content import front_matter, paper_file
from publist.content.paper_template import template
from publist.content.schema import paper as fields
from publist.content.schema.json_schema import NAMES, schema
from publist.content.schema.scalars import Identifier, Line
from publist.model.paper import Date, Paper
from tests.support.strategies import papers

jsonschema = pytest.importorskip("jsonschema", reason="the extra `test` brings jsonschema")
BROKEN = Path(__file__).parent / "broken_sites"


VALIDATORS = {name: jsonschema.Draft7Validator(schema(name)) for name in NAMES}


def valid(name: str, value: Any) -> bool:
    return bool(VALIDATORS[name].is_valid(value))


def as_editors_see_it(text: str) -> Any:
    """Front matter as YAML 1.2 editors have it: dates are text."""
    front, _ = front_matter.read(text, path="")
    assert front is not None
    loader: Any = type("Loader", (yaml.SafeLoader,), {})
    loader.yaml_implicit_resolvers = {
        first: [(tag, pattern) for tag, pattern in resolvers if "timestamp" not in tag]
        for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }
    return yaml.load(text[front.span.head : front.span.closing], Loader=loader)  # noqa: S506 - a safe loader with less


@pytest.mark.parametrize("name", NAMES)
def test_each_schema_is_one(name: str) -> None:
    jsonschema.Draft7Validator.check_schema(schema(name))


@given(papers())
def test_what_is_written_is_valid(paper: Paper) -> None:
    assert valid("paper", as_editors_see_it(paper_file.write(paper)))


MISTAKES = """text-instead-of-list list-instead-of-text mapping-instead-of-list list-instead-of-mapping no-truth-value
    date-in-words unknown-type empty-title missing-title unknown-key unknown-key-of-a-name review-of-no-field"""


@pytest.mark.parametrize("name", MISTAKES.split())
def test_what_the_reader_finds_wrong_the_schema_finds_wrong(name: str) -> None:
    text = (BROKEN / name / "content" / "papers" / "paper.md").read_text(encoding="utf-8")
    assert not valid("paper", as_editors_see_it(text))


def test_settings_and_people_are_checked_too() -> None:
    assert valid(
        "site", {"title": "Papers", "accent": 210, "navigation": ["topics/", {"label": "Me", "path": "about/"}]}
    )
    assert not valid("site", {"title": "Papers", "accent": 400})
    assert valid("people", [{"name": "Jane Doe", "aliases": ["J. Doe"], "owner": True}])
    assert valid("people", [{"name": "Jane Doe", "group": "PhD students", "photo": "assets/j.png", "from": 2021}])
    assert not valid("people", [{"name": "Jane Doe", "since": 2021}])
    assert not valid("people", {"name": "Jane Doe"})


@pytest.mark.parametrize("title", ["A Theory", "Of: Things", "no", "*x*", "'q' \"r\""])
def test_a_new_file_reads_without_mistakes_and_says_its_title(title: str) -> None:
    day = Date(2026, 11, 27)
    text = template(title, day)
    assert paper_file.read(text, path="a.md") == (Paper(title, added=day, draft=True), ())
    assert valid("paper", as_editors_see_it(text))


@pytest.mark.parametrize("field", fields.FIELDS, ids=lambda field: field.name)
def test_each_key_of_a_new_file_is_explained_and_its_example_is_right(field: Any) -> None:
    """A key that is commented out gives no mistake when the # is taken away."""
    lines = template("A Theory", Date(2026, 11, 27)).split("\n")
    assert any(field.doc in line for line in lines)
    line = next(line for line in lines if line.removeprefix("# ").startswith(f"{field.name}:"))
    text = template("A Theory", Date(2026, 11, 27)).replace(line, line.removeprefix("# "))
    paper, problems = paper_file.read(text, path="a.md")
    assert problems == ()
    assert line == line.removeprefix("# ") or getattr(paper, field.name) != field.kind.nothing


@pytest.mark.parametrize("field", [field for field in fields.FIELDS if field.example], ids=lambda field: field.name)
def test_the_examples_of_the_table_are_right(field: Any) -> None:
    title = "" if field.name == "title" else "title: A\n"
    _, problems = paper_file.read(f"---\n{title}{field.name}: {field.example}\n---\n", path="a.md")
    assert problems == ()


def test_what_formats_carry_by_the_table_is_a_line_of_text() -> None:
    """A key whose row names a BibTeX field, RIS tag or CSL variable is text, and no two keys name the same."""
    for column in ("bibtex", "ris", "csl"):
        rows = [field for field in fields.FIELDS if getattr(field, column)]
        assert all(isinstance(field.kind, (Line, Identifier)) for field in rows), column
        named = [getattr(field, column) for field in rows]
        assert len(named) == len(set(named)), column
