"""Rows that sum up others: a word for a sum, a subtotal of something, or a sum that adds up."""

import math
import re
from collections.abc import Collection, Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray

from desktop_app.intake.answer_words import folded, says_nothing
from desktop_app.intake.grid import Grid, Mask, Value, shown
from desktop_app.intake.measures import unit_behind
from desktop_app.intake.numbers import number_of
from desktop_app.intake.sum_words import sum_words, words_like
from desktop_app.intake.sums_above import EXACT, SumsAbove, columns_of_marks
from desktop_app.intake.values import currency_of, is_unit

_STARRED = re.compile(r"\*{1,4}\s+(\S.*)")
_STARS = r"\*{1,4}"
_BEHIND = (
    r"(\s*[:：(（=].*|\s+(eur|usd|cny|rmb|gbp|jpy|krw|chf|€|\$|net|netto|gross|brutto|ht|ttc|price|preis"
    r"|amount|costs?|qty|weight|kg|pcs|stk|[\d.,]+\s?%?)|\s*)"
)
_RATE = re.compile(r"(?<![\w.,])\d{1,2}(?:[.,]\d{1,2})?\s*[%％]\s*(?=[^\W\d])")
"""The rate before a tax or discount: "19 % MwSt.", "zzgl. 19 % MwSt.", "5% discount"."""
LONGEST_TOTAL = 40
LONGEST_SUBTOTAL = 80
"""Characters of what is said of a sum; a longer text describes a part. Own judgement."""
MOST_WORDS = 3
"""Texts of such a row that are no number, currency or unit."""
SPARSE = 0.6
"""A row of sums has at most this share of the usual number of cells. Own judgement."""
LAST = 3
"""Rows at the beginning and at the end of a list of which each is looked at, however full it is: some
analyses give the sums first. Own judgement."""
MOST_LOOKED_AT, MOST_SPARSE = 200_000, 20_000
MOST_ADDED, MOST_ABOVE, MOST_SUMS = 200, 1_000, 8
"""Rows that are added up, rows above each of them, and numbers in it that are looked at."""


def is_total(text: str) -> bool:
    """A word that stands in front of a sum, in the languages we know, and little else."""
    if len(text) >= LONGEST_TOTAL:
        return False
    if "%" in text or "％" in text:
        text = _RATE.sub(" ", text).strip()
    words = words_like(text, "sum", "subtotal", "charge") or _stars(text)
    return bool(words) and (_matches(rf"\W*({words}){_BEHIND}", text) or _sums_twice(text))


def _sums_twice(text: str) -> bool:
    """ "Total 合计" or "Summe / Total": the word in two languages."""
    words = words_like(text, "sum", "subtotal")
    begun = _compiled(rf"\W*({words})[\s/|:：-]*").match(text) if words else None
    rest = folded(text[begun.end() :].strip(" :：.")) if begun else ""
    return rest in sum_words("sum")


def is_subtotal(text: str) -> bool:
    """A word for the sum of a part of the list, and of what: no part is called so."""
    words = words_like(text, "subtotal") if len(text) < LONGEST_SUBTOTAL else ""
    return bool(words) and _matches(rf"\W*({words})(?![^\W\d_]).*", text)


def _stars(text: str) -> str:
    return _STARS if text.startswith("*") else ""


def _matches(pattern: str, text: str) -> bool:
    return _compiled(pattern).fullmatch(text) is not None


@cache
def _compiled(pattern: str) -> "re.Pattern[str]":
    return re.compile(pattern, re.IGNORECASE | re.DOTALL)


