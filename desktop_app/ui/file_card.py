"""One file: what it is, what was found in it, where every row went, and what is wrong with it."""

from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop_app.language.catalogue import Catalogue
from desktop_app.model.answers import ANSWERED_BY
from desktop_app.model.findings import Issue, Message, nmsg
from desktop_app.model.sources import RowCounts, SourceFile
from desktop_app.ui.supplier_row import SupplierRow
from desktop_app.ui.widgets import button, card, label, name, selectable, tip

ISSUES_SHOWN = 4
ASKS_PASSWORD = ("E_ENCRYPTED", "E_WRONG_PASSWORD")
SEVERITIES = ("error", "warning", "note")


class FileCard(QWidget):
    """A card; refused files stay as cards with their reason."""

    remove_wanted = Signal(str)
    password_given = Signal(str, str)
    rows_wanted = Signal(str)
    supplier_named = Signal(str, str)

    def __init__(self, file: SourceFile, catalogue: Catalogue) -> None:
        super().__init__()
        self.file, self.catalogue = file, catalogue
        self.is_open = False
        self.supplier: SupplierRow | None = None
        frame, self.column = card()
        frame.setProperty("state", file.outcome)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
        top = QHBoxLayout()
        title = selectable(label("heading", wraps=True, text=file.name))
        title.setToolTip(tip(file.path))
        top.addWidget(title, 1)
        remove = button(lambda: self.remove_wanted.emit(file.path), "plain")
        remove.setText(catalogue.text("Remove"))
        name(remove, catalogue.text("Remove {file} from this window", file=file.name),
             catalogue.text("The file itself stays where it is"))  # fmt: skip
        top.addWidget(remove, alignment=Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(top)
        if file.problem is not None:
            self.column.addWidget(
                label("error", wraps=True, text=catalogue.say(file.problem.message))
            )
            self.column.addWidget(label(wraps=True, text=catalogue.say(file.problem.remedy)))
            if file.problem.code in ASKS_PASSWORD:
                self._ask_password()
            return
        self._show_found()

    def holds_focus(self) -> bool:
        """Whether the keys go to something on this card."""
        focused = self.window().focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def take_focus(self) -> None:
        """The keys go on where they were on the card of this file before."""
        if self.supplier is not None:
            self.supplier.change.setFocus()

    def _ask_password(self) -> None:
        """The word is used for this one reading and not kept."""
        text = self.catalogue.text
        self.password = QLineEdit()
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.password.setPlaceholderText(text("Password of the file"))
        self.password.setAcceptDrops(False)
        self.password.setMaximumWidth(260)
        name(self.password, text("Password of {file}", file=self.file.name))
        opens = button(self._give_password)
        opens.setText(text("Open"))
        name(opens, text("Open {file} with this password", file=self.file.name))
        self.password.returnPressed.connect(self._give_password)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.password, 1)
        row.addWidget(opens)
        row.addStretch(1)
        self.column.addLayout(row)

    def _give_password(self) -> None:
        if self.password.text():
            self.password_given.emit(self.file.path, self.password.text())

    def _show_found(self) -> None:
        file = self.file
        self._line(" · ".join(self._about()), "soft")
        if file.outcome == "read" and file.answered is None and not file.names_suppliers:
            self.supplier = SupplierRow(file, self.catalogue)
            self.supplier.named.connect(lambda name: self.supplier_named.emit(file.path, name))
            self.column.addWidget(self.supplier)
        if file.outcome == "no_table":
            self._say_no_table()
        elif file.answered is not None:
            found = next((i for i in file.issues if i.code == "W_ANSWERS"), None)
            self._line("" if found is None else self.catalogue.say(found.message))
            if file.answered.answered_by:
                self._beside(self.catalogue.say(ANSWERED_BY), file.answered.answered_by)
        else:
            self._line(reconciled(rows_of(file), self.catalogue))
        self._show_issues()

    def _say_no_table(self) -> None:
        """The way out: the user points at the headings."""
        file, text = self.file, self.catalogue.text
        self._line(text("No parts table was found: no row looks like the headings of one."))
        if not any(sheet.preview for sheet in file.sheets):
            return
        points = button(lambda: self.rows_wanted.emit(file.path))
        points.setText(text("Point at its headings"))
        name(points, text("Show the rows of {file} and point at its headings",
                          file=file.name))  # fmt: skip
        self.column.addWidget(points, alignment=Qt.AlignmentFlag.AlignLeft)

    def _about(self) -> Iterator[str]:
        file = self.file
        yield file.format.upper()
        if file.language:
            yield self.catalogue.language_name(file.language)
        tables = sum(len(sheet.tables) for sheet in file.sheets)
        sheets = nmsg("{n} sheet", "{n} sheets", len(file.sheets))
        yield self.catalogue.say(
            nmsg("{n} table on {sheets}", "{n} tables on {sheets}", tables, sheets=sheets)
        )
        hidden = sum(sheet.hidden for sheet in file.sheets)
        if hidden:
            yield self.catalogue.say(nmsg("{n} of them hidden", "{n} of them hidden", hidden))

    def _show_issues(self) -> None:
        issues = self._issues()
        shown = issues if self.is_open else issues[:ISSUES_SHOWN]
        for issue in shown:
            self._show_issue(issue)
        rest = len(issues) - len(shown)
        if rest:
            self.more = button(self._show_all, "link")
            self.more.setText(self.catalogue.say(nmsg("Show {n} more", "Show {n} more", rest)))
            self.more.setAccessibleName(self.more.text())
            self.column.addWidget(self.more, alignment=Qt.AlignmentFlag.AlignLeft)

    def _show_all(self) -> None:
        self.is_open = True
        self.more.deleteLater()
        for issue in self._issues()[ISSUES_SHOWN:]:
            self._show_issue(issue)

    def _issues(self) -> list[Issue]:
        """The gravest first; what the card already says of an answered questionnaire is left out."""
        told = ("W_ANSWERS",) if self.file.answered is not None else ()
        issues = (issue for issue in self.file.issues if issue.code not in told)
        return sorted(issues, key=lambda issue: SEVERITIES.index(issue.severity))

    def _show_issue(self, issue: Issue) -> None:
        tone = "error" if issue.severity == "error" else "soft" if issue.severity == "note" else ""
        place, words = place_of(issue, self.catalogue), self.catalogue.say(issue.message)
        self._beside(place, words, tone)

    def _beside(self, left: str, words: str, tone: str = "") -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        what = label("small", text=left)
        what.setFixedWidth(150)
        row.addWidget(what, alignment=Qt.AlignmentFlag.AlignTop)
        row.addWidget(selectable(label(tone, wraps=True, text=words)), 1)
        self.column.addLayout(row)

    def _line(self, words: str, tone: str = "") -> None:
        self.column.addWidget(selectable(label(tone, wraps=True, text=words)))


