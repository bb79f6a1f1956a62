"""``publist serve``: the live preview."""

from __future__ import annotations

import argparse
from typing import Any

from publist.cli.commands.base import Say, add_command, site_of
from publist.model.problems import UsageError


def add(subparsers: Any) -> None:
    """Add ``serve`` with ``--port``, ``--host``, ``--no-drafts`` and ``--open``."""
    parser = add_command(
        subparsers,
        "serve",
        example="publist serve --open",
        more="Renders pages on request and shows every saved change at once, drafts too. Needs no output folder.",
    )
    parser.add_argument(
        "--port",
        metavar="N",
        type=int,
        default=8000,
        help="port to listen on; the next free one if it is in use (default: 8000)",
    )
    host = "address to listen on; any but 127.0.0.1 makes the preview visible in your network (default: 127.0.0.1)"
    parser.add_argument("--host", metavar="ADDRESS", default="127.0.0.1", help=host)
    parser.add_argument("--no-drafts", action="store_true", help="hide drafts, as in the built site")
    parser.add_argument("--open", action="store_true", help="open the preview in the browser")


def run(options: argparse.Namespace, say: Say) -> int:
    """Serve the preview until Ctrl+C."""
    from publist import preview

    if not 0 <= options.port <= 65535:
        raise UsageError("--port must be between 1 and 65535")
    return preview.serve(
        site_of(options),
        host=options.host,
        port=options.port,
        open_browser=options.open,
        drafts=not options.no_drafts,
        say=say,
    )
