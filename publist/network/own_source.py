"""Sources that commands write themselves of what services say: files of content/sources/, imported like yours."""

from __future__ import annotations

import os
from collections.abc import Collection

from publist.cache.file_writing import replace_file
from publist.content.content_folder import SOURCES
from publist.importing.report import ImportReport
from publist.importing.run import import_sources
from publist.importing.source import Source
from publist.model.paper import Date
from publist.model.problems import errors_in


def imported(
    site: str, name: str, text: str, today: Date, *, dry_run: bool, restore: Collection[str] = ()
) -> ImportReport:
    """Import the text, whose format is ``json``, as the source of this name; ``restore`` as for other sources.

    The file is written first, so that no build imports an older one after it, and only if it can be imported.
    OSError if not all can be written.
    """
    source = Source(name, text.encode(), "json")
    tried = import_sources(site, [source], dry_run=True, restore=restore, today=today)
    if dry_run or errors_in(tried.problems):
        return tried
    path = os.path.join(site, SOURCES, name)
    if not _holds(path, source.data):
        replace_file(path, source.data, durable=True)
    return import_sources(site, [source], restore=restore, today=today)


def _holds(path: str, data: bytes) -> bool:
    try:
        with open(path, "rb") as file:
            return file.read() == data
    except OSError:
        return False
