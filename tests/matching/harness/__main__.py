"""``python -m tests.matching.harness [--accept]``: prints how well the matching does and why not.

``--accept`` stores the present mistakes as the baseline that the tests compare with.
"""

import sys
from collections.abc import Mapping

from tests.matching.harness.degrade import DEGRADATIONS
from tests.matching.harness.measure import (
    Result,
    by_group,
    calibration,
    confusion,
    mistakes,
    rates,
    read_baseline,
    run,
    write_baseline,
)


def main(arguments: list[str]) -> int:
    results = {name: run(name) for name in DEGRADATIONS}
    for name, found in results.items():
        say(_rate_line(name, found))
    say("\nby language")
    for name, found in by_group(results["given"], lambda r: r.line.language).items():
        say(_rate_line(name, found))
    say("\nstated probability against the truth, with 90 % interval")
    for bin_ in calibration(results["given"]):
        low, high = bin_.interval
        say(
            f"  {bin_.low:4.2f} to {bin_.high:4.2f}  {bin_.lines:4d} lines  stated {bin_.stated:.2f}"
            f"  true {bin_.share:.2f} ({low:.2f} to {high:.2f})"
        )
    say("\nfamilies taken for others")
    for (wanted, got), count in confusion(results["given"]).most_common():
        say(f"  {count}  {wanted} -> {got}")
    present = {name: mistakes(found) for name, found in results.items()}
    if "--accept" in arguments:
        write_baseline(present)
    _changes(read_baseline(), present)
    return 0


def _rate_line(name: str, found: tuple[Result, ...]) -> str:
    r = rates(found)
    return (
        f"  {name:<9} found {r.found:3d} of {r.held:3d} ({r.recall:6.1%})  "
        f"false alarms {r.alarms:2d} of {r.free:3d} ({r.alarm_rate:5.1%})  "
        f"precision {r.precision:6.1%}  not recognised {r.unscreened}"
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
