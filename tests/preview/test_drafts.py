"""Drafts: shown in the preview with their mark, unless a switch hides them; no trace of them in what is built."""

from __future__ import annotations

from tests.conftest import Site
from tests.support.running_preview import serving

_DRAFTS: dict[str, str | bytes] = {
    "content/papers/sketch.md": "---\ntitle: A rough sketch\nauthors: [Ada Lovelace]\ndate: 1850\ndraft: true\n---\n",
    "content/pages/plans.md": "---\ntitle: Rough plans\nnav: 3\ndraft: true\n---\nLater.\n",
}


def test_the_preview_shows_drafts_with_their_mark(small_site: Site) -> None:
    """In the list, on their pages and in the navigation."""
    small_site.write(_DRAFTS)
    with serving(small_site) as preview:
        assert b"A rough sketch" in preview.get("/list/").body
        assert b"<b>Draft</b>" in preview.get("/list/papers/sketch/").body
        assert b"<b>Draft</b>" in preview.get("/list/plans/").body
        assert b"Rough plans" in preview.get("/list/").body


def test_what_is_printed_has_no_drafts(small_site: Site) -> None:
    """The list to print has no marks: it is as built."""
    small_site.write(_DRAFTS)
    with serving(small_site) as preview:
        assert b"A rough sketch" not in preview.get("/list/papers/page/all/").body


def test_exports_of_the_preview_are_those_of_the_site(small_site: Site) -> None:
    """Files of the list and of its terms, feeds, the sitemap: as built, though lists show the draft; keys, too."""
    settings = "title: A\nbase_url: https://example.org/list/\nexports: {min_papers: 1}\n"
    small_site.write({"content/site.yaml": settings})
    small_site.build()
    built = small_site.snapshot()
    same = [path for path in built if path.endswith((".bib", ".ris", ".json", ".xml")) and not path.startswith("list")]
    made = {"publications.bib", "topics/computing/computing.bib", "feed.xml", "sitemap.xml", "api/papers.json"}
    assert made <= {*same}
    twin = "title: Notes\nauthors: [Ada Lovelace]\ndate: 1843\ntopics: [Computing, New]\ndraft: true"
    small_site.write({**_DRAFTS, "content/papers/aaa.md": f"---\n{twin}\n---\nText.\n"})
    with serving(small_site) as preview:
        assert b"A rough sketch" in preview.get("/list/").body
        for path in same:
            assert preview.get(f"/list/{path}").body == built[path], path
        assert preview.get("/list/topics/new/new.bib").status == 404
        assert preview.get("/list/papers/sketch/sketch.bib").status == 200


def test_a_switch_hides_them(small_site: Site) -> None:
    """--no-drafts: as built."""
    small_site.write(_DRAFTS)
    with serving(small_site, "--no-drafts") as preview:
        assert b"ough" not in preview.get("/list/").body
        assert preview.get("/list/papers/sketch/").status == 404
        assert preview.get("/list/plans/").status == 404


def test_nothing_built_or_exported_has_a_trace_of_them(small_site: Site) -> None:
    """No file of the output, and nothing that the export writes."""
    small_site.write(_DRAFTS)
    small_site.build()
    assert [path for path, raw in small_site.snapshot().items() if b"ough sketch" in raw or b"ough plans" in raw] == []
    assert "ough sketch" not in small_site.run("export", "--format", "bibtex").stdout
