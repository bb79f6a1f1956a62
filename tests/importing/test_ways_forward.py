"""Each refusal tried as a newcomer would: the message alone names what the text is and the way to its papers."""

from __future__ import annotations

import pytest

from publist.formats.unread import UNREAD
from publist.importing.read_source import read_source
from publist.importing.source import Source
from tests.conftest import Site
from tests.support.content_files import papers

BIB = """\
@article{DBLP:journals/jw/LeeR21,
  author       = {Ann Lee and Max Roe},
  title        = {Noise in long winters},
  journal      = {J. Winters},
  volume       = {20},
  year         = {2021},
}
"""
RIS = "TY  - JOUR\nAU  - Lee, Ann\nAU  - Roe, Max\nTI  - Noise in long winters\nPY  - 2021\nER  - \n"
NBIB = "PMID- 34567890\nTI  - Noise in long winters.\nFAU - Lee, Ann\nFAU - Roe, Max\nDP  - 2021 May\n"
CSV = 'title,authors,year,venue,doi\nNoise in long winters,"Lee, A., Roe, M.",2021,Winter Studies,10.1000/w.1\n'
CSL = """[{"id": "lee", "type": "article-journal", "title": "Noise in long winters",
"author": [{"family": "Lee", "given": "Ann"}], "issued": {"date-parts": [[2021]]}}]"""
CSL_YAML = """\
- type: article-journal
  title: Noise in long winters
  author: [{family: Lee, given: Ann}]
  issued: 2021
"""
ENW = "%0 Journal Article\n%A Ann Lee\n%T Noise in long winters\n%D 2021\n"
COPIED = """\
Noise in long winters
Ann Lee, Max Roe
Journal of Winters, 2021

Ice and its sounds
Max Roe, Ann Lee
Journal of Ice, 2020
"""
ARXIV = """\
Showing 1–1 of 1 results
arXiv:2105.01234 [pdf]
cs.SD
Noise in long winters
Authors: Ann Lee, Max Roe
Abstract: Winters are noisy. ▽ More
Submitted 3 May, 2021; originally announced May 2021.
"""
REFUSED: dict[str, tuple[str, str | bytes]] = {
    "an old Word or Excel file": ("list.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0\1\2" * 600),
    "an RTF file": ("list.rtf", r"{\rtf1\ansi Ann Lee, Noise in long winters. 2021.}"),
    "a tagged file of RefWorks": ("refworks.txt", "RT Journal Article\nA1 Lee, Ann\nT1 Noise\nYR 2020\n"),
    "an XML file of PubMed": ("p.xml", "<?xml version='1.0'?><PubmedArticleSet><PubmedArticle/></PubmedArticleSet>\n"),
    "a file in MODS, RDF, TEI or MARC": (
        "m.xml",
        "<modsCollection xmlns='http://www.loc.gov/mods/v3'><mods/></modsCollection>",
    ),
    "a news feed": ("feed.xml", "<rss version='2.0'><channel><title>Papers</title></channel></rss>\n"),
    "a database of a program": ("zotero.sqlite", b"SQLite format 3\0" + b"\0\1\2" * 300),
    "a picture": ("list.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + b"\0\1" * 40),
    "an address": ("list.url", "[InternetShortcut]\nURL=https://example.org/list/\n"),
    "a list of DOIs": ("dois.txt", "10.1000/w.1\nhttps://doi.org/10.1000/w.2\n"),
    "JSON of Zotero": ("z.json", '[{"itemType": "book", "title": "Noise", "creators": [], "date": "2020"}]'),
    "JSON of Mendeley": ("m.json", '[{"title": "Noise", "authors": [{"first_name": "Ann"}], "year": 2021}]'),
    "JSON of ORCID": ("works.json", '{"group": [{"work-summary": [{"title": {"title": {"value": "Noise"}}}]}]}'),
    "JSON of a search (dblp, INSPIRE)": ("d.json", '{"result": {"hits": {"hit": [{"info": {"title": "Noise"}}]}}}'),
    "a list of sources of Word": (
        "Sources.xml",
        '<b:Sources xmlns:b="http://schemas.openxmlformats.org/officeDocument/2006/bibliography"/>',
    ),
    "XML of dblp": ("d.xml", '<?xml version="1.0"?>\n<dblpperson name="Ann Lee"><r/></dblpperson>\n'),
    "XML of another make (BibTeXML, RefWorks, …)": (
        "b.xml",
        '<?xml version="1.0"?>\n<bibtex:file xmlns:bibtex="http://bibtexml.sf.net/"/>\n',
    ),
    "a refer file": ("refer.txt", "%A Ann Lee\n%T Noise in long winters\n%D 2021\n"),
    "a citation file of software": ("CITATION.cff", "cff-version: 1.2.0\ntitle: Noise in long winters\n"),
    "a list of Hayagriva (Typst)": ("h.yml", "noise:\n    type: Article\n    title: Noise\n    author: [A. Lee]\n"),
    "a list in YAML": ("list.yaml", "- title: Noise\n  authors: [Ann Lee]\n  year: 2021\n"),
    "a style or an .aux file of BibTeX": ("x.aux", "\\relax\n\\citation{lee}\n\\bibdata{x}\n"),
    "an alphaXiv page": ("a.txt", "alphaXiv\nExplore\nNoise in long winters\nAnn Lee\n12 May\nBookmark\nLike 3\n"),
    "an arXiv page": (
        "a.txt",
        "Computer Science > Sound\n[Submitted on 3 May 2021]\nTitle:Noise in long winters\nSubmission history\n",
    ),
    "a dblp page": ("a.txt", "dblp\nelectronic edition via DOI\npersistent URL:\nNoise in long winters.\n"),
    "a PubMed page": ("a.txt", "Noise in long winters.\nWe hear it.\nPMID: 34567890\n"),
    "an ORCID record": ("a.txt", "https://orcid.org/0000-0002-1825-0097\nWorks (3)\nNoise\nShow more detail\n"),
    "a Google Scholar page": ("a.txt", "Noise in long\nRelated articles\nAll 3 versions\nh-index 12\n"),
    "a Scopus page": ("a.txt", "12 documents\nNoise in long winters\nView at Publisher\nRelated documents\n"),
    "a Web of Science page": ("a.txt", "Web of Science\nNoise in long winters\nWOS:000123\nTimes Cited: 3\n"),
    "an IEEE Xplore page": ("a.txt", "IEEE Xplore\nNoise in long winters\nPublisher: IEEE\nAbstract\n"),
    "an ACM Digital Library page": ("a.txt", "research-article\nNoise\nhttps://dl.acm.org/doi/10.1145/1.2\nMetrics\n"),
    "an INSPIRE page": ("a.txt", "Noise in long winters\ncite\nclaim\nreference search\n"),
    "a NASA ADS page": ("a.txt", "Noise in long winters\n2021ApJ...912...34L\ncited: 57\n"),
    "a Semantic Scholar page": ("a.txt", "Semantic Scholar\nNoise in long winters\nTLDR\nAlert\n"),
    "an OpenReview profile": ("a.txt", "Noise in long winters\nReaders: Everyone\nCo-Authors\n"),
    "a ResearchGate page": ("a.txt", "ResearchGate\nNoise in long winters\nRequest full-text\n"),
    "an SSRN page": ("a.txt", "SSRN\nNoise in long winters\nDownloads 123\n"),
    "a LaTeX document": ("cv.tex", "\\documentclass{article}\n\\begin{document}\nHello.\n\\end{document}\n"),
    "a saved web page": ("a.html", "<!doctype html>\n<html><body><p>Hello there.</p></body></html>\n"),
    "a list of references (APA, IEEE, …)": ("a.txt", "Snow fell all day in 2019.\nIt had fallen in 2011, too.\n"),
}
"""A text of each form that no reader is sure of."""
FOLLOWED: dict[str, tuple[str, str]] = {
    "paste the text into a .txt file": ("pasted.txt", COPIED),
    "search arXiv": ("pasted.txt", ARXIV),
    "paste it into a .txt file": ("pasted.txt", COPIED),
    ".nbib": ("citations.nbib", NBIB),
    "RIS": ("export.ris", RIS),
    "BibTeX": ("export.bib", BIB),
    ".bib": ("export.bib", BIB),
    "CSV": ("list.csv", CSV),
    "CSL JSON": ("list.json", CSL),
    "CSL-YAML": ("list.yml", CSL_YAML),
    "%0 Journal Article": ("refer.enw", ENW),
}
"""What one has after doing what a hint says, by words of the hint: every way that it names."""


@pytest.mark.parametrize("name", [form.name for form in UNREAD])
def test_the_message_alone_leads_to_an_import_that_works(site: Site, name: str) -> None:
    """The form is named, nothing is written; each way that the hint names ends in papers."""
    file, content = REFUSED[name]
    site.write({"content/site.yaml": "title: P\n", file: content})
    done = site.run("import", file)
    assert (done.returncode, papers(site)) == (1, [])
    assert f"it looks like {name}" in done.stderr
    hint = next(form.way for form in UNREAD if form.name == name)
    assert hint in done.stderr
    ways = [way for words, way in FOLLOWED.items() if words in hint]
    assert ways
    for made, text in ways:
        site.write({made: text})
        done = site.run("import", made)
        assert (done.returncode, "noise-in-long-winters" in papers(site)) == (0, True), done.stderr


def test_every_form_that_is_refused_has_its_try() -> None:
    """A row of the table that nobody has tried promises too much."""
    assert set(REFUSED) == {form.name for form in UNREAD}


@pytest.mark.parametrize(
    ("files", "message"),
    [
        ({"hugo.toml": "title = 'x'\n", "content/post/a.md": "---\ntitle: A\n---\n"}, "this is a Hugo site"),
        ({"_config.yml": "title: x\n", "_posts/2020-01-01-a.md": "---\ntitle: A\n---\n"}, "this is a Jekyll site"),
        ({"_quarto.yml": "project: {type: website}\n"}, "this is a Quarto site"),
        ({"notes.txt": "x"}, "no site of a known generator in this folder"),
        ({}, "there is no such folder"),
    ],
)
def test_a_site_without_papers_is_refused_with_a_way(site: Site, files: dict[str, str | bytes], message: str) -> None:
    """What it is, and how the papers come in another way; nothing is begun."""
    Site(site.folder / "other").write(files)
    done = site.run("init", "new", "--from", "other")
    assert done.returncode == 1
    assert message in done.stderr
    assert ("publist import FILE.bib" in done.stderr) is message.startswith("this is")
    assert not (site.folder / "new").exists()


def test_a_file_is_no_site_of_another_generator(site: Site) -> None:
    """Whoever begins a site from a list is told how."""
    site.write({"list.bib": "@article{a, title={Cranes}, author={Lee, Ann}, year={2020}, journal={J}}\n"})
    done = site.run("init", "new", "--from", "list.bib")
    assert done.returncode == 1
    assert "list.bib: error: this is a file, not the folder of a site" in done.stderr
    assert "publist init FOLDER" in done.stderr
    assert not (site.folder / "new").exists()


def test_a_site_that_is_there_takes_another_one_with_its_sync(site: Site) -> None:
    """It is not called new; without --sync the way is named."""
    bib = "@article{a, title={Cranes}, author={Lee, Ann}, year={2020}, journal={J}}\n"
    Site(site.folder / "other").write({"_bibliography/papers.bib": bib})
    site.run("init", "new")
    refused = site.run("init", "new", "--from", "other")
    assert (refused.returncode, "publist import brings another site into it" in refused.stderr) == (1, True)
    done = site.run("init", "new", "--from", "other", "--sync", "weekly")
    assert done.returncode == 0
    assert "Created a new site" not in done.stdout
    assert "Added .github/workflows/sync.yml" in done.stdout
    assert "allow Actions to create pull requests" in done.stdout
    assert done.stdout.count("publist serve --open") == 1
    assert (site.folder / "new/content/papers/cranes.md").exists()


@pytest.mark.parametrize("end", ["\r\n", "\r"])
@pytest.mark.parametrize("way", FOLLOWED)
def test_line_ends_of_other_systems_change_nothing(way: str, end: str) -> None:
    """A file that a database made on Windows, or an old Mac, is known and read as any other."""
    file, content = FOLLOWED[way]
    plain = read_source(Source(file, content.encode()), path=file)
    other = read_source(Source(file, content.replace("\n", end).encode()), path=file)
    assert plain.papers
    assert (other.papers, other.lines, other.problems) == (plain.papers, plain.lines, plain.problems)
