"""Published figures come out of the equations of the assessment, and what cannot be checked is said.

``published/`` holds examples of the EU studies of 2017 and 2023, of GeoPolRisk and of the IEA, each
with its address. The country rows behind nickel and graphite of GeoPolRisk are not at hand.
"""

import csv
import json
from pathlib import Path
from typing import Any

import pytest

from desktop_app.assessment.check_method import Checked, all_inside, check_method
from desktop_app.assessment.worked_geopolrisk import Reference
from desktop_app.model.findings import CodedError
from desktop_app.register.conversions import atomic_weights, index_weights, unit_sizes
from desktop_app.register.reference_trade import reference_trade
from desktop_app.register.worked_examples import read_examples
from tests.assessment.by_hand import figures

PUBLISHED = Path(__file__).parent / "published" / "worked_examples.csv"
GALLIUM = {"HHI_WGI_t_GS": 3.5, "HHI_WGI_t_EU": 1.1, "IR": 0.34, "EoL_RIR": 0.0, "SI_SR": 1.0}


def checked(path: Path) -> tuple[Checked, ...]:
    known = figures()
    reference = Reference(
        copper=known.number("copper_midpoint"),
        unknown_country=known.number("unknown_country"),
        horizon_days=known.number("horizon_days"),
        units=unit_sizes(),
        weights=atomic_weights(),
        mixes=index_weights(),
        unscored=known.number("unscored_most"),
        trade=reference_trade(),
    )
    return check_method(read_examples(path), reference)


def example(tmp_path: Path, **cells: Any) -> Checked:
    row = {
        "case_id": "EU2017-Ga", "framework": "EU SR (2017 study)", "inputs": json.dumps(GALLIUM),
        "published_result_name": "SR", "published_result": "1.4", "tolerance": "as above",
        "match": "yes",
    } | cells  # fmt: skip
    path = tmp_path / "examples.csv"
    with path.open("w", newline="", encoding="utf-8") as stream:
        writer = csv.DictWriter(stream, tuple(row))
        writer.writeheader()
        writer.writerow(row)
    return checked(path)[0]


def test_every_published_example_is_inside_but_the_known_misses() -> None:
    found = checked(PUBLISHED)
    assert len(found) == 101
    assert {c.case: c.outcome for c in found if c.outcome != "inside"} == {
        "EU2023-Ge": "known_miss",
        "EU2023-Sc": "known_miss",
    }
    assert all(c.note for c in found if c.outcome == "known_miss")
    assert all_inside(found)


def test_an_example_without_its_rows_is_said_not_to_be_recomputed(tmp_path: Path) -> None:
    found = example(
        tmp_path, case_id="GPR-Nickel-HHI", framework="GeoPolRisk", inputs='{"year": 2022}',
        published_result_name="HHI", published_result="0.2675", tolerance="1e-3",
    )  # fmt: skip
    assert found.outcome == "not_recomputed"
    assert not all_inside([found])


FIGURES = {
    "HHI": 0.5, "import numerator t": 30.0, "total trade t": 60.0, "import risk (WTA)": 0.3,
    "GeoPolRisk score": 0.15, "price kUSD/t": 2.0, "midpoint": 0.3,
}  # fmt: skip
"""By hand: 30 / (60 + 40) = 0.3; 0.5 x 0.3 = 0.15; 0.15 x 2 = 0.3."""


def case(folder: Path, figures: dict[str, float]) -> dict[str, Checked]:
    """The figures of one case without its countries, 40 t of them made at home."""
    path = folder / "examples.csv"
    with path.open("w", newline="", encoding="utf-8") as stream:
        writer = csv.writer(stream)
        writer.writerow(["case_id", "framework", "inputs", "published_result_name",
                         "published_result", "tolerance", "match"])  # fmt: skip
        for name, value in figures.items():
            writer.writerow([f"GPR-X-{name[:3]}", "GeoPolRisk", '{"domestic_production_t": 40}',
                             name, value, "1e-6 relative", "yes"])  # fmt: skip
    return {found.result: found for found in checked(path)}


def test_without_countries_a_figure_follows_from_the_others_of_its_case(tmp_path: Path) -> None:
    found = case(tmp_path, FIGURES)
    assert {name: c.computed for name, c in found.items()} == pytest.approx(FIGURES)
    assert all(c.outcome == "inside" and c.from_beside for c in found.values())


@pytest.mark.parametrize("name", FIGURES)
def test_a_wrong_figure_of_a_case_is_outside(tmp_path: Path, name: str) -> None:
    found = case(tmp_path, FIGURES | {name: FIGURES[name] * 1.001})
    assert found[name].outcome == "outside"


