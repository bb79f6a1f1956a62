"""Invented papers printed as the pages that people copy, a function a form, in the true order of the form's lines."""

from __future__ import annotations

import random
from collections.abc import Sequence

from tests.support.works import Work, behind, dotted, full, initials, inverted, short


def scholar_profile(works: Sequence[Work], rng: random.Random) -> str:
    head = [
        "Ann Lee",
        "University of Oulu",
        "Verified email at oulu.example - Homepage",
        "Articles",
        "Cited by",
        "Title",
    ]
    head += ["SortSort by citationsSort by yearSort by title", "Cited by", "Cited by", "Year"]
    tail = [f"Articles 1–{len(works)}", "Show more", "Co-authors", "Max Roe", "Help", "Privacy", "Terms"]
    rows = []
    for work in works:
        rows += [
            work.title,
            short(work) + rng.choice(["", ", ..."]),
            f"{work.venue} {work.volume} ({work.issue}), {work.first}-{work.last}",
        ]
        rows.append(f"{work.cited or ''}\t{work.year}")
    return "\n".join([*(head if rng.random() < 0.7 else []), *rows, *(tail if rng.random() < 0.7 else [])])


def scholar_search(works: Sequence[Work], rng: random.Random) -> str:
    lines = ["About 12 results (0.03 sec)"] if rng.random() < 0.5 else []
    for work in works:
        lines += ["[PDF] oulu.example"] if rng.random() < 0.3 else []
        lines += [rng.choice(["", "[PDF] ", "[HTML] "]) + work.title]
        lines += [f"{short(work)} - {work.venue}, {work.year} - oulu.example", "It is shown that winters are noisy …"]
        lines += [f"Save Cite Cited by {work.cited} Related articles All 3 versions"]
    return "\n".join(lines)


def arxiv_search(works: Sequence[Work], rng: random.Random) -> str:
    lines = [f"Showing 1–{len(works)} of {len(works)} results"]
    for at, work in enumerate(works, 1):
        lines += (
            [f"{at}. arXiv:{work.arxiv}  [pdf, other]  cs.SD cs.CL"]
            if rng.random() < 0.5
            else [f"arXiv:{work.arxiv}  [pdf]", "cs.SD", "cs.CL"]
        )
        lines += ["doi", work.doi] if rng.random() < 0.5 else []
        lines += [work.title, f"Authors: {full(work)}", "Abstract: It is shown that winters are noisy. ▽ More"]
        lines += [f"Submitted 3 May, {work.year}; originally announced May {work.year}.", "Comments: 8 pages"]
    return "\n".join(lines)


def arxiv_listing(works: Sequence[Work], rng: random.Random) -> str:
    lines = ["Authors and titles for recent submissions"]
    for at, work in enumerate(works, 1):
        lines += [f"[{at}] arXiv:{work.arxiv} [pdf, html, other]", f"Title: {work.title}"]
        lines += [rng.choice(["", "Authors: "]) + full(work), "Subjects: Sound (cs.SD); Machine Learning (cs.LG)"]
    return "\n".join([*lines, f"Total of {len(works)} entries"])


def orcid_works(works: Sequence[Work], rng: random.Random) -> str:
    lines = [f"Works ({len(works)} of {len(works)})", "sort Sort"]
    for work in works:
        lines += [work.title, work.venue, f"{work.year}-05 | Journal article", f"DOI: {work.doi}"]
        lines += ["Part of ISSN: 1234-5678"] if rng.random() < 0.5 else []
        lines += [f"Contributors: {full(work, '; ')}", "Show more detail"]
        lines += (
            ["Source: Crossref"]
            if rng.random() < 0.5
            else ["Source:check_circle", "Ann Lee via Crossref Metadata Search"]
        )
    return "\n".join(lines)


def dblp_person(works: Sequence[Work], rng: random.Random) -> str:
    lines = ["Ann Lee", "2020 – today"]
    for at, work in enumerate(works):
        lines += [f"[j{len(works) - at}]"] + (
            ["view", "electronic edition via DOI", "export record"] if rng.random() < 0.3 else []
        )
        lines += [f"{full(work)}:"]
        lines += [f"{work.title}. {work.venue} {work.volume}({work.issue}): {work.first}-{work.last} ({work.year})"]
    return "\n".join(lines)


