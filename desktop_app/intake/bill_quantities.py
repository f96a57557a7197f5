"""How many of a part go into a product, where a bill has several levels: the amounts of the assemblies above it
times its own, unless the list says totals already.

Which of both a column says is told by its heading, by another column that says the other, by an assembly that
comes twice, and by amounts that cannot be totals: 1 shaft below 2 rotors. Where nothing tells it and it changes
the amount, nobody knows; the amount is not used, and the list is asked.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from desktop_app.intake.bill_levels import (
    IN_PRODUCT,
    follow_one_another,
    levels_of,
    settle_one_product,
)
from desktop_app.intake.bill_tree import NEAR, Tree, comes_again, fits_in, tree_of
from desktop_app.intake.cells_read import Facts
from desktop_app.intake.grid import Grid, shown
from desktop_app.intake.make_or_buy import says_bought, says_make_or_buy
from desktop_app.intake.planned_lists import names_any, said_of_list
from desktop_app.intake.products import MOST_COLUMNS, Numbers, read_numbers
from desktop_app.intake.tables import Table
from desktop_app.intake.values import piece_units
from desktop_app.model.findings import Issue, Message, msg

Flags = NDArray[np.bool_]
Parts = NDArray[np.intp]
Severity = Literal["warning", "note"]

BY_CHANCE = 1e-6
"""How unlikely it must be that amounts for one assembly look like totals. Own judgement."""
MOST_WAYS = 8
"""Different cells of a column that says how parts are come by, at most."""
ASSEMBLY = "assembly"


def settle_bill_quantities(
    grid: Grid, table: Table, fields: Mapping[str, int], parts: Parts, facts: Facts
) -> None:
    """Marks assemblies, and says of their parts how many go into one product, or that nobody knows. ``parts``:
    positions of the rows in the sheet."""
    found = levels_of(grid, table, fields, parts)
    if found is None or names_any(said_of_list(grid, table), "where_used"):
        return
    position, depths = found
    amounts: Any = facts.columns.get("quantity", np.full(len(parts), np.nan))
    is_counted = "quantity" in facts.columns and "quantity" in fields
    bought_parts = bought(grid, table, fields, parts)
    if not follow_one_another(depths) or bought_parts.all():
        if is_counted and "unit_price" not in fields:
            quantities = Quantities(grid, table, fields, parts, facts)
            if not names_any(quantities.heading, "bill_total"):
                below = np.isfinite(amounts) & (depths > np.nanmin(depths))
                quantities.leave_out(below, _about_order())
        return
    settle_one_product(grid, position, depths, facts)
    tree = tree_of(depths, amounts)
    facts.marked[ASSEMBLY] = tree.has_below & ~bought_parts
    if not is_counted:
        return
    is_asked = fields.get("bom_level") == position
    _Leveled(grid, table, fields, parts, facts, tree).settle(is_asked=is_asked)
    _name_products(grid, fields, parts, facts, tree)


@dataclass(eq=False)
class Quantities:
    """The quantities of a bill. ``fields`` and ``parts``: as in ``settle_bill_quantities``."""

    grid: Grid
    table: Table
    fields: Mapping[str, int]
    parts: Parts
    facts: Facts

    def __post_init__(self) -> None:
        self.amounts: Numbers = self.facts.columns["quantity"]
        self.heading = self.table.headings[self.fields["quantity"]]

    def use(self, totals: Numbers) -> None:
        """Takes totals for what goes into a product beside the amounts in one assembly, and says so."""
        self.keep(totals)
        lost = np.isfinite(self.amounts) & ~np.isfinite(totals)
        changed = np.isfinite(totals) & ~_near(totals, self.amounts)
        self._say("note", _about_totals(), changed)
        self.leave_out(lost, _about_missing())

    def keep(self, in_product: Numbers) -> None:
        """Notes how many of each part go into one product. What the row itself says stays its quantity."""
        self.facts.columns[IN_PRODUCT] = in_product
        self.facts.settled[IN_PRODUCT] = self.grid.first_column + self.fields["quantity"]

    def leave_out(self, which: Flags, what: Message) -> None:
        """Uses no quantity of some parts in the product, and says why."""
        if not which.any():
            return
        so_far = self.facts.columns.get(IN_PRODUCT, self.amounts)
        self.keep(np.where(which, np.nan, so_far))
        self._say("warning", what, which)

    def _say(self, severity: Severity, what: Message, which: Flags) -> None:
        """Says something at the first of some parts."""
        if which.any():
            row = self.grid.first_row + int(self.parts[np.flatnonzero(which)[0]])
            at = row, self.grid.first_column + self.fields["quantity"]
            self.facts.issues.append(Issue("W_LEVELS", severity, what, self.grid.name, *at))


@dataclass(eq=False)
class _Leveled(Quantities):
    """Those of a bill of which ``tree`` says what lies below what."""

    tree: Tree

    def settle(self, *, is_asked: bool) -> None:
        """``is_asked``: whether amounts of assemblies that are all missing are asked for; the chapters of a list
        have none."""
        totals, as_found = self.tree.totals(self.amounts), self.tree.of_one(self.amounts)
        has_amount = np.isfinite(self.amounts)
        inner = self.tree.has_below & ~self.tree.products
        is_headed = self._is_for_one()
        if not is_asked and is_headed is None and not has_amount[inner].any():
            return
        differ = has_amount & ~self.tree.products & ~_near(totals, as_found)
        if not differ.any():
            self.keep(as_found)
            return
        is_for_one = self._decided(totals, differ, is_headed)
        if is_for_one is None:
            self.keep(as_found)
            self.leave_out(differ, _about_unclear())
        elif is_for_one:
            self.use(totals)
        else:
            self.keep(as_found)

    def _decided(self, totals: Numbers, differ: Flags, is_headed: bool | None) -> bool | None:
        """Whether the amounts are those in one assembly; None where nothing tells it."""
        beside = self._beside(totals, differ)
        if beside is not None:
            return beside
        if is_headed is not None:
            return is_headed
        again = comes_again(self.tree, self._names(), self.amounts)
        if again is not None:
            return again
        is_fitting, chance = fits_in(self.tree, self.amounts, self._pieces())
        if not is_fitting:
            return True
        return False if chance < BY_CHANCE else None

    def _is_for_one(self) -> bool | None:
        if names_any(self.heading, "bill_total"):
            return False
        return True if names_any(self.heading, "bill_for_one") else None

    def _beside(self, totals: Numbers, differ: Flags) -> bool | None:
        """Whether another column says the totals of these amounts, or the amounts of which these are the
        totals."""
        others = [
            n
            for n, heading in enumerate(self.table.headings[: len(self.grid.columns)])
            if heading and n != self.fields["quantity"]
        ]
        counted = np.isfinite(self.amounts) & ~self.tree.products
        for n in others[: 2 * MOST_COLUMNS]:
            own = read_numbers(self.grid.columns[n], self.parts)
            told = counted & np.isfinite(own)
            if not told[differ].all():
                continue
            if _near(own, totals)[told].all():
                return True
            whole = self.tree.totals(own)
            if _near(whole, self.amounts)[told].all() and not _near(own, whole)[told].all():
                return False
        return None

    def _names(self) -> list[object]:
        name = next((n for n in ("part_number", "mpn", "description") if n in self.fields), None)
        if name is None:
            return [None] * len(self.parts)
        column = self.grid.columns[self.fields[name]]
        return [column.values[code] for code in column.codes[self.parts].tolist()]

    def _pieces(self) -> Flags:
        """Which amounts may count pieces: those without a unit too."""
        units = self.facts.columns.get("unit")
        if units is None:
            return np.ones(len(self.parts), dtype=np.bool_)
        known = piece_units()
        return np.array([u is None or u.casefold().strip(" .") in known for u in units], np.bool_)


def _near(one: Numbers, other: Numbers) -> Flags:
    """Whether two numbers are the same; two that are missing are."""
    return np.isclose(one, other, rtol=NEAR, atol=NEAR, equal_nan=True)


def bought(grid: Grid, table: Table, fields: Mapping[str, int], parts: Parts) -> Flags:
    """Parts of which a column says that they are bought. One letter that all have may say anything where the
    heading does not tell."""
    for n, column in enumerate(grid.columns):
        if n in (fields.get("quantity"), fields.get("unit")):
            continue
        codes = column.codes[parts]
        used = np.unique(codes).tolist()
        if len(used) > MOST_WAYS:
            continue
        ways = {code: shown(column.values[code]) for code in used}
        said = [text for text in ways.values() if text]
        heading = table.headings[n] if n < len(table.headings) else ""
        is_told = (
            any(len(text) > 1 for text in said) or len(said) > 1 or names_any(heading, "come_by")
        )
        if said and is_told and all(map(says_make_or_buy, said)):
            bought = [code for code, text in ways.items() if text and says_bought(text)]
            return np.isin(codes, bought)
    return np.zeros(len(parts), dtype=np.bool_)


def _name_products(
    grid: Grid, fields: Mapping[str, int], parts: Parts, facts: Facts, tree: Tree
) -> None:
    """Where several products stand below one another each with its parts, which of them a part goes into."""
    tops = np.unique(tree.tops)
    if len(tops) < 2 or not tree.products[tops].all() or "goes_into" in facts.columns:
        return
    named = [fields[name] for name in ("part_number", "description") if name in fields]
    texts = {
        top: " ".join(filter(None, (shown(grid.cell(int(parts[top]), n)).strip() for n in named)))
        for top in tops.tolist()
    }
    found = np.array([texts[top] or None for top in tree.tops.tolist()] + [None], dtype=object)
    found[tops] = None
    facts.columns["goes_into"] = found[:-1]


def _about_totals() -> Message:
    return msg(
        "The amounts of this bill are those in one assembly; they were multiplied with how many of the "
        "assembly there are."
    )


def _about_missing() -> Message:
    return msg(
        "The list does not say how many of an assembly there are, so the amounts of its parts are not used. "
        "Fill in its amount."
    )


def _about_unclear() -> Message:
    return msg(
        "Are the amounts below the assemblies those in one assembly or in the whole product? The list does "
        "not tell, and they were not used. Name the column “Quantity per assembly” or “Total quantity”."
    )


def _about_order() -> Message:
    return msg(
        "The levels of this list do not follow one another, as where it was sorted or filtered: what lies "
        "below what is not known, and the amounts below the first level are not used. Export it whole and "
        "unsorted."
    )
