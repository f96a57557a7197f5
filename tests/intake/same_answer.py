"""Changes a list in a way that must not change its answer, and says what changed all the same.

``python -m tests.intake.battery same_answer AMOUNT`` tries every change on so many lists of the sets, drawn
by the seed.
"""

import math
import random
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from desktop_app.intake.joining import connect
from desktop_app.model.parts import COLUMNS, PLACE_FIELDS
from desktop_app.model.reading import Reading
from tests.intake.reading_here import read_here
from tests.workbooks.all_lists import Listed
from tests.workbooks.build import make_xlsx
from tests.workbooks.changes import AROUND, Case, Change, Changed
from tests.workbooks.changes_in_cells import IN_CELLS
from tests.workbooks.changes_of_files import OF_FILES, can_hold

CHANGES: Mapping[str, Change] = {**AROUND, **IN_CELLS, **OF_FILES}
FACTS = tuple(name for name in COLUMNS if name not in PLACE_FIELDS)


@dataclass(frozen=True)
class Answer:
    """``facts``: row to what is known of the part there; ``fields``: column to what it holds."""

    facts: Mapping[int, Mapping[str, Any]]
    fields: Mapping[int, str | None]


@dataclass(frozen=True)
class Difference:
    """``kind``: ``wrong`` (another value), ``made up`` (a value where none was), ``gone`` (none where one
    was), ``lost`` (a part), ``added`` (a part), ``refused`` (the file)."""

    listed: str
    change: str
    kind: str
    what: str


def answer_to(reading: Reading | str, sheet: str | None) -> Answer | str:
    """What was read of one sheet; all of them where None. The code where the file was refused."""
    if isinstance(reading, str):
        return reading
    parts = connect(reading).parts
    tables = [
        t for f in reading.files for s in f.sheets if sheet in (None, s.name) for t in s.tables
    ]
    rows, sheets = parts.frame["row"].tolist(), parts.frame["sheet"].tolist()
    facts = {
        int(row): {n: v for n in FACTS if (v := parts.value(part, n)) is not None}
        for part, (row, own) in enumerate(zip(rows, sheets, strict=True))
        if sheet in (None, own)
    }
    return Answer(facts, {c.index: c.field for t in tables for c in t.columns})


def case_of(listed: Listed, folder: Path) -> tuple[Case, Answer] | None:
    """The list with what is read of it as it stands; None where it is not one table with parts."""
    reading = read_here(listed.write(folder))
    sheet = listed.judged if len(listed.sheets) > 1 else None
    answer = answer_to(reading, sheet)
    if isinstance(answer, str) or isinstance(reading, str):
        return None
    tables = [
        t for f in reading.files for s in f.sheets if sheet in (None, s.name) for t in s.tables
    ]
    is_turned = any("side by side" in str(i.message) for f in reading.files for i in f.issues)
    if len(tables) != 1 or not tables[0].header_row or not answer.facts or is_turned:
        return None
    table, rows = tables[0], answer.facts.keys()
    top = _first_heading(listed, table.header_row, {c.header for c in table.columns})
    case = Case(
        listed, top, table.header_row, table.first_row, max(rows), answer.fields, frozenset(rows)
    )
    return (case, answer) if min(rows) >= table.first_row else None


def _first_heading(listed: Listed, heading: int, headers: set[str]) -> int:
    """The highest line of headings: that whose texts begin those that were read."""
    row = heading
    while row > 1 and row > heading - 2:
        texts = [str(v).strip() for v in listed.cells[row - 2] if v is not None]
        if not texts or not all(any(h.startswith(t) for h in headers) for t in texts):
            break
        row -= 1
    return row


def differences(case: Case, before: Answer, name: str, chance: random.Random) -> list[Difference]:
    """What a change made different in the answer to a list."""
    changed = _change(case, name, chance)
    if changed is None:
        return []
    with tempfile.TemporaryDirectory() as folder:
        reading = read_here(_write(changed, Path(folder)))
    sheet = changed.listed.judged if len(changed.listed.sheets) > 1 else None
    after = answer_to(reading, sheet)
    if isinstance(after, str):
        return [Difference(case.listed.name, name, "refused", after)]
    return [
        Difference(case.listed.name, name, kind, what)
        for kind, what in _compared(before, after, changed)
    ]


def all_changes(listed: Listed, number: int) -> tuple[int, list[Difference]]:
    """(changes that say something of a list, what they made different); ``number``: the seed."""
    with tempfile.TemporaryDirectory() as folder:
        found = case_of(listed, Path(folder))
    tried, different = 0, list[Difference]()
    if found is None:
        return tried, different
    case, before = found
    for name in CHANGES:
        seed = f"{number} {listed.name} {name}"
        if applies(case, name, random.Random(seed)):  # noqa: S311 - repeatable
            tried += 1
            different += differences(case, before, name, random.Random(seed))  # noqa: S311
    return tried, different


def applies(case: Case, name: str, chance: random.Random) -> bool:
    return _change(case, name, chance) is not None


def _change(case: Case, name: str, chance: random.Random) -> Changed | None:
    """None where the encoding of a text file cannot say what the change puts into it."""
    changed = CHANGES[name](case, chance)
    if changed is not None and changed.listed.is_text and changed.write is None:
        encoding = changed.listed.container.split(":")[1]
        if not can_hold(encoding, "".join(str(v) for row in changed.listed.cells for v in row)):
            return None
    return changed


def _write(changed: Changed, folder: Path) -> Path:
    if changed.write is not None:
        path: Path = changed.write(changed.listed, folder)
        return path
    if changed.finish is not None:
        return make_xlsx(folder / "list.xlsx", changed.listed.sheets, changed.finish)
    return changed.listed.write(folder)


def _compared(before: Answer, after: Answer, changed: Changed) -> Iterator[tuple[str, str]]:
    expected = {
        changed.rows[row]: facts for row, facts in before.facts.items() if row in changed.rows
    }
    for row in sorted(expected.keys() - after.facts.keys()):
        yield "lost", f"row {row} {_name(expected[row])}"
    for row in sorted(after.facts.keys() - expected.keys()):
        yield "added", f"row {row} {_name(after.facts[row])}"
    for row in sorted(expected.keys() & after.facts.keys()):
        old, new = expected[row], after.facts[row]
        for fact in FACTS:
            was, now = old.get(fact), new.get(fact)
            if fact in changed.ignoring or same_value(was, now):
                continue
            kind = "gone" if now is None else "made up" if was is None else "wrong"
            yield kind, f"row {row} {fact} {was!r} -> {now!r}"


def _name(facts: Mapping[str, Any]) -> str:
    return str(facts.get("part_number") or facts.get("description"))


def same_value(was: Any, now: Any) -> bool:
    if isinstance(was, float) and isinstance(now, float):
        return math.isclose(was, now, rel_tol=1e-9)
    return bool(was == now)
