"""The preview sees edits where the system does not tell of them, and opens a browser where it is asked to."""

from __future__ import annotations

import os
import time
from pathlib import Path
from threading import Event

import pytest

from publist.preview import polling
from tests.conftest import SMALL_SITE, Site, paper
from tests.support.running_preview import Preview, serving

WITHOUT_WATCHFILES = "import sys\nsys.modules['watchfiles'] = None\n"
WITHOUT_WATCHES = """\
import watchfiles.main

def none_left(*_):
    raise OSError(28, "the limit on inotify watches is reached")

watchfiles.main.RustNotify = none_left
"""


def shows(preview: Preview, address: str, text: str) -> bool:
    """Whether the page has the text after a while."""
    for _ in range(600):
        if text.encode() in preview.get(address).body:
            return True
        time.sleep(0.1)
    return False


@pytest.mark.parametrize("lack", [WITHOUT_WATCHFILES, WITHOUT_WATCHES])
def test_without_the_systems_watch_files_are_looked_at(
    small_site: Site, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch, lack: str
) -> None:
    """An edit, a new paper, and another content/ in the place of the first are seen all the same."""
    hide = tmp_path_factory.mktemp("hide")
    (hide / "sitecustomize.py").write_text(lack)
    monkeypatch.setenv("PYTHONPATH", str(hide))
    with serving(small_site) as preview:
        assert shows(preview, "/list/papers/notes/", "Notes on the engine")
        small_site.write({"content/papers/notes.md": paper("Edited notes")})
        assert shows(preview, "/list/papers/notes/", "Edited notes")
        small_site.write({"content/papers/looms.md": paper("Looms")})
        assert shows(preview, "/list/papers/looms/", "Looms")
        (small_site.folder / "content").rename(small_site.folder / "before")
        small_site.write({**SMALL_SITE, "content/papers/notes.md": paper("Notes of another branch")})
        assert shows(preview, "/list/papers/notes/", "Notes of another branch")
        assert "Traceback" not in preview.text
        assert preview.end() == 0


def test_looking_finds_what_changed_and_ends_when_told(tmp_path: Path) -> None:
    """What is new, other and gone, by path; what is right in a folder without what is below."""
    for name in ("kept", "edited", "gone", "below/file"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("one")
    (tmp_path / ".#lock").symlink_to("nowhere")
    stop = Event()
    deep = polling.watch(str(tmp_path), stop_event=stop)
    flat = polling.watch(str(tmp_path), stop_event=stop, recursive=False)
    assert next(deep) == next(flat) == set()
    (tmp_path / "edited").write_text("another")
    (tmp_path / "below/file").write_text("another")
    (tmp_path / "gone").unlink()
    (tmp_path / "new").write_text("one")
    told = {os.path.relpath(path, tmp_path) for _, path in next(deep)}
    assert told == {"edited", "below/file", "gone", "new"}
    assert {os.path.relpath(path, tmp_path) for _, path in next(flat)} == {"gone", "new"}
    stop.set()
    assert (list(deep), list(flat)) == ([], [])


@pytest.mark.skipif(os.name == "nt", reason="the stub of a browser is a shell script")
def test_open_leads_the_browser_to_the_site(small_site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """--open starts the browser of the user with the address that is printed, base path included."""
    browser, opened = tmp_path / "browser", tmp_path / "opened"
    browser.write_text(f'#!/bin/sh\nprintf %s "$1" > "{opened}.part" && mv "{opened}.part" "{opened}"\n')
    browser.chmod(0o755)
    monkeypatch.setenv("BROWSER", str(browser))
    with serving(small_site, "--port", "0", "--open") as preview:
        for _ in range(600):
            if opened.exists():
                break
            time.sleep(0.1)
        assert opened.read_text() == preview.url
        assert preview.get("/list/").status == 200
        assert preview.end() == 0
    assert preview.url.endswith("/list/")
