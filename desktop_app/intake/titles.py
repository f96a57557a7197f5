"""What stands above a list: whose list it is, and in which currency."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

import numpy as np
import pandas as pd

from desktop_app.intake.counted_days import day_in, without_day
from desktop_app.intake.grid import Grid, shown
from desktop_app.intake.headings import HeadingBook
from desktop_app.intake.planned_lists import names_any
from desktop_app.intake.title_lines import (
    HIGHEST_TITLE,
    LONGEST_LINE,
    LONGEST_NAME,
    WIDEST_TITLE,
)
from desktop_app.intake.values import currency_of


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


def facts_above(
    grid: Grid, first_heading: int, book: HeadingBook, facts: dict[str, Any], count: int
) -> None:
    """Supplier, currency and day of the stock that the title of a list names once for all rows."""
    if "supplier" not in facts:
        supplier = said_above(grid, first_heading, "supplier", book)
        if supplier is not None:
            facts["supplier"] = np.full(count, supplier, dtype=object)
    has_money = "unit_price" in facts or "annual_spend" in facts
    if has_money and ("currency" not in facts or pd.isna(facts["currency"]).all()):
        currency = currency_above(grid, first_heading, book)
        currency = currency or currency_of_prices(grid, first_heading)
        if currency is not None:
            facts["currency"] = np.full(count, currency, dtype=object)
    if "stock_on_hand" in facts and "stock_date" not in facts:
        day = stock_day_above(grid, first_heading, book)
        if day is not None:
            facts["stock_date"] = np.full(count, day, dtype=object)


def stock_day_above(grid: Grid, first_heading: int, book: HeadingBook) -> date | None:
    """The day in a title of a list of stock: "Stock as of: 31.10.2026", "Bestand per 31.10.2026"."""
    for row in range(min(first_heading, HIGHEST_TITLE)):
        for column in range(min(len(grid.columns), WIDEST_TITLE)):
            value = grid.cell(row, column)
            if not isinstance(value, str) or len(value) > LONGEST_NAME:
                continue
            label = value.replace("：", ":").split(":")[0]
            if any(m.field == "stock_date" and m.confidence >= 0.9 for m in book.exact(label)):
                return day_in(value) or day_in(_right_of(grid, row, column, book))
            texts = without_day(value)
            said = {m.field for text in texts for m in book.exact(text)}
            if "stock_on_hand" in said or (texts and names_any(texts[0], "stocked")):
                return day_in(value)
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


def lines_about_prices(grid: Grid, first_heading: int) -> Iterator[tuple[int, str]]:
    """The texts above a list that speak of prices, such as "All prices in EUR per 100 pieces", with the
    position of their row."""
    for row in range(min(first_heading, HIGHEST_TITLE)):
        for column in range(min(len(grid.columns), WIDEST_TITLE)):
            value = grid.cell(row, column)
            if (
                isinstance(value, str)
                and len(value) <= LONGEST_LINE
                and names_any(value, "about_prices")
            ):
                yield row, value


def currency_of_prices(grid: Grid, first_heading: int) -> str | None:
    """The one currency that the lines about prices above a list name; None where there are several."""
    lines = (text for _, text in lines_about_prices(grid, first_heading))
    named = {currency_of(word) for text in lines for word in re.split(r"[\s,;()/]+", text)} - {None}
    return named.pop() if len(named) == 1 else None
