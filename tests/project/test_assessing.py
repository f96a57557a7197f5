"""What is recorded in a project reaches verdicts, the command line and the page."""

import json
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from desktop_app import pipeline
from desktop_app.cli import main
from desktop_app.model.assessment import Assessment
from desktop_app.model.inquiry import Inquiry
from desktop_app.model.reading import Reading
from desktop_app.project.corrections import correct
from desktop_app.project.decisions import Confirmation, RecordedFact
from desktop_app.project.file import ProjectFile
from desktop_app.project.keys import PartIndex, keys_of
from desktop_app.project.licences import LicenceRecord
from desktop_app.project.opening import create_project
from desktop_app.project.recorded import Recorded
from desktop_app.project.records import Asked
from tests.project.cases import TODAY, status

LIST = """Part number,Description,Supplier,Manufacturer,Country of origin,Stock,Annual quantity
M-1,Sintered NdFeB magnet N42SH 20x10x5,Nordmagnet,Tianmu,CN,50,1000
H-1,Holmium oxide Ho2O3 99.9%,Nordmagnet,Tianmu,CN,50,1000
S-1,Hex screw M6x20 steel,Schraub,Schraub,DE,900,1000
"""
MAGNET, HOLMIUM = 0, 1


@pytest.fixture
def parts_list(tmp_path: Path) -> Path:
    file = tmp_path / "parts.csv"
    file.write_text(LIST, encoding="utf-8")
    return file


@pytest.fixture
def reading(parts_list: Path) -> Reading:
    return pipeline.read([parts_list])


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[ProjectFile]:
    monkeypatch.setenv("LODESTONE_HOME", str(tmp_path / "home"))
    with create_project(tmp_path / "work.lodestone", author="Ada") as made:
        yield made


def assess(
    reading: Reading, library: pipeline.Library, recorded: Recorded | None, on: date = TODAY
) -> Assessment:
    return pipeline.assess(reading, Inquiry(on), library, recorded=recorded)


def test_without_records_nothing_differs(reading: Reading, library: pipeline.Library) -> None:
    bare = assess(reading, library, None)
    empty = assess(reading, library, Recorded())
    assert list(bare.licences) == list(empty.licences)
    assert bare.notes == empty.notes
    assert bare.licences[MAGNET].verdict == "needed"


def test_deliveries_that_do_not_leave_china_need_no_licence(
    reading: Reading, library: pipeline.Library
) -> None:
    fact = RecordedFact("supplier", "NORDMAGNET", "leaves_china", answer="no")
    found = assess(reading, library, Recorded(facts=(fact,)))
    assert found.licences[MAGNET].verdict != "needed"
    fact = RecordedFact("maker", "Tianmu", "leaves_china", answer="yes")
    found = assess(reading, library, Recorded(facts=(fact,)))
    assert found.licences[MAGNET].verdict == "needed"
    assert found.parts.frame["leaves_china"].tolist() == [True, True, None]


def test_a_correction_changes_the_verdict_and_its_import_stays(
    reading: Reading, library: pipeline.Library
) -> None:
    parts = reading.parts
    fix = correct(PartIndex(parts), parts, MAGNET, "description", "Steel plate 20x10x5")
    found = assess(reading, library, Recorded(corrections=(fix,)))
    assert found.licences[MAGNET].verdict != "needed"
    assert reading.parts.value(MAGNET, "description").startswith("Sintered")


def test_a_correction_that_no_longer_fits_is_said(
    reading: Reading, library: pipeline.Library
) -> None:
    older = reading.parts.frame.assign(stock_on_hand=[40.0, 50.0, 900.0])
    fix = correct(
        PartIndex(type(reading.parts)(older)), type(reading.parts)(older), 0, "stock_on_hand", 70.0
    )
    found = assess(reading, library, Recorded(corrections=(fix,)))
    assert found.parts.value(MAGNET, "stock_on_hand") == 50.0
    (said,) = [note for note in found.notes if note.template.startswith("Correction not used")]
    assert dict(said.args) == {"part": "M-1", "old": 40.0, "new": 70.0, "now": 50.0}


def test_a_rejected_recognition_is_not_screened(
    reading: Reading, library: pipeline.Library
) -> None:
    family = assess(reading, library, None).matches[MAGNET].family
    assert family is not None
    found = assess(reading, library, Recorded(confirmations=(Confirmation(family, False),)))
    licence = found.licences[MAGNET]
    assert (licence.verdict, licence.waits_on) == ("not_verified", "recognition")


