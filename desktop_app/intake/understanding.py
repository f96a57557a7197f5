"""What the sheets of a file mean: its tables and parts, and the parts of several files together."""

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np

from desktop_app.intake.answered_forms import read_answered
from desktop_app.intake.answered_issues import about_answered
from desktop_app.intake.cells_elsewhere import cells_elsewhere, collect_unreadable
from desktop_app.intake.confirmed import Ask, nothing_confirmed
from desktop_app.intake.grid import Grid, grids_of, shown
from desktop_app.intake.grouped_reports import name_groups
from desktop_app.intake.headings import HeadingBook
from desktop_app.intake.headless import table_without_headings
from desktop_app.intake.issues import of_file, of_sheet
from desktop_app.intake.level_columns import join_level_columns
from desktop_app.intake.linked_names import table_of_counted_links, table_of_links
from desktop_app.intake.lists_of_choices import counts_parts, is_list_of_choices
from desktop_app.intake.lists_of_firms import name_the_vendors
from desktop_app.intake.misspelt import ForgivingBook, is_headed_like
from desktop_app.intake.names_alone import table_of_names, table_under_names
from desktop_app.intake.pivots import fill_pivot_groups
from desktop_app.intake.plain_lists import list_of_lines, plain_list
from desktop_app.intake.plan_sheets import plan_table
from desktop_app.intake.planned_parts import planned_parts
from desktop_app.intake.problems import problem
from desktop_app.intake.questionnaire_sheets import matters
from desktop_app.intake.questionnaires import (
    about,
    declared,
    is_questionnaire,
    lists_of,
    reach,
    read_questionnaire,
    requester_column,
)
from desktop_app.intake.said_headings import (
    said_rows,
)
from desktop_app.intake.sheets_shown import sheet_found
from desktop_app.intake.side_by_side import blocks_of
from desktop_app.intake.summaries import without_summaries
from desktop_app.intake.table_parts import TableParts, read_table
from desktop_app.intake.tables import Table, find_tables
from desktop_app.intake.title_lines import HIGHEST_TITLE
from desktop_app.intake.turned import about_turned, is_data_sheet, turned
from desktop_app.model.findings import Issue
from desktop_app.model.parts import (
    FactCell,
    PartTable,
    Requirement,
    Source,
    empty_columns,
    part_frame,
)
from desktop_app.model.reading import Reading
from desktop_app.model.sources import Questionnaire, SheetFound, SourceFile

FEW_TABLES = 10
"""Of more tables each is read from a sheet with its own rows alone, or thousands of lists would take minutes."""
PRODUCTS = "Product List"
"""The sheet of a questionnaire that names what it is about."""


@dataclass(eq=False)
class FileParts:
    """One file and the parts of each of its tables; none where it was refused."""

    source: SourceFile
    tables: list[TableParts] = field(default_factory=list)


def gather(found: Sequence[FileParts]) -> Reading:
    """The files, and their parts below one another."""
    name_the_vendors(table for file in found for table in file.tables)
    return Reading(tuple(file.source for file in found), _all_parts(found))


def understand(
    path: Path,
    sha256: str,
    answer: dict[str, Any],
    book: HeadingBook,
    confirmed: Ask = nothing_confirmed,
    *,
    on: date | None = None,
) -> FileParts:
    """The tables and parts in what the reader child said of a file (see ``sandbox``).

    ``on``: the day that is asked about; it decides between columns of years.
    """
    issues: list[Issue] = of_file(answer)
    sheets: list[SheetFound] = []
    tables: list[TableParts] = []
    grids = grids_of(answer)
    for grid in grids:
        grid.file_name, grid.siblings = path.stem, grids
    answered = read_answered(grids)
    if answered is not None:
        issues += about_answered(answered)
    questionnaire = read_questionnaire(grids)
    if questionnaire is not None:
        issues += (issue for issue in (about(questionnaire), reach(questionnaire)) if issue)
    about_sheets = [[] if answered else of_sheet(grid) for grid in grids]
    if questionnaire is not None:
        about_sheets = [
            [issue for issue in said if matters(issue, grid)]
            for grid, said in zip(grids, about_sheets, strict=True)
        ]
    for grid in grids:
        join_level_columns(grid, book)
        name_groups(grid)
        fill_pivot_groups(grid)
    found = [[] for _ in grids] if answered else _all_tables(grids, book, confirmed, on)
    for grid, own, said in zip(grids, found, about_sheets, strict=True):
        issues += said
        issues += (issue for parts in own for issue in parts.issues)
        if questionnaire is not None:
            _answer(own, questionnaire)
            if grid.form == PRODUCTS:
                _number_as_the_buyer_does(own, grid, requester_column(questionnaire))
        sheets.append(sheet_found(grid, own))
        tables += own
    if answer["broken"] and not tables and not answered and questionnaire is None:
        # The list was on a sheet that is broken: that file is damaged, not one without a list.
        damaged = problem("E_CORRUPT", path.name)
        return FileParts(
            SourceFile(str(path), sha256, "", "refused", damaged, issues=tuple(issues))
        )
    source = SourceFile(
        path=str(path),
        sha256=sha256,
        format=answer["format"],
        outcome="read" if tables or answered else "no_table",
        supplier=(answered.supplier or None) if answered else _only_supplier(tables),
        language=_language(tables),
        sheets=tuple(sheets),
        issues=tuple(issues),
        questionnaire=questionnaire,
        answered=answered,
    )
    return FileParts(source, tables)


