"""An import on a machine that takes no larger files: done, or not done at all."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.conftest import ROOT, Site


def _content(site: Site) -> dict[str, bytes]:
    folder = site.folder / "content"
    return {str(path): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limits")
@pytest.mark.parametrize("size", [0, 100, 400, 700, 1000, 3000])
def test_an_import_is_done_or_not_done_under_a_limit(size: int, small_site: Site) -> None:
    """Exit code 1 says that content/ is as it was; where the papers are written, a full cache does not matter."""
    import resource

    bib = "@article{x, title={New paper of snow}, author={Lee, Ann}, year={2020}}\n"
    small_site.write({"list.bib": bib})
    small_site.build()
    before = _content(small_site)
    done = subprocess.run(
        [sys.executable, str(ROOT / "build.py"), "import", "list.bib"],
        cwd=small_site.folder,
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size)),
    )
    assert "Traceback" not in done.stderr
    assert (done.returncode == 0) == (_content(small_site) != before), done.stderr