@pytest.mark.parametrize(
    "given",
    [
        {"midpoint", "GeoPolRisk score", "price kUSD/t"},
        {"HHI", "GeoPolRisk score", "import risk (WTA)"},
        {"import numerator t", "total trade t", "import risk (WTA)"},
        {"HHI", "import numerator t", "total trade t", "GeoPolRisk score"},
    ],
    ids=["price", "index", "trade", "all of the risk"],
)
def test_any_figure_of_an_equation_follows_from_the_others(tmp_path: Path, given: set[str]) -> None:
    found = case(tmp_path, {name: value for name, value in FIGURES.items() if name in given})
    names = sorted(given)
    if len(names) == 4:  # one equation of four figures: the published score is what it gives
        names = ["GeoPolRisk score"]
    assert {name: found[name].computed for name in names} == pytest.approx(
        {name: FIGURES[name] for name in names}
    )


def test_midpoint_and_factor_follow_from_one_another(tmp_path: Path) -> None:
    copper = figures().number("copper_midpoint")
    found = case(tmp_path, {"midpoint": 0.3, "CF kg Cu-eq/kg": 0.3 / copper})
    assert {c.outcome for c in found.values()} == {"inside"}
    found = case(tmp_path, {"midpoint": 0.301, "CF kg Cu-eq/kg": 0.3 / copper})
    assert {c.outcome for c in found.values()} == {"outside"}


def test_a_figure_alone_is_not_recomputed(tmp_path: Path) -> None:
    found = case(tmp_path, {"HHI": 0.5, "price kUSD/t": 2.0})
    assert {c.outcome for c in found.values()} == {"not_recomputed"}


@pytest.mark.parametrize(
    ("case", "result", "computed"),
    [
        # (9.2 / 2 + 1.8 / 2) * 0.9, and so on: the published inputs put into the formula by hand.
        ("EU2017-Dy", "SR, global & EU sourcing (Table 19)", 4.95),
        ("EU2017-GSonly-Y", "SR, global supply (Table 19)", 9.2 * 0.69),
        ("EU2023-Dy", "SR 2023 (group HREE)", 5.6763 * 0.99),
        ("IEA-top3-Cobalt-mining", "top-3 share 2024", (181.796 + 33.23 + 6.379) / 273.337),
    ],
)
def test_computed_by_hand(case: str, result: str, computed: float) -> None:
    (found,) = [c for c in checked(PUBLISHED) if (c.case, c.result) == (case, result)]
    assert found.computed == pytest.approx(computed, rel=1e-9)


def test_rounded_inputs_give_an_interval(tmp_path: Path) -> None:
    found = example(tmp_path)
    assert found.computed == pytest.approx(3.5 * 0.17 + 1.1 * 0.83)
    low = (3.45 * 0.17 + 1.05 * 0.83) * 0.995 * 0.95
    high = 3.55 * 0.17 + 1.15 * 0.83
    assert found.interval == pytest.approx((low, high))
    assert found.outcome == "inside"


@pytest.mark.parametrize(
    ("cells", "outcome"),
    [
        ({"published_result": "1.2"}, "outside"),
        ({"published_result": "1.2", "match": "no"}, "known_miss"),
        ({"published_result": "1.4", "match": "no"}, "inside"),
        ({"tolerance": "1e-6 relative"}, "inside"),
        ({"published_result": "1.6", "tolerance": "+/-0.05 on the result"}, "inside"),
        ({"published_result": "1.6", "tolerance": "1e-4"}, "outside"),
        ({"inputs": "{broken"}, "not_recomputed"),
        ({"inputs": "[1, 2]"}, "not_recomputed"),
        ({"inputs": '{"a": ' + "[" * 60_000 + "1"}, "not_recomputed"),
        ({"inputs": json.dumps(GALLIUM | {"SI_SR": None})}, "not_recomputed"),
        ({"framework": "USGS"}, "not_recomputed"),
        ({"framework": "GeoPolRisk", "case_id": "GPR-Tin-HHI"}, "not_recomputed"),
        ({"framework": "GeoPolRisk", "case_id": "GPR-Nickel-HHI"}, "not_recomputed"),
        ({"framework": "Top-3 share", "inputs": '{"Chile": 3}'}, "not_recomputed"),
    ],
)
def test_every_example_gets_an_outcome(tmp_path: Path, cells: dict[str, Any], outcome: str) -> None:
    found = example(tmp_path, **cells)
    assert found.outcome == outcome
    assert all_inside([found]) is (outcome in ("inside", "known_miss"))
    assert (found.why is None) is (found.computed is not None)


def test_a_substitution_range_widens_the_interval(tmp_path: Path) -> None:
    inputs = GALLIUM | {"SI_SR": "0.80-1.00 (not found)"}
    found = example(tmp_path, inputs=json.dumps(inputs))
    assert found.computed == pytest.approx(1.508)
    assert found.interval == pytest.approx((1.508 * 0.8, 1.508))


