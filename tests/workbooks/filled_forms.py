"""Fills real questionnaires in as suppliers do: ``python -m tests.workbooks.filled_forms TEMPLATES FOLDER``.

``TEMPLATES`` holds the RMI workbooks (RMI_AMRT_1.3.xlsx ...), which are not ours to ship. Each file of ``FORMS``
is written to ``FOLDER``; what must be read of it stands beside it. Frozen on 2026-11-26 before it was looked at
how any of them is read; facts from ``facts/formats/supplier_formats.md`` and the templates themselves.
"""

# ruff: noqa: E501 - a table of forms, one a line

import re
import subprocess
import sys
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

# fmt: off
Cells = Mapping[str, Any]
Smelter = tuple[str, str | None, str | None]
Product = tuple[str | None, str | None]


@dataclass(frozen=True)
class Form:
    """``base``: template; ``saved`` by excel (typed over what Excel kept), openpyxl (nothing calculated),
    calc (LibreOffice, calculated anew), ods, values (numbers only, sheets left out); ``names``: renamed sheets."""

    name: str
    base: str
    cells: Mapping[str, Cells]
    expected: tuple[str, str, str | None, str | None, str | None]
    answers: tuple[tuple[str, bool | None], ...] = ()
    smelters: tuple[Smelter, ...] = ()
    products: tuple[Product, ...] = ()
    saved: str = "excel"
    names: Mapping[str, str] = field(default_factory=dict)
    kept: Sequence[str] = ()


B, A = "B. Product (or List of Products)", "A. Company"
AMRT13 = {"D8": "Magnetwerk Nord GmbH", "D9": B, "D12": "Rare Earth Elements", "E12": "Zinc", "D27": "15-Jan-2026",
          "B31": "Rare Earth Elements(*)", "D31": "Yes", "B32": "Zinc(*)", "D32": "No", "D43": 1}
AMRT12 = {"D8": "宁波磁业有限公司", "D9": B, "D24": "2025-11-30", "B28": "铝(*)", "D28": "Yes", "B29": "铬(*)", "D29": "Unknown"}
CMRT = {"D8": "Tantal & Co", "D9": A, "D22": "30-Jun-2025", "D26": "Yes", "D27": "No", "D28": "Not declaring", "D29": "Yes", "D35": "No"}
CM = (("Tantalum", True), ("Tin", False), ("Gold", None), ("Tungsten", True))
EMRT1 = {"D8": "Kobalt SA", "D9": B, "D22": "01-Mar-2024", "D26": "Yes", "D27": "Unknown"}
EM1 = (("Cobalt", True), ("Mica", None))
EMRT2 = {"D8": "Anode Works Ltd", "D9": B, "D26": "17-Nov-2025", "B30": "Cobalt(*)", "B31": "Copper(*)", "B32": "Graphite(*)",
         "B33": "Lithium(*)", "B34": "Mica(*)", "B35": "Nickel(*)", "D30": "Yes", "D31": "No", "D32": "Yes", "D33": "Unknown",
         "D34": "No", "D35": "Yes"}
EM2 = (("Cobalt", True), ("Copper", False), ("Graphite", True), ("Lithium", None), ("Mica", False), ("Nickel", True))
OLD_LIST = {"B6": "MM-100", "C6": "Ring", "B7": "0047110", "C7": "Bar"}
NEW_LIST = {"B6": "MM-100", "C6": "Ring", "D6": "10004711", "E6": "Ring magnet", "B7": "0047110", "D7": "0010004712"}
OLD = (("MM-100", None), ("0047110", None))  # was the other way round: where a list has one number only, that is it
NEW = (("10004711", "MM-100"), ("0010004712", "0047110"))
GOLDEN = {"A5": "CID004800", "B5": "Rare Earth Elements", "C5": "Fujian Golden Dragon Rare Earth", "D5": "Fujian Golden Dragon Rare Earth", "E5": "CHINA", "F5": "CID004800"}
DRAGON = ("Fujian Golden Dragon Rare Earth", "CN", "CID004800")  # as typed
FOUND = ("Fujian Golden Dragon Rare Earth Co,. Ltd", "CN", "CID004800")  # as the template has it

