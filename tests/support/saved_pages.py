"""Invented papers as saved pages of sites, in the markup that these pages have."""

from __future__ import annotations

import random
from collections.abc import Sequence
from html import escape

from tests.support.works import Work, behind, full, short


def _page(site: str, body: str) -> str:
    head = (
        f"<!-- saved from url=(0040){site} --><html><head><title>Page</title><style>a {{ color: red }}</style></head>"
    )
    return (
        f"<!DOCTYPE html>\n{head}\n<body><div role='banner'><a href='{site}'>Sign in</a></div>\n{body}</body></html>\n"
    )


def scholar(works: Sequence[Work], rng: random.Random) -> str:
    """The table of a profile; the year stands a second time for narrow windows."""
    rows = "".join(
        f'<tr class="gsc_a_tr"><td class="gsc_a_t"><a href="https://scholar.google.com/citations?x={work.number}" '
        f'class="gsc_a_at">{escape(work.title)}</a><div class="gs_gray">{escape(short(work))}</div>'
        f'<div class="gs_gray">{escape(work.venue)} {work.volume} ({work.issue}), {work.first}-{work.last}'
        f'<span class="gs_oph">, {work.year}</span></div></td><td class="gsc_a_c">'
        f'<a href="#" class="gsc_a_ac gs_ibl">{work.cited or ""}</a></td>'
        f'<td class="gsc_a_y"><span class="gsc_a_h gsc_a_hc gs_ibl">{work.year}</span></td></tr>'
        + rng.choice(["", "\n"])
        for work in works
    )
    head = '<div id="gsc_prf_in">Ngozi Adeyemi</div><div class="gsc_prf_il">Verified email at oulu.example</div>'
    table = "<thead><tr><th><a>Title</a></th><th><a>Cited by</a></th><th><a>Year</a></th></tr></thead>"
    return _page(
        "https://scholar.google.com/citations",
        f"{head}<table id='gsc_a_t'>{table}<tbody id='gsc_a_b'>{rows}</tbody></table><button>Show more</button>",
    )


def dblp(works: Sequence[Work], _: random.Random) -> str:
    """Entries with their number, a menu that opens over the page, and the citation."""
    entries = "".join(
        f'<li class="year">{work.year}</li><li class="entry article" id="journals/x/{work.number}">'
        f'<div class="box"></div><div class="nr" id="j{at}">[j{at}]</div><nav class="publ"><ul><li class="drop-down">'
        f'<div class="head"><a href="https://doi.org/{work.doi}"><img src="x.png"></a></div><div class="body"><ul><li>'
        f'<a href="https://doi.org/{work.doi}">electronic edition via DOI</a></li></ul></div></li></ul></nav>'
        f'<cite class="data tts-content" itemprop="headline">'
        + ", ".join(
            '<span itemprop="author"><a href="https://dblp.org/pid/1"><span itemprop="name">'
            f"{escape(name)}</span></a></span>"
            for name in full(work, "|").split("|")
        )
        + f':<br> <span class="title" itemprop="name">{escape(work.title)}.</span> <a href="https://dblp.org/db/x">'
        f'<span itemprop="name">{escape(work.venue)}</span> <span itemprop="volumeNumber">{work.volume}</span>'
        f'(<span itemprop="issueNumber">{work.issue}</span>)</a>: <span itemprop="pagination">{work.first}-{work.last}'
        f'</span> (<span itemprop="datePublished">{work.year}</span>)</cite></li>\n'
        for at, work in enumerate(works, 1)
    )
    return _page("https://dblp.org/pid/1", f"<h1>Ngozi Adeyemi</h1><ul class='publ-list'>{entries}</ul>")


def pubmed(works: Sequence[Work], _: random.Random) -> str:
    """Results with the spellings for wide and for narrow windows."""
    results = "".join(
        f'<article class="full-docsum"><div class="item-selector-wrap"><label>{at}</label>'
        f'<div class="result-actions-bar"><button>Cite</button><button>Share</button></div></div><div>'
        f'<div class="docsum-content"><a class="docsum-title" href="/{30000000 + work.number}/">'
        f"\n   {escape(work.title)}.\n</a>"
        '<div class="docsum-citation full-citation"><span class="docsum-authors full-authors">'
        f"{escape(behind(work))}.</span>"
        f'<span class="docsum-authors short-authors">Somebody A, et al.</span><br>'
        f'<span class="docsum-journal-citation full-journal-citation">{escape(work.venue)}. {work.year} May 3;'
        f"{work.volume}({work.issue}):{work.first}-{work.last}. doi: {work.doi}.</span>"
        f'<span class="docsum-journal-citation short-journal-citation">{escape(work.venue)}. {work.year}.</span><br>'
        f'<span class="citation-part">PMID: <span class="docsum-pmid">{30000000 + work.number}</span></span></div>'
        f"</div></div></article>\n"
        for at, work in enumerate(works, 1)
    )
    return _page(
        "https://pubmed.ncbi.nlm.nih.gov/?term=x", f"<h3>{len(works)} results</h3><section>{results}</section>"
    )


