"""Shows what a report says in headings, sentences and small tables, inside the window."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from desktop_app.report.blocks import Block, Cell, Heading, Paragraph, Table
from desktop_app.ui.widgets import label, rule, selectable


def block_view(blocks: Sequence[Block]) -> QWidget:
    """A column of the blocks. Pictures and contents of a printed report are left out."""
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 8, 0)
    column.setSpacing(8)
    for block in blocks:
        if isinstance(block, Heading):
            column.addSpacing(10)
            column.addWidget(label("heading", wraps=True, text=block.text))
        elif isinstance(block, Paragraph):
            column.addWidget(selectable(label("soft", wraps=True, text=block.text)))
        elif isinstance(block, Table):
            column.addLayout(_table(block))
    column.addStretch()
    return made


def _table(table: Table) -> QGridLayout:
    """Headings small above their cells; numbers stand right, as in the report."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(24)
    grid.setVerticalSpacing(7)
    for at, column in enumerate(table.columns):
        unit = f" ({column.unit})" if column.unit else ""
        title = label("small", wraps=True, text=f"{column.title}{unit}")
        title.setAlignment(_side(column.kind))
        grid.addWidget(title, 0, at)
        grid.setColumnStretch(at, 3 if column.kind == "text" else 1)
    line = 1
    for row in table.rows:
        grid.addWidget(rule(), line, 0, 1, len(table.columns))
        for at, (column, cell) in enumerate(zip(table.columns, row.cells, strict=True)):
            grid.addWidget(_cell(cell, _side(column.kind)), line + 1, at)
        line += 2
    return grid


def _side(kind: str) -> Qt.AlignmentFlag:
    top = Qt.AlignmentFlag.AlignTop
    return top | (Qt.AlignmentFlag.AlignRight if kind == "number" else Qt.AlignmentFlag.AlignLeft)


def _cell(cell: Cell, side: Qt.AlignmentFlag) -> QWidget:
    """Laid out over the whole cell: only so do words that are broken get the height they need."""
    words = selectable(label("heading" if cell.strong else "", wraps=True, text=cell.text))
    words.setAlignment(side)
    if not cell.below:
        return words
    both = QWidget()
    column = QVBoxLayout(both)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(1)
    below: QLabel = label("small", wraps=True, text=cell.below)
    below.setAlignment(side)
    column.addWidget(words)
    column.addWidget(below, 1)
    return both
