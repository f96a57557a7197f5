"""The last line of the window: what runs now, how far it is, and that nothing leaves the computer."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QWidget

from desktop_app.language.catalogue import Catalogue
from desktop_app.model.findings import Message
from desktop_app.ui.jobs import Progress
from desktop_app.ui.keys import with_keys
from desktop_app.ui.widgets import button, label, name

HIGH, HIGH_LOW = 34, 28
"""Points from top to bottom; in a low window."""


class StatusLine(QWidget):
    """Progress with Cancel while work runs; the last result stays readable afterwards."""

    cancel_wanted = Signal()
    offline_wanted = Signal()

    def __init__(self, catalogue: Catalogue) -> None:
        super().__init__()
        self.setObjectName("statusLine")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(HIGH)
        self.catalogue = catalogue
        self._said: Message | None = None
        self._result: Message | None = None
        self.words = label()
        self.bar = QProgressBar()
        self.bar.setFixedSize(180, 6)
        self.bar.setTextVisible(False)
        self.cancel: QPushButton = button(self.cancel_wanted.emit, "plain")
        self.offline: QPushButton = button(self.offline_wanted.emit, "plain")
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 0, 10, 0)
        row.setSpacing(12)
        row.addWidget(self.bar)
        row.addWidget(self.words)
        row.addWidget(self.cancel)
        row.addStretch()
        row.addWidget(self.offline)
        self.speak(catalogue)
        self.show_progress(None)

    def lie_close(self, is_low: bool) -> None:
        """Thin in a low window."""
        self.setFixedHeight(HIGH_LOW if is_low else HIGH)

    def speak(self, catalogue: Catalogue) -> None:
        """Everything in another language."""
        self.catalogue = catalogue
        text = catalogue.text
        self.cancel.setText(with_keys(catalogue, text("Cancel"), "Esc"))
        name(self.cancel, text("Cancel what runs now"))
        self.offline.setText(text("Offline: nothing leaves this computer"))
        name(self.offline, self.offline.text(), text("What this means"))
        self.bar.setAccessibleName(text("Progress"))
        if self._said is not None:
            self.words.setText(catalogue.say(self._said))

    def show_progress(self, progress: Progress | None) -> None:
        """What runs now; None when nothing does."""
        is_working = progress is not None
        self.bar.setVisible(is_working)
        self.cancel.setVisible(is_working)
        if progress is None:
            self._write(self._result)
            return
        self.bar.setRange(0, progress.total)
        self.bar.setValue(progress.done)
        self._write(progress.what)

    def say(self, message: Message) -> None:
        """A result; it stays readable until the next one, and comes back after other work."""
        self._result = message
        self._write(message)

    def _write(self, message: Message | None) -> None:
        self._said = message
        self.words.setText("" if message is None else self.catalogue.say(message))