FORMS = (
    Form("amrt13_excel.xlsx", "AMRT_1.3", {"Declaration": AMRT13, "Smelter List": GOLDEN, "Product List": NEW_LIST},
         ("AMRT", "1.3", "Magnetwerk Nord GmbH", "B", "2026-01-15"), (("Rare Earth Elements", True), ("Zinc", False)), (DRAGON,), NEW),
    Form("amrt13_openpyxl.xlsx", "AMRT_1.3", {"Declaration": AMRT13, "Smelter List": {"A5": "CID004800"}, "Product List": NEW_LIST},
         ("AMRT", "1.3", "Magnetwerk Nord GmbH", "B", "2026-01-15"), (("Rare Earth Elements", True), ("Zinc", False)), (FOUND,), NEW, "openpyxl"),
    Form("amrt13_calc.xlsx", "AMRT_1.3", {"Declaration": {k: v for k, v in AMRT13.items() if k[0] != "B"}, "Smelter List": {"A5": "CID004800"}, "Product List": NEW_LIST},
         ("AMRT", "1.3", "Magnetwerk Nord GmbH", "B", "2026-01-15"), (("Rare Earth Elements", True), ("Zinc", False)), (FOUND,), NEW, "calc"),
    Form("amrt13_ods.ods", "AMRT_1.3", {"Declaration": {k: v for k, v in AMRT13.items() if k[0] != "B"}, "Smelter List": {"A5": "CID004800"}, "Product List": NEW_LIST},
         ("AMRT", "1.3", "Magnetwerk Nord GmbH", "B", "2026-01-15"), (("Rare Earth Elements", True), ("Zinc", False)), (FOUND,), NEW, "ods"),
    Form("amrt13_values_three_sheets.xlsx", "AMRT_1.3", {"Declaration": AMRT13, "Smelter List": GOLDEN, "Product List": NEW_LIST},
         ("AMRT", "1.3", "Magnetwerk Nord GmbH", "B", "2026-01-15"), (("Rare Earth Elements", True), ("Zinc", False)), (DRAGON,), NEW, "values",
         kept=("Declaration", "Minerals Scope", "Smelter List", "Product List")),
    Form("amrt13_declaration_only.xlsx", "AMRT_1.3", {"Declaration": AMRT13}, ("AMRT", "1.3", "Magnetwerk Nord GmbH", "B", "2026-01-15"),
         (("Rare Earth Elements", True), ("Zinc", False)), saved="values", kept=("Declaration",)),
    Form("amrt131_unbranded.xlsx", "AMRT_1.3", {"Declaration": AMRT13 | {"J3": "Revision 1.31.1\nJune 1, 2026", "D27": "2026/6/30"}, "Product List": NEW_LIST},
         ("AMRT", "1.31.1", "Magnetwerk Nord GmbH", "B", "2026-06-30"), (("Rare Earth Elements", True), ("Zinc", False)), (), NEW),
    Form("amrt12_chinese.xlsx", "AMRT_1.2", {"Declaration": AMRT12 | {"D3": "中文"}, "Product List": OLD_LIST},
         ("AMRT", "1.2", "宁波磁业有限公司", "B", "2025-11-30"), (("Aluminium", True), ("Chromium", None)), (), OLD),
    Form("amrt12_sheets_in_chinese.xlsx", "AMRT_1.2", {"Declaration": AMRT12, "Product List": OLD_LIST},
         ("AMRT", "1.2", "宁波磁业有限公司", "B", "2025-11-30"), (("Aluminium", True), ("Chromium", None)), (), OLD,
         names={"Declaration": "声明", "Smelter List": "冶炼厂名单", "Product List": "产品清单"}),
    Form("amrt13_blank_in_calc.xlsx", "AMRT_1.3", {}, ("AMRT", "1.3", None, None, None), saved="calc"),
    Form("cmrt65_excel.xlsx", "CMRT_6.5", {"Declaration": CMRT}, ("CMRT", "6.5", "Tantal & Co", "A", "2025-06-30"), CM),
    Form("cmrt601_openpyxl.xlsx", "CMRT_6.01", {"Declaration": CMRT | {"D9": B}, "Product List": OLD_LIST, "Smelter List": {"A5": "CID000035"}},
         ("CMRT", "6.01", "Tantal & Co", "B", "2025-06-30"), CM, (("Allgemeine Gold-und Silberscheideanstalt A.G.", "DE", "CID000035"),), OLD, "openpyxl"),
    Form("cmrt631_calc.xlsx", "CMRT_6.31", {"Declaration": CMRT | {"D22": "30.06.2025", "D9": B}, "Smelter List": {"A5": "CID000035"}, "Product List": OLD_LIST},
         ("CMRT", "6.31", "Tantal & Co", "B", "2025-06-30"), CM, (("Agosi AG", "DE", "CID000035"),), OLD, "calc"),
    Form("cmrt66_unbranded.xlsx", "CMRT_6.5", {"Declaration": CMRT | {"J3": "Revision 6.6.1\nMay 1, 2026", "D9": B}, "Product List": NEW_LIST},
         ("CMRT", "6.6.1", "Tantal & Co", "B", "2025-06-30"), CM, (), NEW),
    Form("cmrt512_older.xlsx", "CMRT_6.01", {"Declaration": CMRT | {"J3": "Revision 5.12\nApril 26, 2019"}}, ("CMRT", "5.12", "Tantal & Co", "A", "2025-06-30"), CM),
    Form("cmrt65_blank.xlsx", "CMRT_6.5", {}, ("CMRT", "6.5", None, None, None)),
    Form("emrt12_excel.xlsx", "EMRT_1.2", {"Declaration": EMRT1, "Product List": OLD_LIST}, ("EMRT", "1.2", "Kobalt SA", "B", "2024-03-01"), EM1, (), OLD),
    Form("emrt21_excel.xlsx", "EMRT_2.1", {"Declaration": EMRT2, "Product List": NEW_LIST}, ("EMRT", "2.1", "Anode Works Ltd", "B", "2025-11-17"), EM2, (), NEW),
    Form("emrt20_calc.xlsx", "EMRT_2.0", {"Declaration": {k: v for k, v in EMRT2.items() if k[0] != "B"}, "Product List": OLD_LIST},
         ("EMRT", "2.0", "Anode Works Ltd", "B", "2025-11-17"), EM2, (), OLD, "calc"),
    Form("emrt211_renamed_sheets.xlsx", "EMRT_2.1", {"Declaration": EMRT2 | {"J3": "Revision 2.11\nMarch 1, 2026"}, "Product List": NEW_LIST},
         ("EMRT", "2.11", "Anode Works Ltd", "B", "2025-11-17"), EM2, (), NEW, names={"Declaration": "Declaration (2)", "Product List": "Product  List "}),
    Form("crt221_excel.xlsx", "CRT_2.21", {"Declaration": {"D8": "Kobalt SA", "D9": A, "D22": "01-Mar-2024", "D26": "Yes"}},
         ("CRT", "2.2", "Kobalt SA", "A", "2024-03-01"), (("Cobalt", True),)),
)
# fmt: on


