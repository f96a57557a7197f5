"""Words are found as if each were looked at by itself, however they lie in memory."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.ui.table_data import RUN, folded

LETTERS = st.text(alphabet="aAbßẞİı磁\n ", max_size=4)


@given(words=st.lists(LETTERS, max_size=8), piece=LETTERS)
def test_each_word_is_asked_for_itself(words: list[str], piece: str) -> None:
    piece = piece.casefold()
    expected = [piece in word.casefold() for word in words]
    assert folded(words).holding(piece).tolist() == expected


@pytest.mark.parametrize("rows", [RUN - 1, RUN, RUN + 1, 2 * RUN])
def test_runs_of_words_join_without_a_gap(rows: int) -> None:
    words = [f"A{number}" for number in range(rows)]
    found = np.flatnonzero(folded(words).holding(str(rows - 1)))
    assert found.tolist()[-1] == rows - 1
    assert np.flatnonzero(folded(words).holding("1a")).tolist() == []
