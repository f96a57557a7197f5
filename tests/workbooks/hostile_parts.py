"""What hostile files are made of: their register, and packages, sheets and pages to put together."""

import io
import zipfile
from collections.abc import Callable
from dataclasses import dataclass

ROWS = (("Part Number", "Description", "Qty"), ("A-1", "Magnet", "4"), ("A-2", "Motor", "2"))
ANY = "ANY"
OPEN = "OPEN"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
HEAD = '<?xml version="1.0" encoding="UTF-8"?>'
MEGABYTE = 1 << 20


@dataclass(frozen=True)
class Hostile:
    """``name`` of the file with its ending, how it ``may`` end, and what makes its bytes."""

    name: str
    may: tuple[str, ...]
    make: Callable[[], bytes]


FILES: list[Hostile] = []


def hostile(name: str, *may: str) -> Callable[[Callable[[], bytes]], Callable[[], bytes]]:
    """Registers what makes a file under its name."""

    def keep(make: Callable[[], bytes]) -> Callable[[], bytes]:
        FILES.append(Hostile(name, may, make))
        return make

    return keep


def cell(address: str, text: str) -> str:
    """A cell with its text inside."""
    return f'<c r="{address}" t="inlineStr"><is><t>{text}</t></is></c>'


def row(number: int, cells: str) -> str:
    return f'<row r="{number}">{cells}</row>'


def list_rows() -> str:
    """The rows of the honest list."""
    return "".join(
        row(n, "".join(cell(f"{'ABC'[at]}{n}", text) for at, text in enumerate(texts)))
        for n, texts in enumerate(ROWS, start=1)
    )


def sheet(rows: str | None = None, before: str = "", behind: str = "") -> str:
    body = list_rows() if rows is None else rows
    return (
        f'{HEAD}<worksheet xmlns="{MAIN}">{before}<sheetData>{body}</sheetData>{behind}</worksheet>'
    )


def parts(sheet_xml: str | bytes, sheets: int = 1) -> dict[str, str | bytes]:
    """The parts of a workbook; ``sheets`` of them all show the same part."""
    names = "".join(f'<sheet name="S{n}" sheetId="{n}" r:id="rId1"/>' for n in range(1, sheets + 1))
    return {
        "[Content_Types].xml": f'{HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/'
        'content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
        "_rels/.rels": f'{HEAD}<Relationships xmlns="{RELATIONS}"><Relationship Id="r" '
        f'Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'{HEAD}<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>{names}'
        "</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": relations("worksheets/sheet1.xml"),
        "xl/worksheets/sheet1.xml": sheet_xml,
    }


def relations(target: str, more: str = "") -> str:
    return (
        f'{HEAD}<Relationships xmlns="{RELATIONS}"><Relationship Id="rId1" '
        f'Type="{OFFICE}/worksheet" Target="{target}"{more}/></Relationships>'
    )


def package(content: dict[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w", method) as out:
        for name, part in content.items():
            out.writestr(name, part)
    return raw.getvalue()


def book(rows: str | None = None, before: str = "", behind: str = "", **more: str | bytes) -> bytes:
    """A workbook with this sheet; ``more``: further parts, ``__`` for a slash and ``_xml`` for .xml."""
    content = parts(sheet(rows, before, behind))
    for name, part in more.items():
        content[name.replace("__", "/").replace("_xml", ".xml")] = part
    return package(content)


def with_flood(name: str, head: bytes, block: bytes, times: int, tail: bytes) -> bytes:
    """A workbook in which one part is ``block`` again and again; it is compressed only once."""
    content = parts(sheet())
    content.pop(name, None)
    raw = io.BytesIO(package(content))
    with zipfile.ZipFile(raw, "a", zipfile.ZIP_DEFLATED) as out, out.open(name, "w") as part:
        part.write(head)
        for _ in range(times):
            part.write(block)
        part.write(tail)
    return raw.getvalue()


def ods(body: str, **more: str | bytes) -> bytes:
    from tests.workbooks.build import ODS_HEAD, ODS_TAIL

    table = f'<table:table table:name="Parts">{body}</table:table>'
    content: dict[str, str | bytes] = {
        "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
        "content.xml": ODS_HEAD + table + ODS_TAIL,
        "META-INF/manifest.xml": "<manifest/>",
    }
    return package(content | {name.replace("__", "/"): part for name, part in more.items()})


def ods_row(texts: tuple[str, ...], more: str = "") -> str:
    cells = "".join(
        f'<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>'
        for text in texts
    )
    return f"<table:table-row{more}>{cells}</table:table-row>"


ODS_LIST = "".join(map(ods_row, ROWS))
CSV = "\n".join(";".join(texts) for texts in ROWS) + "\n"
HTML_LIST = "".join(
    "<tr>" + "".join(f"<td>{text}</td>" for text in texts) + "</tr>" for texts in ROWS
)


def html(inside: str) -> bytes:
    return f"<html><body><table>{inside}</table></body></html>".encode()


def laughs(root: str) -> str:
    entities = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    return f'<!DOCTYPE {root} [<!ENTITY l0 "ha">{entities}]>'
