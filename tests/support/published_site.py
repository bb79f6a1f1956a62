"""A site in a git repository of its own, with a remote on disk to publish to."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.conftest import SMALL_SITE, Site


@pytest.fixture
def git_identity(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    """A git whose settings are the test's own."""
    home = tmp_path_factory.mktemp("home")
    settings = "[user]\n\tname = Ada Lovelace\n\temail = ada@example.org\n[init]\n\tdefaultBranch = main\n"
    (home / "gitconfig").write_text(settings, encoding="utf-8")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(home / "gitconfig"))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")


def git(folder: Path, *arguments: str) -> str:
    """What git prints."""
    done = subprocess.run(["git", *arguments], cwd=folder, capture_output=True, text=True, check=True)
    return done.stdout.strip()


@pytest.fixture
def remote(tmp_path: Path, git_identity: None) -> Path:  # noqa: ARG001 (asked for what it does)
    """An empty bare repository."""
    folder = tmp_path / "remote.git"
    folder.mkdir()
    git(folder, "init", "--quiet", "--bare")
    return folder


@pytest.fixture
def project(tmp_path: Path, remote: Path) -> Site:
    """A small site in a git repository with a remote and a pushed main branch."""
    folder = tmp_path / "project"
    folder.mkdir()
    site = Site(folder)
    site.write({**SMALL_SITE, ".gitignore": "/output/*\n/.publist/\n"})
    git(folder, "init", "--quiet")
    git(folder, "add", ".")
    git(folder, "commit", "--quiet", "-m", "Begin")
    git(folder, "remote", "add", "origin", str(remote))
    git(folder, "push", "--quiet", "origin", "main")
    return site


def published(remote: Path, into: Path) -> dict[str, bytes]:
    """Every file of the branch, as a clone of it has them."""
    git(remote.parent, "clone", "--quiet", "--branch", "gh-pages", str(remote), str(into))
    files = [path for path in into.rglob("*") if path.is_file() and ".git" not in path.relative_to(into).parts]
    return {path.relative_to(into).as_posix(): path.read_bytes() for path in files}


def publish(site: Site, *arguments: str) -> str:
    """Publish; what it prints. Fails the test if it fails."""
    done = site.run("publish", *arguments)
    assert done.returncode == 0, done.stderr
    return done.stdout
