"""Law, part knowledge and figures as they stand and under each scenario, of the program or of the
user; each loaded once."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import partial
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING, NamedTuple

from desktop_app import pipeline
from desktop_app.model.findings import CodedError, Message, Problem, msg
from desktop_app.model.inquiry import SCENARIOS, Inquiry
from desktop_app.model.progress import Report
from desktop_app.paths import shipped
from desktop_app.ui.warming import warm_up

if TYPE_CHECKING:
    from desktop_app.intake.confirmed import Ask
    from desktop_app.model.assessment import EditionInfo
    from desktop_app.model.reading import Reading
    from desktop_app.project.decisions import ScenarioText
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
        self._loaded: dict[tuple[str, str | None], pipeline.Library] = {}
        self._scenarios: tuple[Scenario, ...] | None = None
        self._own: Mapping[str, str] = {}
        self._on_desk: tuple[str, ...] = ()

    @property
    def is_loaded(self) -> bool:
        """Whether the law as it stands was loaded."""
        return ("", None) in self._loaded

    def look(self, inquiry: Inquiry) -> LawFound:
        """What of the law the window shows of itself; whoever looks first makes the rest ready. Raises
        as ``of``."""
        was_loaded, library = self.is_loaded, self.of(inquiry)
        law = law_on(library, inquiry)
        if not was_loaded:
            warm_up()
        return LawFound(law, self.scenarios(), library.edition.notes)

    def use(self, own: "Sequence[ScenarioText]") -> None:
        """Scenarios of the user that lie on the desk. One that was taken off it can still be asked
        about by work that has begun. Never waits for a worker that loads something."""
        texts = {found.name: found.text for found in own}
        self._own, self._on_desk = {**self._own, **texts}, tuple(texts)

    def of(self, inquiry: Inquiry) -> pipeline.Library:
        """What a question rests on. Raises RegisterError, CodedError E_NOT_FOUND for a scenario that
        nobody has here: without it every verdict would be that of another law."""
        path = scenario_file(inquiry.scenario)
        name = "" if inquiry.scenario in SCENARIOS else inquiry.scenario
        own = self._own.get(name) if path is None or name in self._on_desk else None
        with self._lock:
            if (name, own) not in self._loaded:
                found = self._load(name, path, own)
                older = [key for key in self._loaded if key[0] == name]
                for key in older:
                    del self._loaded[key]
                self._loaded[name, own] = found
            return self._loaded[name, own]

    def _load(self, name: str, path: Path | None, own: str | None) -> pipeline.Library:
        if own is None and (path is not None or not name):
            return pipeline.load_library(path)
        if own is None:
            raise CodedError(
                Problem(
                    "E_NOT_FOUND",
                    msg("The law scenario {name}, which is asked about, is not here.", name=name),
                    msg("Choose another law in the bar above, or drop its file on the window."),
                )
            )
        from desktop_app.register.own_scenarios import laid_out

        with laid_out(name, own) as laid:
            return pipeline.load_library(laid)

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

        with suppress(RegisterError, CodedError):
            pipeline.prepare(self.of(inquiry))

    def scenarios(self) -> "tuple[Scenario, ...]":
        """The scenarios that came with the program, by title, and those of the user that can be read
        behind them. One of the user in a project that is older than the program's of the same name
        stands in its place, as in ``of``. Raises RegisterError."""
        from desktop_app.register.scenario import read_scenario

        with self._lock:
            if self._scenarios is None:
                paths = shipped(*SCENARIO_FOLDER).glob("*.yaml")
                found = [read_scenario(path) for path in paths]
                self._scenarios = tuple(sorted(found, key=lambda s: s.title.casefold()))
            own = {found.name: found for found in self._readable()}
            beside = [found for found in self._scenarios if found.name not in own]
            return (*beside, *_told_apart(own.values(), beside))

    def _readable(self) -> "Iterator[Scenario]":
        """What a newer law no longer takes says so when it is asked about."""
        own, names = self._own, self._on_desk
        if not names:
            return
        from desktop_app.register.own_scenarios import own_scenario
        from desktop_app.register.strict import RegisterError

        for name in names:
            with suppress(RegisterError):
                found = own_scenario(name, own[name])
                yield replace(found, title=found.title or name)

    def forget(self) -> None:
        """Another edition of the law was installed: everything is loaded anew when asked for."""
        with self._lock:
            self._loaded.clear()


def _told_apart(own: "Iterable[Scenario]", beside: "Iterable[Scenario]") -> "Iterator[Scenario]":
    """A title that is there already is followed by the name of the file."""
    titles = {found.title for found in beside}
    for found in own:
        known = found.title in titles
        titles.add(found.title)
        yield replace(found, title=f"{found.title} ({found.name})") if known else found


def scenario_file(name: str) -> Path | None:
    """The file of a scenario that came with the program; None for any other. The name may come out of
    somebody else's project: it is compared, and no place among folders or on a server is made of it."""
    paths = shipped(*SCENARIO_FOLDER).glob("*.yaml")
    return next((path for path in paths if path.stem == name), None)
