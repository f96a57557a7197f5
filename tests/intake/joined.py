"""Files dropped together, for tests: lists written down, read as workbooks of their own and connected."""

from collections.abc import Callable
from pathlib import Path

from desktop_app.intake.joining import connect
from desktop_app.language.catalogue import Catalogue
from desktop_app.model.reading import Reading
from tests.intake.reading_here import read_all_here
from tests.workbooks.build import Rows, make_xlsx

Join = Callable[..., Reading]

BOM: Rows = [
    ["Level", "Component number", "Object description", "Comp. Qty (CUn)", "Component unit"],
    [1, "10004711", "Magnet segment N42SH", 4, "PC"],
    [1, "10004712", "Hex screw M6x20", 12, "PC"],
    [1, "10004713", "Bearing 6204-2Z", 2, "PC"],
]
STOCK: Rows = [
    ["Material", "Material Description", "Plant", "Unrestricted", "Blocked", "Special stock",
     "Base Unit of Measure"],
    ["000000000010004711", "Magnet segment N42SH", "1000", 300, 20, None, "PC"],
    ["000000000010004711", "Magnet segment N42SH", "2000", 100, 0, None, "PC"],
    ["000000000010004711", "Magnet segment N42SH", "1000", 50, 0, "Q", "PC"],
    ["000000000010004712", "Hex screw M6x20", "1000", 5000, 0, None, "PC"],
    ["000000000099999999", "Something else", "1000", 7, 0, None, "PC"],
]  # fmt: skip


def joining(folder: Path) -> Join:
    """Reads each list as a workbook of its own and connects them."""

    def read(**lists: Rows) -> Reading:
        paths = [make_xlsx(folder / f"{n}.xlsx", {n: rows}) for n, rows in lists.items()]
        return connect(read_all_here(paths), frozenset(("q", "e")))

    return read


def warnings(reading: Reading) -> list[str]:
    """What is said of the files, in English."""
    english = Catalogue("en")
    return [english.say(issue.message) for file in reading.files for issue in file.issues]


def counted(reading: Reading) -> None:
    """Nothing is lost: every row of every table is of exactly one kind."""
    rows = [t.rows for f in reading.files for s in f.sheets for t in s.tables]
    for c in rows:
        assert c.read == c.parts + c.duplicates + c.totals + c.blank + c.rejected + c.other
    assert sum(c.parts for c in rows) == len(reading.parts)
