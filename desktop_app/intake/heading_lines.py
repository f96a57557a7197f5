"""The lines of a heading: texts over one another, years and months below a wide text, units below."""

import re
import unicodedata
from collections.abc import Sequence
from itertools import pairwise

from desktop_app.intake.grid import Grid, Value, day_of, shown
from desktop_app.intake.heading_pairs import (
    VAGUE,
    are_one_heading,
    is_name_of_firm,
    is_over_different_things,
    stand_above,
    stands_over_numbers,
)
from desktop_app.intake.headings import HeadingBook, normalise, says_per_one
from desktop_app.intake.measures import days_factor, percent_factor
from desktop_app.intake.periods import (
    FIRST_YEAR,
    LAST_YEAR,
    LONGEST_NOTED,
    LONGEST_PERIOD,
    says_period,
)
from desktop_app.intake.planned_lists import names_any
from desktop_app.intake.tiers import tier_of
from desktop_app.intake.totals import is_total
from desktop_app.intake.vague_headings import words_of_kind
from desktop_app.intake.values import YEN_OR_YUAN, currency_of, is_unit

AMOUNTS = words_of_kind("bare_amount")
GROUPS_OF_ANYTHING = words_of_kind("group_of_anything")
"""Headings over several others that say nothing of them."""
WIDEST_HEADING = 300
LONGEST_HEADING = 60
"""Characters of an upper heading line; longer texts above a table are instructions."""


def with_second_line(grid: Grid, row: int, book: HeadingBook) -> int:
    """The last line of a heading whose cells are merged downwards, or go on in the next row."""
    merged = [bottom for top, _, bottom, _ in grid.merged if top == row < bottom <= row + 3]
    if merged:
        return min(max(merged), grid.height - 1)
    below = row + 1
    if below >= grid.height:
        return row
    cells = [(c, v) for c, v in enumerate(grid.row(below)[:WIDEST_HEADING]) if v is not None]
    if _are_periods_below(grid, row, cells):
        return below
    upper = {c: v for c, v in enumerate(grid.row(row)[:WIDEST_HEADING]) if isinstance(v, str)}
    is_over = stands_over_numbers(grid, below)
    if are_one_heading(upper, dict(cells), book, is_over_numbers=is_over):
        return below
    fills_gap = any(not _text(grid, row, column) for column, _ in cells)
    if _are_tiers_below(grid, row, cells):
        return below
    are_words = all(isinstance(value, str) and len(value) <= 30 for _, value in cells)
    known = any(isinstance(value, str) and book.exact(value) for _, value in cells)
    is_short = len(cells) < int(grid.filled_per_row[row]) or _are_under_groups(grid, row, cells)
    return below if cells and fills_gap and are_words and known and is_short else row


def _are_under_groups(grid: Grid, row: int, cells: Sequence[tuple[int, Value]]) -> bool:
    """Whether each cell of the line below stands under a text that goes on over several of them, and nothing
    under the other texts: "Part" and "Target" over "Price", "Quantity" and "Lead time" below "Target"."""
    columns = [column for column, _ in cells]
    tops = [c for c in range(min(len(grid.columns), WIDEST_HEADING)) if _text(grid, row, c)]
    owned = [max((top for top in tops if top <= c), default=-1) for c in columns]
    is_wide = all(owned.count(top) >= 2 for top in owned)
    lone = [top for top in tops if top not in owned]
    data = slice(row + 2, row + 2 + DATA_BELOW)
    has_data = bool(lone) and all(grid.columns[n].filled[data].any() for n in (*lone, *columns))
    return is_wide and has_data and not set(columns) & set(lone)


DATA_BELOW = 3
"""Rows below a heading that show whether a column is filled. Own judgement."""


def _are_periods_below(grid: Grid, row: int, cells: Sequence[tuple[int, Value]]) -> bool:
    """2026, 2027 or Jan, Feb under one wide text; the columns of the parts have nothing there."""
    if len(cells) < 2 or len(cells) >= int(grid.filled_per_row[row]) + len(cells) - 1:
        return False
    beside_none = sum(not _text(grid, row, column) for column, _ in cells)
    return all(is_period(value) for _, value in cells) and beside_none >= len(cells) - 1


