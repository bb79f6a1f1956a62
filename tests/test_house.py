"""The house keeps its shape: imports point down, packages are all named, README and CI agree."""

from __future__ import annotations

import ast
import subprocess
import sys
import tomllib
from collections.abc import Iterable, Mapping
from itertools import pairwise

from tests.conftest import ROOT

PACKAGE = ROOT / "publist"


def _modules() -> dict[str, ast.Module]:
    found = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        name = ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        found[name] = ast.parse(path.read_text(encoding="utf-8"))
    return found


def _imports(name: str, tree: ast.Module, known: set[str]) -> set[str]:
    """The modules of the house that a module imports, wherever in its text (for types too)."""
    wanted = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
            for alias in node.names:
                whole = f"{node.module}.{alias.name}"
                wanted.add(whole if whole in known else node.module)
        elif isinstance(node, ast.Import):
            wanted |= {alias.name for alias in node.names}
    return {module for module in wanted & known if module != name}


def _walk_without_circle(graph: Mapping[str, Iterable[str]]) -> None:
    """Fails with the way around, if there is one."""
    done: set[str] = set()

    def visit(name: str, above: tuple[str, ...]) -> None:
        assert name not in above, " -> ".join([*above[above.index(name) :], name])
        if name not in done:
            for below in sorted(graph[name]):
                visit(below, (*above, name))
            done.add(name)

    for name in graph:
        visit(name, ())


def _part(module: str) -> str:
    """The part of the house that a module is in: a package below publist, or a module that stands alone."""
    return ".".join(module.split(".")[:2])


def test_imports_make_no_circle() -> None:
    """No module reaches itself by its imports; those for types count."""
    modules = _modules()
    _walk_without_circle({name: _imports(name, tree, set(modules)) for name, tree in modules.items()})


def test_packages_make_no_circle() -> None:
    """No package reaches itself through another, though each of its modules might not."""
    modules = _modules()
    graph: dict[str, set[str]] = {_part(name): set() for name in modules}
    for name, tree in modules.items():
        graph[_part(name)] |= {_part(below) for below in _imports(name, tree, set(modules))} - {_part(name)}
    _walk_without_circle(graph)


FLOORS = (
    *("cli", "commands", "preview", "reports", "publishing", "checks", "builder", "engine", "importing"),
    *("outputs", "library", "taxonomy", "content", "theming", "markup", "versions", "formats"),
    *("yamltext", "fields", "latex", "text", "model", "errors"),
)


def test_imports_point_down() -> None:
    """No floor of the house imports one above it."""
    modules = _modules()
    for upper, lower in ((a, b) for i, a in enumerate(FLOORS) for b in FLOORS[i + 1 :]):
        for name, tree in modules.items():
            if name == f"publist.{lower}" or name.startswith(f"publist.{lower}."):
                above = [
                    m
                    for m in _imports(name, tree, set(modules))
                    if m == f"publist.{upper}" or m.startswith(f"publist.{upper}.")
                ]
                assert above == [], f"{name} imports {above}"


def _loaded_by(*modules: str) -> set[str]:
    """What these modules load into a fresh Python (which an editable installation makes load some of its own)."""
    program = f"import sys; own = set(sys.modules); import {', '.join(modules)}; print(*set(sys.modules) - own)"
    found = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    return set(found.stdout.split())


def test_named_tuples_are_made_the_quick_way() -> None:
    """By our own maker, which takes the types as text."""
    for name, tree in _modules().items():
        sources = {
            node.module: {alias.name for alias in node.names} for node in tree.body if isinstance(node, ast.ImportFrom)
        }
        assert "NamedTuple" not in sources.get("typing", ()), name
        if "publist.namedtuples" in sources:
            assert "annotations" in sources.get("__future__", ()), name


def test_a_build_loads_no_parser_before_it_needs_one() -> None:
    """YAML, Markdown and templates are loaded by the first file that is not plain, and by the first page."""
    loaded = _loaded_by("publist.cli", "publist.builder", "publist.engine.planning", "publist.engine.rendering")
    assert loaded & {"yaml", "markdown", "nh3", "jinja2", "argparse", "dataclasses", "pathlib", "inspect"} == set()


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
    for name, tree in _modules().items():
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
