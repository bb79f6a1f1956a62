"""A reference model of imports and hand edits, driven at random: what every field must be after each import.

The model knows nothing of how files are edited: it works on lines of text, as a person does, and predicts each
field by the rule of the three-way merge alone.
"""

import re
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule

from publist import paperfile
from publist.importing.ledger import EMPTY
from publist.importing.ledger import read as read_ledger
from publist.importing.ledger import write as write_ledger
from publist.importing.plan import Plan, plan_import
from publist.importing.sourcepapers import SourceReading
from publist.model import Date, Name, Paper

TEXTS = st.sampled_from(["ICASSP", "no", "A: b", "# x", "Sp & Co", "'q'", "Ümlaut", "12", "a, b"])
AUTHORS = st.lists(st.sampled_from(["Jane Doe", "Max Roe", "Li, Wei", "O'Neil"]), min_size=1, max_size=4, unique=True)
WORDS = st.lists(st.sampled_from(["speech", "x: y", "no", "c, d"]), min_size=1, max_size=3, unique=True)
DATES = st.sampled_from(["2021", "2021-05", "2021-05-07", "2022"])
LINKS = st.dictionaries(
    st.sampled_from(["pdf", "code"]), st.sampled_from(["https://e.org/1", "https://e.org/2"]), min_size=1
)
VALUES: dict[str, st.SearchStrategy[Any]] = {
    "title": st.sampled_from(["On Things", "Of: Things", "Why *Things*"]),
    "authors": AUTHORS,
    "date": DATES,
    "venue": TEXTS,
    "publisher": TEXTS,
    "topics": WORDS,
    "keywords": WORDS,
    "links": LINKS,
    "abstract": st.sampled_from(["One.", "One.\n\nTwo $x$.", "Three\nlines\nhere.", "A\n\n---\n\nB"]),
}
FIELDS = [*VALUES]
Values = dict[str, Any]


def paper_of(number: int, values: Values) -> Paper:
    """The paper as a format would give it; papers with an odd number have no citation key."""
    fields: Values = dict(values)
    fields["title"] = f"{fields['title']} {number}"
    fields["authors"] = tuple(map(Name, fields.get("authors", ())))
    if "date" in fields:
        fields["date"] = Date.parse(fields["date"])
    if "abstract" in fields:
        fields["abstract"] = f"{fields['abstract']} ({number})"
    for name in ("topics", "keywords"):
        fields[name] = tuple(fields.get(name, ()))
    return Paper(**fields, key="" if number % 2 else f"key{number}")


def flat(values: Values) -> Values:
    """Values with each link as a field of its own."""
    return {
        **{name: value for name, value in values.items() if name != "links"},
        **{f"links.{label}": url for label, url in values.get("links", {}).items()},
    }


def values_in(text: str) -> Values:
    """What a file says, as the model keeps it."""
    paper, problems = paperfile.read(text, path="")
    assert paper is not None
    assert problems == ()
    values: Values = {"title": re.sub(r" \d+$", "", paper.title), "authors": [str(name) for name in paper.authors]}
    values |= {"venue": paper.venue, "publisher": paper.publisher}
    values["abstract"] = re.sub(r" \(\d+\)$", "", paper.abstract)
    values |= {"date": str(paper.date or ""), "topics": list(paper.topics), "keywords": list(paper.keywords)}
    values["links"] = dict(paper.links)
    return {name: value for name, value in values.items() if value}


def blocks(text: str) -> dict[str, str]:
    """The lines of each top-level key and of the body, as they stand; comment lines belong to what is above."""
    found: dict[str, list[str]] = {}
    name, fences = "", 0
    for line in text.splitlines(keepends=True):
        fences += line.rstrip() == "---" and fences < 2
        key = re.match(r"[a-z_]+(?=:)", line) if fences == 1 else None
        name = key[0] if key else "abstract" if fences == 2 else name
        found.setdefault(name, []).append(line)
    return {name: "".join(lines) for name, lines in found.items()}