def _are_tiers_below(grid: Grid, row: int, cells: Sequence[tuple[int, Value]]) -> bool:
    """1+, 100+ or "ab 10", "ab 100" under one wide text about prices, and nothing else but units under
    headings of their own."""
    cells = [
        (column, value) for column, value in cells
        if not (isinstance(value, str) and _text(grid, row, column) and is_unit_text(value))
    ]  # fmt: skip
    if len(cells) < 2 or len(cells) >= int(grid.filled_per_row[row]) + len(cells) - 1:
        return False
    tiers = [tier_of(f"price {value}") for _, value in cells if isinstance(value, str)]
    beside_none = sum(not _text(grid, row, column) for column, _ in cells)
    return len(tiers) == len(cells) and all(tiers) and beside_none >= len(cells) - 1


def is_period(value: Value) -> bool:
    """A year, a month or a day as the heading of a column."""
    if isinstance(value, float):
        return value.is_integer() and FIRST_YEAR <= value <= LAST_YEAR
    return isinstance(value, str) and len(value) <= LONGEST_NOTED and says_period(value)


def count_periods(row: Sequence[Value]) -> int:
    """How many cells that are no text are years or days."""
    return sum(is_period(value) for value in row if not isinstance(value, str) or day_of(value))


def headings_of(grid: Grid, last: int, book: HeadingBook, floor: int) -> tuple[list[str], int]:
    """One text per column and the first heading line.

    A column without its own text takes the line above; a text merged over several columns stands
    above each of them.
    """
    own = [_text(grid, last, column) for column in range(len(grid.columns))]
    _over_levels(grid, last, own, book)
    first = _first_line(grid, last, own, book, floor)
    if first == last:
        return own, last
    upper = [_text(grid, first, column) for column in range(len(grid.columns))]
    for top, left, _bottom, right in grid.merged:
        if top == first and 0 <= left < len(upper):
            upper[left : right + 1] = [upper[left]] * (min(right, len(upper) - 1) - left + 1)
    is_group = stand_above(
        {c: text for c, text in enumerate(upper) if text},
        {c: text for c, text in enumerate(own) if text},
        book,
    )
    # A line with few texts only says more of wide ones above it: "Unit price" over "Currency" and "Amount".
    is_partial = PARTIAL * sum(map(bool, own)) <= sum(map(bool, upper))
    for column in range(1, len(upper)):
        is_beside = all(map(_repeats_below, (own[column - 1], own[column])))
        is_under = is_partial and bool(own[column - 1])
        # A lone "Total" right of "weeks" below a delivery time is the money of the line.
        stages = (
            text and _is_stage(upper[column - 1], text, book)
            for text in own[column - 1 : column + 1]
        )
        is_under |= all(stages)
        if not upper[column] and (is_beside or ((is_group or is_under) and own[column])):
            upper[column] = upper[column - 1]
    is_title = len({text for text in upper if text}) == 1 and all(
        upper[column] for column, text in enumerate(own) if text
    )
    tops = {*upper} - {""}
    mixed = tops if is_title else {t for t in tops if is_over_different_things(t, upper, own, book)}
    is_only = {text: is_title or own.count(text) == 1 for text in own}
    pairs = [
        (
            ""
            if below and ((above in mixed and is_only[below]) or _adds_nothing(above, below))
            else above,
            below,
        )
        for above, below in zip(upper, own, strict=True)
    ]
    if not is_group and _are_halves(
        grid,
        last,
        {c: text for c, text in enumerate(upper) if text},
        {c: text for c, text in enumerate(own) if text},
        book,
    ):
        # "Base" over "Price" is another price than "Purchase" over "Price".
        return [
            f"{above} {below}"
            if above
            and below
            and (own.count(below) > 1 or not _is_measure(below))
            and not _names_unit(above, below, book)
            else _joined(above, below, book)
            for above, below in pairs
        ], first
    # Of 2025 and 2026 over the same headings each column keeps its year.
    of_years = {text for text in own if text and own.count(text) > 1}
    return [
        f"{above} {below}"
        if below in of_years and is_period(above)
        else _joined(above, below, book)
        for above, below in pairs
    ], first


def _adds_nothing(above: str, below: str) -> bool:
    """Whether an upper text is a word for anything, or stands at the beginning of the lower one as well:
    "Quantity" over "Quantity per BOM"."""
    said, rest = normalise(above), normalise(below)
    return said in GROUPS_OF_ANYTHING or (bool(said) and rest.startswith(f"{said} "))


