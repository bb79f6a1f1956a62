"""``publist schema``: JSON Schema of what people write, for editors."""

from __future__ import annotations

import argparse
from typing import Any

from publist.cli.commands.base import Say, add_command


def add(subparsers: Any) -> None:
    """Add ``schema`` with the name of one schema."""
    from publist.content.schema.json_schema import NAMES

    parser = add_command(
        subparsers,
        "schema",
        example="publist schema site > .vscode/site.schema.json",
        more="Schemas: front matter (paper, topic, page), site.yaml (site), people.yaml (people), cv.yaml (cv).",
    )
    parser.add_argument(
        "name", metavar="NAME", nargs="?", choices=NAMES, help=f"one of {', '.join(NAMES)} (default: all)"
    )


def run(options: argparse.Namespace, say: Say) -> int:
    """Print one schema, or all of them by name."""
    from publist.content.schema.json_schema import NAMES, schema

    say.json(schema(options.name) if options.name else {name: schema(name) for name in NAMES})
    return 0
