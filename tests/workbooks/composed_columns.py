"""Columns that may be added to a list, exchanged or hidden: each a defect of its own."""

from datetime import date, timedelta

from tests.workbooks.composed_books import Cell, Shown, day_shown
from tests.workbooks.composed_tables import FIRMS, Column, Table, value_of


def numbering(table: Table) -> bool:
    """Lines are numbered."""
    draws = table.draws("numbering")
    step, form = draws.choice((1, 1, 10)), draws.choice(("{}", "{}.", "{:03d}"))
    count = [step * (n + 1) for n in range(len(table.truths))]
    cells: list[Cell] = [n if form == "{}" and not table.is_text else form.format(n) for n in count]
    table.columns.insert(0, Column("position", draws.choice(table.words["position"]), cells))
    return True


def spacers(table: Table) -> bool:
    """Narrow empty columns between the others."""
    draws = table.draws("spacers")
    for n in range(draws.randint(1, 3)):
        at = draws.randint(1, len(table.columns))
        table.columns.insert(at, Column(f"spacer{n}", "", [None] * len(table.truths)))
    return True


def remarks(table: Table) -> bool:
    """A column with a note here and there."""
    draws = table.draws("remarks")
    cells: list[Cell] = [
        draws.choice((*table.words["note"], None, None, "OK", "see 2.1")) for _ in table.truths
    ]
    table.columns.append(Column("remarks", draws.choice(table.words["remarks"]), cells))
    return True


def line_totals(table: Table) -> bool:
    """What each line costs."""
    price, count = table.column("unit_price"), table.column("quantity")
    if price is None or count is None or "offers" in table.truths[0]:
        return False
    cells: list[Cell] = []
    for truth in table.truths:
        value = round((truth["quantity"] or 0) * truth["unit_price"], 2)
        cells.append(table.written(value, 2) if isinstance(price.cells[0], str) else value)
    heading = table.draws("line_totals").choice(table.words["line_total"])
    table.after(max((price.key, count.key), key=[c.key for c in table.columns].index),
                [Column("line_total", heading, cells)])  # fmt: skip
    return True


def days(table: Table) -> bool:
    """A column of days that says nothing of what we look for."""
    draws = table.draws("days")
    start, as_text = date(2026, 1, 5), table.is_text or draws.random() < 0.4
    made = [start + timedelta(days=draws.randint(0, 500)) for _ in table.truths]
    cells: list[Cell] = [day.strftime("%d.%m.%Y") if as_text else day_shown(day) for day in made]
    table.columns.append(Column("dated", draws.choice(table.words["dated"]), cells))
    return True


def shares(table: Table) -> bool:
    """A column of percentages that says nothing of what we look for."""
    draws = table.draws("shares")
    made = [draws.choice((1, 2, 5, 10)) for _ in table.truths]
    cells: list[Cell] = [f"{n} %" if table.is_text else Shown(n / 100, "0%", f"{n}%") for n in made]
    table.columns.append(Column("share", draws.choice(table.words["share"]), cells))
    return True


def months(table: Table) -> bool:
    """Twelve months of demand in twelve columns, a sum behind them now and then."""
    column = table.column("annual_quantity")
    if column is None or table.truths[0].get("annual_quantity") is None:
        return False
    draws = table.draws("months")
    form = draws.choice(("{m:02d}/{y}", "{y}-{m:02d}", "{m:02d}.{y}"))
    made = [
        [draws.choice((0, 20, 150, 400, 1000)) + n for _ in range(12)]
        for n in range(len(table.truths))
    ]
    for truth, amounts in zip(table.truths, made, strict=True):
        truth["annual_quantity"] = float(sum(amounts))
    demand = table.words["demand"][0]
    new = [
        Column(f"month{m}", form.format(m=m + 1, y=2027), [row[m] for row in made], group=demand)
        for m in range(12)
    ]
    if draws.random() < 0.4:
        new.append(
            Column("months_sum", table.words["total"][0], [sum(row) for row in made], group=demand)
        )
    at = table.columns.index(column)
    table.columns[at : at + 1] = new
    return True


def steps_of_price(table: Table) -> bool:
    """Prices by quantity: 1+, 100+, 1000+. What is paid for the quantity of the line is its price."""
    column = table.column("unit_price")
    if (
        column is None
        or table.has("per")
        or not all(isinstance(c, (int, float)) for c in column.cells)
    ):
        return False
    draws = table.draws("steps_of_price")
    form = draws.choice(("{}+", "from {}", "≥ {}") if table.language == "en" else ("{}+", "≥ {}"))
    new = []
    for n, least in enumerate((1, 100, 1000)):
        cells: list[Cell] = [round(value_of(c) * (1 - 0.1 * n), 3) for c in column.cells]
        new.append(Column(f"step{n}", form.format(least), cells, column.unit, group=column.head))
    for part, truth in enumerate(table.truths):
        prices = [value_of(c.cells[part]) for c in new]
        count = truth.get("quantity")
        truth["unit_price"] = (
            prices[(count >= 100) + (count >= 1000)] if count else frozenset(prices)
        )
    at = table.columns.index(column)
    table.columns[at : at + 1] = new
    return True


def offers_beside(table: Table) -> bool:
    """Two or three firms offer each part, each in its own columns under its name."""
    price, _ = table.column("unit_price"), table.words
    if price is None or table.has("per") or "currency" not in table.truths[0]:
        return False
    if not all(isinstance(c, (int, float)) for c in price.cells):
        return False
    draws = table.draws("offers_beside")
    firms = draws.sample(FIRMS, draws.choice((2, 2, 3)))
    unit = table.words["days"][0]
    head = table.draws("offers_heads").choice(table.words["lead_time_days"])
    new: list[Column] = []
    for n, firm in enumerate(firms):
        prices = [round(value_of(c) * (1 + 0.07 * n) + 0.01 * n, 2) for c in price.cells]
        times = [draws.choice((14, 28, 42, 70)) + n for _ in price.cells]
        new.append(Column(f"offer_price{n}", price.head, list(prices), price.unit, group=firm))
        new.append(Column(f"offer_time{n}", head, list(times), unit, group=firm))
        for truth, paid, time in zip(table.truths, prices, times, strict=True):
            truth.setdefault("offers", []).append((firm, paid, float(time)))
    gone = ("supplier", "lead_time_days", "currency")
    at = table.columns.index(price)
    table.columns[at : at + 1] = new
    table.columns = [c for c in table.columns if c.key not in gone]
    for truth in table.truths:
        for key in (*gone, "unit_price"):
            truth.pop(key, None)
    return True


def hidden_columns(table: Table) -> bool:
    """One column is hidden, and read as the others."""
    if table.is_text:
        return False
    draws = table.draws("hidden_columns")
    table.hidden_keys.add(draws.choice([c.key for c in table.columns if c.key != "part_number"]))
    return True


def turned(table: Table) -> bool:
    """Parts stand beside one another, headings in the first column."""
    if len(table.columns) < 5 or any(c.group for c in table.columns):
        return False
    table.is_turned = True
    count = min(len(table.truths), 6)
    del table.truths[count:]
    for column in table.columns:
        del column.cells[count:]
    table.columns = [c for c in table.columns if c.head]
    return True
