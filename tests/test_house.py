"""The house keeps its shape: imports point down, packages are all named, README and CI agree."""

from __future__ import annotations

import ast
import subprocess
import sys
import tomllib
from fnmatch import fnmatch
from itertools import pairwise

import pytest

from publist.model.format_table import FORMATS
from tests.conftest import ROOT
from tests.support.house import PACKAGE, circle, module_graph, modules, room_graph

ROOMS = (
    {"cli"},
    {"preview", "checks", "publishing", "network"},
    {"build"},
    {"outputs", "importing"},
    {"library", "theming", "formats"},
    {"content"},
    {"text"},
    {"model", "cache"},
)
"""The rooms from the top floor to the lowest; no room imports one above it."""
DATA = {"locales", "starter"}
"""Folders below ``publist/`` that hold no code."""


def test_the_package_holds_its_rooms_and_nothing_else() -> None:
    """Every module lies in a room that CONTRIBUTING's map names; beside them stand two folders of data."""
    found = {path.name for path in PACKAGE.iterdir() if path.name != "__pycache__"}
    assert found == {"__init__.py", "__main__.py", *DATA}.union(*ROOMS)


def test_imports_make_no_circle() -> None:
    """No module reaches itself by its imports, and no room another that reaches it; imports for types count."""
    graph = module_graph(modules())
    assert circle(graph) == ()
    assert circle(room_graph(graph)) == ()


def test_imports_point_down() -> None:
    """No room imports one on a higher floor."""
    graph = room_graph(module_graph(modules()))
    floor = {room: number for number, rooms in enumerate(ROOMS) for room in rooms}
    upwards = [f"{room} imports {below}" for room in graph for below in graph[room] if floor[below] < floor[room]]
    assert upwards == []


def _loaded_by(*modules: str) -> set[str]:
    """What these modules load into a fresh Python (which an editable installation makes load some of its own)."""
    program = f"import sys; own = set(sys.modules); import {', '.join(modules)}; print(*set(sys.modules) - own)"
    found = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    return set(found.stdout.split())


def test_a_build_loads_no_parser_before_it_needs_one() -> None:
    """YAML is loaded by the first file that has changed, Markdown and templates by the first page."""
    others = {"markdown", "nh3", "jinja2", "argparse", "dataclasses", "pathlib", "inspect"}
    assert _loaded_by("publist.cli.main", "publist.build.builder") & (others | {"yaml"}) == set()
    assert _loaded_by("publist.build.plan", "publist.build.render") & others == set()


def test_a_build_loads_no_reader_of_citations() -> None:
    """A build writes citations; what reads them is loaded by who imports some."""
    loaded = _loaded_by(*[f"publist.formats.{row.module}" for row in FORMATS if row.writes])
    readers = {"bibtex.reader", "bibtex.splitter", "ris_reader", "csl_reader", "normalising.steps"}
    readers |= {"single_names", "normalising.statuses", "normalising.preprint_servers", "webpage.bylines"}
    assert loaded & {f"publist.formats.{name}" for name in readers} == set()


def test_every_folder_of_tests_is_looked_into(pytestconfig: pytest.Config) -> None:
    """Some folders are passed over by their names, ``build`` among them where nobody tells pytest otherwise."""
    passed_over = pytestconfig.getini("norecursedirs")
    folders = {path.parent.name for path in (ROOT / "tests").rglob("test_*.py")}
    assert {name for name in folders if any(fnmatch(name, pattern) for pattern in passed_over)} == set()


def test_every_package_is_named_for_the_wheel() -> None:
    """pyproject.toml names each folder of code, so that an installed publist is whole."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    named = set(settings["tool"]["setuptools"]["packages"])
    folders = {".".join(path.parent.relative_to(ROOT).parts) for path in PACKAGE.rglob("*.py")}
    assert folders <= named


def test_every_dependency_has_bounds_and_a_reason() -> None:
    """Each dependency says from which version to which it works, and why it is there."""
    lines = (ROOT / "pyproject.toml").read_text(encoding="utf-8").splitlines()
    start = lines.index("dependencies = [")
    rows = [line for line in lines[start + 1 : lines.index("]", start)] if line.strip()]
    for row in rows:
        assert ">=" in row, row
        assert ",<" in row, row
        assert "  #" in row, row


def test_the_top_level_holds_what_the_design_names() -> None:
    """Nothing grows at the top but what convention puts there."""
    convention = {"LICENSE", "CHANGELOG.md", "docs", "publist", "CONTRIBUTING.md", "SECURITY.md"}
    named = {"pyproject.toml", "README.md", "content", "themes", "build.py", "output", "tests"}
    found = {path.name for path in ROOT.iterdir() if not path.name.startswith(".")}
    generated = {"publist.egg-info", "build", "dist", "node_modules"}
    assert found - generated <= named | convention
    assert named <= found


def test_every_file_says_in_a_sentence_what_it_is() -> None:
    """Each module begins with a docstring of one sentence on its first line."""
    for name, tree in modules().items():
        told = ast.get_docstring(tree)
        assert told, name
        assert told.splitlines()[0].rstrip().endswith((".", ":", ";", ",")) or len(told.splitlines()) > 1, name


def test_files_are_small() -> None:
    """A file over 300 lines wants to be two."""
    for path in (*PACKAGE.rglob("*.py"), *(ROOT / "tests").rglob("*.py")):
        assert len(path.read_text(encoding="utf-8").splitlines()) <= 300, path.name


def test_the_commands_of_readme_are_those_of_ci() -> None:
    """README prints two commands, each on one line, and .ci/run takes them from there."""
    lines = (ROOT / "README.md").read_text(encoding="utf-8").splitlines()
    commands = [line for line in lines if line.startswith("python3 -m venv ")]
    assert len(commands) == 2
    assert all(before == "```sh" for before, line in pairwise(lines) if line in commands)
    assert "README.md" in (ROOT / ".ci/run").read_text(encoding="utf-8")
