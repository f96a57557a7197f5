"""What to ask suppliers, and which of them first: for letters, mails and questionnaires alike.

Nothing here carries a verdict, an estimate or another supplier.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np

from desktop_app.model.findings import CodedError, Problem, Question, msg
from desktop_app.model.licence import Licence
from desktop_app.report.published import asked_for_documents
from desktop_app.report.sections.questions import Asked, by_supplier
from desktop_app.report.view import View

Requests: TypeAlias = dict[str, list[Asked]]
"""Questions per supplier, each with the parts it is asked about."""

LICENCE = Question(
    "licence",
    "supplier",
    msg(
        "Has the export licence for this part been applied for? Please state the day, the number and "
        "until when it is valid."
    ),
    "licence",
)


@dataclass(frozen=True)
class Worth:
    """Why a supplier stands where it stands. ``narrows``: how much of our estimate its answers can
    settle, summed over its parts; ``urgent``: place of its most urgent part, from 0."""

    supplier: str
    narrows: float
    urgent: int


def lacks_licence(licence: Licence) -> bool:
    """Whether a licence is needed that nobody holds or has applied for, as far as is known."""
    return licence.verdict == "needed" and not licence.covered_by and licence.applied_on is None


def requests(view: View) -> Requests:
    """Questions to named suppliers: what is missing, and the licence of parts that need one."""
    found = {
        name: list(asked_for_documents(view, asked)) for name, asked in by_supplier(view).items()
    }
    licences = view.assessment.licences
    open_ones = licences.array(lacks_licence, bool)
    for part_id in view.ranked(np.asarray(open_ones, dtype=np.bool_)):
        group = found.setdefault(view.supplier(part_id), [])
        asked = next((a for a in group if a.question is LICENCE), None)
        if asked is None:
            asked = Asked(LICENCE)
            group.append(asked)
        asked.parts.append(part_id)
    nobody = view.text("no supplier named")
    return {name: asked for name, asked in found.items() if name != nobody}


def by_worth(view: View, found: Requests) -> list[Worth]:
    """Suppliers in the order of what their answers change, then of their most urgent part.

    An answer about a fact is worth the width of our estimate that a licence duty exists, for it
    closes it; the number of a licence is worth as much as a fact of full width, for it takes a part
    off the list. This order is our judgement.
    """
    place = {int(part_id): at for at, part_id in enumerate(view.assessment.order)}
    worths = []
    for name, asked in found.items():
        parts = {part_id: False for one in asked for part_id in one.parts}
        for one in asked:
            if one.question is LICENCE:
                parts.update(dict.fromkeys(one.parts, True))
        narrows = sum(1.0 if has else _width(view, part_id) for part_id, has in parts.items())
        worths.append(Worth(name, narrows, min(place[part_id] for part_id in parts)))
    return sorted(worths, key=lambda worth: (-worth.narrows, worth.urgent))


def _width(view: View, part_id: int) -> float:
    low, _, high = view.licence(part_id).applies
    return high - low


def of_supplier(view: View, name: str) -> list[Asked]:
    """The requests to one supplier. Raises CodedError (E_NOT_FOUND) where no part is its."""
    found = requests(view)
    if name in found:
        return found[name]
    if view.parts_of(name) and name != view.text("no supplier named"):
        return []
    raise CodedError(
        Problem(
            "E_NOT_FOUND",
            msg("No part of these files comes from a supplier named {name}.", name=name),
            msg("Write the name as it stands in the file."),
        )
    )


def parts_asked(asked: Sequence[Asked]) -> list[tuple[int, list[Question]]]:
    """The same per part: its id and the questions about it, in the order of the first question."""
    found: dict[int, list[Question]] = {}
    for one in asked:
        for part_id in one.parts:
            found.setdefault(part_id, []).append(one.question)
    return list(found.items())
