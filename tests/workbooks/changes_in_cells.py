"""What may be done to the cells of a list without changing its answer: headings and figures said otherwise."""

import csv
import random
import re
from collections.abc import Callable, Mapping
from datetime import datetime
from functools import cache
from typing import cast

from desktop_app.intake.values import is_unit
from desktop_app.paths import shipped
from tests.workbooks.changes import Case, Change, Changed, same
from tests.workbooks.desk_lists import Cell

LANGUAGES = ("de", "en", "es", "fr", "it", "ja", "ko", "zh")
MEASURED = frozenset(("unit_mass", "lead_time_days", "consumption_monthly", "price_unit"))
"""Fields whose headings say a unit; another heading of the field may say another."""
FOOTNOTES = {"bracket": " 1)", "brackets": " (1)", "raised": "\u00b9", "star": " *)", "stars": "**"}
TRANSLATED = 0.75
MONEY = re.compile(r"[(\[（/€$£¥円元원]|RMB|USD|EUR", re.IGNORECASE)
"""Headings that say more than their field, such as a currency."""
COUNTED = frozenset(("quantity", "stock_on_hand"))


def _headings(case: Case, new: Callable[[int, str], str]) -> Changed:
    """The list with other texts in its (last) line of headings."""
    cells = [list(line) for line in case.cells]
    line = cells[case.heading - 1]
    for place, value in enumerate(line):
        if isinstance(value, str) and value.strip():
            line[place] = new(place + 1, value)
    return same(case, cells)


def _each_heading(new: Callable[[str], str]) -> Change:
    return lambda case, _: _headings(case, lambda _, text: new(text))


def footnote(mark: str) -> Change:
    """One heading has the mark of a footnote."""

    def change(case: Case, chance: random.Random) -> Changed | None:
        used = sorted(c for c, name in case.fields.items() if name is not None)
        if not used:
            return None
        marked = chance.choice(used)
        return _headings(case, lambda c, text: f"{text}{mark}" if c == marked else text)

    return change


def bilingual(joint: str) -> Change:
    """Every known heading followed by one of the same field in another language; not by one that says a unit
    beside it, as "Menge, Pz" does."""

    def change(case: Case, chance: random.Random) -> Changed:
        language = chance.choice(LANGUAGES)

        def both(column: int, text: str) -> str:
            other = _another(case, column, text, language, chance)
            return text if other is None or is_unit(other) else f"{text}{joint}{other}"

        return _headings(case, both)

    return change


def in_language(language: str) -> Change:
    """Every heading whose field has words in the language said in one of them."""

    def change(case: Case, chance: random.Random) -> Changed | None:
        made = _headings(
            case, lambda column, text: _another(case, column, text, language, chance) or text
        )
        pairs = zip(case.cells[case.heading - 1], made.listed.cells[case.heading - 1], strict=True)
        told = [(old, new) for old, new in pairs if isinstance(old, str)]
        # Half a line in each of two languages is no line of headings.
        is_told = sum(old != new for old, new in told) >= TRANSLATED * len(told)
        return made if is_told else None

    return change


def _another(
    case: Case, column: int, text: str, language: str, chance: random.Random
) -> str | None:
    """Another heading of the column's field; None where that one is not known by its heading alone."""
    name = case.fields.get(column)
    own = {key for key, value in fields_of_headings().items() if name in value}
    if name is None or name in MEASURED or plain(text) not in own or MONEY.search(text):
        return None
    words = [word for word in words_of(language).get(name, ()) if not MONEY.search(word)]
    return chance.choice(words) if words else None


def plain(text: str) -> str:
    return " ".join(text.casefold().split())


@cache
def words_of(language: str) -> Mapping[str, tuple[str, ...]]:
    """Field to headings, as the shipped table of a language has them; those of one field alone."""
    found: dict[str, list[str]] = {}
    for name, heading in _rows(language):
        if len(fields_of_headings()[plain(heading)]) == 1:
            found.setdefault(name, []).append(heading)
    return {name: tuple(words) for name, words in found.items()}


