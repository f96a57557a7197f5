"""Lists of stock and what comes and goes by day, as planners print them for one material or several.

SAP calls it the stock/requirements list (MD04): a line with what is there, then one for each day on which
some are needed or come in, and beside them what is left. No heading says which line is which; that the
last column is the one before plus what comes or goes does.
"""

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from itertools import pairwise, permutations
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from desktop_app.intake.answer_words import is_unspaced
from desktop_app.intake.dates import date_of, day_first
from desktop_app.intake.grid import Grid, shown
from desktop_app.intake.headings import HeadingBook, normalise
from desktop_app.intake.kept_words import kept
from desktop_app.intake.kind_words import kind_words, words_of_kind
from desktop_app.intake.numbers import LONE_GROUP, decimal_comma, number_of
from desktop_app.intake.title_lines import HIGHEST_TITLE, LONGEST_LINE, WIDEST_TITLE

if TYPE_CHECKING:
    from desktop_app.intake.tables import Table

Numbers = NDArray[np.float64]

FEWEST, MOSTLY = 2, 0.9
"""Lines whose balance must follow from the one above, and their share. Own judgement."""
STOCKED = 0.5
"""Share of the materials of a list without balances that have a line of stock. Own judgement."""
FEWEST_HEADINGS = 4
DATED = 0.5
"""Share of the lines that have a day. Own judgement."""
NEAR = 1e-6
IDENTITY = ("part_number", "material", "mpn")
"""What a planner's "Material" may be read as; there it is always the number."""


@dataclass(frozen=True, slots=True, eq=False)
class Planned:
    """One list. Positions in the sheet: its ``heading``, its ``lines`` with a balance, and the columns
    by what they hold: number, description, plant, unit, element, day.

    Per line: ``number`` and ``text`` of the material, ``day`` or None, ``amount`` that comes (above
    zero) or goes, NaN where none, and what is left then, ``balance``.
    """

    heading: int
    headings: list[str]
    columns: dict[str, int]
    lines: NDArray[np.intp]
    number: list[str]
    text: list[str | None]
    element: list[str]
    day: list[date | None]
    amount: Numbers
    balance: Numbers


def words_of(kind: str) -> frozenset[str]:
    """Comparable words of one kind of ``resources/planning_words.csv``, without signs and blanks."""
    found = _bare_words().get(kind)
    return frozenset(map(bare, words_of_kind(kind))) if found is None else found


@kept("planning_words")
def _bare_words() -> Mapping[str, frozenset[str]]:
    return {kind: frozenset(map(bare, words)) for kind, words in kind_words().items()}


@cache
def phrases_of(kind: str) -> tuple[str, ...]:
    """The same with single blanks in place of signs, to be looked for within a text."""
    letters = ("".join(c if c.isalnum() else " " for c in word) for word in words_of_kind(kind))
    return tuple(dict.fromkeys(" ".join(word.casefold().split()) for word in letters))


@cache
def texts_of(kind: str) -> tuple[str, ...]:
    """The same as they stand, in lower case."""
    return tuple(dict.fromkeys(word.strip().casefold() for word in words_of_kind(kind)))


@cache
def written_of(kind: str) -> tuple[str, ...]:
    """The same as they stand."""
    return tuple(
        dict.fromkeys(unicodedata.normalize("NFKC", w.strip()) for w in words_of_kind(kind))
    )


def bare(text: str) -> str:
    """A text to compare: no case, no signs, no blanks."""
    return _letters_of(normalise(text))


@lru_cache(maxsize=8_192)  # each rule about a table asks for the same few headings
def _letters_of(key: str) -> str:
    return "".join(c for c in key if c.isalnum())


def names_any(said: str, kind: str) -> bool:
    """Whether a text has a word of a kind in it, as a word of its own where words are set apart."""
    text = " ".join(unicodedata.normalize("NFKC", said).casefold().split())
    words = f" {' '.join(''.join(c if c.isalnum() else ' ' for c in text).split())} "
    joined, spaced = _phrases_to_find(kind)
    return any(phrase in words for phrase in spaced) or any(phrase in text for phrase in joined)


