"""Whether a site comes near what GitHub takes and Pages serves, and what makes it smaller."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from publist.model.problems import Problem, warning

SITE_BYTES = 1_000_000_000
"""GitHub Pages: published sites may be no larger than 1 GB (docs.github.com, GitHub Pages limits)."""
FILE_BYTES = 100 * 1024 * 1024
"""GitHub refuses a push with a file over 100 MiB (docs.github.com, About large files)."""
_NEAR = 800_000_000
_SHOWN = 5
_HINT = (
    "in content/site.yaml write `output: lean`, or `output: compact` where it is lean, or switch off what is not "
    "needed: `exports: {per_paper: [bib], lists: [bib], terms: false, api: false}`, `feed: {terms: false}`, "
    "`search: false`; the largest parts:"
)
_LISTS = ("publications.", "api/")


def size_warnings(sizes: Mapping[str, int]) -> list[Problem]:
    """Warnings where a site (the sizes of its files in bytes, by path) is near the limit or over it, or a file is."""
    return [*_files_too_large(sizes), *_site_too_large(sizes)]


def _files_too_large(sizes: Mapping[str, int]) -> Iterator[Problem]:
    large = [(-size, path) for path, size in sizes.items() if size > FILE_BYTES]
    for size, path in sorted(large):
        hint = "link to it where it is archived (Zenodo, arXiv) and take it out of content/assets"
        if path.startswith(_LISTS):
            setting = "api: false" if path.startswith("api/") else "lists: [bib]"
            hint = f"write `exports: {{{setting}}}` in content/site.yaml"
        yield warning(path, 0, 0, f"{in_words(-size)}: GitHub takes no file over 100 MB", hint)


def _site_too_large(sizes: Mapping[str, int]) -> Iterator[Problem]:
    total = sum(sizes.values())
    if total < _NEAR:
        return
    parts, files = Counter[str](), Counter[str]()
    for path, size in sizes.items():
        first, slash, _ = path.partition("/")
        parts[first + slash] += size
        files[first + slash] += 1
    some = "\n".join(
        f"  {in_words(size)} in {files[part]} file{'s' * (files[part] > 1)}: {part}"
        for part, size in parts.most_common(_SHOWN)
    )
    message = f"the site has {in_words(total)}: GitHub Pages serves no more than 1 GB"
    yield warning("output", 0, 0, message, f"{_HINT}\n{some}")


def in_words(size: int) -> str:
    """A size in bytes as people say it, in powers of ten."""
    for factor, unit in ((10**9, "GB"), (10**6, "MB"), (10**3, "kB")):
        if size >= factor:
            return f"{size / factor:.1f} {unit}"
    return f"{size} bytes"
