"""What reference managers keep for themselves is in no published file; what readers look for is on the pages."""

from __future__ import annotations

import pytest

from publist.model.paper import Paper
from publist.model.settings import Exports
from publist.outputs.downloads.private import is_private, without_private
from tests.conftest import Site

_BIB = r"""@article{m, title={Mine}, author={Lee, Ann}, journal={J}, year=2016,
  file={:C\:\\Users\\jane\\x.pdf:application/pdf}, annote={Reviewer 2 was Max Roe}, owner={jane},
  timestamp={2010.11.30}, bdsk-file-1={YnBsaXN0}, date-added={2012-01-02}, comment={weak}, groups={heaps},
  mendeley-tags={heirloom}, x-fetchedfrom={somewhere}, localcopy={/home/jane/papers/x.pdf}, note={cited By 3},
  funding={A Fund}, abstract={What it says.}}
"""
_SECRETS = (
    "jane",
    "Reviewer 2",
    "2010.11.30",
    "YnBsaXN0",
    "2012-01-02",
    "weak",
    "heaps",
    "heirloom",
    "somewhere",
    "ited By",
)


def _texts(site: Site) -> str:
    return "".join(data.decode("utf-8", "ignore") for path, data in site.snapshot().items() if "pagefind" not in path)


def _import(site: Site, settings: str = "") -> None:
    site.write({"content/site.yaml": f"title: Papers\n{settings}", "in.bib": _BIB})
    assert site.run("import", "in.bib").returncode == 0
    site.build()


def test_private_fields_are_in_no_published_file(site: Site) -> None:
    """Paths, remarks, housekeeping and counts stay in the paper's file; what is not private goes out."""
    _import(site)
    texts = _texts(site)
    assert [secret for secret in _SECRETS if secret in texts] == []
    assert "A Fund" in texts
    paper = (site.folder / "content/papers/mine.md").read_text(encoding="utf-8")
    assert [secret for secret in _SECRETS if secret not in paper] == []
    assert "jane" not in site.run("export", "--format", "bibtex").stdout


def test_settings_say_what_goes_out(site: Site) -> None:
    """``exports.keep`` lets a private field through, ``exports.omit`` leaves out others, also those of papers."""
    _import(site, "exports:\n  keep: [annote]\n  omit: [funding, abstract]\n")
    bib = site.page("publications.bib")
    assert "Reviewer 2 was Max Roe" in bib
    assert "A Fund" not in bib
    assert "What it says" not in bib
    assert "What it says" in site.page("papers/mine/index.html")
    site.write({"content/site.yaml": "title: Papers\n"})
    site.build()
    assert "What it says" in site.page("publications.bib")
    assert "Max Roe" not in site.page("publications.bib")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("file", "x"), ("Annote", "x"), ("bdsk-url-1", "x"), ("mendeley-groups", "x"), ("x-color", "x"),
        ("date_modified", "x"), ("note2", r"C:\Users\jane\x.pdf"), ("l4", "file:///Users/jane/x.pdf"),
        ("copy", "/Users/jane/x.pdf"), ("attachment", ":x.pdf:PDF"), ("list", ["~/papers/x.pdf"]), ("__marked", "x"),
    ],
)  # fmt: skip
def test_what_is_private(name: str, value: str | list[str]) -> None:
    """By its name, in any spelling, or by a path in what it holds."""
    assert is_private(name, value if isinstance(value, str) else [*value])


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("adsurl", "https://ads.example/abs/1"), ("funding", "A Fund: 5"), ("scheme", "UD"), ("note2", "c: d"),
        ("keywords-plus", "moss/fern"), ("day", "3"), ("url_home", "https://example.org/home/jane"),
    ],
)  # fmt: skip
def test_what_is_not_private(name: str, value: str) -> None:
    """Addresses and words that only look like it."""
    assert not is_private(name, value)


def test_what_makes_a_reference_stays() -> None:
    """Title, authors, type and key cannot be left out."""
    paper = Paper("T", key="k", note="n", extra={"a": "1"})
    assert without_private(paper, Exports(omit=("title", "key", "note", "extra"))) == Paper("T", key="k")


