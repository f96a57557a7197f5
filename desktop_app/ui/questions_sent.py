"""Notes on which day questions were written for whom, and who was reminded, to chase them later."""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from desktop_app.model.findings import Message, msg, nmsg
from desktop_app.model.inquiry import today_in_china
from desktop_app.ui.recording import note, with_record, without_record

if TYPE_CHECKING:
    from desktop_app.ui.session import Session


def remember_sent(session: "Session", suppliers: Iterable[str], day: date | None = None) -> None:
    """Notes that these suppliers were asked on a day, today where none is given, as one step. It lies
    on the desk and goes into the project with it."""
    from desktop_app.project.sent import sent

    named = list(suppliers)
    recorded = session.recorded
    for supplier in named:
        recorded = with_record(recorded, "sent", sent(supplier, day or today_in_china()))
    if named:
        what = msg("questions sent to {supplier}", supplier=named[0])
        if len(named) > 1:
            what = nmsg(
                "questions sent to {n} supplier", "questions sent to {n} suppliers", len(named)
            )
        note(session, what, recorded)


def remember_chased(session: "Session", supplier: str, day: date | None = None) -> None:
    """Notes that a supplier was reminded."""
    from desktop_app.project.sent import chased, chased_days

    recorded = session.recorded
    before = chased_days(() if recorded is None else recorded.sent).get(supplier, ())
    made = chased(supplier, (*before, day or today_in_china()))
    what = msg("{supplier} reminded", supplier=supplier)
    note(session, what, with_record(recorded, "sent", made))


def forget_sent(session: "Session", supplier: str) -> None:
    """Takes the notes about a supplier back."""
    from desktop_app.project.sent import supplier_of

    recorded = session.recorded
    for made in () if recorded is None else recorded.sent:
        if supplier_of(made) == supplier:
            recorded = without_record(recorded, "sent", made.key)
    what: Message = msg("withdrawing when {supplier} was asked", supplier=supplier)
    note(session, what, recorded)
