"""Precision, recall, confusion and calibration of the matching on the labelled lines."""

import json
import math
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from typing import Any

from desktop_app.matching.match import match_parts
from desktop_app.model.match import Match
from tests.matching.harness.degrade import DEGRADATIONS
from tests.matching.harness.lines import HOLDING, SETS, Line, labelled_lines
from tests.matching.parts import part_table, shipped_knowledge

BASELINE = Path(__file__).parent / "baseline.json"
FIRST_RUNS = Path(__file__).parent / "first_runs.json"
BINS = (0.0, 0.05, 0.2, 0.5, 0.7, 0.85, 0.95, 1.01)
"""Bounds of the bins of stated probability; the sixth is "called 0.9"."""
CALLED_09 = 0.85
LIKELY_HOLDS = 0.7
"""What a line labelled "likely" counts for in calibration: the middle of 0.50 to 0.90, which is what
that word means. To count it as certain would ask of an honest 0.6 that it be 1."""
AS_LIKELY_AS_NOT = 0.5
Z_90 = 1.645
"""Two-sided 90 % of the normal distribution, for the interval after Wilson (1927)."""


@dataclass(frozen=True, slots=True)
class Result:
    """One line as matched."""

    line: Line
    match: Match

    @property
    def alarmed(self) -> bool:
        """Whether the matching says that it holds rare earths."""
        return self.match.verdict in HOLDING

    @property
    def right(self) -> bool:
        """Whether alarm and label agree."""
        return self.alarmed == self.line.holds

    @property
    def form_right(self) -> bool:
        """Whether the form is one of those that are right."""
        return self.match.form in self.line.forms

    @property
    def elements_right(self) -> bool:
        """Whether all elements of the label are said to be there at least as likely as not."""
        said = {e.symbol for e in self.match.elements if e.probability[1] >= AS_LIKELY_AS_NOT}
        return self.line.elements <= said | set(self.match.minerals)

    @property
    def family_right(self) -> bool:
        """Whether the family is one of those that are right."""
        return not self.line.families or self.match.family in self.line.families


@cache
def run(degradation: str, of: str = "lines") -> tuple[Result, ...]:
    """The labelled lines of a set, degraded in one way and matched."""
    lines = labelled_lines(of)
    columns: dict[str, list[str | None]] = {
        "description": [DEGRADATIONS[degradation](line.text) for line in lines]
    }
    for field in sorted({field for line in lines for field, _ in line.facts}):
        columns[field] = [dict(line.facts).get(field) for line in lines]
    matches = match_parts(part_table(**columns), shipped_knowledge())
    return tuple(Result(line, match) for line, match in zip(lines, matches, strict=True))


def degradations_of(of: str) -> tuple[str, ...]:
    """How the lines of a set are run: the first in every way, the others as given and cut off."""
    return tuple(DEGRADATIONS) if of == "lines" else ("given", "cut_40")


def names_of_runs() -> Mapping[str, tuple[str, str]]:
    """The name the baseline knows a run by, to how its lines are degraded and of which set they are."""
    return {
        name if of == "lines" else f"{of} {name}": (name, of)
        for of in SETS
        for name in degradations_of(of)
    }


def every_run() -> Mapping[str, tuple[Result, ...]]:
    """All runs by the name the baseline knows them by."""
    return {name: run(*how) for name, how in names_of_runs().items()}


@dataclass(frozen=True, slots=True)
class Rates:
    """Counts of one group of lines."""

    held: int
    found: int
    free: int
    alarms: int
    unscreened: int

    @property
    def recall(self) -> float:
        """Share of the holding lines that were found; 1 where there are none."""
        return self.found / self.held if self.held else 1.0

    @property
    def alarm_rate(self) -> float:
        """Share of the other lines that raised an alarm."""
        return self.alarms / self.free if self.free else 0.0

    @property
    def precision(self) -> float:
        """Share of the alarms that are right."""
        raised = self.found + self.alarms
        return self.found / raised if raised else 1.0


def rates(results: Iterable[Result]) -> Rates:
    """Counts of some results."""
    results = tuple(results)
    return Rates(
        held=sum(r.line.holds for r in results),
        found=sum(r.line.holds and r.alarmed for r in results),
        free=sum(not r.line.holds for r in results),
        alarms=sum(not r.line.holds and r.alarmed for r in results),
        unscreened=sum(r.match.outcome == "none" for r in results),
    )


@dataclass(frozen=True, slots=True)
class ContentRates:
    """Forms and elements of the lines that have them labelled: how many are right, of how many."""

    forms_right: int
    forms_of: int
    elements_right: int
    elements_of: int


def content_rates(results: Iterable[Result]) -> ContentRates:
    """Form and elements of some results."""
    results = tuple(results)
    formed = [result for result in results if result.line.forms]
    filled = [result for result in results if result.line.elements]
    return ContentRates(
        forms_right=sum(result.form_right for result in formed),
        forms_of=len(formed),
        elements_right=sum(result.elements_right for result in filled),
        elements_of=len(filled),
    )


def by_group(
    results: Iterable[Result], group: Callable[[Result], str]
) -> Mapping[str, tuple[Result, ...]]:
    """The results of each group, for example of each language."""
    found: dict[str, list[Result]] = {}
    for result in results:
        found.setdefault(group(result), []).append(result)
    return {name: tuple(members) for name, members in sorted(found.items())}


def confusion(results: Iterable[Result]) -> Counter[tuple[str, str]]:
    """(families that are right, family found) where the two differ."""
    return Counter(
        (";".join(sorted(r.line.families)), r.match.family or "none")
        for r in results
        if not r.family_right
    )


