"""Rows that name only a further supplier of the part above them, as Odoo exports the vendors of a product."""

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from desktop_app.intake.grid import Column, Grid, shown
from desktop_app.intake.tables import IDENTITY, Table
from desktop_app.intake.totals import is_total
from desktop_app.model.findings import Issue, nmsg

FROM_ABOVE = (*IDENTITY, "unit", "hs_code", "material", "magnet_grade")
"""What is the same whoever sells the part."""
OF_SUPPLIER = frozenset(
    ("supplier", "unit_price", "currency", "lead_time_days", "country_of_origin", "quantity", "price_unit",
     "mpn", "unit", "leaves_china", "ships_from", "supplier_country")
)  # fmt: skip
"""What a row of a further supplier may say."""


OFFERED = ("unit_price", "lead_time_days")
COUNTRIES = ("supplier_country", "country_of_origin", "ships_from")


def fill_further_suppliers(grid: Grid, table: Table, fields: Mapping[str, int]) -> list[Issue]:
    """Gives these rows what names the part above them, in place; each is a source of it then."""
    named = [fields[name] for name in ("part_number", "description") if name in fields]
    if "supplier" not in fields or not named:
        return []
    rows = np.arange(table.heading + 1, min(table.end, grid.height), dtype=np.intp)
    has_name = np.any([grid.columns[n].filled[rows] for n in named], axis=0)
    others = [at for name, at in fields.items() if name not in OF_SUPPLIER and at not in named]
    says_more = np.zeros(len(rows), dtype=np.bool_)
    for at in others:
        says_more |= grid.columns[at].filled[rows]
    sold = grid.columns[fields["supplier"]].filled[rows]
    # A name alone heads the parts below it or ends the list, as "Total" and "Prepared by" do.
    told = [fields[name] for name in OFFERED if name in fields]
    told = told or [fields[name] for name in COUNTRIES if name in fields]
    further = sold & ~has_name & ~says_more & ~_are_totals(grid.columns[fields["supplier"]], rows)
    further &= np.any([np.zeros_like(sold), *(grid.columns[n].filled[rows] for n in told)], axis=0)
    above = np.maximum.accumulate(np.where(further, -1, rows))
    follows = further & (above >= 0)
    # The row above must itself be one of a part with a supplier, or a further one of that.
    parts = np.zeros(grid.height, dtype=np.bool_)
    parts[rows] = has_name & sold
    follows &= parts[above]
    if not follows.any():
        return []
    for name in FROM_ABOVE:
        if name in fields:
            column = grid.columns[fields[name]]
            empty = follows & ~column.filled[rows]
            column.codes[rows[empty]] = column.codes[above[empty]]
            column.forget()
    grid.forget()
    count = int(follows.sum())
    what = nmsg(
        "{n} row names a further supplier of the part above it.",
        "{n} rows name further suppliers of the parts above them.",
        count,
    )
    row = grid.first_row + int(rows[follows][0])
    return [Issue("W_MERGED_FILL", "note", what, grid.name, row)]


def _are_totals(column: Column, rows: NDArray[np.intp]) -> NDArray[np.bool_]:
    are = np.array([is_total(shown(value)) for value in column.values], dtype=np.bool_)
    return are[column.codes[rows]]
