"""After a merge the addresses of both papers lead to what they led to: page, exports, PDF."""

from __future__ import annotations

import json

import pytest

from tests.conftest import Site
from tests.support.versions_site import GOES, STAYS, merge


def test_both_addresses_lead_to_the_page(versions_site: Site) -> None:
    """The former one by a page without script, which names the new one as canonical, under any base path."""
    merge(versions_site)
    versions_site.build()
    page = versions_site.page(f"papers/{GOES}/index.html")
    assert f'<meta http-equiv="refresh" content="0; url=../{STAYS}/">' in page
    assert f'<link rel="canonical" href="https://example.org/list/papers/{STAYS}/">' in page
    assert "<script" not in page
    assert ">Versions<" in versions_site.page(f"papers/{STAYS}/index.html")
    assert GOES not in versions_site.page("sitemap.xml")
    assert GOES not in versions_site.page("index.html")


def test_files_beside_the_former_page_stay_and_have_the_key_that_they_had(versions_site: Site) -> None:
    """Who cites by them, or has their addresses in a document, finds the paper as it is now."""
    versions_site.write({f"content/papers/{GOES}.pdf": b"%PDF-1.4 mine"})
    versions_site.build()
    before = versions_site.snapshot()
    merge(versions_site)
    versions_site.build()
    after = versions_site.snapshot()
    assert {path for path in before if path.startswith(f"papers/{GOES}/{GOES}.")} <= after.keys()
    former = after[f"papers/{GOES}/{GOES}.bib"].decode()
    assert former == after[f"papers/{STAYS}/{STAYS}.bib"].decode().replace("{corr21,", "{doe22,", 1)
    assert "@inproceedings{doe22,\n" in former
    assert json.loads(after[f"papers/{GOES}/{GOES}.json"])[0]["id"] == "doe22"
    assert after[f"papers/{GOES}/{GOES}.pdf"] == after[f"papers/{STAYS}/{STAYS}.pdf"] == b"%PDF-1.4 mine"


@pytest.mark.parametrize("slug", ["2019/old", ".."])
def test_a_former_name_that_is_none_of_a_page_is_told(site: Site, slug: str) -> None:
    """Nothing can lead on from there; ``papers/old`` and ``papers/old/`` are as good as ``old``."""
    site.write({"content/papers/a.md": f"---\ntitle: A\nversions:\n  - slug: '{slug}'\n  - slug: papers/older/\n---\n"})
    told = site.run("build").stderr
    assert "content/papers/a.md:4:" in told
    assert told.count("has not the form of `versions[1].slug`") == told.count("has not the form") == 1
    assert "url=../a/" in site.page("papers/older/index.html")


def test_a_pdf_beside_the_other_goes_with_it(versions_site: Site) -> None:
    """So that the page still offers it."""
    versions_site.write({f"content/papers/{GOES}.pdf": b"%PDF-1.4"})
    merge(versions_site)
    assert (versions_site.folder / f"content/papers/{STAYS}.pdf").read_bytes() == b"%PDF-1.4"
