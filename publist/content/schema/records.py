"""Kinds made of other kinds: lists, mappings, and records with named fields."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from publist.content.schema.kinds import Fault, Faults, KeyPath, Kind, Schema, described, label, nearest
from publist.model.paper import Plain
from publist.text.look_alikes import told_apart


class Field(NamedTuple):
    """One key that people may write."""

    name: str
    kind: Kind
    doc: str
    """One sentence for the comment in a new file, the schema and the docs."""
    example: str = ""
    """A value in YAML."""
    bibtex: str = ""
    """The BibTeX field that says the same, ..."""
    ris: str = ""
    """... the RIS tag, ..."""
    csl: str = ""
    """... and the CSL variable: with these a line of text goes both ways without a word in the format's module."""
    attribute: str = ""
    """What the value calls it, where the key is a word that Python keeps for itself."""


class ListOf:
    """A list of values of one kind."""

    nothing: tuple[Any, ...] = ()

    def __init__(self, kind: Kind, *, example: str = "first, second") -> None:
        self.kind, self._example = kind, example

    def read(self, value: Plain, at: KeyPath, faults: Faults) -> tuple[Any, ...]:
        """The values as a tuple; an item with nothing in it is a fault."""
        return tuple([item for _, item in self.items(value, at, faults)])

    def items(self, value: Plain, at: KeyPath, faults: Faults) -> list[tuple[int, Any]]:
        """The values that could be read, each with its place in the list as written."""
        if value is None:
            return []
        if not isinstance(value, (list, tuple)):
            hint = f"write [{value}]" if isinstance(value, str) else f"write [{self._example}]"
            faults.append(Fault(at, f"`{label(at)}` must be a list, not {described(value)}", hint))
            return []
        read, nothing = self.kind.read, self.kind.nothing
        items = []
        for index, plain in enumerate(value):
            place = (*at, index)
            if plain is None or plain == "":
                faults.append(Fault(place, f"`{label(place)}` is empty", "delete the line, or fill it"))
            elif (item := read(plain, place, faults)) != nothing:
                items.append((index, item))
        return items

    def plain(self, value: Sequence[Any]) -> Plain:
        """The plain values in a list."""
        return [self.kind.plain(item) for item in value]

    def schema(self) -> Schema:
        """An array."""
        return {"type": "array", "items": self.kind.schema()}


class MapOf:
    """A mapping from labels that people choose to values of one kind."""

    nothing: Mapping[str, Any] = {}

    def __init__(self, kind: Kind, *, example: str) -> None:
        self.kind, self._example = kind, example

    def read(self, value: Plain, at: KeyPath, faults: Faults) -> Mapping[str, Any]:
        """The values by label, in the order written."""
        if value is None:
            return {}
        if not isinstance(value, Mapping):
            message = f"`{label(at)}` must be a mapping, not {described(value)}"
            faults.append(Fault(at, message, f"write {{{self._example}}}"))
            return {}
        read, nothing = self.kind.read, self.kind.nothing
        values = {name: read(plain, (*at, name), faults) for name, plain in value.items()}
        return {name: item for name, item in values.items() if item != nothing}

    def plain(self, value: Mapping[str, Any]) -> Plain:
        """The plain values by label."""
        return {name: self.kind.plain(item) for name, item in value.items()}

    def schema(self) -> Schema:
        """An object with any keys."""
        return {"type": "object", "additionalProperties": self.kind.schema()}


class AsItIs:
    """Whatever stands there, kept."""

    nothing = None

    def read(self, value: Plain, at: KeyPath, faults: Faults) -> Plain:  # noqa: ARG002 - nothing can be wrong with it
        """The value itself."""
        return value

    def plain(self, value: Plain) -> Plain:
        """The value itself."""
        return value

    def schema(self) -> Schema:
        """Anything."""
        return {}


