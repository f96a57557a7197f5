"""Runs the steps in order, reports progress, stops when asked; window and command line call it.

The libraries of a step are imported when the step runs, so that the window can paint first.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.model.findings import Issue, Message, Reason, msg
from desktop_app.model.inquiry import Inquiry
from desktop_app.model.progress import Report, silent
from desktop_app.register.library import Library, load_library
from desktop_app.report.papers import (
    write_licence_form,
    write_questions,
    write_report,
    write_workbook,
)

if TYPE_CHECKING:
    from desktop_app.assessment.reckoning import Judged, Reckoned
    from desktop_app.intake.confirmed import Ask
    from desktop_app.model.assessment import (
        Assessment,
        LicenceOnFile,
        ScenarioOutcome,
        SetFigure,
        Sums,
    )
    from desktop_app.model.match import Match, Origin
    from desktop_app.model.parts import PartTable
    from desktop_app.model.reading import Reading
    from desktop_app.model.sources import SourceFile
    from desktop_app.model.spread import Spread
    from desktop_app.project.project import Project
    from desktop_app.project.recorded import Recorded
    from desktop_app.register.edition import Edition
    from desktop_app.register.packs import PackInfo
    from desktop_app.register.rates import Rates
    from desktop_app.register.scenario import Scenario

__all__ = (
    "Library", "Recognised", "assess", "explain", "install_register", "load_library", "load_rates",
    "prepare", "read", "read_project", "read_typed", "recognise", "summed", "with_draws",
    "with_flags", "with_scenarios", "with_since", "write_licence_form", "write_questions",
    "write_report", "write_workbook",
)  # fmt: skip


def prepare(library: Library) -> None:
    """Loads and builds what recognising and judging need, while something else is waited for."""
    import desktop_app.assessment.reckoning  # noqa: F401
    from desktop_app.matching.lexicon import lexicon_of

    lexicon_of(library.knowledge).prepare()


def install_register(path: Path, only_check: bool = False) -> "PackInfo":
    """Checks a register pack, its own examples included, and installs it for the next library.

    Raises CodedError; nothing is then changed.
    """
    from desktop_app.assessment.licence.own_examples import first_fault
    from desktop_app.register.packs import check_pack, install_pack

    return (check_pack if only_check else install_pack)(path, fault=first_fault)


def load_rates(path: Path) -> "Rates":
    """A table of exchange rates. Raises CodedError naming the line that cannot be used."""
    from desktop_app.register.rates import read_rates

    return read_rates(path)


def read(
    paths: Sequence[Path],
    report: Report = silent,
    passwords: Sequence[str] = (),
    confirmed: "Ask | None" = None,
    *,
    on: date | None = None,
    meanwhile: Callable[[], object] | None = None,
    beside: "Reading | None" = None,
) -> "Reading":
    """Reads files into parts. A file that cannot be read becomes a refused SourceFile, never an
    exception; ``Cancelled`` passes through. ``passwords`` are tried on files that ask for one;
    ``confirmed`` says what a user has said of the columns of lists with the same headings; ``on`` is
    the day asked about, which decides between columns of years (today without one). ``meanwhile`` is
    done while the first file is being read by another process; ``beside``: what lies there already."""
    from desktop_app.intake.confirmed import nothing_confirmed
    from desktop_app.intake.reading import read_files

    return read_files(paths, report, passwords, confirmed or nothing_confirmed, on=on,
                      meanwhile=meanwhile, beside=beside)  # fmt: skip


def read_typed(lines: Sequence[str]) -> "Reading":
    """Lines typed by hand as parts, at most twenty. Raises ValueError for more."""
    from desktop_app.intake.typed import read_typed as read_lines

    return read_lines(lines)


def read_project(path: Path) -> "tuple[Project, Reading | None]":
    """What stands in a project, and its files as imported; None where it has none.

    Opens it for reading, so that it may be open elsewhere. Raises CodedError.
    """
    from desktop_app.project.opening import open_project

    with open_project(path, read_only=True) as found:
        return found.project, found.reading()


@dataclass(frozen=True, eq=False)
class Recognised:
    """What was recognised in a reading: joined parts, matches and origins. Another question about
    the same files needs none of it anew, unless a dated declaration may have grown too old."""

    reading: "Reading"
    on: date
    files: "tuple[SourceFile, ...]"
    parts: "PartTable"
    matches: "Spread[Match]"
    origins: "Spread[Origin]"
    contradictions: "Spread[tuple[Issue, ...]]"
    notes: tuple[Message, ...] = ()
    imported: "PartTable | None" = None
    """The joined parts before what was recorded in a project was laid over them."""
    recorded: "Recorded | None" = None

    def serves(self, reading: "Reading", on: date, recorded: "Recorded | None" = None) -> bool:
        """Whether it also holds for this reading on this day with the same records."""
        from desktop_app.assessment.expired import ends_between

        if reading is not self.reading or _bearing(recorded) != _bearing(self.recorded):
            return False
        is_dated = self.parts.frame["declaration"].notna().any()
        return on == self.on or not (is_dated or ends_between(self.parts, on, self.on))


def _bearing(recorded: "Recorded | None") -> "Recorded | None":
    """What of the records bears on recognition; None where nothing does."""
    found = recorded and recorded.on_recognition
    return None if found is None or found == type(found)() else found


def recognise(
    reading: "Reading",
    on: date,
    library: Library,
    report: Report = silent,
    rates: "Rates | None" = None,
    *,
    recorded: "Recorded | None" = None,
) -> Recognised:
    """Joins the files and matches the parts; with ``rates`` in one currency, with what is
    ``recorded`` in a project on them."""
    from desktop_app.assessment.consistency import contradictions_in_rows
    from desktop_app.assessment.currency import settle_money
    from desktop_app.assessment.expired import without_expired
    from desktop_app.intake.joining import connect
    from desktop_app.matching.alternatives import match_any
    from desktop_app.matching.declared import with_declared_form, with_declared_origin
    from desktop_app.matching.origin import find_origins

    joined = connect(
        reading,
        library.figures.stock_not_usable,
        library.edition.share_limits,
        lambda it: match_any(it, library.knowledge, on).array(lambda m: m.may_be_listed, bool),
    )
    imported = without_expired(joined.parts, on)
    parts = imported if recorded is None else recorded.on_parts(imported)
    parts, notes = settle_money(parts, rates, on)
    report(msg("Recognising parts"), 0, 4)
    matches = with_declared_form(parts, match_any(parts, library.knowledge, on))
    if recorded is not None:
        matches = recorded.on_matches(parts, matches, library.knowledge)
        parts = recorded.on_kinds(parts, matches)
    origins = with_declared_origin(parts, find_origins(parts, matches, library.knowledge))
    contradictions = contradictions_in_rows(
        parts, matches, library.edition.customs, library.knowledge
    )
    return Recognised(reading, on, joined.files, parts, matches, origins, contradictions, notes,
                      imported, recorded)  # fmt: skip


def assess(
    reading: "Reading",
    inquiry: Inquiry,
    library: Library,
    report: Report = silent,
    rates: "Rates | None" = None,
    *,
    recognised: Recognised | None = None,
    recorded: "Recorded | None" = None,
) -> "Assessment":
    """Matches, judges and reckons all parts under one inquiry; with ``rates`` in one currency.

    ``recognised``: what an earlier question about the same files recognised; used where it serves.
    ``recorded``: facts, corrections, legal status and licences of a project.
    """
    from desktop_app.assessment.reckoning import answered

    recognised, verdicts, found = _reckon(
        reading, inquiry, library, report, rates, recognised=recognised, recorded=recorded
    )
    report(msg("Ranking what to do"), 3, 4)
    result = answered(
        verdicts.judged, found, library.knowledge.makers.values(),
        contradictions=recognised.contradictions, notes=(recognised.notes, verdicts.notes),
    )  # fmt: skip
    return replace(
        result,
        files=recognised.files,
        set_figures=verdicts.set_figures,
        licences_on_file=_on_file(recorded, verdicts.judged),
        scenario_title=verdicts.scenario.title if verdicts.scenario else "",
    )


def summed(
    reading: "Reading",
    inquiry: Inquiry,
    library: Library,
    report: Report = silent,
    rates: "Rates | None" = None,
    *,
    recorded: "Recorded | None" = None,
) -> "Sums":
    """Of an ``assess`` what its answer in sentences is made of. Neither moves nor their order are
    made, which only papers and the window show."""
    from desktop_app.assessment.licence import edition_info
    from desktop_app.model.assessment import Sums

    known, verdicts, found = _reckon(reading, inquiry, library, report, rates, recorded=recorded)
    edition = edition_info(verdicts.judged.edition, inquiry)
    return Sums(known.files, known.parts, found.numbers, found.totals, edition)


def _reckon(
    reading: "Reading",
    inquiry: Inquiry,
    library: Library,
    report: Report,
    rates: "Rates | None",
    *,
    recognised: Recognised | None = None,
    recorded: "Recorded | None",
) -> "tuple[Recognised, _Verdicts, Reckoned]":
    from desktop_app.assessment.reckoning import reckoned

    if recognised is None or not recognised.serves(reading, inquiry.on, recorded):
        recognised = recognise(reading, inquiry.on, library, report, rates, recorded=recorded)
    report(msg("Checking licences"), 1, 4)
    verdicts = _judge(recognised, inquiry, library, recorded)
    report(msg("Reckoning stock, time and money"), 2, 4)
    return recognised, verdicts, reckoned(verdicts.judged)


@dataclass(frozen=True, eq=False)
class _Verdicts:
    """Parts judged under a question and a ``scenario``, by figures that somebody set; and notes."""

    judged: "Judged"
    scenario: "Scenario | None"
    set_figures: "tuple[SetFigure, ...]"
    notes: tuple[Message, ...]


def _judge(
    known: Recognised, inquiry: Inquiry, library: Library, recorded: "Recorded | None"
) -> _Verdicts:
    """The verdict of every part, with the licences in hand or on the way."""
    from desktop_app.assessment.licence import assess_licences
    from desktop_app.assessment.licence.lost import lose_general_licences
    from desktop_app.assessment.reckoning import Judged

    parts, matches, origins = known.parts, known.matches, known.origins
    edition = library.edition if recorded is None else recorded.on_edition(library.edition)
    licences = assess_licences(parts, matches, origins, inquiry, edition)
    notes: tuple[Message, ...] = ()
    if recorded is not None or parts.answered:
        from desktop_app.project.answered_licences import licences_in_hand

        licences, notes = licences_in_hand(parts, licences, inquiry, edition, recorded)
    if recorded is not None:
        notes += recorded.notes(known.imported or parts, licences)
        notes += recorded.figure_notes(library.figures)
    library, set_figures = _with_set_figures(library, inquiry, recorded)
    if library.scenario is not None:
        licences = lose_general_licences(parts, licences, library.scenario.general_licences_lost)
    judged = Judged(parts, matches, origins, licences, inquiry, edition, library.figures)
    return _Verdicts(judged, library.scenario, set_figures, notes)


def _on_file(recorded: "Recorded | None", judged: "Judged") -> "tuple[LicenceOnFile, ...]":
    if recorded is None or not recorded.licences:
        return ()
    from desktop_app.project.on_file import licences_on_file

    return licences_on_file(recorded.licences, judged.parts, judged.inquiry.on, judged.figures)


def _with_set_figures(
    library: Library, inquiry: Inquiry, recorded: "Recorded | None"
) -> "tuple[Library, tuple[SetFigure, ...]]":
    """The library under the question, with the figures the user set; a scenario's go before."""
    made: tuple[SetFigure, ...] = ()
    if recorded is not None:
        figures, made = recorded.on_figures(library.figures)
        library = replace(library, figures=figures)
    library = library.under(inquiry)
    own = () if library.scenario is None else library.scenario.set_figures
    names = {found.name for found in own}
    return library, (*(found for found in made if found.name not in names), *own)


