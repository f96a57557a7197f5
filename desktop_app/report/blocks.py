"""What a report is made of: titled sections of text, figures, tables and chart data, no layout.

Everything is a frozen value whose sentences are already said in the report's language, so equal
assessments give equal contents and the same bytes when written down.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Literal, TypeAlias

from desktop_app.model.findings import Message
from desktop_app.model.licence import Verdict
from desktop_app.model.photo import Photo
from desktop_app.report.letterhead import Letterhead

if TYPE_CHECKING:
    from desktop_app.report.chain_strips import Chain
    from desktop_app.report.law_timeline import LawLine
    from desktop_app.report.supplier_map import SupplierPoint

Style: TypeAlias = Literal["lead", "body", "note", "small", "warning", "decision"]
Kind: TypeAlias = Literal["text", "number", "day", "verdict"]
Worker: TypeAlias = Literal["own", "authority", "goods"]
"""Whose work a step of a plan is: the buyer's, an authority's, or none but the goods on their way."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Sentences. ``lead`` is the answer, ``note`` a condition or limit, ``small`` the same where
    one page must hold it, ``warning`` a subject, ``decision`` what to say yes or no to."""

    text: str
    style: Style = "body"


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading inside a section; level 2 enters the bookmarks, level 3 does not."""

    text: str
    level: Literal[2, 3] = 2


@dataclass(frozen=True, slots=True)
class Column:
    """``number`` columns stand right, ``day`` columns never wrap; ``unit`` stands under the title.

    ``fill``: its cells are left empty on purpose, to be written into.
    """

    title: str
    kind: Kind = "text"
    unit: str | None = None
    fill: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """``below`` is a second, smaller line. ``mark`` draws the verdict's shape before the word."""

    text: str = ""
    below: str = ""
    mark: Verdict | None = None
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """``id`` is the same in every output of one assessment: the part's place, or a control.

    ``lead`` and ``note`` are lines of their own above and below the cells, over the width of the
    table; ``lead`` says what the row is about where the columns leave no room for words. ``again``: what
    an empty first cell says where the row begins a page, and the row that said it is on the one before.
    """

    id: str
    cells: tuple[Cell, ...]
    note: str = ""
    lead: str = ""
    again: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """``id`` names the table; ``keep`` asks to hold a short table on one page.

    Tables of one ``kin`` have equal column widths. Without ``headed`` the titles are not printed.
    """

    id: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    keep: bool = False
    kin: str = ""
    headed: bool = True


def without_empty(table: Table, kin: Sequence[Table] = ()) -> Table:
    """The table without columns in which no row says anything; a table without rows as it is.

    ``kin``: tables of the same columns, which lose only what is empty in all of them.
    """
    rows = [row for found in (table, *kin) for row in found.rows]
    kept = [
        at
        for at, column in enumerate(table.columns)
        if column.fill or any(row.cells[at].text or row.cells[at].below for row in rows)
    ]
    if not rows or len(kept) == len(table.columns):
        return table
    return replace(
        table,
        columns=tuple(table.columns[at] for at in kept),
        rows=tuple(replace(r, cells=tuple(r.cells[at] for at in kept)) for r in table.rows),
    )


