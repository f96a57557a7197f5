"""Without a screen the program says so and ends as after wrong usage, not by an abort of Qt."""

import os
import subprocess
import sys

import pytest

import desktop_app.ui.app
from desktop_app.__main__ import main


def started(**environment: str) -> "subprocess.CompletedProcess[str]":
    left = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY")}
    return subprocess.run(
        [sys.executable, "-m", "desktop_app"],
        env=left | environment, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip


@pytest.mark.parametrize("platform", ["xcb", "there-is-no-such-platform"])
def test_a_start_without_a_screen_names_the_line_that_works(platform: str) -> None:
    done = started(QT_QPA_PLATFORM=platform, LANG="C")
    assert done.returncode == 2
    assert done.stdout == ""
    said = done.stderr.splitlines()
    assert said[0] == "No window can be shown here: the program found no screen it can use."
    assert said[1] == "It works without one: lodestone assess parts.xlsx --report report.pdf"
    assert "Traceback" not in done.stderr


def test_a_computer_without_the_libraries_of_windows_is_told_the_same(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delattr(desktop_app.ui.app, "main")  # importing it fails, as without libEGL
    assert main([]) == 2
    assert capsys.readouterr().err.startswith("No window can be shown here")


def test_a_program_without_output_ends_with_its_code_all_the_same(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """As Windows starts the program of a window: no console, so Python gives it no streams."""
    monkeypatch.delattr(desktop_app.ui.app, "main")
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    assert main([]) == 2
    with pytest.raises(SystemExit) as ended:
        main(["check-register", "--on", "soon"])
    assert ended.value.code == 2
    for stream in (sys.stdout, sys.stderr):
        assert stream is not None
        stream.close()
