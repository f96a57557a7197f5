"""The clock of a part in sentences: cover, licence, both cases of a delivery time, what was left out."""

from dataclasses import replace
from typing import Any

import numpy as np

from desktop_app.assessment.clock import reckon
from desktop_app.assessment.clock_reasons import clock_reasons
from desktop_app.assessment.shortage import assess_shortage
from desktop_app.assessment.stock_notes import stock_notes
from desktop_app.language.catalogue import Catalogue
from desktop_app.model.inquiry import Inquiry
from desktop_app.model.licence import Licence
from desktop_app.model.match import Match
from tests.assessment.by_hand import (
    NOT_COVERED,
    NOWHERE,
    ON,
    SCREW,
    each,
    figures,
    magnet,
    needed,
    parts,
)
from tests.small_assessment import small_assessment

ROW = {"stock_on_hand": 50.0, "annual_quantity": 365.0, "lead_time_days": 40.0}


def said(row: dict[str, Any], licence: Licence, match: Match | None = None) -> list[str]:
    table, matches = parts(row), each(match or magnet())
    shortage = assess_shortage(matches, each(NOWHERE), figures())
    inquiry = Inquiry(ON)
    numbers = reckon(table, matches, each(licence), shortage, figures(), inquiry)
    assessment = replace(
        small_assessment(), inquiry=inquiry, parts=table, matches=matches, licences=each(licence),
        shortage=shortage, numbers=numbers, order=np.array([0]),
        remarks=stock_notes(table, figures().stock_not_usable),
    )  # fmt: skip
    return [
        Catalogue("en").say(r.message) for r in clock_reasons(assessment, 0) if r.step == "clock"
    ]


def test_a_part_that_stops_before_relief() -> None:
    found = said(ROW, needed())
    assert found[:3] == [
        "Stock lasts 50 days from 24 Nov 2026, the day asked about: until 13 Jan 2027 (between 8 Jan 2027 "
        "and 18 Jan 2027); the last working day is 13 Jan 2027.",
        "A licence takes 16 to 194 days, most likely 77, papers included.",
        "Stock ends 57 days before licensed goods are likely to be here, in one case of ten 112 days "
        "or more.",
    ]
    # 40 days as quoted; 77 + 30 days if the licence comes on top.
    assert found[3] == (
        "If the delivery time of 40 days already holds the licence, goods ordered today are here on "
        "3 Jan 2027, if not on 11 Mar 2027."
    )


def test_both_dates_are_not_said_once_somebody_has_said_which() -> None:
    assert len(said(ROW | {"lead_time_holds_licence": False}, needed())) == 3
    assert not any(
        "licence takes" in s for s in said(ROW | {"lead_time_holds_licence": True}, needed())
    )


def test_a_part_that_lasts_and_one_that_lasts_most_of_the_time() -> None:
    assert "is likely" not in " ".join(said(ROW | {"stock_on_hand": 400.0}, needed()))
    assert said(ROW | {"stock_on_hand": 400.0}, needed())[2].startswith(
        "Licensed goods are likely to be here 293 days before stock ends."
    )
    assert "but in one case of ten" in said(ROW | {"stock_on_hand": 120.0}, needed())[2]


def test_what_was_left_out_and_assumed_is_said() -> None:
    found = said({"stock_blocked": 9.0}, needed())
    assert found[0] == "Stock or demand is not given: the risks assume how long stock lasts."
    assert found[-1] == "9 in blocked stock are not counted."


def test_a_screw_has_stock_and_no_licence_time() -> None:
    assert len(said(ROW, NOT_COVERED, SCREW)) == 1


def test_a_requirement_of_nothing_is_no_demand() -> None:
    """Neither a day nor a reason for none was said."""
    row = {"stock_on_hand": 50.0, "requirement_date": ON, "requirement_quantity": 0.0}
    assert said(row, needed())[0] == (
        "Stock or demand is not given: the risks assume how long stock lasts."
    )