@cache
def fields_of_headings() -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for language in LANGUAGES:
        for name, heading in _rows(language):
            found.setdefault(plain(heading), set()).add(name)
    return {heading: frozenset(names) for heading, names in found.items()}


@cache
def _rows(language: str) -> tuple[tuple[str, str], ...]:
    with shipped("resources", "headings", f"{language}.csv").open(encoding="utf-8") as stream:
        return tuple((row["field"], row["heading"]) for row in csv.DictReader(stream))


def heading_in_two_lines(case: Case, _: random.Random) -> Changed | None:
    """Headings of several words stand in two cells below one another, those of one in the upper."""
    if case.first_heading != case.heading:
        return None
    cells = [list(line) for line in case.cells]
    upper, lower = cells[case.heading - 1], [None] * case.width
    below: list[Cell] = list(lower)
    for place, value in enumerate(upper):
        words = value.split() if isinstance(value, str) else []
        if len(words) > 1:
            upper[place], below[place] = words[0], " ".join(words[1:])
    if sum(cell is not None for cell in below) < 2:
        return None
    cells.insert(case.heading, below)
    rows = {row: row + (row >= case.heading) for row in range(1, len(case.cells) + 1)}
    made = same(case, cells)
    return Changed(made.listed, rows, made.columns)


def _values(case: Case, new: Callable[[int, Cell], Cell], **more: frozenset[str]) -> Changed | None:
    """The list with other cells below its headings; None where that changes none."""
    cells = [list(line) for line in case.cells]
    for line in cells[case.first - 1 : case.last]:
        for place, value in enumerate(line):
            line[place] = new(place + 1, value)
    return same(case, cells, **more) if cells != case.cells else None


def _each_text(new: Callable[[str], Cell]) -> Change:
    return lambda case, _: _values(case, lambda _, v: new(v) if isinstance(v, str) and v else v)


def apostrophes(case: Case, _: random.Random) -> Changed | None:
    """The sign by which a person keeps digits as text, copied into the cells of numbers of parts."""
    named = {c for c, name in case.fields.items() if name in ("part_number", "mpn", "hs_code")}
    return _values(case, lambda c, v: f"'{v}" if c in named and isinstance(v, str) else v)


def numbers_as_text(case: Case, _: random.Random) -> Changed | None:
    return _values(case, lambda _, v: _plain_number(v) if isinstance(v, float) else v)


def numbers_with_comma(case: Case, _: random.Random) -> Changed | None:
    """Figures as text with a decimal comma; only where some show which sign that is."""
    if not _shows_its_sign(case):
        return None
    return _values(
        case, lambda _, v: _plain_number(v).replace(".", ",") if isinstance(v, float) else v
    )


def grouped(mark: str, decimal: str) -> Change:
    """Figures as text with their thousands apart; only where some have such and decimals."""

    def change(case: Case, _: random.Random) -> Changed | None:
        if not _shows_its_sign(case):
            return None
        names = {c for c, name in case.fields.items() if name in ("unit_price", "annual_spend")}
        return _values(case, lambda c, v: _group(v) if c in names and isinstance(v, float) else v)

    def _group(value: float) -> str:
        text = f"{value:,.2f}" if round(value, 2) == value else f"{value:,}"
        return text.replace(",", "\0").replace(".", decimal).replace("\0", mark)

    return change


def _shows_its_sign(case: Case) -> bool:
    """No figure can be read in two ways: none has three decimals or, as text, a group of three digits."""
    texts = (v for row in case.cells for v in row if isinstance(v, str))
    if any(re.search(r"\d[.,]\d{3}(?!\d)|\d\.\d{4}", text) for text in texts):
        return False
    for column in case.fields:
        values = [case.cell(row, column) for row in sorted(case.parts)]
        parts = [
            _plain_number(v).partition(".")[2] for v in values if isinstance(v, float) and v % 1
        ]
        if any(len(part) == 3 for part in parts):
            return False
    return True


def _plain_number(value: float) -> str:
    return str(int(value)) if value == int(value) else str(value)


