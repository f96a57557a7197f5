"""Reads published worked examples of concentration methods, given by whoever checks ours.

A file of examples has a file ``worked_example_rows.csv`` beside it with the country rows behind
them; an example without its rows is said not to be recomputed.
"""

import json
import math
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from desktop_app.model.findings import Message, msg
from desktop_app.register.given_tables import given_rows, refused

ROWS_FILE = "worked_example_rows.csv"
NEEDED = ("case_id", "framework", "inputs", "published_result_name", "published_result",
          "tolerance", "match")  # fmt: skip
ROW_FIELDS = ("case_id", "scope", "country", "share", "quantity", "gov", "t", "price")

Ends = tuple[float, float]
"""Low and high of an input; both the same where it is known."""

_FIGURE = r"(-?\d+(?:[.,]\d+)?(?:[eE][-+]?\d+)?)\s*(%?)"
_POINT = re.compile(r"^-?\d+\.\d+$")
_COMMA = re.compile(r"^-?\d+,\d+$")
_THOUSANDS = re.compile(r"^-?[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?$")
_SINGLE = re.compile(rf"^\s*{_FIGURE}\s*(?:\(.*)?$")
_RANGE = re.compile(rf"^\s*{_FIGURE}\s*(?:-|–|\.\.|to)\s*{_FIGURE}")


@dataclass(frozen=True, slots=True)
class CountryRow:
    """One country of an example. ``share`` 0..1; ``governance`` as the method scales it; ``value``
    in thousand dollars for ``quantity`` tonnes. NaN where the file is silent."""

    scope: str
    country: str
    share: float
    quantity: float
    governance: float
    trade: float
    value: float


@dataclass(frozen=True, slots=True)
class WorkedExample:
    """One published figure and what it was made from.

    ``inputs``: None where the study states none. ``unreadable``: why the inputs cannot be used.
    ``decimals``: places after the point with which the figure was printed. ``rows``: the countries.
    ``beside``: other published figures of the same case, by their names. ``words``: inputs that are
    no numbers, such as the unit converted to. ``published`` NaN where it cannot be read.
    """

    case: str
    framework: str
    result: str
    published: float
    decimals: int
    inputs: Mapping[str, Ends | None]
    rows: Sequence[CountryRow]
    tolerance: str
    known_miss: bool
    note: str
    unreadable: Message | None = None
    beside: Mapping[str, float] = field(default_factory=dict)
    words: Mapping[str, str] = field(default_factory=dict)
    in_percent: bool = False

    @property
    def is_large(self) -> bool:
        """Whether a share or index was printed in percent or in points, not as a part of 1."""
        return self.in_percent or abs(self.published) > 1


def read_examples(path: Path) -> tuple[WorkedExample, ...]:
    """The examples of a file in its order.

    Raises CodedError: E_NOT_FOUND, or E_CSV naming the line that cannot be understood. Inputs of a
    single example that cannot be read do not stop the others.
    """
    beside = path.with_name(ROWS_FILE)
    rows = _rows(beside) if beside.is_file() else {}
    given = list(given_rows(path, NEEDED))
    points = any(_POINT.match(row["published_result"].strip()) for _, row in given)
    found = tuple(_example(path, line, row, rows, points=points) for line, row in given)
    if not found:
        raise refused(path, 1, msg("there is no example in it"))
    return tuple(replace(example, beside=_beside(example, found)) for example in found)


def _beside(example: WorkedExample, found: Sequence[WorkedExample]) -> Mapping[str, float]:
    """The figures of a case share its framework, its inputs and all but the end of its name."""
    case = example.case.rpartition("-")[0]
    return {
        other.result: other.published
        for other in found
        if case
        and other is not example
        and other.case.rpartition("-")[0] == case
        and (other.framework, other.inputs) == (example.framework, example.inputs)
    }


