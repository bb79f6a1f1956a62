"""Invented papers as CSL items, with all that makes references hard: the same for the same seed.

Words, names and venues are made up from the lists below; numbers, DOIs and dates are drawn. What is rare in life
(theses, chapters, reports, particles, double names) is less rare here.
"""

from __future__ import annotations

import random
import re
from typing import Any

Item = dict[str, Any]

_FIELDS = """Flow Mechanics|Machine Learning|Quantum Optics|Marine Ecology|Labour Economics|Medieval Philology
Computer Vision|Glacier Dynamics|Number Theory|Public Health|Protein Folding|Urban Planning|Stellar Physics
Natural Language Processing|Soil Science|Numerical Analysis|Cell Biology|Wireless Networks|Robotics|Plant Genetics
Political Theory|Materials Chemistry|Software Engineering|Neuroscience|Cancer Immunology|Distributed Systems""".replace(
    "\n", "|"
).split("|")
_NOUNS = """rivers|sediments|bandits|transformers|glaciers|wages|manuscripts|proteins|neutron stars|soils|networks
mosses|estimators|robots|T cells|compilers|rings of integers|harbours|languages|batteries|tumours|elections|corals
shallow water equations|graph colourings|finite element methods|low-resource dialects|hospital admissions""".replace(
    "\n", "|"
).split("|")
_HOW = """Adaptive|Robust|Large-scale|Data-driven|Bayesian|Nonlinear|High-order|Self-supervised|Long-term
Two-dimensional|Fast|Historical|Stochastic|Comparative|Efficient|Multi-scale""".replace("\n", "|").split("|")
_WHAT = """analysis|modelling|estimation|simulation|dynamics|segmentation|regulation|history|inference|transport
classification|synthesis|stability|control|sequencing|optimization""".replace("\n", "|").split("|")
_TITLES = (
    "{how} {what} of {noun}", "On the {what} of {noun} in {noun}", "{noun} and {noun}: A {how} approach",
    "{name}: {how} {what} for {noun}", "Do {noun} need {what}?", "What {noun} tell us about {noun}",
    "{how} and {how2} {what} of {noun} under {what} of {noun}", "A note on {noun}",
    "Learning {noun} with {noun} via {what}",
    "“{noun}” in {place}: {what} and {what}, 1871–1914", "Towards {how} {what} of {noun} using {noun} from {place}",
    "The {what} of {noun}. Part II: {noun} with {noun}", "{how} {what} of {noun} in {place}, 1990–2010",
    "Is {how} {what} of {noun} (still) possible? Evidence from {place}", "{noun}, {noun}, and the {what} of {noun}",
    "{noun} in {field}: A survey", "{name} 2.0: {what} of {noun}", "Zur Geschichte der {field} in {place}",
    "Comment on “{how} {what} of {noun}”", "{how} {what} of C. elegans {noun}",
)  # fmt: skip
_PLACES = "Utopia|Lisbon|Northern Italy|the Baltic Sea|Quito|Kyoto|Graz|West Africa".split("|")
_CITIES = "Berlin|New York|Cham|London|Amsterdam|Vienna, Austria|Honolulu, HI, USA|Seoul, Korea|Cambridge, MA".split(
    "|"
)
_PUBLISHERS = """Springer|Springer International Publishing|Cambridge University Press|Elsevier|ACM|IEEE|De Gruyter
Association for Imaginary Linguistics|North Press|MIT Press|Wiley|Oxford University Press""".replace("\n", "|").split(
    "|"
)
_UNIVERSITIES = "University of Somewhere|Universität Irgendwo|Northern Institute of Technology|Université de Nulle Part"
_JOURNALS = (
    "Journal of {field}", "Annals of {field}", "{field} Letters", "International Journal of {field}",
    "IEEE Transactions on {field}", "Zeitschrift für {field}", "{field}", "{field} & {field2}", "Acta {word}",
    "Proceedings of the {place} Academy of Sciences", "Journal of {field}, {field2} and {field3}", "{word}",
    "Reviews in {field}", "Revista de {field}", "Frontiers in {field}", "{word} Research: {field}", "ACM Trans. {word}",
    "The Journal of {field} in {place}", "Archive for {field}", "{field} (Series B)", "Nature {word}",
)  # fmt: skip
_MEETINGS = (
    "Proceedings of the {nth} International Conference on {field} ({acro})", "{acro}", "{acro} {year}",
    "Advances in {field}", "{nth} {place} Workshop on {field}", "Proc. {acro} '{yy}", "{year} IEEE {acro}",
    "Proceedings of the {year} Symposium on {field}", "International Conference on {field}, {field2} and {field3}",
    "{acro} Workshop on {how} {field}", "Advances in {field}: {nth} {acro} Conference, {place}, {year}",
)  # fmt: skip
_BOOKS = ("Handbook of {field}", "Essays on {field}: {noun} and {noun}", "{field} in {place}", "The {word} Companion")
_WORDS = "Geophysica|Lumen|Cellula|Fluentia|Logica|Terra|Vox|Materia|Chronica|Numerica".split("|")
_ACRONYMS = "ICFM MLX CVUR SIGNOPE ACLN WINE-X ICDQ EuroFlow NeurSym KDE ISWX".split()
_GIVEN = """Ada|Charles|María José|Jean-Pierre|Wei|Søren|Olga V.|J. Robert|Zoë|Mary Ann|Giulia|Hans-Jürgen|Xiaoming|Tim
Anna-Lena|Kofi|Priya|D'Arcy|Łukasz|A. Murat|Yuki|Ines|Rui|Bo|Emma L.|Ahmed|Siobhán|Chen-Yu|Ulla|Ke""".replace(
    "\n", "|"
).split("|")
_FAMILY = """Byron|Bell|van der Berg|Müller|Ó Briain|García Márquez|Wang|Li|de Souza|Al-Khatib|Nguyen|Smith-Jones|Kovač
von Neumark|D'Angelo|Okafor|Sørensen|Zhang|Fernández de la Cruz|Petrov|McDonald|Ito|Le Roux|Xu|Åkesson|Ng|Park|Weiß
dell'Acqua|Ivanova|Brown|Silva|ten Brink|O'Hara|Rossi|Chaudhuri""".replace("\n", "|").split("|")
_SHORT = {
    "Journal": "J.", "International": "Int.", "Annals": "Ann.", "Letters": "Lett.", "Transactions": "Trans.",
    "Proceedings": "Proc.", "Academy": "Acad.", "Sciences": "Sci.", "Reviews": "Rev.", "Research": "Res.",
    "Conference": "Conf.", "Mechanics": "Mech.", "Engineering": "Eng.", "Analysis": "Anal.", "Numerical": "Numer.",
    "Physics": "Phys.", "Science": "Sci.", "Chemistry": "Chem.", "Computer": "Comput.", "Biology": "Biol.",
    "Applied": "Appl.", "Methods": "Methods", "Mathematics": "Math.", "Computational": "Comput.", "Review": "Rev.",
    "Advances": "Adv.", "Archive": "Arch.", "Zeitschrift": "Z.", "Materials": "Mater.", "Mathematical": "Math.",
}  # fmt: skip
_LEFT_OUT = frozenset("of in and the for on & de für".split())


