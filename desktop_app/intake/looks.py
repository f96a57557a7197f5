"""What the cells of a column are like, whatever its heading says."""

import math
import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from desktop_app.intake.answer_words import is_answer
from desktop_app.intake.dates import date_of, is_day
from desktop_app.intake.first_cells import LONGEST_BLANK, FirstCells, first_filled
from desktop_app.intake.grid import Column, Grid, Value
from desktop_app.intake.kind_words import words_of_kind
from desktop_app.intake.lead_times import range_of
from desktop_app.intake.line_keys import (
    ELECTRIC,
    are_keys,
    are_mixed_lines,
    are_padded,
    is_single,
    key_behind,
)
from desktop_app.intake.make_or_buy import says_make_or_buy
from desktop_app.intake.measures import days_factor, mass_of_unit, unit_behind
from desktop_app.intake.numbers import number_of
from desktop_app.intake.places_of_origin import origin_of
from desktop_app.intake.planned_lists import bare, words_of
from desktop_app.intake.thousands_of_pieces import are_codes_of_pieces, pieces_in
from desktop_app.intake.tree_places import is_nested, is_tree
from desktop_app.intake.values import cas_of, country_of, currency_of, hs_of, is_unit

SEARCHED = 20_000
FULL_ROWS = 0.75
"""Of the rows with several cells, the one this far up says how full the full rows are. Own judgement."""

TRUTHS = frozenset(("true", "false"))
_WORDS = re.compile(r"[^\W\d_]{3,}|[\u3040-\u9fff\uac00-\ud7af]{2,}")
_CODE = re.compile(
    r"(?=[^\s]*\d)(?!\d+\.\d+-\d+\.\d+$|(\d{1,3}\.){3}\d{1,3}\b)[\w][\w\-./+#:,]{2,39}"
)
"""Letters, figures and signs with a figure among them; no range such as 1.17-1.22, no network address."""
_STEEL = re.compile(r"[1-9][.,]\d{3,4}(\.\d{1,2})?")
"""A zero at the end is lost where the number was typed as one."""
BRIEF = 2
_LINK = re.compile(r"https?://|www\.|\w\.(com|de|fr|cn|jp|kr|org|net|io|eu|co\.uk)(/|$)", re.I)
_DESIGNATORS = re.compile(
    r"(?!.*\d-\d+-\d|.*[A-Z]_?(?:\d{4}-\d{1,3}|\d{3}-\d\d?|\d\d-\d|\d\d?-\d{3})(?!\d))"
    r"[A-Z]{1,4}_?\d{1,4}((?:[\s,;\-]+|\.\s*(?=[\sA-Z]))(?:[A-Z]{1,4}_?\d|[1-9])\d{0,3})*[\s,;.]*",
    re.I,
)
"""Places on a board; in a range such as R1-4 the second is no shorter and not much longer, and A8484-766-95
is none."""
_GRADE = re.compile(
    r"N\d{2}(M|H|SH|UH|EH|AH|TH)?|\d{2}(M|H|SH|UH|EH|AH|TH)|(YX|XG|YXG|XGS|SMCO ?|Y)\d{2}[\w]{0,3}"
    r"|SM2?CO\w*|BN[DPI]?-?\d+\w*|ALNICO.*|N\d{2}[A-Z]{0,2}[-/ ].*|G\d{2}(SH|UH|EH|AH)T?|N\d{4}"
    r"|(NMX|NEOMAX|VACODYM|VACOMAX|NEOREC|RECOMA|SHIN-ETSU|MQP|MQ[123]|REFEB|RE2?CO\d+|LNGT?)(?![A-Z]{3}).*",
    re.IGNORECASE,
)


def says_grade(text: str) -> bool:
    """Whether one of the words of a text may be the grade of a magnet: "Magnet N42"."""
    return any(map(_GRADE.fullmatch, text.split()))


_SHARED_GRADE = re.compile(r"N(?!3\d|4\d|5[0-6])\d{2}|N\d{4}|Y\d{2}", re.IGNORECASE)
"""Of these what a whole list may have in common that is no magnet: tax codes such as N20 and N81."""
_ORDER_NUMBER = re.compile(r"C\d{4,8}|[\w./+\-]+-(ND|CT|TR|DKR)|\d{3}-[\w./+\-]{4,}|\d{6,}")
"""Numbers of shops, such as C25804 and 296-1395-5-ND."""


