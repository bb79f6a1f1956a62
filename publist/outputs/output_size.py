"""How much a site writes: everything, less of a list so long that hosts would soon refuse it, or as little as it can.

Lean is what most readers of a long list never ask for: 10,000 papers with all files are 930 MB, of which GitHub Pages
takes 1 GB, and lean ones less than 400 MB. Compact is for lists that are too long for that too: no page of a person or
venue with one paper, each paper's page alone, and what a page says is said there once.
"""

from __future__ import annotations

from publist.model.settings import COMPACT, Config

_NEAR = 3
LONG = 2_000
"""A list of more papers is lean, unless the setting ``output`` says otherwise."""


def with_output(config: Config, papers: int) -> Config:
    """The settings of a site with so many papers: they say how much it writes.

    A compact one has no files but one of the whole list and the feeds of that; a paper's page shows one reference
    beside the BibTeX, and the three nearest papers.
    """
    if is_compact(config):
        exports = config.exports._replace(per_paper=(), lists=config.exports.lists[:1], terms=False, api=False)
        return config._replace(
            exports=exports,
            feed=config.feed._replace(terms=False),
            references=config.references[:1],
            related=min(config.related, _NEAR),
        )
    return config if config.output else config._replace(output="lean" if papers > LONG else "full")


def is_lean(config: Config) -> bool:
    """Whether the site writes less: see docs/settings.md, "Long lists"."""
    return config.output == "lean" or is_compact(config)


def is_compact(config: Config) -> bool:
    """Whether the site writes as little as it can."""
    return config.output == COMPACT
