"""The field for the day that everything is answered for."""

from PySide6.QtCore import QEvent

from desktop_app.ui.typed_day import TypedDay


class DayEdit(TypedDay):
    """Another day is one step of the desk, so undo and redo are those of the window: the field's own
    know nothing of it and would swallow the keys."""

    def event(self, event: QEvent) -> bool:
        """Leaves these two shortcuts to the menu."""
        if event.type() == QEvent.Type.ShortcutOverride:
            from PySide6.QtGui import QKeyEvent, QKeySequence

            if not isinstance(event, QKeyEvent):
                return super().event(event)
            steps = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)
            if any(event.matches(step) for step in steps):
                event.ignore()
                return False
        return super().event(event)
