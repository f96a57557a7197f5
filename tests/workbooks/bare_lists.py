"""Lists without headings, with services between the goods, and of unusual layouts.

``bare_lists.txt``, ``bare_lists_held_out.txt``, ``bare_lists_of_mails_and_services.txt``,
``bare_lists_of_offers_and_pivots.txt`` and ``bare_lists_of_offers_held_out.txt`` (92, 25, 20, 45 and 20) hold
them, each written down and frozen in a commit before its first run: 40 right, 28 asked about and 24 silently
wrong; 23, 1 and 1; 16, 3 and 1; 35, 8 and 2; 17, 2 and 1. In the fourth one label was wrong: "Imballo" (U12), a
service there, is a part in S09, and a crate is goods; it counts as the miss that it was. A list begins with
``# NAME, container`` as in ``fresh_lists`` and cells are written as there; the container ``lines:ENCODING`` is
a text with one line a row. Then what is expected:

* ``> read``: parts and facts come out as said, whether the program asks besides or not; ``> ask``: it must
  ask, and no part may be lost; ``> none``: there is no part in it;
* ``> heading ROW``, ``> parts ROWS``, ``> count N``, ``> other ROWS`` (services: told as no parts);
* ``> row N FACT = VALUE``, ``> nth N FACT = VALUE`` (by the number of the part); ``~`` for ``=``: the text
  holds the value;
* ``> widen N HEADING``: N columns of small texts behind (below zero: before) the ones written here.
"""

from dataclasses import dataclass, field
from pathlib import Path

from tests.workbooks.build import make_xlsx
from tests.workbooks.desk_lists import Cell, DeskList

FOLDER = Path(__file__).parent
SETS = (
    "bare_lists.txt", "bare_lists_held_out.txt", "bare_lists_of_mails_and_services.txt",
    "bare_lists_of_offers_and_pivots.txt", "bare_lists_of_offers_held_out.txt",
)  # fmt: skip


@dataclass
class BareList:
    """One list. ``facts``: (what, number, fact, sign) to the value."""

    name: str
    container: str
    sheets: dict[str, list[list[Cell]]] = field(default_factory=lambda: {"Parts": []})
    must: str = "read"
    heading: int | None = None
    parts: list[int] | None = None
    count: int | None = None
    other: list[int] = field(default_factory=list)
    facts: list[tuple[str, int, str, str, Cell]] = field(default_factory=list)

    def write(self, folder: Path) -> Path:
        """The list as a file of its container."""
        kind, _, encoding = self.container.partition(":")
        rows = next(iter(self.sheets.values()))
        if kind == "lines":
            text = "\n".join("" if row[0] is None else str(row[0]) for row in rows)
            target = folder / "list.txt"
            target.write_bytes(f"{text}\n".encode(encoding))
            return target
        if len(self.sheets) > 1:
            return make_xlsx(folder / "list.xlsx", self.sheets)
        return DeskList(self.name, self.container, rows).write(folder)


def bare_lists(*sets: str) -> list[BareList]:
    """All lists of the sets, in their order."""
    found: list[BareList] = []
    for line in "\n".join((FOLDER / name).read_text("utf-8") for name in sets or SETS).split("\n"):
        if line.startswith("# "):
            name, _, container = line[2:].rpartition(", ")
            found.append(BareList(name, container))
        elif line.startswith("% "):
            made = found[-1]
            if made.sheets == {"Parts": []}:
                made.sheets.clear()
            made.sheets[line[2:]] = []
        elif line.startswith("> "):
            _expect(found[-1], *line[2:].split(" ", 1))
        elif line:
            _add(found[-1], line)
    return found


def _add(made: BareList, line: str) -> None:
    is_text = made.container.startswith(("text", "lines"))
    cells = [line] if made.container.startswith("lines") else line.split(" | ")
    list(made.sheets.values())[-1].append([_cell(cell, is_text=is_text) for cell in cells])


def _expect(made: BareList, what: str, rest: str = "") -> None:
    if what in ("read", "ask", "none"):
        made.must = what
    elif what in ("heading", "count"):
        setattr(made, what, int(rest))
    elif what in ("parts", "other"):
        setattr(made, what, [int(row) for row in rest.split()])
    elif what == "widen":
        _widen(next(iter(made.sheets.values())), *rest.split(" ", 1))
    else:
        said = rest.split(" ", 3)
        number, fact, sign, value = int(said[0]), said[1], said[2], said[3]
        made.facts.append((what, number, fact, sign, _cell(value, is_text=False)))


def _widen(rows: list[list[Cell]], count: str, heading: str = "") -> None:
    many = int(count)
    for number, row in enumerate(rows):
        added: list[Cell] = [
            f"{heading} {n}" if heading and not number else ("x" if (n + number) % 3 else None)
            for n in range(1, abs(many) + 1)
        ]
        row[:] = row + added if many > 0 else added + row


def _cell(text: str, *, is_text: bool) -> Cell:
    plain = text.replace("\\n", "\n").strip()
    if plain in ("", "~"):
        return None
    if plain.startswith("'"):
        return plain[1:]
    try:
        return plain if is_text else float(plain)
    except ValueError:
        return plain
