"""Where one form of a text ends and another begins: at the blank line where the two read most."""

from __future__ import annotations

from collections.abc import Sequence

from publist.formats import load
from publist.formats.lines_taken import lines_read
from publist.formats.main_form import NOTHING, Recognised, main_form
from publist.formats.own_pages import VAGUE
from publist.formats.pasted_lines import raw_lines

_MOST_BREAKS = 12
"""About so many blank lines at a time are tried as the place where a second form begins."""
_MOST_READ = 60_000
"""So many lines in all are read to find that place; of a longer text it is known less closely."""
_NEAR = 30
"""So many lines around the one that was found first may be where a second form begins."""
_LOOSE = VAGUE - {"home-page"}


def two_parts(text: str, *, same: bool) -> Recognised | None:
    """Two forms one after the other, parted at the blank line where the two read most; perhaps two of the same one.

    Of many blank lines a few are tried, then a few of those around the best one, until there is none between.
    """
    lines = raw_lines(text)
    breaks = [number for number, line in enumerate(lines[:-1], 1) if not line.strip() and lines[number].strip()]
    begin, end, best, most = 0, len(breaks), 0, (0, 0, NOTHING)
    step, left = len(breaks) + 1, max(_MOST_READ // len(lines), 1)
    while step > 1 and left > 0:
        step = max(1, (end - begin) // _MOST_BREAKS)
        tried = range(begin, end, step)[:left]
        left -= len(tried)
        for at in tried:
            if (found := _parted_at(lines, breaks[at], same=same)) and found[:2] > most[:2]:
                best, most = at, found
        begin, end = max(0, best - step + 1), min(len(breaks), best + step)
    return most[2] if most[0] else None


def nearest(lines: Sequence[str], found: Recognised) -> Recognised:
    """The same two forms, parted at the blank line near by between the most papers."""
    near = range(max(1, found.line - _NEAR), min(len(lines), found.line + _NEAR))
    breaks = [number for number in near if not lines[number - 1].strip() and lines[number].strip()]
    closest = sorted(breaks, key=lambda number: abs(found.line - number))[: max(_MOST_READ // len(lines), 1)]
    parted = [_parted_at(lines, number, same=False) for number in closest]
    same = [part for part in parted if part and part[2][2:4] == found[2:4]]
    best = max(same, key=lambda part: (_papers_beside(lines, part[2]), *part[:2]), default=None)
    return best[2] if best else found


def _papers_beside(lines: Sequence[str], found: Recognised) -> int:
    """How many papers the two forms have above and below the line that parts them."""
    parts = ("\n".join(lines[: found.line - 1]), "\n".join(lines[found.line - 1 :]))
    pairs = zip((found.first, found.second), parts, strict=True)
    return sum(len(load(form.name).read(part, source="").papers) for form, part in pairs if form)


def _parted_at(lines: Sequence[str], number: int, *, same: bool) -> tuple[int, int, Recognised] | None:
    """How many lines two forms read above and below a line, how well it parts them, and which these are.

    Markdown's form takes lines of others for its own: where it is the one below, the last line parts them best.
    None where there is only one form.
    """
    parts = ["\n".join(lines[:number]), "\n".join(lines[number:])]
    above = main_form(parts[0])
    below = main_form(parts[1]) if above else None
    if not above or not below or not (same or above is not below):
        return None
    read = sum(lines_read(form, part) for form, part in zip((above, below), parts, strict=True))
    better = number if below.name in _LOOSE and above.name not in _LOOSE else -number
    return read, better, Recognised(None, first=above, second=below, line=number + 1)
