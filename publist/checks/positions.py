"""Where in its file a remark belongs: line and column of a key, or of a piece of the Markdown."""

from __future__ import annotations

from typing import NamedTuple

from publist.content import front_matter
from publist.content.content_folder import read_text
from publist.content.schema.kinds import KeyPath
from publist.content.yaml.tree import Tree, parse, position


class _File(NamedTuple):
    tree: Tree
    body: int
    """Index of the first character of the Markdown; the text's length where there is none."""


class Positions:
    """The places in the files of a site. The file last asked for is kept: ask for one file after the other."""

    def __init__(self, site: str) -> None:
        self._site = site
        self._path = ""
        self._file: _File | None = None

    def of_key(self, path: str, at: KeyPath) -> tuple[int, int]:
        """Line and column (from 1) of this key, of the nearest one above that is there; (0, 0) without a file."""
        file = self._opened(path)
        return file.tree.place(at, on_key=True) if file else (0, 0)

    def of_text(self, path: str, text: str) -> tuple[int, int]:
        """Line and column of the first place of a text in the Markdown of a file, else of where this begins."""
        file = self._opened(path)
        if file is None:
            return 0, 0
        found = file.tree.text.find(text, file.body)
        return position(file.tree.text, max(found, file.body))

    def _opened(self, path: str) -> _File | None:
        if path != self._path:
            self._path, self._file = path, _read(self._site, path)
        return self._file


def _read(site: str, path: str) -> _File | None:
    text, _ = read_text(site, path)
    if text is None:
        return None
    if not path.endswith(".md"):
        return _File(parse(text, path=path)[0], len(text))
    front, _ = front_matter.read(text, path=path)
    return _File(front.tree, front.span.body) if front else None
