"""content/sources as an import finds it: what each file holds, and which cannot be read."""

from __future__ import annotations

from collections.abc import Mapping

from publist.cache.file_signatures import Signature, is_file
from publist.content.stray_files import is_source
from publist.importing.source import Source, source_of
from publist.model.problems import PublistError, error


def sources_in(site: str, found: Mapping[str, Signature]) -> list[Source]:
    """All sources of a site; what lies among them and is none is told by who reads the content.

    PublistError for those that cannot be read: without them papers would seem to be missing.
    """
    sources, problems = [], []
    for path in sorted(path for path, signature in found.items() if is_file(signature) and is_source(path)):
        try:
            sources.append(source_of(site, path))
        except OSError as problem:
            hint = "Change who may read it, or take it away."
            problems.append(error(path, 0, 0, f"the file cannot be read: {problem.strerror}", hint))
    if problems:
        raise PublistError(problems)
    return sources
