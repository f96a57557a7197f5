"""Law scenarios of the user: taken from a file, kept with the desk and its project, taken off again."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop_app.model.findings import msg
from desktop_app.model.inquiry import Inquiry
from desktop_app.paths import shipped
from desktop_app.ui.libraries import SCENARIO_FOLDER
from desktop_app.ui.step_names import CHECKING

if TYPE_CHECKING:
    from desktop_app.project.decisions import ScenarioText
    from desktop_app.project.recorded import Recorded
    from desktop_app.register.scenario import Scenario
    from desktop_app.ui.session import Session


class OwnScenarios(QObject):
    """``added``: one that was taken in and can be chosen now (Scenario). ``changed``: others lie on
    the desk, or can be read, than before."""

    added = Signal(object)
    changed = Signal()

    def __init__(self, session: "Session") -> None:
        super().__init__(session)
        self.session = session
        self.readable: dict[str, Scenario] = {}
        self._seen: tuple[ScenarioText, ...] = ()
        self._new = ""
        session.files_read.connect(self._desk_laid)
        session.scenarios_arrived.connect(self._arrived)

    @property
    def all(self) -> "tuple[ScenarioText, ...]":
        """Those on the desk, the newest last."""
        return self._of(self.session.recorded)

    def take(self, paths: Sequence[Path]) -> None:
        """Looks at files and lays each that is sound on the desk, as a step of its own."""
        for path in paths:
            self.session.begin(f"{CHECKING} {path}", partial(_taken, path), self._taken)

    def remove(self, name: str, without: Inquiry) -> None:
        """Takes one off the desk. ``without``: the question as it is under no scenario, which is
        asked from now on where it was asked under this one."""
        from desktop_app.ui.recording import without_record

        session = self.session
        asked, laid = session.inquiry, self.readable.get(name)
        if asked.scenario == name:
            asked = replace(without, scenario="today")
        session.put(
            msg("removing the law scenario {name}", name=laid.title if laid else name),
            replace(
                session.desk, inquiry=asked,
                recorded=without_record(session.recorded, "scenarios", name),
            ),
        )  # fmt: skip

    def _taken(self, found: "ScenarioText") -> None:
        from desktop_app.ui.recording import with_record

        self._new = found.name
        if found in self.all:
            self.session.load_law()  # says where it is, once more
            return
        recorded = with_record(self.session.recorded, "scenarios", found)
        self.session.put(
            msg("adding the law scenario {name}", name=found.name),
            replace(self.session.desk, recorded=recorded),
        )

    def _desk_laid(self) -> None:
        """Before the question is asked again: its law must be at hand."""
        if self.all == self._seen:
            return
        self._seen = self.all
        self.session.libraries.use(self._seen)
        self.session.load_law()

    def _arrived(self, scenarios: "Sequence[Scenario]") -> None:
        names = {found.name for found in self.all}
        self.readable = {found.name: found for found in scenarios if found.name in names}
        self.changed.emit()
        if self._new in self.readable:
            new, self._new = self._new, ""
            self.added.emit(self.readable[new])

    @staticmethod
    def _of(recorded: "Recorded | None") -> "tuple[ScenarioText, ...]":
        return () if recorded is None else recorded.scenarios


def _taken(path: Path, _report: object) -> "ScenarioText":
    """In a worker. Raises CodedError."""
    from desktop_app.project.decisions import ScenarioText
    from desktop_app.register.own_scenarios import take_scenario

    names = [found.stem for found in shipped(*SCENARIO_FOLDER).glob("*.yaml")]
    return ScenarioText(*take_scenario(path, names))
