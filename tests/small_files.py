"""The files of the small assessment: three that were read, and one that was refused."""

from typing import Literal

from desktop_app.model.findings import Issue, Problem, msg
from desktop_app.model.sources import (
    CellCounts,
    ColumnFound,
    RowCounts,
    SheetFound,
    SourceFile,
    TableFound,
)

FILES = (
    "Northgate parts list 2026-11.xlsx", "Stückliste Förderanlage.xlsx", "华宁磁业报价单.xlsx",
    "Altbestand.xls",
)  # fmt: skip
SHEETS = ("Parts", "Material", "报价")


def _table(parts: int, last: int, rows: RowCounts) -> TableFound:
    named = (("Part", "part_number"), ("Description", "description"), ("Supplier", "supplier"),
             ("Country of origin", "country_of_origin"), ("Colour", None))  # fmt: skip
    columns = tuple(
        ColumnFound(at, header, name, 0.95 if name else 0.0, msg("The heading says so."))
        for at, (header, name) in enumerate(named, start=1)
    )
    not_parts = tuple(
        (last - i, "rejected", msg("The row has neither a number nor a name."))
        for i in range(rows.rejected)
    )
    return TableFound(4, 5, last, columns, rows, CellCounts(parts * 5, parts * 4, parts, 0),
                      not_parts)  # fmt: skip


def _file(at: int, language: str, sha: str, rows: RowCounts, *issues: Issue) -> SourceFile:
    table = _table(rows.parts, rows.read + 4, rows)
    sheet = SheetFound(SHEETS[at], False, (table,), (("Part", "Description"), ("x", "y")))
    return SourceFile(FILES[at], sha * 32, "xlsx", "read", None, None, language, (sheet,), issues)


def _issue(
    code: str, severity: Literal["error", "warning", "note"], text: str, at: int, row: int
) -> Issue:
    return Issue(code, severity, msg(text), SHEETS[at], row, 4)


def small_files(counts: list[int]) -> tuple[SourceFile, ...]:
    """The files of the small assessment; ``counts``: parts of each of the first three."""
    error = _issue("W_ERROR_CELL", "error", "The cell holds #REF!; the origin is unknown.", 1, 6)
    unit = _issue("W_UNIT", "warning", "Price per 100 was turned into the price of one.", 0, 5)
    refused = Problem(
        "E_ENCRYPTED",
        msg("{file} is locked with a password.", file=FILES[3]),
        msg("Open it in Excel, remove the password, and drop it again."),
    )
    return (
        _file(0, "en", "a1", RowCounts(counts[0] + 3, counts[0], 1, 1, 1), unit),
        _file(1, "de", "b2", RowCounts(counts[1] + 2, counts[1], rejected=2), error),
        _file(2, "zh", "c3", RowCounts(counts[2] + 1, counts[2], other=1)),
        SourceFile(FILES[3], "d4" * 32, "xls", "refused", refused),
    )
