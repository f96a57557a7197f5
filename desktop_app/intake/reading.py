"""Reads dropped files into one table of parts; a file that cannot be read says why, no more."""

import gc
import hashlib
import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import numpy as np

from desktop_app.intake.grid import Grid, grids_of, shown
from desktop_app.intake.headings import HeadingBook, heading_book
from desktop_app.intake.issues import of_file, of_sheet
from desktop_app.intake.problems import problem
from desktop_app.intake.questionnaires import (
    about,
    declared,
    is_questionnaire,
    lists_of,
    read_questionnaire,
    requester_column,
)
from desktop_app.intake.refusal import Refused
from desktop_app.intake.sandbox import Reader
from desktop_app.intake.side_by_side import blocks_of
from desktop_app.intake.table_parts import TableParts, read_table
from desktop_app.intake.tables import find_tables
from desktop_app.model.findings import Issue, msg
from desktop_app.model.parts import FactCell, PartTable, empty_columns, part_frame
from desktop_app.model.progress import Report
from desktop_app.model.reading import Reading
from desktop_app.model.sources import Questionnaire, SheetFound, SourceFile

SPREADSHEETS = frozenset(
    (".xlsx", ".xlsm", ".xltx", ".xltm", ".xlsb", ".xls", ".xlt", ".ods", ".ots", ".csv", ".tsv",
     ".tab", ".txt")
)  # fmt: skip
"""What is taken out of a dropped folder; a file dropped by itself is looked at whatever its name."""

PREVIEW_ROWS, PREVIEW_COLUMNS, PREVIEW_TEXT = 40, 40, 200


PRODUCTS = "Product List"
"""The sheet of a questionnaire that names what it is about."""


@dataclass(eq=False)
class _FileParts:
    source: SourceFile
    tables: list[TableParts] = field(default_factory=list)


def read_files(paths: Sequence[Path], report: Report, passwords: Sequence[str] = ()) -> Reading:
    """Reads files and the spreadsheets of folders. Never raises for a bad file; see SourceFile.

    ``passwords`` are tried on files that ask for one. ``Cancelled`` from ``report`` passes through and ends the reader.
    """
    files = list(_files_in(paths))
    book = heading_book()
    found: list[_FileParts] = []
    with Reader(passwords=passwords) as reader, _without_collecting():
        for number, path in enumerate(files):
            report(msg("Reading {file}", file=path.name), number, len(files))
            found.append(_read_file(path, reader, report, book))
    return Reading(tuple(file.source for file in found), _all_parts(found))


def _number_as_the_buyer_does(tables: Sequence[TableParts], grid: Grid, column: int | None) -> None:
    """Where the supplier filled in the buyer's own numbers, those are the part numbers, and its own
    are the maker's."""
    for table in tables:
        if column is None or "part_number" not in table.facts:
            continue
        at = column - grid.first_column
        own = [shown(grid.cell(row - grid.first_row, at)) or None for row in table.rows.tolist()]
        if not any(own):
            continue
        table.facts["mpn"] = table.facts["part_number"]
        table.facts["part_number"] = np.array([*own, None], dtype=object)[:-1]
        swapped = {table.places["part_number"]: "mpn", column: "part_number"}
        table.places |= {field: place for place, field in swapped.items()}
        columns = tuple(
            replace(found, field=swapped.get(found.index, found.field))
            for found in table.found.columns
        )
        table.found = replace(table.found, columns=columns)


