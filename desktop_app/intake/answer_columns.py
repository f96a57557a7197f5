"""Finds the list of answers in a sheet that came back, however it was rearranged.

Hidden keys say which column holds which answer; where they are gone, the headings do, in whatever
language they were written. A parts list has some of these headings too, so a sheet without keys is
only taken for a questionnaire where it says things that no parts list says.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from desktop_app.compiled import compiled, fingerprint
from desktop_app.intake.answer_units import is_unit_alone
from desktop_app.intake.answer_words import folded, without
from desktop_app.intake.grid import Grid, Value, shown
from desktop_app.intake.questionnaire_master import own_masters
from desktop_app.language.catalogue import LANGUAGES, Catalogue
from desktop_app.model.answers import (
    ANSWERED_BY,
    ANSWERED_ON,
    ANSWERS,
    ASKED,
    DESCRIPTION,
    INTRODUCTION,
    KEY,
    PART_NUMBER,
    REMARK,
    SCHEMA,
    Answer,
)
from desktop_app.model.findings import Message
from desktop_app.paths import shipped

LOOKED_THROUGH = 60
"""Rows in which headings are looked for: some put a letter above the list. Own judgement."""
LOOKED_THROUGH_OURS = 5_000
"""The same in a workbook that says it is ours: its headings may have been sorted in among the rows."""
WIDEST = 200
"""Columns in which headings are looked for: a questionnaire has thirty at most. Own judgement."""
LONGEST_HEADING = 200
"""Characters of a heading in two languages. Own judgement."""
FEWEST_KEYS = 3
"""Keys in one row that make it the row of keys. Own judgement: they are no words of any language."""
FEWEST_HEADINGS = 2
"""Headings that only a questionnaire has and that make a sheet without keys one. Own judgement."""
MOST_MERGED = 200_000
"""Cells that merged areas of one sheet may cover; more is no answer of anybody."""
LINE_KEY = re.compile(r"[0-9a-f]{0,12}:.*![0-9]{1,7}", re.DOTALL)
BY_KEY: Mapping[str, Answer] = {answer.key: answer for answer in (*ANSWERS, REMARK)}
FACTS: Mapping[str, Message | None] = {
    "key": KEY, "part_number": PART_NUMBER, "description": DESCRIPTION, "asked": ASKED,
}  # fmt: skip
"""Columns before the answers, with their headings; that of the keys has none."""
COMMON = frozenset(
    ("part_number", "description", "country_of_origin", "hs_code", "magnet_grade", "remark", "maker",
     "lead_time_days", "form")
)  # fmt: skip
"""Headings that parts lists have as well."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Positions in a grid: of the last row of headings, and of each column by its key. ``retyped``:
    position of a column to the heading that the supplier put in the place of ours. ``span``: the
    columns of one part, where each part has headings of its own; None for a list. ``number``: of that
    part, where it stands beside its questions; ``answering``: the row of its answers. ``is_anew``: the
    supplier typed the whole table, and its headings say the same as ours in other words."""

    heading: int
    places: Mapping[str, int]
    retyped: Mapping[int, str] = field(default_factory=dict)
    span: Sequence[int] | None = None
    number: str = ""
    answering: int | None = None
    is_anew: bool = False

    @property
    def answers(self) -> Mapping[int, Answer]:
        """Position of a column to the answer it holds."""
        return {at: BY_KEY[name] for name, at in self.places.items() if name in BY_KEY}


def is_keys_sheet(grid: Grid) -> bool:
    """The sheet that says what the workbook is, under whatever name."""
    if len(grid.columns) < 2:
        return False
    return any(
        grid.cell(row, 0) == "schema" and grid.cell(row, 1) == SCHEMA
        for row in range(min(grid.height, LOOKED_THROUGH))
    )


def columns_of(grid: Grid, *, is_ours: bool) -> Columns | None:
    """The list of answers of a sheet; None where it has none. ``is_ours``: the workbook says that
    it is a questionnaire."""
    rows = range(min(grid.height, LOOKED_THROUGH_OURS if is_ours else LOOKED_THROUGH))
    keys = _best(grid, rows, _key_of)
    heads = _best(grid, rows, heading_of)
    by_key = _are_our_keys(keys[1], is_ours)
    if not by_key and not _is_a_questionnaire(heads[1], is_ours):
        return None
    places = {**heads[1], **(_moved(grid, heads, keys[1]) if by_key else {})}
    places |= _newer(grid, heads[0], places)
    if not any(name in BY_KEY for name in places):
        return None
    first = max(row for row, found in (keys, heads) if found and (by_key or found is not keys[1]))
    places |= _lines_named_in(grid, first, places) or _numbers_in(grid, first, places)
    retyped = _retyped(grid, heads[0], places)
    in_units = _units_below(grid, first, places)
    return Columns(first + bool(in_units), places, {**retyped, **in_units})


def _moved(
    grid: Grid, heads: tuple[int, Mapping[str, int]], keys: Mapping[str, int]
) -> dict[str, int]:
    """The columns of the keys; where one heading of ours stands above another column, somebody moved the
    columns below the hidden row, and what the supplier saw counts."""
    row, named = heads[0], list[str | None]()
    if row >= 0:
        named = [heading_of(grid.cell(row, at)) for at in range(min(len(grid.columns), WIDEST))]
    seen = {
        name: named.index(name)
        for name in BY_KEY
        if named.count(name) == 1
        and name in keys
        and named[keys[name]] != name
        # A text of the supplier's there is a question put anew, and the other column may be the old one.
        and (named[keys[name]] is not None or grid.cell(row, keys[name]) is None)
    }
    taken = frozenset(seen.values())
    kept = {n: at for n, at in keys.items() if at not in taken or named[at] in (None, n)}
    return {**kept, **seen}


def _newer(grid: Grid, row: int, places: Mapping[str, int]) -> dict[str, int]:
    """The columns that are headed as a new answer beside one of ours: "Dy, mass % (new)"."""
    if row < 0:
        return {}
    found: dict[str, int] = {}
    taken = frozenset(places.values())
    for at in range(min(len(grid.columns), WIDEST)):
        value = grid.cell(row, at)
        if at in taken or not isinstance(value, str) or len(value) > LONGEST_HEADING:
            continue
        text = without(value, ("new_heading",))
        if text != without(value, ()):
            names = {name for line, name in _headings().items() if without(line, ()) == text}
            if len(names) == 1 and (name := names.pop()) in BY_KEY:
                found[name] = at
    return found


def _units_below(grid: Grid, heading: int, places: Mapping[str, int]) -> dict[int, str]:
    """Units in a row of their own below the headings, by their columns; of no part and no answer."""
    row = heading + 1
    if row >= grid.height or any(
        grid.cell(row, places[name]) is not None
        for name in ("key", "part_number", "description")
        if name in places
    ):
        return {}
    said = {at: grid.cell(row, at) for at in range(len(grid.columns))}
    answers = {at: BY_KEY[name] for name, at in places.items() if name in BY_KEY}
    found = {
        at: str(value)
        for at, value in said.items()
        if at in answers and is_unit_alone(answers[at], value)
    }
    return found if len(found) == sum(value is not None for value in said.values()) else {}


def _retyped(grid: Grid, row: int, places: Mapping[str, int]) -> dict[int, str]:
    """The headings of answers that are none of ours any more."""
    found: dict[int, str] = {}
    for name, column in places.items():
        value = grid.cell(row, column)
        if name in BY_KEY and isinstance(value, str) and heading_of(value) is None:
            found[column] = value[:LONGEST_HEADING]
    return found


def _are_our_keys(keys: Mapping[str, int], is_ours: bool) -> bool:
    """A table of a database calls its columns part_number, description and lead_time_days too."""
    own = [name for name in keys if name not in COMMON]
    return len(keys) >= FEWEST_KEYS and (is_ours or len(own) >= FEWEST_HEADINGS)


def _is_a_questionnaire(heads: Mapping[str, int], is_ours: bool) -> bool:
    own = [name for name in heads if name not in COMMON]
    if is_ours:
        return bool(own) or len(heads) >= FEWEST_KEYS
    return len(own) >= FEWEST_HEADINGS


def _best(
    grid: Grid, rows: Iterable[int], read: Callable[[Value], str | None]
) -> tuple[int, dict[str, int]]:
    """The row in which most columns are named, with the first column of each name."""
    best: tuple[int, dict[str, int]] = (-1, {})
    for row in rows:
        found: dict[str, int] = {}
        for column in range(min(len(grid.columns), WIDEST)):
            value = grid.cell(row, column)
            name = read(value) if isinstance(value, str) else None
            if name is not None:
                found.setdefault(name, column)
        if len(found) > len(best[1]):
            best = row, found
    return best


def _key_of(value: Value) -> str | None:
    return value if isinstance(value, str) and (value in BY_KEY or value in FACTS) else None


def heading_of(value: Value) -> str | None:
    """Which column a heading names, in one language or two; None for any other text."""
    if not isinstance(value, str) or len(value) > LONGEST_HEADING:
        return None
    usual, own = _headings(), _house_words()[0]
    named = {usual.get(line) or own[line] for line in _lines(value) if line in usual or line in own}
    return next(iter(named)) if len(named) == 1 else None


def _lines(text: str) -> list[str]:
    """A heading whole, line by line, and its languages where they stand in one line; without the star
    of what must be filled in and the colon before what is."""
    lines = (text, *text.splitlines(), *text.split(" / "))
    return [folded(line.strip(" *:：")) for line in dict.fromkeys(lines)]


@cache
def _headings() -> Mapping[str, str]:
    """Folded heading in each language, and beside English in one line, to the key of its column; kept
    between runs, for it takes all catalogues to make them."""
    catalogues = sorted(shipped("resources", "languages").glob("*.mo"))
    mark = fingerprint((), ("intake", "language", "model"), catalogues)
    return compiled("own_headings", mark, _own_headings)


def _own_headings() -> Mapping[str, str]:
    found: dict[str, str] = {}
    titles = {**{answer.key: answer.title for answer in BY_KEY.values()}, **FACTS}
    english = Catalogue("en")
    for language in LANGUAGES:
        catalogue = Catalogue(language)
        for key, title in titles.items():
            if title is not None:
                said = catalogue.say(title)
                found.setdefault(folded(said), key)
                found.setdefault(folded(f"{said} {english.say(title)}"), key)
    return found


@cache
def _house_words() -> tuple[Mapping[str, str], frozenset[str]]:
    """Of the house's own questionnaires: folded heading to key, and the lines of the introduction. Read once
    a run."""
    titles, introduction = dict[str, str](), set[str]()
    for master in own_masters():
        for key, title in master.titles.items():
            for line in _lines(title):
                titles.setdefault(line, key)
        for text in master.introduction:
            introduction |= {folded(line) for line in (text, *text.splitlines())}
    return titles, frozenset(introduction)


@cache
def words_of(message: Message) -> frozenset[str]:
    """A message folded in each language, and beside English in one line."""
    english = Catalogue("en").say(message)
    said = [Catalogue(language).say(message) for language in LANGUAGES]
    return frozenset(folded(text) for one in said for text in (one, f"{one} {english}"))


def is_own_text(value: Value, supplier: str) -> bool:
    """Whether a cell above the list says what we wrote there ourselves."""
    if not isinstance(value, str):
        return False
    if value == supplier or _key_of(value) or heading_of(value):
        return True
    ours = _house_words()[1].union(*map(words_of, (*INTRODUCTION, ANSWERED_ON, ANSWERED_BY)))
    lines = value.splitlines()
    return folded(value) in ours or all(folded(line) in ours for line in lines)


def _lines_named_in(grid: Grid, heading: int, places: Mapping[str, int]) -> dict[str, int]:
    """The column of line keys by what its cells look like, where its own key is gone."""
    if "key" in places:
        return {}
    for column in range(len(grid.columns)):
        texts = [shown(grid.cell(row, column)) for row in range(heading + 1, grid.height)]
        filled = [text for text in texts[:500] if text]
        if filled and all(LINE_KEY.fullmatch(text) for text in filled):
            return {"key": column}
    return {}


def _numbers_in(grid: Grid, heading: int, places: Mapping[str, int]) -> dict[str, int]:
    """The column of part numbers that lost its heading: before all answers, filled in each of their
    rows and nowhere alike; a count of the rows is no number of a part."""
    if {"key", "part_number", "description"} & places.keys():
        return {}
    answers = [at for name, at in places.items() if name in BY_KEY]
    rows = [
        row
        for row in range(heading + 1, grid.height)
        if any(grid.cell(row, at) is not None for at in answers)
    ]
    for column in range(min(answers, default=0)):
        texts = [shown(grid.cell(row, column)) for row in rows]
        is_headed = grid.cell(heading, column) is not None
        is_count = texts == [str(at) for at in range(1, len(texts) + 1)]
        is_own = all(texts) and len({*texts}) == len(texts) and not (is_headed or is_count)
        if texts and is_own:
            return {"part_number": column}
    return {}


def is_remark(grid: Grid, columns: Columns, row: int) -> bool:
    """Whether a row below the headings is words of the supplier's where numbers of parts stand: the
    lines of a mail, a signature. We asked nothing in it, and nothing is answered."""
    at = columns.places.get("part_number")
    if at is None or [n for n, value in enumerate(grid.row(row)) if value is not None] != [at]:
        return False
    text = grid.cell(row, at)
    return isinstance(text, str) and (" " in text.strip() or not re.search(r"\d", text))


def merged_into(grid: Grid, first: int) -> dict[tuple[int, int], tuple[int, int]]:
    """Cells under a merged area below the headings, each to the cell that holds its content."""
    found: dict[tuple[int, int], tuple[int, int]] = {}
    for top, left, bottom, right in grid.merged:
        last_row, last_column = min(bottom, grid.height - 1), min(right, len(grid.columns) - 1)
        if top < first or left < 0 or len(found) > MOST_MERGED:
            continue
        for row in range(top, last_row + 1):
            for column in range(left, last_column + 1):
                if (row, column) != (top, left) and grid.cell(row, column) is None:
                    found[row, column] = (top, left)
    return found
