"""Names from right to left come out of every report as they were imported."""

import re
import shutil
import subprocess
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from desktop_app.model.assessment import Assessment
from desktop_app.report.fonts import _GLYPH, _spoken, visible
from desktop_app.report.fonts import LEFT_TO_RIGHT as MARK
from desktop_app.report.reading_order import said, searched
from desktop_app.report.view import Scope
from tests.report.right_to_left import names
from tests.report.test_pdf import EVERY_KIND, text_of, written
from tests.small_assessment import small_assessment

HARD = tuple(names()[at] for at in (13, 55))
"""A model number with brackets in Arabic, a name in brackets in Persian."""
_DIRECTION = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def bare(text: str) -> str:
    """After NFKC, without marks of direction, blanks and the hyphens of broken words."""
    kept = _DIRECTION.sub("", unicodedata.normalize("NFKC", text))
    return re.sub("[\\s\u00ad\ufffe\x02]", "", kept)


def sold_by(suppliers: Sequence[str]) -> Assessment:
    found = small_assessment()
    frame = found.parts.frame.copy()
    frame["supplier"] = [suppliers[at % len(suppliers)] for at in range(len(frame))]
    return replace(found, parts=replace(found.parts, frame=frame))


def poppler(path: Path) -> str:
    made = subprocess.run(
        ["pdftotext", "-enc", "UTF-8", str(path), "-"], capture_output=True, check=True
    )
    return made.stdout.decode()


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Magnet (42SH)", ""),
        ("שלום", ""),
        ("חברת מגנטים", ""),
        ("שלום 42", f"{MARK}ש{MARK}ל{MARK}ו{MARK}ם{MARK} 42{MARK}"),
        ("נע (A) ד", f"{MARK}נ{MARK}ע{MARK} (A) ד{MARK}{MARK}"),
        ("מַנ 3", f"{MARK}מַ{MARK}נ{MARK} 3{MARK}"),
        (f"{MARK}נע.", f"{MARK}נ{MARK}ע{MARK}.{MARK}"),
    ],
)
def test_words_are_said_as_they_are_read_with_a_mark_behind_every_letter(
    line: str, told: str
) -> None:
    assert said(line) == told
    assert not told or told.replace(MARK, "") == line.replace(MARK, "")


def test_words_are_looked_for_in_every_way_in_which_lines_say_them() -> None:
    assert searched("Magnet 42SH") == ("Magnet 42SH",)
    assert searched("נע ד") == ("נע ד", f"נ{MARK}ע{MARK} ד{MARK}")
    assert searched("נע 42") == (f"נ{MARK}ע{MARK} 42",)


@pytest.mark.parametrize("reader", [text_of, poppler], ids=["pdfium", "poppler"])
def test_the_annex_returns_sixty_names(tmp_path: Path, reader: Callable[[Path], str]) -> None:
    if reader is poppler and not shutil.which("pdftotext"):
        pytest.skip("pdftotext is not installed")
    lost = []
    for at in range(0, 60, 15):
        some = names()[at : at + 15]
        target, _ = written(tmp_path, sold_by(some))
        text = bare(reader(target))
        lost += [name for name in some if bare(name) not in text]
    assert len(names()) == 60
    assert lost == []


@pytest.mark.parametrize("scope", EVERY_KIND, ids=lambda scope: scope.kind)
def test_every_report_returns_the_hardest_of_them(tmp_path: Path, scope: Scope) -> None:
    for name in HARD:
        of_it = replace(scope, supplier=name) if scope.supplier else scope
        target, _ = written(tmp_path, sold_by([name]), scope=of_it)
        assert bare(name) in bare(text_of(target))
        if shutil.which("pdftotext"):
            assert bare(name) in bare(poppler(target))


def test_the_search_of_the_window_finds_them(tmp_path: Path) -> None:
    """It compares letter by letter what was typed with what the file says."""
    assert searched("42SH (N)") == ("42SH (N)",)
    target, _ = written(tmp_path, sold_by(HARD[:2]), scope=Scope("dossier", part=0))
    for words in (HARD[0], HARD[0].split()[1], visible(HARD[0])[:20]):
        assert any(way in text_of(target) for way in searched(words))


def test_the_search_finds_a_persian_name_copied_with_its_joiners(tmp_path: Path) -> None:
    """The page leaves out what only tells letters apart; a name copied from the list still has it."""
    name = "شرکت\u200cهای آهنربا (ABC)"
    target, _ = written(tmp_path, sold_by([name]), scope=Scope("dossier", part=0))
    assert any(way in text_of(target) for way in searched(name))


def test_joined_forms_are_said_as_their_letters(tmp_path: Path) -> None:
    """What a reader copies from a line of Arabic words are letters, not the shapes they have there; two
    letters drawn as one stay one sign, which any program takes apart."""
    target, _ = written(tmp_path, sold_by(["شركة المغناطيس", "صنایع موتور ایران"]))
    with pikepdf.open(target) as found:
        tables = [
            bytes(thing.read_bytes()).decode()
            for thing in found.objects
            if isinstance(thing, pikepdf.Stream) and b"beginbfchar" in bytes(thing.read_bytes())
        ]
    letters = {
        bytes.fromhex(units).decode("utf-16-be")
        for table in tables
        for units in re.findall(r"^<[0-9A-F]{2}> <([0-9A-F]{4,})>$", table, re.MULTILINE)
    }
    assert set("شركةالمغناطيس") <= letters
    assert not any("\ufe70" <= letter <= "\ufef4" for letter in letters)


def test_a_letter_beyond_the_first_plane_is_two_units() -> None:
    table = "<01> <FEB7>\n<02> <FEF9>\n<03> <1F600>\n<04> <0041>"
    told = _GLYPH.sub(_spoken, table)
    assert told == "<01> <0634>\n<02> <FEF9>\n<03> <D83DDE00>\n<04> <0041>"
    assert _GLYPH.sub(_spoken, told) == told
