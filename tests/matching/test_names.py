"""Everyday names of parts in eight languages, written by hand; made up, not taken from lists."""

import csv
from pathlib import Path

import pytest

from desktop_app.matching.match import match_parts
from tests.matching.parts import part_table, shipped_knowledge

_LINES = Path(__file__).with_name("names.csv").read_text(encoding="utf-8").splitlines()
ROWS = list(csv.DictReader(_LINES))


@pytest.mark.parametrize("language", ["en", "de", "fr", "es", "it", "ja", "zh", "ko"])
def test_every_name_is_understood(language: str) -> None:
    rows = [row for row in ROWS if row["language"] == language]
    assert len(rows) > 100
    texts = [row["text"] for row in rows]
    matches = match_parts(part_table(description=texts), shipped_knowledge())
    wrong = {
        row["text"]: match.verdict
        for row, match in zip(rows, matches, strict=True)
        if match.verdict not in row["verdicts"].split("|")
    }
    assert wrong == {}
