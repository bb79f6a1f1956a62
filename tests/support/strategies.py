"""Random papers for property tests: every field, awkward text among the ordinary."""

from typing import Any

from hypothesis import strategies as st

from publist.content.schema.paper import FIELDS
from publist.model.paper import CSL_TYPES, STATUSES, Date, Name, Notice, Paper, Version
from publist.text.author_marks import apart
from publist.text.unicode_forms import composed

AWKWARD = [
    "no", "Yes", "true", "null", "~", "1.10", "12:30", "2023", "0123", "1e3", "0x1F", "2023-09-18", ".5", "=", "<<",
    "a: b", "a:b", "- a", "-", "#a", "a #b", "a# b", "[x]", "{x", "x]", "a, b", "'", '"', "it's", '"q"',
    "*e*", "&c", "!t",
    "@x", "`x`", "%", "|", ">", "?", "? a", ":", ": a", "---", "...", "\\alpha", "$x^2$", "李明", "Ünï", "a\u00a0b",
    "e\u0301", "😀", "a\u2028b", "a\ufeffb", "\u200fx", "ends:", "x:\ty",
]  # fmt: skip
_LETTERS = st.characters(exclude_categories=["Cs", "Cc"])
LINES = (st.sampled_from(AWKWARD) | st.text(_LETTERS, min_size=1, max_size=30)).map(
    lambda text: composed(" ".join(text.split()))
).filter(bool)  # fmt: skip
MARKDOWN = st.lists(LINES | st.just("") | st.just("---") | st.just("    code"), max_size=5).map("\n".join)
DATES = st.builds(Date.of, st.integers(1000, 2999)) | st.dates().map(lambda day: Date(day.year, day.month, day.day))
URLS = st.sampled_from(["https://example.org/a.pdf", "http://example.org/?q=1#x", "assets/paper.pdf"])
WEB = st.sampled_from(["https://example.org/", "http://example.org/~me"])
DOIS = st.integers(1000, 99999).map(lambda number: f"10.{number}/x.{number}")
ARXIVS = st.integers(1000, 9999).map(lambda number: f"23{number % 100:02d}.{number:05d}")
NAMES = st.builds(
    Name,
    name=LINES,
    given=st.just("") | LINES,
    family=st.just("") | LINES,
    particle=st.sampled_from(["", "van", "de la"]),
    suffix=st.sampled_from(["", "Jr.", "III"]),
    literal=st.booleans(),
    orcid=st.sampled_from(["", "0000-0002-1825-0097"]),
    url=st.just("") | WEB,
    affiliation=st.just("") | LINES,
    note=st.just("") | LINES,
    equal=st.booleans(),
    corresponding=st.booleans(),
)
PEOPLE = (LINES.map(Name) | NAMES).filter(lambda name: apart(name.name) == (name.name, ""))
"""Names without marks behind them, which a paper file keeps beside the name."""
NOTICES = st.builds(Notice, date=st.none() | DATES, url=st.just("") | WEB, note=st.just("") | LINES)
VERSIONS = st.builds(
    Version,
    type=st.sampled_from(["", "article", "article-journal"]),
    title=LINES,
    date=st.none() | DATES,
    doi=st.just("") | DOIS,
    arxiv=st.just("") | ARXIVS,
    url=st.just("") | WEB,
    slug=st.sampled_from(["", "old", "Ünï", "a b"]),
    **{name: st.just("") | LINES for name in ("venue", "volume", "issue", "pages", "publisher", "key")},
)
PLAIN = st.recursive(
    LINES,
    lambda inner: st.lists(inner, min_size=1, max_size=3) | st.dictionaries(LINES, inner, min_size=1, max_size=3),
    max_leaves=6,
)
_KNOWN = {field.name for field in FIELDS}
_BY_FIELD: dict[str, st.SearchStrategy[Any]] = {
    "title": LINES,
    "authors": st.lists(PEOPLE, max_size=4).map(tuple),
    "editors": st.lists(PEOPLE, max_size=2).map(tuple),
    "date": st.none() | DATES,
    "type": st.sampled_from(sorted(CSL_TYPES)),
    "doi": st.just("") | DOIS,
    "arxiv": st.just("") | ARXIVS,
    "pmid": st.sampled_from(["", "31452104"]),
    "pmcid": st.sampled_from(["", "PMC6699999"]),
    "links": st.dictionaries(LINES, URLS, max_size=3),
    "status": st.sampled_from(["", *STATUSES]),
    "retraction": st.none() | NOTICES,
    "corrections": st.lists(NOTICES, max_size=2).map(tuple),
    "versions": st.lists(VERSIONS, max_size=2).map(tuple),
    "review": st.lists(st.sampled_from(["title", "authors", "abstract"]), unique=True).map(tuple),
    "note": MARKDOWN.map(str.strip),
    "extra": st.dictionaries(LINES.filter(lambda key: key not in _KNOWN), PLAIN, max_size=2),
    "abstract": MARKDOWN,
    "weight": st.integers(0, 10_000),
    "aliases": st.lists(st.sampled_from(["old", "Ünï", "a b"]), unique=True).map(tuple),
    **{flag: st.booleans() for flag in ("et_al", "code", "featured", "draft")},
    **{
        words: st.lists(LINES, max_size=4).map(tuple)
        for words in ("collaboration", "affiliations", "topics", "keywords", "awards")
    },
}


@st.composite
def papers(draw: st.DrawFn) -> Paper:
    """A paper with a few fields filled, as a file could say it."""
    optional = sorted(set(Paper._fields) - {"title"})
    chosen = draw(st.lists(st.sampled_from(optional), unique=True, max_size=10))
    return Paper(**{name: draw(_BY_FIELD.get(name, st.just("") | LINES)) for name in ("title", *chosen)})
