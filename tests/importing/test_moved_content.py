"""What a site holds beside papers: pages, news, people, settings, old addresses; importing again merges them."""

from __future__ import annotations

import yaml

from tests.conftest import Site
from tests.support.moved_sites import PNG, other, papers

__all__ = ["other"]  # a fixture

_AL_FOLIO: dict[str, str | bytes] = {
    "_config.yml": "title: blank\nfirst_name: Jane\nlast_name: Doe\nemail: jane@uni.edu\ngithub_username: janedoe\n"
    "orcid_id: 0000-0002-1825-0097\nscholar:\n  last_name: [Doe]\n  first_name: [Jane, J.]\n"
    "  bibliography: papers.bib\n",
    "_bibliography/papers.bib": "@"
    "article{a, title={A study}, author={Doe, J. and Roe, Max}, year={2020}, journal={J},\n"
    "  abbr={JoX}, preview={crane.png}, pdf={sub/a.pdf}, award_name={Best study}, additional_info={. *Oral*}}\n",
    "_pages/about.md": "---\nlayout: about\npermalink: /\ntitle: about\nprofile:\n  image: jane.jpg\n---\n"
    "I am Jane. See [teaching](/teaching/) and my [CV](/assets/pdf/cv.pdf).\n",
    "_pages/teaching.md": "---\ntitle: teaching\npermalink: /teaching/\nnav: true\nnav_order: 3\n"
    "---\nI teach cranes. {: .lead }\n",
    "_pages/publications.md": "---\ntitle: publications\npermalink: /publications/\n---\n{% bibliography %}\n",
    "_news/one.md": "---\ndate: 2024-05-01 10:00:00\ninline: true\n---\nA paper is out.\n",
    "_projects/crane.md": "---\ntitle: Cranes\ndescription: All of them\n---\nWe count.\n",
    "_data/coauthors.yml": '"roe":\n  - firstname: ["Max", "M."]\n    url: https://example.org/max\n'
    '"absent":\n  - firstname: ["Ann"]\n    url: https://example.org/ann\n',
    "assets/img/publication_preview/crane.png": PNG,
    "assets/img/jane.jpg": PNG,
    "assets/pdf/sub/a.pdf": b"%PDF a",
    "assets/pdf/cv.pdf": b"%PDF cv",
    "_sass/_themes.scss": "html { --global-theme-color: #{$green-color}; }\n",
    "_sass/_variables.scss": "$green-color: #00ab37;\n",
}


def _text(site: Site, path: str) -> str:
    return (site.folder / path).read_text(encoding="utf-8")


def test_all_of_an_al_folio_site_comes_over(site: Site, other: Site) -> None:
    """Pages, news, projects, co-authors with links, the owner with other spellings, pictures, the colour."""
    site.write({"content/site.yaml": "# nothing yet\n"})
    other.write(_AL_FOLIO)
    done = site.run("import", "other")
    assert done.returncode == 0, done.stderr
    values, _ = papers(site)["A study"]
    assert values["venue_short"] == "JoX"
    assert (values["image"], values["links"]) == ("assets/crane.png", {"pdf": "assets/sub/a.pdf"})
    assert (values["awards"], values["note"]) == (["Best study"], "*Oral*")
    settings = yaml.safe_load(_text(site, "content/site.yaml"))
    assert (settings["owner"], settings["email"]) == ("Jane Doe", "jane@uni.edu")
    assert settings["links"] == {"GitHub": "https://github.com/janedoe"}
    assert settings["photo"] == "assets/jane.jpg"
    assert 130 < int(settings["accent"]) < 160
    people = {person["name"]: person for person in yaml.safe_load(_text(site, "content/people.yaml"))}
    assert people["Jane Doe"] == {"name": "Jane Doe", "orcid": "0000-0002-1825-0097", "aliases": ["J. Doe"]}
    assert people["Max Roe"]["url"] == "https://example.org/max"
    assert "[teaching](teaching/)" in _text(site, "content/pages/index.md")
    assert "[CV](assets/pdf/cv.pdf)" in _text(site, "content/pages/index.md")
    assert _text(site, "content/pages/teaching.md") == "---\ntitle: Teaching\nnav: 3\n---\nI teach cranes.\n"
    assert _text(site, "content/news/one.md") == "---\ndate: '2024-05-01'\n---\nA paper is out.\n".replace("'", "")
    assert "We count." in _text(site, "content/pages/projects/crane.md")
    assert "[Cranes](projects/crane/)" in _text(site, "content/pages/projects/index.md")
    assert "who are on no paper were left out: 1" in done.stderr
    site.build()
    assert "dead" not in site.run("check").stdout
    assert "leads nowhere" not in site.run("check").stdout


