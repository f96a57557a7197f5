"""A list of parts before anything is done to it: what is bought, and what the list must give when it is read."""

import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from tests.workbooks.composed_books import Book, Cell, Shown, chance
from tests.workbooks.random_list import COUNTRIES

LANGUAGES = ("en", "de", "fr", "es", "it", "ja", "zh", "ko")
COMMA = frozenset(("de", "fr", "es", "it"))
CONTAINERS = ("xlsx", "xlsx", "xlsx", "xls", "ods", "csv", "csv", "tsv")
TEXTS = frozenset(("csv", "tsv"))
NUMBERS = (
    "quantity",
    "annual_quantity",
    "unit_price",
    "unit_mass_g",
    "lead_time_days",
    "stock_on_hand",
)
DECIMALS = {"unit_price": 2, "unit_mass_g": 1, "line_total": 2}
FIRMS = ("Ningbo Hengci Magnet Co., Ltd.", "Müller Feinmechanik GmbH", "TDK Corporation", "Bosch Rexroth AG",
         "Shenzhen Yuanli Electronics", "Acme Fasteners Inc.")  # fmt: skip
Truth = dict[str, Any]
"""Fact to its value, a frozenset where several are right, None where none may be given. ``offers``: supplier,
price and days of each of several; ``also``: texts that the description must hold besides."""


@cache
def words(language: str) -> Mapping[str, Sequence[str]]:
    """Key to the texts of a language."""
    found: dict[str, dict[str, list[str]]] = {}
    lines = Path(__file__).with_name("composed_words.txt").read_text(encoding="utf-8").splitlines()
    for line in lines[1:]:
        if line.startswith("## "):
            said = found.setdefault(line[3:], {})
        else:
            key, *texts = (text.strip() for text in line.split(" | "))
            said[key] = texts
    return found[language]


@dataclass
class Column:
    """``cells``: one a part. ``unit`` is said somewhere in the heading. ``group``: what stands over it."""

    key: str
    head: str
    cells: list[Cell]
    unit: str = ""
    group: str = ""


@dataclass(eq=False)
class Line:
    """A row of the list: column key to cell. ``part``: which one, None for rows that are none."""

    cells: dict[str, Cell]
    part: int | None = None


@dataclass
class Table:
    """A list in the making. ``spans``: column key, first and last line of a cell merged downwards."""

    seed: str
    language: str
    container: str
    columns: list[Column]
    truths: list[Truth]
    lines: list[Line] = field(default_factory=list)
    heading: list[dict[str, str]] = field(default_factory=list)
    optional: set[str] = field(default_factory=set)
    spans: list[tuple[str, Line, Line]] = field(default_factory=list)
    wide: list[Line] = field(default_factory=list)
    hidden: list[Line] = field(default_factory=list)
    hidden_keys: set[str] = field(default_factory=set)
    heading_spans: list[tuple[int, str, int, str]] = field(default_factory=list)
    above: list[list[Cell]] = field(default_factory=list)
    below: list[list[Cell]] = field(default_factory=list)
    beside: list[tuple[int, int, list[list[Cell]]]] = field(default_factory=list)
    """Rows below the heading, empty columns between, and what stands there."""
    left: int = 0
    is_turned: bool = False
    separator: str = ";"
    encoding: str = "utf-8"

    @property
    def words(self) -> Mapping[str, Sequence[str]]:
        """Texts of the language."""
        return words(self.language)

    @property
    def is_text(self) -> bool:
        """Whether it becomes a text file, which knows no formats and no merged cells."""
        return self.container in TEXTS

    def draws(self, name: str) -> random.Random:
        """Draws of one defect, whatever the others drew."""
        return chance(self.seed, name)

    def column(self, key: str) -> Column | None:
        """The column of a fact."""
        return next((c for c in self.columns if c.key == key), None)

    def has(self, *keys: str) -> bool:
        """Whether all these columns are there."""
        return all(self.column(key) is not None for key in keys)

    def after(self, key: str, new: Sequence[Column]) -> None:
        """Puts columns behind another, or at the end."""
        at = next((n for n, c in enumerate(self.columns) if c.key == key), len(self.columns) - 1)
        self.columns[at + 1 : at + 1] = new

    def written(self, value: float, decimals: int, grouped: bool = False) -> str:
        """A number as the land writes it."""
        text = f"{value:,.{decimals}f}" if grouped else f"{value:.{decimals}f}"
        swap = str.maketrans(",.", ".,")
        return text.translate(swap) if self.language in COMMA else text

    def number(self, value: float) -> str:
        """A number in a text file."""
        text = str(int(value)) if float(value).is_integer() else f"{round(value, 6)}"
        return text.replace(".", ",") if self.language in COMMA else text


