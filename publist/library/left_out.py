"""Which terms of a compact site have no page, and where links to them go instead: to the list, filtered by their name.

Of 10,000 conference papers seven in ten authors have one paper; their pages would be a quarter of the site.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from urllib.parse import quote_plus

from publist.library import whole_list
from publist.library.terms import Ref, without_page
from publist.model.settings import COMPACT, Config

LEFT_OUT = ("person", "venue")
"""The taxonomies whose terms with one paper have no page."""


def left_out(
    found: Sequence[Mapping[str, tuple[Ref, ...]]], config: Config, described: Mapping[str, object]
) -> dict[Ref, Ref]:
    """For each term without a page the reference that leads to the filtered list. ``found`` are the papers' terms.

    The owner has a page, and so has whoever people.yaml describes: ``described`` has their paths.
    """
    if config.output != COMPACT:
        return {}
    papers = Counter([ref for refs in found for kind in LEFT_OUT for ref in dict.fromkeys(refs[kind])])
    place = whole_list.PATH if whole_list.is_apart(len(found), config) else ""
    return {
        ref: without_page(ref, f"{place}?q={quote_plus(ref.title)}")
        for ref, count in papers.items()
        if count == 1 and not ref.owner and ref.path not in described
    }
