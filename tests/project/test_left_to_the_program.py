"""A supplier's lists left wholly to the program stay so when the project is opened again."""

from datetime import date
from pathlib import Path

from desktop_app.model.inquiry import Inquiry
from desktop_app.project.bringing import Desk, bring_to, columns_of
from desktop_app.project.decisions import header_fingerprint
from desktop_app.project.opening import create_project, open_project
from desktop_app.project.remembered import remembered_columns

HEADINGS = ("Teil", "Menge", "Rest")
KEY = header_fingerprint(HEADINGS)
OTHER = {(KEY, "Süd"): {"Rest": "origin"}}


def test_what_another_supplier_said_does_not_come_back(tmp_path: Path) -> None:
    path = tmp_path / "work.lodestone"
    inquiry = Inquiry(date(2026, 11, 24))
    own = {**OTHER, (KEY, "Nord"): {"Rest": "plant"}}
    left = {**OTHER, (KEY, "Nord"): {}}
    with create_project(path, home=tmp_path) as project:
        bring_to(project, Desk(None, inquiry, own))
        assert bring_to(project, Desk(None, inquiry, left))
        assert not bring_to(project, Desk(None, inquiry, left))
    with open_project(path, home=tmp_path) as project:
        assert columns_of(project.project.mappings) == left
        ask = remembered_columns(project.project.mappings)
        assert ask(HEADINGS, "Nord") is None
        assert ask(HEADINGS, "Süd") == {"Rest": "origin"}
        assert ask(HEADINGS, "West") == {"Rest": "origin"}
        bring_to(project, Desk(None, inquiry, OTHER))
        assert columns_of(project.project.mappings) == OTHER
        assert remembered_columns(project.project.mappings)(HEADINGS, "Nord") == {"Rest": "origin"}
