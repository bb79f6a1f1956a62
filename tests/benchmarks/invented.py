"""Invented papers in any number, the same for the same number and seed."""

from __future__ import annotations

import random
from datetime import date, timedelta
from pathlib import Path

_ROOTS = "lor mep tam rin sol vek dra pon gil haz bur nem fos kal wet jup cin mar ost ulb".split()
_ENDS = "a on is et um or ine ade olt ery ix ance".split()
_GIVEN = "Ada Bo Chen Dina Emil Fumi Gita Hugo Ines Jun Kofi Lea Mina Nils Olga Pia Quim Rosa Sven Tomás".split()
_FAMILY = "Abe Bauer Costa Dubois Evans Fofana Greco Huang Ito Jensen Kim Leroy Müller Novak Ortiz Patel Quist".split()
_VENUES = ["Journal of Invented Results", "Proceedings of Nothing", "Annals of the Possible", "Letters in Fiction"]
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


def text_of(number: int, names: list[str], topics: list[str]) -> str:
    """The file of one paper: an abstract of 120 to 220 words, one in ten with emphasis, code and maths."""
    pick = random.Random(number)
    title = " ".join(_word(pick).capitalize() for _ in range(pick.randint(5, 12)))
    authors = list(dict.fromkeys(pick.choice(names) for _ in range(min(8, 1 + int(pick.expovariate(0.5))))))
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


def write(folder: Path, count: int) -> None:
    """Write so many paper files into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    names = people(max(8, count // 3))
    topics = [f"{_word(random.Random(-i - 1)).capitalize()} {i}" for i in range(40)]
    for number in range(count):
        (folder / f"paper-{number:06d}.md").write_text(text_of(number, names, topics), encoding="utf-8")
