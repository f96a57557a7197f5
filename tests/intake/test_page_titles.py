"""Lists printed page by page: titles and feet of the pages are no parts, and no part is taken for one."""

from tests.intake.conftest import ReadRows
from tests.intake.looking import rows
from tests.workbooks.build import Rows

HEADINGS = ["Material", "Description", "Stock", "Unit"]
TITLE: Rows = [["Stock report"], ["Plant 1000", None, None, "Page 1"]]


def page(number: int, *parts: list[object], foot: object = None) -> Rows:
    title: Rows = [["Stock report"], ["Plant 1000", None, None, f"Page {number}"]]
    end: Rows = [[foot]] if foot else []
    return [*title, list(HEADINGS), *parts, *end]


def part(number: int, name: str) -> list[object]:
    return [f"A-{number}", name, 10.0 + number, "PC"]


def test_titles_and_feet_of_pages_are_no_parts(read_rows: ReadRows) -> None:
    sheet = [
        *page(1, part(1, "Ring magnet"), part(2, "Bearing"), foot="printed 02.11.2026 1/2"),
        *page(2, part(3, "Screw"), part(4, "Rotor"), foot="printed 02.11.2026 2/2"),
    ]
    assert rows(read_rows(sheet)) == [4, 5, 10, 11]


def test_the_last_parts_of_pages_stay_parts(read_rows: ReadRows) -> None:
    """M5x16 and M5x20 differ in nothing but figures, and stand right above the headings."""
    sheet = [
        *page(1, part(1, "Ring magnet"), part(2, "Screw M5x16")),
        *page(2, part(3, "Rotor"), part(4, "Screw M5x20")),
        *page(3, part(5, "Rotor"), part(6, "Screw M6x20")),
    ]
    assert len(rows(read_rows(sheet))) == 6


def test_parts_known_by_name_alone_stay_parts(read_rows: ReadRows) -> None:
    sheet = [
        *page(1, part(1, "Ring magnet"), part(2, "Bearing")),
        *page(2, part(3, "Rotor"), [None, "Grease 3", 2.0, None]),
        *page(3, part(5, "Label"), [None, "Grease 4", 2.0, None]),
    ]
    assert len(rows(read_rows(sheet))) == 6


def test_without_headings_again_nothing_is_a_title(read_rows: ReadRows) -> None:
    sheet = [*TITLE, list(HEADINGS), part(1, "Ring magnet"), ["Stock report"], part(2, "Bearing")]
    assert rows(read_rows(sheet)) == [4, 6]
