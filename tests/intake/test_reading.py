"""Files in, one table of parts out; a bad file says why and never stops the others."""

from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from desktop_app.intake import reading as intake_reading
from desktop_app.intake.reading import read_files
from desktop_app.model.findings import Cancelled, Message
from desktop_app.model.progress import silent
from tests.intake.looking import codes, facts, problem_code, rows
from tests.workbooks.build import make_csv, make_xlsx, put_error, sheet_of

LIST: list[list[Any]] = [
    ["Part Number", "Description", "Country of Origin", "Quantity"],
    ["A-1", "Ring magnet N42SH", "China", 4],
    ["A-2", "Hex screw M4", "Germany", 10],
]


def test_parts_of_several_files_stand_below_one_another_with_their_places(tmp_path: Path) -> None:
    first = make_xlsx(tmp_path / "first.xlsx", {"One": LIST, "Two": LIST[:2]})
    second = make_csv(tmp_path / "second.csv", LIST)
    reading = read_files([first, second], silent)
    assert facts(reading, "part_number") == ["A-1", "A-2", "A-1", "A-1", "A-2"]
    assert [facts(reading, name) for name in ("file", "table", "sheet")] == [
        [0, 0, 0, 1, 1],
        [0, 0, 1, 2, 2],
        ["One", "One", "Two", "", ""],
    ]
    assert rows(reading) == [2, 3, 2, 2, 3]
    cell = reading.parts.cell_of(4, "country_of_origin")
    assert cell is not None
    assert (cell.file, cell.sheet, cell.row, cell.column) == ("second.csv", "", 3, 3)


def test_a_file_of_more_columns_than_can_be_looked_at_in_time_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(intake_reading, "MOST_COLUMNS", 11)
    wide = make_xlsx(tmp_path / "wide.xlsx", dict.fromkeys(("One", "Two", "Three"), LIST))
    fits = make_xlsx(tmp_path / "fits.xlsx", dict.fromkeys(("One", "Two"), LIST))
    reading = read_files([wide, fits], silent)
    assert [file.problem and file.problem.code for file in reading.files] == ["E_TOO_LARGE", None]
    assert facts(reading, "file") == [1] * 4


def test_a_bad_file_is_a_refusal_and_the_next_one_is_read(tmp_path: Path) -> None:
    broken = tmp_path / "broken.xlsx"
    broken.write_bytes(b"PK\x03\x04 and then nothing of use")
    reading = read_files([broken, make_csv(tmp_path / "good.csv", LIST)], silent)
    assert [file.outcome for file in reading.files] == ["refused", "read"]
    assert problem_code(reading) in ("E_TRUNCATED", "E_CORRUPT")
    assert facts(reading, "file") == [1, 1]
    assert reading.files[0].sha256 == sha256(broken.read_bytes()).hexdigest()


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("~$list.xlsx", b"\x05Buyer", "E_LOCK_FILE"),
        ("empty.xlsx", b"", "E_EMPTY"),
        ("picture.xlsx", b"\x89PNG\r\n\x1a\n", "E_NOT_SPREADSHEET"),
        ("zeros.xlsx", bytes(5000), "E_NOT_SPREADSHEET"),
    ],
)
def test_what_is_no_list_says_what_it_is(
    tmp_path: Path, name: str, content: bytes, code: str
) -> None:
    (tmp_path / name).write_bytes(content)
    assert problem_code(read_files([tmp_path / name], silent)) == code


def test_a_file_that_is_not_there_is_a_refusal(tmp_path: Path) -> None:
    assert problem_code(read_files([tmp_path / "gone.xlsx"], silent)) == "E_NOT_FOUND"


def test_a_dropped_folder_is_its_spreadsheets(tmp_path: Path) -> None:
    make_csv(tmp_path / "b.csv", LIST)
    make_xlsx(tmp_path / "a.xlsx", {"Parts": LIST})
    (tmp_path / "~$a.xlsx").write_bytes(b"lock")
    (tmp_path / "letter.pdf").write_bytes(b"%PDF-1.7")
    reading = read_files([tmp_path], silent)
    assert [Path(file.path).name for file in reading.files] == ["a.xlsx", "b.csv"]


