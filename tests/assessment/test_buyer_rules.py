"""Rules that bind the buyer: three values, dated duties, and what would settle the third."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from desktop_app import pipeline
from desktop_app.assessment.buyer_rules import buyer_flags
from desktop_app.language.catalogue import Catalogue
from desktop_app.matching.match import match_parts
from desktop_app.matching.origin import find_origins
from desktop_app.model.flags import Flag
from desktop_app.model.inquiry import Inquiry
from desktop_app.model.verdict import Ternary
from desktop_app.register.buyer_rule_files import load_buyer_rules
from desktop_app.register.edition import load_edition
from tests.matching.parts import part_table, shipped_knowledge

NO, UNKNOWN, YES = Ternary.NO, Ternary.UNKNOWN, Ternary.YES
TODAY = date(2026, 11, 25)
EUROPE = Inquiry(on=TODAY, destination="DE")
AMERICA = Inquiry(
    on=TODAY, destination="US", end_use="military", destination_assumed=False,
    end_use_assumed=False,
)  # fmt: skip
CONTRACT = {"us_defence_contract": True}
CRMA_24, CRMA_28, CRMA_29 = "eu-crma-24", "eu-crma-28", "eu-crma-29"
DFARS, SECTION_301 = "us-dfars-225-7018", "us-section-301-8505-11"

MAGNET = {"description": "Sintered NdFeB magnet N42SH"}
FROM_CHINA = {**MAGNET, "country_of_origin": "CN"}
FROM_JAPAN = {**MAGNET, "country_of_origin": "JP"}
SERVO = {"description": "Servomotor 400 W", "country_of_origin": "CN"}
SCREW = {"description": "Hexagon screw M6x20", "country_of_origin": "CN"}
FERRITE = {"description": "Ferrite magnet Y30", "country_of_origin": "CN"}
TUNGSTEN = {"description": "Tungsten powder 99.9 %", "country_of_origin": "CN"}


def flags(
    part: dict[str, Any], inquiry: Inquiry = EUROPE, answers: dict[str, bool] | None = None
) -> list[Flag]:
    parts = part_table(**{name: [value] for name, value in part.items()})
    knowledge = shipped_knowledge()
    matches = match_parts(parts, knowledge)
    origins = find_origins(parts, matches, knowledge)
    assumptions = load_edition().assumptions
    rules = load_buyer_rules()
    return list(buyer_flags(parts, matches, origins, inquiry, rules, assumptions, answers)[0])


def flag(rule: str, *arguments: Any, state: str | None = None) -> Flag:
    """The one flag of a rule, in a state where the rule has several."""
    found = [f for f in flags(*arguments) if f.rule == rule and state in (None, f.state)]
    assert len(found) == 1, found
    return found[0]


def said(flag: Flag) -> list[str]:
    return [Catalogue("en").say(message) for message in flag.missing]


def test_article_24_asks_the_one_thing_the_program_cannot_know() -> None:
    found = flag(CRMA_24, FROM_CHINA)
    assert (found.applies, found.state) == (UNKNOWN, "in_force")
    assert said(found) == ["Has your company been identified under Article 24(1)?"]
    assert flag(CRMA_24, FROM_CHINA, EUROPE, {"company_identified": True}).applies is YES
    assert flag(CRMA_24, FROM_CHINA, EUROPE, {"company_identified": False}).applies is NO
    assert flag(CRMA_24, SCREW).applies is NO
    assert flag(CRMA_24, FERRITE).applies is NO
    assert flag(CRMA_24, FROM_CHINA, AMERICA).applies is NO


def test_a_part_that_may_hold_a_magnet_stays_open() -> None:
    """Unknown is never no: a servo motor is recognised by kind, its magnet is not declared."""
    for rule in (CRMA_24, CRMA_29):
        found = flag(rule, SERVO, EUROPE, {"company_identified": True})
        assert found.applies is UNKNOWN
        assert "material of its magnets, if it has any" in said(found)


def test_a_label_whose_day_cannot_be_computed_says_so() -> None:
    found = flag(CRMA_28, FERRITE)
    assert (found.state, found.since, found.days_left) == ("date_unknown", None, None)
    assert found.why is not None
    assert found.applies is UNKNOWN
    assert flag(CRMA_28, FERRITE, EUROPE, {"listed_product": True}).applies is YES
    assert flag(CRMA_28, SCREW).applies is NO


def test_recycled_content_counts_the_days_to_its_earliest_day() -> None:
    found = flag(CRMA_29, FROM_CHINA)
    assert (found.state, found.days_left, found.earliest) == ("coming", 180, True)
    later = replace(EUROPE, on=date(2027, 5, 24))
    assert flag(CRMA_29, FROM_CHINA, later).state == "date_unknown"
    assert flag(CRMA_29, FERRITE).applies is NO


def test_the_reach_of_defence_procurement_grows_on_new_year() -> None:
    """Until the last day of 2026 melting counts, from the first of 2027 everything from the mine."""
    old = flag(DFARS, FROM_JAPAN, AMERICA, CONTRACT, state="in_force")
    new = flag(DFARS, FROM_JAPAN, AMERICA, CONTRACT, state="coming")
    assert (old.days_left, new.days_left) == (36, 37)
    assert said(old) == ["country of melting of the alloy"]
    assert said(new) == [
        "country of mining", "country of refining and separation", "country of melting of the alloy",
    ]  # fmt: skip
    last, first = (replace(AMERICA, on=day) for day in (date(2026, 12, 31), date(2027, 1, 1)))
    before = [f for f in flags(FROM_JAPAN, last, CONTRACT) if f.rule == DFARS]
    after = [f for f in flags(FROM_JAPAN, first, CONTRACT) if f.rule == DFARS]
    assert [(f.state, f.days_left) for f in before] == [("in_force", 0), ("coming", 1)]
    assert [(f.state, f.days_left) for f in after] == [("in_force", None)]


def test_defence_procurement_by_material_maker_and_use() -> None:
    found = flag(DFARS, FROM_CHINA, AMERICA, CONTRACT, state="in_force")
    assert (found.applies, found.missing) == (YES, ())
    assert len(found.unless) == 6
    assert flag(DFARS, TUNGSTEN, AMERICA, CONTRACT, state="in_force").applies is YES
    assert flag(DFARS, FERRITE, AMERICA, CONTRACT, state="in_force").applies is NO
    assert flag(DFARS, SCREW, AMERICA, CONTRACT, state="in_force").applies is NO
    assert flag(DFARS, SERVO, AMERICA, CONTRACT, state="in_force").applies is UNKNOWN
    civil = replace(AMERICA, end_use="civil")
    assert flag(DFARS, FROM_CHINA, civil, None, state="in_force").applies is NO
    assumed = replace(civil, end_use_assumed=True)
    assert "end use" in said(flag(DFARS, FROM_CHINA, assumed, None, state="in_force"))
    # the clause is in commercial contracts, too: who says yes to one need not call the use military
    for asked in (civil, assumed):
        assert flag(DFARS, FROM_CHINA, asked, CONTRACT, state="in_force").applies is YES
        refused = {"us_defence_contract": False}
        assert flag(DFARS, FROM_CHINA, asked, refused, state="in_force").applies is NO
    own = {**FROM_CHINA, "end_use": "civil"}
    assert flag(DFARS, own, assumed, CONTRACT, state="in_force").applies is NO
    stated = {**FROM_CHINA, "end_use": "military"}
    assert flag(DFARS, stated, assumed, CONTRACT, state="in_force").applies is YES


@pytest.mark.parametrize(
    ("part", "applies", "missing"),
    [
        ({**FROM_CHINA, "hs_code": "8505110070"}, YES, []),
        ({**FROM_JAPAN, "hs_code": "8505110070"}, NO, []),
        ({**FROM_CHINA, "hs_code": "8505191000"}, NO, []),
        ({**FROM_CHINA, "hs_code": "8505"}, UNKNOWN, ["customs number"]),
        (FROM_CHINA, UNKNOWN, ["customs number"]),
        ({**MAGNET, "hs_code": "850511"}, UNKNOWN, ["country of origin"]),
        (SERVO, NO, []),
        ({**SERVO, "hs_code": "850511"}, YES, []),  # the declared number is what customs charge by
    ],
)
def test_the_duty_of_section_301(
    part: dict[str, Any], applies: Ternary, missing: list[str]
) -> None:
    found = flag(SECTION_301, part, AMERICA)
    assert (found.applies, said(found)) == (applies, missing)
    before = replace(AMERICA, on=date(2025, 12, 31))
    assert flag(SECTION_301, part, before).state == "coming"
    assert flag(SECTION_301, part, EUROPE).applies is NO


def test_every_flag_shows_its_text_and_the_day_it_was_read() -> None:
    for found in flags(FROM_CHINA, AMERICA):
        assert found.source.startswith("http")
        assert found.read_through <= TODAY
        assert found.steps
        assert (found.missing != ()) == (found.applies is UNKNOWN)


@pytest.mark.parametrize(
    ("fact", "value"),
    [("country_of_origin", "CN"), ("country_of_origin", "JP"), ("hs_code", "850511"),
     ("hs_code", "850519"), ("end_use", "military"), ("end_use", "civil")],
)  # fmt: skip
@pytest.mark.parametrize("part", [MAGNET, SERVO, SCREW, FERRITE, TUNGSTEN])
def test_a_filled_in_fact_never_turns_yes_into_no_or_back(
    part: dict[str, Any], fact: str, value: str
) -> None:
    bare = {name: v for name, v in part.items() if name != "country_of_origin"}
    asked = replace(AMERICA, end_use="civil", end_use_assumed=True)
    for old, new in zip(
        flags(bare, asked, CONTRACT), flags({**bare, fact: value}, asked, CONTRACT), strict=True
    ):
        if fact == "hs_code" and part is SERVO and new.rule == SECTION_301:
            continue  # the kind of part stood in for the number that is now declared
        assert {old.applies, new.applies} != {YES, NO}, (old.rule, old.steps, new.steps)


def test_flags_stay_off_until_they_are_asked_for() -> None:
    library = pipeline.load_library()
    result = pipeline.assess(pipeline.read_typed(["NdFeB magnet N42SH"]), EUROPE, library)
    assert result.flags is None
    flagged = pipeline.with_flags(result, library, {"company_identified": True})
    assert flagged.flags is not None
    assert {f.rule for f in flagged.flags[0]} >= {CRMA_24, CRMA_28, CRMA_29, DFARS, SECTION_301}
    assert list(flagged.licences) == list(result.licences)
