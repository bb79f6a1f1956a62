"""The links of a paper: what is found under which kind, and what lists can be filtered by."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from publist.model.paper import Paper
from publist.outputs.link_views import OFFERS, found_links, offers

LABELS = st.sampled_from(["pdf", "code", "url", "link 2", "html", "arxiv", "doi", "slides", "pdf-2", "project"])
ADDRESSES = st.sampled_from(
    [
        "assets/a.pdf",
        "https://example.org/a.pdf",
        "https://github.com/jane/sparse",
        "https://arxiv.org/abs/2301.00001",
        "https://doi.org/10.1000/182",
        "https://example.org/",
    ]
)
VALUES = st.fixed_dictionaries(
    {
        "title": st.just("A"),
        "doi": st.sampled_from(["", "10.1000/182"]),
        "arxiv": st.sampled_from(["", "2301.00001"]),
        "code": st.booleans(),
        "links": st.dictionaries(LABELS, ADDRESSES, max_size=4),
    }
)


@given(VALUES)
def test_a_filter_finds_what_pages_link(values: dict[str, Any]) -> None:
    """A paper offers a PDF or code exactly where its page has such a link, or its source says that code exists."""
    paper = Paper(**values)
    found = found_links(paper)
    for kind in OFFERS:
        assert offers(paper, kind) is (kind in found or (kind == "code" and paper.code))
