"""Front matter and settings of other generators with slips in them: what can be told is kept, flagged and told."""

from __future__ import annotations

import pytest

from tests.conftest import Site
from tests.support.moved_sites import other, papers

__all__ = ["other"]  # a fixture


def test_front_matter_that_is_no_yaml_is_read_line_by_line(site: Site, other: Site) -> None:
    """The page stood on the web all the same: what can be told is kept, told and flagged."""
    text = '---\ntitle: "A "great" study"\nauthors: Ann Lee, Max Roe\ndate: 2020-01-01\nvenue: Things\n---\nText.\n'
    other.write({"_publications/a.md": text})
    done = site.run("import", "other")
    assert "was read line by line" in done.stderr
    values, body = next(iter(papers(site).values()))
    assert (values["authors"], values["review"], values["venue"], body) == (
        ["Ann Lee", "Max Roe"],
        ["authors"],
        "Things",
        "Text.",
    )


@pytest.mark.parametrize(
    ("head", "authors"),
    [
        ("authors:\n- Ann Lee\n\t- Max Roe\ndate: 2020-01-01", ["Ann Lee", "Max Roe"]),
        ("venue: Things: a view\nauthors: [Ann Lee, Max Roe\ndate: 2020-01-01", ["Ann Lee", "Max Roe"]),
        ("venue: 'Things\nauthors: ['Ann Lee', \"Max Roe\"]\ndate: 2020-01-01", ["Ann Lee", "Max Roe"]),
    ],
)
def test_a_slip_in_front_matter_makes_no_other_names(site: Site, other: Site, head: str, authors: list[str]) -> None:
    """A tab, a bracket or a quotation mark that is missing: the names are those that stand there, and flagged."""
    other.write({"_publications/a.md": f"---\ntitle: A paper\n{head}\n---\nText.\n"})
    done = site.run("import", "other")
    values, text = papers(site)["A paper"]
    assert (values["authors"], values["date"], text) == (authors, "2020-01-01", "Text.")
    assert values["review"] == ["authors"]
    assert "a.md:" in done.stderr
    assert "is no YAML, and was read line by line" in done.stderr


def test_front_matter_that_two_dashes_close(site: Site, other: Site) -> None:
    """The text under it is no part of it."""
    other.write({"_publications/a.md": "---\ntitle: A paper\nauthors: Ann Lee\n--\n\nText of it.\n"})
    site.run("import", "other")
    assert papers(site)["A paper"][1] == "Text of it."


def test_a_line_that_no_key_is_for_is_named(site: Site, other: Site) -> None:
    """A colon that is missing loses a date: the report has the line."""
    other.write({"_publications/a.md": "---\ntitle: A paper\nauthors: Ann Lee\ndate 2020-01-01\n---\n"})
    assert "a.md:4: warning: nothing tells what this line is: 'date 2020-01-01'" in site.run("import", "other").stderr


def test_settings_with_a_slip_make_no_other_owner(site: Site, other: Site) -> None:
    """What stands under a key belongs to it; the report names the line."""
    text = "title: Cranes\nauthor:\n  name: 'Ann Lee\n  email: ann@uni.edu\nscholar: [\n"
    other.write({"_config.yml": text, "_publications/a.md": "---\ntitle: A paper\nauthors: Ann Lee\n---\n"})
    done = site.run("import", "other")
    assert "_config.yml:" in done.stderr
    assert "the file is no YAML, and was read line by line" in done.stderr
    written = (site.folder / "content/site.yaml").read_text(encoding="utf-8")
    assert "owner: Ann Lee\n" in written
    assert "scholar" not in written


def test_of_a_doubled_key_the_last_counts(site: Site, other: Site) -> None:
    """As it does for Jekyll."""
    other.write({"_publications/a.md": "---\ntitle: A paper\nauthors: Ann Lee\nvenue: One\nvenue: Two\n---\n"})
    site.run("import", "other")
    assert papers(site)["A paper"][0]["venue"] == "Two"


def test_one_author_as_a_mapping_is_an_author(site: Site, other: Site) -> None:
    """A list of authors may have one, with a key for the name."""
    head = "title: A paper\nauthors:\n- name: Ann Lee\n  url: https://example.org/ann\ndate: 2020-01-01"
    other.write({"_publications/a.md": f"---\n{head}\n---\nText.\n"})
    done = site.run("import", "other")
    assert "Traceback" not in done.stderr
    values, _ = papers(site)["A paper"]
    assert "Ann Lee" in str(values["authors"])