@dataclass(frozen=True, slots=True)
class Figure:
    """One count or sum of the strip at the top: number, word, and what belongs to it."""

    value: str
    word: str
    mark: Verdict | None = None
    detail: str = ""
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class Figures:
    """Counts side by side. They are never added up."""

    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: its words, its length (0 to 1 of the width there is), and what stands at its end."""

    label: str
    share: float
    value: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Bars:
    """Bars below one another with a common scale, and the sentence that says what they show."""

    id: str
    title: str
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class RunOut:
    """One line of the run-out picture; days are calendar days from the day of the inquiry.

    ``supply``: stock and cleared goods last so long. ``licence`` then ``delivery`` follow one
    another; relief comes at their end. Triples are (low, best, high).
    """

    id: str
    label: str
    below: str
    supply: tuple[float, float, float]
    licence: tuple[float, float, float] | None
    delivery: tuple[float, float, float] | None
    run_out: str
    gap: str
    mark: Verdict


@dataclass(frozen=True, slots=True)
class RunOutChart:
    """The parts that run out first, and the words the picture needs. ``alt`` says it in a line."""

    id: str
    start: date
    lines: tuple[RunOut, ...]
    months: tuple[tuple[int, str], ...]
    """First days of months as (days from start, label)."""
    words: tuple[tuple[str, str], ...]
    """Legend: key (stock, licence, delivery, gap) and word."""
    alt: str


@dataclass(frozen=True, slots=True)
class SupplierMap:
    """Licence risk against shortage risk, a mark per supplier. ``alt`` says the picture in a line."""

    id: str
    points: "tuple[SupplierPoint, ...]"
    alt: str


@dataclass(frozen=True, slots=True)
class ChainStrips:
    """Where elements come from, stage by stage. ``alt`` says the picture in a line."""

    id: str
    chains: "tuple[Chain, ...]"
    alt: str


@dataclass(frozen=True, slots=True)
class LawTimeline:
    """Provisions over the years. ``today`` and ``asked`` are marked where they are named."""

    id: str
    lines: "tuple[LawLine, ...]"
    today: date | None
    asked: date | None
    alt: str


@dataclass(frozen=True, slots=True)
class StepBar:
    """A step of a plan in days from its start: likely from ``begins`` to ``ends``, which may be as
    ``early`` or ``late``. ``who``: whose work it is; ``day``: its likely last day in words."""

    id: str
    label: str
    who: Worker
    begins: float
    early: float
    ends: float
    late: float
    day: str


@dataclass(frozen=True, slots=True)
class StepsChart:
    """The steps of an application below one another. ``run_out``: the day on which stock ends, as days
    from the start, None where it is not known. ``months`` and ``words`` as in ``RunOutChart``, keys
    own, authority, goods, span, run_out. ``alt`` says the picture in a line."""

    id: str
    bars: tuple[StepBar, ...]
    run_out: float | None
    months: tuple[tuple[int, str], ...]
    words: tuple[tuple[str, str], ...]
    alt: str


@dataclass(frozen=True, slots=True)
class Beside:
    """Paragraphs at the left of a photo of a part. Without one there is a frame of the same size, and
    ``word`` in it says what it is for; with one ``word`` says what is seen."""

    id: str
    paragraphs: tuple[Paragraph, ...]
    photo: Photo | None
    word: str


Picture: TypeAlias = SupplierMap | ChainStrips | LawTimeline | StepsChart
PICTURES = (SupplierMap, ChainStrips, LawTimeline, StepsChart)


@dataclass(frozen=True, slots=True)
class Contents:
    """Here stands the list of sections with their pages."""

    title: str


Block: TypeAlias = (
    Paragraph | Heading | Table | Figures | Bars | RunOutChart | Picture | Beside | Contents
)


@dataclass(frozen=True, slots=True)
class Section:
    """``id`` as in ``templates/report.yaml``. ``new_page``: it begins on a page of its own."""

    id: str
    title: str
    blocks: tuple[Block, ...]
    new_page: bool = False


@dataclass(frozen=True, slots=True)
class ReportContent:
    """A whole report. ``question`` and ``footer`` stand on every page, ``bands`` where there are;
    papers for another house have neither ``question`` nor ``bands``.

    ``footer`` still lacks the place ``page``: the page of the section ``law`` begins on.
    ``mark`` stands at the head of every page, such as that it is confidential. ``report_id`` is made
    from everything else.
    """

    title: str
    subtitle: str
    language: str
    question: str
    bands: tuple[str, ...]
    footer: Message
    law: str
    sections: tuple[Section, ...]
    mark: str = ""
    letterhead: Letterhead | None = None
    report_id: str = ""
