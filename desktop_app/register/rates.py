"""Reads a table of exchange rates that the user gives: ``currency,rate,date``.

A rate is what one unit of the currency is worth in the project's currency, which itself has the
rate 1. Tables that state it the other way round are recognised by the worth of currencies far from
it, and said to be so; a table that fits neither way is refused.
"""

import math
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from desktop_app.model.findings import msg
from desktop_app.paths import shipped
from desktop_app.register.given_tables import given_rows, refused
from desktop_app.register.strict import read_table

COLUMNS = ("currency", "rate", "date")
FAR_FROM_EQUAL = math.log(2)
OUT_OF_ALL_REASON = math.log(6)
"""The rough worth shipped with the program may be this far from today's; more is a slip."""


@dataclass(frozen=True, slots=True)
class Rates:
    """``by_currency``: (day, worth of one unit in ``base``), the oldest first. ``turned``: the table
    stated units for one ``base``."""

    base: str
    by_currency: Mapping[str, tuple[tuple[date, float], ...]]
    turned: bool = False

    def on(self, day: date) -> Mapping[str, tuple[float, date]]:
        """The last rate of each currency on or before a day, with its own day."""
        found: dict[str, tuple[float, date]] = {}
        for currency, entries in self.by_currency.items():
            for since, rate in entries:
                if since <= day:
                    found[currency] = (rate, since)
        return found


def read_rates(path: Path) -> Rates:
    """The table of a file. Raises CodedError: E_NOT_FOUND, or E_CSV naming the line."""
    given: defaultdict[str, dict[date, float]] = defaultdict(dict)
    for line, currency, rate, day in _rows(path):
        if day in given[currency]:
            raise refused(
                path, line, msg("{currency} is given twice for that day", currency=currency)
            )
        given[currency][day] = rate
    bases = [currency for currency, entries in given.items() if set(entries.values()) == {1.0}]
    if len(bases) != 1:
        raise refused(
            path,
            1,
            msg("exactly one currency must have the rate 1: the one all others are stated in"),
        )
    turned = _is_turned(path, bases[0], given)
    return Rates(
        bases[0],
        {
            currency: tuple(
                (day, 1 / rate if turned else rate) for day, rate in sorted(entries.items())
            )
            for currency, entries in given.items()
        },
        turned,
    )


def _rows(path: Path) -> list[tuple[int, str, float, date]]:
    return [_row(path, line, row) for line, row in given_rows(path, COLUMNS)]


def _row(path: Path, line: int, row: Mapping[str, str]) -> tuple[int, str, float, date]:
    currency, rate, day = (row[name].strip() for name in COLUMNS)
    if len(currency) != 3 or not currency.isascii() or not currency.isalpha():
        raise refused(path, line, msg("“{text}” is no currency of three letters", text=currency))
    try:
        worth = float(rate)
    except ValueError:
        worth = math.nan
    if not 0 < worth < math.inf:
        raise refused(path, line, msg("“{text}” is no rate above zero", text=rate))
    try:
        return line, currency.upper(), worth, date.fromisoformat(day)
    except ValueError as failure:
        raise refused(path, line, msg("“{text}” is no day YYYY-MM-DD", text=day)) from failure


def _is_turned(path: Path, base: str, given: Mapping[str, Mapping[date, float]]) -> bool:
    """Whether the table states units for one base, by currencies worth much more or less than it."""
    worth = rough_worth()
    as_meant = the_other_way = 0.0
    expected = {
        currency: math.log(worth[currency] / worth[base])
        for currency in given
        if currency in worth and base in worth
    }
    for currency, log_worth in expected.items():
        if abs(log_worth) > FAR_FROM_EQUAL:
            for rate in given[currency].values():
                as_meant += abs(math.log(rate) - log_worth)
                the_other_way += abs(math.log(rate) + log_worth)
    turned = the_other_way < as_meant
    for currency, log_worth in expected.items():
        for rate in given[currency].values():
            stated = -math.log(rate) if turned else math.log(rate)
            if abs(stated - log_worth) > OUT_OF_ALL_REASON:
                raise refused(
                    path,
                    1,
                    msg(
                        "one {currency} cannot be worth {rate} {base}; state what one unit of each "
                        "currency is worth in {base}",
                        currency=currency,
                        rate=rate,
                        base=base,
                    ),
                )
    return turned


def rough_worth() -> Mapping[str, float]:
    """Rough worth of one unit in euros, shipped, own knowledge.

    It tells slips in a table of rates, and orders parts whose money is in several currencies; no
    amount is ever converted by it.
    """
    path = shipped("resources", "register", "figures", "currency_worth.csv")
    return {
        row["currency"]: float(row["euros"]) for _, row in read_table(path, ("currency", "euros"))
    }
