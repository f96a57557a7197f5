"""Two versions of one list dropped together: the newer one counts, and it is said what changed.

Which is newer is said above the list or in the name of the file; where neither tells, or the lists may be
of two products, both stand.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from pathlib import Path
from typing import Any, TypeAlias

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from desktop_app.intake.consumption import PERIODS_A_YEAR
from desktop_app.intake.dates import MONTHS
from desktop_app.intake.goes_into import key_of_product, named_in
from desktop_app.intake.headings import normalise
from desktop_app.intake.leaving import without_rows
from desktop_app.intake.lent_rows import plain
from desktop_app.intake.planned_lists import phrases_of
from desktop_app.intake.roles import Role, role_of, tell_apart
from desktop_app.intake.same_part import normal_number
from desktop_app.model.findings import Issue, Message, msg
from desktop_app.model.parts import NUMBER_FIELDS, PartTable
from desktop_app.model.reading import Reading
from desktop_app.model.sources import SheetFound, TableFound

Rows = NDArray[np.intp]
Edition: TypeAlias = "tuple[date | None, tuple[int, ...]]"
"""A day and the number of a version, as far as they are said."""

SHARED: Mapping[Role, float] = {
    "catalogue": 0.5, "purchasing": 0.5, "demand": 0.5, "planning": 0.5, "list": 0.8,
}  # fmt: skip
"""Share of the smaller list's numbers that another version has too: bills of two products share screws.
Lists of orders, of consumption and of needs by period go on where the last one ended. Own judgement."""
GONE_IS_GONE = frozenset(("list", "planning"))
"""Roles of which a row that the newer list has not is no part any more; what a price list leaves out may
still be bought."""
COMPARED = (
    "unit_price", "currency", "lead_time_days", "country_of_origin", "stock_on_hand", "quantity",
    "annual_quantity", "supplier", "hs_code", "unit_mass_g", "description",
)  # fmt: skip
NAMED = 5
"""Numbers of parts that are named in a message."""
_OLDER = msg("of an older version of another list")


@dataclass(frozen=True, eq=False)
class _List:
    """One table as a version: ``stem`` of its file's name, ``edition``; its day with day and month
    ``swapped``, where both orders are read."""

    table: int
    file: int
    sheet: SheetFound
    found: TableFound
    role: Role
    stem: str
    edition: Edition
    swapped: date | None
    parts: PartTable

    @cached_property
    def rows(self) -> dict[str, int]:
        """Rows by number, else by description; the first of each."""
        return _keyed(self.parts, self._of_table)

    @cached_property
    def titles(self) -> frozenset[str]:
        """What stands above the list, without days and versions."""
        above = self.sheet.preview[: max(0, self.found.header_row - 1)]
        return frozenset(filter(None, (_title(" ".join(filter(None, row))) for row in above)))

    def named(self, field: str) -> frozenset[str]:
        """What its rows name: their suppliers, their plants."""
        return frozenset(self.parts.frame[field].iloc[self._of_table].dropna().map(plain))

    def replaced_by(self, newer: "_List") -> Rows:
        """Its rows without those of parts that may still be bought."""
        rows = self._of_table
        if self.role in GONE_IS_GONE:
            return rows
        keys = _keys(self.parts, rows)
        return rows[np.array([key in newer.rows for key in keys], dtype=np.bool_)]

    @property
    def _of_table(self) -> Rows:
        return np.flatnonzero(self.parts.frame["table"].to_numpy() == self.table)


def without_older(reading: Reading) -> Reading:
    """The reading with older versions of its lists replaced by the newer ones; the same one where there
    are none."""
    parts = reading.parts
    if len(reading.files) < 2 or not len(parts):
        return reading
    lists = [one for one in _lists(reading) if one.role in SHARED and _is_whole(parts, one)]
    leaving: dict[int, list[tuple[Rows, Message]]] = {}
    issues: dict[int, list[Issue]] = {}
    for group in _versions(lists):
        *older, newest = sorted(group, key=lambda one: _rank(one.edition))
        if not all(_is_newer(newest, one) and _is_of_same(newest, one) for one in older):
            issues.setdefault(newest.file, []).append(_undecided(reading, older[-1], newest))
            continue
        for one in older:
            leaving[one.table] = [(one.replaced_by(newest), _OLDER)]
        issues.setdefault(newest.file, []).append(_changed(reading, older[-1], newest))
    return without_rows(reading.files, parts, leaving, issues) if issues else reading


def _lists(reading: Reading) -> Iterator[_List]:
    parts, table = reading.parts, -1
    tables = parts.frame["table"].to_numpy()
    for number, file in enumerate(reading.files):
        stem, named = name_of(parts.file_names[number])
        for sheet in file.sheets:
            for found in sheet.tables:
                table += 1
                rows = np.flatnonzero(tables == table)
                if not len(rows) or file.questionnaire is not None:
                    continue
                role = role_of(parts, rows, parts.columns[table])
                above = _day_above(sheet, found)
                swapped = None if above else _swapped(parts.file_names[number])
                edition = above or named[0], named[1]
                yield _List(table, number, sheet, found, role, stem, edition, swapped, parts)


def _is_whole(parts: PartTable, one: _List) -> bool:
    fields = parts.columns[one.table].keys()
    is_of_periods = fields & {"requirement_date", *PERIODS_A_YEAR}
    return not is_of_periods and (one.role != "planning" or "stock_on_hand" in fields)


def _keyed(parts: PartTable, rows: Rows) -> dict[str, int]:
    """Rows by number, else by description; the first of each."""
    found: dict[str, int] = {}
    for row, key in zip(rows.tolist(), _keys(parts, rows), strict=True):
        found.setdefault(key, row)
    return found


def _keys(parts: PartTable, rows: Rows) -> list[str]:
    columns = (parts.frame[name].iloc[rows] for name in ("part_number", "mpn", "description"))
    return [
        normal_number(part_number or mpn) or (description or "").casefold()
        for part_number, mpn, description in zip(*columns, strict=True)
    ]


def _versions(lists: Sequence[_List]) -> Iterator[list[_List]]:
    """Lists of different files with the same name but for the day, headings, role and most parts."""
    groups: dict[object, list[_List]] = {}
    for one in lists:
        headings = tuple(_without_digits(column.header) for column in one.found.columns)
        key = one.stem, one.role, headings, _without_digits(one.sheet.name)
        groups.setdefault(key, []).append(one)
    for group in groups.values():
        if len({one.file for one in group}) == len(group) > 1:
            first = group[0]
            like = [one for one in group if one is first or _share(first, one)]
            if len(like) > 1:
                yield like


def _is_newer(newer: _List, older: _List) -> bool:
    """Whether a later day or version says so, however day and month are read. An undated list may be
    the present one beside an archive."""
    if (newer.edition[0] is None) != (older.edition[0] is None):
        return False
    swapped = [(one.swapped or one.edition[0], one.edition[1]) for one in (newer, older)]
    return _rank(newer.edition) > _rank(older.edition) and _rank(swapped[0]) > _rank(swapped[1])


def _is_of_same(newer: _List, older: _List) -> bool:
    """Whether nothing says that two lists are of two products or plants: what stands above them, what
    they call their parts; of downloads under one name, the parts themselves."""
    if newer.titles != older.titles or tell_apart(newer.parts, newer.table, older.table):
        return False
    products = newer.named("goes_into"), older.named("goes_into")
    if products[0] != products[1] or (newer.role == "list" and _are_products(newer, older)):
        return False
    names = {_without_copy(one.parts.file_names[one.file]) for one in (newer, older)}
    is_told = newer.edition[0] != older.edition[0] or len(names) > 1
    return is_told or newer.role not in GONE_IS_GONE or older.rows.keys() <= newer.rows.keys()


def _are_products(one: _List, other: _List) -> bool:
    """Whether another list, such as a plan, names what the names of both files do: Motor V6 and Motor V8
    are two motors there, and no versions of one."""
    frame = one.parts.frame
    apart = frame[~frame["table"].isin((one.table, other.table)).to_numpy()]
    texts = {*apart["part_number"].dropna(), *apart["description"].dropna()}
    known = {key_of_product(text) for text in texts}
    named = [named_in(Path(one.parts.file_names[a.file]).stem, known) for a in (one, other)]
    return None not in named and named[0] != named[1]


def _share(one: _List, other: _List) -> bool:
    both = one.rows.keys() & other.rows.keys()
    for field in ("supplier", "plant"):  # offers of two firms, stock of two plants
        mine, theirs = one.named(field), other.named(field)
        if mine and theirs and not mine & theirs:
            return False
    return len(both) >= SHARED[one.role] * min(len(one.rows), len(other.rows))


def _without_digits(text: str) -> str:
    return "".join(c for c in normalise(text) if not c.isdigit())


_DAYS = (
    re.compile(r"(?<!\d)(20[1-4]\d)[-_./ 年]?(0[1-9]|1[0-2]|[1-9](?=[-_./月]))"
               r"[-_./ 月]?([0-2]\d|3[01]|[1-9])?日?(?!\d)"),
    re.compile(r"(?<!\d)(?P<d>[0-2]?\d|3[01])[-_.](?P<m>0?[1-9]|1[0-2])[-_.](?P<y>20[1-4]\d|[1-4]\d)(?!\d)"),
    re.compile(r"(?<![a-z\d])q([1-4])[-_./ ]?(20[1-4]\d)(?!\d)|(?<!\d)(20[1-4]\d)[-_./ ]?q([1-4])(?!\d)"),
)  # fmt: skip
_YEAR = re.compile(r"(?<!\d)(20[1-4]\d)(?!\d)")
_WORDS = re.compile(r"[^\W\d_]+")
_COPY = re.compile(r"\((\d{1,2})\)")


def name_of(name: str) -> tuple[str, Edition]:
    """A file's name without what tells its versions apart, and what that says."""
    text = unicodedata.normalize("NFKC", name).casefold().rpartition(".")[0]
    day, text = _day_in(text)
    numbers: tuple[int, ...] = ()
    for pattern in (_version(), _COPY):
        if found := pattern.search(text):
            numbers += tuple(_number(part) for part in re.split(r"[._-]", found[1]))
            text = text[: found.start()] + " " + text[found.end() :]
    words = "".join(c if c.isalnum() else " " for c in text).split()
    return " ".join(word for word in words if word not in phrases_of("version_of")), (day, numbers)


