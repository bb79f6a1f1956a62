"""What hosts, git and other systems cannot hold is found before it is pushed."""

from __future__ import annotations

from pathlib import Path

import pytest

from publist.build import size_limit
from publist.publishing import limits
from publist.text import file_names
from tests.conftest import Site
from tests.support.published_site import git


@pytest.mark.parametrize(
    "path",
    [
        *("assets/con", "assets/AUX.txt", "a/COM1.pdf", "a/b:c.pdf", "a/what?.pdf", "a\\b", "a/end.", "a/end "),
        *(".git/x", "a/.GIT", "a/GIT~1", "a/.g\u200cit", "a/\udcff", "a/" + "é" * 130, "a/tab\t"),
    ],
)
def test_names_that_others_cannot_hold_are_errors(path: str) -> None:
    """Names that Windows or git cannot hold are found wherever they stand in a path."""
    assert file_names.name_fault(path)


@pytest.mark.parametrize("path", ["papers/console/index.html", "a/comma,.pdf", "a/.gitignore", "a/李明.pdf", "com10/x"])
def test_other_names_are_fine(path: str) -> None:
    """Names that only look like those stay."""
    assert file_names.name_fault(path) == ""


def test_links_and_lost_files_are_errors(tmp_path: Path) -> None:
    """Only plain files are published."""
    (tmp_path / "there").write_text("x", encoding="utf-8")
    (tmp_path / "link").symlink_to("there")
    found = limits.check(str(tmp_path), ["there", "link", "lost"])
    assert [(problem.path, problem.severity) for problem in found] == [("link", "error"), ("lost", "error")]


def test_sizes_over_the_limits_are_told_with_the_largest_files(tmp_path: Path) -> None:
    """A file over 100 MB and a site over 1 GB are warned of; the largest files come first."""
    for number, size in enumerate((600_000_000, 450_000_000, 20)):
        with (tmp_path / f"f{number}").open("wb") as file:
            file.truncate(size)
    found = limits.check(str(tmp_path), ["f2", "f1", "f0"])
    assert [problem.path for problem in found] == ["f0", "f1", "output"]
    assert {problem.severity for problem in found} == {"warning"}
    assert "1.1 GB" in found[-1].message
    assert [line.split()[-1] for line in found[-1].hint.splitlines()[1:]] == ["f0", "f1", "f2"]
    assert "output: lean" in found[-1].hint
    with (tmp_path / "f0").open("wb") as file:
        file.truncate(size_limit.FILE_BYTES)
    assert limits.check(str(tmp_path), ["f0", "f2"]) == []


def test_a_name_that_cannot_be_held_is_not_published(project: Site, remote: Path) -> None:
    """An asset with such a name stops the publication and is named."""
    project.write({"content/assets/aux.pdf": b"%PDF"})
    done = project.run("publish")
    assert done.returncode == 1
    assert "assets/aux.pdf: error: Windows keeps the name" in done.stderr
    assert "gh-pages" not in git(remote, "for-each-ref")
