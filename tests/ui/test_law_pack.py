"""A register pack dropped on the window becomes the law it answers by, or says why not."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from unittest.mock import patch

import pytest

from desktop_app import pipeline
from desktop_app.model.findings import Issue, msg
from desktop_app.model.spread import spread
from desktop_app.paths import REGISTER_SUFFIX
from desktop_app.register.packs import PackInfo
from desktop_app.ui.drop import is_pack
from desktop_app.ui.part_sheet import describe_part
from tests.small_assessment import small_assessment
from tests.ui import handmade
from tests.ui.driving import Driver, files

PACK = PackInfo("2026-12-01", date(2026, 12, 1), 27, None, is_signed=False)


@pytest.fixture
def dropped(filled: Driver, tmp_path: Path) -> Driver:
    """The window after a sound pack was dropped on it."""
    with patch.object(pipeline, "install_register", return_value=PACK) as install:
        path = tmp_path / f"new{REGISTER_SUFFIX}"
        filled.drop(files([path]))
        filled.quiet()
    install.assert_called_once_with(path)
    return filled


def test_a_pack_is_told_by_its_name() -> None:
    assert is_pack(Path("a/New.LODESTONE-REGISTER"))
    assert not is_pack(Path("lodestone-register.xlsx"))


def test_the_strip_says_what_was_installed_and_how_far_it_was_checked(dropped: Driver) -> None:
    said = dropped.window.strip.words.text()
    assert "edition 2026-12-01, read through 1 Dec 2026, 27 announcements" in said
    assert "It is not signed" in said
    assert dropped.window.strip.property("kind") == "attention"


def test_the_files_stay_and_are_answered_anew(filled: Driver, tmp_path: Path) -> None:
    before = filled.session.result
    with (
        patch.object(pipeline, "install_register", return_value=PACK),
        patch.object(pipeline, "load_library", return_value=handmade.LIBRARY) as load,
    ):
        filled.drop(files([tmp_path / f"new{REGISTER_SUFFIX}"]))
        filled.quiet()
    load.assert_called_once()
    assert len(filled.session.files) == 4
    assert filled.session.result is not before


def test_a_broken_pack_is_refused_and_nothing_changes(filled: Driver, tmp_path: Path) -> None:
    before = filled.session.result
    path = tmp_path / f"broken{REGISTER_SUFFIX}"
    path.write_bytes(b"no pack at all")
    filled.drop(files([path]))
    filled.quiet()
    assert filled.window.strip.property("kind") == "error"
    assert path.name in filled.window.strip.words.text()
    assert filled.session.result is before
    assert len(filled.session.files) == 4


def test_the_page_of_the_law_says_what_is_to_be_known_of_the_edition(filled: Driver) -> None:
    note = msg("{fault} An older edition stands in.", fault="Edition 9 cannot be read.")
    library = SimpleNamespace(edition=SimpleNamespace(notes=(note,), controls=()))
    filled.session.libraries.forget()
    with patch.object(pipeline, "load_library", return_value=library):
        filled.session.load_law()
        filled.quiet()
    filled.window.above.law()
    page = filled.window.above.pages.legal
    assert page is not None
    assert "Edition 9 cannot be read. An older edition stands in." in page.lead.text()


def test_the_reasons_say_what_does_not_fit_together(filled: Driver) -> None:
    made = small_assessment()
    issue = Issue("W_ORIGIN", "warning", msg("It is recorded to leave China, but stays."))
    only_first = [((issue,) if part_id == 0 else ()) for part_id in range(len(made.parts))]
    found = replace(
        made,
        warnings=spread(only_first),
        remarks={0: (msg("Stock for quality is not counted."),)},
    )
    sheet = describe_part(found, 0, filled.session.catalogue)
    filled.window.risks.why.show_sheet(sheet)
    said = filled.window.risks.why.texts()
    at = said.index("What does not fit together")
    assert said[at + 1] == "It is recorded to leave China, but stays."
    assert "Stock for quality is not counted." in said
    assert describe_part(found, 1, filled.session.catalogue).warnings == ()
