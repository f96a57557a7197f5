"""Compares what was read of a composed list with what it was made from."""

import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pandas as pd

from desktop_app.model.parts import PartTable
from desktop_app.model.reading import Reading
from tests.intake.reading_here import read_here
from tests.workbooks.composed_lists import Composed

QUANTITIES = ("quantity", "annual_quantity")


def compared(made: Composed) -> tuple[list[str], list[str]]:
    """(what is wrong, what is missing and so asked or said): a part that is lost among others, a row that is
    none read as one, and a fact with another value are wrong."""
    with tempfile.TemporaryDirectory() as folder:
        reading = read_here(made.write(Path(folder)))
    if not isinstance(reading, Reading):
        return [], [f"refused: {reading}"]
    parts = reading.parts
    if not len(parts):
        return [], ["no parts"]
    if not any(parts.value(n, "part_number") for n in range(len(parts))):
        return [], ["no part numbers"]
    wrong, missing, read = list[str](), list[str](), _by_number(parts)
    for truth in made.truths:
        at = read.pop(truth["part_number"], None)
        if at is None:
            if truth["part_number"] not in made.optional:
                wrong.append(f"lost {truth['part_number']!r}")
            continue
        for fact, got, is_wrong in _facts(parts, at, truth):
            (wrong if is_wrong else missing).append(
                f"{truth['part_number']} {fact}: {truth[fact]!r} is {got!r}"
            )
    wrong += [f"invented {number!r}" for number in read if number not in made.optional]
    return wrong, missing


def _by_number(parts: PartTable) -> dict[Any, int]:
    """Parts by their number; those of the same number by their row too."""
    found: dict[Any, int] = {}
    for part in range(len(parts)):
        number = parts.value(part, "part_number")
        row = int(parts.frame["row"].iloc[part])
        is_new = number is not None and number not in found
        found[number if is_new else (number, parts.value(part, "description"), row)] = part
    return found


def _facts(parts: PartTable, at: int, truth: Mapping[str, Any]) -> Iterator[tuple[str, Any, bool]]:
    for fact, expected in truth.items():
        if fact == "part_number":
            continue
        if fact == "offers":
            yield from _offers(parts, at, expected)
        elif fact == "also":
            told = str(parts.value(at, "description"))
            if not all(more in told for more in expected):
                yield fact, told, False
        else:
            got = _value(parts, at, fact, truth)
            if not _same(fact, got, expected):
                yield fact, got, got is not None


def _value(parts: PartTable, at: int, fact: str, truth: Mapping[str, Any]) -> Any:
    """Of how many a list says once, the other name will do."""
    got = parts.value(at, fact)
    other = QUANTITIES[fact == "quantity"] if fact in QUANTITIES else fact
    return parts.value(at, other) if got is None and other not in truth else got


def _same(fact: str, got: Any, expected: Any) -> bool:
    if isinstance(expected, frozenset):
        return got is None or any(_same(fact, got, one) for one in expected)
    if expected is None or got is None:
        return got is expected
    if isinstance(expected, float):
        return bool(abs(got - expected) <= 1e-6 * max(1.0, abs(expected)))
    if fact == "description":
        return " ".join(str(got).split()).startswith(" ".join(expected.split()))
    return bool(got == expected)


def _offers(
    parts: PartTable, at: int, offers: list[tuple[str, float, float]]
) -> Iterator[tuple[str, Any, bool]]:
    """Every firm with its price and its days, or nothing: the first alone is wrong."""
    sources = parts.sources.get(at, ())
    read = {(s.supplier, s.unit_price, s.lead_time_days) for s in sources}
    if read == set(offers):
        return
    price, days = parts.value(at, "unit_price"), parts.value(at, "lead_time_days")
    if read or price is not None or days is not None:
        own = (parts.value(at, "supplier"), price, days)
        yield "offers", own if not read or pd.isna(price) else sorted(map(str, read)), True
    else:
        yield "offers", None, False
