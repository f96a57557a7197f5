"""What was found in the files: sheets, tables, columns, and the reckoning of rows and cells."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, TypeAlias

from desktop_app.model.answers import AnsweredForm
from desktop_app.model.findings import Issue, Message, Problem
from desktop_app.model.sheet_rows import SheetRows

Outcome: TypeAlias = Literal["read", "no_table", "refused"]
HEADING_ROW = ""
"""No heading is empty: under this key, what a user said of the columns of a list tells that its row of
headings itself was pointed at. Its value is ``POINTED_AT``."""
POINTED_AT = "headings"
ROW_MARK = "\n"
"""No heading begins with it: under a key that does, the name of a row, stands whether that row was said to be
a part (see ``row_name``). Its value is ``IS_PART`` or ``NO_PART``."""
IS_PART, NO_PART = "part", "no part"
ROW_NAMES = ("part_number", "mpn", "description")
"""Fields by which a row is known again in the next list."""


def name_in(path: str) -> str:
    """The name of a file in a path of any system: a project may have been made on another one."""
    return path.replace("\\", "/").rpartition("/")[2]


@dataclass(frozen=True, slots=True)
class ColumnFound:
    """``index`` 1-based; ``field`` None where the column is not used; confidence 0..1."""

    index: int
    header: str
    field: str | None
    confidence: float
    why: Message


def row_name(columns: Sequence[ColumnFound], texts: Mapping[int, str]) -> str:
    """The key of a row by what names it, empty where nothing does. ``texts``: 1-based column to text."""
    named = (" ".join(texts.get(c.index, "").split()) for c in columns if c.field in ROW_NAMES)
    name = " · ".join(text.casefold() for text in named if text)
    return ROW_MARK + name if name else ""


@dataclass(frozen=True, slots=True)
class RowCounts:
    """read = parts + duplicates + totals + blank + rejected + other, always."""

    read: int = 0
    parts: int = 0
    duplicates: int = 0
    totals: int = 0
    blank: int = 0
    rejected: int = 0
    other: int = 0


@dataclass(frozen=True, slots=True)
class CellCounts:
    """Filled cells of a table: used for a fact, kept unread, skipped; None if not countable."""

    filled: int | None = None
    used: int | None = None
    kept: int | None = None
    skipped: int | None = None


@dataclass(frozen=True, slots=True)
class TableFound:
    """``header_row`` 1-based sheet row of the last header line, 0 without one."""

    header_row: int
    first_row: int
    last_row: int
    columns: tuple[ColumnFound, ...]
    rows: RowCounts
    cells: CellCounts
    not_parts: tuple[tuple[int, str, Message], ...] = ()
    """Rows that are no parts: (1-based row, kind such as ``total`` or ``rejected``, reason)."""
    told: tuple[int, ...] = ()
    """Rows that are parts because the user said so."""


@dataclass(frozen=True, slots=True)
class SheetFound:
    """``preview``: the first rows of the sheet as text, for looking at, from sheet row 1; ``left_out``: of
    the rows below that are no parts, those looked at first: (1-based row, its texts); ``rows``: all of
    them, of a sheet with a table that was read as it stands, while the program that read it runs."""

    name: str
    hidden: bool
    tables: tuple[TableFound, ...]
    preview: tuple[tuple[str, ...], ...] = ()
    left_out: tuple[tuple[int, tuple[str, ...]], ...] = ()
    rows: SheetRows | None = field(
        default=None, compare=False, repr=False, metadata={"stored": False}
    )


@dataclass(frozen=True, slots=True)
class MineralAnswer:
    """What a supplier answered of one mineral: ``is_used`` in its products (None where it did not
    say), and how many of its own suppliers answered, as written. ``row`` of the answer."""

    mineral: str
    is_used: bool | None
    answer: str
    surveyed: str
    row: int


@dataclass(frozen=True, slots=True)
class Smelter:
    """One smelter a supplier names. ``country`` ISO2 or None; ``number`` such as CID004800."""

    mineral: str
    name: str
    country: str | None
    number: str | None
    row: int


@dataclass(frozen=True, slots=True)
class Questionnaire:
    """A minerals questionnaire of the Responsible Minerals Initiative: ``kind`` AMRT, EMRT, CMRT or
    CRT. ``scope`` A (company), B (products) or C (as described). Blank where nobody answered."""

    kind: str
    version: str
    company: str | None
    scope: str | None
    effective: date | None
    answers: tuple[MineralAnswer, ...]
    smelters: tuple[Smelter, ...]

    @property
    def is_blank(self) -> bool:
        """Nobody filled it in."""
        return (
            self.company is None and not self.smelters and not any(a.answer for a in self.answers)
        )


@dataclass(frozen=True, slots=True)
class SourceFile:
    """One dropped file. ``format`` is what the bytes are (xlsx, xls, csv ...), not the name."""

    path: str
    sha256: str
    format: str
    outcome: Outcome
    problem: Problem | None = None
    supplier: str | None = None
    language: str | None = None
    sheets: tuple[SheetFound, ...] = ()
    issues: tuple[Issue, ...] = ()
    questionnaire: Questionnaire | None = None
    answered: AnsweredForm | None = None
    """A questionnaire of ours that came back; its answers are laid on the parts of other files."""
    supplier_told: str | None = None
    """The supplier as the user named it, because the list does not or says another (see
    ``reading.with_suppliers``); ``supplier`` says the same unless the list names several."""

    @property
    def name(self) -> str:
        """The name without its folder, whichever system wrote the path."""
        return name_in(self.path)

    @property
    def names_suppliers(self) -> bool:
        """A column of the list says whose each part is, so there is no one supplier to name."""
        columns = (c.field for s in self.sheets for t in s.tables for c in t.columns)
        return self.supplier is None and "supplier" in columns
