"""The plan in the licence papers: its days, what it sets them against, and when there is none."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from desktop_app.assessment.stock_notes import NO_DAY
from desktop_app.language.catalogue import Catalogue
from desktop_app.model.assessment import Assessment, LicenceOnFile, SetFigure
from desktop_app.model.findings import msg
from desktop_app.report.blocks import Section, StepsChart, Table
from desktop_app.report.display import Line, Rect, Text
from desktop_app.report.line_breaking import PaperMetrics
from desktop_app.report.sections.licence_schedule import schedule
from desktop_app.report.settings import load_settings
from desktop_app.report.step_bars import steps_piece
from desktop_app.report.view import Scope, View
from tests.report.written import lines_of
from tests.small_assessment import ON, small_assessment

PART = 0


def section(of: Assessment | None = None, part: int = PART, **scope: Any) -> Section:
    asked = Scope("licence", **scope) if scope else Scope("licence", part=part)
    return schedule(View(of or small_assessment(), Catalogue("en"), load_settings(), asked))


def said(found: Section) -> str:
    from tests.report.test_kinds import content

    return "\n".join(lines_of(replace(content("licence"), sections=(found,)), frozenset()))


def steps(found: Section) -> dict[str, tuple[str, ...]]:
    (table,) = (block for block in found.blocks if isinstance(block, Table))
    return {
        row.id: tuple(f"{cell.text} {cell.below}".strip() for cell in row.cells[1:])
        for row in table.rows
    }


def running_out(on: date | None) -> Assessment:
    found = small_assessment()
    numbers = found.numbers.copy()
    days = numbers["run_out"].tolist()
    days[PART] = on
    numbers["run_out"] = days
    if on is None:
        numbers.loc[PART, "cover_days"] = float("nan")
    return replace(found, numbers=numbers)


def filed(state: Any, on: date | None, accepted: date | None = None) -> Assessment:
    record = LicenceOnFile(
        "a", "S", (PART,), state, filed=on, accepted=accepted, statutory_days=45,
        due=date(2026, 12, 31),
    )  # fmt: skip
    return replace(small_assessment(), licences_on_file=(record,))


def test_every_step_has_its_days_its_dates_and_what_they_rest_on() -> None:
    found = steps(section())
    assert list(found) == ["papers", "courier", "province", "ministry", "delivery"]
    assert found["papers"][:3] == ("9 days", "24 Nov 2026", "3 Dec 2026")
    assert found["courier"][0] == "5 days 3 to 7"
    assert found["courier"][2] == "8 Dec 2026 6 Dec to 10 Dec"
    assert found["province"][0] == "5 working days 3 to 10"
    assert found["ministry"][0] == "45 working days 2 to 45"
    assert found["ministry"][2] == "23 Feb 2027 11 Dec to 4 Mar", "the Spring Festival lies between"
    assert "Reuters" in found["ministry"][3]
    assert "our judgement" in found["courier"][3]
    assert all(entry[4] == "" for entry in found.values()), "a place to write in"


def test_the_plan_says_why_its_day_is_not_that_of_the_clock() -> None:
    numbers = small_assessment().numbers.copy()
    numbers.loc[PART, ["licence_days_low", "licence_days", "licence_days_high"]] = (
        20.0,
        70.0,
        190.0,
    )
    numbers.loc[PART, ["lead_time_days_low", "lead_time_days", "lead_time_days_high"]] = (
        5.0,
        10.0,
        20.0,
    )
    found = replace(small_assessment(), numbers=numbers)
    clock = (ON + timedelta(days=80)).strftime("%-d %b %Y")
    assert f"70 days for papers and licence and so with {clock}; this plan adds" in said(
        section(found)
    )
    granted = replace(found, licences_on_file=filed("on_the_way", ON).licences_on_file)
    assert "Risk and gap" not in said(section(granted)), "the steps before filing lie behind"


def test_the_picture_says_the_same_as_the_table() -> None:
    found = section()
    (chart,) = (block for block in found.blocks if isinstance(block, StepsChart))
    assert [bar.id for bar in chart.bars] == list(steps(found))
    assert all(bar.begins <= bar.ends <= bar.late for bar in chart.bars)
    assert all(bar.early <= bar.ends for bar in chart.bars)
    assert [bar.who for bar in chart.bars] == ["own", "own", "authority", "authority", "goods"]
    assert [bar.day for bar in chart.bars][3] == "23 Feb 2027"


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 12, 1), "The stock of NG-1042 ends on 1 Dec 2026, 40 days before the earliest arrival"),
        (date(2027, 1, 10), "The stock of NG-1042 ends on 10 Jan 2027, 79 days before the likely"),
        (date(2027, 8, 1), "The stock of NG-1042 lasts until 1 Aug 2027, longer than that."),
        (None, "Whether the stock lasts so long is not known: stock or yearly demand is missing."),
    ],
)  # fmt: skip
def test_the_arrival_is_set_against_the_day_on_which_stock_ends(day: Any, words: str) -> None:
    assert words in said(section(running_out(day)))


def test_stock_between_the_likely_and_the_latest_arrival_is_short_of_the_latest_only() -> None:
    (chart,) = (b for b in section().blocks if isinstance(b, StepsChart))
    between = ON.toordinal() + round((chart.bars[-1].ends + chart.bars[-1].late) / 2)
    words = said(section(running_out(date.fromordinal(between))))
    assert "past the likely arrival but" in words
    on_the_day = ON.toordinal() + round(chart.bars[-1].ends)
    assert "past the likely arrival but" in said(section(running_out(date.fromordinal(on_the_day))))
    latest = ON.toordinal() + round(chart.bars[-1].late)
    assert "longer than that" in said(section(running_out(date.fromordinal(latest))))


def test_an_application_that_was_filed_counts_from_its_day_and_has_its_papers_behind_it() -> None:
    words = steps(section(filed("on_the_way", date(2026, 10, 28))))
    assert list(words) == ["ministry", "delivery"]
    assert words["ministry"][1] == "28 Oct 2026"
    assert words["ministry"][2].startswith("30 Dec 2026")
    assert "24 Nov" in words["ministry"][2], "no earlier than the day of the report"
    accepted = steps(section(filed("on_the_way", date(2026, 10, 28), date(2026, 11, 2))))
    assert accepted["ministry"][1] == "2 Nov 2026", "the 45 days run from there"


def test_an_application_that_is_late_has_no_plan_but_a_question() -> None:
    late = section(filed("late", date(2026, 9, 1)))
    assert len(late.blocks) == 1
    assert "ask the exporter" in said(late)


def test_an_application_for_other_parts_changes_nothing() -> None:
    found = filed("on_the_way", date(2026, 10, 28))
    (record,) = found.licences_on_file
    other = replace(found, licences_on_file=(replace(record, part_ids=(PART + 1,)),))
    assert steps(section(other)) == steps(section())


def test_with_a_licence_only_the_goods_are_waited_for() -> None:
    found = small_assessment()
    numbers = found.numbers.assign(licence_days_low=0.0, licence_days=0.0, licence_days_high=0.0)
    licensed = found.licences.map(lambda kind: replace(kind, covered_by="L1"))
    held = replace(found, licences=licensed, numbers=numbers)
    words = said(section(held))
    assert list(steps(section(held))) == ["delivery"]
    assert "The licence is there; days count from 24 Nov 2026." in words
    assert "MOFCOM" not in words
    assert "180" not in words


def test_a_licence_that_ends_before_the_goods_are_here_is_applied_for_anew() -> None:
    found = small_assessment()
    ending = found.licences.map(lambda kind: replace(kind, covered_by="L1", covered_until=ON))
    assert found.numbers["licence_days_high"][PART] > 0, "the clock does not count on it"
    planned = section(replace(found, licences=ending))
    assert list(steps(planned)) == ["papers", "courier", "province", "ministry", "delivery"]
    assert "The licence is there" not in said(planned)


def test_figures_that_the_user_set_stand_in_the_plan_with_who_set_them() -> None:
    made = SetFigure("statutory_days", (90.0,), "A. Buyer")
    found = steps(section(replace(small_assessment(), set_figures=(made,))))
    assert found["ministry"][0] == "90 working days 2 to 90"
    assert "A. Buyer" in found["ministry"][3]


def test_shapes_differ_so_that_the_picture_reads_in_grey() -> None:
    (chart,) = (block for block in section().blocks if isinstance(block, StepsChart))
    piece = steps_piece(chart, 500.0, PaperMetrics())
    filled = {op.fill for op in piece.ops if isinstance(op, Rect)}
    assert len(filled) == 3, "solid, hatched on white, pale"
    assert [op for op in piece.ops if isinstance(op, Line) and op.x1 != op.x2 and op.y1 != op.y2]
    for op in piece.ops:
        if isinstance(op, Text):
            assert 0 <= op.x <= 500
            assert 0 < op.y <= piece.height
    without = steps_piece(replace(chart, run_out=None), 500.0, PaperMetrics())
    assert "stock ends" in {op.text for op in piece.ops if isinstance(op, Text)}
    assert "stock ends" not in {op.text for op in without.ops if isinstance(op, Text)}


def application(name: str, state: Any, on: date, due: date, *parts: int) -> LicenceOnFile:
    return LicenceOnFile(name, "S", parts or (PART,), state, filed=on, statutory_days=45, due=due)


def with_applications(*records: LicenceOnFile) -> Assessment:
    return replace(small_assessment(), licences_on_file=records)


OVERDUE = application("a", "late", date(2026, 8, 3), date(2026, 10, 16))
RUNNING = application("b", "on_the_way", date(2026, 11, 2), date(2027, 1, 5))


def test_an_application_that_was_filed_anew_is_planned_though_the_first_is_overdue() -> None:
    found = steps(section(with_applications(OVERDUE, RUNNING)))
    assert found["ministry"][1] == "2 Nov 2026"


def test_parts_of_an_order_that_were_applied_for_one_by_one_wait_for_the_last() -> None:
    other = application("c", "on_the_way", date(2026, 11, 16), date(2027, 1, 19), 1)

    def of_order(*records: LicenceOnFile) -> Section:
        return section(with_applications(*records), supplier="Ningbo Huaning Magnetics")

    assert steps(of_order(RUNNING, other))["ministry"][1] == "16 Nov 2026"
    assert "papers" in steps(of_order(RUNNING)), "one has none yet"
    late = replace(other, state="late")
    assert "ask the exporter" in said(of_order(RUNNING, late))


@pytest.mark.parametrize("days", [3_500_000.0, 1e300])
def test_a_delivery_beyond_the_calendar_ends_with_it(days: float) -> None:
    found = small_assessment()
    numbers = found.numbers.copy()
    for name in ("lead_time_days_low", "lead_time_days", "lead_time_days_high"):
        numbers.loc[PART, name] = days
    planned = section(replace(found, numbers=numbers))
    assert steps(planned)["delivery"][2] == "31 Dec 9999"
    (chart,) = (block for block in planned.blocks if isinstance(block, StepsChart))
    assert steps_piece(chart, 500.0, PaperMetrics()).ops


def test_stock_that_lasts_beyond_the_calendar_is_not_called_missing() -> None:
    found = running_out(None)
    numbers = found.numbers.assign(cover_days=1e9)
    words = said(section(replace(found, numbers=numbers)))
    assert "longer than that" in words
    assert "missing" not in words


def test_no_day_of_a_part_without_demand_is_said_with_its_reason() -> None:
    (remark,) = (
        words for words in NO_DAY if words == "Demand is zero; there is no cover and no date."
    )
    held = replace(running_out(None), remarks={PART: (msg(remark),)})
    words = said(section(held))
    assert remark in words
    assert "missing" not in words


def test_an_order_names_the_parts_of_which_nobody_knows_how_long_they_last() -> None:
    found = small_assessment()
    numbers = found.numbers.copy()
    numbers["run_out"] = [date(2027, 8, 1), *[None] * (len(numbers) - 1)]
    numbers.loc[1:, "cover_days"] = float("nan")
    words = said(section(replace(found, numbers=numbers), supplier="Ningbo Huaning Magnetics"))
    assert "The stock of NG-1042 lasts until 1 Aug 2027, longer than that." in words
    assert "NG-1051: Whether the stock lasts so long is not known" in words
