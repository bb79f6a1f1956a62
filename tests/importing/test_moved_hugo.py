"""Sites made with Hugo: languages, and what front pages are built of."""

from __future__ import annotations

import pytest

from tests.conftest import Site
from tests.support.moved_sites import other, papers

__all__ = ["other"]  # a fixture


_CRANES = "---\ntitle: {}\nauthors: [admin, Max Roe]\ndate: 2020-01-01\n---\n"
_ANN = "---\ntitle: Ann Lee\nsuperuser: true\n---\n{}\n"


@pytest.mark.parametrize(
    ("files", "left"),
    [
        ({"content/de/publication/x/index.md": _CRANES.format("Kraniche"),
          "content/de/authors/admin/_index.md": _ANN.format("Ich bin Ann."),
          "content/de/talk/t/index.md": "---\ntitle: Vortrag\ndate: 2020-02-01\n---\nText.\n"}, ""),
        ({"content/publication/x/index.fr.md": _CRANES.format("Grues"),
          "content/publication/x/index.en.md": _CRANES.format("Kraniche"),
          "content/authors/admin/_index.en.md": _ANN.format("Ich bin Ann."),
          "content/authors/admin/_index.fr.md": _ANN.format("C'est moi."),
          "content/talk/t.md": "---\ntitle: Vortrag\ndate: 2020-02-01\n---\nText.\n"}, "2, fr (2)"),
        ({"hugo.yaml": "defaultContentLanguage: de\n",
          "content/en/publication/x/index.md": _CRANES.format("Cranes"),
          "content/de/publication/x/index.md": _CRANES.format("Kraniche"),
          "content/de/author/admin/_index.md": _ANN.format("Ich bin Ann."),
          "content/de/talk/t.md": "---\ntitle: Vortrag\ndate: 2020-02-01\n---\nText.\n"}, "1, en (1)"),
    ],
)  # fmt: skip
def test_a_hugo_site_in_any_language(site: Site, other: Site, files: dict[str, str | bytes], left: str) -> None:
    """By folders or by the names of files: one language comes over with its people, the number of others is told."""
    other.write(files)
    done = site.run("import", "other")
    values = papers(site)["Kraniche"][0]
    assert len(papers(site)) == 1
    assert values["authors"] == ["Ann Lee", "Max Roe"]
    assert values["aliases"] == ["publication/x"]
    assert "Ich bin Ann." in (site.folder / "content/pages/index.md").read_text(encoding="utf-8")
    assert "title: Vortrag" in (site.folder / "content/pages/talk/t.md").read_text(encoding="utf-8")
    assert (f"pages in other languages were left out: {left}" in done.stderr) is bool(left)


def test_the_owner_whom_nobody_describes_is_in_doubt(site: Site, other: Site) -> None:
    """``admin`` is the name of a folder, and of no author."""
    other.write({"content/publication/x/index.md": _CRANES.format("Cranes")})
    done = site.run("import", "other")
    assert papers(site)["Cranes"][0]["review"] == ["authors"]
    assert "no page below content/authors says who 'admin' is" in done.stderr