def _all_tables(
    grids: Sequence[Grid], book: HeadingBook, confirmed: Ask, on: date | None
) -> list[list[TableParts]]:
    """The tables of each sheet. Only a file in which no headings are known is asked for lists without any:
    beside a list of parts, they are notes and addresses. Before that it is asked whether the parts stand
    side by side, as beside a list they may too, and its headings are read once more, as if misspelt."""
    is_form = is_questionnaire(grids)
    found = [
        (
            not is_form
            and is_data_sheet(grid, book)
            and list(_turned_tables(grid, book, confirmed, on))
        )
        or list(_tables_of(grid, book, confirmed, on, is_form=is_form))
        for grid in grids
    ]
    if is_form:
        return found
    if any(found):
        said = {column.header for own in found for t in own for column in t.found.columns}
        found = [
            _without_choices(grid, own, found, book, confirmed=confirmed, on=on)
            or _beside_list(grid, book, confirmed, on, said)
            for grid, own in zip(grids, found, strict=True)
        ]
        return without_summaries(grids, found)
    found = [list(_plans(grid, book, confirmed, on)) for grid in grids]
    if any(found):
        return found
    found = [list(_turned_tables(grid, book, confirmed, on)) for grid in grids]
    if any(found):
        return found
    forgiving = ForgivingBook(book)
    found = [list(_tables_of(grid, forgiving, confirmed, on, is_form=False)) for grid in grids]
    if any(found):
        return found
    unnamed = [(grid, _unnamed(grid, book)) for grid in grids]
    read = [
        None if table is None else read_table(grid, table, book, confirmed, on)
        for grid, table in unnamed
    ]
    return [[parts] if parts is not None else [] for parts in read]


def _unnamed(grid: Grid, book: HeadingBook) -> Table | None:
    """The list of a sheet in a file without known headings; None where it may be anything."""
    found = table_of_counted_links(grid, book) or table_without_headings(grid)
    found = found or table_of_links(grid) or list_of_lines(grid)
    found = found or table_under_names(grid, book) or table_of_names(grid, book)
    return found or plain_list(grid, book)


def _without_choices(
    grid: Grid,
    own: list[TableParts],
    found: Sequence[Sequence[TableParts]],
    book: HeadingBook,
    *,
    confirmed: Ask,
    on: date | None,
) -> list[TableParts]:
    """The tables of a sheet; lists of choices beside a list of parts on another sheet hold no parts."""
    others = (parts for tables in found if tables is not own for parts in tables)
    if len(own) != 1 or not any(counts_parts(list(parts.places)) for parts in others):
        return own
    tables = [] if said_rows(grid, confirmed) else find_tables(grid, book)
    if len(tables) != 1 or not is_list_of_choices(grid, tables[0]):
        return own
    parts = read_table(grid, replace(tables[0], is_reference=True), book, confirmed, on)
    return own if parts is None else [parts]


def _beside_list(
    grid: Grid, book: HeadingBook, confirmed: Ask, on: date | None, said: Set[str]
) -> list[TableParts]:
    """What a sheet without known headings holds where another sheet is a list headed as ``said``: a list
    headed like it but for a slip of the pen, or only what can be nothing else than one."""
    forgiving = ForgivingBook(book) if is_headed_like(grid, said) else None
    if forgiving and (own := list(_tables_of(grid, forgiving, confirmed, on, is_form=False))):
        return own
    side_by_side = list(_turned_tables(grid, book, confirmed, on, is_beside_list=True))
    table = None if side_by_side else table_without_headings(grid, is_beside_list=True)
    parts = None if table is None else read_table(grid, table, book, confirmed, on)
    return side_by_side if parts is None else [parts]


