"""What Excel repairs, or refuses, in a workbook: read from the bytes of the package, by no spreadsheet
library.

A program that reads a workbook leniently says nothing of this. The rules are those of ECMA-376 (the order
of the elements of a sheet, the characters of names) and of Microsoft's "Excel specifications and limits"
(1,048,576 rows, 16,384 columns, 32,767 characters a cell, 31 a name of a sheet, 255 a list of choices, 65,530
links a sheet); that two columns of a table must differ, whatever their case, and that each is called what
its cell of the heading says, is how Excel reads CT_TableColumn.
"""

import posixpath
import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from math import isfinite
from pathlib import Path
from xml.etree import ElementTree

from tests.report import excel_views

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
PACKAGE = "{http://schemas.openxmlformats.org/package/2006/relationships}"
OFFICE = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
ROWS, COLUMNS, TEXT, NAME, CHOICES, LINKS, LAST_DAY = (
    1_048_576,
    16_384,
    32_767,
    31,
    255,
    65_530,
    2_958_466,
)
ORDER = (
    "sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "sheetCalcPr",
    "sheetProtection", "protectedRanges", "scenarios", "autoFilter", "sortState", "dataConsolidate",
    "customSheetViews", "mergeCells", "phoneticPr", "conditionalFormatting", "dataValidations", "hyperlinks",
    "printOptions", "pageMargins", "pageSetup", "headerFooter", "rowBreaks", "colBreaks",
    "customProperties", "cellWatches", "ignoredErrors", "smartTags", "drawing", "legacyDrawing",
    "legacyDrawingHF", "picture", "oleObjects", "controls", "webPublishItems", "tableParts", "extLst",
)  # fmt: skip
"""Elements of a worksheet in the order of ECMA-376, CT_Worksheet."""
LONGEST = {"promptTitle": 32, "errorTitle": 32, "prompt": 255, "error": 255}
_CELL = re.compile(r"([A-Z]{1,3})([1-9]\d*)")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_NAMED = re.compile(r"[A-Za-z_\\][\w.\\]{0,254}")


@dataclass
class _Sheet:
    """What the rules ask of one sheet once its cells are read."""

    name: str
    root: ElementTree.Element
    texts: dict[tuple[int, int], str | None] = field(default_factory=dict)
    areas: list[tuple[str, tuple[int, int, int, int]]] = field(default_factory=list)


def repairs(path: Path) -> list[str]:
    """Everything about a workbook that Excel would mend or refuse; nothing where it opens as it is."""
    with zipfile.ZipFile(path) as package:
        return [*_Package(package).faults()]


