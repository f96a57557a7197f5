"""``templates/report.yaml`` is read strictly: a slip names its line, never a silent default."""

from pathlib import Path

import pytest

from desktop_app.paths import shipped
from desktop_app.register.strict import RegisterError
from desktop_app.report.settings import KINDS, SECTIONS, load_settings

SHIPPED = shipped("templates", "report.yaml").read_text(encoding="utf-8")


def test_the_shipped_template_uses_every_section() -> None:
    used = {name for kind in load_settings().kinds.values() for name in kind.sections}
    assert used == set(SECTIONS)
    assert set(load_settings().kinds) == set(KINDS)
    assert load_settings().limits["this_week"] == 10


def test_who_reads_a_kind_and_how_long_it_may_be_is_data() -> None:
    kinds = load_settings().kinds
    assert {name for name, kind in kinds.items() if kind.outside} == {"supplier", "licence"}
    silent = {name for name, kind in kinds.items() if not kind.estimates}
    assert silent == {"monday", "supplier", "licence", "article24"}
    assert (kinds["monday"].pages, kinds["management"].pages) == (1, 8)


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("sections: [summary,", "sections: [sumary,", "no section 'sumary'"),
        ("law: basis", "law: ranked", "one of its sections that lists the law"),
        ("law: basis", "law: method", "one of its sections that lists the law"),
        ("pages: 8", "pages: some", "'pages' must be a whole number from 1"),
        ("outside: true", "outside: perhaps", "'outside' must be true or false"),
        ("limits: {this_week: 5", "limits: {this_weak: 5", "unknown key 'this_weak'"),
        ("keeps: {this_week: 5", "keeps: {today: 5", "'keeps' names 'today'"),
        ("  this_week: 10", "  this_week: 0", "'this_week' must be a whole number from 1"),
        ("  this_week: 10", "  thisweek: 10", "'this_week' is missing"),
        ("absent_mass_percent: 0.01", "absent_mass_percent: little", "must be a number"),
        ("thin_before: 2023-12-01", "thin_before: soon", "must be a date"),
        ("NL, PL", "[NL], PL", "must be a list of words"),
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
        "[summary, exposure, ranked, clock, cases, measures, basis]", "[basis, summary]"
    )
    own.write_text(shorter, encoding="utf-8")
    assert load_settings(own).kinds["management"].sections == ("basis", "summary")


def test_what_a_list_keeps_is_at_most_what_it_shows() -> None:
    for kind in load_settings().kinds.values():
        assert all(rows <= kind.limits[name] for name, rows in kind.keeps.items())
