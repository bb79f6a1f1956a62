"""A file with more mistakes than anybody reads: the first are listed, the others are counted, none is hidden."""

from __future__ import annotations

import json
import re

from hypothesis import given
from hypothesis import strategies as st

from publist.model.problem_list import MOST, listed
from publist.model.problems import Problem, error, warning
from tests.conftest import Site

RUBBISH = "TY  - JOUR\nER  - \n" * 300 + "TY  - JOUR\nTI  - A Title\nDO  - none\nER  - \n"


def test_few_problems_are_listed_each() -> None:
    """In the order in which they were found, with their hints."""
    problems = [warning("b", 2, 1, "two", "mend it"), error("a", 1, 1, "one")]
    assert listed(problems) == ["b:2:1: warning: two\n  mend it", "a:1:1: error: one"]


def test_of_one_file_the_first_are_listed_and_the_others_counted_by_kind() -> None:
    """Names and numbers are left open; errors are listed although many warnings stand before them."""
    many = [warning("x.bib", line, 1, f"the entry k{line} does not close") for line in range(1, 101)]
    some = [warning("x.bib", line, 1, f"a second year in the entry k{line}") for line in range(101, 131)]
    found = listed([*many, *some, error("x.bib", 131, 1, "no entry"), warning("y.bib", 1, 1, "an odd one")])
    assert found[:MOST] == [str(problem) for problem in many[:MOST]]
    assert found[MOST : MOST + 2] == ["x.bib:131:1: error: no entry", "y.bib:1:1: warning: an odd one"]
    assert found[MOST + 2 :] == [
        "x.bib: 110 more that are not listed (--json lists all):\n"
        "  80 of the kind “warning: the entry … does not close”\n"
        "  30 of the kind “warning: a second year in the entry …”"
    ]


def test_kinds_beyond_a_few_are_counted_together() -> None:
    """The list of kinds is bounded, too."""
    words = "ant bee cat dog eel fox gnu hen ibis jay".split()
    problems = [warning("x", line, 0, f"{word} {word}") for word in words for line in range(30)]
    last = listed(problems)[-1].splitlines()
    assert len(last) == 10
    assert last[-1] == "  40 of 2 other kinds"


_PROBLEMS = st.builds(
    Problem,
    st.sampled_from(["error", "warning"]),
    st.sampled_from(["x", "y"]),
    st.integers(0, 9),
    st.just(0),
    st.text("ab1 ", max_size=9),
)


@given(st.lists(_PROBLEMS, max_size=300))
def test_what_is_listed_and_what_is_counted_are_all(problems: list[Problem]) -> None:
    """No problem is left out of both."""
    found = listed(problems)
    counts = [int(number) for text in found for number in re.findall(r"^[xy]: (\d+) more", text, re.MULTILINE)]
    kinds = [int(number) for text in found for number in re.findall(r"^  (\d+) of ", text, re.MULTILINE)]
    assert len(found) - len(counts) + sum(counts) == len(problems)
    assert sum(kinds) == sum(counts)


def test_a_file_of_rubbish_is_told_in_few_lines_and_whole_as_json(site: Site) -> None:
    """``import`` names the first mistakes and counts the rest; ``--json`` has every one."""
    site.write({"content/site.yaml": "title: P\n", "rubbish.ris": RUBBISH})
    done = site.run("import", "--dry-run", "rubbish.ris")
    assert done.stderr.count("a record without a title is left out") == MOST + 1
    assert "rubbish.ris: 280 more that are not listed (--json lists all):\n  280 of the kind" in done.stderr
    whole = json.loads(site.run("import", "--dry-run", "--json", "rubbish.ris").stdout)
    assert len(whole["problems"]) == 300


def test_a_report_on_many_papers_names_the_first(site: Site) -> None:
    """So many are new, and in need of review, that the rest of either is counted."""
    listing = "".join(f"CLSep 18, 2023\nX{number}\n" for number in range(150))
    site.write({"content/site.yaml": "title: P\n", "list.txt": listing})
    told = site.run("import", "--dry-run", "list.txt").stdout.splitlines()
    assert told[0] == "Imported 150 papers, 150 need review"
    assert told[-1] == "  … and 50 more (--json lists all)"
    assert len(told) == 1 + 101 + 101
