"""The day on which questions were written is kept in the project on the desk."""

from pathlib import Path

import pytest

from desktop_app.model.inquiry import today_in_china
from desktop_app.project.opening import create_project, open_project
from desktop_app.project.sent import sent_days
from desktop_app.ui.questions_sent import remember_sent


def test_the_day_is_kept_where_a_project_may_be_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LODESTONE_HOME", str(tmp_path / "home"))
    path = tmp_path / "team.lodestone"
    with create_project(path, author="Ada") as project:
        assert remember_sent(project, ("Hanlin", "Erdwerk"))
        assert not remember_sent(project, ())
    with open_project(path, read_only=True) as project:
        today = today_in_china()
        assert sent_days(project.project) == {"Hanlin": today, "Erdwerk": today}
        assert not remember_sent(project, ("Third",))
    assert not remember_sent(None, ("Hanlin",))
