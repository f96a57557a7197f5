"""What a user said of rows holds for the list and for the next one with the same headings."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from desktop_app.intake.headings import heading_book
from desktop_app.intake.understanding import gather, understand
from desktop_app.model.reading import Reading
from desktop_app.model.sources import IS_PART, NO_PART, TableFound, row_name
from tests.intake.reading_here import ask_here, read_here
from tests.workbooks.build import Rows, make_xlsx

HEADINGS = ["Part no", "Description", "Qty"]
ROWS: Rows = [
    HEADINGS,
    ["S1", "Transport", 1],
    ["S2", "Ring magnet 30x20x5", 40],
    ["S3", "Freight", 1],
    ["S4", "Our terms of 2027 apply", 2],
    ["S5", "Servo motor 400 W", 2],
]


class Said:
    """What was said of lists with these headings."""

    def __init__(self, rows: Mapping[str, str]) -> None:
        self.rows = rows

    def __call__(self, headings: Sequence[str], _supplier: str = "", /) -> Mapping[str, str] | None:
        return self.rows if list(headings) == HEADINGS else None


def read(tmp_path: Path, rows: Rows, said: Mapping[str, str]) -> tuple[list[int], TableFound]:
    path = make_xlsx(tmp_path / "list.xlsx", {"S": rows})
    reading = gather([understand(path, "", ask_here(path), heading_book(), Said(said))])
    return [int(row) for row in reading.parts.frame["row"]], reading.files[0].sheets[0].tables[0]


def name_of(table: TableFound, *texts: str) -> str:
    return row_name(table.columns, dict(enumerate(texts, 1)))


def test_a_service_can_be_made_a_part_and_a_part_none(tmp_path: Path) -> None:
    rows, table = read(tmp_path, ROWS, {})
    assert rows == [3, 5, 6]
    transport = name_of(table, "S1", "Transport", "1")
    terms = name_of(table, "S4", "Our terms of 2027 apply")
    rows, table = read(tmp_path, ROWS, {transport: IS_PART, terms: NO_PART})
    assert rows == [2, 3, 6]
    assert table.told == (2,)
    assert [row for row, *_ in table.not_parts] == [4, 5]
    assert table.not_parts[1][2].template == "left out because you said that it is no part"
    counts = table.rows
    assert (counts.read, counts.parts, counts.other + counts.totals) == (5, 3, 2)


def test_the_next_list_follows_it_whatever_its_quantities_are(tmp_path: Path) -> None:
    _, table = read(tmp_path, ROWS, {})
    said = {name_of(table, "S1", "Transport"): IS_PART}
    later: Rows = [HEADINGS, ["S9", "Coil", 4], [" s1", "TRANSPORT ", 7], ["S3", "Transport", 1]]
    rows, _ = read(tmp_path, later, said)
    assert rows == [2, 3]


def test_a_row_named_like_a_heading_leaves_its_column(tmp_path: Path) -> None:
    rows, table = read(tmp_path, [*ROWS, [None, "Qty", 3]], {})
    assert rows == [3, 5, 6, 7]
    rows, again = read(tmp_path, [*ROWS, [None, "Qty", 3]], {name_of(table, "", "Qty"): NO_PART})
    assert rows == [3, 5, 6]
    assert [c.field for c in again.columns] == [c.field for c in table.columns]


def test_rows_far_below_are_kept_to_be_looked_at(tmp_path: Path) -> None:
    many: Rows = [[f"N{n}", f"Bolt M{n}", n] for n in range(1, 60)]
    path = make_xlsx(tmp_path / "long.xlsx", {"S": [HEADINGS, *many, ["F1", "Freight", 1]]})
    reading = read_here(path)
    assert isinstance(reading, Reading)
    (sheet,) = reading.files[0].sheets
    assert sheet.rows is not None
    assert sheet.rows.last_row == 61
    assert sheet.rows.texts(61) == ("F1", "Freight", "1")
    assert sheet.rows.rows_with("BOLT m5").tolist() == [6, *range(51, 61)]
    assert sheet.rows.texts(62) == sheet.rows.texts(0) == ()
