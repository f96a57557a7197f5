"""When the parts of a bill are needed, where the plan of its products says on which days how many are built."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, TypeAlias

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from desktop_app.intake.bill_levels import amounts_in_product
from desktop_app.intake.goes_into import key_of_product
from desktop_app.model.parts import FactCell, PartTable, Requirement

Rows = NDArray[np.intp]
Products: TypeAlias = tuple[tuple[float, tuple[int, ...]], ...]
"""The products that a line of a bill goes into: how many of what its quantity is for are in one of it, and the
rows of the plan that say how many are built, as one may be planned in several plants or months."""
Built = Sequence[tuple[Rows, Sequence[Products]]]
"""Lines of each bill, and for each line the products that it goes into."""


def builds_on_days(parts: PartTable, plan: Rows) -> Mapping[int, tuple[Requirement, ...]]:
    """What each row of a plan builds on which day; rows that say no day are absent."""
    if "requirement_quantity" not in _fields(parts, plan):
        return {}
    days, amounts = parts.frame["requirement_date"].to_numpy(), parts.number("requirement_quantity")
    found: dict[int, tuple[Requirement, ...]] = {}
    for row in plan.tolist():
        several = parts.requirements.get(row)
        if several:
            found[row] = several
        elif isinstance(days[row], date) and amounts[row] >= 0:
            found[row] = (Requirement(days[row], float(amounts[row]), _cell(parts, row)),)
    return found


def needed_by_lines(parts: PartTable, found: Built) -> PartTable:
    """The parts with the days on which the lines of their bills are needed; the same where the plan says
    no days. A line that says its own days keeps them.

    A part in two places of one product is needed in both: each of its lines says the sum, and what two
    lines say of one cell of the plan is one need. Lines of two suppliers are sources of one place.
    """
    plan = np.array(
        sorted({n for _, plans in found for own in plans for _, rows in own for n in rows}), np.intp
    )
    days = builds_on_days(parts, plan)
    if not days:
        return parts
    quantity, own = amounts_in_product(parts), parts.frame["requirement_date"].notna().to_numpy()
    numbers, firms = parts.frame["part_number"].to_numpy(), parts.frame["supplier"].to_numpy()
    needs: dict[int, tuple[Requirement, ...]] = {}
    for lines, plans in found:
        together: defaultdict[Any, float] = defaultdict(float)
        keys = []
        for line, products in zip(lines.tolist(), plans, strict=True):
            name = line if numbers[line] is None else key_of_product(numbers[line])
            keys.append((name, firms[line]))
            for n, rows in products:
                for row in rows:
                    together[*keys[-1], row] += quantity[line] * n
        for line, key, products in zip(lines.tolist(), keys, plans, strict=True):
            built = [
                replace(one, quantity=one.quantity * together[*key, row])
                for row in sorted({row for _, rows in products for row in rows})
                for one in days.get(row, ())
            ]
            if built and not own[line]:
                needs[line] = tuple(sorted(built, key=lambda one: one.on))
    return _with_needs(parts, needs)


def _with_needs(parts: PartTable, needs: Mapping[int, tuple[Requirement, ...]]) -> PartTable:
    frame = parts.frame.copy(deep=False)
    days = frame["requirement_date"].to_numpy(dtype=object).copy()
    amounts = parts.number("requirement_quantity").copy()
    provenance = dict(parts.provenance)
    for line, own in needs.items():
        days[line], amounts[line] = own[0].on, own[0].quantity
        cells = dict.fromkeys(("requirement_date", "requirement_quantity"), own[0].place)
        provenance[line] = {**provenance.get(line, {}), **cells}
    frame["requirement_date"] = pd.Series(days, index=frame.index, dtype=object)
    frame["requirement_quantity"] = pd.Series(amounts, index=frame.index)
    requirements = {**parts.requirements, **needs}
    return replace(parts, frame=frame, provenance=provenance, requirements=requirements)


def own_needs(parts: PartTable, part: int) -> tuple[Requirement, ...]:
    """The days on which a part is needed, as its own list says. What a plan of products was reckoned to
    need is what other lists state as the needs of the part; both would count it twice."""
    needs = parts.requirements.get(part, ())
    if not needs:
        return needs
    own = int(parts.frame["file"].iloc[part]), str(parts.frame["sheet"].iloc[part])
    return tuple(one for one in needs if (one.place.file, one.place.sheet) == own)


def _fields(parts: PartTable, rows: Rows) -> Mapping[str, int]:
    return parts.columns[int(parts.frame["table"].iloc[rows[0]])] if len(rows) else {}


def _cell(parts: PartTable, row: int) -> FactCell:
    place = parts.frame.iloc[row]
    column = _fields(parts, np.array([row]))["requirement_quantity"]
    return FactCell(int(place["file"]), str(place["sheet"]), int(place["row"]), column)
