"""What the fuzz program damages: invented examples of everything that publist reads, and files of a folder."""

from __future__ import annotations

import os
import random
from collections.abc import Iterator

from publist import formats
from publist.content import paper_file
from publist.formats import recognition
from publist.importing import ledger
from publist.model.paper import Date, Name, Paper, Version
from tests.benchmarks.fuzz_damage import LARGEST, Example
from tests.support.pasted_forms import FORMS
from tests.support.wide_works import wide_works

_PAPERS = (
    Paper(
        "On *thin* ice: a study of $x^2$ & more",
        (
            Name("Ann B. Lee"),
            Name("Ludwig van der Berg", "Ludwig", "Berg", "van der"),
            Name("The Ice Group", literal=True),
        ),
        date=Date(2021, 3, 4),
        type="article-journal",
        venue="Journal of Ice",
        volume="12",
        issue="3",
        pages="1-9",
        doi="10.1000/ice.1",
        links={"pdf": "https://example.org/ice.pdf"},
        topics=("Ice",),
        keywords=("cold", "thin"),
        versions=(Version("article", date=Date(2020), arxiv="2001.01234"),),
        key="lee2021thin",
        abstract="We walk on **ice**, see [here](https://example.org).\n\n- one\n- two\n\n> quoted $a < b$",
    ),
    Paper("Ein Eisbär", (Name("Özgür Ünal"),), date=Date(2019), abstract="Kurz.", key="unal2019"),
)
_ATOM = """<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xmlns:arxiv="http://arxiv.org/schemas/atom">
<entry><id>http://arxiv.org/abs/2001.01234v1</id><published>2020-01-05T10:00:00Z</published><title>On thin ice</title>
<summary>We walk &amp; fall.</summary><author><name>Ann Lee</name></author><arxiv:doi>10.1000/ice.1</arxiv:doi>
<link href="http://arxiv.org/abs/2001.01234v1" rel="alternate"/><category term="cs.CL"/></entry></feed>"""
_OPENALEX = """{"results": [{"id": "https://openalex.org/W1", "title": "On thin ice",
"display_name": "On thin ice",
"publication_year": 2021, "publication_date": "2021-03-04", "type": "article", "doi": "https://doi.org/10.1000/ice.1",
"authorships": [{"author": {"display_name": "Ann Lee", "orcid": "https://orcid.org/0000-0002-1825-0097"}}],
"abstract_inverted_index": {"We": [0], "walk": [1]},
"biblio": {"volume": "12", "first_page": "1", "last_page": "9"}}]}"""
_CROSSREF = """{"status": "ok", "message": {"DOI": "10.1000/ice.1", "title": ["On thin ice"], "type": "journal-article",
"author": [{"given": "Ann", "family": "Lee", "affiliation": [{"name": "Ice Lab"}]}],
"issued": {"date-parts": [[2021, 3, 4]]}, "container-title": ["Journal of Ice"],
"abstract": "<jats:p>We walk.</jats:p>",
"indexed": {"date-parts": [[2022, 1, 1]]}, "reference-count": 3}}"""
_LISTING = """CLSep 18, 2023
On thin ice and how to walk on itAnn Lee, Bo Yi, Jean-Luc Moreau
We study how people walk on thin ice, and why some of them fall. It is shown that most of them do.
LGMar 2, 2022
A second paper about snowAnn Lee
Snow is cold, and we measure how cold it is in many places of the world.
"""
_PROFILE = """On thin ice
A Lee, B Yi, JL Moreau
Journal of Ice 12 (3), 1-9, 2021
34
2021
Snow is cold
A Lee
Conference on Snow, 2020
2020
"""
_ARXIV = """[1] arXiv:2001.01234 [pdf, other]
Title: On thin ice
Authors: Ann Lee, Bo Yi
Comments: 9 pages
Subjects: Computation and Language (cs.CL); Machine Learning (cs.LG)

[2] arXiv:2002.00001 [pdf, other]
Title: Snow is cold
Authors: Ann Lee
Subjects: Machine Learning (cs.LG)
"""
_BIB = r"""@string{ice = "Journal of " # "Ice"}
@article{lee2021thin,
  author = {Lee, Ann B. and van der Berg, Ludwig and {\"U}nal, {\"O}zg{\"u}r and {The {Ice} Group}},
  title = {On \emph{thin} ice: a study of $x^2$ \& more},
  journal = ice, year = 2021, month = mar, pages = {1--9}, doi = {10.1000/ice.1},
  abstract = {We \textbf{walk} on ice~\cite{x}. \begin{itemize}\item one\end{itemize} 5\% of us fall.},
}
% a remark
@inproceedings{yi2020, author="Yi, Bo and others", title="Snow is {C}old", booktitle={Proc. of Snow}, year={2020}}
"""
_PEOPLE = """- name: Ann B. Lee
  aliases: [A. Lee, "Ann Lee"]
  orcid: 0000-0002-1825-0097
  owner: true
  papers: [on-thin-ice]
- name: Bo Yi
  url: https://example.org/bo
"""
_SETTINGS = """title: Papers of Ann Lee
owner: Ann Lee
base_url: https://example.org/papers/
links: {GitHub: "https://github.com/ann"}
navigation: [topics/, {path: about/, label: About}]
exports: {per_paper: [bib], terms: false}
accent: 210
"""
_FREE = (
    "---\ntitle: About\nnav: 1\nmatch: [thin ice]\n---\nText with <b>HTML</b>, `code` and a [link](papers/ice.md).\n"
)
_HAND = """---
title: "On thin ice: \\u00e9"
authors:
  - {name: Ann Lee, orcid: 0000-0002-1825-0097}
  - Bo Yi
date: 2021-03
topics: [Ice, "Snow & more"]
links:
  pdf: assets/ice.pdf
note: >
  folded
  text
extra: {own: [1, {a: b}]}
---
An abstract with $a_1$, a list:

1. one
2. two

| a | b |
|---|---|
| 1 | &lt; |
"""


