"""For whom a part is: a stated military use is refused in principle, a hint asks and decides nothing."""

from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app import pipeline
from desktop_app.assessment.licence.uses import names_on, resembling, said_of
from desktop_app.model.inquiry import Inquiry
from desktop_app.model.licence import Licence
from desktop_app.model.uses import own_use, users_in, with_beside
from tests.assessment.licence.cases import TODAY, shipped_edition

MAGNET = "SmCo magnet YXG-30H"


def licences(folder: Path, library: pipeline.Library, heading: str, *rows: str) -> list[Licence]:
    """The licences of rows ``description;cell`` under an assumed civil use."""
    path = folder / "list.csv"
    lines = [f"Part number;Quantity;Description;Country of origin;{heading}"]
    for number, row in enumerate(rows):
        described, _, cell = row.partition(";")
        lines.append(f"P{number};5;{described};CN;{cell}")
    path.write_text("\n".join(lines), encoding="utf-8")
    reading = pipeline.read([path])
    result = pipeline.assess(reading, Inquiry(TODAY, "DE", end_use_assumed=True), library)
    return [result.licences[at] for at in range(len(rows))]


def asked(licence: Licence) -> str:
    """Whom the question about the use names; "" where it is not asked."""
    found = [q.text for q in licence.questions if q.narrows == "end_use"]
    return str(dict(found[0].args).get("user", "?")) if found else ""


def test_a_customer_of_arms_is_asked_about_and_refuses_nothing(
    tmp_path: Path, library: pipeline.Library
) -> None:
    defence, listed, civil, none = licences(
        tmp_path, library, "Customer", f"{MAGNET};Bundeswehr", f"{MAGNET};HENSOLDT Sensors GmbH",
        f"{MAGNET};Bäckerei Schmidt", MAGNET,
    )  # fmt: skip
    assert [asked(each) for each in (defence, listed, civil, none)] == [
        "Bundeswehr", "HENSOLDT Sensors GmbH", "", "",
    ]  # fmt: skip
    assert not any(each.refused_in_principle for each in (defence, listed, civil, none))
    assert "end_use" in {fact for control in defence.controls for fact in control.missing}


@pytest.mark.parametrize("heading", ["Programme", "Projekt", "项目", "End user"])
def test_programmes_and_end_users_in_several_languages(
    tmp_path: Path, library: pipeline.Library, heading: str
) -> None:
    (found,) = licences(tmp_path, library, heading, f"{MAGNET};Eurofighter radar")
    assert asked(found) == "Eurofighter radar"


def test_a_customer_called_military_is_a_hint_and_a_stated_military_use_is_refused(
    tmp_path: Path, library: pipeline.Library
) -> None:
    (hint,) = licences(tmp_path, library, "Customer", f"{MAGNET};Military Museum Shop")
    stated, none = licences(
        tmp_path, library, "End use", f"{MAGNET};missile fins", f"{MAGNET};non-military robot"
    )
    assert (hint.refused_in_principle, asked(hint)) == (False, "Military Museum Shop")
    assert (stated.refused_in_principle, none.refused_in_principle) == (True, False)


def test_a_description_that_names_arms_asks_and_colours_do_not(
    tmp_path: Path, library: pipeline.Library
) -> None:
    arms, colour, screw = licences(
        tmp_path, library, "Note", f"{MAGNET} for missile fin actuator",
        f"{MAGNET} navy blue coated", "Hex bolt M8x30 for missile rack",
    )  # fmt: skip
    assert [asked(each) for each in (arms, colour, screw)] == ["missile", "", ""]


def test_what_is_not_controlled_is_not_asked_about(
    tmp_path: Path, library: pipeline.Library
) -> None:
    (bolt,) = licences(tmp_path, library, "Customer", "Hex bolt M8x30 DIN 933;Bundeswehr")
    assert (bolt.verdict, bolt.questions) == ("not_needed", ())


def test_users_stay_apart_from_the_stated_use() -> None:
    text = with_beside("robot", ["Customer: Bundeswehr", "Project: P: 1"])
    assert (own_use(text), users_in(text)) == ("robot", ("Bundeswehr", "P: 1"))
    assert with_beside(None, []) is None
    assert own_use(with_beside(None, ["Customer: X"])) is None
    assert (own_use("plain"), users_in("plain")) == ("plain", ())


def test_a_firm_listed_later_is_no_hint_before() -> None:
    edition = shipped_edition()
    before = replace(Inquiry(TODAY), on=TODAY.replace(month=1))
    text = with_beside(None, ["Customer: Rheinmetall AG"])
    assert said_of(text, edition.assumptions, names_on(edition, before)) == (None, "")
    assert said_of(text, edition.assumptions, names_on(edition, Inquiry(TODAY)))[1] != ""


@pytest.mark.parametrize(
    ("said", "listed"),
    [
        ("TDK株式会社", "TDK Corporation"),
        ("株式会社SUBARU", "SUBARU Corporation"),
        ("㈱SUBARU", "SUBARU Corporation"),
        ("日东电工（苏州）有限公司", "Nitto Denko Corporation"),
        ("InPACT", "InPACT S.A."),
        ("Lafert SpA", "Lafert S.p.A."),
        ("T.D.K. Corp.", "TDK Corporation"),
        ("株式会社", None),
        ("S.A.", None),
        ("Red Catering GmbH", None),
        ("日東電工(株)", "Nitto Denko Corporation"),
        ("住友重機械工業株式会社 名古屋製造所", "Sumitomo Heavy Industries, Ltd."),
        ("三菱重工航空發動機", "Mitsubishi Heavy Industries Aero Engines, Ltd."),
        ("萊茵金屬", "Rheinmetall AG"),
        ("弗羅茨瓦夫理工大學", "Politechnika Wrocławska"),
        ("ﾄｰｷﾝ", "Tokin Corporation"),
        ("IHIエアロスペース・エンジニアリング", "IHI Aerospace Engineering Co., Ltd."),
        ("IHI エアロスペース", "IHI Aerospace Co., Ltd."),
        ("ENEOSホールディングス", "ENEOS Corporation"),
        ("(주)히노자동차", "Hino Motors, Ltd."),
        ("라인메탈", "Rheinmetall AG"),
        ("住友電気工業", None),
        ("三菱電機株式会社", None),
        ("日油技研工業", None),
        ("富士通株式会社", None),
    ],
)
def test_a_legal_form_without_blanks_or_with_points_hides_no_name(
    said: str, listed: str | None
) -> None:
    found = resembling(said, names_on(shipped_edition(), Inquiry(TODAY)))
    assert (found and found.name) == listed
