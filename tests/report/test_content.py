"""The contents of the report: the same for the same assessment, complete, and never added up."""

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import numpy as np
import pytest

from desktop_app.language.catalogue import Catalogue
from desktop_app.model.assessment import Assessment
from desktop_app.model.findings import msg
from desktop_app.report.blocks import (
    Figures,
    Heading,
    Paragraph,
    ReportContent,
    RunOutChart,
    Section,
    Table,
)
from desktop_app.report.content import WRITERS, build_content, serialise
from desktop_app.report.settings import KINDS, SECTIONS, load_settings
from desktop_app.report.view import Scope
from tests.report.variations import (
    all_not_covered,
    asked_on,
    empty_assessment,
    repeated,
    view_of,
    with_licences,
)
from tests.small_assessment import small_assessment

OF_ONE = {
    "dossier", "letter", "sheet", "cover", "checklist", "certificate", "introduction", "technical", "schedule",
}  # fmt: skip
"""Sections about one part or supplier, which an empty assessment does not have."""
SCOPES = {
    **{kind: Scope(kind) for kind in KINDS},
    "dossier": Scope("dossier", part=0),
    "licence": Scope("licence", part=0),
    "supplier": Scope("supplier", supplier="Northgate Motion Ltd"),
}


@cache
def content(kind: str = "management") -> ReportContent:
    return build_content(small_assessment(), Catalogue("en"), scope=SCOPES[kind])


def audit(assessment: Assessment) -> ReportContent:
    return build_content(assessment, Catalogue("en"), scope=Scope("audit"))


def section(name: str, of: ReportContent | None = None) -> Section:
    """A section by name, of the management report or the audit annex unless another is given."""
    reports = (of,) if of else (content(), content("audit"))
    return next(found for report in reports for found in report.sections if found.id == name)


def tables(name: str, of: ReportContent | None = None) -> dict[str, Table]:
    return {block.id: block for block in section(name, of).blocks if isinstance(block, Table)}


def texts(of: ReportContent) -> Iterator[str]:
    for found in of.sections:
        yield found.title
        for block in found.blocks:
            if isinstance(block, Paragraph | Heading):
                yield block.text
            elif isinstance(block, Table):
                for row in block.rows:
                    for cell in row.cells:
                        yield cell.text
                        yield cell.below


def test_equal_assessments_give_equal_reports_to_the_byte() -> None:
    again = build_content(small_assessment(), Catalogue("en"))
    assert again == content()
    assert serialise(again) == serialise(content())


def test_the_report_id_follows_from_everything_in_it() -> None:
    other = build_content(asked_on(date(2026, 11, 25)), Catalogue("en"))
    assert len(content().report_id.replace("-", "")) == 12
    assert other.report_id != content().report_id
    assert build_content(small_assessment(), Catalogue("de")).report_id != content().report_id


@pytest.mark.parametrize("kind", KINDS)
def test_every_section_of_the_template_is_written_in_its_order(kind: str) -> None:
    assert set(WRITERS) == set(SECTIONS)
    wanted = load_settings().kinds[kind].sections
    assert [found.id for found in content(kind).sections] == list(wanted)


@pytest.mark.parametrize("name", sorted(set(SECTIONS) - OF_ONE))
def test_every_section_can_say_that_there_is_nothing(name: str) -> None:
    found = WRITERS[name](view_of(empty_assessment()))
    assert found.title
    assert any(isinstance(block, Paragraph) and block.text for block in found.blocks)


def test_the_title_names_the_list_with_the_most_parts_of_many_files() -> None:
    """An empty form that was dropped with the lists is not what the report is about."""
    made = small_assessment()
    form = replace(made.files[0], path="an empty form.xlsx", sheets=())
    said = build_content(replace(made, files=(form, *made.files)), Catalogue("en")).subtitle
    assert said == "Northgate parts list 2026-11.xlsx and 4 more files"


def test_the_first_page_answers_in_its_first_sentence() -> None:
    lead = section("summary").blocks[0]
    assert isinstance(lead, Paragraph)
    assert lead.style == "lead"
    assert lead.text.startswith("3 parts need a licence; 2 of them have none on the way.")
    assert "First of these to run out: Segment magnet 42SH" in lead.text


