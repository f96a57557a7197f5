"""What may stand round a list on its sheet: each a defect of its own."""

from collections.abc import Callable, Sequence
from datetime import date

from tests.workbooks.composed_books import Cell, chance, day_shown
from tests.workbooks.composed_tables import FIRMS, Line, Table, Truth

OFFERS = frozenset(
    ("Quotation", "Angebot", "Devis", "Oferta", "Offerta", "見積書", "报价单", "견적서")
)


def stock_of_the_seller(table: Table) -> None:
    """In an offer the stock is what the seller has: it may be left out, and no other."""
    for truth in table.truths:
        if isinstance(truth.get("stock_on_hand"), float):
            truth["stock_on_hand"] = frozenset((truth["stock_on_hand"],))


def titles(table: Table) -> bool:
    """One to three lines of title."""
    draws = table.draws("titles")
    name = draws.choice(table.words["titles"])
    if name in OFFERS:
        stock_of_the_seller(table)
    lines: list[list[Cell]] = [[f"{name} 2026-{draws.randint(10, 99)}"], ["BU Drives / Rev. C"], []]
    table.above += lines[: draws.randint(1, 3)]
    return True


def logo(table: Table) -> bool:
    """Rows left free for a picture, the name of the buyer far to the right."""
    width = max(4, len(table.columns) - 1)
    table.above += [[], [*[None] * width, "Example Drives SE"], []]
    return True


def addresses(table: Table) -> bool:
    """Who writes to whom, with numbers: at the left texts, at the right what belongs to them."""
    draws = table.draws("addresses")
    stock_of_the_seller(table)
    said = list(table.words["about"])
    today = date(2026, 10, draws.randint(1, 28))
    values: list[Cell] = [f"45{draws.randint(100000, 999999)}", day_shown(today), draws.randint(10000, 99999),
                          "Li Wei", "+86 574 8765 4321", day_shown(date(2027, 1, 31)), "FCA Ningbo"]  # fmt: skip
    if table.is_text:
        values[1], values[5] = today.strftime("%d.%m.%Y"), "31.01.2027"
    form = draws.choice(("{}", "{}:"))
    wide = draws.random() < 0.5
    for n in range(0, len(said) - 1, 2 if wide else 1):
        row: list[Cell] = [form.format(said[n]), values[n]]
        if wide:
            row += [None, form.format(said[n + 1]), values[n + 1]]
        table.above.append(row)
    table.above.append([])
    return True


def _revision_rows(table: Table) -> list[list[Cell]]:
    rows: list[list[Cell]] = [list(table.words["revision"])]
    for n, letter in enumerate("ABC"):
        day = date(2026, 3 + n, 11)
        shown: Cell = day.strftime("%d.%m.%Y") if table.is_text else day_shown(day)
        rows.append([letter, shown, ("Weber", "Chen", "Rossi")[n], f"ECN {1200 + n}"])
    return rows


def revisions_above(table: Table) -> bool:
    """The table of changes over the list."""
    table.above += [*_revision_rows(table), []]
    return True


def revisions_below(table: Table) -> bool:
    """The table of changes below the list."""
    table.below += [[], *_revision_rows(table)]
    return True


def approval(table: Table) -> bool:
    """Who prepared, checked and approved it."""
    rows: list[list[Cell]] = [list(table.words["approval"]), ["Weber", "Chen", "Rossi"], []]
    if table.draws("approval").random() < 0.5:
        table.above += rows
    else:
        table.below += [[], *rows[:2]]
    return True


def prices_in(table: Table) -> bool:
    """A line that says the currency of all prices."""
    if "currency" not in table.truths[0]:
        return False
    table.above.append([table.words["prices_in"][0] % table.truths[0]["currency"]])
    return True


def terms(table: Table) -> bool:
    """Conditions below the list, numbered or not, in one cell each or the number beside."""
    draws = table.draws("terms")
    form = draws.choice(("plain", "numbered", "beside"))
    table.below.append([])
    for n, text in enumerate(table.words["terms"], start=1):
        table.below.append(
            [f"{n}.", text]
            if form == "beside"
            else [f"{n}. {text}" if form == "numbered" else text]
        )
    return True


def legend_below(table: Table) -> bool:
    """Signs and their meanings below."""
    table.below += [[], list(table.words["legend"]), ["A", "DIN"], ["B", "ISO"], ["X", "EN"]]
    return True


