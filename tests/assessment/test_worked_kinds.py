"""Worked examples of every kind and spelling are computed, or refused with a reason."""

import json
import math
from pathlib import Path
from typing import Any

import pytest

from desktop_app.assessment.formulas import atoms_of, mass_share
from desktop_app.register.conversions import atomic_weights
from desktop_app.register.strict import read_table
from tests.assessment.test_check_method import (
    GALLIUM,
    PUBLISHED,
    ROWS,
    checked,
    example,
    with_rows,
)


@pytest.mark.parametrize(
    ("total", "rest"),
    [
        ("World total (rounded)", "Other countries"), ("Total, world", "Rest of the World"),
        ("World mine production", "Others (estimated)"), ("Global", "All other countries"),
    ],
)  # fmt: skip
def test_neither_a_total_nor_the_rest_is_a_country(tmp_path: Path, total: str, rest: str) -> None:
    inputs = {"A": 60, "B": 10, "Otherland": 5, rest: 25, total: 100}
    found = example(
        tmp_path, framework="Top-2 share", inputs=json.dumps(inputs),
        published_result_name="top-2 share", published_result="0.7", tolerance="1e-6",
    )  # fmt: skip
    assert found.outcome == "inside"


def test_countries_of_the_reference_case_are_at_hand_for_that_case_alone(tmp_path: Path) -> None:
    cells = {"framework": "GeoPolRisk", "published_result_name": "HHI", "tolerance": "1e-6 relative",
             "published_result": "0.26749007657640966"}  # fmt: skip
    known: dict[str, Any] = {"importer": "USA", "year": 2022, "HS": "260400"}
    assert example(tmp_path, inputs=json.dumps(known), **cells).outcome == "inside"
    for other in ({"year": 2021}, {"importer": "DEU"}, {"HS": "260111"}):
        assert example(tmp_path, inputs=json.dumps(known | other), **cells).computed is None


def test_a_range_of_import_reliance_gives_a_range_whichever_sourcing_is_worse(
    tmp_path: Path,
) -> None:
    """(2, 6 x 0.5 + 2 x 0.5) and with the sourcings changed about."""
    for world, own, low, high in ((6, 2, 2, 4), (2, 6, 4, 6)):
        inputs = {"HHI_WGI_t_GS": world, "HHI_WGI_t_EU": own, "IR": "0-1", "EoL_RIR": 0, "SI_SR": 1}
        found = example(tmp_path, inputs=json.dumps(inputs), published_result="3")
        assert found.interval == pytest.approx((low, high))
        assert found.computed == pytest.approx((low + high) / 2)


def test_an_index_of_importance_beside_one_of_risk_is_told_by_its_result(tmp_path: Path) -> None:
    inputs = {"AQ": 4, "SI_EI": 0.5, "HHI_WGI": 1, "EoL_RIR": 0, "SI_SR": 1}
    cells = {"framework": "EU criticality (2020)", "inputs": json.dumps(inputs)}
    for result, published in (("EI 2020", "2"), ("Economic importance", "2"), ("SR 2020", "1")):
        found = example(
            tmp_path, published_result_name=result, published_result=published, tolerance="0.001",
            **cells,
        )  # fmt: skip
        assert found.computed == float(published)


def test_one_figure_that_cannot_be_read_takes_no_other_example_with_it(tmp_path: Path) -> None:
    lines = PUBLISHED.read_text(encoding="utf-8").splitlines()[:5]
    path = tmp_path / "examples.csv"
    path.write_text("\n".join(lines).replace(",5.2,", ",about 5,", 1) + "\n", encoding="utf-8")
    (tmp_path / "worked_example_rows.csv").write_text(
        ROWS + "EU2017-Er,GS,CN,most,,6,1,\n", encoding="utf-8"
    )
    outcomes = {c.case: (c.outcome, dict(c.why.args) if c.why else {}) for c in checked(path)}
    assert outcomes == {
        "EU2017-Dy": ("not_recomputed", {"text": "about 5"}),
        "EU2017-GSonly-Dy": ("inside", {}),
        "EU2017-Er": ("not_recomputed", {"text": "most"}),
        "EU2017-GSonly-Er": ("inside", {}),
    }


