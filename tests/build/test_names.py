"""Names of files: right addresses for all that they hold, and none that other systems cannot hold."""

from __future__ import annotations

import unicodedata
from pathlib import Path
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publist.content import content_folder
from publist.text.file_names import address_of, escaped, file_of, name_fault, safe_name
from tests.conftest import SMALL_SITE, Site
from tests.support.addresses import addresses, faults

BASE = "https://example.org/list/"

KEPT = (
    "r&d",
    "c#",
    "a b",
    "it's",
    "100%",
    "50%25",
    "x+y",
    "a;b=c",
    "(1)",
    "a,b",
    "été",
    "日本語",
    "[draft]",
    "a@b",
    "~home",
    "$x$",
    "Émile-ß",
    "a~b!",
    "{x}",
    "`x`",
)
"""Names that stand on the site as they are, escaped in addresses."""

MADE_SAFE = {
    "why?": "why",
    "a?b": "a-b",
    'c"d': "c-d",
    "e<f>": "e-f",
    "g|h": "g-h",
    "i:j": "i-j",
    "k*l": "k-l",
    "m\\n": "m-n",
    "tab\tb": "tab-b",
    "con": "con-x",
    "NUL": "NUL-x",
    "aux.x": "aux-x.x",
    "com1": "com1-x",
    "CONIN$": "CONIN$-x",
    "con .notes": "con-x .notes",
    "lpt9.notes": "lpt9-x.notes",
    "trailing.": "trailing",
    "tail ": "tail",
    "???": "x",
}
"""Names that Windows cannot hold, and those of their pages."""


def _paper(name: str) -> str:
    return (
        f"---\ntitle: Of {ord(name[0])} and {len(name)}\nauthors: [Ada Lovelace]\ndate: 1843-09-01\n---\nAn abstract.\n"
    )


