"""The figures that are judgement, each with its reason, to be set for the project on the desk."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QLineEdit, QWidget

from desktop_app.language.catalogue import Catalogue
from desktop_app.model.findings import Message, msg
from desktop_app.ui.dialogs import Sheet, give_room
from desktop_app.ui.set_figures import FigureLine, figure_lines, numbers_of
from desktop_app.ui.widgets import button, label, restyle, rule, scrolling

if TYPE_CHECKING:
    from desktop_app.project.recorded import Recorded
    from desktop_app.register.supply import Figures

FIELD_WIDTH, NAME_WIDTH, UNIT_WIDTH = 74, 230, 120
WIDTH, HEIGHT, BAR = 760, 320, 24
END_WORDS = (msg("lowest"), msg("most likely"), msg("highest"))


class FiguresSheet(Sheet):
    """One line per figure; what was changed acts when *Use these figures* is pressed, as one step."""

    def __init__(
        self,
        parent: QWidget,
        catalogue: Catalogue,
        figures: "Figures",
        recorded: "Recorded | None",
        use: Callable[[Mapping[str, tuple[float, ...] | None], str], object],
    ) -> None:
        super().__init__(parent, catalogue, catalogue.text("Figures that are judgement"))
        self.figures, self._use = figures, use
        self.lines = figure_lines(figures, recorded, catalogue)
        self.fields: dict[str, tuple[QLineEdit, ...]] = {}
        text = catalogue.text
        self.column.addWidget(
            label("soft", wraps=True, text=text(
                "Whoever answers for the risk should set these. They hold for this project, are "
                "printed with who set them, and move days and risks, never a licence verdict."
            ))
        )  # fmt: skip
        inside = QWidget()
        self.grid = QGridLayout(inside)
        self.grid.setHorizontalSpacing(10)
        self.grid.setVerticalSpacing(4)
        self.grid.setColumnStretch(0, 1)
        self.grid.setColumnMinimumWidth(0, NAME_WIDTH)
        self.grid.setColumnMinimumWidth(4, UNIT_WIDTH)
        for column, words in enumerate(END_WORDS, start=1):
            self.grid.addWidget(label("small", text=catalogue.say(words)), 0, column)
        for row, line in enumerate(self.lines):
            self._add(line, 3 * row + 1)
        area = scrolling(inside)
        give_room(area, max(WIDTH, inside.minimumSizeHint().width() + BAR), HEIGHT)
        area.setAccessibleName(text("Figures that are judgement"))
        self.column.addWidget(area, 1)
        self._add_foot()

    def _add(self, line: FigureLine, row: int) -> None:
        self.grid.addWidget(label("heading", wraps=True, text=line.words), row, 0)
        edits = tuple(self._field(line, at) for at in range(len(line.values)))
        first = 1 if len(edits) == len(END_WORDS) else 2
        for at, edit in enumerate(edits):
            self.grid.addWidget(edit, row, first + at)
        self.grid.addWidget(label("small", wraps=True, text=line.unit), row, 4)
        self.fields[line.name] = edits
        back = button(lambda: self._ship(line), "plain")
        back.setText(self.catalogue.text("as shipped"))
        back.setAccessibleName(self.catalogue.text("{figure}: as shipped", figure=line.words))
        keeps = back.sizePolicy()
        keeps.setRetainSizeWhenHidden(True)
        back.setSizePolicy(keeps)

        def show_back() -> None:
            back.setVisible(tuple(edit.text() for edit in edits) != line.shipped)

        for edit in edits:
            edit.textChanged.connect(lambda _text: show_back())
        show_back()
        self.grid.addWidget(back, row, 5)
        self.grid.addWidget(self._reason(line), row + 1, 0, 1, 6)
        self.grid.addWidget(rule(), row + 2, 0, 1, 6)

    def _field(self, line: FigureLine, at: int) -> QLineEdit:
        edit = QLineEdit(line.values[at])
        edit.setFixedWidth(FIELD_WIDTH)
        edit.setAlignment(Qt.AlignmentFlag.AlignRight)
        end = self.catalogue.say(END_WORDS[at if len(line.values) > 1 else 1])
        edit.setAccessibleName(f"{line.words}, {end}, {line.unit}")
        edit.textChanged.connect(lambda _text: self._mark(edit, False))
        return edit

    def _reason(self, line: FigureLine) -> QLabel:
        said = self.catalogue.text(
            "{reason} Rests on: {basis}.", reason=line.note, basis=line.rests_on
        )
        if line.source:
            set_by = self.catalogue.text(
                "Set for this project by {source}; shipped: {value}",
                source=line.source, value=" / ".join(line.shipped),
            )  # fmt: skip
            said = self.catalogue.sentences((said, set_by))
        return label("soft", wraps=True, text=said)

    def _add_foot(self) -> None:
        text = self.catalogue.text
        self.who = QLineEdit(next((line.source for line in self.lines if line.source), ""))
        self.who.setPlaceholderText(text("Name, or a document"))
        self.who.setAccessibleName(text("Whose judgement it is"))
        said = label("small", text=text("Whose judgement it is"))
        said.setBuddy(self.who)
        self.does = self.use = button(self._take)
        self.use.setText(text("Use these figures"))
        self.use.setAccessibleName(self.use.text())
        self.note = label("small", wraps=True)
        self.note.hide()
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(said)
        row.addWidget(self.who, 1)
        self.column.addLayout(row)
        self.column.addWidget(self.note)

    def _ship(self, line: FigureLine) -> None:
        for edit, shipped in zip(self.fields[line.name], line.shipped, strict=True):
            edit.setText(shipped)

    def _take(self) -> None:
        """Reads every changed line; nothing is used while one of them cannot be."""
        changes: dict[str, tuple[float, ...] | None] = {}
        wrong: list[FigureLine] = []
        for line in self.lines:
            edits = self.fields[line.name]
            typed = tuple(edit.text().strip() for edit in edits)
            if typed == line.values:
                continue
            if typed == line.shipped:
                changes[line.name] = None
                continue
            try:
                changes[line.name] = numbers_of(line, typed, self.figures)
            except ValueError:
                wrong.append(line)
                for edit in edits:
                    self._mark(edit, True)
        if wrong:
            self._say(msg(
                "Not used: {figure} needs numbers that rise from the lowest to the highest, none "
                "below zero, none above 100 %.",
                figure=wrong[0].words,
            ))  # fmt: skip
            self.fields[wrong[0].name][0].setFocus()
        elif not changes:
            self._say(msg("Nothing was changed."))
        elif not self.who.text().strip() and any(made for made in changes.values()):
            self._say(msg("Say whose judgement it is: it is printed beside the figures."))
            self.who.setFocus()
        else:
            self._use(changes, self.who.text().strip())
            self.accept()

    def _mark(self, edit: QLineEdit, is_wrong: bool) -> None:
        if bool(edit.property("wrong")) is not is_wrong:
            edit.setProperty("wrong", is_wrong)
            restyle(edit)

    def _say(self, message: Message) -> None:
        self.note.setText(self.catalogue.say(message))
        self.note.show()
