"""Origin: declared or unknown; names of firms only move a probability."""

from typing import Any

from desktop_app.matching.match import match_parts
from desktop_app.matching.origin import find_origins
from desktop_app.model.match import Origin
from tests.matching.parts import part_table, shipped_knowledge


def origin(description: str = "Magnet NdFeB N35", **facts: Any) -> Origin:
    parts = part_table(description=[description], **{n: [v] for n, v in facts.items()})
    knowledge = shipped_knowledge()
    return find_origins(parts, match_parts(parts, knowledge), knowledge)[0]


def test_a_declared_country_is_exact() -> None:
    found = origin(country_of_origin="CN")
    assert (found.country, found.basis, found.evidence) == ("CN", "declared", "B")
    assert found.china_probability == (1.0, 1.0, 1.0)
    assert origin(country_of_origin="JP").china_probability == (0.0, 0.0, 0.0)


def test_several_countries_are_unknown() -> None:
    found = origin(country_of_origin="CN;DE")
    assert (found.country, found.evidence) == (None, "D")
    assert found.reasons


def test_a_maker_makes_no_country() -> None:
    found = origin(manufacturer="Ningbo Yunsheng Co., Ltd.")
    assert (found.country, found.basis, found.evidence) == (None, "maker", "D")


def test_without_anything_the_usual_stage_speaks() -> None:
    found = origin()
    assert (found.country, found.basis, found.evidence) == (None, "stage_share", "D")
    assert found.china_probability[1] > 0.8


def test_nothing_recognised_gives_no_origin() -> None:
    assert origin("XK-7731/B").basis == "none"


def test_leaving_china_is_a_fact_of_its_own() -> None:
    assert origin(leaves_china=True).leaves_china is True
    assert origin().leaves_china is None
