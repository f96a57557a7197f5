"""Moves fit the verdict, the first is the one it hangs on, and there are never more than four."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.assessment.actions import propose_actions
from desktop_app.language.catalogue import Catalogue
from desktop_app.model.assessment import Action
from desktop_app.model.inquiry import Inquiry
from desktop_app.model.licence import Licence
from desktop_app.model.match import UNRECOGNISED, Match, Origin
from tests.assessment.by_hand import (
    NOT_COVERED,
    NOT_SCREENED,
    NOWHERE,
    ON,
    SCREW,
    asking,
    each,
    figures,
    holding,
    made_in,
    magnet,
    needed,
    parts,
    reckoned,
)

HEAVY = magnet("NdFeB", holding("Nd"), holding("Dy", (0.8, 0.9, 1.0)))
STOCK = {"stock_on_hand": 3000.0, "annual_quantity": 60 * 365.0, "lead_time_days": 45.0}


def proposed(
    licence: Licence, match: Match = HEAVY, origin: Origin = NOWHERE, row: Any = None
) -> tuple[Action, ...]:
    table = parts(STOCK if row is None else row)
    numbers = reckoned(table, [match], [licence])
    return propose_actions(
        table, each(match), each(origin), each(licence), numbers,
        figures=figures(), inquiry=Inquiry(ON),
    )[0]  # fmt: skip


def ids(*given: Any, **more: Any) -> list[str]:
    return [action.id for action in proposed(*given, **more)]


def said(action: Action) -> str:
    return Catalogue("en").say(action.text)


def test_a_needed_magnet() -> None:
    found = proposed(needed(by_grade=True))
    assert [action.id for action in found] == [
        "apply", "raise_stock", "ask_report", "second_source",
    ]  # fmt: skip
    assert said(found[0]).endswith("allow about 77 days, stock lasts about 49 days")
    assert found[0].removes is None
    assert found[1].removes is not None
    assert "outside China" in said(found[1])
    assert found[2].removes is None


def test_without_stock_the_figures_are_asked_for() -> None:
    found = proposed(needed(), magnet("SmCo", holding("Sm")), row={})
    assert [action.id for action in found] == ["apply", "second_source", "record_stock"]
    assert said(found[0]).endswith("allow about 77 days")


def test_applying_in_time_takes_risk_away() -> None:
    found = proposed(needed(), row=STOCK | {"stock_on_hand": 7000.0})
    assert found[0].id == "apply"
    assert (found[0].removes or 0) > 0.2


def test_used_up_stock_is_said() -> None:
    found = proposed(needed(), row=STOCK | {"stock_on_hand": 0.0})
    assert said(found[0]).endswith("there is no stock left")


def test_a_licence_in_hand_is_checked() -> None:
    assert ids(needed(covered_by="2026-NB-1")) == ["check_licence"]


def test_a_refusal_in_principle_is_not_waited_for() -> None:
    found = ids(needed(refused_in_principle=True))
    assert found[0] == "leave_source"
    assert "apply" not in found


def test_case_by_case_is_warned_of() -> None:
    assert ids(needed(case_by_case=True))[0] == "apply_case"


@pytest.mark.parametrize(
    ("missing", "match", "expected"),
    [
        (("composition",), HEAVY, "ask_report"),
        (("composition",), magnet("SmCo", holding("Sm")), "ask_composition"),
        (("origin",), HEAVY, "ask_origin"),
        (("value_share",), HEAVY, "ask_value_share"),
        (("technical_property",), HEAVY, "ask_property"),
        (("end_use",), HEAVY, "state_end_use"),
        ((), HEAVY, "ask_origin"),
    ],
)
def test_a_question_about_the_part(missing: Any, match: Match, expected: str) -> None:
    assert ids(asking(*missing), match=match)[0] == expected


def test_a_known_origin_is_not_asked() -> None:
    assert "ask_origin" not in ids(asking(), origin=made_in("CN"))


def test_what_waits_for_the_law_is_ordered_ahead() -> None:
    law = Licence("not_verified", "law", applies=(0.2, 0.5, 0.9))
    found = proposed(law)
    assert [action.id for action in found] == ["ask_counsel", "raise_stock"]
    assert "while deliveries still run" in said(found[1])
    seldom = Licence("not_verified", "law", applies=(0.0, 0.01, 0.1), seldom=True)
    assert proposed(seldom) == ()


def test_a_suspension_is_used() -> None:
    until = Licence("suspended", applies=(0.0, 0.3, 0.6), suspended_until=date(2026, 11, 27))
    assert (
        said(proposed(until)[0])
        == "Take deliveries by 27 Nov 2026: no licence is needed until then"
    )
    assert ids(Licence("suspended", applies=(0.0, 0.3, 0.6)))[0] == "deliver_now"


def test_a_control_to_come_is_forestalled() -> None:
    coming = Licence("not_needed", basis="not_yet", effective_from=date(2027, 1, 1))
    assert ids(coming) == ["deliver_before"]


def test_what_was_not_recognised_is_looked_at() -> None:
    assert ids(NOT_SCREENED, UNRECOGNISED) == ["identify"]
    kit = Match("none", "unknown", None, is_kit=True)
    assert ids(NOT_SCREENED, kit) == ["list_kit"]


def test_nothing_to_do_about_a_screw_but_the_maker_of_a_motor_is_asked() -> None:
    assert proposed(NOT_COVERED, SCREW) == ()
    motor = Licence("not_needed", basis="outside", upstream_exposed=True, listed_supplier=True)
    assert ids(motor) == ["ask_upstream", "check_name"]


def test_parts_without_moves_share_one_kind() -> None:
    count = 50
    table = parts(*[{"annual_quantity": float(at), "stock_on_hand": 9.0} for at in range(count)])
    matches, licences = [SCREW] * count, [NOT_COVERED] * count
    found = propose_actions(
        table, each(*matches), each(*[NOWHERE] * count), each(*licences),
        reckoned(table, matches, licences), figures=figures(), inquiry=Inquiry(ON),
    )  # fmt: skip
    assert found.kinds == ((),)
    assert len(found) == count


verdicts = st.sampled_from(
    [
        needed(), needed(by_grade=True), needed(refused_in_principle=True),
        needed(upstream_exposed=True, listed_supplier=True, by_grade=True),
        asking("composition", "origin", "value_share", "end_use", "form", "identity"),
        Licence("suspended", applies=(0.1, 0.4, 0.6)),
        Licence("not_verified", "law", applies=(0.2, 0.5, 0.9)),
    ]
)  # fmt: skip


@given(verdicts, st.none() | st.floats(0, 20000))
def test_at_most_four_ranked_by_what_they_take_away(licence: Licence, stock: float | None) -> None:
    row = STOCK | {"stock_on_hand": stock} if stock is not None else {}
    found = proposed(licence, row=row)
    assert 1 <= len(found) <= 4
    assert len({action.id for action in found}) == len(found)
    removed = [action.removes or 0.0 for action in found[1:]]
    assert removed == sorted(removed, reverse=True)
    assert all(0 <= value <= 1 for value in removed)
    assert all(said(action) for action in found)
