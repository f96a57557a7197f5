"""Lists of kinds that nobody had read before: each set was written down, frozen in a commit and run once.

``fresh_lists.txt`` (three sets of 40, 30 and 25), ``last_lists.txt`` (20, 20 and 12), ``long_lists.txt`` (45
of 12 to 23 columns), ``long_lists_2.txt``, ``long_lists_3.txt`` (20 each of these), ``long_lists_4.txt`` (60
of 15 to 40 columns, as 45 systems export them) and ``long_lists_5.txt``, ``long_lists_6.txt`` and
``long_lists_7.txt`` (30, 20 and 15 of other systems), ``long_lists_8.txt`` (20 in the shape of real exports,
20 hard ones), ``long_lists_9.txt`` (20 in the shape of real exports), ``long_lists_10.txt`` (20 hard ones),
``long_lists_11.txt`` and ``long_lists_12.txt`` (40 and 20 in the shape of public exports and import templates)
``long_lists_13.txt`` (12 short ones and such without headings), ``long_lists_14.txt`` (15 with two columns
for one fact), ``long_lists_15.txt`` to ``long_lists_18.txt`` (40, 20, 20 and 15 in the shape of exports of
further systems, offers and stores) and ``real_shapes.txt`` (shapes that real public lists have) hold them,
with what must be read from them.
``export_lists.txt`` to ``export_lists_3.txt`` hold 64, 26 and 56 exports of ERP, PLM and purchasing systems
under the headings that these document, the last of them with many that are cut and shortened.
A list begins with ``# NUMBER NAME, container`` as in ``desk_lists``; ``% SHEET`` begins a sheet and
``%! SHEET`` the one with the parts. Then ``> heading ROW``, ``> fields A B ...`` with the field of
every column (``-`` not used, ``.`` not judged, ``A?`` may be unused, ``A/B`` either), ``> parts ROWS`` and
``> row N FACT = VALUE``. In text containers every cell is the text it says.
"""

from dataclasses import dataclass, field
from pathlib import Path

from tests.workbooks.build import make_xlsx
from tests.workbooks.desk_lists import Cell, DeskList

FOLDER = Path(__file__).parent
SETS = (
    "fresh_lists.txt", "last_lists.txt", "long_lists.txt", "long_lists_2.txt", "long_lists_3.txt",
    "long_lists_4.txt", "long_lists_5.txt", "long_lists_6.txt", "long_lists_7.txt",
    "long_lists_8.txt", "long_lists_9.txt", "long_lists_10.txt", "long_lists_11.txt",
    "long_lists_12.txt", "long_lists_13.txt", "long_lists_14.txt", "long_lists_15.txt",
    "long_lists_16.txt", "long_lists_17.txt", "long_lists_18.txt", "export_lists.txt", "export_lists_2.txt",
    "export_lists_3.txt", "real_shapes.txt",
)  # fmt: skip


@dataclass
class FreshList:
    """``sheets``: name to rows; ``judged``: the sheet with the parts; ``fields``: as written, by column."""

    name: str
    container: str
    sheets: dict[str, list[list[Cell]]] = field(default_factory=lambda: {"Parts": []})
    judged: str = "Parts"
    heading: int = 0
    fields: list[str] = field(default_factory=list)
    parts: list[int] | None = None
    facts: dict[tuple[int, str], Cell] = field(default_factory=dict)

    def write(self, folder: Path) -> Path:
        """The list as a file of its container."""
        if len(self.sheets) > 1:
            return make_xlsx(folder / "list.xlsx", self.sheets)
        return DeskList(self.name, self.container, next(iter(self.sheets.values()))).write(folder)


def fresh_lists() -> list[FreshList]:
    """All lists of the sets, in their order."""
    found: list[FreshList] = []
    for line in "\n".join((FOLDER / name).read_text("utf-8") for name in SETS).split("\n"):
        if line.startswith("# "):
            name, _, container = line[2:].rpartition(", ")
            found.append(FreshList(name, container))
        elif line.startswith(("% ", "%! ")):
            _begin_sheet(found[-1], *line.split(" ", 1))
        elif line.startswith("> "):
            _expect(found[-1], *line[2:].split(" ", 1))
        elif line:
            is_text = found[-1].container.startswith("text")
            rows = list(found[-1].sheets.values())[-1]
            rows.append([_cell(cell, is_text=is_text) for cell in line.split(" | ")])
    return found


def _begin_sheet(made: FreshList, sign: str, name: str) -> None:
    if made.sheets == {"Parts": []}:
        made.sheets.clear()
    made.sheets[name] = []
    if sign == "%!" or len(made.sheets) == 1:
        made.judged = name


def _expect(made: FreshList, what: str, rest: str) -> None:
    if what == "heading":
        made.heading = int(rest)
    elif what == "fields":
        made.fields = rest.split()
    elif what == "parts":
        made.parts = [int(row) for row in rest.split()]
    else:
        place, _, value = rest.partition(" = ")
        row, _, fact = place.partition(" ")
        made.facts[int(row), fact] = _cell(value, is_text=False)


def _cell(text: str, *, is_text: bool) -> Cell:
    plain = text.replace("\\n", "\n")
    if plain.strip() in ("", "~"):
        return None
    if plain.startswith("'"):
        return plain[1:]
    try:
        return plain.strip() if is_text else float(plain)
    except ValueError:
        return plain
