"""What a user recorded reaches the assessment: facts, confirmations, the law, licences."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from desktop_app.model.findings import msg
from desktop_app.model.inquiry import Inquiry
from desktop_app.model.licence import ControlFinding, Licence
from desktop_app.model.match import Match
from desktop_app.model.parts import FactCell, PartTable, Source
from desktop_app.model.sources import IS_PART, ROW_MARK
from desktop_app.model.spread import Spread
from desktop_app.project.bringing import Desk, bring_to, columns_of
from desktop_app.project.corrections import correct
from desktop_app.project.decisions import (
    ColumnMapping,
    Confirmation,
    RecordedFact,
    SupplierAnswer,
    header_fingerprint,
    mapping_for,
)
from desktop_app.project.keys import PartIndex, keys_of
from desktop_app.project.legal_status import check_look_again, due
from desktop_app.project.licences import LicenceRecord
from desktop_app.project.opening import create_project
from desktop_app.project.project import Project, project_of
from desktop_app.project.recorded import Recorded, behind, recorded_in
from desktop_app.project.records import Removed
from desktop_app.register.control import Edition, status_on
from desktop_app.register.edition import load_edition
from tests.project.cases import TODAY, magnet, status, table


def leaves(answer: Any, subject: Any = "supplier", name: str = "NORD-MAGNET") -> RecordedFact:
    return RecordedFact(subject, name, "leaves_china", answer=answer)


@pytest.fixture(scope="module")
def edition() -> Edition:
    return load_edition()


def state(edition: Edition, on: date, control: str = "CN-MOFCOM-2025-57") -> str:
    found = status_on(edition.by_id[control].provisions[0], on)
    assert found is not None
    return found.state


# --- facts -----------------------------------------------------------------------------------


def test_a_fact_of_a_supplier_fills_its_parts_and_what_a_row_says_stays() -> None:
    parts = table(magnet(), magnet("M-2", leaves_china=False), magnet("M-3", supplier="Other"))
    found = Recorded(facts=(leaves("yes"),)).on_parts(parts)
    assert found.frame["leaves_china"].tolist() == [True, False, None]
    assert parts.frame["leaves_china"].tolist() == [None, False, None]


def test_a_correction_of_one_part_goes_before_the_fact_of_its_supplier() -> None:
    parts = table(magnet(), magnet("M-2"))
    fix = correct(PartIndex(parts), parts, 1, "leaves_china", False)
    found = Recorded(facts=(leaves("yes"),), corrections=(fix,)).on_parts(parts)
    assert found.frame["leaves_china"].tolist() == [True, False]


def test_some_leaves_it_open() -> None:
    parts = table(magnet())
    assert Recorded(facts=(leaves("some"),)).on_parts(parts).value(0, "leaves_china") is None


def test_the_fact_of_a_supplier_comes_before_that_of_the_maker() -> None:
    parts = table(magnet(), magnet("M-2", supplier=None))
    facts = (leaves("no"), leaves("yes", "maker", "Tianmu Magnetics"))
    found = Recorded(facts=facts).on_parts(parts)
    assert found.frame["leaves_china"].tolist() == [False, True]


def test_the_suppliers_of_a_part_of_several_get_their_facts() -> None:
    place = FactCell(0, "Parts", 2, 1)
    sources = tuple(
        Source(name, None, own, None, None, None, place)
        for name, own in (("Nordmagnet", None), ("Nordmagnet", False), ("Other", None))
    )
    parts = PartTable(table(magnet()).frame, sources={0: sources})
    found = Recorded(facts=(leaves("yes"),)).on_parts(parts)
    assert [source.leaves_china for source in found.sources[0]] == [True, False, None]


def test_the_fact_of_a_kind_reaches_the_parts_of_that_family() -> None:
    parts = table(magnet(), magnet("M-2"))
    kinds = Spread((a_match("sintered"), a_match("ferrite")), np.array([0, 1], dtype=np.int32))
    fact = RecordedFact("kind", "sintered", "lead_time_holds_licence", answer="yes")
    found = Recorded(facts=(fact,)).on_kinds(parts, kinds)
    assert found.frame["lead_time_holds_licence"].tolist() == [True, None]


@pytest.mark.parametrize(
    "facts",
    [
        {"subject": "supplier", "name": "A", "fact": "leaves_china"},
        {"subject": "supplier", "name": "A", "fact": "general_licence_until", "answer": "yes"},
        {"subject": "supplier", "name": " ", "fact": "leaves_china", "answer": "yes"},
        {"subject": "planet", "name": "A", "fact": "leaves_china", "answer": "yes"},
        {"subject": "supplier", "name": "A", "fact": "standard_declaration"},
    ],
)
def test_a_fact_without_its_value_is_no_fact(facts: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"fact|recorded"):
        RecordedFact(**facts)


def test_what_stands_behind_a_fact_is_named() -> None:
    parts = table(magnet(), magnet("M-2", leaves_china=True), magnet("M-3"))
    fix = correct(PartIndex(parts), parts, 2, "leaves_china", False)
    project = Project(facts=(leaves("yes"),), corrections=(fix,))
    assert behind(project, parts, 0, "leaves_china") == {"fact": leaves("yes")}
    assert behind(project, parts, 1, "leaves_china") == {}
    assert behind(project, parts, 2, "leaves_china") == {"correction": fix}


def test_an_answer_fills_what_is_missing_and_overrules_nothing() -> None:
    parts = table(magnet(), magnet("M-2", country_of_origin="DE"))
    answers = tuple(
        SupplierAnswer(key, "country_of_origin", "CN", "answers.xlsx", "0" * 64)
        for key in keys_of(parts)
    )
    found = Recorded(answers=answers).on_parts(parts)
    assert found.frame["country_of_origin"].tolist() == ["CN", "DE"]


@pytest.mark.parametrize(
    ("field", "value"), [("row", 3.0), ("stock_on_hand", "ten"), ("leaves_china", "yes")]
)
def test_an_answer_fills_only_what_may_be_corrected(field: str, value: Any) -> None:
    with pytest.raises(ValueError, match=field):
        SupplierAnswer(keys_of(table(magnet()))[0], field, value, "a.xlsx", "0" * 64)


# --- recognition -----------------------------------------------------------------------------


def a_match(family: str) -> Match:
    return Match("ambiguous", "likely", (0.4, 0.6, 0.8), family=family, title=msg("Magnet"),
                 form="magnet", form_evidence="D", evidence="D")  # fmt: skip


def test_a_confirmed_kind_is_exact_and_a_rejected_one_not_recognised() -> None:
    parts = table(magnet(), magnet("M-2", manufacturer="Other"), magnet("M-3"))
    kinds = Spread((a_match("sintered"), a_match("ferrite")), np.array([0, 0, 1], dtype=np.int32))
    decided = Recorded(
        confirmations=(
            Confirmation("sintered", is_right=True, maker="TIANMU magnetics"),
            Confirmation("ferrite", is_right=False),
        )
    ).on_matches(parts, kinds)
    assert [m.outcome for m in decided] == ["sure", "ambiguous", "none"]
    assert (decided[0].form_evidence, decided[0].evidence) == ("B", "B")
    assert decided[2].form is None
    assert len(kinds) == len(decided)


def test_parts_that_were_split_off_go_before_their_kind() -> None:
    parts = table(magnet(), magnet("M-2"))
    kinds = Spread((a_match("sintered"),), np.array([0, 0], dtype=np.int32))
    split = Confirmation("sintered", is_right=False, parts=(keys_of(parts)[1],))
    for order in [(split, Confirmation("sintered", True)), (Confirmation("sintered", True), split)]:
        decided = Recorded(confirmations=order).on_matches(parts, kinds)
        assert [m.outcome for m in decided] == ["sure", "none"]


# --- the law ---------------------------------------------------------------------------------


def test_an_official_text_decides_until_the_day_to_look_again(edition: Edition) -> None:
    recorded = status()
    laid = Recorded(statuses=(recorded,)).on_edition(edition)
    after = recorded.look_again + timedelta(days=1)
    assert state(edition, TODAY) == "unconfirmed"
    assert state(laid, TODAY) == "suspended"
    assert state(laid, recorded.look_again) == "suspended"
    assert state(laid, after) == "unconfirmed"
    assert state(laid, recorded.since - timedelta(days=1)) == state(
        edition, recorded.since - timedelta(days=1)
    )


def test_the_last_day_of_a_suspension_ends_it_earlier(edition: Edition) -> None:
    laid = Recorded(statuses=(status(until=date(2026, 12, 31)),)).on_edition(edition)
    assert state(laid, date(2026, 12, 31)) == "suspended"
    assert state(laid, date(2027, 1, 1)) == "unconfirmed"


def test_press_reports_change_nothing(edition: Edition) -> None:
    assert Recorded(statuses=(status(source_kind="press"),)).on_edition(edition) is edition


def test_other_controls_stay_as_they_are(edition: Edition) -> None:
    laid = Recorded(statuses=(status(),)).on_edition(edition)
    changed = [c.id for c, o in zip(laid.controls, edition.controls, strict=True) if c is not o]
    assert changed == ["CN-MOFCOM-2025-57"]
    assert laid.by_id["CN-MOFCOM-2025-57"] in laid.controls


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"look_again": TODAY - timedelta(days=1)}, "look again"),
        ({"source_kind": "counsel"}, "counsel"),
        ({"source_kind": "rumour"}, "source"),
        ({"document_number": ""}, "document_number"),
        ({"recorded_by": " "}, "recorded_by"),
        ({"since": date(2027, 2, 1)}, "begins after"),
        ({"until": date(2026, 11, 1)}, "begins after"),
    ],
)
def test_a_legal_status_needs_its_proof(changes: dict[str, Any], why: str) -> None:
    with pytest.raises(ValueError, match=why):
        status(**changes)


def test_ninety_days_are_the_longest(edition: Edition) -> None:
    """A longer one is refused when it is recorded; one that is stored all the same stands no longer."""
    longest = TODAY + timedelta(days=90)
    recorded = status(look_again=longest)
    check_look_again(recorded)
    assert due([recorded], longest) == ()
    assert due([recorded], longest + timedelta(days=1)) == (recorded,)
    longer = status(look_again=longest + timedelta(days=1))
    with pytest.raises(ValueError, match="look again by 2027-02-23"):
        check_look_again(longer)
    laid = Recorded(statuses=(longer,)).on_edition(edition)
    assert state(laid, longest) == "suspended"
    assert state(laid, longest + timedelta(days=1)) == "unconfirmed"


def test_the_page_says_who_recorded_it_and_how_many_verdicts_rest_on_it() -> None:
    finding = ControlFinding("CN-MOFCOM-2025-57", "2B002", "", "suspended", "suspended")
    kinds = (Licence("suspended", controls=(finding,)), Licence("not_needed"))
    licences = Spread(kinds, np.array([0, 0, 1], dtype=np.int32))
    parts = table(magnet(), magnet("M-2"), magnet("M-3"))
    (note,) = Recorded(statuses=(status(),)).notes(parts, licences)
    said = dict(note.args)
    assert (said["n"], said["name"], said["document"]) == (2, "Ada", "2026 No. 99")


# --- licences --------------------------------------------------------------------------------


def licence(**facts: Any) -> LicenceRecord:
    return LicenceRecord(**{"id": "1", "supplier": "Nordmagnet", **facts})


GRANTED = {"number": "L-77", "valid_from": TODAY, "valid_until": date(2027, 5, 1)}


@pytest.mark.parametrize(
    ("facts", "day", "covered"),
    [
        (GRANTED, TODAY, "L-77"),
        (GRANTED, date(2027, 5, 1), "L-77"),
        (GRANTED, date(2027, 5, 2), None),
        (GRANTED, TODAY - timedelta(days=1), None),
        (GRANTED | {"quantity": 10.0, "quantity_left": 0.0}, TODAY, None),
        (GRANTED | {"quantity": 10.0, "quantity_left": 1.0}, TODAY, "L-77"),
        (GRANTED | {"supplier": "Other"}, TODAY, None),
    ],
)
def test_a_valid_licence_covers_and_changes_no_verdict(
    facts: dict[str, Any], day: date, covered: str | None
) -> None:
    parts = table(magnet())
    needed = Spread((Licence("needed"),), np.array([0], dtype=np.int32))
    found = Recorded(licences=(licence(**facts),)).on_licences(parts, needed, day)
    assert (found[0].verdict, found[0].covered_by) == ("needed", covered)


def test_a_licence_for_some_parts_covers_those() -> None:
    parts = table(magnet(), magnet("M-2"))
    needed = Spread((Licence("needed"),), np.array([0, 0], dtype=np.int32))
    record = licence(**GRANTED, parts=(keys_of(parts)[1],))
    found = Recorded(licences=(record,)).on_licences(parts, needed, TODAY)
    assert [kind.covered_by for kind in found] == [None, "L-77"]


def test_an_application_waits_from_its_day_and_a_part_that_needs_none_is_not_covered() -> None:
    parts = table(magnet(), magnet("M-2"))
    kinds = Spread((Licence("needed"), Licence("not_needed")), np.array([0, 1], dtype=np.int32))
    record = Recorded(licences=(licence(filed=date(2026, 11, 2)),))
    found = record.on_licences(parts, kinds, TODAY)
    assert [kind.applied_on for kind in found] == [date(2026, 11, 2), None]
    assert record.on_licences(parts, kinds, date(2026, 11, 1))[0].applied_on is None


def test_a_general_licence_ends() -> None:
    parts = table(magnet())
    needed = Spread((Licence("needed"),), np.array([0], dtype=np.int32))
    fact = RecordedFact("supplier", "Nordmagnet", "general_licence_until", until=TODAY)
    recorded = Recorded(facts=(fact,))
    assert recorded.on_licences(parts, needed, TODAY)[0].general_licence
    assert not recorded.on_licences(parts, needed, TODAY + timedelta(1))[0].general_licence


@pytest.mark.parametrize(
    "facts",
    [{"number": "L-1"}, {"valid_until": TODAY}, {"supplier": " "},
     {"filed": TODAY, "accepted": TODAY - timedelta(1)}, GRANTED | {"valid_until": date(2026, 1, 1)}],
)  # fmt: skip
def test_a_licence_that_contradicts_itself_is_refused(facts: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"licence|follow"):
        licence(**facts)


# --- the project as a whole ------------------------------------------------------------------


def test_a_later_record_of_the_same_thing_replaces_the_earlier_and_can_be_given_up() -> None:
    project = project_of([leaves("yes"), leaves("no")])
    assert project.facts == (leaves("no"),)
    gone = project_of([leaves("yes"), Removed("RecordedFact", leaves("yes").key)])
    assert gone.facts == ()
    assert recorded_in(gone) == Recorded()


def test_columns_are_remembered_by_their_headings() -> None:
    headings = ["Part No.", "Menge", "原产地"]
    fingerprint = header_fingerprint(headings)
    general = ColumnMapping(fingerprint, {"Menge": "quantity"})
    own = ColumnMapping(fingerprint, {"Menge": "stock_on_hand"}, "Nordmagnet")
    assert header_fingerprint(["PART NO", "menge ", "原产地"]) == fingerprint
    assert mapping_for([own, general], headings, "NORD magnet") is own
    assert mapping_for([own, general], headings, "Other") is general
    assert mapping_for([own], ["Menge"], "Nordmagnet") is None


def test_another_supplier_takes_over_only_what_the_others_do_not_contradict() -> None:
    """Menge means one thing to all, Bestand is stock to one and demand to another."""
    headings = ["Nr", "Menge", "Bestand", "Zone"]
    key = header_fingerprint(headings)
    first = ColumnMapping(key, {"Menge": "quantity", "Bestand": "stock_on_hand"}, "Nord")
    second = ColumnMapping(
        key, {"Menge": "quantity", "Bestand": "annual_quantity", "Zone": ""}, "Süd"
    )
    only = mapping_for([first], headings, "West")
    assert only is not None
    assert only.fields == first.fields
    both = mapping_for([first, second], headings, "West")
    assert both is not None
    assert (both.fields, both.supplier) == ({"Menge": "quantity", "Zone": ""}, "")
    assert mapping_for([first, second], headings, "NORD") is first
    assert mapping_for([first, second], headings) == both


def test_two_rows_that_all_call_parts_are_parts_of_another_supplier_too() -> None:
    """A field is held by one column, but any number of rows are parts."""
    headings = ["Nr", "Name"]
    said = {f"{ROW_MARK}transport": IS_PART, f"{ROW_MARK}montage": IS_PART, "Nr": "part_number"}
    mine = ColumnMapping(header_fingerprint(headings), said, "Nord")
    found = mapping_for([mine], headings, "West")
    assert found is not None
    assert found.fields == said


def test_a_field_that_two_suppliers_hold_in_two_columns_is_taken_from_neither() -> None:
    key = header_fingerprint(["Menge", "Bedarf"])
    said = [
        ColumnMapping(key, {"Menge": "quantity"}, "Nord"),
        ColumnMapping(key, {"Bedarf": "quantity"}, "Süd"),
    ]
    assert mapping_for(said, ["Menge", "Bedarf"], "West") is None


def test_columns_of_two_suppliers_are_kept_apart_in_a_project(tmp_path: Path) -> None:
    said = {("0" * 16, "Nord"): {"Zone": "plant"}, ("0" * 16, ""): {"Zone": ""}}
    with create_project(tmp_path / "p.lodestone", home=tmp_path) as project:
        assert bring_to(project, Desk(None, Inquiry(date(2026, 11, 24)), said))
        assert columns_of(project.project.mappings) == said
        left = {("0" * 16, "Nord"): {"Zone": "plant"}}
        assert bring_to(project, Desk(None, Inquiry(date(2026, 11, 24)), left))
        assert columns_of(project.project.mappings) == left
        assert not bring_to(project, Desk(None, Inquiry(date(2026, 11, 24)), left))
