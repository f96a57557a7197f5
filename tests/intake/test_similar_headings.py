"""Headings with two wrong letters are believed where the cells can prove them, and are asked about."""

import pytest

from desktop_app.intake.headings import heading_book
from tests.intake.conftest import ReadRows
from tests.intake.looking import facts, fields

ROWS = [["Motor 12 V", 2, 8.5], ["Screw M3", 20, 0.05], ["Washer M3", 20, 0.02]]


@pytest.mark.parametrize("heading", ["Quantality", "QUANTY", "Quanity", "Qantiy"])
def test_a_misspelt_quantity_over_numbers_is_one(read_rows: ReadRows, heading: str) -> None:
    reading = read_rows([["Name", heading, "Price"], *ROWS])
    assert facts(reading, "quantity") == [2.0, 20.0, 20.0]


@pytest.mark.parametrize("heading", ["Quality", "Quarterly", "Quantile", "Quotation"])
def test_other_words_are_no_misspelt_quantity(heading: str) -> None:
    meant = {meaning.field for meaning in heading_book().meanings(heading)}
    assert "quantity" not in meant


@pytest.mark.parametrize("heading", ["Novembre", "Reusable"])
def test_a_word_that_begins_otherwise_is_no_slip_of_two_letters(heading: str) -> None:
    assert not {"quantity", "unit_price"} & {m.field for m in heading_book().meanings(heading)}


def test_over_words_it_is_none(read_rows: ReadRows) -> None:
    rows = [["Motor 12 V", "good", 8.5], ["Screw M3", "bad", 0.05], ["Washer M3", "good", 0.02]]
    reading = read_rows([["Name", "Quantality", "Price"], *rows])
    assert fields(reading)["Quantality"] is None
