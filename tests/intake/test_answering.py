"""Answers fill what is missing, with their cell; what contradicts stands side by side."""

from datetime import date
from typing import Any

import pandas as pd
import pytest

from desktop_app.assessment.licence.technology import chinese_technology
from desktop_app.intake.answering import lay_answers
from desktop_app.model.answers import AnsweredForm, AnsweredLine, Bound, Reply
from desktop_app.model.parts import Conflict, FactCell, PartTable, Source, part_frame
from desktop_app.model.reading import Reading
from desktop_app.model.sources import SourceFile
from desktop_app.register.edition import load_edition

SHA = "a1" * 32
SUPPLIER = "Hanlin Magnetics"
DAY = date(2026, 11, 20)
PLACES = {"part_number": 1, "description": 2, "supplier": 3, "country_of_origin": 4, "hs_code": 5,
          "lead_time_days": 6, "magnet_grade": 7, "declaration": 8}  # fmt: skip


def bom(*rows: dict[str, Any]) -> PartTable:
    """A list on one sheet, its first part in row 2."""
    names = {name for row in rows for name in row}
    columns = {name: [row.get(name) for row in rows] for name in names}
    count = len(rows)
    columns |= {"sheet": ["Parts"] * count, "row": list(range(2, 2 + count)),
                "file": [0] * count, "table": [0] * count}  # fmt: skip
    for name in ("lead_time_days", "cn_value_share"):
        if name in columns:
            columns[name] = [float("nan") if v is None else v for v in columns[name]]
    return PartTable(part_frame(columns, count), columns=(PLACES,), file_names=("bom.xlsx",))


def magnet(number: str = "M-1", **facts: Any) -> dict[str, Any]:
    return {"part_number": number, "description": f"Magnet {number}", "supplier": SUPPLIER, **facts}


def line(number: str = "M-1", key: str = "", /, **answers: Any) -> AnsweredLine:
    """A line whose answers are values, or (value, bound)."""
    replies = []
    for at, (field, said) in enumerate(answers.items()):
        value, bound = said if isinstance(said, tuple) else (said, "")
        replies.append(
            Reply(field, "Questions", 6, 5 + at, f"{bound}{value}", "understood", value, bound)
        )
    description = f"Magnet {number}" if number else ""
    return AnsweredLine("Questions", 6, key, number, description, tuple(replies))


def form(*lines: AnsweredLine, supplier: str = SUPPLIER) -> AnsweredForm:
    return AnsweredForm(supplier, date(2026, 11, 1), DAY, "Li Wei", lines)


def laid(
    parts: PartTable, *forms: AnsweredForm, limits: frozenset[float] = frozenset((0.1,))
) -> Reading:
    answers = (
        SourceFile(f"answer{n}.xlsx", f"{n}" * 64, "xlsx", "read", answered=one)
        for n, one in enumerate(forms, start=1)
    )
    files = (SourceFile("bom.xlsx", SHA, "xlsx", "read"), *answers)
    names = tuple(file.path for file in files)
    table = PartTable(
        parts.frame, parts.marks, parts.columns, parts.unreadable, names, parts.provenance,
        parts.sources, parts.substances, parts.conflicts,
    )  # fmt: skip
    return lay_answers(Reading(files, table), limits)


def test_a_missing_fact_is_filled_and_says_from_which_cell() -> None:
    found = laid(bom(magnet()), form(line(country_of_origin="CN", leaves_china="no"))).parts
    assert found.value(0, "country_of_origin") == "CN"
    assert found.value(0, "leaves_china") is False
    cell = found.cell_of(0, "country_of_origin")
    assert cell is not None
    assert (cell.file, cell.sheet, cell.row, cell.column) == ("answer1.xlsx", "Questions", 6, 5)
    assert [(d.answer, d.use, d.on) for d in found.answered[0]] == [
        ("country_of_origin", "used", DAY), ("leaves_china", "used", DAY),
    ]  # fmt: skip


def test_nothing_is_touched_without_an_answered_questionnaire() -> None:
    reading = Reading((SourceFile("bom.xlsx", SHA, "xlsx", "read"),), bom(magnet()))
    assert lay_answers(reading) is reading


