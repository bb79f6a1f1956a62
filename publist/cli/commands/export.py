"""``publist export``: print the list, or a part of it, in another format."""

from __future__ import annotations

import argparse
import os
from collections.abc import Mapping
from typing import Any

from publist.cli.commands.base import Say, add_command, site_of
from publist.cli.output_file import write_output
from publist.cli.style_option import add_style, check_style
from publist.model.problems import PublistError, UsageError, error


def add(subparsers: Any) -> None:
    """Add ``export`` with the format, an option for each taxonomy, and ``--output``."""
    from publist.build.reference_list import FORMS
    from publist.library.taxonomies import TAXONOMIES
    from publist.model.format_table import FORMATS

    parser = add_command(
        subparsers,
        "export",
        example='publist export --format ris --person "Ada Lovelace" --year 2024 -o lovelace.ris',
        more="Options can be combined: a paper is printed if all of them apply.",
    )
    names = ", ".join(row.name for row in FORMATS if row.writes)
    told = (
        f"one of {names} (default: bibtex); with --style one of {', '.join(FORMS)} (default: as the file ends, or text)"
    )
    parser.add_argument("--format", metavar="F", default="", help=told)
    add_style(parser, "none: citations in a format")
    for row in TAXONOMIES:
        told = f"only papers of this {row.kind}, by its name or its slug"
        parser.add_argument(f"--{row.kind}", metavar="NAME", help=told)
    parser.add_argument("-o", "--output", metavar="FILE", help="output file (default: standard output)")


def run(options: argparse.Namespace, say: Say) -> int:
    """Print the papers, newest first."""
    from publist.build.export import export
    from publist.library.taxonomies import BY_KIND

    parts = {kind: str(name) for kind in BY_KIND if (name := getattr(options, kind)) is not None}
    text = _references(options, parts) if options.style else export(site_of(options), options.format or "bibtex", parts)
    if options.output is None:
        say(text.removesuffix("\n"))
        return 0
    try:
        write_output(options.output, text.encode())
    except OSError as problem:
        raise PublistError([error(options.output, 0, 0, f"cannot be written: {problem.strerror}")]) from problem
    return 0


def _references(options: argparse.Namespace, parts: Mapping[str, str]) -> str:
    """The papers as references. UsageError for a form that references do not have."""
    from publist.build.reference_list import FORMS, reference_list

    check_style(options.style)
    ending = os.path.splitext(options.output or "")[1].lower()
    form = options.format or next((name for name, row in FORMS.items() if ending in row.endings), "text")
    if form not in FORMS:
        raise UsageError(f"--style prints references as {', '.join(FORMS)}, not as {form!r}")
    return reference_list(site_of(options), options.style, form, parts)
