"""The option ``--style`` of commands that print references."""

from __future__ import annotations

from typing import TYPE_CHECKING

from publist.model.problems import UsageError

if TYPE_CHECKING:
    from argparse import ArgumentParser


def add_style(parser: ArgumentParser, default: str) -> None:
    """Add it; ``default`` says what holds without it."""
    from publist.model.citation_styles import BUILT_IN, STYLES

    names = ", ".join(row.name for row in STYLES)
    told = f"{names}, or a CSL file; all but {' and '.join(BUILT_IN)} need the extra `styles` (default: {default})"
    parser.add_argument("--style", metavar="S", default="", help=f"citation style: {told}")


def check_style(style: str) -> None:
    """UsageError for what is no citation style."""
    from publist.model.citation_styles import BY_NAME, ENDING

    if style and style not in BY_NAME and not style.endswith(ENDING):
        raise UsageError(f"--style must be {', '.join(BY_NAME)} or a file that ends in {ENDING}, not {style!r}")
