"""``publist serve``: the live preview."""

from __future__ import annotations

import argparse
from typing import Any

from publist.cli.commands.base import Say, add_verb, site_of


def add(subparsers: Any) -> None:
    """Add the parser."""
    parser = add_verb(
        subparsers,
        "serve",
        example="publist serve --open",
        more="Pages are made when they are asked for; what you save is shown at once. No output folder is needed.",
    )
    parser.add_argument("--port", metavar="N", type=int, default=8000, help="where to listen; if taken, the next one")
    host = "an address of this machine; any but 127.0.0.1 lets other devices of the network read the preview"
    parser.add_argument("--host", metavar="ADDRESS", default="127.0.0.1", help=host)
    parser.add_argument("--open", action="store_true", help="open the preview in the browser")


def run(options: argparse.Namespace, say: Say) -> int:
    """Serve until Ctrl-C."""
    from publist import preview

    return preview.serve(site_of(options), host=options.host, port=options.port, open_browser=options.open, say=say)
