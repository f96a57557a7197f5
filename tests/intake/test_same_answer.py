"""What may be done to a list without changing its answer: a few changes of a few lists a run, and those that
once gave another answer. ``python -m tests.intake.battery same_answer AMOUNT`` tries every change.
"""

import random
from functools import cache
from pathlib import Path

import numpy as np
import pytest

from desktop_app.intake.heading_text import normalise, plain_heading
from desktop_app.intake.measures import reads_as_days
from desktop_app.intake.numbers import decimal_comma
from tests.intake.conftest import ReadRows
from tests.intake.looking import facts
from tests.intake.same_answer import CHANGES, applies, case_of, differences
from tests.workbooks.all_lists import Listed, all_lists

SEED, LISTS, OF_EACH = 2026, 12, 10
OPEN = {
    ("a last line full of dashes", "heading_in_two_lines"),
    ("russian bom", "first_1_rows"),
    ("the sum of the list in the line of headings", "heading_numbered"),
    ("german group head unmerged", "columns_shuffled"),
    ("Y26 kicad bom with distributor columns", "unused_columns_gone"),
    ("notes to be ticked off below the sum", "numbers_of_parts_with_apostrophes"),
}
"""Halves of headings that are not known together, one line whose second code nothing explains, a sum
among the headings that is numbered like one, columns that no longer stand below the heading of their
group, a list of a board that only columns tell which nothing uses: its places are unknown then, and an
apostrophe before a title, which may be one, as in 't Hart."""


@cache
def by_name() -> dict[str, Listed]:
    return {listed.name: listed for listed in all_lists()}


def _changed(listed: Listed, change: str, folder: Path) -> list[str] | None:
    """What another answer a change gives; None where it says nothing of the list."""
    found = case_of(listed, folder)
    seed = f"{listed.name} {change}"
    if found is None or not applies(found[0], change, random.Random(seed)):  # noqa: S311 - repeatable
        return None
    case, before = found
    told = differences(case, before, change, random.Random(seed))  # noqa: S311
    return [f"{one.kind} {one.what}" for one in told]


def test_an_answer_outlives_what_may_be_done_to_a_list(tmp_path: Path) -> None:
    chance, tried = random.Random(SEED), 0  # noqa: S311 - a repeatable draw
    different = set()
    for name in chance.sample(sorted(by_name()), LISTS):
        for change in chance.sample(sorted(CHANGES), OF_EACH):
            told = _changed(by_name()[name], change, tmp_path)
            tried += told is not None
            if told:
                different.add((name, change))
    assert tried > LISTS * OF_EACH / 3
    assert different <= OPEN


@pytest.mark.parametrize(
    ("name", "change"),
    [
        ("L11 sap z report de disposition lang", "blank_column_between"),
        ("dynamics fo", "signature_below"),
        ("B10 tme order csv pl", "labels_above"),
        ("de angebot", "labels_above"),
        ("ppap bulk", "days_with_points"),
        ("06 sap me2m en scope alv subtot", "values_trailing_spaces"),
        ("C07 ja konyuhin list", "rows_reversed"),
        ("L03 infor m3 mms001 export", "blank_rows_between"),
        ("38 quarterly spend report", "footnote_raised"),
        ("lcsc export zh", "footnote_star"),
        ("price years", "heading_underscores"),
        ("distributor basket with price breaks", "heading_stars"),
        ("L07 netsuite item search results", "heading_in_two_lines"),
        ("M02 plex supply items", "heading_line_breaks"),
        ("T05 qad item data", "heading_line_breaks"),
        ("E03 syteline items", "first_1_rows"),
        ("27 digikey cart", "first_2_rows"),
        ("what a price is for under an unknown heading", "numbers_as_text"),
        ("mouser cart xls", "numbers_of_parts_with_apostrophes"),
    ],
)
def test_a_change_that_once_gave_another_answer_gives_none(
    name: str, change: str, tmp_path: Path
) -> None:
    assert _changed(by_name()[name], change, tmp_path) == []


@pytest.mark.parametrize(
    ("heading", "said"),
    [
        ("Price 1)", "Price"), ("Quantity¹", "Quantity"), ("数量¹", "数量"), ("Menge *)", "Menge"),
        ("* HS code", "HS code"), ("Preis_2026_EUR", "Preis 2026 EUR"), ("Preis (netto) 1)", "Preis (netto)"),
        ("Volume m²", "Volume m²"), ("Area [cm²]", "Area [cm²]"), ("Preis (ab 10)", "Preis (ab 10)"),
        ("Supplier 1", "Supplier 1"), ("(*)", "(*)"),
    ],
)  # fmt: skip
def test_a_note_at_a_heading_is_none_of_its_words(heading: str, said: str) -> None:
    assert plain_heading(heading) == said
    assert normalise(heading) == normalise(said)


def test_days_and_numbers_of_parts_say_nothing_of_decimals() -> None:
    assert decimal_comma(["12.03.2026", "8505.11.10"]) is None
    assert decimal_comma(["12.03.2026", "1.5"]) is False
    assert decimal_comma(["1.234.567"]) is True


def test_one_lead_time_that_seven_divides_may_be_weeks() -> None:
    assert not reads_as_days(np.array([14.0]))
    assert not reads_as_days(np.array([14.0, 14.0, 28.0]))
    assert reads_as_days(np.array([14.0, 21.0, 42.0]))
    assert reads_as_days(np.array([90.0]))


def test_an_apostrophe_is_part_of_a_name_and_none_of_a_number(read_rows: ReadRows) -> None:
    rows = [
        ["Part number", "Description", "Supplier"],
        ["'00471", "Magnet", "'t Hart BV"],
        ["'00472", "Shaft", "Bolt AG"],
    ]
    found = read_rows(rows)
    assert facts(found, "part_number") == ["00471", "00472"]
    assert facts(found, "supplier") == ["'t Hart BV", "Bolt AG"]


def test_two_lists_beside_one_another_stay_two(read_rows: ReadRows) -> None:
    rows = [
        ["Part number", "Description", "Qty", None, "Part number", "Description", "Qty"],
        ["A-1", "Magnet", 4, None, "B-1", "Screw", 8],
        ["A-2", "Shaft", 1, None, "B-2", "Nut", 9],
    ]
    assert sorted(facts(read_rows(rows), "part_number")) == ["A-1", "A-2", "B-1", "B-2"]


def test_a_part_below_a_gap_is_no_foot_to_sign(read_rows: ReadRows) -> None:
    rows = [
        ["Part number", "Description", "Qty"],
        ["A-1", "Magnet", 4],
        ["A-2", "Shaft", 1],
        [],
        ["A-3", "Spare seal", None],
    ]
    assert facts(read_rows(rows), "part_number") == ["A-1", "A-2", "A-3"]
