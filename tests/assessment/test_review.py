"""The review queue: few decisions first, each worth making, and what it promises comes true."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any, cast

import numpy as np
import pytest

from desktop_app import pipeline
from desktop_app.assessment.licence import assess_licences
from desktop_app.assessment.review import Decision, Outcome, Queue, review_queue
from desktop_app.assessment.review_texts import pattern_of
from desktop_app.model.assessment import Assessment
from desktop_app.model.findings import msg
from desktop_app.model.inquiry import Inquiry
from desktop_app.model.licence import StatusName
from desktop_app.model.match import Match
from desktop_app.model.parts import PartTable
from desktop_app.model.reading import Reading
from desktop_app.model.sources import SourceFile
from desktop_app.model.spread import Spread
from desktop_app.project.decisions import REVIEWED_EMPTY, Confirmation, RecordedFact
from desktop_app.project.legal_status import LegalStatus
from desktop_app.project.licences import LicenceRecord
from desktop_app.project.recorded import Recorded
from desktop_app.project.rules import project_rules
from tests.matching.parts import part_table
from tests.one_library import shipped_library
from tests.portfolio.build import portfolio

ON = date(2026, 11, 24)
LATER = date(2027, 1, 10)


def assessed(parts: PartTable, recorded: Recorded | None = None) -> Assessment:
    named = replace(parts, file_names=("list.csv",))
    reading = Reading((SourceFile("list.csv", "0" * 64, "csv", "read"),), named)
    return pipeline.assess(reading, Inquiry(ON), shipped_library(), recorded=recorded)


def queue_of(made: Assessment, most: int = 40) -> Queue:
    return review_queue(made, shipped_library().edition, shipped_library().knowledge, most)


ROWS = (
    ("Segmentmagnet 42SH R20", "Nordmagnet GmbH", None, "CN", None),
    ("Segmentmagnet 42SH R32", "Nordmagnet GmbH", 40.0, None, None),
    ("Servomotor 1FK7042", "Antrieb AG", None, "CN", None),
    ("XK-4711/B", "Blech KG", None, "CN", None),
    ("XK-4712/B", "Blech KG", None, "DE", None),
    ("Servomotor 1FK7084", "Antrieb AG", None, "CZ", None),
    ("Haltemagnet NdFeB Topf D20 M4", "Blech KG", None, "CN", None),
    ("Zylinderschraube DIN 912 M6x20", "Blech KG", None, "DE", None),
    ("Sm2Co17 disc D8x3", None, None, None, "Tianmu"),
)


@cache
def small() -> Assessment:
    text, supplier, lead, origin, maker = zip(*ROWS, strict=True)
    return assessed(
        part_table(
            description=list(text), supplier=list(supplier), country_of_origin=list(origin),
            manufacturer=list(maker), part_number=[f"P{at}" for at in range(len(text))],
            lead_time_days=[float("nan") if days is None else days for days in lead],
            annual_spend=[float(100 * (at + 1)) for at in range(len(text))],
            currency=["EUR"] * len(text),
        )
    )  # fmt: skip


def recorded_as(decision: Decision, answer: str) -> Recorded:
    """What the user's answer is recorded as."""
    if decision.kind == "law":
        control, provision = decision.name
        state = cast(StatusName, answer)
        return Recorded(statuses=(
            LegalStatus(control, provision, state, ON, "as published", "No. 1", ON, "official_text",
                        "Ada", ON, LATER),
        ))  # fmt: skip
    if decision.kind in ("supplier", "maker"):
        return Recorded(facts=(
            RecordedFact(decision.kind, decision.name[0], "leaves_china", answer=cast(Any, answer)),
        ))  # fmt: skip
    family = decision.name[0] if decision.kind == "family" else ""
    if answer == "right":
        return Recorded(confirmations=(Confirmation(family, True),))
    names = tuple(f"p{part_id}" for part_id in decision.part_ids.tolist())
    instead = REVIEWED_EMPTY if answer == "none" else answer
    return Recorded(confirmations=(
        Confirmation(family, False, scope="number", names=names, instead=instead),
    ))  # fmt: skip


def outcomes(made: Assessment, decision: Decision) -> Mapping[Outcome, int]:
    found = [made.licences[part_id] for part_id in decision.part_ids.tolist()]
    return Counter((licence.verdict, licence.waits_on) for licence in found)


def test_every_kind_of_decision_is_proposed() -> None:
    kinds = Counter(decision.kind for decision in queue_of(small()).first)
    assert {"law", "unrecognised", "supplier", "maker"} <= set(kinds)


def test_what_an_answer_promises_comes_true_when_it_is_recorded() -> None:
    """Judged again by the queue, and by the program with the answer in the project: the same."""
    made = small()
    for decision in queue_of(made).first:
        for answer in decision.answers:
            after = assessed(made.parts, recorded_as(decision, answer.name))
            assert outcomes(after, decision) == answer.after, (decision.name, answer.name)


