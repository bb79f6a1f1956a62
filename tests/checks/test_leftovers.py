"""Markup that was left over in titles and abstracts is told; what only looks like it is not."""

from __future__ import annotations

import pytest

from publist.checks.leftovers import left_in
from tests.conftest import Site


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (r"As \citep{lee} says", r"\citep{lee}"),
        ("Of <jats:p>moss", "<jats:p>"),
        ("Of &lt;scp&gt;RNA", "&lt;scp&gt;"),
        ("Moss &amp;amp; fern", "&amp;amp;"),
        (r"A $\less$em", r"$\less$"),
        (r"M{\"u}ller", r"{\"u}"),
        (r"95 \textpm 3", r"\textpm"),
    ],
)
def test_what_is_left_is_found(text: str, found: str) -> None:
    """Commands, tags and entities that nobody has turned into Markdown."""
    assert left_in(text) == found


@pytest.mark.parametrize(
    "text",
    [
        r"Of $\alpha$ and $$\frac{1}{2}$$",
        r"In `\LaTeX` and a\*b \$5 \_x",
        "AT&amp;T, CO<sub>2</sub>, a &lt; b",
        r"See https://moss.example/\path",
        "```\n\\begin{x}\n```",
        r"3${-}$2 and H$_2$O",
    ],
)
def test_what_is_right_is_not(text: str) -> None:
    """Formulas, code, addresses, escapes and entities of Markdown."""
    assert left_in(text) == ""


def test_check_names_the_place(small_site: Site) -> None:
    """File, line and column, with what to do."""
    small_site.write({"content/papers/notes.md": "---\ntitle: Notes\n---\nOf moss.\n\nAs \\citep{lee} says.\n"})
    done = small_site.run("check")
    assert (
        r"content/papers/notes.md:6:4: warning: markup that readers see as it is: \citep{lee}"
        in done.stdout + done.stderr
    )
