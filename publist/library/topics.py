"""Which topics a paper has: those that it names, those that its text asks for, those of its category."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from publist.content.loading import Content, PaperRecord
from publist.library.arxiv_categories import topic_of
from publist.library.terms import Ref, refs_of
from publist.model.settings import TopicsFrom


class Topics:
    """The topics of the site: those with a file, those that papers name, those of category codes or of keywords.

    ``matches`` are the topics that each paper's text asks for, by the paper's slug.
    """

    def __init__(
        self, records: Sequence[PaperRecord], content: Content, matches: Mapping[str, tuple[str, ...]], folder: str
    ) -> None:
        files = content.topics
        self._matches = matches
        self._categories: dict[str, tuple[str, ...]] = {"": ()}
        for code in {record.paper.category for record in records} - {""}:
            claims = tuple(topic.slug for topic in files if code.casefold() in map(str.casefold, topic.categories))
            name = content.config.categories.get(code) or topic_of(code)
            self._categories[code] = claims or ((name,) if name else ())
        slugs = {topic.slug for topic in files}
        titles = {title for record in records for title in record.paper.topics}
        titles |= {title for found in self._categories.values() for title in found}
        self._keywords = _shared_keywords(records, content.config.topics_from)
        titles |= set(self._keywords.values())
        refs = refs_of(folder, titles - slugs, [(topic.slug, topic.title) for topic in files])
        self._refs = refs | {topic.slug: refs[topic.title] for topic in files}

    def of(self, record: PaperRecord) -> tuple[Ref, ...]:
        """The paper's topics, each once."""
        paper = record.paper
        names = paper.topics + self._matches.get(record.slug, ()) + self._categories[paper.category]
        if self._keywords:
            words = map(str.casefold, paper.keywords)
            names += tuple(self._keywords[word] for word in words if word in self._keywords)
        return tuple(dict.fromkeys([self._refs[name] for name in names]))


def _shared_keywords(records: Sequence[PaperRecord], asked: TopicsFrom) -> dict[str, str]:
    """The keywords that so many papers share, by what they are without regard to case, as most papers write them."""
    if asked.source != "keywords":
        return {}
    written: dict[str, Counter[str]] = {}
    for record in records:
        for word, keyword in {keyword.casefold(): keyword for keyword in record.paper.keywords}.items():
            written.setdefault(word, Counter())[keyword] += 1
    frequent = {word: forms for word, forms in written.items() if forms.total() >= asked.papers}
    return {word: max(sorted(forms), key=lambda form: forms[form]) for word, forms in frequent.items()}
