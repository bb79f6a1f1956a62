"""Tools for a site's own themes: begin one, take a file of the original over, see what has changed in it since.

A file that is taken over is kept a second time, as it was, under ``themes/NAME/originals/``. What a later version of
publist has made of the original is then known, as a difference, and an upgrade breaks nothing in silence.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from difflib import unified_diff
from typing import NamedTuple

from publist.cache.file_writing import replace_file
from publist.model.problems import Problem, PublistError, UsageError, error, warning
from publist.theming import theme, theme_file
from publist.theming.folders import SHIPPED, bundled
from publist.theming.theme import ThemeFile

_ORIGINALS = "originals"
_KINDS = ("templates", "assets")
_SETTINGS = """\
title: {title}
extends: {parent}
# Options of your own: a name and its default, which also says of what type the option is (text, number, true or
# false, list). A template reads `site.theme.NAME`; content/site.yaml sets it under `theme_options:`.
options: {{}}
"""
_STYLE = "/* Comes after the original's style.css: only the rules that differ. Its colours are variables. */\n"


class OwnTheme(NamedTuple):
    """A theme of the site's own: its folder, its name, and the name of the theme that it extends."""

    folder: str
    name: str
    parent: str


def begin(site: str, name: str, parent: str = "default") -> list[str]:
    """Write a new theme into the site's folder; the paths written. PublistError if there is one, or no parent."""
    if not theme.NAME.fullmatch(name):
        raise UsageError(f"the name of a theme has letters, digits, hyphens and underscores, not {name!r}")
    theme.load(site, parent)
    folder = os.path.join(site, "themes", name)
    if os.path.lexists(folder):
        raise PublistError([error(f"themes/{name}", 0, 0, "there is a theme of this name already")])
    texts = {
        "theme.yaml": _SETTINGS.format(title=name.replace("-", " ").replace("_", " ").title(), parent=parent),
        "assets/extra.css": _STYLE,
    }
    for path, text in texts.items():
        replace_file(os.path.join(folder, path), text.encode())
    return [f"themes/{name}/{path}" for path in texts]


class ThemeInList(NamedTuple):
    """A theme that a site can have: its name, what it says of itself, and whether it is one of publist's."""

    name: str
    title: str
    description: str
    shipped: bool


def there(site: str) -> list[ThemeInList]:
    """Publist's themes, then the site's own by name."""
    own = sorted(name for name in _names(site) if _own(site, name))
    found = []
    for name in (*[name for name in SHIPPED if name not in own], *own):
        folder, shown = theme.folder_of(site, name)
        said = theme_file.read(folder, shown)
        found.append(
            ThemeInList(name, str(said.get("title") or ""), str(said.get("description") or ""), name not in own)
        )
    return found


def only_theme(site: str) -> str:
    """The name of the one theme that the site has of its own; "" where it has none or several."""
    own = [name for name in _names(site) if _own(site, name)]
    return own[0] if len(own) == 1 else ""


def _names(site: str) -> list[str]:
    """The folders in which the site may have a theme."""
    folder = os.path.join(site, "themes")
    return [entry.name for entry in os.scandir(folder) if entry.is_dir()] if os.path.isdir(folder) else []


def take_over(site: str, name: str, file: str) -> tuple[str, bool]:
    """Copy a template or asset (``templates/paper.html``) of the original into the theme, to be changed there.

    Where the theme has the file already it stays, and the original as it is now counts as looked at. The path of the
    file in the site, and whether it is new. PublistError if there is no such theme or no such original.
    """
    own = _own(site, name)
    if own is None or not own.parent:
        hint = "Create one with publist theme new NAME, or name the theme with --theme or in content/site.yaml."
        raise PublistError([error(f"themes/{name}", 0, 0, "no theme of your own is active", hint)])
    originals = _files_of(theme.load(site, own.parent))
    if file not in originals:
        known = ", ".join(sorted(originals))
        raise PublistError([error(file, 0, 0, f"the theme {own.parent} has no such file", f"It has {known}.")])
    content = originals[file].content
    replace_file(os.path.join(own.folder, _ORIGINALS, file), content)
    new = not os.path.lexists(os.path.join(own.folder, file))
    if new:
        replace_file(os.path.join(own.folder, file), content)
    return f"themes/{name}/{file}", new


def changed_originals(site: str, name: str) -> tuple[Problem, ...]:
    """A warning for each file of the site's theme whose original is another one than when it was taken over."""
    problems: list[Problem] = []
    seen: set[str] = set()
    own = _own(site, name)
    while own is not None and own.parent and own.name not in seen:
        seen.add(own.name)
        problems += _changed(own, _files_of(theme.load(site, own.parent)))
        own = _own(site, own.parent)
    return tuple(problems)


def _changed(own: OwnTheme, originals: dict[str, ThemeFile]) -> Iterator[Problem]:
    for file in _own_files(own):
        path = f"themes/{own.name}/{file}"
        before, now = _read(os.path.join(own.folder, _ORIGINALS, file)), originals.get(file)
        done = f"publist theme override {file} --theme {own.name}"
        if before is None and now is not None:
            hint = f"Compare it with the original, then keep that beside it: {done}"
            yield warning(path, 0, 0, f"nothing tells which original of {own.parent} this was made from", hint)
        elif before is not None and now is None:
            hint = "No page of the original uses it any more: look whether yours do, and remove it if not."
            yield warning(path, 0, 0, f"the theme {own.parent} has no such file any more", hint)
        elif before is not None and now is not None and before != now.content:
            hint = f"Bring into yours what matters of this, then: {done}\n{_difference(file, before, now.content)}"
            yield warning(path, 0, 0, f"the original in {own.parent} has changed since you took it over", hint)


def _difference(file: str, before: bytes, now: bytes) -> str:
    """What changed in the original, as a unified diff."""
    old, new = (content.decode("utf-8", "replace").splitlines() for content in (before, now))
    return "\n".join(unified_diff(old, new, f"{file} (then)", f"{file} (now)", lineterm="", n=2))


def _own(site: str, name: str) -> OwnTheme | None:
    """The theme of this name in the site's own folder; None for one that publist brings."""
    folder = os.path.join(site, "themes", name)
    if not os.path.isfile(os.path.join(folder, "theme.yaml")) or os.path.realpath(folder) in _bundled():
        return None
    return OwnTheme(folder, name, theme.parent_of(folder, f"themes/{name}"))


def _bundled() -> set[str]:
    """The folders of the themes that publist brings: in its own checkout they stand in the site's folder."""
    return {os.path.realpath(os.path.join(place, name)) for place in bundled() for name in SHIPPED}


def _own_files(own: OwnTheme) -> list[str]:
    """The templates and assets that the theme's folder has, and those it has taken over once."""
    found = []
    for kind in _KINDS:
        top = os.path.join(own.folder, kind)
        for root, _, names in os.walk(top):
            paths = (os.path.relpath(os.path.join(root, name), own.folder) for name in names)
            found += [path.replace(os.sep, "/") for path in paths]
    return sorted(found)


def _files_of(loaded: theme.Theme) -> dict[str, ThemeFile]:
    files = {f"templates/{name}": file for name, file in loaded.templates.items()}
    return files | {f"assets/{name}": file for name, file in loaded.assets.items()}


def _read(path: str) -> bytes | None:
    if not os.path.isfile(path):
        return None
    with open(path, "rb") as file:
        return file.read()