class Look:
    """Of the filled cells looked at: how many there are, and which share is what, 0..1. Each is found out
    when it is first asked for.

    ``lines``: numbers that count up one by one from the top, perhaps anew for each order.
    ``tariff``: customs numbers that can be nothing else. ``nested``: places in a tree, such as 1,
    1.1, 1.1.1. ``filling``: share of rows filled. ``tens``: nothing but 10, 20, 30, as orders number
    their items.
    """

    filled: int
    filling: float
    numeric: float
    whole: float
    country: float
    origin: float
    customs: float
    tariff: float
    cas: float
    currency: float
    words: float
    distinct: float
    code: float
    day: float
    link: float
    designator: float
    grade: float
    unit: float
    lines: bool
    nested: bool
    tree: bool
    """The same where some come again."""
    mass_unit: float
    price_units: bool
    price_codes: bool
    """Letters for how many a price is for, of which one can be no unit."""
    shop: float
    order_number: float
    many: float
    """Of the units those that are many pieces, such as 1000 St, and may be what a price is for."""
    common_code: float
    """Of the grades those that may as well be the code of a tax or a group."""
    zero: bool
    """Nothing but zeros."""
    tens: bool
    span: float
    """Delivery times with their unit, such as "4-6 weeks"."""
    timed: float
    """The same, each with its unit; "1.17-1.22" may be a range of anything."""
    single: float
    """Cells of one word."""
    mixed: bool
    """Numbers of lines in another order: the list was sorted by something else."""
    keys: bool
    """INV-001, INV-002, INV-003: the same front and numbers that count from 1, as records are numbered."""
    goods: float
    """Words for a kind of goods, such as "raw material"."""
    sourcing: float
    """Words for how a part is come by, such as "purchased"."""
    truth: float
    """True and false, as databases write yes and no."""
    answer: float
    """Yes and no, in any language."""
    figured: float
    """Texts with a figure in them, such as "KW 45" and "mid of 2027"."""
    steel: float
    """Numbers of materials such as 1.2312 (EN 10027-2)."""
    keyed: float
    """Texts with their key in brackets behind them, such as "Torque motor (TG0012)"."""
    below_1000: float
    """Whole numbers of up to three figures."""
    brief: float
    """Cells of one or two signs of the Latin script."""
    lettered: float
    """Cells with a letter of any script in them."""
    time_unit: float
    """Units of time and nothing else."""
    counted: float
    """Numbers with a unit behind, such as "2 pcs"."""
    levels: bool
    """Depths in a tree: whole numbers from 0 or 1 on that deepen by one at most."""
    rising: bool
    """Whole numbers that only rise, from one of the first ten: lines of which some were left out."""
    flags: bool  # nothing but 0 and 1
    electric: float  # amounts of electricity, such as "230V" and "1A~"
    padded: bool  # SP001, SP014: the same letters before numbers that noughts fill up

    def __init__(self, cells: FirstCells) -> None:
        self._cells = cells

    if not TYPE_CHECKING:  # or any misspelt name would pass

        def __getattr__(self, name):
            if name not in _SEEN:
                raise AttributeError(name)
            found = self.__dict__[name] = _SEEN[name](self._cells)
            return found


@cache
def _shops() -> "re.Pattern[str]":
    """A text that begins with one of the shops and distributors that lists of parts to buy name most."""
    words = sorted(words_of_kind("shop"), key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(map(re.escape, words))})\b.*", re.IGNORECASE)


def full_rows(grid: Grid, start: int, end: int) -> NDArray[np.intp]:
    """Positions of the first rows that are about as full as the list: no notes and no sums."""
    filled = grid.filled_per_row[start:end][:SEARCHED]
    usual = np.median(filled[filled > 1]) if (filled > 1).any() else 1
    # What follows the last full row is what a short list is summed up and closed with.
    full = np.quantile(filled[filled > 1], FULL_ROWS) if (filled > 1).any() else 1
    last = int(np.flatnonzero(filled >= full / 2)[-1]) + 1 if len(filled) else 0
    return np.flatnonzero(filled[:last] >= min(usual, max(2, usual / 2))) + start


def look_at(column: Column, rows: NDArray[np.intp]) -> Look:
    """Looks at the first filled cells that a column has in these rows."""
    return Look(first_filled(column, rows))


PRICE_UNITS = (1.0, 10.0, 100.0, 1000.0)

