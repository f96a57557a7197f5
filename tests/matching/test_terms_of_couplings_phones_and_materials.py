"""Couplings, car drives, phones, batteries and materials named as in trade, in eight languages.

Written from general knowledge, before the program had seen them. Of the 3,963 names of that set
593 were cleared at first, 338 not recognised and 111 only asked about; 2,891 were read as now.
Plurals of phrases in French, Spanish and Italian ("baterías de litio") were cleared or not known
in 311 of 1,327. The table holds some of both, and ordinary things beside them (``ordinary``).
"""

import csv
from collections import Counter
from pathlib import Path

from desktop_app.matching.match import match_parts
from desktop_app.model.match import Match
from desktop_app.register.knowledge import Knowledge
from tests.matching.parts import part_table, shipped_knowledge

_TABLE = Path(__file__).with_name("terms_of_couplings_phones_and_materials_in_eight.csv")
ROWS = list(csv.DictReader(_TABLE.read_text(encoding="utf-8").splitlines(), delimiter=";"))
CALLED = ("yes", "likely")


def _right(family: str, match: Match, knowledge: Knowledge) -> bool:
    if family == "ordinary":
        return match.verdict not in CALLED
    if match.family == family:
        return True
    bears = knowledge.families[family].probability[1] >= knowledge.judgements.likely_from
    return bears and match.verdict in CALLED


def test_a_thing_is_known_by_its_trade_name_in_every_language() -> None:
    counts = Counter(row["language"] for row in ROWS)
    assert len(counts) == 8
    assert min(counts.values()) > 10
    knowledge = shipped_knowledge()
    matches = match_parts(part_table(description=[row["term"] for row in ROWS]), knowledge)
    wrong = {
        row["term"]: (match.verdict, match.family)
        for row, match in zip(ROWS, matches, strict=True)
        if not _right(row["family"], match, knowledge)
    }
    assert wrong == {}