def _cell(address: str, style: str, value: Any) -> str:
    if isinstance(value, str):
        return f'<c r="{address}"{style} t="inlineStr"><is><t>{escape(value)}</t></is></c>'
    return f'<c r="{address}"{style}><v>{value}</v></c>'


def _typed(xml: str, cells: Cells) -> str:
    """The sheet with these cells typed over; each of them is there, the templates format them all."""
    for address, value in cells.items():
        found = re.search(rf'<c r="{address}"([^>]*?)(/>|>.*?</c>)', xml, re.S)
        if found is None:
            raise LookupError(address)
        style = re.search(r' s="\d+"', found.group(1))
        new = _cell(address, style.group(0) if style else "", value)
        xml = xml[: found.start()] + new + xml[found.end() :]
    return xml


def _sheets(book: zipfile.ZipFile) -> dict[str, str]:
    """Sheet name to its part."""
    names = re.findall(
        r'<sheet name="([^"]+)"[^>]*r:id="([^"]+)"', book.read("xl/workbook.xml").decode()
    )
    rels = book.read("xl/_rels/workbook.xml.rels").decode()
    relations = [
        dict(re.findall(r'(\w+)="([^"]*)"', one))
        for one in re.findall(r"<Relationship [^>]+>", rels)
    ]
    parts = {one["Id"]: one["Target"] for one in relations}
    return {name: f"xl/{parts[number]}" for name, number in names}


