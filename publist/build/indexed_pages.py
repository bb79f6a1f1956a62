"""Some papers indexed by Pagefind, and what the index of the site takes from its files: a task for any executor."""

from __future__ import annotations

import json
import marshal
import os
import zlib
from collections.abc import Iterable, Iterator, Sequence
from shutil import rmtree
from typing import TYPE_CHECKING, Any, NamedTuple

from publist.build.output_folder import stage
from publist.build.staleness import BuiltFile
from publist.content.loading import Body, body_text
from publist.library.library import Entry
from publist.model.artifact import digest
from publist.model.settings import Config
from publist.outputs.bylines import in_short
from publist.outputs.machine import pagefind, search_files
from publist.outputs.machine.pagefind import IndexedPage
from publist.outputs.machine.search_files import PageWords, meta_of, unpacked, words_in
from publist.outputs.pages.search import FOLDER
from publist.outputs.views import date_view
from publist.text.latex.plain_maths import without_markup
from publist.text.plain_markdown import in_one_line
from publist.text.scripts import plain_words, spaced

if TYPE_CHECKING:
    from subprocess import Popen

FIELDS = ("authors", "date", "path", "title", "venue")
"""What is known of a paper without its text, in the order in which postings tell them."""
_NOBODY = IndexedPage("nobody/", "nobody", ("nobody",), {name: "nobody" for name in FIELDS if name != "path"})
"""A page that has all fields, so that every run tells them by the same numbers; it is in no index."""


class PagesOfPapers:
    """The pages of papers with their abstracts, made where they are indexed: those of 100,000 papers are 400 MB."""

    def __init__(self, papers: Sequence[tuple[Entry, Body]], site: str, config: Config) -> None:
        self._papers = papers
        self._site = site
        self._config = config

    def __iter__(self) -> Iterator[IndexedPage]:
        """One at a time."""
        return (_page(entry, body_text(self._site, body), self._config) for entry, body in self._papers)


class IndexTask(NamedTuple):
    """The pages, their language, a folder for the work, the staging tree, and whether to stage Pagefind's scripts."""

    pages: Iterable[IndexedPage]
    language: str
    folder: str
    tree: str
    scripts: bool


class Run(NamedTuple):
    """What a run gave: the file of the words (see ``words_of``), the staged files, Pagefind's that names its others.

    ``language`` is how Pagefind calls it. ``paths`` are those of the pages in its index: one without a word is in none.
    """

    version: str
    language: str
    entry: str
    words: str
    paths: frozenset[str]
    files: dict[str, BuiltFile]


def index_pages(task: IndexTask) -> Run:
    """Run Pagefind. PublistError if it fails, or makes files of a form that nobody knows."""
    return finish(task, start(task))


def start(task: IndexTask) -> Popen[bytes]:
    """Pagefind at work beside this process. PublistError if it does not run."""
    records = (_NOBODY, *task.pages)
    return pagefind.start(records, task.language, os.path.join(task.folder, "pages"), _made(task))


def finish(task: IndexTask, program: Popen[bytes]) -> Run:
    """Take what Pagefind made; errors as those of ``index_pages``.

    The folder for the work goes at once: of files that the system has not yet written to the disk it forgets 10,000 in
    0.2 s, of those that are there in 30 s.
    """
    try:
        pagefind.finish(program, _made(task))
        return _indexed(task)
    finally:
        rmtree(task.folder, ignore_errors=True)


def _made(task: IndexTask) -> str:
    return os.path.join(task.folder, "made")


def _indexed(task: IndexTask) -> Run:
    made = _made(task)
    entry = _read(made, "pagefind-entry.json").decode()
    told = json.loads(entry)
    if not told["version"].startswith(search_files.VERSION):
        raise pagefind.failed(f"version {told['version']} is not known, {search_files.VERSION}* is")
    try:
        ((language, row),) = told["languages"].items()
        version, counted, chunks, fields = meta_of(unpacked(_read(made, f"pagefind.{row['hash']}.pf_meta")))
        if tuple(fields) != FIELDS:
            raise ValueError(f"the fields are {fields}")
        words = _words(made, len(counted), chunks)
        named, files = _fragments(task, made, language, [name for name, _ in counted])
    except (ValueError, LookupError, OSError, EOFError, zlib.error) as problem:
        raise pagefind.failed(f"its files are not as expected: {problem}") from problem
    for name in pagefind.used(made) if task.scripts else ():
        path = f"{FOLDER}/{name}"
        files[path] = BuiltFile(b"", *stage(task.tree, path, _read(made, name), set()))
    found = {
        path: (named[path], count, *said)
        for (_, count), path, said in zip(counted, named, words, strict=True)
        if path != _NOBODY.path
    }
    place = f"{task.folder}-words"
    with open(place, "wb") as file:  # the words of 100,000 papers are 250 MB
        marshal.dump(found, file)
    return Run(version, language, entry, place, frozenset(found), files)


def words_of(run: Run) -> dict[str, PageWords]:
    """The words of each page of a run by its path."""
    with open(run.words, "rb") as file:
        return {path: PageWords(*row) for path, row in marshal.load(file).items()}  # noqa: S302 (of our own run)


def _page(entry: Entry, text: str, config: Config) -> IndexedPage:
    """A paper: what is searched is its title, its authors, its venue, topics and abstract.

    Pagefind takes for a word what stands between spaces, and folds no letter that has no decomposition. So where words
    have no spaces each character is a word (search.js asks for the phrase), and words with such letters stand there
    in plain letters too.
    """
    paper = entry.paper
    title = without_markup(paper.title)
    authors = ", ".join(name.name for name in paper.authors)
    abstract = in_one_line(text)
    topics = ", ".join(topic.title for topic in entry.topics)
    meta = {
        "title": title,
        "authors": in_short(entry, config),
        "venue": paper.venue,
        "date": date_view(paper.date, config.language).text if paper.date else "",
    }
    texts = (abstract, authors, paper.venue, topics)
    plain = plain_words(" ".join((title, *texts)))
    return IndexedPage(entry.path, spaced(title), (*map(spaced, texts), plain), meta)


def _words(made: str, pages: int, chunks: list[str]) -> list[tuple[str, bytes]]:
    """The words of each page with their places."""
    found: list[list[Any]] = [[] for _ in range(pages)]
    for chunk in chunks:
        for word, numbers, places in words_in(unpacked(_read(made, f"index/{chunk}.pf_index"))):
            for number, place in zip(numbers, places, strict=True):
                found[number] += word, place
    return [("\n".join(row[::2]), b"".join(row[1::2])) for row in found]


def _fragments(
    task: IndexTask, made: str, language: str, names: list[str]
) -> tuple[dict[str, str], dict[str, BuiltFile]]:
    """The fragments of pages (what is quoted from them) under names of their content: by their paths, and staged."""
    named, files = {}, {}
    folders: set[str] = set()
    for name in names:
        file = _read(made, f"fragment/{name}.pf_fragment")
        content = unpacked(file)
        path = json.loads(content)["meta"]["path"]
        named[path] = f"{language}_{digest(content).hex()[:12]}"
        if path != _NOBODY.path:
            place = f"{FOLDER}/fragment/{named[path]}.pf_fragment"
            files[place] = BuiltFile(b"", *stage(task.tree, place, file, folders))
    return named, files


def _read(folder: str, name: str) -> bytes:
    with open(os.path.join(folder, name), "rb") as file:
        return file.read()
