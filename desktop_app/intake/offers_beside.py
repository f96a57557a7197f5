"""Offers of several firms for the same parts, side by side: under the name of each firm its price, its delivery
time and what else it says. Each becomes a source of the part; none is preferred."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeAlias

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from desktop_app.intake.candidates import Proposal
from desktop_app.intake.cells_read import Facts
from desktop_app.intake.columns import CONFIRMED
from desktop_app.intake.composed_headings import kinds_in
from desktop_app.intake.facts import Cleaning
from desktop_app.intake.firms_above import firm_in
from desktop_app.intake.grid import Grid
from desktop_app.intake.headings import HeadingBook
from desktop_app.intake.planned_lists import names_any
from desktop_app.intake.same_supplier import key_of_firm
from desktop_app.intake.tables import Table
from desktop_app.model.findings import Issue, msg, nmsg
from desktop_app.model.parts import FactCell, Source
from desktop_app.model.sources import ColumnFound

DIFFERS = (
    "unit_price",
    "currency",
    "lead_time_days",
    "country_of_origin",
    "ships_from",
    "annual_spend",
)
"""Facts that each firm may say another thing of."""
OFFERED = frozenset(("unit_price", "lead_time_days"))
OF_AN_OFFER = frozenset(
    ("unit_price", "lead_time_days", "currency", "country_of_origin", "ships_from", "price_unit", "mpn",
     "quantity", "line_value", "comment", "other", "unit")
)  # fmt: skip
"""Fields of the columns below the name of a firm; of others its columns are no offer."""
MOST_OFFERS = 12
READ = 0.9
"""How sure a column is of the offer of a firm whose name stands over it. Own judgement."""


@dataclass(frozen=True)
class Offer:
    """What a firm offers: field to position of its column."""

    firm: str
    places: Mapping[str, int]


@dataclass(frozen=True)
class Offered:
    """What a firm says of one part; None where it does not. ``column``: 1-based, of its price or its days."""

    supplier: str
    unit_price: float | None
    currency: str | None
    lead_time_days: float | None
    country_of_origin: str | None
    ships_from: str | None
    column: int

    def source_at(self, row: FactCell) -> Source:
        """The offer as a source of the part that stands in a row."""
        return Source(self.supplier, self.country_of_origin, None, self.lead_time_days, self.unit_price,
                      self.currency, FactCell(row.file, row.sheet, row.row, self.column), self.ships_from)  # fmt: skip


def offers_of(
    grid: Grid, table: Table, book: HeadingBook, columns: Sequence[ColumnFound]
) -> list[Offer]:
    """The offers that stand side by side, from left to right; none where there are not two such.

    In the line above the headings firms are named, each over headings that are the same for all of them.
    ``columns``: what was found of them; headings of the same words mean the same.
    """
    told = {column.header: column.field for column in columns if column.field is not None}
    lines = range(max(0, table.first_heading - 1), table.heading) if table.has_heading else ()
    found = (_offers_below(grid, table, book, line, told) for line in lines)
    return next((offers for offers in found if offers), [])


def _offers_below(
    grid: Grid, table: Table, book: HeadingBook, line: int, told: Mapping[str, str]
) -> list[Offer]:
    shown = table.shown or table.headings

    def field_of(column: int, text: str) -> str:
        fields = [meaning.field for meaning in book.likely(text)]
        named = next((f for f in fields if f in OFFERED), (fields or [f"unknown {text}"])[0])
        return told.get(shown[column] if column < len(shown) else "", named)

    lines = range(line + 1, table.heading + 1)
    groups = [
        Offer(firm, _fields(grid, lines, columns, field_of))
        for firm, columns in _groups(grid, line)
    ]
    first = next((n for n, one in enumerate(groups) if _may_offer(one)), len(groups))
    alike = _alike(groups[first:])
    firms = [one.firm for one in alike]
    if not 2 <= len(alike) <= MOST_OFFERS or len(set(firms)) < len(firms):
        return []
    if any("customer" in kinds_in(firm) for firm in firms):
        return []  # what they pay, and no offer
    named = sum(bool(firm_in(firm)) for firm in firms)
    return alike if 2 * named >= len(firms) or all(_is_numbered(f, book) for f in firms) else []


def _groups(grid: Grid, line: int) -> list[tuple[str, range]]:
    """Each text of a line with the columns below it, up to the next other text."""
    found: list[tuple[str, int]] = []
    row = grid.row(line)
    for column, value in enumerate(row):
        if isinstance(value, str) and not (found and found[-1][0] == value):
            found.append((value, column))
    ends = [*(column for _, column in found[1:]), len(row)][: len(found)]
    wide = {left: right + 1 for top, left, _, right in grid.merged if top == line and right > left}
    return [
        (text, range(column, min(end, max(wide.get(column, end), _last_said(row, text) + 1))))
        for (text, column), end in zip(found, ends, strict=True)
    ]


def _last_said(row: Sequence[Any], text: str) -> int:
    return max(column for column, value in enumerate(row) if value == text)


def _fields(
    grid: Grid, lines: range, columns: range, field_of: Callable[[int, str], str]
) -> dict[str, int]:
    """Field to column of the headings below a text, up to the first that says one of them again."""
    found: dict[str, int] = {}
    for column in columns:
        cells = [grid.cell(row, column) for row in lines]
        text = " ".join(value for value in cells if isinstance(value, str))
        name = field_of(column, text) if text else ""
        if name in found:
            break
        if text:
            found[name] = column
    return found


def _may_offer(one: Offer) -> bool:
    return bool(OFFERED & one.places.keys()) and one.places.keys() <= OF_AN_OFFER


def _alike(groups: Sequence[Offer]) -> list[Offer]:
    """The first group and those right of it that say the same; of the last, whose name may run on over other
    columns, only what the first one says."""
    if not groups:
        return []
    wanted, found = set(groups[0].places), list[Offer]()
    for one in groups:
        said = dict(list(one.places.items())[: len(wanted)])
        if set(said) != wanted:
            break
        found.append(replace(one, places=said))
    return found


def _is_numbered(firm: str, book: HeadingBook) -> bool:
    """ "Supplier A", "Lieferant 2", "Offer 3": a heading of firms or offers with its letter or number."""
    words = firm.split()
    is_counted = len(words) > 1 and len(words[-1].strip(".)")) <= 2
    said = " ".join(words[:-1])
    is_firm = any(meaning.field == "supplier" for meaning in book.exact(said))
    return is_counted and (is_firm or names_any(said, "offered"))


def not_confirmed(
    offers: Sequence[Offer], proposal: Proposal, first_column: int
) -> Sequence[Offer]:
    """The offers, unless a user said what one of their columns holds: then it is that."""
    own = {at + first_column for one in offers for at in one.places.values()}
    is_said = any(c.index in own and c.why.template == CONFIRMED.template for c in proposal.columns)
    return () if is_said else offers


def without_offers(proposal: Proposal, offers: Sequence[Offer], first_column: int) -> Proposal:
    """The proposal with the columns of each offer said to be of its firm, and none of them a further one of
    a fact."""
    firms = {at: (one.firm, name) for one in offers for name, at in one.places.items()}
    columns = tuple(
        _of_firm(column, *firms[column.index - first_column])
        if column.index - first_column in firms
        else column
        for column in proposal.columns
    )
    spare = {
        name: tuple(at for at in positions if at not in firms)
        for name, positions in proposal.spare.items()
    }
    return replace(
        proposal, columns=columns, spare={name: left for name, left in spare.items() if left}
    )


def _of_firm(column: ColumnFound, firm: str, name: str) -> ColumnFound:
    if column.field is None and name not in OFFERED:
        return column
    return replace(column, field=name, confidence=READ, why=msg("what {firm} offers", firm=firm))


def read_offers(
    cleaning: Cleaning, facts: Facts, offers: Sequence[Offer]
) -> dict[int, tuple[Offered, ...]]:
    """Per part what the firms offer. Facts in which they differ are unknown then, and it is said so; where one
    firm alone offers a part, they are its own."""
    grid, rows, count = cleaning.grid, cleaning.rows, len(cleaning.rows)
    of_offers = {name for one in offers for name in one.places}
    common = {n: at for n, at in cleaning.fields.items() if n not in of_offers | {"supplier"}}
    read = [
        _told(Cleaning(grid, cleaning.table, {**common, **one.places}, rows).run(), count)
        for one in offers
    ]
    firms = [(firm_in(one.firm) or one.firm, _column_of(one) + grid.first_column) for one in offers]
    found: dict[int, tuple[Offered, ...]] = {}
    for part, said in enumerate(zip(*read, strict=True)):
        found[part] = tuple(
            Offered(firm, price, currency, days, origin, place, at)
            for (firm, at), (price, currency, days, origin, place) in zip(firms, said, strict=True)
            if price is not None or days is not None
        )
    taken = {at for one in offers for at in one.places.values()}
    own = {name for name, at in cleaning.fields.items() if at not in taken}
    _settle(cleaning, facts, found, own)
    several = sum(len(own) > 1 for own in found.values())
    if several:
        what = nmsg(
            "{n} part is offered by several suppliers side by side: each offer is kept, and a price or delivery "
            "time in which they differ counts as unknown.",
            "{n} parts are offered by several suppliers side by side: each offer is kept, and a price or delivery "
            "time in which they differ counts as unknown.",
            several,
        )
        row = grid.first_row + cleaning.table.heading
        facts.issues.append(Issue("W_CONFLICT", "note", what, grid.name, row))
    if "supplier" in own:
        found = _with_todays(cleaning, facts, found, own)
    return {part: said for part, said in found.items() if len(said) > 1}


def _with_todays(
    cleaning: Cleaning, facts: Facts, found: Mapping[int, tuple[Offered, ...]], own: Collection[str]
) -> dict[int, tuple[Offered, ...]]:
    """The offers, and behind them who delivers the part now, with what the list says in columns of its own."""
    at = cleaning.fields["supplier"] + cleaning.grid.first_column
    kept = {name for name in SAID if name in own or (name == "currency" and "unit_price" in own)}
    told = _told(facts, len(cleaning.rows))
    suppliers = facts.columns["supplier"].tolist()
    joined = dict(found)
    for part, offered in found.items():
        keys = {key_of_firm(one.supplier) for one in offered}
        if suppliers[part] and key_of_firm(suppliers[part]) not in keys:
            said = zip(SAID, told[part], strict=True)
            price, currency, days, origin, place = (v if name in kept else None for name, v in said)
            now = Offered(suppliers[part], price, currency, days, origin, place, at)
            joined[part] = (*offered, now)
    return joined


SAID = ("unit_price", "currency", "lead_time_days", "country_of_origin", "ships_from")
"""What is told of each offer, in this order."""


Told: TypeAlias = tuple[Any, Any, Any, Any, Any]


def _told(facts: Facts, count: int) -> Sequence[Told]:
    """Per part what ``SAID`` names; None where it is missing."""

    def column(name: str) -> list[Any]:
        values: NDArray[Any] = facts.columns.get(name, np.full(count, None)).astype(object)
        values[pd.isna(values)] = None
        found: list[Any] = values.tolist()
        return found

    price, currency, days, origin, place = map(column, SAID)
    return list(zip(price, currency, days, origin, place, strict=True))


def _column_of(one: Offer) -> int:
    """The position of the price of an offer, or of its delivery time."""
    return min(one.places[name] for name in OFFERED if name in one.places)


def _settle(
    cleaning: Cleaning, facts: Facts, found: Mapping[int, Sequence[Offered]], kept: Collection[str]
) -> None:
    """Leaves of each fact that the offers tell, or that follows from one, only what all of a part say. ``kept``:
    facts that the list says in columns of its own."""
    for name in DIFFERS:
        is_reckoned = name in ("annual_spend", "currency") and "unit_price" in kept
        if name not in facts.columns or name in kept or is_reckoned:
            continue
        empty = np.nan if facts.columns[name].dtype == np.float64 else None
        settled: NDArray[Any] = facts.columns[name].copy()
        for part, own in found.items():
            said = {getattr(one, name, None) for one in own}
            agreed = said.pop() if len(said) == 1 else None
            settled[part] = empty if agreed is None else agreed
        facts.columns[name] = settled
        facts.unreadable.pop(name, None)
    alone = [own[0].supplier if len(own) == 1 else None for own in found.values()]
    # Whom a column of its own names delivers the part now, whoever offers it.
    now = facts.columns.get("supplier") if "supplier" in cleaning.fields else None
    named = [*alone, None] if now is None else [*map(_either, now.tolist(), alone), None]
    facts.columns["supplier"] = np.array(named, dtype=object)[:-1]


def _either(first: str | None, second: str | None) -> str | None:
    return first or second
