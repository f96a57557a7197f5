"""Photos of parts: found again by what the part is, one per part, sealed with the log."""

from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.language.catalogue import Catalogue
from desktop_app.model.photo import Photo
from desktop_app.project.file import ProjectFile
from desktop_app.project.keys import keys_of
from desktop_app.project.opening import create_project, open_project
from desktop_app.project.photos import PartPhoto, photo_for, photo_of
from desktop_app.project.portable import export_project, import_project
from desktop_app.project.recorded import Recorded, recorded_in
from desktop_app.project.records import Removed, describe
from tests.project.cases import DOT, KEY, magnet, table

OTHER = Photo("/9j/2wBDAQ==", 2, 1)


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LODESTONE_HOME", str(tmp_path / "home"))


def test_it_belongs_to_the_part_and_not_to_its_row() -> None:
    before = table(magnet("M-1"), magnet("M-2"))
    made = photo_for(before, 0, "M-1", DOT)
    after = table(magnet("M-2"), magnet("M-9"), magnet("M-1", description="reworded"))
    assert [photo_of([made], after, part) for part in range(3)] == [None, None, made]
    assert photo_of([], after, 2) is None


def test_the_photo_of_the_very_description_goes_before_that_of_the_number() -> None:
    parts = table(magnet("M-1"), magnet("M-1", description="another"))
    first, second = (photo_for(parts, at, "M-1", photo) for at, photo in enumerate((DOT, OTHER)))
    assert photo_of([first, second], parts, 1) == second
    assert photo_of([first, second], parts, 0) == first


def test_a_photo_of_another_row_of_the_number_is_not_shown_beside_this_one() -> None:
    parts = table(
        magnet("M-1"), magnet("M 1", description="another"), magnet("M-1", description="third")
    )
    first = photo_for(parts, 0, "M-1", DOT)
    assert [photo_of([first], parts, part) for part in range(3)] == [first, None, None]
    gone = table(magnet("M-1", description="another"), magnet("M-1", description="third"))
    assert photo_of([first], gone, 0) == first, "reworded: the row it was of is there no more"


def test_the_key_of_one_part_is_that_of_the_index() -> None:
    rows = (
        magnet("M-1"),
        magnet("") | {"part_number": None, "mpn": "HL 42"},
        magnet("ä-1", supplier=None, description=None),
    )
    parts = table(*rows)
    keys = [photo_for(parts, part, "", DOT).part for part in range(len(rows))]
    assert keys == list(keys_of(parts))


def test_one_with_another_digest_cannot_be_made() -> None:
    with pytest.raises(ValueError, match="digest"):
        PartPhoto(KEY, "M-1", OTHER, DOT.sha256)


def kept(project: ProjectFile) -> list[PartPhoto]:
    return list(project.project.photos)


def test_it_is_kept_replaced_taken_off_and_travels(tmp_path: Path) -> None:
    made = PartPhoto(KEY, "M-1", DOT, DOT.sha256)
    newer = PartPhoto(KEY, "M-1", OTHER, OTHER.sha256)
    with create_project(tmp_path / "a.lodestone", author="Ada") as project:
        project.do(made)
        project.do(newer)
        assert kept(project) == [newer]
        export_project(project, tmp_path / "a.packed")
        project.do(Removed("PartPhoto", made.key))
        assert kept(project) == []
        project.undo()
        project.undo()
        assert kept(project) == [made]
    with open_project(tmp_path / "a.lodestone") as project:
        assert recorded_in(project.project).photos == (made,)
    with import_project(tmp_path / "a.packed", tmp_path / "b.lodestone") as project:
        assert kept(project) == [newer]


def test_no_recognition_hangs_on_it() -> None:
    found = Recorded(photos=(PartPhoto(KEY, "M-1", DOT, DOT.sha256),))
    assert found.on_recognition == Recorded()
    assert replace(found, photos=()) == Recorded()


def test_the_list_of_activities_names_the_part() -> None:
    catalogue = Catalogue("en")
    assert (
        catalogue.say(describe(PartPhoto(KEY, "M-1", DOT, DOT.sha256))) == "Photo attached to M-1"
    )
    assert catalogue.say(describe(Removed("PartPhoto", "x"))) == "A photo of a part was removed"