def test_cancelling_passes_through(tmp_path: Path) -> None:
    def stop(_what: Message, _done: int, _total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        read_files([make_csv(tmp_path / "list.csv", LIST)], stop)


def test_a_sheet_without_a_list_of_parts_has_no_tables(tmp_path: Path) -> None:
    notes = [["Dear buyer,"], ["please find the list on the next sheet."]]
    changes = [["Version", "Description", "Author", "Notes"], ["1.0", "first", "me", "x"]]
    reading = read_files([make_xlsx(tmp_path / "x.xlsx", {"A": notes, "B": changes})], silent)
    assert reading.files[0].outcome == "no_table"
    assert [len(sheet.tables) for sheet in reading.files[0].sheets] == [0, 0]
    assert len(reading.parts) == 0


def test_an_error_cell_makes_the_fact_missing_and_is_named(tmp_path: Path) -> None:
    path = put_error(make_xlsx(tmp_path / "x.xlsx", {"Parts": LIST}), "C2", "#N/A")
    reading = read_files([path], silent)
    assert facts(reading, "country_of_origin") == [None, "DE"]
    assert reading.parts.unreadable == {0: ("country_of_origin",)}
    issue = next(i for i in reading.files[0].issues if i.code == "W_ERROR_CELL")
    assert (issue.sheet, issue.row, issue.column) == ("Parts", 2, 3)


def test_a_formula_that_was_never_calculated_is_no_blank(tmp_path: Path) -> None:
    rows_with_formula = [*LIST, ["A-3", "Gear", "Japan", "=2+2"]]
    reading = read_files([make_xlsx(tmp_path / "x.xlsx", {"Parts": rows_with_formula})], silent)
    assert facts(reading, "quantity") == [4, 10, None]
    assert reading.parts.unreadable == {2: ("quantity",)}
    assert "W_NO_CACHED_VALUE" in codes(reading)


def test_hidden_rows_and_sheets_are_read_and_marked(tmp_path: Path) -> None:
    def hide(book: object) -> None:
        from openpyxl import Workbook

        assert isinstance(book, Workbook)
        sheet_of(book, "Parts").row_dimensions[3].hidden = True
        sheet_of(book, "Old").sheet_state = "veryHidden"

    path = make_xlsx(tmp_path / "x.xlsx", {"Parts": LIST, "Old": LIST[:2]}, hide)
    reading = read_files([path], silent)
    assert reading.parts.marks == {1: ("hidden row",), 2: ("hidden sheet",)}
    assert [sheet.hidden for sheet in reading.files[0].sheets] == [False, True]
    assert codes(reading).count("W_HIDDEN") == 2


def test_language_and_supplier_of_a_file_are_found(tmp_path: Path) -> None:
    german: list[list[Any]] = [
        ["Lieferant: Magnetwerk Süd GmbH"],
        [],
        ["Artikelnummer", "Bezeichnung", "Menge"],
        ["1-1", "Magnetring", 4],
    ]
    reading = read_files([make_xlsx(tmp_path / "x.xlsx", {"Liste": german})], silent)
    assert (reading.files[0].language, reading.files[0].supplier) == (
        "de",
        "Magnetwerk Süd GmbH",
    )
    assert facts(reading, "supplier") == ["Magnetwerk Süd GmbH"]


def test_the_preview_starts_at_the_first_row_of_the_sheet(tmp_path: Path) -> None:
    reading = read_files([make_xlsx(tmp_path / "x.xlsx", {"Parts": [[], *LIST]})], silent)
    assert reading.files[0].sheets[0].preview[:2] == (
        (),
        ("Part Number", "Description", "Country of Origin", "Quantity"),
    )


def test_the_same_file_gives_the_same_reading(tmp_path: Path) -> None:
    path = make_xlsx(tmp_path / "x.xlsx", {"Parts": LIST})
    one, other = read_files([path], silent), read_files([path], silent)
    assert one.files == other.files
    assert one.parts.frame.equals(other.parts.frame)


def test_a_list_we_fail_to_understand_does_not_stop_the_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from desktop_app.intake.tables import find_tables as whole

    def fail_once(grid: Any, *rest: Any) -> Any:
        if grid.name == "Bad":
            raise RuntimeError("a mistake of ours")
        return whole(grid, *rest)

    monkeypatch.setattr("desktop_app.intake.understanding.find_tables", fail_once)
    bad = make_xlsx(tmp_path / "bad.xlsx", {"Bad": LIST})
    reading = read_files([bad, make_csv(tmp_path / "good.csv", LIST)], silent)
    assert [file.outcome for file in reading.files] == ["refused", "read"]
    assert problem_code(reading) == "E_READER_CRASH"


def test_a_list_of_thousands_gives_every_row_once(tmp_path: Path) -> None:
    body = [[f"P-{n:05d}", f"Supplier {n % 7} part", "CN", n % 50] for n in range(5000)]
    reading = read_files([make_csv(tmp_path / "long.csv", [LIST[0], *body])], silent)
    assert rows(reading) == list(range(2, 5002))
    assert facts(reading, "part_number")[4711] == "P-04711"
