"""The points of law that decide most rows, read from the shipped register."""

from datetime import date

import pytest

from desktop_app.register.control import GOODS, Item, status_on
from desktop_app.register.edition import load_edition
from desktop_app.register.knowledge import load_knowledge

EDITION = load_edition()
D = date.fromisoformat
OCTOBER = ("CN-MOFCOM-2025-55", "CN-MOFCOM-2025-56", "CN-MOFCOM-2025-57", "CN-MOFCOM-2025-58")


def state(control: str, provision: str, day: str, scenario: str = "today") -> str | None:
    """The state of a provision on a day; None before it was issued."""
    found = next(p for p in EDITION.by_id[control].provisions if p.id == provision)
    status = status_on(found, D(day), scenario)
    return status.state if status else None


def items(control: str, code: str) -> list[Item]:
    """The lines of an announcement under one code."""
    return [item for item in EDITION.by_id[control].items if item.code == code]


@pytest.mark.parametrize("control", OCTOBER)
def test_the_october_announcements_never_operated(control: str) -> None:
    days = ["2025-10-08", "2025-10-09", "2025-11-06", "2025-11-07", "2026-11-10", "2026-11-11"]
    assert [state(control, "", day) for day in days] == [
        None, "announced", "announced", "suspended", "suspended", "unconfirmed",
    ]  # fmt: skip
    assert state(control, "", "2026-11-11", "lapsed") == "in_force"
    assert state(control, "", "2026-11-11", "extended") == "suspended"
    issued = status_on(EDITION.by_id[control].provisions[0], D("2025-10-09"))
    assert issued is not None
    assert issued.takes_effect == D("2025-11-08")


@pytest.mark.parametrize(
    ("control", "provision"),
    [("CN-MOFCOM-2025-61", "s.1(3)"), ("CN-MOFCOM-2025-62", "")],
)
def test_re_export_and_technology_were_in_force_for_four_weeks(
    control: str, provision: str
) -> None:
    days = ["2025-10-09", "2025-11-06", "2025-11-07", "2026-11-10", "2026-11-11"]
    assert [state(control, provision, day) for day in days] == [
        "in_force", "in_force", "suspended", "suspended", "unconfirmed",
    ]  # fmt: skip


@pytest.mark.parametrize("provision", ["s.1(1)", "s.1(2)"])
def test_the_limbs_on_foreign_goods_never_operated(provision: str) -> None:
    days = ["2025-10-09", "2025-11-06", "2025-11-07", "2025-12-01", "2026-11-10", "2026-11-11"]
    assert [state("CN-MOFCOM-2025-61", provision, day) for day in days] == [
        "announced", "announced", "suspended", "suspended", "suspended", "unconfirmed",
    ]  # fmt: skip


def test_the_articles_on_the_united_states_have_fates_of_their_own() -> None:
    days = ["2024-12-02", "2024-12-03", "2025-11-08", "2025-11-09", "2026-11-27", "2026-11-28"]
    assert [state("CN-MOFCOM-2024-46", "art.2", day) for day in days] == [
        None, "in_force", "in_force", "suspended", "suspended", "unconfirmed",
    ]  # fmt: skip
    assert [state("CN-MOFCOM-2024-46", "art.1", day) for day in days] == [
        None, *["in_force"] * 5,
    ]  # fmt: skip
    military, minerals = EDITION.by_id["CN-MOFCOM-2024-46"].provisions
    assert military.uses == ("military",)
    assert minerals.uses == ()
    assert minerals.refuses == ("CN-MOFCOM-2023-23", "CN-MOFCOM-2024-33")
    assert minerals.case_by_case == ("CN-MOFCOM-2023-39",)
    assert military.destinations == minerals.destinations == ("US",)


def test_seven_rare_earths_were_never_suspended() -> None:
    assert state("CN-MOFCOM-2025-18", "", "2025-04-03") is None
    for scenario in ("today", "lapsed", "extended"):
        assert state("CN-MOFCOM-2025-18", "", "2025-04-04", scenario) == "in_force"
        assert state("CN-MOFCOM-2025-18", "", "2030-01-01", scenario) == "in_force"


@pytest.mark.parametrize(
    ("control", "day"),
    [
        ("CN-MOFCOM-2023-23", "2023-08-01"), ("CN-MOFCOM-2023-39", "2023-12-01"),
        ("CN-MOFCOM-2024-33", "2024-09-15"), ("CN-MOFCOM-2024-51", "2024-12-01"),
        ("CN-MOFCOM-2025-10", "2025-02-04"), ("CN-MOFCOM-2026-1", "2026-01-06"),
        ("CN-MOFCOM-2026-26", "2026-07-01"),
    ],
)  # fmt: skip
def test_first_days(control: str, day: str) -> None:
    before = date.fromordinal(D(day).toordinal() - 1).isoformat()
    assert state(control, "", day) == "in_force"
    assert state(control, "", before) in (None, "announced")


def test_a_suspending_act_ends_where_what_it_suspends_comes_back() -> None:
    for control, day in (("CN-MOFCOM-2025-70", "2026-11-11"), ("CN-MOFCOM-2025-72", "2026-11-28")):
        assert state(control, "", day) == "unconfirmed"
        assert state(control, "", day, "lapsed") == "repealed"
        assert state(control, "", day, "extended") == "in_force"
        assert all(p.reach == "none" for p in EDITION.by_id[control].provisions)


