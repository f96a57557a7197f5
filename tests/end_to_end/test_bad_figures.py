"""Figures that cannot be right: named, the figure that hangs on them absent with its reason, the rest stands."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from desktop_app import pipeline
from desktop_app.language.catalogue import Catalogue
from desktop_app.model.inquiry import Inquiry
from desktop_app.report.assessment_json import assessment_json
from tests.intake.reading_here import read_all_here
from tests.workbooks.build import Rows, make_xlsx

HEADINGS = ["Part number", "Description", "Country of origin", "Annual demand", "Stock",
            "Lead time (days)"]  # fmt: skip
RING = ["R1", "SmCo ring magnet", "CN", 3650, 900, 40]
Answer = Callable[..., dict[str, Any]]


@pytest.fixture
def answer(tmp_path: Path) -> Answer:
    """What ``--json`` says of lists that are dropped together."""

    def ask(**lists: Rows) -> dict[str, Any]:
        paths = [make_xlsx(tmp_path / f"{n}.xlsx", {n: rows}) for n, rows in lists.items()]
        result = pipeline.assess(
            read_all_here(paths), Inquiry(date(2026, 11, 22)), pipeline.load_library()
        )
        found: dict[str, Any] = json.loads(b"".join(assessment_json(result, Catalogue("en"))))
        return found

    return ask


def codes(found: dict[str, Any]) -> list[str]:
    return [issue["code"] for file in found["files"] for issue in file["issues"]]


def run_out(part: dict[str, Any]) -> Any:
    days = part["clock"]["run_out_date"]
    return None if days is None else days[1]


def test_no_date_and_no_money_from_a_demand_of_zero_or_less(answer: Answer) -> None:
    rows = [[*HEADINGS, "Unit price (EUR)"], [*RING, 3]]
    rows += [[f"R{n}", *RING[1:3], demand, 900, 40, 3] for n, demand in enumerate((0, -3650), 2)]
    found = answer(list=rows)
    good, *others = found["parts"]
    assert run_out(good) == "2027-02-20"
    for bad in others:
        assert (run_out(bad), bad["licence"]["risk_basis"]) == (None, "assumed_cover")
        assert bad["money"] == {
            "annual_spend": None, "value_at_risk": None, "currency": "EUR", "basis": None,
        }  # fmt: skip
        assert any(mark.startswith("Demand is") for mark in bad["marks"])
    assert codes(found) == ["W_SENSELESS"]


UNITS: dict[str, Rows] = {
    "two columns of units": [
        [*HEADINGS[:4], "Demand unit", "Stock", "Stock unit"],
        ["R1", *RING[1:4], "pcs", 900, "pcs"], ["R2", *RING[1:4], "pcs", 900, "kg"],
    ],
    "each behind its amount": [
        [*HEADINGS[:4], "Unit", "Stock", "Unit"],
        ["R1", *RING[1:4], "pcs", 900, "pcs"], ["R2", *RING[1:4], "pcs", 900, "kg"],
    ],
    "German, stock first": [
        ["Teilenummer", "Bezeichnung", "Ursprungsland", "Bestand", "Bestandseinheit", "Jahresbedarf",
         "Bedarfseinheit"],
        ["R1", "SmCo-Ringmagnet", "CN", 900, "ST", 3650, "ST"],
        ["R2", "SmCo-Ringmagnet", "CN", 900, "kg", 3650, "ST"],
    ],
    "Chinese": [
        ["料号", "名称", "原产国", "年需求量", "单位", "库存数量", "库存单位"],
        ["R1", "钐钴磁环", "中国", 3650, "个", 900, "个"], ["R2", "钐钴磁环", "中国", 3650, "个", 900, "kg"],
    ],
}  # fmt: skip


@pytest.mark.parametrize("rows", UNITS.values(), ids=UNITS)
def test_stock_in_another_unit_than_demand_gives_no_date(answer: Answer, rows: Rows) -> None:
    found = answer(list=rows)
    good, bad = found["parts"]
    assert (run_out(good), run_out(bad)) == ("2027-02-20", None)
    assert (bad["stock_on_hand"], bad["marks"]) == (None, ["amount in another unit"])
    assert codes(found) == ["W_AMBIGUOUS_NUMBER"]


def test_stock_in_another_unit_by_another_list(answer: Answer) -> None:
    found = answer(
        list=[[*HEADINGS[:4], "Unit"], [*RING[:4], "pcs"]],
        stock=[["Material", "Unrestricted stock", "Base Unit of Measure"], ["R1", 900, "KG"]],
    )
    (part,) = found["parts"]
    assert (run_out(part), part["marks"]) == (None, ["amount in another unit"])
    assert "W_NOT_JOINED" in codes(found)


def test_stock_in_tonnes_meets_a_demand_in_kilograms(answer: Answer) -> None:
    rows = [[*HEADINGS[:4], "Demand unit", "Stock", "Stock unit"],
            ["O1", "Neodymium oxide", "CN", 5000, "kg", 2, "t"]]  # fmt: skip
    (part,) = answer(list=rows)["parts"]
    assert part["stock_on_hand"] == 2000
    assert run_out(part) == "2027-04-17"


def test_one_column_of_units_is_that_of_the_row(answer: Answer) -> None:
    rows = [[*HEADINGS, "Unit", "Price unit"], [*RING, "pcs", 100]]
    (part,) = answer(list=rows)["parts"]
    assert (part["unit"], run_out(part)) == ("pcs", "2027-02-20")


def test_without_a_price_there_is_no_spend(answer: Answer) -> None:
    rows = [[*HEADINGS, "Unit price (EUR)"], [*RING, 3]]
    rows += [[f"R{n}", *RING[1:], price] for n, price in enumerate([None, "on request", 0, -2], 2)]
    good, *others = answer(list=rows)["parts"]
    assert good["money"]["annual_spend"] == 10950
    for bad in others:
        assert (bad["money"]["annual_spend"], bad["money"]["value_at_risk"]) == (None, None)
        assert run_out(bad) == run_out(good) == "2027-02-20"
    zero = "The price is zero or less; what is spent is not known."
    assert [bad["marks"] for bad in others] == [["no price"], ["no price"], [zero], [zero]]


MARGINS: dict[str, dict[str, Rows]] = {
    "no currency at all": {"list": [[*HEADINGS, "Margin per day"], [*RING, 5000]]},
    "one with the price only": {
        "list": [[*HEADINGS, "Unit price (CNY)", "Margin per day"], [*RING, 12, 5000]]
    },
    "one in the cell of the price": {
        "list": [[*HEADINGS, "Unit price", "Margin per day"], [*RING, "12 CNY", 5000]]
    },
    "a list of its own": {
        "list": [[*HEADINGS, "Unit price", "Currency"], [*RING, 12, "CNY"]],
        "margins": [["Part number", "Margin per day"], ["R1", 5000]],
    },
}


@pytest.mark.parametrize("lists", MARGINS.values(), ids=MARGINS)
def test_a_margin_without_a_currency_is_in_no_figure(
    answer: Answer, lists: dict[str, Rows]
) -> None:
    found = answer(**lists)
    (part,) = found["parts"]
    assert part["margin_per_day"] is None
    assert part["money"]["basis"] != "margin"
    assert "The margin a day names no currency; it is not used." in part["marks"]
    assert "W_NO_CURRENCY" in codes(found)
    assert run_out(part) == "2027-02-20"


@pytest.mark.parametrize("lists", [
    {"list": [[*HEADINGS, "Margin per day (EUR)"], [*RING, 5000]]},
    {"list": [[*HEADINGS, "Margin per day", "Currency"], [*RING, 5000, "EUR"]]},
    {"list": [["Currency: EUR"], [], [*HEADINGS, "Unit price", "Margin per day"], [*RING, 1, 5000]]},
    {"list": [HEADINGS, RING], "margins": [["Part number", "Margin per day (EUR)"], ["R1", 5000]]},
], ids=["heading", "column", "title", "another list"])  # fmt: skip
def test_a_margin_whose_currency_is_named_counts(answer: Answer, lists: dict[str, Rows]) -> None:
    (part,) = answer(**lists)["parts"]
    assert (part["money"]["basis"], part["money"]["currency"]) == ("margin", "EUR")
    assert part["money"]["value_at_risk"][1] > 0


def test_two_columns_of_delivery_times_that_contradict(answer: Answer) -> None:
    rows = [[*HEADINGS, "Lead time (weeks)"], [*RING, 9], ["R2", *RING[1:5], 42, 6],
            ["R3", *RING[1:5], None, 3]]  # fmt: skip
    found = answer(list=rows)
    assert [part["lead_time_days"] for part in found["parts"]] == [None, 42, 21]
    assert found["parts"][0]["marks"] == ["delivery times contradict"]
    assert codes(found) == ["W_CONFLICT"]
    assert run_out(found["parts"][0]) == "2027-02-20"


def test_rows_of_a_part_whose_delivery_times_contradict(answer: Answer) -> None:
    """Of two suppliers both can be true."""
    rows = [[*HEADINGS, "Supplier"], [*RING, "Ningbo Mag"], [*RING[:5], 90, "Ningbo Mag"],
            ["R2", *RING[1:], "Ningbo Mag"],
            ["R2", *RING[1:5], 90, "Baotou REM"]]  # fmt: skip
    found = answer(list=rows)
    assert [part["lead_time_days"] for part in found["parts"]] == [None, None, 40, 90]
    assert codes(found) == ["W_SHARED_DEMAND", "W_CONFLICT"]


def test_two_lists_whose_delivery_times_contradict(answer: Answer) -> None:
    found = answer(list=[HEADINGS, RING], records=[["Material", "Vendor", "Planned Deliv. Time"],
                                                   ["R1", "Ningbo Mag", 90]])  # fmt: skip
    (part,) = found["parts"]
    assert part["lead_time_days"] is None
    assert "Two files say different things: 40 / 90. The fact counts as unknown." in part["marks"]


@pytest.mark.parametrize("days", [-5, 0])
def test_a_delivery_time_of_zero_or_less_is_not_used(answer: Answer, days: int) -> None:
    found = answer(list=[HEADINGS, [*RING[:5], days]])
    (part,) = found["parts"]
    assert (part["lead_time_days"], part["marks"]) == (None, ["delivery time of zero or less"])
    assert codes(found) == ["W_SENSELESS"]
    assert run_out(part) == "2027-02-20"


TIMES: dict[str, tuple[list[Any], list[Any]]] = {
    "days below zero": (["Lead time (days)", "Lead time (weeks)"], [-5, 8]),
    "zero weeks": (["Lead time (days)", "Lead time (weeks)"], [56, 0]),
    "German": (["Lieferzeit (Tage)", "Lieferzeit (Wochen)"], [0, 8]),
    "Chinese": (["交期（天）", "交期（周）"], [-1, 8]),
}


@pytest.mark.parametrize(("heads", "cells"), TIMES.values(), ids=TIMES)
def test_such_a_time_contradicts_none_that_can_be(
    answer: Answer, heads: list[Any], cells: list[Any]
) -> None:
    found = answer(list=[[*HEADINGS[:5], *heads], [*RING[:5], *cells]])
    (part,) = found["parts"]
    assert (part["lead_time_days"], part["marks"]) == (56, ["delivery time of zero or less"])
    assert codes(found) == ["W_SENSELESS"]


@pytest.mark.parametrize(
    ("heads", "cells"),
    [
        (["Lead time", "Lead time (days)"], [8, 56]),
        (["Lieferzeit", "Lieferzeit (Wochen)"], [8, 8]),
        (["交期", "交期（天）"], [8, 56]),
        (["Lead time", "Lead time unit"], [8, "weeks"]),
        (["Lieferzeit", "Einheit"], [8, "Wochen"]),
    ],
)
def test_a_time_without_a_unit_shuts_none_out(
    answer: Answer, heads: list[Any], cells: list[Any]
) -> None:
    found = answer(list=[[*HEADINGS[:5], *heads], [*RING[:5], *cells]])
    assert found["parts"][0]["lead_time_days"] == 56
    assert codes(found) == []


def test_of_a_time_without_a_unit_alone_nothing_is_known(answer: Answer) -> None:
    found = answer(list=[[*HEADINGS[:5], "Lead time"], [*RING[:5], 8]])
    assert found["parts"][0]["lead_time_days"] is None
    assert codes(found) == ["W_AMBIGUOUS_NUMBER"]


PLANTS = [["Part number", "Description", "Country of origin", "Plant"],
          ["R1", "SmCo ring magnet", "CN", "1000"], ["R1", "SmCo ring magnet", "CN", "2000"]]  # fmt: skip


@pytest.mark.parametrize(
    "lists",
    [
        {"demand": [["Material", "Annual demand"], ["R1", 3650]],
          "stock": [["Material", "Plant", "Stock"], ["R1", "1000", 400], ["R1", "2000", 300]]},
        {"demand": [["Material", "Plant", "Annual demand"], ["R1", "1000", 3650], ["R1", "2000", 1825]],
          "stock": [["Material", "Stock"], ["R1", 400]]},
    ],
    ids=["demand", "stock"],
)  # fmt: skip
def test_an_amount_without_a_plant_does_not_count_in_each(
    answer: Answer, lists: dict[str, Rows]
) -> None:
    found = answer(list=PLANTS, **lists)
    assert [run_out(part) for part in found["parts"]] == [None, None]
    assert all(part["marks"] == ["amount without a plant"] for part in found["parts"])
    assert "W_NOT_JOINED" in codes(found)


def test_with_plants_each_has_its_own_date(answer: Answer) -> None:
    found = answer(
        list=PLANTS,
        demand=[["Material", "Plant", "Annual demand"], ["R1", "1000", 3650], ["R1", "2000", 1825]],
        stock=[["Material", "Plant", "Stock"], ["R1", "1000", 400], ["R1", "2000", 300]],
        terms=[["Material", "Vendor", "Planned Deliv. Time"], ["R1", "Ningbo Mag", 40]],
    )
    assert [run_out(part) for part in found["parts"]] == ["2027-01-01", "2027-01-21"]
    assert [part["lead_time_days"] for part in found["parts"]] == [40, 40]
