"""The people of a lab: several owners, and names that are no longer used."""

from __future__ import annotations

from pathlib import Path

from tests.conftest import Site

PAPER = "---\ntitle: A paper\nauthors: [Ann Lee, Max Roe, Guest Poe]\ndate: 2023\ntopics: [Things]\n---\nAbstract.\n"


def _all_files(site: Site) -> str:
    """Every text of the output."""
    return "\n".join(path.read_bytes().decode("utf-8", "replace") for path in Path(site.output).rglob("*.*"))


def test_members_of_a_lab_are_set_apart(site: Site) -> None:
    """All owners are, and guests are not; check has no objection."""
    site.write(
        {
            "content/site.yaml": "title: Lab\nbase_url: https://lab.example.org/\n",
            "content/people.yaml": "- {name: Ann Lee, owner: true}\n- {name: Max Roe, owner: true}\n",
            "content/papers/a.md": PAPER,
        }
    )
    site.build()
    for path in ("index.html", "papers/a/index.html"):
        page = site.page(path)
        for name, owned in (("Ann Lee", True), ("Max Roe", True), ("Guest Poe", False)):
            tag = page.partition(f">{name}</a>")[0].rpartition("<")[2]
            assert ("me" in tag or "owner" in tag or "<b" in page.partition(f">{name}</a>")[0][-80:]) == owned, (
                path,
                name,
            )
    assert site.run("check", "--strict").returncode == 0


def test_a_former_name_stands_nowhere(site: Site) -> None:
    """Papers under it are the person's, under the name of today: pages, citations, exports, feeds, the search."""
    site.write(
        {
            "content/site.yaml": "title: P\nbase_url: https://example.org/\nper_page: 1\n",
            "content/people.yaml": "- {name: Jane Doe, former_names: [Jane Oldname]}\n",
            "content/papers/a.md": "---\ntitle: A\nauthors: ['Oldname, Jane', Max Roe]\ndate: 2020\n---\nAbstract.\n",
            "content/papers/b.md": "---\ntitle: B\nauthors: [Jane Oldname]\nkey: doe2021\ndate: 2021\n---\nAbstract.\n",
        }
    )
    site.build()
    assert "Oldname" not in _all_files(site).replace("jane-oldname", "")
    assert "Doe, Jane" in site.page("papers/b/b.bib")
    assert "papers/a/" in site.page("people/jane-doe/page/2/index.html")
    assert "Oldname" not in site.run("export", "--format", "bibtex").stdout
    site.write({"content/papers/b.md": "---\ntitle: B\nauthors: [Jane Oldname]\nkey: doe2021\ndate: 2021\n---\nNew.\n"})
    assert "full rebuild" in site.build("--verify")


def test_a_former_name_is_shown_where_its_owner_says_so(site: Site) -> None:
    """As printed, and still on the person's page; a name that somebody else has now stays theirs."""
    people = "- {name: Jane Doe, former_names: [Jane Oldname], show_former_names: true}\n"
    site.write({"content/site.yaml": "title: P\n", "content/people.yaml": people})
    site.write({"content/papers/b.md": "---\ntitle: B\nauthors: [Jane Oldname]\ndate: 2021\n---\nAbstract.\n"})
    site.build()
    assert "Jane Oldname" in site.page("papers/b/index.html")
    assert "papers/b/" in site.page("people/jane-doe/index.html")
    site.write({"content/people.yaml": "- {name: Jane Doe, former_names: [Jane Oldname]}\n- {name: Jane Oldname}\n"})
    site.build()
    assert "Jane Oldname" in site.page("papers/b/index.html")
