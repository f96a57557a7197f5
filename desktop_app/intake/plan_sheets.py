"""Plans of products: a column of products and how many of each are built in a year, or in its months.

Their headings are few and name a product where a list of parts names a part.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from desktop_app.intake.candidates import ACCEPTED, Candidate, weaker
from desktop_app.intake.consumption import PERIODS_A_YEAR
from desktop_app.intake.dates import date_of
from desktop_app.intake.grid import Grid, Value
from desktop_app.intake.headings import ALIASES, HeadingBook
from desktop_app.intake.looks import Look
from desktop_app.intake.period_columns import period_of
from desktop_app.intake.periods import year_in
from desktop_app.intake.planned_lists import bare, names_any, said_of_list, words_of
from desktop_app.intake.tables import FIRST_ROWS, IDENTITY, Table
from desktop_app.model.findings import msg
from desktop_app.model.inquiry import today_in_china

BELIEVED = 0.9
"""Belief in what a plan says by its own words. Own judgement."""
WIDEST = 60
"""Columns of a plan: names, 53 weeks, sums."""
COUNTED = frozenset(("quantity", "annual_quantity", "requirement_quantity", "consumption_monthly"))
A_YEAR = frozenset(("annual_quantity", *PERIODS_A_YEAR))
"""Fields of how many in a period, as "Planned quantity per week" says it."""
MONEY = frozenset(("line_value", "annual_spend"))
_PRODUCT = msg("of the product that the lines below it go into")
_BUILT = msg("how many products are built a year")


def plan_table(grid: Grid, book: HeadingBook) -> Table | None:
    """The plan of a sheet in which no other list was found; None where its file, sheet, title or headings
    call it none."""
    for row in range(min(grid.height, FIRST_ROWS)):
        cells = grid.row(row)[:WIDEST]
        products = [n for n, value in enumerate(cells) if _names_product(value, book)]
        amounts = [
            n for n, value in enumerate(cells) if n not in products and _is_amount(value, book)
        ]
        if not products or not amounts:
            continue
        headings = [value if isinstance(value, str) else "" for value in grid.row(row)]
        table = Table(row, row, grid.height, headings)
        return table if is_plan(grid, table) else None
    return None


def is_plan(grid: Grid, table: Table) -> bool:
    """Whether a list is called a plan of what is built, or has a column of how many are built a year. A
    bare "plan" is one of purchases or money as well, unless the list has a column of products."""
    headed = {bare(text) for text in table.headings if text}
    said = said_of_list(grid, table)
    has_products = bool(headed & (words_of("parents") | words_of("parent_numbers")))
    return (
        bool(headed & words_of("builds"))
        or names_any(said, "plan")
        or (has_products and names_any(said, "plan_alone"))
    )


LONGEST_HEADING = 200
"""Signs of a cell that may be a heading; attacks are made of cells of 32,000. Own judgement."""


def _names_product(value: Value, book: HeadingBook) -> bool:
    if not isinstance(value, str) or len(value) > LONGEST_HEADING:
        return False
    is_product = bare(value) in words_of("parents") | words_of("parent_numbers")
    return is_product or any(m.field in (*IDENTITY, "material") for m in book.exact(value))


def _is_amount(value: Value, book: HeadingBook) -> bool:
    if not isinstance(value, str) or len(value) > LONGEST_HEADING:
        return False
    is_built = bare(value) in words_of("builds") or any(
        m.field in A_YEAR and m.confidence >= ACCEPTED for m in book.meanings(value)
    )
    return is_built or year_in(value) is not None or period_of(value, today_in_china()) is not None


def as_plan(
    candidates: Sequence[Candidate], grid: Grid, table: Table, looks: Mapping[int, Look]
) -> list[Candidate]:
    """Readings of a plan: its products are what is numbered or named, and the sum of its months is no
    money. Any other list keeps its readings."""
    names = words_of("parents") | words_of("parent_numbers")
    products = [n for n in looks if table.headings[n] and bare(table.headings[n]) in names]
    built = [
        n for n in looks if table.headings[n] and bare(table.headings[n]) in words_of("builds")
    ]
    sure = {ALIASES.get(c.field, c.field) for c in candidates if c.confidence >= ACCEPTED}
    has_parts = sure & {"unit_price", "supplier", "currency", "quantity", "stock_on_hand"}
    if has_parts or not is_plan(grid, table):
        return list(candidates)
    kept = [weaker(c, 0.5, _BUILT) if c.field in MONEY else c for c in candidates]
    if "part_number" not in sure:
        # 製品型番 is the maker's number of a part, and that of the product in a plan.
        kept = [replace(c, field="part_number") if c.field == "mpn" and c.column in products else c
                for c in kept]  # fmt: skip
    if not sure & {*IDENTITY}:
        kept += _named(products, looks)
    if not sure & COUNTED and len(built) == 1 and looks[built[0]].numeric > ACCEPTED:
        kept.append(Candidate(built[0], "annual_quantity", BELIEVED, _BUILT))
    return kept


def as_dated_needs(
    candidates: Sequence[Candidate], grid: Grid, table: Table, looks: Mapping[int, Look], on: date
) -> list[Candidate]:
    """Readings of a list called "Demand forecast" with a number, a bare day and a quantity: so many are needed on
    that day, if it lies ahead. What is bought or lies there is another list, and so is what was used."""
    sure = {c.field: c.column for c in candidates if c.confidence >= ACCEPTED}
    said = said_of_list(grid, table)
    is_other = not {"part_number", "quantity"} <= sure.keys() or not sure.keys() <= OF_NEEDS
    if is_other or not names_any(said, "needed"):
        return list(candidates)
    days = [
        n for n, look in looks.items()
        if n not in sure.values() and look.filled and look.day > BELIEVED
        and bare(table.headings[n]) in words_of("bare_day") and _lie_ahead(grid, table, n, on)
    ]  # fmt: skip
    if len(days) != 1:
        return list(candidates)
    kept = [c for c in candidates if c.field != "quantity" and c.column not in days]
    return [
        *kept,
        Candidate(days[0], "requirement_date", NEEDED, _NEEDED),
        Candidate(sure["quantity"], "requirement_quantity", NEEDED, _NEEDED),
    ]


def _lie_ahead(grid: Grid, table: Table, column: int, on: date) -> bool:
    """Whether nearly all days of a column are still to come."""
    part = grid.columns[column].part(table.heading + 1, table.end)
    days = [day for value in part.values if (day := date_of(value, True)) is not None]
    return bool(days) and sum(day >= on for day in days) >= BELIEVED * len(days)


OF_NEEDS = frozenset(
    ("part_number", "quantity", "description", "unit", "plant", "storage_location")
)
NEEDED = 0.79
_NEEDED = msg("a quantity beside the day on which it is needed")


def _named(products: Sequence[int], looks: Mapping[int, Look]) -> Iterator[Candidate]:
    """The number of a product, or else its name."""
    free = {"part_number", "description"}
    for n in products:
        is_number = max(looks[n].code, looks[n].numeric) >= looks[n].words
        field = "part_number" if is_number else "description"
        if field in free:
            free.remove(field)
            yield Candidate(n, field, BELIEVED, _PRODUCT)