def test_countries_without_a_score_widen_the_figure_if_they_are_small(tmp_path: Path) -> None:
    """0.81 x 6 = 4.86; a tenth without a score adds 0 to 0.01 x 10."""
    row = "X,GS,CN,0.9,,6,1,\nX,GS,Kosovo,{share},,,1,\n"
    cells = {"case_id": "X", "framework": "EU SR, global supply only", "inputs": json.dumps(EU),
             "published_result": "4.9"}  # fmt: skip
    found = with_rows(tmp_path, row.format(share=0.1), **cells)
    assert found.outcome == "inside"
    assert found.interval == pytest.approx((4.86, 4.96))
    assert found.computed == pytest.approx(4.91)
    assert with_rows(tmp_path, row.format(share=0.11), **cells).outcome == "not_recomputed"


def test_the_stage_of_the_example_chooses_among_rows_of_several(tmp_path: Path) -> None:
    rows = "X,GS extraction,CN,0.5,,6,1,\nX,GS processing,CN,1,,6,1,\n"
    cells = {"case_id": "X", "framework": "EU SR, global supply only", "inputs": json.dumps(EU),
             "published_result": "1.5"}  # fmt: skip
    assert with_rows(tmp_path, rows, stage="Extraction", **cells).computed == 1.5
    assert with_rows(tmp_path, rows, stage="Processed", **cells).computed == 6
    assert with_rows(tmp_path, rows, stage="", **cells).outcome == "not_recomputed"


@pytest.mark.parametrize(("digits", "outcome"), [("2.2", "inside"), ("2.23", "outside")])
def test_inputs_printed_to_more_places_leave_less_room(
    tmp_path: Path, digits: str, outcome: str
) -> None:
    """2.2 may have been 2.25; 2.23 cannot."""
    inputs = {"HHI_WGI": digits, "rho": 0, "sigma": 1}
    found = example(
        tmp_path, framework="EU SR (2010 study)", inputs=json.dumps(inputs), tolerance="0.001",
        published_result="2.25",
    )  # fmt: skip
    assert found.outcome == outcome


def test_amounts_with_and_without_a_unit_are_not_mixed(tmp_path: Path) -> None:
    cells = {"framework": "CR1", "published_result_name": "share", "published_result": "0.9"}
    mixed = example(tmp_path, inputs='{"A": "1.8 Mt", "B": "200 kt", "total": 2000}', **cells)
    assert mixed.outcome == "not_recomputed"
    whole = example(tmp_path, inputs='{"A": "1.8 Mt", "B": "200 kt", "total": "2 Mt"}', **cells)
    assert whole.computed == pytest.approx(0.9)
    bags = example(tmp_path, inputs='{"A": "1.8 sacks", "total": "2 sacks"}', **cells)
    assert bags.outcome == "not_recomputed"


CLOCK = {"stock": 1800, "in_transit": 1200, "daily_demand": 60}
GAP = CLOCK | {"licence_days": 63, "preparation_days": 14, "lead_time_days": 35}


