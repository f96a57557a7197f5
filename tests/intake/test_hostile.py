"""Hostile files open or are refused with a reason; nothing hangs, nothing takes the reader along.

The slow ones are read on demand: ``python -m tests.intake.battery hostile 0``.
"""

import time
import zipfile
from collections.abc import Iterable
from pathlib import Path

import pytest

from desktop_app.intake import workbook
from desktop_app.intake.first_cells import LONGEST
from desktop_app.intake.headings import heading_book
from desktop_app.intake.reading import read_files
from desktop_app.intake.refusal import Refused
from desktop_app.intake.sandbox import Reader
from desktop_app.intake.understanding import gather, understand
from desktop_app.intake.values import cas_of, country_of, hs_of
from desktop_app.model.findings import msg
from desktop_app.model.progress import silent
from tests.intake.looking import codes
from tests.intake.reading_here import read_here
from tests.workbooks.build import Rows, make_ods, make_xlsx
from tests.workbooks.hostile import ANY, FILES, OPEN, ROWS, SLOW, Hostile

PART_NUMBERS = [row[0] for row in ROWS[1:]]
MOST_SECONDS = 30.0


def ended(made: Hostile, reader: Reader, folder: Path) -> str:
    """The code of the refusal, ``E_NO_TABLE``, or ``OPEN`` where the parts of the list were read."""
    path = folder / made.name
    path.write_bytes(made.make())
    try:
        answer = reader.read(path, msg("Reading"), silent)
    except Refused as refused:
        return refused.code
    finally:
        path.unlink()
    reading = gather([understand(path, "", answer, heading_book())])
    numbers = reading.parts.frame["part_number"].tolist()
    return OPEN if sorted(set(PART_NUMBERS) - set(numbers)) == [] else "E_NO_TABLE"


def wrong(files: Iterable[Hostile], folder: Path) -> list[str]:
    """The files that ended otherwise than they may, or took too long."""
    found = []
    with Reader() as reader:
        for made in files:
            start = time.monotonic()
            end = ended(made, reader, folder)
            took = time.monotonic() - start
            if (end not in made.may and ANY not in made.may) or took > 2 * MOST_SECONDS:
                found.append(f"{made.name}: {end}, {took:.0f} s, may be {made.may}")
    return found


def test_a_hostile_file_opens_or_is_refused_with_a_reason(tmp_path: Path) -> None:
    assert wrong((made for made in FILES if made.name not in SLOW), tmp_path) == []


def test_none_of_them_is_told_twice() -> None:
    names = [made.name for made in FILES]
    assert len(names) == len(set(names))
    assert set(names) >= SLOW


def test_sheets_beyond_the_most_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook, "MOST_SHEETS", 2)
    path = make_xlsx(tmp_path / "a.xlsx", {f"S{n}": [["Part", "Qty"], ["A", n]] for n in range(4)})
    reading = read_here(path)
    assert not isinstance(reading, str)
    assert "W_SHEET_LIMIT" in codes(reading)
    (told,) = [i for i in reading.files[0].issues if i.code == "W_SHEET_LIMIT"]
    assert dict(told.message.args)["n"] == 2


@pytest.mark.parametrize("read", [country_of, hs_of, cas_of])
def test_a_text_without_end_is_no_value(read: object) -> None:
    assert callable(read)
    start = time.process_time()
    assert read("a (" * 300_000 + "CN") is None
    assert time.process_time() - start < 1


def test_a_cell_without_end_does_not_hold_up_the_look_at_its_column(tmp_path: Path) -> None:
    text = "(" * 30_000
    assert len(text) > LONGEST
    rows: Rows = [["Part Number", "Description", "Qty"], ["A-1", text, 4], ["A-2", "Motor", 2]]
    start = time.process_time()
    reading = read_here(make_xlsx(tmp_path / "a.xlsx", {"S": rows}))
    assert time.process_time() - start < 5
    assert not isinstance(reading, str)
    assert reading.parts.value(0, "description") == text


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"</table:table>", b"</table:tabt>"),
        (b"</table:table>", b"</table:tab}e>"),
        (b"</table:table>", b""),
        (b"</table:table-row>", b""),
        (b"</table:table-cell>", b""),
    ],
)
def test_an_element_without_its_end_is_damage_and_no_search_for_ever(
    old: bytes, new: bytes, tmp_path: Path
) -> None:
    """Byte mutation 1,724 of seed 2711003: the reader looked for the end of a table for half a minute."""
    path = make_ods(tmp_path / "list.ods", [["Part number", "Quantity"], ["A-1", 4]])
    with zipfile.ZipFile(path) as made:
        parts = {name: made.read(name) for name in made.namelist()}
    with zipfile.ZipFile(path, "w") as broken:
        for name, part in parts.items():
            broken.writestr(name, part.replace(old, new) if name == "content.xml" else part)
    with Reader(5.0) as reader, pytest.raises(Refused) as refused:
        reader.read(path, msg("Reading"), silent)
    assert refused.value.code == "E_CORRUPT"


def test_a_sign_that_xml_does_not_know_takes_no_list_with_it(tmp_path: Path) -> None:
    path = make_ods(tmp_path / "list.ods", [["Part number", "Quantity"], ["A-1", 4]])
    with zipfile.ZipFile(path) as made:
        parts = {name: made.read(name) for name in made.namelist()}
    with zipfile.ZipFile(path, "w") as broken:
        for name, part in parts.items():
            broken.writestr(
                name, part.replace(b"A-1", b"A-1\x01") if name == "content.xml" else part
            )
    assert len(read_files([path], silent).parts) == 1