PARTIAL = 3
"""So many times as many texts stand in the upper line of a heading where the lower one only divides some
of them. Own judgement."""


def _over_levels(grid: Grid, last: int, own: list[str], book: HeadingBook) -> None:
    """Lets a description merged over several columns stand over each: a parts list may set in the names
    of its levels by a column each. ``own``, the texts of the line, is changed then."""
    for top, left, _bottom, right in grid.merged:
        if top != last or not 0 <= left < right or left >= len(own):
            continue
        if any(meaning.field == "description" for meaning in book.meanings(own[left])):
            for column in range(left + 1, min(right, len(own) - 1) + 1):
                own[column] = own[column] or own[left]


def _repeats_below(text: str) -> bool:
    """One of several under a wide text that is written once: a year, or a quantity of a price."""
    return is_period(text) or tier_of(text) is not None


def _joined(above: str, below: str, book: HeadingBook) -> str:
    both = f"{above} {below}"
    if not below or not above:
        return below or above
    if is_name_of_firm(above, below, book):
        return above
    # What an old supplier or an alternative costs is not what is paid.
    is_aside = not book.exact(above) and any(
        names_any(above, kind) for kind in ("former", "instead")
    )
    if is_aside or _is_stage(above, below, book):
        return both
    if any(meaning.field in ("price_unit", "weight_unit") for meaning in book.exact(both)):
        return both  # "Price" over "unit": for how many the price is
    if _names_unit(above, below, book):
        return f"{above} [{below.strip('[]() ')}]"
    if is_total(below) and not STORED.isdisjoint(m.field for m in book.exact(above)):
        return above
    if normalise(below) in AMOUNTS and says_per_one(above):
        return above  # the money of one is no money of the line
    is_count = any(meaning.field == "quantity" for meaning in book.exact(below))
    if is_count and not book.likely(above):
        return both  # "Pipeline" over "Pieces" may count anything
    stored = STORED & {meaning.field for meaning in book.exact(above)}
    counts = any(meaning.field == "quantity" for meaning in book.likely(below))
    if counts and stored & {meaning.field for meaning in book.likely(both)}:
        return both  # 结存 over 主数量: how many of the stock
    is_vague = below.casefold() in VAGUE and bool(book.meanings(both))
    return both if is_vague or book.exact(both) or not book.likely(below) else below


def _names_unit(above: str, below: str, book: HeadingBook) -> bool:
    """Whether a text is the unit of the amounts or prices that the one above it heads: "pcs" under "Demand"."""
    is_time = days_factor(below) is not None
    counted = any(
        meaning.field in COUNTED_IN_UNITS or (is_time and meaning.field == "confirmed_date")
        for meaning in book.exact(above)
    )
    return counted and is_unit_text(below)


def _is_stage(above: str, below: str, book: HeadingBook) -> bool:
    """Whether a heading of delivery times stands over one of its stages: over "Transit" or "Total", which
    alone would count pieces or money."""
    is_time = any(meaning.field == "lead_time_days" for meaning in book.exact(above))
    stages = ("whole_time", "time_of_making", "time_on_the_way")
    return is_time and any(names_any(below, kind) for kind in stages)


def _is_measure(text: str) -> bool:
    """Units, also such as "pcs/year" that are none of ours."""
    return "/" in text or is_unit_text(text)


STORED = frozenset(
    ("stock_on_hand", "quantity", "annual_quantity", "in_transit", "open_order_quantity")
)
"""What is counted by warehouse or by month; the total below such a heading is the whole of it."""
COUNTED_IN_UNITS = STORED | frozenset(
    ("demand", "consumption_monthly", "unit_price", "unit_mass", "lead_time_days")
)
"""Facts whose unit may stand alone in the line below their heading."""