def test_the_three_kinds_of_not_verified_stand_apart() -> None:
    strip = next(block for block in section("summary").blocks if isinstance(block, Figures))
    counted = {figure.word: figure.value for figure in strip.figures}
    assert counted == {
        "needed": "3", "ask about the part": "2", "waits for the law": "3", "suspended": "1",
        "not screened": "2", "not covered": "5",
    }  # fmt: skip
    assert "7" not in counted.values()


def test_this_week_has_at_most_ten_lines_the_most_urgent_first() -> None:
    long = build_content(repeated(20), Catalogue("en"))
    limits = {**load_settings().limits, **load_settings().kinds["management"].limits}
    assert len(tables("summary", long)["this_week"].rows) == limits["this_week"] <= 10
    first = tables("summary")["this_week"].rows[0]
    assert [cell.text for cell in first.cells[1:4]] == [
        "Segment magnet 42SH 40 x 20 x 8 mm", "Ningbo Huaning Magnetics", "needed",
    ]  # fmt: skip
    assert first.cells[4].text == "14 Jan 2027"
    assert first.cells[4].below == "8 Jan to 20 Jan"


def test_only_parts_a_reader_can_act_on_are_listed_row_by_row() -> None:
    listed = tables("ranked")
    assert [len(listed[name].rows) for name in ("needed", "part_questions", "suspended")] == [
        3,
        2,
        1,
    ]
    in_rows = [cell.text for name in ("needed", "part_questions") for row in listed[name].rows
               for cell in row.cells]  # fmt: skip
    assert not any("Hexagon screw" in text or "Holmium" in text for text in in_rows)


def test_the_law_has_one_line_per_control_with_both_outcomes() -> None:
    rows = tables("summary")["counsel"].rows
    assert rows == tables("ranked", content("audit"))["law"].rows
    assert "law" not in tables("ranked")  # of the management report, which has it in front
    assert [row.id for row in rows] == ["CN-MOFCOM-2025-57", "CN-MOFCOM-2025-61"]
    named, parts, spend, lapsed, extended = (cell.text for cell in rows[1].cells)
    assert named == "No. 61 of 2025: Rare earth goods made outside China"
    assert (parts, spend) == ("1", "41,000 EUR")
    assert (lapsed, extended) == ("1 needed", "1 suspended")
    assert rows[1].cells[0].below == "Kitano Jikō K.K. (1)"


def test_a_list_without_anything_urgent_shows_the_law_or_says_that_there_is_nothing() -> None:
    free = all_not_covered().licences.kinds[0]
    waits = with_licences(lambda kind: kind if kind.waits_on == "law" else free)
    assert list(tables("ranked", build_content(waits, Catalogue("en")))) == ["law"]
    (said,) = section("ranked", build_content(all_not_covered(), Catalogue("en"))).blocks
    assert said == Paragraph("No part needs a licence or waits for an answer.")


def test_kinds_that_seldom_hold_a_listed_element_stand_in_the_annex_only() -> None:
    assert [row.id for row in tables("not_covered")["seldom"].rows] == ["Servo amplifier"]
    assert not any("Servo drive amplifier" in text for text in texts(content()))
    assert not any("Servo drive amplifier" in text for text in texts(content("monday")))


def test_what_hangs_on_the_law_alone_says_when_it_is_settled() -> None:
    """No step would be read as one that was forgotten, or as "not covered"."""
    view = view_of(small_assessment())
    (part_id,) = np.flatnonzero(view.seldom).tolist()
    assert not view.assessment.actions[part_id]
    assert view.action(part_id) == "Nothing now: settled when the law is known"
    free = np.flatnonzero(view.verdicts == "not_needed").tolist()
    assert {view.action(part) for part in free if not view.assessment.actions[part]} == {""}


def test_examples_name_each_thing_once() -> None:
    view = view_of(small_assessment())
    first, second = view.part(0).text, view.part(1).text
    assert first != second
    assert view.examples([0, 0, 0, 0, 1, 0]) == view.catalogue.grouped((first, second))
    assert view.examples(range(8)).count(";") == 2


