"""The Monday sheet read aloud: who stops first leads, and every order says for which parts it is."""

from datetime import date

from desktop_app.language.catalogue import Catalogue
from desktop_app.report.blocks import Row, Table
from desktop_app.report.content import build_content
from desktop_app.report.sections.measures import LATE
from desktop_app.report.view import Scope
from tests.intake.answered import asked


def orders() -> tuple[Row, ...]:
    """The lines of *What to do today* of the sample."""
    content = build_content(asked(), Catalogue("en"), scope=Scope("monday"))
    tables = [b for s in content.sections for b in s.blocks if isinstance(b, Table)]
    return next(table for table in tables if table.id == "today").rows


def test_several_orders_to_one_supplier_each_name_their_parts() -> None:
    """ "6 parts: have the supplier apply; ask for a test report" left open which of them for which."""
    several = [row.note.split("\n") for row in orders() if "\n" in row.note]
    assert several
    for lines in several:
        assert all(": " in line and line.split(": ")[0] not in ("", "Ask") for line in lines)
        assert len({line.split(": ")[0] for line in lines}) == len(lines)


def test_what_stops_before_any_order_could_come_is_not_put_behind_later_stops() -> None:
    found = asked()
    late = {
        found.parts.value(part, "supplier"): found.numbers["run_out"].iloc[part]
        for part, moves in enumerate(found.actions)
        if any(move.id == LATE for move in moves)
    }
    listed = [row.id for row in orders()]
    days = [date.fromisoformat(str(late[name])) for name in listed if late.get(name) is not None]
    assert days == sorted(days)
    shown = [name for name in listed if name in late]
    assert shown
    assert listed.index(shown[0]) == 0
