"""Bills of material of several levels, with what must be known of their parts: written before the code was run.

``bills_1.txt`` holds 35 invented bills in eight languages (first run: 4 right, 31 wrong without a word),
``bills_2.txt`` 14 more, written after the first were read rightly (11 right, none with a wrong amount), in the
form of ``drops``. ``> numbers A B``: the parts that are bought, which are those without the mark of an assembly.
``> N total FACT = VALUE``: the sum over the rows of the part; of
quantities that of those in one product. ``> N asked FACT``: no row of the part has it, and
the list says so. A part without a number is named by its description, with ``_`` for blanks.
"""

from typing import Any

from tests.workbooks.drops import Drop

SETS = ("bills_1.txt", "bills_2.txt")
NEAR = 1e-6
IN_PRODUCT = "quantity_in_product"
Answer = dict[str, Any]


def judged(bill: Drop, answer: Answer) -> dict[str, str]:
    """Every truth with what was found in its place; empty where it holds. ``answer``: of ``assess --json``."""
    return {truth: _judged(truth, answer) for truth in bill.truths}


def _judged(truth: str, answer: Answer) -> str:
    words, _, value = truth.partition(" = ")
    first, *rest = words.split()
    bought = [part for part in answer["parts"] if "assembly" not in part["marks"]]
    if first == "numbers":
        there = {_name(part) for part in bought}
        return "" if there == {*rest} else f"parts {sorted(there)}"
    told = [part[IN_PRODUCT] is not None for part in answer["parts"]]
    fact = IN_PRODUCT if rest[1] == "quantity" and (any(told) or _asks(answer)) else rest[1]
    figures = [part[fact] for part in bought if _name(part) == first]
    if rest[0] == "asked":
        is_unknown = figures and not any(figure is not None for figure in figures)
        return "" if _asks(answer) and is_unknown else f"{figures}"
    known = [figure for figure in figures if figure is not None]
    is_right = len(known) == len(figures) > 0 and abs(sum(known) - float(value)) < NEAR
    return "" if is_right else f"{figures}"


def _asks(answer: Answer) -> bool:
    return any(i["code"] == "W_LEVELS" for f in answer["files"] for i in f["issues"])


def _name(part: Answer) -> str:
    return str(part["part_number"] or part["description"]).strip().replace(" ", "_")