@contextmanager
def _without_collecting() -> Iterator[None]:
    """Many new objects and no cycles: the collector would only walk them again and again."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _files_in(paths: Sequence[Path]) -> Iterator[Path]:
    for path in paths:
        if path.is_dir():
            yield from sorted(
                inside
                for inside in path.iterdir()
                if inside.suffix.casefold() in SPREADSHEETS
                and not inside.name.startswith(("~$", "."))
                and inside.is_file()
            )
        else:
            yield path


def _read_file(path: Path, reader: Reader, report: Report, book: HeadingBook) -> _FileParts:
    try:
        sha256 = _fingerprint(path)
        answer = reader.read(path, msg("Reading {file}", file=path.name), report)
    except Refused as refused:
        return _FileParts(_refused(path, refused.code))
    try:
        return _understand(path, sha256, answer, book)
    except Exception:
        # A list that we understand wrongly must not take the other files with it.
        logging.getLogger(__name__).exception("understanding a file failed")
        return _FileParts(_refused(path, "E_READER_CRASH"))


def _fingerprint(path: Path) -> str:
    """SHA-256 of the bytes. Raises Refused where the file cannot be opened."""
    if path.name.startswith("~$"):
        raise Refused("E_LOCK_FILE")
    try:
        with path.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except FileNotFoundError as missing:
        raise Refused("E_NOT_FOUND", str(missing)) from missing
    except PermissionError as locked:
        is_sharing_violation = getattr(locked, "winerror", None) == 32
        code = "E_LOCKED_BY" if is_sharing_violation else "E_NO_PERMISSION"
        raise Refused(code, str(locked)) from locked
    except OSError as gone:
        raise Refused("E_NETWORK_GONE", str(gone)) from gone


def _refused(path: Path, code: str) -> SourceFile:
    return SourceFile(str(path), "", "", "refused", problem(code, path.name))


def _understand(path: Path, sha256: str, answer: dict[str, Any], book: HeadingBook) -> _FileParts:
    issues: list[Issue] = of_file(answer)
    sheets: list[SheetFound] = []
    tables: list[TableParts] = []
    grids = grids_of(answer)
    questionnaire = read_questionnaire(grids)
    if questionnaire is not None:
        issues.append(about(questionnaire))
    for grid in grids:
        issues += of_sheet(grid)
        own = list(_tables_of(grid, book, is_form=is_questionnaire(grids)))
        issues += (issue for parts in own for issue in parts.issues)
        if questionnaire is not None:
            _answer(own, questionnaire)
            if grid.name == PRODUCTS:
                _number_as_the_buyer_does(own, grid, requester_column(questionnaire))
        preview = _preview(grid)
        sheets.append(SheetFound(grid.name, grid.hidden, tuple(t.found for t in own), preview))
        tables += own
    source = SourceFile(
        path=str(path),
        sha256=sha256,
        format=answer["format"],
        outcome="read" if tables else "no_table",
        supplier=_only_supplier(tables),
        language=_language(tables),
        sheets=tuple(sheets),
        issues=tuple(issues),
        questionnaire=questionnaire,
    )
    return _FileParts(source, tables)


def _tables_of(grid: Grid, book: HeadingBook, *, is_form: bool) -> Iterator[TableParts]:
    """The tables of a sheet that hold parts, or could."""
    blocks = [grid] if is_form else blocks_of(grid, book)
    for block in blocks:
        for table in lists_of(block, book) if is_form else find_tables(block, book):
            parts = read_table(block, table, book)
            if parts is not None:
                yield parts


def _answer(tables: Sequence[TableParts], questionnaire: Questionnaire) -> None:
    """A questionnaire about products says of each that it lists who answered, and what.

    The cell to show for it is the one that names the product.
    """
    for name, text in (
        ("declaration", declared(questionnaire)),
        ("supplier", questionnaire.company),
    ):
        for table in tables:
            if text is not None and name not in table.facts:
                table.facts[name] = np.full(len(table.rows), text, dtype=object)
                table.places = {name: min(table.places.values(), default=1), **table.places}
                if name == "supplier":
                    table.suppliers = frozenset((text,))


def _preview(grid: Grid) -> tuple[tuple[str, ...], ...]:
    """The first rows from sheet row 1 and column 1, as a person sees them."""
    width = min(len(grid.columns), PREVIEW_COLUMNS)
    blank = ("",) * (grid.first_column - 1 if grid.first_column <= PREVIEW_COLUMNS else 0)
    rows: list[tuple[str, ...]] = (
        [()] * (grid.first_row - 1) if grid.first_row <= PREVIEW_ROWS else []
    )
    for row in range(min(grid.height, PREVIEW_ROWS - len(rows))):
        rows.append(
            (*blank, *(shown(grid.cell(row, column))[:PREVIEW_TEXT] for column in range(width)))
        )
    return tuple(rows)


def _only_supplier(tables: Sequence[TableParts]) -> str | None:
    names = {name for table in tables for name in table.suppliers}
    return names.pop() if len(names) == 1 else None


def _language(tables: Sequence[TableParts]) -> str | None:
    votes: dict[str, int] = {}
    for table in tables:
        for language, count in table.languages.items():
            votes[language] = votes.get(language, 0) + count
    return max(votes, key=lambda name: (votes[name], name == "en")) if votes else None


def _all_parts(found: Sequence[_FileParts]) -> PartTable:
    """The parts of all tables below one another."""
    tables = [(number, table) for number, file in enumerate(found) for table in file.tables]
    total = sum(len(table.rows) for _, table in tables)
    columns = empty_columns(total)
    marks: dict[int, tuple[str, ...]] = {}
    unreadable: dict[int, tuple[str, ...]] = {}
    provenance: dict[int, dict[str, FactCell]] = {}
    start = 0
    for index, (file, table) in enumerate(tables):
        end = start + len(table.rows)
        columns["file"][start:end] = file
        columns["table"][start:end] = index
        columns["sheet"][start:end] = table.sheet
        columns["row"][start:end] = table.rows
        for name, values in table.facts.items():
            columns[name][start:end] = values
        marks.update((start + part, remarks) for part, remarks in table.marks.items())
        _collect_unreadable(unreadable, table, start)
        provenance.update(
            (start + part, {name: FactCell(file, table.sheet, int(table.rows[part]), column)
                            for name, column in cells.items()})
            for part, cells in table.elsewhere.items()
        )  # fmt: skip
        start = end
    return PartTable(
        part_frame(columns, total),
        marks,
        tuple(table.places for _, table in tables),
        unreadable,
        tuple(Path(file.source.path).name for file in found),
        provenance,
    )


def _collect_unreadable(
    unreadable: dict[int, tuple[str, ...]], table: TableParts, start: int
) -> None:
    for name, failed in table.unreadable.items():
        for part in np.flatnonzero(failed).tolist():
            unreadable[start + part] = (*unreadable.get(start + part, ()), name)
