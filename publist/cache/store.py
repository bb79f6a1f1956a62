"""What is kept between builds, in a folder that can be deleted at any time.

Each store is one file: a header (what wrote it, its name), a digest, and marshalled plain values. A store that is
missing, broken, or written by other code is an empty one. The folder is trusted like the code itself:
the digest guards against damage, not against an attacker who can write there.
"""

from __future__ import annotations

import marshal
import os
from contextlib import suppress
from hashlib import blake2b
from typing import Any

from publist.cache.code_signature import code_signature
from publist.cache.file_writing import replace_file


class Cache:
    """Named stores of plain values in one folder."""

    def __init__(self, folder: str, *, fresh: bool = False) -> None:
        """The cache in a folder; a ``fresh`` one knows nothing of what was kept before."""
        self.folder = folder
        self._fresh = fresh
        self.signature = code_signature()

    def _header(self, name: str) -> bytes:
        return f"publist cache {self.signature} {name}\n".encode()

    def load(self, name: str) -> Any:
        """The value kept under this name, or None."""
        if self._fresh:
            return None
        path = os.path.join(self.folder, name)
        try:
            if not os.path.isfile(path):  # a pipe would be waited for without end
                return None
            with open(path, "rb") as file:
                raw = file.read()
        except OSError:
            return None
        header = self._header(name)
        start = len(header)
        payload = memoryview(raw)[start + 32 :]
        if raw[:start] != header or blake2b(payload, digest_size=32).digest() != raw[start : start + 32]:
            return None
        try:
            return marshal.loads(payload)  # noqa: S302 (whole by its digest; see the head of this file)
        except (EOFError, ValueError, TypeError):
            return None

    def save(self, name: str, value: Any) -> None:
        """Keep a plain value (None, bool, int, str, bytes, tuple, list, dict) under this name, atomically.

        OSError with the name of the file if it cannot be written.
        """
        payload = marshal.dumps(value)
        seal = blake2b(payload, digest_size=32).digest()
        replace_file(os.path.join(self.folder, name), self._header(name), seal, payload)

    def drop(self, name: str) -> None:
        """Keep nothing under this name."""
        with suppress(FileNotFoundError):
            os.unlink(os.path.join(self.folder, name))
