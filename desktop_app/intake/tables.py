"""Finds the tables in a messy sheet: where their headings stand and where they end."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from desktop_app.intake.grid import Grid, Value, shown
from desktop_app.intake.headings import ALIASES, FIELDS, REFERENCE, HeadingBook

IDENTITY = ("description", "part_number", "mpn", "material", "substance", "cas_number")
"""A table of parts has at least one of these; a row that has none of them names nothing."""

ENGLISH = frozenset(("en", "tech"))
QUANTITIES = frozenset(("quantity", "annual_quantity", "stock_on_hand"))
"""Of a list whose naming column has a strange heading, one of these is known as a rule."""

FIRST_ROWS = 40
"""Rows that are all looked at; further down only those that follow a gap or hold no number."""
MOST_LOOKED_AT = 4_000
WIDEST_HEADING = 300
LIKELY = 0.6
"""A heading that only contains a known one counts this much of it. Own judgement."""
NEUTRAL = frozenset(("comment", "link", "other"))
"""Headings that any kind of list has; they do not make it one of parts."""
LONGEST_HEADING = 60
"""Characters of an upper heading line; longer texts above a table are instructions."""

_UNIT_LINE = re.compile(
    r"[\[(].{1,12}[\])]|[a-zA-Z%€$£¥]{1,4}|pcs\.?|st(ü|u)ck|days?|weeks?|tage|wochen|元|个|天|件"
)


@dataclass(eq=False)
class Table:
    """Positions in the sheet. ``heading`` is the last heading line, ``first_heading`` the first.

    ``headings``: the text above each column. ``end``: one past the last row. ``repeated``: rows
    that say the headings again. ``is_reference``: a list of smelters or mines, not of parts.
    """

    heading: int
    first_heading: int
    end: int
    headings: list[str]
    repeated: list[int] = field(default_factory=list)
    is_reference: bool = False


def find_tables(grid: Grid, book: HeadingBook) -> list[Table]:
    """Tables from top to bottom. A later heading row starts a new table or repeats the old one."""
    found: list[Table] = []
    passed = -1
    for position in _candidates(grid):
        if position <= passed:
            continue
        score = heading_score(grid.row(position), book)
        if score <= 0:
            continue
        last = _best_nearby(grid, position, score, book)
        last = _with_second_line(grid, last, book)
        headings, first = _headings(grid, last, book, floor=passed + 1)
        last = _with_units_line(grid, last)
        passed = last
        if found and _same(found[-1].headings, headings):
            found[-1].repeated.append(last)
            continue
        if found and (score < 2.0 or not _stands_out(grid, position, book)):
            continue
        if found:
            found[-1].end = first
        found.append(
            Table(last, first, grid.height, headings, is_reference=_is_reference(headings, book))
        )
    for table in found:
        table.end = _last_filled(grid, table) + 1
        _find_repeats(grid, table)
    return found


def _stands_out(grid: Grid, row: int, book: HeadingBook) -> bool:
    """Below a first table only words that are mostly headings begin another one.

    A line of data may say "Supplier 1" and "Value" too.
    """
    texts = [value for value in grid.row(row)[:WIDEST_HEADING] if isinstance(value, str)]
    known = sum(bool(book.exact(text)) for text in texts)
    return known >= 0.5 * len(texts) and int(grid.filled_per_row[row]) == len(texts)


def _candidates(grid: Grid) -> list[int]:
    """Rows that can be a heading: several words, hardly a number."""
    texts, filled = grid.texts_per_row, grid.filled_per_row
    numbers = filled - texts
    can_be = (texts >= 2) & (numbers <= np.maximum(1, texts // 3))
    positions = np.arange(grid.height)
    after_gap = np.zeros(grid.height, dtype=np.bool_)
    after_gap[1:] = filled[:-1] <= 1
    near = (positions < FIRST_ROWS) | ((positions < 10 * FIRST_ROWS) & (numbers == 0)) | after_gap
    return [int(p) for p in np.flatnonzero(can_be & near)[:MOST_LOOKED_AT]]


def heading_score(row: Sequence[Value], book: HeadingBook) -> float:
    """How much a row looks like a heading: known words in different columns; 0 where not."""
    texts = [value for value in row[:WIDEST_HEADING] if isinstance(value, str)]
    if len(texts) < 2 or sum(map(len, texts)) > 60 * len(texts):
        return 0.0
    known: dict[str, float] = {}
    fields: set[str] = set()
    hits = 0.0
    for text in texts:
        exact = book.exact(text)
        meanings = exact or book.likely(text)
        hits += 1 if exact else 0.5 * bool(meanings)
        if meanings and meanings[0].field not in NEUTRAL:
            known[text] = meanings[0].confidence * (1 if exact else LIKELY)
            fields |= {ALIASES.get(meaning.field, meaning.field) for meaning in meanings}
    is_named = not fields.isdisjoint(IDENTITY)
    is_enough = is_named or len(known) >= 3 or not fields.isdisjoint(QUANTITIES)
    if len(known) < 2 or len(fields) < 2 or hits < min(0.28 * len(texts), 7) or not is_enough:
        return 0.0
    if not _is_one_language(list(known), book):
        return 0.0
    return sum(known.values()) + (0.5 if is_named else -0.5)


def _is_one_language(texts: Sequence[str], book: HeadingBook) -> bool:
    """Headings are of one language, perhaps with English; a row of translations is of many."""
    spoken = [{name for m in book.likely(text) for name in m.languages} for text in texts]
    foreign = {name for names in spoken for name in names} - ENGLISH
    best = max((sum(name in names for names in spoken) for name in foreign), default=0)
    with_english = max(
        (sum(bool(names & {name, *ENGLISH}) for names in spoken) for name in foreign),
        default=len(texts),
    )
    english = sum(bool(names & ENGLISH) for names in spoken)
    # A word may be spelt alike in a language whose list does not have it: one stranger is none.
    strangers = len(texts) - with_english
    return max(best, english) >= 0.5 * len(texts) and strangers <= max(1, 0.25 * len(texts))


def _best_nearby(grid: Grid, position: int, score: float, book: HeadingBook) -> int:
    """Of the next rows the better one, as long as no data stands between."""
    best, best_score = position, score
    for later in range(position + 1, min(position + 4, grid.height)):
        if grid.filled_per_row[later] == 0:
            continue
        other = heading_score(grid.row(later), book)
        if other <= 0:
            break
        if other > best_score + 0.4:
            best, best_score = later, other
    return best


def _with_second_line(grid: Grid, row: int, book: HeadingBook) -> int:
    """The last line of a heading whose cells are merged downwards, or go on in the next row."""
    merged = [bottom for top, _, bottom, _ in grid.merged if top == row < bottom <= row + 3]
    if merged:
        return min(max(merged), grid.height - 1)
    below = row + 1
    if below >= grid.height:
        return row
    cells = [(c, v) for c, v in enumerate(grid.row(below)[:WIDEST_HEADING]) if v is not None]
    fills_gap = any(not _text(grid, row, column) for column, _ in cells)
    are_words = all(isinstance(value, str) and len(value) <= 30 for _, value in cells)
    known = any(isinstance(value, str) and book.exact(value) for _, value in cells)
    is_short = len(cells) < int(grid.filled_per_row[row])
    return below if cells and fills_gap and are_words and known and is_short else row


def _headings(grid: Grid, last: int, book: HeadingBook, floor: int) -> tuple[list[str], int]:
    """One text per column and the first heading line.

    A column without its own text takes the line above; a text merged over several columns stands
    above each of them.
    """
    own = [_text(grid, last, column) for column in range(len(grid.columns))]
    first = _first_line(grid, last, own, book, floor)
    if first == last:
        return own, last
    upper = [_text(grid, first, column) for column in range(len(grid.columns))]
    for top, left, _bottom, right in grid.merged:
        if top == first and 0 <= left < len(upper):
            upper[left : right + 1] = [upper[left]] * (min(right, len(upper) - 1) - left + 1)
    joined = []
    for above, below in zip(upper, own, strict=True):
        both = f"{above} {below}"
        if not below or not above or (book.likely(below) and not book.exact(both)):
            joined.append(below or above)
        else:
            joined.append(both)
    return joined, first


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
    return above if is_merged or fills_gaps else last


def _with_units_line(grid: Grid, last: int) -> int:
    """A line right below the headings that only names units belongs to the heading."""
    below = last + 1
    if below >= grid.height:
        return last
    cells = [value for value in grid.row(below) if value is not None]
    is_units = len(cells) >= 2 and all(
        isinstance(value, str) and _UNIT_LINE.fullmatch(value) for value in cells
    )
    has_data_below = below + 1 < grid.height and grid.filled_per_row[below + 1] > len(cells)
    is_bracketed = sum(str(value).startswith(("[", "(")) for value in cells) * 2 > len(cells)
    return below if is_units and has_data_below and is_bracketed else last


def _text(grid: Grid, row: int, column: int) -> str:
    value = grid.cell(row, column)
    return shown(value) if isinstance(value, str) else ""


def _is_reference(headings: Sequence[str], book: HeadingBook) -> bool:
    return any(m.field in REFERENCE for text in headings for m in book.exact(text))


def _last_filled(grid: Grid, table: Table) -> int:
    filled = np.flatnonzero(grid.filled_per_row[table.heading + 1 : table.end])
    return table.heading + 1 + int(filled[-1]) if len(filled) else table.heading


def _same(left: list[str], right: list[str]) -> bool:
    known = [(a, b) for a, b in zip(left, right, strict=False) if a or b]
    return bool(known) and sum(a == b for a, b in known) >= 0.8 * len(known)


def _find_repeats(grid: Grid, table: Table) -> None:
    """Page headings anywhere in the list: rows that equal the heading line, cell by cell."""
    same = np.ones(table.end - table.heading - 1, dtype=np.bool_)
    texts = 0
    for column in grid.columns:
        code = column.codes[table.heading]
        if isinstance(column.values[code], str):
            texts += 1
            same &= column.codes[table.heading + 1 : table.end] == code
    if texts >= 2:
        again = {table.heading + 1 + int(p) for p in np.flatnonzero(same)}
        table.repeated = sorted(again | set(table.repeated))


def usable_fields(headings: Sequence[str], book: HeadingBook) -> set[str]:
    """The fields of a part that the headings may stand for."""
    names = {ALIASES.get(m.field, m.field) for text in headings for m in book.meanings(text)}
    return names & FIELDS
