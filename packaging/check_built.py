"""Tries a built program as a user would: ``check_built.py FOLDER``. Standard library only.

Runs its self-test, assesses the sample into a report and data from a folder that is not the
project's, and opens the window without a screen. Nothing of the project's own Python is used: the
environment is emptied of what could lend it.
"""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

STAYS_OPEN = 8
"""Seconds a window has to fail in; a program that misses a library ends at once."""
LONGEST = 180


def main(arguments: list[str]) -> int:
    folder = Path(arguments[0]).resolve()
    window = folder / ("Lodestone.exe" if os.name == "nt" else "Lodestone")
    console = folder / "lodestone-cli.exe" if os.name == "nt" else window
    sample = next(folder.rglob("sample_supplier_parts.xlsx"))
    with tempfile.TemporaryDirectory() as place:
        home = Path(place)
        problems = [
            *self_test(console, home),
            *assessment(console, sample, home),
            *opening(window, sample, home),
        ]
    for problem in problems:
        print(problem, file=sys.stderr)
    print(f"{window.name}: {'does not work' if problems else 'works'}")
    return 1 if problems else 0


def alone(home: Path) -> dict[str, str]:
    """Neither the project's Python nor its modules; the user's data go into a folder of its own."""
    lent = ("PYTHON", "VIRTUAL_ENV", "LODESTONE", "QT_")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(lent)}
    return kept | {"LODESTONE_HOME": str(home / "data"), "QT_QPA_PLATFORM": "offscreen"}


def ran(command: list[str], home: Path) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        command, cwd=home, env=alone(home), capture_output=True, text=True, encoding="utf-8",
        timeout=LONGEST, check=False,
    )  # fmt: skip


def self_test(program: Path, home: Path) -> list[str]:
    done = ran([str(program), "self-test"], home)
    print(done.stdout.strip())
    return [f"self-test ended with {done.returncode}: {done.stderr}"] if done.returncode else []


def assessment(program: Path, sample: Path, home: Path) -> list[str]:
    """A report in Chinese, for its font, and the data of the same run."""
    report, data = home / "report.pdf", home / "data.json"
    outputs = ["--report", str(report), "--json", str(data), "--language", "zh"]
    done = ran([str(program), "assess", str(sample), *outputs], home)
    if done.returncode:
        return [f"assess ended with {done.returncode}: {done.stderr}"]
    parts = json.loads(data.read_text(encoding="utf-8"))["parts"]
    needed = sum(part["licence"]["verdict"] == "needed" for part in parts)
    print(f"{len(parts)} parts, {needed} need a licence, report of {report.stat().st_size} bytes")
    return [] if needed and report.read_bytes().startswith(b"%PDF") else ["nothing was found"]


def opening(program: Path, sample: Path, home: Path) -> list[str]:
    """The window with a file given to it stays open and complains of nothing."""
    with subprocess.Popen(
        [str(program), str(sample)], cwd=home, env=alone(home),
        stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
    ) as started:  # fmt: skip
        try:
            _, said = started.communicate(timeout=STAYS_OPEN)
        except subprocess.TimeoutExpired:
            started.terminate()
            _, said = started.communicate(timeout=LONGEST)
            return [f"the window complained: {said}"] if "Traceback" in said else []
    return [f"the window ended with {started.returncode}: {said}"]


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
