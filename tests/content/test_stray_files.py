"""Files that are no content: passed over where systems and editors leave them, named where a person may wonder."""

from __future__ import annotations

import pytest

from tests.conftest import SMALL_SITE, Site, paper

PAPERS = "content/papers"

CLUTTER = (
    "Thumbs.db",
    "ehthumbs.db",
    "desktop.ini",
    ".DS_Store",
    "Icon\r",
    "._notes.md",
    ".#notes.md",
    ".notes.md.swp",
    ".notes.md.swo",
    "notes.md.orig",
    "notes.md.rej",
    "notes.md~",
    "notes.md.bak",
    "#notes.md#",
    "~$notes.docx",
    "notes.md___jb_tmp___",
    "notes.md.part",
    "4913",
    "__MACOSX/._notes.md",
    "@eaDir/notes.md",
    ".git/config",
    ".obsidian/workspace.json",
)
"""What systems and editors leave in folders."""

STRAYS = {
    f"{PAPERS}/README.txt": "Paper files end in .md",
    f"{PAPERS}/picture.png": "other files belong into content/assets/",
    f"{PAPERS}/b.MD": "Rename it to content/papers/b.md",
    f"{PAPERS}/b.markdown": "Rename it to content/papers/b.md",
    f"{PAPERS}/.hidden.md": "Take the dot away from its name",
    f"{PAPERS}/2024/b.md": "Move it to content/papers/ itself",
    f"{PAPERS}/2024/figure.png": "Move it to content/papers/ itself",
    f"{PAPERS}/other.pdf": "Give it the name of its paper's file",
    f"{PAPERS}/notes.PDF": "Give it the name of its paper's file, ending in .pdf",
    f"{PAPERS}/notes.tex": "other files belong into content/assets/",
    f"{PAPERS}/notes": "Paper files end in .md",
    "content/topics/computing.txt": "Files of content/topics/ end in .md",
    "content/topics/more/computing.md": "Move it to content/topics/ itself",
    "content/pages/about.markdown": "Rename it to content/pages/about.md",
    "content/pages/.about.md": "Take the dot away from its name",
    "content/sources/README.txt": "paste it into a text file",
    "content/sources/list.docx": "Export the list as BibTeX, RIS or CSL-JSON",
    "content/sources/Scan.PDF": "Export the list as BibTeX, RIS or CSL-JSON",
    "content/sources/old/photo.jpeg": "Export the list as BibTeX, RIS or CSL-JSON",
    "content/site.yml": "Beside the folders there are content/site.yaml",
    "content/notes.md": "Beside the folders there are content/site.yaml",
}
"""Files that a person put there, and a part of what is said of each."""


def test_what_systems_and_editors_leave_is_passed_over(small_site: Site) -> None:
    """Each command goes on, and says no word of such files in any folder of content/."""
    folders = (PAPERS, "content", "content/sources", "content/assets", "content/topics", "content/pages")
    small_site.build()
    before = small_site.snapshot()
    small_site.write({f"{folder}/{name}": b"\0\1\xff" for folder in folders for name in CLUTTER})
    for command in ("build", "check", "export"):
        done = small_site.run(command, *(["--all"] if command == "check" else []))
        assert done.returncode == 0, done.stderr
        said = done.stdout + done.stderr
        assert [name for name in CLUTTER if f"{name}:" in said] == []
        assert "warning" not in done.stderr
    assert small_site.snapshot() == before


@pytest.mark.parametrize("path", STRAYS)
def test_a_stray_file_is_a_warning_that_names_it(path: str, small_site: Site) -> None:
    """The site is built all the same; the file is named with what to do."""
    small_site.write({path: paper("A stray") if path.endswith("md") else b"\x89PNG\0\xff"})
    done = small_site.run("build")
    assert done.returncode == 0, done.stderr
    assert f"{path}: warning: " in done.stderr
    assert STRAYS[path] in done.stderr
    assert "Traceback" not in done.stderr
    assert not any("stray" in name or "hidden" in name for name in small_site.snapshot())


def test_every_command_goes_on_beside_strays(small_site: Site) -> None:
    """With all of them in place build, check and export say the same of each, and a second build has nothing to do."""
    small_site.write(dict.fromkeys(STRAYS, b"\x89PNG\x00\xff"))
    for command in ("build", "check", "export"):
        done = small_site.run(command, *(["--all"] if command == "check" else []))
        assert done.returncode == 0, done.stderr
        if command != "export":
            assert [path for path in STRAYS if f"{path}: warning: " not in done.stdout + done.stderr] == []
    assert "nothing to render" in small_site.build()


def test_a_folder_that_nothing_reads_is_named_once(small_site: Site) -> None:
    """A slip in the name of a folder is told with the names that there are, once for all files in it."""
    small_site.write({f"content/paper/{name}.md": paper(name) for name in "abc"})
    done = small_site.run("build")
    assert done.returncode == 0, done.stderr
    assert done.stderr.count("content/paper/: warning: nothing reads this folder") == 1
    assert "content/papers/, content/sources/" in done.stderr


def test_an_empty_folder_of_sources_is_no_error(small_site: Site) -> None:
    """It stands there for the next list; so does one with nothing but a note in it."""
    (small_site.folder / "content/sources").mkdir()
    assert "2 papers" in small_site.build()
    small_site.write({"content/sources/README.md": "Lists go here.\n"})
    assert "2 papers" in small_site.build()


def test_a_list_beside_strays_is_imported(site: Site) -> None:
    """What lies beside a source does not keep it from being read."""
    site.write({"content/site.yaml": SMALL_SITE["content/site.yaml"], "content/sources/photo.png": b"\x89PNG\0"})
    site.write({"content/sources/list.bib": "@misc{a, title = {A source}, author = {Ada Lovelace}, year = 1843}\n"})
    site.build()
    assert "A source" in site.page("index.html")


def test_the_pdf_beside_a_paper_is_no_stray(small_site: Site) -> None:
    """SLUG.pdf beside SLUG.md is the paper's own."""
    small_site.write({f"{PAPERS}/notes.pdf": b"%PDF-1.4\n"})
    assert "warning" not in small_site.run("build").stderr
    assert (small_site.output / "papers/notes/notes.pdf").is_file()


@pytest.mark.parametrize("path", ["content/site.yaml", "content/people.yaml", "content/imports.json"])
def test_a_folder_in_the_place_of_a_file_is_an_error(path: str, small_site: Site) -> None:
    """A folder called as a file of content/ is told, and the site is not built without what the file would say."""
    (small_site.folder / path).unlink(missing_ok=True)
    (small_site.folder / path).mkdir()
    done = small_site.run("build")
    assert done.returncode == 1
    assert f"{path}: error: this is a folder, not a file" in done.stderr


def test_a_file_in_the_place_of_a_folder_is_an_error(site: Site) -> None:
    """A file called as a folder of content/ is told."""
    site.write({"content/site.yaml": "title: Papers\n", "content/papers": "nothing"})
    done = site.run("build")
    assert done.returncode == 1
    assert "content/papers: error: this is a file, not a folder" in done.stderr