def base(seed: str) -> Table:
    """A plain list: what it is of, in which language and container, by the seed alone."""
    draws = chance(seed, "base")
    language = draws.choice(LANGUAGES)
    container = draws.choice(CONTAINERS)
    said, count = words(language), draws.randint(7, 18)
    truths = [_part(draws, language, n) for n in range(count)]
    optional = ["mpn", "manufacturer", "supplier", "country_of_origin", "hs_code", "unit_price", "unit_mass_g",
                "lead_time_days", "stock_on_hand", "unit"]  # fmt: skip
    chosen = draws.sample(optional, draws.randint(3, 7))
    counted = draws.choice(("quantity", "quantity", "annual_quantity"))
    rest = [*chosen, counted]
    draws.shuffle(rest)
    keys = ["part_number", "description", *rest]
    if draws.random() < 0.2:
        keys[:2] = ["description", "part_number"]
    one_currency = draws.choice(("EUR", "USD", "CNY"))
    if "unit_price" in keys and draws.random() < 0.6:
        keys.insert(keys.index("unit_price") + 1, "currency")
    for truth in truths:
        truth["currency"] = one_currency if "unit_price" in keys else None
        for key in (k for k in list(truth) if k not in keys):
            del truth[key]
    columns = [_column(draws, said, key, truths, language) for key in keys]
    price = next((c for c in columns if c.key == "unit_price"), None)
    if price is not None and "currency" not in keys:
        price.unit = one_currency
        for truth in truths:
            truth["currency"] = one_currency
    table = Table(seed, language, container, columns, truths)
    _envelope(table, draws)
    return table


def _part(draws: random.Random, language: str, number: int) -> Truth:
    said = words(language)
    kind = draws.choice(("A-{0:04d}", "{0:05d}.{1}", "MX{0}-{1}", "7{0:06d}", "K {0:03d} {1:02d}"))
    size = draws.choice(("D{0}x{1}", "M{0}x{1}", "{0}x{1}x5 mm", "Typ {0}/{1}", "No. {0}{1}"))
    return {
        "part_number": kind.format(100 + 37 * number + draws.randint(0, 30), draws.randint(1, 99)),
        "description": f"{draws.choice(said['goods'])} {size.format(number + 3, draws.randint(10, 99))}",
        "mpn": f"{draws.choice(('NX', 'GRM', 'RK', 'TLV'))}{draws.randint(100, 999)}{draws.choice('ABCDEF')}{number}",
        "manufacturer": draws.choice(("TDK", "Murata", "Vishay", "Würth Elektronik", "VACUUMSCHMELZE")),
        "supplier": draws.choice(FIRMS),
        "country_of_origin": draws.choice(("CN", "CN", "DE", "JP", "US", "VN")),
        "hs_code": draws.choice(("85051110", "73181588", "85030099", "40169300", "76042990")),
        "quantity": float(draws.choice((1, 2, 4, 10, 25, 120, 500, 1200, 2500, 12000)) + number),
        "annual_quantity": float(draws.choice((40, 250, 1000, 4800, 12500, 96000)) + 3 * number),
        "unit_price": draws.randint(4, 99_999) / 100,
        "unit_mass_g": draws.randint(5, 25_000) / 10,
        "lead_time_days": float(draws.choice((7, 10, 21, 35, 45, 60, 90)) + number % 3),
        "stock_on_hand": float(draws.choice((0, 12, 140, 900, 5400)) + number),
        "unit": "pcs",
    }  # fmt: skip


