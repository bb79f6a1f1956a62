"""What is behind a web address, as far as the address tells: a PDF, code, a video, data, slides, a publisher's page.

One table of rows, first match first: a kind, and patterns of addresses without ``https://`` and ``www.`` (lower case).
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

NEUTRAL = re.compile(r"url|link|links?[-_ ]?\d+|html|website|web|online|fulltext|paper|article", re.IGNORECASE)
"""Labels that do not say what is behind the address."""

_FILE = r"[^?#]*"
_KINDS: tuple[tuple[str, str], ...] = (
    ("slides", rf"{_FILE}slides?[^/?#]*\.pdf(?:$|[?#])|{_FILE}\.(?:pptx?|odp|key)(?:$|[?#])"),
    ("slides", r"slideshare\.net/|speakerdeck\.com/|docs\.google\.com/presentation/"),
    ("poster", rf"{_FILE}poster[^/?#]*\.(?:pdf|png|jpe?g)(?:$|[?#])"),
    ("pdf", rf"{_FILE}\.pdf(?:$|[?#])|(?:export\.)?arxiv\.org/pdf/|openreview\.net/pdf\b"),
    ("pdf", rf"{_FILE}/doi/e?pdf(?:direct)?/"),
    ("pdf", r"(?:(?:[\w-]+\.)?hal\.science|hal\.archives-ouvertes\.fr|hal\.inria\.fr)/[^?#]*/(?:document|file/)"),
    ("pdf", r"[^/]+/[^?#]*/pdf/?(?:$|[?#])"),
    ("code", r"(?:gist\.)?github\.com/|gitlab\.[\w.-]+/|codeberg\.org/|bitbucket\.org/|git\.sr\.ht/|sourceforge\.net/"),
    ("code", r"(?:pypi|crates|cran\.r-project)\.(?:org|io)/|softwareheritage\.org/|archive\.softwareheritage\.org/"),
    ("video", r"(?:m\.)?youtube(?:-nocookie)?\.com/|youtu\.be/|(?:player\.)?vimeo\.com/|videolectures\.net/"),
    ("video", rf"slideslive\.com/|media\.ccc\.de/|{_FILE}\.(?:mp4|webm|mov)(?:$|[?#])"),
    ("data", r"zenodo\.org/|(?:[\w-]+\.)?figshare\.com/|huggingface\.co/datasets/|kaggle\.com/datasets/|osf\.io/"),
    ("data", r"(?:[\w-]+\.)*dataverse\.[\w.-]+/|datadryad\.org/|(?:doi\.)?pangaea\.de/|data\.mendeley\.com/"),
    ("demo", r"huggingface\.co/spaces/|[\w-]+\.hf\.space/"),
    ("doi", r"(?:dx\.)?doi\.org/"),
    ("arxiv", r"(?:export\.)?arxiv\.org/"),
)


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The rows with their patterns, made where the first address must tell what its label does not."""
    return tuple([(kind, re.compile(pattern)) for kind, pattern in _KINDS])


_SITES = {
    "aclanthology.org": "ACL Anthology",
    "academic.oup.com": "Oxford Academic",
    "ui.adsabs.harvard.edu": "ADS",
    "adsabs.harvard.edu": "ADS",
    "bibbase.org": "BibBase",
    "biorxiv.org": "bioRxiv",
    "dblp.org": "DBLP",
    "dl.acm.org": "ACM",
    "hal.science": "HAL",
    "hal.archives-ouvertes.fr": "HAL",
    "huggingface.co": "Hugging Face",
    "ieeexplore.ieee.org": "IEEE Xplore",
    "inspirehep.net": "INSPIRE",
    "jstor.org": "JSTOR",
    "link.springer.com": "Springer",
    "mdpi.com": "MDPI",
    "medrxiv.org": "medRxiv",
    "nature.com": "Nature",
    "ncbi.nlm.nih.gov": "NCBI",
    "onlinelibrary.wiley.com": "Wiley",
    "openaccess.thecvf.com": "CVF",
    "openreview.net": "OpenReview",
    "papers.nips.cc": "NeurIPS",
    "papers.ssrn.com": "SSRN",
    "proceedings.mlr.press": "PMLR",
    "proceedings.neurips.cc": "NeurIPS",
    "pubmed.ncbi.nlm.nih.gov": "PubMed",
    "pmc.ncbi.nlm.nih.gov": "PMC",
    "researchgate.net": "ResearchGate",
    "sciencedirect.com": "ScienceDirect",
    "semanticscholar.org": "Semantic Scholar",
    "ssrn.com": "SSRN",
    "tandfonline.com": "Taylor & Francis",
    "usenix.org": "USENIX",
}
_ADDRESS = re.compile(r"https?://(?:www\.)?", re.IGNORECASE)


def kind_behind(label: str, url: str) -> str:
    """The kind of what is at the address: as its label says, or as the address tells where the label says nothing.

    "" where neither tells.
    """
    return _kind_of(url) if _is_neutral(label) else label


@lru_cache(maxsize=1024)  # labels come again, addresses do not
def _is_neutral(label: str) -> bool:
    return NEUTRAL.fullmatch(label) is not None


@lru_cache(maxsize=8192)
def _kind_of(url: str) -> str:
    """The kind of what is at the address, as far as it tells, else ""."""
    bare = _ADDRESS.sub("", url, count=1).lower()
    return next((kind for kind, pattern in _patterns() if pattern.match(bare)), "")


def site_of(url: str) -> str:
    """The name of the site at an address: that of a known service or publisher, else its host."""
    host = _ADDRESS.sub("", url, count=1).partition("/")[0].partition("?")[0].lower()
    return _SITES.get(host, host)
