"""What machines read of an abstract: its words, without the marks of headings, lists and tables."""

from __future__ import annotations

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publist.text.latex.plain_maths import without_markup
from publist.text.plain_markdown import in_one_line
from tests.conftest import Site

TEXT = """# Aims

We walk on **ice** - it is *thin*.

## Means ##

Boots
-----

- one
* two
  + three
> said $x^2$

| a | b |
|---|--:|
| 1 | 2 \\| 3 |

***

1. First
```python
x = 1 # one
```
"""
WORDS = "Aims We walk on ice - it is thin. Means Boots one two three said x² a b 1 2 | 3 1. First x = 1 # one"


def test_marks_of_blocks_are_no_words() -> None:
    """Headings, bullets, quotations, rules, tables and fences go; what stands in a line stays."""
    assert in_one_line(TEXT) == WORDS


@pytest.mark.parametrize(
    "text", ["C# and F#", "a - b", "-3 degrees", "#1 of ten", "a | b", "x\n  y", "**bold** it", "*e*"]
)
def test_other_signs_stay(text: str) -> None:
    """A sign within a line, or one without a space behind it, is text."""
    assert in_one_line(text) == without_markup(text)


@given(st.text(st.sampled_from("ab#-*+>|=_` \n~:\\"), max_size=40))
def test_no_letter_is_lost(text: str) -> None:
    """Whatever the marks, all letters and digits come out, in their order; the name of a fence's language does not."""
    letters = re.sub(r"[^ab]", "", re.sub(r"(?m)^[ \t]*(?:```+|~~~+)[^`\n]*$", "", text))
    assert re.sub(r"[^ab]", "", in_one_line(text)) == letters


def test_a_page_tells_machines_the_words_of_an_abstract(small_site: Site) -> None:
    """Description, structured data and the sharers' description have no marks of Markdown."""
    small_site.write({"content/papers/ice.md": f"---\ntitle: Ice\nauthors: [Ann Lee]\ndate: 2020\n---\n{TEXT}"})
    small_site.build()
    page = small_site.page("papers/ice/index.html")
    (data,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)
    (paper,) = (node for node in json.loads(data)["@graph"] if "abstract" in node)
    assert paper["abstract"] == WORDS
    described = re.findall(r'<meta (?:name|property)="(?:og:)?description" content="([^"]*)"', page)
    assert described
    assert set(described) == {WORDS}
