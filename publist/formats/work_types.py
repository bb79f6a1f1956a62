"""What databases and reference managers call a type of work, beside the CSL type that it means.

Sources: Crossref's and OpenAlex's lists of types, DataCite's resourceTypeGeneral (schema 4.5), Zotero's and Mendeley's
item types, CSL 1.0.2 appendix III.
"""

from __future__ import annotations

import re

from publist.model.paper import CSL_TYPES

PROCEEDINGS = "proceedings"
"""The genre of a whole volume of proceedings: CSL has no type for it but ``book``."""
_OTHERS = {
    "article": "articlepreprint preprint postedcontent eprint workingpaper",
    "article-journal": "journalarticle articlejournal datapaper letter editorial",
    "periodical": "journal journalissue journalvolume",
    "article-magazine": "magazinearticle", "article-newspaper": "newspaperarticle",
    "paper-conference": "proceedingsarticle conferencepaper inproceedings conferenceproceedings conferenceabstract",
    "book": "monograph editedbook referencebook bookset bookseries proceedings proceedingsseries",
    "chapter": "bookchapter booksection bookpart booktrack inbook incollection",
    "entry-encyclopedia": "referenceentry encyclopediaarticle", "entry-dictionary": "dictionaryentry",
    "thesis": "dissertation phdthesis mastersthesis doctoralthesis",
    "report": "techreport technicalreport reportseries reportcomponent outputmanagementplan projectreport",
    "review": "peerreview reviewarticle", "dataset": "data database", "collection": "datacollection",
    "software": "computerprogram program computationalnotebook", "standard": "standardseries",
    "speech": "presentation talk lecture conferenceposter poster conferencepresentation",
    "motion_picture": "video videorecording film movie audiovisual televisionbroadcast tvbroadcast",
    "song": "sound audiorecording music", "broadcast": "podcast radiobroadcast",
    "webpage": "website online web onlineresource", "post-weblog": "blogpost", "post": "forumpost socialmediapost",
    "legal_case": "case", "legislation": "statute", "personal_communication": "email instantmessage",
    "graphic": "artwork image", "document": "misc generic other text component paratext model workflow",
    "manuscript": "unpublished", "pamphlet": "booklet",
}  # fmt: skip
_BY_NAME = {name: csl for csl, names in _OTHERS.items() for name in names.split()} | {
    re.sub(r"[-_]", "", csl): csl for csl in CSL_TYPES
}


def csl_type(name: str) -> str:
    """The CSL type of a name in any of these systems, however it is spelt; ``document`` if none of them has it."""
    return name if name in CSL_TYPES else _BY_NAME.get(re.sub(r"[\s_-]", "", name).lower(), "document")


def names_of(csl: str) -> list[str]:
    """What other systems call this type, in small letters without hyphens."""
    return _OTHERS.get(csl, "").split()


def is_known(name: str) -> bool:
    """Whether some system has a type of this name."""
    return name in CSL_TYPES or re.sub(r"[\s_-]", "", name).lower() in _BY_NAME


def genre(name: str) -> str:
    """What the name says that the CSL type does not."""
    return PROCEEDINGS if re.sub(r"[\s_-]", "", name).lower() == "proceedings" else ""