@cache
def _version() -> re.Pattern[str]:
    words = "|".join(map(re.escape, sorted(phrases_of("version"), key=len, reverse=True)))
    return re.compile(
        rf"(?<![^\W_])(?:{words})[ ._-]?(\d{{1,3}}(?:[._-]\d{{1,3}})*|[a-z])(?![^\W_])"
    )


def _without_copy(name: str) -> str:
    return "".join(_COPY.sub("", name).split())


def _title(text: str) -> str:
    """A line above a list without its days and versions; one that says a day may say an hour too."""
    rest, is_dated = unicodedata.normalize("NFKC", text).casefold(), False
    day, rest = _day_in(rest)
    while day is not None:
        is_dated = True
        day, rest = _day_in(rest)
    words = "".join(c if c.isalnum() and not (is_dated and c.isdigit()) else " " for c in rest)
    return " ".join(_version().sub(" ", " ".join(words.split())).split())


def _swapped(name: str) -> date | None:
    """The day in a file's name read month first, where its signs leave that open: 11-05-2026."""
    found = _DAYS[1].search(unicodedata.normalize("NFKC", name).casefold())
    if found is None or "." in found[0]:
        return None
    day = _day_of(found)
    return day.replace(month=day.day, day=day.month) if day is not None and day.day <= 12 else None