def _column(
    draws: random.Random,
    said: Mapping[str, Sequence[str]],
    key: str,
    truths: Sequence[Truth],
    language: str,
) -> Column:
    values: list[Cell] = [truth[key] for truth in truths]
    if key == "country_of_origin":
        spelt = COUNTRIES[language] if draws.random() < 0.6 else {}
        values = [spelt.get(str(v), str(v)) for v in values]
    if key == "unit":
        values = [said["pieces"][0]] * len(truths)
        for truth in truths:
            del truth["unit"]
    values = [int(v) if isinstance(v, float) and v.is_integer() else v for v in values]
    unit = {"unit_mass_g": "g", "lead_time_days": said["days"][0]}.get(key, "")
    return Column(key, draws.choice(said[key]), values, unit)


def _envelope(table: Table, draws: random.Random) -> None:
    codes = {"ja": "shift_jis", "zh": "gb18030", "ko": "euc_kr"}.get(table.language, "cp1252")
    table.separator = "\t" if table.container == "tsv" else draws.choice((";", ";", ",", "|"))
    table.encoding = draws.choice(("utf-8", "utf-8-sig", "utf-16", codes))


def texts_of(table: Table, key: str, write: Callable[[float], str]) -> None:
    """Turns the numbers of a column into text."""
    column = table.column(key)
    if column is not None:
        column.cells = [write(v) if isinstance(v, (int, float)) else v for v in column.cells]


def value_of(cell: Cell) -> float:
    """The number in a cell."""
    return (
        cell.value
        if isinstance(cell, Shown)
        else float(cell)
        if isinstance(cell, (int, float))
        else 0.0
    )


def lay_out(table: Table) -> Book:
    """The table and all round it on a sheet."""
    return _turned(table) if table.is_turned else _upright(table)


def _upright(table: Table) -> Book:
    book, keys = Book(), [column.key for column in table.columns]
    at = {key: table.left + n for n, key in enumerate(keys)}
    _put(book, table.above, 0, 0)
    first = len(table.above)
    for n, heads in enumerate(table.heading):
        for key, text in heads.items():
            if text:
                book.cells[first + n, at[key]] = text
    for top, left, bottom, right in table.heading_spans:
        book.merged.append((first + top, at[left], first + bottom, at[right]))
    start = first + len(table.heading)
    place = {id(line): start + n for n, line in enumerate(table.lines)}
    for line in table.lines:
        for key, cell in line.cells.items():
            if cell is not None:
                book.cells[place[id(line)], at[key]] = cell
    book.merged += [(place[id(a)], at[key], place[id(b)], at[key]) for key, a, b in table.spans]
    book.merged += [
        (place[id(x)], table.left, place[id(x)], table.left + len(keys) - 1) for x in table.wide
    ]
    book.hidden_rows = {place[id(line)] for line in table.hidden}
    book.hidden_columns = {at[key] for key in table.hidden_keys}
    beside = table.left + len(keys)
    for down, gap, rows in table.beside:
        _put(book, rows, first + down, beside + gap)
        beside += gap + max(map(len, rows))
    _put(book, table.below, start + len(table.lines), table.left)
    return book


def _turned(table: Table) -> Book:
    book = Book()
    _put(book, table.above, 0, 0)
    first = len(table.above)
    for n, column in enumerate(table.columns):
        head = table.heading[0].get(column.key, "")
        book.cells[first + n, table.left] = head or column.head
        for part, cell in enumerate(column.cells):
            if cell is not None:
                book.cells[first + n, table.left + 1 + part] = cell
    return book


def _put(book: Book, rows: Sequence[Sequence[Cell]], down: int, right: int) -> None:
    for r, row in enumerate(rows):
        for c, cell in enumerate(row):
            if cell is not None and cell != "":
                book.cells[down + r, right + c] = cell
