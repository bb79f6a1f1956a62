"""Small sites of other makers in their documented layouts, and a look at what came of them."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from tests.conftest import Site

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de"
    "0000000c4944415408d763f8cfc000000301010018dd8db00000000049454e44ae426082"
)
"""A picture of one pixel."""
AL_FOLIO = """\
---
---

@string{prl = {Physical Review Letters}}

@article{lovelace1843notes,
  abbr={PRL},
  bibtex_show={true},
  title={Notes on the {Engine}},
  author={Lovelace, Ada and Hopper, Grace},
  journal=prl,
  volume={12}, number={3}, pages={1--10}, year={1843}, month={9},
  abstract={About $x^2$ and more.},
  doi={10.5555/1843},
  html={https://example.org/notes},
  pdf={notes.pdf},
  slides={lost.pdf},
  code={https://example.org/code},
  selected={true},
  preview={notes.png},
  award={Best notes}
}
"""
HUGO = """\
---
title: 'Compilers: an *introduction*'
authors:
- admin
- Ada Lovelace
author_notes:
- 'Equal contribution'
date: '2019-06-01T00:00:00Z'
publishDate: '2020-01-01T00:00:00Z'
publication_types: ['1']
publication: In *Conference of Examples*
publication_short: CoE
abstract: The abstract with $y^2$.
tags: [Compilers]
featured: true
url_pdf: ''
url_code: https://example.org/compiler
url_slides: slides.pdf
url_poster: uploads/lost.pdf
links:
- name: Blog
  url: https://example.org/blog
image:
  caption: A picture
projects: [one]
---
Supplementary notes.
"""
TOML = """\
+++
title = "An older page"
authors = ["Ada Lovelace"]
date = 2015-03-02
publication_types = ["2"]
publication = "_Journal of Examples_"
selected = true
+++

Its text.
"""
CITE = """\
@inproceedings{hopper2019compilers,
  title={Compilers}, author={Hopper, Grace}, pages={5--9}, year={2019}, publisher={Examples Press}
}
"""
ACADEMICPAGES = """\
---
title: "Paper &amp; title"
collection: publications
category: conferences
permalink: /publication/2009-10-01-paper
excerpt: 'About things.'
date: 2009-10-01
venue: 'Journal of *Examples*'
slidesurl: 'http://example.org/slides.pdf'
paperurl: '/files/paper1.pdf'
citation: 'Lovelace, A., &amp; Hopper, G. (2009). &quot;Paper and title.&quot; <i>Journal of Examples</i>. 4(2): 7-9.'
---
The abstract.

Recommended citation: Lovelace, A. (2009).
"""


def papers(site: Site) -> dict[str, tuple[dict[str, Any], str]]:
    """Front matter and body of each paper by its title."""
    found = {}
    for path in (site.folder / "content/papers").glob("*.md"):
        _, head, body = path.read_text(encoding="utf-8").split("---\n", 2)
        values = yaml.load(head, yaml.BaseLoader)  # noqa: S506 (plain text only)
        found[values["title"]] = (values, body.strip())
    return found


@pytest.fixture
def other(site: Site) -> Site:
    """A folder for another maker's site, beside the site that takes it."""
    site.write({"content/site.yaml": "title: Papers\n"})
    return Site(site.folder / "other")
