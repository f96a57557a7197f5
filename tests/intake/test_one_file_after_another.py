"""What is kept of one file, its headings and numbers looked up, changes nothing in how the next one is read."""

from itertools import permutations
from pathlib import Path
from typing import Any

import pytest

from desktop_app.intake.headings import HeadingBook, heading_book
from desktop_app.intake.known_numbers import knowing
from desktop_app.intake.misspelt import ForgivingBook
from desktop_app.model.reading import Reading
from tests.intake.looking import facts, fields
from tests.intake.reading_here import read_here

LISTS = {
    "misspelt": "Componant;Quanity;Suplier\nRing magnet;4;Nord\nHex screw;12;Fabory\nBearing;2;SKF\n",
    "german": "Artikel;Bezeichnung;Preis;Bestand\nA-1;Ringmagnet;1,234;1.250\nA-2;Motor;12,5;3\nA-3;Mutter;0,05;10\n",
    "english": 'Part number;Description;Price;Stock\nA-1;Ring magnet;"1,234.50";"1,250"\nA-2;Motor;12.5;3\n',
    "words": "Part number;Remark;Qty\nA-1;Quanity;4\nA-2;Suplier;5\nA-3;Componant;6\n",
}
NAMES = ("part_number", "description", "supplier", "quantity", "unit_price", "stock_on_hand")


def told(folder: Path, name: str) -> dict[str, Any]:
    path = folder / f"{name}.csv"
    path.write_text(LISTS[name], encoding="utf-8")
    reading = read_here(path)
    assert isinstance(reading, Reading)
    return {"fields": fields(reading), **{fact: facts(reading, fact) for fact in NAMES}}


@pytest.mark.parametrize("pair", list(permutations(LISTS, 2)), ids=" then ".join)
def test_a_file_says_the_same_after_another(pair: tuple[str, str], tmp_path: Path) -> None:
    heading_book.cache_clear()
    alone = told(tmp_path, pair[1])
    heading_book.cache_clear()
    told(tmp_path, pair[0])
    assert told(tmp_path, pair[1]) == alone


def test_a_misspelt_heading_is_known_to_the_forgiving_book_alone() -> None:
    book = HeadingBook(heading_book().known)
    forgiving = ForgivingBook(knowing(book, frozenset(("A1",))))
    assert forgiving.likely("Discription")
    assert not book.likely("Discription")
    assert forgiving.known_numbers == {"A1"}
    assert not book.known_numbers