@pytest.mark.parametrize(
    ("framework", "result", "inputs", "computed"),
    [
        # (1,800 + 1,200) / 60
        ("Clock", "cover days", CLOCK, 50.0),
        ("Time-to-survive (Simchi-Levi)", "TTS", {"inventory": 300, "weekly_demand": 70}, 30.0),
        ("Clock", "days of stock", {"stock": 365, "annual_quantity": 3650}, 36.5),
        # 14 + 63 + 35 - 50
        ("Clock", "gap", GAP, 62.0),
        ("Clock", "days to line stop", {"ttr": 40, "tts": 50}, -10.0),
        ("Clock", "days lost", {"ttr": 40, "tts": 50}, 0.0),
        ("Clock", "days lost", {"ttr": 90, "tts": 50}, 40.0),
        # 62 days x 12,000
        ("Margin at risk", "EUR", {"margin_per_day": 12_000, "days": 62}, 744_000.0),
        ("Margin at risk", "EUR", {"margin_per_day": 10, "days": 400}, 3650.0),
        ("Spend", "EUR a year", {"annual_quantity": 15_000, "unit_price": 1.5}, 22_500.0),
        ("Holding cost", "EUR a year", {"quantity": 100, "price": 8, "holding_rate": "25 %"}, 200.0),
        ("Price at risk", "USD", {"quantity": 1000, "mass_share": 0.05, "price_rise": 600}, 30_000.0),
        ("Unit conversion", "kg", {"value": 2, "from": "short ton", "to": "kg"}, 1814.36948),
        ("Unit conversion", "USD/kg", {"price": 10, "from": "USD/lb", "to": "USD/kg"}, 22.046226),
        ("Unit conversion", "days", {"n": 45, "from": "working days", "to": "calendar days"}, 63.0),
        ("Unit conversion", "t", {"v": 3, "from": "kt", "to": "t"}, 3000.0),
        ("Metal to oxide", "factor", {"oxide": "Dy2O3"}, 1.14768),
        ("Oxide to metal", "percent", {"oxide": "Y2O3"}, 78.744),
        ("Oxide to metal", "share", {"oxide": "Y2O3"}, 0.78744),
        ("Currency", "USD", {"amount": 50, "from": "EUR", "to": "USD", "USD per EUR": 1.1}, 55.0),
        ("Currency", "EUR", {"amount": 55, "from": "USD", "to": "EUR", "USD_per_EUR": 1.1}, 50.0),
        ("EoL-RIR", "rate", {"G.1.1": 2, "G.1.2": 1, "B.1.1": 5, "C.1.3": 2}, 0.3),
        ("EOL-RIR (EU)", "%", {"old scrap": 30, "primary": 70}, 30.0),
        ("EoL-RIR", "rate", {"secondary": 30, "total": 120}, 0.25),
        ("JRC bottleneck stage", "SR", {"SR extraction": 2.1, "SR processing": 3.4}, 3.4),
        ("Yale (Graedel 2015)", "criticality", {"SR": 3, "EI": 4, "VSR": 5}, math.sqrt(50 / 3)),
        ("HHI", "HHI", {"A": "60.0", "B": "1,000.5", "total": "2,000.5", "importer": "USA"},
         (60**2 + 1000.5**2) / 2000.5**2),
        # (0.8 x 1 x 0.64) ^ (1/3) = 0.8 for a half, nothing takes the place of the other half
        ("EU SI (2017)", "SI_SR",
         {"SP_1": 0.8, "SCr_1": 1, "SCo_1": 0.64, "share_1": 0.5,
          "SP_2": 1, "SCr_2": 1, "SCo_2": 1, "share_2": 0.5}, 0.9),
        ("EU SI (2017)", "SI_EI", {"SCP": 0.7, "share": 1}, 0.7),
        ("HHI", "normalised HHI", {"A": 60, "B": 40}, (0.52 - 0.5) / 0.5),
        ("HHI", "effective number of suppliers", {"A": 50, "B": 50}, 2.0),
        # (100 - 20 + 5) / 85
        ("Net import reliance (USGS)", "NIR, %",
         {"imports": 100, "exports": 20, "stock_change": 5, "apparent_consumption": 170}, 50.0),
        ("Import reliance", "IR", {"imports": 10, "exports": 30, "production": 100}, -0.25),
        ("EU EI", "EI", {"AQ": 1.5, "largest sector": 3, "SI_EI": 0.8}, 4.0),
    ],
)  # fmt: skip
def test_by_hand(
    tmp_path: Path, framework: str, result: str, inputs: dict[str, Any], computed: float
) -> None:
    found = example(
        tmp_path, framework=framework, published_result_name=result, inputs=json.dumps(inputs),
        published_result=str(computed), tolerance="1e-5 relative",
    )  # fmt: skip
    assert (found.outcome, found.why) == ("inside", None)
    assert found.computed == pytest.approx(computed, rel=1e-5)


