"""Proposes which column means what: from its heading, and then from what stands in it."""

import math
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from desktop_app.intake.grid import Column, Grid, Value, is_error, shown
from desktop_app.intake.headings import ALIASES, FIELDS, HeadingBook
from desktop_app.intake.tables import Table
from desktop_app.intake.values import cas_of, country_of, currency_of, hs_of, number_of
from desktop_app.model.findings import Message, msg
from desktop_app.model.sources import ColumnFound

LOOKED_AT = 200
"""Cells of a column that are looked at to check what its heading says."""

ACCEPTED = 0.6
"""Below this a column stays unused and is shown as a question. Own judgement."""

NUMERIC = frozenset(
    """annual_quantity consumption_daily consumption_monthly quantity requirement_quantity
    unit_price price_unit annual_spend line_value unit_mass stock_on_hand stock_blocked
    special_stock safety_stock in_transit open_order_quantity substance_mass substance_percent
    cn_value_share margin_per_day""".split()  # noqa: SIM905 - a list of words
)
COUNTRIES = frozenset(("country_of_origin", "ships_from", "supplier_country"))


@dataclass(frozen=True, slots=True)
class Look:
    """What the first cells of a column are like. Shares of the filled cells, 0..1."""

    filled: int
    numeric: float
    country: float
    customs: float
    cas: float
    currency: float
    words: float
    distinct: float


@dataclass(frozen=True, slots=True)
class Candidate:
    """One reading of one column."""

    column: int
    field: str
    confidence: float
    why: Message
    language: str


def look_at(column: Column, start: int, end: int) -> Look:
    """Looks at the first filled cells of a column between two positions."""
    codes = column.codes[start:end][:20_000].tolist()
    filled: list[Value] = []
    for code in codes:
        value = column.values[code]
        if value is not None and not is_error(value):
            filled.append(value)
            if len(filled) == LOOKED_AT:
                break
    count = len(filled) or 1

    def share(test: Callable[[Value], object]) -> float:
        return sum(bool(test(cell)) for cell in filled) / count

    texts = [shown(value) for value in filled]
    return Look(
        filled=len(filled),
        numeric=share(_is_number),
        country=share(country_of),
        customs=share(hs_of),
        cas=share(cas_of),
        currency=share(lambda v: isinstance(v, str) and len(v) < 12 and currency_of(v)),
        words=sum(_WORDS.search(text) is not None for text in texts) / count,
        distinct=len(set(texts)) / count,
    )


_WORDS = re.compile(r"[^\W\d_]{3,}|[\u3040-\u9fff\uac00-\ud7af]{2,}")


def _is_number(value: Value) -> bool:
    if isinstance(value, str):
        return not math.isnan(number_of(value, False))
    return isinstance(value, float)


def propose(
    grid: Grid, table: Table, book: HeadingBook
) -> tuple[list[ColumnFound], dict[str, int]]:
    """The meaning of each column of a table, and how many headings are of which language."""
    columns = [n for n, heading in enumerate(table.headings) if heading]
    start, end = table.heading + 1, table.end
    looks = {n: look_at(grid.columns[n], start, end) for n in columns}
    candidates: list[Candidate] = []
    for column in columns:
        candidates += _readings(column, table.headings[column], looks[column], book)
    _judge_neighbours(candidates, table.headings, looks)
    chosen = _assign(candidates)
    found = [
        _found(n, grid.first_column + n, table.headings[n], chosen.get(n), candidates)
        for n in range(len(table.headings))
        if table.headings[n] or grid.columns[n].filled[start:end].any()
    ]
    return found, _languages(chosen.values())


def _readings(column: int, heading: str, look: Look, book: HeadingBook) -> list[Candidate]:
    readings = []
    for meaning in book.meanings(heading):
        field = ALIASES.get(meaning.field, meaning.field)
        if field not in FIELDS:
            continue
        confidence, why = _check(field, meaning.confidence, look)
        readings.append(Candidate(column, field, confidence, why, meaning.language))
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


def _judge_neighbours(
    candidates: list[Candidate], headings: Sequence[str], looks: Mapping[int, Look]
) -> None:
    """Headings that mean different things in different company (see _material and _number)."""
    fields = {c.field for c in candidates if c.confidence >= ACCEPTED}
    for position, candidate in enumerate(candidates):
        changed = _material(candidate, fields, headings, looks) or _number(candidate, candidates)
        if changed is not None:
            candidates[position] = changed


def _material(
    candidate: Candidate, fields: set[str], headings: Sequence[str], looks: Mapping[int, Look]
) -> Candidate | None:
    """SAP's "Material" beside a short text is the part number, not what the part is made of."""
    look = looks[candidate.column]
    heading = headings[candidate.column].strip().casefold()
    if candidate.field != "material" or heading not in ("material", "materiale", "matériel"):
        return None
    looks_like_numbers = look.words < 0.5 and look.distinct > 0.5
    if "description" in fields and "part_number" not in fields and looks_like_numbers:
        why = msg("numbers beside a description: the part number of the ERP system")
        return Candidate(candidate.column, "part_number", 0.9, why, candidate.language)
    return None


def _number(candidate: Candidate, candidates: Sequence[Candidate]) -> Candidate | None:
    """A plain "part number" right beside the manufacturer is the manufacturer's, if none else is."""
    if candidate.field != "part_number" or any(c.field == "mpn" for c in candidates):
        return None
    makers = {c.column for c in candidates if c.field == "manufacturer"}
    numbers = [c for c in candidates if c.field == "part_number"]
    if candidate.column - 1 in makers and (len(numbers) > 1 or candidate.column > 1):
        why = msg("a part number beside the manufacturer: the manufacturer's")
        return Candidate(candidate.column, "mpn", 0.85, why, candidate.language)
    return None


def _assign(candidates: Sequence[Candidate]) -> dict[int, Candidate]:
    """Best first; a field and a column are given once. Equal ones go to the left column."""
    chosen: dict[int, Candidate] = {}
    taken: set[str] = set()
    for candidate in sorted(candidates, key=lambda c: (-c.confidence, c.column)):
        if (
            candidate.confidence < ACCEPTED
            or candidate.column in chosen
            or candidate.field in taken
        ):
            continue
        chosen[candidate.column] = candidate
        taken.add(candidate.field)
    return chosen


def _found(
    column: int, index: int, heading: str, chosen: Candidate | None, candidates: Sequence[Candidate]
) -> ColumnFound:
    if chosen is not None:
        return ColumnFound(index, heading, chosen.field, chosen.confidence, chosen.why)
    own = [c for c in candidates if c.column == column]
    if not heading:
        return ColumnFound(index, "", None, 0.0, msg("no heading; not used"))
    if not own:
        return ColumnFound(index, heading, None, 0.0, msg("heading not known; not used"))
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
        if candidate.language != "tech":
            counts[candidate.language] = counts.get(candidate.language, 0) + 1
    return counts
