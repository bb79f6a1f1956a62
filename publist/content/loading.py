"""content/ to records; the only file that knows that folder's layout."""

from __future__ import annotations

import marshal
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from publist.cache.file_signatures import Signature
from publist.cache.paper_rows import PaperRow, pack, unpack
from publist.cache.shards import Shards
from publist.cache.store import Cache
from publist.content import paper_file
from publist.content.content_folder import (
    ASSETS,
    CV,
    FOLDER,
    NEWS,
    PAGES,
    PAPERS,
    PEOPLE,
    SETTINGS,
    STATIC,
    TOPICS,
    is_paper,
    read_text,
    slug_of,
)
from publist.content.people_file import Person
from publist.content.pictures import Naming, Picture, pictures_of
from publist.content.settings_file import Config
from publist.content.stray_files import is_beside, without_strays
from publist.content.topic_file import NewsFile, PageFile, TopicFile
from publist.model.artifact import digest
from publist.model.cv import Cv
from publist.model.paper import Name, Paper
from publist.model.problems import Problem, PublistError, error

if TYPE_CHECKING:
    from concurrent.futures import Executor

STORE = "content"
_BATCH = 200
_HELD = 20_000
"""The abstracts of so many files that were read are held until they are shown: those of 100,000 would be 140 MB.

To read those of 10,000 papers again takes 7 % of the CPU of a lean site.
"""

ReadRow = tuple[PaperRow, str | None] | None
"""A paper file as read, and its abstract; None where it has not changed."""


class PaperRecord(NamedTuple):
    """A paper file as read. ``paper`` comes without its abstract, which is a ``Body`` of its own."""

    slug: str
    path: str
    paper: Paper
    head: bytes
    body: bytes


class Body(NamedTuple):
    """The abstract of a paper file: known by its digest, read when it is needed."""

    path: str
    digest: bytes
    text: str | None

    @property
    def is_empty(self) -> bool:
        """Whether the paper has no abstract."""
        return self.digest == _NO_TEXT


_NO_TEXT = digest(b"")


def without_text(body: Body) -> Body:
    """The abstract of a paper where it is left out."""
    return Body(body.path, _NO_TEXT, "")


class Asset(NamedTuple):
    """A file of content/assets or content/static by its path below it, or the PDF of a paper by the paper's slug."""

    path: str
    name: str
    signature: Signature


class Content(NamedTuple):
    """All that content/ holds, and everything that is wrong with it."""

    config: Config
    papers: tuple[PaperRecord, ...]
    bodies: dict[str, Body]
    topics: tuple[TopicFile, ...]
    pages: tuple[PageFile, ...]
    news: tuple[NewsFile, ...]
    people: tuple[Person, ...]
    assets: tuple[Asset, ...]
    static: tuple[Asset, ...]
    pdfs: tuple[Asset, ...]
    pictures: Mapping[str, Picture]
    problems: tuple[Problem, ...]
    cv: Cv | None = None


def read(site: str, found: dict[str, Signature], cache: Cache, executor: Executor | None, now: int) -> Content:
    """Read what changed, take the rest from the cache.

    ``found`` are the signatures of this moment, ``now`` is its time in ns, ``executor`` takes the reading of
    many files in batches. Every problem of every file is in the result; nothing is raised for bad content.
    """
    store = Shards(cache, STORE)
    kept = store.load()
    found, problems = without_strays(site, found)
    before = {path: PaperRow._make(row) for path, row in kept.items()}
    paths = sorted(path for path in found if is_paper(path))
    stale = [path for path in paths if path not in before or before[path].signature != found[path]]
    fresh = _read_all(site, stale, [before[path].file if path in before else b"" for path in stale], executor)
    stored: dict[str, Any] = {}
    records, bodies = [], {}
    names: dict[Any, Name] = {}
    for path in paths:
        text = None
        if path in fresh:
            row, text = fresh[path] or (before[path], None)  # another time, but the same bytes
            row = row.seen(found[path], now)
            stored[path] = tuple(row)
        else:
            row, stored[path] = before[path], kept[path]
        problems += problems_of(row)
        if row.paper is not None:
            record = record_of(path, row, names)
            records.append(record)
            bodies[record.slug] = Body(path, row.body, text)
    if fresh or len(stored) != len(kept):
        store.save(stored, kept)
    return _with_the_small_files(site, found, tuple(records), bodies, problems)


def _read_all(site: str, paths: list[str], known: list[bytes], executor: Executor | None) -> dict[str, ReadRow]:
    """The row of each path, None where the file's digest is the ``known`` one; of many files without the abstracts."""
    if executor is None or len(paths) < _BATCH:
        return dict(zip(paths, _read_batch(site, paths, known), strict=True))
    batch = partial(_read_batch, texts=len(paths) <= _HELD)
    futures = [
        executor.submit(batch, site, paths[start : start + _BATCH], known[start : start + _BATCH])
        for start in range(0, len(paths), _BATCH)
    ]
    return dict(zip(paths, (row for future in futures for row in future.result()), strict=True))


