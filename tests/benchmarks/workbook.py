"""The generated workbook of the benchmarks: 12 columns, screws to servo motors, three scripts.

Written as openpyxl writes it, cell by cell the same, but as text: a million rows take half a minute
instead of four, and a benchmark of a million rows comes to its end.
"""

import random
from collections.abc import Iterator
from itertools import islice, starmap
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook

HEADINGS = [
    "Part Number", "MPN", "Description", "Supplier", "Manufacturer", "Country of Origin",
    "HS Code", "Annual Quantity", "Unit", "Unit Price", "Currency", "Stock on Hand",
]  # fmt: skip
KINDS = [
    "Pan head screw M{a} x {b}", "NdFeB disc N{g}SH D{a}x{b}", "Servo motor {a}00 W {b} rpm",
    "Resistor {a}R 0805 {b}%", "Winkel verzinkt {a}x{b}", "MLCC {a}nF {b}V X7R",
    "钕铁硼磁钢 {g}H {a}x{b}", "Pump housing {a}-{b}", "Haut-parleur {a} ohm {b} W",
    "Kabelbaum {a} pol {b} m", "Relais {a}V {b}A", "Dysprosium oxide 99.{a} % lot {b}",
]  # fmt: skip
SHEET, END = "xl/worksheets/sheet1.xml", "</sheetData>"
ROWS_AT_ONCE = 10_000


def rows_of(rows: int) -> Iterator[list[str | float | None]]:
    """``rows`` lines; the same number always makes the same lines."""
    chance = random.Random(11)  # noqa: S311 - test data
    for number in range(rows):
        a, b, grade = chance.randint(1, 60), chance.randint(1, 40), chance.choice([35, 42, 48])
        yield [
            f"A{number:08d}", f"X-{number % 5000}",
            KINDS[number % len(KINDS)].format(a=a, b=b, g=grade),
            f"Supplier {number % 40}", f"Maker {number % 90}",
            ["China", "DE", "Japan", "US", "VN", None][number % 6],
            ["85051110", "73181500", "85015200", "28469000", None][number % 5],
            chance.randint(1, 9999), "pcs", round(chance.random() * 90, 2), "EUR",
            chance.randint(0, 5000),
        ]  # fmt: skip


def make_workbook(target: Path, rows: int) -> None:
    """Writes headings and ``rows`` lines into one sheet."""
    frame = target.with_suffix(".frame")
    book = Workbook(write_only=True)
    book.create_sheet("Parts").append(HEADINGS)
    book.save(frame)
    with ZipFile(frame) as made, ZipFile(target, "w", ZIP_DEFLATED, compresslevel=1) as written:
        for name in made.namelist():
            if name != SHEET:
                written.writestr(name, made.read(name))
        head, end, tail = made.read(SHEET).decode().partition(END)
        with written.open(SHEET, "w", force_zip64=True) as sheet:
            sheet.write(head.encode())
            lines = starmap(_row, enumerate(rows_of(rows), 2))
            while some := "".join(islice(lines, ROWS_AT_ONCE)):
                sheet.write(some.encode("ascii", "xmlcharrefreplace"))  # as openpyxl does
            sheet.write(f"{end}{tail}".encode())
    frame.unlink()


def _row(at: int, line: list[str | float | None]) -> str:
    cells = "".join(
        f'<c r="{letter}{at}" t="inlineStr"><is><t>{value}</t></is></c>'
        if isinstance(value, str)
        else f'<c r="{letter}{at}" t="n"><v>{value:.16g}</v></c>'
        for letter, value in zip("ABCDEFGHIJKL", line, strict=True)
        if value is not None
    )
    return f'<row r="{at}">{cells}</row>'
