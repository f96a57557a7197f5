"""What ``check-register`` prints: all that the register holds, in words a lawyer can check."""

from datetime import date

import pytest

from desktop_app.cli import main
from desktop_app.cli.register_pages import WIDTH, register_pages
from desktop_app.language.catalogue import Catalogue
from desktop_app.model.inquiry import Inquiry
from desktop_app.register.control import Control, Edition, names_known
from desktop_app.register.edition import load_edition

EDITION = load_edition()
ON = Inquiry(on=date(2026, 11, 11))


def lines_of(control: str, inquiry: Inquiry = ON, edition: Edition = EDITION) -> list[str]:
    return list(register_pages(edition, inquiry, Catalogue("en"), control))


def joined(lines: list[str]) -> str:
    """The pages as running text: a sentence may be broken over lines."""
    return " ".join(" ".join(lines).split())


def flat(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("control", EDITION.controls, ids=lambda control: control.id)
def test_everything_held_of_an_announcement_is_printed(control: Control) -> None:
    pages = joined(lines_of(control.id))
    said = [control.number, control.title, control.original_title, control.issuer, control.note]
    sources = []
    for provision in control.provisions:
        said.append(provision.title)
        for step in provision.timeline:
            said += [step.since.isoformat(), step.note]
            sources.append(step.source)
    for item in control.items:
        said += [item.code, item.title, item.original, item.open_question, item.not_screened]
        said += [item.note, ", ".join(item.hs), ", ".join(item.cas), ", ".join(item.elements)]
        said += [limit.text for limit in item.limits]
        sources.append(item.source)
    for guidance in control.guidance:
        said += [guidance.title, guidance.note]
        sources.append(guidance.source)
    if control.papers is not None:
        said += control.papers.names
        sources.append(control.papers.source)
    for source in sources:
        said += [source.title, source.url, Catalogue("en").date(source.retrieved)]
    assert [text for text in said if flat(text) not in pages] == []


def test_names_known_stand_beside_names_announced() -> None:
    listed = [control for control in EDITION.controls if control.entities_announced]
    assert listed
    for control in listed:
        held, announced = names_known(EDITION, control)
        pages = joined(lines_of(control.id))
        assert f"{held} of {announced} names known: not matched is not cleared." in pages
        assert sum(line.startswith("    - ") for line in lines_of(control.id)) >= held


def test_the_state_is_that_of_the_day_and_the_scenario() -> None:
    before = joined(lines_of("2025-57", Inquiry(on=date(2026, 8, 20))))
    assert "On 20 Aug 2026: suspended from 7 Nov 2025 to 10 Nov 2026" in before
    assert "as last read" not in before
    after = joined(lines_of("2025-57"))
    assert "On 11 Nov 2026: unconfirmed since 11 Nov 2026, no end known, as last read on" in after
    lapsed = joined(lines_of("2025-57", Inquiry(on=date(2026, 11, 11), scenario="lapsed")))
    assert "On 11 Nov 2026: in force since 11 Nov 2026" in lapsed
    unissued = joined(lines_of("2025-57", Inquiry(on=date(2025, 10, 8))))
    assert "On 8 Oct 2025: not issued yet" in unissued


def test_a_figure_that_was_not_captured_is_said_to_be_open() -> None:
    without = [
        (control, item)
        for control in EDITION.controls
        for item in control.items
        if any(limit.property is None for limit in item.limits)
    ]
    assert without
    for control, item in without:
        assert "(figure not captured: not verified)" in joined(lines_of(control.id)), item.code


def test_pages_name_no_id_and_keep_to_the_width() -> None:
    """A line that holds an id belongs to the list of states, which scripts read."""
    pages = lines_of("")
    assert len(pages) > 1000
    assert [line for line in pages if any(c.id in line for c in EDITION.controls)] == []
    wide = [line for line in pages if len(line) > WIDTH and len(line.split()) > 1]
    assert wide == []


def test_the_list_alone_and_one_announcement_alone(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check-register", "--on", "2026-11-11", "--short"]) == 0
    short = capsys.readouterr().out
    assert main(["check-register", "--on", "2026-11-11"]) == 0
    whole = capsys.readouterr().out
    assert whole.startswith(short)
    assert "Sources" not in short
    assert main(["check-register", "--on", "2026-11-11", "--control", "2025-18"]) == 0
    one = capsys.readouterr().out
    assert "No. 18 of 2025" in one
    assert "No. 57 of 2025\n" not in one
    assert main(["check-register", "--control", "1999-99"]) == 2
    assert "1999-99" in capsys.readouterr().err
