"""What calamine does not tell of a xlsx package: error cells, open formulas, what is hidden.

A streaming look at the bytes of each sheet part. A part that holds none of these costs one inflate
and a few searches.
"""

import posixpath
import re
import zipfile
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree import ElementTree

CELL = re.compile(
    rb"<(?:\w+:)?c\b([^>]*?)(?:/>|>(.*?)</(?:\w+:)?c>)", re.DOTALL
)  # fmt: skip
ROW_HIDDEN = re.compile(rb"<(?:\w+:)?row\b[^>]*?\bhidden=[\"'](?:1|true)[\"'][^>]*>")
COLUMN_HIDDEN = re.compile(rb"<(?:\w+:)?col\b[^>]*?\bhidden=[\"'](?:1|true)[\"'][^>]*?>")
ATTRIBUTE = re.compile(rb"(\w+)=[\"']([^\"']*)[\"']")
VALUE = re.compile(rb"<(?:\w+:)?v\b[^>]*>([^<]*)<")
FILLED = re.compile(rb"</(?:\w+:)?v>|</(?:\w+:)?is>")


@dataclass
class SheetNotes:
    """Of one sheet: errors as (row, column, text), 1-based; counts; hidden rows and columns."""

    hidden: bool = False
    errors: list[tuple[int, int, str]] = field(default_factory=list)
    uncalculated: list[tuple[int, int]] = field(default_factory=list)
    hidden_rows: list[int] = field(default_factory=list)
    hidden_columns: list[int] = field(default_factory=list)
    filled: int | None = None


def look_into(path: Path) -> dict[str, SheetNotes]:
    """Notes per sheet name. A package that cannot be followed yields no notes, never an error."""
    try:
        with zipfile.ZipFile(path) as package:
            return {
                name: _notes(package.read(part), hidden) if part else SheetNotes(hidden)
                for name, hidden, part in sheet_parts(package)
            }
    except (KeyError, ElementTree.ParseError, zipfile.BadZipFile, OSError, ValueError):
        return {}


def sheet_parts(package: zipfile.ZipFile) -> list[tuple[str, bool, str | None]]:
    """(sheet name, hidden, part name or None) in the order of the workbook."""
    names = {name.lstrip("/").casefold(): name for name in package.namelist()}
    workbook = next(n for n in names if re.search(r"(^|/)workbook\d*\.xml$", n))
    folder, base = posixpath.split(workbook)
    relations = names.get(posixpath.join(folder, "_rels", f"{base}.rels"))
    targets: dict[str, str] = {}
    if relations is not None:
        for relation in ElementTree.fromstring(package.read(relations)):  # noqa: S314 - no DTD: preflight
            targets[relation.get("Id", "")] = relation.get("Target", "")
    found: list[tuple[str, bool, str | None]] = []
    for element in ElementTree.fromstring(package.read(names[workbook])).iter():  # noqa: S314
        if element.tag.rpartition("}")[2] != "sheet":
            continue
        reference = next((v for k, v in element.attrib.items() if k.endswith("}id")), "")
        target = targets.get(reference, "").replace("\\", "/")
        path = target.lstrip("/") if target.startswith("/") else posixpath.join(folder, target)
        part = names.get(posixpath.normpath(path).casefold())
        is_hidden = element.get("state", "visible") != "visible"
        found.append((element.get("name", ""), is_hidden, part))
    return found


def _notes(part: bytes, hidden: bool) -> SheetNotes:
    notes = SheetNotes(hidden)
    notes.filled = part.count(b"</v>") + part.count(b"</is>")
    if notes.filled == 0:
        notes.filled = len(FILLED.findall(part))
    has_errors = b't="e"' in part or b"t='e'" in part
    has_formulas = b"<f" in part or b":f" in part
    if has_errors or (has_formulas and part.count(b"<f") > 0):
        _look_at_cells(part, notes, has_errors)
    if b"hidden=" in part:
        notes.hidden_rows = [
            int(number)
            for match in ROW_HIDDEN.finditer(part)
            if (number := dict(ATTRIBUTE.findall(match[0])).get(b"r", b"")).isdigit()
        ]
        for match in COLUMN_HIDDEN.finditer(part):
            bounds = dict(ATTRIBUTE.findall(match[0]))
            low, high = bounds.get(b"min", b""), bounds.get(b"max", b"")
            if low.isdigit() and high.isdigit():
                notes.hidden_columns += range(int(low), min(int(high), int(low) + 200) + 1)
    return notes


def _look_at_cells(part: bytes, notes: SheetNotes, has_errors: bool) -> None:
    """Error cells always; formulas without a stored value too."""
    for match in CELL.finditer(part):
        attributes, content = match[1], match[2] or b""
        is_error = has_errors and (b't="e"' in attributes or b"t='e'" in attributes)
        is_open = b"<f" in content and b"<v" not in content
        if not (is_error or is_open):
            continue
        place = address(dict(ATTRIBUTE.findall(attributes)).get(b"r", b""))
        if place is None:
            continue
        if is_error:
            value = VALUE.search(content)
            notes.errors.append((*place, value[1].decode("ascii", "replace") if value else "#?"))
        else:
            notes.uncalculated.append(place)


def address(text: bytes) -> tuple[int, int] | None:
    """``D17`` as (17, 4); None where it is no address."""
    match = re.fullmatch(rb"([A-Za-z]{1,3})(\d{1,7})", text)
    if match is None:
        return None
    column = 0
    for letter in match[1].upper():
        column = column * 26 + letter - 64
    return int(match[2]), column
