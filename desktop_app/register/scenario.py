"""A user's scenario: a file of the register's own form that is laid over its timelines."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from desktop_app.register.control import Control, Step
from desktop_app.register.control_file import read_sources, read_timeline
from desktop_app.register.strict import Node, RegisterError, read_yaml


def lay_over(
    controls: Sequence[Control], path: Path, reviewed_through: date
) -> tuple[Control, ...]:
    """The controls with the steps of a scenario file on top. Raises RegisterError.

    The file has ``sources`` and ``provisions``, each with ``control``, ``provision`` ("" where the
    announcement has only one) and a ``timeline``. A scenario changes the future, never the past: no
    step may lie before the register's *unconfirmed* days or its last reading.
    """
    content = read_yaml(path).closed(("provisions", "sources"), ("title",))
    sources = read_sources(content)
    laid: dict[tuple[str, str], tuple[Step, ...]] = {}
    for node in content["provisions"]:
        entry = _entry(path, node)
        key = (str(entry["control"]), str(entry["provision"]))
        laid[key] = read_timeline(entry, sources)
        _keep_the_past(entry, _timeline_of(controls, entry, key), laid[key], reviewed_through)
    return tuple(
        replace(
            control,
            provisions=tuple(
                replace(p, overlay=laid.get((control.id, p.id), p.overlay))
                for p in control.provisions
            ),
        )
        for control in controls
    )


def _entry(path: Path, node: object) -> Node:
    if not isinstance(node, Node):
        raise RegisterError(path, None, "every entry of 'provisions' must be a mapping")
    return node.closed(("control", "provision", "timeline"))


def _timeline_of(
    controls: Sequence[Control], entry: Node, key: tuple[str, str]
) -> tuple[Step, ...]:
    for control in controls:
        for provision in control.provisions:
            if (control.id, provision.id) == key:
                return provision.timeline
    raise entry.at(f"the register has no provision {key[1]!r} of {key[0]!r}")


def _keep_the_past(
    entry: Node, known: tuple[Step, ...], laid: tuple[Step, ...], reviewed_through: date
) -> None:
    open_from = next((s.since for s in known if s.state == "unconfirmed"), None)
    first_free = min(open_from or reviewed_through, reviewed_through)
    if laid[0].since < first_free:
        raise entry.at(
            f"{laid[0].since} lies in the past of the register; the first day free is {first_free}"
        )