def _bombs() -> Iterator[Example]:
    """Short texts that ask for much: definitions that double each other, deep nesting, endless lists and lines."""
    doubled = "".join(f"@string{{m{n + 1} = m{n} # m{n}}}\n" for n in range(60))
    yield Example("bibtex", f'@string{{m0 = "x"}}\n{doubled}@article{{a, title = m60, year = 2020}}'.encode())
    yield Example(
        "bibtex", ("@article{a, title = m # m # m}\n" * 2_000 + '@string{m = "' + "x" * 19_000 + '"}').encode()
    )
    parents = ", ".join(f"k{n}" for n in range(60))
    web = "".join(f"@xdata{{k{n}, xdata = {{{parents}}}, title = {{T}}}}\n" for n in range(60))
    yield Example("biblatex", f"{web}@article{{a, xdata = {{{parents}}}}}".encode())
    many = " and ".join(f"Given{n} Family{n}" for n in range(5_000))
    yield Example("bibtex", f"@article{{a, title = {{T}}, author = {{{many}}}}}".encode())
    yield Example("bibtex", ("@article{a, title = {T}, " + "note = {n}, " * 3_000 + "} } } } }").encode())
    yield Example("bibtex", ("@article{a, title = {" + "{\\emph" * 9_000 + "}" * 9_000 + "}}").encode())
    laughs = "".join(f'<!ENTITY e{n + 1} "&e{n};&e{n};&e{n};&e{n};">' for n in range(30))
    yield Example("arxiv-atom", _ATOM.replace("<feed", f'<!DOCTYPE feed [<!ENTITY e0 "x">{laughs}]><feed', 1).encode())
    yield Example("arxiv-atom", _ATOM.replace("On thin", "<b>" * 20_000 + "On thin").encode())
    for reader in ("csl-json", "json", "openalex", "crossref", "ledger"):
        yield Example(reader, b'[{"title": ' + b"[" * 20_000 + b"]" * 20_000 + b"}]")
        yield Example(reader, b'[{"title": "T", "author": ' + b'{"a":' * 900 + b"1" + b"}" * 900 + b"}]")
    for reader in ("paper", "settings", "people", "topic", "distinct"):
        yield Example(reader, b"---\ntitle: T\nextra: " + b"[" * 990 + b"]" * 990 + b"\n---\n")
        yield Example(reader, b"a: &a [x, x, x]\nb: &b [*a, *a, *a]\nc: &c [*b, *b, *b]\n")
        yield Example(reader, b"---\ntitle: T\n---\n" + b"- * 1. > " * 4_000)
    yield Example("ris", ("TY  - JOUR\nTI  - T\n" + "AU  - Lee, Ann\nKW  - k\n" * 3_000 + "ER  - \n").encode())
    yield Example("listing", (_LISTING + "A, " * 9_000).encode())
    yield Example("scholar-profile", ("T\nA Lee, " + "B Yi, " * 5_000 + "C Do\nJ 1\n3\n2020\n").encode())
    yield Example("arxiv-listing", (_ARXIV + "Authors: " + "Ann Lee, " * 5_000).encode())


def examples(corpus: str) -> list[Example]:
    """The invented examples, and the files of a folder cut into pieces."""
    written = [
        (entry.name, formats.load(entry.name).write(_PAPERS))
        for entry in formats.FORMATS
        if entry.reads and entry.writes
    ]
    source = ledger.ImportedSource("s.bib", "bibtex", "0", "1", 0, 1)
    kept = ledger.Ledger({"s.bib": source}, {"ice": {"s.bib": {"title": "Ice"}}}, {"a": "b"}, {"c": "d"})
    by_hand = [
        ("bibtex", _BIB), ("biblatex", _BIB), ("arxiv-atom", _ATOM), ("openalex", _OPENALEX), ("crossref", _CROSSREF),
        ("listing", _LISTING), ("scholar-profile", _PROFILE), ("arxiv-listing", _ARXIV), ("people", _PEOPLE),
        ("settings", _SETTINGS), ("topic", _FREE), ("page", _FREE), ("paper", _HAND),
        ("distinct", "- [a, b]\n- [c, d, e]\n"),
        *(("paper", paper_file.write(paper)) for paper in _PAPERS),
        ("ledger", ledger.write(kept)),
    ]  # fmt: skip
    invented = [Example(reader, text.encode()) for reader, text in (*written, *by_hand, *_printed())]
    detected = [Example("detected", example.data) for example in invented if formats.named(example.reader)]
    return [*invented, *detected, *_bombs(), *_of_folder(corpus)]


def _printed() -> Iterator[tuple[str, str]]:
    """Papers of many disciplines as each page and file that people have prints them."""
    for form, (reader, printer) in FORMS.items():
        chance = random.Random(form)
        yield reader, printer(wide_works(chance, 6, scripts=True, groups=True), chance)


def _of_folder(folder: str) -> list[Example]:
    """The files below a folder in pieces, each for the reader that its name or its beginning tells."""
    found = []
    for root, folders, names in sorted(os.walk(folder)) if folder else ():
        folders.sort()
        for name in sorted(names):
            path = os.path.join(root, name)
            with open(path, "rb") as file:
                data = file.read(4 * LARGEST)
            form = recognition.recognise(data.decode("utf-8", "replace"), name)
            ending = name.rpartition(".")[2]
            reader = (
                form.name if form else {"md": "paper", "yaml": "settings", "yml": "settings"}.get(ending, "detected")
            )
            found += [Example(reader, data[at : at + LARGEST]) for at in range(0, len(data), LARGEST)]
    return found
