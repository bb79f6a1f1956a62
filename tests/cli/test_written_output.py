"""Files and folders that commands are told to write: the old one or the new one, whatever fails or stands there."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

import pytest

from tests.conftest import ROOT, Site, paper


@pytest.mark.skipif(os.name == "nt", reason="Windows has no limit of files")
@pytest.mark.parametrize("command", [("export", "-o"), ("cv", "--format", "html", "-o")])
def test_a_file_that_a_command_cannot_write_whole_is_as_it_was(command: tuple[str, ...], small_site: Site) -> None:
    """The list or CV of last year is not cut short where the disk is full; nor does a half file begin."""
    import resource
    import signal

    def limit() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))

    assert small_site.run(*command, "old").returncode == 0  # so that there is a cache, which has to be written first
    small_site.write({"old": "x" * 300})
    for name in ("old", "new"):
        program = [sys.executable, str(ROOT / "build.py"), *command, name]
        done = subprocess.run(
            program, cwd=small_site.folder, capture_output=True, text=True, check=False, preexec_fn=limit
        )
        assert done.returncode == 1
        assert f"{name}: error: cannot be written" in done.stderr
    assert (small_site.folder / "old").read_text() == "x" * 300
    assert not (small_site.folder / "new").exists()
    assert not list(small_site.folder.glob("*.tmp"))


def test_what_a_command_writes_goes_through_a_link_and_into_a_device(small_site: Site) -> None:
    """A link stays one, and its file has the list; a device takes it as it is."""
    (small_site.folder / "list.bib").symlink_to("elsewhere.bib")
    assert small_site.run("export", "-o", "list.bib").returncode == 0
    assert (small_site.folder / "list.bib").is_symlink()
    assert "@" in (small_site.folder / "elsewhere.bib").read_text(encoding="utf-8")
    assert small_site.run("export", "-o", os.devnull).returncode == 0


@pytest.mark.parametrize("left", ["", "no listing"])
def test_an_output_folder_that_lost_its_listing_and_the_cache_is_told_in_few_words(left: str, small_site: Site) -> None:
    """Nothing tells any more that its files are publist's own: three are named, and how many more there are."""
    small_site.build()
    (small_site.folder / "output/.publist-files").write_text(left)
    shutil.rmtree(small_site.folder / ".publist")
    before = small_site.snapshot()
    small_site.write({"content/papers/new.md": paper("A new paper")})
    done = small_site.run("build")
    assert done.returncode == 1
    assert done.stderr.count("was not made by publist") == 3
    assert "more of its files" in done.stderr
    assert small_site.snapshot() == before