class Merging(RuleBasedStateMachine):
    """Sources change, people edit, imports run."""

    @initialize(first=st.fixed_dictionaries({name: VALUES[name] for name in ("title", "authors", "date", "abstract")}))
    def begin(self, first: Values) -> None:
        """One source with one paper, not imported yet."""
        self.source: dict[int, Values] = {0: first}
        self.base: dict[int, Values] = {}
        self.files: dict[str, str] = {}
        self.where: dict[int, str | None] = {}
        self.said: dict[int, Values] = {}
        self.ledger = EMPTY
        self.marks: dict[int, list[str]] = {}
        self.count = 0
        self.imported: dict[int, Values] = {}

    # ---- what the source does ----

    @precondition(lambda self: len(self.source) < 3)
    @rule(values=st.fixed_dictionaries({"title": VALUES["title"]}, optional={n: VALUES[n] for n in FIELDS[1:]}))
    def source_adds(self, values: Values) -> None:
        """A paper more."""
        self.count += 1
        self.source[self.count] = values

    @rule(data=st.data())
    def source_changes(self, data: st.DataObject) -> None:
        """Fields get other values or go; a paper without a key keeps what it is recognised by."""
        for number in sorted(self.source):
            self._change(number, data)

    def _change(self, number: int, data: st.DataObject) -> None:
        values = self.source[number] = dict(self.source[number])
        for name in data.draw(st.sets(st.sampled_from(_changeable(number)), min_size=2, max_size=6)):
            if name != "title" and data.draw(st.booleans()):
                values.pop(name, None)
            else:
                values[name] = data.draw(VALUES[name])

    @rule(data=st.data(), often=st.integers(0, 2))
    def source_drops(self, data: st.DataObject, often: int) -> None:
        """A paper is no longer there."""
        if self.source and not often:
            del self.source[data.draw(st.sampled_from(sorted(self.source)))]

    # ---- what people do ----

    def _present(self) -> list[int]:
        return sorted(number for number, stem in self.where.items() if stem)

    def _draw(self, data: st.DataObject) -> int:
        return data.draw(st.sampled_from(self._present()))

    def _edit(self, number: int, text: str) -> None:
        stem = self.where[number]
        assert stem
        self.files[stem] = text

    @precondition(lambda self: any(self.where.values()))
    @rule(data=st.data(), quote=st.sampled_from("'\""))
    def person_sets(self, data: st.DataObject, quote: str) -> None:
        """Fields get values, in quotes and at the end of the front matter."""
        for number in self._present():
            for name in data.draw(st.lists(st.sampled_from(_changeable(number)), unique=True, max_size=5)):
                self._set(number, name, data.draw(VALUES[name]), quote)

    def _set(self, number: int, name: str, value: Any, quote: str) -> None:
        text = _without(self._text(number), name)
        self._forget_marks(number, text)
        if name == "abstract":
            self._edit(number, text + f"\n\n{value} ({number})\n\n")
        else:
            said = f"{value} {number}" if name == "title" else value
            self._edit(number, _with_line(text, f"{name}:  {_quoted(said, quote)}"))
        self.said[number][name] = value

    @precondition(lambda self: any(self.where.values()))
    @rule(data=st.data())
    def person_removes(self, data: st.DataObject) -> None:
        """A field goes, its comments with it."""
        number = self._draw(data)
        name = data.draw(st.sampled_from([name for name in _changeable(number) if name != "title"]))
        text = self._text(number)
        after = _without(text, name)
        self._forget_marks(number, after)
        self._edit(number, after)
        self.said[number].pop(name, None)

    @precondition(lambda self: any(self.where.values()))
    @rule(data=st.data(), own_line=st.booleans())
    def person_comments(self, data: st.DataObject, own_line: bool) -> None:
        """Comments on lines of their own or after values, anywhere in the front matter."""
        for number in self._present():
            self._comment(number, data, own_line)

    def _comment(self, number: int, data: st.DataObject, own_line: bool) -> None:
        lines = self._text(number).split("\n")
        for at in sorted(data.draw(st.sets(st.integers(1, lines.index("---", 1) - 1), max_size=6)), reverse=True):
            self.count += 1
            mark = f"# mark {self.count}."
            if own_line:
                lines.insert(at, data.draw(st.sampled_from(["", "  "])) + mark)
            else:
                lines[at] += f"  {mark}"
            self.marks[number].append(mark)
        self._edit(number, "\n".join(lines))

    @precondition(lambda self: any(self.where.values()))
    @rule(data=st.data())
    def person_reorders(self, data: st.DataObject) -> None:
        """A key with its lines moves to the end of the front matter."""
        number = self._draw(data)
        text = self._text(number)
        found = blocks(text)
        name = data.draw(st.sampled_from([name for name in found if name not in ("", "abstract")]))
        rest = text.replace(found[name], "", 1)
        self._edit(number, _with_line(rest, found[name].rstrip("\n")))

    @precondition(lambda self: any(self.where.values()))
    @rule(data=st.data())
    def person_renames(self, data: st.DataObject) -> None:
        """The file gets another name, perhaps that of a file deleted before."""
        number = self._draw(data)
        text = self.files.pop(self.where[number] or "")
        self.count += 1
        self.where[number] = f"renamed-{self.count}"
        self.files[f"renamed-{self.count}"] = text

    @precondition(lambda self: any(self.where.values()))
    @rule(data=st.data(), often=st.integers(0, 3))
    def person_deletes(self, data: st.DataObject, often: int) -> None:
        """The file goes."""
        if not often:
            number = self._draw(data)
            del self.files[self.where[number] or ""]
            self.where[number] = None

    def _forget_marks(self, number: int, text: str) -> None:
        self.marks[number] = [mark for mark in self.marks[number] if mark in text]

    def _text(self, number: int) -> str:
        return self.files[self.where[number] or ""]

    # ---- the import ----

    @precondition(lambda self: self.source != self.imported)
    @rule(data=st.data())
    def imports_news(self, data: st.DataObject) -> None:
        """An import when there is something to import."""
        self._import(data.draw(st.booleans()), data)

    @rule(data=st.data())
    def imports_again(self, data: st.DataObject) -> None:
        """An import at any time."""
        self._import(data.draw(st.booleans()), data)

    def _plan(self) -> Plan:
        papers = tuple(paper_of(number, values) for number, values in self.source.items())
        reading = SourceReading("source.json", "source.json", "json", "x", "1", papers)
        ledger, problems = read_ledger(write_ledger(self.ledger), path="")
        assert problems == ()
        return plan_import([reading], self.files, ledger)

    def _import(self, interrupted: bool, data: st.DataObject) -> None:
        """An import, perhaps after one that was interrupted half-way, does to each field what the model says."""
        before = dict(self.files)
        conflicts = self._predict()
        plan = self._plan()
        if interrupted:
            written = data.draw(st.sets(st.sampled_from(sorted(plan.texts)))) if plan.texts else set()
            self.files |= {stem: plan.texts[stem] for stem in written}
            plan = self._plan()
        self.files |= plan.texts
        self.ledger = plan.ledger
        self.imported = {number: dict(values) for number, values in self.source.items()}
        assert {(kept.stem, kept.field) for kept in plan.report.kept} == conflicts
        self._find_new_files(before)
        self._compare(before)
        again = self._plan()
        assert again.texts == {}
        assert write_ledger(again.ledger) == write_ledger(self.ledger)

    def _predict(self) -> set[tuple[str, str]]:
        """Apply the rule of the merge to the model; what is in conflict."""
        conflicts = set()
        for number, values in self.source.items():
            theirs, base = flat(values), self.base.get(number)
            self.base[number] = theirs
            if base is None:
                self.said[number] = dict(values)
                self.marks[number] = []
            elif stem := self.where[number]:
                yours = flat(self.said[number])
                for name in {**theirs, **base}:
                    new, old, now = theirs.get(name), base.get(name), yours.get(name)
                    if new in (old, now):
                        continue
                    if now == old:
                        _set(self.said[number], name, new)
                    else:
                        conflicts.add((stem, "body" if name == "abstract" else name))
        return conflicts

    def _find_new_files(self, before: dict[str, str]) -> None:
        fresh = {stem: text for stem, text in self.files.items() if stem not in before}
        for number in self.source:
            if number not in self.where:
                own = [
                    stem for stem, text in fresh.items() if re.search(rf"^title: .* {number}'?$", text, re.MULTILINE)
                ]
                assert len(own) == 1
                self.where[number] = own[0]
                del fresh[own[0]]
        assert not fresh

    def _compare(self, before: dict[str, str]) -> None:
        assert sorted(self.files) == sorted(stem for stem in self.where.values() if stem)
        for number, stem in self.where.items():
            if stem is None:
                continue
            text = self.files[stem]
            assert values_in(text) == self.said[number]
            assert [mark for mark in self.marks[number] if mark not in text] == []
            if stem in before:
                _same_bytes_where_nothing_changed(before[stem], text)


