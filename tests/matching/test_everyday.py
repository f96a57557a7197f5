"""Ordinary goods that real lists are full of are recognised as what they are, so that buyers are not
asked about them, and the bearing ones among them are found."""

import csv
from pathlib import Path

from desktop_app.matching.match import match_parts
from tests.matching.parts import part_table, shipped_knowledge

LINES = Path(__file__).parent / "everyday.csv"


def test_everyday_goods_of_real_lists_are_not_asked_about() -> None:
    with LINES.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) > 40
    matches = match_parts(part_table(description=[r["text"] for r in rows]), shipped_knowledge())
    wrong = {
        row["text"]: match.verdict
        for row, match in zip(rows, matches, strict=True)
        if match.verdict not in row["verdicts"].split("|")
    }
    assert wrong == {}
