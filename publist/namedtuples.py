"""Named tuples that are made quickly: ``typing.NamedTuple`` looks at each type, which only a type checker needs.

A build makes some eighty of these classes before it does anything; like this they take half the time.
"""

from __future__ import annotations

from collections import namedtuple
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from typing import NamedTuple as NamedTuple  # noqa: PLC0414 (so that mypy lets others have it from here)
else:

    class _Maker(type):
        """Gives in the place of a class with annotated fields the named tuple of them, as ``typing`` does.

        Modules that use it have ``from __future__ import annotations``: the fields' types are text, for readers.
        """

        def __new__(cls, name: str, _: tuple[type, ...], body: dict[str, Any]) -> type:
            fields = body["__annotations__"]
            defaults = [body[field] for field in fields if field in body]
            made = namedtuple(name, fields, defaults=defaults, module=body["__module__"])
            for key, value in body.items():
                if key not in fields and key not in ("__module__", "__qualname__"):
                    setattr(made, key, value)
            return made

    NamedTuple = type.__new__(_Maker, "NamedTuple", (), {})
