"""The reader child: opens one supplier file and writes what it holds as JSON to standard output.

A crash, a hang or a flood of memory in a spreadsheet library ends this process, not the program.
It imports neither Qt nor pandas. Usage: ``--reader-child MEGABYTES PATH``.
"""

import sys
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import orjson

from desktop_app.intake.refusal import Refused


def main(arguments: list[str]) -> int:
    """Reads the file named last; exit 0 also when it is refused: the reason is in the answer."""
    limit_memory(int(arguments[0]))
    path = Path(arguments[1])
    try:
        from desktop_app.intake.workbook import open_workbook

        answer = _as_values(open_workbook(path))
    except Refused as refused:
        answer = {"refused": refused.code, "detail": refused.detail[:500]}
    except MemoryError:
        answer = {"refused": "E_MEMORY", "detail": ""}
    except PermissionError as refused:
        answer = {"refused": "E_NO_PERMISSION", "detail": str(refused)}
    except OSError as failure:
        answer = {"refused": "E_CORRUPT", "detail": str(failure)}
    options = orjson.OPT_PASSTHROUGH_DATETIME | orjson.OPT_NON_STR_KEYS
    sys.stdout.buffer.write(orjson.dumps(answer, default=_unusual, option=options))
    sys.stdout.buffer.flush()
    return 0


def limit_memory(megabytes: int) -> None:
    """Linux only: elsewhere the parent watches the time, and a flood ends with the process."""
    try:
        import resource
    except ImportError:
        return
    if sys.platform == "linux":
        size = megabytes * 1_000_000
        resource.setrlimit(resource.RLIMIT_AS, (size, size))


def _as_values(book: Any) -> dict[str, Any]:
    return {
        "format": book.format,
        "encoding": book.encoding,
        "macros": book.has_macros,
        "second_reader": book.second_reader,
        "sheets": [
            {
                "name": sheet.name,
                "hidden": sheet.notes.hidden,
                "first_row": sheet.first_row,
                "first_column": sheet.first_column,
                "rows": sheet.rows,
                "errors": sheet.notes.errors,
                "uncalculated": sheet.notes.uncalculated,
                "hidden_rows": sheet.notes.hidden_rows,
                "hidden_columns": sheet.notes.hidden_columns,
                "filled": sheet.notes.filled,
                "merged": sheet.merged,
            }
            for sheet in book.sheets
        ],
    }


def _unusual(value: Any) -> Any:
    """Days travel as a one-element list, so that they cannot be taken for text."""
    if isinstance(value, datetime):
        return [value.date().isoformat()]
    if isinstance(value, date):
        return [value.isoformat()]
    if isinstance(value, timedelta):
        return value.total_seconds() / 86_400
    if isinstance(value, time):
        return value.isoformat()
    return str(value)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