def test_a_recorded_legal_status_settles_what_waited_for_the_law_until_its_day(
    reading: Reading, library: pipeline.Library
) -> None:
    recorded = Recorded(statuses=(status(),))
    bare = assess(reading, library, None).licences[HOLMIUM]
    assert (bare.verdict, bare.waits_on) == ("not_verified", "law")
    found = assess(reading, library, recorded)
    assert found.licences[HOLMIUM].verdict == "suspended"
    assert "CN-MOFCOM-2025-57" not in found.edition.unconfirmed
    assert any("recorded" in note.template for note in found.notes)
    late = status().look_again + timedelta(days=1)
    assert assess(reading, library, recorded, late).licences[HOLMIUM].waits_on == "law"


def test_a_licence_held_takes_the_part_out_of_the_first_count(
    reading: Reading, library: pipeline.Library
) -> None:
    record = LicenceRecord(
        "1", "Nordmagnet", (keys_of(reading.parts)[MAGNET],), number="L-77",
        valid_from=date(2026, 11, 1), valid_until=date(2027, 5, 1),
    )  # fmt: skip
    bare = assess(reading, library, None)
    found = assess(reading, library, Recorded(licences=(record,)))
    assert found.licences[MAGNET].covered_by == "L-77"
    assert found.totals.needed == bare.totals.needed
    assert found.totals.needed_uncovered == bare.totals.needed_uncovered - 1


def test_a_run_serves_another_question_only_with_the_same_records(
    reading: Reading, library: pipeline.Library
) -> None:
    fact = RecordedFact("supplier", "Nordmagnet", "leaves_china", answer="no")
    recorded = Recorded(facts=(fact,))
    found = pipeline.recognise(reading, TODAY, library, recorded=recorded)
    assert found.serves(reading, TODAY, Recorded(facts=(fact,)))
    assert not found.serves(reading, TODAY)
    assert not found.serves(reading, TODAY, Recorded())


# --- the command line ------------------------------------------------------------------------


def command(tmp_path: Path, *arguments: str | Path) -> tuple[int, dict[str, Any]]:
    out = tmp_path / "out.json"
    code = main(["assess", *map(str, arguments), "--on", "2026-11-25", "--json", str(out)])
    return code, json.loads(out.read_text(encoding="utf-8")) if out.exists() else {}


def test_assess_with_a_project_that_is_open_in_the_window(
    tmp_path: Path, project: ProjectFile, parts_list: Path
) -> None:
    project.add_files(pipeline.read([parts_list]))
    project.do(RecordedFact("supplier", "Nordmagnet", "leaves_china", answer="no"))
    project.do(Asked(Inquiry(TODAY, "FR", destination_assumed=False)))
    code, own = command(tmp_path, "--project", project.path)
    assert code == 0
    assert own["question"]["destination"] == "FR"
    assert own["parts"][MAGNET]["leaves_china"] is False
    assert own["parts"][MAGNET]["licence"]["verdict"] != "needed"
    code, named = command(tmp_path, parts_list, "--project", project.path, "--destination", "IT")
    assert (code, named["question"]["destination"]) == (0, "IT")
    assert named["parts"][MAGNET]["licence"] == own["parts"][MAGNET]["licence"]
    code, without = command(tmp_path, parts_list)
    assert without["parts"][MAGNET]["licence"]["verdict"] == "needed"
    assert len(project.ledger) == 3


@pytest.mark.parametrize(
    ("name", "content"),
    [("none.lodestone", None), ("text.lodestone", b"a;b\n"), ("empty.lodestone", b"")],
)
def test_a_project_that_cannot_be_read_is_said(
    tmp_path: Path, parts_list: Path, name: str, content: bytes | None,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    if content is not None:
        (tmp_path / name).write_bytes(content)
    assert command(tmp_path, parts_list, "--project", tmp_path / name) == (4, {})
    assert name in capsys.readouterr().err


def test_without_files_and_without_a_project_there_is_nothing_to_do(
    tmp_path: Path, project: ProjectFile
) -> None:
    assert command(tmp_path) == (2, {})
    assert command(tmp_path, "--project", project.path) == (2, {})
