"""Whether the lists say who supplies their parts: letters, mails and the map of suppliers need it."""

from desktop_app.model.parts import PartTable


def names_suppliers(parts: PartTable) -> bool:
    """Whether any part says who supplies or makes it."""
    return any(bool(parts.frame[field].notna().any()) for field in ("supplier", "manufacturer"))