def legend_beside(table: Table) -> bool:
    """Signs and their meanings at the right."""
    table.beside.append(
        (0, 1, [list(table.words["legend"]), ["A", "DIN"], ["B", "ISO"], ["X", "EN"]])
    )
    return True


def rates_beside(table: Table) -> bool:
    """Rates of exchange at the right, without a heading."""
    table.beside.append((1, 2, [["USD", 1.0842], ["CNY", 7.81], ["JPY", 163.4]]))
    return True


def notes_beside(table: Table) -> bool:
    """Notes at the right of some rows, with an empty column between."""
    first, second = table.words["note"][:2]
    table.beside.append((table.draws("notes_beside").randint(1, 3), 1, [[first], [], [second]]))
    return True


def summary_below(table: Table) -> bool:
    """What is bought from whom, summed up below, without a line for the whole."""
    rows: list[list[Cell]] = [list(table.words["summary"])]
    rows += [[firm, 3 + n, 12_500 - 1_000 * n] for n, firm in enumerate(FIRMS[:3])]
    table.below += [[], *rows]
    return True


def steps_below(table: Table) -> bool:
    """A plan of dates below, which lists no parts."""
    days = (date(2026, 11, 2), date(2026, 12, 1), date(2027, 1, 15))
    rows: list[list[Cell]] = [list(table.words["steps"])]
    for n, day in enumerate(days):
        shown: Cell = day.strftime("%d.%m.%Y") if table.is_text else day_shown(day)
        rows.append([shown, ("PPAP", "FAI", "SOP")[n], ("Weber", "Chen", "Rossi")[n]])
    table.below += [[], *rows]
    return True


def spares_below(table: Table) -> bool:
    """Another list of parts below, with its own name and other columns."""
    rows, truths = _spares(table, "below")
    table.below += [[], [table.words["spares"][0]], *rows]
    table.truths += truths
    return True


def spares_beside(table: Table) -> bool:
    """Another list of parts at the right, its headings in the same line."""
    rows, truths = _spares(table, "beside")
    table.beside.append((len(table.heading) - 1, 1, rows))
    table.truths += truths
    return True


def _spares(table: Table, where: str) -> tuple[list[list[Cell]], list[Truth]]:
    draws, said = chance(table.seed, "spares", where), table.words
    keys = ["part_number", "description", draws.choice(("quantity", "stock_on_hand"))]
    truths: list[Truth] = [
        {"part_number": f"SP-{draws.randint(1000, 9999)}-{n}", "description": f"{draws.choice(said['goods'])} SP{n}",
         keys[2]: float(draws.randint(1, 90))}
        for n in range(draws.randint(3, 5))
    ]  # fmt: skip
    rows: list[list[Cell]] = [[said[key][0] for key in keys]]
    rows += [[t["part_number"], t["description"], int(t[keys[2]])] for t in truths]
    return rows, truths


def more_below(table: Table) -> bool:
    """The list goes on below a title under its headings, said again."""
    if (
        table.is_turned
        or len(table.truths) < 10
        or len(table.heading) != 1
        or table.spans
        or table.hidden
    ):
        return False
    parts = [line for line in table.lines if line.part is not None]
    if len(parts) != len(table.lines):
        return False
    cut = len(parts) // 2
    first = table.columns[0].key
    again = Line({key: text or None for key, text in table.heading[0].items()})
    table.lines[cut:cut] = [Line({}), Line({first: table.words["sections"][2]}), again]
    return True


def indent(table: Table) -> bool:
    """The list begins in the second or third column."""
    table.left = table.draws("indent").randint(1, 2)
    return True


SURROUNDINGS: Sequence[tuple[str, float, Callable[[Table], bool]]] = (
    ("more_below", 0.1, more_below), ("logo", 0.12, logo), ("titles", 0.4, titles),
    ("addresses", 0.25, addresses), ("revisions_above", 0.07, revisions_above),
    ("approval", 0.1, approval), ("prices_in", 0.1, prices_in), ("legend_beside", 0.06, legend_beside),
    ("rates_beside", 0.06, rates_beside), ("notes_beside", 0.08, notes_beside),
    ("spares_beside", 0.06, spares_beside), ("spares_below", 0.07, spares_below),
    ("terms", 0.2, terms), ("legend_below", 0.06, legend_below), ("revisions_below", 0.06, revisions_below),
    ("summary_below", 0.08, summary_below), ("steps_below", 0.08, steps_below), ("indent", 0.15, indent),
)  # fmt: skip
