"""Draws what runs out first: one line per part, bars on one scale of days, reachable by keyboard."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractListModel,
    QLineF,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from desktop_app.ui.marks import draw_verdict
from desktop_app.ui.theme import SMALL_PX, Theme, theme_now
from desktop_app.ui.widgets import tip

if TYPE_CHECKING:
    from desktop_app.report.blocks import RunOut
    from desktop_app.ui.run_out import RunOutPicture

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
LINE, BAR, EDGE, FEWEST, LEGEND_LINE = 28, 8, 12, 3, 18
LABEL_SHARE, LABEL_MOST, RIGHT = 0.28, 300, 172
SCROLL_BAR = 12
MIDDLE = Qt.AlignmentFlag.AlignVCenter


class DayScale:
    """Where a day stands between the names on the left and the dates on the right."""

    def __init__(self, width: float, span: float) -> None:
        self.left = EDGE + min(width * LABEL_SHARE, LABEL_MOST)
        self.right = max(self.left + 40, width - RIGHT)
        self.span = max(span, 1.0)

    def at(self, day: float) -> float:
        """Position of a day; days beyond the picture stand at its edges."""
        return self.left + min(max(day, 0.0), self.span) / self.span * (self.right - self.left)


def relief_of(line: "RunOut") -> float:
    """Day on which goods could arrive: licence, then delivery."""
    return sum(span[1] for span in (line.licence, line.delivery) if span is not None)


class _Lines(QAbstractListModel):
    """The lines of the picture, all or those of one group."""

    def __init__(self) -> None:
        super().__init__()
        self.picture: RunOutPicture | None = None
        self.shown: list[int] = []

    def show(self, picture: "RunOutPicture", group: str | None) -> None:
        """Shows another picture or another group of it."""
        self.beginResetModel()
        self.picture = picture
        self.shown = [at for at, own in enumerate(picture.groups) if group in (None, own)]
        self.endResetModel()

    def rowCount(self, parent: Index = ROOT) -> int:
        """Number of lines."""
        return 0 if parent.isValid() else len(self.shown)

    def line_at(self, row: int) -> "RunOut":
        """What is drawn in a row."""
        assert self.picture is not None  # noqa: S101 - there are no rows without a picture
        return self.picture.chart.lines[self.shown[row]]

    def part_at(self, row: int) -> int:
        """The part of a row."""
        assert self.picture is not None  # noqa: S101 - there are no rows without a picture
        return self.picture.part_ids[self.shown[row]]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The name, and the whole line in words."""
        if role == Qt.ItemDataRole.DisplayRole:
            return self.line_at(index.row()).label
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            spoken = "" if self.picture is None else self.picture.spoken[self.shown[index.row()]]
            supplier = self.line_at(index.row()).below
            return tip(f"{spoken}\n{supplier}") if role == Qt.ItemDataRole.ToolTipRole else spoken
        return None


class _Bars(QStyledItemDelegate):
    """Stock as a solid bar; below it licence time hatched and delivery outlined; the gap in red."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """All lines are equally high."""
        return QSize(200, LINE)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One part."""
        model = index.model()
        assert isinstance(model, _Lines)  # noqa: S101 - this delegate serves no other model
        if model.picture is None:
            return
        theme, box = theme_now(), QRectF(option.rect)
        line = model.line_at(index.row())
        scale = DayScale(box.width(), model.picture.span)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _paint_ground(painter, theme, option)
        painter.translate(box.topLeft())
        _paint_months(painter, theme, model.picture, scale, box.height())
        draw_verdict(
            painter, line.mark, QRectF(EDGE - 2, LINE / 2 - 6, 12, 12), theme.verdict(line.mark)
        )
        _paint_name(painter, theme, line, scale)
        _paint_bars(painter, theme, line, scale)
        _paint_date(painter, theme, line, scale, box.width())
        painter.restore()


