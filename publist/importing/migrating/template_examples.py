"""What the templates of the generators bring along as examples: nobody's papers, posts and talks."""

from __future__ import annotations

import re

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


def is_nobody(name: str) -> bool:
    """Whether a name stands where the owner is to write theirs."""
    return not name.strip() or bool(_OWNERS.fullmatch(name.strip(" .")))


_BOILERPLATE = re.compile(
    r"^.*(?:click the \*?(?:cite|slides)\*? button above|create your slides in markdown"
    r"|supplementary notes can be added"
    r" here, including|add the publication's \*\*full text\*\*"
    r"|this work is driven by the results in my \[previous paper\]"
    r"|slides can be added in a few ways|further event details, including page elements).*$",
    re.IGNORECASE | re.MULTILINE,
)
"""Lines that templates put under the front matter of new pages."""


def without_boilerplate(body: str) -> str:
    """The text of a page without what its template put there."""
    return _BOILERPLATE.sub("", body)


def is_lorem(text: str) -> bool:
    """Whether a text is one of those that fill the space of another."""
    return text.lower().startswith(("lorem ipsum", "an optional shortened abstract"))
