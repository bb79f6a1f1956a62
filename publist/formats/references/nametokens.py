"""The words of a list of authors, each with its kind: initials, a capitalised word, a particle, a comma, "et al."."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from publist.formats.references.letters import CJK, UPPER

_PARTICLES = frozenset(
    """van von vom zu zur zum de del della dei degli der den des di da dal dalla dos das do du d' la le las los el al
    ter ten te d. 't bin ben ibn af av auf op in't""".split()
)
_SHOUTED = "DE|LA|DEL|DELLA|DI|DA|DOS|DAS|DO|DU|VAN|VON|DER|DEN|TEN|TER|LE|EL|ZU"
"""Particles of a name in capitals: FERNÁNDEZ DE LA CRUZ."""
_CONJUNCTIONS = frozenset(
    "and AND & y e et ET und UND en og och i a ja dan ir și & und, ve és и и\u306b 和 with".split()
)
_ETAL = (
    r"\[?et\.?\s?al(?:ii|ia|\.)?(?!\w)\.?\]?|(?:and|&|plus)\s+(?:\d+\s+|many\s+|several\s+)?(?:others?"
    r"|co-?workers|co-?authors|colleagues|more)\b(?:\s+authors?\b)?|\+\s?\d+\s+(?:others|more|authors)"
    r"|und\s+(?:andere|weitere)\b|u\.\s?a\.|y\s+(?:otros|cols?\.?|colaboradores)(?!\w)|e\s+(?:outros"
    r"|altri|cols?\.)(?!\w)"
    r"|et\s+(?:coll?\.|autres)(?!\w)|en\s+anderen\b|m\.\s?fl\.|i\s+in\.|i\s+wsp\.|a\s+kol\.|in\s+sod\."
    r"|ve\s+ark\.|vd\.|ym\.|[aá]\s+spol\.|og\s+andre|et\s+\u043a\u043e|\u0438\s+\u0434\u0440\.|等\.?人?|ほか|他(?=[\s.,:])|…"
    r"|\.\s?\.\s?\.|with\s+\d+\s+others|(?<!\w)e\.\s?a\.(?=[\s,;:(]|$)|mfl\.?(?!\w)|jt\.|u\.\s?Mitarb\."
    r"|(?:&|et)\s+(?:al\.|collab\.)|(?:och|og|ja|a|i|in|și|si|és|ve|e|y|\u0438|\u0442\u0430|\u0456)\s+(?:andra|andre|muut"
    r"|další|jiní|iní|inni|drug[ie]\w*|alții|colaboradores|(?:colab|col|sur|dr)(?=\.)|mtsai|munkatársai|diğerleri|suradnici"
    r"|\u0441\u043e\u0430\u0432\u0442|\u0434\u0440\u0443\u0433\u0438\u0435|\u0456\u043d\w*|\u0434\u0440(?=\.))(?!\w)\.?"
    r"|\u03ba(?:\u03b1\u03b9)?\.?\s?\u03ac(?:\u03bb\u03bb\u03bf\u03b9|\.)|\u03c3\u03c4\.\s?\u03ac\."
    r"|(?<![\u4e00-\u9fff])\u5916\s?\d+\u540d|\uc678(?:\s?\d+\s?\uc778?)?(?=[\s(.,])|\u0648\u0622\u062e\u0631\u0648\u0646"
)
_TOKEN = re.compile(
    rf"(?P<etal>{_ETAL})"
    r"|(?P<slash>/|\s[–—-]\s)"
    rf"|(?P<J>(?:Yu|Ya|Ch|Ph|Th|Kh|Zh|Sh|Ts|Chr|Wm|Le)\.)"
    rf"|(?P<I>(?:[{UPPER}](?:\.(?:[a-z]\.)?|(?=[-‐‑–][{UPPER}]\.))[-‐‑–]?\s?){{0,6}}[{UPPER}]\.(?:[a-z]\.)?(?![a-z\d]))"
    rf"|(?P<P>(?:{_SHOUTED})(?=\s(?:(?:{_SHOUTED})\s)*[{UPPER}]{{3}}))"
    rf"|(?P<suffix>(?:Jr|Sr|jr|sr)\b\.?|(?:III|II|IV)(?![\w.])|(?:2nd|3rd|4th)\b)"
    rf"|(?P<B>[{UPPER}]{{2,3}}\.(?=\s?[,;&])|[{UPPER}](?:[-‐‑–]?[{UPPER}]){{0,3}}(?![\w'’]|[-‐‑–]\w|\s[{UPPER}]{{3,}},\s[{UPPER}])"
    rf"|(?:[{UPPER}][a-z]?){{2,3}}(?![\w'’-])(?<=[{UPPER}][a-z][{UPPER}])|[{UPPER}]{{2}}[a-z](?![\w'’-]))"
    rf"|(?P<N>[{CJK}](?:[{CJK}\u00b7\u30fb]*[{CJK}])?)"
    rf"|(?P<word>[^\W\d_][\u0300-\u036f]*(?:[\w\u0300-\u036f'’‘ʼ`´.\-‐‑–]*[\w\u0300-\u036f])?['’]?\.?)"
    r"|(?P<mark>(?:[*∗⋆†‡§¶#✉¹²³⁴⁵⁶⁷⁸⁹⁰†]|\\\*)+)"
    r"|(?P<comma>[,，、])|(?P<semi>[;；])|(?P<amp>&)|(?P<other>\S)"
)
_VOWEL = re.compile("[AEIOUYÄÖÜÁÉÍÓÚ].+")
"""In four capitals in a row, before the last: a short name (WANG, CRUZ) rather than four initials (Roe BSME)."""
_NO_NAMES = frozenset(
    """By With Using Via Towards Toward Through Between Without Beyond From Into Based
    University Universität Universidad Universidade Université Università Universitat Institute Institut Instituto
    Technische Department Feb Apr Aug Sep Sept Oct Nov Dec""".split()
)
"""Words of titles and of houses and months that are no given names, capitalised, that stand in no name."""
_CAPITAL = re.compile(
    rf"(?:van(?:de[nr]?)?|von|de[lr]?|di|[dlDL]['’ʼ]|[a-z]{{1,5}}['’]|[a-z]{{1,3}}[-‘]|'t\s?|O['’]\s?)?[{UPPER}]"
)


class Token(NamedTuple):
    """A word of a byline: kind is a letter (see ``kind_of``), ``text`` what is printed."""

    kind: str
    start: int
    end: int
    text: str


def tokens_of(text: str, walls: Sequence[int] = ()) -> list[Token]:
    """The words of the text; at ``walls`` (where italics begin) a token of its own parts them.

    Kinds: I initials, J initials of two letters (or a short word), B bare initials, C word, U word of capitals,
    P particle, N Chinese, S suffix, ``,`` ``;`` ``&`` ``/`` separators, ``…`` et al., ``*`` a mark, ``.`` the rest.
    """
    found = []
    waiting = list(reversed(walls))
    for match in _TOKEN.finditer(text):
        while waiting and waiting[-1] <= match.start():
            found.append(Token(".", waiting[-1], waiting.pop(), ""))
        kind = "&" if match[0] in _CONJUNCTIONS else _KINDS.get(match.lastgroup or "") or _word(match[0])
        if kind == "B" and len(match[0]) == 4 and _VOWEL.search(match[0]):
            kind = "U"
        found.append(Token(kind, match.start(), match.end(), match[0]))
    return found


_KINDS = {
    "etal": "…", "I": "I", "J": "J", "slash": "/", "suffix": "S", "B": "B", "N": "N", "mark": "*", "comma": ",",
    "semi": ";", "amp": "&", "other": ".", "P": "P",
}  # fmt: skip


def _word(text: str) -> str:
    if text in _PARTICLES or (len(text) > 3 and text[:-1] in _PARTICLES):
        return "P"
    if text in _NO_NAMES or not _CAPITAL.match(text):
        return "l"
    return "U" if text.isupper() and len(text) > 1 else "C"
