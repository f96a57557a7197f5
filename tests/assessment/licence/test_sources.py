"""A part of several suppliers shows its worst source, and both where they differ."""

from typing import Any

import pytest

from desktop_app.assessment.licence import assess_licences
from desktop_app.assessment.licence.facts import Case
from desktop_app.assessment.licence.judging import Judge
from desktop_app.matching.match import match_parts
from desktop_app.matching.origin import find_origins
from desktop_app.model.inquiry import Inquiry
from desktop_app.model.licence import Licence
from desktop_app.model.parts import FactCell, PartTable, Source, part_frame
from tests.assessment.licence.cases import TODAY, shipped_edition
from tests.matching.parts import shipped_knowledge

PLACE = FactCell(0, "ME1M", 5, 1)


def source(supplier: str, country: str | None, leaves: bool | None = None) -> Source:
    return Source(supplier, country, leaves, None, None, None, PLACE)


def judged(*sources: Source, **facts: Any) -> Licence:
    columns = {"description": ["Segment magnet 42SH 40x20"]} | {k: [v] for k, v in facts.items()}
    parts = PartTable(part_frame(columns, 1), sources={0: sources} if sources else {})
    matches = match_parts(parts, shipped_knowledge())
    origins = find_origins(parts, matches, shipped_knowledge())
    return assess_licences(parts, matches, origins, Inquiry(TODAY), shipped_edition())[0]


def test_a_chinese_and_a_swiss_source_show_the_chinese_one_and_both() -> None:
    found = judged(source("Ningbo Hanlin", "CN"), source("Helvetia Magnet", "CH"))
    assert found.verdict == "needed"
    assert [(s.supplier, s.verdict) for s in found.by_source] == [
        ("Ningbo Hanlin", "needed"), ("Helvetia Magnet", "not_verified"),
    ]  # fmt: skip
    said = [reason.message.args for reason in found.reasons]
    assert any(("supplier", "Helvetia Magnet") in args for args in said)


def test_sources_that_agree_are_said_once() -> None:
    found = judged(source("A", "CN"), source("B", "CN"))
    assert found.verdict == "needed"
    assert len(found.by_source) == 2
    assert not any("From {supplier}" in reason.message.template for reason in found.reasons)


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_the_order_of_sources_does_not_matter(order: tuple[int, int]) -> None:
    both = (source("A", "DE"), source("B", "CN"))
    assert judged(*(both[at] for at in order)).verdict == "needed"


def test_what_a_source_does_not_say_the_row_says() -> None:
    both = (source("A", None), source("B", None))
    assert judged(*both, country_of_origin="CN").verdict == "needed"
    assert judged(*both).waits_on == "part"


def test_stock_of_a_distributor_is_outside_already_for_that_source() -> None:
    """A source says where it ships from: from stock in the buyer's customs territory none is needed."""
    inside = Source("Stuttgart", "CN", False, None, None, None, PLACE, ships_from="DE")
    found = judged(inside, source("Ningbo Hanlin", "CN", leaves=True))
    assert [s.verdict for s in found.by_source] == ["not_needed", "needed"]
    assert judged(inside, inside).basis == "already_outside"


def test_prices_and_places_of_offers_make_no_further_case(monkeypatch: pytest.MonkeyPatch) -> None:
    """300 parts of the same two firms, each with prices of its own, are judged as one: 60,000 took 45 s."""
    asked: list[Case] = []
    decide = Judge.decide

    def counted(judge: Judge, case: Case) -> Licence:
        asked.append(case)
        return decide(judge, case)

    monkeypatch.setattr(Judge, "decide", counted)
    offers = {
        at: tuple(
            Source(name, land, None, 40, 1.5 + at, "EUR", FactCell(0, "Offers", at + 3, column))
            for name, land, column in (("Ningbo Hanlin", "CN", 4), ("Helvetia Magnet", "CH", 6))
        )
        for at in range(300)
    }
    columns = {"description": ["Segment magnet 42SH 40x20"] * 300}
    parts = PartTable(part_frame(columns, 300), sources=offers)
    matches = match_parts(parts, shipped_knowledge())
    origins = find_origins(parts, matches, shipped_knowledge())
    found = assess_licences(parts, matches, origins, Inquiry(TODAY), shipped_edition())
    assert {found[at].verdict for at in range(300)} == {"needed"}
    assert len(asked) <= 3