@pytest.mark.parametrize(
    ("field", "own", "answer"),
    [("country_of_origin", "DE", "CN"), ("hs_code", "85051910", "8505111000"), ("magnet_grade", "N42", "N35UH")],
)  # fmt: skip
def test_a_contradiction_shows_both_cells_and_is_unknown(field: str, own: str, answer: str) -> None:
    reading = laid(bom(magnet(**{field: own})), form(line(**{field: answer})))
    found = reading.parts
    (conflict,) = found.conflicts[0]
    assert conflict.field == field
    assert [text for text, _ in conflict.said] == [own, answer]
    assert [cell.file for _, cell in conflict.said] == [0, 1]
    shown = "DE;CN" if field == "country_of_origin" else None
    assert found.value(0, field) == shown
    assert field in found.unreadable[0]
    assert found.marks[0] == ("conflict",)
    assert found.answered[0][0].use == "conflict"
    assert [issue.code for issue in reading.files[1].issues] == ["W_CONFLICT"]


@pytest.mark.parametrize(
    ("field", "own", "answer"),
    [("country_of_origin", "CN", "CN"), ("hs_code", "85051110", "8505111000"), ("magnet_grade", "N42SH", "42sh")],
)  # fmt: skip
def test_what_agrees_stays_as_the_file_says_it(field: str, own: str, answer: str) -> None:
    found = laid(bom(magnet(**{field: own})), form(line(**{field: answer}))).parts
    assert (found.value(0, field), dict(found.conflicts)) == (own, {})
    assert found.answered[0][0].use == "agrees"


def test_two_answers_that_differ_are_both_kept() -> None:
    found = laid(
        bom(magnet()), form(line(country_of_origin="CN")), form(line(country_of_origin="VN"))
    ).parts
    assert [cell.file for _, cell in found.conflicts[0][0].said] == [1, 2]
    assert found.value(0, "country_of_origin") == "CN;VN"


def test_a_contradiction_of_the_files_is_not_settled_by_one_more_voice() -> None:
    parts = bom(magnet(country_of_origin="DE;CN"))
    said = (("DE", FactCell(0, "Parts", 2, 4)), ("CN", FactCell(0, "Other", 9, 1)))
    parts = PartTable(
        parts.frame, columns=parts.columns, conflicts={0: (Conflict("country_of_origin", said),)}
    )
    (conflict,) = laid(parts, form(line(country_of_origin="CN"))).parts.conflicts[0]
    assert [text for text, _ in conflict.said] == ["DE", "CN", "CN"]


def test_of_two_countries_in_one_cell_the_answer_says_which() -> None:
    found = laid(bom(magnet(country_of_origin="DE;CN")), form(line(country_of_origin="CN"))).parts
    assert (found.value(0, "country_of_origin"), dict(found.conflicts)) == ("CN", {})


def test_a_cell_that_could_not_be_read_is_readable_now() -> None:
    parts = bom(magnet())
    parts = PartTable(
        parts.frame, columns=parts.columns, unreadable={0: ("country_of_origin", "unit")}
    )
    found = laid(parts, form(line(country_of_origin="CN"))).parts
    assert found.unreadable == {0: ("unit",)}


# --- which part ------------------------------------------------------------------------------


def origins(reading: Reading) -> list[str | None]:
    return reading.parts.frame["country_of_origin"].tolist()


def test_the_key_finds_the_row() -> None:
    parts = bom(magnet(), magnet(), magnet("M-2"))
    assert origins(laid(parts, form(line("M-1", f"{SHA[:12]}:Parts!3", country_of_origin="CN")))) == [
        None, "CN", None,
    ]  # fmt: skip


def test_gaps_of_joined_tables_are_no_numbers() -> None:
    parts = bom(magnet(), magnet("M-2"))
    frame = parts.frame.assign(mpn=pd.Series([float("nan"), "X-9"], dtype="str"))
    found = laid(PartTable(frame, columns=parts.columns), form(line("M-2", country_of_origin="CN")))
    assert origins(found) == [None, "CN"]


def test_a_key_beside_the_number_of_another_part_is_not_believed() -> None:
    parts = bom(magnet(), magnet("M-2"))
    found = laid(parts, form(line("M-2", f"{SHA[:12]}:Parts!2", country_of_origin="CN")))
    assert origins(found) == [None, "CN"]


@pytest.mark.parametrize("key", ["", "0123456789ab:Parts!2", f"{SHA[:12]}:Parts!99"])
def test_without_a_key_that_fits_the_number_decides(key: str) -> None:
    parts = bom(magnet(), magnet("MAG-2000"))
    found = laid(parts, form(line("mag 2000", key, country_of_origin="CN")))
    assert origins(found) == [None, "CN"]


