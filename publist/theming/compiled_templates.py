"""The code of a theme's templates: from the site's cache, from what is kept of publist's own, or compiled now."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from hashlib import blake2b
from importlib.util import cache_from_source
from types import CodeType
from typing import TYPE_CHECKING, Any

from publist.cache.store import Cache
from publist.theming.folders import bundled

if TYPE_CHECKING:
    from publist.theming.theme import Theme, ThemeFile

_STORE = "templates"

Code = tuple[CodeType, bool]
"""The code of a template, and whether it does nothing with ``page.root`` but print it."""


def compiled(theme: Theme, language: str, made: Any, cache: Cache) -> dict[str, Code]:
    """The code of each template by its name. ``made`` is an environment with the words of this language.

    PublistError with its line for what is no template.
    """
    # Where the templates lie is part of their code: problems name it.
    stamp = (theme.digest, language, tuple(file.path for file in theme.templates.values()))
    kept = cache.load(_STORE)
    if kept and kept[0] == stamp:
        return dict(kept[1])
    codes = _with_shipped(theme, language, made)
    cache.save(_STORE, (stamp, codes))
    return codes


def _with_shipped(theme: Theme, language: str, made: Any) -> dict[str, Code]:
    """The code of each template, that of the templates which publist brings kept beside publist's own compiled code.

    Like a module of Python, such a template is compiled once and not for each new site: a third of the CPU of the
    default site at 20 papers, and an eighth at 100.
    """
    from publist.theming.environment import compile_template

    cache = Cache(os.path.dirname(cache_from_source(__file__)))
    store = f"{_STORE}-{language}-{sys.implementation.cache_tag}"
    kept: dict[str, tuple[bytes, Code]] = cache.load(store) or {}
    codes, new = {}, {}
    for name, file in theme.templates.items():
        stamp, code = kept.get(file.path, (b"", None))
        if code is None or stamp != _stamp(file):
            code = compile_template(made, name, file.path, file.content)
            if file.path.startswith(bundled()):
                new[file.path] = (_stamp(file), code)
        codes[name] = code
    if new and not sys.dont_write_bytecode:
        with suppress(OSError):  # the folder of an installed publist need not be the user's own
            cache.save(store, kept | new)
    return codes


def _stamp(file: ThemeFile) -> bytes:
    return blake2b(file.content, digest_size=16).digest()
