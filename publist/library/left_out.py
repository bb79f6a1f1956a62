"""Which terms of a compact site have no page, and where links to them go instead: to the list, filtered by their name.

Of 10,000 conference papers seven in ten authors have one paper; their pages would be a quarter of the site. One in six
has two: of the longest lists pages of theirs are a tenth of a site that just fits on GitHub Pages without them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from urllib.parse import quote_plus

from publist.library import whole_list
from publist.library.terms import Ref, without_page
from publist.model.settings import COMPACT, Config

LEFT_OUT = ("person", "venue")
"""The taxonomies whose terms with few papers have no page."""
_LONGEST = 20_000


def least_papers(papers: int) -> int:
    """With how many papers a person or venue has a page, in a compact site with so many papers in all."""
    return 3 if papers > _LONGEST else 2


def left_out(
    found: Sequence[Mapping[str, tuple[Ref, ...]]], config: Config, described: Mapping[str, object]
) -> dict[Ref, Ref]:
    """For each term without a page the reference that leads to the filtered list. ``found`` are the papers' terms.

    The owner has a page, and so has whoever people.yaml describes: ``described`` has their paths.
    """
    if config.output != COMPACT:
        return {}
    least = least_papers(len(found))
    papers = Counter([ref for refs in found for kind in LEFT_OUT for ref in dict.fromkeys(refs[kind])])
    place = whole_list.PATH if whole_list.is_apart(len(found), config) else ""
    return {
        ref: without_page(ref, f"{place}?q={quote_plus(ref.title)}")
        for ref, count in papers.items()
        if count < least and not ref.owner and ref.path not in described
    }
