"""Several files dropped together, with what must be known of their parts: written down before anybody read them.

The sets hold invented lists of 90 purchasers: ``drops_of_twelve_systems`` (12), ``drops_with_plans_of_products``,
``drops_of_several_plants`` (6 each), ``drops_of_medium_systems``, ``drops_with_offers`` (5 each), frozen on 2026-11-26,
the first two before the code of intake was read; ``drops_with_repeated_demand`` (17), ``drops_with_lots_and_transit``
(8), ``drops_with_cut_headings`` (13), ``drops_of_printed_exports`` (15; 9 right and 6 asked at first) and
``drops_of_printed_exports_held_out`` (8; 3 right, 3 asked, 2 silently wrong, one of these by its label), frozen on
2026-11-27; ``drops_of_purchasing_systems`` (10; 4 right, 4 asked, 2 silently wrong at first, one of these by its
label: a year has 365 / 7 weeks here, not 52) and ``drops_of_purchasing_systems_held_out`` (6; 3 right,
2 asked, 1 silently wrong: two offers that stayed two rows), the same day; ``drops_of_one_firm`` (12; 9 right, 3 asked,
one of these by its label, since two prices of two lists contradict each other, and one because the check knew one
sentence of open orders only) and ``drops_of_one_firm_held_out`` (6; 5 right, 1 silently wrong: "Recd Qty" was read as
a need, and what was ordered stood beside the bill as a part of its own), the same day;
``drops_of_shops_and_firms`` (4; 2 right, 1 asked, 1 silently wrong: what a pack of 50 costs beside "Pack Quantity" was
taken for the price of one) and ``drops_of_shops_and_firms_held_out`` (2; both right), the same day.
``## NAME`` begins a drop and ``# FILE`` a workbook of it, ``% NAME`` a sheet where it has several;
``# FILE, ENCODING, SEPARATOR`` a text file (lines as they stand). In a workbook cells are parted by `` | ``; ``'``
makes a cell text, ``2026-12-04`` a date.
Then ``> numbers A B`` (the parts there must be, and no other; ``numbers+`` allows more), ``> replaced FILE``
(an older version that must lend nothing, and says so), ``> N FACT = VALUE`` (``or`` between two that are
both right), ``> N conflict FACT``, ``> N sources = A; B``, ``> N element Dy = 3.2`` (mass percent),
``> N total FACT = VALUE`` (the sum over the rows of the part, or the value of each of them),
``> N price = 2.4 EUR``, ``> N run_out = DAY`` (best estimate, asked on 2026-11-26).
"""

import re
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from tests.workbooks.build import make_xlsx

FOLDER = Path(__file__).parent
SETS = (
    "drops_of_twelve_systems.txt", "drops_with_plans_of_products.txt", "drops_of_several_plants.txt",
    "drops_of_medium_systems.txt", "drops_with_offers.txt", "drops_with_repeated_demand.txt",
    "drops_with_lots_and_transit.txt", "drops_with_cut_headings.txt", "drops_of_printed_exports.txt",
    "drops_of_printed_exports_held_out.txt", "drops_of_purchasing_systems.txt",
    "drops_of_purchasing_systems_held_out.txt", "drops_of_one_firm.txt", "drops_of_one_firm_held_out.txt",
    "drops_of_shops_and_firms.txt", "drops_of_shops_and_firms_held_out.txt",
)  # fmt: skip
ASKED_ON = date(2026, 11, 26)
Answer = dict[str, Any]


@dataclass
class Drop:
    """``files``: the heading line of each with its lines; ``truths``: as written, without the ``>``."""

    name: str
    files: list[tuple[str, list[str]]] = field(default_factory=list)
    truths: list[str] = field(default_factory=list)

    def write(self, folder: Path) -> list[Path]:
        """The files, in their order."""
        return [_write(folder, heading, lines) for heading, lines in self.files]


def drops(of: str) -> list[Drop]:
    """All drops of a set, in their order."""
    found: list[Drop] = []
    for line in (FOLDER / of).read_text("utf-8").split("\n"):
        if line.startswith("## "):
            found.append(Drop(line[3:]))
        elif line.startswith("# "):
            found[-1].files.append((line[2:], []))
        elif line.startswith("> "):
            found[-1].truths.append(line[2:])
        elif found and found[-1].files and not found[-1].truths:
            found[-1].files[-1][1].append(line)
    return found


def _write(folder: Path, heading: str, lines: list[str]) -> Path:
    while lines and not lines[-1]:
        lines = lines[:-1]
    parted = re.fullmatch(r"(.+), (\S+), (\S+)", heading)
    if parted is None:
        sheets: dict[str, list[list[Any]]] = {}
        for line in lines if lines[0].startswith("% ") else ["% Sheet1", *lines]:
            if line.startswith("% "):
                rows = sheets.setdefault(line[2:], [])
            else:
                rows.append([_cell(cell) for cell in line.split(" | ")])
        return make_xlsx(folder / heading, sheets)
    name, encoding, _ = parted.groups()
    (folder / name).write_text("\r\n".join(lines) + "\r\n", encoding, newline="")
    return folder / name


