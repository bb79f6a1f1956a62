"""``publist cv``: write a CV, or a part of the list, as PDF, Word, LaTeX and more."""

from __future__ import annotations

import argparse
import os
import sys
from typing import Any

from publist.cli.commands.base import Say, add_command, site_of
from publist.cli.output_file import write_output
from publist.cli.style_option import add_style, check_style
from publist.model.problems import PublistError, UsageError, error


def add(subparsers: Any) -> None:
    """Add ``cv`` with what chooses papers, how they stand, and the form and place of the file."""
    from publist.library.term_search import TERMS
    from publist.model.cv import ANY_STATUS, NUMBERINGS
    from publist.model.settings import GROUPINGS
    from publist.outputs.cv.forms import FORMS

    parser = add_command(
        subparsers,
        "cv",
        example="publist cv --year 2020..2026 --format docx -o report.docx",
        more="Sections, name and style are those of content/cv.yaml; without it, the CV is your list.",
    )
    for kind in TERMS:
        parser.add_argument(
            f"--{kind}", metavar="NAME", default="", help=f"only papers of this {kind}, by name or slug"
        )
    parser.add_argument("--year", metavar="Y", help="only papers of a year, or of some: 2020..2026, 2020.., ..2026")
    parser.add_argument("--status", metavar="S", choices=ANY_STATUS, default="", help=f"one of {', '.join(ANY_STATUS)}")
    parser.add_argument("--featured", action="store_true", help="only selected papers")
    parser.add_argument("--papers-only", action="store_true", help="leave out the sections of your own text")
    for name, words in (("group", GROUPINGS), ("numbers", NUMBERINGS)):
        told = f"one of {', '.join(words)} (default: as in cv.yaml)"
        parser.add_argument(f"--{name}", choices=words, metavar=name[0].upper(), default="", help=told)
    add_style(parser, "as in cv.yaml")
    names = ", ".join(f"{row.name} ({row.title})" for row in FORMS)
    parser.add_argument(
        "--format", metavar="F", choices=[row.name for row in FORMS], help=f"one of {names} (default: as the file ends)"
    )
    parser.add_argument("-o", "--output", metavar="FILE", help="output file, - for standard output (default: cv.pdf)")
    templates = [row.template for row in FORMS if row.template and row.name not in ("biblatex", "pdf")]
    parser.add_argument(
        "--template", metavar="NAME", choices=templates, help=f"print a template to copy: {', '.join(templates)}"
    )


def run(options: argparse.Namespace, say: Say) -> int:
    """Write the file, and say where it is."""
    from publist.build.cv import CvAsked, write_cv
    from publist.outputs.cv.forms import own_template

    if options.template:
        say(own_template(options.template).removesuffix("\n"))
        return 0
    form = options.format or _form_of(options.output or "cv.pdf")
    check_style(options.style)
    asked = CvAsked(_choice(options), options.group, options.numbers, options.style, options.papers_only)
    made = write_cv(site_of(options), form, asked)
    if options.output == "-":
        sys.stdout.flush()
        sys.stdout.buffer.write(made)
        return 0
    place = options.output or f"cv.{'tex' if form == 'biblatex' else form}"
    try:
        write_output(place, made)
    except OSError as problem:
        raise PublistError([error(place, 0, 0, f"cannot be written: {problem.strerror}")]) from problem
    say(f"Wrote {place}")
    return 0


def _form_of(place: str) -> str:
    """The form that the ending of a file asks for. UsageError if it asks for none."""
    from publist.outputs.cv.forms import BY_NAME

    ending = os.path.splitext(place)[1].lower().removeprefix(".")
    if ending not in BY_NAME or place == "-":
        raise UsageError(f"cannot tell the format of {place}; name one with --format: {', '.join(BY_NAME)}")
    return ending


def _choice(options: argparse.Namespace) -> Any:
    """The papers that the options ask for. UsageError for years that are none."""
    from publist.library.term_search import TERMS
    from publist.model.cv import PaperChoice, Years

    try:
        years = Years.parse(options.year) if options.year else None
    except ValueError as wrong:
        raise UsageError(f"--year: {wrong}; write 2024, 2020..2026, 2020.. or ..2026") from wrong
    terms = {kind: getattr(options, kind) for kind in TERMS}
    return PaperChoice(year=years, status=options.status, featured=options.featured, **terms)