def with_draws(assessment: "Assessment", library: Library) -> "Assessment":
    """The assessment with its simulated draws: money at risk P50 and P90, rank stability. They take
    longer than everything else, so they are made where they are shown."""
    from desktop_app.assessment.draws import simulate
    from desktop_app.assessment.replenishment import replenishment

    found, library = assessment, library.under(assessment.inquiry)
    own = {made.name: made.value for made in found.set_figures if made.by == "user"}
    library = replace(library, figures=library.figures.with_values(own))
    start = replenishment(
        found.parts, found.matches, found.licences, library.figures, found.inquiry
    )
    draws = simulate(
        found.parts, start, found.licences, found.shortage, found.numbers,
        order=found.order, figures=library.figures,
    )  # fmt: skip
    return replace(assessment, draws=draws)


def with_flags(
    assessment: "Assessment", library: Library, answers: Mapping[str, bool] | None = None
) -> "Assessment":
    """The assessment with what rules that bind the buyer say of each part: off until asked for.

    ``answers``: what the user said, by question id of the rules. Raises RegisterError.
    """
    from desktop_app.assessment.buyer_rules import buyer_flags
    from desktop_app.register.buyer_rule_files import buyer_rules_of

    flags = buyer_flags(
        assessment.parts, assessment.matches, assessment.origins, assessment.inquiry,
        buyer_rules_of(library.edition), library.edition.assumptions, answers,
    )  # fmt: skip
    return replace(assessment, flags=flags)


