"""The report of check: in which order, what is told once, how long it may be; settings that contradict each other."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from publist.cli.reports.problem_sections import MOST_LINES, sections
from publist.model.problem_groups import by_kind
from publist.model.problems import SEVERITIES, Problem, warning
from tests.conftest import Site
from tests.support.checked_site import CONTENT, add


def many(site: Site, number: int) -> None:
    """So many papers without topics and abstracts, by one person whose name has initials only."""
    site.write({"content/site.yaml": str(CONTENT["content/site.yaml"]).replace("Ada Lovelace", "A. Poe")})
    for n in range(number):
        text = f"---\ntitle: Study {n:03} of things\nauthors: [A. Poe]\ndate: 2020\n---\n"
        add(site, f"content/papers/p{n:03}.md", text)


def test_a_first_import_is_summed_up(site: Site) -> None:
    """254 papers without topics: each kind is a line with its number and three places, under 25 lines in all."""
    many(site, 254)
    lines = site.run("check").stdout.splitlines()
    assert len(lines) < 25
    (topics,) = [line for line in lines if "no topics (optional)" in line]
    assert topics == "254 files: no topics (optional) (content/papers/p000.md:2:1, p001.md:2:1, p002.md:2:1, …)"
    assert lines[lines.index(topics) + 1].startswith("  add `topics:")
    assert lines[0] == "254 warnings that may keep papers from readers:"
    assert lines[-1] == "254 papers checked: 1 kind of warning in 254 places and 2 kinds of suggestion in 508 places"


def test_all_lists_each(site: Site) -> None:
    """With --all each problem stands at its place, and the JSON has them all in any case."""
    many(site, 5)
    listed = site.run("check", "--all").stdout
    assert listed.count("suggestion: no topics (optional)") == 5
    assert "content/papers/p004.md:2:1: warning: no abstract" in listed
    told = json.loads(site.run("check", "--json").stdout)
    assert (told["errors"], told["warnings"], told["suggestions"], len(told["problems"])) == (0, 5, 10, 15)


def test_three_of_a_kind_are_told_one_by_one(site: Site) -> None:
    """A short list is no flood."""
    many(site, 3)
    assert site.run("check").stdout.count("no topics (optional)") == 3


def test_errors_come_first(clean: Site) -> None:
    """Then what keeps papers from readers, then suggestions; each group has its number."""
    add(clean, "content/papers/z.md", "---\ntitle: Z\nauthors: [Jane Doe]\ndate: 2023-02-30\n---\n")
    lines = [line for line in clean.run("check").stdout.splitlines() if line.endswith(":")]
    assert lines == ["1 error:", "2 warnings that may keep papers from readers:", "1 suggestion:"]


def test_suggestions_are_no_failure_of_a_strict_check(clean: Site) -> None:
    """A paper without topics is as its owner wants it."""
    add(clean, "content/papers/notes.md", "---\ntitle: Notes\nauthors: [Jane Doe]\ndate: 2023\n---\nAn abstract.\n")
    done = clean.run("check", "--strict")
    assert (done.returncode, done.stdout.splitlines()[-1]) == (0, "1 paper checked: 1 suggestion")


def test_messages_of_one_kind_name_what_differs() -> None:
    """Up to three values stand in the message, of more there is an ellipsis; names are no reason for two kinds."""
    few = by_kind(warning(f"{n}.md", 1, 1, f"unknown key `{'ab'[n % 2]}`") for n in range(6))
    assert [group.message for group in few] == ["unknown key `a` / `b`"]
    names = by_kind(warning(f"{n}.md", 1, 1, f"'A. Poe{n}' has only initials") for n in range(6))
    assert [(group.message, group.files) for group in names] == [("… has only initials", 6)]


_PROBLEMS = st.lists(
    st.builds(
        Problem,
        st.sampled_from(SEVERITIES),
        st.sampled_from(["content/a.md", "content/b.md", "x"]),
        st.integers(0, 3),
        st.integers(0, 3),
        st.text(st.sampled_from("ab `'\"(1.\x1b\n"), min_size=1, max_size=12),
        st.sampled_from(["", "fix it", "one\ntwo"]),
    ),
    max_size=60,
)


@given(_PROBLEMS)
@settings(max_examples=100)
def test_no_problem_is_lost(problems: list[Problem]) -> None:
    """Kinds have each problem once; headings have the true numbers; nothing reaches a terminal that it would obey."""
    groups = by_kind(problems)
    assert sorted(problem for group in groups for problem in group.problems) == sorted(problems)
    lines = sections(problems)
    for severity in SEVERITIES:
        number = sum(problem.severity == severity for problem in problems)
        assert any(line.startswith(f"{number} {severity}") for line in lines) == bool(number)
    assert not any("\x1b" in line for line in lines)
    if not any(problem.severity == "error" for problem in problems):
        assert len(lines) <= MOST_LINES


@pytest.mark.parametrize(
    ("base_url", "place"),
    [
        ("https://lee.github.io/papers/", "content/site.yaml:4:"),
        ("https://papers.example.org/list/", "content/site.yaml:3:"),
    ],
)
def test_a_domain_beside_another_address_is_told(clean: Site, base_url: str, place: str) -> None:
    """Pages serves a custom domain at its root: an address elsewhere is a contradiction, told by check and build."""
    add(clean, "content/site.yaml", f"title: P\nowner: Ada Lovelace\nbase_url: {base_url}\ncname: papers.example.org\n")
    for text in (clean.run("check").stdout, clean.run("build").stderr):
        assert place in text
        assert "write base_url: https://papers.example.org/, or delete `cname`" in text
    add(clean, "content/site.yaml", "title: P\nowner: Ada Lovelace\ncname: papers.example.org\n")
    assert "delete `cname`" not in clean.run("check").stdout


@pytest.mark.parametrize("port", ["99999", "-1", "65536"])
def test_a_port_that_there_cannot_be_is_told(small_site: Site, port: str) -> None:
    """No port is said to be taken that does not exist."""
    done = small_site.run("serve", "--port", port)
    assert (done.returncode, done.stderr) == (2, "publist: --port must be between 1 and 65535\n")


def test_lines_of_other_files_make_no_other_kind() -> None:
    """Each message names another line of another file, and all are one thing to do."""
    message = "the paper of /home/ann/{}.bib:{} stands here again"
    (group,) = by_kind(warning("b.bib", n, 0, message.format("xy"[n % 2], n)) for n in range(1, 60))
    assert group.message == "the paper of … stands here again"