def _write(form: Form, template: Path, target: Path) -> None:
    with (
        zipfile.ZipFile(template) as book,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as out,
    ):
        part_of = _sheets(book)
        typed = {part_of[name]: cells for name, cells in form.cells.items()}
        for part in book.namelist():
            content = book.read(part)
            if part in typed:
                content = _typed(content.decode(), typed[part]).encode()
            if part == "xl/workbook.xml" and form.names:
                text = content.decode()
                for old, new in form.names.items():
                    text = text.replace(f'<sheet name="{old}"', f'<sheet name="{new}"')
                content = text.encode()
            out.writestr(part, content)


def _calc(path: Path, kind: str) -> None:
    """Saves it with LibreOffice, everything calculated anew."""
    folder = path.parent / "calc"
    folder.mkdir(exist_ok=True)
    subprocess.run(
        ["soffice", "--headless", "--convert-to", kind, "--outdir", folder, path],
        check=True, capture_output=True,
    )  # fmt: skip
    path.unlink()
    (folder / f"{path.stem}.{kind}").replace(path.with_suffix(f".{kind}"))


def _openpyxl(path: Path, only_values: bool, kept: Sequence[str]) -> None:
    from openpyxl import load_workbook

    book = load_workbook(path, data_only=only_values)
    for name in [n for n in book.sheetnames if kept and n not in kept]:
        del book[name]
    book.save(path)


def make(form: Form, templates: Path, folder: Path) -> Path:
    """The filled-in file."""
    path = (folder / form.name).with_suffix(".xlsx")
    _write(form, templates / f"RMI_{form.base}.xlsx", path)
    if form.saved in ("calc", "ods"):
        _calc(path, "xlsx" if form.saved == "calc" else "ods")
    elif form.saved in ("openpyxl", "values"):
        _openpyxl(path, form.saved == "values", form.kept)
    return folder / form.name


def differences(form: Form, path: Path) -> list[str]:
    """What is read otherwise than it was filled in."""
    from desktop_app.intake.reading import read_files
    from desktop_app.model.progress import silent

    reading = read_files([path], silent)
    found = reading.files[0].questionnaire
    if found is None:
        return [f"no questionnaire: {reading.files[0].outcome}, {len(reading.parts)} parts"]
    head = (
        found.kind,
        found.version,
        found.company,
        found.scope,
        found.effective and found.effective.isoformat(),
    )
    pairs: list[tuple[str, Any, Any]] = [
        ("head", head, form.expected),
        ("answers", tuple((a.mineral, a.is_used) for a in found.answers if a.answer), form.answers),
        ("smelters", tuple((s.name, s.country, s.number) for s in found.smelters), form.smelters),
    ]
    frame = reading.parts.frame
    told = (
        frame[["part_number", "mpn"]]
        .astype(object)
        .where(frame[["part_number", "mpn"]].notna(), None)
    )
    pairs.append(("products", tuple(told.itertuples(index=False, name=None)), form.products))
    return [f"{name}: {read} instead of {meant}" for name, read, meant in pairs if read != meant]


def check(forms: Sequence[Form], templates: Path, folder: Path) -> int:
    """Says of each form what is read otherwise; 1 where any is."""
    folder.mkdir(parents=True, exist_ok=True)
    wrong = 0
    for form in forms:
        path = folder / form.name
        if not path.exists():
            make(form, templates, folder)
        found = differences(form, path)
        wrong += bool(found)
        sys.stdout.write(f"{form.name}: {'; '.join(found) or 'as filled in'}\n")
    sys.stdout.write(f"{len(forms) - wrong} of {len(forms)} as filled in\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    raise SystemExit(check(FORMS, Path(sys.argv[1]), Path(sys.argv[2])))
