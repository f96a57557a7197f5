"""Which font draws what, and text that must not deceive."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.language.catalogue import Catalogue
from desktop_app.report.fonts import LEFT_TO_RIGHT, runs, visible, width
from desktop_app.report.line_breaking import break_lines


def test_plain_text_needs_one_font() -> None:
    assert runs("Magnet 42SH") == (("LodestoneSans", "Magnet 42SH"),)
    assert runs("Magnet 42SH", True) == (("LodestoneSans-Bold", "Magnet 42SH"),)
    assert runs("Prüfstück Ø 8 × 3 mm, 25 €, Łódź, Ελλάδα, Москва") == (
        ("LodestoneSans", "Prüfstück Ø 8 × 3 mm, 25 €, Łódź, Ελλάδα, Москва"),
    )


def test_each_run_stands_in_a_font_that_has_it() -> None:
    assert runs("氧化镝 Dy2O3") == (("LodestoneCJK", "氧化镝"), ("LodestoneSans", " Dy2O3"))
    assert runs("자석") == (("LodestoneCJK", "자석"),)
    assert runs("磁石", True) == (("LodestoneCJK", "磁石"),)


def test_right_to_left_text_is_joined_and_drawn_in_visual_order() -> None:
    (number, hebrew) = runs("שלום 42")
    assert number == ("LodestoneSans", "42 ")
    assert hebrew == ("LodestoneHebrew", "םולש")
    arabic = runs("مغناطيس")
    assert [name for name, _ in arabic] == ["LodestoneArabic"]
    assert all(0xFB50 <= ord(character) <= 0xFEFC for character in arabic[0][1])


@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        ("קבל (TDK)", "(TDK) לבק"),
        ("קבל (3 [א])", "([א] 3) לבק"),
        ("M8 (קבל) x", "M8 (לבק) x"),
        ("קבל 5>3", "3<5 לבק"),
    ],
)
def test_brackets_open_towards_what_they_hold(text: str, drawn: str) -> None:
    assert "".join(run for _, run in runs(text)) == drawn


def test_a_line_of_a_sentence_keeps_the_direction_of_the_whole() -> None:
    (first, second) = break_lines("First to run out: מגנט, then others", 70, 8)
    assert first == LEFT_TO_RIGHT + "First to run out:"
    drawn = "".join(text for _, text in runs(second))
    assert drawn == "טנגמ, then others"
    assert break_lines("מגנט Sm2Co17", 80, 8) == ("מגנט Sm2Co17",)


def test_a_number_after_a_name_from_right_to_left_stays_behind_it() -> None:
    """The catalogue sets the name off, whole or broken over two lines."""
    said = Catalogue("en").text("Ask {name}, {n} parts, then {other} (3)",
                                name="מגנט טוב", n=14, other="קבל")  # fmt: skip
    assert (
        "".join(text for _, text in runs(visible(said))) == "Ask בוט טנגמ, 14 parts, then לבק (3)"
    )
    lines = break_lines(said, 45, 8)
    drawn = ["".join(text for _, text in runs(visible(line))) for line in lines]
    assert drawn[:2] == ["Ask טנגמ", "בוט, 14"]
    assert "".join(drawn).replace(" ", "").endswith("then" + "לבק(3)")


def test_marks_of_direction_that_a_file_brings_are_written_out() -> None:
    assert visible("a\u2068b\u2069c") == "a[U+2068]b[U+2069]c"
    assert visible("\u2068\u202eקבל\u2069") == "[U+2068][U+202E]קבל[U+2069]"
    assert visible("\u2068קבל") == "[U+2068]קבל"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("two\r\nlines\tand tab", "two lines and tab"),
        ("invoice\u202efdp.exe", "invoice[U+202E]fdp.exe"),
        ("nul\x00byte", "nul[U+0000]byte"),
        ("half \ud800 pair", "half [U+D800] pair"),
        ("smile \U0001f600", "smile [U+1F600]"),
        ("soft\u00adhyphen", "softhyphen"),
        ("hyphen at the end\u00ad", "hyphen at the end\u00ad"),
        ("u\u0308ber", "über"),
        ("<b>bold</b> & <img src='x'>", "<b>bold</b> & <img src='x'>"),
    ],
)
def test_what_deceives_or_cannot_be_drawn_is_written_out(text: str, shown: str) -> None:
    assert visible(text) == shown


@given(st.text())
def test_every_visible_text_can_be_measured_and_cut_into_runs(text: str) -> None:
    shown = visible(text)
    assert "\n" not in shown
    assert "\r" not in shown
    assert width(shown, 10) >= 0
    assert visible(shown) == shown


def test_width_grows_with_size() -> None:
    assert width("Magnet 磁", 20) == pytest.approx(2 * width("Magnet 磁", 10))
    assert width("Magnet", 10, True) > width("Magnet", 10)


@pytest.mark.skipif(
    sys.platform == "win32", reason="Windows keeps a folder that somebody stands in"
)
def test_a_report_is_written_though_the_folder_it_was_started_in_is_gone(tmp_path: Path) -> None:
    """A stick that was pulled out: reportlab asks where it is as soon as it is loaded."""
    code = (
        "import os, sys; os.mkdir(sys.argv[1]); os.chdir(sys.argv[1]); os.rmdir(sys.argv[1])\n"
        "from desktop_app.report.fonts import width\n"
        "assert width('Part', 8.0) > 0\n"
        "os.getcwd()\n"
    )
    root = str(Path(__file__).parents[2])
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "stick")],
        env={**os.environ, "PYTHONPATH": root}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
