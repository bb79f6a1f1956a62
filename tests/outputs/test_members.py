"""The members of a lab: their page by group, each one's own page and files, and whose name is set apart."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from publist.outputs.member_views import initials
from tests.conftest import Site

_PEOPLE = """\
- name: Ann Lee
  owner: true
  role: Principal investigator
  group: Faculty
  photo: ../assets/ann.png
  page: about/
  from: 2012
- {name: Max Roe, aliases: [M. Roe], role: PhD student, group: PhD students, from: 2021-09}
- {name: Old Poe, role: Postdoc, group: Faculty, from: 2010, to: 2014, url: 'https://poe.example.org/'}
- {name: Eve Ray, role: Master's student, to: 2019-06}
- {name: New Fox, group: PhD students}
- {name: Guest Orr, affiliation: Elsewhere}
"""
_SITE: dict[str, str | bytes] = {
    "content/site.yaml": "title: The Lab\nbase_url: https://lab.example.org/\n",
    "content/people.yaml": _PEOPLE,
    "content/assets/ann.png": b"\x89PNG",
    "content/pages/about.md": "---\ntitle: About Ann\n---\nHello.\n",
    "content/papers/a.md": "---\ntitle: Alpha\nauthors: [Guest Orr, M. Roe, Ann Lee]\ndate: 2023\nkey: a\n---\nText.\n",
    "content/papers/b.md": "---\ntitle: Beta\nauthors: [Ann Lee, Old Poe]\ndate: 2013\nkey: b\n---\nWords.\n",
}


@pytest.fixture
def lab(site: Site) -> Site:
    """A lab of five, one of whom has no paper, and a guest."""
    site.write(_SITE)
    return site


def _nodes(page: str) -> list[dict[str, Any]]:
    """The JSON-LD of a page."""
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)
    assert found
    graph: list[dict[str, Any]] = json.loads(found[1])["@graph"]
    return graph


def _apart(page: str) -> list[str]:
    """The names that the page sets apart."""
    return re.findall(r'class="me">([^<]+)<', page)


def test_members_stand_by_group_and_alumni_last(lab: Site) -> None:
    """Groups in the order of people.yaml, then who has a `to`, the latest first; a guest is no member."""
    lab.build("--strict")
    page = lab.page("members/index.html")
    order = [text for text in re.findall(r"<h[23]>(?:<a [^>]*>)?([^<]+)<", page) if text]
    expected = ["Faculty", "Ann Lee", "PhD students", "Max Roe", "New Fox", "Alumni", "Eve Ray", "Old Poe"]
    assert order == expected
    assert '<img class="face" src="../assets/ann.png" alt=""' in page
    assert '<span class="face" aria-hidden="true">MR</span>' in page
    for text in ("since 2012", "since September 2021", "2010–2014", "until June 2019", "Principal investigator"):
        assert text in page, text
    assert 'href="../people/max-roe/"' in page
    assert 'href="../about/"' in page
    assert "2 papers" in page
    assert "people/new-fox" not in page


def test_the_way_to_the_members(lab: Site) -> None:
    """The navigation and the sitemap lead to the page; a list without members has none."""
    lab.build()
    assert '<a href="members/">Members</a>' in lab.page("index.html")
    assert "<loc>https://lab.example.org/members/</loc>" in lab.page("sitemap.xml")
    lab.write({"content/people.yaml": "- {name: Ann Lee, owner: true, role: Professor}\n"})
    lab.build()
    assert "members" not in lab.page("index.html")
    assert "members/index.html" not in lab.snapshot()
    assert "Professor" in lab.page("people/ann-lee/index.html")


def test_a_member_has_a_page_and_files(lab: Site) -> None:
    """Photo, role, group, years and link on it; feeds and files although there are few papers. A guest has none."""
    lab.build()
    page = lab.page("people/ann-lee/index.html")
    for text in (
        'src="../../assets/ann.png"',
        "Principal investigator",
        ">Faculty</a>",
        "since 2012",
        '"../../about/"',
    ):
        assert text in page, text
    made = lab.snapshot()
    for slug in ("ann-lee", "max-roe", "old-poe"):
        assert {f"people/{slug}/{name}" for name in (f"{slug}.bib", "feed.xml", "feed.json")} <= made.keys()
    assert "Alpha" in lab.page("people/max-roe/max-roe.bib")
    assert "Beta" not in lab.page("people/max-roe/feed.xml")
    assert "people/guest-orr/feed.xml" not in made


@pytest.mark.parametrize(
    ("highlight", "lists", "own"),
    [
        ("owner", ["Ann Lee", "Ann Lee"], ["Ann Lee"]),
        ("members", ["M. Roe", "Ann Lee", "Ann Lee", "Old Poe"], ["M. Roe", "Ann Lee"]),
        ("person", [], ["M. Roe"]),
    ],
)
def test_whose_name_is_set_apart(lab: Site, highlight: str, lists: list[str], own: list[str]) -> None:
    """The owner's, those of all members, or on a person's page that person's: in the list, and on Max Roe's page."""
    lab.write({"content/site.yaml": f"title: The Lab\nbase_url: https://lab.example.org/\nhighlight: {highlight}\n"})
    lab.build()
    assert _apart(lab.page("index.html")) == lists
    assert _apart(lab.page("people/max-roe/index.html")) == own
    assert "Old Poe" not in _apart(lab.page("people/max-roe/index.html"))


@pytest.mark.parametrize("highlight", ["members", "person"])
def test_names_set_apart_are_not_cut_away(lab: Site, highlight: str) -> None:
    """A member at the end of a long byline is shown: everywhere, or on the page that is theirs; list.json agrees."""
    others = ", ".join(f"Other {letter}." for letter in "ABCDEFGHIJKLMN")
    lab.write({"content/papers/c.md": f"---\ntitle: Crowd\nauthors: [{others}, Max Roe]\ndate: 2024\n---\n"})
    lab.write({"content/site.yaml": f"title: The Lab\nhighlight: {highlight}\nbase_url: https://lab.example.org/\n"})
    lab.build()
    assert "Max Roe" in _apart(lab.page("people/max-roe/index.html"))
    assert ("Max Roe" in _apart(lab.page("index.html"))) == (highlight == "members")
    index = json.loads(lab.page("list.json"))
    kept = [index["people"][number][0] for number in index["owner"]]
    assert ("Max Roe" in kept) == (highlight == "members")
    assert index.get("person", False) == (highlight == "person")


def test_machines_are_told_of_the_lab(lab: Site) -> None:
    """An organization with members and alumni; each member's page is a profile."""
    lab.build()
    lab_node = next(node for node in _nodes(lab.page("members/index.html")) if node["@type"] == "Organization")
    assert [person["name"] for person in lab_node["member"]] == ["Ann Lee", "Max Roe", "New Fox"]
    assert [person["name"] for person in lab_node["alumni"]] == ["Eve Ray", "Old Poe"]
    assert lab_node["member"][0]["image"] == "https://lab.example.org/assets/ann.png"
    nodes = {node["@type"]: node for node in _nodes(lab.page("people/ann-lee/index.html"))}
    assert nodes["ProfilePage"]["mainEntity"] == {"@id": nodes["Person"]["@id"]}
    assert nodes["Person"]["jobTitle"] == "Principal investigator"
    assert nodes["Person"]["memberOf"] == {"@id": lab_node["@id"]}


def test_what_is_wrong_with_a_member_is_told(lab: Site) -> None:
    """A photo that is not there, one from elsewhere, one that is none, a `to` before `from`: each in its place."""
    text = (
        "- {name: Ann Lee, group: Staff, photo: assets/anne.png}\n"
        "- {name: Max Roe, photo: 'https://example.org/max.png'}\n"
        "- name: Eve Ray\n  photo: assets/eve.pdf\n  from: 2020-05\n  to: 2020-04\n"
        "- {name: Old Poe, from: 2020-05, to: 2020}\n"
    )
    lab.write({"content/people.yaml": text})
    told = lab.run("build").stderr
    assert "people.yaml:1:40: warning: there is no picture content/assets/anne.png" in told
    assert "did you mean assets/ann.png?" in told
    assert "people.yaml:2:26: error: a picture must be a file of the site" in told
    assert "people.yaml:4:10: error: 'assets/eve.pdf' is not a picture that browsers show" in told
    assert "people.yaml:6:7: error: Eve Ray left (2020-04) before they came (2020-05)" in told
    assert "Old Poe" not in told


def test_check_looks_at_members(lab: Site) -> None:
    """A page that is not there is a dead link; who has a role and no group beside members is told to have one."""
    lab.write({"content/people.yaml": _PEOPLE.replace("page: about/", "page: abuot/") + "- {name: M. Xu, role: PI}\n"})
    told = lab.run("check", "--all").stdout
    assert "people.yaml:6:3: warning: the link abuot/ leads nowhere" in told
    assert "M. Xu has no `group`, so members/ does not show them" in told


def test_a_photo_that_comes_and_goes(lab: Site) -> None:
    """The incremental build gives the bytes of a clean one, and initials where the picture went."""
    lab.build()
    (lab.folder / "content/assets/ann.png").unlink()
    lab.build("--verify")
    assert 'aria-hidden="true">AL</span>' in lab.page("members/index.html")
    lab.write({"content/papers/a.md": str(_SITE["content/papers/a.md"]).replace("Ann Lee", "Ann Lee, New Fox")})
    lab.build("--verify")
    assert 'href="../people/new-fox/"' in lab.page("members/index.html")


@pytest.mark.parametrize(
    ("name", "letters"),
    [("Ann B. Lee", "AL"), ("Ludwig van Beethoven", "LB"), ("李明", "李"), ("Plato", "P")],
)
def test_initials(name: str, letters: str) -> None:
    """Of given and family name; a name that has no parts gives its first letter."""
    assert initials(name) == letters
