"""Files that a LaTeX source takes parts of it from: what stands there is not read with it, and that is told."""

from __future__ import annotations

import re
from collections.abc import Iterator

from publist.model.problems import Problem, warning

_COMMENT = re.compile(r"(?<!\\)%.*")
_SOURCE = re.compile(
    r"\\(?:input|include|subfile)\s*\{([^{}\\#]+)\}"
    r"|\\(?:sub)?import\*?\s*\{([^{}\\#]*)\}\s*\{([^{}\\#]+)\}"
)
_DATABASE = re.compile(
    r"\\(?:no)?(?:bibliography|addbibresource)\w*\s*(?:\[[^\[\]]*\])?\s*\{([^{}\\#]+)\}"
    r"|\\begin\s*\{refsection\}\s*\[([^\[\]]+)\]"
)
_SHOWN = 4


def problems_of(text: str, source: str) -> Iterator[Problem]:
    """A warning for the sources that it takes in, and one for its databases of papers."""
    if "\\" not in text:
        return
    plain = _COMMENT.sub("", text)
    begin = max(plain.find("\\begin{document}"), 0)
    named = [(match.start(), "".join(filter(None, match.groups()))) for match in _SOURCE.finditer(plain, begin)]
    yield from _told(plain, source, [(at, _with_ending(name, ".tex")) for at, name in named], "the papers there, too")
    found = [(match.start(), match[1] or match[2]) for match in _DATABASE.finditer(plain)]
    bases = [(at, _with_ending(name, ".bib")) for at, names in found for name in names.split(",")]
    yield from _told(plain, source, bases, "its papers from there")


def _told(plain: str, source: str, files: list[tuple[int, str]], what: str) -> Iterator[Problem]:
    names = list(dict.fromkeys(name for _, name in files))
    if names:
        line = plain.count("\n", 0, files[0][0]) + 1
        shown = f"{', '.join(names[:_SHOWN])}{', …' * (len(names) > _SHOWN)}"
        hint = f"To import {what}: publist import {next((name for name in names if 'pub' in name), names[0])}"
        yield warning(source, line, 1, f"other files hold parts of this source, which are not read: {shown}", hint)


def _with_ending(name: str, ending: str) -> str:
    bare = name.strip()
    return bare if re.search(r"\.\w{2,4}$", bare) else f"{bare}{ending}"
