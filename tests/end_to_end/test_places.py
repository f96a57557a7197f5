"""Where a samarium-cobalt magnet was made, leaves from and goes to, against the page on verdicts.

The expectation is computed here from the page and the dates of the announcements alone: No. 18 binds what
leaves China, No. 61 s.1(1) goods made outside and s.1(3) Chinese goods that leave another country, neither
within one country nor to China. On the day it was written the whole grid (six destinations, eleven days,
three scenarios, 4,752 answers) showed no difference; the days and places kept here run in about a second.
"""

from datetime import date
from itertools import product
from pathlib import Path

import pytest

from desktop_app import pipeline
from desktop_app.assessment.licence import assess_licences
from desktop_app.model.inquiry import Inquiry
from tests.end_to_end.test_licence_exam import read_rows
from tests.one_library import shipped_library

MADE = ("CN", "JP", "DE", "")
SHIPS = ("CN", "JP", "DE", "FR", "HK", "")
PLACES = tuple(product(MADE, SHIPS))
EUROPE = {"DE", "FR"}
DAYS = ("2025-04-03", "2025-04-04", "2025-10-09", "2025-11-07", "2026-11-10", "2026-11-11")
Answer = tuple[str, str]


def expected(made: str, ships: str, to: str, day: str, scenario: str) -> Answer:
    if to == "CN":
        return "not_needed", ""
    is_inside = ships == to or (ships in EUROPE and to in EUROPE)
    leaves = (
        ("yes" if ships == "CN" else "no") if ships else {"CN": "yes", "": "may"}.get(made, "no")
    )
    bound = [(_no18(day), "no" if is_inside else leaves)]
    start = ships or made
    between = start not in ("CN", to)
    if made == "CN":
        bound.append((_no61(day, scenario, "in_force"), "yes" if between else "no"))
    else:
        bound.append((_no61(day, scenario, "announced"), "may" if between else "no"))
    if made == "":
        bound.append((_no61(day, scenario, "in_force"), "may" if between else "no"))
    for state, reaches, answer in (
        ("in_force", ("yes",), ("needed", "")),
        ("in_force", ("may",), ("not_verified", "part")),
        ("unconfirmed", ("yes", "may"), ("not_verified", "law")),
        ("suspended", ("yes", "may"), ("suspended", "")),
    ):
        if any(held == state and reach in reaches for held, reach in bound):
            return answer
    return "not_needed", ""


def _no18(day: str) -> str:
    return "in_force" if day >= "2025-04-04" else "none"


def _no61(day: str, scenario: str, first: str) -> str:
    """``first``: what held from 9 October to 6 November 2025."""
    if day < "2025-10-09":
        return "none"
    if day <= "2025-11-06":
        return first
    if day <= "2026-11-10" or scenario == "extended":
        return "suspended"
    return {"today": "unconfirmed", "lapsed": "in_force"}[scenario]


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> tuple[pipeline.Recognised, pipeline.Library]:
    rows = [
        {"case": str(at), "description": "SmCo magnet D10x5", "country_of_origin": made,
         "ships_from": ships}
        for at, (made, ships) in enumerate(PLACES)
    ]  # fmt: skip
    path: Path = tmp_path_factory.mktemp("places") / "places.csv"
    library = shipped_library()
    return pipeline.recognise(read_rows(path, rows), date(2026, 11, 22), library), library


@pytest.mark.parametrize("scenario", ["today", "lapsed", "extended"])
@pytest.mark.parametrize("to", ["DE", "JP", "HK", "CN"])
def test_places_are_judged_as_the_page_says(
    known: tuple[pipeline.Recognised, pipeline.Library], to: str, scenario: str
) -> None:
    parts, library = known
    for day in DAYS:
        inquiry = Inquiry(date.fromisoformat(day), to, "civil", scenario)
        found = assess_licences(parts.parts, parts.matches, parts.origins, inquiry, library.edition)
        for (made, ships), licence in zip(PLACES, found, strict=True):
            answer = (licence.verdict, licence.waits_on or "")
            assert answer == expected(made, ships, to, day, scenario), (made, ships, day)
