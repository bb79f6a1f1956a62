"""Files that others put on the published branch: they stay, bytes and mode, or publishing is refused and names them."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Site, paper
from tests.support.published_site import git, publish

Change = Callable[[Path], object]


def _commit_on_branch(remote: Path, clone: Path, change: Change) -> None:
    """What somebody else does to the branch in a clone of it."""
    git(remote.parent, "clone", "--quiet", "--branch", "gh-pages", str(remote), str(clone))
    change(clone)
    git(clone, "add", "--all", "--force")
    git(clone, "commit", "--quiet", "-m", "By another hand")
    git(clone, "push", "--quiet", "origin", "gh-pages")


def _put(*paths: str) -> Change:
    def change(clone: Path) -> None:
        for path in paths:
            (clone / path).parent.mkdir(parents=True, exist_ok=True)
            (clone / path).write_text("theirs\n", encoding="utf-8")

    return change


def _tree(remote: Path) -> dict[str, str]:
    """Mode and object of each file of the branch."""
    rows = git(remote, "ls-tree", "-r", "-z", "gh-pages").split("\0")
    return {row.partition("\t")[2]: row.partition("\t")[0] for row in rows if row}


def _edit(project: Site) -> None:
    project.write({"content/papers/third.md": paper("A third")})
    (project.folder / "content/papers/notes.md").unlink()


@pytest.mark.parametrize(
    "path",
    [
        "thesis/index.html",
        "favicon.ico",
        "papers/notes/slides.pdf",
        "papers/extra/index.html",
        ".well-known/security.txt",
        ".github/workflows/own.yml",
        "über uns/ä b.html",
        "with\ttab.txt",
        "-n",
        "assets/mine.css",
    ],
)
def test_a_file_of_others_stays(project: Site, remote: Path, tmp_path: Path, path: str) -> None:
    """Whatever its name, a file that others put on the branch is there after the next publications, and told."""
    publish(project)
    _commit_on_branch(remote, tmp_path / "clone", _put(path))
    theirs = _tree(remote)[path]
    _edit(project)
    done = project.run("publish")
    assert done.returncode == 0, done.stderr
    assert "1 file that publist did not put there" in done.stderr
    after = _tree(remote)
    assert after[path] == theirs
    assert "papers/third/index.html" in after
    assert "papers/notes/index.html" not in after
    assert "Already up to date" in project.run("publish").stdout
    assert _tree(remote) == after


def test_modes_stay(project: Site, remote: Path, tmp_path: Path) -> None:
    """A program and a link of others are a program and a link afterwards."""

    def change(clone: Path) -> None:
        _put("tools/run.sh")(clone)
        (clone / "tools/run.sh").chmod(0o755)
        os.symlink("run.sh", clone / "tools/link")

    publish(project)
    _commit_on_branch(remote, tmp_path / "clone", change)
    before = _tree(remote)
    _edit(project)
    publish(project)
    assert {path: _tree(remote)[path] for path in ("tools/run.sh", "tools/link")} == {
        path: before[path] for path in ("tools/run.sh", "tools/link")
    }
    assert before["tools/run.sh"].startswith("100755")


@pytest.mark.parametrize("theirs", ["thesis/index.html", "thesis"])
def test_a_file_in_the_way_of_a_page_is_not_overwritten(
    project: Site, remote: Path, tmp_path: Path, theirs: str
) -> None:
    """Where the site gets a page at the place of such a file, publishing is refused and names the file."""
    publish(project)
    _commit_on_branch(remote, tmp_path / "clone", _put(theirs))
    before = _tree(remote)
    project.write({"content/pages/thesis.md": "---\ntitle: My thesis\n---\nText.\n"})
    done = project.run("publish")
    assert done.returncode == 1
    assert theirs in done.stderr
    assert "where the site has files of its own, the branch holds 1 file that publist did not put there" in done.stderr
    assert "--replace" in done.stderr
    assert _tree(remote) == before
    publish(project, "--replace")
    assert set(_tree(remote)) == set(project.snapshot())


def test_a_branch_that_lost_its_listing_is_refused(project: Site, remote: Path, tmp_path: Path) -> None:
    """Without the listing nobody knows whose files they are."""
    publish(project)
    _commit_on_branch(remote, tmp_path / "clone", lambda clone: (clone / ".publist-files").unlink())
    before = _tree(remote)
    _edit(project)
    done = project.run("publish")
    assert done.returncode == 1
    assert "did not put there" in done.stderr
    assert _tree(remote) == before


def test_a_page_that_others_deleted_comes_back(project: Site, remote: Path, tmp_path: Path) -> None:
    """Files of ours are those of the site, whatever others did to them."""
    publish(project)
    _commit_on_branch(remote, tmp_path / "clone", lambda clone: (clone / "papers/notes/index.html").unlink())
    publish(project)
    assert set(_tree(remote)) == set(project.snapshot())


def test_replacing_removes_what_others_put_there(project: Site, remote: Path, tmp_path: Path) -> None:
    """`--replace` makes the branch the site alone, and the dry run tells which files go."""
    publish(project)
    _commit_on_branch(remote, tmp_path / "clone", _put("thesis/index.html"))
    told = json.loads(project.run("publish", "--replace", "--dry-run", "--json").stdout)
    assert told["removed"] == ["thesis/index.html"]
    publish(project, "--replace")
    assert set(_tree(remote)) == set(project.snapshot())


def test_a_dry_run_does_not_count_files_of_others(project: Site, remote: Path, tmp_path: Path) -> None:
    """Files that stay are neither new nor removed."""
    publish(project)
    _commit_on_branch(remote, tmp_path / "clone", _put("thesis/index.html"))
    told = json.loads(project.run("publish", "--dry-run", "--json").stdout)
    assert (told["new"], told["changed"], told["removed"]) == ([], [], [])
