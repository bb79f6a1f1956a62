"""Whether a site comes near what GitHub Pages serves, and what makes it smaller."""

from __future__ import annotations

from collections.abc import Mapping

from publist.model.problems import Problem, warning

SITE_BYTES = 1_000_000_000
"""GitHub Pages: published sites may be no larger than 1 GB (docs.github.com, GitHub Pages limits)."""
_NEAR = 800_000_000
_SHOWN = 5
_HINT = (
    "write `output: lean` in content/site.yaml, or leave out `exports: {terms: false}` and `feed: {terms: false}`; "
    "the largest files:"
)


def size_warnings(sizes: Mapping[str, int]) -> list[Problem]:
    """A warning where the files of a site (their sizes in bytes, by path) are near the limit, or over it."""
    total = sum(sizes.values())
    if total < _NEAR:
        return []
    largest = sorted(sizes.items(), key=lambda item: (-item[1], item[0]))[:_SHOWN]
    some = "\n".join(f"  {in_words(size)} {path}" for path, size in largest)
    message = f"the site has {in_words(total)}: GitHub Pages serves no more than 1 GB"
    return [warning("output", 0, 0, message, f"{_HINT}\n{some}")]


def in_words(size: int) -> str:
    """A size in bytes as people say it, in powers of ten."""
    for factor, unit in ((10**9, "GB"), (10**6, "MB"), (10**3, "kB")):
        if size >= factor:
            return f"{size / factor:.1f} {unit}"
    return f"{size} bytes"
