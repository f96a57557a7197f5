"""Every move says what it costs, and what avoids most for its cost comes first."""

import csv
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from desktop_app.assessment import moves
from desktop_app.assessment.actions import propose_actions
from desktop_app.assessment.move_costs import (
    NO_DEMAND,
    NO_PRICE,
    MoveCosts,
    said_effect,
    two_digits,
)
from desktop_app.assessment.moves import Amount
from desktop_app.language.catalogue import Catalogue
from desktop_app.model.assessment import Action, Cost
from desktop_app.model.findings import msg
from desktop_app.model.inquiry import Inquiry
from desktop_app.register.figures import load_figures
from desktop_app.register.strict import RegisterError
from tests.assessment.by_hand import (
    NOWHERE,
    ON,
    each,
    figures,
    holding,
    magnet,
    needed,
    parts,
    reckoned,
)
from tests.assessment.test_actions import HEAVY, STOCK, proposed

COSTS = MoveCosts(figures())
PRICED = STOCK | {"unit_price": 1.5, "currency": "EUR"}


def said(cost: Cost | None) -> str:
    return Catalogue("en").say(cost.text) if cost else ""


def amount(cost: int, currency: str = "EUR", quantity: int = 100) -> Amount:
    return Amount(4, quantity, "pcs", date(2027, 1, 15), cost, currency)


def test_holding_stock_costs_a_quarter_of_its_price_a_year() -> None:
    """8,900 x 25 % = 2,225, said to two digits."""
    found = COSTS.holding(amount(8900))
    assert (found.amount, found.currency, found.yearly) == (2300.0, "EUR", True)
    assert said(found) == "about 2,300 EUR a year to hold it, 25 % of its price"


def test_the_rate_of_the_project_counts() -> None:
    own = MoveCosts(figures().with_values({"holding_rate": (0.1,), "hour_cost": (80.0,)}))
    assert own.holding(amount(10_000)).amount == pytest.approx(1000)
    assert own.by_move["apply"].amount == pytest.approx(16 * 80)


@pytest.mark.parametrize(
    ("given", "cost"), [(amount(0), NO_PRICE), (amount(0, "", 0), NO_DEMAND)],
    ids=["no price", "no demand"],
)  # fmt: skip
def test_what_is_not_known_is_said_and_never_free(given: Amount, cost: Cost) -> None:
    assert COSTS.holding(given) == cost
    assert said(cost).startswith("cost not known: ")
    assert cost.amount is None


def test_work_costs_its_hours() -> None:
    assert said(COSTS.by_move["apply"]) == "about 16 hours of work (800 EUR), assumed"
    assert said(COSTS.by_move["ask_report"]) == "about 1 hour of work (50 EUR), assumed"
    assert said(COSTS.by_move["second_source"]) == "about 25,000 EUR, assumed"
    assert "not known" in said(COSTS.by_move["other_grade"])
    assert "not known" in said(COSTS.by_move["deliver_now"])


def test_every_move_of_the_program_has_its_row() -> None:
    ours = {action.id for action in vars(moves).values() if isinstance(action, Action)}
    ours |= {action.id for action in moves.ASK.values()}
    assert ours | {"apply", "raise_stock", "second_source", "leave_source"} <= set(
        figures().move_costs
    )


def test_a_project_pays_one_application_per_supplier() -> None:
    assert COSTS.by_move["apply"].per == "supplier"
    assert COSTS.by_move["ask_counsel"].per == "once"
    assert COSTS.by_move["other_grade"].per == "part"


def action(name: str, euros: float | None, **effect: Any) -> Action:
    cost = Cost(msg("cost"), euros, None if euros is None else "EUR")
    return Action(name, msg("move"), cost=cost, **effect)


FIRST = action("apply", 800)


@pytest.mark.parametrize(
    ("others", "order"),
    [
        # 40 days for 100 EUR before 50 days for 1,000 EUR
        (
            [action("b", 1000, saves_days=50), action("a", 100, saves_days=40)],
            ["a", "b"],
        ),
        # an answer worth 0.1 x 2,000 = 200 EUR of the purchase costs 50
        (
            [action("raise_stock", 2000, saves_days=50), action("ask", 50, narrows=0.1)],
            ["ask", "raise_stock"],
        ),
        # one worth 0.1 x 200 = 20 EUR does not
        (
            [action("ask", 50, narrows=0.1), action("raise_stock", 200, saves_days=50)],
            ["raise_stock", "ask"],
        ),
        # what nobody can price stays behind what can be priced, and before what avoids nothing
        (
            [action("c", 10), action("b", None, saves_days=90), action("a", 900, saves_days=1)],
            ["a", "b", "c"],
        ),
        # effects that cannot be reckoned: the cheapest first, unknown costs last
        ([action("c", None), action("b", 25_000), action("a", 50)], ["a", "b", "c"]),
    ],
    ids=["days per cost", "question first", "purchase first", "unknown cost", "unknown effect"],
)
def test_order(others: list[Action], order: list[str]) -> None:
    found = COSTS.in_order([FIRST, *others])
    assert [a.id for a in found] == ["apply", *order]


