"""A town or province under a heading of origin is an origin; under an address it never is.

``places_of_origin.csv`` was written and frozen on 2026-11-27 before any of it was read; lists of three rows,
one of which names Italy.
"""

import csv
from pathlib import Path

import pytest

from desktop_app.model.reading import Reading
from tests.intake.reading_here import read_here

CASES = Path(__file__).with_name("places_of_origin.csv")


def cases() -> list[dict[str, str]]:
    with CASES.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def origin_read(case: dict[str, str], folder: Path) -> set[str]:
    """The countries that are read for the part whose cell it is."""
    path = folder / "list.csv"
    with path.open("w", encoding="utf-8", newline="") as stream:
        table = csv.writer(stream)
        table.writerow(("Part Number", "Description", case["heading"], "Quantity"))
        table.writerow(("A-1", "Ring magnet", case["cell"], 4))
        table.writerow(("A-2", "Hex screw M6", "Italy", 20))
        table.writerow(("A-3", "Bracket", case["cell"], 7))
    found = read_here(path)
    assert isinstance(found, Reading)
    assert len(found.parts) == 3
    origin = found.parts.frame["country_of_origin"].iloc[0]
    codes = str(origin).split(";") if isinstance(origin, str) else []
    return {code for code in codes if code}


@pytest.mark.parametrize("case", cases(), ids=lambda case: f"{case['heading']}-{case['cell']}")
def test_a_place_is_an_origin_only_where_an_origin_is_asked_for(
    case: dict[str, str], tmp_path: Path
) -> None:
    assert origin_read(case, tmp_path) == set(filter(None, case["origin"].split(";")))
