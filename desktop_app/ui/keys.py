"""Shortcuts as the system writes them: a Mac has signs where others have words."""

from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence

if TYPE_CHECKING:
    from desktop_app.language.catalogue import Catalogue


def native_keys(keys: str) -> str:
    """``keys`` as in a menu; several with a comma between, a row of them with three dots."""
    native = QKeySequence.SequenceFormat.NativeText
    written = []
    for several in keys.split(", "):
        ends = [QKeySequence(key).toString(native) or key for key in several.split(" ... ")]
        written.append(" ... ".join(ends))
    return ", ".join(written)


def with_keys(catalogue: "Catalogue", words: str, keys: str) -> str:
    """What the mouse hears of a control: what it does, and the keys that do it too."""
    return catalogue.text("{what} ({keys})", what=words, keys=native_keys(keys))