def test_costs_in_other_currencies_are_compared_at_rough_rates() -> None:
    """100,000 yen are less than 1,000 euros."""
    yen = Action("y", msg("m"), cost=Cost(msg("c"), 100_000, "JPY"), saves_days=10)
    assert [a.id for a in COSTS.in_order([FIRST, action("e", 1000, saves_days=10), yen])] == [
        "apply", "y", "e",
    ]  # fmt: skip


def test_a_magnet_with_its_price() -> None:
    """One question may spare the purchase, so it comes before it; the report narrows nothing here."""
    heavy = magnet("NdFeB", holding("Nd"), holding("Dy", (0.8, 0.9, 1.0)))
    found = proposed(needed(by_grade=True), heavy, row=PRICED)
    assert [a.id for a in found] == [
        "apply", "ask_lead_time", "raise_stock", "ask_report", "other_grade", "second_source",
    ]  # fmt: skip
    stock = found[2]
    assert stock.cost is not None
    assert stock.cost.currency == "EUR"
    assert stock.saves_days is not None
    assert found[0].saves_days is not None


def test_days_of_standstill_by_hand() -> None:
    """Without stock and with a certain duty: never applying stops the line until the second source,
    165 days; applying until papers 14, licence and delivery 33.75 are over. The mean licence is
    (2 + 4 x 63 + 180) / 6 = 72.3 days, so 120.1; refused (5 %) it stays 165. It saves 0.95 x 44.9."""
    found = proposed(needed((1.0, 1.0, 1.0)), row=STOCK | {"stock_on_hand": 0.0})
    assert found[0].saves_days == pytest.approx(0.95 * (165 - 14 - 33.75 - 72.33), abs=1.0)


def test_an_assumed_cover_saves_no_days() -> None:
    assert all(a.saves_days is None for a in proposed(needed(), row={}))


@pytest.mark.parametrize(
    ("value", "rounded"),
    [(0, 0), (0.2, 1), (47.0, 47), (999, 1000), (2225, 2300), (25_000, 25_000)],
)
def test_two_digits(value: float, rounded: int) -> None:
    assert two_digits(value) == rounded


@pytest.mark.parametrize(
    "row",
    [
        "apply,no_such_hours,,supplier,",
        "apply,effort_ask,,week,",
        "apply,,,part,",
        "apply,,,part,x",
    ],
)
def test_a_row_that_says_nothing_known_is_refused(tmp_path: Path, row: str) -> None:
    import shutil

    from desktop_app.paths import shipped

    folder = tmp_path / "figures"
    shutil.copytree(shipped("resources", "register", "figures"), folder)
    with (folder / "move_costs.csv").open("w", newline="", encoding="utf-8") as stream:
        csv.writer(stream).writerow(["move", "hours", "money", "per", "open"])
        stream.write(row + "\n")
    with pytest.raises(RegisterError, match=r"move_costs\.csv"):
        load_figures(folder)


def test_a_move_in_few_words() -> None:
    english = Catalogue("en")
    found = action("a", 50, removes=0.69, saves_days=1)
    assert [english.say(words) for words in said_effect(found)] == [
        "takes away 69 points of risk", "avoids about 1 day of standstill", "cost",
    ]  # fmt: skip
    assert said_effect(Action("b", msg("b"))) == ()
    assert [english.say(words) for words in said_effect(Action("b", msg("b"), saves_later=62))] == [
        "once it delivers, avoids about 62 days of standstill each time"
    ]


def test_no_more_stock_is_proposed_than_the_project_allows() -> None:
    """Stock of 50 days asks for more than ten weeks."""
    few = figures().with_values({"most_stock_weeks": (10.0,)})
    table = parts(STOCK)
    numbers = reckoned(table, [HEAVY], [needed()])
    found = propose_actions(
        table, each(HEAVY), each(NOWHERE), each(needed()), numbers,
        figures=few, inquiry=Inquiry(ON),
    )[0]  # fmt: skip
    stock = next(action for action in found if action.id == "raise_stock")
    assert dict(stock.text.args)["n"] == 10
