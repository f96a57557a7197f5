"""How slow work says where it is, and learns that it should stop."""

from collections.abc import Callable
from typing import TypeAlias

from desktop_app.model.findings import Message

Report: TypeAlias = Callable[[Message, int, int], None]
"""Called with (what runs now, done, total). Raises ``Cancelled`` when the user asked to stop."""


def silent(_what: Message, _done: int, _total: int) -> None:
    """Progress nobody looks at."""