def _paint_ground(painter: QPainter, theme: Theme, option: QStyleOptionViewItem) -> None:
    state = option.state
    if state & QStyle.StateFlag.State_Selected:
        painter.fillRect(option.rect, QColor(theme.selected))
    elif state & QStyle.StateFlag.State_MouseOver:
        painter.fillRect(option.rect, QColor(theme.hover))
    painter.setPen(QColor(theme.line))
    painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())


def _paint_months(
    painter: QPainter, theme: Theme, picture: "RunOutPicture", scale: DayScale, height: float
) -> None:
    painter.setPen(QColor(theme.line))
    for day, _label in picture.chart.months:
        if day <= picture.span:
            painter.drawLine(QLineF(scale.at(day), 0, scale.at(day), height - 1))


def _paint_name(painter: QPainter, theme: Theme, line: "RunOut", scale: DayScale) -> None:
    painter.setPen(QColor(theme.ink))
    room = QRectF(EDGE + 16, 0, scale.left - EDGE - 28, LINE)
    metrics = QFontMetricsF(painter.font())
    cut = metrics.elidedText(line.label, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, MIDDLE, cut)


def _paint_bars(painter: QPainter, theme: Theme, line: "RunOut", scale: DayScale) -> None:
    """Above what there is, below what must be waited for; between their ends the gap."""
    top = (LINE - 2 * BAR - 2) / 2
    stock = scale.at(line.supply[1])
    painter.fillRect(
        QRectF(scale.left, top, max(1.5, stock - scale.left), BAR), QColor(theme.stock)
    )
    if line.licence is not None:
        below = top + BAR + 2
        waiting, arrival = scale.at(line.licence[1]), scale.at(relief_of(line))
        edge = QPen(QColor(theme.not_verified), 1)
        painter.setPen(edge)
        painter.setBrush(QBrush(QColor(theme.not_verified), Qt.BrushStyle.BDiagPattern))
        if waiting > scale.left:
            painter.drawRect(QRectF(scale.left + 0.5, below, waiting - scale.left - 0.5, BAR - 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if arrival > waiting:
            painter.drawRect(QRectF(waiting, below, arrival - waiting, BAR - 1))
        if line.gap and arrival > stock:
            painter.setPen(QPen(QColor(theme.needed), 1.5))
            painter.drawRect(QRectF(stock + 1, top + 0.5, arrival - stock - 2, BAR - 1))
    painter.setPen(QPen(QColor(theme.soft), 1))
    low, high, y = scale.at(line.supply[0]), scale.at(line.supply[2]), top + BAR + 1
    painter.drawLine(QLineF(low, y, high, y))


def _paint_date(
    painter: QPainter, theme: Theme, line: "RunOut", scale: DayScale, width: float
) -> None:
    room = QRectF(scale.right + 12, 0, width - scale.right - 24, LINE)
    painter.setPen(QColor(theme.ink))
    painter.drawText(room, MIDDLE, line.run_out)
    if line.gap:
        bold = QFont(painter.font())
        bold.setWeight(QFont.Weight.Bold)
        painter.setFont(bold)
        painter.setPen(QColor(theme.needed))
        painter.drawText(room, MIDDLE | Qt.AlignmentFlag.AlignRight, line.gap)


class _Axis(QWidget):
    """Legend and months above the lines."""

    def __init__(self) -> None:
        super().__init__()
        self.picture: RunOutPicture | None = None
        self._fit()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_picture(self, picture: "RunOutPicture") -> None:
        """Words and months of another picture."""
        self.picture = picture
        self._fit()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The legend takes the lines it needs."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        lines = max((line for line, *_ in self._places()), default=0) + 1
        self.setFixedHeight(lines * LEGEND_LINE + 26)

    def _places(self) -> "list[tuple[int, float, str, str]]":
        """(line, x, key, words) of each sample of the legend."""
        if self.picture is None:
            return []
        metrics, places = QFontMetricsF(_small(self.font())), []
        line, x = 0, float(EDGE)
        for key, words in self.picture.chart.words:
            wide = 24 + metrics.horizontalAdvance(words)
            if x > EDGE and x + wide > self.width() - EDGE:
                line, x = line + 1, float(EDGE)
            places.append((line, x, key, words))
            x += wide + 18
        return places

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Two small lines of text, three where the window is narrow."""
        if self.picture is None:
            return
        theme, painter = theme_now(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(_small(self.font()))
        self._paint_legend(painter, theme)
        self._paint_months(painter, theme, self.picture)
        painter.end()

    def _paint_legend(self, painter: QPainter, theme: Theme) -> None:
        for line, x, key, words in self._places():
            y = line * LEGEND_LINE
            _paint_sample(painter, theme, key, x, y)
            painter.setPen(QColor(theme.soft))
            painter.drawText(QRectF(x + 24, y + 4, self.width(), 16), MIDDLE, words)

    def _paint_months(self, painter: QPainter, theme: Theme, picture: "RunOutPicture") -> None:
        scale = DayScale(self.width() - SCROLL_BAR, picture.span)
        metrics, free = QFontMetricsF(painter.font()), scale.left
        painter.setPen(QColor(theme.soft))
        for day, words in picture.chart.months:
            x, wide = scale.at(day), metrics.horizontalAdvance(words)
            if day <= picture.span and x >= free and x + wide <= scale.right:
                painter.drawText(QRectF(x, self.height() - 20, wide + 2, 16), MIDDLE, words)
                free = x + wide + 8
        painter.setPen(QColor(theme.line_strong))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)


def _small(font: QFont) -> QFont:
    small = QFont(font)
    small.setPixelSize(SMALL_PX)
    return small


def _paint_sample(painter: QPainter, theme: Theme, key: str, x: float, y: float) -> None:
    box = QRectF(x + 0.5, y + 8.5, 17, 7)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if key == "stock":
        painter.fillRect(box, QColor(theme.stock))
        return
    if key == "licence":
        painter.setBrush(QBrush(QColor(theme.not_verified), Qt.BrushStyle.BDiagPattern))
    gap = key == "gap"
    painter.setPen(QPen(QColor(theme.needed if gap else theme.not_verified), 1.5 if gap else 1))
    painter.drawRect(box)


class _List(QListView):
    """Enter opens the reasons of the line under the cursor."""

    opened = Signal(object)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens; the rest is Qt's."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.opened.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)


class RunOutView(QFrame):
    """The picture. ``part_chosen`` when a line is clicked, ``part_opened`` on Enter or double click."""

    part_chosen = Signal(object)
    part_opened = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("card")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.axis, self.lines = _Axis(), _Lines()
        self.list = _List()
        self.list.setObjectName("runOut")
        self.list.setModel(self.lines)
        self._bars = _Bars(self.list)
        self.list.setItemDelegate(self._bars)
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addWidget(self.axis)
        column.addWidget(self.list, 1)
        self.setMinimumHeight(self.axis.height() + LINE + 4)
        self.list.clicked.connect(lambda index: self._tell(self.part_chosen, index))
        self.list.doubleClicked.connect(lambda index: self._tell(self.part_opened, index))
        self.list.opened.connect(lambda index: self._tell(self.part_opened, index))

    def show_picture(self, picture: "RunOutPicture", group: str | None) -> None:
        """Shows the parts of a group, or all."""
        self.lines.show(picture, group)
        self.axis.show_picture(picture)
        self.list.setAccessibleName(picture.chart.alt)
        self.list.setToolTip("")

    def height_within(self, most: int) -> int:
        """As high as its lines, or as many whole lines as there is room for, at least three."""
        around = self.axis.height() + 4
        lines = min(len(self.lines.shown), max(FEWEST, (most - around) // LINE))
        return around + lines * LINE

    def _tell(self, signal: Any, index: QModelIndex) -> None:
        signal.emit(self.lines.part_at(index.row()))
