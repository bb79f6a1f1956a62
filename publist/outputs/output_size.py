"""How much a site writes: everything, or (``lean``) less of a list so long that hosts would soon refuse it.

Lean is what most readers of a long list never ask for: 10,000 papers with all files are 930 MB, of which GitHub Pages
takes 1 GB, and lean ones less than 400 MB.
"""

from __future__ import annotations

from publist.model.settings import Config

LONG = 2_000
"""A list of more papers is lean, unless the setting ``output`` says otherwise."""


def with_output(config: Config, papers: int) -> Config:
    """The settings of a site with so many papers: they say how much it writes."""
    return config if config.output else config._replace(output="lean" if papers > LONG else "full")


def is_lean(config: Config) -> bool:
    """Whether the site writes less: see docs/settings.md, "Long lists"."""
    return config.output == "lean"
