"""What was recorded is told in sentences with its reason and the parts it names."""

from dataclasses import replace

from desktop_app.language.catalogue import Catalogue
from desktop_app.model.findings import msg
from desktop_app.model.match import UNRECOGNISED
from desktop_app.project.corrections import Correction
from desktop_app.project.decisions import Confirmation, RecordedFact
from desktop_app.project.keys import index_of
from desktop_app.project.recorded import Recorded
from desktop_app.project.recorded_notes import recorded_notes
from tests.project.cases import ONE_OF_EACH, TODAY, magnet, table

PARTS = table(magnet("M-1"), magnet("M-2"), magnet("M-2"))
KEYS = [index_of(PARTS).key_of(part) for part in range(3)]


def test_a_correction_is_told_with_its_reason_and_its_part() -> None:
    made = Correction(KEYS[0], "stock_on_hand", 10.0, 10.0, 12.5, "counted by Ada", label="M-1")
    (note,) = recorded_notes(Recorded(corrections=(made,)), PARTS)
    assert Catalogue("en").say(note.what) == "M-1: Stock changed from 10 to 12.50"
    assert note.reason == "counted by Ada"
    assert note.part_ids == {0}


def test_of_rows_that_are_alike_the_right_one_is_named() -> None:
    made = Correction(KEYS[1], "stock_on_hand", None, None, 1.0, nth=1)
    (second,) = recorded_notes(Recorded(corrections=(made,)), PARTS)
    (both,) = recorded_notes(Recorded(corrections=(replace(made, nth=None),)), PARTS)
    assert (second.part_ids, both.part_ids) == (frozenset({2}), frozenset({1, 2}))


def test_a_decision_names_its_family_and_a_fact_of_a_supplier_names_no_part() -> None:
    decided = Confirmation("sintered", True, parts=(KEYS[0],), reason="seen")
    fact = RecordedFact("supplier", "Nordmagnet", "general_licence_until", until=TODAY)
    found = Recorded(confirmations=(decided,), facts=(fact,))
    kind = replace(UNRECOGNISED, family="sintered", title=msg("Sintered magnet"))
    notes = recorded_notes(found, PARTS, [kind])
    said = {Catalogue("en").say(note.what): (note.reason, note.part_ids) for note in notes}
    assert said["Confirmed: Sintered magnet"] == ("seen", frozenset({0}))
    assert said["Nordmagnet: general licence until: 25 Nov 2026"] == ("", frozenset())


def test_every_kind_of_record_can_be_told() -> None:
    shelves = {
        "Correction": "corrections", "RecordedFact": "facts", "Confirmation": "confirmations",
        "SupplierAnswer": "answers", "LegalStatus": "statuses", "LicenceRecord": "licences",
        "ScenarioText": "scenarios", "Judgement": "judgements", "Setting": "users",
        "ListedName": "listed", "TradePractice": "practices", "PartPhoto": "photos",
    }  # fmt: skip
    held: dict[str, tuple[object, ...]] = {}
    for record in ONE_OF_EACH:
        shelf = shelves.get(type(record).__name__)
        if shelf is not None:
            held[shelf] = (*held.get(shelf, ()), record)
    notes = recorded_notes(Recorded(**held), PARTS)  # type: ignore[arg-type]
    assert len(notes) == sum(len(records) for records in held.values())
    assert all(Catalogue("de").say(note.what) for note in notes)
