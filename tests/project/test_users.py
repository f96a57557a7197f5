"""Buyer, consignee and end user are compared with the dated lists: a name changes no verdict."""

from datetime import date
from pathlib import Path

import pytest

from desktop_app import pipeline
from desktop_app.language.catalogue import Catalogue
from desktop_app.model.assessment import Assessment
from desktop_app.model.inquiry import Inquiry
from desktop_app.project.decisions import RecordedFact, Setting
from desktop_app.project.licences import LicenceRecord
from desktop_app.project.own_law import ListedName
from desktop_app.project.recorded import Recorded
from desktop_app.project.records import Removed, describe
from desktop_app.project.users import with_buyer
from desktop_app.report.content import build_content
from desktop_app.report.part_marks import marks_of
from desktop_app.report.view import Scope

LIST = (
    "Part number,Description,Supplier,Country of origin\n"
    "M1,Magnet 42SH 20x10x5,Hanmag Co,CN\n"
    "M2,Sm2Co17 block 10x10x5,Other Ltd,CN\n"
    "S1,Hexagon screw M6x20 A2,Other Ltd,CN\n"
)
BEFORE, LISTED = date(2026, 2, 23), date(2026, 2, 24)


def judged(tmp_path: Path, recorded: Recorded, on: date = LISTED) -> Assessment:
    file = tmp_path / "list.csv"
    file.write_text(LIST, encoding="utf-8")
    library = pipeline.load_library()
    return pipeline.assess(pipeline.read([file]), Inquiry(on, "JP"), library, recorded=recorded)


def named(**names: str) -> Recorded:
    return Recorded(users=tuple(Setting(role, name) for role, name in names.items()))


def lists_of(found: Assessment) -> list[str | None]:
    return [licence.listed_user for licence in found.licences]


@pytest.mark.parametrize("role", ["buyer", "consignee", "end_user"])
def test_a_name_of_the_project_that_is_listed_marks_what_may_be_controlled(
    tmp_path: Path, role: str
) -> None:
    found = judged(tmp_path, named(**{role: "TDK Europe GmbH"}))
    assert lists_of(found) == ["watch", "watch", None]
    assert [k.verdict for k in found.licences] == ["needed", "needed", "not_needed"]
    said = [str(reason.message) for reason in found.licences[0].reasons]
    assert any("TDK Europe GmbH" in words and "watch list" in words for words in said)
    assert any("TDK" in str(note) for note in found.notes)
    told = marks_of(found, Catalogue("en"))
    assert [any("user's name resembles" in m for m in marks) for marks in told] == [
        True,
        True,
        False,
    ]


def test_the_day_before_it_was_listed_it_is_only_not_cleared(tmp_path: Path) -> None:
    found = judged(tmp_path, named(buyer="TDK Europe GmbH"), BEFORE)
    assert lists_of(found) == [None, None, None]
    assert any("does not mean cleared" in str(note) for note in found.notes)


def test_the_end_user_of_an_application_marks_only_its_parts(tmp_path: Path) -> None:
    asked = LicenceRecord("a", "Hanmag Co", filed=date(2026, 2, 1), end_user="TDK Corporation")
    assert lists_of(judged(tmp_path, Recorded(licences=(asked,)))) == ["watch", None, None]


def test_a_licence_that_has_ended_names_no_user_any_more(tmp_path: Path) -> None:
    ended = LicenceRecord(
        "a", "Hanmag Co", number="1", valid_until=date(2026, 2, 20), end_user="TDK Corporation"
    )
    assert lists_of(judged(tmp_path, Recorded(licences=(ended,)))) == [None, None, None]


def test_a_firm_added_by_a_user_counts_and_the_worse_list_stands(tmp_path: Path) -> None:
    own = ListedName("Acme Works", "control", LISTED, "No. 99", "press", "ada", LISTED)
    users = named(buyer="TDK Europe GmbH", end_user="Acme Works GmbH").users
    found = judged(tmp_path, Recorded(users=users, listed=(own,)))
    assert lists_of(found) == ["control", "control", None]


def test_no_general_licence_counts_for_a_listed_end_user(tmp_path: Path) -> None:
    general = RecordedFact(
        "supplier", "Hanmag Co", "general_licence_until", until=date(2027, 1, 1), by="ada",
        on=LISTED,
    )  # fmt: skip
    plain = judged(tmp_path, Recorded(facts=(general,)))
    listed = judged(tmp_path, Recorded(facts=(general,), users=(Setting("end_user", "TDK"),)))
    assert (plain.licences[0].general_licence, listed.licences[0].general_licence) == (True, False)


def test_the_sender_of_letters_is_the_buyer_unless_the_project_names_one() -> None:
    made = with_buyer(None, "Muster GmbH,  Weg 1")
    assert made is not None
    assert made.users == (Setting("buyer", "Muster GmbH, Weg 1"),)
    assert with_buyer(made, "Other AG") == made
    assert with_buyer(None, "  ") is None


def test_the_log_calls_each_name_as_a_reader_does() -> None:
    say = Catalogue("en").say
    assert say(describe(Setting("end_user", "TDK"))) == "End user set to TDK"
    assert say(describe(Removed("Setting", "buyer"))) == "A record was given up"


@pytest.mark.parametrize(
    ("scope", "is_told"),
    [
        (Scope("audit"), True),
        (Scope("supplier", supplier="Hanmag Co"), False),
        (Scope("licence", part=0), False),
    ],
)
def test_papers_for_others_do_not_say_who_uses_the_goods(
    tmp_path: Path, scope: Scope, is_told: bool
) -> None:
    """A letter and licence papers leave the house; whom a firm resembles is nobody else's business."""
    found = judged(tmp_path, named(end_user="TDK Europe GmbH"))
    content = build_content(found, Catalogue("en"), scope=scope)
    assert ("TDK" in repr(content)) is is_told
