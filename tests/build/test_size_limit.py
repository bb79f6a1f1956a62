"""A site that comes near what hosts serve is told in time, with what makes it smaller."""

from __future__ import annotations

import pytest

from publist.build import size_limit
from tests.conftest import Site


def test_a_site_near_the_limit_is_warned_of() -> None:
    """From 800 MB on there is a warning with the size and the settings that help; below there is none."""
    assert size_limit.size_warnings({"a": 700_000_000, "b": 99_999_999}) == []
    (told,) = size_limit.size_warnings({"a": 700_000_000, "b": 100_000_000})
    assert told.severity == "warning"
    assert "800.0 MB" in told.message
    assert "output: lean" in told.hint
    assert [line.split()[-1] for line in told.hint.splitlines()[1:]] == ["a", "b"]


def test_check_looks_at_the_last_build(small_site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """`check` says the same of what was built last, and nothing before there is a site."""
    from publist.checks.audit import audit

    monkeypatch.setattr(size_limit, "_NEAR", 1_000)
    assert not any("GitHub Pages" in problem.message for problem in audit(str(small_site.folder)).problems)
    small_site.build()
    assert any("GitHub Pages" in problem.message for problem in audit(str(small_site.folder)).problems)
