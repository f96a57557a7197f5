"""A package that its own writer or a disk broke: what is whole is read, what is lost is named."""

import re
from pathlib import Path

import pytest

from desktop_app.intake.reading import read_files
from desktop_app.intake.refusal import Refused
from desktop_app.intake.workbook import open_workbook
from desktop_app.model.progress import silent
from tests.intake.looking import facts, problem_code
from tests.workbooks.hostile_parts import HEAD, MAIN, OFFICE, RELATIONS, package
from tests.workbooks.odd_documents import flat

Parts = dict[str, str | bytes]
UNKNOWN_ERROR = '<c r="C3" t="e"><v>#FIELD!</v></c>'
"""The reader gives the whole workbook up for it, so that the package is written anew."""


def two_sheets() -> Parts:
    """Two lists whose texts are shared ones: magnets, then motors."""
    texts = ("Part Number", "Description", "Quantity", "M-1", "Ring magnet", "E-1", "Servo motor")

    def sheet(number: int, text: int) -> str:
        heads = "".join(f'<c r="{"ABC"[n]}1" t="s"><v>{n}</v></c>' for n in range(3))
        row = f'<c r="A2" t="s"><v>{number}</v></c><c r="B2" t="s"><v>{text}</v></c><c r="C2"><v>4</v></c>'
        return (
            f'{HEAD}<worksheet xmlns="{MAIN}"><sheetData><row r="1">{heads}</row>'
            f'<row r="2">{row}</row><row r="3"></row></sheetData></worksheet>'
        )

    def relation(number: int, kind: str, target: str) -> str:
        return f'<Relationship Id="r{number}" Type="{OFFICE}/{kind}" Target="{target}"/>'

    return {
        "[Content_Types].xml": f'{HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        "_rels/.rels": f'<Relationships xmlns="{RELATIONS}">'
        + relation(1, "officeDocument", "xl/workbook.xml")
        + "</Relationships>",
        "xl/workbook.xml": f'{HEAD}<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>'
        '<sheet name="Magnets" sheetId="1" r:id="r1"/><sheet name="Motors" sheetId="2" r:id="r2"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{RELATIONS}">'
        + relation(1, "worksheet", "worksheets/sheet1.xml")
        + relation(2, "worksheet", "worksheets/sheet2.xml")
        + relation(3, "sharedStrings", "sharedStrings.xml")
        + "</Relationships>",
        "xl/worksheets/sheet1.xml": sheet(3, 4),
        "xl/worksheets/sheet2.xml": sheet(5, 6),
        "xl/sharedStrings.xml": shared(*texts),
    }


def shared(*texts: str) -> str:
    return f'<sst xmlns="{MAIN}">{"".join(f"<si><t>{text}</t></si>" for text in texts)}</sst>'


def written(folder: Path, parts: Parts) -> Path:
    path = folder / "list.xlsx"
    path.write_bytes(package(parts))
    return path


LEFT_OVER = {
    "nothing": b"", "noughts": bytes(600), "the start": b'<?xml version="1.0"?><works',
    "a page": b"<html><body>The proxy has blocked this part.</body></html>",
}  # fmt: skip


@pytest.mark.parametrize("left", LEFT_OVER)
@pytest.mark.parametrize(("number", "lost", "read"), [(1, "Magnets", "E-1"), (2, "Motors", "M-1")])
def test_a_sheet_of_which_something_else_is_left_is_named_as_lost(
    tmp_path: Path, left: str, number: int, lost: str, read: str
) -> None:
    parts = two_sheets() | {f"xl/worksheets/sheet{number}.xml": LEFT_OVER[left]}
    reading = read_files([written(tmp_path, parts)], silent)
    assert facts(reading, "part_number") == [read]
    told = [(i.code, i.sheet) for i in reading.files[0].issues if i.severity == "warning"]
    assert told == [("W_SHEET_LOST", lost)]


@pytest.mark.parametrize("kind", ["chartsheet", "dialogsheet"])
def test_a_sheet_that_holds_no_cells_is_not_lost(tmp_path: Path, kind: str) -> None:
    parts = two_sheets()
    parts["xl/worksheets/sheet2.xml"] = f'{HEAD}<{kind} xmlns="{MAIN}"/>'
    rels = str(parts["xl/_rels/workbook.xml.rels"])
    parts["xl/_rels/workbook.xml.rels"] = rels.replace(
        f'Id="r2" Type="{OFFICE}/worksheet"', f'Id="r2" Type="{OFFICE}/{kind}"'
    )
    reading = read_files([written(tmp_path, parts)], silent)
    assert facts(reading, "part_number") == ["M-1"]
    assert "W_SHEET_LOST" not in {issue.code for issue in reading.files[0].issues}


def needs_mending() -> Parts:
    parts = two_sheets()
    sheet = str(parts["xl/worksheets/sheet1.xml"])
    parts["xl/worksheets/sheet1.xml"] = sheet.replace(
        '<row r="3"></row>', f'<row r="3">{UNKNOWN_ERROR}</row>'
    )
    return parts


def test_shared_texts_of_another_name_are_followed(tmp_path: Path) -> None:
    parts = needs_mending()
    parts["xl/texts7.xml"] = parts.pop("xl/sharedStrings.xml")
    rels = str(parts["xl/_rels/workbook.xml.rels"])
    parts["xl/_rels/workbook.xml.rels"] = rels.replace("sharedStrings.xml", "texts7.xml")
    reading = read_files([written(tmp_path, parts)], silent)
    assert facts(reading, "part_number") == ["M-1", "E-1"]


def test_texts_of_another_day_that_lie_elsewhere_are_not_taken(tmp_path: Path) -> None:
    parts = needs_mending()
    parts["xl/old/sharedStrings.xml"] = shared("Part Number", "Description", "Quantity", *"WXYZ")
    assert facts(read_files([written(tmp_path, parts)], silent), "part_number") == ["M-1", "E-1"]
    del parts["xl/sharedStrings.xml"]
    assert problem_code(read_files([written(tmp_path, parts)], silent)) == "E_MISSING_PART"


def test_names_that_lead_out_of_the_package_lead_nowhere(tmp_path: Path) -> None:
    outside = tmp_path.parent / "outside.xml"
    outside.write_text("<worksheet/>", encoding="utf-8")
    for target in (
        str(outside),
        f"../../../{outside.name}",
        f"file://{outside}",
        "\\\\host\\x.xml",
    ):
        parts = needs_mending()
        rels = str(parts["xl/_rels/workbook.xml.rels"])
        parts["xl/_rels/workbook.xml.rels"] = rels.replace("worksheets/sheet2.xml", target)
        reading = read_files([written(tmp_path, parts)], silent)
        assert facts(reading, "part_number") == ["M-1"]
        assert [i.sheet for i in reading.files[0].issues if i.code == "W_SHEET_LOST"] == ["Motors"]
        del parts["xl/worksheets/sheet1.xml"]
        with pytest.raises(Refused):
            open_workbook(written(tmp_path, parts), lambda _rows: None)


def test_a_flat_sheet_is_read_that_is_indented_as_libreoffice_saves_it(tmp_path: Path) -> None:
    plain, indented = tmp_path / "plain.fods", tmp_path / "indented.fods"
    plain.write_bytes(flat())
    indented.write_bytes(re.sub(rb"(?<=>)(?=</?(?:table|office):|<text:p\b)", b"\n   ", flat()))
    found, again = (read_files([path], silent).parts.frame for path in (plain, indented))
    assert len(found) > 2
    assert again["part_number"].tolist() == found["part_number"].tolist()
    assert again["description"].tolist() == found["description"].tolist()