def abbreviated(venue: str) -> str:
    """The venue with the usual abbreviations of its words, as a journal's short title; "" where nothing is short."""
    words = [_SHORT.get(word, word) for word in venue.split() if word not in _LEFT_OUT]
    short = " ".join(words)
    return short if len(words) > 1 and "." in short and not re.search(r"[,:()]", venue) else ""


def papers(count: int, seed: int) -> list[Item]:
    """So many invented papers; a few authors write most of them."""
    pick = random.Random(seed)
    group = [_person(pick) for _ in range(max(5, count // 3))]
    return [_paper(pick, f"p{number}", group) for number in range(count)]


def _person(pick: random.Random) -> Item:
    family = pick.choice(_FAMILY)
    return {"family": family, "given": pick.choice(_GIVEN)}


def _filled(pick: random.Random, form: str, year: int) -> str:
    number = pick.randint(2, 41)
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th") if number not in (11, 12, 13) else "th"
    values = {
        "noun": _NOUNS, "how": _HOW, "how2": _HOW, "what": _WHAT, "place": _PLACES, "field": _FIELDS, "word": _WORDS,
        "field2": _FIELDS, "field3": _FIELDS, "acro": _ACRONYMS, "nth": [f"{number}{ending}"], "year": [str(year)],
        "yy": [f"{year % 100:02}"], "name": [pick.choice(_WORDS)[:4] + "Net", pick.choice(_ACRONYMS)],
    }  # fmt: skip
    text = re.sub(r"\{(\w+)\}", lambda match: pick.choice(values[match[1]]), form)
    return text[0].upper() + text[1:]


def _paper(pick: random.Random, key: str, group: list[Item]) -> Item:
    year = pick.randint(1994, 2025)
    title = _filled(pick, pick.choice(_TITLES), year)
    if pick.random() < 0.4:
        title = re.sub(r"(?<![\w’'.])[a-z]{4,}", lambda match: match[0].capitalize(), title)
    size = pick.choice((1, 1, 2, 2, 3, 3, 4, 5, 7, 12))
    item: Item = {"id": key, "title": title, "author": pick.sample(group, min(size, len(group)))}
    item["issued"] = {"date-parts": [[year, pick.randint(1, 12)][: pick.choice((1, 1, 2))]]}
    if pick.random() < 0.6:
        item["DOI"] = f"10.{pick.randint(1000, 9999)}/{pick.choice(_WORDS).lower()}.{year}.{pick.randint(1, 99999):05}"
    return item | _KINDS[pick.choices(list(_KINDS), (55, 25, 7, 5, 3, 2, 3))[0]](pick, year)


def _pages(pick: random.Random) -> str:
    first = pick.choice((pick.randint(1, 99), pick.randint(100, 1999), pick.randint(100, 900)))
    pages = f"{first}-{first + pick.randint(1, 40)}"
    return pick.choice((pages, pages, pages, f"e{first}", str(first + 100_000), f"S{first}-S{first + 8}", f"A{first}"))


def _journal(pick: random.Random, year: int) -> Item:
    venue = _filled(pick, pick.choice(_JOURNALS), year)
    item: Item = {"type": "article-journal", "container-title": venue, "volume": str(pick.randint(1, 320))}
    item |= {"page": _pages(pick)} if pick.random() < 0.9 else {}
    item |= {"issue": pick.choice((str(pick.randint(1, 24)), "3-4", "S1"))} if pick.random() < 0.6 else {}
    return item


def _meeting(pick: random.Random, year: int) -> Item:
    item: Item = {"type": "paper-conference", "container-title": _filled(pick, pick.choice(_MEETINGS), year)}
    first = pick.randint(1, 9000)
    item |= {"page": f"{first}-{first + pick.randint(3, 19)}"} if pick.random() < 0.8 else {}
    item |= {"publisher": pick.choice(_PUBLISHERS)} if pick.random() < 0.4 else {}
    item |= {"event-place": pick.choice(_CITIES)} if pick.random() < 0.3 else {}
    item |= {"publisher-place": pick.choice(_CITIES)} if pick.random() < 0.3 else {}
    item |= {"collection-title": "Lecture Notes in Invented Science", "volume": "512"} if pick.random() < 0.15 else {}
    return item


def _chapter(pick: random.Random, year: int) -> Item:
    first = pick.randint(1, 600)
    item: Item = {"type": "chapter", "container-title": _filled(pick, pick.choice(_BOOKS), year)}
    item |= {"page": f"{first}-{first + 20}", "publisher": pick.choice(_PUBLISHERS)}
    item |= {"publisher-place": pick.choice(_CITIES)} if pick.random() < 0.6 else {}
    item |= {"editor": [_person(pick), _person(pick)][: pick.randint(1, 2)]} if pick.random() < 0.6 else {}
    return item


def _thesis(pick: random.Random, _: int) -> Item:
    genre = pick.choice(("PhD thesis", "PhD dissertation", "Master's thesis", "Doctoral dissertation"))
    return {"type": "thesis", "genre": genre, "publisher": pick.choice(_UNIVERSITIES.split("|"))}


def _book(pick: random.Random, _: int) -> Item:
    return {"type": "book", "publisher": pick.choice(_PUBLISHERS), "publisher-place": pick.choice(_CITIES)}


def _report(pick: random.Random, _: int) -> Item:
    number = f"TR-{pick.randint(1, 99)}"
    return {"type": "report", "genre": "Technical report", "number": number, "publisher": "Institute of Things"}


def _preprint(pick: random.Random, year: int) -> Item:
    number = f"{year % 100:02}{pick.randint(1, 12):02}.{pick.randint(1, 19999):05}"
    return {"type": "article", "number": f"arXiv:{number}", "publisher": "arXiv", "DOI": f"10.48550/arXiv.{number}"}


_KINDS = {
    "journal": _journal, "meeting": _meeting, "chapter": _chapter, "thesis": _thesis, "book": _book, "report": _report,
    "preprint": _preprint,
}  # fmt: skip
