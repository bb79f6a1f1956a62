"""Invented papers in any number, the same for the same number and seed."""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import repeat
from pathlib import Path
from string import ascii_uppercase

_ROOTS = "lor mep tam rin sol vek dra pon gil haz bur nem fos kal wet jup cin mar ost ulb".split()
_ENDS = "a on is et um or ine ade olt ery ix ance".split()
_GIVEN = "Ada Bo Chen Dina Emil Fumi Gita Hugo Ines Jun Kofi Lea Mina Nils Olga Pia Quim Rosa Sven Tomás".split()
_FAMILY = "Abe Bauer Costa Dubois Evans Fofana Greco Huang Ito Jensen Kim Leroy Müller Novak Ortiz Patel Quist".split()
_VENUES = ["Journal of Invented Results", "Proceedings of Nothing", "Annals of the Possible", "Letters in Fiction"]
_PATIENCE = 20
"""So often a name is drawn before it gets one family name more."""
_MARKED = ["*emphasis*", "**strength**", "`code(x)`", "$x_i^2$", r"$O(n \log n)$"]


def _word(pick: random.Random) -> str:
    return pick.choice(_ROOTS) + pick.choice(_ROOTS) * (pick.random() < 0.4) + pick.choice(_ENDS)


def people(count: int) -> list[str]:
    """So many different names."""
    names = [f"{given} {family}" for given in _GIVEN for family in _FAMILY]
    return [
        names[i % len(names)].replace(" ", f" {chr(65 + i // len(names) % 26)}. ", i >= len(names))
        for i in range(count)
    ]


def crowd(papers: int, count: int) -> Iterator[list[str]]:
    """The authors of each paper, 4.5 in the mean, of so many people in all: most have one paper, some have hundreds.

    Whoever is not new is the author of a paper drawn before, so that those with many papers get more (Simon 1955).
    """
    pick, known = random.Random(papers), dict[str, None]()
    left, drawn = round(papers * 4.5), list[str]()
    for paper in range(papers):
        size = max(1, round(left / (papers - paper) + pick.uniform(-3.5, 3.5)))
        authors = dict[str, None]()
        for _ in range(size):
            is_new = not drawn or pick.random() < (count - len(known)) / max(1, left)
            name = _new_name(pick, known) if is_new else pick.choice(drawn)
            authors[name] = None
            left -= 1
        drawn += authors
        yield list(authors)


def _new_name(pick: random.Random, known: dict[str, None]) -> str:
    """A name that nobody has; there are 2.6 million with one family name, and any number with more."""
    name = f"{pick.choice(_GIVEN)} {pick.choice(ascii_uppercase)}. {_word(pick).capitalize()}"
    tried = 0
    while name in known:
        tried += 1
        more = "".join(f"-{_word(pick).capitalize()}" for _ in range(tried // _PATIENCE))
        name = f"{pick.choice(_GIVEN)} {pick.choice(ascii_uppercase)}. {_word(pick).capitalize()}{more}"
    known[name] = None
    return name


def text_of(number: int, names: list[str], topics: list[str], authors: Sequence[str] = ()) -> str:
    """The file of one paper: an abstract of 120 to 220 words, one in ten with emphasis, code and maths.

    Its authors are drawn from the names, or are those that are given.
    """
    pick = random.Random(number)
    title = " ".join(_word(pick).capitalize() for _ in range(pick.randint(5, 12)))
    authors = authors or list(dict.fromkeys(pick.choice(names) for _ in range(min(8, 1 + int(pick.expovariate(0.5))))))
    day = date(1990, 1, 1) + timedelta(days=pick.randrange(13_000))
    marked = pick.random() < 0.1
    words = [
        pick.choice(_MARKED) if marked and pick.random() < 0.05 else _word(pick) for _ in range(pick.randint(120, 220))
    ]
    lines = ["---", f'title: "{title}"', "authors:", *[f"  - {name}" for name in authors], f"date: {day}", "topics:"]
    lines += [f"  - {topic}" for topic in pick.sample(topics, pick.randint(1, 3))]
    lines += ["links:", f"  pdf: https://papers.example.org/{number}.pdf", f"venue: {pick.choice(_VENUES)}", "---"]
    rows = [" ".join(words[start : start + 12]) for start in range(0, len(words), 12)]
    return "\n".join([*lines, "The " + rows[0], *rows[1:]]) + ".\n"


def write(folder: Path, count: int, named: int = 0) -> None:
    """Write so many paper files into a folder; ``named``: with so many authors in all, as conferences have them."""
    folder.mkdir(parents=True, exist_ok=True)
    names = people(max(8, count // 3))
    topics = [f"{_word(random.Random(-i - 1)).capitalize()} {i}" for i in range(40)]
    authors = crowd(count, named) if named else repeat(())
    for number, own in zip(range(count), authors, strict=False):
        (folder / f"paper-{number:06d}.md").write_text(text_of(number, names, topics, own), encoding="utf-8")


def main() -> None:
    """Write a folder of papers: ``python tests/benchmarks/invented.py FOLDER PAPERS [AUTHORS]``."""
    write(Path(sys.argv[1]), *map(int, sys.argv[2:]))


if __name__ == "__main__":
    main()
