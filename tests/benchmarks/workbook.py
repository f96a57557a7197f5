"""The generated workbook of the benchmarks: 12 columns, screws to servo motors, three scripts."""

import random
from pathlib import Path

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


def make_workbook(target: Path, rows: int) -> None:
    """Writes ``rows`` lines; the same number always makes the same lines."""
    chance = random.Random(11)  # noqa: S311 - test data
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Parts")
    sheet.append(HEADINGS)
    for number in range(rows):
        a, b, grade = chance.randint(1, 60), chance.randint(1, 40), chance.choice([35, 42, 48])
        sheet.append(
            [
                f"A{number:08d}", f"X-{number % 5000}",
                KINDS[number % len(KINDS)].format(a=a, b=b, g=grade),
                f"Supplier {number % 40}", f"Maker {number % 90}",
                ["China", "DE", "Japan", "US", "VN", None][number % 6],
                ["85051110", "73181500", "85015200", "28469000", None][number % 5],
                chance.randint(1, 9999), "pcs", round(chance.random() * 90, 2), "EUR",
                chance.randint(0, 5000),
            ]
        )  # fmt: skip
    book.save(target)
