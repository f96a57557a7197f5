"""A photo is attached to the part on show, printed in its dossier, and taken off again."""

from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from desktop_app.ui.part_photo import photo_on_show
from desktop_app.ui.report_wanted import ReportWanted
from desktop_app.ui.writing import SAVE
from tests.ui.driving import Driver, files

PART = 0
LIST = "Part number;Description;Supplier;Country of origin\nM-1;NdFeB magnet 42SH 20x10x5;{};CN\n"


def listed(folder: Path, name: str, supplier: str) -> Path:
    path = folder / name
    path.write_text(LIST.format(supplier), encoding="utf-8")
    return path


@pytest.fixture
def shown(real: Driver, tmp_path: Path) -> Driver:
    """The reasons of a magnet are on show."""
    real.drop(files([listed(tmp_path, "list.csv", "Nordmagnet")]))
    real.wait_for_result()
    real.window.risks.show_part(PART)
    real.quiet()
    return real


def can_be_removed(driver: Driver) -> bool:
    field = driver.window.risks.why.photo
    return field is not None and field.remove is not None


def picture(folder: Path, name: str = "part.png") -> Path:
    path = folder / name
    Image.new("RGB", (60, 40), "teal").save(path)
    return path


def pictures_in(driver: Driver, kind: str, folder: Path) -> int:
    target = folder / f"{kind}.pdf"
    driver.session.writing.write_report(target, ReportWanted("en", "a4", kind, PART), SAVE)
    driver.quiet()
    with pikepdf.open(target) as document:
        return sum(len(page.images) for page in document.pages)


def test_a_picture_dropped_on_the_reasons_is_printed_in_the_dossier_until_it_is_taken_off(
    shown: Driver, tmp_path: Path
) -> None:
    why, session = shown.window.risks.why, shown.session
    assert not can_be_removed(shown)
    answer, path = session.result, picture(tmp_path)
    shown.drop(files([path]), why)
    shown.quiet()
    path.unlink()
    assert why.photo is not None
    assert why.photo.picture.accessibleName() == "Photo of M-1"
    assert not why.photo.picture.pixmap().isNull()
    assert not why.photo.picture.visibleRegion().isEmpty(), "whoever dropped it sees it"
    assert session.result is answer, "no answer hangs on it"
    assert [pictures_in(shown, kind, tmp_path) for kind in ("dossier", "licence")] == [1, 0]
    found = photo_on_show(session, PART)
    assert why.photo.remove is not None
    shown.click(why.photo.remove)
    assert photo_on_show(session, PART) is None
    assert not can_be_removed(shown)
    assert pictures_in(shown, "dossier", tmp_path) == 0
    shown.window.report.is_current = True
    session.undo()
    shown.quiet()
    assert photo_on_show(session, PART) == found
    assert can_be_removed(shown)
    assert not shown.window.report.is_current


def test_what_is_no_picture_is_said_and_the_photo_stays(shown: Driver, tmp_path: Path) -> None:
    why, session = shown.window.risks.why, shown.session
    shown.window.risks.photos.take(picture(tmp_path))
    shown.quiet()
    found = photo_on_show(session, PART)
    wrong = tmp_path / "wrong.png"
    wrong.write_text("no picture")
    shown.drop(files([wrong]), why)
    shown.quiet()
    assert why.photo is not None
    assert "wrong.png is no picture that can be printed" in why.photo.note.text()
    seen = why.photo.note.visibleRegion().boundingRect()
    assert seen == why.photo.note.rect(), "with what to do instead, to its last line"
    assert found is not None
    assert photo_on_show(session, PART) == found


def test_whoever_reads_on_at_another_part_meanwhile_stays_there(
    real: Driver, tmp_path: Path
) -> None:
    two = tmp_path / "two.csv"
    two.write_text(LIST.format("Nordmagnet") + "M-2;NdFeB magnet 42SH 9x9x5;Nordmagnet;CN\n")
    real.drop(files([two]))
    real.wait_for_result()
    risks = real.window.risks
    risks.show_part(PART)
    real.quiet()
    real.window.report.is_current = True
    real.drop(files([picture(tmp_path)]), risks.why)
    risks.show_part(PART + 1)
    real.quiet()
    assert not real.window.report.is_current, "a dossier on show is printed anew"
    assert photo_on_show(real.session, PART) is not None
    assert photo_on_show(real.session, PART + 1) is None
    assert not can_be_removed(real)
    assert risks.why.area.verticalScrollBar().value() == 0


def test_a_list_dropped_on_the_reasons_is_read(shown: Driver, tmp_path: Path) -> None:
    shown.drop(files([listed(tmp_path, "more.csv", "Suedmagnet")]), shown.window.risks.why)
    shown.quiet()
    assert [Path(file.path).name for file in shown.session.files] == ["list.csv", "more.csv"]
    assert photo_on_show(shown.session, PART) is None
