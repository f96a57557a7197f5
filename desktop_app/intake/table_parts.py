"""Reads one table: its columns, its rows, the facts of its parts, and the reckoning of its cells."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

import numpy as np
from numpy.typing import NDArray

from desktop_app.intake.bare_dollars import settle_bare_dollars
from desktop_app.intake.candidates import Proposal
from desktop_app.intake.cells_read import Facts
from desktop_app.intake.columns import propose
from desktop_app.intake.confirmed import Ask, Asked, nothing_confirmed
from desktop_app.intake.consumption import PERIODS_A_YEAR
from desktop_app.intake.continued_lines import describe_with_lines
from desktop_app.intake.contradicting_times import settle_of_rows
from desktop_app.intake.cost_tables import is_of_costs
from desktop_app.intake.counted_lines import split_counted_names, split_times
from desktop_app.intake.facts import USED_FIELDS, Cleaning
from desktop_app.intake.firms_above import settle_firm_above
from desktop_app.intake.further_suppliers import fill_further_suppliers
from desktop_app.intake.grid import Grid, shown
from desktop_app.intake.headings import HeadingBook
from desktop_app.intake.lines_of_records import fill_records
from desktop_app.intake.lists_of_firms import firms_of, vendor_numbers
from desktop_app.intake.lots_below import fill_numbers_above
from desktop_app.intake.margins import settle_margins
from desktop_app.intake.names_above import fill_names_above, name_merged_groups
from desktop_app.intake.not_placed import not_placed
from desktop_app.intake.numbered_names import split_numbered_firms, split_numbered_names
from desktop_app.intake.offers_beside import (
    Offered,
    not_confirmed,
    offers_of,
    read_offers,
    without_offers,
)
from desktop_app.intake.ordered_prices import price_by_quantity
from desktop_app.intake.period_columns import Needs
from desktop_app.intake.prices_above import price_for_many_above
from desktop_app.intake.reports_of_parts import settle_part_above
from desktop_app.intake.rows import PART, TOTAL, Sorted, sort_rows
from desktop_app.intake.senseless import about_senseless
from desktop_app.intake.services import about_services
from desktop_app.intake.settled import Settled, settle
from desktop_app.intake.spare import fill_from_spare
from desktop_app.intake.tables import IDENTITY, Table
from desktop_app.intake.titles import currency_above, facts_above, said_above
from desktop_app.intake.told_rows import obey
from desktop_app.model.findings import Issue, msg, nmsg
from desktop_app.model.parts import SHARE_MARK
from desktop_app.model.sources import CellCounts, TableFound

LARGEST_MERGE = 2_000
NUMBERED = ("part_number", "mpn")
COUNTED = ("quantity", "annual_quantity", "stock_on_hand", "requirement_quantity")
PERIODS = tuple(PERIODS_A_YEAR)
"""Columns that stay known by their own name too: their rows may be periods of one material."""
FACT_OF = {
    "purchasing_group": "owner", "unit_mass": "unit_mass_g", "substance_mass": "substance_mass_g",
    **dict.fromkeys(PERIODS, "annual_quantity"),
}  # fmt: skip
"""Fact that a column of another name fills."""
SAID_WITH = {"stock_date": "stock_on_hand", "margin_currency": "margin_per_day"}
"""Facts that the heading or the cell of another one may say."""


@dataclass(eq=False)
class TableParts:
    """``rows``: 1-based sheet row per part; ``facts``: fact to one value a part; ``places``: fact
    to 1-based column; ``languages``: how many headings were known in which language."""

    found: TableFound
    sheet: str
    rows: NDArray[np.int32]
    facts: dict[str, Any]
    marks: dict[int, tuple[str, ...]]
    unreadable: dict[str, NDArray[np.bool_]]
    places: dict[str, int]
    suppliers: frozenset[str]
    languages: Mapping[str, int]
    issues: list[Issue] = field(default_factory=list)
    elsewhere: dict[int, dict[str, int]] = field(default_factory=dict)
    """Per part, facts that were read from another column than ``places`` names."""
    needs: Needs = field(default_factory=dict)
    stock_ends: Mapping[int, date] = field(default_factory=dict)
    firms: Mapping[str, str] = field(default_factory=dict)
    vendors: "NDArray[np.object_] | None" = None
    """Names of firms by their vendor numbers; the vendor number of each part without a name."""
    offers: Mapping[int, tuple[Offered, ...]] = field(default_factory=dict)
    """Of parts that several firms offer side by side, each offer (see ``offers_beside``)."""
    turned: Grid | None = None
    """The sheet as it was read, where its rows and columns were exchanged (see ``turned``)."""


def read_table(
    grid: Grid,
    table: Table,
    book: HeadingBook,
    confirmed: Ask = nothing_confirmed,
    on: date | None = None,
) -> TableParts | None:
    """The parts of a table; None where no column names a part, unless a user pointed at its headings
    and is still to say which one does. ``on``: see ``columns.propose``."""
    proposal = _proposed(grid, table, book, confirmed, on)
    side_by_side = not_confirmed(
        offers_of(grid, table, book, proposal.columns), proposal, grid.first_column
    )
    proposal = without_offers(proposal, side_by_side, grid.first_column)
    fields = proposal.places
    firms = firms_of(grid, table, fields, book)
    if firms is None and not table.is_said and not any(name in fields for name in IDENTITY):
        return None
    before = grid.own_per_row
    issues, continued = _fill_merged(grid, table, fields, _used_columns(fields, proposal))
    issues += fill_numbers_above(grid, table, fields)
    issues += [
        *fill_further_suppliers(grid, table, fields),
        *fill_names_above(grid, table, fields, proposal.added),
    ]
    row = grid.first_row + max(0, table.heading)
    issues += _about_no_heading(grid, table)
    issues += [
        Issue("W_YEAR", "note", what, grid.name, row, grid.first_column + at)
        for at, what in proposal.told
    ]
    if is_of_costs(grid, table, fields) or firms is not None:
        table = replace(table, is_reference=True)
    order = sort_rows(grid, table, fields, proposal.added, continued)
    obeyed = obey(order, grid, proposal)
    parts = order.parts
    cleaning = Cleaning(grid, table, fields, parts, _most(proposal.languages))
    facts = cleaning.run()
    settled = settle(grid, table, fields, order, facts, on=on)
    elsewhere = fill_from_spare(grid, table, parts, facts, proposal)
    offers = read_offers(cleaning, facts, side_by_side) if side_by_side else {}
    if not offers:
        settle_of_rows(grid, parts, facts, fields.get("lead_time_days"))
    for part, cells in price_by_quantity(grid, table, parts, facts, proposal).items():
        elsewhere.setdefault(part, {}).update(cells)
    if proposal.added:
        cleaning.describe_with(proposal.added)
    columns_of_facts = facts.columns
    told = fields.get("description")
    describe_with_lines(grid, order.continued, parts, told, columns_of_facts)
    places = {
        fact: position + grid.first_column
        for name, position in fields.items()
        if name in USED_FIELDS
        for fact in ((FACT_OF[name], name) if name in PERIODS else (FACT_OF.get(name, name),))
    }
    _place_settled(places, grid, settled, facts)
    places |= {fact: position + grid.first_column for fact, position in settled.board.items()}
    split_numbered_names(facts, places, book.known_numbers)
    split_numbered_firms(facts)
    (split_times if table.has_heading else split_counted_names)(facts, places)
    _say_from_title(cleaning, book, _most(proposal.languages))
    for fact in SAID_WITH.keys() & columns_of_facts.keys():
        places.setdefault(fact, places[SAID_WITH[fact]])
    if "part_number" in columns_of_facts:  # once above its substances, where no column has it
        places.setdefault("part_number", min(places.values(), default=1))
    facts.issues += price_for_many_above(grid, table, fields, columns_of_facts)
    used = {*_used_columns(fields, proposal), *settled.board.values()}
    columns_of_facts["section"] = _sections(grid, order, parts, used)
    issues += facts.issues
    found = TableFound(
        header_row=grid.first_row + table.heading if table.has_heading else 0,
        first_row=grid.first_row + order.start,
        last_row=grid.first_row + max(order.start, table.end) - 1,
        columns=proposal.columns,
        rows=order.counts(),
        cells=cells_of(grid, order, used, before, facts.unused),
        not_parts=order.not_parts(grid.first_row),
        told=obeyed,
    )
    issues += _about_totals(grid, order)
    issues += about_services(grid, fields, order.services)
    return TableParts(
        found=found,
        sheet=grid.name,
        rows=(parts + grid.first_row).astype(np.int32),
        facts=columns_of_facts,
        marks=_marks(grid, table, order, fields, facts),
        unreadable=facts.unreadable,
        places=places,
        suppliers=_suppliers(columns_of_facts),
        languages=proposal.languages,
        issues=issues,
        elsewhere=elsewhere,
        needs=settled.needs,
        stock_ends=settled.stock_ends,
        firms=firms or {},
        offers=offers,
        vendors=vendor_numbers(grid, table, fields, parts, book),
    )


def _place_settled(places: dict[str, int], grid: Grid, settled: Settled, facts: Facts) -> None:
    """Where facts stand that were settled from other columns than their own."""
    for fact in settled.dropped:
        places.pop(fact, None)
    if settled.builds is not None:
        places["annual_quantity"] = settled.builds + grid.first_column
    if settled.needs:
        first = min(column for found in settled.needs.values() for _, _, column in found)
        places |= {"requirement_date": first, "requirement_quantity": first}
        if "annual_quantity" in facts.columns:
            places.setdefault("annual_quantity", first)
    for fact, at in facts.settled.items():
        places.setdefault(fact, at)
    if settled.has_blocked:
        places.setdefault("stock_blocked", places["stock_on_hand"])


def _proposed(
    grid: Grid, table: Table, book: HeadingBook, confirmed: Ask, on: date | None
) -> Proposal:
    """What was confirmed of lists of this supplier goes before what holds for any with these
    headings; who the supplier is says the list itself."""
    fill_records(grid, table, book)
    if confirmed is nothing_confirmed:
        return propose(grid, table, book, confirmed, on)
    asked = Asked(confirmed)
    proposal = propose(grid, table, book, asked, on)
    supplier = _one_supplier(grid, table, book, proposal)
    if supplier is None or confirmed(asked.headings, supplier) == asked.answer:
        return proposal
    return propose(grid, table, book, Asked(confirmed, supplier), on)


def _one_supplier(grid: Grid, table: Table, book: HeadingBook, proposal: Proposal) -> str | None:
    """The supplier that all rows or the title of a list name; None where there is no such."""
    position = proposal.places.get("supplier")
    if position is None:
        return said_above(grid, table.first_heading, "supplier", book)
    codes = grid.columns[position].codes[table.heading + 1 : table.end]
    said = {shown(grid.columns[position].values[code]).strip() for code in np.unique(codes)}
    said -= {""}
    return said.pop() if len(said) == 1 else None


def _fill_merged(
    grid: Grid, table: Table, fields: Mapping[str, int], columns: Sequence[int]
) -> tuple[list[Issue], NDArray[np.bool_] | None]:
    """A cell merged over several rows speaks for each of them. Also the rows that have nothing of
    their own in the ``columns`` that are used, where how many there are is merged too, as in the lines of a
    delivery, or nothing but a text below the description, where the number is: they only go on with the part
    above them."""
    used, count = set(fields.values()), 0
    borrowed = np.zeros(grid.height, dtype=np.int32)
    counted, numbered = np.zeros((2, grid.height), dtype=np.bool_)
    numbers = {fields[name] for name in NUMBERED if name in fields}
    quantities = {fields[name] for name in COUNTED if name in fields}
    for top, left, bottom, _right in grid.merged:
        last = min(bottom, table.end - 1)
        if top <= table.heading or top >= table.end or last <= top or left not in used:
            continue
        if last - top > LARGEST_MERGE or not (0 <= left < len(grid.columns)):
            continue
        column = grid.columns[left]
        column.codes[top + 1 : last + 1] = column.codes[top]
        column.forget()
        count += last - top
        borrowed[top + 1 : last + 1] += left in columns and grid.cell(top, left) is not None
        counted[top + 1 : last + 1] |= left in quantities
        numbered[top + 1 : last + 1] |= left in numbers
    if not count:
        return [], None
    grid.forget()
    own = np.sum([grid.columns[position].filled for position in set(columns)], axis=0)
    continued: NDArray[np.bool_] = counted & (own == borrowed)
    told = fields.get("description")
    if told is not None and told not in numbers:
        is_own = grid.columns[told].is_text.copy()
        for top, left, bottom, _ in grid.merged:
            is_own[top + 1 : bottom + 1] &= left != told
        unnumbered = np.ones(grid.height, dtype=np.bool_)
        for position in numbers:
            unnumbered &= ~grid.columns[position].filled
        goes_on = numbered | (unnumbered if numbers else numbered)
        continued |= goes_on & is_own & (own == borrowed + 1) & (borrowed > 0)
    what = nmsg(
        "{n} cell was filled from a merged cell above it.",
        "{n} cells were filled from merged cells above them.",
        count,
    )
    issue = Issue("W_MERGED_FILL", "note", what, grid.name, grid.first_row + table.heading)
    return [issue], continued


def _say_from_title(cleaning: Cleaning, book: HeadingBook, language: str | None) -> None:
    """Adds what the title of the list says of all its parts."""
    grid, first = cleaning.grid, cleaning.table.first_heading
    named = currency_above(grid, first, book)
    cleaning.facts.issues += settle_bare_dollars(cleaning, named, language)
    facts_above(grid, first, book, cleaning.facts.columns, len(cleaning.rows))
    settle_part_above(grid, first, book, cleaning.facts.columns, len(cleaning.rows))
    settle_firm_above(grid, cleaning.table, book, cleaning.facts.columns, len(cleaning.rows))
    settle_margins(cleaning, named)
    cleaning.facts.issues += about_senseless(cleaning)


def _sections(
    grid: Grid, order: Sorted, parts: NDArray[np.intp], used: Collection[int]
) -> NDArray[np.object_]:
    names = np.empty(len(order.sections) + 1, dtype=object)
    names[:-1] = order.sections
    found: NDArray[np.object_] = names[order.section_of[parts - order.start]]
    name_merged_groups(grid, used, parts, found)
    return found


def _used_columns(fields: Mapping[str, int], proposal: Proposal) -> list[int]:
    """Positions of all columns whose cells end up in a fact."""
    first = [position for name, position in fields.items() if name in USED_FIELDS]
    return [*first, *proposal.added, *(n for further in proposal.spare.values() for n in further)]


def cells_of(
    grid: Grid, order: Sorted, columns: Iterable[int], before: NDArray[np.int32], unused: int
) -> CellCounts:
    """Filled cells of the data rows; counted in the file itself as well, or None. ``unused``: cells
    of the parts that gave no fact, because they cannot be read."""
    if grid.counted is None:
        return CellCounts()
    rows = slice(order.start, order.start + len(order.kinds))
    is_part = order.kinds == PART
    filled = before[rows]
    used = sum(int(grid.columns[position].filled[rows][is_part].sum()) for position in columns)
    in_parts, total = int(filled[is_part].sum()), int(filled.sum())
    used = max(0, min(used, in_parts) - unused)
    return CellCounts(total, used, in_parts - used, total - in_parts)


def _about_no_heading(grid: Grid, table: Table) -> list[Issue]:
    if table.has_heading or any(table.headings):  # those may stand below it
        return []
    what = msg("The list has no headings; what its columns mean was guessed from their cells.")
    return [Issue("W_NO_HEADING", "warning", what, grid.name, grid.first_row + table.heading + 1)]


def _about_totals(grid: Grid, order: Sorted) -> list[Issue]:
    totals = int((order.kinds == TOTAL).sum())
    if not totals:
        return []
    what = nmsg(
        "{n} row was taken for a total and left out.",
        "{n} rows were taken for totals and left out.",
        totals,
    )
    row = grid.first_row + order.start + int(np.flatnonzero(order.kinds == TOTAL)[0])
    return [Issue("W_TOTAL_ROWS", "note", what, grid.name, row)]


def _marks(
    grid: Grid, table: Table, order: Sorted, fields: Mapping[str, int], facts: Facts
) -> dict[int, tuple[str, ...]]:
    """Remarks about few parts, as short English words."""
    parts = order.parts
    marks: dict[int, tuple[str, ...]] = {}

    def mark(which: NDArray[np.bool_], word: str) -> None:
        for part in np.flatnonzero(which).tolist():
            marks[part] = (*marks.get(part, ()), word)

    if grid.hidden:
        mark(np.ones(len(parts), dtype=np.bool_), "hidden sheet")
    if grid.hidden_rows:
        mark(np.isin(parts, np.fromiter(grid.hidden_rows, dtype=np.intp)), "hidden row")
    mark(facts.converted, "number converted")
    for word, which in facts.marked.items():
        mark(which, word)
    for part, share in facts.unsigned.items():
        marks[part] = (*marks.get(part, ()), f"{SHARE_MARK}{share:g}")
    counted = next((n for n in ("quantity", "annual_quantity") if n in facts.columns), None)
    if counted is not None:
        mark(facts.columns[counted] == 0, "zero quantity")
    is_board = "reference_designator" in fields
    mark(not_placed(grid, table, parts, is_board=is_board), "not populated")
    return marks


def _most(languages: Mapping[str, int]) -> str | None:
    return max(languages, key=lambda name: languages[name]) if languages else None


def _suppliers(facts: Mapping[str, Any]) -> frozenset[str]:
    """Up to two names: more are of no use, the file then has no one supplier."""
    names: set[str] = set()
    for name in facts.get("supplier", ()):
        if name is not None:
            names.add(name)
            if len(names) > 1:
                break
    return frozenset(names)
