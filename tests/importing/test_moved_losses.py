"""What of an old site does not come over is told as a loss; and whose the new site is."""

from __future__ import annotations

from tests.conftest import Site
from tests.support.moved_sites import other

__all__ = ["other"]  # a fixture


def test_a_lab_is_not_that_of_who_moves_it(site: Site, other: Site) -> None:
    """Git knows who moves the site: a person's list may be theirs, a lab's is nobody's."""
    other.write(
        {
            "_config.yml": "title: The Lab\n",
            "_bibliography/papers.bib": "@article{a, title={Cranes}, author={Lee, Ann and Roe, Max}, year=2020}\n",
            "_people/max.md": "---\nname: Max Roe\nrole: Student\n---\n",
            "_people/ann.md": "---\nname: Ann Lee\nrole: Professor\n---\n",
        }
    )
    site.run("init", "new", "--from", "other")
    settings = (site.folder / "new/content/site.yaml").read_text(encoding="utf-8")
    assert "\nkind: lab\n" in settings
    assert "\nowner:" not in settings


def test_data_that_pages_showed_is_told(site: Site, other: Site) -> None:
    """Its own data files and the CV stay behind, and are losses; what a template brought along is none."""
    cv = "---\nlayout: cv\ntitle: CV\npermalink: /cv/\n---\n"
    courses = "---\ntitle: Courses\n---\nWhat I teach.\n{% for c in site.data.courses %}{{ c.title }}{% endfor %}\n"
    other.write(
        {
            "_config.yml": "title: Ann\n",
            "_bibliography/papers.bib": "@article{a, title={Cranes}, author={Lee, Ann}, year=2020}\n",
            "_pages/cv.md": cv,
            "_pages/courses.md": courses,
            "_data/cv.yml": "- title: Education\n  contents:\n    - title: PhD\n",
            "assets/json/resume.json": '{"basics": {"name": "Albert Einstein"}}\n',
        }
    )
    done = site.run("import", "other")
    assert "the CV of _data/cv.yml did not come over" in done.stderr
    assert "resume.json" not in done.stderr
    assert "the page showed _data/courses, which did not come over" in done.stderr
    assert "What I teach." in (site.folder / "content/pages/courses.md").read_text(encoding="utf-8")
