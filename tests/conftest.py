"""What the tests share: a temporary site from a dict of files, the real command, a real browser."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from tests.support.machine_site import MACHINE_SITE

pytest_plugins = (
    "tests.support.checked_site",
    "tests.support.preview_window",
    "tests.support.published_site",
    "tests.support.versions_site",
)  # fixtures

# How long an example takes says more about the machine. The same code gets the same examples each time: nobody's change
# must be refused for what another one left behind. `HYPOTHESIS=search` looks at new ones in each run.
settings.register_profile("publist", deadline=None, derandomize=os.environ.get("HYPOTHESIS") != "search")
settings.load_profile("publist")

ROOT = Path(__file__).resolve().parent.parent


class Site:
    """A site in a temporary folder, and the command run on it as a user runs it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.output = folder / "output"

    def write(self, files: dict[str, str | bytes]) -> None:
        """Write files by their path in the site."""
        for path, content in files.items():
            place = self.folder / path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(content if isinstance(content, bytes) else content.encode())

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run publist with these arguments in the site's folder."""
        command = [sys.executable, str(ROOT / "build.py"), *arguments]
        return subprocess.run(command, cwd=self.folder, capture_output=True, text=True, check=False)

    def build(self, *arguments: str) -> str:
        """Build; what it prints. Fails the test if the build fails."""
        done = self.run("build", *arguments)
        assert done.returncode == 0, done.stderr
        return done.stdout

    def page(self, path: str) -> str:
        """The text of an output file."""
        return (self.output / path).read_text(encoding="utf-8")

    def snapshot(self) -> dict[str, bytes]:
        """Every file of the output with its bytes."""
        return {
            path.relative_to(self.output).as_posix(): path.read_bytes()
            for path in sorted(self.output.rglob("*"))
            if path.is_file()
        }


PAPER = """\
---
title: {title}
authors:
  - Ada Lovelace
  - Grace Hopper
date: 1843-09-01
topics: [Computing]
---
An abstract with *emphasis* and $x^2$.
"""


def paper(title: str) -> str:
    """A paper file."""
    return PAPER.format(title=title)


SMALL_SITE: dict[str, str | bytes] = {
    "content/site.yaml": "title: Papers\nowner: Ada Lovelace\nbase_url: https://example.org/list/\n",
    "content/papers/notes.md": paper("Notes on the engine"),
    "content/papers/compiler.md": paper("A compiler"),
}


@pytest.fixture
def site(tmp_path: Path) -> Site:
    """An empty site."""
    return Site(tmp_path)


@pytest.fixture
def small_site(site: Site) -> Site:
    """A site of two papers by two people on one topic."""
    site.write(SMALL_SITE)
    return site


@pytest.fixture(scope="session")
def machine_site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The site of every type and oddity, built once; tests only read it."""
    made = Site(tmp_path_factory.mktemp("machines"))
    made.write(MACHINE_SITE)
    made.build()
    return made


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Refuse connections to anything but this machine: nothing here may need the network."""
    connect = socket.socket.connect

    def guarded(self: socket.socket, address: Any) -> None:
        if isinstance(address, tuple) and address[0] not in ("127.0.0.1", "::1", "localhost"):
            raise OSError(f"a test may not connect to {address}")
        connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", guarded)


def chromium_path() -> str | None:
    """The path of a Chromium, None if there is none."""
    names = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
    return os.environ.get("CHROMIUM") or next((path for path in map(shutil.which, names) if path), None)


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """Chromium, headless. Without one the test is skipped, except in CI, where it fails."""
    path = chromium_path()
    if path is None:
        how = "no Chromium found: install one (Debian: apt install chromium) or set CHROMIUM to its path"
        if os.environ.get("CI"):
            pytest.fail(how)
        pytest.skip(how)
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        yield chromium
        chromium.close()
