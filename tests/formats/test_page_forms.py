"""What each page says beyond title, authors and year: venue, numbers, identifiers, what is missing or cut."""

from __future__ import annotations

from publist.model.paper import Date
from tests.support.works import read_as as read

SCHOLAR = """\
About 2 results (0.03 sec)
[PDF] arxiv.org
[PDF] Dynamic snow
A Huang, M Roe… - arXiv preprint arXiv:2011.07429, 2020 - arxiv.org
Snow is a new thing …
Save
Cite
Cited by 5
Related articles
All 3 versions
Attacks on snow
FK Kaiser, U Dardik - … on Cold and …, 2023 - ieeexplore.example
Save Cite Cited by 25 Related articles
"""


def test_results_of_google_scholar() -> None:
    """Preprints have their number; a venue that is cut asks for a review."""
    preprint, cut = read("scholar-search", SCHOLAR).papers
    assert (preprint.title, preprint.arxiv, preprint.et_al) == ("Dynamic snow", "2011.07429", True)
    assert (cut.review, [str(name) for name in cut.authors]) == (("venue",), ["FK Kaiser", "U Dardik"])


ORCID = """\
Works (2 of 2)
Noise in long winters
Journal of Winters
2021-05-03 | Journal article
DOI: 10.1000/winters.1
Part of ISSN: 1234-5678
Contributors: Ann Lee; Roe, Max; 李明
Show more detail
Source: Crossref
Ice
2020 | Preprint
ARXIV: 2001.01234
Show more detail
Source:check_circle
Ann Lee via Crossref
"""


def test_works_of_orcid() -> None:
    """Identifiers are those of the work, not of what it is a part of; missing contributors ask for a review."""
    article, preprint = read("orcid-works", ORCID).papers
    assert [str(name) for name in article.authors] == ["Ann Lee", "Max Roe", "李明"]
    assert (article.doi, article.issn, article.date) == ("10.1000/winters.1", "1234-5678", Date(2021, 5, 3))
    assert (preprint.arxiv, preprint.type, preprint.review) == ("2001.01234", "article", ("authors",))


DBLP = """\
[j2]
Ann Lee, Max Roe 0002:
Noise in long winters. Int. J. Comput. Vis. 20(5): 1-36 (2021)
[c1]
Ann Lee, Max Roe:
Is it ice? A study. ICE 2021: 12-16
[i1]
Ann Lee:
Snow. CoRR abs/2101.01234 (2021)
"""


def test_a_page_of_dblp() -> None:
    """Numbers of people are no part of their names; journals, proceedings and CoRR are told apart."""
    article, paper, preprint = read("dblp-person", DBLP).papers
    assert [str(name) for name in article.authors] == ["Ann Lee", "Max Roe"]
    assert (article.venue, article.volume, article.issue) == ("Int. J. Comput. Vis.", "20", "5")
    assert (paper.title, paper.venue, paper.type) == ("Is it ice? A study", "ICE", "paper-conference")
    assert (preprint.arxiv, preprint.venue) == ("2101.01234", "")


PUBMED = """\
1
Cite Share
Noise in long winters.
Lee A, Roe MB, van der Poe J Jr, Winter Study Group.
J Winters. 2022 Oct 3;10(1):1414-8. doi: 10.1000/w.1. Epub 2022 Mar 3.
PMID: 36192773 Free PMC article.
2
Cite Share
[Snow].
[No authors listed]
Snow Lett. 2021;3:12.
PMID: 36192774
"""


def test_results_of_pubmed() -> None:
    """Initials stand before family names, last pages are whole, brackets of translated titles are gone."""
    first, second = read("pubmed-page", PUBMED).papers
    assert [str(name) for name in first.authors] == ["A Lee", "MB Roe", "J van der Poe Jr", "Winter Study Group"]
    assert (first.pages, first.doi, first.pmid, first.date) == (
        "1414-1418",
        "10.1000/w.1",
        "36192773",
        Date(2022, 10, 3),
    )
    assert (second.title, second.authors, second.review) == ("Snow", (), ("authors",))


