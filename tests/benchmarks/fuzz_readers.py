"""Everything that publist reads, as functions of bytes that raise where something is wrong with the reader."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from publist import formats
from publist.content import paper_file, people_file, settings_file, topic_file
from publist.importing import ledger
from publist.importing.duplicates import not_duplicates
from publist.importing.read_source import read_source
from publist.importing.source import Source
from publist.model.paper import Paper
from publist.text.characters import UNFIT
from publist.text.latex.plain_maths import without_markup
from publist.text.markdown import block, inline, plain


def _checked(papers: tuple[Paper, ...]) -> None:
    """Whether what was read is fit to be written, shown and read again."""
    for paper in papers[:20]:
        written = paper_file.write(paper)
        assert not UNFIT.search(written), "a sign that files must not hold"
        again, problems = paper_file.read(written, path="p.md")
        assert again is not None or problems, "a paper that vanishes"
        shown = f"{inline(paper.title)}{block(paper.abstract)}{plain(paper.title)}{without_markup(paper.abstract)}"
        assert not UNFIT.search(shown), "a sign that pages must not hold"


def _source(data: bytes, *, form: str | None) -> None:
    _checked(read_source(Source("s", data, form), path="s").papers)


def _text(data: bytes) -> str:
    return data.decode("utf-8", "replace")


def _paper(data: bytes) -> None:
    paper, _ = paper_file.read(_text(data), path="p.md")
    if paper:
        for name in formats.FORMATS:
            if name.writes:
                formats.load(name.name).write((paper,))
        block(paper.abstract)
        inline(paper.title)


def _read(reader: Callable[..., object], data: bytes) -> None:
    reader(_text(data), path="f")


READERS: Mapping[str, Callable[[bytes], None]] = {
    **{entry.name: partial(_source, form=entry.name) for entry in formats.FORMATS if entry.reads},
    "detected": partial(_source, form=None),
    "paper": _paper,
    "settings": partial(_read, settings_file.read),
    "people": partial(_read, people_file.read),
    "topic": partial(_read, topic_file.read_topic),
    "page": partial(_read, topic_file.read_page),
    "ledger": partial(_read, ledger.read),
    "distinct": partial(_read, not_duplicates.read),
}