def with_scenarios(
    assessment: "Assessment", library: Library, recorded: "Recorded | None" = None
) -> "Assessment":
    """With what its parts come to under the scenarios that reports print beside the law as known;
    one made under a scenario comes back as it is. Raises RegisterError."""
    from desktop_app.assessment.reckoning import sums_of
    from desktop_app.model.reading import Reading
    from desktop_app.report.scenario_outcomes import beside, outcome_of, unwarned

    found, whole = assessment, Reading(assessment.files, assessment.parts)
    known = Recognised(whole, found.inquiry.on, found.files, found.parts, found.matches,
                       found.origins, unwarned(found), recorded=recorded)  # fmt: skip

    def judged(asked: Inquiry, law: "Edition", scenario: "Scenario") -> "ScenarioOutcome":
        """No moves and no order are made: a page of six lines shows sums."""
        under = replace(library, edition=law, scenario=scenario)
        judged = _judge(known, asked, under, recorded).judged
        numbers, totals = sums_of(judged)
        return outcome_of(asked, scenario.title, judged.licences, numbers, totals)

    return replace(found, scenarios=beside(found, library.edition, judged))


def with_since(assessment: "Assessment", project: Path) -> "Assessment":
    """The assessment with what changed since the newest run that a project kept before today.

    Raises CodedError where the project or that run cannot be read.
    """
    from desktop_app.project.opening import open_project
    from desktop_app.project.since import since_last_run

    today = datetime.now().astimezone().date()
    with open_project(project, read_only=True) as found:
        return replace(assessment, since=since_last_run(found, assessment, today))


def explain(assessment: "Assessment", part_id: int) -> tuple[Reason, ...]:
    """The decision path of one part, step by step, with evidence and cells."""
    from desktop_app.assessment.explain import explain_part

    return explain_part(assessment, part_id)