@pytest.mark.parametrize(
    ("framework", "result", "inputs"),
    [
        ("Clock", "cover", {"stock": 10}),
        ("Clock", "cover", {"stock": 10, "daily_demand": 0}),
        ("Clock", "gap", {"stock": 10, "daily_demand": 1, "licence_days": 60}),
        ("Clock", "reorder point", CLOCK),
        ("Margin at risk", "EUR", {"margin_per_day": 12_000}),
        ("Money", "EUR", {"margin_per_day": 5, "days": 3, "quantity": 2, "unit_price": 1}),
        ("Unit conversion", "kg", {"value": 1, "from": "lb", "to": "days"}),
        ("Unit conversion", "kg", {"value": 1, "from": "sack", "to": "kg"}),
        ("Unit conversion", "USD", {"value": 1, "from": "USD/lb", "to": "EUR/kg"}),
        ("Unit conversion", "kg", {"value": 1, "other": 2, "from": "lb", "to": "kg"}),
        ("Oxide to metal", "t", {"oxide": "Qz2O3", "t": 5}),
        ("Oxide to metal", "t", {"t": 5}),
        ("Currency", "USD", {"amount": 50, "from": "EUR", "to": "USD", "rate": 1.1}),
        ("Currency", "CHF", {"amount": 50, "from": "EUR", "to": "CHF", "USD per EUR": 1.1}),
        ("EoL-RIR", "rate", {"secondary": 3}),
        ("Bottleneck", "SR", {"extraction": 3}),
        ("Yale", "supply risk", {"SR": 1, "EI": 2, "VSR": 3}),
        ("Yale", "criticality", {"SR": 1, "EI": 2}),
        ("USGS supply risk", "SR", {"DP": 2, "TE": 1, "EV": 1}),
        ("HHI", "normalised HHI", {"A": 60, "total": 100}),
        ("HHI", "HHI", {"A": "about 60", "B": 20, "total": 100}),
        ("HHI", "HHI", {"A": "1,600", "B": 2000, "total": 5000}),
        ("Top-3 share", "share", {"A": -60, "B": 20, "total": 100}),
        ("Import reliance", "IR", {"imports": 5, "exports": 5, "production": 0}),
        ("WGI", "scaled", {"mean": 47.5}),
        ("EU SI (2017)", "SI_SR", {"SP": 1, "SCr": 1, "SCo": 1, "share": 0.5}),
        ("EU SI (2017)", "SI_SR", {"share": 0.5, "cost": 1}),
        ("EU SR", "SR", GALLIUM | {"SI_SR": 1.2}),
        ("EU SR", "SR", GALLIUM | {"IR": 340}),
        ("EU SR", "SR", GALLIUM | {"EoL_RIR": 1}),
        ("EU SR", "SR", GALLIUM | {"concentration of allies": 2.0}),
        ("Clock", "cover", {"stock": 10, "daily_demand": 1, "lent to a customer": 4}),
    ],
)  # fmt: skip
def test_what_cannot_be_recomputed_says_why(
    tmp_path: Path, framework: str, result: str, inputs: dict[str, Any]
) -> None:
    found = example(
        tmp_path, framework=framework, published_result_name=result, inputs=json.dumps(inputs),
        published_result="7",
    )  # fmt: skip
    assert (found.outcome, found.computed) == ("not_recomputed", None)
    assert found.why is not None