def _example(
    path: Path,
    line: int,
    row: Mapping[str, str],
    rows: Mapping[str, Sequence[CountryRow]],
    *,
    points: bool,
) -> WorkedExample:
    """``points``: the file writes decimals with a point, so a comma groups thousands."""
    text = row["published_result"].strip()
    in_percent = text.endswith("%")
    text = text.removesuffix("%").strip()
    if not text:
        raise refused(path, line, msg("the published figure is missing"))
    plain = _without_thousands(text, points=points)
    published = math.nan if plain is None else _number(path, line, plain)
    inputs, words, unreadable = _inputs(row["inputs"])
    if plain is None:
        unreadable = msg("“{text}” can be read in two ways", text=text)
    return WorkedExample(
        case=row["case_id"],
        framework=row["framework"],
        result=row["published_result_name"],
        published=published,
        decimals=len((plain or "").partition(".")[2]),
        inputs=inputs,
        rows=_rows_of(row["case_id"], rows),
        tolerance=row["tolerance"],
        known_miss=row["match"].strip().lower() == "no",
        note=row.get("note") or "",
        unreadable=unreadable,
        words=words,
        in_percent=in_percent,
    )


def _rows_of(case: str, rows: Mapping[str, Sequence[CountryRow]]) -> Sequence[CountryRow]:
    """Rows stand under the case itself or, shared by its figures, under the start of its name."""
    while case not in rows and "-" in case:
        case = case.rpartition("-")[0]
    return rows.get(case, ())


def _without_thousands(text: str, *, points: bool) -> str | None:
    """A figure without marks of thousands; None where a comma could be either mark."""
    if _THOUSANDS.match(text) and (points or text.count(",") > 1 or "." in text):
        return text.replace(",", "")
    if _THOUSANDS.match(text):
        return None
    return text.replace(",", ".") if _COMMA.match(text) else text


def _inputs(cell: str) -> tuple[Mapping[str, Ends | None], Mapping[str, str], Message | None]:
    """Numbers, words, and why they cannot be used. A comma is the mark that the other texts show."""
    try:
        given = json.loads(cell or "{}")
    except ValueError:
        given = None
    if not isinstance(given, dict):
        return {}, {}, msg("the inputs are no JSON object")
    texts = {name: value.strip() for name, value in given.items() if isinstance(value, str)}
    points = any(_POINT.match(text) for text in texts.values())
    commas = any(_COMMA.match(t) and not _THOUSANDS.match(t) for t in texts.values())
    for name, text in texts.items():
        if _THOUSANDS.match(text) and not commas:
            plain = _without_thousands(text, points=points)
            if plain is None:
                return {}, {}, msg("“{text}” can be read in two ways", text=text)
            given[name] = plain
    inputs = dict(_each_input(given))
    words = {n: v for n, v in given.items() if isinstance(v, str) and n not in inputs}
    return inputs, words, None


def _each_input(given: Mapping[str, object]) -> Iterator[tuple[str, Ends | None]]:
    """Words among the inputs, such as the importing country, are no numbers and are left out."""
    for name, value in given.items():
        if value is None:
            yield name, None
        elif (
            isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)
        ):
            yield name, (float(value), float(value))
        elif isinstance(value, str) and (ends := _RANGE.match(value)):
            unit = ends[2] or ends[4]
            yield name, (_figure(ends[1], unit), _figure(ends[3], unit))
        elif isinstance(value, str) and (single := _SINGLE.match(value)):
            yield name, (_figure(single[1], single[2]),) * 2


def _figure(text: str, unit: str) -> float:
    """A figure with a point or a comma; a percentage as a share."""
    return float(text.replace(",", ".")) / (100 if unit else 1)


def _rows(path: Path) -> dict[str, Sequence[CountryRow]]:
    found: defaultdict[str, list[CountryRow]] = defaultdict(list)
    for line, row in given_rows(path, ROW_FIELDS):
        share, quantity, governance, trade, value = (
            _number(path, line, row[name]) for name in ROW_FIELDS[3:]
        )
        found[row["case_id"]].append(
            CountryRow(row["scope"], row["country"], share, quantity, governance, trade, value)
        )
    return dict(found)


def _number(path: Path, line: int, text: str) -> float:
    if not text.strip():
        return math.nan
    try:
        value = float(text)
    except ValueError as failure:
        raise refused(path, line, msg("“{text}” is no number", text=text)) from failure
    if not math.isfinite(value):
        raise refused(path, line, msg("“{text}” is no number", text=text))
    return value
