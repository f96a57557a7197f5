"""The large field that says where files go; the whole window takes them, this one shows it."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.language.catalogue import Catalogue
from desktop_app.ui.empty import Picture
from desktop_app.ui.jobs import Progress
from desktop_app.ui.keys import with_keys
from desktop_app.ui.start_words import INVITATION
from desktop_app.ui.theme import theme_now
from desktop_app.ui.widgets import button, label, name


class DropZone(QWidget):
    """One sentence, *Open files...* and *Try the sample*; small once files are there."""

    open_wanted = Signal()
    sample_wanted = Signal()

    def __init__(self, catalogue: Catalogue, is_small: bool) -> None:
        super().__init__()
        self.is_small = is_small
        self.is_over = False
        self.catalogue = catalogue
        self.picture = Picture("drop", 24 if is_small else 64)
        self.words = label("heading" if is_small else "title", wraps=True)
        self.hint = label("soft", wraps=True)
        self.open = button(self.open_wanted.emit, "" if is_small else "main")
        self.sample = button(self.sample_wanted.emit, "plain")
        policy = QSizePolicy.Policy
        self.setSizePolicy(policy.Expanding, policy.Minimum if is_small else policy.Expanding)
        if is_small:
            row = QHBoxLayout(self)
            row.setContentsMargins(18, 10, 14, 10)
            row.addWidget(self.picture)
            row.addWidget(self.words, 1)
            row.addWidget(self.open)
        else:
            self._lay_out_large()
        self.speak(catalogue)

    def _lay_out_large(self) -> None:
        middle = Qt.AlignmentFlag.AlignHCenter
        self.words.setAlignment(middle)
        self.hint.setAlignment(middle)
        column = self._column = QVBoxLayout(self)
        self.lie_close(False)
        column.addStretch(1)
        column.addWidget(self.picture, alignment=middle)
        column.addSpacing(4)
        column.addWidget(self.words)
        column.addWidget(self.hint)
        column.addSpacing(4)
        column.addWidget(self.open, alignment=middle)
        column.addWidget(self.sample, alignment=middle)
        column.addStretch(1)

    def lie_close(self, is_close: bool) -> None:
        """Less between the words and round them, where the page is low."""
        self._column.setContentsMargins(*((20, 4, 20, 4) if is_close else (20, 12, 20, 12)))
        self._column.setSpacing(4 if is_close else 10)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """On a low screen the words matter more than the picture."""
        super().resizeEvent(event)
        layout = self.layout()
        if layout is not None and not self.is_small:
            hidden = (
                self.picture.height() + self._column.spacing() if self.picture.isHidden() else 0
            )
            self.picture.setHidden(
                layout.totalHeightForWidth(self.width()) + hidden > self.height()
            )

    def sizeHint(self) -> QSize:
        """As large as there is room."""
        return QSize(520, 60 if self.is_small else 380)

    def speak(self, catalogue: Catalogue) -> None:
        """Its words."""
        self.catalogue = catalogue
        text = catalogue.text
        if self.is_small:
            self.words.setText(text("Drop more lists here, or a newer version of one"))
        else:
            self.words.setText(catalogue.say(INVITATION))
        self.hint.setText(catalogue.sentences((
            text("Excel, CSV or OpenDocument, as your system or your supplier made them. Several at "
                 "once, whole folders too."),
            text("Rows copied in a spreadsheet can be pasted."),
        )))  # fmt: skip
        self.open.setText(text("Open files..."))
        name(self.open, text("Open files..."), with_keys(catalogue, text("Open files"), "Ctrl+O"))
        self.sample.setText(text("Try the sample"))
        name(
            self.sample,
            text("Try the sample"),
            text("Invented suppliers and parts, every verdict once"),
        )

    def show_work(self, progress: Progress | None) -> None:
        """What is being read now; the invitation again when nothing is."""
        if progress is None:
            self.picture.show_icon("drop")
            self.speak(self.catalogue)
            return
        self.picture.show_icon("list")
        self.words.setText(self.catalogue.say(progress.what))
        self.hint.setText(
            self.catalogue.text("More lists can be dropped meanwhile; they wait their turn.")
        )

    def show_cancelled(self) -> None:
        """Says that nothing was kept."""
        self.picture.show_icon("close")
        self.words.setText(self.catalogue.text("Cancelled"))
        self.hint.setText(
            self.catalogue.text("Nothing of it was kept. Drop the lists again whenever you like.")
        )

    def show_over(self, is_over: bool) -> None:
        """Shows that what is dragged may be dropped."""
        self.is_over = is_over
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A dashed field; filled while something is dragged over the window."""
        theme = theme_now()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(QColor(theme.accent if self.is_over else theme.line_strong), 1.5)
        pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(QColor(theme.selected if self.is_over else theme.surface))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 10, 10)
        painter.end()
