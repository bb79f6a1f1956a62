"""How many of 200 preprint/publication pairs among 1,000 papers are proposed as one work, and how many others.

    python -m tests.benchmarks.works FOLDER [--seed N] [--show] [--papers N]

FOLDER holds ``listing-dev/NAME.truth.jsonl`` (one object a paper: title, authors, date, ...) and ``bib-dev/*.bib``.
From their papers an export in the manner of DBLP is made: every fifth work stands there as its preprint (CoRR) and as
its publication, whose title, authors and year differ as real ones do. It is read by the BibTeX reader. Two papers of
the folder that are versions of each other already are not counted for or against, where their titles are the same.
"""

from __future__ import annotations

import argparse
import glob
import json
import os
import random
import re
import time
from collections.abc import Callable

from publist import formats
from publist.formats import bibtex
from publist.importing.duplicates.proposals import propose
from publist.importing.duplicates.recognition import folded
from publist.model.paper import Date, Name, Paper
from publist.text.decoding import decode


def real_papers(folder: str) -> list[Paper]:
    """The papers of the folder, each title once."""
    papers = []
    for path in sorted(glob.glob(os.path.join(folder, "listing-dev", "*.truth.jsonl"))):
        with open(path, encoding="utf-8") as lines:
            for row in map(json.loads, lines):
                authors = tuple(Name(name) for name in row["authors"])
                papers.append(Paper(row["title"], authors, row["et_al"], date=Date.parse(row["date"])))
    for path in sorted(glob.glob(os.path.join(folder, "bib-dev", "*.bib"))):
        with open(path, "rb") as file:
            papers += bibtex.read(decode(file.read()).text, source=path).papers
    whole = [paper for paper in papers if paper.date and paper.authors and len(paper.title.split()) > 1]
    return list({folded(paper.title): paper for paper in whole}.values())


def sentence_case(title: str, _draw: random.Random) -> str:
    """The title in the other case."""
    return title.capitalize() if sum(map(str.isupper, title)) > 3 else title.title()


def without_subtitle(title: str, _draw: random.Random) -> str:
    """The title up to its colon, where that is a title by itself."""
    head = title.partition(":")[0]
    return head if len(head.split()) > 2 else title


def with_subtitle(title: str, draw: random.Random) -> str:
    """The title with something after it."""
    more = ["An Empirical Study", "Theory and Practice", "Methods and Results", "A New Approach"]
    return title if ":" in title else f"{title}: {draw.choice(more)}"


def punctuated(title: str, _draw: random.Random) -> str:
    """The title with other signs."""
    return re.sub(r":", " -", title).replace("-", " ", 1).replace(",", "") + "."


def without_a_word(title: str, draw: random.Random) -> str:
    """The title without one of its words."""
    words = title.split()
    if len(words) > 4:
        del words[draw.randrange(1, len(words))]
    return " ".join(words)


def with_another_word(title: str, draw: random.Random) -> str:
    """The title with one word for another."""
    words = title.split()
    if len(words) > 5:
        words[draw.randrange(1, len(words))] = draw.choice(["Efficient", "Learning", "towards", "Analysis", "via"])
    return " ".join(words)


CHANGES: list[Callable[[str, random.Random], str]] = [
    sentence_case,
    without_subtitle,
    with_subtitle,
    punctuated,
    without_a_word,
    with_another_word,
    lambda title, _draw: title,
]


def initials(name: str) -> str:
    """The name with its first given name cut down to a letter."""
    first, _, rest = name.partition(" ")
    return f"{first[0]}. {rest}" if rest and first[0].isalpha() and "," not in name else name


def published(paper: Paper, draw: random.Random) -> Paper:
    """The paper as its publisher has it."""
    title = draw.choice(CHANGES)(paper.title, draw)
    if draw.random() < 0.3:
        title = sentence_case(title, draw)
    short = draw.random() < 0.4
    authors = tuple(Name(initials(name.name) if short else name.name) for name in paper.authors)
    year = (paper.date or Date(2000)).year + draw.choice([-1, 0, 0, 1, 1, 2])
    return paper._replace(title=title, authors=authors, date=Date(year))


def entry(key: str, kind: str, paper: Paper, fields: str) -> str:
    """A paper as DBLP writes it."""
    people = [name.name for name in paper.authors] + (["others"] if paper.et_al else [])
    year = paper.date.year if paper.date else 0
    authors = " and\n               ".join(people)
    told = f"  author = {{{authors}}},\n  title = {{{paper.title}}},\n  year = {{{year}}},\n"
    return f"@{kind}{{{key},\n{told}{fields}}}\n\n"


def preprint(key: str, paper: Paper, number: int) -> str:
    """The entry of a preprint."""
    eprint = f"{number // 10000 + 1000}.{number % 10000 + 10000}"
    return entry(
        key, "article", paper, f"  journal = {{CoRR}},\n  volume = {{abs/{eprint}}},\n  eprint = {{{eprint}}},\n"
    )


def publication(key: str, paper: Paper, number: int) -> str:
    """The entry of a publication."""
    fields = f"  booktitle = {{Proceedings of Things}},\n  doi = {{10.1000/{number}}},\n"
    return entry(key, "inproceedings", paper, fields)


def export(works: list[Paper], pairs: int, draw: random.Random) -> tuple[str, set[frozenset[str]]]:
    """The text of the export, and the pairs in it by their keys."""
    entries, planted = [], set()
    for number, paper in enumerate(works):
        plain = paper._replace(title=re.sub(r"[{}\\$%#&_^~]", "", paper.title))
        if number < pairs:
            planted.add(frozenset((f"pre{number}", f"pub{number}")))
            entries.append(publication(f"pub{number}", published(plain, draw), number))
        kind = preprint if number < pairs or draw.random() < 0.5 else publication
        entries.append(kind(f"pre{number}", plain, number + 100_000))
    draw.shuffle(entries)
    return "".join(entries), planted


def main(folder: str, count: int, seed: int, *, show: bool) -> None:
    """Make the export, propose, count."""
    draw = random.Random(seed)
    found = real_papers(folder)
    pairs = count // 5
    works = draw.sample(found, count - pairs)
    text, planted = export(works, pairs, draw)
    papers = {paper.key: paper for paper in formats.load("bibtex").read(text, source="dblp.bib").papers}
    start = time.process_time()
    proposed = propose(papers.items())
    spent = time.process_time() - start
    told = {frozenset((pair.one, pair.other)): pair.evidence for pair in proposed}
    wrong = told.keys() - planted
    print(f"{len(papers)} papers, {pairs} pairs: {len(told.keys() & planted) / pairs:.1%} proposed, ", end="")
    print(f"{len(wrong)} others of {len(told)} proposals ({len(wrong) / max(len(told), 1):.1%}), {spent:.2f} s CPU")
    for what, rows in (("missed", planted - told.keys()), ("other", wrong)) if show else ():
        for pair in sorted(rows, key=sorted):
            print(f"{what}: {told.get(pair, '')}")
            for key in sorted(pair):
                paper = papers[key]
                print(f"    {key} {paper.date} {paper.title} | {', '.join(map(str, paper.authors[:4]))}")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder")
    parser.add_argument("--papers", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", action="store_true")
    options = parser.parse_args()
    main(options.folder, options.papers, options.seed, show=options.show)
