"""What may be done to the cells and columns of a list: each a defect of its own. A defect that does not fit
says so by returning False."""

from collections.abc import Callable, Sequence
from functools import partial

from tests.workbooks.composed_books import Formula, Shown
from tests.workbooks.composed_columns import (
    days,
    hidden_columns,
    line_totals,
    months,
    numbering,
    offers_beside,
    remarks,
    shares,
    spacers,
    steps_of_price,
    turned,
)
from tests.workbooks.composed_tables import (
    DECIMALS,
    NUMBERS,
    Column,
    Table,
    texts_of,
    value_of,
)


def text_numbers(table: Table) -> bool:
    """Numbers are texts in the way of the land, those with decimals perhaps grouped."""
    grouped = table.draws("text_numbers").random() < 0.5
    for key in NUMBERS:
        decimals = DECIMALS.get(key, 0)
        if key == "unit_mass_g" and (column := table.column(key)) and column.unit == "kg":
            decimals = 5
        texts_of(
            table, key, partial(table.written, decimals=decimals, grouped=grouped and decimals > 0)
        )
    return True


def mixed_decimals(table: Table) -> bool:
    """Prices of two hands in one column: 12,50 and 12.50."""
    column = table.column("unit_price")
    if column is None:
        return False
    draws = table.draws("mixed_decimals")
    column.cells = [
        f"{value_of(c):.2f}".replace(".", draws.choice(".,")) if isinstance(c, (int, float)) else c
        for c in column.cells
    ]
    return True


def currency_in_cells(table: Table) -> bool:
    """€ 1.234,50 or 12.50 USD in the cells."""
    column = table.column("unit_price")
    if column is None or not all(isinstance(c, (int, float)) for c in column.cells):
        return False
    code = table.truths[0]["currency"]
    sign = {"EUR": "€", "USD": "US$", "CNY": "CNY"}[code]
    draws = table.draws("currency_in_cells")
    form = draws.choice(("{s} {v}", "{v} {s}", "{v} {c}"))
    column.cells = [
        form.format(s=sign, c=code, v=table.written(value_of(c), 2, True)) for c in column.cells
    ]
    column.unit = ""
    return True


def currency_format(table: Table) -> bool:
    """The sign of the currency is only a format of the number."""
    column = table.column("unit_price")
    if (
        column is None
        or table.is_text
        or not all(isinstance(c, (int, float)) for c in column.cells)
    ):
        return False
    if any(t["currency"] != "EUR" for t in table.truths):
        return False
    form = '#,##0.00\\ "€"'
    column.cells = [
        Shown(value_of(c), form, f"{table.written(value_of(c), 2)} €") for c in column.cells
    ]
    return True


def padded_numbers(table: Table) -> bool:
    """Part numbers are numbers, shown with noughts before them."""
    column = table.column("part_number")
    if column is None:
        return False
    draws = table.draws("padded_numbers")
    width = draws.choice((6, 8, 10))
    numbers = draws.sample(range(40, 90_000), len(table.truths))
    for truth, number in zip(table.truths, numbers, strict=True):
        truth["part_number"] = f"{number:0{width}d}"
    column.cells = [Shown(float(n), "0" * width, f"{n:0{width}d}") for n in numbers]
    return True


def apostrophes(table: Table) -> bool:
    """Part numbers of digits alone with an apostrophe before them, as exports write them to keep their noughts."""
    column = table.column("part_number")
    if column is None:
        return False
    draws = table.draws("apostrophes")
    for n, truth in enumerate(table.truths):
        truth["part_number"] = f"00{draws.randint(100, 999)}{n:03d}"
    column.cells = [f"'{truth['part_number']}" for truth in table.truths]
    return True


def number_like(table: Table) -> bool:
    """Part numbers that look like other things: 1E5, 3-4, 12/2026, 0012."""
    column = table.column("part_number")
    if column is None:
        return False
    kinds = ("{0}E{1}", "{1}-{0}", "{1}/{0}", "00{0}{1}", "{0}.{1}0", "{0}-{1}-00", "+{0}{1}")
    draws = table.draws("number_like")
    for n, truth in enumerate(table.truths):
        truth["part_number"] = draws.choice(kinds).format(11 + n, draws.randint(1, 9)) + f"-{n}"
        if n % 3 == 0:
            truth["part_number"] = f"{11 + n}E{n % 7 + 1}"
    column.cells = [truth["part_number"] for truth in table.truths]
    return True


def formulas_kept(table: Table) -> bool:
    """Quantities are formulas with their result."""
    return _formulas(table, lambda number, value: Formula(f"{value:g}*1", value))


def formulas_unreckoned(table: Table) -> bool:
    """Two quantities are formulas that were never reckoned: there is no number to read. Excel 97 has no such."""
    if table.container == "xls":
        return False
    return _formulas(
        table, lambda number, value: None if number % 4 else Formula(f"{value:g}*1", None)
    )


def _formulas(table: Table, made: Callable[[int, float], Formula | None]) -> bool:
    column = table.column("quantity") or table.column("annual_quantity")
    if (
        column is None
        or table.is_text
        or not all(isinstance(c, (int, float)) for c in column.cells)
    ):
        return False
    for n, cell in enumerate(column.cells):
        formula = made(n, value_of(cell))
        if formula is not None:
            column.cells[n] = formula
            if formula.value is None:
                table.truths[n][column.key] = None
    return True


