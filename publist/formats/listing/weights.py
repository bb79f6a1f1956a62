"""The table of evidence: what each feature of a seam weighs, each with an example (the bar marks the seam).

The weights are log-odds: a conditional logistic regression over the possible seams of real lines gave them, with and
without abstracts, as they are and with authors of other papers, pulled towards general knowledge where a feature is
rare (tests/benchmarks/listing_weights.py fits them again). Two candidates are compared by their sums, so that only
differences count.
"""

from __future__ import annotations

from typing import NamedTuple


class Evidence(NamedTuple):
    """The weight of a feature, and a line that has it; ``beside`` is what the page says for the example to hold.

    In ``beside``, ``=word`` is a common word of the page, ``@Name`` a name on it, anything else the abstract.
    """

    weight: float
    example: str
    beside: str = ""


WEIGHTS: dict[str, Evidence] = {
    # Where title and name meet.
    "join: small letter, capital": Evidence(1.4, "Speech Recognition|Ada Byron"),
    "join: capital, word": Evidence(0.7, "Long-Form ASR|Ronny Byron"),
    "join: capital, initial": Evidence(-0.3, "Long-Form ASR|W. Ronny Byron"),
    "join: capital, capital": Evidence(-1.9, "Long-Form AS|RW. Ronny Byron"),
    "join: after a digit": Evidence(0.0, "Tech Report 2025|Ada Byron"),
    "join: after a closing mark": Evidence(0.2, "Is Attention Enough?|Ada Byron"),
    "join: after a full stop": Evidence(-1.5, "On string theories.|M. T. Byron"),
    "join: after an initial": Evidence(-4.3, "On string theoriesM.|T. Byron"),
    "join: after another mark": Evidence(-2.4, "Pragmatics of C*|Ada Byron"),
    "join: before a small letter": Evidence(-3.7, "Task Planning|ada Byron"),
    "join: after a space": Evidence(-6.6, "Task Planning |Ada Byron"),
    # How the title ends.
    "title ends: English ending": Evidence(2.8, "Speech Recognition|Ada Byron"),
    "title ends: word": Evidence(0.4, "Scaling with Data|Ada Byron"),
    "title ends: capitals": Evidence(0.1, "Long-Form ASR|Ronny Byron"),
    "title ends: acronym, s": Evidence(-0.1, "Training of GANs|Ronny Byron"),
    "title ends: capitals and a word": Evidence(-2.1, "Domains with BERTMohammad|Reza Byron"),
    "title ends: words run together": Evidence(-0.4, "Learning with TensorFlow|Ada Byron"),
    "title ends: common word, word": Evidence(-2.1, "On Complex ManifoldYoung|Joon Byron", "the manifold"),
    "title ends: word, common word": Evidence(1.3, "Modelling with AnyLogic|Ada Byron", "with logic"),
    "title ends: word and one capital": Evidence(-0.7, "On quantum holonomyJ|M Byron"),
    "title ends: one letter": Evidence(-2.2, "Models of B|ERTAda Byron"),
    "title ends: small word": Evidence(-2.9, "On holonomy by Duncan Mc|Byron"),
    "title ends: word after a mark or number": Evidence(-3.0, "An algebra of SO(4)Young|Joon Byron"),
    "title ends: Roman number": Evidence(0.4, "On Quantum Duality, II|Ada Byron"),
    "title ends: no word": Evidence(0.3, "Tech Report 2025|Ada Byron"),
    "title: one word": Evidence(-1.0, "Speech|RecognitionAda Byron"),
    "title: comma before the last word": Evidence(-2.3, "On Duality, Jo|hn Doe"),
    "title: bracket or formula left open": Evidence(-2.1, "Recognition (A|SR)Ada Byron"),
    # Whether the page writes the last word of the title elsewhere.
    "title seen: in the abstract": Evidence(3.5, "Long-Form ASR|Ronny Byron", "models for ASR are"),
    "title seen: in the abstract, other letters": Evidence(2.2, "Kernel Machines|Ada Byron", "with kernel machines"),
    "title seen: its stem in the abstract": Evidence(0.4, "Training Efficiency|Ada Byron", "an efficient model"),
    "title seen: on the page": Evidence(0.8, "Kernel Machines|Ada Byron", "=machines"),
    # The shape of the first author.
    "name: one word": Evidence(-2.2, "On Duality|Madonna"),
    "name: two words": Evidence(1.4, "On Duality|Ada Byron"),
    "name: three words": Evidence(0.5, "On Duality|Ada King Byron"),
    "name: four words": Evidence(-0.6, "On Duality|Ada Maria King Byron"),
    "name: more words": Evidence(-2.2, "On Duality|Ada Maria King of Love Lace"),
    "name begins: word": Evidence(2.2, "On Duality|Ada Byron"),
    "name begins: initial": Evidence(0.2, "On Duality|A. Byron"),
    "name begins: dotted": Evidence(-0.1, "On Duality|A.K.Byron"),
    "name begins: prefixed": Evidence(-0.3, "On Duality|McKinley Byron"),
    "name begins: camel": Evidence(-1.3, "On Duality|YoungJoon Byron"),
    "name begins: capitals": Evidence(-0.4, "On Duality|ADAKING BYRON"),
    "name begins: particle": Evidence(-1.0, "On Duality|van Byron"),
    "name begins: suffix": Evidence(-4.0, "On Duality of Type|II Ada Byron"),
    "name begins: lower": Evidence(-2.0, "On Duality|ada Byron"),
    "name begins: other": Evidence(-5.6, "On Duality|F(2)Ada Byron"),
    "name begins: long word": Evidence(-0.4, "On Duality|Constantine Byron"),
    "name begins: common word": Evidence(-1.3, "Flow of |Logic Ada Byron", "=logic"),
    "name begins: common word, word": Evidence(-1.2, "Modelling with Any|LogicAda Byron", "=logic"),
    "name has: camel": Evidence(-0.3, "On Duality|Ada YoungJoon Byron"),
    "name has: capitals": Evidence(-0.3, "On Duality|Ada BYRON"),
    "name has: common word": Evidence(-1.2, "Any|Logic Model Ada Byron", "=model"),
    "name has: lower": Evidence(-5.6, "On Young|Measures of orderAda Byron"),
    "name has: other": Evidence(-4.8, "On Lattice|Models of F(2) Ada Byron"),
    # Whether the page names the first author elsewhere.
    "name seen: whole": Evidence(2.5, "On Duality|Ada Byron", "@Ada Byron"),
    "name seen: first word": Evidence(1.1, "On Duality|Ada Byron", "@Ada Lovelace"),
    "name seen: last word": Evidence(-0.5, "On Duality|Ada Byron", "@Lord Byron"),
    # How many authors follow, and their shape.
    "others: none": Evidence(-0.9, "On Duality|Ada Byron"),
    "others: one": Evidence(0.6, "On Duality|Ada Byron, Alan Bell"),
    "others: two": Evidence(0.3, "On Duality|Ada Byron, Alan Bell, Emmy Artin"),
    "others: as many initials": Evidence(0.5, "On Duality|A. Byron, E. Artin"),
    "others: one word": Evidence(-1.0, "On QCD|Gravity, Duality"),
    "others: no name": Evidence(-2.8, "On QCD|Gravity, and all its dualsAda Byron"),
}