def prices_with_sign(case: Case, _: random.Random) -> Changed | None:
    """Each price with the code of the currency beside it."""
    prices = [c for c, name in case.fields.items() if name == "unit_price"]
    codes = [c for c, name in case.fields.items() if name == "currency"]
    if len(prices) != 1 or len(codes) != 1:
        return None
    cells = [list(line) for line in case.cells]
    for row in case.parts:
        value, code = case.cell(row, prices[0]), case.cell(row, codes[0])
        if isinstance(value, float) and isinstance(code, str):
            cells[row - 1][prices[0] - 1] = f"{value:.4f} {code}"
    return same(case, cells) if cells != case.cells else None


def quantities_in_pieces(case: Case, _: random.Random) -> Changed | None:
    counted = {c for c, name in case.fields.items() if name in COUNTED}
    if any(name == "unit" for name in case.fields.values()):
        return None
    return _values(
        case,
        lambda c, v: f"{_plain_number(v)} pcs" if c in counted and isinstance(v, float) else v,
        ignoring=frozenset(("unit",)),
    )


def days_as_cells(case: Case, _: random.Random) -> Changed | None:
    """Days that are written as text become days of the workbook."""
    if case.listed.container != "xlsx":
        return None
    # A day is no cell of our lists, and one of a workbook.
    return _values(case, lambda _, v: cast(Cell, _day(v)) or v)


def days_with_points(case: Case, _: random.Random) -> Changed | None:
    def new(_: int, value: Cell) -> Cell:
        day = _day(value)
        return value if day is None else f"{day:%d.%m.%Y}"

    return _values(case, new)


def _day(value: Cell) -> datetime | None:
    if not isinstance(value, str) or not re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
        return None
    return datetime.fromisoformat(value)


def units_in_headings(case: Case, _: random.Random) -> Changed | None:
    if any(name == "unit" for name in case.fields.values()):
        return None
    made = _headings(
        case, lambda c, text: f"{text} (pcs)" if case.fields.get(c) in COUNTED else text
    )
    if made.listed == case.listed:
        return None
    return Changed(made.listed, made.rows, made.columns, frozenset(("unit",)))


IN_CELLS: Mapping[str, Change] = {
    "heading_line_breaks": _each_heading(lambda text: text.replace(" ", "\n", 1)),
    "heading_colons": _each_heading(lambda text: f"{text}:"),
    "heading_stars": _each_heading(lambda text: f"{text}*"),
    "heading_stars_before": _each_heading(lambda text: f"* {text}"),
    "heading_capitals": _each_heading(str.upper),
    "heading_small": _each_heading(str.lower),
    "heading_spaces": _each_heading(lambda text: f"  {text.replace(' ', '  ')} "),
    "heading_no_break_spaces": _each_heading(lambda text: text.replace(" ", "\u00a0")),
    "heading_underscores": _each_heading(lambda text: text.replace(" ", "_")),
    "heading_numbered": lambda case, _: _headings(case, lambda c, text: f"{c}. {text}"),
    **{f"footnote_{name}": footnote(mark) for name, mark in FOOTNOTES.items()},
    "bilingual_slash": bilingual(" / "),
    "bilingual_line": bilingual("\n"),
    **{f"headings_{language}": in_language(language) for language in LANGUAGES},
    "values_trailing_spaces": _each_text(lambda text: f"{text}  "),
    "values_no_break_space": _each_text(lambda text: f"{text}\u00a0"),
    "numbers_of_parts_with_apostrophes": apostrophes,
    "values_line_end": _each_text(lambda text: f"{text}\n"),
    "grouped_comma": grouped(",", "."),
    "grouped_point": grouped(".", ","),
    "grouped_space": grouped(" ", ","),
    "grouped_no_break_space": grouped("\u00a0", ","),
    "grouped_narrow_space": grouped("\u202f", ","),
    "grouped_swiss": grouped("'", "."),
    "grouped_swiss_curled": grouped("\u2019", "."),
    **{
        made.__name__: made
        for made in (
            heading_in_two_lines, numbers_as_text, numbers_with_comma, prices_with_sign,
            quantities_in_pieces, days_as_cells, days_with_points, units_in_headings,
        )
    },
}  # fmt: skip