def test_nothing_is_proposed_that_changes_nothing() -> None:
    for decision in queue_of(small()).first:
        assert decision.changes or decision.dates
        before = outcomes(small(), decision)
        assert decision.dates or any(answer.after != before for answer in decision.answers)
    screws = part_table(description=["Zylinderschraube DIN 912 M6x20"] * 3, supplier=["Blech"] * 3)
    assert queue_of(assessed(screws)).first == ()


def test_two_readings_are_decided_between_by_what_each_would_mean() -> None:
    """A text that may be a magnet or a fastener stands on the border of what is listed."""
    doubtful = Match("ambiguous", "unknown", (0.1, 0.5, 0.9), "magnet-ndfeb-sh", msg("Magnet"),
                     "fastener", "other", form="magnet", form_evidence="C", evidence="C")  # fmt: skip
    made = assessed(part_table(description=["halter", "halter"], country_of_origin=["CN", "CN"]))
    matches = Spread((doubtful,), np.zeros(2, dtype=np.int32))
    edition, knowledge = shipped_library().edition, shipped_library().knowledge
    licences = assess_licences(made.parts, matches, made.origins, made.inquiry, edition)
    assert {found.waits_on for found in licences} == {"recognition"}
    queue = queue_of(replace(made, matches=matches, licences=licences))
    (one,) = queue.first
    assert (one.kind, one.name, one.changes) == ("family", ("magnet-ndfeb-sh", "fastener"), 2)
    assert [answer.name for answer in one.answers] == ["right", "fastener", "none"]
    for answer in one.answers:
        laid = recorded_as(one, answer.name).on_matches(
            replace(made.parts, frame=made.parts.frame.assign(part_number=["p0", "p1"])),
            matches, knowledge,
        )  # fmt: skip
        after = assess_licences(made.parts, laid, made.origins, made.inquiry, edition)
        assert Counter((found.verdict, found.waits_on) for found in after) == answer.after
    assert one.answers[1].after == {("not_needed", None): 2}


def test_what_was_answered_is_not_asked_again() -> None:
    made = small()
    asked = {d.name[0]: d.asks for d in queue_of(made).first if d.kind == "supplier"}
    assert asked["Nordmagnet GmbH"] == (
        "leaves_china", "lead_time_holds_licence", "general_licence_until",
    )  # fmt: skip
    queue = review_queue(
        made, shipped_library().edition, shipped_library().knowledge, 40,
        lambda name, fact: (name, fact) == ("Nordmagnet GmbH", "general_licence_until"),
    )  # fmt: skip
    left = {d.name[0]: d.asks for d in queue.first if d.kind == "supplier"}
    assert left["Nordmagnet GmbH"] == ("leaves_china", "lead_time_holds_licence")


def test_a_licence_in_hand_moves_no_date_any_more() -> None:
    held = LicenceRecord("1", "Nordmagnet GmbH", filed=ON, number="L-1", valid_until=LATER)
    made = assessed(small().parts, Recorded(licences=(held,)))
    (one,) = (d for d in queue_of(made).first if d.name == ("Nordmagnet GmbH",))
    assert one.dates == 1, "the part whose origin is open is not covered"


def test_texts_alike_but_for_their_figures_are_one_decision() -> None:
    found = [d for d in queue_of(small()).first if d.kind == "unrecognised"]
    assert [(d.name, d.part_ids.tolist()) for d in found] == [(("pattern", "xk-#/b"), [4, 3])]
    assert found[0].spend == {"EUR": 900.0}
    assert pattern_of("XK-0815/B") == pattern_of(" xk-1/b ") == "xk-#/b"


def test_what_changes_most_stands_first() -> None:
    queue = queue_of(small())
    keys = [(d.changes, d.dates) for d in queue.first]
    assert keys == sorted(keys, reverse=True)
    short = queue_of(small(), most=2)
    assert [d.name for d in short.first] == [d.name for d in queue.first[:2]]
    assert short.later == len(queue.first) - 2


@pytest.fixture(scope="module")
def great() -> tuple[Assessment, Queue]:
    made = assessed(portfolio()[0])
    return made, queue_of(made, project_rules().review_first)


def test_a_portfolio_of_14000_parts_asks_for_at_most_forty_decisions_first(
    great: tuple[Assessment, Queue],
) -> None:
    made, queue = great
    assert len(made.parts) > 13_900
    assert 0 < len(queue.first) <= 40
    assert queue.later > 0, "the portfolio has more; they wait"


def test_the_first_decisions_settle_most_of_what_is_open(great: tuple[Assessment, Queue]) -> None:
    made, queue = great
    reached = {p for decision in queue.first for p in decision.part_ids.tolist()}
    unplaced = [p for p, found in enumerate(made.licences) if found.waits_on == "recognition"]
    assert len(reached.intersection(unplaced)) > 0.95 * len(unplaced)
    waits = [p for p, found in enumerate(made.licences) if found.waits_on == "law"]
    assert reached.issuperset(waits)
