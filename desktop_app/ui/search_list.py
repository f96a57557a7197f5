"""A field and a list below it: typing narrows the list, Enter or a click chooses."""

from collections.abc import Sequence
from typing import NamedTuple, TypeAlias

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from desktop_app.ui.theme import theme_now

BESIDE, SPOKEN = Qt.ItemDataRole.UserRole + 1, Qt.ItemDataRole.AccessibleTextRole
EDGE = 8
"""Points beside the words: the padding that the style sheet gives an entry."""
Index: TypeAlias = QModelIndex | QPersistentModelIndex


class Choice(NamedTuple):
    """One line. ``words`` are looked through; ``beside`` only stands there."""

    words: str
    beside: str = ""


class TwoEnds(QStyledItemDelegate):
    """What a choice is called at the left edge, what stands beside it at the right one. Without room
    for both the latter gives way first, but for a third of the line: a key is never longer."""

    @staticmethod
    def fitted(option: QStyleOptionViewItem, words: str, beside: str) -> tuple[str, str]:
        """Both as they fit into the line, with dots where they do not."""
        metrics, line = option.fontMetrics, option.rect.width() - 4 * EDGE
        name, side = metrics.horizontalAdvance(words), metrics.horizontalAdvance(beside)
        if name + side <= line:
            return words, beside
        dots, room = Qt.TextElideMode.ElideRight, max(line - name, min(side + 1, line // 3))
        return metrics.elidedText(words, dots, line - room), metrics.elidedText(beside, dots, room)

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """The name ends in dots where it would run into what stands beside it."""
        super().initStyleOption(option, index)
        beside = str(index.data(BESIDE) or "")
        if beside:
            option.text = self.fitted(option, option.text, beside)[0]

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The line as the style sheet dresses it, then what stands at its end."""
        super().paint(painter, option, index)
        beside = str(index.data(BESIDE) or "")
        if beside:
            painter.save()
            painter.setPen(QColor(theme_now().soft))
            painter.drawText(
                option.rect.adjusted(EDGE, 0, -EDGE, 0),
                Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
                self.fitted(option, str(index.data() or ""), beside)[1],
            )
            painter.restore()


class SearchList(QWidget):
    """``chosen`` carries the place of a choice in what was offered."""

    chosen = Signal(int)

    def __init__(self, choices: Sequence[Choice]) -> None:
        super().__init__()
        self.choices = choices
        self.field, self.list = QLineEdit(), QListWidget()
        self.list.setObjectName("sheetList")
        self.list.setItemDelegate(TwoEnds(self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.field)
        column.addWidget(self.list, 1)
        self.field.textChanged.connect(self._show)
        self.field.installEventFilter(self)
        self.list.itemActivated.connect(lambda _item: self.choose())
        self.list.itemClicked.connect(lambda _item: self.choose())
        self._show()

    def _show(self) -> None:
        words = self.field.text().casefold().split()
        self.list.clear()
        for at, choice in enumerate(self.choices):
            if all(word in choice.words.casefold() for word in words):
                item = QListWidgetItem(choice.words)
                item.setData(BESIDE, choice.beside)
                item.setData(SPOKEN, " ".join(part for part in choice if part))
                item.setData(Qt.ItemDataRole.UserRole, at)
                self.list.addItem(item)
        self.list.setCurrentRow(0)

    def mark(self, at: int) -> None:
        """Puts the mark on a choice that is shown."""
        for row in range(self.list.count()):
            if self.list.item(row).data(Qt.ItemDataRole.UserRole) == at:
                self.list.setCurrentRow(row)

    def choose(self) -> None:
        """Chooses what is marked."""
        item = self.list.currentItem()
        if item is not None:
            self.chosen.emit(item.data(Qt.ItemDataRole.UserRole))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and down go through the list while one types; Enter chooses what is marked."""
        if watched is not self.field or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        if event.type() != QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if event.key() in steps:
            row = self.list.currentRow() + steps[Qt.Key(event.key())]
            self.list.setCurrentRow(max(0, min(row, self.list.count() - 1)))
            return True
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.choose()
            return True
        return super().eventFilter(watched, event)
