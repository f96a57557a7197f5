"""Why? The reasons of one part beside the table: path, composition, clock, questions, actions."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop_app.language.catalogue import Catalogue
from desktop_app.ui.keys import with_keys
from desktop_app.ui.long_words import long_words
from desktop_app.ui.part_photo import PhotoField, dropped_picture
from desktop_app.ui.pictures import ClockPicture, RangeBar
from desktop_app.ui.verdict_mark import VerdictMark
from desktop_app.ui.widgets import button, label, name, rule, scrolling, selectable

if TYPE_CHECKING:
    from desktop_app.project.photos import PartPhoto
    from desktop_app.ui.conflict_view import ConflictView
    from desktop_app.ui.part_sheet import ElementLine, PartSheet, Step

TITLE_WIDTH, MOST_WIDTH = 104, 150
"""Points for the names of what was read, and where one of their words is longer."""


class WhyPanel(QFrame):
    """Shows one :class:`PartSheet` at a time; built anew for each, so nothing of the last remains."""

    closed = Signal()
    leaving_recorded = Signal(str, object)
    correct_wanted = Signal()
    statement_chosen = Signal(object, object)
    recorded_wanted = Signal(str)
    listed_wanted = Signal(int)
    photo_wanted, photo_removed = Signal(), Signal()
    photo_dropped = Signal(object)

    def __init__(self, catalogue: Catalogue) -> None:
        super().__init__()
        self.setObjectName("whyPanel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumWidth(330)
        self.catalogue = catalogue
        self.sheet: PartSheet | None = None
        self.leaving: dict[str, QPushButton] = {}
        self.conflicts: ConflictView | None = None
        self.more: QPushButton | None = None
        self.photo: PhotoField | None = None
        self.setAcceptDrops(True)
        self.title = label("heading")
        self.close_button = button(self.closed.emit, "plain")
        self.mail_button = button(self._copy_mail)
        top = QHBoxLayout()
        top.setContentsMargins(16, 8, 6, 6)
        top.addWidget(self.title, 1)
        top.addWidget(self.mail_button)
        top.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(rule())
        self.area = scrolling(QWidget())
        self.area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        column.addWidget(self.area, 1)
        self.body = QVBoxLayout()
        self.speak(catalogue)

    def sizeHint(self) -> QSize:
        """Beside the table, not instead of it."""
        return QSize(400, 500)

    def speak(self, catalogue: Catalogue) -> None:
        """Headings and buttons in one language; the session sends the part again by itself."""
        self.catalogue = catalogue
        text = catalogue.text
        self.title.setText(text("Why?"))
        self.close_button.setText(text("Close"))
        name(self.close_button, with_keys(catalogue, text("Close the reasons"), "Esc"))
        self.mail_button.setText(text("Copy as mail"))
        name(
            self.mail_button,
            text("Copy as mail"),
            text(
                "A short mail with the question that decides, in the supplier's language and English"
            ),
        )
        self.area.setAccessibleName(text("Reasons of the part"))
        if self.sheet is None:
            self.mail_button.setEnabled(False)

    def show_sheet(
        self, sheet: "PartSheet", leaving: str | None = None, photo: "PartPhoto | None" = None
    ) -> None:
        """Shows another part, from the top. ``leaving``: what was recorded of its supplier."""
        focused = next((a for a, made in self.leaving.items() if made.hasFocus()), None)
        is_other = self.sheet is None or self.sheet.part_id != sheet.part_id
        self.sheet = sheet
        self.mail_button.setEnabled(bool(sheet.mail))
        inside = QWidget()
        self.body = QVBoxLayout(inside)
        self.body.setContentsMargins(16, 12, 16, 16)
        self.body.setSpacing(6)
        self._show_head(sheet)
        self._show_conflicts(sheet)
        self._show_warnings(sheet)
        self._show_path(sheet)
        self._show_change(sheet)
        self._show_to_do(sheet)
        self._show_decided(sheet, leaving)
        self._show_clock(sheet)
        self._show_content(sheet)
        self._show_facts(sheet)
        self._show_photo(photo)
        self.body.addStretch()
        before = self.area.verticalScrollBar().value()
        inside.setObjectName("scrolled")
        self.area.setWidget(inside)
        self.area.verticalScrollBar().setValue(0 if is_other else before)
        if focused in self.leaving:
            self.leaving[focused].setFocus()

    def texts(self) -> list[str]:
        """Everything the panel says, from top to bottom."""
        inside: QWidget | None = self.area.widget()
        return [] if inside is None else [made.text() for made in inside.findChildren(QLabel)]

    def _head(self, words: str) -> None:
        self.body.addSpacing(8)
        self.body.addWidget(label("heading", text=words))

    def _say(self, words: str, tone: str = "") -> None:
        self.body.addWidget(selectable(label(tone, wraps=True, text=words)))

    def _show_head(self, sheet: "PartSheet") -> None:
        self._say(sheet.name, "title")
        beside = " · ".join(words for words in (sheet.number, sheet.supplier) if words)
        if beside:
            self._say(beside)
        self._say(sheet.place, "small")
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(VerdictMark(sheet.verdict), alignment=Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(label("heading", wraps=True, text=sheet.verdict_words), 1)
        self.body.addSpacing(4)
        self.body.addLayout(row)
        if sheet.estimate:
            self._say(sheet.estimate, "soft")
        for case, verdict in sheet.cases:
            self._say(self.catalogue.text("{case}: {verdict}", case=case, verdict=verdict), "soft")
        self.correct = button(self.correct_wanted.emit, "link")
        self.correct.setText(self.catalogue.text("Correct this part..."))
        hint = self.catalogue.text("Its kind, origin, mass and other facts")
        name(self.correct, self.catalogue.text("Correct this part"),
             with_keys(self.catalogue, hint, "Ctrl+R"))  # fmt: skip
        self.body.addWidget(self.correct, alignment=Qt.AlignmentFlag.AlignLeft)
        if sheet.is_listed:
            self.listed = button(partial(self.listed_wanted.emit, sheet.part_id), "link")
            self.listed.setText(self.catalogue.text("The listed name that it resembles..."))
            name(self.listed, self.catalogue.text("The listed name that it resembles"))
            self.body.addWidget(self.listed, alignment=Qt.AlignmentFlag.AlignLeft)

    def _show_conflicts(self, sheet: "PartSheet") -> None:
        self.conflicts = None
        if sheet.conflicts:
            from desktop_app.ui.conflict_view import ConflictView

            self.conflicts = ConflictView(sheet.conflicts, self.catalogue)
            self.conflicts.chosen.connect(self.statement_chosen)
            self.body.addSpacing(8)
            self.body.addWidget(self.conflicts)

    def _show_warnings(self, sheet: "PartSheet") -> None:
        if sheet.warnings:
            self._head(self.catalogue.text("What does not fit together"))
            for words in sheet.warnings:
                self._say(words)

    def _show_path(self, sheet: "PartSheet") -> None:
        self._head(self.catalogue.text("How the program came to this"))
        last = ""
        for step in sheet.steps:
            self._show_step(step, step.title if step.title != last else "")
            last = step.title

    def _show_step(self, step: "Step", title: str) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        heading = label("small", wraps=True, text=title)
        heading.setFixedWidth(TITLE_WIDTH)
        row.addWidget(heading, alignment=Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(1)
        column.addWidget(selectable(label(wraps=True, text=step.words)))
        beside = " · ".join(words for words in (step.evidence, step.source) if words)
        if beside:
            made = long_words(beside)
            made.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            column.addWidget(made)
        row.addLayout(column, 1)
        self.body.addLayout(row)

    def _show_change(self, sheet: "PartSheet") -> None:
        if sheet.flips:
            self._head(self.catalogue.text("What would change this"))
            for flip in sheet.flips:
                self._say(flip)

    def _show_to_do(self, sheet: "PartSheet") -> None:
        if sheet.questions:
            self._head(self.catalogue.text("What to ask"))
            for whom, words in sheet.questions:
                self._say(whom, "small")
                self._say(words)
        if sheet.actions:
            self._head(self.catalogue.text("What to do"))
            for words, removes in sheet.actions:
                self._say(words)
                if removes:
                    self._say(removes, "small")

    def _show_decided(self, sheet: "PartSheet", leaving: str | None) -> None:
        """What the user may say once for all parts of the supplier; a second click takes it back."""
        self.leaving, self.more = {}, None
        if not sheet.seller:
            return
        text = self.catalogue.text
        self._head(text("Decide once for the supplier"))
        asked = text("Do deliveries of {supplier} leave China?", supplier=sheet.seller)
        self._say(asked)
        row = QHBoxLayout()
        row.setSpacing(8)
        for answer, words in (
            ("yes", text("Yes")), ("no", text("No")), ("some", text("Differs by part")),
        ):  # fmt: skip
            made = button(partial(self._record, sheet.seller, answer, leaving), "segment")
            made.setText(words)
            made.setCheckable(True)
            made.setChecked(answer == leaving)
            name(made, f"{asked} {words}")
            row.addWidget(made)
            self.leaving[answer] = made
        row.addStretch()
        self.body.addLayout(row)
        if leaving is not None:
            answered = self.leaving[leaving].text()
            self._say(text("Recorded: {answer}. Click it again to take it back.", answer=answered),
                      "small")  # fmt: skip
        more = button(partial(self.recorded_wanted.emit, sheet.seller), "link")
        more.setText(text("More you know of it..."))
        name(more, text("Record more of {supplier}", supplier=sheet.seller), with_keys(
            self.catalogue, text("Delivery time, general licence, standard declaration"), "Ctrl+8"
        ))  # fmt: skip
        self.body.addWidget(more, alignment=Qt.AlignmentFlag.AlignLeft)
        self.more = more

    def _record(self, supplier: str, answer: str, before: str | None) -> None:
        self.leaving_recorded.emit(supplier, None if answer == before else answer)

    def _show_clock(self, sheet: "PartSheet") -> None:
        self._head(self.catalogue.text("Clock"))
        if sheet.clock is None:
            self._say(sheet.clock_words, "soft")
            return
        clock = sheet.clock
        self.body.addWidget(
            ClockPicture(clock.cover, clock.licence, clock.delivery, " ".join(clock.words))
        )
        for words in clock.words:
            self._say(words, "soft")

    def _show_content(self, sheet: "PartSheet") -> None:
        self._head(self.catalogue.text("Composition"))
        most = max((e.percent[2] for e in sheet.elements if e.percent), default=1.0)
        for element in sheet.elements:
            self._show_element(element, most)
        self._say(sheet.content, "soft")
        for words in sheet.shortage:
            self._say(words, "soft")

    def _show_element(self, element: "ElementLine", most: float) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        symbol = label("heading", text=element.symbol)
        symbol.setFixedWidth(26)
        row.addWidget(symbol)
        words = label("soft", wraps=True, text=element.words)
        words.setFixedWidth(TITLE_WIDTH)
        row.addWidget(words)
        if element.percent is not None:
            low, best, high = (self.catalogue.number(v, _digits(v)) for v in element.percent)
            said = self.catalogue.text("{low} to {high} %", low=low, high=high)
            row.addWidget(
                RangeBar(element.percent, most, f"{element.symbol}: {best} % ({said})"), 1
            )
            row.addWidget(label("small", text=said))
        else:
            row.addStretch(1)
        self.body.addLayout(row)

    def _show_facts(self, sheet: "PartSheet") -> None:
        self._head(self.catalogue.text("Read from the file"))
        headings = [label("small", wraps=True, text=title) for title, *_ in sheet.facts]
        width = _room_for(headings)
        for heading, (_title, value, cell) in zip(headings, sheet.facts, strict=True):
            row = QHBoxLayout()
            row.setSpacing(8)
            heading.setFixedWidth(width)
            row.addWidget(heading, alignment=Qt.AlignmentFlag.AlignTop)
            row.addWidget(selectable(label(wraps=True, text=value)), 1)
            row.addWidget(label("small", text=cell), alignment=Qt.AlignmentFlag.AlignTop)
            self.body.addLayout(row)
        for remark in sheet.remarks:
            self._say(remark, "soft")

    def _show_photo(self, photo: "PartPhoto | None") -> None:
        self._head(self.catalogue.text("Photo"))
        self.photo = PhotoField(photo, self.catalogue)
        self.photo.wanted.connect(self.photo_wanted)
        self.photo.removed.connect(self.photo_removed)
        self.body.addWidget(self.photo)

    def show_photo(self) -> None:
        """Scrolls to the photo, which stands below everything else: whoever dropped one sees it."""
        QTimer.singleShot(0, self, partial(self._scroll_to, self.photo))

    def _scroll_to(self, photo: PhotoField | None) -> None:
        """Once what was just put there has its place: what is said of a picture is lowest of all.
        Another part may be on show by then."""
        if photo is not None and photo is self.photo:
            self.area.ensureWidgetVisible(photo)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A picture is for the part; everything else is for the window below."""
        is_ours = self.sheet is not None and dropped_picture(event.mimeData()) is not None
        event.acceptProposedAction() if is_ours else event.ignore()

    def dropEvent(self, event: QDropEvent) -> None:
        """Attaches the picture to the part on show."""
        path = dropped_picture(event.mimeData())
        if path is not None:
            event.acceptProposedAction()
            self.photo_dropped.emit(path)

    def _copy_mail(self) -> None:
        if self.sheet is not None:
            QGuiApplication.clipboard().setText(self.sheet.mail)


def _digits(value: float) -> int:
    return 0 if value >= 10 or value == 0 else 1 if value >= 1 else 2


def _room_for(headings: "list[QLabel]") -> int:
    """Points across for titles below one another, so that the longest word of them is not cut."""
    widest = TITLE_WIDTH
    for heading in headings:
        heading.ensurePolished()
        for word in heading.text().split():
            widest = max(widest, heading.fontMetrics().horizontalAdvance(word) + 1)
    return min(widest, MOST_WIDTH)
