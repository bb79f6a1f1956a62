"""Several files of several kinds in one import: one paper a work, whatever the order; a broken file keeps all out."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from itertools import permutations
from pathlib import Path

import pytest

from publist.importing.run import import_sources
from publist.importing.source import Source
from tests.conftest import Site
from tests.support.content_files import papers, text

FILES = {
    "mine.bib": """\
@inproceedings{doe2023, author = {Doe, Jane and Roe, Max and Lee, Ann and M{\\"u}ller, J{\\"o}rg},
  title = {Learning to Listen with Many Ears}, booktitle = {Interspeech 2023}, year = 2023}
@article{roe2020, author = {Max Roe}, title = {Only in the Bib}, journal = {Journal of Talks}, year = 2020}
""",
    "zotero.ris": """\
TY  - CONF
AU  - Doe, Jane
AU  - Roe, Max
AU  - Lee, Ann
AU  - Müller, Jörg
TI  - Learning to Listen with Many Ears
PY  - 2023
DO  - 10.1000/ears
SP  - 1
EP  - 5
ER  -

TY  - JOUR
AU  - Lee, Ann
TI  - Only in the RIS
PY  - 2019
ER  -
""",
    "csl.json": json.dumps(
        [
            {
                "id": "roe2022",
                "type": "article-journal",
                "title": "A Segmenter for Long Talks",
                "author": [{"family": "Roe", "given": "Max"}, {"family": "Doe", "given": "Jane"}],
                "issued": {"date-parts": [[2022, 4]]},
                "DOI": "10.1000/talks",
                "container-title": "Journal of Talks",
            },
            {
                "id": "roe2018",
                "type": "book",
                "title": "Only in the CSL",
                "author": [{"family": "Roe", "given": "Max"}],
                "issued": {"date-parts": [[2018]]},
            },
        ]
    ),
    "scraped.jsonl": """\
{"title": "A Segmenter for Long Talks", "authors": ["Max Roe", "Jane Doe"], "links": {"pdf": "https://e.org/t.pdf"}}
{"title": "Only in the Lines", "authors": ["Max Roe"], "date": "2017"}
""",
    "pasted.txt": """\
CLSep 18, 2023
Learning to Listen with Many EarsJane Doe, Max Roe, Ann Lee et al. · mit
We listen well and often, and what we hear with many ears is told here at some length.
SDApr 22, 2022Code
A Segmenter for Long TalksMax Roe, Jane Doe
Talks are long; a segmenter cuts them into pieces that a listener can follow with ease.
""",
}
EARS, TALKS = "learning-to-listen-with-many-ears", "a-segmenter-for-long-talks"
WHOLE = """\
---
title: Learning to Listen with Many Ears
authors:
  - Jane Doe
  - Max Roe
  - Ann Lee
  - Jörg Müller
affiliations: [mit]
date: 2023-09-18
type: paper-conference
venue: Interspeech 2023
pages: 1-5
category: CL
doi: 10.1000/ears
key: doe2023
---
We listen well and often, and what we hear with many ears is told here at some length.
"""


@pytest.fixture
def many(site: Site) -> Site:
    """A site without a paper, and the files beside it."""
    site.write({"content/site.yaml": "title: P\nowner: Max Roe\n", **FILES})
    return site


def imported(folder: Path, names: Iterable[str]) -> dict[str, str]:
    """The paper files after an import of these files in this order."""
    (folder / "content").mkdir(parents=True)
    report = import_sources(str(folder), [Source(name, FILES[name].encode()) for name in names])
    assert report.problems == ()
    return {path.name: path.read_text(encoding="utf-8") for path in (folder / "content/papers").iterdir()}


def test_files_of_five_kinds_make_one_paper_a_work(many: Site) -> None:
    """What one says of a work and another leaves open comes together in its one file."""
    done = many.run("import", *FILES)
    assert (done.returncode, done.stderr, done.stdout) == (0, "", "Imported 6 papers\nNext: publist serve --open\n")
    assert papers(many) == [TALKS, EARS, *(f"only-in-the-{kind}" for kind in ("bib", "csl", "lines", "ris"))]
    assert text(many, EARS) == WHOLE
    assert many.run("import", *reversed(FILES)).stdout == "Already up to date.\n"


def test_the_order_of_files_that_do_not_contradict_each_other_makes_no_difference(tmp_path: Path) -> None:
    """Every order of the five gives the same files."""
    orders = [imported(tmp_path / str(number), order) for number, order in enumerate(permutations(FILES))]
    assert all(order == orders[0] for order in orders)


def test_files_in_one_import_or_one_after_the_other_make_no_difference(many: Site, tmp_path: Path) -> None:
    """What a later one adds comes into the file that is there; only the day on which a paper was added is its own."""
    for name in FILES:
        many.run("import", name)
    undated = {f"{stem}.md": re.sub(r"^added: .*\n", "", text(many, stem), flags=re.M) for stem in papers(many)}
    assert imported(tmp_path / "once", FILES) == undated


def test_the_file_named_first_counts_first_where_two_contradict_each_other(many: Site) -> None:
    """It is the order in which they are named, not that of their names."""
    many.write({"other.bib": FILES["mine.bib"].replace("Interspeech 2023", "Proc. Interspeech")})
    many.run("import", "other.bib", "mine.bib")
    assert "venue: Proc. Interspeech\n" in text(many, EARS)


def test_a_dry_run_names_new_papers_and_writes_nothing(many: Site) -> None:
    """Not even the folder of papers."""
    told = many.run("import", "--dry-run", *FILES).stdout.splitlines()
    assert told[0] == "Imported 6 papers"
    assert told[1:3] == [f"  new {TALKS}", f"  new {EARS}"]
    assert sorted(path.name for path in (many.folder / "content").iterdir()) == ["site.yaml"]


def test_broken_files_are_all_told_and_nothing_is_imported(many: Site) -> None:
    """The exit code is 1; each broken file has its reason, and the good ones are imported without them."""
    many.write(
        {"cut.json": '[{"id": "a", "title": ', "empty.bib": "", "words.txt": "Hello there.\n", "raw.bin": b"\0\xff"}
    )
    done = many.run("import", "cut.json", "mine.bib", "empty.bib", "words.txt", "raw.bin", "pasted.txt")
    assert (done.returncode, done.stdout.splitlines()) == (
        1, ["Nothing was imported. To import the other files, leave out those with errors."],
    )  # fmt: skip
    reasons = [line for line in done.stderr.splitlines() if not line.startswith("  ")]
    assert sorted(reasons) == [
        "cut.json:1:23: error: this is no JSON: Expecting value",
        "empty.bib: error: the file is empty",
        "raw.bin: error: this is no text",
        "words.txt:1:1: error: nothing tells what format this is",
    ]
    assert papers(many) == []
    done = many.run("import", "mine.bib", "pasted.txt")
    assert (done.returncode, done.stdout) == (0, "Imported 3 papers\nNext: publist serve --open\n")
    assert papers(many) == [TALKS, EARS, "only-in-the-bib"]


def test_two_files_of_one_name_are_refused(many: Site) -> None:
    """Each would be taken for the next state of the other; the same file named twice is read once."""
    many.write({"old/mine.bib": FILES["mine.bib"].replace("roe2020", "x")})
    done = many.run("import", "pasted.txt", "mine.bib", "old/mine.bib")
    assert (done.returncode, papers(many)) == (1, [])
    assert "old/mine.bib: error: two files are called mine.bib\n" in done.stderr
    assert many.run("import", "mine.bib", "./mine.bib").stdout == "Imported 2 papers\nNext: publist serve --open\n"
