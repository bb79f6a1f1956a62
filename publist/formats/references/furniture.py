"""Lines of a list that are no references by their look, and are told: page numbers, running heads, legends of marks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from publist.formats.pasted_lines import quoted
from publist.formats.references.inline import plain
from publist.formats.references.lines import Line
from publist.formats.references.marks import is_legend
from publist.model.problems import Problem, warning

_SHOWN = 2


def problems_of(furniture: Sequence[Line], source: str) -> Iterator[Problem]:
    """One warning for all page numbers and running heads, and one for each legend ("* equal contribution")."""
    pages = [line for line in furniture if line.body and not is_legend(line.text)]
    if pages:
        seen = ", ".join(quoted(plain(line.text).strip()) for line in pages[:_SHOWN])
        count = (
            f"{len(pages)} lines are page numbers or running heads" if len(pages) > 1 else "one line is a page number"
        )
        yield warning(source, pages[0].number, 1, f"{count}, and left out: {seen}{', …' * (len(pages) > _SHOWN)}")
    for line in furniture:
        if is_legend(line.text):
            said = (
                f"this line says what marks behind names mean, and is no reference: {quoted(plain(line.text).strip())}"
            )
            yield warning(source, line.number, 1, said)
