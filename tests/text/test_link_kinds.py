"""What is behind an address is told by the address, where its label says nothing; never "Link"."""

from __future__ import annotations

import pytest

from publist.text.link_kinds import kind_behind, site_of


@pytest.mark.parametrize(
    ("url", "kind"),
    [
        ("https://arxiv.org/pdf/2401.01234", "pdf"),
        ("http://www.arxiv.org/pdf/2401.01234v2.pdf", "pdf"),
        ("https://example.org/~jane/papers/Sparse.PDF", "pdf"),
        ("https://example.org/a.pdf?download=1", "pdf"),
        ("https://hal.science/hal-01234567/document", "pdf"),
        ("https://inria.hal.science/hal-01234567v2/file/a.pdf", "pdf"),
        ("https://hal.archives-ouvertes.fr/hal-01234567/document", "pdf"),
        ("https://openreview.net/pdf?id=abc", "pdf"),
        ("https://dl.acm.org/doi/pdf/10.1145/1.2", "pdf"),
        ("https://github.com/jane/sparse", "code"),
        ("https://gitlab.inria.fr/jane/sparse", "code"),
        ("https://codeberg.org/jane/sparse", "code"),
        ("https://www.youtube.com/watch?v=abc", "video"),
        ("https://youtu.be/abc", "video"),
        ("https://vimeo.com/123", "video"),
        ("https://zenodo.org/records/123", "data"),
        ("https://figshare.com/articles/1", "data"),
        ("https://huggingface.co/datasets/jane/sparse", "data"),
        ("https://huggingface.co/spaces/jane/sparse", "demo"),
        ("https://example.org/talks/icml-slides.pdf", "slides"),
        ("https://speakerdeck.com/jane/talk", "slides"),
        ("https://example.org/poster-2024.pdf", "poster"),
        ("https://doi.org/10.1000/1", "doi"),
        ("https://arxiv.org/abs/2401.01234", "arxiv"),
        ("https://example.org/pdf-tools.html", ""),
        ("https://jane.example.org/", ""),
        ("https://notgithub.com/jane", ""),
    ],
)
def test_the_address_tells(url: str, kind: str) -> None:
    """Under a label that says nothing (`url`), the host or the ending says what it is."""
    assert kind_behind("url", url) == kind


def test_a_label_that_says_what_it_is_stands() -> None:
    """Whoever writes `slides:` knows better than the address."""
    assert kind_behind("slides", "https://example.org/a.pdf") == "slides"
    assert kind_behind("project", "https://github.com/jane/sparse") == "project"
    assert kind_behind("link-2", "https://github.com/jane/sparse") == "code"


def test_other_addresses_are_called_by_their_site() -> None:
    """Publishers by their name, others by their host."""
    assert site_of("https://link.springer.com/article/10.1/x") == "Springer"
    assert site_of("https://www.example.org/x") == "example.org"
