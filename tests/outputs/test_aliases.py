"""Former addresses of papers: `aliases` keeps them, and who renames a file is told of it."""

from __future__ import annotations

import pytest

from tests.conftest import Site, paper

_ALIASED = paper("Notes").replace("title:", "aliases: [papers/old-notes/, Ünï]\ntitle:", 1)


def test_an_alias_leads_to_the_paper_and_keeps_its_files(small_site: Site) -> None:
    """A redirect stands at each former name, and the citation files beside it."""
    small_site.write({"content/papers/notes.md": _ALIASED})
    small_site.build()
    assert 'content="0; url=../notes/"' in small_site.page("papers/old-notes/index.html")
    assert 'content="0; url=../notes/"' in small_site.page("papers/Ünï/index.html")
    assert "title" in small_site.page("papers/old-notes/old-notes.bib")
    assert "old-notes" not in small_site.page("sitemap.xml")


def test_an_alias_that_is_another_papers_name_is_an_error(small_site: Site) -> None:
    """The error says what to delete."""
    small_site.write({"content/papers/notes.md": paper("Notes").replace("title:", "aliases: [compiler]\ntitle:", 1)})
    done = small_site.run("build")
    assert done.returncode == 1
    assert "Delete compiler from `aliases:`" in done.stderr


def test_a_renamed_file_offers_the_alias(small_site: Site) -> None:
    """Build and check say that the address is gone, until an alias keeps it; the name may need quotes."""
    small_site.write({"content/papers/1843.md": paper("Another")})
    small_site.build()
    folder = small_site.folder / "content/papers"
    (folder / "1843.md").rename(folder / "another.md")
    told = "content/papers/another.md: warning: papers/1843/ is gone since its file was renamed"
    done = small_site.run("build")
    assert done.returncode == 0
    assert told in done.stdout + done.stderr
    checked = small_site.run("check").stdout
    assert told in checked
    line = checked[checked.index("aliases: [") :].splitlines()[0]
    small_site.write({"content/papers/another.md": paper("Another").replace("title:", f"{line}\ntitle:", 1)})
    assert "is gone" not in small_site.run("check").stdout
    assert "is gone" not in small_site.build()
    assert "../another/" in small_site.page("papers/1843/index.html")


@pytest.mark.parametrize(
    ("was", "now"),
    [
        (paper("Notes on engines"), paper("Notes on engines, with a table")),
        (
            paper("Notes on engines").replace("title:", "doi: 10.1000/1\ntitle:", 1),
            paper("Table").replace("title:", "doi: 10.1000/1\ntitle:", 1),
        ),
    ],
)
def test_a_renamed_file_is_told_also_with_another_title(small_site: Site, was: str, now: str) -> None:
    """By its DOI, or by its author and most words of the title."""
    small_site.write({"content/papers/old.md": was})
    small_site.build()
    (small_site.folder / "content/papers/old.md").unlink()
    small_site.write({"content/papers/new.md": now})
    said = small_site.run("build")
    assert "content/papers/new.md: warning: papers/old/ is gone" in said.stdout + said.stderr


def test_a_name_of_a_file_is_printed_on_one_line(small_site: Site) -> None:
    """Also one with a line feed in it: no file can speak for another."""
    small_site.write({"content/papers/x\ncontent.md": paper("Odd")})
    said = small_site.run("build")
    assert "content/papers/x\\ncontent.md: warning:" in said.stdout + said.stderr


def test_a_deleted_paper_is_no_renamed_one(small_site: Site) -> None:
    """Who deletes a paper, or swaps it for another, is not asked for an alias."""
    small_site.build()
    (small_site.folder / "content/papers/compiler.md").unlink()
    small_site.write({"content/papers/fresh.md": paper("Quite another one")})
    assert "is gone" not in small_site.build()
