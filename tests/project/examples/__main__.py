"""Writes the example of the newest schema beside this file."""

import tempfile
from pathlib import Path

from desktop_app import pipeline
from desktop_app.project.file import ProjectFile
from desktop_app.project.opening import create_project
from desktop_app.project.storage.migrating import newest
from tests.project.cases import ONE_OF_EACH, set_to

FOLDER = Path(__file__).parent
LINES = "Part number,Description,Supplier,Stock\nM-1,Magnet 42SH,Nord,5\nM-2,Schraube ä,Süd,\n"


def fill(project: ProjectFile, folder: Path) -> None:
    """One file, one of each record, something undone and something reverted."""
    (folder / "parts.csv").write_text(LINES, encoding="utf-8")
    project.add_files(pipeline.read([folder / "parts.csv"]))
    project.do(*ONE_OF_EACH)
    project.do(set_to("reverted"))
    project.do(set_to("undone"))
    project.revert(3)
    project.do(set_to("undone as well"))
    project.undo()


def main() -> None:
    target = FOLDER / f"schema_{newest()}.lodestone"
    with (
        tempfile.TemporaryDirectory() as folder,
        create_project(target, author="Ada", home=Path(folder)) as made,
    ):
        fill(made, Path(folder))


if __name__ == "__main__":
    main()
