"""The examples of docs/editing.md are true."""

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from publist.content import paper_file, people_file, settings_file, topic_file
from publist.importing.ledger import EMPTY
from publist.importing.plan import plan_import
from publist.importing.source import ReadSource, Source
from publist.model.paper import Date, Name, Paper
from tests.conftest import ROOT, Site

TEXT = (ROOT / "docs" / "editing.md").read_text(encoding="utf-8")


def example(language: str) -> str:
    """The text of the one code block that is marked so."""
    (found,) = re.findall(rf"^```{language}\n(.*?)^```$", TEXT, re.MULTILINE | re.DOTALL)
    return str(found)


@pytest.mark.parametrize(
    ("language", "read"),
    [
        ("paper", paper_file.read),
        ("people", people_file.read),
        ("topic", topic_file.read_topic),
        ("page", topic_file.read_page),
        ("news", topic_file.read_news),
        ("front", settings_file.read),
        ("site", settings_file.read),
    ],
)
def test_each_example_reads_without_mistakes(language: str, read: Any) -> None:
    value, problems = read(example(language), path="example.md")
    assert value
    assert problems == ()


def test_the_people_of_the_page_for_labs_read_without_mistakes() -> None:
    """They are members in three groups, and one has left."""
    text = (ROOT / "docs/labs.md").read_text(encoding="utf-8")
    (block,) = re.findall(r"^```people\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    people, problems = people_file.read(block, path="people.yaml")
    assert problems == ()
    assert [person.member for person in people] == [True, True, True]
    assert [bool(person.until) for person in people] == [False, False, True]


def test_the_broken_example_gives_the_messages_shown() -> None:
    _, problems = paper_file.read(example("broken"), path="content/papers/paper.md")
    assert "".join(f"{problem}\n" for problem in problems) == example("problems")


def test_the_import_does_to_the_example_what_is_shown() -> None:
    before = Paper("Learning to Listen", (Name("Jane Doe"), Name("Max Roe")), date=Date(2023), abstract="One.")
    after = before._replace(
        authors=(*before.authors, Name("Ann Lee")), date=Date(2023, 9, 18), abstract="One, and another."
    )
    first = plan_import([ReadSource(Source("a", b""), "a", "json", (before,))], {}, EMPTY)
    (stem,) = first.texts
    second = plan_import([ReadSource(Source("a", b""), "a", "json", (after,))], {stem: example("before")}, first.ledger)
    assert second.texts == {stem: example("after")}
    assert [kept.field for kept in second.report.kept] == ["body"]


def test_check_says_of_the_example_what_is_shown(site: Site) -> None:
    settings = "title: Papers\nbase_url: https://example.org/\n"
    site.write({"content/site.yaml": settings, "content/papers/everything.md": example("unchecked")})
    assert site.run("check").stdout == example("checked")


def test_the_task_for_an_editor_finds_what_check_prints() -> None:
    """The problem matcher reads file, line, column, severity and message of each problem, and nothing of its hint."""
    (task,) = json.loads(example("tasks"))["tasks"]
    pattern = task["problemMatcher"]["pattern"]
    found = [match for line in example("checked").splitlines() if (match := re.match(pattern["regexp"], line))]
    assert task["command"] == "publist check --all"
    assert len(found) == len(
        [line for line in example("checked").splitlines() if ": warning: " in line or ": suggestion: " in line]
    )
    first = found[0]
    names = ("file", "line", "column", "severity", "message")
    assert [first[pattern[name]] for name in names[:4]] == ["content/papers/everything.md", "5", "1", "warning"]
    assert first[pattern["message"]].startswith("the import was unsure")


def run_as_printed(commands: str, folder: Path, tmp_path: Path) -> None:
    """Run a block of shell commands in a folder where `publist` is this checkout's."""
    script = tmp_path / "bin" / "publist"
    script.parent.mkdir()
    script.write_text(f'#!/bin/sh\nexec "{sys.executable}" "{ROOT / "build.py"}" "$@"\n')
    script.chmod(0o755)
    path = f"{script.parent}:/usr/bin:/bin"
    subprocess.run(["sh", "-euc", commands], cwd=folder, check=True, env={"PATH": path})


def blocks(text: str, heading: str) -> list[str]:
    """The shell commands under a heading."""
    section = text.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]
    return re.findall(r"^```sh\n(.*?)^```$", section, re.MULTILINE | re.DOTALL)


def test_the_quick_start_of_readme_makes_a_site(tmp_path: Path) -> None:
    """From an empty folder and a .bib file to papers that build; what is installed and served is left out."""
    (commands,) = blocks((ROOT / "README.md").read_text(encoding="utf-8"), "Quick start")
    lines = [line for line in commands.splitlines() if not line.startswith(("pip ", "publist serve"))]
    assert len(lines) == 2
    (tmp_path / "my-papers.bib").write_text(
        "@article{a, author = {Doe, Jane}, title = {A Title}, journal = {J}, year = 2020}", encoding="utf-8"
    )
    run_as_printed("\n".join(lines).replace("~/Downloads", str(tmp_path)), tmp_path, tmp_path)
    site = Site(tmp_path / "papers")
    assert "1 paper," in site.build()


def test_the_commands_of_the_page_for_editors_do_what_is_said(small_site: Site, tmp_path: Path) -> None:
    (commands,) = blocks(TEXT, "An editor that completes and checks keys")
    run_as_printed(commands, small_site.folder, tmp_path)
    _schemas_stand(small_site.folder, json.loads(example("json")))


def _schemas_stand(folder: Path, settings: Any) -> None:
    """Each schema that the settings name is there, explains keys, and refuses a slip."""
    jsonschema = pytest.importorskip("jsonschema", reason="the extra `test` brings jsonschema")
    good = {"content/site.yaml": {"title": "Papers"}, "content/people.yaml": [{"name": "Jane Doe"}]}
    slips = {"content/site.yaml": {"titel": "Papers"}, "content/people.yaml": [{"nmae": "Jane Doe"}]}
    assert sorted(settings["yaml.schemas"].values()) == sorted(good)
    for schema_path, file in settings["yaml.schemas"].items():
        schema = json.loads((folder / schema_path).read_text(encoding="utf-8"))
        validator = jsonschema.Draft7Validator(schema)
        assert validator.is_valid(good[file])
        assert not validator.is_valid(slips[file])
        assert '"description"' in json.dumps(schema)
