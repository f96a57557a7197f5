"""What measures cost and avoid, and the order in which they stand."""

from dataclasses import replace
from datetime import date
from typing import Any

import numpy as np

from desktop_app.assessment.firm_moves import ask_upstream, check_name
from desktop_app.model.assessment import Action, Cost, Potential
from desktop_app.model.findings import msg
from desktop_app.model.licence import ListedFirm
from desktop_app.model.spread import Spread
from desktop_app.report.bill import Bill
from desktop_app.report.blocks import Paragraph, Table
from desktop_app.report.sections.measures import decision, measures, nothing_urgent, worth
from desktop_app.report.sections.portfolio import potential
from desktop_app.report.sections.pressing import first_moves
from desktop_app.report.sheets.work import measures_sheet
from desktop_app.report.view import View
from tests.report.variations import view_of
from tests.small_assessment import small_assessment


def move(name: str, euros: float | None = None, per: Any = "part", **more: Any) -> Action:
    cost = Cost(msg("about so much"), euros, "EUR" if euros else None, per)
    return Action(name, msg(name), cost=cost, **more)


def with_moves(*per_part: tuple[Action, ...], margin: float | None = None) -> View:
    found = small_assessment()
    kinds = (*per_part, ())
    of = np.full(len(found.parts), len(per_part), dtype=np.int32)
    of[: len(per_part)] = range(len(per_part))
    frame = found.parts.frame.copy()
    frame["supplier"], frame["currency"] = "One supplier", "EUR"
    frame.loc[frame.index[0], "margin_per_day"] = margin
    parts = replace(found.parts, frame=frame)
    return view_of(replace(found, parts=parts, actions=Spread(kinds, of)))


def table(view: View) -> Table:
    return next(block for block in measures(view).blocks if isinstance(block, Table))


def test_what_saves_most_for_its_cost_stands_first() -> None:
    """10 days for 1,000 EUR, 4 for 100; a question that saves nothing certain comes last."""
    view = with_moves((move("ask", 50), move("stock", 1000, saves_days=10)),
                      (move("file", 100, saves_days=4),))  # fmt: skip
    assert [row.id for row in table(view).rows] == ["file", "stock", "ask"]


def test_costs_add_up_but_once_for_all_parts_of_a_supplier() -> None:
    both = (move("file", 800, "supplier"), move("stock", 900), move("grade"))
    found = table(with_moves(both, both))
    at = [column.title for column in found.columns].index("Costs")
    assert {row.id: row.cells[at].text for row in found.rows} == {
        "file": "800 EUR", "stock": "1,800 EUR", "grade": "",
    }  # fmt: skip


def test_a_decision_says_what_it_avoids_and_costs() -> None:
    stock = move("stock", 900, removes=0.8, saves_days=12)
    assert worth(with_moves((stock,), margin=2000.0), 0, stock) == [
        "It is expected to avoid 12 days of standstill, 24,000 EUR of margin.",
        "Cost: about so much.",
    ]
    assert worth(with_moves((stock,)), 0, stock)[0] == (
        "It is expected to avoid 12 days of standstill."
    )


def test_a_move_without_effect_or_cost_says_neither() -> None:
    bare = Action("x", msg("x"))
    view = with_moves((bare,))
    assert worth(view, 0, bare) == []
    assert decision(view) == []


def test_a_bill_pays_everybody_once() -> None:
    """Filing once for both parts of the supplier, stock for each; a grade has no price."""
    bill = Bill()
    for part_id in (0, 1):
        for action in (move("file", 800, "supplier"), move("stock", 900), move("grade")):
            bill.add(part_id, "One supplier", action)
    bill.add(1, "Another", move("counsel", 2000, "once"))
    bill.add(2, "A third", move("counsel", 2000, "once"))
    assert (bill.money, bill.unpriced) == ({"EUR": 800 + 1800 + 2000}, 2)


def test_the_page_of_what_moves_change_says_what_they_cost() -> None:
    """The best move of the first part is the stock, not the cheaper filing."""
    stock, file = move("stock", 900, removes=0.6), move("file", 100, removes=0.2)
    view = with_moves((file, stock), (move("grade", removes=0.3),))
    found = Potential({"act": 2}, {"low": 2}, (0, 1))
    view = view_of(replace(view.assessment, potential=found))
    said = [block.text for block in potential(view) if isinstance(block, Paragraph)]
    assert said == [
        "Together these moves cost about 900 EUR, stock at what holding it costs a year. "
        "The cost of 1 of them is not known."
    ]


