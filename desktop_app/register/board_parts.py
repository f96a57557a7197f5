"""What the letters of reference designators, footprints and values say of a part of a circuit board.

``resources/register/board_letters.csv``, ``board_kinds.csv`` and ``board_values.csv`` hold it. The
standards give some letters different meanings (Q is a transistor, a breaker or, in German lists, a
crystal), so letters name one or several kinds, and never one alone decides what a part is.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from desktop_app.register.families import PartFamily
from desktop_app.register.family_files import split
from desktop_app.register.strict import RegisterError, read_table

SHORT = 2
"""Letters of a footprint word that counts at the beginning of a name only: R of R_0603."""


@dataclass(frozen=True, slots=True)
class BoardKind:
    """A kind of part on boards. ``family``: what it is taken for; ``agrees``: families by which texts
    name such parts. ``value``: how its value is written. ``named_after``: lists name such parts after
    what they serve, a connector after the motor plugged in. ``asks``: it may bear rare earths, and
    its letters alone are worth a question."""

    name: str
    family: str
    agrees: frozenset[str]
    value: str
    named_after: bool
    asks: bool


@dataclass(frozen=True, eq=False)
class BoardParts:
    """``letters``: capitals to the kinds that they may stand for. ``footprints``: beginnings of
    names of footprints, in small letters, to kinds. ``values``: patterns of values by name."""

    kinds: Mapping[str, BoardKind]
    letters: Mapping[str, frozenset[str]]
    footprints: Mapping[str, frozenset[str]]
    values: Mapping[str, "re.Pattern[str]"]

    @cached_property
    def footprint_words(self) -> "re.Pattern[str]":
        """Finds the words of footprints, short ones only where a name begins."""
        words = sorted(self.footprints, key=len, reverse=True)
        forms = (("^" if len(w) <= SHORT else r"(?<![^\W_])") + re.escape(w) for w in words)
        return re.compile(rf"(?:{'|'.join(forms)})(?![^\W\d_])")


def read_board_parts(root: Path, families: Mapping[str, PartFamily]) -> BoardParts:
    """The three tables of a folder of the register. Raises RegisterError with file and line."""
    values = _values(root / "board_values.csv")
    kinds: dict[str, BoardKind] = {}
    footprints: dict[str, set[str]] = {}
    path = root / "board_kinds.csv"
    columns = ("kind", "family", "agrees", "value", "footprints", "named_after", "asks", "source")
    for line, row in read_table(path, columns):
        name, agrees = row["kind"], split(row["agrees"])
        for family in (row["family"], *agrees):
            if family not in families:
                raise RegisterError(path, line, f"there is no family {family!r}")
        if name in kinds or (row["value"] and row["value"] not in values):
            raise RegisterError(path, line, f"{name!r} is given twice or has an unknown value")
        kinds[name] = BoardKind(
            name,
            row["family"],
            frozenset(agrees),
            row["value"],
            _said(path, line, row["named_after"]),
            _said(path, line, row["asks"]),
        )
        for word in split(row["footprints"]):
            footprints.setdefault(word.casefold(), set()).add(name)
    letters = _letters(root / "board_letters.csv", kinds)
    return BoardParts(
        kinds, letters, {word: frozenset(of) for word, of in footprints.items()}, values
    )


def _letters(path: Path, kinds: Mapping[str, BoardKind]) -> Mapping[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for line, row in read_table(path, ("letters", "kinds", "source")):
        of = frozenset(split(row["kinds"]))
        if not of or not of <= kinds.keys():
            raise RegisterError(path, line, f"unknown kinds {row['kinds']!r}")
        for letters in split(row["letters"]):
            if not (letters.isalpha() and letters.isupper()) or letters in found:
                raise RegisterError(path, line, f"{letters!r} is given twice or is no letters")
            found[letters] = of
    return found


def _values(path: Path) -> Mapping[str, "re.Pattern[str]"]:
    """Patterns: 4.7uF, 4 kHz, 4x10K, 4u7, M3x8, and where the table allows it 330 alone. A unit of one
    sign is joined to its figure: 5 m is no five megahertz, and that of a part number is none."""
    found: dict[str, re.Pattern[str]] = {}
    for line, row in read_table(path, ("value", "units", "within", "before", "bare", "source")):
        if row["value"] in found or not (row["units"] or row["before"]):
            raise RegisterError(path, line, f"{row['value']!r} is given twice or has no units")
        short, long = (
            [u for u in split(row["units"]) if (len(u) > 1) == of] for of in (False, True)
        )
        forms = [rf"(?<![\w.,]){_FIGURE}\s?{_either(long)}"] if long else []
        apart = r"(?<![\w.,-])(?:\d+x)?"
        forms += [rf"{apart}{_FIGURE}{_either(short)}"] if short else []
        forms += [rf"{apart}\d+{_either(split(row['within']))}\d+"] if row["within"] else []
        size = rf"{_FIGURE}(?:\s?[x×*]\s?{_FIGURE})?"
        forms += [apart + _either(split(row["before"])) + size] if row["before"] else []
        bare = rf"|^{_FIGURE}$" if _said(path, line, row["bare"]) else ""
        found[row["value"]] = re.compile(rf"(?:{'|'.join(forms)})(?![^\W_]){bare}")
    return found


_FIGURE = r"\d+(?:[.,]\d+)?"


def _either(words: Sequence[str]) -> str:
    return f"(?:{'|'.join(re.escape(w) for w in sorted(words, key=len, reverse=True))})"


def _said(path: Path, line: int, word: str) -> bool:
    if word not in ("", "yes"):
        raise RegisterError(path, line, f"{word!r} is neither yes nor empty")
    return word == "yes"
