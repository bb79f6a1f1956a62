"""Which code writes a site: a text that changes with publist, Python, or a library that shapes the output."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from functools import lru_cache
from hashlib import blake2b

_LIBRARIES = {
    "jinja2": "jinja2",
    "markupsafe": "markupsafe",
    "markdown": "markdown",
    "nh3": "nh3",
    "math_core": "math_core",
    "yaml": "pyyaml",
    "anyascii": "anyascii",
    "pagefind_bin": "pagefind_bin",
    "PIL": "pillow",
    "font_source_serif_pro": "font_source_serif_pro",
}
"""The module of each library that shapes the output, and the name of its distribution."""
_OWN = "publist"


@lru_cache(maxsize=1)
def code_signature() -> str:
    """The signature of the code that runs.

    It is the same wherever the same releases are installed, so that what was kept on one machine serves on another.
    """
    return signature_of(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), sys.path)


def signature_of(package: str, search_path: Iterable[str]) -> str:
    """The signature of the publist in a folder, with the libraries that the folders of ``search_path`` hold.

    An installed publist is known by the digests that its installer wrote down, in a checkout by sizes and times of
    its files, which change when somebody works on the code. A library is known by its version.
    """
    place = os.path.dirname(package)
    installed = _distributions(place)
    record = os.path.join(place, installed[_OWN], "RECORD") if _OWN in installed else ""
    parts = [sys.version, *_recorded(record)]
    since = os.stat(record).st_mtime_ns if len(parts) > 1 else 0
    parts += sorted(_changed_since(package, since))
    libraries = _all_distributions(place, installed, search_path)
    parts += [libraries.get(name) or _file_of(module) for module, name in _LIBRARIES.items()]
    return blake2b("\n".join(parts).encode("utf-8", "surrogateescape"), digest_size=16).hexdigest()


def _distributions(folder: str) -> dict[str, str]:
    """The folder of each installed distribution's metadata, which has its version, by its normalised name.

    https://packaging.python.org/en/latest/specifications/recording-installed-packages/
    """
    try:
        names = os.listdir(folder)
    except OSError:  # the search path may name what is no folder
        return {}
    found = [name for name in sorted(names) if name.endswith(".dist-info")]
    return {name.partition("-")[0].lower().replace(".", "_"): name for name in found}


def _all_distributions(place: str, installed: dict[str, str], search_path: Iterable[str]) -> dict[str, str]:
    """The same for a whole search path, on which what comes first counts; read only as far as needed."""
    found = dict(installed)
    for folder in search_path:
        if all(name in found for name in _LIBRARIES.values()):
            break
        if folder != place:
            found = _distributions(folder) | found
    return found


def _recorded(record: str) -> list[str]:
    """Name and SHA-256 of each file of publist as its installer wrote them down; nothing if it did not."""
    if not record:
        return []
    try:
        with open(record, encoding="utf-8") as file:
            lines = file.read().split("\n")
    except OSError:
        return []
    return sorted(line for line in lines if line.startswith(f"{_OWN}/") and ",sha256=" in line)


def _changed_since(folder: str, since: int) -> Iterator[str]:
    """Path, size and time of each file of the code that is newer than ``since`` (ns): edited after the installation."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.endswith((".py", ".mo")):
                stat = entry.stat()
                if stat.st_mtime_ns > since:
                    yield f"{entry.path} {stat.st_size} {stat.st_mtime_ns}"
            elif entry.name != "__pycache__" and entry.is_dir():
                yield from _changed_since(entry.path, since)


def _file_of(module: str) -> str:
    """Path, size and time of a module's file; nothing where it is not installed."""
    from importlib.util import find_spec

    spec = find_spec(module)
    if spec is None or not spec.origin:
        return ""
    stat = os.stat(spec.origin)
    return f"{module} {spec.origin} {stat.st_size} {stat.st_mtime_ns}"