@pytest.mark.parametrize("percent", [{"IR": 34}, {"IR": "34 %"}, {"EoL_RIR": 0, "IR": "34%"}])
def test_rates_in_percent_are_shares(tmp_path: Path, percent: dict[str, Any]) -> None:
    found = example(tmp_path, inputs=json.dumps(GALLIUM | percent))
    assert found.computed == pytest.approx(3.5 * 0.17 + 1.1 * 0.83)


@pytest.mark.parametrize(
    "names",
    [
        ("HHI_GS", "HHI_EU", "RIR", "SI"),
        ("HHI(WGI,t) global supply", "HHI(WGI,t) EU sourcing", "End-of-life recycling input rate",
         "Substitution index"),
        ("hhi-wgi-t-gs", "hhi wgi t eu", "EoL-RIR (0-1)", "SI_SR (0-1)"),
    ],
)  # fmt: skip
def test_inputs_by_other_names(tmp_path: Path, names: tuple[str, ...]) -> None:
    inputs = dict(zip(names, (3.5, 1.1, 0.0, 1.0), strict=True)) | {"Import reliance": 0.34}
    assert example(tmp_path, inputs=json.dumps(inputs)).computed == pytest.approx(1.508)


def test_a_sign_of_percent_is_no_share_of_one(tmp_path: Path) -> None:
    """60 of 15,000 are 0.4 %."""
    cells = {"framework": "Country share", "published_result_name": "share of China",
             "inputs": '{"China": 60, "total": 15000}', "tolerance": "0.01"}  # fmt: skip
    assert example(tmp_path, published_result="0.4 %", **cells).computed == pytest.approx(0.4)
    assert example(tmp_path, published_result="0.004", **cells).computed == pytest.approx(0.004)


def test_a_decimal_comma_beside_says_what_the_others_are(tmp_path: Path) -> None:
    inputs = {"China": "181,796", "USA": "33,23", "total": "273,337"}
    found = example(
        tmp_path, framework="CR1", published_result_name="share", inputs=json.dumps(inputs),
        published_result="0.6651", tolerance="1e-4",
    )  # fmt: skip
    assert found.outcome == "inside"


EU = {"EoL_RIR": 0, "SI_SR": 1, "IR": 1}


@pytest.mark.parametrize(
    "rows",
    [
        "X,GS,CN,0.8,,6,1,\nX,GS,US,0.2,,2,1,\n",
        "X,GS,CN,80,,6,1,\nX,GS,US,20,,2,1,\n",
        # estimates of the World Bank: (2.5 + 0.5) x 2 = 6, (2.5 - 1.5) x 2 = 2
        "X,GS,CN,0.8,,-0.5,1,\nX,GS,US,0.2,,1.5,1,\n",
    ],
    ids=["shares", "percent", "estimates"],
)
def test_scales_of_rows(tmp_path: Path, rows: str) -> None:
    """0.64 x 6 + 0.04 x 2 = 3.92"""
    found = with_rows(
        tmp_path, rows, case_id="X", framework="EU SR, global supply only",
        inputs=json.dumps(EU), published_result="3.92",
    )  # fmt: skip
    assert found.outcome == "inside"


@pytest.mark.parametrize(
    "rows",
    ["X,GS,CN,0.8,,56,1,\n", "X,GS,CN,0.8,,-7,1,\n", "X,GS,CN,80,,6,1,\nX,GS,US,80,,6,1,\n"],
    ids=["risk above ten", "no estimate", "more than a whole"],
)
def test_rows_of_no_known_scale_are_refused(tmp_path: Path, rows: str) -> None:
    found = with_rows(tmp_path, rows, case_id="X", framework="EU SR", inputs=json.dumps(EU))
    assert found.outcome == "not_recomputed"


