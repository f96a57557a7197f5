"""Correct a part: its kind and the facts that decide, each with a reason, each to be withdrawn."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_app.model.findings import Message, msg
from desktop_app.model.inquiry import today_in_china
from desktop_app.ui.correct_lines import (
    AMOUNTS,
    AS_IT_IS,
    EMPTY,
    NO,
    NOT_THIS,
    RIGHT,
    TYPED,
    UNITS,
    YES,
    Asked,
    MadeLine,
    kind_decision,
    made_lines,
    read_typed,
    with_corrections,
    without_correction,
)
from desktop_app.ui.dialogs import Sheet, give_room
from desktop_app.ui.field_words import FIELD_WORDS
from desktop_app.ui.form_rows import FormRows
from desktop_app.ui.widgets import button, label, name, rule, scrolling

if TYPE_CHECKING:
    from desktop_app.ui.session import Session

OTHER = "?"
WIDTH, HEIGHT = 560, 320
BESIDE_BAR = 10
"""Points between the fields and the bar that scrolls them; the field below ends where they do."""


class CorrectSheet(Sheet):
    """Every field starts as it stands; what is typed otherwise becomes a correction, as one step."""

    def __init__(
        self, parent: QWidget, session: "Session", asked: Asked, families: Mapping[str, str]
    ) -> None:
        catalogue = session.catalogue
        super().__init__(parent, catalogue, catalogue.text("Correct {part}", part=asked.label))
        self.session, self.asked, self.families = session, asked, families
        self.column.addWidget(label("soft", wraps=True, text=catalogue.text(
            "The file stays as it is. What you say here is laid over it, also over a newer version of "
            "the file while that says the same, and can be withdrawn at any time."
        )))  # fmt: skip
        self.rows = FormRows(catalogue)
        self._fill()
        self.made = made_lines(session.recorded, asked, catalogue)
        inside = QWidget()
        inside.setObjectName("scrolled")
        holder = QHBoxLayout(inside)
        holder.setContentsMargins(0, 4, BESIDE_BAR, 4)
        holder.addWidget(self.rows)
        area = scrolling(inside)
        give_room(area, WIDTH, HEIGHT)
        area.setAccessibleName(catalogue.text("Facts of the part"))
        self.column.addWidget(area, 1)
        self.why = FormRows(catalogue)
        self.why.add_text(
            "reason", catalogue.text("Reason"), "",
            catalogue.text("What it rests on: a label, a mail, a drawing. It is kept with your name."),
        )  # fmt: skip
        self.column.addWidget(rule())
        below = QHBoxLayout()
        below.setContentsMargins(0, 0, BESIDE_BAR, 0)
        below.addWidget(self.why)
        self.column.addLayout(below)
        self._show_made()
        self._add_foot()

    def _fill(self) -> None:
        text, say, asked = self.catalogue.text, self.catalogue.say, self.asked
        known = self._title(asked.family)
        self.kind = self.rows.add_choice(
            "kind",
            text("Kind of part"),
            {
                AS_IT_IS: known or text("Not recognised"),
                **({RIGHT: text("{kind}: this is right", kind=known)} if asked.family else {}),
                **({NOT_THIS: text("Not this; what it is nobody knows")} if asked.family else {}),
                EMPTY: text("Nothing controlled in it"),
                OTHER: text("Another kind..."),
            },
        )
        self.kind.activated.connect(self._kind_chosen)
        for field in TYPED:
            words = " ".join(part for part in (say(FIELD_WORDS[field]), self._unit(field)) if part)
            self.rows.add_text(field, words, asked.text(field, self.catalogue))
        self.rows.add_choice(
            "leaves", say(FIELD_WORDS["leaves_china"]),
            {"": text("Not known"), YES: text("Yes"), NO: text("No")}, asked.leaves,
        )  # fmt: skip

    def _unit(self, field: str) -> str:
        """What a number counts, in brackets: of amounts as the list says it."""
        if field in UNITS:
            return f"({self.catalogue.say(UNITS[field])})"
        unit = self.asked.shown.value(self.asked.part_id, "unit")
        return f"({unit})" if field in AMOUNTS and unit else ""

    def _title(self, family: str) -> str:
        title = self.families.get(family, family)
        return self.catalogue.say(Message(title)) if title else ""

    def _kind_chosen(self, _at: int) -> None:
        if self.kind.currentData() != OTHER:
            return
        from desktop_app.ui.family_sheet import FamilySheet
        from desktop_app.ui.review_lines import by_title

        self.kind.setCurrentIndex(0)
        sheet = FamilySheet(self, self.catalogue, by_title(self.families, self.catalogue))
        sheet.chosen.connect(self.choose_kind)
        sheet.end()
        sheet.field.setFocus()

    def choose_kind(self, family: str) -> None:
        """Another kind, by its id."""
        at = self.kind.findData(family)
        if at < 0:
            at = self.kind.count() - 1
            self.kind.insertItem(at, self._title(family), family)
        self.kind.setCurrentIndex(at)

    def _show_made(self) -> None:
        if not self.made:
            return
        self.column.addWidget(label("heading", text=self.catalogue.text("Corrected before")))
        for line in self.made:
            row = QHBoxLayout()
            row.setSpacing(8)
            words = " · ".join(w for w in (line.words, line.state) if w)
            row.addWidget(label(wraps=True, text=words), 1)
            back = button(partial(self._withdraw, line), "plain")
            back.setText(self.catalogue.text("Withdraw"))
            name(back, self.catalogue.text("Withdraw: {what}", what=line.words))
            row.addWidget(back)
            self.column.addLayout(row)

    def _add_foot(self) -> None:
        self.note = label("error", wraps=True)
        self.note.hide()
        self.does = self.use = button(self._take)
        self.use.setText(self.catalogue.text("Correct it"))
        name(self.use, self.use.text())
        self.column.addWidget(self.note)

    def _take(self) -> None:
        """Reads the form; nothing is corrected while anything in it cannot be used."""
        from desktop_app.project.opening import user_name

        rows, session = self.rows, self.session
        reason = self.why.words("reason")
        typed = {field: rows.words(field) for field in TYPED}
        made, wrong = read_typed(self.asked, typed, rows.choice("leaves"), reason, self.catalogue)
        answer = rows.choice("kind")
        kind = kind_decision(self.asked, answer, reason, user_name(), today_in_china())
        if rows.show_faults(wrong):
            return
        if (made or kind) and not reason:
            said = msg("Say what it rests on; it is kept with the correction.")
            self.why.show_faults((("reason", said),))
            return
        if not made and kind is None:
            self.note.setText(self.catalogue.text("Nothing was changed."))
            self.note.show()
            return
        recorded = with_corrections(session.recorded, made, kind)
        self.accept()
        session.put(
            msg("correcting {part}", part=self.asked.label),
            replace(session.desk, recorded=recorded),
        )

    def _withdraw(self, line: MadeLine) -> None:
        session = self.session
        if session.recorded is None:
            return
        recorded = without_correction(session.recorded, line.correction)
        self.accept()
        session.put(
            msg("withdrawing: {what}", what=Message(line.words)),
            replace(session.desk, recorded=recorded),
        )


def correct_part(parent: QWidget, session: "Session", part_id: int) -> None:
    """Opens the sheet of one part, once the names of the kinds are read."""
    result, imported = session.result, session.imported
    if result is None or imported is None:
        return
    shown = result.assessment.parts
    asked = Asked(imported, shown, part_id, result.assessment.matches[part_id].family or "")
    libraries, inquiry = session.libraries, session.inquiry

    def look(_report: Any) -> Mapping[str, str]:
        from desktop_app.ui.review_lines import family_titles

        return family_titles(libraries.of(inquiry).knowledge.families)

    def show(families: Mapping[str, str]) -> None:
        sheet = CorrectSheet(parent, session, asked, families)
        sheet.end()
        sheet.kind.setFocus()

    session.jobs.start(look, show, session.fail)