@pytest.fixture(scope="module")
def site_of_names(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """A site with a paper of each name, and with files, topics and pages of odd ones; built once."""
    site = Site(tmp_path_factory.mktemp("names"))
    site.write({"content/site.yaml": SMALL_SITE["content/site.yaml"]})
    site.write({f"content/papers/{name}.md": _paper(name) for name in (*KEPT, *MADE_SAFE)})
    files = ("my slides.pdf", "r&d.pdf", "c#.pdf", "100%.pdf", "été.pdf", "a b&c.png", "l'x.pdf", "sub folder/x y.txt")
    site.write({f"content/assets/{name}": b"x" for name in files})
    site.write(
        {
            "content/topics/c#.md": "---\ntitle: C sharp\nmatch: [engine]\n---\nSee [this](../papers/r&d/).\n",
            "content/pages/über uns?.md": "---\ntitle: About\nnav: 1\n---\n[Slides](<../assets/my slides.pdf>)\n",
            "content/papers/notes.md": "---\ntitle: Notes on the engine\nauthors: [Ada Lovelace]\ntopics: [R&D]\n"
            "links:\n  slides: assets/my slides.pdf\n  pdf: ../assets/r&d.pdf\n  code: assets/c%23.pdf\n"
            "  data: assets/100%.pdf\n  poster: assets/été.pdf\n  video: assets/my%20slides.pdf\n"
            "versions:\n  - {slug: 'old&name', title: Notes, date: 1842}\n---\n"
            "See [s](<../assets/my slides.pdf>), ![p](<../assets/a b&c.png>), [t](<../assets/sub folder/x y.txt>), "
            "[n](../papers/r&d/), [c](../papers/c%23/).\n",
            "content/papers/r&d.pdf": b"%PDF-1.4\n",
            "themes/mine/theme.yaml": "extends: default\n",
            "themes/mine/assets/my font & more.css": "/* */\n",
        }
    )
    site.write({"content/site.yaml": f"{SMALL_SITE['content/site.yaml']!s}theme: mine\nsearch: false\n"})
    site.build()
    return site


def test_every_address_is_one_and_leads_to_its_file(site_of_names: Site) -> None:
    """In pages, feeds, sitemap, exports, JSON-LD and the API, each address has only what addresses hold."""
    assert faults(site_of_names.output, BASE) == []


@pytest.mark.parametrize("name", KEPT)
def test_a_name_stands_on_the_site_as_it_is(name: str, site_of_names: Site) -> None:
    """Its page is in a folder of this name; sitemap, feed, list and JSON name its escaped address."""
    assert (site_of_names.output / "papers" / name / f"{name}.bib").is_file()
    address = f"{BASE}papers/{quote(name, safe='')}/"
    naming = {file for file, known in addresses(site_of_names.output, BASE) if known == address}
    assert naming >= {"sitemap.xml", "feed.xml", "feed.json", "index.html", "api/papers.json"}


@pytest.mark.parametrize("name", MADE_SAFE)
def test_a_name_that_windows_cannot_hold_is_told_and_made_safe(name: str, site_of_names: Site) -> None:
    """The page has a name that every system can hold, and the author is told of the file."""
    assert (site_of_names.output / "papers" / MADE_SAFE[name]).is_dir()
    if name_fault(f"{name}.md"):
        said = site_of_names.run("check", "--json").stdout
        assert f'"content/papers/{name}.md"'.replace("\\", "\\\\").replace('c"d', 'c\\"d').replace("\t", "\\t") in said


def test_no_path_of_the_site_is_one_that_other_systems_cannot_hold(site_of_names: Site) -> None:
    """Nor do two paths differ in nothing but case or Unicode form."""
    paths = list(site_of_names.snapshot())
    assert [path for path in paths if name_fault(path)] == []
    assert len({unicodedata.normalize("NFC", path).casefold() for path in paths}) == len(paths)


def test_check_finds_the_files_behind_escaped_addresses(site_of_names: Site) -> None:
    """No link of this site is called dead."""
    assert "leads nowhere" not in site_of_names.run("check").stdout
    assert "broken" not in site_of_names.run("check").stdout


@pytest.mark.parametrize("name", ["a?b.png", "nul.txt", "aux", "x .pdf ", "a|b.pdf"])
def test_an_asset_that_windows_cannot_hold_is_an_error(name: str, small_site: Site) -> None:
    """Its name would stand on the site as it is."""
    small_site.write({f"content/assets/{name}": b"x"})
    done = small_site.run("build")
    assert done.returncode == 1
    assert f"content/assets/{name}: error: " in done.stderr
    assert "Give it another name, such as" in done.stderr


def test_a_name_that_is_no_text_is_an_error(small_site: Site) -> None:
    """Unix takes any bytes for a name; addresses are text."""
    place = bytes(small_site.folder / "content/papers") + b"/\xff.md"
    try:
        Path(place.decode("utf-8", "surrogateescape")).write_text("x")
    except (OSError, UnicodeError):
        pytest.skip("this file system has names in Unicode only")
    for command in ("build", "check", "export"):
        done = small_site.run(command)
        assert done.returncode == 1
        assert "content/papers/\\udcff.md: error: the name is not UTF-8" in done.stdout + done.stderr


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Notes", "notes"),
        ("a?b", "a-b"),
        ("why?", "why"),
        ("\u00e9t\u00e9", "e\u0301te\u0301"),
        ("STRASSE", "stra\u00dfe"),
        ("\u212bngstrom", "\u00e5ngstrom"),
    ],
)
def test_two_names_that_are_one_elsewhere_collide_and_both_are_told(one: str, other: str, site: Site) -> None:
    """The error names both files; where they look the same it says what differs."""
    site.write({"content/site.yaml": "title: Papers\n"})
    site.write({f"content/papers/{name}.md": _paper(name) for name in (one, other)})
    if len(list((site.folder / "content/papers").iterdir())) < 2:
        pytest.skip("this file system takes the two names for one")
    done = site.run("build")
    assert done.returncode == 1
    assert f"content/papers/{one}.md" in done.stderr
    assert f"content/papers/{other}.md" in done.stderr
    assert done.stderr.count(": error: ") == 1
    if one != other and unicodedata.normalize("NFC", one) == unicodedata.normalize("NFC", other):
        assert "They look the same" in done.stderr


def test_a_very_long_name_is_told(small_site: Site) -> None:
    """Windows takes 260 characters for a path, in which the name of a paper stands twice."""
    small_site.write({f"content/papers/{'long-' * 25}.md": _paper("x")})
    assert "Windows may refuse the path" in small_site.run("build").stderr


@given(st.text(st.characters(exclude_characters="/\0", exclude_categories=["Cs"]), min_size=1, max_size=60))
def test_each_name_has_an_address_that_leads_back(name: str) -> None:
    """A safe name has no fault, is its own safe name, and is what its address names."""
    safe = safe_name(name)
    assert name_fault(safe) == ""
    assert safe_name(safe) == safe
    assert file_of(address_of(name)) == safe


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=60))
def test_an_address_is_escaped_once(text: str) -> None:
    """Escaping again changes nothing, and what is escaped is ASCII."""
    once = escaped(text)
    assert escaped(once) == once
    assert once.isascii()


def test_slugs_of_the_folder_are_paths_again() -> None:
    """The slug of a file names it, whatever its name holds."""
    assert content_folder.path_of(content_folder.slug_of("content/papers/c#.md")) == "content/papers/c#.md"


@pytest.mark.parametrize("path", ["a./x.txt", "b/con/x.txt", "Aux.d/x.txt", "b/c..d./e/x.txt"])
def test_a_folder_that_other_systems_cannot_hold_is_an_error(path: str, small_site: Site) -> None:
    """Files below content/static/ stand on the site as they are, under the names of all their folders."""
    small_site.write({f"content/static/{path}": "x"})
    done = small_site.run("build", "--json")
    assert done.returncode == 1
    assert f"content/static/{path}" in done.stdout + done.stderr