def test_a_part_of_another_supplier_is_not_answered_for() -> None:
    other = magnet(supplier="Somebody Else")
    parts = bom(other, magnet())
    assert origins(laid(parts, form(line(country_of_origin="CN")))) == [None, "CN"]
    nobody = laid(parts, form(line(country_of_origin="CN"), supplier="A Third"))
    assert origins(nobody) == [None, None]
    unsaid = laid(parts, form(line(country_of_origin="CN"), supplier=""))
    assert origins(unsaid) == [None, None]


def test_a_supplier_may_have_changed_how_it_is_written() -> None:
    parts = bom(magnet(supplier="HANLIN Magnetics Co., Ltd."))
    assert origins(laid(parts, form(line(country_of_origin="CN")))) == ["CN"]


@pytest.mark.parametrize("number", ["M-99", ""])
def test_an_answer_without_its_part_is_told_with_its_cell(number: str) -> None:
    found = laid(bom(magnet()), form(line(number, country_of_origin="CN")))
    (issue,) = found.files[1].issues
    assert (issue.code, issue.row, issue.column) == ("W_ANSWER", 6, 5)
    assert origins(found) == [None]


def test_a_part_of_several_suppliers_is_answered_for_its_own() -> None:
    place = FactCell(0, "Parts", 2, 3)
    parts = bom(magnet())
    sources = tuple(Source(name, None, None, None, None, None, place) for name in (SUPPLIER, "B"))
    parts = PartTable(parts.frame, columns=parts.columns, sources={0: sources})
    found = laid(parts, form(line(country_of_origin="CN"))).parts.sources[0]
    assert [source.country_of_origin for source in found] == ["CN", None]


# --- figures ---------------------------------------------------------------------------------


def declaration(*answers: AnsweredLine, own: dict[str, Any] | None = None) -> str | None:
    found: str | None = laid(bom(magnet(**(own or {}))), form(*answers)).parts.value(
        0, "declaration"
    )
    return found


def test_figures_with_the_day_of_a_report_are_a_report() -> None:
    said = line(dy_percent=(0.01, "<"), tb_percent=0.35, report_date=date(2026, 10, 1))
    assert declaration(said) == "Test report 2026-10-01: Dy <0.01 %, Tb 0.35 %"


def test_figures_without_one_are_what_the_supplier_states() -> None:
    assert declaration(line(dy_percent=4.2)) == "Supplier statement 2026-11-20: Dy 4.2 %"


def test_of_a_range_the_lower_end_is_stated() -> None:
    assert declaration(line(dy_percent=(0.3, ">"))) == "Supplier statement 2026-11-20: Dy 0.3 %"


def test_none_without_a_figure_settles_nothing() -> None:
    assert declaration(line(dy_percent=(None, "none"), report_date=date(2026, 10, 1))) is None


def test_small_figures_are_written_out() -> None:
    assert declaration(line(dy_percent=0.00001)) == "Supplier statement 2026-11-20: Dy 0.00001 %"


@pytest.mark.parametrize(
    "own",
    [
        {"declaration": "free of heavy rare earths"}, {"declaration": "Dy 1.5 % as analysed 2025-01-01"},
        {"description": "Magnet M-1, Dy 1.5 %"}, {"material": "NdFeB, Dy: 1,5 %"},
    ],
)  # fmt: skip
def test_figures_against_what_the_row_says_are_a_contradiction(own: dict[str, Any]) -> None:
    found = laid(bom(magnet(**own)), form(line(dy_percent=4.2))).parts
    assert found.value(0, "declaration") is None
    assert [c.field for c in found.conflicts[0]] == ["declaration"]


@pytest.mark.parametrize("own", ["REACH and RoHS conform, 2023", None])
def test_a_declaration_of_something_else_stands_in_nobodys_way(own: str | None) -> None:
    assert declaration(line(dy_percent=4.2), own={"declaration": own}) is not None


def test_another_grade_in_the_description_is_a_contradiction() -> None:
    parts = bom(magnet(description="Arc magnet 42SH, 32x14x4"))
    found = laid(parts, form(line(magnet_grade="N35"))).parts
    assert [text for text, _ in found.conflicts[0][0].said] == ["42SH", "N35"]
    same = laid(parts, form(line(magnet_grade="N42SH"))).parts
    assert (same.value(0, "magnet_grade"), dict(same.conflicts)) == ("N42SH", {})


