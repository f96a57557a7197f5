"""The day on which questions were written lies on the desk, goes into the project, and back."""

from datetime import date
from pathlib import Path

from desktop_app.language.catalogue import Catalogue
from desktop_app.model.inquiry import today_in_china
from desktop_app.paths import PROJECT_SUFFIX
from desktop_app.project.opening import open_project
from desktop_app.project.records import describe
from desktop_app.project.sent import chased, chased_days, sent, sent_days
from desktop_app.ui.activity_lines import activity_lines
from desktop_app.ui.questions_sent import forget_sent, remember_chased, remember_sent
from tests.ui.driving import Driver

EARLY, LATE = date(2026, 11, 2), date(2026, 11, 20)


def stored(path: Path) -> tuple[dict[str, date], dict[str, tuple[date, ...]]]:
    with open_project(path, read_only=True) as project:
        return sent_days(project.project), dict(chased_days(project.project.settings))


def test_what_was_noted_before_the_first_save_is_in_the_project(
    driver: Driver, tmp_path: Path
) -> None:
    path, today = tmp_path / f"team{PROJECT_SUFFIX}", today_in_china()
    result = driver.session.result
    remember_sent(driver.session, ("Hanlin", "Erdwerk"))
    remember_sent(driver.session, ())
    remember_sent(driver.session, ("Erdwerk",), EARLY)
    remember_chased(driver.session, "Erdwerk", LATE)
    remember_chased(driver.session, "Erdwerk")
    assert not driver.session.is_busy
    assert driver.session.result is result
    driver.window.projects.save(path)
    driver.quiet()
    assert stored(path) == ({"Hanlin": today, "Erdwerk": EARLY}, {"Erdwerk": (LATE, today)})
    project = driver.window.projects.file
    assert project is not None
    assert len(activity_lines(project.ledger, Catalogue("en"), "decisions")) == 1
    forget_sent(driver.session, "Erdwerk")
    driver.quiet()
    assert len(activity_lines(project.ledger, Catalogue("en"), "decisions")) == 2
    assert activity_lines(project.ledger, Catalogue("en"), "figures") == ()
    assert stored(path) == ({"Hanlin": today}, {})
    undo = driver.window.menus.actions["undo"]
    assert undo.text() == "&Undo: withdrawing when Erdwerk was asked"
    undo.trigger()
    driver.quiet()
    assert stored(path) == ({"Hanlin": today, "Erdwerk": EARLY}, {"Erdwerk": (LATE, today)})


def test_the_list_of_activities_says_it_in_words() -> None:
    say = Catalogue("en").say
    assert say(describe(sent("Hanlin", EARLY))) == "Questions sent to Hanlin on 2 Nov 2026"
    assert say(describe(chased("Hanlin", (LATE, EARLY)))) == "Hanlin reminded on 20 Nov 2026"
