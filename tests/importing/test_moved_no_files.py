"""What is no file in an old site: told or passed over, never waited for."""

from __future__ import annotations

import os

import pytest

from tests.conftest import Site

PAPER = "---\ntitle: Noise in long winters\nauthors: [Ann Lee]\ndate: 2020-01-01\nvenue: Ice\n---\nWe listen.\n"
SITES = {
    "a site of one page a paper": {"papers/a.md": PAPER, "papers/b.md": PAPER.replace("Noise", "Ice")},
    "academicpages": {"_publications/a.md": PAPER, "_config.yml": "title: Ann\n"},
    "al-folio": {
        "_config.yml": "title: Ann\nscholar:\n  bibliography: papers.bib\n",
        "_bibliography/papers.bib": "@article{a, title={Noise in long winters}, author={Lee, Ann}, year=2020}\n",
    },
    "hugo": {"content/publication/a/index.md": PAPER, "config.yaml": "title: Ann\n"},
}
PIPES = {
    "a site of one page a paper": ["papers/c.md", "x.bib", "papers/me.png"],
    "academicpages": ["_publications/c.md", "_pages/c.md", "_posts/c.md", "images/c.png", "files/c.pdf"],
    "al-folio": ["_bibliography/more.bib", "_news/c.md", "_pages/c.md", "assets/img/c.png", "_data/c.yml"],
    "hugo": [
        "content/publication/a/cite.bib",
        "content/publication/a/featured.png",
        "content/post/c.md",
        "data/c.yaml",
    ],
}


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes")
@pytest.mark.parametrize("maker", SITES)
def test_a_pipe_in_an_old_site_is_not_waited_for(maker: str, site: Site) -> None:
    """Whatever it is called, the papers of the files come over, and nothing fails without a word."""
    site.write({f"old/{path}": text for path, text in SITES[maker].items()})
    for path in PIPES[maker]:
        place = site.folder / "old" / path
        place.parent.mkdir(parents=True, exist_ok=True)
        os.mkfifo(place)
    done = site.run("import", "old")
    assert "Traceback" not in done.stderr
    assert done.returncode in (0, 1)
    assert done.returncode == 0 or "the file cannot be" in done.stderr
