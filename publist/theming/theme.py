"""Themes: folders of templates and assets that inherit from one another."""

from __future__ import annotations

import os
import posixpath
import re
from collections.abc import Mapping
from hashlib import blake2b
from typing import Any, NamedTuple

from publist.cache.file_signatures import is_hidden
from publist.model.problems import PublistError, error
from publist.model.settings import Accent
from publist.text.file_names import path_address
from publist.theming import theme_file
from publist.theming.folders import SHIPPED, folders

NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*")
"""What a theme can be called."""
SETTINGS = "content/site.yaml"
"""Where a site names its theme."""
_NAMED = re.compile(r"^(?:theme|extends):[ \t]*", re.MULTILINE)
_HUE = re.compile(rb"(--hue:\s*)[\d.]+")
_CHROMA = re.compile(rb"(--chroma:\s*)[\d.]+")
_URL = re.compile(rb"url\(([\"']?)([^\"'()#?]+)\1\)")


_TEXTS = (".css", ".html", ".js", ".json", ".mjs", ".svg", ".txt", ".webmanifest", ".xml")


class ThemeFile(NamedTuple):
    """A template or an asset: where it lies (as problems name it) and its bytes."""

    path: str
    content: bytes


class Theme(NamedTuple):
    """A theme with all that it inherits. ``digest`` changes with any byte of it."""

    name: str
    options: Mapping[str, Any]
    templates: Mapping[str, ThemeFile]
    assets: Mapping[str, ThemeFile]
    digest: bytes


def load(site: str, name: str) -> Theme:
    """The theme of this name: the site's own, else the one that publist brings. PublistError if it is not whole."""
    templates: dict[str, ThemeFile] = {}
    assets: dict[str, ThemeFile] = {}
    options: dict[str, Any] = {}
    chain: list[str] = []
    parent, named_in = name, SETTINGS
    while parent:
        if parent in chain:
            raise PublistError([error(f"themes/{parent}/theme.yaml", 0, 0, f"the theme {parent} extends itself")])
        folder, shown = folder_of(site, parent, named_in)
        chain.append(parent)
        for file, content in _files(os.path.join(folder, "templates")):
            templates.setdefault(file, ThemeFile(f"{shown}/templates/{file}", content))
        for file, content in _files(os.path.join(folder, "assets")):
            assets.setdefault(file, ThemeFile(f"{shown}/assets/{file}", content))
        settings = theme_file.read(folder, shown)
        options = dict(settings.get("options") or {}) | options
        parent, named_in = settings.get("extends") or "", f"{shown}/theme.yaml"
    parts = [repr((chain, sorted(options.items()))).encode()]
    for kind in (templates, assets):
        parts += [part for file in sorted(kind) for part in (file.encode(), kind[file].content)]
    hashed = blake2b(b"".join(b"%d:%b" % (len(part), part) for part in parts), digest_size=16)
    return Theme(name, options, templates, assets, hashed.digest())


def folder_of(site: str, name: str, named_in: str = SETTINGS) -> tuple[str, str]:
    """The folder of a theme, and its path as problems name it.

    PublistError if there is none of this name, at the line of the file that has it: ``named_in``, site.yaml or the
    theme.yaml of a theme that extends it.
    """
    if NAME.fullmatch(name):
        for place in folders(site):
            folder = os.path.join(place, name)
            if os.path.isfile(os.path.join(folder, "theme.yaml")):
                return folder, os.path.relpath(folder, site).replace(os.sep, "/") if place.startswith(site) else folder
    hint = f"Write one of {', '.join(SHIPPED)} there, or make themes/{name}/theme.yaml."
    raise PublistError([error(named_in, *_place_of(site, named_in), f"there is no theme {name!r}", hint)])


def _place_of(site: str, named_in: str) -> tuple[int, int]:
    """Line and column of the theme's name in a file; zeros where it is not written on a line of its own."""
    try:
        with open(os.path.join(site, named_in), encoding="utf-8") as file:
            text = file.read()
    except (OSError, UnicodeDecodeError):
        return 0, 0
    found = _NAMED.search(text)
    return (text.count("\n", 0, found.end()) + 1, found.end() - found.start() + 1) if found else (0, 0)


def parent_of(folder: str, shown: str) -> str:
    """The theme that the one in this folder extends, "" if none; ``shown`` is its path as problems name it."""
    return str(theme_file.read(folder, shown).get("extends") or "")


def _files(folder: str) -> list[tuple[str, bytes]]:
    """Each file below a folder of the theme; those of text with line feeds, whatever system they were checked out on.

    PublistError for what cannot be read, or is no file.
    """
    found = []
    for root, _, names in os.walk(folder, onerror=_unreadable):
        for name in names:
            if not is_hidden(name):
                path = os.path.join(root, name)
                content = _bytes_of(path)
                if name.endswith(_TEXTS):
                    content = content.replace(b"\r\n", b"\n")
                found.append((os.path.relpath(path, folder).replace(os.sep, "/"), content))
    return sorted(found)


def _bytes_of(path: str) -> bytes:
    if not os.path.isfile(path):  # a pipe would be waited for without end
        raise PublistError(
            [error(path, 0, 0, "the file cannot be read: it is no file, or a link that leads nowhere", "Take it away.")]
        )
    try:
        with open(path, "rb") as file:
            return file.read()
    except OSError as problem:
        raise _unread(problem, path) from problem


def _unread(problem: OSError, path: str) -> PublistError:
    return PublistError([error(path, 0, 0, f"the file cannot be read: {problem.strerror}")])


def _unreadable(problem: OSError) -> None:
    if not isinstance(problem, FileNotFoundError):  # a theme need not have both folders
        raise _unread(problem, str(problem.filename))


def built_assets(theme: Theme, accent: Accent | None) -> dict[str, tuple[str, bytes]]:
    """The address on the site and the bytes of each asset, by its name in the theme.

    Paths hold a hash of the content, so that browsers may keep a file for ever; what a stylesheet names in ``url()``
    is named by that path. ``accent`` replaces the stylesheets' ``--hue`` and ``--chroma``.
    """
    files = {name: file.content for name, file in theme.assets.items()}
    built = {name: (_hashed(name, content), content) for name, content in files.items() if not name.endswith(".css")}
    for name in files.keys() - built.keys():
        content = _with_paths(name, _coloured(files[name], accent), built)
        built[name] = (_hashed(name, content), content)
    return {name: built[name] for name in files}


def _hashed(name: str, content: bytes) -> str:
    """The address of an asset."""
    stem, dot, ending = path_address(name).rpartition(".")
    stamp = blake2b(content, digest_size=4).hexdigest()
    return f"assets/{stem}.{stamp}.{ending}" if dot else f"assets/{ending}.{stamp}"


def _coloured(content: bytes, accent: Accent | None) -> bytes:
    """The stylesheet in the site's accent colour."""
    if accent is None:
        return content
    return _CHROMA.sub(rb"\g<1>%.2f" % (accent.chroma / 100), _HUE.sub(rb"\g<1>%d" % accent.hue, content))


def _with_paths(name: str, content: bytes, built: Mapping[str, tuple[str, bytes]]) -> bytes:
    """The stylesheet with the addresses of the theme's files that it names; other addresses stay."""
    folder = posixpath.dirname(name)

    def named(match: re.Match[bytes]) -> bytes:
        target = posixpath.normpath(posixpath.join(folder, match[2].decode(errors="replace")))
        if target not in built:
            return match[0]
        path = posixpath.relpath(built[target][0], posixpath.join("assets", folder))
        return b"url(%b)" % path.encode()

    return _URL.sub(named, content)