def test_estimates_serve_geopolrisk_as_well(tmp_path: Path) -> None:
    """(2.5 + 0.5) / 5 = 0.6 of all that is bought."""
    found = with_rows(
        tmp_path, "GPR-X,imports,CN,,10,-0.5,,20\n", case_id="GPR-X-WTA", framework="GeoPolRisk",
        published_result_name="WTA", published_result="0.6", inputs="{}",
    )  # fmt: skip
    assert found.outcome == "inside"


def test_a_range_of_inputs_gives_a_range_of_results(tmp_path: Path) -> None:
    """1,800 to 2,200 over 60 a day: 30 to 36.7 days."""
    found = example(
        tmp_path, framework="Clock", published_result_name="cover", published_result="35",
        inputs='{"stock": "1800-2200", "daily_demand": 60}', tolerance="0.01",
    )  # fmt: skip
    assert found.interval == pytest.approx((30, 2200 / 60))
    assert found.outcome == "inside"


@pytest.mark.parametrize(
    ("published", "outcome"), [("2,600", "not_recomputed"), ("2600.0", "inside"), ("2600,0", "inside"),
                               ("1,002,600", "outside")],
)  # fmt: skip
def test_a_comma_that_could_be_either_mark_is_asked_about(
    tmp_path: Path, published: str, outcome: str
) -> None:
    shares = {"1": 30, "2": 30, "3": 20, "4": 20}
    found = example(
        tmp_path, framework="HHI", published_result_name="HHI", published_result=published,
        inputs=json.dumps(shares), tolerance="0.5",
    )  # fmt: skip
    assert found.outcome == outcome


@pytest.mark.parametrize(
    ("formula", "atoms"),
    [
        ("Nd2O3", {"Nd": 2, "O": 3}),
        ("Al2(SO4)3", {"Al": 2, "S": 3, "O": 12}),
        ("Sm2Co17", {"Sm": 2, "Co": 17}),
        ("2Nd", None), ("Nd2O3)", None), ("(Nd2O3", None), ("Nd2 O3", None), ("Xx2O3", None), ("", None),
    ],
)  # fmt: skip
def test_formulas(formula: str, atoms: dict[str, int] | None) -> None:
    assert atoms_of(formula, atomic_weights()) == atoms


def test_the_composition_of_substances_follows_from_their_formulas() -> None:
    """The table of substances states mass percents; weights of atoms give them anew."""
    from desktop_app.paths import shipped

    path = shipped("resources", "register", "substances.csv")
    names = path.read_text(encoding="utf-8").splitlines()[0].split(",")
    wrong = []
    for line, row in read_table(path, names):
        stated = row["mass_percent"].split(";")
        symbol, _, percent = stated[0].strip().partition(" ")
        share = (
            mass_share(row["formula"], atomic_weights(), symbol)
            if symbol in atomic_weights()
            else None
        )
        if len(stated) == 1 and share is not None and abs(share * 100 - float(percent)) > 0.3:
            wrong.append((line, row["formula"], percent, round(share * 100, 2)))
    assert wrong == []


def test_the_sum_at_the_end_of_a_table_is_no_country(tmp_path: Path) -> None:
    """(9 + 1) / 16 with or without the line of the total; the rest is spread."""
    made = "GPR-X,production,CN,,3,,,\nGPR-X,production,US,,1,,,\nGPR-X,production,Total,,4,,,\n"
    cells = {"case_id": "GPR-X-HHI", "framework": "GeoPolRisk", "published_result_name": "HHI",
             "inputs": "{}"}  # fmt: skip
    assert with_rows(tmp_path, made, published_result="0.625", **cells).outcome == "inside"
    made = "X,mine,CN,,3,,,\nX,mine,US,,1,,,\nX,mine,Other countries,,1,,,\nX,mine,World,,5,,,\n"
    cells = {"case_id": "X", "framework": "HHI", "published_result_name": "HHI", "inputs": "{}"}
    assert with_rows(tmp_path, made, published_result="0.4", **cells).outcome == "inside"