def _tables_of(
    grid: Grid, book: HeadingBook, confirmed: Ask, on: date | None, *, is_form: bool
) -> Iterator[TableParts]:
    """The tables of a sheet that hold parts, or could. Headings that a user pointed at run across
    the whole sheet."""
    said = () if is_form else said_rows(grid, confirmed)
    planned = [] if is_form or said else list(planned_parts(grid, book))
    if planned:
        yield from planned
        return
    blocks = [grid] if is_form or said else blocks_of(grid, book)
    for block in blocks:
        tables = lists_of(block, book) if is_form else find_tables(block, book, said)
        for table in tables:
            rows = range(table.first_heading, table.end)
            own = block.only(range(HIGHEST_TITLE), rows) if len(tables) > FEW_TABLES else block
            parts = read_table(own, table, book, confirmed, on)
            if parts is not None:
                yield parts


def _plans(grid: Grid, book: HeadingBook, confirmed: Ask, on: date | None) -> Iterator[TableParts]:
    table = plan_table(grid, book)
    parts = None if table is None else read_table(grid, table, book, confirmed, on)
    if parts is not None:
        yield parts


def _turned_tables(
    grid: Grid,
    book: HeadingBook,
    confirmed: Ask,
    on: date | None,
    *,
    is_beside_list: bool = False,
) -> Iterator[TableParts]:
    """The list of a sheet whose parts stand side by side."""
    exchanged = turned(grid, book, is_beside_list=is_beside_list)
    if exchanged is None:
        return
    for parts in _tables_of(exchanged, book, confirmed, on, is_form=False):
        if len(parts.rows):
            parts.turned = exchanged
            parts.issues.append(about_turned(exchanged))
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


def _only_supplier(tables: Sequence[TableParts]) -> str | None:
    names = {name for table in tables for name in table.suppliers}
    return names.pop() if len(names) == 1 else None


def _language(tables: Sequence[TableParts]) -> str | None:
    votes: dict[str, int] = {}
    for table in tables:
        for language, count in table.languages.items():
            votes[language] = votes.get(language, 0) + count
    return max(votes, key=lambda name: (votes[name], name == "en")) if votes else None


def _all_parts(found: Sequence[FileParts]) -> PartTable:
    """The parts of all tables below one another."""
    tables = [(number, table) for number, file in enumerate(found) for table in file.tables]
    total = sum(len(table.rows) for _, table in tables)
    columns = empty_columns(total, {name for _, table in tables for name in table.facts})
    marks: dict[int, tuple[str, ...]] = {}
    unreadable: dict[int, tuple[str, ...]] = {}
    provenance: dict[int, dict[str, FactCell]] = {}
    requirements: dict[int, tuple[Requirement, ...]] = {}
    sources: dict[int, tuple[Source, ...]] = {}
    stock_ends: dict[int, date] = {}
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
        collect_unreadable(unreadable, table, start)
        provenance.update(cells_elsewhere(table, file, start))
        for part, needs in table.needs.items():
            row = int(table.rows[part])
            requirements[start + part] = tuple(
                Requirement(day, quantity, FactCell(file, table.sheet, row, column))
                for day, quantity, column in needs
            )
        stock_ends.update((start + part, day) for part, day in table.stock_ends.items())
        for part, offers in table.offers.items():
            at = FactCell(file, table.sheet, int(table.rows[part]), 0)
            sources[start + part] = tuple(one.source_at(at) for one in offers)
        start = end
    return PartTable(
        part_frame(columns, total),
        marks,
        tuple(table.places for _, table in tables),
        unreadable,
        tuple(Path(file.source.path).name for file in found),
        provenance,
        sources=sources,
        requirements=requirements,
        stock_ends=stock_ends,
    )


def _number_as_the_buyer_does(tables: Sequence[TableParts], grid: Grid, column: int | None) -> None:
    """Where the supplier filled in the buyer's own numbers, those are the part numbers, and its own
    are the maker's. Its own alone, all that older templates ask for (``column`` None), are the part
    numbers, in whatever language they are headed."""
    for table in tables:
        own: list[str | None] = []
        if column is not None:
            at = column - grid.first_column
            own = [
                shown(grid.cell(row - grid.first_row, at)) or None for row in table.rows.tolist()
            ]
        if any(own) and "part_number" in table.facts:
            table.facts["mpn"] = table.facts["part_number"]
            table.facts["part_number"] = np.array([*own, None], dtype=object)[:-1]
            _call(table, {table.places["part_number"]: "mpn", column: "part_number"})
        elif "mpn" in table.facts and "part_number" not in table.facts:
            table.facts["part_number"] = table.facts.pop("mpn")
            _call(table, {table.places.pop("mpn"): "part_number"})


def _call(table: TableParts, fields: Mapping[int | None, str]) -> None:
    """Says which field a column is, from its place on."""
    table.places |= {field: place for place, field in fields.items() if place is not None}
    columns = tuple(
        replace(found, field=fields.get(found.index, found.field)) for found in table.found.columns
    )
    table.found = replace(table.found, columns=columns)
