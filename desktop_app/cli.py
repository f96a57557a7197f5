"""The command line: the window's twin for scripts, servers and tests; same pipeline."""

import argparse
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app import pipeline
from desktop_app.language.catalogue import LANGUAGES, Catalogue
from desktop_app.model.findings import Cancelled, CodedError, Message, Problem, nmsg
from desktop_app.model.inquiry import END_USES, SCENARIOS, Inquiry, today_in_china
from desktop_app.model.words import EVIDENCE_WORDS
from desktop_app.paths import program_version, shipped

if TYPE_CHECKING:
    from desktop_app.model.assessment import Assessment
    from desktop_app.model.reading import Reading
    from desktop_app.model.sources import SourceFile

OK, UNEXPECTED, USAGE, SOME_REFUSED, NOTHING_READ, NOT_WRITTEN, CANCELLED = 0, 1, 2, 3, 4, 5, 130


def main(arguments: Sequence[str]) -> int:
    """Runs one command and returns its exit code (see ``interface`` in the README)."""
    given = list(arguments)
    catalogue = Catalogue(_language_in(given))
    options = _parser(catalogue).parse_args(given)
    try:
        return int(options.command(options, catalogue))
    except (Cancelled, KeyboardInterrupt):
        _complain(catalogue.text("Cancelled. Nothing was written."))
        return CANCELLED
    except CodedError as failure:
        _complain_about(failure.problem, catalogue)
        return NOT_WRITTEN
    except BrokenPipeError:
        return OK
    except Exception as failure:  # the last line of defence: one sentence, details on request
        _complain(catalogue.text("Something unexpected went wrong; nothing was changed."))
        _complain(f"{type(failure).__name__}: {failure}")
        if options.details:
            traceback.print_exc()
        return UNEXPECTED


def _language_in(given: Sequence[str]) -> str:
    """The language of the help text is known before the arguments are parsed."""
    for position, word in enumerate(given):
        name = word.partition("=")[2] if word.startswith("--language=") else ""
        if word == "--language" and position + 1 < len(given):
            name = given[position + 1]
        if name in LANGUAGES:
            return name
    return "en"


def _parser(catalogue: Catalogue) -> argparse.ArgumentParser:
    text = catalogue.text
    parser = argparse.ArgumentParser(
        prog="lodestone",
        description=text(
            "Which bought parts need a Chinese export licence, and which line stops first."
        ),
    )
    parser.add_argument("--version", action="version", version=f"Lodestone {program_version()}")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    assess = commands.add_parser("assess", help=text("assess files and write the results"))
    assess.set_defaults(command=_assess)
    assess.add_argument("files", nargs="+", type=Path, metavar="FILE")
    _add_question(assess)
    assess.add_argument(
        "--rates", type=Path, metavar="FILE.csv",
        help=text("currency,rate,date: what one unit is worth in your currency, whose rate is 1"),
    )  # fmt: skip
    assess.add_argument("--report", type=Path, metavar="OUT.pdf", help=text("the printed report"))
    assess.add_argument("--json", metavar="OUT.json", help=text("all results; - for here"))
    assess.add_argument("--parts", choices=("relevant", "all"), default="all")
    assess.add_argument("--paper", choices=("a4", "letter"), default="a4")

    columns = commands.add_parser("columns", help=text("what was found in the files, as JSON"))
    columns.set_defaults(command=_columns)
    columns.add_argument("files", nargs="+", type=Path, metavar="FILE")

    explain = commands.add_parser("explain", help=text("the decision path of one part"))
    explain.set_defaults(command=_explain)
    explain.add_argument("file", type=Path, metavar="FILE")
    explain.add_argument("--part", required=True, metavar="SHEET!ROW")
    _add_question(explain)

    register = commands.add_parser("check-register", help=text("every control and its status"))
    register.set_defaults(command=_check_register)
    register.add_argument("--on", type=_day, default=None, metavar="YYYY-MM-DD")
    register.add_argument("--scenario", default="today")

    method = commands.add_parser("check-method", help=text("recomputes published worked examples"))
    method.set_defaults(command=_check_method)
    method.add_argument("file", type=Path, metavar="FILE.csv")

    self_test = commands.add_parser("self-test", help=text("checks that this copy is whole"))
    self_test.set_defaults(command=_self_test)
    for command in (assess, columns, explain, register, method, self_test):
        command.add_argument("--language", choices=tuple(LANGUAGES), default="en")
        command.add_argument("--details", action="store_true", help=argparse.SUPPRESS)
    return parser


