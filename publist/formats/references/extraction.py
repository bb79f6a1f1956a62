"""What can be told from a reference wherever it stands: identifiers, addresses, link labels, awards, status, genre.

Each is taken out (spaces stand in its place, so that positions stay), and what is left is to be parted.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from publist.formats.references.inline import Span, Styled
from publist.formats.references.labels import label_of
from publist.formats.references.remarks import (
    AWARD,
    AWARD_TAIL,
    COLLABORATION,
    EDITION,
    EDITORS,
    GENRE,
    SIGNS_OF_ACCESS,
    SIGNS_OF_EDITORS,
    SIGNS_OF_GENRE,
    SIGNS_OF_GROUP,
    SIGNS_OF_STATUS,
    STATUS_BRACKETED,
    STATUS_TAIL,
    holds,
)
from publist.text import identifiers

_AT = (
    r"(?:(?:also\s+)?available\s+(?:at|from|online|under|via)|retrieved(?:\s+[\w ,.]{3,24})?\s+from"
    r"|accessed\s+(?:at|from)|disponible\s+(?:en|sur|sous)"
    r"|dispon[ií]vel\s+em|verf[uü]gbar\s+unter|abgerufen\s+von|erreichbar\s+unter|beschikbaar\s+(?:op"
    r"|via)|geraadpleegd\s+van|disponibile\s+(?:su|presso|all'indirizzo)"
    r"|recuperado\s+de|obtenido\s+de|consult[ée]\s+[àa]\s+l.adresse|adresse|URL|from|see|at|link)\s*:?\s*"
)
_DOI = re.compile(
    rf"[<\[(]?(?:\b{_AT})?(?:\bDOI\s*[:=]?\s*)?(?:https?://(?:dx\.|www\.)?doi\.org/|\b(?:dx\.)?doi\.org/"
    rf"|\bdoi\s*[:=]?\s*)(?:doi:\s*)?(10\.\d{{4,9}}/[^\s\"<>“”]+)"
    r"|(?<![\w/.])(10\.\d{4,9}/[^\s\"<>“”]+)",
    re.IGNORECASE,
)
_URL = re.compile(
    rf"[<\[(]?(?:\b{_AT})?((?:https?|ftp)://[^\s\"<>“”]+|\bwww\.[\w-]+\.[^\s\"<>“”]+)(?:[>\])]|(?=\s|$))?",
    re.IGNORECASE,
)
_DOI_WORD = re.compile(
    r"(?:\b(?:DOI|doi)\s*:?\s*|\b(?:[Aa]vailable (?:at|from)|[Rr]etrieved from|[Dd]isponible en"
    r"|URL)\s*:?\s*)(?=[\s.,;]*$)"
)
_ARXIV = re.compile(
    r"\(?(?:\b(?:e-?prints?|preprints?)\b[\s:,]*)?\b(?:ar[xX]iv|ARXIV"
    r"|CoRR)(?:\.org)?(?:\s*,?\s*[Pp]reprints?|\s+e-?prints?|\.org)?[\s:.,]*(?:\(?ar[xX]iv\)?\s*[:.]?\s*"
    r"|abs/|ARXIV:\s*)?"
    r"(?P<id>\d{4}\.\d{4,5}(?:v\d+)?|\d{9}(?!\d)"
    r"|(?:[a-z-]+(?:\.[A-Z]{2})?/)\d{7})(?:v\d+)?(?:\s*[\[(][a-z-]+(?:\.[A-Za-z-]+)?[\])])?\)?"
)
_ISBN = re.compile(r"\(?\bISBN(?:-1[03])?\s*:?\s*((?:97[89][- ]?)?(?:\d[- ]?){9}[\dXx])\b\)?")
_PMID = re.compile(r"\(?\bPMID\s*:?\s*(\d{5,9})\b\)?[.;]?")
_PMCID = re.compile(r"\(?\bPMC(?:ID)?\s*:?\s*(PMC)?(\d{5,9})\b\)?[.;]?")
_MEDIUM = re.compile(
    r"\s?[\[(](?:Internet|[Oo]n-?line|[Ee]n\sl[ií]n(?:e|i)a|[Ee]n\sligne|internet|[CJDMNPR](?:/OL)?"
    r"|electronic resource|Preprint|preprint|Web|pre-?print"
    r"|(?:cited|accessed|Accessed|zitiert|cited on)\s[^\[\]()]{4,24}|Abstract|abstract only"
    r"|place\sunknown|s\.\s?l\.?(?:[:,]\s?s\.\s?n\.?)?|S\.\s?l\.?(?:[:,]\s?s\.\s?n\.?)?|s\.\s?n\.?"
    r"|n\.p\.|publisher\sunknown)[\])]"
    r"|\bReport No\.?:\s?[\w-]+(?:\s[\w-]*\d[\w-]*)?\.?"
    r"|\b(?:[Ss]\.\s?l|[Nn]\.\s?p|B\.\s?m)\.\s?:?|\(No\.\s[^()]{1,60}\)|\bISSN:?\s\d{4}-?\d{3}[\dXx]\b[.,;]?"
)
_ACCESSED = re.compile(
    r"\bPreprint posted online(?=\s)|(?<=\.\s)Online\.(?=\s)"
    r"|\bAdvance Access(?:\spublished)?(?:\s[A-Z][a-z]{2,8}(?:\s\d{1,2})?(?=,?\s\d{4}))?,?"
    r"|[\[(]?\b(?:[Aa]ccessed|[Ll]ast accessed|[Cc]onsulted|[Cc]onsult[ée] le|[Zz]ugegriffen|[Aa]bgerufen"
    r" am|[Gg]eraadpleegd|[Aa]ccess(?:ed)? date|[Rr]etrieved(?: on)?|\[?[Cc]onsultado|[Aa]cesso em"
    r"|[Cc]ited)"
    r"\s*:?\s*(?:on |am |el |le )?(?:\d{1,2}\.?\s+[A-Za-zé]{3,9}\.?,?\s+\d{4}"
    r"|[A-Z][a-z]{2,8}\.?\s+\d{1,2},?\s+\d{4}|\d{4}[-/]\d\d?[-/]\d\d?"
    r"|\d{1,2}[./-]\d{1,2}[./-]\d{4})[\])]?\.?|\b(?:[Ee]pub|[Pp]ublished online|[Ee]-?pub)(?:\s(?:ahead"
    r" of print|before print))?,?\s(?:\d{4}\s[A-Z][a-z]{2,8}\.?(?:\s\d{1,2})?"
    r"|\d{1,2}\s[A-Z][a-z]{2,8}\.?\s\d{4}|[A-Z][a-z]{2,8}\.?\s\d{1,2},?\s\d{4})\.?"
)
_LABEL = (
    r"(?:pdf|code|arxiv|link|links|paper|bib ?tex|bib|slides?|video|talk|poster|project(?: page|"
    r" website)?|web(?: ?page|site)|page|supplementary(?: materials?)?|supplement"
    r"|supp\.?|appendix|demo|data|datasets?|blog(?: ?post)?|git ?hub|doi|url|html|abstract|abs|journal"
    r"|preprint|publisher|open access|full ?text|press|media|errata|models?|software|tutorial|cite"
    r"|preprint pdf|author copy|local copy|download|ps|openreview|acm|ieee|tl;dr|tweet|twitter|thread"
    r"|colab)"
)
_LABELS = re.compile(rf"(?:[\[(]\s*{_LABEL}(?:\s*[|/,;·•]\s*{_LABEL})*\s*[\])][\s|/,;·•]*)+", re.IGNORECASE)
_BARE_LABELS = re.compile(
    rf"(?:(?<=[\s.|]){_LABEL}\s*[|/·•]\s*)+{_LABEL}\s*[|/·•]?\s*$|(?<=[.)\]] )(?:PDF|BibTeX|Bibtex|Code"
    rf"|Slides|Video|Link)\.?\s*$",
    re.IGNORECASE,
)
_MOST_SPANS = 40
"""Italics and links beyond these are in no reference that people write."""
_TRAILING = ".,;:)]}>”’\"'*"


class Taken(NamedTuple):
    """What was taken out of a reference, and its text with spaces in place of that."""

    text: str
    spans: tuple[Span, ...]
    doi: str = ""
    arxiv: str = ""
    isbn: str = ""
    pmid: str = ""
    pmcid: str = ""
    url: str = ""
    links: tuple[tuple[str, str], ...] = ()
    awards: tuple[str, ...] = ()
    status: str = ""
    genre: str = ""
    collaboration: str = ""
    edition: str = ""
    editors: str = ""
    venue: str = ""
    year: str = ""
    note: str = ""
    """Where and when the paper came out, by a label before it ("[ICML 2023, Poster]"), and what else that says."""
    media: tuple[int, ...] = ()
    """Where a medium stood ("[Internet]", "[J]"): it follows a title or a venue."""


class _Taker:
    """A text from which stretches are taken one after another."""

    def __init__(self, text: str) -> None:
        self.text = text

    def take(self, start: int, end: int) -> None:
        """Spaces in place of the stretch; the punctuation that follows it follows what stood before."""
        text = self.text
        kept = "".join("\n" if char == "\n" else " " for char in text[start:end])
        after = end + 1 if text[end : end + 1] in ("", *".,;:") and end < len(text) else end
        before = len(text[:start].rstrip(" "))
        if after > end:
            mark = "" if text[before - 1 : before] in (*".,;:", "\n", "") else text[end]
            kept = f"{kept} "
            if mark and before < start:
                text = f"{text[:before]}{mark}{text[before + 1 :]}"
            elif mark:
                kept = f"{mark}{kept[1:]}"
        self.text = text[:start] + kept + text[after:]

    def all(self, pattern: re.Pattern[str], found: Callable[[re.Match[str]], int | None] | None = None) -> None:
        """Each match that ``found`` gives an end for (0: its own) is taken."""
        for match in list(pattern.finditer(self.text)):
            end = found(match) if found else 0
            if end is not None:
                self.take(match.start(), end or match.end())


def taken(styled: Styled) -> Taken:
    """What the reference tells beside its parts; runs over the text a bounded number of times."""
    taker = _Taker(styled.text)
    got: dict[str, str] = {}
    links: list[tuple[str, str]] = []
    awards: list[str] = []
    _links(styled, taker, links, got)
    _label(taker, got, awards)
    small = taker.text
    if "10." in small:
        taker.all(_DOI, lambda match: _doi(match, got))
    if "://" in small or "www." in small:
        taker.all(_URL, lambda match: _url(match, got, links))
    if re.search("arxiv|corr", small, re.IGNORECASE):
        taker.all(_ARXIV, lambda match: _arxiv(match, got))
    if "ISBN" in small:
        taker.all(_ISBN, lambda match: _keep(got, "isbn", re.sub(r"[- ]", "", match[1])))
    if "PM" in small:
        taker.all(_PMID, lambda match: _keep(got, "pmid", match[1]))
        taker.all(_PMCID, lambda match: _keep(got, "pmcid", f"PMC{match[2]}"))
    media = [match.start() for match in _MEDIUM.finditer(taker.text)]
    taker.all(_MEDIUM)
    if "[" in small or "(" in small:
        taker.all(_LABELS)
        taker.all(AWARD, lambda match: _add(awards, match[0]))
        taker.all(STATUS_BRACKETED, lambda match: _keep(got, "status", match[1]))
    _remarks(taker, styled, got, awards)
    taker.all(_DOI_WORD)
    return Taken(
        taker.text, styled.spans[:_MOST_SPANS], links=tuple(links), awards=tuple(awards), media=tuple(media), **got
    )


def _remarks(taker: _Taker, styled: Styled, got: dict[str, str], awards: list[str]) -> None:
    """When it was looked up, awards, status, kind of thesis, group, editors and edition."""
    small = taker.text.lower()
    if holds(small, SIGNS_OF_ACCESS):
        taker.all(_ACCESSED)
    taker.all(_BARE_LABELS)
    taker.all(AWARD_TAIL, lambda match: _add(awards, match[0]))
    if holds(small, SIGNS_OF_STATUS):
        taker.all(STATUS_TAIL, lambda match: _keep(got, "status", match[1]))
    if holds(small, SIGNS_OF_GENRE):
        taker.all(GENRE, lambda match: _genre(match, styled.spans, got))
    if holds(small, SIGNS_OF_GROUP):
        taker.all(
            COLLABORATION,
            lambda match: _keep(got, "collaboration", match["name"] or match["group"] or match["bracketed"]),
        )
    if holds(small, SIGNS_OF_EDITORS):
        taker.all(EDITORS, lambda match: _keep(got, "editors", match["names"] or match["behind"]))
    taker.all(EDITION, lambda match: _keep(got, "edition", match[1]))


def _label(taker: _Taker, got: dict[str, str], awards: list[str]) -> None:
    """Where and when the paper came out, by the label before it."""
    if label := label_of(taker.text):
        got |= {"venue": label.venue, "year": label.year}
        if status := STATUS_BRACKETED.fullmatch(f"({label.more})"):
            _keep(got, "status", status[1])
        elif AWARD.search(f"({label.more})"):
            _add(awards, label.more)
        else:
            _keep(got, "note", label.more)
        taker.take(0, label.end)


def _keep(got: dict[str, str], key: str, value: str) -> int:
    got.setdefault(key, value.strip())
    return 0


def _add(found: list[str], text: str) -> int:
    found.append(text.strip(" ()[].,;:—–|★☆*"))
    return 0


def _bare(text: str) -> str:
    """The identifier or address without the punctuation that follows it; brackets in it are in pairs."""
    while text and text[-1] in _TRAILING:
        if text[-1] == ")" and text.count("(") >= text.count(")"):
            break
        if text[-1] == "]" and text.count("[") >= text.count("]"):
            break
        text = text[:-1]
    return re.sub(r",(?:19|20)\d\d[a-z]?$", "", text)


def _doi(match: re.Match[str], got: dict[str, str]) -> int:
    group = 1 if match[1] else 2
    found = _bare(match[group])
    if "doi" not in got and identifiers.doi(found):
        got["doi"] = found
        arxiv = re.fullmatch(r"10\.48550/arxiv\.(\d{4}\.\d{4,5}(?:v\d+)?)", found, re.IGNORECASE)
        if arxiv:
            got.setdefault("arxiv", arxiv[1])
    rest = match.string[match.start(group) + len(found) : match.end()]
    return match.end() - len(rest.lstrip(">)]")) if match[0][0] in "<[(" else match.end() - len(rest)


def _url(match: re.Match[str], got: dict[str, str], links: list[tuple[str, str]]) -> int:
    found = _bare(match[1])
    if "url" not in got:
        got["url"] = found
    else:
        links.append(("", found))
    rest = match.string[match.start(1) + len(found) : match.end()]
    return match.end() - len(rest.lstrip(">)]")) if match[0][0] in "<[(" else match.end() - len(rest)


def _genre(match: re.Match[str], spans: tuple[Span, ...], got: dict[str, str]) -> int | None:
    """Where it is printed as one with the university (in italics), it stays there."""
    got.setdefault("genre", match["genre"].rstrip(" –—-"))
    within = any(span.kind == "italic" and span.start <= match.start() and match.end() + 3 < span.end for span in spans)
    return None if within else 0


def _arxiv(match: re.Match[str], got: dict[str, str]) -> int:
    found = match["id"]
    if found.isdigit() and len(found) == 9:
        found = f"{found[:4]}.{found[4:]}"
    got.setdefault("arxiv", found)
    return 0


def _links(styled: Styled, taker: _Taker, links: list[tuple[str, str]], got: dict[str, str]) -> None:
    """Linked words: a label (PDF) is taken with its brackets, a linked title stays."""
    for span in styled.spans:
        if span.kind != "link":
            continue
        label = styled.text[span.start : span.end].strip(" []()")
        doi = identifiers.doi(span.url) if "doi.org" in span.url else ""
        if doi:
            got.setdefault("doi", doi)
        if re.fullmatch(rf"{_LABEL}(?: {_LABEL})?", label, re.IGNORECASE):
            start, end = span.start, span.end
            if styled.text[start - 1 : start] in ("[", "(") and styled.text[end : end + 1] in ("]", ")"):
                start, end = start - 1, end + 1
            taker.take(start, end)
        elif re.match(r"https?://|10\.\d{4}|doi:|arxiv:", label, re.IGNORECASE):
            continue
        if not doi and span.url.startswith("http"):
            links.append((label if len(label) < 30 else "", span.url))