def total_rows(
    grid: Grid,
    start: int,
    end: int,
    named: NDArray[np.int32],
    counted: Sequence[int] = (),
    *,
    naming: Collection[int] = (),
    amounts: Collection[int] = (),
    aside: Collection[int] = (),
) -> Mask:
    """Rows of few words, one of which says that sums follow. ``named``: in how many naming columns
    each row says something; ``naming``: those columns; ``counted``: columns of how many; ``amounts``: all
    columns of numbers and money; ``aside``: columns beside the list, whose sums are none of a row that
    names and counts a part.

    "Total rotor" may name a part, so it is a sum only where one of its numbers adds up. A freight is
    paid once: "Transport" of which two are bought is a part of that name. "Shipping" right of the name of a
    part is its state or the place where it is.
    """
    texts, filled = grid.texts_per_row[start:end], grid.filled_per_row[start:end]
    few = (texts <= MOST_WORDS) & (texts > 0) & (named <= 1)
    usual = float(np.median(filled[filled > 0])) if (filled > 0).any() else 0.0
    # In a text file the sums are texts too.
    sparse = (texts > MOST_WORDS) & (named <= 1) & (filled <= SPARSE * usual)
    totals = np.zeros(max(0, end - start), dtype=np.bool_)
    maybe: list[int] = []
    looked_at = [*np.flatnonzero(few)[:MOST_LOOKED_AT], *np.flatnonzero(sparse)[:MOST_SPARSE]]
    states = _states(grid, start, named, {*naming, *amounts, *counted})
    # Dashes fill the last line of some lists: "Total price, -, -, 46.93".
    count = max(0, end - start)
    outer = {*range(min(LAST, count)), *range(max(0, count - LAST), count)}
    looked_at += [n for n in outer if named[n] <= 1 and not few[n] and not sparse[n]]
    counts = [grid.columns[n].filled[start:end] for n in counted if n < len(grid.columns)]
    uncounted = ~np.logical_or.reduce(counts) if counts else totals
    said_twice = (named == 2) & (texts > 0) & (texts <= MOST_WORDS) & uncounted
    above = SumsAbove(grid, start, end, counted, amounts)
    for position in np.flatnonzero(said_twice)[:MOST_ADDED].tolist():
        said_of = grid.row(start + position)
        totals[position] = any(map(_says_sum, said_of)) and above.are_in(position, said_of)
    marks = columns_of_marks(grid, start, end, named, counted)
    for position in sorted(map(int, looked_at)):
        row: Sequence[Value] = grid.row(start + position)
        if named[position]:
            row = _without_asides(row, {*counted, *amounts} - {*aside}, aside, marks)
        said = [v for v in row if isinstance(v, str) and not says_nothing(v)]
        if len(said) > MOST_WORDS and sum(map(_is_word, said)) > MOST_WORDS:
            continue
        is_sum = any(is_total(text) or is_subtotal(text) for text in said)
        if is_sum and named[position]:
            is_aside = _is_charge_aside(row, naming) or _is_mark(row, naming, counted, states)
            # "To | Total | 299.04" below what adds up to it names no part.
            is_sum = not is_aside or (any(map(_says_sum, row)) and above.are_in(position, row))
        is_sum |= _says_sum_for_amount(row, amounts) or _is_charge_for(row, naming, counted)
        if is_sum and any(map(_may_be_thing, said)) and _is_counted(row, counted):
            is_sum = False
        if not is_sum and said and position:
            is_sum = _sums_up_above(said[0], grid.row(start + position - 1))
            is_sum |= bool(totals[position - 1]) and _is_due(grid, start + position, end, counted)
        if is_sum:
            totals[position] = True
        elif any(may_sum(text) or _ends_in_sum(text) for text in said):
            maybe.append(position)
    sections = _sections(grid, start, filled, texts) if maybe else {}
    for position in maybe[:MOST_ADDED]:
        if _is_of_section(grid.row(start + position), position, sections):
            totals[position] = True
            continue
        earlier = np.flatnonzero(totals[:position])
        first = int(earlier[-1]) + 1 if len(earlier) else 0
        totals[position] = _adds_up(grid, start + first, start + position)
    totals[_below_more_stars(grid, start, maybe, np.flatnonzero(totals).tolist())] = True
    return totals


def _without_asides(
    row: Sequence[Value], told: Collection[int], aside: Collection[int], marks: Collection[int]
) -> Sequence[Value]:
    """The row of a part without its marks and, where it tells a number, what stands beside the list."""
    is_told = any(n < len(row) and row[n] is not None for n in told)
    left = {*marks, *(aside if is_told else ())}
    return [None if n in left else value for n, value in enumerate(row)] if left else row


def _states(
    grid: Grid, start: int, named: NDArray[np.int32], others: Collection[int]
) -> frozenset[int]:
    """Columns, none of ``others``, that say something of most rows with a name: "net" and "gross"."""
    rows = np.flatnonzero(named) + start
    columns = enumerate(grid.columns) if len(rows) else ()
    return frozenset(
        n for n, column in columns if n not in others and column.filled[rows].mean() >= MOSTLY
    )


MOSTLY = 0.5
"""Share of the rows of which a column says something that is of each of them. Own judgement."""


