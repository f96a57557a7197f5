"""Stock that a column beside it calls defective, blocked or in inspection, or that lies in such a place.

Lists of one row for each place and state count what may not be used in the same column as the rest.
"""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from desktop_app.intake.answer_words import means, says_nothing
from desktop_app.intake.cells_read import Facts
from desktop_app.intake.grid import Grid, Value, shown
from desktop_app.intake.headings import heading_book, normalise
from desktop_app.intake.planned_lists import bare, names_any, words_of
from desktop_app.intake.products import read_numbers
from desktop_app.intake.tables import Table
from desktop_app.intake.user_columns import user_headings


def settle_usable_stock(
    grid: Grid, table: Table, fields: Mapping[str, int], parts: NDArray[np.intp], facts: Facts
) -> bool:
    """Leaves as stock what may be used, as the columns beside it say. ``parts``: positions of the rows in
    the sheet. Whether any stock was counted as blocked instead."""
    was_told = "stock_blocked" in facts.columns
    settle_special_marks(grid, table, fields, parts, facts)
    settle_total_stock(grid, table, fields, parts, facts)
    settle_cleared(grid, table, fields, parts, facts)
    settle_available_stock(grid, table, fields, parts, facts)
    settle_reserved_stock(grid, table, fields, parts, facts)
    is_within = "stock_blocked" in facts.columns and not was_told
    return settle_stock_states(grid, table, fields, parts, facts) or is_within


def settle_stock_states(
    grid: Grid,
    table: Table,
    fields: Mapping[str, int],
    parts: NDArray[np.intp],
    facts: Facts,
) -> bool:
    """Counts stock of such rows as blocked. ``parts``: positions of the rows in the sheet. Whether any
    row has some."""
    stock: Any = facts.columns.get("stock_on_hand")
    if stock is None:
        return False
    told = np.zeros(len(parts), dtype=np.bool_)
    headed = words_of("stock_state") | words_of("stock_place")
    if is_of_items(fields):
        headed -= words_of("status_alone")
    used = set(fields.values())
    for n, heading in enumerate(table.headings[: len(grid.columns)]):
        if n not in used and heading and bare(heading) in headed:
            column = grid.columns[n].take(parts)
            told |= column.where(is_not_there)
            if bare(heading) in words_of("stock_category") or _are_statuses(column.values):
                told |= column.where(_is_code_of_none)
        elif n not in used and not is_of_items(fields) and _is_of_blocked(heading):
            told |= grid.columns[n].take(parts).where(_is_ticked)
    told &= np.nan_to_num(stock) > 0
    if not told.any():
        return False
    blocked = facts.columns.get("stock_blocked", np.full(len(parts), np.nan))
    facts.columns["stock_blocked"] = np.where(told, np.nan_to_num(blocked) + stock, blocked)
    facts.columns["stock_on_hand"] = np.where(told, 0.0, stock)
    return True


def _is_of_blocked(heading: str) -> bool:
    return any(meaning.field == "stock_blocked" for meaning in heading_book().exact(heading))


def _is_ticked(value: Value) -> bool:
    """An X or a yes under "Blocked"; a figure there is how many are."""
    text = shown(value).strip() if value is not None else ""
    return bool(text) and (bare(text) in words_of("ticked") or means(text, "yes"))


def _are_statuses(values: Sequence[Value]) -> bool:
    """A, Q and R, as Sage X3 calls stock that is accepted, in inspection and rejected."""
    said = {shown(value).strip().upper() for value in values if value is not None}
    return bool(said) and said <= set("AQR") and "A" in said


def _is_code_of_none(value: Value) -> bool:
    """A short code of stock in inspection or blocked, as warehouse systems print them."""
    return bare(shown(value)) in words_of("stock_codes_not_there") if value is not None else False


def is_of_items(fields: Mapping[str, int]) -> bool:
    """A list of what is bought, from whom and how fast: a bare "Status" there is that of the item, which
    may be blocked for new orders while its stock is used up."""
    return "lead_time_days" in fields or {"supplier", "unit_price"} <= fields.keys()


def settle_available_stock(
    grid: Grid, table: Table, fields: Mapping[str, int], parts: NDArray[np.intp], facts: Facts
) -> None:
    """Where a further column of stock is what is there less what is blocked, that much may be used."""
    stock, blocked = (facts.columns.get(name) for name in ("stock_on_hand", "stock_blocked"))
    if stock is None or blocked is None:
        return
    used, book = set(fields.values()), heading_book()
    free = [
        n
        for n, heading in enumerate(table.headings[: len(grid.columns)])
        if n not in used
        and heading
        and any(m.field == "stock_on_hand" for m in book.exact(heading))
    ]
    for n in free:
        left = read_numbers(grid.columns[n], parts)
        tells = np.isfinite(left) & np.isfinite(stock) & np.isfinite(blocked)
        if (tells & (blocked > 0)).any() and np.allclose((stock - blocked)[tells], left[tells]):
            facts.columns["stock_on_hand"] = np.where(tells, left, stock)
            return


def settle_special_marks(
    grid: Grid, table: Table, fields: Mapping[str, int], parts: NDArray[np.intp], facts: Facts
) -> None:
    """The letter of special stock in a column that SAP heads "S" alone; without one, a number of the
    order, project or supplier that it lies there for says that it is not everybody's."""
    stock: Any = facts.columns.get("stock_on_hand")
    if stock is None:
        return
    used, marks = set(fields.values()), facts.columns.get("special_stock")
    headed = [
        n
        for n, heading in enumerate(table.headings[: len(grid.columns)])
        if n not in used and heading and bare(heading) in words_of("special_mark")
    ]
    if marks is None and not headed:
        return
    known = [None] * len(parts) if marks is None else marks.tolist()
    found = [RESERVED if mark and any(map(str.isdigit, mark)) else mark for mark in known]
    for n in headed:
        column = grid.columns[n]
        cells = [shown(column.values[code]).strip() for code in column.codes[parts]]
        letters = {cell for cell in cells if cell}
        if letters and all(len(cell) == 1 and cell.isalpha() for cell in letters):
            found = [cell or mark for cell, mark in zip(cells, found, strict=True)]
    if any(mark is not None for mark in found):
        facts.columns["special_stock"] = np.array([*found, None], dtype=object)[:-1]


