"""The site of the docs, made by publist itself: every page is there, and its links lead somewhere."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin

import pytest

from tests.conftest import ROOT
from tests.support.docs_site import build, page

_BASE = "https://example.org/docs/"


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built site."""
    folder = tmp_path_factory.mktemp("docs") / "site"
    build(folder, _BASE)
    return folder


def test_every_page_of_the_docs_is_a_page_of_the_site(output: Path) -> None:
    """With its heading as the title, in the navigation; README's text is the front page."""
    front = (output / "index.html").read_text(encoding="utf-8")
    assert "Quick start" in front
    assert "pip install publist" in front
    for path in (ROOT / "docs").glob("*.md"):
        text = (output / path.stem / "index.html").read_text(encoding="utf-8")
        heading = path.read_text(encoding="utf-8").partition("\n")[0].lstrip("# ")
        assert f"<h1>{heading}</h1>" in text
        assert f'href="{path.stem}/"' in front


def test_no_page_is_shown_as_it_is_written(output: Path) -> None:
    """Tables, code and links are HTML, also on the long page of the views."""
    for path in (ROOT / "docs").glob("*.md"):
        text = (output / path.stem / "index.html").read_text(encoding="utf-8")
        body = re.sub(r"<pre>.*?</pre>|<code>.*?</code>", "", text, flags=re.DOTALL)
        assert "|---|" not in body, path.name
        assert "](" not in body, path.name


def test_links_and_pictures_of_the_docs_lead_somewhere(output: Path) -> None:
    """Each relative address is a file of the site, each fragment an id of its page."""
    for name in ["", *(path.stem for path in (ROOT / "docs").glob("*.md"))]:
        here = f"{name}/" if name else ""
        text = (output / here / "index.html").read_text(encoding="utf-8")
        for address in re.findall(r'(?:href|src)="([^"]+)"', text):
            target, fragment = urldefrag(urljoin(_BASE + here, address))
            if not target.startswith(_BASE) or address.startswith("data:"):
                continue
            file = output / unquote(target.removeprefix(_BASE))
            file = file / "index.html" if file.is_dir() else file
            assert file.is_file(), (name, address)
            if fragment and file.suffix == ".html":
                assert f'id="{fragment}"' in file.read_text(encoding="utf-8"), (name, address)


def test_a_link_that_leads_off_the_site_is_an_error() -> None:
    """To a file of the repository that the site does not have; what examples link is left alone."""
    with pytest.raises(ValueError, match="the site of the docs has no pyproject"):
        page("# Title\n\n[here](../pyproject.toml)\n", "docs")
    assert "](papers/a-theory/)" in page("# Title\n\n[here](papers/a-theory/)\n", "docs")
    assert "](themes/#theme-yaml)" in page("# Title\n\n[here](themes.md#theme-yaml)\n", "docs")
