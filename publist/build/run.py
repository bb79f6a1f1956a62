"""A build: what it is asked for, what it found, and what it tells."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from publist.build.output_folder import OutputFolder
from publist.build.state import LastBuild
from publist.cache.file_signatures import Signature
from publist.cache.store import Cache
from publist.model.problems import Problem


class Options(NamedTuple):
    """How to build. ``base_url`` overrides that of site.yaml; ``jobs`` 0 means one a processor.

    ``explain`` is the path of an output file whose fate the report shall explain; ``cache`` the folder of the
    cache, "" for that of the site; ``cluster`` the address of a Dask scheduler whose workers render, "" for none.
    """

    site: str
    output: str
    base_url: str | None = None
    strict: bool = False
    jobs: int = 0
    clean: bool = False
    explain: str = ""
    cache: str = ""
    cluster: str = ""


class Report(NamedTuple):
    """What a build did: numbers of papers, of files, of files rendered and removed; files that are not ours.

    ``imported`` is None where there are no sources, or nothing at all had changed. ``became_lean``: the list is now so
    long that the site is lean, and no setting says so.
    """

    papers: int
    files: int
    rendered: int
    removed: int
    foreign: tuple[str, ...]
    problems: tuple[Problem, ...]
    imported: Any = None  # an ImportReport; naming it would load what imports are made of
    explained: str = ""
    became_lean: bool = False


Progress = Callable[[str, int, int], None]
"""Told what is being done, how much of it is done, and how much there is."""


def silent(what: str, done: int, total: int) -> None:
    """Progress that nobody watches."""
    del what, done, total


class Run(NamedTuple):
    """One build: how, from where, to where, what was found, and what the last build left.

    ``now`` is when the content was found (ns).
    """

    options: Options
    cache: Cache
    folder: OutputFolder
    last: LastBuild
    found: dict[str, Signature]
    state: bytes
    now: int
    progress: Progress
