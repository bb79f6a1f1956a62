"""How help looks: sentences are wrapped at the width of the terminal, examples stay as they are."""

from __future__ import annotations

from argparse import RawDescriptionHelpFormatter


class HelpText(RawDescriptionHelpFormatter):
    """The formatter of every parser."""

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        from textwrap import fill

        lines = text.splitlines()
        return "\n".join(line if line.startswith(" ") else fill(indent + line, width) for line in lines)
