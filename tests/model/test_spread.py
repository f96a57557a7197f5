"""One decision per kind reaches every part, and combining columns loses nothing."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.model.spread import Spread, combine, merged, spread, spread_array

values = st.lists(st.sampled_from(["CN", "DE", None, "JP"]), max_size=30)


@given(values)
def test_a_spread_gives_back_every_value(column: list[str | None]) -> None:
    assert list(spread(column)) == column
    assert len(spread(column).kinds) == len(set(column))


@given(st.lists(st.tuples(st.sampled_from("ab"), st.integers(0, 3), st.booleans()), max_size=30))
def test_combining_columns_gives_the_rows_back(rows: list[tuple[str, int, bool]]) -> None:
    columns = [spread([row[i] for row in rows]) for i in range(3)]
    joined = combine(*columns)
    assert list(joined) == rows
    assert len(joined.kinds) == len(set(rows))


@pytest.mark.parametrize("possible", [3, 5_000])
def test_kinds_come_in_the_order_of_their_codes(possible: int) -> None:
    """However many combinations are possible: few are looked up in a table, many are sorted."""
    many = tuple(range(possible))
    first = Spread(many, np.array([2, 0, possible - 1, 0], dtype=np.int32))
    joined = combine(first, Spread(many, np.array([1, 2, 0, 2], dtype=np.int32)))
    assert list(joined) == [(2, 1), (0, 2), (possible - 1, 0), (0, 2)]
    assert list(joined.kinds) == sorted(set(joined))


def test_a_decision_is_made_once_per_kind() -> None:
    asked: list[str] = []

    def decide(value: str) -> int:
        asked.append(value)
        return len(value)

    assert list(spread(["a", "bb", "a", "bb", "a"]).map(decide)) == [1, 2, 1, 2, 1]
    assert asked == ["a", "bb"]


def test_an_array_has_one_entry_per_part() -> None:
    read = spread(["a", "bb", "a"]).array(len, np.int64)
    assert read.tolist() == [1, 2, 1]


def test_columns_of_different_length_are_refused() -> None:
    with pytest.raises(ValueError, match="different length"):
        combine(spread(["a"]), spread(["a", "b"]))


def test_no_columns_are_refused() -> None:
    with pytest.raises(ValueError, match="nothing to combine"):
        combine()


def test_a_part_reads_the_value_of_its_kind() -> None:
    assert Spread(("x", "y"), np.array([1, 0], dtype=np.int32))[0] == "y"


@given(values)
def test_merging_reads_the_same_of_every_part_with_fewer_kinds(column: list[str | None]) -> None:
    read = merged(spread(column), lambda country: country == "CN")
    assert list(read) == [country == "CN" for country in column]
    assert len(set(read.kinds)) == len(read.kinds)


@pytest.mark.parametrize("objects", [3, 40, 400])
def test_equal_texts_are_one_kind_whether_they_are_one_object_or_not(objects: int) -> None:
    """Some of the texts are equal but not the same object; NaN is missing, and 3 is 3.0."""
    made = [f"part {number % 30}" for number in range(objects)]
    column: list[object] = [made[(7 * place) % objects] for place in range(400)]
    column[5], column[6], column[7], column[8] = None, float("nan"), 3, 3.0
    found = spread_array(np.array(column, dtype=object))
    expected = [None if value is None or value != value else value for value in column]  # noqa: PLR0124
    assert list(found) == expected
    assert len(found.kinds) == len({*expected})
    assert found.kinds == (*dict.fromkeys(v for v in expected if v is not None), None)
