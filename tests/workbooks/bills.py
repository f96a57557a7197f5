"""Bills of material of several levels, with what must be known of their parts: written before the code was run.

``bills_in_eight_languages.txt`` holds 35 invented bills (first run: 4 right, 31 wrong without a word),
``bills_held_out.txt`` 14 more, written after the first were read rightly (11 right, none with a wrong amount),
in the form of ``drops``. ``> numbers A B``: the parts that are bought, which are those without the mark of an
assembly.
``> N total FACT = VALUE``: the sum over the rows of the part; of
quantities that of those in one product. ``> N asked FACT``: no row of the part has it, and
the list says so. A part without a number is named by its description, with ``_`` for blanks.
"""

from math import isnan

from desktop_app.intake.bill_levels import amounts_in_product
from desktop_app.model.reading import Reading
from tests.workbooks.drops import Drop

SETS = ("bills_in_eight_languages.txt", "bills_held_out.txt")
NEAR = 1e-6


def judged(bill: Drop, reading: Reading) -> dict[str, str]:
    """Every truth with what was found in its place; empty where it holds."""
    return {truth: _judged(truth, reading) for truth in bill.truths}


def _judged(truth: str, reading: Reading) -> str:
    words, _, value = truth.partition(" = ")
    first, *rest = words.split()
    parts = reading.parts
    bought = [n for n in range(len(parts)) if "assembly" not in parts.marks.get(n, ())]
    names = {n: _name(reading, n) for n in bought}
    if first == "numbers":
        return "" if {*names.values()} == {*rest} else f"parts {sorted(names.values())}"
    fact = amounts_in_product(parts) if rest[1] == "quantity" else parts.number(rest[1])
    figures = [float(fact[n]) for n in bought if names[n] == first]
    if rest[0] == "asked":
        is_asked = any(i.code == "W_LEVELS" for f in reading.files for i in f.issues)
        return "" if is_asked and figures and all(map(isnan, figures)) else f"{figures}"
    is_right = bool(figures) and abs(sum(figures) - float(value)) < NEAR
    return "" if is_right else f"{figures}"


def _name(reading: Reading, part: int) -> str:
    name = reading.parts.value(part, "part_number") or reading.parts.value(part, "description")
    return str(name).strip().replace(" ", "_")
