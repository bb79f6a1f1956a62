"""Words that tell a venue, a place or a publisher from a title."""

from __future__ import annotations

import re

STRONG = re.compile(
    r"\b(?:journal|zeitschrift|revista|revue|rivista|annals|annales|annalen|archives?|acta|bulletin"
    r"|proceedings|proc\.?|transactions|trans\.|letters|lett\.|review|reviews|magazine|quarterly"
    r"|conf[ée]rences?|atelier|journées|colloque|actes|jornadas|congrès|conferencia|simp[óo]sio|conf\.|symposium|symp\.?|workshops?|congress|congresso?|kongress|konferenz|tagung"
    r"|colloquium|kolloquium|meeting|forum|lecture notes|lncs|notes|advances in|studies in"
    r"|j\.|int\.|comput\.|phys\.|math\.|eng\.|sci\.|appl\.|mech\.|chem\.|biol\.|rev\.|anal\.|ann\."
    r"|arch\.|bull\.|notices|monthly|communications|comm\.|commun\.|handbook|encyclopedia|series"
    r"|preprint|arxiv|biorxiv|medrxiv|ssrn|technical report|tech\. rep\.|report|university"
    r"|universit[äéà]t?|universidad|école|institute|press|学报|大学|期刊|会议)(?!\w)",
    re.IGNORECASE,
)
ACRONYM = re.compile(
    r"(?<![\w-])(?:[A-Z]*(?:CL|ML|IPS|LR|CV|PR|AI|KDD|IR|CHI|CG|SIG[A-Z]+|OSDI|SOSP|NSDI|PODC|STOC|FOCS"
    r"|SODA|ICRA|IROS|RSS|COLT|AISTATS|UAI|EMNLP|COLING|INTERSPEECH|ICASSP|WWW|CIKM|WSDM|VLDB|SIGMOD"
    r"|ICDE|PLDI|POPL|OOPSLA|ICSE|FSE|ASE|USENIX|CCS|NDSS|S&P|CRYPTO|LNCS|LNAI|JMLR|TMLR|PAMI|TACL|PNAS"
    r"|CoRL|CogSci|NeurIPS|SC|DAC|ISCA|MICRO|ASPLOS|HPCA|MM))(?:['’]?\d\d(?:\d\d)?)?(?![\w-])"
)
PUBLISHER = re.compile(
    r"\b(?:springer|elsevier|wiley|ieee|acm|usenix|press|verlag|taylor|francis|mdpi|publishing"
    r"|publishers?|publications|pmlr|curran|aaai|siam|cambridge|oxford|birkh[äa]user|de gruyter|informa"
    r"|iop|plos|frontiers|elsevier|copernicus|university|universit[äéà]t?|universidad|éditions|editorial"
    r"|editora|ediciones|edições|edizioni|editore|presses|societ(?:y|à)|inc|ltd|gmbh|llc|bv|ag|edition)\b\.?",
    re.IGNORECASE,
)
PUBLISHER_ALONE = re.compile(
    r"(?:[A-Z][\w&.’'-]*\s){0,5}(?:Publishing(?:\s\w+)?|Publishers?|Press(?:\s\([A-Z]+\))?|Verlag|Ltd"
    r"|Limited|Inc|LLC|GmbH|BV|B\.V|AG|SAS|Editions?|Éditions)\.?"
    r"|(?:Springer|Elsevier|Wiley|IEEE|ACM|SAGE|Sage|MDPI|Routledge|Hindawi|PeerJ|Informa|Birkhäuser|De"
    r" Gruyter|Copernicus|Frontiers)(?:[\s-][A-Z][\w-]*){0,3}"
    r"|(?:The\s)?(?:[A-Z]\w+\s){1,4}(?:Society|Union|Association|Institute|Academy|College|Federation)"
    r"(?:\s(?:of|for)(?:\s(?:the\s)?[A-Z]\w+(?:\sand)?){1,5})?(?:\s\([A-Z]+\))?"
    r"|(?:Association|Society|Institute) (?:of|for)(?:\s(?:the\s)?[A-Z]\w+(?:\sand)?){1,5}"
)
"""A publisher and nothing else."""
PLACE = re.compile(
    r"\b(?:USA|U\.S\.A\.|UK|Germany|France|Italy|Spain|China|Japan|Canada|Austria|Switzerland"
    r"|Netherlands|Belgium|Sweden|Norway|Denmark|Finland|Poland|Portugal|Greece|Korea|India|Australia"
    r"|Brazil|Mexico|Argentina|Chile|Israel|Singapore|Taiwan|Turkey|Russia|Ireland|Hungary|Czech"
    r" Republic|New Zealand|Berlin|London|Paris|New York|Cham|Heidelberg|Amsterdam|Boston|Vienna|Wien"
    r"|Zürich|Zurich|München|Munich|San Francisco|Seattle|Vancouver|Montreal|Toronto|Beijing|Shanghai"
    r"|Tokyo|Seoul|Sydney|Melbourne|Barcelona|Madrid|Lisbon|Rome|Milan|Stockholm|Copenhagen|Oslo"
    r"|Helsinki|Prague|Warsaw|Budapest|Athens|Dublin|Cambridge|Oxford|Honolulu|Virtual|Online|virtual"
    r"|online|[A-Z]{2}(?=\s*[,:;.)]))(?!\w)"
)
FUNCTION = frozenset(
    """a an the of in on for and or to with by from at as is are via using towards toward under over into through
    between among how what why when where can do does not its their without beyond about against within across based
    der die das des und von im für mit zur zum auf eine einer ein de la le les du et en sur pour dans el los las del y
    un una para con por como""".split()
)
TITLE_ONLY = frozenset(
    """via using towards toward how what why when where can do does not without beyond between based through its their
    is are by from""".split()
)
