"""The files of a list as they lay on the disk, kept whole beside what was read of them."""

import hashlib
from pathlib import Path

from desktop_app.model.sources import SourceFile
from desktop_app.project.rules import project_rules


def bytes_of(file: SourceFile) -> bytes | None:
    """The bytes of a file that was not refused, still is what was read and is not too large; else
    None."""
    path = Path(file.path)
    try:
        if file.outcome == "refused" or path.stat().st_size > project_rules().kept_bytes:
            return None
        data = path.read_bytes()
    except OSError:
        return None
    return data if hashlib.sha256(data).hexdigest() == file.sha256 else None
