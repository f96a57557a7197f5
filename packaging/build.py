"""Makes the program as a folder that needs no Python and no installation: ``dev.py build``.

    dist/Lodestone/                      the folder (on a Mac also Lodestone.app)
    dist/lodestone-VERSION-SYSTEM.zip    the same to hand out (Linux: .tar.gz); unpack anywhere, no
                                         admin rights

It is made for the system it runs on. The folder is then tried by ``check_built.py`` and only packed
when it works. It is not signed: Windows and macOS will name an unknown publisher until whoever hands
it out signs it.
"""

import os
import platform
import re
import shutil
import subprocess
import sys
import tomllib
from importlib import metadata
from pathlib import Path

from desktop_app.ui.components import components

ROOT = Path(__file__).resolve().parent.parent
BUILD = ROOT / "build"
DIST = ROOT / "dist"
LICENCE_TEXT = re.compile(r"\.dist-info/(licenses/.*|(licen[cs]e|copying|notice)[^/]*)$", re.I)
KEPT = "What the search for words in descriptions is made of is kept in this folder.\n"
"""A folder that a program in one file has not by itself; without it the search is made at each start."""
ICON_SIDES = (16, 24, 32, 48, 64, 128, 256)


def main() -> int:
    shutil.rmtree(DIST / "Lodestone", ignore_errors=True)
    BUILD.mkdir(exist_ok=True)
    draw_icons(BUILD)
    gather_licences(BUILD / "licences")
    (BUILD / "kept.txt").write_text(KEPT, encoding="utf-8")
    freeze = [
        sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN",
        "--distpath", str(DIST), "--workpath", str(BUILD), str(ROOT / "packaging/desktop_app.spec"),
    ]  # fmt: skip
    code = subprocess.run(freeze, check=False).returncode
    if code:
        return code
    trial = [sys.executable, str(ROOT / "packaging" / "check_built.py"), str(DIST / "Lodestone")]
    code = subprocess.run(trial, check=False).returncode
    if code:
        return code
    for kept in (DIST / "Lodestone").rglob("*.search"):
        kept.unlink()  # made by the trial, of a program in this very place
    print(f"Made {packed().relative_to(ROOT)} and {(DIST / 'Lodestone').relative_to(ROOT)}.")
    return 0


def draw_icons(folder: Path) -> None:
    """The program's drawing as ``.ico`` and ``.icns``, which Windows and macOS ask for."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PIL import Image
    from PySide6.QtCore import QSize
    from PySide6.QtGui import QGuiApplication, QIcon

    application = QGuiApplication.instance() or QGuiApplication([])
    drawing = QIcon(str(ROOT / "resources" / "icons" / "lodestone.svg"))
    drawing.pixmap(QSize(512, 512)).save(str(folder / "lodestone.png"))
    del application
    with Image.open(folder / "lodestone.png") as picture:
        picture.save(folder / "lodestone.ico", sizes=[(side, side) for side in ICON_SIDES])
        picture.save(folder / "lodestone.icns")


def gather_licences(folder: Path) -> None:
    """The licence texts of what goes inside, as their packages carry them, and a list of all.

    Qt's wheels carry none: the LGPL and the GPL it builds on lie in ``resources/licences``.
    """
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    shutil.copy(ROOT / "LICENSE", folder / "Lodestone.txt")
    listed = [f"{c.name} {c.version}: {c.licence}, {c.home}" for c in components()]
    (folder / "components.txt").write_text("\n".join(listed) + "\n", encoding="utf-8")
    lock = (ROOT / "packaging" / "requirements" / "runtime.lock").read_text(encoding="utf-8")
    inside = {line.split("==")[0] for line in lock.splitlines() if "==" in line}
    for package in metadata.distributions():
        if package.name.lower().replace("_", "-") not in inside:
            continue
        for file in package.files or []:
            if LICENCE_TEXT.search(file.as_posix()):
                place = folder / package.name / file.name
                place.parent.mkdir(exist_ok=True)
                shutil.copy(str(package.locate_file(file)), place)


def packed() -> Path:
    """One file to hand out, named by version and system."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    system = platform.system().lower()
    name = DIST / f"lodestone-{project['version']}-{system}-{platform.machine().lower()}"
    if system == "darwin":  # an app holds links and a signature that Python's zip would lose
        made = Path(f"{name}.zip")
        pack = ["ditto", "-c", "-k", "--keepParent", str(DIST / "Lodestone.app"), str(made)]
        subprocess.run(pack, check=True)
        return made
    kind = "zip" if system == "windows" else "gztar"  # a zip forgets what may be started
    return Path(shutil.make_archive(str(name), kind, root_dir=DIST, base_dir="Lodestone"))


if __name__ == "__main__":
    raise SystemExit(main())
