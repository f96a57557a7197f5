"""What suppliers answered and where facts contradict each other, as further blocks of the JSON.

Both stand beside ``parts`` and name a part by its place, as ``parts`` does: most lists have neither,
and a reader of the parts alone meets nothing new.
"""

from collections.abc import Iterator
from typing import Any

from desktop_app.model.assessment import Assessment
from desktop_app.model.parts import FactCell, PartTable
from desktop_app.report.returns import other_forms


def answers_json(assessment: Assessment) -> list[dict[str, Any]]:
    """Every answer of a questionnaire that was laid on a part, in the order of the parts.

    ``typed`` as the supplier wrote it, ``value`` what it means, null where that is not known.
    """
    parts = assessment.parts
    return [
        {
            "part": _part(parts, part_id),
            "answer": said.answer,
            "typed": said.typed,
            "value": said.value,
            "bound": said.bound or None,
            "use": said.use,
            "field": said.field or None,
            "place": _place(said.place),
            "answered_on": said.on,
        }
        for part_id, answers in sorted(parts.answered.items())
        for said in answers
    ]


def conflicts_json(assessment: Assessment) -> list[dict[str, Any]]:
    """Facts that two places state differently, with what each of them says.

    The fact itself is then unknown. A form that an answer denies is read from the description.
    """
    found = [
        {
            "part": _part(assessment.parts, part_id),
            "field": conflict.field,
            "said": [{"text": text, "place": _place(cell)} for text, cell in conflict.said],
        }
        for part_id, conflicts in sorted(assessment.parts.conflicts.items())
        for conflict in conflicts
    ]
    return [*found, *_forms(assessment)]


def _forms(assessment: Assessment) -> Iterator[dict[str, Any]]:
    parts = assessment.parts
    for part_id, form, said in other_forms(assessment):
        yield {
            "part": _part(parts, part_id),
            "field": "form",
            "said": [
                {"text": form, "place": _described(parts, part_id)},
                {"text": said.typed, "place": _place(said.place)},
            ],
        }


def _described(parts: PartTable, part_id: int) -> dict[str, Any] | None:
    """Where the description of a part stands; None where it has none."""
    cell = parts.cell_of(part_id, "description")
    if cell is None:
        return None
    file = int(parts.value(part_id, "file"))
    return {"file": file, "sheet": cell.sheet, "row": cell.row, "column": cell.column}


def _part(parts: PartTable, part_id: int) -> dict[str, Any]:
    file, sheet, row = (parts.value(part_id, name) for name in ("file", "sheet", "row"))
    return {"file": int(file), "sheet": str(sheet), "row": int(row)}


def _place(cell: FactCell) -> dict[str, Any]:
    return {"file": cell.file, "sheet": cell.sheet, "row": cell.row, "column": cell.column}
