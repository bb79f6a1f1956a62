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


_LANDING = """\
---
title: ''
type: landing
sections:
  - block: about.biography
    content: {title: Biography, username: admin}
  - block: markdown
    content:
      title: Our work
      text: |-
        We count **cranes** at dawn.
  - block: collection
    content: {title: Papers, filters: {folders: [publication]}}
---
"""


def _pages(site: Site) -> dict[str, str]:
    place = site.folder / "content/pages"
    return {path.relative_to(place).as_posix(): path.read_text(encoding="utf-8") for path in place.rglob("*.md")}


def test_texts_of_front_pages_and_lists_come_over(site: Site, other: Site) -> None:
    """Blocks of today, blocks in files of their own, and what stands above lists; a draft is named."""
    other.write(
        {
            "content/publication/x/index.md": _CRANES.format("Cranes"),
            "content/authors/admin/_index.md": _ANN.format("I am Ann."),
            "content/_index.md": _LANDING,
            "content/group/_index.md": _LANDING.replace("''", "Group").replace("dawn", "dusk"),
            "content/publication/_index.md": "---\ntitle: Papers\n---\nAll that I wrote.\n",
            "content/talk/_index.md": "---\ntitle: Talks\n---\nCall me.\n",
            "content/talk/t.md": "---\ntitle: A crane talks\ndate: 2020-02-01\n---\nText.\n",
            "content/privacy.md": "---\ntitle: Privacy\n---\nWe keep nothing.\n",
            "content/secret.md": "---\ntitle: Secret\ndraft: true\n---\nNot yet.\n",
        }
    )
    done = site.run("import", "other")
    pages = _pages(site)
    assert "I am Ann." in pages["index.md"]
    assert "## Our work\n\nWe count **cranes** at dawn." in pages["home.md"]
    assert "at dusk." in pages["group.md"]
    assert "All that I wrote." in pages["publication.md"]
    assert "Call me.\n\n- [A crane talks]" in pages["talk/index.md"]
    assert "We keep nothing." in pages["privacy.md"]
    assert "secret.md: suggestion: a page that the old site did not show was left out" in done.stderr
    assert site.run("build").returncode == 0


def test_the_owner_in_a_block_of_the_front_page(site: Site, other: Site) -> None:
    """As the theme had it before there were authors."""
    other.write(
        {
            "content/publication/x.md": _CRANES.format("Cranes").replace("admin", "Ann Lee"),
            "content/home/about.md": '+++\nwidget = "about"\n+++\n# Biography\n\nI am Ann.\n',
            "content/home/tags.md": '+++\nwidget = "tag_cloud"\n+++\n',
        }
    )
    site.run("import", "other")
    assert list(_pages(site)) == ["index.md"]
    assert "I am Ann." in _pages(site)["index.md"]


def test_papers_of_sections_that_the_owner_made(site: Site, other: Site) -> None:
    """Posters, say: a page with a type of publications is one; that of a paper that is known is one more address."""
    paper = "---\ntitle: {}\nauthors: [Ann Lee]\ndate: 2020-01-01\npublication_types: ['1']\n---\n"
    other.write(
        {
            "content/publication/x/index.md": paper.format("Cranes"),
            "content/posters/y/index.md": paper.format("Storks"),
            "content/posters/x/index.md": paper.format("Cranes"),
            "content/posters/about.md": "---\ntitle: About posters\n---\nThey are large.\n",
        }
    )
    site.run("import", "other")
    assert set(papers(site)) == {"Cranes", "Storks"}
    assert papers(site)["Cranes"][0]["aliases"] == ["publication/x", "posters/x"]
    assert papers(site)["Storks"][0]["aliases"] == ["posters/y"]
    assert "They are large." in (site.folder / "content/pages/posters/about.md").read_text(encoding="utf-8")


def test_a_frame_with_a_file_of_the_site_becomes_a_link(site: Site, other: Site) -> None:
    """Frames show pages of other hosts; those stay as they are written."""
    text = (
        '<iframe src="/files/plan.pdf" width="100%"></iframe>\n\n<object data="/files/plan.pdf"><p>No.</p></object>\n\n'
        '<iframe src="https://video.example/1"></iframe>\n'
    )
    other.write(
        {
            "content/publication/x/index.md": _CRANES.format("Cranes"),
            "content/plans.md": f"---\ntitle: Plans\n---\n{text}",
            "static/files/plan.pdf": b"%PDF-1.4 plan",
        }
    )
    site.run("import", "other")
    page = (site.folder / "content/pages/plans.md").read_text(encoding="utf-8")
    assert page.count("[plan.pdf](assets/") == 2
    assert '<iframe src="https://video.example/1"></iframe>' in page


def test_links_to_papers_and_authors_lead_on(site: Site, other: Site) -> None:
    """Their old addresses are none that is dead: papers have aliases, and each author has a page."""
    links = "[paper](/publication/2019_ACL_Lee/) [Max](/authors/max-roe/) [nobody](/authors/tom-poe/)"
    other.write(
        {
            "content/publication/2019_ACL_Lee/index.md": _CRANES.format("Cranes").replace("admin", "Ann Lee"),
            "content/plans.md": f"---\ntitle: Plans\n---\n{links}\n",
        }
    )
    done = site.run("import", "other")
    page = (site.folder / "content/pages/plans.md").read_text(encoding="utf-8")
    assert "[paper](publication/2019_acl_lee/) [Max](people/max-roe/) nobody" in page
    assert done.stderr.count("led to no page of the old site") == 1
    site.build()
    assert "publication/2019_acl_lee/" not in site.run("check", "--all").stdout
    assert (site.output / "publication/2019_acl_lee/index.html").exists()
    assert (site.output / "people/max-roe/index.html").exists()
