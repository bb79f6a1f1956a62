"""List items are kept between builds: a new paper moves lists on, and their pages are put together from them."""

from __future__ import annotations

from pathlib import Path

from publist.cache.store import Cache
from tests.build.test_engine import clean_build
from tests.conftest import Site, paper

_SETTINGS = "title: Papers\nowner: Ada Lovelace\nsearch: false\nper_page: 2\n"
_KEPT = "list-items-all"


def _marked(site: Site) -> None:
    """Put a word into every item that is kept."""
    cache = Cache(str(site.folder / ".publist"))
    rows = {
        slug: {kind: (digest, text.replace("Paper", "KEPT paper")) for kind, (digest, text) in row.items()}
        for slug, row in cache.load(_KEPT).items()
    }
    cache.save(_KEPT, rows)


def _listed(site: Site) -> str:
    return "".join(site.page(path) for path in ("index.html", "page/2/index.html"))


def _site(site: Site) -> Site:
    site.write({"content/site.yaml": _SETTINGS})
    site.write({f"content/papers/p{number}.md": paper(f"Paper {number}") for number in (1, 2, 3)})
    site.build()
    return site


def test_the_pages_of_a_list_are_put_together_from_kept_items(site: Site) -> None:
    """A new paper moves the others on to other pages; only its own item is rendered."""
    _marked(_site(site))
    site.write({"content/papers/p0.md": paper("Paper 0")})
    site.build()
    shown = _listed(site)
    assert shown.count("KEPT paper") >= 3
    assert "Paper 0" in shown
    assert "KEPT paper 0" not in shown


def test_an_item_of_another_paper_theme_or_setting_is_not_taken(site: Site, tmp_path: Path) -> None:
    """What shows something else now is rendered anew."""
    _marked(_site(site))
    site.write({"content/papers/p1.md": paper("Another title")})
    site.build()
    assert "KEPT paper 1" not in _listed(site)
    site.write({"content/site.yaml": _SETTINGS + "byline: 1\n"})
    site.build()
    assert "KEPT" not in _listed(site)
    assert site.snapshot() == clean_build(site, tmp_path / "clean")


def test_kept_items_that_are_damaged_are_rendered_again(site: Site, tmp_path: Path) -> None:
    """The cache can be deleted or spoilt at any time."""
    (_site(site).folder / ".publist" / _KEPT).write_bytes(b"spoilt")
    site.write({"content/papers/p0.md": paper("Paper 0")})
    site.build()
    assert site.snapshot() == clean_build(site, tmp_path / "clean")
