"""Every odd file: ``python -m tests.workbooks.odd_files FOLDER`` writes them and their manifest there.

The manifest has the columns that the manifests of other collections have: path, kind, expected, expected_sheets.
Frozen on 2026-11-26, before it was looked at how any of them is read; first figures in ``battery_results.csv``.
Those of ``desk_*`` are a second collection, of the evening of that day, those of ``rough_*`` a third, of the
night behind it, those of ``stray_*`` a fourth, of the next night, under the same rule; those of
``crooked_*`` a fifth, of the morning of 2026-11-27; those of ``twisted_*`` a sixth, of its afternoon.
"""

import csv
import sys
from pathlib import Path

from tests.workbooks import (
    crooked_documents,
    crooked_packages,
    crooked_sheets,
    crooked_texts,
    desk_books,
    desk_envelopes,
    desk_sheets,
    desk_texts,
    odd_binaries,
    odd_disguises,
    odd_documents,
    odd_packages,
    odd_sheets,
    odd_texts,
    rough_binaries,
    rough_packages,
    rough_sheets,
    rough_texts,
    stray_binaries,
    stray_documents,
    stray_packages,
    stray_texts,
    twisted_books,
    twisted_held_out,
    twisted_texts,
)  # fmt: skip
from tests.workbooks.odd_parts import ODD, Odd

SLOW = frozenset(("line_of_200_megabytes.csv", "lines_of_60_megabytes.csv"))
"""Files that only the battery reads."""

__all__ = [
    "ODD", "SLOW", "Odd", "crooked_documents", "crooked_packages", "crooked_sheets", "crooked_texts",
    "desk_books", "desk_envelopes", "desk_sheets", "desk_texts", "odd_binaries",
    "odd_disguises", "odd_documents", "odd_packages", "odd_sheets", "odd_texts",
    "rough_binaries", "rough_packages", "rough_sheets", "rough_texts",
    "stray_binaries", "stray_documents", "stray_packages", "stray_texts",
    "twisted_books", "twisted_held_out", "twisted_texts",
]  # fmt: skip


def main(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "manifest.csv").open("w", encoding="utf-8", newline="") as stream:
        table = csv.writer(stream, lineterminator="\n")
        table.writerow(("path", "kind", "expected", "expected_sheets"))
        for made in ODD:
            (folder / made.name).write_bytes(made.make())
            table.writerow((made.name, made.kind, made.expected, made.sheets or ""))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
