"""The first sentence says the gravest thing that is known, and never more than that."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from desktop_app.assessment.answer import answer, counts, part_name
from desktop_app.language.catalogue import Catalogue
from desktop_app.model.assessment import Assessment
from tests.small_assessment import small_assessment

NOTHING = {
    "parts": 20, "needed": 0, "needed_uncovered": 0, "not_verified": 0, "waits_part": 0,
    "waits_law": 0, "not_screened": 0, "suspended": 0, "not_needed": 20, "first_run_out": None,
    "first_run_out_part": None,
}  # fmt: skip


def having(**totals: Any) -> Assessment:
    small = small_assessment()
    return replace(small, totals=replace(small.totals, **(NOTHING | totals)))


def said(**totals: Any) -> list[str]:
    return [Catalogue("en").say(sentence) for sentence in answer(having(**totals))]


@pytest.mark.parametrize(
    ("totals", "first"),
    [
        ({"parts": 0}, "No parts were found in these files."),
        ({"needed": 2, "needed_uncovered": 2, "waits_part": 5}, "2 parts need a licence."),
        ({"needed": 2, "needed_uncovered": 1},
         "2 parts need a licence; 1 of them have none on the way."),
        ({"waits_part": 3, "waits_law": 9},
         "No part certainly needs a licence; 3 parts may, and their suppliers must be asked."),
        ({"waits_law": 1, "not_screened": 4},
         "No part certainly needs a licence; 1 part hangs on a control whose status is not known."),
        ({"not_screened": 4},
         "No recognised part needs a licence on this day; 4 lines were not recognised."),
        ({}, "No part needs a licence on this day as far as the parts were recognised."),
    ],
)  # fmt: skip
def test_the_first_sentence(totals: dict[str, int], first: str) -> None:
    assert said(**totals)[0] == first


def test_what_runs_out_first_is_named_with_its_day() -> None:
    day = date(2027, 1, 5)
    found = said(needed=1, needed_uncovered=1, first_run_out=(day, day, day), first_run_out_part=0)
    assert len(found) == 2
    assert found[1].startswith(f"First of these to run out: {part_name(small_assessment(), 0)}, ")
    assert said(needed=1, needed_uncovered=1)[1].startswith("No run-out date")


def test_the_three_unknowns_are_counted_apart() -> None:
    found = counts(having(waits_part=1, waits_law=2, not_screened=3))
    assert {name: number for name, _, number in found} == {
        "needed": 0, "part": 1, "law": 2, "suspended": 0, "recognition": 3, "not_needed": 20,
    }  # fmt: skip
