"""Keeps PySide from reading the source text of every module that is imported after it.

From the first import of PySide on, each module that any ``import`` names is looked at once: its
source is read, decoded, split into lines that ``linecache`` keeps for ever, and searched for the
word PySide6, so that ``from __feature__ import snake_case`` may change names in it alone. Nobody
here does that. Measured with PySide 6.11.3: importing pandas behind it takes 1.4 times as long and
leaves 33 MB of lines in the memory.
"""

from contextlib import suppress
from types import ModuleType


def leave_sources_unread() -> None:
    """Says of every module that it uses no feature; where PySide has no such question, nothing."""
    with suppress(ImportError):  # without the libraries Qt draws with there is no window either
        # Makes PySide's own modules importable, which lie inside its library.
        import PySide6.QtCore  # noqa: F401
        from shibokensupport import feature  # type: ignore[import-not-found,unused-ignore]

        if hasattr(feature, "_mod_uses_pyside"):
            feature._mod_uses_pyside = _uses_no_feature


def _uses_no_feature(_module: ModuleType) -> bool:
    return False
