"""The search finds what stands in a text, whole or in part, and comes back from where it is kept."""

import pickle

from desktop_app.matching.search import Search


def found_in(text: str, spellings: list[str], *, longest: bool = True) -> list[str]:
    search = Search(spellings, longest=longest)
    found = search.find(text)
    kept = pickle.dumps(search)
    assert pickle.loads(kept).find(text) == found  # noqa: S301 - its own
    assert [text[start:end] for start, end, _ in found] == [spellings[at] for _, _, at in found]
    return [spellings[at] for _, _, at in found]


def test_finds_the_longest_spellings_one_after_the_other() -> None:
    spellings = [" motor ", "motor ", " n42sh ", "磁铁", " motor  8 "]
    assert found_in(" 24v  getriebemotor  n42sh ", spellings) == ["motor ", " n42sh "]
    assert found_in(" motor  8  磁铁 80 ", spellings) == [" motor  8 ", "磁铁"]
    assert found_in(" 4 2 . % ", spellings) == []
    assert found_in(" motor ", []) == []


def test_finds_a_short_spelling_in_the_beginning_of_a_longer_one_that_does_not_stand_there() -> (
    None
):
    spellings = ["motor ", "maschinenmotor  inverter "]
    assert found_in(" waschmaschinenmotor ", spellings) == ["motor "]
    assert found_in(" waschmaschinenmotor  inv ", spellings) == ["motor "]
    assert found_in(" waschmaschinenmotor  inverter ", spellings) == ["maschinenmotor  inverter "]


def test_finds_each_spelling_also_those_in_others() -> None:
    assert found_in(" 00  000 ", [" 00 ", "0", " 000 "], longest=False) == [
        "0", "0", " 00 ", "0", "0", "0", " 000 "
    ]  # fmt: skip


def test_half_signs_of_damaged_files_hide_nothing_beside_them() -> None:
    search = Search([" 磁铁 ", "motor "], longest=True)
    assert search.find("\ud83d 磁铁 \udcffmotor ") == [(1, 5, 0), (6, 12, 1)]
