"""Every item of the law that names goods is reached by a line as a parts list words it.

A missed item would be "not covered" without anybody having looked, so each has its description.
"""

import csv
from datetime import date
from pathlib import Path

from desktop_app.assessment.licence import assess_licences
from desktop_app.matching.match import match_parts
from desktop_app.matching.origin import find_origins
from desktop_app.model.inquiry import Inquiry
from desktop_app.register.edition import load_edition
from tests.matching.parts import part_table, shipped_knowledge

EDITION = load_edition()
ON = date(2026, 12, 1)
_LINES = Path(__file__).with_name("controls.csv").read_text(encoding="utf-8").splitlines()
ROWS = list(csv.DictReader(_LINES))
NOT_BY_ITSELF = {("CN-MOFCOM-2025-61", "Part-1")}
"""Inputs of goods made elsewhere, of which the goods of Part-2 are bought."""


def reached() -> list[set[tuple[str, str]]]:
    """Of each row, control and item of all that holds or could hold; an item is its code, behind
    the provision where a control has several."""
    knowledge = shipped_knowledge()
    parts = part_table(
        description=[row["description"] for row in ROWS],
        country_of_origin=[row["origin"] for row in ROWS],
    )
    matches = match_parts(parts, knowledge, ON)
    licences = assess_licences(
        parts,
        matches,
        find_origins(parts, matches, knowledge),
        Inquiry(ON, destination="DE"),
        EDITION,
    )
    return [
        {
            (control.id, control.item)
            for control in licence.controls
            if control.verdict in ("needed", "not_verified")
        }
        for licence in licences
    ]


def test_each_description_reaches_its_item() -> None:
    missed = [
        row
        for row, items in zip(ROWS, reached(), strict=True)
        if not any(
            control == row["control"] and item.endswith(row["item"]) for control, item in items
        )
    ]
    assert missed == []


def test_every_item_that_names_goods_has_a_description() -> None:
    named = {
        (control.id, item.code)
        for control in EDITION.controls
        for item in control.items
        if item.forms
    }
    described = {(row["control"], row["item"]) for row in ROWS}
    assert len(named) > 100
    assert named - described - NOT_BY_ITSELF == set()
    assert described <= named