def _same_bytes_where_nothing_changed(before: str, after: str) -> None:
    old, new = values_in(before), values_in(after)
    if old == new:
        assert after == before
    then, now = blocks(before), blocks(after)
    for name in old.keys() & new.keys():
        if old[name] == new[name] and name in then:
            assert _without_comment_lines(now[name]) == _without_comment_lines(then[name])


def _without_comment_lines(block: str) -> list[str]:
    """A new key may come between a value and the comment lines under it."""
    return [line for line in block.splitlines() if line.strip() and not line.lstrip().startswith("#")]


def _changeable(number: int) -> list[str]:
    return [name for name in FIELDS if number % 2 == 0 or name not in ("title", "abstract")]


def _set(values: Values, name: str, value: Any) -> None:
    outer, dot, inner = name.partition(".")
    if dot:
        links = {**values.get("links", {}), inner: value}
        value, name = {label: url for label, url in links.items() if url is not None} or None, outer
    values[name] = value
    if value is None:
        del values[name]


def _without(text: str, name: str) -> str:
    found = blocks(text)
    if name == "abstract":
        return text[: -len(found["abstract"])] + "---\n"
    return text.replace(found[name], "", 1) if name in found else text


def _with_line(text: str, line: str) -> str:
    at = text.index("\n---\n") + 1
    return f"{text[:at]}{line}\n{text[at:]}"


def _quoted(value: Any, quote: str) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{label}: {_quoted(url, quote)}" for label, url in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(_quoted(item, quote) for item in value) + "]"
    doubled = value.replace("'", "''") if quote == "'" else value
    return f"{quote}{doubled}{quote}"
