"""``templates/report.yaml`` is read strictly: a slip names its line, never a silent default."""

from pathlib import Path

import pytest

from desktop_app.paths import shipped
from desktop_app.register.strict import RegisterError
from desktop_app.report.settings import SECTIONS, load_settings

SHIPPED = shipped("templates", "report.yaml").read_text(encoding="utf-8")


def test_the_shipped_template_holds_every_section_once() -> None:
    assert sorted(load_settings().sections) == sorted(SECTIONS)
    assert load_settings().limits["this_week"] == 10


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("sections: [summary,", "sections: [sumary,", "no section 'sumary'"),
        ("files, method, not_covered]", "files, not_covered]", "method: the footer names it"),
        ("  this_week: 10", "  this_week: 0", "'this_week' must be a whole number from 1"),
        ("  this_week: 10", "  thisweek: 10", "'this_week' is missing"),
        ("absent_mass_percent: 0.01", "absent_mass_percent: little", "must be a number"),
        ("thin_before: 2023-12-01", "thin_before: soon", "must be a date"),
        ("NL, PL", "NO, PL", "must be a list of words"),
        ("own_exports:", "own_export:", "'own_exports' is missing"),
    ],
)
def test_a_slip_is_named_with_its_line(tmp_path: Path, old: str, new: str, words: str) -> None:
    assert old in SHIPPED
    broken = tmp_path / "report.yaml"
    broken.write_text(SHIPPED.replace(old, new), encoding="utf-8")
    with pytest.raises(RegisterError, match=r"report\.yaml:\d+") as failure:
        load_settings(broken)
    assert words in str(failure.value)


def test_sections_may_be_put_in_another_order_or_left_out(tmp_path: Path) -> None:
    own = tmp_path / "report.yaml"
    shorter = SHIPPED.replace(
        "[summary, ranked, clock, questions, reasons, files, method, not_covered]",
        "[method, summary]",
    )
    own.write_text(shorter, encoding="utf-8")
    assert load_settings(own).sections == ("method", "summary")