def test_importing_again_changes_nothing_and_merges_what_is_new(site: Site, other: Site) -> None:
    """What was edited or deleted here stays so; what the old site changed since comes over."""
    site.write({"content/site.yaml": "# nothing yet\n"})
    other.write(_AL_FOLIO)
    site.run("import", "other")
    before = {path: path.read_bytes() for path in site.folder.joinpath("content").rglob("*") if path.is_file()}
    assert "Already up to date" in site.run("import", "other").stdout
    assert {path: path.read_bytes() for path in site.folder.joinpath("content").rglob("*") if path.is_file()} == before
    teaching, news = site.folder / "content/pages/teaching.md", site.folder / "content/news/one.md"
    teaching.write_text(teaching.read_text() + "\nMy own line.\n", encoding="utf-8")
    news.unlink()
    settings = site.folder / "content/site.yaml"
    settings.write_text(settings.read_text().replace("jane@uni.edu", "jane@home.edu"), encoding="utf-8")
    other.write({"_pages/teaching.md": "---\ntitle: teaching\npermalink: /teaching/\n---\nI teach storks.\n"})
    other.write({"_projects/crane.md": "---\ntitle: Cranes\n---\nWe count twice.\n"})
    other.write({"_news/two.md": "---\ndate: 2024-06-01\n---\nAnother one.\n"})
    other.write({"_config.yml": str(_AL_FOLIO["_config.yml"]).replace("janedoe", "jane-doe")})
    done = site.run("import", "other")
    assert "My own line." in teaching.read_text()
    assert "storks" not in teaching.read_text()
    assert "content/pages/teaching.md: warning: the page here and the one of the old site differ" in done.stderr
    assert not news.exists()
    assert (site.folder / "content/news/two.md").exists()
    assert "We count twice." in _text(site, "content/pages/projects/crane.md")
    assert "jane@home.edu" in settings.read_text()
    assert "https://github.com/jane-doe" in settings.read_text()
    assert "differ" not in site.run("import", "other").stderr


def test_a_dry_run_writes_nothing(site: Site, other: Site) -> None:
    """Neither pages nor settings."""
    other.write(_AL_FOLIO)
    done = site.run("import", "other", "--dry-run")
    assert "1 paper" in done.stdout
    assert not (site.folder / "content/pages").exists()
    assert _text(site, "content/site.yaml") == "title: Papers\n"


def test_a_site_is_made_of_another_in_one_command(site: Site, other: Site) -> None:
    """With --from: owner, colour, pages, papers, people and news; a folder that is no site makes none."""
    other.write(_AL_FOLIO)
    done = site.run("init", "new", "--from", "other")
    assert done.returncode == 0, done.stderr
    new = Site(site.folder / "new")
    assert sorted(path.name for path in (new.folder / "content/papers").iterdir()) == ["a-study.md"]
    settings = yaml.safe_load(_text(new, "content/site.yaml"))
    assert (settings["title"], settings["owner"]) == ("Jane Doe", "Jane Doe")
    new.build()
    assert "Max Roe" in new.page("papers/a-study/index.html")
    assert "I am Jane" in new.page("index.html")
    assert site.run("init", "none", "--from", "new/content/assets").returncode == 1
    assert not (site.folder / "none").exists()


def test_old_addresses_lead_on(site: Site, other: Site) -> None:
    """Those of papers by `aliases`; that of the list to the front page."""
    head = "---\ntitle: A study\nauthors: [Ann Lee]\ndate: 2020-01-01\naliases: [/old/x/]\n---\nText.\n"
    other.write({"content/publication/crane/index.md": head})
    site.run("import", "other")
    assert papers(site)["A study"][0]["aliases"] == ["publication/crane", "old/x"]
    site.build()
    assert "url=../../papers/a-study/" in site.page("publication/crane/index.html")
    assert "url=../" in site.page("publication/index.html")


