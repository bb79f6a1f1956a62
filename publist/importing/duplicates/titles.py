"""Whether two titles may be those of one work: what comes and goes between versions, and what makes another work.

A word of a title is what stands between spaces, so that ``non-convex`` counts once; its parts are compared alone, so
that ``multi-task``, ``multi task`` and ``multitask`` are the same.
"""

from __future__ import annotations

import re
import unicodedata
from difflib import SequenceMatcher
from functools import lru_cache
from typing import NamedTuple

from publist.importing.duplicates.recognition import folded

SAME, NEARLY, SUBTITLE, LIKE = (
    "same title",
    "nearly the same title",
    "same title but for a subtitle",
    "titles that differ little",
)
_EMPTY_WORDS = frozenset(
    """a an and as at based be between by can do does for from how in into is it its many new novel of on or our over
    several some that the their to toward towards under using via we what when with within and extended abstract
    version full short preprint technical report der die das ein eine und für von""".split()
)
"""Words that come and go between versions of a title."""
_OTHER_WORK = frozenset(
    """addendum appendix comment comments corrigendum correction discussion erratum errata part poster rejoinder
    remarks reply response review revisited slides supplement supplementary survey tutorial workshop""".split()
)
"""What makes another work of a title that begins or ends with it."""
_OVERVIEWS = frozenset("survey review overview tutorial".split())
_NEGATIONS = frozenset(("not", "non"))
_NUMERALS = frozenset("i ii iii iv v vi vii viii ix x".split())
_GENERIC = frozenset(
    """editorial preface introduction foreword conclusion conclusions guest editors editor message chairs welcome
    special issue section overview index abstracts proceedings panel keynote obituary""".split()
)
_CUT = re.compile(r"\s*(?::|[.?!](?=\s)|\s[-–—]+\s|—)\s*")
_MARKUP = re.compile(r"[{}*`~_]|\\[a-z]+")
_PART = re.compile(r"[^\W_]+")
_ALIKE = 0.75
"""Least likeness of two forms of one word (difflib's ratio)."""
_SHORT, _LONG = 6, 8
"""With fewer words a title has less room to differ."""


class Title(NamedTuple):
    """A title's telling parts of words; ``word_of`` numbers the words that they are parts of.

    ``cuts`` are the numbers of parts before each colon, dash or full stop: there a subtitle may begin.
    """

    folded: str
    parts: tuple[str, ...]
    word_of: tuple[int, ...]
    cuts: tuple[int, ...]

    @property
    def length(self) -> int:
        """How many telling words it has."""
        return len(set(self.word_of))


def title_of(text: str) -> Title:
    """What of a title (Markdown) is compared."""
    text = _MARKUP.sub("", text)
    said = plain(text).replace("'", "").replace("’", "")
    parts: list[tuple[str, int]] = []
    cuts: list[int] = []
    every = [[_PART.findall(word) for word in segment.split()] for segment in _CUT.split(said)]
    empty = _EMPTY_WORDS if any(part not in _EMPTY_WORDS for words in every for word in words for part in word) else ()
    number = 0
    for segment in every:
        for word in segment:
            parts += [(part, number) for part in word if part not in empty]
            number += 1
        cuts.append(len(parts))
    return Title(folded(text), tuple([part for part, _ in parts]), tuple([at for _, at in parts]), tuple(cuts[:-1]))


def plain(text: str) -> str:
    """Lower-case letters without accents."""
    if not text.isascii():
        text = "".join(char for char in unicodedata.normalize("NFKD", text) if not unicodedata.combining(char))
    return text.casefold()


def likeness_of_titles(one: Title, other: Title, *, step: bool) -> str:
    """What two titles have in common, in words; nothing where they are those of two works.

    ``step`` says that one is a preprint's title and the other a publication's: others differ in nothing but form.
    """
    if not one.parts or not other.parts or _GENERIC.issuperset(one.parts):
        return ""
    if "".join(one.parts) == "".join(other.parts):
        return SAME if one.folded == other.folded else NEARLY
    if _is_head(one, other, step=step) or _is_head(other, one, step=step):
        return SUBTITLE
    return LIKE if _differ_little(one, other, step=step) else ""