def test_another_grade_in_the_column_of_materials_is_a_contradiction() -> None:
    """The list says N42SH there; an answer of N45 made of needed a mere question."""
    parts = bom(magnet(material="N42SH"))
    found = laid(parts, form(line(magnet_grade="N45"))).parts
    assert found.value(0, "magnet_grade") is None
    assert [text for text, _ in found.conflicts[0][0].said] == ["42SH", "N45"]
    same = laid(parts, form(line(magnet_grade="N42SH"))).parts
    assert (same.value(0, "magnet_grade"), dict(same.conflicts)) == ("N42SH", {})


@pytest.mark.parametrize(
    ("share", "bound", "below"),
    [(0.05, "", True), (0.1, "<", True), (0.5, "<", None), (0.1, ">", False), (0.05, ">", None), (3.0, "", False)],
)  # fmt: skip
def test_a_bound_of_the_value_share_counts_only_on_one_side_of_every_rule(
    share: float, bound: Bound, below: bool | None
) -> None:
    found = laid(bom(magnet()), form(line(cn_value_share=(share, bound)))).parts
    value = found.value(0, "cn_value_share")
    assert (None if value is None else value < 0.1) is below


@pytest.mark.parametrize(
    ("own", "answer", "value", "holds", "use"),
    [
        (None, 63.0, 63.0, True, "used"), (63.0, 63.0, 63.0, True, "agrees"),
        (42.0, 63.0, 42.0, None, "kept"), (90.0, 63.0, None, None, "conflict"),
    ],
)  # fmt: skip
def test_a_time_with_the_licence_in_it_may_be_longer_than_one_without(
    own: float | None, answer: float, value: float | None, holds: bool | None, use: str
) -> None:
    found = laid(bom(magnet(lead_time_days=own)), form(line(lead_time_days=answer))).parts
    assert (found.value(0, "lead_time_days"), found.value(0, "lead_time_holds_licence")) == (
        value,
        holds,
    )
    assert found.answered[0][0].use == use


def test_the_maker_and_its_number_are_parted_where_a_sign_parts_them() -> None:
    found = laid(bom(magnet()), form(line(maker="Tianmu Magnet, TM-35/7"))).parts
    assert (found.value(0, "manufacturer"), found.value(0, "mpn")) == ("Tianmu Magnet", "TM-35/7")
    whole = laid(bom(magnet()), form(line(maker="Maker & Sons, Hanau"))).parts
    assert (whole.value(0, "manufacturer"), whole.value(0, "mpn")) == ("Maker & Sons, Hanau", None)


def test_a_property_stands_beside_the_material() -> None:
    found = laid(bom(magnet(material="Graphite")), form(line(property="density 1.8 g/cm3"))).parts
    assert found.value(0, "material") == "Graphite; density 1.8 g/cm3"


@pytest.mark.parametrize(("answer", "told"), [("yes", True), ("some", True), ("no", False)])
def test_whose_technology_it_is_is_a_sentence_of_the_declaration(answer: str, told: bool) -> None:
    """The question had no cell of its own: it could be answered in a remark only, which is no fact."""
    assumptions = load_edition().assumptions
    alone = laid(bom(magnet()), form(line(chinese_technology=answer))).parts
    assert chinese_technology(alone.value(0, "declaration"), assumptions) is told
    both = laid(
        bom(magnet()), form(line(chinese_technology=answer, dy_percent=(0.01, "<"), report_number="TR-7",
                                 report_date=date(2026, 10, 1))),
    ).parts  # fmt: skip
    said = both.value(0, "declaration")
    assert said.startswith("Test report 2026-10-01: Dy <0.01 %")
    assert chinese_technology(said, assumptions) is told
    own = laid(bom(magnet(declaration="RoHS")), form(line(chinese_technology=answer))).parts
    assert own.value(0, "declaration").startswith("RoHS; ")
    assert [one.use for one in own.answered[0]] == ["used"]


def test_two_answers_about_the_technology_that_differ_say_nothing() -> None:
    found = laid(
        bom(magnet()), form(line(chinese_technology="no")), form(line(chinese_technology="yes"))
    )
    assert found.parts.value(0, "declaration") is None
    assert any(issue.code == "W_CONFLICT" for issue in found.files[2].issues)
