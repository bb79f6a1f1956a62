"""The commands, one module each; this table lists them without importing them.

The module of a command has ``add(subparsers)``, which adds its parser (with ``base.add_command``, so that every
command has the common options and an example), and ``run(options, say) -> int``, which does the work and returns the
exit code. It imports what it needs when it runs: a build must not load what it does not use.
"""

from __future__ import annotations

from collections.abc import Mapping

COMMANDS: Mapping[str, str] = {
    "init": "create a new site",
    "build": "import the sources and build the site",
    "import": "import papers from files or from another site",
    "add": "add a paper by its DOI, arXiv number, PubMed number or address",
    "complete": "fill in what papers lack from scholarly services",
    "sync": "bring the list up to date with ORCID, dblp, OpenAlex and others",
    "serve": "preview the site while you edit it",
    "check": "check content and links for problems",
    "merge": "merge two versions of a paper, or mark them as different papers",
    "new": "create a paper file",
    "topics": "propose topics for your papers",
    "export": "print the list, or a part of it, as BibTeX, RIS, CSL-JSON or Markdown",
    "cv": "write your CV, or a part of the list, as PDF, Word, LaTeX, HTML, Markdown or text",
    "publish": "build the site and push it to the branch that GitHub Pages serves",
    "theme": "create a theme of your own and keep it up to date",
    "schema": "print JSON Schemas of the content files, for your editor",
    "completion": "print a script that completes commands and options in your shell",
}
"""Each command with what it does, in the order of the help."""


def module_of(command: str) -> str:
    """The module of a command; ``import`` is a keyword of Python, so that its module ends in ``_``."""
    return f"publist.cli.commands.{command}_" if command == "import" else f"publist.cli.commands.{command}"
