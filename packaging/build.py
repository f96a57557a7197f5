"""Makes the program as a folder that needs no Python and no installation: ``dev.py build``.

    dist/Lodestone/                         the folder (on a Mac also Lodestone.app)
    dist/lodestone-VERSION-SYSTEM.zip       the same to hand out; unpack anywhere, no admin rights

It is made for the system it runs on. The folder is then tried by ``check_built.py`` and only zipped
when it works. It is not signed: Windows and macOS will name an unknown publisher until whoever hands
it out signs it.
"""

import os
import platform
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
ICON_SIDES = (16, 24, 32, 48, 64, 128, 256)


def main() -> int:
    shutil.rmtree(DIST / "Lodestone", ignore_errors=True)
    BUILD.mkdir(exist_ok=True)
    draw_icons(BUILD)
    freeze = [
        sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN",
        "--distpath", str(DIST), "--workpath", str(BUILD), str(ROOT / "packaging/desktop_app.spec"),
    ]  # fmt: skip
    code = subprocess.run(freeze, check=False).returncode
    if code:
        return code
    add_licences(DIST / "Lodestone" / "licences")
    trial = [sys.executable, str(ROOT / "packaging" / "check_built.py"), str(DIST / "Lodestone")]
    code = subprocess.run(trial, check=False).returncode
    if code:
        return code
    print(f"Made {zipped().relative_to(ROOT)} and {(DIST / 'Lodestone').relative_to(ROOT)}.")
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


def add_licences(folder: Path) -> None:
    """The licence texts of what is inside, as their packages carry them, and a list of all."""
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copy(ROOT / "LICENSE", folder / "Lodestone.txt")
    listed = [f"{c.name} {c.version}: {c.licence}, {c.home}" for c in components()]
    (folder / "components.txt").write_text("\n".join(listed) + "\n", encoding="utf-8")
    for package in metadata.distributions():
        for file in package.files or []:
            is_text = "licens" in file.as_posix().lower() or file.name.upper().startswith("COPYING")
            if is_text and ".dist-info" in file.as_posix():
                place = folder / package.name / file.name
                place.parent.mkdir(exist_ok=True)
                shutil.copy(str(package.locate_file(file)), place)


def zipped() -> Path:
    """One file to hand out, named by version and system."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    system = f"{platform.system()}-{platform.machine()}".lower()
    name = DIST / f"lodestone-{project['version']}-{system}"
    made = shutil.make_archive(str(name), "zip", root_dir=DIST, base_dir="Lodestone")
    return Path(made)


if __name__ == "__main__":
    raise SystemExit(main())
