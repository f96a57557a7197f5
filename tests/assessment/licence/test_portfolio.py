"""No flood: a machine builder's 14,000 parts, judged whole."""

from collections import Counter
from functools import cache

import numpy as np

from desktop_app.assessment.licence import assess_licences
from desktop_app.matching.alternatives import match_any
from desktop_app.matching.origin import find_origins
from desktop_app.model.inquiry import Inquiry
from desktop_app.model.licence import Licence
from desktop_app.model.parts import PartTable
from desktop_app.model.spread import Spread
from tests.assessment.licence.cases import TODAY, shipped_edition
from tests.matching.parts import shipped_knowledge
from tests.portfolio.build import portfolio


@cache
def judged() -> tuple[PartTable, list[str], Spread[Licence]]:
    parts, kinds = portfolio()
    matches = match_any(parts, shipped_knowledge())
    origins = find_origins(parts, matches, shipped_knowledge())
    found = assess_licences(parts, matches, origins, Inquiry(TODAY), shipped_edition())
    return parts, kinds, found


def test_asking_about_the_part_stays_a_list_one_can_work_through() -> None:
    _, _, found = judged()
    assert 0 < sum(licence.waits_on == "part" for licence in found) < 150


def test_nothing_mechanical_is_flagged() -> None:
    parts, kinds, found = judged()
    flagged = {
        parts.value(at, "description"): (licence.verdict, licence.waits_on)
        for at, (kind, licence) in enumerate(zip(kinds, found, strict=True))
        if kind == "mechanical" and licence.verdict != "not_needed"
    }
    assert flagged == {}


def test_no_device_is_taken_for_a_listed_good() -> None:
    _, kinds, found = judged()
    counted = Counter(
        kind
        for kind, licence in zip(kinds, found, strict=True)
        if licence.verdict == "needed" or licence.waits_on == "part"
    )
    assert set(counted) <= {"magnet", "material", "kit"}


def test_what_nobody_can_know_is_not_screened() -> None:
    _, kinds, found = judged()
    waits = np.array([licence.waits_on for licence in found], dtype=object)
    for kind in ("kit", "cryptic"):
        chosen = np.array([k == kind for k in kinds])
        assert (waits[chosen] == "recognition").mean() > 0.95, kind


def test_magnets_with_heavy_rare_earths_from_china_are_needed() -> None:
    parts, _, found = judged()
    for at, licence in enumerate(found):
        text, origin = parts.value(at, "description"), parts.value(at, "country_of_origin")
        if origin == "CN" and ("SH " in text or "UH " in text or "SmCo" in text):
            assert licence.verdict == "needed", text
