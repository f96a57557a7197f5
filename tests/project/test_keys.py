"""A part is found again by what it is called, however many rows are called the same."""

import re
import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.project.keys import PartIndex, PartKey, digest, folded, index_of, keys_of
from tests.project.cases import magnet, table

NAMES = st.sampled_from(["M-1", "m 1", "M-2", "", None])


@given(st.text())
def test_letters_and_digits_alone_make_a_name(text: str) -> None:
    """Stored decisions are found by these texts, so they must never come out otherwise."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    assert folded(text) == re.sub(r"[\W_]+", "", plain)


@given(st.lists(st.tuples(NAMES, NAMES, st.sampled_from(["a", "b"])), min_size=1, max_size=8))
def test_parts_are_found_as_by_looking_at_every_row(
    rows: list[tuple[str | None, str | None, str]],
) -> None:
    parts = table(*[
        magnet(number or "", part_number=number, mpn=maker, description=text, supplier="Nord")
        for number, maker, text in rows
    ])  # fmt: skip
    index, keys = PartIndex(parts), keys_of(parts)
    assert [key.number for key in keys] == [folded(n) or folded(m) for n, m, _ in rows]
    for part_id, key in enumerate(keys):
        same = [other for other, found in enumerate(keys) if found == key]
        assert index.key_of(part_id) == key
        assert list(index.find(key)) == same
        assert index.nth(part_id) == (same.index(part_id) if len(same) > 1 else None)
        reworded = PartKey(key.number, key.supplier, digest("reworded"))
        alike = [n for n, found in enumerate(keys) if (found.number, found.supplier) == key_of(key)]
        assert list(index.find(reworded)) == (alike if key.number else [])


def key_of(key: PartKey) -> tuple[str, str]:
    return key.number, key.supplier


def test_what_nobody_is_called_is_not_found() -> None:
    parts = table(magnet("M-1"))
    assert index_of(parts) is index_of(parts)
    assert index_of(parts).find(PartKey("m2", "nord", "0" * 16)) == ()
    assert index_of(parts).find(PartKey("", "", "0" * 16)) == ()
