"""Lines that name their thing twice, in two languages: "Servo motor 伺服电机", "Motorkabel / câble moteur".

``lines_in_two_languages.csv`` was written and labelled before its first run (``holds``: a rare earth is
in it, yes or likely; ``not``: it must raise no alarm).
"""

import csv
from pathlib import Path

from tests.matching.parts import match_one

_SET = Path(__file__).with_name("lines_in_two_languages.csv")


def test_a_line_in_two_languages_says_what_both_say() -> None:
    wrong = []
    with _SET.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            verdict = match_one(row["line"]).verdict
            found = verdict in ("yes", "likely")
            if found != (row["label"] == "holds"):
                wrong.append((row["line"], verdict))
    assert wrong == []
