"""Odd files through the command line: how each ended, and where that is not what was expected of it."""

import gc
import json
import time
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from desktop_app.cli import main
from tests.workbooks.odd_parts import Odd

MOST_SECONDS = 30.0
OPENED = ("read", "no_table")
ENDS = {0, 3, 4}
"""Exit codes of an assessment that came to its end."""


def answer(made: Odd, folder: Path) -> tuple[int, Mapping[str, Any], float]:
    """(exit code, the JSON of the assessment, seconds)."""
    path, out = folder / made.name, folder / "answer.json"
    path.write_bytes(made.make())
    given = ["assess", str(path), "--json", str(out)]
    if made.passwords:
        words = folder / "passwords.txt"
        words.write_text("\n".join(made.passwords), encoding="utf-8")
        given += ["--password-file", str(words)]
    out.unlink(missing_ok=True)
    start = time.monotonic()
    try:
        code = main(given)
    finally:
        path.unlink()
        gc.unfreeze()  # a command keeps what it has to its end; hundreds of them would fill the memory
        gc.collect()
    took = time.monotonic() - start
    return code, json.loads(out.read_text(encoding="utf-8")) if out.exists() else {}, took


def difference(made: Odd, code: int, told: Mapping[str, Any], took: float) -> str:
    """What is not as expected, in a few words; empty where all is."""
    if code not in ENDS or not told:
        return f"exit {code}"
    if took > MOST_SECONDS:
        return f"{took:.0f} s"
    file = told["files"][0]
    if file["outcome"] not in OPENED:
        return _refused(made, file["problem"])
    return _opened(made, file, told["parts"])


def tokens(made: Odd) -> set[str]:
    """``OPEN``, ``OPEN-W``, ``OPEN-E`` for anything, and codes."""
    plain = made.expected.replace("OPEN_WITH_WARNING", "OPEN-W").replace("OPEN_OR_ERROR", "OPEN-E")
    return {one if one.startswith(("E_", "OPEN")) else f"E_{one}" for one in plain.split("_OR_")}


def _refused(made: Odd, problem: Mapping[str, Any] | None) -> str:
    if problem is None:
        return "refused without a problem"
    if problem["code"] not in tokens(made) and "OPEN-E" not in tokens(made):
        return f"{problem['code']} instead of {made.expected}"
    return ""


def _opened(made: Odd, file: Mapping[str, Any], parts: list[Mapping[str, Any]]) -> str:
    may = tokens(made)
    codes = {issue["code"] for issue in file["issues"]}
    is_warned = any(code.startswith("W_") for code in codes)
    if (
        file["outcome"] == "no_table"
        and not parts
        and ("E_NO_TABLE" in may or (made.parts in ((), None) and "OPEN" in may))
    ):
        return ""
    if not any(token.startswith("OPEN") for token in may):
        return f"opened ({file['outcome']}, {len(parts)} parts) instead of {made.expected}"
    if "OPEN" not in may and "OPEN-E" not in may and not is_warned:
        return f"opened without a warning ({len(parts)} parts)"
    if missing := set(made.warnings) - codes:
        return f"without {', '.join(sorted(missing))}; has {', '.join(sorted(codes))}"
    wrong = _parts(made, parts) or _texts(made, parts) or _sheets(made, file)
    return "" if {"OPEN", "OPEN-W"} <= may and is_warned else wrong


def _parts(made: Odd, parts: list[Mapping[str, Any]]) -> str:
    if made.parts is None:
        return ""
    fields = ("part_number", "country_of_origin", "quantity", "unit_price")
    read = Counter(tuple(_plain(part[field]) for field in fields) for part in parts)
    meant = Counter(tuple(map(_plain, part)) for part in made.parts)
    if read == meant:
        return ""
    return f"parts: lacks {list((meant - read).elements())[:3]}, has {list((read - meant).elements())[:3]}"


def _plain(value: object) -> object:
    return round(float(value), 6) if isinstance(value, int | float) else value


def _texts(made: Odd, parts: list[Mapping[str, Any]]) -> str:
    read = {part["description"] for part in parts}
    lacking = [text for text in made.texts if text not in read]
    return f"texts: lacks {lacking}, has {sorted(map(str, read))[:4]}" if lacking else ""


def _sheets(made: Odd, file: Mapping[str, Any]) -> str:
    if made.sheets is None or file["outcome"] != "read" or len(file["sheets"]) == made.sheets:
        return ""
    return f"{len(file['sheets'])} sheets instead of {made.sheets}"


def wrong(files: Iterable[Odd], folder: Path) -> list[str]:
    """The files that ended otherwise than expected, each with the difference."""
    found = []
    for made in files:
        if different := difference(made, *answer(made, folder)):
            found.append(f"{made.kind} | {made.name} | {different}")
    return found
