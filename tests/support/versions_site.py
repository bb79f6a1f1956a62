"""A site with a preprint and its publication, and the command that makes one page of them."""

from __future__ import annotations

import pytest

from tests.conftest import Site

PREPRINT = """\
@article{corr21,
  author = {Jane Doe and Max Roe}, title = {Listening with Many Ears}, journal = {CoRR},
  eprint = {2101.00001}, eprinttype = {arXiv}, year = 2021, keywords = {ears}
}
"""
PRINTED = """\
@inproceedings{doe22,
  author = {J. Doe and M. Roe}, title = {Listening with Many Ears: A Study}, booktitle = {Proceedings of Ears},
  pages = {1--9}, doi = {10.1000/ears}, year = 2022, keywords = {rooms}
}
"""
OTHER = "@article{lee20, author = {Ann Lee}, title = {On Rooms}, journal = {Rooms}, year = 2020}\n"
STAYS, GOES = "listening-with-many-ears", "listening-with-many-ears-a-study"
JOINED = """\
---
title: 'Listening with Many Ears: A Study'
authors:
  - Jane Doe
  - Max Roe
date: 2022
type: paper-conference
venue: Proceedings of Ears
pages: 1-9
doi: 10.1000/ears
arxiv: '2101.00001'
keywords: [ears, rooms]
key: corr21
versions:
  - type: article
    title: Listening with Many Ears
    date: 2021
    venue: arXiv
    arxiv: '2101.00001'
    key: doe22
    slug: listening-with-many-ears-a-study
---
"""


@pytest.fixture
def versions_site(site: Site) -> Site:
    """A site whose one source has a preprint, its publication, and another paper."""
    site.write(
        {
            "content/site.yaml": "title: Papers\nbase_url: https://example.org/list/\n",
            "content/sources/dblp.bib": PREPRINT + PRINTED + OTHER,
        }
    )
    site.build()
    return site


def done(site: Site, *arguments: str) -> str:
    """What a command prints that must succeed."""
    ran = site.run(*arguments)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    return ran.stdout


def merge(site: Site, *more: str) -> str:
    return done(site, "merge", STAYS, GOES, *more)
