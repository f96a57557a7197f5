"""The whole round trip: questions go out, answers come back, verdicts change as they should."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from itertools import product
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from desktop_app import pipeline
from desktop_app.cli import main
from desktop_app.model.answers import AnsweredForm, AnsweredLine, Reply
from desktop_app.model.assessment import Assessment
from desktop_app.model.inquiry import Inquiry, today_in_china
from desktop_app.model.parts import PartTable
from desktop_app.model.reading import Reading
from desktop_app.model.sources import SourceFile
from desktop_app.model.verdict import Ternary
from desktop_app.project.opening import create_project, open_project
from desktop_app.project.sent import sent, sent_days
from desktop_app.report.questionnaire import write_questionnaire
from desktop_app.report.returns import narrowed, turned
from tests.intake.answered import ON, SAMPLE, asked, fill, library, read_together
from tests.intake.test_answering import SHA, bom

ABSENT = {"dy_percent": "<0.01", "tb_percent": "<0,01 %", "ho_percent": "<50 ppm"}
REPORT = {"report_number": "TR-7", "report_date": "2026-10-01"}
TYPED: Mapping[str, Mapping[str, Mapping[str, Any]]] = {
    "Hanlin Magnetics Co., Ltd.": {
        "100-0103": ABSENT | REPORT,
        "100-0104": ABSENT,  # no report: it stays open
        "000000000010004724": {"dy_percent": "1,2 %"} | REPORT,
        "100-0101": {"licence_filed": "2026-11-02", "lead_time_days": "12 weeks"},
        "100-0102": {"licence_number": "L-77", "licence_until": "2027-06-30"},
        "100-0105": {"licence_number": "n/a"},
    },
    "汉林磁业有限公司": {"ZC-011": {"dy_percent": "未检出"}, "ZC-001": {"licence_filed": "不知道"}},
    "明途贸易有限公司": {
        "ZC-010": {"dy_percent": "约3.1%", "magnet_grade": "N45SH", "country_of_origin": "中国宁波",
                   "leaves_china": "是"},
    },
    "Rotalis Drives Ltd.": {
        "000000000010004723": ABSENT | REPORT | {"country_of_origin": "Allemagne"},
    },
    "Brightway Trading": {"100-0203": {"magnet_grade": "N42SH", "country_of_origin": "China"}},
}  # fmt: skip
EXPECTED = {
    "100-0103": ("not_verified", "not_needed"),
    "000000000010004724": ("not_verified", "needed"),
    "ZC-010": ("not_verified", "needed"),
    "000000000010004723": ("not_verified", "not_needed"),
    "100-0203": ("not_verified", "needed"),
}


def number(assessment: Assessment, part_id: int) -> str:
    return str(assessment.parts.value(part_id, "part_number"))


@pytest.fixture(scope="module")
def returned(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """The questionnaires of five suppliers, filled in."""
    folder = tmp_path_factory.mktemp("returned")
    paths = []
    for at, (supplier, typed) in enumerate(TYPED.items()):
        target = folder / f"{at}.xlsx"
        write_questionnaire(asked(), supplier, target, "zh")
        book = openpyxl.load_workbook(target)
        fill(book, typed)
        book.save(target)
        paths.append(target)
    return paths


@pytest.fixture(scope="module")
def after(returned: list[Path]) -> Assessment:
    return pipeline.assess(read_together(SAMPLE, *returned), Inquiry(ON), library())


def test_answers_change_the_verdicts_they_should_and_no_other(after: Assessment) -> None:
    found = turned(asked(), after)
    assert {number(after, t.part_id): (t.before, t.after) for t in found} == EXPECTED
    assert not [t for t in found if t.is_contrary]
    assert after.totals.parts == asked().totals.parts


def test_answers_narrow_intervals_and_widen_none(after: Assessment) -> None:
    narrower = {number(after, one.part_id) for one in narrowed(asked(), after)}
    assert set(EXPECTED) <= narrower
    for part_id in after.parts.answered:
        before, now = asked().licences[part_id].applies, after.licences[part_id].applies
        assert now[2] - now[0] <= before[2] - before[0] + 1e-9, number(after, part_id)


def test_what_an_answer_settles_is_declared_and_has_its_cell(after: Assessment) -> None:
    part_id = next(p for p in after.parts.answered if number(after, p) == "ZC-010")
    assert after.origins[part_id].evidence == "A"
    dysprosium = after.matches[part_id].element("Dy")
    assert dysprosium is not None
    assert (dysprosium.evidence, dysprosium.mass_percent) == ("A", (3.1, 3.1, 3.1))
    cell = after.parts.cell_of(part_id, "country_of_origin")
    assert cell is not None
    assert cell.file == "2.xlsx"


def test_licences_that_suppliers_name_are_in_hand(after: Assessment) -> None:
    hand = {
        number(after, part_id): (licence.covered_by, licence.applied_on)
        for part_id, licence in enumerate(after.licences)
        if licence.covered_by or licence.applied_on
    }
    before = {number(after, p) for p, old in enumerate(asked().licences) if old.applied_on}
    assert {k: v for k, v in hand.items() if k not in before} == {
        "100-0101": (None, date(2026, 11, 2)), "100-0102": ("L-77", None),
    }  # fmt: skip


def test_nothing_of_an_answered_questionnaire_becomes_a_part(after: Assessment) -> None:
    assert set(after.parts.frame["file"].tolist()) == {0}
    assert [file.outcome for file in after.files] == ["read"] * 6


@pytest.mark.parametrize("symbol", ["Dy", "Tb", "Ho", "Sm", "Gd", "Y"])
@pytest.mark.parametrize("day", [None, date(2026, 10, 1)])
def test_every_element_asked_about_is_read_as_declared(symbol: str, day: date | None) -> None:
    said: dict[str, Any] = {f"{symbol.lower()}_percent": 1.25}
    if day is not None:
        said["report_date"] = day
    parts = bom({"part_number": "PN-0000", "description": "Magnet NdFeB", "supplier": "S"})
    form = AnsweredForm("S", ON, ON, "", (_line(0, said),))
    files = (SourceFile("bom.xlsx", SHA, "xlsx", "read"),
             SourceFile("a.xlsx", "b" * 64, "xlsx", "read", answered=form))  # fmt: skip
    table = PartTable(parts.frame, columns=parts.columns, file_names=("bom.xlsx", "a.xlsx"))
    found = pipeline.recognise(Reading(files, table), ON, library()).matches[0].element(symbol)
    assert found is not None
    assert (found.state, found.mass_percent, found.evidence) == (Ternary.YES, (1.25,) * 3, "A")


# --- a filled-in fact never turns a verdict round -----------------------------------------------

MAGNETS = (
    "Arc magnet segment 42SH", "Block magnet NdFeB N35", "Magnet", "Sm2Co17 block magnet",
    "Sintered NdFeB magnet, Dy 1.5 %", "Rotor with magnets", "Dysprosium oxide", "Hex screw M6",
)  # fmt: skip
ORIGINS = (None, "CN", "DE")
ANSWERS: tuple[Mapping[str, Any], ...] = (
    {"dy_percent": 1.2}, {"dy_percent": 0.0}, {"dy_percent": (0.01, "<")},
    {"dy_percent": 1.2, "report_date": date(2026, 10, 1)},
    dict.fromkeys(ABSENT, (0.01, "<")) | {"report_date": date(2026, 10, 1)},
    {"magnet_grade": "N52"}, {"magnet_grade": "N35UH"}, {"magnet_grade": "Sm2Co17"},
    {"country_of_origin": "CN"}, {"country_of_origin": "DE"}, {"leaves_china": "yes"},
    {"leaves_china": "no"}, {"form": "magnet"}, {"form": "rotor"}, {"form": "oxide"},
    {"maker": "Bolts Ltd"}, {"hs_code": "8505111000"}, {"cn_value_share": 5.0},
    {"property": "density 7.5 g/cm3"},
)  # fmt: skip
REFERENCE_ON = Inquiry(ON)


@cache
def every_answer_to_every_part() -> tuple[Assessment, Assessment]:
    """One part for each thing, origin and answer; without the answers, and with them."""
    cases = list(product(MAGNETS, ORIGINS, ANSWERS))
    rows = [
        {
            "part_number": f"PN-{at:04d}",
            "description": thing,
            "supplier": "S",
            "country_of_origin": origin,
        }
        for at, (thing, origin, _) in enumerate(cases)
    ]
    parts = bom(*rows)
    lines = tuple(_line(at, said) for at, (_, _, said) in enumerate(cases))
    form = AnsweredForm("S", ON, ON, "", lines)
    list_file = SourceFile("bom.xlsx", SHA, "xlsx", "read")
    answer = SourceFile("a.xlsx", "b" * 64, "xlsx", "read", answered=form)
    both = PartTable(parts.frame, columns=parts.columns, file_names=("bom.xlsx", "a.xlsx"))
    return (
        pipeline.assess(Reading((list_file,), parts), REFERENCE_ON, library()),
        pipeline.assess(Reading((list_file, answer), both), REFERENCE_ON, library()),
    )


def _line(at: int, said: Mapping[str, Any]) -> AnsweredLine:
    replies = []
    for column, (field, value) in enumerate(said.items(), start=5):
        figure, bound = value if isinstance(value, tuple) else (value, "")
        replies.append(Reply(field, "Q", 6 + at, column, str(figure), "understood", figure, bound))
    return AnsweredLine("Q", 6 + at, "", f"PN-{at:04d}", "", tuple(replies))


def test_a_filled_in_fact_never_turns_needed_into_not_covered_or_back() -> None:
    """But for two that the verdicts name: a report against what only the grade let expect, and a
    delivery that does not leave China (or does) where "made in" stood in for it."""
    before, after = every_answer_to_every_part()
    cases = list(product(MAGNETS, ORIGINS, ANSWERS))
    contrary = [cases[t.part_id] for t in turned(before, after) if t.is_contrary]
    for thing, origin, said in contrary:
        by_grade = thing == "Arc magnet segment 42SH" and len(said) > 3
        stood_in = "leaves_china" in said and origin is not None
        assert by_grade or stood_in, (thing, origin, said)
    assert contrary


def test_answers_only_open_a_verdict_by_contradicting_the_list() -> None:
    before, after = every_answer_to_every_part()
    for one in turned(before, after):
        if one.after == "not_verified":
            said = after.parts.answered[one.part_id]
            fields = {c.field for c in after.parts.conflicts.get(one.part_id, ())}
            contradicts = fields or any(
                s.answer in ("form", "dy_percent", "leaves_china", "hs_code") for s in said
            )
            assert contradicts, (one, said)


# --- the command line --------------------------------------------------------------------------


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("LODESTONE_HOME", str(tmp_path / "home"))
    path = tmp_path / "team.lodestone"
    with create_project(path, author="Ada") as made:
        made.add_files(read_together(SAMPLE))
        made.do(sent("Erdwerk Chemie GmbH", date(2026, 11, 1)))
        made.do(sent("Hanlin Magnetics Co., Ltd.", date(2026, 11, 1)))
    return path


def test_answers_are_kept_in_the_project_told_and_can_be_undone(
    project: Path, returned: list[Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    reminders = tmp_path / "reminders"
    day = ("--on", ON.isoformat())
    code = main(["answers", str(project), *map(str, returned[:2]), *day, "--out", str(reminders)])
    told = capsys.readouterr().out
    assert code == 0
    assert "100-0103 Block magnet" in told
    assert "not verified → not covered" in told
    assert "Erdwerk Chemie GmbH: no answer to the questions of 1 Nov 2026 about 3 parts" in told
    assert "Hanlin Magnetics Co., Ltd.: answered; still open for" in told
    mails = sorted(path.name for path in reminders.iterdir())
    assert mails == [f"01 Erdwerk Chemie GmbH.{kind}" for kind in ("pdf", "txt", "xlsx")]
    assert "01.11.2026" in (reminders / mails[1]).read_text(encoding="utf-8-sig")
    with open_project(project) as found:
        reading = found.reading()
        assert reading is not None
        assert [bool(file.answered) for file in reading.files] == [False, True, True]
        assert reading.files[1].sha256
        assert sent_days(found.project)["Erdwerk Chemie GmbH"] == date(2026, 11, 1)
        assert found.undo() is not None
        left = found.reading()
        assert left is not None
        assert len(left.files) == 1


def test_a_project_remembers_on_which_day_who_was_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LODESTONE_HOME", str(tmp_path / "home"))
    one = tmp_path / "one.csv"
    one.write_text("Part number,Description,Supplier\nM-1,NdFeB magnet N45,Hanlin\n", "utf-8")
    path, folder = tmp_path / "team.lodestone", str(tmp_path / "out")
    with create_project(path, author="Ada") as made:
        made.add_files(read_together(one))
    assert main(["questions", "--out", folder, "--project", str(path)]) == 0
    with open_project(path, read_only=True) as found:
        assert sent_days(found.project) == {"Hanlin": today_in_china()}
    assert main(["questions", "--out", folder, "--project", str(tmp_path / "no.lodestone")]) == 4


def test_what_is_no_answer_is_refused_by_name_and_code(
    project: Path, returned: list[Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = tmp_path / "broken.xlsx"
    broken.write_bytes(b"PK\x03\x04 nothing")
    blank = tmp_path / "blank.xlsx"
    write_questionnaire(asked(), "Brightway Trading", blank)
    assert main(["answers", str(tmp_path / "none.lodestone"), str(blank)]) == 4
    files = (SAMPLE, blank, broken, returned[4])
    assert main(["answers", str(project), *map(str, files), "--check"]) == 3
    said = capsys.readouterr()
    assert "blank.xlsx: The questionnaire is blank: nobody answered." in said.err
    assert "sample_supplier_parts.xlsx: This very file was read before." in said.err
    assert "broken.xlsx" in said.err
    assert "100-0203" in said.out
    with open_project(project, read_only=True) as found:
        kept = found.reading()
        assert kept is not None
        assert len(kept.files) == 1


def test_an_answer_typed_anew_is_told_and_placed(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A table of the supplier's own, as text: it has no sheets, and its cells are named without."""
    typed = tmp_path / "antwort.csv"
    heads, cells = "Teile-Nr.;Dy %;Tb %;Ho %;Prüfbericht Nr.", "100-0104;<0,01;<0,01;viel;TR-7"
    typed.write_text(f"{heads}\n{cells}\n", encoding="utf-8-sig")
    assert main(["answers", str(project), str(typed), "--check", "--language", "en"]) == 0
    said = capsys.readouterr().out
    assert "understood: 3, answered as not known: 0, not understood: 1" in said
    assert "antwort.csv › D2: Answer “viel” was not understood" in said
