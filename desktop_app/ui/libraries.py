"""Law, part knowledge and figures as they stand and under each scenario file; each loaded once."""

from collections.abc import Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING, NamedTuple

from desktop_app import pipeline
from desktop_app.model.findings import Message
from desktop_app.model.inquiry import Inquiry
from desktop_app.model.progress import Report
from desktop_app.paths import shipped

if TYPE_CHECKING:
    from desktop_app.intake.confirmed import Ask
    from desktop_app.model.assessment import EditionInfo
    from desktop_app.model.reading import Reading
    from desktop_app.register.scenario import Scenario

SCENARIO_FOLDER = ("resources", "register", "scenarios")


class LawFound(NamedTuple):
    """The law on the day of the question, the scenarios beside it, and what is to be known of it."""

    law: "EditionInfo"
    scenarios: "tuple[Scenario, ...]"
    notes: tuple[Message, ...]


def law_on(library: pipeline.Library, inquiry: Inquiry) -> "EditionInfo":
    """Every provision with its status on the day of the question."""
    from desktop_app.assessment.licence import edition_info

    return edition_info(library.edition, inquiry)


class Libraries:
    """Used by the workers, two of which may ask at once."""

    def __init__(self) -> None:
        self._lock = RLock()
        self._loaded: dict[str, pipeline.Library] = {}
        self._scenarios: tuple[Scenario, ...] | None = None

    @property
    def is_loaded(self) -> bool:
        """Whether the law as it stands was loaded."""
        return "" in self._loaded

    def of(self, inquiry: Inquiry) -> pipeline.Library:
        """What a question rests on. Raises RegisterError."""
        path = scenario_file(inquiry.scenario)
        name = "" if path is None else path.stem
        with self._lock:
            if name not in self._loaded:
                self._loaded[name] = pipeline.load_library(path)
            return self._loaded[name]

    def read(
        self,
        paths: Sequence[Path],
        report: Report,
        passwords: Sequence[str],
        confirmed: "Ask",
        inquiry: Inquiry,
        *,
        beside: "Reading | None" = None,
    ) -> "Reading":
        """Reads files; while another process opens the first, what a question needs is made ready.
        ``beside``: what lies on the desk already."""
        return pipeline.read(
            paths, report, passwords, confirmed, on=inquiry.on,
            meanwhile=partial(self._prepare, inquiry), beside=beside,
        )  # fmt: skip

    def _prepare(self, inquiry: Inquiry) -> None:
        """Law that cannot be read is said by the question itself; the files are read all the same."""
        from desktop_app.register.strict import RegisterError

        with suppress(RegisterError):
            pipeline.prepare(self.of(inquiry))

    def scenarios(self) -> "tuple[Scenario, ...]":
        """The scenarios that came with the program, by title. Raises RegisterError."""
        from desktop_app.register.scenario import read_scenario

        with self._lock:
            if self._scenarios is None:
                paths = shipped(*SCENARIO_FOLDER).glob("*.yaml")
                found = [read_scenario(path) for path in paths]
                self._scenarios = tuple(sorted(found, key=lambda s: s.title.casefold()))
            return self._scenarios

    def forget(self) -> None:
        """Another edition of the law was installed: everything is loaded anew when asked for."""
        with self._lock:
            self._loaded.clear()


def scenario_file(name: str) -> Path | None:
    """The file of a scenario; None for those of the program itself."""
    path = shipped(*SCENARIO_FOLDER) / f"{name}.yaml"
    return path if path.is_file() else None
