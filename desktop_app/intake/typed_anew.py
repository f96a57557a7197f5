"""A table of answers that a supplier typed anew by hand, under headings in words of its own.

It has neither our keys nor our headings, and a list of parts may give shares too. So it is one only where
every heading is a question of ours in other words, where shares of several elements are told, and where the
test report is named by which they are: what a list of parts needs, such as a quantity, a price or a supplier,
is no question of ours.
"""

from collections.abc import Mapping
from functools import cache

from desktop_app.intake.answer_columns import (
    BY_KEY,
    LOOKED_THROUGH,
    WIDEST,
    Columns,
    heading_of,
)
from desktop_app.intake.answer_words import without, words_for
from desktop_app.intake.grid import Grid, Value
from desktop_app.intake.heading_elements import element_of
from desktop_app.intake.heading_table import known_headings
from desktop_app.intake.heading_text import normalise
from desktop_app.model.answers import ANSWERS, REMARK

FEWEST_SHARES = 2
"""Elements whose shares are told: of one alone a list of parts tells as well. Own judgement."""
LONGEST_SHARE, LONGEST = 20, 60
"""Characters of a heading of a share, and of any such heading. Own judgement."""
ELEMENTS: Mapping[str, str] = {a.element: a.key for a in ANSWERS if a.element is not None}
IN_LISTS = {
    "part_number": "part_number", "customer_part_number": "part_number",
    "description": "description", "comment": "remark", "magnet_grade": "magnet_grade",
    "country_of_origin": "country_of_origin", "hs_code": "hs_code", "lead_time_days": "lead_time_days",
}  # fmt: skip
"""Fields of lists of parts to what a questionnaire calls the same."""
NOT_ASKED = ""
"""The share of an element that we do not ask: a note."""


def typed_anew(grid: Grid) -> Columns | None:
    """The columns of such a table; None where the sheet holds none."""
    for row in range(min(grid.height, LOOKED_THROUGH)):
        if grid.filled_per_row[row] <= FEWEST_SHARES:
            continue
        said = {at: value for at, value in enumerate(grid.row(row)) if value is not None}
        shares = [at for at, value in said.items() if _share(value)]
        if len(shares) < FEWEST_SHARES or len(said) > WIDEST:
            continue
        places = _places(said)
        if places is not None and _is_answered(grid, row, shares):
            anew = {at: str(said[at]) for name, at in places.items() if name in BY_KEY}
            retyped = {at: text for at, text in anew.items() if not heading_of(text)}
            return Columns(row, places, retyped, is_anew=True)
    return None


def _share(value: Value) -> str | None:
    """The element that we ask about whose share a heading gives, by our key."""
    if not isinstance(value, str) or len(value) > LONGEST_SHARE:
        return None
    return ELEMENTS.get(element_of(value) or "")


def _places(said: Mapping[int, Value]) -> dict[str, int] | None:
    """Each heading's column by our key; None where one is no question of ours or asks the same again."""
    places: dict[str, int] = {}
    for at, value in said.items():
        name = _named(value)
        if name is None or name in places:
            return None
        if name != NOT_ASKED:
            places[name] = at
    return places if {"part_number", "report_number"} <= places.keys() else None


def _named(value: Value) -> str | None:
    if not isinstance(value, str) or len(value) > LONGEST:
        return None
    if (element := element_of(value)) is not None:
        return ELEMENTS.get(element, NOT_ASKED)
    plain = normalise(value)
    fields = {IN_LISTS.get(field, field) for field, _ in known_headings()[0].get(plain, ())}
    name = fields.pop() if len(fields) == 1 else None
    if name == "description" and not without(value, ("beside_heading",)):
        name = REMARK.key  # "Comment" describes a part in the lists of some programs
    known = heading_of(value) or _of_reports().get(plain)
    return known or (name if name in IN_LISTS.values() else None)


@cache
def _of_reports() -> Mapping[str, str]:
    """How the number and the day of a test report are headed, in the form that is compared."""
    return {
        normalise(words): key
        for key in ("report_number", "report_date")
        for words in words_for(f"{key}_heading")
    }


def _is_answered(grid: Grid, heading: int, shares: list[int]) -> bool:
    return any(
        grid.cell(row, at) is not None
        for row in range(heading + 1, min(grid.height, heading + 1 + LOOKED_THROUGH))
        for at in shares
    )
