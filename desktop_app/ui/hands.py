"""Where somebody's hands are beside a list: what is built anew there takes nothing from them."""

from collections.abc import Mapping
from typing import NamedTuple

from PySide6.QtWidgets import QApplication, QLineEdit, QWidget


class Hands(NamedTuple):
    """``name`` and ``kind`` of what has the keyboard, ``at``: the place in its text; ``typed``: texts that
    were typed, by the names of their fields."""

    kind: type[QWidget]
    name: str
    at: int
    typed: Mapping[str, str]


def hands_in(inside: QWidget | None) -> Hands | None:
    """None where the keyboard is elsewhere: then nobody is at work there."""
    focus = QApplication.focusWidget()
    if inside is None or focus is None or not inside.isAncestorOf(focus):
        return None
    typed = {
        edit.accessibleName(): edit.text()
        for edit in inside.findChildren(QLineEdit)
        if edit.isModified() and edit.accessibleName()
    }
    at = focus.cursorPosition() if isinstance(focus, QLineEdit) else 0
    return Hands(type(focus), focus.accessibleName(), at, typed)


def put_back(hands: Hands, inside: QWidget, otherwise: QWidget) -> None:
    """Into fields of the same names; ``otherwise`` has the keyboard where there is no such field now."""
    for edit in inside.findChildren(QLineEdit):
        if edit.accessibleName() in hands.typed and not edit.isReadOnly():
            edit.setText(hands.typed[edit.accessibleName()])
            edit.setModified(True)
    named = (w for w in inside.findChildren(hands.kind) if w.accessibleName() == hands.name)
    found = next((widget for widget in named if widget.isEnabled() and hands.name), otherwise)
    found.setFocus()
    if isinstance(found, QLineEdit):
        found.setCursorPosition(hands.at)