def test_magnets_are_listed_by_material_and_element() -> None:
    magnets = {
        item.code: (item.materials, item.elements)
        for item in EDITION.by_id["CN-MOFCOM-2025-18"].items
        if item.forms == ("magnet",)
    }
    assert magnets == {
        "1C902.a.4": (("SmCo",), ("Sm",)),
        "1C904.a.4": (("NdFeB",), ("Tb",)),
        "1C905.a.4": (("NdFeB",), ("Dy",)),
    }
    (holmium,) = [
        item for item in EDITION.by_id["CN-MOFCOM-2025-57"].items if item.forms == ("magnet",)
    ]
    assert (holmium.code, holmium.elements, holmium.materials) == ("1C909.a.4", ("Ho",), ())


def test_no_magnet_has_a_customs_number() -> None:
    with_numbers = [
        item.code
        for control in EDITION.controls
        for item in control.items
        if "magnet" in item.forms and item.hs
    ]
    assert with_numbers == []


def test_the_ministrys_answers_free_goods_of_no_18_only() -> None:
    with_guidance = [control.id for control in EDITION.controls if control.guidance]
    assert with_guidance == ["CN-MOFCOM-2025-18"]
    freed = {form for g in EDITION.by_id["CN-MOFCOM-2025-18"].guidance for form in g.forms}
    assert {"motor", "rotor", "sensor", "loudspeaker", "catalyst", "phosphor"} <= freed
    assert not freed & {"magnet", "target", "metal", "alloy", "oxide", "compound"}


def test_graphite_asks_for_three_properties_together() -> None:
    (artificial,) = items("CN-MOFCOM-2023-39", "graphite-1")
    assert [(x.property, x.op, x.value) for x in artificial.limits] == [
        ("purity_percent", "above", 99.9),
        ("flexural_strength_mpa", "above", 30.0),
        ("density_g_cm3", "above", 1.73),
    ]
    assert artificial.limits_met is None


def test_antimony_oxide_is_listed_from_four_nines() -> None:
    (oxide,) = items("CN-MOFCOM-2024-33", "Sb-3")
    (limit,) = oxide.limits
    assert (limit.property, limit.op, limit.value) == ("purity_percent", "at_least", 99.99)


def test_a_limit_that_was_not_captured_is_a_fact_that_is_always_missing() -> None:
    (alloy,) = items("CN-MOFCOM-2025-10", "1C004")
    (open_one,) = [limit for limit in alloy.limits if limit.property is None]
    assert open_one.met_by(1e9).name == "UNKNOWN"


def test_the_share_of_value_is_a_tenth_of_a_percent() -> None:
    limbs = {p.id: p for p in EDITION.by_id["CN-MOFCOM-2025-61"].provisions}
    assert limbs["s.1(1)"].value_share_percent == 0.1
    assert limbs["s.1(1)"].inputs == ("Part-1",)
    assert [p.reach for p in limbs.values()] == [
        "foreign_content",
        "foreign_technology",
        "reexport",
    ]
    for limb in limbs.values():
        assert limb.exempt_uses == ("humanitarian",)
        assert "10 working days" in limb.exempt_duty
        assert limb.case_by_case_uses == ("advanced_semiconductor",)


def test_light_rare_earths_count_in_neither_part_of_the_annex() -> None:
    named = {e for item in EDITION.by_id["CN-MOFCOM-2025-61"].items for e in item.elements}
    assert named == {"Sm", "Dy", "Gd", "Tb", "Lu", "Sc", "Y"}


def test_indium_metal_is_not_listed() -> None:
    assert [
        item.code
        for control in EDITION.controls
        for item in control.items
        if "In" in item.minerals and "metal" in item.forms
    ] == []


def test_weak_evidence_stays_weak() -> None:
    for control in EDITION.controls:
        for item in control.items:
            assert item.evidence >= item.source.grade, (control.id, item.code)
    (named,) = [i for i in items("CN-MOFCOM-2025-18", "1C905.a.2") if i.alloys]
    assert named.evidence == "D"


def test_what_is_not_screened_reaches_no_part_and_says_why() -> None:
    for control in EDITION.controls:
        for item in control.items:
            if item.not_screened:
                assert (item.forms, item.elements, item.minerals, item.families) == ((),) * 4
            else:
                assert item.forms or item.cas


def test_users_are_refused_only_where_goods_are_named() -> None:
    """A provision without goods, destinations and uses would refuse everything to everybody."""
    for control in EDITION.controls:
        for provision in control.provisions:
            if provision.reach == "user":
                assert provision.refuses or control.entities_announced, control.id
                assert provision.destinations or not provision.refuses, control.id
            if provision.reach in GOODS:
                assert control.items, control.id
                assert control.review is not None, control.id


def test_a_watch_list_has_no_limit_of_days() -> None:
    days = {c.id: c.review.working_days for c in EDITION.controls if c.review is not None}
    assert days["CN-MOFCOM-2026-12"] is None
    assert days["CN-MOFCOM-2025-18"] == 45


def test_a_line_that_names_a_family_names_one_that_is_recognised() -> None:
    known = load_knowledge().families
    assert [
        (control.id, item.code, family)
        for control in EDITION.controls
        for item in control.items
        for family in item.families
        if family not in known
    ] == []


def test_substances_of_the_lines_are_spelled_as_the_part_knowledge_spells_them() -> None:
    """A CAS number that both sides know must lead to the same name, or no row is ever found."""
    names = {substance.cas: substance.name for substance in load_knowledge().substances.values()}
    spelled_otherwise = [
        (control.id, item.code, names[cas], item.materials)
        for control in EDITION.controls
        for item in control.items
        for cas in item.cas
        if cas in names and item.materials and names[cas] not in item.materials
    ]
    assert spelled_otherwise == []
