"""Identifiers as people write them, cut down to the bare form that the model holds."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape

from publist.text.characters import as_seen

Bare = Callable[[str], str]
"""Text to the bare identifier in it; empty if there is none."""

_RESOLVER = r"(?:https?://)?(?:dx[.-]|www\.)?doi[.-]org[\w.-]*/"
"""doi.org, also as the proxies of libraries spell it."""
_DOI = re.compile(rf"{_RESOLVER}|doi\s*[:=]\s*|info:doi/|urn:doi:", re.IGNORECASE)
_DOI_ADDRESS = re.compile(rf"{_RESOLVER}(?=10\.|doi:)", re.IGNORECASE)
_LANDING = re.compile(r"https?://[^/]+/doi/(?:abs/|full/|pdf/|epdf/|pdfdirect/)?(10\.\d{4,9}/[^?#\s]+)", re.IGNORECASE)
_IS_DOI = re.compile(r"10\.\d{4,9}(?:\.\d+)*/\S+")
_ENCODED = re.compile(r"%(?:2[89BFCf]|3[A-Fa-f]|5[BDbd])")
"""Percent-encoded marks that stand in DOIs: a bare DOI has them as they are."""
_ARCHIVES = """acc-phys adap-org alg-geom ao-sci astro-ph atom-ph bayes-an chao-dyn chem-ph cmp-lg comp-gas cond-mat cs
    dg-ga econ eess funct-an gr-qc hep-ex hep-lat hep-ph hep-th math math-ph mtrl-th nlin nucl-ex nucl-th patt-sol
    physics plasm-ph q-alg q-bio q-fin quant-ph solv-int stat supr-con""".split()
"""arXiv's archives, which numbers began with until 2007 (https://info.arxiv.org/help/arxiv_identifier.html)."""
_ARXIV = re.compile(
    r"(?:\b|v(?=\d))(?P<id>\d\d(?:0[1-9]|1[0-2])\.\d{4,5}(?:v\d+)?"
    rf"|(?<![\w-])(?:{'|'.join(sorted(_ARCHIVES, key=len, reverse=True))})(?:\.[A-Z]{{2}})?/\d{{7}}(?:v\d+)?)"
    r"(?!\d|\.\d)"
)
_ARXIV_PLACE = re.compile(r"arxiv|\bcorr\b|^abs/", re.IGNORECASE)
_ARXIV_DOI = re.compile(r"10\.48550/arxiv\.", re.IGNORECASE)
_ARXIV_PAGE = re.compile(
    r"https?://(?:www\.|export\.)?arxiv\.org/(?P<form>abs|pdf)/(?P<id>[^?#\s]+?)(?:\.pdf)?/?$", re.IGNORECASE
)
_OPENING = {")": "(", "]": "["}
_TAGGED = re.compile(r"\s{2,}(?=[A-Z][A-Z\d] {2}- )")
"""Where the next line of a RIS file was joined to a value, as Rayyan does it."""
_ORCID = re.compile(r"(\d{4}-){3}\d{3}[\dX]")
_NEXT_ADDRESS = re.compile(r"[\s,;|<>]{1,40}(?:and\s{1,9})?(?=(?:https?://|www\.))", re.IGNORECASE)


def doi(text: str) -> str:
    """The bare DOI of ``10.…/…``, ``doi:10.…`` or an address at doi.org; empty if there is none.

    What addresses have percent-encoded is decoded (DOI Handbook, 3.5), and a sentence's full stop behind it dropped.
    """
    found = _TAGGED.split(_without_latex(as_seen(text)), maxsplit=1)[0]
    found = found[1:-1] if found[:1] == "<" and found[-1:] == ">" else found
    encoded = (
        "%" in found
        and not re.search(r"\s", found)
        and (_DOI_ADDRESS.match(found) is not None or _ENCODED.search(found) is not None)
    )
    while (shorter := _DOI.sub("", found, count=1).strip() if _DOI.match(found) else found) != found:
        found = shorter
    if encoded:
        from urllib.parse import unquote

        found = re.sub(r"\s", lambda match: f"%{ord(match[0]):02X}", unquote(found))
    found = without_full_stop(unescape(found) if "&" in found else found)
    return found if _IS_DOI.fullmatch(found) else ""


