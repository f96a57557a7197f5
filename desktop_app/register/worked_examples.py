"""Reads published worked examples of concentration methods, given by whoever checks ours.

A file of examples has a file ``worked_example_rows.csv`` beside it with the country rows behind
them; an example without its rows is said not to be recomputed.
"""

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from desktop_app.model.findings import Message, msg
from desktop_app.register.given_tables import given_rows, refused
from desktop_app.register.worked_figures import (
    TwoWaysError,
    figure,
    shows_commas,
    shows_points,
    without_thousands,
)
from desktop_app.register.worked_inputs import Ends, read_inputs
from desktop_app.register.worked_word_files import worked_names
from desktop_app.register.worked_words import WorkedNames

ROWS_FILE = "worked_example_rows.csv"
NEEDED = ("case_id", "framework", "inputs", "published_result_name", "published_result",
          "tolerance", "match")  # fmt: skip
FIGURES = ("share", "quantity", "gov", "t", "price")
ROW_FIELDS = ("case_id", "scope", "country", *FIGURES)


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


Countries = tuple[Sequence[CountryRow], Message | None]
"""The rows of a case, and why they cannot be used."""


@dataclass(frozen=True, slots=True)
class WorkedExample:
    """One published figure and what it was made from.

    ``inputs``: None where the study states none. ``unreadable``: why the inputs cannot be used.
    ``decimals``: places after the point with which the figure was printed. ``rows``: the countries.
    ``beside``: other published figures of the same case, by their names. ``words``: inputs that are
    no numbers, such as the unit converted to. ``published`` NaN where it cannot be read. ``stage``:
    of the supply chain, as the table names it. ``names``: how tables spell names.
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
    stage: str = ""
    formula: str = ""
    names: WorkedNames = field(default_factory=worked_names, repr=False)

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
    points = shows_points(row["published_result"] for _, row in given)
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
    rows: Mapping[str, Countries],
    *,
    points: bool,
) -> WorkedExample:
    """``points``: the file writes decimals with a point, so a comma groups thousands."""
    text = row["published_result"].strip()
    in_percent = text.endswith("%")
    text = text.removesuffix("%").strip()
    if not text:
        raise refused(path, line, msg("the published figure is missing"))
    given = read_inputs(row["inputs"])
    countries, wrong = _rows_of(row["case_id"], rows)
    if not countries and given.countries:
        countries, wrong = _countries(given.countries)
    published, problem = _read(text, points=points)
    return WorkedExample(
        case=row["case_id"],
        framework=row["framework"],
        result=row["published_result_name"],
        published=published,
        decimals=_decimals(text, points=points),
        inputs=given.numbers,
        rows=countries,
        tolerance=row["tolerance"],
        known_miss=row["match"].strip().lower() == "no",
        note=row.get("note") or "",
        unreadable=problem or given.unreadable or wrong,
        words=given.words,
        in_percent=in_percent,
        stage=row.get("stage") or "",
        formula=row.get("formula") or "",
    )


def _read(text: str, *, points: bool, commas: bool = False) -> tuple[float, Message | None]:
    """The figure, NaN with the reason where it cannot be read."""
    try:
        return figure(text, points=points, commas=commas), None
    except TwoWaysError:
        return math.nan, msg("“{text}” can be read in two ways", text=text)
    except ValueError:
        return math.nan, msg("“{text}” is no number", text=text)


def _decimals(text: str, *, points: bool) -> int:
    try:
        return len(without_thousands(text, points=points).partition(".")[2])
    except TwoWaysError:
        return 0


def _rows_of(case: str, rows: Mapping[str, Countries]) -> Countries:
    """Rows stand under the case itself or, shared by its figures, under the start of its name."""
    while case not in rows and "-" in case:
        case = case.rpartition("-")[0]
    return rows.get(case, ((), None))


def _rows(path: Path) -> dict[str, Countries]:
    """Each case is read by the marks that its own figures show; one writer typed it."""
    found: defaultdict[str, list[Mapping[str, str]]] = defaultdict(list)
    for _, row in given_rows(path, ROW_FIELDS):
        found[row["case_id"]].append(row)
    return {case: _countries(rows) for case, rows in found.items()}


def _countries(rows: Sequence[Mapping[str, str]]) -> Countries:
    texts = [row.get(name, "") for row in rows for name in FIGURES]
    points, commas = shows_points(texts), shows_commas(texts)
    countries, wrong = list[CountryRow](), None
    for row in rows:
        read = [_read(row.get(name, ""), points=points, commas=commas) for name in FIGURES]
        wrong = wrong or next((problem for _, problem in read if problem is not None), None)
        countries.append(CountryRow(row["scope"], row["country"], *(value for value, _ in read)))
    return countries, wrong