class _Package:
    def __init__(self, package: zipfile.ZipFile) -> None:
        self.package = package
        self.names = package.namelist()
        self.strings = self._strings()
        self.styles, self.differing = self._styles()
        self.tables: list[str] = []

    def faults(self) -> Iterator[str]:
        """All of them, in the order in which a reader meets them."""
        for name, count in Counter(self.names).items():
            if count > 1:
                yield f"{name} is in the package {count} times"
        for name in self.names:
            if re.search(r"vba|external|embed|activeX|\.bin$", name, re.IGNORECASE):
                yield f"{name} is no part of a plain workbook"
        yield from self._typed()
        yield from self._workbook()

    def _read(self, name: str) -> ElementTree.Element:
        return ElementTree.fromstring(self.package.read(name))  # noqa: S314 - written by the test

    def _typed(self) -> Iterator[str]:
        """Every part has a type, and no type is without its part."""
        types = self._read("[Content_Types].xml")
        kinds = {node.get("Extension") for node in types if node.tag.endswith("Default")}
        named = [node.get("PartName", "")[1:] for node in types if node.tag.endswith("Override")]
        for name in named:
            if name not in self.names:
                yield f"a type is stated for {name}, which is not there"
        for name in self.names:
            is_typed = name in named or name.rpartition(".")[2] in kinds
            if not is_typed and name != "[Content_Types].xml":
                yield f"{name} has no type"

    def _related(self, name: str) -> dict[str, str]:
        """Ids of relationships and the parts that they lead to."""
        folder, file = posixpath.split(name)
        rels = f"{folder}/_rels/{file}.rels"
        if rels not in self.names:
            return {}
        return {
            node.get("Id", ""): node.get("TargetMode", "")
            or posixpath.normpath(posixpath.join("/", folder, node.get("Target", "")))[1:]
            for node in self._read(rels)
        }

    def _strings(self) -> list[str]:
        if "xl/sharedStrings.xml" not in self.names:
            return []
        return [_text(node) for node in self._read("xl/sharedStrings.xml")]

    def _styles(self) -> tuple[list[bool], int]:
        """By style whether it shows a number as a day; how many differing formats there are."""
        root = self._read("xl/styles.xml")
        formats = {n.get("numFmtId"): n.get("formatCode", "") for n in root.iter(f"{MAIN}numFmt")}
        cells = root.find(f"{MAIN}cellXfs")
        assert cells is not None
        dxfs = root.find(f"{MAIN}dxfs")
        days = [
            xf.get("numFmtId") in ("14", "15", "16", "17", "22")
            or "yy" in formats.get(xf.get("numFmtId"), "")
            for xf in cells
        ]
        return days, 0 if dxfs is None else len(dxfs)

    def _workbook(self) -> Iterator[str]:
        root, parts = self._read("xl/workbook.xml"), self._related("xl/workbook.xml")
        nodes = list(root.iter(f"{MAIN}sheet"))
        yield from _sheet_names([node.get("name", "") for node in nodes])
        seen = [node.get("state", "visible") == "visible" for node in nodes]
        if not any(seen):
            yield "no sheet can be seen"
        named = [node.get("name", "") for node in nodes]
        yield from excel_views.of_the_book(root, list(zip(named, seen, strict=True)))
        scopes = Counter(
            (node.get("name", "").casefold(), node.get("localSheetId"))
            for node in root.iter(f"{MAIN}definedName")
        )
        for (name, scope), count in scopes.items():
            if count > 1:
                yield f"the name {name} is defined {count} times"
            if not name.startswith("_xlnm.") and not _NAMED.fullmatch(name):
                yield f"{name} is no name"
            if scope is not None and not 0 <= int(scope) < len(nodes):
                yield f"{name} belongs to no sheet"
        self.tables = [name for name, scope in scopes if scope is None]
        ids: list[str] = []
        for node in nodes:
            part = parts.get(node.get(f"{OFFICE}id", ""), "")
            if part not in self.names:
                yield f"the sheet {node.get('name')} is not there"
                continue
            yield from self._sheet(node.get("name", ""), part, ids)
        for name, count in Counter([*self.tables, *ids]).items():
            if count > 1:
                yield f"{count} tables or names are {name}"

    def _sheet(self, name: str, part: str, ids: list[str]) -> Iterator[str]:
        sheet = _Sheet(name, self._read(part))
        said = [
            *_in_order(sheet.root),
            *self._cells(sheet),
            *_areas(sheet),
            *_columns_of(sheet.root),
            *_choices(sheet.root),
            *self._formats(sheet.root),
            *excel_views.of_a_sheet(sheet.root),
        ]
        related = self._related(part)
        for node in sheet.root.iter(f"{MAIN}tablePart"):
            target = related.get(node.get(f"{OFFICE}id", ""), "")
            if target not in self.names:
                said.append(f"a table is said to be in {target}, which is not there")
                continue
            table = self._read(target)
            self.tables.append(table.get("displayName", "").casefold())
            ids.append(f"number {table.get('id')}")
            said += _table(sheet, table)
        said += _overlapping(sheet.areas)
        if "External" in related.values():
            said.append("it leads out of the workbook")
        for fault in said:
            yield f"{name}: {fault}"

    def _cells(self, sheet: _Sheet) -> Iterator[str]:
        above = 0
        for row in sheet.root.iter(f"{MAIN}row"):
            number = int(row.get("r", above + 1))
            if not above < number <= ROWS:
                yield f"row {number} behind row {above}"
            if float(row.get("ht", 0)) > 409.5:
                yield f"row {number} is higher than 409.5 points"
            above, left = number, 0
            for cell in row:
                at = _place(cell.get("r", ""))
                if at is None or at[0] != number or not left < at[1] <= COLUMNS:
                    yield f"the cell {cell.get('r')} in row {number} behind column {left}"
                    continue
                left = at[1]
                yield from self._cell(sheet, cell, at)

    def _cell(self, sheet: _Sheet, cell: ElementTree.Element, at: tuple[int, int]) -> Iterator[str]:
        place, kind, style = cell.get("r"), cell.get("t", "n"), int(cell.get("s", 0))
        if not 0 <= style < len(self.styles):
            yield f"{place} has style {style} of {len(self.styles)}"
            return
        if cell.find(f"{MAIN}f") is not None:
            yield f"{place} holds a formula"
        value = cell.findtext(f"{MAIN}v")
        if kind == "inlineStr":
            said = _text(cell)
        elif (
            kind == "s"
            and value is not None
            and value.isdecimal()
            and int(value) < len(self.strings)
        ):
            said = self.strings[int(value)]
        elif kind == "n":
            sheet.texts[at] = None
            yield from _number(place, value, self.styles[style])
            return
        else:
            if kind not in ("b", "str", "d") or (kind == "b" and value not in ("0", "1")):
                yield f"{place} is of kind {kind} with {value!r}"
            return
        sheet.texts[at] = said
        if _long(said) > TEXT:
            yield f"{place} holds {_long(said)} characters"

    def _formats(self, root: ElementTree.Element) -> Iterator[str]:
        for rule in root.iter(f"{MAIN}cfRule"):
            if int(rule.get("dxfId", 0)) >= max(1, self.differing):
                yield f"a conditional format asks for style {rule.get('dxfId')}"