class Record:
    """A mapping with known keys, made into one value by ``make(**fields)``.

    ``short`` names the field that a bare string stands for; ``extra`` the field that keeps unknown keys.
    A field that is not written is not handed to ``make``: its defaults hold. ``make`` raises ValueError where
    the ``required`` field is missing (or all, where it names none): with the message, and perhaps a hint.
    """

    nothing = None

    def __init__(
        self,
        make: Callable[..., Any],
        fields: Sequence[Field],
        *,
        required: str = "",
        short: str = "",
        extra: str = "",
        what: str = "this",
    ) -> None:
        self.fields = tuple(fields)
        self._required = required
        self._make, self._short, self._extra, self._what = make, short, extra, what
        self._by_name = {field.name: field.kind for field in fields}
        self._attributes = {field.name: field.attribute for field in fields if field.attribute}

    def read(self, value: Plain, at: KeyPath, faults: Faults) -> Any:
        """The record, or None where it cannot be made at all."""
        if type(value) is str and self._short:  # the usual author: no mapping is made for it
            kind = self._by_name[self._short]
            item = kind.read(value, at, faults)
            return self._make(**{self._short: item}) if item != kind.nothing else self.made({}, at, faults)
        if isinstance(value, Mapping):
            return self.made(self.values(value, at, faults), at, faults)
        if self._short and not isinstance(value, (list, tuple)):
            return self.made(self.values({self._short: value}, at, faults), at, faults)
        first = self.fields[0]
        hint = f"write {{{first.name}: {first.example}}}" if first.example else ""
        faults.append(Fault(at, f"`{label(at)}` must be a mapping, not {described(value)}", hint))
        return None

    def values(self, mapping: Mapping[str, Plain], at: KeyPath, faults: Faults) -> dict[str, Any]:
        """The fields that are written and say something, by name."""
        values: dict[str, Any] = {}
        unknown: dict[str, Plain] = {}
        kinds = self._by_name
        for name, plain in mapping.items():
            kind = kinds.get(name)
            if kind is None:
                unknown[name] = plain
                faults.append(self._unknown(name, at))
            elif (item := kind.read(plain, (*at, name), faults)) != kind.nothing or plain == []:
                values[name] = item  # a list that is written as empty says so: it may stand against a default
        if unknown and self._extra:
            values[self._extra] = {**values.get(self._extra, {}), **unknown}
        return values

    def made(self, values: dict[str, Any], at: KeyPath, faults: Faults) -> Any:
        """The value that ``make`` gives, or None with a fault saying what is missing."""
        try:
            return self._make(**values)
        except ValueError as wrong:
            if not self._is_told(at, faults):
                faults.append(Fault(at, *wrong.args))  # what is wrong, and perhaps what to do
            return None

    def _is_told(self, at: KeyPath, faults: Faults) -> bool:
        """Whether it has been said already why what ``make`` needs is missing."""
        if self._required:
            return any(fault.at == (*at, self._required) for fault in faults)
        return any(fault.at[: len(at)] == at and fault.severity == "error" for fault in faults)

    def plain(self, value: Any) -> Plain:
        """The fields that say something, in the table's order; a bare string where ``short`` is all there is."""
        written: dict[str, Plain] = {}
        for name, kind in self._by_name.items():
            item = getattr(value, self._attributes.get(name, name))
            if item != kind.nothing:
                written[name] = kind.plain(item)
        if self._short and len(written) == 1 and self._short in written:
            return written[self._short]
        return written

    def written(self, values: Mapping[str, Any]) -> dict[str, Plain]:
        """The opposite of ``values``, without what says nothing, in the table's order."""
        kinds = [(name, kind) for name, kind in self._by_name.items() if name in values]
        return {name: kind.plain(values[name]) for name, kind in kinds if values[name] != kind.nothing}

    def schema(self) -> Schema:
        """An object with these properties and no others (so that an editor marks a slip of the pen)."""
        properties = {field.name: _described(field) for field in self.fields}
        schema: Schema = {"type": "object", "properties": properties, "additionalProperties": False}
        if self._by_name.get(self._required) and getattr(self._by_name[self._required], "required", False):
            schema["required"] = [self._required]
        if not self._short:
            return schema
        return {"anyOf": [self._by_name[self._short].schema(), schema]}

    def _unknown(self, name: str, at: KeyPath) -> Fault:
        near = nearest(name, tuple(self._by_name))
        known = f"{self._what} knows {', '.join(self._by_name)}"
        free = "a key of your own belongs under `extra:`" if self._extra in self._by_name else known
        hint = f"did you mean `{near}`?{told_apart(name, near)}" if near else free
        return Fault((*at, name), f"unknown key `{name}`", hint, "warning", on_key=True)


def _described(field: Field) -> Schema:
    schema: Schema = {"description": field.doc, **field.kind.schema()}
    if field.example and "examples" not in schema:
        schema["examples"] = [field.example]
    return schema
