"""Columns as spreads: empty and constant ones cost nothing and change nothing."""

import numpy as np

from desktop_app.matching.kinds import combined, merged, single_spaced, texts
from desktop_app.model.spread import combine, spread
from tests.matching.parts import part_table


def test_an_empty_column_has_one_kind() -> None:
    parts = part_table(description=["a", "b"])
    assert texts(parts, "material").kinds == (None,)
    assert list(texts(parts, "description")) == ["a", "b"]


def test_combined_agrees_with_combine() -> None:
    one, other = spread(["a", "b", "a", "c"]), spread(["x", "x", "x", "x"])
    assert list(combined(one, other)) == list(combine(one, other))
    assert list(combined(other, other)) == [("x", "x")] * 4


def test_merged_reads_each_value_once() -> None:
    seen: list[str] = []

    def read(value: str) -> int:
        seen.append(value)
        return len(value)

    found = merged(spread(["aa", "bb", "aa", "c"]), read)
    assert list(found) == [2, 2, 2, 1]
    assert seen == ["aa", "bb", "c"]
    assert found.of.dtype == np.int32


def test_blanks_of_all_kinds_are_read_as_one_and_lines_stay_apart() -> None:
    told = ["W  block", "W\u00a0block", "W block", "a\nb", "100\tmm"]
    assert list(texts(part_table(description=told), "description")) == [
        "W block", "W block", "W block", "a\nb", "100 mm",
    ]  # fmt: skip
    clean = part_table(description=["a b", "c"]).text("description")
    assert single_spaced(clean) is clean
