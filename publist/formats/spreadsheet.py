"""Excel workbooks as the text of a table: the first sheet that has a heading “title”; it needs publist[xlsx]."""

from __future__ import annotations

import csv
import datetime
import io
import zipfile
from typing import Any

from publist.formats import csv_table

_MAGIC = b"PK\x03\x04"
_MOST_ROWS = 100_000
_MOST_COLUMNS = 200


class SpreadsheetError(Exception):
    """A workbook that cannot be read; says why and what to do."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.hint = hint


def is_workbook(data: bytes) -> bool:
    """Whether the bytes are those of an Excel workbook."""
    if not data.startswith(_MAGIC):
        return False
    try:
        return "xl/workbook.xml" in zipfile.ZipFile(io.BytesIO(data)).namelist()
    except (zipfile.BadZipFile, ValueError, OSError):
        return False


def as_csv(data: bytes) -> str:
    """The table of a workbook as CSV; SpreadsheetError where there is none or openpyxl is not installed."""
    try:
        from openpyxl import load_workbook
    except ImportError:
        hint = "pip install 'publist[xlsx]', or save it as CSV"
        raise SpreadsheetError("reading an Excel file needs openpyxl", hint) from None
    try:
        workbook = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        tables = [_table(sheet) for sheet in workbook.worksheets]
    except Exception as problem:
        raise SpreadsheetError(f"this Excel file cannot be read: {problem}", "save it again, or as CSV") from problem
    found = next((table for table in tables if csv_table.recognises(table)), None)
    if found is None:
        hint = "name the columns in the first row: title, authors, year, venue, doi, …"
        raise SpreadsheetError("no sheet has a first row with a title and another known column", hint)
    return found


def _table(sheet: Any) -> str:
    text = io.StringIO(newline="")
    table = csv.writer(text, lineterminator="\n")
    for row in sheet.iter_rows(max_row=_MOST_ROWS, max_col=_MOST_COLUMNS, values_only=True):
        table.writerow([_cell(value) for value in row])
    return text.getvalue()


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime.datetime):
        return value.date().isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
