"""Whose share a published figure is: of the largest, the largest three, or the largest of a part."""

import json
from pathlib import Path

import pytest

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
