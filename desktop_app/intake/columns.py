"""Proposes which column means what: from its heading, then from its cells, then its neighbours."""

from collections.abc import Iterable, Mapping, Sequence

from desktop_app.intake.candidates import ACCEPTED, Candidate, Proposal
from desktop_app.intake.grid import Grid
from desktop_app.intake.headings import ALIASES, FIELDS, HeadingBook
from desktop_app.intake.looks import Look, full_rows, look_at
from desktop_app.intake.neighbours import judge
from desktop_app.intake.tables import Table
from desktop_app.model.findings import Message, msg
from desktop_app.model.sources import ColumnFound

WIDEST = 500
"""Columns of a table that are looked at; no list of parts is wider."""

NUMERIC = frozenset(
    (
        "annual_quantity", "consumption_daily", "consumption_monthly", "quantity",
        "requirement_quantity", "unit_price", "price_unit", "annual_spend", "line_value",
        "unit_mass", "stock_on_hand", "stock_blocked", "safety_stock", "in_transit",
        "open_order_quantity", "substance_mass", "substance_percent", "cn_value_share",
        "margin_per_day", "lead_time_days",
    )
)  # fmt: skip
"""Fields whose cells are numbers."""
DESCRIBES = 0.5
"""From here a heading says that its column describes the part."""
COUNTRIES = frozenset(("country_of_origin", "ships_from", "supplier_country"))


def propose(grid: Grid, table: Table, book: HeadingBook) -> Proposal:
    """The meaning of each column of a table, and how many headings are of which language."""
    start, end = table.heading + 1, table.end
    columns = range(min(len(grid.columns), len(table.headings), WIDEST))
    rows = full_rows(grid, start, end)
    looks = {n: look_at(grid.columns[n], rows) for n in columns}
    looks = {n: look for n, look in looks.items() if table.headings[n] or look.filled}
    candidates = [
        candidate
        for column in looks
        if table.headings[column]
        for candidate in _readings(column, table.headings[column], looks[column], book)
    ]
    candidates = judge(candidates, table.headings, looks, book)
    chosen = _assign(candidates)
    added = _added(candidates, chosen, looks)
    found = tuple(
        ColumnFound(grid.first_column + n, table.headings[n], None, 0.59, _ADDED)
        if n in added
        else _found(n, grid.first_column + n, table.headings[n], chosen.get(n), candidates)
        for n in looks
    )
    return Proposal(found, _languages(chosen.values()), added)


_ADDED = msg("its text is added to the description")


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


def _readings(column: int, heading: str, look: Look, book: HeadingBook) -> list[Candidate]:
    readings = []
    for meaning in book.meanings(heading):
        field = ALIASES.get(meaning.field, meaning.field)
        if field not in FIELDS:
            continue
        believed = meaning.confidence * (0.8 if meaning.field == "specification" else 1.0)
        confidence, why = _check(field, believed, look)
        readings.append(Candidate(column, field, confidence, why, meaning.languages))
    return readings


def _check(field: str, confidence: float, look: Look) -> tuple[float, Message]:
    """The heading's word against the cells below it. An empty column keeps the heading's word."""
    if look.filled == 0:
        return confidence * 0.9, msg("by its heading; the column is empty")
    if field in COUNTRIES:
        return _agree(confidence, look.country, 0.5, "countries")
    if field == "hs_code":
        return _agree(confidence, look.customs, 0.5, "customs numbers")
    if field == "cas_number":
        return _agree(confidence, look.cas, 0.3, "CAS numbers")
    if field == "currency":
        return _agree(confidence, look.currency, 0.6, "currencies")
    if field in NUMERIC:
        return _agree(confidence, look.numeric, 0.5, "numbers")
    if field == "description":
        return _agree(confidence, max(look.words, 0.3), 0.4, "words")
    if field in ("supplier", "manufacturer") and look.numeric > 0.9:
        return confidence * 0.5, msg("its heading names a firm, but it holds numbers")
    if field == "unit" and look.numeric > 0.8:
        return confidence * 0.5, msg("its heading names a unit, but it holds numbers")
    if field == "magnet_grade" and look.grade < 0.2:
        return confidence * 0.5, msg("its heading names a grade, but it holds no magnet grades")
    return confidence, msg("by its heading")


_AGREEMENT: Mapping[str, Message] = {
    "countries": msg("by its heading, and it holds countries"),
    "customs numbers": msg("by its heading, and it holds customs numbers"),
    "CAS numbers": msg("by its heading, and it holds CAS numbers"),
    "currencies": msg("by its heading, and it holds currencies"),
    "numbers": msg("by its heading, and it holds numbers"),
    "words": msg("by its heading, and it holds words"),
}


def _agree(confidence: float, share: float, needed: float, kind: str) -> tuple[float, Message]:
    if share >= needed:
        return confidence, _AGREEMENT[kind]
    if share >= needed / 2:
        return confidence * 0.75, msg("by its heading; only some of its cells fit")
    return confidence * 0.4, msg("its heading fits, but its cells do not")


def _assign(candidates: Sequence[Candidate]) -> dict[int, Candidate]:
    """Best first; a field and a column are given once. Equal ones go to the left column."""
    chosen: dict[int, Candidate] = {}
    taken: set[str] = set()
    for candidate in sorted(candidates, key=lambda c: (-c.confidence, c.column)):
        if candidate.confidence < ACCEPTED:
            break
        if candidate.column not in chosen and candidate.field not in taken:
            chosen[candidate.column] = candidate
            taken.add(candidate.field)
    return chosen


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
        why = msg("heading not known; not used") if heading else msg("no heading; not used")
        return ColumnFound(index, heading, None, 0.0, why)
    best = max(own, key=lambda c: c.confidence)
    why = (
        msg("another column was taken for this; not used")
        if best.confidence >= ACCEPTED
        else best.why
    )
    return ColumnFound(index, heading, None, min(best.confidence, 0.59), why)


def _languages(chosen: Iterable[Candidate]) -> dict[str, int]:
    counts: dict[str, int] = {}
    for candidate in chosen:
        for language in candidate.languages:
            if language != "tech":
                counts[language] = counts.get(language, 0) + 1
    return counts
