"""Finds the tables in a messy sheet: where their headings stand and where they end."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from desktop_app.intake.composed_headings import composed
from desktop_app.intake.grid import Grid, Value
from desktop_app.intake.heading_lines import (
    WIDEST_HEADING,
    bracketed,
    count_periods,
    headings_of,
    is_period,
    with_second_line,
    with_units_line,
)
from desktop_app.intake.heading_pairs import halves
from desktop_app.intake.heading_text import LONGEST, plain_heading, without_numbering
from desktop_app.intake.headings import ALIASES, REFERENCE, HeadingBook
from desktop_app.intake.named_places import place_in
from desktop_app.intake.said_headings import NEAR
from desktop_app.intake.sized_kinds import kind_beside_size
from desktop_app.intake.tiers import tier_of
from desktop_app.intake.units_in_lines import counts_in_units

IDENTITY = (
    "description", "part_number", "mpn", "material", "substance", "cas_number", "magnet_grade",
)  # fmt: skip
"""A table of parts has at least one of these; a row that has none of them names nothing."""

NUMBERED = frozenset(("part_number", "mpn"))
"""Beside nothing but months or weeks, one of these alone is a heading."""
ENGLISH = frozenset(("en", "tech"))
QUANTITIES = frozenset(("quantity", "annual_quantity", "stock_on_hand"))
"""Of a list whose naming column has a strange heading, one of these is known as a rule."""

FIRST_ROWS = 40
"""Rows that are all looked at; further down only those that follow a gap or hold no number."""
MOST_LOOKED_AT = 4_000
SAID_FOR_CERTAIN = 4
"""Different facts of a part that a row names word for word, one of them what it is: no line of data does,
however many strange headings stand beside them. Own judgement."""
LIKELY = 0.6
"""A heading that only contains a known one counts this much of it. Own judgement."""
KNOWN, OVER_DATA = 0.28, 0.2
"""Share of the texts of a line of headings that must be known, and where it is all words, each said once, over
a line with as many cells and numbers among them. Own judgement."""
NEUTRAL = frozenset(("comment", "link", "other"))
"""Headings that any kind of list has; they do not make it one of parts."""


@dataclass(eq=False)
class Table:
    """Positions in the sheet. ``heading`` is the last heading line, ``first_heading`` the first.

    ``headings``: the text above each column, without stars and marks of notes; ``shown``: as it stands
    there, where that is another. ``end``: one past the last row. ``repeated``: rows
    that say the headings again. ``is_reference``: a list of smelters or mines, not of parts.
    ``has_heading``: False where the list begins with its first part; ``heading`` is the row above.
    ``is_said``: a user pointed at its headings, so it is a table whatever they say. ``others``: rows of the
    lists above it, which say nothing of it.
    """

    heading: int
    first_heading: int
    end: int
    headings: list[str]
    repeated: list[int] = field(default_factory=list)
    is_reference: bool = False
    has_heading: bool = True
    is_said: bool = False
    shown: Sequence[str] = ()
    others: range = range(0)


def find_tables(grid: Grid, book: HeadingBook, said: Sequence[int] = ()) -> list[Table]:
    """Tables from top to bottom. A later heading row starts a new table or repeats the old one.

    ``said``: rows that a user pointed at as headings (see ``said_headings``).
    """
    found: list[Table] = []
    passed = -1
    for position in _candidates(grid, said):
        if position <= passed:
            continue
        is_said = position in said
        score = heading_score(grid.row(position), book)
        if score <= 0 and not found and _stands_over_data(grid, position):
            score = heading_score(grid.row(position), book, OVER_DATA)
        if score <= 0 and position < FIRST_ROWS:
            score = heading_score(halves(grid, position, book) or [], book)
        if score <= 0 and not is_said:
            continue
        if found and not is_said and _is_line_of(grid, found[-1], position):
            continue
        last = position
        if not is_said:
            last = with_second_line(grid, _best_nearby(grid, position, score, book), book)
        headings, first = headings_of(grid, last, book, floor=passed + 1)
        last = with_units_line(grid, last, headings)
        passed = last
        if found and _same(list(found[-1].shown), headings):
            found[-1].repeated += range(first, last + 1)
            continue
        if found and not is_said and (score < 2.0 or not _stands_out(grid, position, book)):
            continue
        if found:
            found[-1].end = first
        is_reference = not is_said and _is_reference(headings, book)
        plain = [bracketed(plain_heading(text)) if text else "" for text in _unnumbered(headings)]
        table = Table(last, first, grid.height, plain, is_said=is_said, shown=headings)
        others = _rows_of_others(grid, found, first)
        found.append(replace(table, is_reference=is_reference, others=others))
    for table in found:
        table.end = _last_filled(grid, table) + 1
        _find_repeats(grid, table)
    return _under_its_rows(grid, found, book) if len(found) == 1 else found


def _under_its_rows(grid: Grid, found: list[Table], book: HeadingBook) -> list[Table]:
    """The list above headings that stand at its end, where nothing follows them and rows as full stand
    right above, with numbers over what is counted: a form has labels there."""
    table = found[0]
    if table.end > table.heading + 1 or table.is_said or table.first_heading < FEWEST_ABOVE:
        return found
    usual = FILLED * sum(map(bool, table.headings))
    first = table.first_heading
    while first and usual <= grid.filled_per_row[first - 1] <= len(table.headings):
        first -= 1
    counted = [
        column
        for column, text in zip(grid.columns, table.headings, strict=False)
        if text and any(m.field in COUNTED for m in book.exact(text))
    ]
    rows = [[c.values[code] for code in c.codes[first : table.first_heading]] for c in counted]
    are_numbers = bool(rows) and all(_is_number(v) for cells in rows for v in cells)
    if table.first_heading - first < FEWEST_ABOVE or not are_numbers:
        return found
    return [
        replace(
            table, heading=first - 1, first_heading=first - 1, end=table.first_heading,
            has_heading=False,
        )
    ]  # fmt: skip


COUNTED = QUANTITIES | {"unit_price", "line_value"}
FEWEST_ABOVE = 2
"""Rows above headings that end a list. Own judgement."""


def _is_line_of(grid: Grid, table: Table, row: int) -> bool:
    """Whether a row says a line of the headings of a list once more, cell by cell."""
    said = grid.row(row)
    return any(said == grid.row(n) for n in range(max(0, table.first_heading), table.heading + 1))


def _rows_of_others(grid: Grid, found: Sequence[Table], first: int) -> range:
    """The rows of the lists above one that begins in row ``first``, without the title right above that."""
    if not found:
        return range(0)
    title = first
    while title - 1 > found[-1].heading and grid.filled_per_row[title - 1] == 1:
        title -= 1
    return range(found[0].first_heading, title)


def _stands_over_data(grid: Grid, row: int) -> bool:
    """Whether a line of words, all different, stands over one of as many cells with several numbers."""
    if row + 1 >= grid.height:
        return False
    own = [value for value in grid.row(row) if value is not None]
    below = [value for value in grid.row(row + 1) if value is not None]
    is_worded = all(isinstance(value, str) for value in own) and len(set(own)) == len(own)
    is_filled = FILLED * len(own) <= len(below) <= len(own)
    return is_worded and is_filled and sum(map(_is_number, below)) >= NUMBERS_BELOW


def _is_number(value: Value) -> bool:
    return isinstance(value, float) or (isinstance(value, str) and value.strip().isdecimal())


FILLED, NUMBERS_BELOW = 0.8, 3
"""Share of the headings that have a cell below, and numbers among these. Own judgement."""


def _unnumbered(headings: Sequence[str]) -> list[str]:
    return [str(text or "") for text in without_numbering([text or None for text in headings])]


def _stands_out(grid: Grid, row: int, book: HeadingBook) -> bool:
    """Below a first table only words that are mostly headings begin another one.

    A line of data may say "Supplier 1" and "Value" too, or one thing in several columns; and "3 | Hardware |
    4 | pcs" of a text file has its numbers as texts.
    """
    texts = [value for value in grid.row(row)[:WIDEST_HEADING] if isinstance(value, str)]
    if any(_is_number(text) and not is_period(text) for text in texts):
        return False
    known = sum(bool(book.exact(text)) for text in set(texts))
    return known >= 0.5 * len(texts) and int(grid.filled_per_row[row]) == len(texts)


def _candidates(grid: Grid, said: Sequence[int]) -> list[int]:
    """Rows that can be a heading: several words, hardly a number; and those that were pointed at,
    with no other near them."""
    texts, filled = grid.texts_per_row, grid.filled_per_row
    numbers = filled - texts
    for position in np.flatnonzero((texts >= 2) & (numbers > 1))[:FIRST_ROWS].tolist():
        periods = count_periods(grid.row(position)[:WIDEST_HEADING])
        numbers[position] -= periods if periods > 1 else 0
    can_be = (texts >= 2) & (numbers <= np.maximum(1, texts // 3))
    positions = np.arange(grid.height)
    after_gap = np.zeros(grid.height, dtype=np.bool_)
    after_gap[1:] = filled[:-1] <= 1
    near = (positions < FIRST_ROWS) | ((positions < 10 * FIRST_ROWS) & (numbers == 0)) | after_gap
    likely = [int(p) for p in np.flatnonzero(can_be & near)[:MOST_LOOKED_AT]]
    likely = [row for row in likely if not (numbers[row] and counts_in_units(grid, row))]
    beside = [row for row in likely if all(abs(row - other) > NEAR for other in said)]
    return sorted({*beside, *said}) if said else likely


def _is_anybodys(text: str, book: HeadingBook) -> bool:
    if len(text) > LONGEST:
        return False
    is_place = place_in(text) is not None and not book.exact(text)
    return is_period(text) or _is_step(text) or is_place


def heading_score(row: Sequence[Value], book: HeadingBook, share: float = KNOWN) -> float:
    """How much a row looks like a heading: known words in different columns; 0 where not. ``share``: of
    its texts, so many must be known."""
    row = without_numbering(row)
    texts = [value for value in row[:WIDEST_HEADING] if isinstance(value, str)]
    # Months, steps of a price and plants are headings of any list; what it lists the others say.
    others = [text for text in texts if not _is_anybodys(text, book)]
    if _are_counted(texts[1:]):
        return 0.0
    if len(others) + 1 < len(texts):
        texts = others
        if len(texts) == 1:
            return float(any(m.field in NUMBERED for m in book.exact(texts[0])))
    if len(texts) < 2 or sum(map(len, texts)) > 60 * len(texts):
        return 0.0
    known: dict[str, float] = {}
    fields: set[str] = set()
    hits = 0.0
    naming, said = False, set[str]()
    for text in texts:
        exact = book.exact(text)
        meanings = exact or book.likely(text)
        hits += 1 if exact or composed(text) else 0.5 * bool(meanings)
        naming = naming or any(meaning.field in IDENTITY for meaning in exact)
        said |= {meaning.field for meaning in exact} - NEUTRAL
        if meanings and meanings[0].field not in NEUTRAL:
            known[text] = meanings[0].confidence * (1 if exact else LIKELY)
            fields |= {ALIASES.get(meaning.field, meaning.field) for meaning in meanings}
    steps = [text for text in row[:WIDEST_HEADING] if isinstance(text, str) and tier_of(text)]
    beside = sum(1 for text in set(texts) - known.keys() if book.exact(text))
    # "Bestellnr. | ab 1 | ab 100" are prices of what is numbered.
    if len(known) == 1 and len(steps) > 1:
        known[steps[0]] = LIKELY
        fields |= {"unit_price"} | ({"mpn"} if "supplier_part_number" in fields else set())
    if len(known) == 1 and fields & QUANTITIES and (kind := kind_beside_size(texts)):
        known[kind] = LIKELY
        fields |= {"description"}
    is_named = not fields.isdisjoint(IDENTITY)
    is_priced = len(texts) >= 3 and fields >= {"unit", "unit_price"}
    is_counted = not fields.isdisjoint(QUANTITIES)
    is_of_firms = fields >= {"supplier", "supplier_number"}
    is_enough = is_named or len(known) >= 3 or is_priced or is_counted or is_of_firms
    # What is told and how many beside it are headings, whatever else the list has columns for.
    needed = 3 if naming and is_counted else min(share * len(texts), 7)
    if naming and len(said) >= SAID_FOR_CERTAIN:
        needed = min(needed, SAID_FOR_CERTAIN)
    if (
        len(known) < 2
        or len(known) + beside < book.fewest
        or len(fields) < 2
        or hits < min(needed, share * len(texts))
        or not is_enough
    ):
        return 0.0
    if not _is_one_language(list(known), book):
        return 0.0
    return sum(known.values()) + (0.5 if is_named else -0.5)


def _are_counted(texts: Sequence[str]) -> bool:
    """001, 002, 003 or 10, 20, 30: things that are numbered side by side, and no steps of a price."""
    plain = [text.rstrip(".") for text in texts]
    if len(plain) < FEWEST_COUNTED or not all(map(str.isdecimal, plain)):
        return False
    numbers = [int(text) for text in plain]
    return numbers[0] > 0 and numbers == [numbers[0] * (n + 1) for n in range(len(numbers))]


FEWEST_COUNTED = 3
"""Numbers in a line of which each is one more step than the one before, which prices by quantity are not. Own
judgement."""


def _is_step(text: str) -> bool:
    """A quantity from which a price holds, such as "10-49" and "50+"."""
    return len(text) < LONGEST_STEP and not text.isalpha() and tier_of(f"price {text}") is not None


LONGEST_STEP = 12
FEWEST_THINGS = 4
"""Known headings that all mean another thing, from which they translate none. Own judgement."""


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
    if max(best, english) < 0.5 * len(texts):
        return False
    return strangers <= max(1, 0.25 * len(texts)) or _say_many_things(texts, book)


def _say_many_things(texts: Sequence[str], book: HeadingBook) -> bool:
    """Translations say one thing again and again: where all say another, the words are headings of sister
    languages of which none has them all, such as Spanish and Portuguese."""
    first = [meanings[0].field for text in texts if (meanings := book.likely(text))]
    return len(first) >= FEWEST_THINGS and len(set(first)) == len(first)


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


def _is_reference(headings: Sequence[str], book: HeadingBook) -> bool:
    return any(m.field in REFERENCE for text in headings for m in book.exact(text))


def _last_filled(grid: Grid, table: Table) -> int:
    filled = np.flatnonzero(grid.filled_per_row[table.heading + 1 : table.end])
    return table.heading + 1 + int(filled[-1]) if len(filled) else table.heading


def _same(left: list[str], right: list[str]) -> bool:
    # The units may stand in a line below, which is not looked at yet where headings come again.
    plain = ([text.partition(" [")[0] for text in side] for side in (left, right))
    known = [(a, b) for a, b in zip(*plain, strict=False) if a or b]
    return bool(known) and sum(a == b for a, b in known) >= 0.8 * len(known)


def _find_repeats(grid: Grid, table: Table) -> None:
    """Page headings anywhere in the list: rows that equal a line of the heading, cell by cell. A line with one
    text, as of a group or a unit, counts beside another one only."""
    again, lone = set[int](), set[int]()
    for line in range(max(0, table.first_heading), table.heading + 1):
        rows, texts = _rows_like(grid, table, line)
        if texts >= 2:
            again.update(rows)
        elif texts:
            lone.update(rows)
    again |= {row for row in lone if row - 1 in again or row + 1 in again}
    table.repeated = sorted(again | set(table.repeated))


def _rows_like(grid: Grid, table: Table, line: int) -> tuple[list[int], int]:
    """Rows of the list with the texts of a line of its heading, and how many texts it has; beside those of an
    upper line stands nothing else."""
    rows = slice(table.heading + 1, table.end)
    same, texts = np.ones(table.end - table.heading - 1, dtype=np.bool_), 0
    for column in grid.columns:
        code = column.codes[line]
        if isinstance(column.values[code], str):
            texts += 1
            same &= column.codes[rows] == code
    if line < table.heading:
        same &= grid.filled_per_row[rows] == texts
    return (np.flatnonzero(same) + table.heading + 1).tolist(), texts
