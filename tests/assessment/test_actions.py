"""Moves fit the verdict, the first is the one it hangs on, and there are never more than six."""

from dataclasses import replace
from datetime import date
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.assessment.action_facts import rounded_up
from desktop_app.assessment.actions import propose_actions
from desktop_app.language.catalogue import Catalogue
from desktop_app.model.assessment import Action
from desktop_app.model.inquiry import Inquiry
from desktop_app.model.licence import Licence, ListedFirm
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
    makers,
    needed,
    parts,
    reckoned,
)

HEAVY = magnet("NdFeB", holding("Nd"), holding("Dy", (0.8, 0.9, 1.0)))
TDK = ListedFirm("TDK Europe GmbH", "TDK Corporation", "watch", date(2026, 2, 24))
STOCK = {"stock_on_hand": 3000.0, "annual_quantity": 60 * 365.0, "lead_time_days": 45.0}


def proposed(
    licence: Licence,
    match: Match = HEAVY,
    origin: Origin = NOWHERE,
    row: Any = None,
    makers: Any = (),
) -> tuple[Action, ...]:
    table = parts(STOCK if row is None else row)
    numbers = reckoned(table, [match], [licence])
    return propose_actions(
        table, each(match), each(origin), each(licence), numbers,
        figures=figures(), inquiry=Inquiry(ON), makers=makers,
    )[0]  # fmt: skip


def ids(*given: Any, **more: Any) -> list[str]:
    return [action.id for action in proposed(*given, **more)]


def said(action: Action) -> str:
    return Catalogue("en").say(action.text)


def test_a_needed_magnet() -> None:
    found = proposed(needed(by_grade=True))
    assert [action.id for action in found] == [
        "apply", "raise_stock", "ask_lead_time", "ask_report", "other_grade", "second_source",
    ]  # fmt: skip
    assert said(found[0]).endswith("77 days and the delivery after it, stock lasts about 50 days")
    assert found[0].removes is None
    assert found[1].removes is not None
    assert "outside China" in said(found[1])
    assert [action.removes for action in found[2:]] == [None] * 4
    assert [action.saves_days for action in found[2:]] == [None] * 4
    assert [action.saves_later for action in found[:5]] == [None] * 5
    assert (found[5].saves_later or 0) > 50


def test_without_stock_the_figures_are_asked_for() -> None:
    found = proposed(needed(), magnet("SmCo", holding("Sm")), row={})
    assert [action.id for action in found] == ["apply", "record_stock", "second_source"]
    assert said(found[0]).endswith("allow about 77 days and the delivery after it")


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


@pytest.mark.parametrize(("quoted", "is_ordered"), [(60.0, True), (80.0, False)])
def test_stock_that_would_come_too_late_is_not_ordered(quoted: float, is_ordered: bool) -> None:
    """3,000 pieces last 50 days; of a delivery of 60 some 45 days are still to come, of 80 some 60.
    Stock that is outside China already is another matter."""
    row = STOCK | {"lead_time_days": quoted}
    assert ("raise_stock" in ids(asking("composition"), row=row)) is is_ordered
    assert "raise_stock" in ids(needed(), row=row)


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
    motor = Licence("not_needed", basis="outside", upstream_exposed=True, listed_firm=TDK)
    assert ids(motor) == ["ask_upstream", "check_name"]
    assert said(proposed(motor)[1]) == (
        "Find out whether TDK Europe GmbH is the company on the watch list as TDK Corporation "
        "since 24 Feb 2026"
    )
    forbidden = replace(motor, listed_firm=replace(TDK, list="control"))
    assert "on the control list as" in said(proposed(forbidden)[1])


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
        needed(upstream_exposed=True, listed_firm=TDK, by_grade=True),
        asking("composition", "origin", "value_share", "end_use", "form", "identity"),
        Licence("suspended", applies=(0.1, 0.4, 0.6)),
        Licence("not_verified", "law", applies=(0.2, 0.5, 0.9)),
    ]
)  # fmt: skip


