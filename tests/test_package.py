"""The package: a wheel and a source archive that hold all that is needed, and a command that needs nothing else."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tarfile
import tomllib
import venv
import zipfile
from pathlib import Path

import pytest

from publist import __version__
from publist.cli.commands import COMMANDS, module_of
from tests.conftest import ROOT

slow = pytest.mark.skipif(
    not os.environ.get("CI") and not os.environ.get("PUBLIST_PACKAGE"),
    reason="builds the package and installs it with its dependencies: set PUBLIST_PACKAGE=1",
)


def run(*command: str | Path, folder: Path, status: int = 0) -> str:
    """What a command prints; fails the test if its exit code is another one."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, env=environment)
    assert done.returncode == status, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a source archive of this repository, and the wheel made from that archive alone."""
    folder = tmp_path_factory.mktemp("dist")
    copy = folder / "copy"
    tracked = run("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", folder=ROOT).split("\0")
    for path in filter(None, tracked):
        if (ROOT / path).is_file():
            (copy / path).parent.mkdir(parents=True, exist_ok=True)
            (copy / path).write_bytes((ROOT / path).read_bytes())
    run(sys.executable, "-m", "build", "--outdir", folder, copy, folder=folder)
    return folder


@slow
def test_the_wheel_holds_every_file_of_the_package(built: Path) -> None:
    """Code, themes, and what new sites are begun with; nothing of the tests and of this repository's own site."""
    with zipfile.ZipFile(next(built.glob("*.whl"))) as wheel:
        names = set(wheel.namelist())
    copy = built / "copy"
    ours = {path.relative_to(copy).as_posix() for path in (copy / "publist").rglob("*") if path.is_file()}
    ours |= {f"publist/{path.relative_to(copy).as_posix()}" for path in (copy / "themes").rglob("*") if path.is_file()}
    assert {name for name in names if ".dist-info/" not in name} == ours


@slow
def test_the_source_archive_can_be_built_from(built: Path) -> None:
    """The archive has the themes and the licence, from which the wheel of the fixture was made."""
    with tarfile.open(next(built.glob("*.tar.gz"))) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    assert {"pyproject.toml", "LICENSE", "README.md", "themes/default/theme.yaml", "publist/cli/main.py"} <= names


@slow
def test_three_commands_to_a_site_from_the_wheel_alone(built: Path, tmp_path: Path) -> None:
    """In a fresh environment: install, init, build; and the dependencies stay small."""
    environment = tmp_path / "venv"
    venv.create(environment, with_pip=True)
    binaries = environment / ("Scripts" if os.name == "nt" else "bin")
    packages = Path(
        run(binaries / "python", "-c", "import site; print(site.getsitepackages()[0])", folder=tmp_path).strip()
    )
    before = size(packages)
    run(binaries / "pip", "install", "--quiet", next(built.glob("*.whl")), folder=tmp_path)
    assert size(packages) - before <= 60_000_000
    assert run(binaries / "publist", "--version", folder=tmp_path).strip() == f"publist {__version__}"
    run(binaries / "publist", "init", "x", folder=tmp_path)
    assert "1 paper" in run(binaries / "publist", "build", "--strict", folder=tmp_path / "x")
    assert (tmp_path / "x/output/papers/example/index.html").is_file()
    assert "nothing to render" in run(binaries / "publist", folder=tmp_path / "x")
    assert "`site`, on every page" in run(binaries / "publist", "theme", "views", folder=tmp_path / "x")


def size(folder: Path) -> int:
    """Bytes of all files below a folder, compiled ones left out: they are made again anywhere."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file() and path.suffix != ".pyc")


def publist(*arguments: str, status: int = 0) -> str:
    """The command, run from this checkout."""
    return run(sys.executable, ROOT / "build.py", *arguments, folder=ROOT, status=status)


@pytest.mark.parametrize("command", COMMANDS)
def test_the_help_of_each_verb_ends_with_an_example(command: str) -> None:
    """What a command does, its options, and a line that can be copied."""
    text = publist(command, "--help")
    assert text.startswith(f"usage: publist {command}")
    sentences, _, example = text.rstrip().rpartition("example:\n")
    assert f"publist {command}" in example
    assert max(map(len, sentences.splitlines())) < 80


def test_the_help_names_every_verb() -> None:
    """The table of commands is the help, and each has its module."""
    text = publist("--help")
    assert re.findall(r"^    (\w+)\s", text, re.MULTILINE) == list(COMMANDS)
    modules = {path.stem for path in (ROOT / "publist/cli/commands").glob("*.py")} - {"__init__", "base", "help_text"}
    assert {module_of(command).rpartition(".")[2] for command in COMMANDS} == modules


def test_a_slip_in_a_verb_is_wrong_use() -> None:
    """With the command that was probably meant."""
    done = subprocess.run([sys.executable, ROOT / "build.py", "biuld"], capture_output=True, text=True, check=False)
    assert (done.returncode, "Did you mean 'build'?" in done.stderr) == (2, True)


def test_options_may_stand_before_the_verb(tmp_path: Path) -> None:
    """--site and --json mean the same before and after the command, and without one it builds."""
    publist("init", str(tmp_path / "x"))
    site = str(tmp_path / "x")
    texts = [
        publist("--site", site, "--json"),
        publist("--json", "build", f"--site={site}"),
        publist("--site", site, "--json", "build"),
    ]
    assert all('"papers": 1' in text for text in texts)


def test_version_and_dependencies_are_those_of_the_project() -> None:
    """The oldest Python that the project names is the one that the checks run on."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert project["project"]["requires-python"] == f">={project['tool']['mypy']['python_version']}"
    assert publist("--version").strip() == f"publist {__version__}"