def arxiv_search(works: Sequence[Work], rng: random.Random) -> str:
    """Results with badges; the whole abstract is hidden behind its beginning."""
    results = "".join(
        f'<li class="arxiv-result"><div class="is-marginless"><p class="list-title is-inline-block">'
        f'<a href="https://arxiv.org/abs/{work.arxiv}">arXiv:{work.arxiv}</a><span>&nbsp;[<a '
        f'href="https://arxiv.org/pdf/{work.arxiv}">pdf</a>]&nbsp;</span></p><div class="tags is-inline-block">'
        f'<span class="tag is-small">cs.SD</span></div>'
        + rng.choice(
            [
                "",
                f'<div><span class="tag">doi</span> <span><a href="https://doi.org/{work.doi}">{work.doi}</a></span></div>',
            ]
        )
        + f'</div><p class="title is-5 mathjax">\n  {escape(work.title)}\n</p>'
        + '<p class="authors"><span>Authors:</span>\n'
        + ",\n".join(f'<a href="/search/?x">{escape(name)}</a>' for name in full(work, "|").split("|"))
        + '</p><p class="abstract mathjax"><span>Abstract</span>: <span class="abstract-short">It is shown that '
        'winters are noisy. <a class="is-size-7">&#9661; More</a></span><span class="abstract-full" '
        'style="display: none;">It is shown again.</span></p>'
        f'<p class="is-size-7"><span>Submitted</span> 3 May, {work.year}; <span>originally announced'
        f"</span> May {work.year}.</p></li>\n"
        for work in works
    )
    return _page(
        "https://arxiv.org/search/", f"<h1>Showing 1–{len(works)} of {len(works)} results</h1><ol>{results}</ol>"
    )


def arxiv_listing(works: Sequence[Work], _: random.Random) -> str:
    """A list with terms and their descriptions."""
    items = "".join(
        f"<dt><a name='item{at}'>[{at}]</a> <a href ='https://arxiv.org/abs/{work.arxiv}' title='Abstract'>\n"
        f"arXiv:{work.arxiv} </a> [<a href='https://arxiv.org/pdf/{work.arxiv}'>pdf</a>, <a href='#'>other</a>]</dt>\n"
        f"<dd><div class='meta'><div class='list-title mathjax'><span class='descriptor'>Title:</span>\n"
        f"{escape(work.title)}</div><div class='list-authors'>"
        + ", ".join(f"<a href='#'>{escape(name)}</a>" for name in full(work, "|").split("|"))
        + "</div><div class='list-subjects'><span class='descriptor'>Subjects:</span> <span class='primary-subject'>"
        "Sound (cs.SD)</span>; Machine Learning (cs.LG)</div></div></dd>\n"
        for at, work in enumerate(works, 1)
    )
    return _page(
        "https://arxiv.org/list/cs.SD/recent", f"<h1>Sound</h1><p>Total of {len(works)} entries</p><dl>{items}</dl>"
    )


def alphaxiv(works: Sequence[Work], rng: random.Random) -> str:
    """Cards: a title that is a link, subjects, institutions, the abstract, buttons; links may name the version."""
    cards = "".join(
        f'<div class="card"><span>12 May {work.year}</span><div>machine-learning</div>'
        f'<a href="{rng.choice(["", "https://www.alphaxiv.org"])}/abs/{work.arxiv}{rng.choice(["", "v2"])}">'
        f"<h2>{escape(work.title)}</h2></a><div>University of Oulu</div><p>We listen to winters.</p>"
        f'<a href="/overview/{work.arxiv}">View blog</a><button>Bookmark</button><button>{work.cited}</button></div>\n'
        for work in works
    )
    head = '<link rel="canonical" href="https://www.alphaxiv.org/user/ngozi">'
    return _page("https://www.alphaxiv.org/user/ngozi", f"{head}<h1>Ngozi Adeyemi</h1>{cards}")
