"""The search index as a part of a build: what it is made of, whether it is stale, and its files in the staging tree."""

from __future__ import annotations

import os
from collections.abc import Container, Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING

from publist.build.staleness import BuiltFile
from publist.content.loading import body_text
from publist.model.artifact import digest, digest_all
from publist.outputs.bylines import in_short
from publist.outputs.pages.search import FOLDER, available
from publist.outputs.views import date_view

if TYPE_CHECKING:
    from publist.build.output_folder import OutputFolder
    from publist.build.plan import BuildPlan
    from publist.outputs.machine.pagefind import IndexedPage, Indexing


class SearchIndex:
    """The index of one build. ``kept`` are the files of the last build, if they are still right and whole.

    ``signature`` stands for the code that makes the index; ``made`` are the files that the last build left,
    ``differing`` those that are not as it left them.
    """

    def __init__(
        self,
        ready: BuildPlan,
        signature: str,
        made: Mapping[str, BuiltFile],
        differing: Container[str],
    ) -> None:
        self._ready = ready
        wanted = available(ready.scene.config)
        self._stamp = _fingerprint(ready, signature) if wanted else b""
        before = {path: file for path, file in made.items() if path.startswith(FOLDER + "/")}
        right = wanted and all(
            file.fingerprint == self._stamp and path not in differing for path, file in before.items()
        )
        self.kept: frozenset[str] = frozenset(before if right else ())
        self.stale: bool = wanted and not self.kept

    @contextmanager
    def begun(self, site: str, folder: OutputFolder) -> Iterator[Indexing | None]:
        """Index into the staging tree beside what is done in the meantime, where the index is stale."""
        if not self.stale:
            yield None
            return
        from publist.outputs.machine.pagefind import start, stop

        pages, target = os.path.join(folder.staging, "searched"), os.path.join(folder.tree, FOLDER)
        indexing = start(_records(self._ready, site), self._ready.scene.config.language, pages, target)
        try:
            yield indexing
        except BaseException:
            stop(indexing)
            raise

    def finish(self, indexing: Indexing | None) -> dict[str, BuiltFile]:
        """The files that are staged now, as the manifest keeps them."""
        if indexing is None:
            return {}
        from publist.outputs.machine.pagefind import finish

        made = {}
        for name in finish(indexing):
            stat = os.stat(os.path.join(indexing.folder, name))
            made[f"{FOLDER}/{name}"] = BuiltFile(self._stamp, stat.st_size, stat.st_mtime_ns)
        return made


def _fingerprint(ready: BuildPlan, signature: str) -> bytes:
    from publist.outputs.machine.pagefind import indexer

    library = ready.library
    parts = [part for entry in library.entries for part in (entry.digest, library.bodies[entry.slug].digest)]
    program = b"%d" % os.path.getsize(indexer())  # one on the search path is not part of the signature
    return digest(signature.encode(), program, ready.scene.config.language.encode(), digest_all(parts))


def _records(ready: BuildPlan, site: str) -> Iterator[IndexedPage]:
    """Each paper: what is searched is its title, its authors, its venue, topics and abstract.

    Pagefind takes for a word what stands between spaces, and folds no letter that has no decomposition. So where words
    have no spaces each character is a word (search.js asks for the phrase), and words with such letters stand there
    in plain letters too.
    """
    from publist.outputs.machine.pagefind import IndexedPage
    from publist.text.latex.plain_maths import without_markup
    from publist.text.plain_markdown import in_one_line
    from publist.text.scripts import plain_words, spaced

    library, language = ready.library, ready.scene.config.language
    for entry in library.entries:
        paper = entry.paper
        title = without_markup(paper.title)
        authors = ", ".join(name.name for name in paper.authors)
        abstract = in_one_line(body_text(site, library.bodies[entry.slug]))
        topics = ", ".join(topic.title for topic in entry.topics)
        meta = {
            "title": title,
            "authors": in_short(entry, ready.scene.config),
            "venue": paper.venue,
            "date": date_view(paper.date, language).text if paper.date else "",
        }
        texts = (abstract, authors, paper.venue, topics)
        plain = plain_words(" ".join((title, *texts)))
        yield IndexedPage(entry.path, spaced(title), (*map(spaced, texts), plain), meta)