@settings(max_examples=40)  # seven verdicts, with and without stock
@given(verdicts, st.none() | st.floats(0, 20000))
def test_at_most_six_and_each_says_what_it_costs(licence: Licence, stock: float | None) -> None:
    row = STOCK | {"stock_on_hand": stock} if stock is not None else {}
    found = proposed(licence, row=row)
    assert 1 <= len(found) <= 6
    assert len({action.id for action in found}) == len(found)
    assert all(0 <= (action.removes or 0.0) <= 1 for action in found)
    assert all(said(action) for action in found)
    assert all(action.cost is not None for action in found)
    assert all((action.saves_days or 0) <= 165 for action in found), (
        "a second source would be there"
    )


def test_an_order_names_quantity_unit_and_day() -> None:
    """Stock of 3,000 at 60 a day ends after 50 days, on Wednesday 13 January."""
    found = proposed(needed(), row=STOCK | {"unit": "ST"})
    weeks = dict(found[1].text.args)["n"]
    assert isinstance(weeks, int)
    text = said(found[1])
    assert f"about {weeks} weeks of stock (" in text
    assert text.endswith("ST) that is already outside China, here by 13 Jan 2027")
    quantity = dict(found[1].text.args)["quantity"]
    assert isinstance(quantity, int)
    assert 0 <= quantity - weeks * 7 * 60 < 100
    assert quantity % 100 == 0


@pytest.mark.parametrize(
    "money", [{"unit_price": 1.5}, {"annual_spend": 1.5 * 60 * 365}], ids=["price", "spend"]
)
@pytest.mark.parametrize(
    ("licence", "ending"),
    [(needed(), "here by 13 Jan 2027"), (asking("composition"), "bought or on consignment")],
)
def test_an_order_says_what_it_costs(licence: Licence, ending: str, money: Any) -> None:
    row = STOCK | money | {"currency": "EUR", "unit": "ST"}
    found = {action.id: action for action in proposed(licence, row=row)}["raise_stock"]
    args = dict(found.text.args)
    quantity, cost = args["quantity"], args["cost"]
    assert isinstance(quantity, int)
    assert isinstance(cost, int)
    assert 0 <= cost - 1.5 * quantity < 100, "who multiplies finds the same"
    assert f"ST, {cost:,} EUR at today's price)" in said(found)
    assert said(found).endswith(ending)


def test_a_price_without_a_currency_is_no_cost() -> None:
    found = proposed(needed(), row=STOCK | {"unit_price": 1.5})
    assert "price" not in said(found[1])


@pytest.mark.parametrize(
    ("amount", "said_as"), [(0.2, 1), (9.1, 10), (37.0, 37), (101.0, 110), (6299.0, 6300)]
)
def test_quantities_are_rounded_up_to_two_digits(amount: float, said_as: int) -> None:
    assert rounded_up(np.array([amount, np.nan])).tolist() == [said_as, 0]


def test_a_filed_application_is_followed_up_and_not_filed_again() -> None:
    found = proposed(needed(applied_on=date(2026, 11, 2)))
    assert found[0].id == "follow_up"
    assert "apply" not in [action.id for action in found]
    # 45 working days after Monday 2 November 2026; New Year's Day is a holiday in China.
    assert said(found[0]).endswith("the ministry's time ends on 5 Jan 2027")


def test_a_general_licence_is_confirmed() -> None:
    assert ids(needed(general_licence=True))[0] == "use_general_licence"


def test_a_cooler_grade_is_named_with_its_temperature() -> None:
    found = proposed(needed(), magnet("NdFeB", holding("Dy", (0.8, 0.9, 1.0)), grade="N42SH"))
    (grade,) = [action for action in found if action.id == "other_grade"]
    assert said(grade) == (
        "Ask engineering how hot this magnet gets: class SH stands 150 °C; below 100 °C class M "
        "would do, usually without Dy and Tb"
    )


def test_second_sources_are_makers_that_exist() -> None:
    (action,) = [
        a for a in proposed(needed(), magnet("SmCo"), makers=makers()) if a.id == "second_source"
    ]
    assert "for example Vacuumschmelze" in said(action)
    refused = proposed(needed(refused_in_principle=True), magnet("SmCo"), makers=makers())
    assert "for example Vacuumschmelze" in said(refused[0])


