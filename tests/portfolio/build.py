"""Builds the portfolio: texts of ``lines.csv`` with sizes filled in, origins, stock and demand."""

import csv
import random
from pathlib import Path
from typing import Any

from desktop_app.model.parts import PartTable, part_frame

HERE = Path(__file__).parent
PARTS = 14_000


def portfolio(parts: int = PARTS, seed: int = 20261125) -> tuple[PartTable, list[str]]:
    """The part table and, per part, the kind it was made as."""
    chance = random.Random(seed)  # noqa: S311 - not a secret
    with (HERE / "lines.csv").open(encoding="utf-8", newline="") as stream:
        lines = list(csv.DictReader(stream))
    whole = sum(int(line["share"]) for line in lines)
    rows: list[dict[str, Any]] = []
    kinds: list[str] = []
    for line in lines:
        for _ in range(round(int(line["share"]) * parts / whole)):
            rows.append(_row(line, chance))
            kinds.append(line["kind"])
    columns = {name: [row[name] for row in rows] for name in rows[0]}
    return PartTable(part_frame(columns, len(rows))), kinds


def _row(line: dict[str, str], chance: random.Random) -> dict[str, Any]:
    sizes = {
        "a": chance.choice((20, 25, 32, 40)), "b": chance.choice((10, 12, 16)),
        "c": chance.choice((3, 4, 5, 6, 8)), "d": chance.choice((20, 25, 32, 40, 50, 63)),
        "e": chance.choice((8, 10, 12, 15)), "q": chance.choice((8, 12, 17, 18, 23)),
        "n": chance.randint(1000, 9999), "v": chance.choice((60, 80, 100, 160, 200, 400, 750)),
        "w": chance.choice(("0,37", "0,75", "1,5", "4", "7,5")),
        "lo": chance.choice((35, 38, 42, 45)), "hi": chance.choice((35, 38, 40, 42)),
    }  # fmt: skip
    origin = chance.choice(line["origins"].split())
    return {
        "part_number": f"{chance.randint(10**9, 10**10 - 1)}",
        "description": line["text"].format(**sizes),
        "supplier": f"Lieferant {chance.randint(1, 400)}",
        "country_of_origin": None if origin == "-" else origin,
        "stock_on_hand": float(chance.randint(10, 5000)) if chance.random() < 0.7 else float("nan"),
        "annual_quantity": float(chance.randint(50, 20000)),
        "annual_spend": float(chance.randint(100, 90000)),
    }
