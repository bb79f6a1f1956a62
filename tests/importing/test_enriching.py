"""A list of one source filled from another that says more: only what was cut short comes in."""

from __future__ import annotations

from tests.conftest import Site
from tests.support.content_files import edit, papers, source, text

LISTING = (
    "CLSep 18, 2023\nLearning to Listen with Many EarsJane Doe, Max Roe, Ann Lee et al. · mit\n"
    "We listen well and often, and what we hear with many ears is told here at some length.\n"
    "SDApr 22, 2022Code\nA Segmenter for Long TalksMax Roe, Jane Doe, Li Wei et al.\n"
    "Talks are long; a segmenter cuts them into pieces that a listener can follow with ease.\n"
)
BIB = """\
@inproceedings{doe2023,
  author = {Doe, Jane and Roe, Max and Lee, Ann and Li, Wei and M{\\"u}ller, J{\\"o}rg},
  title = {Learning to Listen with Many Ears}, booktitle = {Interspeech 2023}, pages = {1--5},
  doi = {10.1000/ears}, year = 2023
}
@article{roe2022,
  author = {Max Roe and Jane Doe and Li Wei and Ann Lee}, title = {A Segmenter for Long Talks},
  journal = {Journal of Talks}, volume = 7, doi = {10.1000/talks}, year = 2022
}
"""
EARS, TALKS = "learning-to-listen-with-many-ears", "a-segmenter-for-long-talks"


def test_a_bib_beside_the_listing_fills_what_the_listing_cut_short(site: Site) -> None:
    """Full authors, venues and identifiers come in; the listing's day, topics, abstract and the first key stay."""
    site.write({"content/site.yaml": "title: Papers\n"})
    source(site, LISTING, "listing.txt")
    site.build()
    assert "et_al: true\n" in text(site, EARS)
    source(site, BIB, "mine.bib")
    told = site.build()
    assert "Updated 2 papers" in told
    assert text(site, EARS) == (
        "---\ntitle: Learning to Listen with Many Ears\nauthors:\n  - Jane Doe\n  - Max Roe\n  - Ann Lee\n"
        "  - Wei Li\n  - Jörg Müller\naffiliations: [mit]\ndate: 2023-09-18\ntype: paper-conference\n"
        "venue: Interspeech 2023\npages: 1-5\ncategory: CL\ndoi: 10.1000/ears\nkey: doe2023learning\n---\n"
        "We listen well and often, and what we hear with many ears is told here at some length.\n"
    )
    for field in ("  - Ann Lee\n", "venue: Journal of Talks\n", "volume: 7\n", "doi: 10.1000/talks\n", "code: true\n"):
        assert field in text(site, TALKS).replace("'", "")
    assert "et_al" not in text(site, TALKS)
    assert papers(site) == [TALKS, EARS]


def test_enriching_touches_no_hand_edit(site: Site) -> None:
    """Authors and venue that you wrote stay, and the report shows what the other says; the rest is filled in."""
    site.write({"content/site.yaml": "title: Papers\n"})
    source(site, LISTING, "listing.txt")
    site.build()
    edit(site, EARS, "  - Ann Lee\net_al: true\n", "  - Ann B. Lee   # as she signs\n")
    edit(site, EARS, "type: article\n", "type: article\nvenue: 'Proc. Interspeech'  # short\n")
    source(site, BIB, "mine.bib")
    told = site.build()
    after = text(site, EARS)
    assert "authors:\n  - Jane Doe\n  - Max Roe\n  - Ann B. Lee   # as she signs\naffiliations" in after
    assert "venue: 'Proc. Interspeech'  # short\n" in after
    assert "doi: 10.1000/ears\n" in after
    assert f"kept {EARS}, venue: yours “Proc. Interspeech”; the source says “Interspeech 2023”" in told
    assert f"kept {EARS}, authors" in told
