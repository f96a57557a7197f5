"""The labelled lines: frozen in a commit of their own before the matching was tuned on them."""

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent
LABELS = ("yes", "likely", "trace", "no", "open")
HOLDING = ("yes", "likely")


@dataclass(frozen=True, slots=True)
class Line:
    """A line as it stands in a parts list or catalogue.

    ``label``: what a specialist would say of rare earths in it; ``open`` where that is not settled,
    such lines count nowhere. ``families``: ids that are right, empty where it does not matter.
    ``source``: an id of ``sources.csv``.
    """

    language: str
    text: str
    label: str
    families: frozenset[str]
    source: str

    @property
    def holds(self) -> bool:
        """Whether an alarm is right."""
        return self.label in HOLDING


@cache
def labelled_lines() -> tuple[Line, ...]:
    """All lines with a settled label."""
    return tuple(line for line in all_lines() if line.label != "open")


@cache
def all_lines() -> tuple[Line, ...]:
    """All lines in the order of the file."""
    with (FOLDER / "lines.csv").open(encoding="utf-8", newline="") as file:
        return tuple(
            Line(
                row["language"],
                row["text"],
                row["label"],
                frozenset(part for part in row["families"].split(";") if part),
                row["source"],
            )
            for row in csv.DictReader(file)
        )


def source_ids() -> frozenset[str]:
    """The sources that a line may name."""
    with (FOLDER / "sources.csv").open(encoding="utf-8", newline="") as file:
        return frozenset(row["id"] for row in csv.DictReader(file))
