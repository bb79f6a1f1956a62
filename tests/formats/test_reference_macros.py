r"""The commands that a LaTeX source defines: what their uses become, and how far that may go."""

from __future__ import annotations

from itertools import pairwise

from publist.formats.references.latex import macros
from publist.formats.references.latex.arguments import arguments_of


def test_definitions_that_multiply_each_other_end() -> None:
    """A source of a few lines never becomes one of millions."""
    names = "abcdefghij"
    bomb = "".join(rf"\newcommand{{\x{one}}}{{" + 30 * rf"\x{other} " + "}\n" for one, other in pairwise(names))
    assert len(macros.expanded(bomb + r"\newcommand{\xj}{boom}" "\n" r"\xa")) < 1_000_000
    assert r"\y" in macros.expanded(r"\newcommand{\y}{\y\y}" "\n" r"\y")


def test_an_optional_argument_has_its_default() -> None:
    """So LaTeX reads it: the first argument in brackets, or what the definition says."""
    source = r"\newcommand{\at}[2][Oslo]{#2 (#1)}" "\n" r"\at{Ice} and \at[Graz]{Moss}"
    assert macros.expanded(source).strip() == "Ice (Oslo) and Moss (Graz)"


def test_arguments_end_where_their_braces_close() -> None:
    """An open brace holds nothing, a bracket in maths closes none, and a blank line stands before no argument."""
    assert arguments_of(r"\a{one}[two]{three [0, 1)} four", 2, 9) == (["one", "three [0, 1)"], 26)
    assert arguments_of(r"\a{one}{two", 2, 9) == (["one"], 7)
    assert arguments_of("\\a{one}\n\n{two}", 2, 9) == (["one"], 7)
