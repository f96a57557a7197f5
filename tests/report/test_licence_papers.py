"""Licence papers: what was declared is filled in, the rest left blank; what is ours stays at home."""

import re
from dataclasses import replace
from datetime import date
from typing import Any

from desktop_app.language.catalogue import Catalogue
from desktop_app.model.assessment import LicenceOnFile
from desktop_app.model.parts import Declared, FactCell
from desktop_app.report.content import build_content
from desktop_app.report.settings import load_settings
from desktop_app.report.view import Scope, View
from tests.report.test_kinds import SCOPES, _needed, text
from tests.report.variations import with_licences
from tests.report.written import lines_of
from tests.small_assessment import small_assessment


def test_licence_papers_fill_in_what_was_declared_and_leave_the_rest_blank() -> None:
    said = text("licence")
    assert "Ring magnet Sm2Co17, 220 kA/m" in said
    assert "Content of Sm, mass %" in said
    assert "25.0" not in said, "read off the grade, not declared"
    assert said.count("to be completed by the manufacturer") >= 2
    assert "Undertakings of the end user" in said
    assert "to be drafted by counsel" in said
    assert "Germany" not in said.split("== End-user")[1].split("== Technical")[0], "assumed"
    for ours in ("estimate that", "Risk", "Runs out", "spend |", "Northgate", "8,800"):
        assert ours not in said, ours


def test_licence_papers_print_a_declared_content_and_a_declared_destination() -> None:
    found = small_assessment()
    kinds = list(found.matches.kinds)
    code = int(found.matches.of[1])
    (element,) = kinds[code].elements
    stated = replace(element, evidence="A", mass_percent=(25.125, 25.125, 25.125))
    kinds[code] = replace(kinds[code], elements=(stated,))
    inquiry = replace(found.inquiry, destination_assumed=False, end_use_assumed=False)
    made = replace(found, matches=replace(found.matches, kinds=tuple(kinds)), inquiry=inquiry)
    said = text("licence", made)
    assert "| 25.125" in said, "with all its digits"
    assert re.search(r"- country: Country of end use.* \| Germany // 德国", said)
    assert "| civil // 民用" in said


def test_goods_counted_by_weight_are_not_asked_for_the_mass_of_a_piece() -> None:
    """120 kg of an oxide have none; the maker was to complete it."""
    found = small_assessment()
    assert "Mass of one piece in g" in text("licence")
    frame = found.parts.frame.assign(unit="KG")
    weighed = replace(found, parts=replace(found.parts, frame=frame))
    assert "Mass of one piece in g" not in text("licence", weighed)


def test_licence_papers_for_an_order_hold_every_part_of_the_supplier_that_needs_one() -> None:
    found = with_licences(_needed)
    supplier = "Northgate Motion Ltd"
    view = View(found, Catalogue("en"), load_settings())
    numbers = [view.part(part).below for part in view.parts_of(supplier)]
    made = build_content(found, Catalogue("en"), scope=Scope("licence", supplier=supplier))
    paper = {section.id: "\n".join(lines_of(replace(made, sections=(section,))))
             for section in made.sections}  # fmt: skip
    assert len(numbers) > 1
    for number in filter(None, numbers):
        assert number in paper["certificate"]
    assert paper["certificate"].count("Quantity") == len(numbers)
    assert paper["technical"].count("Test report: number") == len(numbers)
    others = {str(name) for name in found.parts.frame["supplier"] if name} - {supplier}
    assert not [name for name in others if name in "".join(paper.values())]


def test_the_checklist_says_how_far_a_recorded_application_is() -> None:
    found = small_assessment()
    filed = LicenceOnFile(
        "a1", "Ningbo Huaning Magnetics", (1,), "on_the_way", filed=date(2026, 11, 3),
        papers_missing=("photos of production",),
    )  # fmt: skip
    other = replace(filed, id="a2", part_ids=(9,), papers_missing=("drawing",))
    made = build_content(
        replace(found, licences_on_file=(filed, other)), Catalogue("en"), scope=SCOPES["licence"]
    )
    (checklist,) = (section for section in made.sections if section.id == "checklist")
    said = "\n".join(lines_of(replace(made, sections=(checklist,))))
    assert "photos of production" in said
    assert "drawing" not in said.partition("Applications and licences on file")[2]
    ids = [section.id for section in made.sections]
    assert ids.index("checklist") < ids.index("certificate"), "for the house only"


def test_licence_papers_never_print_what_a_family_usually_holds() -> None:
    """A range is the family's, however sure the material is: nobody declared it."""
    found = small_assessment()
    kinds = list(found.matches.kinds)
    code = int(found.matches.of[1])
    (element,) = kinds[code].elements
    kinds[code] = replace(kinds[code], elements=(replace(element, evidence="A"),))
    made = replace(found, matches=replace(found.matches, kinds=tuple(kinds)))
    assert "25.0" not in text("licence", made)


def test_licence_papers_print_what_the_supplier_answered_with_its_bound_and_report() -> None:
    """Below what we read as absent, too; a contradiction stays blank."""

    def answer(key: str, value: Any, bound: Any = "", use: Any = "used") -> Declared:
        return Declared(key, str(value), value, bound, use, "", FactCell(0, "S", 1, 1))

    said = (
        answer("dy_percent", 0.003), answer("tb_percent", 0.005, "<"),
        answer("ho_percent", 0.1, use="conflict"), answer("hs_code", "8505111000"),
        answer("report_number", "HL-119"), answer("report_date", date(2026, 11, 18)),
    )  # fmt: skip
    found = small_assessment()
    parts = replace(found.parts, answered={1: said})
    told = text("licence", replace(found, parts=parts))
    for line in (
        "Content of Dy, mass %| 0.003",
        "Content of Tb, mass %| < 0.005",
        "Chinese customs code| 8505111000",
        "laboratory| HL-119, 18 Nov 2026",
    ):
        assert line in re.sub(r" // [^|\n]*", "", told), line
    assert "Content of Ho" not in told


def test_licence_papers_speak_english_and_chinese_in_every_language() -> None:
    found = small_assessment()
    frame = found.parts.frame.assign(unit_mass_g=13.6)
    heavy = replace(found, parts=replace(found.parts, frame=frame))
    content = build_content(heavy, Catalogue("de"), scope=SCOPES["licence"])
    said = "\n".join(lines_of(content))
    assert "| 13.60" in said, "no decimal comma leaves the house"
    assert "Part number // 零件号" in said