def _number(place: str | None, value: str | None, is_day: bool) -> Iterator[str]:
    if value is None:
        return
    try:
        number = float(value)
    except ValueError:
        yield f"{place} holds {value!r} as a number"
        return
    if not isfinite(number) or "_" in value or value.strip().lower() in ("nan", "inf", "-inf"):
        yield f"{place} holds {value!r} as a number"
    elif is_day and not 0 <= number < LAST_DAY:
        yield f"{place} is day {value}, which no calendar of Excel has"


def _sheet_names(names: list[str]) -> Iterator[str]:
    for name in names:
        if not 0 < _long(name) <= NAME:
            yield f"the sheet {name!r} has a name of {_long(name)} characters"
        if re.search(r"[\[\]:*?/\\\x00-\x1f]", name) or name.startswith("'") or name.endswith("'"):
            yield f"no sheet may be called {name!r}"
        if name.casefold() == "history":
            yield "Excel keeps the name History for itself"
    for name, count in Counter(name.casefold() for name in names).items():
        if count > 1:
            yield f"{count} sheets are called {name}"


def _in_order(root: ElementTree.Element) -> Iterator[str]:
    """Elements of a sheet stand in one order, and but for one kind only once."""
    tags = [node.tag.removeprefix(MAIN) for node in root]
    if unknown := [tag for tag in tags if tag not in ORDER]:
        yield f"no sheet holds {unknown[0]}"
        return
    if tags != sorted(tags, key=ORDER.index):
        yield f"its elements stand in the order {', '.join(tags)}"
    for tag, count in Counter(tags).items():
        if count > 1 and tag != "conditionalFormatting":
            yield f"{tag} stands {count} times"
    if (count := len(list(root.iter(f"{MAIN}hyperlink")))) > LINKS:
        yield f"it holds {count} links"


def _areas(sheet: _Sheet) -> Iterator[str]:
    """Merged cells and the filter, which may not overlap one another nor a table."""
    nodes = [*sheet.root.iter(f"{MAIN}mergeCell")]
    own = sheet.root.find(f"{MAIN}autoFilter")
    for node in [*nodes, *([own] if own is not None else [])]:
        area = _area(node.get("ref", ""))
        if area is None:
            yield f"{node.get('ref')!r} is no area"
        else:
            sheet.areas.append((node.get("ref", ""), area))


def _overlapping(areas: list[tuple[str, tuple[int, int, int, int]]]) -> Iterator[str]:
    for at, (name, (top, left, bottom, right)) in enumerate(areas):
        for other, (first, start, last, end) in areas[:at]:
            if top <= last and first <= bottom and left <= end and start <= right:
                yield f"{name} overlaps {other}"