def place_of(issue: Issue, catalogue: Catalogue) -> str:
    """Sheet and cell of an issue; "" for the file as a whole."""
    if issue.row is None:
        return issue.sheet or ""
    if issue.column is None:
        cell = catalogue.text("row {row}", row=str(issue.row))
    else:
        cell = f"{letters(issue.column)}{issue.row}"
    return " › ".join(part for part in (issue.sheet, cell) if part)


def letters(column: int) -> str:
    """1 is A, 27 is AA."""
    said = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        said = chr(65 + rest) + said
    return said


def rows_of(file: SourceFile) -> RowCounts:
    """The rows of all tables of a file, added up by what became of them."""
    counts = [table.rows for sheet in file.sheets for table in sheet.tables]
    names = ("read", "parts", "duplicates", "totals", "blank", "rejected", "other")
    return RowCounts(**{name: sum(getattr(rows, name) for rows in counts) for name in names})


def reconciled(rows: RowCounts, catalogue: Catalogue) -> str:
    """Every row accounted for: read = parts + duplicates + totals + blank + rejected + other."""
    kinds: tuple[tuple[int, Message], ...] = (
        (rows.parts, nmsg("{n} part", "{n} parts", rows.parts)),
        (rows.duplicates, nmsg("{n} duplicate", "{n} duplicates", rows.duplicates)),
        (rows.totals, nmsg("{n} total", "{n} totals", rows.totals)),
        (rows.blank, nmsg("{n} blank", "{n} blank", rows.blank)),
        (rows.rejected, nmsg("{n} rejected", "{n} rejected", rows.rejected)),
        (rows.other, nmsg("{n} other", "{n} other", rows.other)),
    )
    there = " + ".join(catalogue.say(words) for count, words in kinds if count)
    read = catalogue.say(nmsg("{n} row read", "{n} rows read", rows.read))
    return f"{read} = {there}" if there else read