def _is_mark(
    row: Sequence[Value], naming: Collection[int], counted: Sequence[int], states: Collection[int]
) -> bool:
    """Whether words for sums and asterisks only stand right of what names a part, where a column says something
    of each part or this one is counted: "net", "total", "*". Of sums they stand in front."""
    texts = [(n, value) for n, value in enumerate(row) if isinstance(value, str)]
    names = [n for n, text in texts if n in naming and not (_is_sum(text) or is_subtotal(text))]
    if not names:
        return False
    is_counted = not all(math.isnan(number_of(row[n], None)) for n in counted if n < len(row))
    sums = [(n, text) for n, text in texts if _is_sum(text) or is_subtotal(text)]
    told = (  # a subtotal is no state of a part, "total" may be one beside "net"
        n > names[0]
        and (
            not text.strip("* ")  # "own part", wherever it stands behind a name
            or (n not in naming and (is_counted or (n in states and not is_subtotal(text))))
        )
        for n, text in sums
    )
    return bool(sums) and all(told)


def _below_more_stars(
    grid: Grid, start: int, maybe: Sequence[int], totals: Sequence[int]
) -> list[int]:
    """ "* Werk 1000" is a step below "** Summe": reports of SAP grade their sums by asterisks, and a row
    that says nothing else is one of these, also where its sum is of another column or of filtered rows."""

    def stars(position: int) -> int:
        said = [value for value in grid.row(start + position) if isinstance(value, str)]
        is_starred = bool(said) and _STARRED.fullmatch(said[0]) is not None
        return len(said[0]) - len(said[0].lstrip("*")) if is_starred and len(said) == 1 else 0

    most = max(map(stars, totals), default=0)
    return [position for position in maybe if 0 < stars(position) < most]


def _sections(
    grid: Grid, start: int, filled: NDArray[np.int32], texts: NDArray[np.int32]
) -> dict[str, int]:
    """What stands alone in a row, as the heading of a part of the list does, to its first row."""
    found: dict[str, int] = {}
    for position in np.flatnonzero((filled == 1) & (texts == 1))[:MOST_SUMS_OF_SECTIONS].tolist():
        text = next(value for value in grid.row(start + position) if value is not None)
        found.setdefault(str(text).strip(" :：").casefold(), position)
    return found


MOST_SUMS_OF_SECTIONS = 1_000


def _is_of_section(row: Sequence[Value], position: int, sections: dict[str, int]) -> bool:
    """ "Summe Mechanik" below "Mechanik" sums that section up, whether or not it adds up: some carry taxes."""
    if _sums_section_before(row, position, sections):
        return True
    for text in row:
        if isinstance(text, str) and may_sum(text):
            rest = _compiled(rf"\W*({words_like(text, 'sum') or _stars(text)})[\s:]").sub(
                "", text, 1
            )
            if sections.get(rest.strip(" :：").casefold(), position) < position:
                return True
    return False


def _ends_in_sum(text: str) -> bool:
    """Whether a text ends in a word for a sum: "Mechanik Summe", "磁钢小计"."""
    return len(text) < LONGEST_SUBTOTAL and text.rstrip(" :：").casefold().endswith(_sums())


@cache
def _sums() -> tuple[str, ...]:
    return (*sum_words("sum"), *sum_words("subtotal"), *sum_words("behind"))


def _sums_section_before(row: Sequence[Value], position: int, sections: dict[str, int]) -> bool:
    """ "Mechanik Summe" below "Mechanik" sums that section up."""
    said = [text.strip(" :：").casefold() for text in row if isinstance(text, str)]
    return any(
        text.startswith(name) and at < position and _is_sum_behind(text[len(name) :].strip())
        for text in said
        for name, at in sections.items()
        if len(text) > len(name)
    )


def _is_counted(row: Sequence[Value], counted: Sequence[int]) -> bool:
    """Whether a column of how many says more than one, in whole numbers."""
    numbers = [number_of(row[n], False) for n in counted if n < len(row)]
    return any(number > 1 and number.is_integer() for number in numbers)


def _says_sum_for_amount(row: Sequence[Value], amounts: Collection[int]) -> bool:
    """ "Total frame:" where a price should stand, with the sum right of it: no part costs that."""
    said = (value for n, value in enumerate(row) if n in amounts and isinstance(value, str))
    return any(
        text.rstrip().endswith((":", "：")) and not _DIGIT.search(text) and may_sum(text)
        for text in said
    )


