"""``publist theme``: list the themes, create one of your own and keep it up to date."""

from __future__ import annotations

import argparse
from typing import Any

from publist.cli.commands.base import Say, add_command, site_of
from publist.model.problems import UsageError


def add(subparsers: Any) -> None:
    """Add ``theme`` with its action, the name or file, ``--extends`` and ``--theme``."""
    parser = add_command(
        subparsers,
        "theme",
        example="publist theme new mine && publist theme override templates/entry.html --theme mine",
        more="list names the themes that there are. new NAME creates a theme. override FILE copies a template or asset "
        "of the original into it; repeat it to confirm that you have seen what changed in the original. check lists "
        "the overridden files whose original has changed since. views prints what templates can use.",
    )
    parser.add_argument("action", choices=("list", "new", "override", "check", "views"), help="what to do")
    parser.add_argument("what", nargs="?", metavar="NAME|FILE", help="name of the theme, or file of the original")
    parser.add_argument("--extends", metavar="NAME", default="default", help="new: the original (default: default)")
    parser.add_argument("--theme", metavar="NAME", help="your theme (default: the one in site.yaml)")


def run(options: argparse.Namespace, say: Say) -> int:
    """List themes, create one, override a file, check overridden files, or print the views."""
    if options.action in ("new", "override") and not options.what:
        raise UsageError(f"publist theme {options.action} {'NAME' if options.action == 'new' else 'templates/FILE'}")
    actions = {"list": _list, "new": _new, "override": _override, "check": _check, "views": _views}
    return actions[options.action](options, say)


def _list(options: argparse.Namespace, say: Say) -> int:
    from publist.theming.own_themes import there

    found, active = there(site_of(options)), _setting(options)
    if options.json:
        say.json({"active": active, "themes": [row._asdict() for row in found]})
        return 0
    for row in found:
        mark = " (yours)" if not row.shipped else ""
        say(f"{'*' if row.name == active else ' '} {row.name:10} {row.title}{mark}: {row.description}".rstrip(": "))
    say("Next: write `theme: NAME` in content/site.yaml; publist serve --open shows it.")
    return 0


def _new(options: argparse.Namespace, say: Say) -> int:
    from publist.theming.own_themes import begin

    written = begin(site_of(options), options.what, options.extends)
    if options.json:
        say.json({"written": written})
        return 0
    for path in written:
        say(f"  {path}")
    say(f"Next: add `theme: {options.what}` to content/site.yaml.")
    return 0


def _override(options: argparse.Namespace, say: Say) -> int:
    from publist.theming.own_themes import take_over

    path, new = take_over(site_of(options), _theme(options), options.what)
    if options.json:
        say.json({"path": path, "new": new})
    else:
        say(f"Copied the original to {path}. Next: edit it." if new else f"{path} is kept; it counts as up to date")
    return 0


def _check(options: argparse.Namespace, say: Say) -> int:
    from publist.theming.own_themes import changed_originals

    found = changed_originals(site_of(options), _theme(options))
    if options.json:
        say.json({"problems": [problem._asdict() for problem in found]})
    else:
        say.problems(found)
    return int(bool(found))


def _views(options: argparse.Namespace, say: Say) -> int:
    from publist.theming.view_docs import views

    del options
    say(views())
    return 0


def _theme(options: argparse.Namespace) -> str:
    """The theme that is named, else that of site.yaml, else the only one in themes/, as right after `theme new`."""
    from publist.content import settings_file
    from publist.theming.own_themes import only_theme

    if options.theme:
        return str(options.theme)
    name = _setting(options)
    return only_theme(site_of(options)) or name if name == settings_file.DEFAULT.theme else name


def _setting(options: argparse.Namespace) -> str:
    """The theme of the site."""
    from publist.content import settings_file
    from publist.content.content_folder import SETTINGS, read_text

    settings = settings_file.read(read_text(site_of(options), SETTINGS)[0] or "", path=SETTINGS)[0]
    return (settings or settings_file.DEFAULT).theme
