"""Tables of the docs, made from the code: ``python -m tests.support.docs_tables`` writes them into docs/."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from publist.content.schema import cv, paper, people, settings
from publist.content.schema.records import Field, ListOf, Record
from publist.formats.type_table import types_table
from publist.formats.unread import UNREAD
from publist.model.format_table import FORMATS
from publist.theming.view_docs import views
from tests.conftest import ROOT


def unread() -> str:
    """What is not read, and the way that works for it."""
    rows = "".join(f"| {form.name} | {form.way} |\n" for form in UNREAD)
    return f"| it looks like | what to do |\n|---|---|\n{rows}"


def formats() -> str:
    """A row for each format, with its directions and the endings of its files."""
    rows = ["| name | what | read | written | files | on the site |", "|---|---|---|---|---|---|"]
    for row in FORMATS:
        ways = ["yes" if way else "" for way in (row.reads, row.writes)]
        files = ", ".join(f"`{ending}`" for ending in row.extensions)
        cells = [f"`{row.name}`", row.title, *ways, files, f"`{row.site.ending}`" if row.site else ""]
        rows.append(f"| {' | '.join(cells)} |")
    return "".join(f"{row}\n" for row in rows)


def keys() -> str:
    """A row for each key of a paper's front matter."""
    rows = [f"| `{field.name}` | {field.doc} | `{field.example}` |\n" for field in paper.FIELDS]
    return "| key | what it says | as in |\n|---|---|---|\n" + "".join(rows)


def people_keys() -> str:
    """A row for each key of people.yaml."""
    return "| key | what it says | as in |\n|---|---|---|\n" + "".join(_settings(people.FIELDS))


def settings_keys() -> str:
    """A row for each key of site.yaml, also for those within others."""
    return "| setting | what it says | as in |\n|---|---|---|\n" + "".join(_settings(settings.FIELDS))


def cv_keys() -> str:
    """A row for each key of cv.yaml, also for those of its sections."""
    return "| key | what it says | as in |\n|---|---|---|\n" + "".join(_settings(cv.FIELDS))


def _settings(fields: tuple[Field, ...], above: str = "") -> Iterator[str]:
    for field in fields:
        example = f" `{field.example}` |" if field.example else " |"
        yield f"| `{above}{field.name}` | {field.doc} |{example}\n"
        kind = field.kind.kind if isinstance(field.kind, ListOf) else field.kind
        if isinstance(kind, Record) and (kind is field.kind or above or fields is cv.FIELDS):
            yield from _settings(kind.fields, f"{above}{field.name}.")


TABLES: Mapping[tuple[str, str], Callable[[], str]] = {
    ("formats.md", "formats"): formats,
    ("formats.md", "types"): types_table,
    ("formats.md", "unread"): unread,
    ("editing.md", "keys"): keys,
    ("labs.md", "people"): people_keys,
    ("cv.md", "cv"): cv_keys,
    ("settings.md", "settings"): settings_keys,
    ("themes.md", "views"): lambda: views() + "\n",
}
"""The page and the marks around a table, and what stands between them."""


def parts(page: str, mark: str) -> tuple[str, str, str]:
    """A page of the docs: up to a table, the table, and the rest."""
    text = (ROOT / "docs" / page).read_text(encoding="utf-8")
    before, begin, rest = text.partition(f"<!-- {mark} -->\n")
    table, end, after = rest.partition(f"<!-- /{mark} -->")
    return before + begin, table, end + after


def main() -> None:
    """Bring every table in step with the code."""
    for (page, mark), made in TABLES.items():
        before, _, after = parts(page, mark)
        (ROOT / "docs" / page).write_text(before + made() + after, encoding="utf-8")


if __name__ == "__main__":
    main()
