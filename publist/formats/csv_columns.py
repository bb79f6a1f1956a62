"""What the columns of tables mean, by the headings that spreadsheets, reference managers and databases give them."""

from __future__ import annotations

COLUMNS = {
    "title": "title|article title|document title|paper title|publication title|name|title of paper"
    "|title of the paper|titel|titre|título|titolo|题名|标题|タイトル",
    "authors": "author full names|authors full names|authors|author|author(s)|creators|creator|names|author names"
    "|names of authors|authorships.author.display name|authorships.raw author name"
    "|autor|autoren|verfasser|auteur|auteurs|autores|autori|作者|著者",
    "date": "date|publication date|date of publication|date published|published|erscheinungsjahr",
    "year": "year|publication year|published year|pub year|py"
    "|jahr|année|année de publication|año|anno|ano|年份|年|発行年",
    "venue": "venue|journal|source title|journal title|journal/book|book title|booktitle|conference|conference name"
    "|container title|publication|primary location.source.display name|source|published in|proceedings title"
    "|journal or conference|where|zeitschrift|revue|revista|rivista|konferenz|quelle|来源|期刊|雑誌名",
    "volume": "volume|vol|vol.|band|jahrgang|volumen|biblio.volume",
    "issue": "issue|issue no.|heft|ausgabe|numéro|número|biblio.issue",
    "issue or number": "number",
    "pages": "pages|page|pp|pp.|seiten|páginas|页码",
    "begin": "page start|first page|biblio.first page",
    "end": "page end|last page|biblio.last page",
    "number": "article number|article no.|art. no.",
    "doi": "doi|doi link",
    "arxiv": "arxiv|arxiv id|arxiv number|eprint",
    "isbn": "isbn",
    "issn": "issn|primary location.source.issn",
    "pmid": "pmid|pubmed id|medline pmid",
    "pmcid": "pmcid",
    "type": "type|item type|document type|publication type|kind",
    "publisher": "publisher|primary location.source.host organization name",
    "place": "place|publisher location",
    "series": "series",
    "edition": "edition",
    "editors": "editors|editor",
    "status": "status|publication status",
    "language": "language|language of original document|article language",
    "keywords": "keywords|author keywords|manual tags|tags|keywords.display name",
    "topics": "topics|topic",
    "url": "url|link|website|web|address",
    "pdf": "pdf|pdf link|pdf url|primary location.pdf url|best oa location.pdf url",
    "code": "code|code link|github",
    "note": "note|notes|remark",
    "abstract": "abstract|abstract note",
    "key": "key|citation key",
}
"""Headings of spreadsheets, Zotero, Scopus, PubMed, Web of Science, Embase, OpenAlex and Google Scholar, by meaning.

They are in small letters, with spaces for underlines. Scholar's "number" is an issue where there is a volume.
"""
MEANING = {heading: field for field, headings in COLUMNS.items() for heading in headings.split("|")}
RANK = {heading: rank for rank, heading in enumerate(MEANING)}
"""Of several columns that mean the same, that counts which stands first above."""
TYPES = {
    "journalarticle": "article-journal", "article": "article-journal", "journal article": "article-journal",
    "journal": "article-journal", "review": "article-journal", "preprint": "article",
    "conferencepaper": "paper-conference", "conference paper": "paper-conference", "conference": "paper-conference",
    "inproceedings": "paper-conference", "proceedings paper": "paper-conference", "workshop": "paper-conference",
    "booksection": "chapter", "book chapter": "chapter", "book section": "chapter", "incollection": "chapter",
    "phdthesis": "thesis", "poster": "graphic", "technical report": "report", "talk": "speech",
}  # fmt: skip
ZOTERO = {"Key": "", "Notes": "", "Publication Title": "venue"}
"""What Zotero's columns mean that mean something else in other tables; Key and Notes are its owner's alone."""
OPENALEX = "authorships.author.display_name"
"""A heading of OpenAlex alone, whose tables have a hundred columns more that say nothing of a list."""
