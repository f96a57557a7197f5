"""A named user says what parts are: for a number, a description or all texts like it."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from desktop_app.assessment.review_texts import pattern_of
from desktop_app.language.catalogue import Catalogue
from desktop_app.matching.match import match_parts
from desktop_app.model.match import Match
from desktop_app.model.parts import PartTable
from desktop_app.project.decisions import REVIEWED_EMPTY, Confirmation, Scope
from desktop_app.project.keys import digest
from desktop_app.project.recorded import Recorded
from tests.matching.parts import shipped_knowledge
from tests.project.cases import magnet, table

DECIDED = date(2026, 11, 25)


def judged_as(*decisions: Confirmation, parts: PartTable) -> list[Match]:
    """What the parts are after the decisions; every text is read by the program first."""
    knowledge = shipped_knowledge()
    found = match_parts(parts, knowledge)
    return list(Recorded(confirmations=decisions).on_matches(parts, found, knowledge))


def unnamed(*texts: str) -> PartTable:
    return table(*(magnet(f"P-{at}", description=text) for at, text in enumerate(texts)))


@pytest.mark.parametrize(
    ("scope", "name", "reached"),
    [
        ("number", "p0", [True, False, False]),
        ("description", digest("XK-4711/B"), [True, False, True]),
        ("pattern", pattern_of("XK-0815/B"), [True, True, True]),
    ],
)
def test_a_family_is_corrected_for_a_number_a_description_or_a_pattern(
    scope: Scope, name: str, reached: list[bool]
) -> None:
    parts = unnamed("XK-4711/B", "XK-9999/B", "xk-4711/b")
    decision = Confirmation("", False, scope=scope, names=(name,), instead="magnet-smco",
                            by="Ada", on=DECIDED)  # fmt: skip
    found = judged_as(decision, parts=parts)
    assert [match.family == "magnet-smco" for match in found] == reached
    assert (found[0].outcome, found[0].form, found[0].material) == ("sure", "magnet", "SmCo")
    assert Catalogue("en").say(found[0].reasons[0]).startswith("Corrected by Ada on 25 Nov 2026: ")


def test_the_narrower_decision_goes_before_the_wider() -> None:
    parts = unnamed("XK-4711/B", "XK-9999/B")
    wide = Confirmation("", False, scope="pattern", names=(pattern_of("XK-1/B"),),
                        instead=REVIEWED_EMPTY)  # fmt: skip
    narrow = replace(wide, scope="number", names=("p1",), instead="magnet-smco")
    for order in ((wide, narrow), (narrow, wide)):
        found = judged_as(*order, parts=parts)
        assert [match.verdict for match in found] == ["no", "yes"]


def test_a_review_never_overrules_what_the_row_itself_names() -> None:
    for text in ("Sintered magnet Sm2Co17 block 10x10x5", "Haltemagnet NdFeB Topf D20 M4"):
        parts = unnamed(text)
        (read,) = judged_as(parts=parts)
        review = Confirmation(read.family or "", False, instead=REVIEWED_EMPTY, scope="number",
                              names=("p0",))  # fmt: skip
        assert judged_as(review, parts=parts) == [read]


@pytest.mark.parametrize(
    "wrong",
    [
        {"family": "motor", "is_right": True, "instead": "fan"},
        {"family": "", "is_right": True},
        {"family": "motor", "is_right": False, "scope": "number"},
        {"family": "motor", "is_right": False, "names": ("a",)},
    ],
)
def test_a_decision_says_one_thing(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"right|scope"):
        Confirmation(**wrong)


def test_who_confirms_a_holding_magnet_has_not_settled_its_form() -> None:
    """Whether a pot magnet is a magnet or an assembly in the sense of the law is not a matter of
    its name."""
    parts = unnamed("Haltemagnet Topf D20 M4")
    (read,) = judged_as(parts=parts)
    assert read.form_evidence == "D"
    (found,) = judged_as(Confirmation(read.family or "", True, by="Ada", on=DECIDED), parts=parts)
    assert (found.outcome, found.form_evidence) == ("sure", "D")
    assert Catalogue("en").say(found.reasons[-1]).startswith("Confirmed by Ada on 25 Nov 2026: ")
