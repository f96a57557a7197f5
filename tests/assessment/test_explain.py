"""The note on one part reads like a legal note: what decides, what does not, what it means."""

from datetime import date
from pathlib import Path

import pytest

from desktop_app import pipeline
from desktop_app.assessment.explain import legal_note
from desktop_app.language.catalogue import Catalogue
from desktop_app.model.assessment import Assessment
from desktop_app.model.inquiry import Inquiry

HEADING = "Part number,Description,Supplier,Country of origin,Ships from,Chinese value share %,Declaration"
ROWS = {
    "grade below": "Magnet disc N35 10x3,Ningbo Alpha,CN,CN,",
    "stock": "NdFeB magnet 42SH,Stuttgart Magnets,CN,DE,",
    "needed": "NdFeB magnet 42SH,Ningbo Alpha,CN,CN,",
    "holmium oxide": "Holmium oxide Ho2O3,Baotou Rare,CN,CN,",
    "screw": "Hex screw M6x20 DIN 912,Schrauben AG,CN,CN,",
    "graphite": '"Artificial graphite block, purity 99.95 %, density 1.80 g/cm3",Carbon,CN,CN,',
    "motor": "AC servo motor 750 W,Nippon Motion,JP,JP,",
    "below": "Sm2Co17 magnet 30x10 mm,Bonn Magnets,KR,KR,0.05 %",
    "no input": "Sm2Co17 magnet 30x10 mm,Seoul Magnets,KR,KR,0 %",
    "at home": "Sm2Co17 magnet 30x10 mm,Bonn Magnets,DE,DE,40 %",
    "report": 'NdFeB magnet 42SH,Ningbo Alpha,CN,CN,,"Report 2026-05-11: Dy < 0.005 %, Tb < 0.005 %"',
    "antimony": "Antimony trioxide 99.8 %,Hunan Antimony,CN,CN,",
    "rotor": "Rotor with shaft and NdFeB magnets 42SH,Hangzhou Drives,CN,CN,",
    "neodymium": "Neodymium metal 99.9 %,Baotou Rare,CN,CN,",
    "free": 'NdFeB magnet 42SH,Ningbo Alpha,CN,CN,,"Report 2026-05-11: Dy, Tb, Ho < 0.005 % each"',
    "holmium": '"NdFeB magnet N40, Ho 0.8 %",Ningbo Alpha,CN,CN,,"Report 2026-05-11: Dy < 0.005 %, Tb < 0.005 %"',
    "know-how": "Production technology for tungsten heavy alloy,Hunan Carbide,CN,CN,",
}


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Assessment:
    path = tmp_path_factory.mktemp("notes") / "parts.csv"
    lines = [f"P-{at},{row}" for at, row in enumerate(ROWS.values())]
    path.write_text("\n".join((HEADING, *lines)), encoding="utf-8")
    return pipeline.assess(
        pipeline.read([path]), Inquiry(date(2026, 11, 22)), pipeline.load_library()
    )


@pytest.fixture(scope="module")
def notes(found: Assessment) -> dict[str, list[str]]:
    say = Catalogue("en").say
    return {
        name: [say(step.message) for step in pipeline.explain(found, at)]
        for at, name in enumerate(ROWS)
    }


def test_goods_in_stock_are_cleared_by_the_line_that_means_them(
    notes: dict[str, list[str]],
) -> None:
    """Not by the line on dysprosium metal, whose form a magnet has not."""
    said = notes["stock"]
    assert any(
        line.startswith("Form: loose magnet.") and "lists this form" in line for line in said
    )
    assert not any("does not list this form" in line for line in said)
    assert "Dispatched from: Germany. Made in: China." in said
    assert any("next delivery from China has to be judged" in line for line in said)


def test_a_needed_licence_says_who_applies(notes: dict[str, list[str]]) -> None:
    assert any("applies for the licence and holds it" in line for line in notes["needed"])


