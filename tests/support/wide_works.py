"""Invented papers of many disciplines, in several scripts, by people and groups, with titles long and short."""

from __future__ import annotations

import random

from tests.support.works import Person, Work

TITLES = [
    "Grazing and the recovery of upland peat: a ten-year exclusion experiment in four valleys",
    "Wage ladders, informal work and the price of bread: evidence from three port cities, 1871–1913",
    "Tolerability of once-weekly salmeroline in adults with chronic cough: a randomised, double-blind, "
    "placebo-controlled, parallel-group trial with an open-label extension and a nested economic evaluation",
    "“We were told to wait”: queueing as a practice of the state",
    "Who owns the commons? Fishing rights after the dam",
    "CRISPR-free editing of barley (Hordeum vulgare L.) chloroplasts",
    "Beyond p < 0.05: reporting effects in small samples",
    "A note on the Erdős–Straus conjecture",
    "Zero-shot parsing of cuneiform tablets with 3D scans",
    "Measurement of the W boson mass at 13 TeV",
    "Reading Montaigne in Lisbon",
    "On the spectrum of the Laplacian on thin annuli, II",
    "Bridges that sing: aeolian tones of suspended footbridges & what walkers make of them",
    "Notes from the field, 2019–2021",
    "Law & the weather",
    "Is the brain a computer? And, if so, what kind?",
    "Micro-credit in Bihar: promises, practices and problems",
    "An atlas of single cells in the ageing mouse kidney reveals two programmes of repair",
    "The syntax of silence in Cypriot Greek",
    "iPSC-derived organoids as models of rare disease",
    "Soil, salt and song: a history of the marsh",
    "Toward fair triage: auditing an emergency-department model in seven hospitals",
    "Des voix dans la ville : enquête sur les crieurs de rue",
    "Über die Form von Kieseln in Gebirgsbächen",
    "El agua y sus dueños: conflictos en la cuenca alta",
]
FOREIGN = [
    "长江中游古代城址的空间分析", "О форме гальки в горных ручьях", "دراسة في تاريخ الري في الواحات",
    "川の音と都市の記憶", "Μια σημείωση για τη σιωπή",
]  # fmt: skip
PEOPLE: list[Person] = [
    ("Ngozi", "Adeyemi"), ("Luís Filipe", "da Costa Pereira"), ("Katarzyna", "Wójcik-Nowak"), ("Hồng", "Nguyễn"),
    ("D. Patrick", "O’Malley"), ("Gertrud", "von der Heide"), ("Şebnem", "Yıldız"), ("Jean-Luc", "Bérubé"),
    ("Tae-hyun", "Park"), ("Xiaoling", "Zhang"), ("Rae", "St. Clair"), ("Ada", "McIntyre"), ("Mary Ann", "Le Blanc"),
    ("José María", "Ruiz Gómez"), ("Øyvind", "Ås"),
]  # fmt: skip
GROUPS: list[Person] = [("", "Upland Peat Study Group"), ("", "ARGO Collaboration"), ("", "North Sea Consortium")]
SCRIPTS: list[Person] = [("", "陈晓明"), ("Иван", "Петров"), ("", "محمد الحسن"), ("", "山田太郎"), ("Ελένη", "Παπά")]
VENUES = [
    "Annals of Upland Studies", "Cough & Airways", "Law, Weather and Society", "PLoS Marshes", "npj Barley",
    "Revista de la Cuenca", "Zeitschrift für Kieselkunde", "Social History: A Review",
]  # fmt: skip
ABBREVIATED = [
    "Ann Upland Stud", "Cough Airways", "NPJ Barley", "Z Kieselkd", "J Marsh Res (Lond)", "Proc Wetl Sci U S A", "Peat",
]  # fmt: skip
"""As PubMed prints them: without any marks but brackets."""


def wide_works(
    rng: random.Random, count: int, *, scripts: bool, groups: bool, venues: list[str] | None = None
) -> list[Work]:
    """So many papers of one person with others; in other scripts, and by groups, where a page can have them."""
    titles = rng.sample([*TITLES, *FOREIGN] if scripts else TITLES, min(count, len(TITLES)))
    others = [*PEOPLE[1:], *(SCRIPTS if scripts else [])]
    made = []
    for at, title in enumerate(titles):
        people = [PEOPLE[0], *rng.sample(others, rng.randint(0, 6))]
        rng.shuffle(people)
        people += [rng.choice(GROUPS)] if groups and rng.random() < 0.2 else []
        first = rng.randint(1, 900)
        numbers = (rng.randint(1, 90), rng.randint(1, 12), first, first + rng.randint(1, 40), 10_101 + 137 * at)
        venue = rng.choice(venues or VENUES)
        made.append(Work(title, tuple(people), rng.randint(1998, 2025), venue, *numbers, rng.choice([0, 3, 41, 1204])))
    return made