def test_where_all_that_waits_for_the_law_is_of_such_kinds_the_first_page_says_so() -> None:
    found = with_licences(
        lambda kind: replace(kind, seldom=True) if kind.waits_on == "law" else kind
    )
    said = [b.text for b in WRITERS["summary"](view_of(found)).blocks if isinstance(b, Paragraph)]
    waiting = found.totals.waits_law
    assert waiting > 1
    assert any(
        text.startswith(f"Of those that wait for the law, {waiting} parts are of kinds")
        for text in said
    )
    blocks = WRITERS["summary"](view_of(found)).blocks
    headings = [block.text for block in blocks if isinstance(block, Heading)]
    assert "What is not known" in headings, "there is no question for counsel"
    assert "For counsel: open questions of law" not in headings


def test_what_was_not_screened_is_one_line_per_material_group_with_its_spend() -> None:
    rows = tables("ranked")["groups"].rows
    assert [(row.id, row.cells[2].text) for row in rows] == [
        ("Baugruppen", "61,200 EUR"), ("Spare parts", "5,400 EUR"),
    ]  # fmt: skip


def test_not_covered_parts_are_counted_by_what_that_rests_on() -> None:
    counted = {row.id: row.cells[1].text for row in tables("not_covered")["basis"].rows}
    assert counted == {
        "element": "1", "guidance": "1", "kind": "1", "outside": "1", "already_outside": "1",
    }  # fmt: skip
    said = [b.text for b in section("not_covered").blocks if isinstance(b, Paragraph)]
    assert any("because of guidance by MOFCOM" in text for text in said)


def test_exposed_makers_are_named_once() -> None:
    rows = tables("not_covered")["upstream"].rows
    assert [row.id for row in rows] == ["Kitano Jikō K.K."]


def test_questions_are_grouped_by_supplier() -> None:
    asked = tables("questions")
    assert list(asked) == ["ask:Northgate Motion Ltd", "ask:Brandt Antriebe GmbH"]
    rows = asked["ask:Brandt Antriebe GmbH"].rows
    assert [row.cells[0].text for row in rows][1] == "Where was it made?"
    assert "000000000010004720" in rows[0].cells[2].text


def test_supplier_questions_carry_no_probability() -> None:
    printed = [cell.text for table in tables("questions").values() for row in table.rows
               for cell in row.cells]  # fmt: skip
    assert not any("%" in text for text in printed if "mass percent" not in text)


def test_reasons_name_evidence_source_and_cells() -> None:
    path = tables("reasons")["path:1:Parts!5"]
    steps = [tuple(cell.text for cell in row.cells) for row in path.rows]
    assert ("Form", "A sintered magnet is a form this announcement lists.", "exact") in steps
    assert any(cell.below.startswith("https://") for row in path.rows for cell in row.cells)
    said = [b.text for b in section("reasons").blocks if isinstance(b, Paragraph)]
    assert any("Northgate parts list 2026-11.xlsx › Parts › row 5" in text for text in said)
    assert any("cells B5, D5" in text for text in said)
    assert any("Our estimate that a licence duty exists: 95% (85% to 100%)" in t for t in said)


def test_parts_decided_alike_share_one_path() -> None:
    long = audit(repeated(30))
    assert len(tables("reasons", long)) == len(tables("reasons"))
    said = [b.text for b in section("reasons", long).blocks if isinstance(b, Paragraph)]
    assert any("decided alike:" in text and "and 17 more" in text for text in said)


def test_the_run_out_picture_shows_what_runs_out_first_on_top() -> None:
    chart = next(block for block in section("clock").blocks if isinstance(block, RunOutChart))
    ends = [line.supply[1] for line in chart.lines]
    assert ends == sorted(ends)
    assert chart.lines[0].gap == "61 days"
    assert chart.lines[0].run_out == "14 Jan 2027"
    assert [line.gap for line in chart.lines if line.label.startswith("氧化镝")] == [""]


def test_an_assumed_cover_is_starred_and_never_a_date() -> None:
    row = next(r for r in tables("ranked")["part_questions"].rows if r.id == "2:Material!5")
    assert "20% *" in [cell.text for cell in row.cells]
    assert row.cells[3].text == ""