def _without_latex(text: str) -> str:
    if "\\" not in text and "{" not in text and "$" not in text:
        return text
    from publist.text.latex import addresses

    return addresses.plain(text)


def without_full_stop(text: str) -> str:
    """An identifier or address without the punctuation of a sentence around it."""
    while text and (text[-1] in ".,;" or text.count(_OPENING.get(text[-1], text[-1])) < text.count(text[-1])):
        text = text[:-1]
    return text


def is_doi_address(text: str) -> bool:
    """Whether it is the address of a DOI at its resolver."""
    return _DOI_ADDRESS.match(as_seen(text)) is not None and bool(doi(text))


def doi_of_address(text: str) -> str:
    """The DOI that an address names, at the resolver or as the last part of a publisher's page; empty if none."""
    if is_doi_address(text):
        return doi(text)
    page = _LANDING.match(as_seen(text))
    return doi(f"https://doi.org/{page[1]}") if page else ""


def arxiv(text: str) -> str:
    """The arXiv identifier, with its version if given, of an identifier, an address or "arXiv:…"; empty if none."""
    text = as_seen(text)
    whole = _ARXIV.fullmatch(text)
    found = whole or (_ARXIV.search(text) if _ARXIV_PLACE.search(text) else None)
    return found["id"] if found else ""


def arxiv_of_address(text: str) -> str:
    """The arXiv identifier of an address at arxiv.org or of arXiv's own DOI; empty for every other."""
    page = _ARXIV_PAGE.match(as_seen(text))
    known = doi(text)
    named = page["id"] if page else known[len("10.48550/arXiv.") :] if _ARXIV_DOI.match(known) else ""
    return named if _ARXIV.fullmatch(named) else ""


def orcid(text: str) -> str:
    """The bare ORCID iD; empty if there is none."""
    found = _ORCID.search(as_seen(text).upper())
    return found[0] if found else ""


def pmcid(text: str) -> str:
    """``PMC`` with its digits; empty if there are none."""
    found = re.fullmatch(r"(?:PMCID:?\s*)?(?:PMC)?(\d+)(?:\.\d+)?", as_seen(text), re.IGNORECASE)
    return f"PMC{found[1]}" if found else ""


def pmid(text: str) -> str:
    """The digits of a PubMed number; empty if it is none."""
    found = re.fullmatch(
        r"(?:https?://pubmed\.ncbi\.nlm\.nih\.gov/|https?://www\.ncbi\.nlm\.nih\.gov/pubmed/|PMID:?\s*)?(\d{1,9})/?",
        as_seen(text),
        re.IGNORECASE,
    )
    return found[1] if found else ""


def web_addresses(text: str) -> tuple[str, ...]:
    """Every address of a text that holds nothing else, in order; empty if it holds anything else."""
    found = tuple(web_address(part) for part in _NEXT_ADDRESS.split(as_seen(text)))
    return found if all(found) else ()


def web_address(text: str) -> str:
    """An http(s) address, with what an address cannot hold percent-encoded; empty if it is none."""
    text = _TAGGED.split(_without_latex(as_seen(text)), maxsplit=1)[0]
    text = without_full_stop(text.strip("<>")).replace("&amp;", "&")
    if re.match(r"www\.[\w-]+\.", text):
        text = f"https://{text}"
    if not re.match(r"https?://[^/?#\s]+", text, re.IGNORECASE):
        found = doi(text)
        return f"https://doi.org/{found}" if found and not re.search(r"[\s<>]", found) else ""
    return re.sub(r'[\s<>"\\^`{|}]', lambda match: "".join(f"%{byte:02X}" for byte in match[0].encode()), text)


def without_version(arxiv_id: str) -> str:
    """The arXiv identifier of the work, whatever the version."""
    return re.sub(r"v\d+$", "", arxiv_id)


def is_arxiv_page(text: str) -> bool:
    """Whether it is the address of the page of an arXiv identifier, not of its PDF."""
    page = _ARXIV_PAGE.match(as_seen(text))
    return bool(page) and page["form"].lower() == "abs"  # type: ignore[index]  # bool() is no narrowing to mypy