def test_whether_the_delivery_time_holds_the_licence_is_asked_once_it_matters() -> None:
    assert "ask_lead_time" in ids(needed(), magnet("SmCo"))
    answered = STOCK | {"lead_time_holds_licence": False}
    assert "ask_lead_time" not in ids(needed(), magnet("SmCo"), row=answered)
    assert "ask_lead_time" not in ids(needed(), magnet("SmCo"), row={})


def test_little_is_not_worth_ordering() -> None:
    found = proposed(asking("origin", applies=(0.0, 0.06, 0.2)))
    assert "raise_stock" not in [action.id for action in found]


def test_who_makes_no_magnets_is_not_asked_about_them() -> None:
    exposed = Licence("not_needed", basis="outside", upstream_exposed=True)
    ceramic = Match("sure", "yes", (0.5, 0.6, 0.7), form="electronics", evidence="C")
    assert "rare earths come from" in said(proposed(exposed, ceramic)[0])
    assert "magnets come from" in said(proposed(exposed)[0])


def test_where_the_delivery_time_holds_the_licence_ordering_in_time_is_all() -> None:
    found = proposed(needed(), row=STOCK | {"lead_time_holds_licence": True})
    assert found[0].id == "order_in_time"
    assert said(found[0]) == (
        "Order in time: the delivery time of 45 days already holds the licence, stock lasts about "
        "50 days"
    )
    assert "raise_stock" not in [action.id for action in found]


def test_more_stock_still_helps_while_a_filed_application_waits() -> None:
    filed = needed(applied_on=date(2026, 11, 2))
    found = proposed(filed, row=STOCK | {"stock_on_hand": 600.0})
    (more,) = [action for action in found if action.id == "raise_stock"]
    assert 0.05 <= (more.removes or 0) <= 1


LATE = STOCK | {"stock_on_hand": 600.0}
"""Ten days of stock, and deliveries of 45."""


def test_stock_that_ends_before_a_delivery_is_pressed_for() -> None:
    found = proposed(asking("composition"), row=LATE)
    assert [action.id for action in found][:2] == ["ask_report", "check_orders"]
    assert said(found[1]).endswith(
        "stock lasts about 10 days, and an order placed today takes about 45 days"
    )


@pytest.mark.parametrize(
    ("licence", "row"),
    [
        (asking("composition"), STOCK),  # 50 days of stock
        (asking("composition"), {"lead_time_days": 45.0}),  # no stock known
        (asking("composition"), LATE | {"lead_time_days": None}),  # no delivery time quoted
        (needed(), LATE),  # applying says how long stock lasts
        (NOT_COVERED, LATE),  # no licence can stop it
    ],
    ids=["in time", "no stock", "no delivery", "needed", "not covered"],
)
def test_orders_are_pressed_for_only_where_they_are_late(licence: Licence, row: Any) -> None:
    assert "check_orders" not in ids(licence, row=row)


@pytest.mark.parametrize(("stock", "ending"), [(0.0, "as good as used up"), (119.0, "as good as used up"),
                                               (3000.0, "here by 13 Jan 2027")])  # fmt: skip
def test_a_purchase_whose_day_is_here_is_asked_for_at_once(stock: float, ending: str) -> None:
    """60 pieces a day: nothing bought today is there before 119 of them are used up."""
    found = proposed(needed(), row=STOCK | {"stock_on_hand": stock})
    purchase = next(action for action in found if action.id == "raise_stock")
    assert said(purchase).endswith(ending)
    assert "weeks of stock (" in said(purchase)


@pytest.mark.parametrize(
    ("match", "asked"),
    [
        (HEAVY, "where its magnets come from"),
        (replace(HEAVY, form="oxide", material=None), "where its rare earths come from"),
        (
            replace(
                HEAVY, form="wafer", material=None, elements=(holding("Ga"),), minerals=("Ga",)
            ),
            "where its material comes from",
        ),
    ],
)
def test_a_maker_abroad_is_asked_for_what_its_part_holds(match: Match, asked: str) -> None:
    exposed = replace(NOT_COVERED, upstream_exposed=True)
    (text,) = [said(action) for action in proposed(exposed, match) if action.id == "ask_upstream"]
    assert asked in text