_FACTS = {
    "content/papers/talk.md": "---\ntitle: A talk\nauthors: [Ann Lee]\ndate: 2024-05-30\ntype: speech\n"
    "event: Meeting on Moss\nplace: Oslo\n---\n",
    "content/papers/thesis.md": "---\ntitle: My thesis\nauthors: [Ann Lee]\ndate: 2011\ntype: thesis\n"
    "genre: PhD thesis\npublisher: School of Moss\n---\n",
    "content/papers/patent.md": "---\ntitle: Gizmo\nauthors: [Ann Lee]\ndate: 2014\ntype: patent\n"
    "number: XY1234567\n---\n",
    "content/papers/report.md": "---\ntitle: Counted\nauthors: [Ann Lee]\ndate: 2015\ntype: report\n"
    "genre: Technical report\nnumber: TR-7\npublisher: Moss Institute\n---\n",
    "content/papers/part.md": "---\ntitle: A part\nauthors: [Ann Lee]\ndate: 2016\ntype: chapter\nvenue: Plants\n"
    "edition: 2\nchapter: 7\nseries: Green Books\nvolume: 3\npages: 1-9\npublisher: House\n---\n",
    "content/papers/physics.md": "---\ntitle: Found\nauthors: [Ann Lee]\ndate: 2019\ntype: article-journal\nvenue: J\n"
    "number: '104'\nvolume: 5\ncollaboration: [QUARTZ]\n---\n",
}


@pytest.mark.parametrize(
    ("slug", "listed", "apa", "ieee"),
    [
        (
            "talk",
            ["Meeting on Moss", "Oslo"],
            "[Conference presentation]. Meeting on Moss, Oslo.",
            "presented at Meeting on Moss, Oslo",
        ),
        (
            "thesis",
            ["PhD thesis", "School of Moss"],
            "[PhD thesis, School of Moss].",
            "PhD thesis, School of Moss, 2011.",
        ),
        ("patent", ["XY1234567"], "(Patent No. XY1234567).", "Patent XY1234567, 2014."),
        (
            "report",
            ["Technical report", "TR-7"],
            "(Technical report No. TR-7). Moss Institute.",
            "Moss Institute, Technical report TR-7",
        ),
        (
            "part",
            ["Plants"],
            "(2nd ed., Vol. 3, pp. 1–9). House.",
            "2nd ed., ser. Green Books, vol. 3, House, 2016, ch. 7, pp. 1–9.",
        ),
        (
            "physics",
            ["QUARTZ Collaboration"],
            "Lee, A., &amp; QUARTZ Collaboration. (2019).",
            "vol. 5, Art. no. 104, 2019.",
        ),
    ],
)
def test_facts_are_shown(small_site: Site, slug: str, listed: list[str], apa: str, ieee: str) -> None:
    """A list and a page say what readers of that type of work look for; so do references."""
    small_site.write(_FACTS)  # type: ignore[arg-type]  # texts are texts or bytes
    small_site.build()
    index, page = small_site.page("index.html"), small_site.page(f"papers/{slug}/index.html")
    assert [text for text in listed if text not in index or text not in page] == []
    assert apa.replace("Vol. 3", "Vol. 3") in page.replace("<i>", "").replace("</i>", "")
    assert ieee in page.replace("<i>", "").replace("</i>", "")


def test_a_page_has_the_details(small_site: Site) -> None:
    """Edition, chapter, number, series, event and place are in the table of details."""
    small_site.write(_FACTS)  # type: ignore[arg-type]  # as above
    small_site.build()
    part = small_site.page("papers/part/index.html")
    assert [label for label in ("Edition", "Chapter", "Series", "Volume") if f"<dt>{label}</dt>" not in part] == []
    assert "<dt>School</dt><dd>School of Moss</dd>" in small_site.page("papers/thesis/index.html")
    assert "<dt>Place</dt><dd>Oslo</dd>" in small_site.page("papers/talk/index.html")


@pytest.mark.parametrize("written", ["1-9", "1--9", "1–9", "1 - 9"])
def test_pages_have_an_en_dash_among_the_facts(small_site: Site, written: str) -> None:
    """However their dash is written, as in the references beside them."""
    small_site.write({"content/papers/part.md": f"---\ntitle: A part\nauthors: [Ann Lee]\npages: {written}\n---\n"})
    small_site.build()
    assert "1–9</dd>" in small_site.page("papers/part/index.html")