def test_rows_beside_the_file_give_the_concentrations_anew(tmp_path: Path) -> None:
    (tmp_path / "worked_example_rows.csv").write_text(
        "case_id,scope,country,share,quantity,gov,t,price\n"
        "EU2017,GS,CN,0.5,,6,1.0,\n"
        "EU2017,GS,US,0.5,,2,,\n",
        encoding="utf-8",
    )
    inputs = {"HHI_WGI_t_GS": 9.9, "EoL_RIR": 0.1, "SI_SR": 1.0}
    found = example(tmp_path, inputs=json.dumps(inputs), published_result="1.8")
    assert found.computed == pytest.approx((0.25 * 6 + 0.25 * 2) * 0.9)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "E_CSV"),
        ("case_id,framework\nx,y\n", "E_CSV"),
        (PUBLISHED.read_text(encoding="utf-8").splitlines()[0] + "\n", "E_CSV"),
        (PUBLISHED.read_text(encoding="utf-8").replace(",5.2,", ",,", 1), "E_CSV"),
        (PUBLISHED.read_text(encoding="utf-8") + "one,cell\n", "E_CSV"),
        (PUBLISHED.read_text(encoding="utf-8") + '"open', "E_CSV"),
    ],
    ids=["empty", "columns", "no example", "no figure", "short row", "open quote"],
)
def test_a_file_that_is_none_is_refused_in_words(tmp_path: Path, text: str, code: str) -> None:
    path = tmp_path / "examples.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(CodedError) as refused:
        read_examples(path)
    assert refused.value.problem.code == code


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(CodedError) as refused:
        read_examples(tmp_path / "none.csv")
    assert refused.value.problem.code == "E_NOT_FOUND"


ROWS = "case_id,scope,country,share,quantity,gov,t,price\n"


def with_rows(tmp_path: Path, rows: str, **cells: Any) -> Checked:
    (tmp_path / "worked_example_rows.csv").write_text(ROWS + rows, encoding="utf-8")
    return example(tmp_path, tolerance="1e-9 relative", **cells)


@pytest.mark.parametrize(
    ("framework", "result", "inputs", "computed"),
    [
        # 60 of 100 and 25 of 100; the rest is spread and adds nothing to squares.
        ("Top-1 share", "share 2023", {"China": 60, "USA": 25, "total": 100}, 0.6),
        ("CR2 (USGS)", "share, %", {"China": 60, "USA": 25, "total": 100}, 85.0),
        ("Top-3 share", "share", {"A": 5, "B": 2, "C": 2, "D": 1, "Rest of world": 10}, 0.45),
        ("Top-3 share", "share", {"A": 50, "B": 20, "C": 20, "D": 10, "year": 2023}, 90.0),
        ("HHI (BGS)", "HHI", {"China": 60, "USA": 25, "total": 100}, 0.4225),
        ("HHI (USGS)", "HHI, 0-10,000", {"China": 60, "USA": 25, "World": 100}, 4225.0),
        ("Country share (USGS)", "share of China", {"China": 60, "USA": 25, "total": 80}, 0.75),
        ("Import reliance", "IR", {"imports": 90, "exports": 10, "production": 20}, 0.8),
        # (2.5 - 0.5) / 5 * 10
        ("WGI scaled (EU)", "WGI", {"mean of six": 0.5}, 4.0),
        # the six add up to -1.5, so their mean is -0.25: (2.5 + 0.25) * 2
        ("WGI", "WGI", {"va": -1.5, "pv": -0.5, "ge": 0.5, "rq": 0, "rl": 0, "cc": 0}, 5.5),
    ],
)  # fmt: skip
def test_figures_of_countries_by_hand(
    tmp_path: Path, framework: str, result: str, inputs: dict[str, float], computed: float
) -> None:
    found = example(
        tmp_path, framework=framework, published_result_name=result, inputs=json.dumps(inputs),
        published_result=str(computed), tolerance="1e-9 relative",
    )  # fmt: skip
    assert (found.outcome, found.why) == ("inside", None)
    assert found.computed == pytest.approx(computed, rel=1e-12)


@pytest.mark.parametrize(
    ("framework", "inputs"),
    [
        ("HHI", {}), ("HHI", {"China": 60}), ("Country share", {"China": 60, "total": 100}),
        ("WGI", {"va": 1, "pv": 2}), ("Import reliance", {"imports": 3}), ("EU EI", {"SI_EI": 1}),
        ("Top-3 share", {"total": 100}),
    ],
)  # fmt: skip
def test_what_lacks_its_amounts_is_not_recomputed(
    tmp_path: Path, framework: str, inputs: dict[str, float]
) -> None:
    found = example(tmp_path, framework=framework, inputs=json.dumps(inputs))
    assert found.outcome == "not_recomputed"
    assert found.why is not None


