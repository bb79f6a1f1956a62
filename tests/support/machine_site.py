"""A site with a paper of every type that matters and every oddity of names, dates and titles, for the machine tests."""

from __future__ import annotations

PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"

_ABSTRACT = "We study *machines* that read pages & save them, with $a < b$ and a rate of 8.5%.\n\nA second paragraph.\n"


def _paper(head: str, abstract: str = _ABSTRACT) -> str:
    return f"---\n{head.strip()}\n---\n{abstract}"


MACHINE_SITE: dict[str, str | bytes] = {
    "content/site.yaml": """\
title: Papers & Pages
owner: Ada Lovelace
description: What a site with every oddity looks like to machines
base_url: https://example.github.io/publications/
license: CC-BY-4.0
exports: {min_papers: 1}
""",
    "content/people.yaml": """\
- name: Ada Lovelace
  aliases: [A. Lovelace]
  orcid: 0000-0002-1825-0097
  url: https://example.org/ada
  affiliation: Analytical Society
  owner: true
""",
    "content/papers/journal.md": _paper("""
title: A journal article with *emphasis*, `code` and $x^2 < y$ & more
authors:
  - A. Lovelace
  - {given: Ludwig, particle: van der, family: Berg}
  - {given: Martin, family: King, suffix: Jr.}
  - {given: Gabriel, family: García Márquez, orcid: 0000-0001-5109-3700, affiliation: Universidad & Co}
date: 1843-09-01
type: article-journal
venue: Journal of "Quoted" <Things> & Others
volume: "12"
issue: "3"
pages: 101-117
publisher: Taylor
issn: 2049-3630
doi: 10.1000/182(a)<b>
topics: [Computing]
keywords: [engines, numbers & notes]
license: CC-BY-4.0
language: en
key: lovelace1843journal
links: {url: https://example.org/journal?a=1&b=2}
versions:
  - {type: article, date: 1842-05, venue: Preprints, arxiv: "2309.09843"}
"""),
    "content/papers/conference.md": _paper("""
title: 'Grüße: "quotes", 5 < 7 > 6 & ampersands at a conference'
authors: [Ada Lovelace, Jean-Luc Picard, Vincent van Gogh]
date: 2021-06
type: paper-conference
venue: Proceedings of the Conference on Odd Things
pages: 1--9
event: OddConf 2021
publisher: ACM
place: Dublin
doi: 10.1145/3287560.3287596
topics: [Computing, Reading & Writing]
links: {pdf: assets/conference-paper.pdf, code: https://example.org/code}
"""),
    "content/assets/conference-paper.pdf": PDF,
    "content/papers/preprint.md": _paper("""
title: 多様な名前の機械可読性
authors: [李明, 山田太郎, Björk]
date: 2023
type: article
venue: arXiv
arxiv: 2309.09843
language: ja
topics: [Reading & Writing]
links: {pdf: https://arxiv.org/pdf/2309.09843}
"""),
    "content/papers/thesis.md": _paper("""
title: A thesis of a lone author
authors:
  - {given: María José, family: Carreño Quiñones}
date: 1999-12-31
type: thesis
genre: PhD thesis
publisher: University of Somewhere
"""),
    "content/papers/thesis.pdf": PDF,
    "content/papers/chapter.md": _paper("""
title: A chapter about $\\alpha$-machines
authors: [Grace Hopper, Ada Lovelace]
editors: [Alan Turing, {given: Carl, particle: von, family: Linné}]
date: 2005
type: chapter
venue: The Book of Machines
pages: e12
publisher: Springer
isbn: 978-3-16-148410-0
series: Lecture Notes in Oddities
"""),
    "content/papers/report.md": _paper("""
title: A report by a group
authors: [{name: The ATLAS Collaboration, literal: true}, Plato]
date: 2010-05-12
type: report
publisher: CERN
number: TR-42
"""),
    "content/papers/book.md": _paper(
        """
title: A book
authors: [Ada Lovelace]
date: 2012
type: book
publisher: Penguin
isbn: 978-3-16-148410-0
edition: "2"
""",
        "",
    ),
    "content/papers/dataset.md": _paper("""
title: A dataset
authors: [Ada Lovelace, Grace Hopper]
date: 2020-02-29
type: dataset
publisher: Zenodo
doi: 10.5281/zenodo.12345
license: CC0-1.0
"""),
    "content/papers/software.md": _paper("""
title: Software that runs
authors: [Ada Lovelace]
date: 2018
type: software
license: MIT
"""),
    "content/papers/talk.md": _paper("""
title: A talk at a place
authors: [Ada Lovelace]
date: 2019-07
type: speech
event: OddConf 2019
"""),
    "content/papers/patent.md": _paper("""
title: A patent
authors: [Ada Lovelace]
date: 2001
type: patent
number: US1234567
"""),
    "content/papers/draft.md": _paper("""
title: A draft
draft: true
"""),
    "content/papers/draft.pdf": PDF,
}
"""Files by their path in the site."""

UNDATED = _paper("""
title: Nobody knows when, and there are many of us
authors: [Ada Lovelace]
et_al: true
""")
"""A paper that no rule can satisfy: nobody knows its date."""