def _is_charge_for(row: Sequence[Value], naming: Collection[int], counted: Sequence[int]) -> bool:
    """ "Shipping for the nuts" with its cost, of which nothing says how many."""
    if not counted or any(n < len(row) and row[n] is not None for n in counted):
        return False
    texts = (v for n, v in enumerate(row) if n in naming and isinstance(v, str))
    return any(
        _matches(rf"({words})\s+({'|'.join(map(re.escape, sum_words('charged_for')))})\s.+", text)
        for text in texts
        if len(text) < LONGEST_SUBTOTAL and (words := words_like(text, "charge"))
    )


_DIGIT = re.compile(r"\d")


def _is_charge_aside(row: Sequence[Value], naming: Collection[int]) -> bool:
    """Whether a row speaks of a charge only right of what names a part."""
    for n, text in enumerate(row):
        if isinstance(text, str) and (is_subtotal(text) or (n in naming and is_total(text))):
            return False
        if isinstance(text, str) and _is_sum(text):
            return False
    return True


def _is_sum(text: str) -> bool:
    """The same as ``is_total`` without charges, such as freight."""
    words = words_like(text, "sum", "subtotal") or _stars(text)
    is_short = len(text) < LONGEST_TOTAL
    return is_short and bool(words) and _matches(rf"\W*({words}){_BEHIND}", text)


def _may_be_thing(text: str) -> bool:
    """A word for a charge that may name a part too."""
    words = words_like(text, "thing") if len(text) < LONGEST_TOTAL else ""
    return bool(words) and _matches(words, text)


def may_sum(text: str) -> bool:
    """A text that begins with a word for a sum: "Total rotor" may name a part, or what is summed up."""
    words = (words_like(text, "sum") or _stars(text)) if len(text) < LONGEST_SUBTOTAL else ""
    return bool(words) and _matches(rf"\W*({words})[\s:].*", text)


def _sums_up_above(text: str, above: Sequence[Value]) -> bool:
    """Asterisks before what the row above says too, or a word for a sum behind it: "* MG-4711" and
    "MG-4711 Total" below the lines of MG-4711."""
    found = _STARRED.fullmatch(text)
    if found is not None:
        return found[1] in above
    if len(text) >= LONGEST_TOTAL:
        return False
    begins = (shown(value).strip() for value in above if value is not None)
    return any(
        _is_sum_behind(text[len(b) :].strip()) for b in begins if b and text.startswith(f"{b} ")
    )


def _is_due(grid: Grid, position: int, end: int, counted: Sequence[int]) -> bool:
    """Whether a row has one text and one number, and the sums above it the same number in the same place: what is
    due of a total. As many pieces as there are above, and a text above further rows, may be a part."""
    row, above = grid.row(position), grid.row(position - 1)
    numbers = [(n, value) for n, value in enumerate(row) if isinstance(value, float)]
    filled = sum(value is not None for value in row)
    is_above = (grid.filled_per_row[position + 1 : end] >= MOST_OF_A_SUM).any()
    if filled != MOST_OF_A_SUM or len(numbers) != 1 or is_above:
        return False
    ((column, number),) = numbers
    return column not in counted and above[column] == number


MOST_OF_A_SUM = 2


def _says_sum(value: Value) -> bool:
    return isinstance(value, str) and _is_sum(value)


def _is_sum_behind(text: str) -> bool:
    words = words_like(text, "sum", "subtotal", "behind")
    return bool(words) and _matches(words, text)


def _is_word(text: str) -> bool:
    is_amount = not math.isnan(number_of(text, True)) or currency_of(text) is not None
    return not is_amount and not is_unit(text) and unit_behind(text) is None


def _adds_up(grid: Grid, first: int, row: int) -> bool:
    """Whether a number of the row is the sum of those of two or more rows above it."""
    if not any(isinstance(text, str) and may_sum(text) for text in grid.row(row)):
        return False
    first, looked_at = max(first, row - MOST_ABOVE), 0
    for column in grid.columns:
        value: Value = column.values[column.codes[row]]
        is_text = isinstance(value, str)
        looked_at += value is not None
        if looked_at > MOST_SUMS:
            break
        for comma in (True, False) if is_text else (False,):
            total = number_of(value, comma)
            if math.isnan(total) or total == 0:
                continue
            above = (number_of(column.values[code], comma) for code in column.codes[first:row])
            added = [number for number in above if not math.isnan(number)]
            if len(added) > 1 and abs(sum(added) - total) <= EXACT * abs(total):
                return True
    return False
