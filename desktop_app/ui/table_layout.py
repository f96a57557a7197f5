"""How a table is laid out, and the layouts a user keeps: one in use per table, and named ones.

Kept beside the settings in a file of its own. A file that cannot be read is put aside under another
name, never written over; what in it is not understood reads as if it were not there.
"""

import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

FILE = "table-layouts.json"
NARROWEST, WIDEST = 20, 4000
"""Widths of a column in pixels that can have been meant."""


@dataclass(frozen=True, slots=True)
class Layout:
    """``columns``: ids of those shown, from left to right; empty where the table decides by itself.
    ``widths`` in pixels by id, for those the user set. ``sort``: (column id, descending)."""

    columns: tuple[str, ...] = ()
    widths: Mapping[str, int] = field(default_factory=dict)
    sort: tuple[str, bool] | None = None
    group_by: str | None = None


def as_json(layout: Layout) -> dict[str, Any]:
    """What is written of a layout."""
    return {
        "columns": list(layout.columns),
        "widths": dict(layout.widths),
        "sort": None if layout.sort is None else list(layout.sort),
        "group_by": layout.group_by,
    }


def layout_from(value: Any) -> Layout:
    """A layout as it was written; each part that is not of its kind counts as not written."""
    found: Mapping[str, Any] = value if isinstance(value, dict) else {}
    columns, widths, sort = found.get("columns"), found.get("widths"), found.get("sort")
    group_by = found.get("group_by")
    return Layout(
        tuple(name for name in columns if isinstance(name, str))
        if isinstance(columns, list)
        else (),
        {name: wide for name, wide in widths.items() if _is_width(wide)}
        if isinstance(widths, dict)
        else {},
        _sort_from(sort),
        group_by if isinstance(group_by, str) else None,
    )


def _is_width(value: Any) -> bool:
    return type(value) is int and NARROWEST <= value <= WIDEST


def _sort_from(value: Any) -> tuple[str, bool] | None:
    if isinstance(value, list) and [type(part) for part in value] == [str, bool]:
        return (value[0], value[1])
    return None


class LayoutsFile:
    """The layouts of all tables. ``table`` is the name of a stage."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / FILE
        self._tables: dict[str, dict[str, Any]] = self._read()

    def used(self, table: str) -> Layout:
        """How the table was laid out last."""
        return layout_from(self._tables.get(table, {}).get("used"))

    def use(self, table: str, layout: Layout) -> None:
        """Keeps how the table is laid out now."""
        self._tables.setdefault(table, {})["used"] = as_json(layout)
        self._write()

    def names(self, table: str) -> list[str]:
        """Names of the layouts kept for a table, in the order in which they were made."""
        return list(self._named(table))

    def named(self, table: str, name: str) -> Layout:
        """A layout by its name; KeyError where there is none."""
        return layout_from(self._named(table)[name])

    def keep(self, table: str, name: str, layout: Layout) -> None:
        """Keeps a layout under a name; one of that name before gives way."""
        self._tables.setdefault(table, {})["named"] = self._named(table) | {name: as_json(layout)}
        self._write()

    def remove(self, table: str, name: str) -> None:
        """Forgets a named layout."""
        self._named(table).pop(name, None)
        self._write()

    def _named(self, table: str) -> dict[str, Any]:
        named = self._tables.get(table, {}).get("named")
        return named if isinstance(named, dict) else {}

    def _read(self) -> dict[str, dict[str, Any]]:
        try:
            read = json.loads(self.path.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return {}
        except (OSError, ValueError):
            return self._put_aside()
        if not isinstance(read, dict):
            return self._put_aside()
        return {name: table for name, table in read.items() if isinstance(table, dict)}

    def _put_aside(self) -> dict[str, dict[str, Any]]:
        with suppress(OSError):  # where it cannot be moved, it cannot be written over either
            self.path.replace(self.path.with_suffix(".unreadable.json"))
        return {}

    def _write(self) -> None:
        """A layout is a comfort: where the folder cannot be written, it is not kept, no more."""
        made = self.path.with_suffix(".new")
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            made.write_text(json.dumps(self._tables, ensure_ascii=False, indent=1), "utf-8")
            made.replace(self.path)
        except OSError:
            made.unlink(missing_ok=True)