@cache
def _phrases_to_find(kind: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """(of writings without blanks between words, the others between two blanks)"""
    joined = tuple(phrase for phrase in phrases_of(kind) if is_unspaced(phrase))
    return joined, tuple(f" {phrase} " for phrase in phrases_of(kind) if phrase not in joined)


def said_of_list(grid: Grid, table: "Table") -> str:
    """The names of its file and sheet and what stands above a list, its headings included."""
    said = [grid.file_name, grid.name]
    for row in range(min(max(0, table.heading + 1), HIGHEST_TITLE)):
        if row in table.others:
            continue
        cells = (grid.cell(row, n) for n in range(min(len(grid.columns), WIDEST_TITLE)))
        said += [text for value in cells if (text := shown(value)) and len(text) <= LONGEST_LINE]
    return " ".join(said)


def is_of(element: str, kind: str) -> bool:
    """Whether the word for a line is of a kind: stock, safety, taken, order."""
    return bare(element) in words_of(kind)


def planned_lists(grid: Grid, book: HeadingBook) -> list[Planned]:
    """The lists of a sheet, if it holds nothing else; none where their sums do not prove it."""
    headings = list(_headings(grid))
    ends = [*headings[1:], grid.height] if headings else []
    found, above = [], 0
    for heading, end in zip(headings, ends, strict=True):
        one = _planned(grid, book, above, heading, end)
        if one is None:
            return []
        found.append(one)
        above = int(one.lines[-1]) + 1
    return found


def _headings(grid: Grid) -> Iterator[int]:
    """Rows that name a balance among other texts: the first near the top, others like it below."""
    first: list[object] | None = None
    for position in range(min(grid.height, HIGHEST_TITLE)):
        row = grid.row(position)
        is_one = any(_is_balance(value) or _is_element(value) for value in row)
        if is_one and sum(isinstance(v, str) for v in row) >= FEWEST_HEADINGS:
            first = [value for value in row if value is not None]
            yield position
            break
    if first is None:
        return
    same = np.ones(grid.height, dtype=np.bool_)
    for column in grid.columns:
        same &= column.codes == column.codes[position]
    yield from (row for row in np.flatnonzero(same).tolist() if row > position)


def _is_element(value: object) -> bool:
    return isinstance(value, str) and bare(value) in words_of("element")


def _is_balance(value: object) -> bool:
    return isinstance(value, str) and bare(value) in words_of("balance")


def _planned(grid: Grid, book: HeadingBook, above: int, heading: int, end: int) -> Planned | None:
    headings = [shown(value) for value in grid.row(heading)]
    balance = next((n for n, text in enumerate(headings) if _is_balance(text)), None)
    if balance is None:
        return _by_elements(grid, book, headings, heading, end)
    rows = np.arange(heading + 1, end, dtype=np.intp)
    rows = rows[np.isfinite(_read(grid, balance, rows, comma=False))]
    if len(rows) < FEWEST:
        return None
    columns = columns_of(grid, book, headings, rows) | {"balance": balance}
    numbers, texts = materials_of(grid, book, columns, range(above, heading), rows)
    if "day" not in columns or not all(numbers):
        return None
    free = [n for n in range(len(headings)) if n not in columns.values()]
    proven = []
    for comma in _readings(grid, rows, balance):
        left = _read(grid, balance, rows, comma=comma)
        read = {n: _read(grid, n, rows, comma=comma) for n in free}
        if (found := _amounts(read, left, numbers)) is not None:
            proven.append((left, *found))
    if not proven:
        return None
    left, amount, places = proven[0]
    elements = [shown(grid.cell(row, columns.get("element", -1))) for row in rows.tolist()]
    days = days_of(grid, columns["day"], rows)
    return Planned(heading, headings, columns | places, rows, numbers, texts, elements,
                   days, amount, left)  # fmt: skip


def _by_elements(
    grid: Grid, book: HeadingBook, headings: list[str], heading: int, end: int
) -> Planned | None:
    """A list without what is left: a column says which lines are stock, and needs are below zero."""
    element = next(n for n, text in enumerate(headings) if _is_element(text))
    rows = np.arange(heading + 1, end, dtype=np.intp)
    rows = rows[grid.columns[element].filled[rows]]
    if len(rows) < FEWEST:
        return None
    columns = columns_of(grid, book, headings, rows) | {"element": element}
    if not {"number", "day"} <= columns.keys():
        return None
    numbers, texts = materials_of(grid, book, columns, range(0), rows)
    elements = [shown(grid.cell(row, element)) for row in rows.tolist()]
    is_stock = np.array([is_of(said, "stock") for said in elements], dtype=np.bool_)
    stocked = {number for number, stock in zip(numbers, is_stock, strict=True) if stock}
    if not all(numbers) or len(stocked) < STOCKED * len(set(numbers)):
        return None
    for n in range(len(headings)):
        if n in columns.values():
            continue
        amount = amounts_of(grid, n, rows)
        if (amount[~is_stock] < 0).any() and (amount[is_stock] >= 0).all():
            left = np.where(is_stock, amount, np.nan)
            amount = np.where(is_stock, np.nan, amount)
            days = days_of(grid, columns["day"], rows)
            return Planned(heading, headings, columns | {"amount": n}, rows, numbers, texts,
                           elements, days, amount, left)  # fmt: skip
    return None


def _readings(grid: Grid, rows: NDArray[np.intp], balance: int) -> tuple[bool, ...]:
    """Whether a comma divides decimals, the likelier reading first.

    As the sheet tells anywhere. Else by the balance: numbers that all end in 000 have three decimals,
    as SAP prints quantities; others are counted in thousands. Where sums prove one only, it is that.
    """
    texts = (v for column in grid.columns for v in column.values[:MOST_TEXTS] if isinstance(v, str))
    comma = decimal_comma(texts)
    if comma is not None:
        return (comma,)
    cells = [v.strip("-+ ") for v in grid.columns[balance].take(rows).values if isinstance(v, str)]
    grouped = [v for v in cells if LONE_GROUP.fullmatch(v)]
    are_decimals = len(grouped) == len(cells) >= DECIMALS and all(v[-3:] == "000" for v in grouped)
    likelier = any("," in v for v in grouped) == are_decimals
    return likelier, not likelier


MOST_TEXTS = 2_000
DECIMALS = 4
"""Numbers that all end in 000 before that is taken for decimals. Own judgement."""


def _read(grid: Grid, column: int, rows: NDArray[np.intp], *, comma: bool) -> Numbers:
    cells = grid.columns[column].take(rows)
    numbers = np.array([number_of(value, comma) for value in cells.values], dtype=np.float64)
    return numbers[cells.codes]


def amounts_of(grid: Grid, column: int, rows: NDArray[np.intp]) -> Numbers:
    """The numbers of a column, read as the sheet writes them; NaN where there is none."""
    return _read(grid, column, rows, comma=_readings(grid, rows, column)[0])


def columns_of(
    grid: Grid, book: HeadingBook, headings: Sequence[str], rows: NDArray[np.intp]
) -> dict[str, int]:
    """Column by what it holds, as far as headings and cells say."""
    found: dict[str, int] = {}
    elements = words_of("stock") | words_of("safety") | words_of("order")
    for n, heading in enumerate(headings):
        meanings = [m.field for m in book.meanings(heading)] if heading else []
        is_number = any(name in meanings for name in IDENTITY)
        for name, is_it in (
            ("number", is_number),
            ("description", "description" in meanings and not is_number),
            ("plant", "plant" in meanings),
            ("unit", "unit" in meanings),
        ):
            if is_it:
                found.setdefault(name, n)
        cells = {v for v in grid.columns[n].take(rows).values if isinstance(v, str)}
        if any(bare(cell) in elements for cell in cells):
            found.setdefault("element", n)
        if "day" not in found and np.mean([d is not None for d in days_of(grid, n, rows)]) >= DATED:
            found["day"] = n
    return found


def days_of(grid: Grid, column: int, rows: NDArray[np.intp]) -> list[date | None]:
    """The day that each cell of a column of texts says; None of other cells."""
    cells = [grid.cell(row, column) for row in rows.tolist()]
    order = day_first(cell for cell in cells if isinstance(cell, str))
    is_text = all(isinstance(cell, str) for cell in cells if cell is not None)
    return [date_of(cell, order) for cell in cells] if is_text else [None] * len(cells)


def materials_of(
    grid: Grid, book: HeadingBook, columns: dict[str, int], above: range, rows: NDArray[np.intp]
) -> tuple[list[str], list[str | None]]:
    """Number and name of the material of each line: in its columns, once above its lines, or in the
    lines over the list."""
    if "number" in columns:
        numbers, name = list[str](), ""
        for row in rows.tolist():
            name = shown(grid.cell(row, columns["number"])) or name
            numbers.append(name)
        at = columns.get("description")
        texts = [shown(grid.cell(row, at)) or None if at is not None else None for row in rows]
        return numbers, texts
    number, text = _said(grid, book, above)
    return [number] * len(rows), [text] * len(rows)


def _said(grid: Grid, book: HeadingBook, above: range) -> tuple[str, str | None]:
    """ "Material | M-7781 | Magnet": the number beside its label, and the name after it."""
    for row in reversed(above):
        for column in range(min(len(grid.columns), 12)):
            value = grid.cell(row, column)
            if not isinstance(value, str):
                continue
            label, _, rest = value.replace("：", ":").partition(":")
            if not any(m.field in IDENTITY and m.confidence >= 0.9 for m in book.exact(label)):
                continue
            beside = [v for n in range(column + 1, len(grid.columns))
                      if (v := shown(grid.cell(row, n)))]  # fmt: skip
            said = [text for text in (rest.strip(), *beside) if text]
            if said:
                return said[0], said[1] if len(said) > 1 else None
    return "", None


def _amounts(
    read: dict[int, Numbers], left: Numbers, numbers: Sequence[str]
) -> tuple[Numbers, dict[str, int]] | None:
    """What comes and goes, line by line, and the one or two columns that say so."""
    read = {n: amount for n, amount in read.items() if np.isfinite(amount).any()}
    same = np.array([a == b for a, b in pairwise(numbers)], np.bool_)
    steps = np.diff(left)
    for n, amount in read.items():
        if _explain(amount[1:], steps, same) and (amount[1:][same] < 0).any():
            return amount, {"amount": n}
    for one, other in permutations(read, 2):
        amount = np.nan_to_num(read[one]) - np.abs(np.nan_to_num(read[other]))
        amount[np.isnan(read[one]) & np.isnan(read[other])] = np.nan
        if _explain(amount[1:], steps, same):
            return amount, {"comes": one, "amount": other}
    return None


def _explain(amount: Numbers, steps: Numbers, same: NDArray[np.bool_]) -> bool:
    tells = same & np.isfinite(amount) & (amount != 0)
    if tells.sum() < FEWEST:
        return False
    near = np.abs(amount - steps) <= NEAR * np.maximum(1.0, np.abs(steps))
    return bool(near[tells].mean() >= MOSTLY)
