"""How many of a part go into the product at the top of a bill whose rows name a parent and a component each.

Below several products no single amount is right: the amounts stay those in the parent, and a plan of the
products is followed down through the rows (see ``production_plans``).
"""

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from desktop_app.intake.bill_parents import InItselfError, Parents
from desktop_app.intake.bill_quantities import ASSEMBLY, Quantities, bought
from desktop_app.intake.cells_read import Facts
from desktop_app.intake.goes_into import carried, key_of_product
from desktop_app.intake.grid import Grid, shown
from desktop_app.intake.planned_lists import bare, names_any, words_of
from desktop_app.intake.tables import Table
from desktop_app.model.findings import Message, msg

Parts = NDArray[np.intp]


def settle_components(
    grid: Grid, table: Table, fields: Mapping[str, int], parts: Parts, facts: Facts
) -> None:
    """Marks assemblies, and makes of the quantities those of the one product at the top. ``parts``: positions
    of the rows in the sheet. Nothing where no parent is a component too."""
    number = fields.get("part_number", fields.get("mpn"))
    if number is None or "quantity" not in fields or "quantity" not in facts.columns:
        return
    if ASSEMBLY in facts.marked or not len(parts):
        return
    columns = _columns_of_parents(grid, table, fields)
    if not columns:
        return
    components = _keys(grid, number, parts)
    amounts = facts.columns["quantity"]
    for column in columns:
        above = carried(grid, column, table.heading + 1, parts)
        bill = Parents([key_of_product(text) for text in above], components, amounts.tolist())
        if bill.has_levels:
            break
    else:
        return
    below = {parent for parent in bill.parents if parent}
    is_assembly = np.array([part in below for part in components], np.bool_)
    facts.marked[ASSEMBLY] = is_assembly & ~bought(grid, table, fields, parts)
    texts = {key: text for key, text in zip(bill.parents, above, strict=True) if key}
    facts.columns["goes_into"] = np.array([*(text or None for text in above), None], object)[:-1]
    quantities = Quantities(grid, table, fields, parts, facts)
    try:
        ways = [bill.ways(row) for row in range(len(parts))]
    except InItselfError as error:
        what = _about_itself(texts.get(str(error), str(error)))
        quantities.leave_out(np.isfinite(amounts), what)
        return
    if names_any(quantities.heading, "bill_total"):
        return
    tops = {top for own in ways for top in own}
    if len(tops) != 1:
        return
    top = tops.pop()
    totals = np.array([own.get(top, np.nan) for own in ways])
    facts.columns["goes_into"] = np.array([*(texts[top] for _ in ways), None], object)[:-1]
    quantities.use(totals)


def _columns_of_parents(grid: Grid, table: Table, fields: Mapping[str, int]) -> list[int]:
    used = {fields[name] for name in ("part_number", "mpn", "quantity") if name in fields}
    words = words_of("parents") | words_of("parent_numbers")
    return [
        n
        for n, heading in enumerate(table.headings[: len(grid.columns)])
        if n not in used and heading and (bare(heading) in words or names_any(heading, "parent"))
    ]


def _keys(grid: Grid, position: int, parts: Parts) -> list[str]:
    """The numbers of the parts to compare, empty where a row has none."""
    column = grid.columns[position].take(parts)
    said = [key_of_product(shown(value)) for value in column.values]
    return [said[code] for code in column.codes.tolist()]


def _about_itself(part: str) -> Message:
    return msg(
        "By the rows of this bill “{part}” is a component of itself. No amount of it is used; look at its "
        "parents.",
        part=part,
    )
