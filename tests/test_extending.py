"""What the tables promise, done in a copy of the checkout: a key, a format, a taxonomy and a page cost their rows.

Each test writes the lines that CONTRIBUTING names into the copy, and then uses it as a user would.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT, Site


class Checkout(Site):
    """A copy of the checkout with a site of its own, on which the copy's command is run."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder / "site")
        self.code = folder / "code"
        for name in ("publist", "themes", "docs", "tests"):
            shutil.copytree(ROOT / name, self.code / name, ignore=shutil.ignore_patterns("__pycache__"))
        shutil.copy(ROOT / "build.py", self.code)
        self.write({"content/site.yaml": "title: Papers\nbase_url: https://example.org/a/\n"})

    def add(self, path: str, text: str, before: str = "") -> None:
        """Put lines into a file of the code, before the first place of a text; without one, make a new file."""
        file = self.code / path
        old = file.read_text(encoding="utf-8") if before else before
        assert before in old
        file.write_text(old.replace(before, text + before, 1) if before else text, encoding="utf-8")

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run the copy's command in the site's folder."""
        command = [sys.executable, str(self.code / "build.py"), *arguments]
        return subprocess.run(command, cwd=self.folder, capture_output=True, text=True, check=False)

    def said(self, *arguments: str) -> str:
        """What a command prints that must succeed."""
        done = self.run(*arguments)
        assert done.returncode == 0, done.stderr
        return done.stdout

    def python(self, *arguments: str) -> str:
        """What the copy's code says."""
        command = [sys.executable, *arguments]
        return subprocess.run(command, cwd=self.code, capture_output=True, text=True, check=True).stdout

    def docs(self, page: str) -> str:
        """A page of the docs after its tables were written anew."""
        self.python("-m", "tests.support.docs_tables")
        return (self.code / "docs" / page).read_text(encoding="utf-8")


@pytest.fixture
def checkout(tmp_path: Path) -> Checkout:
    """A copy to extend."""
    return Checkout(tmp_path)


KEY = 'Field("medium", LINE, "What it is on.", "Vinyl", bibtex="medium", ris="C3", csl="medium"),\n    '
ATTRIBUTE = 'medium: str = ""\n    '
RECORD = "---\ntitle: A record\nauthors: [Ada Lovelace]\ndate: 1843\nkey: a\nmedium: Vinyl & shellac\n---\nWords.\n"


def test_a_new_key_costs_its_row_and_its_attribute(checkout: Checkout) -> None:
    """Reader, writer, schema, template, docs, API and the formats that the row names follow; one line shows it."""
    checkout.add("publist/content/schema/paper.py", KEY, before='Field("editors", ListOf(NAME)')
    checkout.add("publist/model/paper.py", ATTRIBUTE, before="editors: tuple[Name, ...] = ()")
    checkout.add("publist/outputs/pages/facts.py", '("Medium", paper.medium),\n        ', before='("ISBN", paper.isbn)')
    checkout.write({"content/papers/record.md": RECORD})
    checkout.build("--strict")
    assert "<dt>Medium</dt><dd>Vinyl &amp; shellac</dd>" in checkout.page("papers/record/index.html")
    assert json.loads(checkout.page("api/papers.json"))[0]["medium"] == "Vinyl & shellac"
    assert "medium" in json.loads(checkout.said("schema", "paper"))["properties"]
    checkout.said("new", "Another")
    assert "# medium: Vinyl  # What it is on." in (checkout.folder / "content/papers/another.md").read_text()
    assert "| `medium` | What it is on. | `Vinyl` |" in checkout.docs("editing.md")


def test_a_new_key_goes_both_ways_through_formats(checkout: Checkout) -> None:
    """What one site exports another imports into the same front matter, in each format that has a word for it."""
    checkout.add("publist/content/schema/paper.py", KEY, before='Field("editors", ListOf(NAME)')
    checkout.add("publist/model/paper.py", ATTRIBUTE, before="editors: tuple[Name, ...] = ()")
    checkout.write({"content/papers/record.md": RECORD})
    names = ("bibtex", "biblatex", "ris", "csl-json", "json")
    exported = {name: checkout.said("export", "--format", name) for name in names}
    for name, text in exported.items():
        shutil.rmtree(checkout.folder)
        checkout.write({"content/site.yaml": "title: B\n", "export.txt": text})
        checkout.said("import", "--format", name, "export.txt")
        found = [path.read_text(encoding="utf-8") for path in (checkout.folder / "content/papers").glob("*.md")]
        assert ["medium: Vinyl & shellac\n" in text for text in found] == [True], name


REFER = '''"""Refer: tagged lines of long ago."""

from __future__ import annotations

from collections.abc import Iterable

from publist.model.paper import Paper


def write(papers: Iterable[Paper]) -> str:
    """One record a paper, a blank line between two."""
    return "\\n".join(f"%T {paper.title}\\n" for paper in papers)
'''
ROW = """Format("refer", "Refer", "refer", (".enw",), "application/x-refer", writes=True, site=SiteFile("enw")),
    """


