"""Mails: few, short, in two languages, the most useful answer first, nothing that is ours alone."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import openpyxl
import pytest

from desktop_app import pipeline
from desktop_app.language.catalogue import LANGUAGES, Catalogue
from desktop_app.model.assessment import Assessment
from desktop_app.model.inquiry import Inquiry
from desktop_app.report.asking import LICENCE, by_worth, lacks_licence, requests
from desktop_app.report.mails import (
    Mail,
    mail_about,
    mail_to,
    mails,
    reminder_to,
    short,
    supplier_language,
    words_in,
)
from desktop_app.report.questionnaire import write_questionnaire
from desktop_app.report.settings import load_settings
from tests.intake.answered import ON, library
from tests.report.variations import all_not_covered, empty_assessment, repeated, view_of
from tests.small_assessment import small_assessment


def with_column(name: str, values: Sequence[object], of: Assessment | None = None) -> Assessment:
    """The small assessment with other values in one column of its parts."""
    found = of or small_assessment()
    frame = found.parts.frame.copy()
    column = frame[name].tolist()
    column[: len(values)] = values
    frame[name] = np.array(column, dtype=object)
    return replace(found, parts=replace(found.parts, frame=frame))


def many_suppliers() -> Assessment:
    found = repeated(40)
    names = [f"Supplier {n}" for n in range(len(found.parts))]
    return with_column("supplier", names, found)


def text_of(mail: Mail, language: str = "en") -> str:
    return dict(mail.texts)[language]


def test_suppliers_come_in_the_order_of_what_their_answers_change() -> None:
    view = view_of(small_assessment())
    worths = by_worth(view, requests(view))
    assert [worth.narrows for worth in worths] == sorted((w.narrows for w in worths), reverse=True)
    assert worths[0].supplier == "Ningbo Huaning Magnetics"
    assert worths[0].narrows == 2.0
    assert [mail.supplier for mail in mails(small_assessment())] == [w.supplier for w in worths]


def test_a_licence_on_the_way_is_not_asked_for() -> None:
    asked = requests(view_of(small_assessment()))
    assert "宁波华宁磁业有限公司" not in asked
    assert [one.question.id for one in asked["Ningbo Huaning Magnetics"]] == ["licence"]


def test_at_most_twelve_are_proposed() -> None:
    assert len(mails(many_suppliers())) == load_settings().mails == 12


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_is_longer_than_ninety_words(language: str) -> None:
    long = with_column("part_number", ["x" * 32_000, "a b c " * 50] * 8)
    for name in requests(view_of(long)):
        mail = mail_to(long, name, language)
        assert mail is not None
        for _, text in mail.texts:
            assert words_in(text) <= 90, text
            assert len(text) < 1200


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_question_longer_than_a_mail_is_left_to_the_sheet(tmp_path: Path, language: str) -> None:
    """Fourteen limits of No. 10 of 2025 made a mail of 149 words."""
    rows = ["Part number;Description;Supplier;Country of origin"]
    rows += [
        f"{'LONG-' * 7}{n};Tungsten heavy alloy W-Ni-Fe block;Wolfram GmbH;CN" for n in range(9)
    ]
    (tmp_path / "list.csv").write_text("\n".join(rows), encoding="utf-8")
    found = pipeline.assess(pipeline.read([tmp_path / "list.csv"]), Inquiry(ON), library())
    asked = requests(view_of(found))["Wolfram GmbH"]
    assert max(words_in(Catalogue("en").say(one.question.text)) for one in asked) > 90
    for mail in (mail_to(found, "Wolfram GmbH", language), reminder_to(found, "Wolfram GmbH", ON)):
        assert mail is not None
        assert max(words_in(text) for _, text in mail.texts) <= 90
        assert "LONG-" in mail.body, "the parts are still named"
        assert "attached sheet" in text_of(mail)


def test_a_mail_is_in_the_suppliers_language_and_in_english() -> None:
    mail = mail_to(small_assessment(), "Brandt Antriebe GmbH")
    assert mail is not None
    assert [language for language, _ in mail.texts] == ["de", "en"]
    assert text_of(mail, "de").startswith("Sehr geehrte")
    assert text_of(mail).startswith("Dear Sir or Madam")
    assert mail.body.count("---") == 1


def test_an_english_supplier_gets_one_text() -> None:
    mail = mail_to(small_assessment(), "Northgate Motion Ltd")
    assert mail is not None
    assert [language for language, _ in mail.texts] == ["en"]


@pytest.mark.parametrize(
    ("name", "language"),
    [
        ("宁波华宁磁业有限公司", "zh"), ("株式会社キタノ", "ja"), ("한국자석", "ko"), ("Magneti S.p.A.", "it"),
        ("Selten & Söhne KG", "de"), ("Aimants SARL", "fr"), ("Kagome Ltd", "en"),
        ("株式会社山田磁石", "ja"), ("㈱東京電機", "ja"), ("山田磁石有限会社", "ja"), ("大同股份有限公司", "zh"),
        ("주식회사 대한", "ko"), ("Imanes Rodríguez S.A. de C.V.", "es"), ("Imán, S. de R.L. de C.V.", "es"),
        ("Van Dam C.V.", "en"),
    ],
)  # fmt: skip
def test_the_language_is_told_by_script_or_legal_form(name: str, language: str) -> None:
    assert supplier_language(view_of(with_column("supplier", [name])), name) == language


def test_a_stated_country_of_the_supplier_goes_first() -> None:
    found = with_column("supplier_country", ["CN"])
    assert supplier_language(view_of(found), "Ningbo Huaning Magnetics") == "zh"


def test_a_mail_names_parts_and_no_other_supplier_no_estimate_no_verdict() -> None:
    found = small_assessment()
    names = {line for line in found.parts.frame["supplier"].tolist() if line}
    for mail in mails(found):
        said = mail.subject + mail.body
        assert not [name for name in names - {mail.supplier} if name in said]
        assert "%" not in said
        assert "NG-1042" in said or mail.supplier != "Ningbo Huaning Magnetics"
        for word in ("needed", "not verified", "run out", "14 Jan"):
            assert word not in said


def test_the_day_of_the_answer_is_named_where_the_question_is_asked_today() -> None:
    mail = mail_to(small_assessment(), "Northgate Motion Ltd")
    assert mail is not None
    assert "8 Dec 2026" in text_of(mail)


def test_hidden_characters_and_line_ends_stay_out_of_a_mail() -> None:
    number = "NG\r\nBcc: all@example.org\u202e\x00"
    found = with_column("part_number", [number])
    mail = mail_to(found, "Ningbo Huaning Magnetics")
    assert mail is not None
    assert "NG Bcc: all@example.org" in text_of(mail)
    assert "\u202e" not in mail.body + mail.subject
    assert "\n" not in mail.subject
    assert short("x" * 100) == "x" * 39 + "…"


def test_nothing_to_ask_gives_no_mail() -> None:
    assert mails(all_not_covered()) == []
    assert mails(empty_assessment()) == []
    assert mail_to(small_assessment(), "Fastline Fixings") is None


def test_two_characters_count_as_a_word() -> None:
    assert words_in("three short words") == 3
    assert words_in("出口许可证") == 3
    assert words_in(Catalogue("en").text("Kind regards")) == 2


def test_a_mail_about_one_part_names_it_and_asks_what_its_maker_or_supplier_knows() -> None:
    found = with_column("supplier_country", ["DE"] * len(small_assessment().parts))
    asked = [
        part_id
        for part_id, licence in enumerate(found.licences)
        if any(q.to in ("supplier", "maker") for q in licence.questions) or lacks_licence(licence)
    ]
    assert asked
    filed = Catalogue("en").say(LICENCE.text)
    for part_id in range(len(found.parts)):
        mail = mail_about(found, part_id)
        is_asked = mail is not None and filed in text_of(mail)
        assert is_asked == lacks_licence(found.licences[part_id])
        assert (mail is not None) == (part_id in asked)
        if mail is None:
            continue
        assert [language for language, _ in mail.texts] == ["de", "en"]
        english, questions = text_of(mail), found.licences[part_id].questions
        for question in questions:
            is_theirs = question.to in ("supplier", "maker")
            assert (Catalogue("en").say(question.text) in english) == is_theirs
        number = found.parts.value(part_id, "part_number")
        assert number in mail.subject
        assert f"\n{number}: " in english
        assert "sheet" not in english
        assert "%" not in mail.body


@pytest.mark.parametrize(
    ("maker", "is_asked"),
    [("Murata Manufacturing Co., Ltd.", True), ("村田製作所", True), ("TDK", True), ("TDK-Lambda", False),
     ("Titan Magnets", False), (None, False)],
)  # fmt: skip
def test_a_maker_that_publishes_its_content_is_asked_for_the_document(
    tmp_path: Path, maker: str | None, is_asked: bool
) -> None:
    rows = ["Part number;Description;Supplier;Manufacturer;Country of origin"]
    rows += [
        f"P-{n};Block magnet NdFeB N48H 20x10x5;Distri GmbH;{maker or ''};CN" for n in range(2)
    ]
    (tmp_path / "list.csv").write_text("\n".join(rows), encoding="utf-8-sig")
    found = pipeline.assess(pipeline.read([tmp_path / "list.csv"]), Inquiry(ON), library())
    mail = mail_to(found, "Distri GmbH", "de")
    assert mail is not None
    assert ("publishes documents on what its parts contain" in text_of(mail)) is is_asked
    assert "Dy, Tb and Ho" in text_of(mail)
    assert max(words_in(text) for _, text in mail.texts) <= 90
    write_questionnaire(found, "Distri GmbH", tmp_path / "asked.xlsx")
    sheet: Any = openpyxl.load_workbook(tmp_path / "asked.xlsx").worksheets[0]
    assert {"dy_percent", "tb_percent", "ho_percent"} <= {cell.value for cell in sheet[4]}
    assert "sm_percent" not in {cell.value for cell in sheet[4]}
