"""Rows that name only a further supplier of the part above them, as Odoo exports the vendors of a product."""

from collections.abc import Mapping

import numpy as np

from desktop_app.intake.grid import Grid
from desktop_app.intake.tables import IDENTITY, Table
from desktop_app.model.findings import Issue, nmsg

FROM_ABOVE = (*IDENTITY, "unit", "hs_code", "material", "magnet_grade")
"""What is the same whoever sells the part."""
OF_SUPPLIER = frozenset(
    ("supplier", "unit_price", "currency", "lead_time_days", "country_of_origin", "quantity", "price_unit",
     "mpn", "unit", "leaves_china", "ships_from", "supplier_country")
)  # fmt: skip
"""What a row of a further supplier may say."""


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
    told = [fields[name] for name in ("unit_price", "lead_time_days") if name in fields]
    has_offer = np.any([grid.columns[n].filled[rows] for n in told], axis=0) if told else sold
    further = sold & has_offer & ~has_name & ~says_more
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