def _columns_of(root: ElementTree.Element) -> Iterator[str]:
    before = 0
    for node in root.iter(f"{MAIN}col"):
        low, high, width = (
            int(node.get("min", 0)),
            int(node.get("max", 0)),
            float(node.get("width", 8)),
        )
        if not before < low <= high <= COLUMNS:
            yield f"columns {low} to {high} behind {before}"
        if not 0 <= width <= 255:
            yield f"column {low} is {width} wide"
        before = high


def _choices(root: ElementTree.Element) -> Iterator[str]:
    nodes = list(root.iter(f"{MAIN}dataValidation"))
    holder = root.find(f"{MAIN}dataValidations")
    if holder is not None and holder.get("count") not in (None, str(len(nodes))):
        yield f"{holder.get('count')} rules of entry are said to be {len(nodes)}"
    for node in nodes:
        formula = node.findtext(f"{MAIN}formula1") or ""
        if formula.startswith('"') and _long(formula) - 2 > CHOICES:
            yield f"the choices of {node.get('sqref')} have {_long(formula) - 2} characters"
        for name, longest in LONGEST.items():
            if _long(node.get(name, "")) > longest:
                yield f"{name} of {node.get('sqref')} has {_long(node.get(name, ''))} characters"
        if any(_area(area) is None for area in node.get("sqref", "").split()):
            yield f"{node.get('sqref')!r} is no area"


def _table(sheet: _Sheet, table: ElementTree.Element) -> Iterator[str]:
    name = table.get("displayName", "")
    if not _NAMED.fullmatch(name) or _place(name.upper()) is not None or name.upper() in ("R", "C"):
        yield f"no table may be called {name!r}"
    area = _area(table.get("ref", ""))
    if area is None:
        yield f"the table {name} is in {table.get('ref')!r}"
        return
    top, left, bottom, right = area
    sheet.areas.append((name, area))
    if bottom == top:
        yield f"the table {name} has no row"
    own = table.find(f"{MAIN}autoFilter")
    if own is not None and own.get("ref") != table.get("ref"):
        yield f"the table {name} filters {own.get('ref')}"
    titles = [_unescaped(node.get("name", "")) for node in table.iter(f"{MAIN}tableColumn")]
    if len(titles) != right - left + 1:
        yield f"the table {name} has {len(titles)} names for {right - left + 1} columns"
    for title, count in Counter(title.casefold() for title in titles).items():
        if count > 1:
            yield f"{count} columns of the table {name} are called {title!r}"
    for at, title in enumerate(titles):
        said = sheet.texts.get((top, left + at))
        if said != title:
            yield f"a column of the table {name} is called {title!r}, its heading {said!r}"
        if not 0 < _long(title) <= CHOICES:
            yield f"a column of the table {name} has a name of {_long(title)} characters"


def _text(node: ElementTree.Element) -> str:
    """The text of a cell or of a shared string, without what says how Japanese is spoken."""
    spoken = {id(t) for ph in node.iter(f"{MAIN}rPh") for t in ph.iter(f"{MAIN}t")}
    return _unescaped("".join(t.text or "" for t in node.iter(f"{MAIN}t") if id(t) not in spoken))


def _unescaped(text: str) -> str:
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)


def _long(text: str) -> int:
    """Excel counts what UTF-16 holds: an emoji is two."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _place(name: str) -> tuple[int, int] | None:
    """(row, column) from 1; None where it is no place on a sheet."""
    found = _CELL.fullmatch(name)
    if found is None:
        return None
    column = 0
    for letter in found[1]:
        column = 26 * column + ord(letter) - 64
    row = int(found[2])
    return (row, column) if row <= ROWS and column <= COLUMNS else None


def _area(ref: str) -> tuple[int, int, int, int] | None:
    """(top, left, bottom, right); None where it is none."""
    first, _, last = ref.replace("$", "").partition(":")
    start, end = _place(first), _place(last or first)
    if start is None or end is None or start[0] > end[0] or start[1] > end[1]:
        return None
    return (*start, *end)