def _read_batch(site: str, paths: list[str], known: list[bytes], *, texts: bool = True) -> list[ReadRow]:
    rows = [read_row(site, path, before) for path, before in zip(paths, known, strict=True)]
    return rows if texts else [row and (row[0], None) for row in rows]


def read_row(site: str, path: str, known: bytes = b"") -> ReadRow:
    """What a paper file says, without a signature, and its abstract; None if its digest is the ``known`` one."""
    text, problem = read_text(site, path)
    if text is None:
        return PaperRow(problems=(tuple(problem or ()),)), ""
    whole = digest(text.encode())
    if whole == known:
        return None
    paper, found = paper_file.read(text, path=path)
    problems = tuple(map(tuple, found))
    if paper is None:
        return PaperRow(file=whole, problems=problems), ""
    packed = pack(paper)
    # Version 2 of the marshal format has no references, so equal values have equal bytes.
    head, body = digest(marshal.dumps(packed, 2)), digest(paper.abstract.encode())
    return PaperRow(file=whole, paper=packed, head=head, body=body, problems=problems), paper.abstract


def record_of(path: str, row: PaperRow, names: dict[Any, Name]) -> PaperRecord:
    """The paper of a row that has one; ``names`` are those of papers made before."""
    return PaperRecord(slug_of(path), path, unpack(row.paper or {}, names), row.head, row.body)


def problems_of(row: PaperRow) -> tuple[Problem, ...]:
    """What is wrong with the file of a row."""
    return tuple([Problem(*problem) for problem in row.problems])


def read_paper(site: str, path: str) -> tuple[PaperRecord | None, Body | None, tuple[Problem, ...]]:
    """One paper file as it is now, with its abstract and its problems."""
    row, text = read_row(site, path) or (PaperRow(), "")
    if row.paper is None:
        return None, None, problems_of(row)
    return record_of(path, row, {}), Body(path, row.body, text), problems_of(row)


def body_text(site: str, body: Body) -> str:
    """The abstract that this body stands for, with Markdown where somebody pasted LaTeX.

    PublistError if its file has changed since it was read.
    """
    if body.text is not None:
        return _without_latex(body.text)
    from publist.content.front_matter import only_body

    text = only_body(read_text(site, body.path)[0] or "")
    if digest(text.encode()) != body.digest:
        hint = "Run the command again: it takes the file as it is then."
        raise PublistError([error(body.path, 0, 0, "the file changed while the site was being built", hint)])
    return _without_latex(text)


def _without_latex(text: str) -> str:
    """An abstract with Markdown for its LaTeX, of which most have no sign."""
    if "\\" not in text and "``" not in text:
        return text
    from publist.text.latex import pasted

    return pasted.read(text)


def small_files(site: str, found: dict[str, Signature]) -> Content:
    """Everything of content/ but the papers."""
    files, problems = without_strays(site, found)
    return _with_the_small_files(site, files, (), {}, problems)


def _with_the_small_files(
    site: str,
    found: dict[str, Signature],
    papers: tuple[PaperRecord, ...],
    bodies: dict[str, Body],
    problems: list[Problem],
) -> Content:
    """The records with everything of content/ that is not a paper; these files are few and read each time."""
    from publist.content import cv_file, people_file, topic_file
    from publist.content import settings_file as settings

    def each(folder: str, reader: Callable[..., tuple[Any, Iterable[Problem]]]) -> tuple[Any, ...]:
        values = []
        for path in sorted(path for path in found if path.startswith(folder + "/") and path.endswith(".md")):
            values += one(path, reader)
        return tuple(values)

    def one(path: str, reader: Callable[..., tuple[Any, Iterable[Problem]]]) -> list[Any]:
        if path not in found:
            return []
        text, problem = read_text(site, path)
        if text is None:
            problems.extend([problem] if problem else [])
            return []
        value, told = reader(text, path=path)
        problems.extend(told)
        return [] if value is None else [value]

    read_config = one(SETTINGS, settings.read)
    naming = [Naming(record.slug, record.path, record.paper.image) for record in papers if record.paper.image]
    pictures, wrong = pictures_of(site, naming, found)
    problems.extend(wrong)
    cv = one(CV, cv_file.read)
    beside = sorted(path for path in found if is_beside(path, found))
    assets = _below(ASSETS, found)
    return Content(
        config=read_config[0] if read_config else settings.DEFAULT,
        papers=papers,
        bodies=bodies,
        topics=each(TOPICS, topic_file.read_topic),
        pages=each(PAGES, topic_file.read_page),
        news=each(NEWS, topic_file.read_news),
        people=(*one(PEOPLE, partial(people_file.read, assets=[path[len(FOLDER) + 1 :] for path, *_ in assets])), ())[
            0
        ],
        assets=assets,
        static=_below(STATIC, found),
        pdfs=tuple(Asset(path, path[len(PAPERS) + 1 : -4], found[path]) for path in beside),
        pictures=pictures,
        problems=tuple(problems),
        cv=(*cv, None)[0],
    )


def _below(folder: str, found: Mapping[str, Signature]) -> tuple[Asset, ...]:
    """The files below a folder, in the order of their paths."""
    start = f"{folder}/"
    return tuple(Asset(path, path[len(start) :], found[path]) for path in sorted(found) if path.startswith(start))
