"""Reads a file in this process, through every step but the child: for thousands of small files."""

import io
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from desktop_app.intake.headings import heading_book
from desktop_app.intake.reader_child import answer, send
from desktop_app.intake.reader_pool import Answered
from desktop_app.intake.reading import read_together
from desktop_app.intake.sandbox import unpack
from desktop_app.intake.understanding import gather, understand
from desktop_app.model.reading import Reading


def read_here(path: Path) -> Reading | str:
    """The reading of a file, or the code of the refusal."""
    found = ask_here(path)
    if "refused" in found:
        return str(found["refused"])
    return gather([understand(path, "", found, heading_book())])


def read_all_here(paths: Sequence[Path], on: date | None = None) -> Reading:
    """The reading of files dropped together; ``on``: the day that is asked about."""
    answered = [Answered(path, "", ask_here(path)) for path in paths]
    return read_together(answered, len(paths), on=on)


def ask_here(path: Path) -> dict[str, Any]:
    """What the reader child would say, packed and unpacked as on its way to the parent."""
    out = io.BytesIO()
    send(out, *answer(path, False, io.BytesIO()))
    return unpack(out.getvalue()[8:])
