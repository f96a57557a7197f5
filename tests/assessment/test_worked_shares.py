"""Whose share a published figure is: of the largest, the largest three, or the largest of a part."""

import json
from pathlib import Path

import pytest

from desktop_app.register.worked_inputs import read_inputs
from tests.assessment.test_check_method import example


@pytest.mark.parametrize(
    ("framework", "figure", "published", "outcome"),
    [
        ("Top-3 share", "share of the largest three", "90", "inside"),
        ("Largest producers' share", "share of the top three producers", "90", "not_recomputed"),
        ("Largest producer's share", "share of the largest producer", "60", "inside"),
        ("Largest producer's share", "of the largest outside China", "20", "not_recomputed"),
    ],
)
def test_the_largest_three_or_the_largest_elsewhere_is_not_the_largest(
    tmp_path: Path, framework: str, figure: str, published: str, outcome: str
) -> None:
    """Each of the two was held against the share of the largest, and the publisher called wrong."""
    inputs = {"China": 60, "USA": 20, "Myanmar": 10, "Australia": 10}
    found = example(
        tmp_path, framework=framework, inputs=json.dumps(inputs),
        published_result_name=figure, published_result=published, tolerance="0.5",
    )  # fmt: skip
    assert found.outcome == outcome


GALLIUM_SHARES = {"China": 0.6, "Japan": 0.3, "South Korea": 0.1}


@pytest.mark.parametrize(
    ("framework", "figure", "inputs", "published", "outcome"),
    [
        ("HHI and effective number of suppliers", "HHI (0-1)", GALLIUM_SHARES, "0.46", "inside"),
        ("HHI and effective number of suppliers", "effective number", GALLIUM_SHARES, "2.1739", "inside"),
        ("Normalised HHI", "HHI*", GALLIUM_SHARES, "0.19", "inside"),
        ("Normalised HHI", "HHI", GALLIUM_SHARES, "0.19", "not_recomputed"),
        (
            "Herfindahl-Hirschman concentration", "HHI (0-1)",
            {"production": {"China": {"tonnes": 60}, "Japan": {"tonnes": 30}, "Korea": {"tonnes": 10}}},
            "0.46", "inside",
        ),
        (
            "Herfindahl-Hirschman concentration", "HHI (0-1)",
            {"production": {"2020": {"China": 60, "Japan": 40}, "2021": {"China": 50, "Japan": 50}}},
            "0.5", "not_recomputed",
        ),
        (
            "Import reliance (EU)", "IR",
            {"imports_kt": 80, "exports_kt": 10, "domestic production_kt": 30}, "0.7", "inside",
        ),
        (
            "Import reliance (EU)", "IR",
            {"imports_kt": 80, "exports_kt": 10, "domestic production": 30_000}, "0.7", "not_recomputed",
        ),
        ("Substitution index", "SI_EI", {"sub_share": {"a": 0.5, "b": 0.5}}, "0.9", "not_recomputed"),
    ],
)  # fmt: skip
def test_what_can_be_meant_in_two_ways_gives_no_number(  # noqa: PLR0917 - a table of cells
    tmp_path: Path,
    framework: str,
    figure: str,
    inputs: dict[str, object],
    published: str,
    outcome: str,
) -> None:
    """Years read as countries, tonnes beside kilotonnes, and an index that a method has beside another."""
    found = example(
        tmp_path, framework=framework, inputs=json.dumps(inputs),
        published_result_name=figure, published_result=published, tolerance="1e-4",
    )  # fmt: skip
    assert found.outcome == outcome


def test_tables_of_countries_for_each_sourcing_stay_tables_of_countries() -> None:
    cell = '{"shares": {"global": {"CN": 0.6, "US": 0.4}, "EU": {"CN": 0.3, "US": 0.7}}}'
    found = [(row["scope"], row["country"], row["share"]) for row in read_inputs(cell).countries]
    assert found == [
        ("shares global", "CN", "0.6"), ("shares global", "US", "0.4"),
        ("shares EU", "CN", "0.3"), ("shares EU", "US", "0.7"),
    ]  # fmt: skip