def test_a_new_export_format_costs_its_file_and_its_row(checkout: Checkout) -> None:
    """Command, settings, files of papers and lists, links, media types and docs follow."""
    checkout.add("publist/formats/refer.py", REFER)
    checkout.add("publist/model/format_table.py", ROW, before='Format("markdown"')
    exports = "{per_paper: [enw], lists: [bib, enw], min_papers: 1}"
    settings = f"title: A\nbase_url: https://example.org/a/\nexports: {exports}\n"
    checkout.write({"content/site.yaml": settings, "content/papers/b.md": "---\ntitle: Beta\n---\n"})
    checkout.write({"content/papers/a.md": "---\ntitle: Alpha\ndate: 1843\nauthors: [Ada Lovelace]\n---\n"})
    checkout.build("--strict")
    assert checkout.page("papers/a/a.enw") == "%T Alpha\n"
    assert checkout.page("publications.enw") == "%T Alpha\n\n%T Beta\n"
    assert checkout.page("years/1843/1843.enw") == "%T Alpha\n"
    assert '<a href="publications.enw" download>Refer</a>' in checkout.page("index.html")
    page = checkout.page("papers/a/index.html")
    assert "<h3>Refer</h3>" in page
    assert 'type="application/x-refer" href="../../papers/a/a.enw"' in page
    assert checkout.said("export", "--format", "refer") == "%T Alpha\n\n%T Beta\n"
    assert "refer" in checkout.said("export", "--help")
    assert '"enw"' in checkout.said("schema", "site")
    told = "from publist.preview.routes import content_type; print(content_type('publications.enw'))"
    assert checkout.python("-c", told) == "application/x-refer\n"
    assert "| `refer` | Refer |  | yes | `.enw` | `enw` |" in checkout.docs("formats.md")


TAXONOMY = """Taxonomy(
        "language", "languages", "Languages", "Language", titles_in(lambda paper: (paper.language,)),
        shown=True, filtered=True,
    ),
    """


def test_a_new_taxonomy_costs_its_row(checkout: Checkout) -> None:
    """Overview, pages, files, feeds, navigation, filter, its index, sitemap and export follow."""
    checkout.add("publist/library/taxonomies.py", TAXONOMY, before='Taxonomy(\n        "type"')
    checkout.write({"content/site.yaml": "title: Papers\nbase_url: https://example.org/a/\nper_page: 8\n"})
    for number in range(12):
        head = f"title: Paper {number}\nlanguage: {('de', 'fr')[number % 2]}\n"
        checkout.write({f"content/papers/p{number}.md": f"---\n{head}---\n"})
    checkout.build("--strict")
    made = checkout.snapshot()
    for slug in ("de", "fr"):
        files = ("index.html", f"{slug}.bib", f"{slug}.ris", f"{slug}.json", "feed.xml", "feed.json")
        assert {f"languages/{slug}/{name}" for name in files} <= made.keys()
    assert "languages/index.html" in made
    index = checkout.page("index.html")
    assert '<a href="languages/">Languages</a>' in index
    assert '<select name="language" data-folder="languages" aria-label="Language">' in index
    assert '<a href="../../languages/de/">de</a>' in checkout.page("papers/p0/index.html")
    known = json.loads(checkout.page("list.json"))
    assert known["more"] == ["languages"]
    assert sorted(known["languages"]) == [["de", "languages/de/"], ["fr", "languages/fr/"]]
    assert "<loc>https://example.org/a/languages/fr/</loc>" in checkout.page("sitemap.xml")
    assert checkout.said("export", "--format", "text", "--language", "fr").count("Paper") == 6


COLOPHON = '''"""The colophon: what the site was made with."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from publist.model.artifact import Artifact
from publist.outputs.base import Address, Context, Render, SitePlan
from publist.outputs.pages.plain_page import PlainPage


class ColophonPage(PlainPage):
    """What colophon.html gets as ``page``."""


def plan(plan: SitePlan) -> Iterator[Artifact]:
    """One page."""
    yield Artifact("colophon/index.html", "content/site.yaml", "colophon", (), b"")


def _render(inputs: tuple[Any, ...], context: Context) -> bytes:
    page = ColophonPage("colophon", "Colophon", "colophon/", "What made this", context)
    return context.renderer.render("colophon.html", page).encode()


def addresses(plan: SitePlan) -> Iterator[Address]:
    """The page."""
    yield "colophon/", None


THEMED = True
VIEWS: Mapping[str, str] = {"colophon.html": "ColophonPage"}
RENDERERS: Mapping[str, Render] = {"colophon": _render}
'''


def test_a_new_kind_of_page_costs_its_file_its_row_and_a_template(checkout: Checkout) -> None:
    """The page is built, is in the sitemap, and the docs of the views have what its template gets."""
    checkout.add("publist/outputs/pages/colophon.py", COLOPHON)
    checkout.add("publist/outputs/registry.py", "colophon,\n    ", before="front,\n    lists,")
    checkout.add("publist/outputs/registry.py", "colophon, ", before="paper, front, lists, members")
    template = '{% extends "base.html" %}{% block main %}<h1>{{ page.heading }}</h1>{% endblock %}'
    checkout.add("themes/default/templates/colophon.html", template)
    checkout.write({"content/papers/a.md": "---\ntitle: Alpha\n---\n"})
    checkout.build("--strict")
    assert "<h1>Colophon</h1>" in checkout.page("colophon/index.html")
    assert "<loc>https://example.org/a/colophon/</loc>" in checkout.page("sitemap.xml")
    assert "### `page` in colophon.html" in checkout.docs("themes.md")