ABSTRACT = """\
1. J Winters. 2021 May;20(5):1-36. doi: 10.1000/x. Epub 2021 Mar 3.

Noise in long winters and what is heard of it when the wind does not blow at
all.

Lee A(1), Roe M(2)(3).

Author information:
(1)Dept of Ice, Oulu.

BACKGROUND: We hear it.

Copyright © 2021.

DOI: 10.1000/x
PMCID: PMC123
PMID: 34567890 [Indexed for MEDLINE]

Conflict of interest statement: none.
"""


def test_abstracts_of_pubmed_as_text() -> None:
    """Lines that were broken for want of room are joined; what stands around the abstract is not part of it."""
    (paper,) = read("pubmed-text", ABSTRACT).papers
    assert paper.title == "Noise in long winters and what is heard of it when the wind does not blow at all"
    assert (paper.abstract, paper.pmcid, paper.review) == ("BACKGROUND: We hear it.", "PMC123", ())


SEMANTIC = """\
Noise in long winters
Ann Lee, Max Roe, +2 authors, J. Poe
Computer Science, Physics
Journal of Winters
3 May 2021
PDF
Save
Alert
Cite
Ice
Ann LeeMax Roe
2020
Save
Alert
Cite
"""


def test_authors_that_semantic_scholar_leaves_out_or_runs_together_are_in_doubt() -> None:
    """Fields of study are no venue."""
    first, second = read("semantic-scholar", SEMANTIC).papers
    assert (first.venue, first.et_al, first.review) == ("Journal of Winters", True, ("authors",))
    assert second.review == ("authors",)


INSPIRE = """\
Noise in long winters
#1
ATLAS Collaboration • Georges Aad(Marseille, CPPM) et al. (May 3, 2021)
Published in: Phys.Rev.D 103 (2021) 5, 015001 • e-Print: 2101.01234 [hep-ex] • DOI: 10.1000/prd
pdf
cite
claim
reference search
57 citations
"""


def test_results_of_inspire() -> None:
    """A collaboration comes first; affiliations are no part of names."""
    (paper,) = read("inspire-list", INSPIRE).papers
    assert ([str(name) for name in paper.authors], paper.et_al) == (["ATLAS Collaboration", "Georges Aad"], True)
    assert (paper.venue, paper.volume, paper.pages) == ("Phys.Rev.D", "103", "015001")
    assert (paper.arxiv, paper.doi) == ("2101.01234", "10.1000/prd")


ADS = """\
1
2021ApJ...912L..34L
2021/05
cited: 57
Noise in long winters
Lee, Ann;Roe, Max;and 3 more
2 2021arXiv210101234L 2021/01
Ice
Lee, A. B.
"""


def test_results_of_ads() -> None:
    """The bibcode says journal, volume and page, or the arXiv number."""
    article, preprint = read("ads-list", ADS).papers
    assert (article.venue, article.volume, article.pages, article.et_al) == ("ApJ", "912", "L34", True)
    assert (preprint.arxiv, [str(name) for name in preprint.authors]) == ("2101.01234", ["A. B. Lee"])


OPENREVIEW = """\
Noise in long winters
Ann Lee, Max Roe
Published: 01 Feb 2023, Last Modified: 12 May 2023
ICLR 2023 poster
Readers: Everyone
Snow
Ann Lee
01 Jan 2022 (modified: 13 Feb 2023)Submitted to ICLR 2023Readers: Everyone
"""


def test_a_profile_of_openreview() -> None:
    """A first of January stands for a year; what is only submitted says so."""
    poster, submitted = read("openreview-profile", OPENREVIEW).papers
    assert (poster.venue, poster.type, poster.date) == ("ICLR 2023 poster", "paper-conference", Date(2023, 2, 1))
    assert (submitted.date, submitted.status, submitted.venue) == (Date(2022), "submitted", "")


SSRN = """\
1.
Ice
Journal of Ice, Vol. 3, No. 4, 2020
Posted: 12 May 2020 Last Revised: 03 Jun 2022
Ann Lee, Max Roe and J. Poe
Oulu
Downloads 0
"""


def test_a_page_of_ssrn() -> None:
    """The date is that of the first version; a line that may be a journal or a part of the title is in doubt."""
    (paper,) = read("ssrn-author", SSRN).papers
    assert (paper.date, paper.note) == (Date(2020, 5, 12), "Journal of Ice, Vol. 3, No. 4, 2020")
    assert paper.review == ("title", "venue")