def pubmed_page(works: Sequence[Work], rng: random.Random) -> str:
    lines = [f"{len(works)} results", "Page 1 of 1"]
    for at, work in enumerate(works, 1):
        lines += [str(at), *rng.choice([["Cite Share"], ["Cite", "Share"]]), f"{work.title}.", f"{behind(work)}."]
        lines += [
            f"{work.venue}. {work.year} May 3;{work.volume}({work.issue}):{work.first}-{work.last}. doi: {work.doi}."
        ]
        lines += [f"PMID: {30000000 + work.number}" + rng.choice(["", " Free PMC article."])]
        lines += ["It is shown that winters are noisy …"] if rng.random() < 0.3 else []
    return "\n".join(lines)


def printed(work: Work) -> str:
    """Where it appeared, as PubMed prints it."""
    return f"{work.venue}. {work.year} May;{work.volume}({work.issue}):{work.first}-{work.last}."


def pubmed_summary(works: Sequence[Work], _: random.Random) -> str:
    return "\n\n".join(
        f"{at}: {behind(work)}. {work.title}. {printed(work)} doi: {work.doi}. PMID: {30000000 + work.number}."
        for at, work in enumerate(works, 1)
    )


def pubmed_abstract(works: Sequence[Work], _: random.Random) -> str:
    return "\n\n\n".join(
        f"{at}. {printed(work)} doi: {work.doi}.\n\n{work.title}.\n\n"
        f"{behind(work)}.\n\nAuthor information:\n(1)University of Oulu.\n\nIt is shown that winters are noisy.\n\n"
        f"DOI: {work.doi}\nPMID: {30000000 + work.number}"
        for at, work in enumerate(works, 1)
    )


def semantic_scholar(works: Sequence[Work], rng: random.Random) -> str:
    lines = ["Semantic Scholar", "Publications"]
    for work in works:
        lines += [work.title, full(work)] + (["Computer Science, Physics"] if rng.random() < 0.5 else [])
        lines += [work.venue, f"3 May {work.year}"]
        lines += ["TLDR", "It is shown that winters are noisy.Expand"] if rng.random() < 0.5 else []
        lines += ([str(work.cited)] if work.cited else []) + ["PDF", "Save", "Alert", "Cite"]
    return "\n".join(lines)


def inspire_list(works: Sequence[Work], _: random.Random) -> str:
    lines = [f"{len(works)} results", "cite all"]
    for at, work in enumerate(works, 1):
        named = ", ".join(f"{given} {family}(Oulu U.)" for given, family in work.authors)
        lines += [work.title, f"#{at}", f"{named} (May 3, {work.year})"]
        lines += [
            f"Published in: {work.venue} {work.volume} ({work.year}) {work.issue}, {work.first}"
            f" • e-Print: {work.arxiv} [hep-th]"
        ]
        lines += ["pdf", "DOI", "cite", "claim", "reference search", f"{work.cited} citations"]
    return "\n".join(lines)


def ads_list(works: Sequence[Work], rng: random.Random) -> str:
    lines = [f"Your search returned {len(works)} results"]
    for at, work in enumerate(works, 1):
        bibcode = f"{work.year}ApJ...{work.volume:3d}.{work.first:4d}L".replace(" ", ".")
        lines += [str(at), bibcode]
        lines += [f"{work.year}/05"] + ([f"cited: {work.cited}"] if rng.random() < 0.7 else [])
        lines += [work.title, inverted(work) + rng.choice(["", "; and 3 more"])]
    return "\n".join(lines)


def openreview_profile(works: Sequence[Work], rng: random.Random) -> str:
    lines = ["Publications"]
    for work in works:
        lines += [work.title, full(work)]
        dates = f"02 May {work.year} (modified: 12 May 2024)"
        lines += rng.choice([[dates, work.venue, "Readers: Everyone"], [f"{dates}{work.venue}Readers: Everyone"]])
    return "\n".join(lines)


