"""Lists of parts as desks make them: a plain list and, drawn by a seed, several of some seventy defects, each
of which can be left out while all others stay as they are. What must be read comes with the list.

Another kind than ``random_list``, which is about containers, locales and cells: this is about where things
stand. ``compose(seed)`` gives the list, ``compose(seed, without={...})`` the same list without some defects.
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.workbooks.composed_books import (
    Book,
    chance,
    write_ods,
    write_text,
    write_xls,
    write_xlsx,
)
from tests.workbooks.composed_headings import HEADINGS, groups, plain_heading
from tests.workbooks.composed_rows import ROWS, lines_of
from tests.workbooks.composed_surroundings import SURROUNDINGS
from tests.workbooks.composed_tables import Table, Truth, base, lay_out
from tests.workbooks.composed_values import VALUES

Defects = Sequence[tuple[str, float, Callable[[Table], bool]]]
NEVER_TURNED = ("offers_beside", "months", "steps_of_price", "spacers")
"""What cannot be said of a list whose parts stand beside one another."""


@dataclass(frozen=True)
class Composed:
    """``truths`` of all parts that must be read; ``optional``: numbers of rows that may be read as parts or
    may not (assemblies, alternatives, parts that are not fitted)."""

    seed: str
    language: str
    container: str
    defects: tuple[str, ...]
    book: Book
    truths: tuple[Truth, ...]
    optional: frozenset[str]
    table: Table

    def write(self, folder: Path) -> Path:
        """The list as a file; its name ends as its container does."""
        target = folder / f"list.{self.container}"
        if self.container in ("csv", "tsv"):
            write_text(
                self.book, target, self.table.separator, self.table.encoding, self.table.number
            )
        else:
            {"xlsx": write_xlsx, "xls": write_xls, "ods": write_ods}[self.container](
                self.book, target
            )
        return target


def compose(seed: object, without: Collection[str] = ()) -> Composed:
    """The list of a seed. ``without``: names of defects that are left out."""
    table = base(str(seed))
    wanted = {name for name, often, _ in EVERY if chance(seed, "wanted", name).random() < often}
    wanted -= set(without)
    if "turned" in wanted:
        wanted -= set(NEVER_TURNED)
    done = _done(table, VALUES, wanted)
    table.lines = lines_of(table)
    plain_heading(table)
    if table.is_turned:
        done += _done(
            table, [d for d in SURROUNDINGS if d[0] in ("titles", "addresses", "indent")], wanted
        )
    else:
        if any(column.group for column in table.columns):
            groups(table)
        done += _done(table, [d for d in HEADINGS if d[0] not in done], wanted - _grouped(table))
        done += _done(table, ROWS, wanted)
        done += _done(table, SURROUNDINGS, wanted)
    return Composed(str(seed), table.language, table.container, tuple(done), lay_out(table),
                    tuple(table.truths), frozenset(table.optional), table)  # fmt: skip


def _grouped(table: Table) -> set[str]:
    return {"groups", "two_lines"} if len(table.heading) > 1 else set()


def _done(table: Table, defects: Defects, wanted: Collection[str]) -> list[str]:
    return [name for name, _, apply in defects if name in wanted and apply(table)]


EVERY: Defects = (*VALUES, *HEADINGS, *ROWS, *SURROUNDINGS)
