"""What the templates of the generators bring along as examples: nobody's papers, posts and talks."""

from __future__ import annotations

import re

from publist.importing.migrating.old_markup import without_comments

_TITLES = re.compile(
    r"paper title number \d+.*|blog post number \d+|future blog post|talk \d+ on relevant topic.*"
    r"|tutorial \d+ on relevant"
    r" topic.*|conference proceeding talk \d+.*|portfolio item number \d+|teaching experience \d+"
    r"|an example (?:journal article|conference paper|preprint.*)|example (?:talk|event|page|project|post|course).*"
    r"|(?:internal|external) project|a post with .*|a distill-style blog post|displaying (?:beautiful|external) .*"
    r"|announcement_\d+|the godfather|project \d+(?: with background image)?|sample news|archive layout with content"
    r"|lorem ipsum.*|an example post",
    re.IGNORECASE,
)
_MANUALS = re.compile(
    r"\W*(?:learn (?:python|javascript)|teach academic courses|manage your projects"
    r"|sharpen your thinking with a second brain|communicate your results effectively with the best data visualizations"
    r"|easily create your own simple yet highly customizable blog|writing technical content in (?:academic|markdown)"
    r"|display jupyter notebooks with academic"
    r"|(?:academic|welcome to wowchemy|welcome to hugo blox).*website builder.*)\W*",
    re.IGNORECASE,
)
"""What Hugo's themes tell their users about themselves, in posts and courses."""
_NEWS = re.compile(
    r"\s*(?:a simple inline announcement(?: with markdown emoji!?)?[\s.]*(?::\w+:\s*)*"
    r"|announcements and news can be much longer than just quick inline posts\..*)",
    re.IGNORECASE | re.DOTALL,
)
_OF_THE_THEME = re.compile(r"hugo ?blox|wowchemy|sourcethemes|\bacademic'?s? (?:theme|framework|is)\b", re.IGNORECASE)
_OWNERS = re.compile(
    r"your name|your sidebar name|you r\.? name|your (?:full )?name.*|nelson bighetti|吳恩達|first last|john doe"
    r"|first name last name|blank|name",
    re.IGNORECASE,
)
_CITATION = re.compile(r"^\W*your name, you\b", re.IGNORECASE)


def is_example(title: str, said: str = "") -> bool:
    """Whether a page of this title is one of a template's; ``said`` is its citation."""
    return bool(
        _TITLES.fullmatch(title.strip(" ."))
        and (not said or _CITATION.match(said) or "title number" not in title.lower())
    )


def is_manual(title: str, body: str) -> bool:
    """Whether a page is one in which the theme tells about itself."""
    return bool(_MANUALS.fullmatch(title.strip()) and _OF_THE_THEME.search(body))


def is_news(body: str) -> bool:
    """Whether a piece of news is one of al-folio's own."""
    return bool(_NEWS.fullmatch(body))


def is_nobodys_link(address: str) -> bool:
    """Whether an address is one that a template has for an example, as that of Albert Einstein."""
    return bool(_NOBODYS.search(address))


def is_placeholder(address: str) -> bool:
    """Whether the address of a file is the template's own, which every copy of it has under each paper."""
    return bool(_PLACEHOLDER.fullmatch(address))


def says_nothing(title: str) -> bool:
    """Whether a site's title says what any site is, and not whose."""
    return bool(_NO_TITLE.fullmatch(title.strip(" .!")))


def is_nobody(name: str) -> bool:
    """Whether a name stands where the owner is to write theirs."""
    return not name.strip() or bool(_OWNERS.fullmatch(name.strip(" .")))


_PLACEHOLDER = re.compile(
    r"(?:https?:)?//(?:www\.)?academicpages\.github\.io/files/(?:paper|slides|bibtex)\d?\.(?:pdf|bib)", re.IGNORECASE
)
_NOBODYS = re.compile(
    r"user=(?:qc6CJjYAAAAJ|sIwtMXoAAAAJ|PS_CX0AAAAAJ)\b|inspirehep\.net/authors/1010907\b|alberteinstein\.com|academicpages\.com"
    r"|(?:twitter|x)\.com/(?:GeorgeCushen|wowchemydev|GetResearchDev)\b|github\.com/(?:gcushen|wowchemy|HugoBlox)\b"
    r"|(?:example|yourname|your-?name)\.(?:com|org)|discord\.gg/z8wNYzb"
    r"|linkedin\.com/(?:in/)?(?:your|$)|reddit\.com/?$",
    re.IGNORECASE,
)
_NO_TITLE = re.compile(
    r"about(?: me)?|home(?: ?page)?|welcome|my (?:web)?site|academic(?: ?pages)?|(?:personal|academic)"
    r" (?:web ?site|(?:home ?)?page)|hugo academic cv theme|blank|untitled|index|main",
    re.IGNORECASE,
)
_BOILERPLATE = re.compile(
    r"^.*(?:write your biography here\. tell the world about yourself|put your address / p\.o\. box / other info right"
    r"|link to your social media connections, too\. this theme|for now, this page is assumed to be a static description"
    r"|organize your courses by years, topics, or universities|this is a page not in th emain menu"
    r"|this page is assumed to be a static|materials for courses you taught\. replace this"
    r"|click the \*?(?:cite|slides)\*? button above|create your slides in markdown"
    r"|supplementary notes can be added"
    r" here, including|add the publication's \*\*full text\*\*"
    r"|this work is driven by the results in my \[previous paper\]"
    r"|slides can be added in a few ways|further event details, including page elements).*$",
    re.IGNORECASE | re.MULTILINE,
)
"""Lines that templates put under the front matter of new pages."""


def without_boilerplate(body: str) -> str:
    """The text of a page without what its template put there."""
    return _BOILERPLATE.sub("", without_comments(body))


def is_lorem(text: str) -> bool:
    """Whether a text is one of those that fill the space of another."""
    return text.lower().startswith(("lorem ipsum", "an optional shortened abstract"))
