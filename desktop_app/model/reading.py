"""What intake hands on: the files as found and the parts read from them."""

from dataclasses import dataclass

from desktop_app.model.parts import PartTable
from desktop_app.model.sources import SourceFile


@dataclass(frozen=True, eq=False)
class Reading:
    """``parts`` holds the rows of every file that was read, in file, sheet and row order."""

    files: tuple[SourceFile, ...]
    parts: PartTable
