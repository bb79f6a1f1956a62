"""Languages as tags of BCP 47 (RFC 5646), from the names and codes that bibliographies have for them.

Sources: ISO 639-1 and 639-2, ISO 3166-1, babel's and polyglossia's names of languages (BibLaTeX's ``langid``).
"""

from __future__ import annotations

import re

SEPARATOR = re.compile(r"\s*(?:[;,/|+]|\band\b|\bund\b|\bet\b)\s*")
"""What stands between two languages of one work."""
_TWO_LETTERS = frozenset(
    """aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en
    eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka
    kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl
    nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg sh si sk sl sm sn so sq sr ss st su sv
    sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu""".split()
)
_REGIONS = frozenset(
    """AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA
    CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB
    GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG
    KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV
    MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB
    SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US
    UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW""".split()
)
_SCRIPTS = frozenset("Arab Armn Beng Cyrl Deva Geor Grek Hans Hant Hebr Jpan Kore Latn Mong Taml Thai".split())
_NAMES = {
    "ar": "ara arabic arabe arabisch العربية", "bg": "bul bulgarian bulgare bulgarisch български", "bn": "ben bengali",
    "ca": "cat catalan catalán katalanisch català", "cs": "cze ces czech tchèque tschechisch checo čeština český",
    "da": "dan danish danois dänisch dansk", "el": "gre ell greek polutonikogreek grec griechisch griego ελληνικά",
    "de": "ger deu german ngerman germanb deutsch allemand alemán tedesco 德文 德语 duits swissgerman nswissgerman",
    "en": "eng english anglais inglés englisch inglese engels inglês angielski английский 英语 英文 英語 angl.",
    "es": "spa spanish español espagnol spanisch spagnolo castellano castilian espanol", "et": "est estonian",
    "eu": "baq eus basque euskara", "fa": "per fas persian farsi فارسی", "fi": "fin finnish finnois finnisch suomi",
    "fr": "fre fra french français francais francés französisch francese frenchb 法语 frans franç.",
    "ga": "gle irish", "gl": "glg galician galego", "he": "heb hebrew hébreu hebräisch עברית",
    "hi": "hin hindi हिन्दी", "hr": "hrv scr croatian croate kroatisch hrvatski", "hy": "arm hye armenian",
    "hu": "hun hungarian hongrois ungarisch magyar", "id": "ind indonesian indonésien bahasa bahasai indon",
    "is": "ice isl icelandic", "it": "ita italian italien italienisch italiano", "ja": "jpn japanese japonais japanisch"
    " japonés 日本語 日语", "ka": "geo kat georgian", "kk": "kaz kazakh", "ko": "kor korean coréen koreanisch 한국어",
    "la": "lat latin latein", "lt": "lit lithuanian lituanien litauisch", "lv": "lav latvian letton lettisch",
    "mk": "mac mkd macedonian", "ms": "may msa malay melayu bahasam malais", "mn": "mon mongolian",
    "nb": "nob norsk bokmål bokmal", "nl": "dut nld dutch néerlandais niederländisch nederlands flemish vlaams",
    "nn": "nno nynorsk",
    "no": "nor norwegian norvégien norwegisch", "pl": "pol polish polonais polnisch polaco polski",
    "pt": "por portuguese portuges portugais portugués portugiesisch português portoghese",
    "ro": "rum ron romanian roumain rumänisch română", "ru": "rus russian russe russisch ruso русский 俄语",
    "sk": "slo slk slovak slovaque slowakisch slovenčina", "sl": "slv slovene slovenian slovène slowenisch slovenščina",
    "sq": "alb sqi albanian", "sr": "srp scc serbian serbe serbisch српски srpski", "sv": "swe swedish suédois"
    " schwedisch svenska", "ta": "tam tamil", "th": "tha thai thaï thailändisch", "tr": "tur turkish turc türkisch"
    " turco türkçe", "uk": "ukr ukrainian ukrainien ukrainisch українська", "ur": "urd urdu", "uz": "uzb uzbek",
    "vi": "vie vietnamese vietnamien vietnamesisch", "cy": "wel cym welsh", "eo": "epo esperanto",
    "af": "afr afrikaans",
    "zh": "chi zho chinese chinois chinesisch chino cinese mandarin 中文 汉语",
    "en-US": "usenglish american usenglishmax", "en-GB": "ukenglish british", "en-CA": "canadian",
    "en-AU": "australian", "en-NZ": "newzealand", "de-AT": "austrian naustrian", "pt-BR": "brazilian brazil brasileiro",
    "pt-PT": "portuguese-portugal", "es-MX": "mexican",
}  # fmt: skip
_TAGS = {name: tag for tag, names in _NAMES.items() for name in names.split()}
_IN_WORDS = {
    "simplified chinese": "zh-Hans", "chinese simplified": "zh-Hans", "chinese (simplified)": "zh-Hans",
    "traditional chinese": "zh-Hant", "chinese traditional": "zh-Hant", "chinese (traditional)": "zh-Hant",
    "norwegian bokmål": "nb", "norwegian nynorsk": "nn", "brazilian portuguese": "pt-BR", "american english": "en-US",
    "british english": "en-GB", "swiss german": "de-CH", "austrian german": "de-AT", "modern greek": "el",
    "serbo-croatian": "sh", "scottish gaelic": "gd", "bahasa indonesia": "id", "bahasa melayu": "ms",
}  # fmt: skip
_COUNTRIES = {
    "us": "US", "usa": "US", "united states": "US", "uk": "GB", "gb": "GB", "united kingdom": "GB", "brazil": "BR",
    "brasil": "BR", "portugal": "PT", "canada": "CA", "australia": "AU", "austria": "AT", "switzerland": "CH",
    "mexico": "MX", "méxico": "MX", "spain": "ES", "france": "FR", "china": "CN", "taiwan": "TW",
}  # fmt: skip
_TAG = re.compile(
    r"(?P<language>[a-z]{2,3})(?:[-_](?P<script>[a-z]{4}))?(?:[-_](?P<region>[a-z]{2}|\d{3}))?", re.IGNORECASE
)


def tag(text: str) -> str:
    """The tag of a language by its name or code: ``de`` of ``German``, ``ger`` and ``DE``; empty if none is known."""
    plain = text.strip().strip(".").casefold()
    if plain in _TAGS:
        return _TAGS[plain]
    if plain in _IN_WORDS:
        return _IN_WORDS[plain]
    name, _, beside = plain.partition(" ")
    if beside.startswith("(") and name in _TAGS:  # English (US), Portuguese (Brazil)
        region = _COUNTRIES.get(beside.strip("()."), "")
        return _TAGS[name] + (f"-{region}" if region and len(_TAGS[name]) == 2 else "")
    found = _TAG.fullmatch(text.strip())
    return _of_parts(found) if found else ""


def _of_parts(found: re.Match[str]) -> str:
    """The tag of well-formed parts, empty where one of them is not registered."""
    language = found["language"].lower()
    language = language if language in _TWO_LETTERS else _TAGS.get(language, "")
    script = (found["script"] or "").capitalize()
    region = (found["region"] or "").upper()
    if not language or (script and script not in _SCRIPTS) or (region and region not in _REGIONS):
        return ""
    return "-".join(part for part in (language, script, region) if part)
