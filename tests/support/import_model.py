"""A reference model of imports and hand edits, driven at random: what every field must be after each import.

The model knows nothing of how files are edited: it works on lines of text, as a person does, and predicts each
field by the rule of the three-way merge alone.
"""

import re
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule

from publist.importing.ledger import EMPTY
from publist.importing.ledger import read as read_ledger
from publist.importing.ledger import write as write_ledger
from publist.importing.plan import ImportPlan, plan_import
from publist.importing.source import ReadSource, Source
from tests.support.paper_values import (
    FIELDS,
    VALUES,
    Values,
    assert_rest_unchanged,
    assign,
    blocks,
    changeable,
    flat,
    paper_of,
    quoted,
    values_in,
    with_line,
    without,
)


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
        self.made: set[int] = set()

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
        for name in data.draw(st.sets(st.sampled_from(changeable(number)), min_size=2, max_size=6)):
            if name != "title" and data.draw(st.booleans()):
                values.pop(name, None)
            else:
                values[name] = data.draw(VALUES[name])

    @rule(key=st.sampled_from(["", "late"]))
    def source_names(self, key: str) -> None:
        """Papers without a citation key get one, or lose it."""
        for number in self.source:
            if number % 2:
                self.source[number] = {**self.source[number], "key": f"{key}{number}" if key else ""}

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
            for name in data.draw(st.lists(st.sampled_from(changeable(number)), unique=True, max_size=5)):
                self._set(number, name, data.draw(VALUES[name]), quote)

    def _set(self, number: int, name: str, value: Any, quote: str) -> None:
        text = without(self._text(number), name)
        self._forget_marks(number, text)
        if name == "abstract":
            self._edit(number, text + f"\n\n{value} ({number})\n\n")
        else:
            said = f"{value} {number}" if name == "title" else value
            self._edit(number, with_line(text, f"{name}:  {quoted(said, quote)}"))
        self.said[number][name] = value

    @precondition(lambda self: any(self.where.values()))
    @rule(data=st.data())
    def person_removes(self, data: st.DataObject) -> None:
        """A field goes, its comments with it."""
        number = self._draw(data)
        name = data.draw(st.sampled_from([name for name in changeable(number) if name != "title"]))
        text = self._text(number)
        after = without(text, name)
        self._forget_marks(number, after)
        self._edit(number, after)
        self.said[number].pop(name, None)

    @precondition(lambda self: any(self.where.values()))
    @rule(key=st.sampled_from(["", "mine"]))
    def person_names(self, key: str) -> None:
        """The citation key goes, or becomes another."""
        for number in self._present():
            if number % 2:
                text = without(self._text(number), "key")
                self._forget_marks(number, text)
                self._edit(number, with_line(text, f"key: {key}{number}") if key else text)
                self.said[number]["key"] = f"{key}{number}"
                if not key:
                    del self.said[number]["key"]

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
        self._edit(number, with_line(rest, found[name].rstrip("\n")))

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

    def _plan(self) -> ImportPlan:
        papers = tuple(paper_of(number, values) for number, values in self.source.items())
        reading = ReadSource(Source("source.json", b""), "source.json", "json", papers)
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
            theirs = {name: value for name, value in flat(values).items() if value}
            base = self.base.get(number)
            self.base[number] = theirs
            if base is None:
                self.said[number] = dict(values)
                self.marks[number] = []
            elif stem := self.where[number]:
                yours = flat(self.said[number])
                for name in {**theirs, **base}:
                    new, old, now = theirs.get(name), base.get(name), yours.get(name)
                    if new in (old, now) or (name == "key" and (new is None or number in self.made)):
                        continue
                    if now == old:
                        assign(self.said[number], name, new)
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
                self._first_key(number, values_in(fresh.pop(own[0]))["key"])
        assert not fresh

    def _first_key(self, number: int, key: str) -> None:
        """The source's key, else one that no other paper has and that stays whatever the source says later."""
        own = self.source[number].get("key") or ("" if number % 2 else f"key{number}")
        if not own:
            self.made.add(number)
            others = [other for other, stem in self.where.items() if other != number and (stem or other in self.made)]
            assert key not in [self.said[other].get("key") for other in others]
        assert key == own or number in self.made
        self.said[number]["key"] = key

    def _compare(self, before: dict[str, str]) -> None:
        assert sorted(self.files) == sorted(stem for stem in self.where.values() if stem)
        for number, stem in self.where.items():
            if stem is None:
                continue
            text = self.files[stem]
            assert values_in(text) == self.said[number]
            assert [mark for mark in self.marks[number] if mark not in text] == []
            if stem in before:
                assert_rest_unchanged(before[stem], text)