_SEEN: Mapping[str, Callable[[FirstCells], Any]] = {
    "filled": lambda c: len(c.filled),
    "filling": lambda c: len(c.filled) / max(1, c.seen),
    "numeric": lambda c: c.share(_is_number),
    "whole": lambda c: c.share(lambda v: float(number_of(v, False)).is_integer()),
    "country": lambda c: c.share(country_of),
    "origin": lambda c: c.share(origin_of),
    "customs": lambda c: c.share(hs_of),
    "tariff": lambda c: c.share(_is_tariff),
    "cas": lambda c: c.share(cas_of),
    "currency": lambda c: c.share(lambda v: isinstance(v, str) and len(v) < 12 and currency_of(v)),
    "words": lambda c: c.holding(_WORDS),
    "distinct": lambda c: len(set(c.texts)) / c.count,
    "code": lambda c: c.matching(_CODE),
    "day": lambda c: c.share(is_day),
    "link": lambda c: c.holding(_LINK),
    "designator": lambda c: 0.0 if _are_numbers(c.texts) else c.matching(_DESIGNATORS),
    "grade": lambda c: c.matching(_GRADE),
    "unit": lambda c: c.share(lambda v: isinstance(v, str) and _is_any_unit(v)),
    "many": lambda c: c.share(lambda v: isinstance(v, str) and pieces_in(v) is not None),
    "lines": lambda c: _counts_up(c.filled),
    "nested": lambda c: is_nested(c.texts),
    "tree": lambda c: is_tree(c.texts),
    "mass_unit": lambda c: c.share(lambda v: mass_of_unit(v) is not None),
    "counted": lambda c: c.share(lambda v: unit_behind(v) is not None),
    "time_unit": lambda c: c.share(lambda v: isinstance(v, str) and _is_time(v)),
    "price_units": lambda c: (
        bool(c.filled)
        and all(_is_number(v) and number_of(v, None) in PRICE_UNITS for v in c.filled)
    ),
    "price_codes": lambda c: are_codes_of_pieces(c.texts),
    "shop": lambda c: c.matching(_shops()),
    "order_number": lambda c: c.matching(_ORDER_NUMBER),
    "common_code": lambda c: c.matching(_SHARED_GRADE),
    "zero": lambda c: bool(c.filled) and all(number_of(v, None) == 0 for v in c.filled),
    "tens": lambda c: _are_tens(c.filled),
    "rising": lambda c: _rises(c.filled),
    "mixed": lambda c: are_mixed_lines(c.filled),
    "levels": lambda c: _deepens(c.filled),
    "span": lambda c: c.share(lambda v: range_of(v) is not None),
    "timed": lambda c: c.share(_is_timed),
    "single": lambda c: sum(map(is_single, c.texts)) / c.count,
    "keys": lambda c: are_keys(c.texts),
    "goods": lambda c: sum(bare(text) in words_of("kind_of_goods") for text in c.texts) / c.count,
    "sourcing": lambda c: sum(map(says_make_or_buy, c.texts)) / c.count,
    "answer": lambda c: c.share(lambda v: isinstance(v, str) and is_answer(v)),
    "truth": lambda c: c.share(lambda v: str(v).casefold() in TRUTHS),
    "figured": lambda c: sum(any(map(str.isdigit, text)) for text in c.texts) / c.count,
    "steel": lambda c: c.matching(_STEEL),
    "lettered": lambda c: sum(any(map(str.isalpha, text)) for text in c.texts) / c.count,
    "keyed": lambda c: sum(key_behind(text) is not None for text in c.texts) / c.count,
    "below_1000": lambda c: c.share(lambda v: number_of(v, None) in range(1000)),
    "flags": lambda c: bool(c.filled) and all(number_of(v, None) in (0, 1) for v in c.filled),
    "electric": lambda c: c.holding(ELECTRIC),
    "padded": lambda c: are_padded(c.texts),
    "brief": lambda c: sum(len(text) <= BRIEF and text.isascii() for text in c.texts) / c.count,
}
"""How each is found out. A column is asked for few of them, and each takes a pass over its cells."""


def _is_number(value: Value) -> bool:
    """A number and no unit in words: 千 is a number, 千克 is a kilogram and 千个 what amounts count in."""
    is_in_words = isinstance(value, str) and not any(map(str.isdecimal, value))
    return not math.isnan(number_of(value, False)) and not (
        is_in_words and _is_any_unit(str(value))
    )


def _is_any_unit(text: str) -> bool:
    return is_unit(text) or pieces_in(text) is not None


_LONG_NUMBER = re.compile(r"([A-Z]{1,4})_?\d{4}", re.IGNORECASE)


def _are_numbers(texts: Sequence[str]) -> bool:
    """M2001, M2002, M2003: four digits behind the same letter in every cell number parts; a board has
    more kinds of places than one."""
    found = [_LONG_NUMBER.fullmatch(text) for text in texts]
    letters = {match[1].upper() for match in found if match is not None}
    return bool(found) and all(found) and len(letters) == 1


MOSTLY = 0.8
"""Share of line numbers that are numbers: an example line may say so instead. Own judgement."""


