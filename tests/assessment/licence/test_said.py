"""What the lines of announcements say of a thing is asked once for a list, whatever the day; and what
comes of it is what a list that is judged for the first time gets."""

from copy import copy
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from desktop_app.assessment.licence import assess_licences, lines
from desktop_app.assessment.licence.covering import cover
from desktop_app.assessment.licence.facts import Case
from desktop_app.assessment.licence.judging import Judge
from desktop_app.matching.match import match_parts
from desktop_app.matching.origin import find_origins
from desktop_app.model.inquiry import Inquiry
from desktop_app.model.licence import Licence
from desktop_app.model.parts import PartTable, part_frame
from tests.assessment.licence.cases import (
    BEFORE_NO_18,
    CHINESE,
    DY_MAGNET,
    LAST_SUSPENDED,
    NO_18,
    TODAY,
    UNCONFIRMED,
    shipped_edition,
)
from tests.matching.parts import shipped_knowledge

DAYS = (TODAY, UNCONFIRMED, LAST_SUSPENDED, NO_18, BEFORE_NO_18)
DESCRIPTIONS = (
    "Segment magnet N42SH 40x20", "SmCo disc 10x5", "AC servo motor 400 W", "Yttrium oxide 4N",
    "Hex screw M6x20", "Gallium nitride wafer 2 inch",
)  # fmt: skip


class Desk:
    """One list with everything that was recognised of it."""

    def __init__(self) -> None:
        columns = {
            "description": list(DESCRIPTIONS),
            "country_of_origin": ["CN", "CN", "JP", "CN", "CN", None],
        }
        self.parts = PartTable(part_frame(columns, len(DESCRIPTIONS)))
        self.matches = match_parts(self.parts, shipped_knowledge())
        self.origins = find_origins(self.parts, self.matches, shipped_knowledge())

    def fresh(self) -> "Desk":
        """The same list, about which nobody asked before."""
        other = copy(self)
        other.parts = replace(self.parts)
        return other

    def judged(self, on: date, **question: Any) -> list[Licence]:
        inquiry = Inquiry(on, **question)
        edition = shipped_edition()
        return list(assess_licences(self.parts, self.matches, self.origins, inquiry, edition))


def test_another_question_about_a_list_is_answered_as_by_a_fresh_one() -> None:
    desk = Desk()
    questions: list[dict[str, Any]] = [{"on": on} for on in DAYS]
    questions += [{"on": TODAY, "destination": "US"}, {"on": TODAY, "end_use": "military"}]
    for question in questions:
        assert desk.judged(**question) == desk.fresh().judged(**question)


def test_another_day_asks_no_line_again(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def counted(item: Any, *arguments: Any, **more: Any) -> Any:
        asked.append(item.code)
        return cover(item, *arguments, **more)

    monkeypatch.setattr(lines, "cover", counted)
    desk = Desk()
    desk.judged(TODAY)
    assert asked
    asked.clear()
    desk.judged(TODAY + timedelta(days=1))
    assert not asked
    desk.fresh().judged(TODAY)
    assert asked


def test_the_purpose_that_a_row_names_is_part_of_the_question(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    purposes: set[str] = set()

    def noted(item: Any, control: Any, case: Case, *arguments: Any, **more: Any) -> Any:
        purposes.add(case.purpose)
        return cover(item, control, case, *arguments, **more)

    monkeypatch.setattr(lines, "cover", noted)
    judge = Judge(shipped_edition(), Inquiry(TODAY))
    for purpose in ("", "extraction"):
        judge.decide(Case(DY_MAGNET, CHINESE, purpose=purpose))
    assert purposes == {"", "extraction"}