def _add_question(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--on", type=_day, default=None, metavar="YYYY-MM-DD")
    parser.add_argument("--destination", type=_country, default=None, metavar="ISO2")
    parser.add_argument("--end-use", choices=END_USES, default=None)
    parser.add_argument("--scenario", default="today", metavar="|".join((*SCENARIOS, "FILE")))


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a day YYYY-MM-DD") from None


def _country(text: str) -> str:
    if len(text) != 2 or not text.isascii() or not text.isalpha():
        raise argparse.ArgumentTypeError(f"{text!r} is not a country code of two letters")
    return text.upper()


def inquiry_of(options: argparse.Namespace) -> Inquiry:
    """The question the options ask; what is not given is assumed and marked so."""
    scenario = Path(options.scenario).stem if _overlay(options.scenario) else options.scenario
    return Inquiry(
        on=options.on or today_in_china(),
        destination=options.destination or "DE",
        end_use=options.end_use or "civil",
        scenario=scenario,
        on_assumed=options.on is None,
        destination_assumed=options.destination is None,
        end_use_assumed=options.end_use is None,
    )


def _overlay(scenario: str) -> Path | None:
    """The overlay file of a scenario that is none of the three; exit 2 when it is not there."""
    if scenario in SCENARIOS:
        return None
    if not Path(scenario).is_file():
        _complain(f"--scenario: {scenario!r} is none of {', '.join(SCENARIOS)} and no file")
        raise SystemExit(USAGE)
    return Path(scenario)


def _assess(options: argparse.Namespace, catalogue: Catalogue) -> int:
    progress = _Progress(catalogue)
    inquiry, overlay = inquiry_of(options), _overlay(options.scenario)
    try:
        rates = None if options.rates is None else pipeline.load_rates(options.rates)
    except CodedError as failure:
        _complain_about(failure.problem, catalogue)
        return USAGE
    library = pipeline.load_library(overlay)
    reading = pipeline.read(options.files, progress)
    result = pipeline.assess(reading, inquiry, library, progress, rates)
    progress.end()
    for found in result.files:
        if found.problem is not None:
            _complain_about(found.problem, catalogue)
    written = _write_outputs(options, result, catalogue, progress)
    if options.report is None and options.json is None:
        _print_answer(result, catalogue)
    return written or _reading_code(result.files)


def _write_outputs(
    options: argparse.Namespace, result: "Assessment", catalogue: Catalogue, progress: "_Progress"
) -> int:
    """Writes what was asked for; one output that fails does not keep the other from being made."""
    code = OK
    if options.json is not None:
        code = _attempt(lambda: _write_json(options, result, catalogue), catalogue) or code
    if options.report is not None:
        code = (
            _attempt(
                lambda: pipeline.write_report(
                    result, options.report, options.language, options.paper, progress
                ),
                catalogue,
            )
            or code
        )
        progress.end()
    return code


def _attempt(write: Callable[[], object], catalogue: Catalogue) -> int:
    try:
        write()
    except CodedError as failure:
        _complain_about(failure.problem, catalogue)
        return NOT_WRITTEN
    return OK


def _write_json(options: argparse.Namespace, result: "Assessment", catalogue: Catalogue) -> None:
    from desktop_app.report.assessment_json import assessment_json
    from desktop_app.report.target import write_whole

    document = assessment_json(result, catalogue, options.parts == "relevant")
    if options.json == "-":
        sys.stdout.buffer.writelines(document)
        sys.stdout.flush()
    else:
        write_whole(Path(options.json), lambda place: _put(place, document))


def _put(place: Path, document: Iterable[bytes]) -> None:
    with place.open("wb") as stream:
        stream.writelines(document)


def _reading_code(files: Sequence["SourceFile"]) -> int:
    refused = sum(found.outcome == "refused" for found in files)
    if not refused:
        return OK
    return NOTHING_READ if refused == len(files) else SOME_REFUSED


def _print_answer(result: "Assessment", catalogue: Catalogue) -> None:
    from desktop_app.assessment.answer import answer, counts

    for sentence in answer(result):
        _say(catalogue.say(sentence))
    for _, words, number in counts(result):
        _say(f"{catalogue.number(number):>12}  {catalogue.say(words)}")
    _say(
        catalogue.text(
            "Screening, not legal advice. Law as read {day}, edition {edition}.",
            day=result.edition.reviewed_through,
            edition=result.edition.edition,
        )
    )


def _columns(options: argparse.Namespace, catalogue: Catalogue) -> int:
    import orjson

    from desktop_app.report.files_json import files_json

    progress = _Progress(catalogue)
    reading = pipeline.read(options.files, progress)
    progress.end()
    found = {"files": files_json(reading.files, catalogue)}
    _say(orjson.dumps(found, option=orjson.OPT_INDENT_2).decode())
    for file in reading.files:
        if file.problem is not None:
            _complain_about(file.problem, catalogue)
    return _reading_code(reading.files)


def _explain(options: argparse.Namespace, catalogue: Catalogue) -> int:
    from desktop_app.assessment.answer import part_name

    progress = _Progress(catalogue)
    inquiry, overlay = inquiry_of(options), _overlay(options.scenario)
    reading = pipeline.read([options.file], progress)
    progress.end()
    part_id = _find_part(reading, options.part)
    if part_id is None:
        for file in reading.files:
            if file.problem is not None:
                _complain_about(file.problem, catalogue)
        _complain(
            catalogue.text(
                "There is no part at {place}; parts are named SHEET!ROW.", place=options.part
            )
        )
        return _reading_code(reading.files) or USAGE
    result = pipeline.assess(reading, inquiry, pipeline.load_library(overlay))
    _say(part_name(result, part_id))
    for reason in pipeline.explain(result, part_id):
        grade = f" [{catalogue.say(EVIDENCE_WORDS[reason.evidence])}]" if reason.evidence else ""
        source = f"  ({reason.source})" if reason.source else ""
        _say(f"- {catalogue.say(reason.message)}{grade}{source}")
    return OK


def _find_part(reading: "Reading", place: str) -> int | None:
    sheet, _, row = place.rpartition("!")
    if not row.isdigit():
        return None
    frame = reading.parts.frame
    at = ((frame["sheet"] == sheet) & (frame["row"] == int(row))).to_numpy().nonzero()[0]
    return int(at[0]) if len(at) else None


def _check_register(options: argparse.Namespace, catalogue: Catalogue) -> int:
    from desktop_app.assessment.licence import edition_info

    library = pipeline.load_library(_overlay(options.scenario))
    inquiry = Inquiry(on=options.on or today_in_china(), scenario=options.scenario)
    info = edition_info(library.edition, inquiry)
    _say(
        catalogue.text(
            "Register edition {edition}, law last read {read}. Status on {on}:",
            edition=info.edition,
            read=info.reviewed_through,
            on=inquiry.on,
        )
    )
    for control in info.controls:
        _say(f"{control.status:<12} {control.id} {control.provision}  {control.title}")
        until = f" – {control.until.isoformat()}" if control.until else ""
        _say(f"{'':<12} {control.since.isoformat()}{until}  {control.source}")
    return OK


def _check_method(options: argparse.Namespace, catalogue: Catalogue) -> int:
    """One line an example: case, figure, published, computed, outcome; then what it adds up to."""
    from desktop_app.assessment.check_method import all_inside, check_method
    from desktop_app.register.figures import load_figures
    from desktop_app.register.worked_examples import read_examples

    try:
        examples = read_examples(options.file)
    except CodedError as failure:
        _complain_about(failure.problem, catalogue)
        return NOTHING_READ
    checked = check_method(examples, load_figures().number("copper_midpoint"))
    words = {
        "inside": catalogue.text("inside the tolerance"),
        "known_miss": catalogue.text("outside, a known miss"),
        "outside": catalogue.text("OUTSIDE the tolerance"),
        "not_recomputed": catalogue.text("NOT RECOMPUTED"),
    }
    wide, result_wide = (max(len(getattr(c, name)) for c in checked) for name in ("case", "result"))
    for found in checked:
        computed = "-" if found.computed is None else f"{found.computed:.10g}"
        if found.interval:
            computed += " ({:.4g} – {:.4g})".format(*found.interval)
        why = catalogue.say(found.why) if found.why else ""
        reason = why or (found.note if found.outcome == "known_miss" else "")
        _say(
            f"{found.case:<{wide}}  {found.result:<{result_wide}}  {found.published:<13.10g}"
            f"  {computed:<28}  {words[found.outcome]}" + (f": {reason}" if reason else "")
        )
    for outcome, word in words.items():
        _say(f"{sum(found.outcome == outcome for found in checked):>6}  {word}")
    return OK if all_inside(checked) else UNEXPECTED


def _self_test(_options: argparse.Namespace, catalogue: Catalogue) -> int:
    """Loads everything shipped, assesses the sample, prints it, and says what took how long."""
    started = time.perf_counter()
    sample = shipped("templates", "sample_supplier_parts.xlsx")
    library = pipeline.load_library()
    reading = pipeline.read([sample])
    result = pipeline.assess(reading, Inquiry(on=today_in_china()), library)
    with tempfile.TemporaryDirectory() as folder:
        pages = pipeline.write_report(result, Path(folder) / "report.pdf", "en")
    if result.files[0].outcome != "read" or not result.totals.parts or not pages:
        _complain(catalogue.text("This copy of Lodestone does not work: install it again."))
        return UNEXPECTED
    _say(
        catalogue.say(
            nmsg(
                "Self-test passed: {n} part assessed, {pages} pages printed, {seconds} s.",
                "Self-test passed: {n} parts assessed, {pages} pages printed, {seconds} s.",
                result.totals.parts,
                pages=pages,
                seconds=round(time.perf_counter() - started, 1),
            )
        )
    )
    return OK


class _Progress:
    """A bar on a terminal, one line a step otherwise; standard error only."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self.is_terminal = sys.stderr.isatty()
        self.last = ""

    def __call__(self, what: Message, done: int, total: int) -> None:
        words = self.catalogue.say(what)
        if self.is_terminal:
            filled = 20 * done // max(1, total)
            sys.stderr.write(f"\r[{'#' * filled:<20}] {words[:50]:<50}")
            sys.stderr.flush()
        elif words != self.last:
            _complain(words)
        self.last = words

    def end(self) -> None:
        """Leaves the terminal's line empty for what follows."""
        if self.is_terminal:
            sys.stderr.write("\r" + " " * 74 + "\r")


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")


def _complain(line: str) -> None:
    sys.stderr.write(line + "\n")


def _complain_about(problem: Problem, catalogue: Catalogue) -> None:
    _complain(f"{catalogue.say(problem.message)} {catalogue.say(problem.remedy)} ({problem.code})")
