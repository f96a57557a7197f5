"""A list that was changed on the disk since it was read is named, once, and read again on request."""

import os
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from tests.ui.driving import Driver, files

BEFORE = "Part number;Description;Supplier\nM-1;Hexagon screw M6x20;Erdwerk GmbH\n"
AFTER = BEFORE + "M-2;Sintered magnet Sm2Co17;Erdwerk GmbH\n"


@pytest.fixture
def listed(real: Driver, tmp_path: Path) -> Path:
    path = tmp_path / "parts.csv"
    path.write_text(BEFORE, encoding="utf-8")
    real.drop(files([path]))
    real.wait_for_result()
    real.window.strip.hide()
    return path


def come_back(driver: Driver) -> None:
    """From another program to this window."""
    QApplication.sendEvent(driver.window, QEvent(QEvent.Type.WindowActivate))
    driver.quiet()


def test_the_change_is_said_once_and_the_list_read_again(real: Driver, listed: Path) -> None:
    strip = real.window.strip
    come_back(real)
    assert not strip.isVisible(), "nothing was changed"
    listed.write_text(AFTER, encoding="utf-8")
    come_back(real)
    assert strip.isVisible()
    assert strip.words.text() == (
        "parts.csv was changed since it was read; what you see is from before."
    )
    assert real.column("part_number") == ["M-1"]
    real.click(strip.action)
    real.quiet()
    assert sorted(real.column("part_number")) == ["M-1", "M-2"]
    assert len(real.session.files) == 1
    strip.hide()
    come_back(real)
    assert not strip.isVisible(), "it stands as it was read"
    listed.write_text(BEFORE, encoding="utf-8")
    come_back(real)
    assert strip.isVisible()
    strip.hide()
    come_back(real)
    assert not strip.isVisible(), "who closed the sentence is not told again"


def test_a_list_that_went_or_was_only_looked_at_is_no_change(real: Driver, listed: Path) -> None:
    status = listed.stat()
    listed.read_bytes()
    os.utime(listed, ns=(status.st_atime_ns + 5_000_000_000, status.st_mtime_ns))
    come_back(real)
    assert not real.window.strip.isVisible()
    listed.unlink()
    come_back(real)
    assert not real.window.strip.isVisible()
    assert real.column("part_number") == ["M-1"]
