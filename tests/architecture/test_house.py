"""The house stands as it was laid out: rooms, licences, sizes, and what must not be in the tree."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TOP_LEVEL = {
    "pyproject.toml", "README.md", "LICENSE", "desktop_app", "resources", "templates", "tests",
    "packaging",
}  # fmt: skip
# Built so that this file does not hold what it looks for.
INDEX_HOSTS = ["py" + "pi.org", "python" + "hosted.org", "npm" + "js.org", "deb." + "debian.org"]
MACHINE_PATH = re.compile(r"(?<![\w.])/(work|farm|root)/[a-z]")
PROMISES = re.compile(r"\b(TO" + r"DO|FIX" + r"ME|XX" + r"X)\b")


def tracked() -> list[Path]:
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout
    return [ROOT / name for name in listed.split("\0") if name and (ROOT / name).exists()]


def texts(paths: list[Path]) -> list[tuple[Path, str]]:
    kinds = {".py", ".md", ".toml", ".yaml", ".csv", ".json", ".po", ".lock", ".in", ".txt", ""}
    return [(p, p.read_text(encoding="utf-8")) for p in paths if p.suffix in kinds and p.is_file()]


def test_top_level_is_exactly_the_house() -> None:
    names = {path.relative_to(ROOT).parts[0] for path in tracked()}
    assert {name for name in names if not name.startswith(".")} == TOP_LEVEL


def test_source_files_are_one_room_each() -> None:
    sizes = {
        path.relative_to(ROOT).as_posix(): len(path.read_text(encoding="utf-8").splitlines())
        for path in tracked()
        if path.suffix == ".py"
    }
    assert {name: size for name, size in sizes.items() if size > 400} == {}


def test_no_address_of_an_index_or_this_machine_is_committed() -> None:
    found = [
        f"{path.relative_to(ROOT)}: {what}"
        for path, text in texts(tracked())
        for what in [*[h for h in INDEX_HOSTS if h in text], *MACHINE_PATH.findall(text)]
    ]
    assert found == []


def test_what_the_readme_shows_and_names_is_there() -> None:
    """Pictures come from ``dev.py shots``; paths in the text are looked up."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    pictures = re.findall(r"!\[[^\]]*\]\(([^)]+)\)", text)
    assert pictures
    named = re.findall(r"`((?:resources|templates|packaging|desktop_app|tests)/[\w./-]+)`", text)
    missing = [name for name in [*pictures, *named] if not (ROOT / name).exists()]
    assert [name for name in missing if "xx." not in name] == []


def test_the_map_of_the_readme_names_each_room() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    first = "".join(re.findall(r"^\|([^|\n]*)\|[^|\n]*\|[^|\n]*\|$", text, re.MULTILINE))
    rooms = {path.parent.name for path in (ROOT / "desktop_app").glob("*/__init__.py")}
    assert rooms - set(re.findall(r"`([\w.]+)`", first)) == set()


def test_no_promises_instead_of_work() -> None:
    found = [str(path) for path, text in texts(tracked()) if PROMISES.search(text)]
    assert found == []


def test_only_the_lgpl_modules_of_qt_are_used() -> None:
    """Of the Addons wheel only QtPdf and QtPdfWidgets may be used; the rest is GPL or huge."""
    allowed = {
        "QtCore", "QtGui", "QtWidgets", "QtPrintSupport", "QtSvg", "QtSvgWidgets", "QtNetwork",
        "QtTest", "QtPdf", "QtPdfWidgets",
    }  # fmt: skip
    used = {
        module
        for path, text in texts([p for p in tracked() if p.suffix == ".py"])
        for module in re.findall(r"(?:from|import) PySide6\.(\w+)", text)
    }
    assert used <= allowed


def import_contracts(root: Path) -> subprocess.CompletedProcess[str]:
    command = Path(sys.executable).with_name("lint-imports")
    return subprocess.run(
        [str(command), "--no-cache"], cwd=root, capture_output=True, text=True, check=False,
        env={"PYTHONPATH": str(root), "PATH": "", "COLUMNS": "200"},
    )  # fmt: skip


PLANTED = [
    ("matching", "from PySide6 import QtCore", "Qt lives in ui"),
    ("register", "import PySide6.QtGui", "Qt lives in ui"),
    ("intake", "from desktop_app import pipeline", "Rooms import downwards only"),
    ("assessment", "import openpyxl", "The pure rooms touch no file"),
]


def test_a_planted_import_breaks_its_contract(tmp_path: Path) -> None:
    """All at once: each must stand under the contract it breaks."""
    shutil.copytree(ROOT / "desktop_app", tmp_path / "desktop_app")
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    for room, line, _ in PLANTED:
        planted = tmp_path / "desktop_app" / room / "planted.py"
        planted.write_text(f'"""Planted."""\n\n{line}\n', encoding="utf-8")
    done = import_contracts(tmp_path)
    assert done.returncode != 0
    broken = done.stdout.partition("Broken contracts")[2]
    told = re.split(r"\n(?=[A-Z][^\n]+\n-{5,}\n)", broken)
    for room, _, contract in PLANTED:
        (section,) = (text for text in told if text.startswith(contract))
        assert f"desktop_app.{room}.planted ->" in section, done.stdout
