"""A house changes colours, letterhead and the words of its letters in a file, without any program."""

from pathlib import Path

import openpyxl
import pikepdf
import pytest
from PIL import Image

from desktop_app.language.catalogue import Catalogue
from desktop_app.model.findings import CodedError
from desktop_app.paths import shipped
from desktop_app.register.strict import RegisterError
from desktop_app.report import display
from desktop_app.report.content import build_content
from desktop_app.report.house_style import LetterWords, house_style, read_house_style
from desktop_app.report.letterhead import read_letterhead
from desktop_app.report.pdf import write_pdf
from desktop_app.report.questionnaire import FIRST_ROW, write_questionnaire
from desktop_app.report.view import Scope
from tests.report.test_pdf import flat
from tests.small_assessment import small_assessment

LETTER = Scope("supplier", supplier="Northgate Motion Ltd")
HOUSE = """
colours: {ink: "#102040", rule: "#00a000"}
workbook: {to_fill: "#ccffcc"}
letterhead: {logo: ours.png, sender: "Muster AG,  Musterstadt"}
letter:
  de:
    greeting: "Guten Tag,"
    about: ["wir prüfen unsere Kaufteile.", "Bitte füllen Sie das Blatt aus."]
    closing: "Freundliche Grüße"
    below: ["Amtsgericht Musterstadt HRB 1"]
"""


def stated(folder: Path, text: str) -> Path:
    path = folder / "templates" / "house.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


@pytest.fixture
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("LODESTONE_HOME", str(tmp_path))
    path = stated(tmp_path, HOUSE)
    Image.new("RGB", (40, 10), "navy").save(path.with_name("ours.png"))
    return tmp_path


def printed(folder: Path, language: str) -> Path:
    target, catalogue = folder / f"{language}.pdf", Catalogue(language)
    write_pdf(build_content(small_assessment(), catalogue, scope=LETTER), target, catalogue)
    return target


def test_what_is_shipped_states_what_the_program_does_anyway() -> None:
    usual = read_house_style(shipped("templates", "house.yaml"))
    assert usual.colours == display.USUAL_COLOURS
    assert (usual.logo, usual.sender, usual.letter) == (None, "", {})


def test_the_letter_speaks_as_the_house_does_in_that_language_only(house: Path) -> None:
    german, english = flat(printed(house, "de")), flat(printed(house, "en"))
    for words in ("Guten Tag,", "wir prüfen unsere Kaufteile.", "Freundliche Grüße", "HRB 1"):
        assert words in german
        assert words not in english
    assert "Sehr geehrte" not in german
    assert "Northgate Motion Ltd" in german
    assert "Dear Sir or Madam," in english


def test_pages_are_in_the_colours_of_the_house(house: Path) -> None:
    with pikepdf.open(printed(house, "en")) as document:
        drawn = b"".join(page.Contents.read_bytes() for page in document.pages)
    assert b"0.06275 0.1255 0.251 rg" in drawn
    assert b"0 0.6275 0 RG" in drawn
    assert b"0.1059 0.1059 0.1216 rg" not in drawn


def test_the_workbook_is_in_the_colours_of_the_house(house: Path) -> None:
    target = house / "asked.xlsx"
    write_questionnaire(small_assessment(), "Northgate Motion Ltd", target)
    sheet = openpyxl.load_workbook(target).worksheets[0]
    fills = {cell.fill.start_color.rgb[2:] for cell in sheet[FIRST_ROW]}
    assert "CCFFCC" in fills
    assert "FFF9E5" not in fills


def test_logo_and_sender_of_the_house_stand_where_the_user_set_none(house: Path) -> None:
    head = read_letterhead(None)
    assert head.sender == "Muster AG, Musterstadt"
    assert head.logo is not None
    assert head.logo.width == 40
    assert read_letterhead(None, "Anna Beispiel").sender == "Anna Beispiel"


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("colours: {ink: red}", "'ink' must be a colour"),
        ('colours: {grey: "#dddddd"}', "too pale"),
        ('colours: {pale: "#1b1b1f"}', "'pale' is too dark"),
        ('colours: {ink: "#6b4a00", pale: "#808080"}', "'pale' is too dark"),
        ('workbook: {not_asked: "#333333"}', "'not_asked' is too dark"),
        ("letter: {xx: {closing: a}}", "unknown key 'xx'"),
        ("letter: {de: {about: one}}", "list of texts"),
        ("letter: 3", "must be a mapping"),
        ("logo: x.png", "unknown key 'logo'"),
        ("letterhead: {sender: 3}", "must be a text"),
    ],
)
def test_a_mistake_is_told_with_file_and_line(tmp_path: Path, text: str, what: str) -> None:
    with pytest.raises(RegisterError, match=r"house\.yaml:1") as failure:
        read_house_style(stated(tmp_path, text))
    assert what in str(failure.value)


def test_a_colour_on_which_text_can_be_read_is_taken(tmp_path: Path) -> None:
    text = 'colours: {ink: "#000000", pale: "#909090"}\nworkbook: {to_fill: "#88aaff"}'
    style = read_house_style(stated(tmp_path, text))
    assert (style.colours["pale"], style.workbook["to_fill"]) == ("#909090", "#88aaff")


def test_a_file_that_cannot_be_used_stops_the_report_before_anything_is_written(
    house: Path,
) -> None:
    path = stated(house, "colours: {ink: red}")
    with pytest.raises(CodedError) as failure:
        printed(house, "en")
    assert failure.value.problem.code == "E_HOUSE"
    assert not (house / "en.pdf").exists()
    path.unlink()
    assert house_style().colours == display.USUAL_COLOURS


@pytest.mark.parametrize(
    "text",
    ["", "# colours:\n\n  # nothing yet", "\ufeff# nothing", "letter: {de: {greeting: , below: }}"],
)
def test_what_is_taken_out_is_as_the_program_has_it(tmp_path: Path, text: str) -> None:
    style = read_house_style(stated(tmp_path, text))
    assert (style.colours, style.logo, style.sender) == ({}, None, "")
    assert all(words == LetterWords() for words in style.letter.values())


def test_a_file_that_cannot_be_read_is_told_as_such(house: Path) -> None:
    path = house / "templates" / "house.yaml"
    path.unlink()
    path.mkdir()
    with pytest.raises(CodedError) as failure:
        house_style()
    assert failure.value.problem.code == "E_HOUSE"
