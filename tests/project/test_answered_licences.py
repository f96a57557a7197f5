"""Licences that suppliers name in their answers: in hand, on the way, or not whole."""

from dataclasses import replace
from datetime import date
from typing import Any

import pandas as pd
import pytest

from desktop_app.model.parts import Declared, FactCell, PartTable
from desktop_app.project.answered_licences import answered_licences
from tests.project.cases import magnet, table

PLACE = FactCell(1, "Q", 6, 5)
FILED, UNTIL = date(2026, 11, 2), date(2027, 6, 30)


def answered(*answers: tuple[str, Any]) -> PartTable:
    said = tuple(
        Declared(name, str(value), value, "", "used", name, PLACE) for name, value in answers
    )
    return replace(table(magnet()), answered={0: said})


def test_a_number_with_its_last_day_is_a_licence() -> None:
    (found,) = answered_licences(answered(("licence_number", "L-77"), ("licence_until", UNTIL)))
    assert (found.number, found.valid_until, found.filed) == ("L-77", UNTIL, None)
    assert found.holds_on(UNTIL)
    assert not found.holds_on(date(2027, 7, 1))


def test_the_day_of_filing_alone_is_an_application() -> None:
    (found,) = answered_licences(answered(("licence_filed", FILED)))
    assert (found.number, found.filed) == ("", FILED)


@pytest.mark.parametrize(
    "answers",
    [
        (), (("licence_number", "L-77"),), (("licence_until", UNTIL),), (("licence_number", None),),
        (("licence_number", "L-77"), ("licence_number", "L-78"), ("licence_until", UNTIL)),
        (("licence_filed", date(2028, 1, 1)), ("licence_number", "L"), ("licence_until", UNTIL)),
    ],
)  # fmt: skip
def test_what_is_not_whole_or_contradicts_itself_covers_nothing(
    answers: tuple[tuple[str, Any], ...],
) -> None:
    assert answered_licences(answered(*answers)) == ()


def test_gaps_of_joined_tables_are_no_numbers_of_a_part() -> None:
    parts = answered(("licence_filed", FILED))
    frame = parts.frame.assign(mpn=pd.Series([float("nan")], dtype="str"))
    (found,) = answered_licences(replace(parts, frame=frame))
    assert found.parts[0].number == answered_licences(parts)[0].parts[0].number