def acm_library(works: Sequence[Work], _: random.Random) -> str:
    lines = [f"{len(works)} Results"]
    for work in works:
        lines += ["research-article", work.title, full(work)]
        lines += [
            f"{work.venue}, Volume {work.volume}, Issue {work.issue} • May {work.year}, pp {work.first}–{work.last} • https://doi.org/10.1145/{work.number}.1"
        ]
        lines += ["It is shown that winters are noisy.", str(work.cited), "123"]
    return "\n".join(lines)


def ieee_xplore(works: Sequence[Work], _: random.Random) -> str:
    lines = []
    for work in works:
        lines += [work.title, full(work, "; "), work.venue]
        lines += [f"Year: {work.year} | Volume: {work.volume}, Issue: {work.issue} | Journal Article | Publisher: IEEE"]
        lines += [f"Cited by: Papers ({work.cited})", "Abstract", "HTML", "PDF"]
    return "\n".join(lines)


def scopus_list(works: Sequence[Work], rng: random.Random) -> str:
    lines = [f"{len(works)} documents"]
    for work in works:
        lines += ["Article" + rng.choice(["", " • Open access"]), work.title, dotted(work)]
        lines += [
            f"{work.venue}, {work.year}, {work.volume}({work.issue}), pp. {work.first}–{work.last}",
            str(work.cited),
            "Citations",
        ]
    return "\n".join(lines)


def web_of_science(works: Sequence[Work], _: random.Random) -> str:
    lines = [f"{len(works)} results from Web of Science Core Collection"]
    for at, work in enumerate(works, 1):
        lines += [str(at), work.title, "; ".join(f"{family}, {initials(given)}" for given, family in work.authors)]
        lines += [
            f"May {work.year} |",
            work.venue.upper(),
            f"{work.volume} ({work.issue}) , pp.{work.first}-{work.last}",
        ]
        lines += [str(work.cited), "Citations", "40", "References"]
    return "\n".join(lines)


def researchgate(works: Sequence[Work], _: random.Random) -> str:
    lines = ["Publications"]
    for work in works:
        lines += [work.title, "Article", "Full-text available", f"May {work.year} · {work.venue}"]
        lines += [f"{work.cited} Reads", full(work, " · "), "Download", "Share"]
    return "\n".join(lines)


def ssrn_author(works: Sequence[Work], _: random.Random) -> str:
    lines = [f"Scholarly Papers ({len(works)})"]
    for at, work in enumerate(works, 1):
        *others, last = (f"{given} {family}" for given, family in work.authors)
        lines += [f"{at}.", work.title, f"Number of pages: 36 Posted: 12 May {work.year} Last Revised: 03 Jun 2024"]
        lines += [
            f"{', '.join(others)} and {last}" if others else last,
            "University of Oulu",
            f"Downloads {work.cited} (300,000)",
        ]
    return "\n".join(lines)


def hugging_face(works: Sequence[Work], _: random.Random) -> str:
    lines = [f"Papers {len(works)}"]
    for work in works:
        lines += [work.title, f"Paper • {work.arxiv} • Published May 3, {work.year} • {work.cited}"]
    return "\n".join(lines)


def al_folio(works: Sequence[Work], _: random.Random) -> str:
    lines = ["publications"]
    for year in sorted({work.year for work in works}, reverse=True):
        lines.append(str(year))
        for work in works:
            if work.year == year:
                lines += [work.title, full(work), f"{work.venue}, May {year}", "Abs Bib PDF"]
    return "\n".join(lines)


def plain_rows(works: Sequence[Work], rng: random.Random) -> str:
    parts = []
    title_first = rng.random() < 0.5
    for work in works:
        parts.append(
            "\n".join(
                [*([work.title, full(work)] if title_first else [full(work), work.title]), f"{work.venue}, {work.year}"]
            )
        )
    return "Publications\n\n" + "\n\n".join(parts)
