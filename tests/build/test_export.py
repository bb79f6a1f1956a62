"""`export` prints the list or a part of it, the same as the files of the site."""

from __future__ import annotations

import json

import pytest

from tests.conftest import Site, paper


@pytest.fixture
def parted_site(small_site: Site) -> Site:
    """A site with papers of two years, people, topics and venues."""
    other = (
        paper("A third").replace("1843-09-01", "1950").replace("  - Grace Hopper\n", "").replace("Computing", "Logic")
    )
    small_site.write({"content/papers/third.md": other.replace("topics:", "venue: Journal of Examples\ntopics:")})
    return small_site


def titles(site: Site, *arguments: str) -> list[str]:
    """The titles of what is exported."""
    done = site.run("export", "--format", "csl-json", *arguments)
    assert done.returncode == 0, done.stderr
    return [item["title"] for item in json.loads(done.stdout)]


def test_the_whole_list_is_the_file_of_the_site(parted_site: Site) -> None:
    """What is printed is what readers take from the site, byte for byte."""
    parted_site.build()
    for name, ending in (("bibtex", "bib"), ("ris", "ris"), ("csl-json", "json")):
        target = parted_site.folder / "out"
        assert parted_site.run("export", "--format", name, "-o", str(target)).returncode == 0
        assert target.read_text(encoding="utf-8") == parted_site.page(f"publications.{ending}")
        assert parted_site.run("export", "--format", name).stdout == parted_site.page(f"publications.{ending}")


def test_every_part_can_be_asked_for(parted_site: Site) -> None:
    """By name in any case, or by slug; parts together narrow the list."""
    assert titles(parted_site, "--person", "grace hopper") == ["A compiler", "Notes on the engine"]
    assert titles(parted_site, "--person", "ada-lovelace", "--year", "1950") == ["A third"]
    assert titles(parted_site, "--topic", "Logic") == ["A third"]
    assert titles(parted_site, "--venue", "Journal of Examples") == ["A third"]
    assert titles(parted_site, "--topic", "Logic", "--year", "1843") == []


def test_wrong_use_is_explained(parted_site: Site) -> None:
    """An unknown format or name is wrong use, with what there is."""
    done = parted_site.run("export", "--format", "word")
    assert (done.returncode, "csl-json" in done.stderr) == (2, True)
    done = parted_site.run("export", "--person", "Grace Hoper")
    assert (done.returncode, "did you mean Grace Hopper?" in done.stderr) == (2, True)


def test_errors_of_the_content_stop_an_export(parted_site: Site) -> None:
    """A list that cannot be read whole is not exported in part."""
    parted_site.write({"content/papers/broken.md": "---\ntitle: [\n---\n"})
    done = parted_site.run("export")
    assert (done.returncode, done.stdout) == (1, "")
    assert "content/papers/broken.md:" in done.stderr


def test_a_newer_paper_leaves_the_keys_of_the_others_as_they_are(site: Site) -> None:
    """Of two papers that would have one key, the older has it: in its own file, in the list and in what is printed."""
    older = paper("Notes on engines").replace("1843-09-01", "1843-02")
    site.write({"content/site.yaml": "title: Papers\n", "content/papers/older.md": older})
    site.build()
    assert "{lovelace1843notes," in site.page("publications.bib")
    site.write({"content/papers/newer.md": paper("Notes on looms")})
    site.build()
    assert "{lovelace1843notes," in site.page("papers/older/older.bib")
    assert "{lovelace1843notesa," in site.page("papers/newer/newer.bib")
    for text in (site.page("publications.bib"), site.run("export").stdout):
        assert text.index("{lovelace1843notesa,") < text.index("{lovelace1843notes,")


def test_a_page_cites_by_the_key_of_its_files(site: Site) -> None:
    """Two papers whose made keys would be one: each page shows the key that its own file and the list have."""
    text = "---\ntitle: {}\nauthors: [Ada Lovelace]\ndate: 2020\n---\n"
    site.write({"content/papers/a.md": text.format("Engines"), "content/papers/b.md": text.format("Engines again")})
    site.build()
    keys = set()
    for slug in ("a", "b"):
        key = site.page(f"papers/{slug}/{slug}.bib").partition("{")[2].partition(",")[0]
        assert f"{{{key}," in site.page(f"papers/{slug}/index.html")
        assert f"{{{key}," in site.page("publications.bib")
        keys.add(key)
    assert len(keys) == 2
