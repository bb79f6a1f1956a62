"""An edit in place that keeps a file's size and time is seen by the time that the system itself notes."""

from __future__ import annotations

import os
import shutil
import sys
import time
from pathlib import Path

import pytest

from tests.conftest import Site, paper


def _edited_in_place(path: Path, old: bytes, new: bytes) -> None:
    """Other bytes in the same file, of the same size and time."""
    assert len(old) == len(new)
    state = path.stat()
    with path.open("r+b") as file:
        content = file.read()
        assert old in content
        file.seek(0)
        file.write(content.replace(old, new))
    os.utime(path, ns=(state.st_atime_ns, state.st_mtime_ns))
    assert path.stat().st_size == state.st_size
    assert path.stat().st_mtime_ns == state.st_mtime_ns
    assert path.stat().st_ino == state.st_ino


EDITS = {
    "content/papers/notes.md": (b"An abstract", b"No abstract", "papers/notes/index.html", "No abstract"),
    "content/papers/compiler.md": (b"A compiler", b"A compassi", "papers/compiler/index.html", "A compassi"),
    "content/site.yaml": (b"title: Papers", b"title: Things", "index.html", "Things"),
    "content/topics/computing.md": (b"Our work", b"Our rest", "topics/computing/index.html", "Our rest"),
    "content/pages/about.md": (b"About us", b"About me", "about/index.html", "About me"),
    "content/people.yaml": (b"Ada King", b"Ada Earl", "people/index.html", "Ada Earl"),
    "content/assets/data.txt": (b"one", b"two", "assets/data.txt", "two"),
    "content/papers/notes.pdf": (b"%PDF-1.4", b"%PDF-1.5", "papers/notes/notes.pdf", "%PDF-1.5"),
    "themes/mine/templates/404.html": (b"not here", b"not near", "404.html", "not near"),
    "themes/mine/assets/extra.js": (b"let a = 1", b"let a = 2", "assets", "let a = 2"),
    "content/sources/list.bib": (b"First words", b"Other words", "index.html", "Other words"),
}


@pytest.mark.skipif(sys.platform == "win32", reason="Windows notes no such time: docs/editing.md says --clean")
@pytest.mark.parametrize("path", EDITS)
def test_an_edit_that_keeps_size_and_time_is_seen(path: str, small_site: Site) -> None:
    """Whatever file of content/ or of a theme it is, the next build has it."""
    small_site.write(
        {
            "content/site.yaml": "title: Papers\nowner: Ada Lovelace\ntheme: mine\nsearch: false\n",
            "content/topics/computing.md": "---\ntitle: Computing\n---\nOur work.\n",
            "content/pages/about.md": "---\ntitle: About\n---\nAbout us.\n",
            "content/people.yaml": "- name: Ada King\n  aliases: [Ada Lovelace]\n",
            "content/assets/data.txt": "one",
            "content/papers/notes.pdf": b"%PDF-1.4",
            "content/sources/list.bib": "@misc{a, title = {First words}, author = {Ann Lee}, year = 1843}\n",
            "themes/mine/theme.yaml": "extends: default\n",
            "themes/mine/templates/404.html": "not here\n",
            "themes/mine/assets/extra.js": "let a = 1",
        }
    )
    small_site.build()
    old, new, page, shown = EDITS[path]
    place = small_site.folder / path
    long_ago = time.time_ns() - 10**12 + 123
    os.utime(place, ns=(long_ago, long_ago))
    small_site.build()
    assert "nothing to render" in small_site.build()
    _edited_in_place(place, old, new)
    small_site.build()
    found = small_site.output / page
    texts = found.glob("extra*.js") if found.is_dir() else [found]
    assert any(shown in text.read_text(encoding="utf-8") for text in texts)


def test_a_copy_that_keeps_every_time_is_seen(small_site: Site) -> None:
    """Another file in the place of one, as a backup brings it back."""
    small_site.build()
    notes = small_site.folder / "content/papers/notes.md"
    other = small_site.folder / "other.md"
    other.write_text(paper("Notes on the engine").replace("An abstract", "No abstract"))
    shutil.copystat(notes, other)
    other.replace(notes)
    small_site.build()
    assert "No abstract" in small_site.page("papers/notes/index.html")


def test_a_clean_build_sees_what_the_system_does_not_note(small_site: Site) -> None:
    """An edit of the output that keeps size and time is undone by --clean, and found by --verify."""
    small_site.build()
    _edited_in_place(small_site.output / "papers/notes/index.html", b"An abstract", b"No abstract")
    assert "nothing to render" in small_site.build()
    assert small_site.run("build", "--verify").returncode == 1
    small_site.build("--clean")
    assert "An abstract" in small_site.page("papers/notes/index.html")
