"""What of an old site does not come over is told as a loss; and whose the new site is."""

from __future__ import annotations

import pytest

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
    """Its own data files stay behind, and that is a loss; the page comes over with what it says itself."""
    courses = "---\ntitle: Courses\n---\nWhat I teach.\n{% for c in site.data.courses %}{{ c.title }}{% endfor %}\n"
    other.write({**_LIST, "_pages/courses.md": courses})
    done = site.run("import", "other")
    assert "the page showed _data/courses, which did not come over" in done.stderr
    assert "What I teach." in (site.folder / "content/pages/courses.md").read_text(encoding="utf-8")


_LIST = {
    "_config.yml": "title: Ann\n",
    "_bibliography/papers.bib": "@article{a, title={Cranes}, author={Lee, Ann}, year=2020}\n",
}
_CV = {
    "_data/cv.yml": """\
- title: Education
  type: time_table
  contents:
    - {title: PhD, institution: Example University, year: 2014,
       description: [On cranes, {title: Award, contents: [One]}]}
- title: Interests
  type: nested_list
  contents: [{title: Birds, items: [cranes, storks]}]
- {title: Hobbies, type: list, contents: [rowing]}
""",
    "_data/cv.yaml": """\
cv:
  name: Ann Lee
  location: Oslo
  sections:
    Education:
      - {institution: Example University, area: Birds, studyType: PhD, end_date: 2014, start_date: 2010,
         highlights: [On cranes]}
    Skills: [{label: Languages, details: Norse}]
""",
    "assets/json/resume.json": """\
{"basics": {"name": "Ann Lee", "profiles": [{"network": "GitHub", "username": "ann"}]},
 "education": [{"institution": "Example University", "studyType": "PhD", "startDate": "2010", "endDate": "2014"}],
 "publications": [{"name": "Cranes"}], "languages": [{"language": "Norse", "fluency": "native"}]}
""",
}


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("_data/cv.yml", ["## Education", "- **PhD**, Example University, 2014", "  - On cranes", "  - **Award**",
                          "    - One", "## Interests", "- **Birds**", "  - cranes", "- rowing"]),
        ("_data/cv.yaml", ["- **Ann Lee**, Oslo", "- **PhD, Birds**, Example University, 2010–2014", "  - On cranes",
                           "- **Languages**: Norse"]),
        ("assets/json/resume.json", ["- **PhD**, Example University, 2010–2014", "- **GitHub**", "- username: ann",
                                     "- **Norse**: native"]),
    ],
)  # fmt: skip
def test_a_cv_made_of_data_becomes_a_page(site: Site, other: Site, name: str, said: list[str]) -> None:
    """Every line of it, in each of the three forms that al-folio reads; papers are papers, and stand there no more."""
    other.write({**_LIST, "_pages/cv.md": "---\nlayout: cv\ntitle: CV\npermalink: /cv/\n---\n", name: _CV[name]})
    site.run("import", "other")
    page = (site.folder / "content/pages/cv.md").read_text(encoding="utf-8").splitlines()
    assert [line for line in said if line.strip() not in [written.strip() for written in page]] == []
    assert not any("Cranes" in line for line in page)


def test_the_cv_of_the_template_is_nobodys(site: Site, other: Site) -> None:
    """Albert Einstein's stays behind."""
    cv = '{"basics": {"name": "Albert Einstein"}}\n'
    other.write({**_LIST, "_pages/cv.md": "---\nlayout: cv\ntitle: CV\n---\n", "assets/json/resume.json": cv})
    site.run("import", "other")
    assert not (site.folder / "content/pages/cv.md").exists()


def test_news_of_the_template_alone_are_examples(site: Site, other: Site) -> None:
    """Whoever writes news in the template's files, under its names, keeps them; its own texts stay behind, told."""
    head = "---\nlayout: post\ndate: 2024-0{}-01\ninline: true\n---\n\n"
    long = (
        "Announcements and news can be much longer than just quick inline posts. In fact, they can.\n\nJean shorts.\n"
    )
    other.write(
        {
            **_LIST,
            "_news/announcement_1.md": head.format(1) + "I was advised to rest, supervised by a crane.\n",
            "_news/announcement_2.md": head.format(2).replace("inline", "title: A long announcement\ninline") + long,
            "_news/announcement_3.md": head.format(3)
            + "A simple inline announcement with Markdown emoji! :sparkles:\n",
            "_news/announcement_4.md": head.format(4) + "A simple inline announcement of mine: I moved to Oslo.\n",
        }
    )
    done = site.run("import", "other", "--all")
    assert sorted(path.name for path in (site.folder / "content/news").iterdir()) == [
        "announcement_1.md",
        "announcement_4.md",
    ]
    for number in (2, 3):
        assert f"_news/announcement_{number}.md: suggestion: an example of the template was left out" in done.stderr