def settle_total_stock(
    grid: Grid, table: Table, fields: Mapping[str, int], parts: NDArray[np.intp], facts: Facts
) -> None:
    """Beside "Total stock", and before "davon frei", the free stock of another column is what may be used;
    else the total less what is blocked, where that is a part of it."""
    stock: Any = facts.columns.get("stock_on_hand")
    at = fields.get("stock_on_hand")
    if stock is None or at is None:
        return
    used, book, totals = set(fields.values()), heading_book(), words_of("stock_total")
    is_total = bare(table.headings[at]) in totals
    others = {
        n: h for n, h in enumerate(table.headings[: len(grid.columns)]) if h and n not in used
    }
    free = [
        n
        for n, heading in others.items()
        if names_any(heading, "of_which") and names_any(heading, "stock_free")
    ]
    free += [
        n
        for n, heading in others.items()
        if is_total
        and bare(heading) not in totals
        and any(m.field == "stock_on_hand" for m in book.exact(heading))
    ]
    for n in free:
        left = read_numbers(grid.columns[n], parts)
        if (left <= stock)[np.isfinite(left) & np.isfinite(stock)].all() and np.isfinite(
            left
        ).any():
            facts.columns["stock_on_hand"] = np.where(np.isfinite(left), left, stock)
            return
    _less_what_is_within(grid, table, fields, parts, facts, others=others, is_total=is_total)


def _less_what_is_within(
    grid: Grid,
    table: Table,
    fields: Mapping[str, int],
    parts: NDArray[np.intp],
    facts: Facts,
    *,
    others: Mapping[int, str],
    is_total: bool,
) -> None:
    """The stock less what of it is blocked or "davon in Prüfung". ``others``: headings of columns that are
    not used."""
    stock, none = facts.columns["stock_on_hand"], np.full(len(parts), np.nan)
    blocked = facts.columns.get("stock_blocked", none)
    said = table.headings[fields["stock_blocked"]] if "stock_blocked" in fields else ""
    inside = np.nan_to_num(blocked) * (is_total or names_any(said, "of_which"))
    for n, heading in others.items():
        if names_any(heading, "of_which") and is_not_there(heading):
            more = np.maximum(np.nan_to_num(read_numbers(grid.columns[n], parts)), 0.0)
            inside = inside + more
            blocked = np.where(more > 0, np.nan_to_num(blocked) + more, blocked)
    if (inside > 0).any():
        facts.columns["stock_blocked"] = blocked
        facts.columns["stock_on_hand"] = np.where(
            inside > 0, np.maximum(stock - inside, 0.0), stock
        )


def settle_cleared(
    grid: Grid, table: Table, fields: Mapping[str, int], parts: NDArray[np.intp], facts: Facts
) -> None:
    """Goods in transit that a column says have not cleared export are on order, and nothing more."""
    coming: Any = facts.columns.get("in_transit")
    if coming is None:
        return
    told, used = np.zeros(len(parts), dtype=np.bool_), set(fields.values())
    for n, heading in enumerate(table.headings[: len(grid.columns)]):
        if n not in used and heading and bare(heading) in words_of("customs_state"):
            told |= (
                grid.columns[n]
                .take(parts)
                .where(lambda value: names_any(shown(value), "not_cleared"))
            )
    told &= np.nan_to_num(coming) > 0
    if told.any():
        ordered = facts.columns.get("open_order_quantity", np.full(len(parts), np.nan))
        facts.columns["open_order_quantity"] = np.where(
            told, np.nan_to_num(ordered) + coming, ordered
        )
        facts.columns["in_transit"] = np.where(told, 0.0, coming)


RESERVED = "project"
"""The mark of stock that a column of projects or customers names one for."""


def settle_reserved_stock(
    grid: Grid, table: Table, fields: Mapping[str, int], parts: NDArray[np.intp], facts: Facts
) -> None:
    """Marks stock that lies there for a customer or a project, where other stock of the list does not.

    In a list in which each line names one, they only say what for the parts are.
    """
    stock: Any = facts.columns.get("stock_on_hand")
    if stock is None or "special_stock" in facts.columns or facts.columns.keys() & BOUGHT:
        return
    used = set(fields.values())
    for n, heading in enumerate(table.headings[: len(grid.columns)]):
        if n in used or not heading or not _names_users(heading):
            continue
        named = (
            grid.columns[n].take(parts).where(lambda value: not says_nothing(shown(value) or "-"))
        )
        if named.any() and not named.all():
            marks = np.full(len(parts), None, dtype=object)
            marks[named] = RESERVED
            facts.columns["special_stock"] = marks
            return


BOUGHT = frozenset(("unit_price", "supplier", "country_of_origin"))
"""Facts of lists that buy; there a customer or a project is what the part is for."""


def _names_users(heading: str) -> bool:
    said = [normalise(part) for part in heading.replace("/", ";").split(";")]
    return all(part in user_headings() for part in said)


def is_not_there(value: Value) -> bool:
    """Whether a state or a place is of stock that may not be used: "Gesperrt", "Store QC", 不良品仓. What
    passed its inspection may be."""
    said = shown(value)
    if names_any(said, "not_let_through"):
        return True
    return names_any(said, "not_there") and not names_any(said, "let_through")
