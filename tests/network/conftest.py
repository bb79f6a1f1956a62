"""What the tests of this room share: nobody waits, and no environment of whoever runs them counts."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO

import pytest

from publist.cli.main import main
from publist.model.paper import Paper
from publist.network import manners
from publist.network.site_papers import papers_of
from tests.conftest import Site
from tests.support.scholarly_services import route
from tests.support.web_server import WebServer


@pytest.fixture(autouse=True)
def waits(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The pauses that were made, which cost no time here."""
    made: list[float] = []
    for name in ("OPENALEX_API_KEY", "SEMANTIC_SCHOLAR_API_KEY", "PUBLIST_SERVICES_URL"):
        monkeypatch.delenv(name, raising=False)

    def sleep(seconds: float) -> None:
        made.append(seconds)

    monkeypatch.setattr(manners, "sleep", sleep)
    return made


class Services:
    """The services in small, and a site that asks them by the real command."""

    def __init__(self, site: Site, web: WebServer) -> None:
        self.site, self.web = site, web

    def settings(self, sources: str, more: str = "") -> None:
        """Write site.yaml with these sources."""
        self.site.write({"content/site.yaml": f"title: Rain\nowner: Ines Calder\n{more}sources: {sources}\n"})

    def run(self, *arguments: str) -> str:
        """Run a command that must succeed; what it prints."""
        code, said = self.call(*arguments)
        assert code == 0, said
        return said

    def call(self, *arguments: str) -> tuple[int, str]:
        """Run a command; its exit code and all that it prints."""
        with redirect_stdout(StringIO()) as out, redirect_stderr(out):
            code = main([*arguments, "--site", str(self.site.folder)])
        return code, out.getvalue()

    def papers(self) -> dict[str, Paper]:
        """The papers of the site by slug."""
        return papers_of(str(self.site.folder))

    def paper(self, title: str) -> Paper:
        """The one paper whose title begins like this."""
        (found,) = (paper for paper in self.papers().values() if paper.title.startswith(title))
        return found

    def tree(self) -> dict[str, bytes]:
        """Every file of content/ with its bytes."""
        folder = self.site.folder / "content"
        return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def services(site: Site, monkeypatch: pytest.MonkeyPatch) -> Iterator[Services]:
    """An empty site, and all services in small on this machine."""
    with WebServer(route) as web:
        monkeypatch.setenv("PUBLIST_SERVICES_URL", web.url)
        site.write({"content/site.yaml": "title: Rain\nowner: Ines Calder\nemail: ines@example.org\n"})
        yield Services(site, web)
