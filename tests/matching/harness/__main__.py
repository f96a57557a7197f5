"""``python -m tests.matching.harness [--accept] [--first-run SET]``: how well the matching does.

``--accept`` stores the present mistakes as the baseline that the tests compare with;
``--first-run`` records what a new set says before anybody tunes on it, once.
"""

import sys
from collections.abc import Mapping

from tests.matching.harness.lines import SETS, labelled_lines
from tests.matching.harness.measure import (
    CALLED_09,
    Bin,
    ContentRates,
    Rates,
    Result,
    by_group,
    calibration,
    confusion,
    content_rates,
    degradations_of,
    every_run,
    first_calibration,
    mistakes,
    rates,
    read_baseline,
    read_first_runs,
    record_first_run,
    run,
    write_baseline,
)


def main(arguments: list[str]) -> int:
    if "--first-run" in arguments:
        record_first_run(arguments[arguments.index("--first-run") + 1])
    for of in SETS:
        say(f"{of}: {len(labelled_lines(of))} lines")
        for name in degradations_of(of):
            say(_rate_line(name, rates(run(name, of))))
        say(_content_line(content_rates(run("given", of))))
        _first_run(of)
    every = tuple(result for of in SETS for result in run("given", of))
    for title, group in (("language", _language), ("kind", _kind)):
        say(f"\nby {title}, all sets")
        for name, found in by_group(every, group).items():
            say(_rate_line(name, rates(found)))
    _calibration(every)
    say("\nfamilies taken for others")
    for (wanted, got), count in confusion(every).most_common():
        say(f"  {count}  {wanted} -> {got}")
    present = {key: mistakes(found) for key, found in every_run().items()}
    if "--accept" in arguments:
        write_baseline(present)
    _changes(read_baseline(), present)
    return 0


def _language(result: Result) -> str:
    return result.line.language


def _kind(result: Result) -> str:
    return result.line.kind or "(first set)"


def _first_run(of: str) -> None:
    """The figures before any tuning, in all and by language: the honest ones."""
    recorded = read_first_runs().get(of)
    if recorded is None:
        return
    say("  first run, before tuning")
    for by in ("all", "language", "kind"):
        for name, found in recorded.groups[by].items():
            say(f"  {_rate_line(name, found)}")
    if recorded.content:
        say(f"  {_content_line(recorded.content)}")
    for bin_ in recorded.bins:
        say(f"  {_bin_line(bin_)}")


def _calibration(results: tuple[Result, ...]) -> None:
    say("\nstated probability against the truth, all sets, with 90 % interval")
    for bin_ in calibration(results):
        say(_bin_line(bin_))
    say("\nthe same on the first runs alone, before anybody had tuned on the lines")
    for bin_ in first_calibration():
        say(_bin_line(bin_))


def _bin_line(bin_: Bin) -> str:
    low, high = bin_.interval
    called = '  "called 0.9"' if bin_.low == CALLED_09 else ""
    return (
        f"  {bin_.low:4.2f} to {bin_.high:4.2f}  {bin_.lines:4d} lines  stated {bin_.stated:.2f}"
        f"  right {bin_.share:.2f} ({low:.2f} to {high:.2f}), {bin_.labelled:.2f} with each likely"
        f" as certain{called}"
    )


def _rate_line(name: str, r: Rates) -> str:
    return (
        f"  {name:<11} found {r.found:3d} of {r.held:3d} ({r.recall:6.1%})  "
        f"false alarms {r.alarms:2d} of {r.free:3d} ({r.alarm_rate:5.1%})  "
        f"precision {r.precision:6.1%}  not recognised {r.unscreened}"
    )


def _content_line(found: ContentRates) -> str:
    return (
        f"  form right {found.forms_right} of {found.forms_of}, "
        f"elements right {found.elements_right} of {found.elements_of}"
    )


def _changes(before: Mapping[str, Mapping[str, str]], now: Mapping[str, Mapping[str, str]]) -> None:
    for name, found in now.items():
        old = before.get(name, {})
        for text in old.keys() - found.keys():
            say(f"improved  {name}: {text}")
        for text in found.keys() - old.keys():
            say(f"regressed {name}: {text} ({found[text]})")


def say(text: str) -> None:
    sys.stdout.write(text + "\n")


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
