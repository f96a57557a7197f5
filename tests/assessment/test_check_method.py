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
from desktop_app.model.findings import CodedError
from desktop_app.register.worked_examples import read_examples
from tests.assessment.by_hand import figures

PUBLISHED = Path(__file__).parent / "published" / "worked_examples.csv"
GALLIUM = {"HHI_WGI_t_GS": 3.5, "HHI_WGI_t_EU": 1.1, "IR": 0.34, "EoL_RIR": 0.0, "SI_SR": 1.0}


def checked(path: Path) -> tuple[Checked, ...]:
    return check_method(read_examples(path), figures().number("copper_midpoint"))


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
    with_rows = [c for c in found if not c.case.startswith(("GPR-Nickel", "GPR-Graphite"))]
    assert {c.case: c.outcome for c in with_rows if c.outcome != "inside"} == {
        "EU2023-Ge": "known_miss",
        "EU2023-Sc": "known_miss",
    }
    assert all(c.note for c in found if c.outcome == "known_miss")
    assert all_inside(with_rows)


def test_an_example_without_its_rows_is_said_not_to_be_recomputed() -> None:
    found = checked(PUBLISHED)
    without = [c for c in found if c.case.startswith(("GPR-Nickel", "GPR-Graphite"))]
    assert len(without) == 7
    assert {c.case for c in without if c.outcome != "not_recomputed"} == {"GPR-Graphite-CF"}
    assert not all_inside(found)


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
        (PUBLISHED.read_text(encoding="utf-8").replace(",5.2,", ",about 5,", 1), "E_CSV"),
        (PUBLISHED.read_text(encoding="utf-8") + "one,cell\n", "E_CSV"),
        (PUBLISHED.read_text(encoding="utf-8") + '"open', "E_CSV"),
    ],
    ids=["empty", "columns", "no example", "a word for a figure", "short row", "open quote"],
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
