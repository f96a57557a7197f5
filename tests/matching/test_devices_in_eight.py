"""Devices with one meaning named in eight languages, written by hand before they were run.

``bears``: holds rare earths, never cleared; ``open``: may, so it is asked about or found; ``plain``:
an ordinary thing, never called; ``trace``: holds a little that no announcement asks about.
"""

import csv
from pathlib import Path

import pytest

from desktop_app.matching.match import match_parts
from tests.matching.parts import part_table, shipped_knowledge

_FOLDER = Path(__file__).parent
LANGUAGES = ("en", "de", "fr", "es", "it", "ja", "zh", "ko")
WRONG = {
    "bears": ("no", "trace"),
    "open": ("no", "trace"),
    "plain": ("yes", "likely"),
    "trace": ("no",),
}
SETS = (
    "devices_in_eight.csv", "devices_in_eight_second.csv", "devices_in_eight_third.csv",
    "devices_in_eight_fourth.csv",
)  # fmt: skip


@pytest.mark.parametrize("name", SETS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_device_is_judged_alike_in_every_language(name: str, language: str) -> None:
    lines = (_FOLDER / name).read_text(encoding="utf-8").splitlines()
    rows = list(csv.DictReader(lines, delimiter=";"))
    matches = match_parts(
        part_table(description=[row[language] for row in rows]), shipped_knowledge()
    )
    wrong = {
        row[language]: match.verdict
        for row, match in zip(rows, matches, strict=True)
        if match.verdict in WRONG[row["kind"]]
    }
    assert wrong == {}