def test_stock_that_ends_before_a_new_order_is_urgent_without_any_licence() -> None:
    """Two parts wait for the law; the words and the first name are of the one that runs out first."""
    view = with_moves(
        (move("counsel"), Action("check_orders", msg("late, {n} days", n=28))),
        (move("counsel"), Action("check_orders", msg("late, {n} days", n=10))),
    )
    numbers = view.assessment.numbers.copy()
    numbers["run_out"] = None
    numbers.loc[numbers.index[:2], "run_out"] = [date(2026, 12, 29), date(2026, 12, 10)]
    view = view_of(replace(view.assessment, numbers=numbers))
    said, found = nothing_urgent(view)
    assert isinstance(said, Paragraph)
    assert said.text.startswith("No licence is urgent this week, but stock ends before an order")
    assert isinstance(found, Table)
    assert [row.cells[0].text for row in found.rows] == ["late, 10 days", "counsel"]
    assert found.rows[0].cells[2].text == view.named([1, 0], 3)
    calm, _ = nothing_urgent(with_moves((move("counsel"),)))
    assert isinstance(calm, Paragraph)
    assert calm.text.startswith("Nothing is urgent this week.")


def test_it_says_too_what_the_goods_themselves_cost() -> None:
    """Holding 900 a year is not what has to be paid for 3,600 of goods; currencies stay apart."""
    euros = move("stock", 900, removes=0.6, outlay=(3600.0, "EUR"))
    yuan = move("stock", 100, removes=0.4, outlay=(4000.0, "CNY"))
    view = with_moves((euros,), (yuan,))
    found = Potential({"act": 2}, {"low": 2}, (0, 1))
    view = view_of(replace(view.assessment, potential=found))
    said = [block.text for block in potential(view) if isinstance(block, Paragraph)]
    assert said[0].endswith("The stock itself would be bought for about 3,600 EUR; 4,000 CNY.")


def test_a_move_that_comes_too_late_now_says_what_it_avoids_later() -> None:
    view = with_moves((move("second_source", 25_000, saves_later=62),))
    assert [row.lead for row in table(view).rows] == [
        "second_source; once it delivers, avoids about 62 days of standstill each time"
    ]
    columns = [column.title for column in measures_sheet(view).columns]
    (row,) = list(measures_sheet(view).rows)
    assert row[columns.index("Avoids days each time, once it delivers")] == 62


def test_a_move_that_names_firms_is_one_measure_and_names_the_first_of_them() -> None:
    """Whether a supplier is a listed firm is one thing to do; each name is said, and how many more."""
    firms = [
        check_name(ListedFirm(f"Firm {at} GmbH", f"Firm {at}", "watch", date(2026, 2, 24)))
        for at in range(5)
    ]
    (row,) = table(with_moves(*((firm,) for firm in firms))).rows
    assert row.lead == (
        "Find out whether Firm 0 GmbH is the company on the watch list as Firm 0 since 24 Feb 2026"
    )
    second, third = row.note.split("\n")
    assert "Firm 1 GmbH" in second
    assert "Firm 2 GmbH" in third
    assert third.endswith("and 2 more")
    assert row.cells[1].text == "5"
    (alone,) = table(with_moves((firms[0],), (firms[0],))).rows
    assert (alone.note, alone.cells[1].text) == ("", "2")


def test_one_listed_firm_written_in_two_ways_is_one_thing_to_find_out() -> None:
    since = date(2026, 2, 24)
    ways = [check_name(ListedFirm(name, "TDK Corporation", "watch", since))
            for name in ("TDK Corporation", "TDK", "TDK")]  # fmt: skip
    other = check_name(ListedFirm("NOF Corp", "NOF Corporation", "watch", since))
    (row,) = table(with_moves(*((way,) for way in ways), (other,))).rows
    assert row.lead == (
        "Find out whether TDK Corporation / TDK is the company on the watch list as TDK Corporation "
        "since 24 Feb 2026"
    )
    assert row.note.startswith("Find out whether NOF Corp is")
    assert "\n" not in row.note


def test_who_makes_no_magnets_is_not_asked_where_they_come_from() -> None:
    motor, capacitor = (ask_upstream(magnetic=m, earthless=False) for m in (True, False))
    found = table(with_moves((motor,), (capacitor,), (motor,))).rows
    assert [(row.lead.split(" come ")[0], row.cells[1].text) for row in found] == [
        ("Ask the maker where its magnets", "2"), ("Ask the maker where its rare earths", "1"),
    ]  # fmt: skip


def test_the_monday_sheet_asks_of_each_pressing_supplier_who_it_is() -> None:
    """Two names of one distributor are two questions; a part nobody has to press for asks none there."""
    firms = [ListedFirm(name, name, "control", date(2026, 2, 24)) for name in ("Akita", "Boso")]
    asks = move("ask")
    view = with_moves(*((asks, check_name(firm)) for firm in firms), (check_name(firms[0]),))
    first, second = (first_moves(view, part_id)[1] for part_id in (0, 1))
    assert (first.about, second.about) == ("Akita", "Boso")
    assert first_moves(with_moves((asks, move("other"))), 0) == [asks]