@dataclass(frozen=True, slots=True)
class Bin:
    """Lines whose stated probability lies in one bin. ``share`` of them that hold rare earths,
    with its 90 % interval; ``labelled``: the share if every "likely" were certain."""

    low: float
    high: float
    lines: int
    stated: float
    share: float
    labelled: float
    interval: tuple[float, float]


def calibration(results: Iterable[Result]) -> tuple[Bin, ...]:
    """Stated probability against the truth, bin by bin.

    Traces are left out on both sides: their probability is that of a trace, their label is not.
    """
    members: dict[int, list[Result]] = {}
    for result in results:
        if result.match.trace_only or result.line.label == "trace":
            continue
        if result.match.probability is not None:
            best = result.match.probability[1]
            place = max(i for i, low in enumerate(BINS[:-1]) if best >= low)
            members.setdefault(place, []).append(result)
    found = []
    for place, group in sorted(members.items()):
        held = math.fsum(_truth(r.line) for r in group)
        stated = sum(r.match.probability[1] for r in group if r.match.probability)
        count = len(group)
        found.append(
            Bin(
                BINS[place], BINS[place + 1], count, stated / count, held / count,
                sum(r.line.holds for r in group) / count, wilson(held, count),
            )
        )  # fmt: skip
    return tuple(found)


def _truth(line: Line) -> float:
    """How much of a line holds rare earths by its label, 0..1."""
    return LIKELY_HOLDS if line.label == "likely" else float(line.holds)


def wilson(hits: float, of: int) -> tuple[float, float]:
    """90 % interval of a share, after Wilson."""
    share = hits / of
    spread = Z_90 * math.sqrt(share * (1 - share) / of + Z_90**2 / (4 * of**2))
    middle = share + Z_90**2 / (2 * of)
    scale = 1 + Z_90**2 / of
    return (max(0.0, (middle - spread) / scale), min(1.0, (middle + spread) / scale))


def mistakes(results: Iterable[Result]) -> dict[str, str]:
    """Text to what is wrong with it: verdict, or family where the verdict is right."""
    found = {}
    for result in results:
        if not result.right:
            found[result.line.text] = f"{result.line.label} called {result.match.verdict}"
        elif not result.family_right:
            wanted = ";".join(sorted(result.line.families))
            found[result.line.text] = f"{wanted} called {result.match.family}"
    return found


def read_baseline() -> Mapping[str, Mapping[str, str]]:
    """The mistakes of the accepted state, by degradation."""
    found: Mapping[str, Mapping[str, str]] = json.loads(BASELINE.read_text(encoding="utf-8"))
    return found


def write_baseline(mistakes_by: Mapping[str, Mapping[str, str]]) -> None:
    """Accepts a state."""
    content: Any = {name: dict(sorted(found.items())) for name, found in mistakes_by.items()}
    BASELINE.write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


@dataclass(frozen=True, slots=True)
class FirstRun:
    """What a set said before anybody tuned on it. ``groups``: "all", "language" or "kind", then the
    name of the group; ``bins``: its calibration; ``content``: forms and elements, None where the set
    has none labelled."""

    groups: Mapping[str, Mapping[str, Rates]]
    bins: tuple[Bin, ...]
    content: ContentRates | None = None


def read_first_runs() -> Mapping[str, FirstRun]:
    """The first run of each later set.

    A record, not a bound: the lines have been tuned on since, so only these figures are honest ones
    of texts that nobody had tuned on.
    """
    stored = json.loads(FIRST_RUNS.read_text(encoding="utf-8"))
    return {
        of: FirstRun(
            {
                by: {name: Rates(**counts) for name, counts in groups.items()}
                for by, groups in parts["groups"].items()
            },
            tuple(
                Bin(**(bin_ | {"interval": (bin_["interval"][0], bin_["interval"][1])}))
                for bin_ in parts["bins"]
            ),
            ContentRates(**parts["content"]) if "content" in parts else None,
        )
        for of, parts in stored.items()
    }


def first_calibration() -> tuple[Bin, ...]:
    """Stated probability against the truth on the first runs of all sets together: what each line
    said before anybody had tuned on it. One set alone has too few lines called 0.9 to tell."""
    members: dict[float, list[Bin]] = {}
    for run_once in read_first_runs().values():
        for bin_ in run_once.bins:
            members.setdefault(bin_.low, []).append(bin_)
    return tuple(_together(group) for _, group in sorted(members.items()))


def _together(group: Iterable[Bin]) -> Bin:
    """Bins of the same bounds as one."""
    bins = list(group)
    count = sum(b.lines for b in bins)
    held = sum(b.lines * b.share for b in bins)
    return Bin(
        bins[0].low, bins[0].high, count, sum(b.lines * b.stated for b in bins) / count,
        held / count, sum(b.lines * b.labelled for b in bins) / count, wilson(held, count),
    )  # fmt: skip


def record_first_run(of: str) -> None:
    """Stores what a set says now as its first run; refuses where one is stored already."""
    stored = json.loads(FIRST_RUNS.read_text(encoding="utf-8")) if FIRST_RUNS.exists() else {}
    if of in stored:
        raise FileExistsError(f"the first run of {of} is recorded; it happens once")
    found = run("given", of)
    groupings: Mapping[str, Callable[[Result], str]] = {
        "all": lambda result: "all",
        "language": lambda result: result.line.language,
        "kind": lambda result: result.line.kind,
    }
    stored[of] = {
        "groups": {
            by: {name: asdict(rates(members)) for name, members in by_group(found, group).items()}
            for by, group in groupings.items()
        },
        "bins": [asdict(bin_) for bin_ in calibration(found)],
        "content": asdict(content_rates(found)),
    }
    FIRST_RUNS.write_text(json.dumps(stored, indent=1) + "\n", encoding="utf-8")
