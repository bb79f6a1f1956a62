"""What speaks for and against a reading of the authors: their form, their words, what surrounds them."""

from __future__ import annotations

import re
from itertools import pairwise

from publist.formats.references.namelists import NameList
from publist.formats.references.parting import Authors, Reference
from publist.formats.references.signs import bucket, first_sign, signs
from publist.formats.references.spelled import Spelled


def features(authors: Authors | None, reference: Reference, order: str) -> list[str]:
    """Features of the authors: their form, what surrounds them."""
    if authors is None or authors.names is None:
        return ["authors: none"]
    names = authors.names
    found = [f"form: {names.form}", f"place: {order}", f"names {order}: {bucket(len(names.names), 1, 2, 3, 5)}"]
    if len(names.names) > 1:
        found.append(f"joint: {next((mark for mark in '&;/,' if mark in names.joint), '-')}")
    if names.et_al:
        found.append("et al.")
    if names.more:
        found.append(f"could go on: {min(names.more, 2)}")
    if separators := _separators(names, reference.text):
        found.append(f"between: {separators}, {names.form}")
    return [*found, *_surroundings(authors, names, reference.text, order), *_words_of_names(names)]


def _surroundings(authors: Authors, names: NameList, text: str, order: str) -> list[str]:
    """What stands before and behind the names."""
    after, following = signs(authors.gap), text[authors.next : authors.next + 1]
    found = [f"after {order}: {after.strip() or repr(after)}", f"then: {first_sign(following)}"]
    if order != "first":
        before = text[max(0, authors.start - 4) : authors.start]
        found.append(f"before: {signs(before).strip(' w') or 'word'}")
    gap, end = authors.gap.strip(), names.end
    told = {
        f"year after {order}": bool(authors.year),
        "nothing but a space after": not gap and following.isalpha(),
        "by before": order != "first" and bool(_BY.search(text[max(0, authors.start - 6) : authors.start])),
        "names go on?": gap in (",", "&", ";") and following.isupper(),
        "names could begin earlier": authors.earlier,
        "and follows": bool(_AND.match(text, end)),
    }
    return found + [name for name, holds in told.items() if holds]


_BY = re.compile(r"\s[(]?(?:by|with|von|par|por|mit|avec|con)\s+$", re.IGNORECASE)
_AND = re.compile(r"\s*(?:,\s*)?(?:and|&|und|et|y|e)\s")


def _separators(names: NameList, text: str) -> str:
    """The punctuation between the names, each mark once."""
    marks = {mark for one, other in pairwise(names.names) for mark in _separator(text, one, other)}
    return "".join(sorted(marks))


def _separator(text: str, one: Spelled, other: Spelled) -> str:
    """The punctuation between two names."""
    end = max(word.end for word in (*one.family, *one.given))
    start = min(word.start for word in (*other.family, *other.given))
    return "".join(mark for mark in ",;/" if mark in text[end:start])


_NO_NAMES = frozenset(
    """the on an of in for and with towards deep learning neural network networks model models method methods analysis
    data new systems system theory using approach study review journal conference international proceedings university
    press science sciences research engineering computer computing physics mathematics letters transactions
    quantum optimization language vision machine robust efficient adaptive finite element numerical simulation
    proc workshop symposium advances annual american european national society association institute technology
    information processing artificial intelligence applied mechanics materials computational applications
    modeling modelling dynamics control design multi non high low fast large scale based generative""".split()
)


def _words_of_names(read: NameList) -> list[str]:
    """Features of the words of the names."""
    found: list[str] = []
    names = read.names
    single = initials = longish = known = double = 0
    for spelled in names:
        words = (*spelled.family, *spelled.given)
        kinds = {word.kind for word in words}
        single += len(words) == 1 and words[0].kind != "N"
        initials += bool(kinds & set("IJB"))
        longish += (len(words) > 3 and not kinds & set("IJBP")) or (words[0].kind == "N" and len(words[0].text) > 4)
        double += sum(word.kind in "CU" for word in spelled.family) > 1
        known += any(word.text.lower().rstrip(".") in _NO_NAMES for word in words)
    if known:
        found.append("a word that is no name")
    if double:
        found.append(f"family names of several words: {'all' if double == len(names) else 'some'}")
    if single:
        found.append("a single word as name")
    if longish:
        found.append("a long name")
    share = initials / len(names)
    found.append(
        f"initials: {'all' if share == 1 else 'some' if share else 'none'} {'one' if len(names) == 1 else 'many'}"
    )
    last = names[-1]
    if last.family and last.given and last.given[-1].kind in "CU" and read.form.startswith("inverted"):
        before = {word.kind for spelled in names[:-1] for word in spelled.given}
        if (before and not before & set("CU")) or last.given[0].kind in "IJB":
            found.append("a word after the last initials")
    if last.given and last.given[-1].kind in "IJ" and not last.family:
        found.append("ends with initials")
    return found