def odd_blanks(table: Table) -> bool:
    """Blanks of all kinds round the texts."""
    draws = table.draws("odd_blanks")
    for column in table.columns:
        column.cells = [
            draws.choice(BEFORE) + c + draws.choice(BEHIND) if isinstance(c, str) else c
            for c in column.cells
        ]
    return True


BEFORE, BEHIND = ("", " ", "\u00a0", "  "), ("", " ", "\u00a0 ", "\u3000")


def units_in_cells(table: Table) -> bool:
    """1200 pcs in the cells of the quantities."""
    column = (
        table.column("quantity") or table.column("annual_quantity") or table.column("stock_on_hand")
    )
    if column is None or not all(isinstance(c, (int, float)) for c in column.cells):
        return False
    unit = table.words["pieces"][0]
    column.cells = [f"{value_of(c):.0f} {unit}" for c in column.cells]
    return True


def nothing_said(table: Table) -> bool:
    """Some cells say in words that nothing is known."""
    keys = [c.key for c in table.columns
            if c.key in ("country_of_origin", "lead_time_days", "unit_mass_g", "stock_on_hand")]  # fmt: skip
    draws = table.draws("nothing_said")
    for key in keys:
        column = table.column(key)
        assert column is not None
        for n in draws.sample(range(len(table.truths)), 2):
            column.cells[n] = draws.choice((*table.words["nothing"], "-", "n/a", "—"))
            table.truths[n][key] = None
    return bool(keys)


def weeks_in_cells(table: Table) -> bool:
    """6 weeks, 10 days: each cell says its unit."""
    column = table.column("lead_time_days")
    if column is None or not all(isinstance(c, (int, float)) for c in column.cells):
        return False
    if column.unit != table.words["days"][0]:
        return False
    draws = table.draws("weeks_in_cells")
    days, weeks = table.words["days"][0], table.words["weeks"]
    for n, cell in enumerate(column.cells):
        if draws.random() < 0.6:
            count = draws.randint(2, 20)
            column.cells[n] = f"{count} {draws.choice(weeks)}"
            table.truths[n]["lead_time_days"] = 7.0 * count
        else:
            column.cells[n] = f"{value_of(cell):.0f} {days}"
    column.unit = ""
    return True


def weeks_in_heading(table: Table) -> bool:
    """A delivery time in weeks, as its heading says."""
    column = table.column("lead_time_days")
    if column is None or not all(isinstance(c, (int, float)) for c in column.cells):
        return False
    column.cells = [max(1, round(value_of(c) / 7)) for c in column.cells]
    for truth, cell in zip(table.truths, column.cells, strict=True):
        truth["lead_time_days"] = 7.0 * value_of(cell)
    column.unit = table.words["weeks"][0]
    return True


def kilograms(table: Table) -> bool:
    """Masses in kilograms, as the heading says."""
    column = table.column("unit_mass_g")
    if column is None or not all(isinstance(c, (int, float)) for c in column.cells):
        return False
    column.cells = [round(value_of(c) / 1000, 5) for c in column.cells]
    column.unit = "kg"
    return True


def price_per(table: Table) -> bool:
    """Prices are for 1, 100 or 1000 pieces; a column says for how many."""
    column = table.column("unit_price")
    if column is None or not all(isinstance(c, (int, float)) for c in column.cells):
        return False
    draws = table.draws("price_per")
    per = [draws.choice((1, 100, 100, 1000)) for _ in column.cells]
    column.cells = [round(value_of(c) * n, 2) for c, n in zip(column.cells, per, strict=True)]
    table.after(
        "unit_price", [Column("per", table.draws("per").choice(table.words["per"]), list(per))]
    )
    return True


def customs_numbers(table: Table) -> bool:
    """Customs numbers are numbers."""
    column = table.column("hs_code")
    if column is None:
        return False
    column.cells = [int(str(c)) if str(c).isdigit() else c for c in column.cells]
    return True


VALUES: Sequence[tuple[str, float, Callable[[Table], bool]]] = (
    ("padded_numbers", 0.1, padded_numbers), ("apostrophes", 0.04, apostrophes),
    ("number_like", 0.08, number_like), ("kilograms", 0.15, kilograms),
    ("weeks_in_heading", 0.15, weeks_in_heading), ("weeks_in_cells", 0.15, weeks_in_cells),
    ("price_per", 0.12, price_per), ("steps_of_price", 0.1, steps_of_price),
    ("offers_beside", 0.12, offers_beside), ("months", 0.25, months),
    ("formulas_unreckoned", 0.05, formulas_unreckoned), ("formulas_kept", 0.1, formulas_kept),
    ("line_totals", 0.35, line_totals), ("currency_format", 0.3, currency_format),
    ("currency_in_cells", 0.12, currency_in_cells), ("mixed_decimals", 0.06, mixed_decimals),
    ("text_numbers", 0.15, text_numbers), ("units_in_cells", 0.08, units_in_cells),
    ("nothing_said", 0.2, nothing_said), ("customs_numbers", 0.3, customs_numbers),
    ("remarks", 0.25, remarks), ("days", 0.2, days), ("shares", 0.12, shares),
    ("numbering", 0.35, numbering), ("odd_blanks", 0.1, odd_blanks),
    ("turned", 0.04, turned), ("spacers", 0.12, spacers), ("hidden_columns", 0.08, hidden_columns),
)  # fmt: skip
"""Name, how often of ten, and what is done, in this order."""
