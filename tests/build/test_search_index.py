"""The search index as a part of a build: made when it must be, the same each time, and taken away with its setting."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any
from unittest.mock import Mock

import pytest

from publist.build.builder import build
from publist.build.run import Options
from publist.model.problems import PublistError, error
from publist.outputs.machine import pagefind
from publist.outputs.machine.pagefind import indexer
from tests.conftest import Site, paper

pytestmark = pytest.mark.skipif(not indexer(), reason="Pagefind is not installed: pip install 'publist[search]'")


def _index(site: Site) -> dict[str, bytes]:
    return {path: content for path, content in site.snapshot().items() if path.startswith("pagefind/")}


def test_the_index_follows_the_papers(small_site: Site) -> None:
    """A new abstract makes a new index, the same that a build from nothing makes; the old one's files are gone."""
    small_site.build()
    before = _index(small_site)
    assert "pagefind/pagefind.js" in before
    assert not any("ui" in path for path in before)
    small_site.write({"content/papers/looms.md": paper("Looms")})
    small_site.build()
    after = _index(small_site)
    assert {path for path in after if "fragment" in path} > {path for path in before if "fragment" in path}
    assert "verified" in small_site.build("--verify")
    small_site.build("--clean")
    assert _index(small_site) == after


def test_nothing_is_indexed_again_without_need(small_site: Site) -> None:
    """A new footer renders pages and leaves the index as it is; an index that somebody changed is made again."""
    small_site.build()
    place = small_site.output / "pagefind" / "pagefind-entry.json"
    first = place.stat().st_mtime_ns
    settings = (small_site.folder / "content/site.yaml").read_text(encoding="utf-8")
    small_site.write({"content/site.yaml": settings + "footer: Hello\n"})
    small_site.build()
    assert place.stat().st_mtime_ns == first
    content = place.read_bytes()
    place.write_bytes(b"{}")
    small_site.build()
    assert place.read_bytes() == content


def test_a_site_without_search_has_no_trace_of_it(small_site: Site) -> None:
    """With ``search: false`` the index, the page and the way to it are taken away."""
    small_site.build()
    assert (small_site.output / "search/index.html").exists()
    settings = (small_site.folder / "content/site.yaml").read_text(encoding="utf-8")
    small_site.write({"content/site.yaml": settings + "search: false\n"})
    small_site.build()
    assert not _index(small_site)
    assert not (small_site.output / "pagefind").exists()
    assert not (small_site.output / "search").exists()
    assert "search/" not in small_site.page("index.html")


def test_the_program_ends_with_a_build_that_fails(small_site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """Pagefind works while pages are rendered; where one of them fails it does not go on in a folder that is gone."""
    started: list[subprocess.Popen[bytes]] = []

    def start(*_: Any) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-c", "import time; time.sleep(600)"]
        started.append(subprocess.Popen(command, stdin=subprocess.DEVNULL, stderr=subprocess.PIPE))
        return started[0]

    monkeypatch.setattr(pagefind, "start", start)
    monkeypatch.setattr("publist.build.update._render", Mock(side_effect=PublistError([error("a.md", 1, 1, "wrong")])))
    with pytest.raises(PublistError, match="wrong"):
        build(Options(str(small_site.folder), str(small_site.output), jobs=1))
    assert started[0].poll() is not None
    assert not list(Path(small_site.folder / ".publist").glob("**/searched-*"))


def test_a_file_of_somebody_else_is_left_alone(small_site: Site) -> None:
    """Where a file that we did not make stands in the way of the index, nothing is written."""
    (small_site.output / "pagefind").mkdir(parents=True)
    (small_site.output / "pagefind/pagefind.js").write_text("mine")
    done = small_site.run("build")
    assert done.returncode == 1
    assert "was not made by publist" in done.stderr
    assert small_site.snapshot() == {"pagefind/pagefind.js": b"mine"}


def test_an_edit_indexes_its_paper_alone(small_site: Site) -> None:
    """The fragments of other papers stay as they are, and the index is that of a build from nothing."""
    names = ["babbage", "looms", "engines"]
    small_site.write({f"content/papers/{name}.md": paper(name.capitalize()) for name in names})
    small_site.build()
    before = {path.name: path.stat().st_mtime_ns for path in (small_site.output / "pagefind/fragment").iterdir()}
    small_site.write({"content/papers/looms.md": paper("Looms").replace("An abstract", "Another abstract")})
    small_site.build()
    after = {path.name: path.stat().st_mtime_ns for path in (small_site.output / "pagefind/fragment").iterdir()}
    assert len(before.keys() - after.keys()) == len(after.keys() - before.keys()) == 1
    assert all(before[name] == after[name] for name in before.keys() & after.keys())
    made = _index(small_site)
    small_site.build("--clean")
    assert _index(small_site) == made


def test_papers_that_go_leave_the_index(small_site: Site) -> None:
    """Without a run over any paper: the index is joined from those that are left."""
    small_site.write({f"content/papers/{name}.md": paper(name.capitalize()) for name in ("looms", "engines")})
    small_site.build()
    (small_site.folder / "content/papers/looms.md").unlink()
    small_site.build()
    made = _index(small_site)
    small_site.build("--clean")
    assert _index(small_site) == made


def test_a_fragment_that_is_gone_is_made_again(small_site: Site) -> None:
    """What somebody deletes in the output folder comes back, the same."""
    small_site.build()
    made = _index(small_site)
    for path in (small_site.output / "pagefind/fragment").iterdir():
        path.unlink()
    small_site.build()
    assert _index(small_site) == made


def test_a_paper_without_a_word_is_in_no_index(small_site: Site) -> None:
    """A title of signs alone has nothing to be found by: the others are found, and it comes and goes without harm."""
    small_site.build()
    before = _index(small_site)
    signs = {f"content/papers/sign-{number}.md": f"---\ntitle: '{sign}'\n---\n" for number, sign in enumerate("∞…")}
    small_site.write({**signs})
    small_site.build()
    after = _index(small_site)
    assert {path for path in after if "fragment" in path} == {path for path in before if "fragment" in path}
    assert "verified" in small_site.build("--verify")
    for path in signs:
        (small_site.folder / path).unlink()
    small_site.build()
    assert _index(small_site) == before