def test_people_talks_and_projects_of_a_hugo_site(site: Site, other: Site) -> None:
    """Whose site it is, who else is on it, and talks with place and date."""
    other.write(
        {
            "content/authors/admin/_index.md": "---\ntitle: Jane Doe\nsuperuser: true\nrole: Professor\n"
            "organizations: [{name: Uni, url: ''}]\nsocial:\n- {icon: envelope, link: 'mailto:jane@uni.edu'}\n"
            "- {icon: github, link: https://github.com/jane}\n"
            "- {icon: orcid, link: https://orcid.org/0000-0002-1825-0097}\n"
            "---\nI am **Jane**.\n",
            "content/authors/admin/avatar.jpg": PNG,
            "content/authors/max/_index.md": "---\ntitle: Max Roe\nuser_groups: [Students]\n"
            "role: PhD student\n---\nMax.\n",
            "content/publication/x/index.md": "---\ntitle: A study\nauthors: [admin, max]\ndate: 2020-01-01\n---\n",
            "content/publication/x/featured.png": PNG,
            "content/publication/x/other.bib": "@"
            "article{k, title={A study}, author={Doe, Jane}, year={2020}, volume={4}}\n",
            "content/talk/one/index.md": "---\ntitle: On cranes\nevent: Crane days\nlocation: Rome\n"
            "date: 2021-02-03T10:00:00Z\n"
            "url_slides: https://example.org/s.pdf\nabstract: All of them.\n---\n",
            "content/project/p/index.md": "---\ntitle: Counting\nsummary: We count.\n---\nMore.\n",
            "config/_default/params.yaml": "description: The site of Jane\ncolor_theme: forest\n",
        }
    )
    done = site.run("import", "other")
    assert done.returncode == 0, done.stderr
    values, _ = papers(site)["A study"]
    assert (values["authors"], values["volume"], values["key"]) == (["Jane Doe", "Max Roe"], "4", "k")
    assert values["image"] == "assets/x/featured.png"
    settings = yaml.safe_load(_text(site, "content/site.yaml"))
    assert (settings["owner"], settings["role"], settings["affiliation"]) == ("Jane Doe", "Professor", "Uni")
    assert (settings["email"], settings["links"], settings["accent"]) == (
        *("jane@uni.edu", {"GitHub": "https://github.com/jane"}),
        "green",
    )
    assert "I am **Jane**." in _text(site, "content/pages/index.md")
    people = {person["name"]: person for person in yaml.safe_load(_text(site, "content/people.yaml"))}
    assert (people["Max Roe"]["group"], people["Max Roe"]["page"]) == ("Students", "author/max-roe/")
    talk = _text(site, "content/pages/talk/one.md")
    assert "Crane days, Rome, 2021-02-03" in talk
    assert "[Slides](https://example.org/s.pdf)" in talk
    assert "We count." in _text(site, "content/pages/project/p.md")
    site.build()


def test_a_citation_of_another_work_beside_a_page_is_not_taken(site: Site, other: Site) -> None:
    """It was copied and never edited: a wrong DOI is worse than none."""
    other.write({"content/publication/x/index.md": "---\ntitle: Cranes in winter\nauthors: [Ann Lee]\n---\n"})
    other.write(
        {
            "content/publication/x/cite.bib": "@"
            "article{k, title={Storks of the south}, doi={10.5555/stork}, year={2019}}\n"
        }
    )
    assert "is of another work" in site.run("import", "other").stderr
    assert "doi" not in papers(site)["Cranes in winter"][0]


def test_a_lab_website_moves(site: Site, other: Site) -> None:
    """Citations, members with their links, and projects."""
    other.write(
        {
            "_data/citations.yaml": "- id: doi:10.5555/crane\n  title: A study\n"
            "  authors: [Ann Lee, Max Roe]\n  publisher: Cell\n"
            "  date: '2026-03-09'\n  link: https://example.org/a\n  image: images/a.png\n  buttons:\n"
            "  - {type: source, link: https://github.com/x/y}\n  tags: [cranes]\n"
            "  plugin: sources.py\n  file: sources.yaml\n",
            "_members/ann.md": "---\nname: Ann Lee\nrole: phd\nimage: images/ann.jpg\nlinks:\n"
            "  orcid: 0000-0002-1825-0097\n---\nAnn.\n",
            "_data/projects.yaml": "- title: Cranes\n  link: https://example.org/\n  description: All of them\n",
            "images/a.png": PNG,
            "images/ann.jpg": PNG,
        }
    )
    done = site.run("import", "other")
    assert done.returncode == 0, done.stderr
    values, _ = papers(site)["A study"]
    assert (values["doi"], values["venue"], values["date"]) == ("10.5555/crane", "Cell", "2026-03-09")
    assert (values["image"], values["topics"]) == ("assets/images/a.png", ["cranes"])
    assert "https://github.com/x/y" in values["links"].values()
    ann = yaml.safe_load(_text(site, "content/people.yaml"))[0]
    assert (ann["role"], ann["orcid"], ann["photo"]) == ("PhD student", "0000-0002-1825-0097", "assets/images/ann.jpg")
    assert "[Cranes](https://example.org/)" in _text(site, "content/pages/projects.md")


