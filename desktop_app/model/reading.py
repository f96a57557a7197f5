"""What intake hands on: the files as found and the parts read from them."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

import numpy as np
import pandas as pd

from desktop_app.model.parts import PartTable, Requirement, Source, rows_below, rows_kept
from desktop_app.model.sources import SourceFile

T = TypeVar("T")
P = TypeVar("P", Source, Requirement)


@dataclass(frozen=True, eq=False)
class Reading:
    """``parts`` holds the rows of every file that was read, in file, sheet and row order.

    A reading keeps its files apart: ``joined`` and ``without`` know no sources but those that one list
    names side by side, and no substances and conflicts, which come into being when the files are
    connected (``intake.joining``).
    """

    files: tuple[SourceFile, ...]
    parts: PartTable


def joined(first: Reading, second: Reading) -> Reading:
    """Both readings below one another; files of the second replace those of the same path."""
    first = without(first, {file.path for file in second.files})
    if not first.files:
        return second
    above, below = first.parts, second.parts
    moved = below.frame.assign(
        file=(below.frame["file"] + len(first.files)).astype(np.int32),
        table=(below.frame["table"] + len(above.columns)).astype(np.int32),
    )
    files = {at: at + len(first.files) for at in range(len(second.files))}
    parts = PartTable(
        rows_below(above.frame, moved),
        {**above.marks, **_shifted(below.marks, len(above))},
        (*above.columns, *below.columns),
        {**above.unreadable, **_shifted(below.unreadable, len(above))},
        (*above.file_names, *below.file_names),
        {
            **above.provenance,
            **_shifted(
                {
                    part: {
                        name: replace(c, file=c.file + len(first.files))
                        for name, c in cells.items()
                    }
                    for part, cells in below.provenance.items()
                },
                len(above),
            ),
        },
        sources={**above.sources, **_shifted(_placed(below.sources, files), len(above))},
        requirements={
            **above.requirements,
            **_shifted(_placed(below.requirements, files), len(above)),
        },
        stock_ends={**above.stock_ends, **_shifted(below.stock_ends, len(above))},
    )
    return Reading((*first.files, *second.files), parts)


def without(reading: Reading, paths: Collection[str]) -> Reading:
    """The reading without the files of these paths and their parts."""
    kept = [at for at, file in enumerate(reading.files) if file.path not in paths]
    if len(kept) == len(reading.files):
        return reading
    files, parts = reading.files, reading.parts
    tables = [
        at
        for at, file in enumerate(_file_of_table(files))
        if file in set(kept) and at < len(parts.columns)
    ]
    of_file = parts.frame["file"].to_numpy()
    stays = np.isin(of_file, kept)
    new_id = np.cumsum(stays) - 1
    frame = rows_kept(parts.frame, stays, shares=True)
    frame = frame.assign(
        file=np.searchsorted(kept, frame["file"].to_numpy()).astype(np.int32),
        table=np.searchsorted(tables, frame["table"].to_numpy()).astype(np.int32),
    )

    def renumbered(entries: Mapping[int, T]) -> dict[int, T]:
        return {int(new_id[part]): value for part, value in entries.items() if stays[part]}

    files_now = {file: at for at, file in enumerate(kept)}
    left = PartTable(
        frame,
        renumbered(parts.marks),
        tuple(parts.columns[at] for at in tables),
        renumbered(parts.unreadable),
        tuple(parts.file_names[at] for at in kept),
        renumbered(
            {
                part: {
                    name: replace(cell, file=kept.index(cell.file))
                    for name, cell in cells.items()
                    if cell.file in kept
                }
                for part, cells in parts.provenance.items()
            }
        ),
        sources=renumbered(_placed(parts.sources, files_now)),
        requirements=renumbered(_placed(parts.requirements, files_now)),
        stock_ends=renumbered(parts.stock_ends),
    )
    return Reading(tuple(files[at] for at in kept), left)


def with_suppliers(reading: Reading, told: Mapping[str, str]) -> Reading:
    """Files of these paths as lists of the suppliers a user named: on every part where the list names
    none or one, else on those it leaves without. What a list says itself comes back only by reading
    it anew."""
    told = {path: name for path, name in told.items() if name}
    files = tuple(
        file if file.path not in told or file.outcome != "read" else _told(file, told[file.path])
        for file in reading.files
    )
    if files == reading.files:
        return reading
    parts = reading.parts
    of_file, suppliers = parts.frame["file"].to_numpy(), parts.frame["supplier"].to_numpy().copy()
    for at, file in enumerate(files):
        if file.path in told:
            is_of = of_file == at
            suppliers[is_of & (pd.isna(suppliers) | (file.supplier is not None))] = told[file.path]
    frame = parts.frame.assign(supplier=pd.Series(suppliers, dtype=object, index=parts.frame.index))
    made = PartTable(frame, parts.marks, parts.columns, parts.unreadable, parts.file_names,
                     parts.provenance, parts.sources, requirements=parts.requirements,
                     stock_ends=parts.stock_ends)  # fmt: skip
    return Reading(files, made)


def _told(file: SourceFile, name: str) -> SourceFile:
    one = file.supplier if file.names_suppliers else name
    return replace(file, supplier=one, supplier_told=name)


def suppliers_told(files: tuple[SourceFile, ...]) -> dict[str, str]:
    """Path to the supplier a user named."""
    return {file.path: file.supplier_told for file in files if file.supplier_told}


def _file_of_table(files: tuple[SourceFile, ...]) -> list[int]:
    """Index of the file of each table, in the order of the whole reading."""
    return [at for at, file in enumerate(files) for sheet in file.sheets for _table in sheet.tables]


def _placed(
    entries: Mapping[int, tuple[P, ...]], files: Mapping[int, int]
) -> dict[int, tuple[P, ...]]:
    """Facts with their places, as the files are numbered now; those of files that are gone are left out."""
    return {
        part: tuple(
            replace(one, place=replace(one.place, file=files[one.place.file]))
            for one in told
            if one.place.file in files
        )
        for part, told in entries.items()
    }


def _shifted(entries: Mapping[int, T], by: int) -> dict[int, T]:
    return {part + by: value for part, value in entries.items()}