def _number(text: str) -> int:
    return int(text) if text.isdigit() else ord(text)


def _day_in(text: str) -> tuple[date | None, str]:
    """The day, month, quarter or year that a text names, and the rest of it."""
    for pattern in _DAYS:
        if (found := pattern.search(text)) and (day := _day_of(found)) is not None:
            return day, text[: found.start()] + " " + text[found.end() :]
    found = _YEAR.search(text)
    if found is None:
        return None, text
    month = next((MONTHS[word] for word in _WORDS.findall(text) if word in MONTHS), 1)
    rest = text[: found.start()] + " " + text[found.end() :]
    rest = _WORDS.sub(lambda word: " " if word[0] in MONTHS else word[0], rest)
    return date(int(found[1]), month, 1), rest


def _day_of(found: re.Match[str]) -> date | None:
    groups = found.groupdict()
    try:
        if groups:
            year = int(groups["y"])
            return date(year if year > 99 else 2000 + year, int(groups["m"]), int(groups["d"]))
        if "q" in found[0]:
            quarter, of_year = (found[1], found[2]) if found[1] else (found[4], found[3])
            return date(int(of_year), 3 * int(quarter) - 2, 1)
        return date(int(found[1]), int(found[2]), int(found[3] or 1))
    except ValueError:
        return None


def _day_above(sheet: SheetFound, found: TableFound) -> date | None:
    """The first day that stands above a list."""
    for row in sheet.preview[: max(0, found.header_row - 1)]:
        for text in row:
            day = _day_in(text.casefold())[0] if text else None
            if day is not None:
                return day
    return None


def _rank(edition: Edition) -> tuple[date, tuple[int, ...]]:
    return edition[0] or date.min, edition[1]


def _undecided(reading: Reading, one: _List, other: _List) -> Issue:
    what = msg(
        "This list and {file} look like two versions of one, and nothing says which is newer; "
        "neither replaces the other.",
        file=reading.parts.file_names[one.file],
    )
    return Issue("W_NOT_JOINED", "warning", what, other.sheet.name)


def _changed(reading: Reading, older: _List, newer: _List) -> Issue:
    parts = reading.parts
    both = [key for key in newer.rows if key in older.rows]
    changed = [key for key in both if _differ(parts, older.rows[key], newer.rows[key])]
    what = msg(
        "Newer version of {file}, which it replaces. Changed: {changed}; new: {new}; gone: {gone}.",
        file=parts.file_names[older.file],
        changed=_counted(parts, [newer.rows[key] for key in changed]),
        new=_counted(parts, [row for key, row in newer.rows.items() if key not in older.rows]),
        gone=_counted(parts, [row for key, row in older.rows.items() if key not in newer.rows]),
    )
    return Issue("W_JOINED", "note", what, newer.sheet.name)


def _counted(parts: PartTable, rows: Sequence[int]) -> str:
    """ "2 (MW-100, MW-101)"."""
    names = [str(parts.value(row, "part_number") or parts.value(row, "mpn") or "") for row in rows]
    named = ", ".join(name for name in names[:NAMED] if name)
    more = ", …" if len(rows) > NAMED else ""
    return f"{len(rows)} ({named}{more})" if named else str(len(rows))


def _differ(parts: PartTable, one: int, other: int) -> bool:
    for name in COMPARED:
        before: Any = parts.value(one, name)
        now: Any = parts.value(other, name)
        if name in NUMBER_FIELDS and before is not None and now is not None:
            if not np.isclose(before, now):
                return True
        elif before != now and not (pd.isna(before) and pd.isna(now)):
            return True
    return False
