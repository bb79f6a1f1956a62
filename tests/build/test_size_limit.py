"""A site that comes near what hosts serve is told in time, with what makes it smaller."""

from __future__ import annotations

import pytest

from publist.build import size_limit
from tests.conftest import Site


def test_a_site_near_the_limit_is_warned_of() -> None:
    """From 800 MB on there is a warning with the size and the settings that help; below there is none."""
    most = {f"a/{number}": 100_000_000 for number in range(7)}
    assert size_limit.size_warnings(most | {"b": 99_999_999}) == []
    (told,) = size_limit.size_warnings(most | {"b": 100_000_000})
    assert told.severity == "warning"
    assert "800.0 MB" in told.message
    assert "output: lean" in told.hint
    assert [line.split()[-1] for line in told.hint.splitlines()[1:]] == ["a/", "b"]


def test_the_largest_parts_of_a_site_are_named() -> None:
    """Parts are folders and files at the root, with their size and number of files."""
    people = {f"people/{number}/index.html": 100_000_000 for number in range(9)}
    (told,) = size_limit.size_warnings(people | {"x": 7})
    assert told.hint.splitlines()[1:] == ["  900.0 MB in 9 files: people/", "  7 bytes in 1 file: x"]


def test_a_file_that_is_too_large_is_told_with_what_makes_it_smaller() -> None:
    """An asset goes elsewhere; of a file that publist makes the setting is named."""
    sizes = dict.fromkeys(["api/papers.json", "assets/film.mp4", "publications.json"], size_limit.FILE_BYTES + 1)
    hints = {problem.path: problem.hint for problem in size_limit.size_warnings(sizes)}
    assert "api: false" in hints["api/papers.json"]
    assert "content/assets" in hints["assets/film.mp4"]
    assert "lists: [bib]" in hints["publications.json"]


def test_check_looks_at_the_last_build(small_site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """`check` says the same of what was built last, and nothing before there is a site."""
    from publist.checks.audit import audit

    monkeypatch.setattr(size_limit, "_NEAR", 1_000)
    assert not any("GitHub Pages" in problem.message for problem in audit(str(small_site.folder)).problems)
    small_site.build()
    assert any("GitHub Pages" in problem.message for problem in audit(str(small_site.folder)).problems)
