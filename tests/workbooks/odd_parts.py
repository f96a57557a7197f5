"""What the odd files are made of: their register, the list that all of them hold, and small builders.

Written before it was looked at how any of them is read. ``expected`` is written as in the manifests of other
collections: ``OPEN``, ``OPEN_WITH_WARNING``, ``OPEN_OR_ERROR`` or codes of problems, joined by ``_OR_``.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tests.workbooks.hostile_parts import HEAD, MAIN, package, parts

Part = tuple[str, str | None, float | None, float | None]
Row = tuple[str, str, str, float | str, float | str]

HEADS = ("Part Number", "Description", "Country of Origin", "Quantity", "Unit Price")
LIST: tuple[Row, ...] = (
    ("00471-B", "Ring magnet N42SH", "China", 1200, 0.35),
    ("K-22", "Hex screw M6", "Germany", 50, 0.02),
    ("K-23", "Servo motor 400 W", "Japan", 3, 129.5),
    ("K-24", "Mounting plate", "Italy", 17, 4.25),
)
COUNTRIES = {"China": "CN", "Germany": "DE", "Japan": "JP", "Italy": "IT"}


def truth(rows: Sequence[Row] = LIST) -> tuple[Part, ...]:
    """What must be read of these rows: number, country, pieces, price."""
    return tuple(
        (number, COUNTRIES.get(land, land) or None, float(pieces), float(price))
        for number, _, land, pieces, price in rows
    )


WHOLE = truth()


@dataclass(frozen=True)
class Odd:
    """``kind`` of oddity, ``expected`` end, ``make`` for its bytes. Where it opens: the number of
    ``sheets``, the ``parts``, the ``warnings`` that must be said and the ``texts`` of descriptions."""

    name: str
    kind: str
    expected: str
    make: Callable[[], bytes]
    parts: tuple[Part, ...] | None = WHOLE
    sheets: int | None = None
    warnings: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()
    passwords: tuple[str, ...] = ()


ODD: list[Odd] = []


def odd(
    name: str,
    kind: str,
    expected: str,
    make: Callable[[], bytes],
    parts: tuple[Part, ...] | None = WHOLE,
    *,
    sheets: int | None = None,
    warnings: tuple[str, ...] = (),
    texts: tuple[str, ...] = (),
    passwords: tuple[str, ...] = (),
) -> None:
    """Takes a file into the collection."""
    ODD.append(Odd(name, kind, expected, make, parts, sheets, warnings, texts, passwords))


def xml_cell(address: str, value: float | str | None, more: str = "") -> str:
    at = f' r="{address}"' if address else ""
    if isinstance(value, str):
        return f'<c{at}{more} t="inlineStr"><is><t>{value}</t></is></c>'
    return f"<c{at}{more}/>" if value is None else f"<c{at}{more}><v>{value}</v></c>"


def xml_rows(rows: Sequence[Sequence[float | str | None]], first: int = 1) -> str:
    """The rows of a sheet, with addresses."""
    return "".join(
        f'<row r="{number}">'
        + "".join(xml_cell(f"{chr(65 + at)}{number}", value) for at, value in enumerate(row))
        + "</row>"
        for number, row in enumerate(rows, start=first)
    )


TABLE: tuple[tuple[float | str, ...], ...] = (HEADS, *LIST)


def sheet_xml(rows: str | None = None, before: str = "", behind: str = "", head: str = HEAD) -> str:
    body = xml_rows(TABLE) if rows is None else rows
    return (
        f'{head}<worksheet xmlns="{MAIN}">{before}<sheetData>{body}</sheetData>{behind}</worksheet>'
    )


def content(rows: str | None = None, before: str = "", behind: str = "") -> dict[str, str | bytes]:
    """The parts of a workbook that holds the list."""
    return parts(sheet_xml(rows, before, behind))


def book(rows: str | None = None, before: str = "", behind: str = "", **more: str | bytes) -> bytes:
    made = content(rows, before, behind)
    for name, part in more.items():
        made[name.replace("__", "/").replace("_xml", ".xml")] = part
    return package(made)


def changed(edit: Callable[[dict[str, str | bytes]], object]) -> Callable[[], bytes]:
    """The workbook after ``edit`` of its parts."""

    def make() -> bytes:
        made = content()
        edit(made)
        return package(made)

    return make


def replaced(old: str, new: str, name: str = "xl/worksheets/sheet1.xml") -> Callable[[], bytes]:
    """The workbook with other words in one part; the old ones must be there."""

    def edit(made: dict[str, str | bytes]) -> None:
        text = made[name]
        assert isinstance(text, str)
        assert old in text, old
        made[name] = text.replace(old, new)

    return changed(edit)


def lines(
    separator: str = ";",
    end: str = "\n",
    decimal: str = ",",
    rows: Sequence[Sequence[object]] = TABLE,
) -> str:
    """The list as text."""

    def write(value: object) -> str:
        return str(value).replace(".", decimal) if isinstance(value, float) else str(value)

    return "".join(separator.join(map(write, row)) + end for row in rows)


def html_rows(rows: Sequence[Sequence[object]] = TABLE, tag: str = "td") -> str:
    return "".join(
        "<tr>" + "".join(f"<{tag}>{value}</{tag}>" for value in row) + "</tr>" for row in rows
    )
