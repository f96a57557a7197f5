"""Rows that are parts no more, because another row says what they say: taken out, counted, told of."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TypeAlias, TypeVar

import numpy as np
from numpy.typing import NDArray

from desktop_app.model.findings import Issue, Message
from desktop_app.model.parts import PartTable, rows_kept
from desktop_app.model.reading import Reading
from desktop_app.model.sources import SourceFile, TableFound

T = TypeVar("T")
Rows = NDArray[np.intp]
Leaving: TypeAlias = Mapping[int, Sequence[tuple[Rows, Message]]]
"""Per table, rows that leave and why."""


def without_rows(
    files: Sequence[SourceFile],
    parts: PartTable,
    leaving: Leaving,
    issues: Mapping[int, Sequence[Issue]],
) -> Reading:
    """The reading without these rows, which count as other rows of their table. ``issues``: what to say
    besides, by index of the file."""
    stays = np.ones(len(parts), dtype=np.bool_)
    for groups in leaving.values():
        for rows, _ in groups:
            stays[rows] = False
    new_id = np.cumsum(stays) - 1

    def kept(entries: Mapping[int, T]) -> dict[int, T]:
        return {int(new_id[part]): value for part, value in entries.items() if stays[part]}

    left = replace(
        parts,
        frame=rows_kept(parts.frame, stays),
        marks=kept(parts.marks),
        unreadable=kept(parts.unreadable),
        provenance=kept(parts.provenance),
        sources=kept(parts.sources),
        substances=kept(parts.substances),
        conflicts=kept(parts.conflicts),
        requirements=kept(parts.requirements),
        stock_rows=kept(parts.stock_rows),
        stock_ends=kept(parts.stock_ends),
    )
    return Reading(tuple(_recounted(files, parts, leaving, issues)), left)


def _recounted(
    files: Sequence[SourceFile],
    parts: PartTable,
    leaving: Leaving,
    issues: Mapping[int, Sequence[Issue]],
) -> Sequence[SourceFile]:
    found, table = [], -1
    for number, file in enumerate(files):
        sheets = []
        for sheet in file.sheets:
            tables = []
            for one in sheet.tables:
                table += 1
                groups = leaving.get(table)
                tables.append(one if groups is None else _lender(one, parts, groups))
            sheets.append(replace(sheet, tables=tuple(tables)))
        more = tuple(issues.get(number, ()))
        found.append(replace(file, sheets=tuple(sheets), issues=file.issues + more))
    return found


def _lender(
    found: TableFound, parts: PartTable, groups: Sequence[tuple[Rows, Message]]
) -> TableFound:
    row = parts.frame["row"].to_numpy()
    listed = [(int(row[part]), "other", why) for rows, why in groups for part in rows.tolist()]
    rows, count = found.rows, len(listed)
    return replace(
        found,
        rows=replace(rows, parts=rows.parts - count, other=rows.other + count),
        not_parts=tuple(sorted((*found.not_parts, *listed), key=lambda item: item[0])),
    )