def test_shares_of_rows_serve_as_well_as_inputs(tmp_path: Path) -> None:
    found = with_rows(
        tmp_path, "USGS-Ga,mine,CN,0.6,,,,\nUSGS-Ga,mine,US,0.4,,,,\n", case_id="USGS-Ga",
        framework="HHI", inputs="{}", published_result="0.52",
    )  # fmt: skip
    assert found.outcome == "inside"


def test_economic_importance_by_hand(tmp_path: Path) -> None:
    """0.6 x 10 + 0.4 x 5 = 8; without a good substitute 8 x 0.9 = 7.2."""
    found = with_rows(
        tmp_path, "EU2023-Ga,uses,C26,0.6,10,,,\nEU2023-Ga,uses,C27,0.4,5,,,\n",
        case_id="EU2023-Ga", framework="EU EI (2023 study)", inputs='{"SI_EI": 0.9}',
        published_result_name="EI", published_result="7.2",
    )  # fmt: skip
    assert found.computed == pytest.approx(7.2)
    assert found.outcome == "inside"


COUNTRIES = "EU2023-X,GS,CN,0.5,,6,1.0,\nEU2023-X,EU,US,1.0,,2,0.8,\n"


@pytest.mark.parametrize(
    ("framework", "result", "computed"),
    [
        ("EU SR, global supply only", "SR", 1.5),
        ("EU SR, EU sourcing only", "SR", 1.6),
        ("EU SR (2023)", "SR (EUS only)", 1.6),
        ("EU SR (2023)", "SR, global & EU sourcing", 0.5 * 1.5 + 0.5 * 1.6),
        ("EU SR (2023)", "HHI_WGI_t_GS", 1.5),
        ("EU SR (2023)", "HHI_WGI_t_EU", 1.6),
    ],
)
def test_one_sourcing_alone_leaves_the_other_out(
    tmp_path: Path, framework: str, result: str, computed: float
) -> None:
    """0.25 x 6 x 1 = 1.5 in the world; 1 x 2 x 0.8 = 1.6 for the EU."""
    found = with_rows(
        tmp_path, COUNTRIES, case_id="EU2023-X", framework=framework,
        published_result_name=result, published_result=str(computed),
        inputs='{"EoL_RIR": "0 (assumed)", "SI_SR": 1, "IR": 1}',
    )  # fmt: skip
    assert found.computed == pytest.approx(computed)
    assert found.outcome == "inside"


def test_where_a_row_lacks_its_governance_the_printed_concentration_serves(tmp_path: Path) -> None:
    found = with_rows(
        tmp_path, "EU2023-X,GS,CN,0.5,,,1.0,\n", case_id="EU2023-X", framework="EU SR (2023)",
        inputs='{"HHI_WGI_t_GS": 3, "EoL_RIR": 0.5, "SI_SR": 1}', published_result="1.5",
    )  # fmt: skip
    assert found.outcome == "inside"


MADE = "GPR-X,production 2022,CN,,3,,,\nGPR-X,production 2022,US,,1,,,\n"


@pytest.mark.parametrize(
    ("bought", "risk"),
    [
        # (0.6 x 30 + 0.2 x 10) / (60 + 40), 60 t of them made at home
        ("GPR-X,imports 2022,CN,,30,0.6,,90\nGPR-X,imports 2022,US,,10,0.2,,30\n", 0.2),
        # a company has no production at home, and its own purchases stand for the imports
        ("GPR-X,imports 2022,CN,,30,0.6,,90\nGPR-X,purchases,US,,10,0.2,,30\n", 0.2),
        # a country without an estimate counts a half: 0.5 x 40 / 100
        ("GPR-X,imports 2022,AQ,,40,,,120\n", 0.2),
    ],
    ids=["country", "company", "no estimate"],
)
@pytest.mark.parametrize(
    ("name", "per_risk"), [("import risk", 1.0), ("GeoPolRisk score", 0.625), ("midpoint", 1.875)]
)
def test_geopolrisk_of_rows_by_hand(
    tmp_path: Path, bought: str, risk: float, name: str, per_risk: float
) -> None:
    """HHI (9 + 1) / 16 = 0.625; the price is 120 / 40 = 3 thousand dollars a tonne."""
    found = with_rows(
        tmp_path, MADE + bought, case_id=f"GPR-X-{name}", framework="GeoPolRisk",
        published_result_name=name, published_result=repr(risk * per_risk),
        inputs='{"domestic_production_t": 60}',
    )  # fmt: skip
    assert found.computed == pytest.approx(risk * per_risk)
    assert found.outcome == "inside"
