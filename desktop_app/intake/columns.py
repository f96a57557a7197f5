"""Proposes which column means what: from its heading, then from its cells, then its neighbours.

A person is asked only where the answer changes what is reported: a verdict, a day, money. So a heading that
is not known asks nothing; its column is kept and not used, and what a list lacks is said once, by the facts
that were not found. Of two columns that may mean the same the better one is taken, and where their cells
agree it does not matter which. Nothing is taken for stock, need, price, mass or origin only because it may
be: a part of a heading is believed below 0.8, cells that do not fit refute it, and so do the columns beside
it. What no heading says, cells may that can be nothing else, but not under a word for papers.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

import numpy as np

from desktop_app.intake.amounts import two_currencies
from desktop_app.intake.candidates import ACCEPTED, Candidate, Proposal
from desktop_app.intake.cells_below import readings_of
from desktop_app.intake.confirmed import Ask, Columns, nothing_confirmed, of_rows, said_of
from desktop_app.intake.doubted_readings import stock_of_seller
from desktop_app.intake.firms_in_cells import suppliers_by_cells
from desktop_app.intake.grid import Grid
from desktop_app.intake.grouped_reports import without_firms
from desktop_app.intake.headings import FIELDS, HeadingBook
from desktop_app.intake.known_numbers import by_numbers_of_others
from desktop_app.intake.labels_in_headings import is_label
from desktop_app.intake.list_feet import other_lists
from desktop_app.intake.looks import Look, full_rows, look_at
from desktop_app.intake.neighbours import judge
from desktop_app.intake.order_balances import balances_of_orders
from desktop_app.intake.pack_prices import of_packs
from desktop_app.intake.periods import by_years
from desktop_app.intake.plan_sheets import as_dated_needs, as_plan
from desktop_app.intake.planning_columns import stock_by_title
from desktop_app.intake.price_tiers import by_tiers
from desktop_app.intake.products import by_products
from desktop_app.intake.proven_by_cells import by_cells
from desktop_app.intake.readings import TableView
from desktop_app.intake.related_columns import by_relations
from desktop_app.intake.tables import Table
from desktop_app.intake.unfit_cells import without_unfit
from desktop_app.model.findings import Message, msg
from desktop_app.model.inquiry import today_in_china
from desktop_app.model.sources import ColumnFound

WIDEST = 500
"""Columns of a table that are looked at; no list of parts is wider."""

DESCRIBES = 0.5
"""From here a heading says that its column describes the part."""


def propose(
    grid: Grid,
    table: Table,
    book: HeadingBook,
    confirmed: Ask = nothing_confirmed,
    on: date | None = None,
) -> Proposal:
    """The meaning of each column of a table, and how many headings are of which language.

    What a user ``confirmed`` is taken as it is, of a column without a heading by its letter; the
    other columns are proposed. ``on``: the day that is asked about, which decides between columns of
    years; today where it is not known.
    """
    start, end = table.heading + 1, table.end
    columns = range(min(len(grid.columns), len(table.headings), WIDEST))
    rows = full_rows(grid, start, end)
    if table.repeated:
        rows = rows[~np.isin(rows, table.repeated)]
    rows = rows[~other_lists(grid, start, end, table.repeated)[rows - start]]
    looks = {n: look_at(grid.columns[n], rows) for n in columns}
    looks = {n: look for n, look in looks.items() if table.headings[n] or look.filled}
    candidates = [
        candidate
        for column in looks
        if table.headings[column] and not is_label(grid, table, column, looks[column])
        for candidate in readings_of(column, table.headings[column], looks[column], book)
    ]
    candidates = judge(candidates, table.headings, looks, book)
    view = TableView(table.headings, looks, book)
    candidates = without_unfit(candidates, view)
    candidates = suppliers_by_cells(candidates, view, grid, rows)
    candidates = by_products(candidates, table.headings, grid, rows)
    candidates = by_relations(candidates, looks, grid, rows)
    candidates = balances_of_orders(candidates, table.headings, looks, grid, rows)
    candidates = by_cells(candidates, table.headings, grid, rows, end)
    candidates = stock_by_title(candidates, grid, table)
    candidates = stock_of_seller(candidates, grid, table, view)
    # Sums may prove a price; which of two currencies is paid, a person should look at.
    candidates = two_currencies(of_packs(candidates, view, grid, rows), view)
    candidates, tiers = by_tiers(candidates, table.headings, looks, grid, rows)
    candidates, told = by_years(candidates, table.headings, looks, book, on or today_in_china())
    candidates = as_plan(candidates, grid, table, looks)
    candidates = as_dated_needs(candidates, grid, table, looks, on or today_in_china())
    candidates = without_firms(candidates, grid, table)
    known = book.known_numbers
    candidates = by_numbers_of_others(candidates, looks, grid, rows, known, headings=table.headings)
    titles = [
        heading or (letter_of(grid.first_column + n) if n in looks else "")
        for n, heading in enumerate(table.shown or table.headings)
    ]
    said = confirmed(titles) or {}
    candidates = _as_confirmed(candidates, titles, looks, said)
    chosen = _assign(candidates, looks)
    added = _added(candidates, chosen, looks)
    spare = _spare(candidates, chosen, looks)
    sure = {c.column for c in candidates if c.field == "description" and c.confidence >= ACCEPTED}
    shown: dict[int, tuple[str | None, Message]] = {
        column: ("description" if column in sure else None, _ADDED) for column in added
    } | {column: (field, _SPARE) for field, columns in spare.items() for column in columns}
    found = tuple(
        _second(grid.first_column + n, titles[n], *shown[n])
        if n in shown
        else _found(n, grid.first_column + n, titles[n], chosen.get(n), candidates)
        for n in looks
    )
    places = {candidate.field: column for column, candidate in chosen.items()}
    told = tuple(one for one in told if one[0] in chosen)
    tiers = tiers if tiers and places.get("unit_price") == tiers[0][0] else ()
    languages, rows_told = _languages(chosen.values()), of_rows(said)
    return Proposal(found, places, languages, added, spare, told, tiers, rows_told)


def letter_of(column: int) -> str:
    """What a column without a heading is called: "(B)" for the second of the sheet."""
    letters = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return f"({letters})"


_LETTER = re.compile(r"\([A-Z]{1,3}\)")
_ADDED = msg("its text is added to the description")
_SPARE = msg("used where the first column of this kind is empty")


def _second(index: int, heading: str, field: str | None, why: Message) -> ColumnFound:
    return ColumnFound(index, heading, field, SECOND if field else NOT_USED, why)


NOT_USED = 0.59
SECOND = 0.75
"""Believed of a second column of a kind; below 0.8, because the first one says the fact."""
REPEATABLE = {"unit_price": 0.7, "supplier": 0.7, "manufacturer": 0.7, "mpn": 0.7,
              "country_of_origin": 0.7, "material": 0.7, "lead_time_days": 0.95}  # fmt: skip
"""Facts that a list may give in two columns, such as a price in two currencies, and how sure the second
must be by its heading and cells. Own judgement."""


def _spare(
    candidates: Sequence[Candidate], chosen: Mapping[int, Candidate], looks: Mapping[int, Look]
) -> dict[str, tuple[int, ...]]:
    """Further columns of a fact, sure by heading and cells, in the order in which they are asked."""
    taken = {candidate.field for candidate in chosen.values()}
    found: dict[str, tuple[int, ...]] = {}
    for candidate in sorted(candidates, key=lambda c: (-c.confidence, c.column)):
        field, column = candidate.field, candidate.column
        is_used = column in chosen or any(column in columns for columns in found.values())
        is_sure = candidate.confidence >= REPEATABLE.get(field, 2.0) and field in taken
        if is_sure and not is_used and looks[column].link < 0.2:
            found[field] = (*found.get(field, ()), column)
    return found


def _as_confirmed(
    candidates: Sequence[Candidate],
    headings: Sequence[str],
    looks: Mapping[int, Look],
    confirmed: Columns,
) -> list[Candidate]:
    """Readings without those that a user has decided otherwise."""
    said = said_of(headings, confirmed)
    kept = [c for c in candidates if c.column not in said and c.field not in said.values()]
    kept += [
        Candidate(column, field, 1.0, CONFIRMED)
        for column, field in said.items()
        if field in FIELDS and column in looks
    ]
    return kept


CONFIRMED = msg("confirmed by you")


def _added(
    candidates: Sequence[Candidate], chosen: Mapping[int, Candidate], looks: Mapping[int, Look]
) -> tuple[int, ...]:
    """Columns that describe the part too: a specification, a second line, the value of a board part.

    What is in them often decides what the part is, such as the grade of a magnet.
    """
    if not any(candidate.field == "description" for candidate in chosen.values()):
        return ()
    return tuple(
        dict.fromkeys(
            c.column
            for c in candidates
            if c.field == "description"
            and c.column not in chosen
            and c.confidence >= DESCRIBES
            and looks[c.column].filled
            and looks[c.column].numeric < 0.8
            and looks[c.column].link < 0.2
        )
    )


def _assign(candidates: Sequence[Candidate], looks: Mapping[int, Look]) -> dict[int, Candidate]:
    """Best first; a field and a column are given once. Of equal ones numbers of parts go to the column with
    figures in its cells, others to the left one."""

    def rank(candidate: Candidate) -> tuple[float, bool, int]:
        look = looks[candidate.column]
        has_figures = max(look.code, look.numeric) >= FIGURES
        is_word = candidate.field == "part_number" and not has_figures and look.words > 0
        return -candidate.confidence, is_word, candidate.column

    chosen: dict[int, Candidate] = {}
    taken: set[str] = set()
    for candidate in sorted(candidates, key=rank):
        if candidate.confidence < ACCEPTED:
            break
        if candidate.column not in chosen and candidate.field not in taken:
            chosen[candidate.column] = candidate
            taken.add(candidate.field)
    return chosen


FIGURES = 0.3
"""Share of the cells with a figure, from which they may number parts: MTR and MAG name kinds. Own judgement."""


def _found(
    column: int,
    index: int,
    heading: str,
    chosen: Candidate | None,
    candidates: Sequence[Candidate],
) -> ColumnFound:
    if chosen is not None:
        return ColumnFound(index, heading, chosen.field, chosen.confidence, chosen.why)
    own = [c for c in candidates if c.column == column]
    if not own:
        is_named = not _LETTER.fullmatch(heading)
        why = msg("heading not known; not used") if is_named else msg("no heading; not used")
        return ColumnFound(index, heading, None, 0.0, why)
    best = max(own, key=lambda c: c.confidence)
    why = (
        msg("another column was taken for this; not used")
        if best.confidence >= ACCEPTED
        else best.why
    )
    return ColumnFound(index, heading, None, min(best.confidence, NOT_USED), why)


def _languages(chosen: Iterable[Candidate]) -> dict[str, int]:
    counts: dict[str, int] = {}
    for candidate in chosen:
        for language in candidate.languages:
            if language != "tech":
                counts[language] = counts.get(language, 0) + 1
    return counts
