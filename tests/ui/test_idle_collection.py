"""Full collections come while the user is away, or after many answers, and not in between."""

import gc
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop_app.ui import idle_collection
from desktop_app.ui.idle_collection import IdleCollection
from tests.ui.driving import Driver


class Ring:
    """Something that only a collection can let go of."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture
def calm(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(idle_collection, "AWAY_MS", 1)
    gc.disable()
    yield
    gc.enable()


def left_behind() -> "weakref.ref[Ring]":
    return weakref.ref(Ring())


def test_it_waits_until_the_user_looks_elsewhere(
    calm: None, filled: Driver, qapp: QApplication
) -> None:
    collection = IdleCollection(filled.session)
    collection.answers = 1
    ring = left_behind()
    qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationInactive)
    qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)
    filled.qtbot.wait(20)
    assert ring() is not None, "the user was back before"
    qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationInactive)
    filled.qtbot.waitUntil(lambda: ring() is None)
    assert collection.answers == 0


def test_many_answers_do_not_fill_the_memory(calm: None, filled: Driver) -> None:
    collection = IdleCollection(filled.session)
    result, ring = filled.session.result, left_behind()
    for _ in range(idle_collection.MOST_ANSWERS - 1):
        collection._answered(result)
    assert ring() is not None
    collection._answered(result)
    assert ring() is None