def _is_tariff(value: Value) -> bool:
    """A customs number that can hardly be another number: 8 or 10 digits of a chapter of what is no food,
    of which the headings count from 01. The orders of SAP, 4500012345, are in no heading, and most other
    numbers of papers, 10012345, would be cereals."""
    digits = hs_of(value)
    if digits is None or len(digits) not in (8, 10) or _ODD_GROUP.match(str(value).strip()):
        return False
    if is_day(value) or _is_day(digits):
        return False
    return FIRST_OF_GOODS <= int(digits[:2]) <= LAST_CHAPTER and digits[2:4] != "00"


def _is_day(digits: str) -> bool:
    """20260128: nobody buys parts of chapter 19 or 20, which is food."""
    year, month, day = int(digits[:4]), int(digits[4:6]), int(digits[6:8])
    return len(digits) == 8 and 1990 <= year <= 2099 and 1 <= month <= 12 and 1 <= day <= 31


_ODD_GROUP = re.compile(r"(\d{1,3}|\d{5}|\d{7})(?<!^\d\d)\D")
"""515.51513: the parts of a customs number have two digits each."""
FIRST_OF_GOODS, LAST_CHAPTER = 25, 97
"""Chapters of the Harmonized System of the World Customs Organization."""


_LONE_LETTER = re.compile(r"(?<![^\W\d_])[A-Za-ce-z]\s*$")
"""One Latin letter behind a number, other than the d of days."""


def _is_timed(value: Value) -> bool:
    """A time with its unit, which is written in letters: but 60 W are watts as well as weeks, 20T teeth as well
    as days, and 5M metres as well as months."""
    is_text = isinstance(value, str) and value.strip()[-1:].isalpha()
    is_text = is_text and _LONE_LETTER.search(str(value)) is None
    return is_text and days_factor(str(value)) is not None and range_of(value) is not None


def _is_time(text: str) -> bool:
    is_word = len(text) < LONGEST_BLANK and text.strip().isalpha()
    return is_word and days_factor(text) is not None and date_of(text, True) is None


def _counts_up(cells: list[Value]) -> bool:
    """1, 2, 3 or 10, 20, 30: the numbers of the lines, not of the parts."""
    read = [number_of(cell, False) for cell in cells]
    numbers = [number for number in read if not math.isnan(number)]
    if len(numbers) < MOSTLY * max(1, len(read)):
        return False
    if _is_sorted_otherwise(numbers):
        return True
    if numbers[0] not in (0, 1, 10):
        return False
    if len(numbers) == 1:
        return True
    if all(later >= earlier for earlier, later in pairwise(numbers)):
        ordinary = sum(later - earlier in (1, 10) for earlier, later in pairwise(numbers))
        return ordinary >= MOSTLY * (len(numbers) - 1)
    # The items of several orders below one another are counted anew: 10, 20, 10, 20, 30.
    first = numbers[0]
    steps = [
        later - earlier for earlier, later in pairwise(numbers) if later not in (earlier, first)
    ]
    return bool(steps) and all(step in (1, 10) for step in steps)


def _is_sorted_otherwise(numbers: Sequence[float]) -> bool:
    """Each of 1 to n once, or of 10 to 10 n, in any order: the numbers of lines that were sorted by
    another column."""
    count, told = len(numbers), set(numbers)
    steps = (1, 10) if count >= FEWEST_SORTED else ()
    return any(told == {float(step * n) for n in range(1, count + 1)} for step in steps)


FEWEST_SORTED = 3
"""Lines from which quantities are hardly 1 to n by chance. Own judgement."""


def _deepens(cells: list[Value]) -> bool:
    deepest = 0.0
    for n, cell in enumerate(cells):
        depth = number_of(cell.strip(". ") if isinstance(cell, str) else cell, False)
        if not depth.is_integer() or not 0 <= depth <= (deepest + 1 if n else 1):
            return False
        deepest = depth
    return bool(cells)


def _rises(cells: list[Value]) -> bool:
    numbers = [cell for cell in cells if isinstance(cell, float) or str(cell).isdecimal()]
    read = [number_of(number, False) for number in numbers]
    if len(read) < max(FEWEST_RISING, len(cells)) or not 0 <= read[0] <= FIRST_LINE:
        return False
    return read[-1] < LAST_ITEM and all(a < b and b.is_integer() for a, b in pairwise(read))


FEWEST_RISING, FIRST_LINE = 1, 10
"""Rising numbers that are those of lines, and the first of them at most. Own judgement."""
LAST_ITEM = 990
"""Items of an order that are numbered in tens; few orders have more. Own judgement."""


def _are_tens(cells: list[Value]) -> bool:
    return bool(cells) and all(
        number % 10 == 0 and 0 < number <= LAST_ITEM
        for number in (number_of(cell, False) for cell in cells)
    )
