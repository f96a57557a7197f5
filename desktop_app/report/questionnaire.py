"""The questionnaire of one supplier as an Excel workbook: its parts, only what narrows an answer.

Its words, order and look come from ``templates/questionnaire``; hidden keys say which part and which answer a
cell belongs to, so that it can be read back after sorting.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

from desktop_app.intake.questionnaire_master import (
    EVERY,
    FIRST_ROW,
    HEAD_ROW,
    KEY_ROW,
    KEYS_SHEET,
    Master,
    master,
)
from desktop_app.language.catalogue import Catalogue
from desktop_app.model.answers import sheet_mark
from desktop_app.model.assessment import Assessment
from desktop_app.model.findings import Question
from desktop_app.report.answers import answers_to
from desktop_app.report.asking import of_supplier, parts_asked
from desktop_app.report.questionnaire_form import Form, Line, blank_lines
from desktop_app.report.settings import load_settings
from desktop_app.report.target import write_whole
from desktop_app.report.view import Scope, View

__all__ = [
    "FIRST_ROW", "HEAD_ROW", "KEYS_SHEET", "KEY_ROW", "part_key", "write_blank", "write_questionnaire",
]  # fmt: skip


def write_questionnaire(
    assessment: Assessment, supplier: str, target: Path, language: str = "en"
) -> int:
    """Writes the workbook and returns the number of parts in it.

    Raises CodedError: E_NOT_FOUND where no part comes from the supplier, E_HOUSE where the house's own
    master cannot be used, E_TARGET and the like where the file cannot be written; an older file of that
    name then stays as it was.
    """
    names = dict.fromkeys((language, "en"))
    views = [
        View(assessment, Catalogue(name), load_settings(), Scope("supplier", supplier=supplier))
        for name in names
    ]
    parts = parts_asked(of_supplier(views[0], supplier))
    english = views[-1].catalogue
    answers = answers_to([one for _, questions in parts for one in questions], english)
    form = Form(
        master(language),
        [view.catalogue for view in views],
        {answer.key for answer in answers},
        list(_lines(views, parts)),
        supplier=supplier,
        asked_on=views[0].inquiry.on,
    )
    write_whole(target, lambda place: form.book().save(place))
    return len(parts)


def _lines(views: list[View], parts: Sequence[tuple[int, list[Question]]]) -> Iterator[Line]:
    view, english = views[0], views[-1].catalogue
    for part_id, questions in parts:
        part = view.part(part_id)
        asked = "\n".join(
            "\n".join(dict.fromkeys(one.say(question.text) for one in views))
            for question in questions
        )
        yield Line(
            part_key(view, part_id),
            part.below,
            part.text,
            asked,
            frozenset(answer.key for answer in answers_to(questions, english)),
            ",".join(dict.fromkeys(question.narrows for question in questions)),
        )


def write_blank(target: Path, language: str, made_from: Master | None = None) -> None:
    """Writes a blank questionnaire with every question, to be filled in by hand: numbers and descriptions by
    us, answers by a supplier. ``made_from``: another master than that of the language. Raises CodedError as
    ``write_questionnaire``."""
    catalogues = [Catalogue(name) for name in dict.fromkeys((language, "en"))]
    form = Form(made_from or master(language), catalogues, frozenset(EVERY), blank_lines())
    write_whole(target, lambda place: form.book().save(place))


def part_key(view: View, part_id: int) -> str:
    """Names a part for good: start of its file's fingerprint, mark of its sheet, and row.

    The sheet is not named: what a buyer calls it is no matter of the supplier.
    """
    value = view.parts.value
    file = view.assessment.files[int(value(part_id, "file"))]
    return f"{file.sha256[:12]}:{sheet_mark(value(part_id, 'sheet'))}!{value(part_id, 'row')}"