def _is_head(short: Title, long: Title, *, step: bool) -> bool:
    """Whether the one title is what stands before a subtitle of the other, and that does not begin another work."""
    whole = "".join(short.parts)
    cut = next((cut for cut in long.cuts if "".join(long.parts[:cut]) == whole), 0)
    if not cut or cut == len(long.parts) or (len(short.parts) < 3 and not step):
        return False
    first = long.parts[cut]
    return (step and first in _OVERVIEWS) or not (first in _OTHER_WORK or _is_number(first))


def _differ_little(one: Title, other: Title, *, step: bool) -> bool:
    mine, theirs = _left_over(one, other)
    if _said(one, mine) == _said(other, theirs):
        return True  # one word or two: multi-task, multitask
    if not step or _tells_apart(one, mine) or _tells_apart(other, theirs):
        return not (mine or theirs)  # between two publications, a word more makes a sister paper
    if _has_number(one, mine) and _has_number(other, theirs):
        return False
    longest = max(one.length, other.length)
    missing = max(_words(one, mine), _words(other, theirs))
    begins = 0 in {one.word_of[at] for at in mine} | {other.word_of[at] for at in theirs}
    if begins and (longest < _SHORT or missing > 1):
        return False  # put before the whole title: "Causal Falling Rules" is not "Falling Rules"
    if mine and theirs:
        return longest >= 4 and missing == 1 and _shared(one, other) == _shared(other, one)
    return longest >= 3 and missing <= (1 if longest < _LONG else 2)


def _left_over(one: Title, other: Title) -> tuple[list[int], list[int]]:
    """The places of the parts that the other title has in no form, for either."""
    left = [at for at, part in enumerate(one.parts) if part not in other.parts]
    theirs = [at for at, part in enumerate(other.parts) if part not in one.parts]
    mine = []
    for at in left:
        form = next((place for place in theirs if _forms_of_one(one.parts[at], other.parts[place])), None)
        if form is None:
            mine.append(at)
        else:
            theirs.remove(form)
    return mine, theirs


def _tells_apart(title: Title, left: list[int]) -> bool:
    """Whether one of the parts that only this title has makes it another work."""
    edges = {0, len(title.parts) - 1, *title.cuts, *(cut - 1 for cut in title.cuts)}
    return any(_is_telling(title, at, left, at in edges) for at in left)


def _is_telling(title: Title, at: int, left: list[int], at_edge: bool) -> bool:
    """A number by itself or at an end, the name of a kind of work at an end, a negation of what stays."""
    part = title.parts[at]
    beside = [place for place, word in enumerate(title.word_of) if word == title.word_of[at] and place != at]
    if part in _NEGATIONS:
        return not beside or any(place not in left for place in beside)
    if _is_number(part):
        return at_edge or not (beside or _is_mixed(part))
    return at_edge and part in _OTHER_WORK


def _is_number(part: str) -> bool:
    return part in _NUMERALS or any(map(str.isdigit, part))


def _is_mixed(part: str) -> bool:
    """``2d`` or ``e8``: a name with a number in it."""
    return any(map(str.isdigit, part)) and any(map(str.isalpha, part))


def _has_number(title: Title, left: list[int]) -> bool:
    return any(_is_number(title.parts[at]) for at in left)


def _words(title: Title, left: list[int]) -> int:
    return len({title.word_of[at] for at in left})


def _said(title: Title, left: list[int]) -> str:
    return "".join([title.parts[at] for at in left])


def _shared(one: Title, other: Title) -> list[str]:
    return [part for part in one.parts if part in other.parts]


@lru_cache(1 << 16)
def _forms_of_one(one: str, other: str) -> bool:
    """Two inflections or spellings: the beginning is the same (supervised is not unsupervised)."""
    return one[:3] == other[:3] and SequenceMatcher(None, one, other, autojunk=False).ratio() >= _ALIKE
