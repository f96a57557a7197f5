"""Runs a long proof by hand and keeps what it found, with its day and commit."""

import argparse
import json
import subprocess
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any


def run_by_hand(
    battery: str, counts: str, run: Callable[[int, int], tuple[Mapping[str, Any], list[str]]]
) -> int:
    """Reads how many and from which seed, prints the result, and writes it where ``--out`` says.

    ``run`` gives the figures and what failed; the process ends with 1 where anything did.
    """
    parser = argparse.ArgumentParser()
    parser.add_argument(counts, type=int, nargs="?", default=1000)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--out", type=Path)
    options = parser.parse_args()
    commit = subprocess.run(
        ["git", "rev-parse", "HEAD"], capture_output=True, text=True, check=False
    ).stdout.strip()
    figures, failures = run(getattr(options, counts), options.seed)
    written = {
        "battery": battery, "date": datetime.now(UTC).isoformat(timespec="seconds"),
        "commit": commit, "seed": options.seed, **figures,
        "lost_or_unreadable": len(failures), "failures": failures,
    }  # fmt: skip
    text = json.dumps(written, indent=2) + "\n"
    if options.out is not None:
        options.out.write_text(text, encoding="utf-8")
    print(text)  # noqa: T201
    return 1 if failures else 0
