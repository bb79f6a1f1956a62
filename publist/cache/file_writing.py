"""Files written whole: there is the old one or the new one at any time, and what goes wrong names the file."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress

BINARY: int = getattr(os, "O_BINARY", 0)
"""For ``os.open``: on Windows line feeds would become something else without it."""


def replace_file(path: str, *parts: bytes, durable: bool = False) -> None:
    """Write a file in one step, its folder with it (``durable``: so that it is there even if power fails).

    OSError with the name of the file or folder that could not be written; then nothing has changed.
    """
    replace_files([(path, b"".join(parts) if len(parts) > 1 else parts[0], durable)])


def replace_files(files: Sequence[tuple[str, bytes, bool]]) -> None:
    """Write several files (path, content, whether durable) or none: first all beside their places, then all in place.

    OSError as above. What is left undone then is no more than what a system that can write does not refuse: renames.
    """
    written: list[tuple[str, str]] = []
    try:
        for path, content, durable in files:
            folder = os.path.dirname(path)
            os.makedirs(folder, exist_ok=True)
            temporary = os.path.join(folder, f".publist-{os.getpid()}-{len(written)}.tmp")
            written.append((temporary, path))
            with naming(path):
                _refuse_folder(path)
                _write(temporary, content, durable=durable)
        for temporary, path in written:
            with naming(path):
                os.replace(temporary, path)
    except OSError:
        for temporary, _ in written:
            with suppress(OSError):
                os.unlink(temporary)
        raise


def _refuse_folder(path: str) -> None:
    """OSError before anything is written where no file can be put in the place of what is there."""
    if os.path.isdir(path):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), path)


def _write(path: str, content: bytes, *, durable: bool) -> None:
    with open(path, "wb") as file:
        file.write(content)
        if durable:
            file.flush()
            os.fsync(file.fileno())


@contextmanager
def naming(path: str) -> Iterator[None]:
    """Let an OSError from here say which file it is about: the system itself names none when it cannot write more."""
    try:
        yield
    except OSError as problem:
        problem.filename, problem.filename2 = path, None
        raise
