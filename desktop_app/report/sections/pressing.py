"""What the first page is about: the parts for which something must be done now, in their order."""

from datetime import date

import numpy as np

from desktop_app.assessment.firm_moves import CHECK_NAME
from desktop_app.model.assessment import Action
from desktop_app.report.sections.measures import LATE
from desktop_app.report.view import View, once


@once
def pressing(view: View) -> list[int]:
    """Ids of the parts that need a licence or wait for an answer about them, and of those that wait for
    the law only where their stock ends before an order of today could come, whatever the law.

    In the order in which a page is worked down: who must apply or press before who must answer, and
    what runs out first before the others.
    """
    has_action = view.assessment.actions.array(bool, bool)
    is_late = view.assessment.actions.array(lambda moves: any(a.id == LATE for a in moves), bool)
    urgent = (view.verdicts == "needed") | (view.waits == "part")
    urgent |= (view.waits == "law") & ~view.seldom & is_late
    chosen = view.ranked(np.asarray(has_action & urgent, dtype=np.bool_))
    return sorted(chosen, key=lambda part_id: _turn(view, part_id))


def first_moves(view: View, part_id: int) -> list[Action]:
    """What a part hangs on; pressing for what is on order, where stock ends before a new one; and whether
    its supplier is the listed firm that its name resembles."""
    first, *rest = view.assessment.actions[part_id]
    hangs_on = [] if view.licence(part_id).waits_on == "law" else [first]
    return [*hangs_on, *(action for action in rest if action.id in (LATE, CHECK_NAME))]


def needs_one(view: View, part_id: int) -> bool:
    """Whether a part needs a licence and none is there."""
    licence = view.licence(part_id)
    return licence.verdict == "needed" and licence.covered_by is None


def _turn(view: View, part_id: int) -> tuple[bool, date]:
    """Needed and without a licence, or stopping whatever the law, before the rest; by the day it runs
    out, unknown days last."""
    waits = not needs_one(view, part_id)
    waits = waits and not any(action.id == LATE for action in view.assessment.actions[part_id])
    return waits, view.other(part_id, "run_out") or date.max
