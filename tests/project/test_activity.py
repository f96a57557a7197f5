"""Undo, redo and revert are entries of an append-only log."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.language.catalogue import Catalogue
from desktop_app.model.sources import IS_PART, NO_PART, ROW_MARK
from desktop_app.project.activity import Activity, Ledger
from desktop_app.project.decisions import ColumnMapping
from desktop_app.project.project import project_of
from desktop_app.project.records import describe
from tests.project.cases import NOON, did, ledger_of, set_to


def buyer(ledger: Ledger) -> str | None:
    return project_of(ledger.standing()).setting("buyer")


@pytest.mark.parametrize(
    ("deeds", "left"),
    [
        ([("do", "a"), ("do", "b")], "b"),
        ([("do", "a"), ("do", "b"), ("undo", 2)], "a"),
        ([("do", "a"), ("do", "b"), ("undo", 2), ("undo", 1)], None),
        ([("do", "a"), ("do", "b"), ("undo", 2), ("redo", 2)], "b"),
        ([("do", "a"), ("do", "b"), ("revert", 1)], "b"),
        ([("do", "a"), ("do", "b"), ("revert", 2)], "a"),
        ([("do", "a"), ("do", "b"), ("revert", 2), ("undo", 3)], "b"),
        ([("do", "a"), ("do", "b"), ("revert", 2), ("undo", 3), ("redo", 3)], "a"),
        ([("do", "a"), ("revert", 1), ("revert", 2)], "a"),
        ([("do", "a"), ("revert", 1), ("revert", 2), ("undo", 3)], None),
    ],
)
def test_what_stands(deeds: list[tuple[str, Any]], left: str | None) -> None:
    assert buyer(ledger_of(*deeds)) == left


@pytest.mark.parametrize(
    ("deeds", "follows"),
    [
        ([], ("undo", 1)),
        ([("do", "a")], ("redo", 1)),
        ([("do", "a"), ("do", "b")], ("undo", 1)),
        ([("do", "a"), ("undo", 1), ("do", "b")], ("redo", 1)),
        ([("do", "a"), ("revert", 1)], ("revert", 1)),
        ([("do", "a")], ("revert", 2)),
        ([("do", "a"), ("undo", 1)], ("revert", 2)),
    ],
)
def test_what_cannot_follow_is_refused_and_changes_nothing(
    deeds: list[tuple[str, Any]], follows: tuple[Any, int]
) -> None:
    ledger = ledger_of(*deeds)
    stood, size = list(ledger.standing()), len(ledger)
    with pytest.raises(ValueError, match="nothing to"):
        ledger.append(Activity(size + 1, NOON, "Ada", follows[0], target=follows[1]))
    assert (list(ledger.standing()), len(ledger)) == (stood, size)


def test_a_gap_in_the_log_is_refused() -> None:
    with pytest.raises(ValueError, match="does not follow"):
        Ledger([did(2, set_to("a"))])


@given(st.lists(st.sampled_from(["do", "undo", "redo", "revert"]), max_size=40), st.data())
def test_undo_gives_back_what_was_there_and_redo_what_was_undone(
    deeds: list[str], data: st.DataObject
) -> None:
    """After any history: n undos walk back through the states, n redos forward again; and the log
    read anew says the same."""
    ledger = Ledger()
    states: list[list[Any]] = [[]]
    for deed in deeds:
        number = len(ledger) + 1
        open_to = {
            "do": None,
            "undo": ledger.to_undo.number if ledger.to_undo else 0,
            "redo": ledger.to_redo.number if ledger.to_redo else 0,
            "revert": data.draw(st.integers(1, max(1, len(ledger)))),
        }[deed]
        records = (set_to(str(number)),) if deed == "do" else ()
        entry = Activity(number, NOON, "Ada", deed, records, open_to)  # type: ignore[arg-type]
        try:
            ledger.append(entry)
        except ValueError:
            continue
        if deed in ("do", "revert"):
            states = [*states[: _depth(ledger)], list(ledger.standing())]
    walked = [list(ledger.standing())]
    while (last := ledger.to_undo) is not None:
        ledger.append(Activity(len(ledger) + 1, NOON, "Ada", "undo", (), last.number))
        walked.append(list(ledger.standing()))
    assert walked == states[: len(walked)][::-1]
    while (back := ledger.to_redo) is not None:
        ledger.append(Activity(len(ledger) + 1, NOON, "Ada", "redo", (), back.number))
    assert list(ledger.standing()) == states[-1]
    assert list(Ledger(ledger).standing()) == list(ledger.standing())


def _depth(ledger: Ledger) -> int:
    """How many states lie below the newest on the undo stack."""
    copy, depth = Ledger(ledger), 0
    while (last := copy.to_undo) is not None:
        copy.append(Activity(len(copy) + 1, NOON, "Ada", "undo", (), last.number))
        depth += 1
    return depth


def test_rows_that_were_told_are_said_as_rows() -> None:
    english = Catalogue("en")
    taken, left = (ROW_MARK + "transport", IS_PART), (ROW_MARK + "s2 · magnet", NO_PART)
    said = [
        english.say(describe(ColumnMapping("f", dict(fields))))
        for fields in ([taken], [left], [left, taken], [left, ("Menge", "quantity")])
    ]
    assert said == [
        "row transport is a part", "row s2 · magnet is no part", "row s2 · magnet is no part, and 1 more",
        "Meaning of 1 column named",
    ]  # fmt: skip
