"""What to do and what to ask: a row per part and move, a row per part and question."""

from collections.abc import Iterator, Sequence

import numpy as np

from desktop_app.report.sheets.table import Sheet, SheetColumn, Value
from desktop_app.report.view import View


def measures_sheet(view: View) -> Sheet:
    """Every move of every part, the most urgent part first."""
    columns = (
        SheetColumn(view.text("Place"), width=18),
        SheetColumn(view.text("Part"), width=36),
        SheetColumn(view.text("Supplier"), width=26),
        SheetColumn(view.text("Runs out on"), "day"),
        SheetColumn(view.text("Rank"), "count", 8),
        SheetColumn(view.text("What to do"), width=70),
        SheetColumn(view.text("Removes of the risk of a stop"), "percent"),
        SheetColumn(view.text("Avoids days of standstill"), "count", 12),
        SheetColumn(view.text("Avoids days each time, once it delivers"), "count", 12),
        SheetColumn(view.text("Cost"), "count", 12),
        SheetColumn(view.text("Currency"), width=9),
        SheetColumn(view.text("How the cost comes about"), width=44),
    )
    return Sheet("measures", view.text("Measures"), columns, _measures(view), frozen=2)


def _measures(view: View) -> Iterator[Sequence[Value]]:
    has_action = view.assessment.actions.array(bool, bool)
    for part_id in view.ranked(np.asarray(has_action & ~view.seldom, dtype=np.bool_)):
        for rank, action in enumerate(view.assessment.actions[part_id], start=1):
            cost = action.cost
            yield (
                view.row_id(part_id),
                view.part(part_id).text,
                view.supplier(part_id),
                view.other(part_id, "run_out"),
                rank,
                view.say(action.text),
                action.removes,
                action.saves_days,
                action.saves_later,
                cost.amount if cost else None,
                cost.currency if cost else None,
                view.say(cost.text) if cost else "",
            )


def questions_sheet(view: View) -> Sheet:
    """Every open question of every part, the most urgent part first."""
    columns = (
        SheetColumn(view.text("Place"), width=18),
        SheetColumn(view.text("Part"), width=36),
        SheetColumn(view.text("Supplier"), width=26),
        SheetColumn(view.text("Ask"), width=18),
        SheetColumn(view.text("Question"), width=80),
    )
    return Sheet("questions", view.text("Questions"), columns, _questions(view), frozen=2)


def _questions(view: View) -> Iterator[Sequence[Value]]:
    words = {
        "supplier": view.text("the supplier"),
        "maker": view.text("the maker"),
        "counsel": view.text("counsel"),
        "purchasing": view.text("purchasing itself"),
    }
    asked = view.assessment.licences.array(lambda kind: bool(kind.questions), bool)
    for part_id in view.ranked(np.asarray(asked & ~view.seldom, dtype=np.bool_)):
        for question in view.licence(part_id).questions:
            yield (
                view.row_id(part_id),
                view.part(part_id).text,
                view.supplier(part_id),
                words[question.to],
                view.say(question.text),
            )