def _first_line(grid: Grid, last: int, own: list[str], book: HeadingBook, floor: int) -> int:
    """The upper line of a two-line heading: it is merged into it, or fills its gaps with words."""
    above = last - 1
    if above < floor or above < 0:
        return last
    texts = [(c, _text(grid, above, c)) for c in range(len(own)) if _text(grid, above, c)]
    if any(len(text) > LONGEST_HEADING for _, text in texts):
        return last
    if len(texts) < 2 and not any(top == above for top, *_ in grid.merged):
        return last
    if grid.filled_per_row[above] != len(texts) or any(t.endswith((":", "：")) for _, t in texts):
        return last
    is_merged = any(
        top == above and (bottom >= last or 0 < right - left < len(own) - 1)
        for top, left, bottom, right in grid.merged
    )
    fills_gaps = any(not own[column] and book.exact(text) for column, text in texts)
    has_units = any(_names_unit(text, own[column], book) for column, text in texts)
    if is_merged or fills_gaps or has_units or _are_groups(texts):
        return above
    lower = {column: text for column, text in enumerate(own) if text}
    is_one = _are_halves(grid, last, dict(texts), lower, book)
    return above if is_one or stand_above(dict(texts), lower, book) else last


def _are_groups(texts: Sequence[tuple[int, str]]) -> bool:
    """The names of groups, each said over every column of it: "Stock", "Stock", "Price", "Price"."""
    again = {
        text
        for (column, text), (following, other) in pairwise(texts)
        if following == column + 1 and text == other and not any(map(str.isdigit, text))
    }
    return len(again) >= FEWEST_GROUPS


FEWEST_GROUPS = 2
"""Groups whose names are said over several columns, so that a line is one of groups. Own judgement."""


def _are_halves(
    grid: Grid, last: int, upper: dict[int, str], lower: dict[int, str], book: HeadingBook
) -> bool:
    is_over = stands_over_numbers(grid, last)
    return are_one_heading(upper, lower, book, is_over_numbers=is_over)


def with_units_line(grid: Grid, last: int, headings: list[str]) -> int:
    """The last line of a heading: a line right below that only names units belongs to it, and each
    unit is added to the text above it. ``headings`` is changed then."""
    below = last + 1
    if below >= grid.height:
        return last
    cells = [(c, v) for c, v in enumerate(grid.row(below)[:WIDEST_HEADING]) if v is not None]
    texts = [value for _, value in cells if isinstance(value, str)]
    if len(texts) < 2 or len(texts) != len(cells):
        return last
    has_data_below = below + 1 < grid.height and grid.filled_per_row[below + 1] > len(cells)
    is_bracketed = sum(text.startswith(("[", "(")) for text in texts) * 2 > len(texts)
    is_short = len(cells) < sum(1 for heading in headings if heading)
    are_units = all(_UNIT_LINE.fullmatch(t) if is_bracketed else is_unit_text(t) for t in texts)
    if not has_data_below or not are_units or not (is_bracketed or is_short):
        return last
    for (column, _), text in zip(cells, texts, strict=True):
        if column < len(headings) and headings[column]:
            headings[column] += f" [{text.strip('[]() ')}]"
    return below


_UNIT_LINE = re.compile(
    r"[\[(].{1,12}[\])]|[a-zA-Z%€$£¥]{1,4}|pcs\.?|st(ü|u)ck|days?|weeks?|tage|wochen|元|个|天|件"
)
_PIECES_OF_UNIT = re.compile(r"[\s/]+")


def bracketed(heading: str) -> str:
    """A heading with the unit behind its last comma in brackets: "Lead time, days" as "Lead time [days]"."""
    said, comma, unit = heading.rpartition(",")
    is_unit_behind = (
        bool(comma and said.strip()) and is_unit_text(unit.strip()) and unit.strip() != ""
    )
    return f"{said.strip()} [{unit.strip()}]" if is_unit_behind else heading


def is_unit_text(text: str) -> bool:
    """kg, EUR, weeks, %, EUR/100 pcs: nothing but units, currencies, times and what they are per."""
    if len(text) > LONGEST_PERIOD + 4:
        return False
    words = [word for word in _PIECES_OF_UNIT.split(unicodedata.normalize("NFKC", text)) if word]
    return bool(words) and all(
        word.isdigit()
        or word.casefold() in ("per", "pro", "je", "par", "por", "al", "a")
        or is_unit(word)
        or (len(word) <= 4 and currency_of(word) is not None)
        or YEN_OR_YUAN.fullmatch(word) is not None
        or percent_factor(word) is not None
        or days_factor(word) is not None
        for word in words
    )


def _text(grid: Grid, row: int, column: int) -> str:
    """The text of a heading cell; a year is one too, though it is a number."""
    value = grid.cell(row, column)
    return shown(value) if isinstance(value, str) or is_period(value) else ""
