"""The verbs of the command line, one module each; this table lists them without importing them.

A module of a verb has ``add(subparsers)``, which adds its parser (with ``base.add_verb``, so that every verb has
the common options and an example), and ``run(options, say) -> int``, which does the work and gives the exit code.
It imports what it needs when it runs: a build must not load what it does not use.
"""

from __future__ import annotations

from collections.abc import Mapping

VERBS: Mapping[str, str] = {
    "init": "begin a new site",
    "build": "import the sources and build the site",
    "import": "merge files into content/",
    "serve": "show the site live while you edit it",
    "check": "say all that is wrong with the content, or worth a look",
    "merge": "make two papers versions of one, or remember that they are two",
    "new": "begin a paper file",
    "export": "print the list, or a part of it, as BibTeX, RIS, CSL-JSON or Markdown",
    "publish": "build the site and put it on the branch that GitHub Pages serves",
    "theme": "begin a theme of your own, and keep it up to date",
    "schema": "print JSON Schemas of what you write, for your editor",
    "completion": "print a script that completes verbs and options in your shell",
}
"""Each verb with what it does, in the order of the help. The module's name ends in ``_`` where Python asks for it."""


def module_of(verb: str) -> str:
    """The module that knows this verb."""
    return f"publist.cli.commands.{verb}_" if verb == "import" else f"publist.cli.commands.{verb}"