def test_every_row_read_is_accounted_for() -> None:
    first = section("files").blocks[0]
    assert isinstance(first, Paragraph)
    assert first.text == (
        "22 rows read = parts 16 + duplicates 1 + totals 1 + blank 1 + rejected 2 + other 1."
    )
    for row in tables("files")["files"].rows[:3]:
        read, *rest = (int(cell.text) for cell in row.cells[2:])
        assert read == sum(rest)


def test_a_refused_file_says_why_and_what_to_do() -> None:
    row = tables("files")["refused"].rows[0]
    assert row.cells[0].below == "E_ENCRYPTED"
    assert row.cells[1].text == "Altbestand.xls is locked with a password."
    assert row.cells[2].text.startswith("Open it in Excel")


def test_issues_stand_with_their_cell_the_gravest_first() -> None:
    rows = tables("files")["issues"].rows
    assert [row.cells[0].below for row in rows] == ["W_ERROR_CELL", "W_UNIT"]
    assert rows[0].cells[1].text == "Stückliste Förderanlage.xlsx › Material › D6"


def test_every_input_has_its_fingerprint() -> None:
    printed = {row.cells[1].text for row in tables("inputs")["hashes"].rows}
    assert printed == {found.sha256 for found in small_assessment().files}


def test_the_method_names_every_provision_with_status_and_source() -> None:
    rows = tables("method")["law_status"].rows
    assert len(rows) == 4
    third = [(cell.text, cell.below) for cell in rows[2].cells]
    assert third[0] == ("No. 61 of 2025 s.1(1)", "CN-MOFCOM-2025-61")
    assert third[2] == ("unconfirmed", "as last read")
    assert third[4] == ("", "https://www.mofcom.gov.cn/2025-61; read 21 Aug 2026")


def test_what_nobody_declared_is_printed_as_assumed() -> None:
    assert "24 Nov 2026 (assumed)" in content().question
    assert "Germany (assumed)" in content().question
    assert "civil (assumed)" in content().question
    declared = asked_on(date(2026, 11, 24), destination_assumed=False, on_assumed=False)
    line = build_content(declared, Catalogue("en")).question
    assert "going to Germany ·" in line
    assert "civil (assumed)" in line


def test_long_lists_are_cut_and_it_is_said_where_the_rest_is() -> None:
    long = build_content(repeated(300), Catalogue("en"))
    limit = load_settings().kinds["management"].limits["needed"]
    assert len(tables("ranked", long)["needed"].rows) == limit
    said = [b.text for b in section("ranked", long).blocks if isinstance(b, Paragraph)]
    assert any(text.startswith(f"{limit} of 900 are listed here") for text in said)
    assert any("in the audit annex" in text for text in said)
    assert len(tables("results", audit(repeated(300)))["results"].rows) == 4800


def test_text_from_a_file_arrives_unchanged() -> None:
    screw = "Hexagon screw M6 x 20 <b>zinc</b> & wax"
    assert any(text == screw for text in texts(content("audit")))


def test_what_the_program_noted_is_printed_with_the_method() -> None:
    noted = replace(small_assessment(), notes=(msg("Two files name different currencies."),))
    assert "Two files name different currencies." in list(
        texts(build_content(noted, Catalogue("en")))
    )


@pytest.mark.parametrize("language", ["de", "zh", "ja"])
def test_it_can_be_said_in_other_languages(language: str) -> None:
    found = build_content(small_assessment(), Catalogue(language))
    assert found.language.startswith(language)
    assert [s.id for s in found.sections] == [s.id for s in content().sections]


def test_another_process_with_other_hashes_makes_the_same_report() -> None:
    program = (
        "from tests.small_assessment import small_assessment\n"
        "from desktop_app.language.catalogue import Catalogue\n"
        "from desktop_app.report.content import build_content\n"
        "print(build_content(small_assessment(), Catalogue('en')).report_id)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=Path(__file__).resolve().parents[2],
        env={**os.environ, "PYTHONHASHSEED": "7"}, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert done.stdout.strip() == content().report_id