def _cell(text: str) -> Any:
    if text.strip() == "":
        return None
    if text.startswith("'"):
        return text[1:]
    if re.fullmatch(r"\d{4}-\d\d-\d\d", text):
        return date.fromisoformat(text)
    if re.fullmatch(r"-?\d+", text):
        return int(text)
    return float(text) if re.fullmatch(r"-?\d+\.\d+", text) else text


def judged(drop: Drop, answer: Answer) -> dict[str, str]:
    """Every truth with what was found in its place; empty where it holds. ``answer``: of ``assess --json``."""
    found = {truth: _judged(truth, answer) for truth in drop.truths}
    found["every row is of one kind"] = _counted(answer)
    return found


def _counted(answer: Answer) -> str:
    tables = [t["rows"] for f in answer["files"] for s in f["sheets"] for t in s["tables"]]
    kinds = ("parts", "duplicates", "totals", "blank", "rejected", "other")
    if any(t["read"] != sum(t[kind] for kind in kinds) for t in tables):
        return "a table whose rows do not add up"
    parts = sum(t["parts"] for t in tables)
    return "" if parts == len(answer["parts"]) else f"{parts} rows, {len(answer['parts'])} parts"


def _key(number: str | None) -> str:
    return (number or "").lstrip("0")


def _judged(truth: str, answer: Answer) -> str:
    words, _, value = truth.partition(" = ")
    first, *rest = words.split()
    if first in ("numbers", "numbers+"):
        there = [_key(part["part_number"]) for part in answer["parts"]]
        named = {_key(number) for number in rest}
        lost = named - {*there} or (({*there} - named) if first == "numbers" else set())
        return f"parts {there}" if lost else ""
    if first == "replaced":
        return _replaced(" ".join([first, *rest])[9:], answer)
    parts = [part for part in answer["parts"] if _key(part["part_number"]) == _key(first)]
    if not parts:
        return "no such part"
    if rest[0] == "total":
        got = [part[rest[1]] for part in parts]
        if all(_is(one, value) for one in got) or (None not in got and _is(sum(got), value)):
            return ""
        return f"{got}"
    return next((wrong for part in parts if (wrong := _of_part(rest, value, part, answer))), "")


def _replaced(name: str, answer: Answer) -> str:
    at = next(i for i, f in enumerate(answer["files"]) if f["path"].endswith(name))
    lent = [
        place for part in answer["parts"] for place in part["provenance"] if place["file"] == at
    ]
    own = [part for part in answer["parts"] if part["file"] == at]
    said = any(name in issue["message"] for f in answer["files"] for issue in f["issues"])
    return "" if not lent and not own and said else f"{len(own)} parts, {len(lent)} facts, {said}"


def _of_part(words: list[str], value: str, part: Answer, answer: Answer) -> str:
    if words[0] == "conflict":
        rows = [c for c in answer["conflicts"] if c["field"] == words[1] and len(c["said"]) > 1]
        at = [(c["part"]["file"], c["part"]["row"]) for c in rows]
        return "" if (part["file"], part["row"]) in at else f"conflicts {answer['conflicts']}"
    got = _got(words, part)
    if words[0] in ("supplier", "sources"):
        named = value.split("; ")
        return "" if all(any(one in it for it in got) for one in named) else f"{got}"
    return "" if any(_is(got, one) for one in value.split(" or ")) else f"{got}"


def _got(words: list[str], part: Answer) -> Any:
    if words[0] == "price":
        price = part["unit_price"]
        return None if price is None else f"{price:.6g} {part['currency']}"
    if words[0] == "element":
        masses = {e["symbol"]: e["mass_percent"] for e in part["content"]["elements"]}
        return (masses.get(words[1]) or [None] * 3)[1]
    if words[0] in ("supplier", "sources"):
        return [n for n in (part["supplier"], *(s["supplier"] for s in part["sources"])) if n]
    if words[0] == "run_out":
        return (part["clock"]["run_out_date"] or [None] * 3)[1]
    if words[0] == "open_order_quantity":
        said = [re.search(r"[Oo]pen orders? of ([\d,.]+)", mark) for mark in part["marks"]]
        return next((float(one[1].replace(",", "")) for one in said if one), None)
    return part[words[0]]


def _is(got: Any, wanted: str) -> bool:
    if isinstance(got, int | float):
        return bool(abs(got - float(wanted)) <= 1e-3 * abs(float(wanted)))
    if isinstance(got, str) and " " in wanted and re.match(r"[\d.]+ [A-Z]{3}$", wanted):
        amount, currency = wanted.split()
        return got == f"{float(amount):.6g} {currency}"
    return bool(got == wanted)