def test_a_quarto_listing_moves(site: Site, other: Site) -> None:
    """A folder with index.qmd a paper; authors as mappings, the citation as a mapping."""
    other.write(
        {
            "_quarto.yml": "website:\n  title: Jane Doe\n",
            "publications/index.qmd": "---\ntitle: Publications\nlisting: default\n---\n",
            "publications/crane/index.qmd": "---\ntitle: A study\nauthor:\n  - name: Ann Lee\n"
            "  - name: {given: Max, family: Roe}\n"
            "date: 2023-05-01\ncategories: [cranes]\nabstract: We listen.\ncitation:\n"
            "  container-title: Crane Studies\n"
            "  volume: 4\n  doi: 10.5555/crane\n---\n::: {.callout}\nMore.\n:::\n",
            "about.qmd": "---\ntitle: About\n---\nI am Jane.\n",
        }
    )
    done = site.run("import", "other")
    assert done.returncode == 0, done.stderr
    values, body = papers(site)["A study"]
    assert (values["authors"], values["venue"], values["volume"]) == (["Ann Lee", "Max Roe"], "Crane Studies", "4")
    assert (values["doi"], values["topics"], body) == ("10.5555/crane", ["cranes"], "We listen.\n\nMore.")
    assert "I am Jane." in _text(site, "content/pages/about.md")


def test_pages_of_papers_of_an_unknown_generator_are_guessed_and_told(site: Site, other: Site) -> None:
    """Pelican's lines, and front matter with whatever keys."""
    other.write(
        {
            "content/papers/a.md": "Title: A study\nDate: 2020-05-01\nAuthors: Ann Lee, Max Roe\n"
            "Journal: Cranes\n\nWe listen.\n"
        }
    )
    other.write(
        {
            "content/papers/b.md": "---\ntitle: Another\nauthor: Ann Lee\nconference: Crane Days\n"
            "year: 2019\npdf: https://e.org/b.pdf\n---\n"
        }
    )
    done = site.run("import", "other")
    assert done.returncode == 0, done.stderr
    assert "what the keys mean was guessed" in done.stderr
    values, body = papers(site)["A study"]
    assert (values["authors"], values["venue"], values["date"], body) == (
        ["Ann Lee", "Max Roe"],
        "Cranes",
        "2020-05-01",
        "We listen.",
    )
    assert papers(site)["Another"][0]["links"] == {"pdf": "https://e.org/b.pdf"}


def test_what_the_old_site_did_not_show_is_not_shown(site: Site, other: Site) -> None:
    """A page that was not published is named, a paper comes as a draft; a file that was no page is named too."""
    hidden = "published: false\n---\nNot yet.\n"
    other.write(
        {
            "_publications/a.md": f"---\ntitle: Cranes\nauthors: Ann Lee\n{hidden}",
            "_pages/secret.md": f"---\ntitle: Secret\n{hidden}",
            "_talks/talk.md": f"---\ntitle: A talk to come\n{hidden}",
            "_pages/notes.md": "Notes of mine.\n",
        }
    )
    done = site.run("import", "other")
    assert papers(site)["Cranes"][0]["draft"] == "true"
    assert not list((site.folder / "content").rglob("pages/**/*.md"))
    for name, message in (
        ("secret.md", "a page that the old site did not show"),
        ("talk.md", "a page that the old site did not show"),
        ("notes.md", "a file without front matter is no page"),
    ):
        assert f"{name}: suggestion: {message}" in done.stderr
