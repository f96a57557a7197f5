"""A plan runs by China's working days: holidays, make-up days, the turn of a year."""

from datetime import date

from desktop_app.assessment.licence_plan import planned
from desktop_app.register.figures import load_figures
from desktop_app.register.supply import LicenceStep


def step(name: str, is_working: bool) -> LicenceStep:
    return LicenceStep(name, is_working, None, "", None, "", True, ())


def test_working_days_pass_over_weekends_and_the_spring_festival_of_china() -> None:
    """29 Jan 2027 is a Friday; the Sunday after is worked, 5 to 13 Feb are off, the 14th is worked."""
    china = load_figures().china_days
    (made,) = planned([(step("a", True), (1, 6, 7))], date(2027, 1, 29), china)
    assert made.begins == (date(2027, 1, 29),) * 3
    assert made.ends == (date(2027, 1, 31), date(2027, 2, 14), date(2027, 2, 15))


def test_calendar_days_pass_over_nothing_and_steps_follow_one_another() -> None:
    china = load_figures().china_days
    first, second = planned(
        [(step("a", False), (1, 2, 3)), (step("b", False), (0, 10, 10))], date(2027, 2, 5), china
    )
    assert second.begins == first.ends == (date(2027, 2, 6), date(2027, 2, 7), date(2027, 2, 8))
    assert second.ends == (date(2027, 2, 6), date(2027, 2, 17), date(2027, 2, 18))


def test_no_steps_are_no_plan() -> None:
    assert planned([], date(2027, 2, 5), load_figures().china_days) == ()
