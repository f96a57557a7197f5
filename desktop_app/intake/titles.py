"""What stands above a list: whose list it is, and in which currency."""

from desktop_app.intake.grid import Grid, shown
from desktop_app.intake.headings import HeadingBook
from desktop_app.intake.values import currency_of

HIGHEST_TITLE = 40
WIDEST_TITLE = 30
LONGEST_NAME = 120


def said_above(grid: Grid, first_heading: int, field: str, book: HeadingBook) -> str | None:
    """The value beside a label of a field above the table: "Supplier: ACME" in one or two cells."""
    for row in range(min(first_heading, HIGHEST_TITLE)):
        for column in range(min(len(grid.columns), WIDEST_TITLE)):
            value = grid.cell(row, column)
            if not isinstance(value, str):
                continue
            label, colon, rest = value.replace("：", ":").partition(":")
            if not any(m.field == field and m.confidence >= 0.9 for m in book.exact(label)):
                continue
            said = rest.strip() or (_right_of(grid, row, column, book) if colon or
                                    grid.filled_per_row[row] <= 4 else "")  # fmt: skip
            if said and len(said) <= LONGEST_NAME:
                return said
    return None


def _right_of(grid: Grid, row: int, column: int, book: HeadingBook) -> str:
    for other in range(column + 1, min(len(grid.columns), column + 8)):
        value = grid.cell(row, other)
        if value is not None:
            text = shown(value)
            return "" if book.exact(text) else text
    return ""


def currency_above(grid: Grid, first_heading: int, book: HeadingBook) -> str | None:
    """The currency of a list that names it once, above."""
    said = said_above(grid, first_heading, "currency", book)
    return currency_of(said) if said else None