def test_a_control_that_is_only_open_beside_the_deciding_one_says_so(
    notes: dict[str, list[str]],
) -> None:
    beside = [line for line in notes["needed"] if line.startswith("Not decisive here:")]
    assert any("1C909.a.4" in line for line in beside)
    assert not any("1C905.a.4" in line for line in beside)


def test_a_law_nobody_confirmed_decides_nothing_where_a_fact_is_asked_for(
    notes: dict[str, list[str]],
) -> None:
    """What is asked about this magnet is asked for No. 18, in force; No. 57 stands beside it."""
    beside = [line for line in notes["grade below"] if line.startswith("Not decisive here:")]
    assert any("1C909.a.4" in line for line in beside)
    assert not any("No. 18" in line for line in beside)
    assert not any(line.startswith("Not decisive") for line in notes["holmium oxide"])


def test_an_unconfirmed_control_says_both_cases(notes: dict[str, list[str]]) -> None:
    both = "If the suspension was extended: suspended. If it ended: needed."
    assert both in notes["holmium oxide"]
    assert not any("If the suspension" in line for line in notes["needed"])


def test_a_note_names_what_the_row_contradicts_itself_in(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text(
        "Part number,Description,Country of origin,HS code\n"
        "M-1,NdFeB magnet N42 10x5,CN,85051910\nM-2,NdFeB magnet N42 10x5,CN,85051110\n",
        encoding="utf-8",
    )
    found = pipeline.assess(
        pipeline.read([path]), Inquiry(date(2026, 11, 22)), pipeline.load_library()
    )
    say = Catalogue("en").say
    said = [
        [say(step.message) for section in legal_note(found, at) for step in section.steps]
        for at in (0, 1)
    ]
    assert [any("Customs number 85051910 means" in line for line in note) for note in said] == [
        True, False,
    ]  # fmt: skip


def test_not_covered_says_what_it_does_not_mean(notes: dict[str, list[str]]) -> None:
    assert any("other export rules of China" in line for line in notes["screw"])


def test_only_what_the_row_does_not_state_is_asked(notes: dict[str, list[str]]) -> None:
    (asked,) = [line for line in notes["graphite"] if line.startswith("Ask:")]
    assert "flexural strength" in asked
    assert "purity" not in asked


def test_a_maker_elsewhere_is_asked_how_it_gets_its_licences(notes: dict[str, list[str]]) -> None:
    assert any("maker needs those licences, not you" in line for line in notes["motor"])


def test_below_the_share_the_limb_without_one_stays_open(notes: dict[str, list[str]]) -> None:
    said = notes["below"]
    assert any(line.startswith("Result: not verified, waits for the law") for line in said)
    assert any("s.1(2)/Part-2" in line for line in said)
    assert any(line.startswith("With whose technology it was made nobody says") for line in said)


def test_a_limb_that_no_parts_list_answers_is_named(notes: dict[str, list[str]]) -> None:
    assert any(line.startswith("s.1(2) of the same announcement") for line in notes["no input"])


def test_a_report_says_which_lines_it_settles(notes: dict[str, list[str]]) -> None:
    """What is left open is another announcement; the reader looks for No. 18 first."""
    said = notes["report"]
    settled = [line for line in said if line.startswith("Does not apply:")]
    assert [line.rpartition(", ")[2] for line in settled] == ["1C904.a.4", "1C905.a.4"]
    assert said[said.index(settled[1]) + 1] == "A report or declaration excludes Dy."
    assert any(line.startswith("Result: not verified, waits for the law") for line in said)


def test_a_delivery_within_one_country_is_told_apart_from_no_61(
    notes: dict[str, list[str]],
) -> None:
    said = notes["at home"]
    settled = [line for line in said if line.startswith("Does not apply:")]
    assert any("No. 61 of 2025, s.1(1)/Part-2, s.1(3)/Part-2" in line for line in settled)
    assert "A delivery within Germany; trade within one country is not bound." in said


def test_the_line_that_clears_a_part_is_named(notes: dict[str, list[str]]) -> None:
    assert any("Sb-3: Antimony oxides of 99.99 %" in line for line in notes["antimony"])
    assert any(
        line == "Stated 99.80 %; the line asks for purity at least 99.99 %: not fulfilled."
        for line in notes["antimony"]
    )


def test_guidance_names_no_line_about_another_form(notes: dict[str, list[str]]) -> None:
    assert any("by guidance of MOFCOM (FAQ)" in line for line in notes["rotor"])
    assert not any("Dysprosium metal" in line for line in notes["rotor"])


def test_what_to_ask_follows_the_result(notes: dict[str, list[str]]) -> None:
    said = notes["graphite"]
    asked = next(at for at, line in enumerate(said) if line.startswith("Ask:"))
    result = next(at for at, line in enumerate(said) if line.startswith("Result:"))
    supply = next(at for at, line in enumerate(said) if "risks assume how long" in line)
    assert result < asked < supply


def test_the_note_begins_with_the_answer(found: Assessment) -> None:
    say = Catalogue("en").say
    note = legal_note(found, list(ROWS).index("graphite"))
    headings = [say(section.heading) for section in note]
    assert headings[:4] == [
        "Answer", "What the part was read as", "What the announcements say", "What to ask",
    ]  # fmt: skip
    answer, _, _, ask, *_ = note
    assert say(answer.steps[0].message) == "Result: not verified, ask about the part."
    assert "a fact about the part is missing" in say(answer.steps[1].message)
    assert say(ask.steps[0].message).endswith(
        "the licence depends on flexural strength above 30 MPa."
    )


def test_other_sources_and_indices_stand_apart_at_the_end(found: Assessment) -> None:
    say = Catalogue("en").say
    *_, supply, more = legal_note(found, list(ROWS).index("free"))
    assert len(supply.steps) <= 4
    assert any("chance of a disruption" in say(step.message) for step in supply.steps)
    assert any("Another source gives" in say(step.message) for step in more.steps)


def test_the_note_leaves_out_nothing_of_the_decision_path(found: Assessment) -> None:
    for part_id in range(len(ROWS)):
        told = {step.message for section in legal_note(found, part_id) for step in section.steps}
        asked = {question.text for question in found.licences[part_id].questions}
        assert {s.message for s in pipeline.explain(found, part_id)} - told <= {
            step.message
            for step in pipeline.explain(found, part_id)
            if dict(step.message.args).get("question") in asked
        }


def test_a_line_of_another_form_clears_no_magnet(notes: dict[str, list[str]]) -> None:
    """No. 18 lists magnets: a note that says otherwise is wrong, whatever else clears the part."""
    said = notes["free"]
    assert any(line.startswith("Result: not covered, by a report") for line in said)
    assert any("1C904.a.4: Neodymium-iron-boron" in line for line in said)
    assert not any("does not list this form" in line for line in said)


def test_what_the_row_states_is_not_told_as_the_meaning_of_a_name(
    notes: dict[str, list[str]],
) -> None:
    assert "It holds Ho as the row states." in notes["holmium"]
    assert not any(line.startswith("By its name it is NdFeB") for line in notes["holmium"])


def test_an_element_that_no_announcement_names_is_told(notes: dict[str, list[str]]) -> None:
    assert "It holds Nd, which no announcement in this register names." in notes["neodymium"]


def test_guidance_frees_a_form_whatever_it_holds(notes: dict[str, list[str]]) -> None:
    assert any("guidance of MOFCOM (FAQ)" in line for line in notes["rotor"])
    assert not any(line.startswith("Whether it holds") for line in notes["rotor"])


def test_know_how_is_named_as_what_it_is_not_by_a_form(notes: dict[str, list[str]]) -> None:
    said = notes["know-how"]
    assert "It is what this line names." in said
    assert not any(line.startswith("Form:") for line in said)
