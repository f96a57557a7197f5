"""A user's scenario: a file of the register's own form that is laid over its timelines."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TypeAlias

from desktop_app.model.inquiry import SCENARIOS
from desktop_app.register.control import Control, Provision, Source, Step
from desktop_app.register.control_file import read_provision
from desktop_app.register.strict import Node, RegisterError, node_of, nodes, read_yaml, text
from desktop_app.register.timelines import read_sources, read_timeline

_Steps: TypeAlias = dict[tuple[str, str], tuple[Step, ...]]


def lay_over(
    controls: Sequence[Control], path: Path, reviewed_through: date
) -> tuple[Control, ...]:
    """The controls with a scenario file on top. Raises RegisterError.

    The file has ``sources`` and one or both of ``provisions``, new steps for a provision the
    register has (``control``, ``provision``, "" where the announcement has only one, and a
    ``timeline``), and ``adds``, provisions that it does not have (``control`` and ``adds``, a
    provision as in a control file). A scenario changes the future, never the past: no step may lie
    before the register's *unconfirmed* days or its last reading. It binds only under its own name,
    the name of the file.
    """
    content = read_yaml(path).closed(("sources",), ("title", "provisions", "adds"))
    if path.stem in SCENARIOS:
        raise RegisterError(path, None, f"'{path.stem}' is a scenario of the program; rename it")
    sources = read_sources(content)
    steps = _steps(content, controls, sources, reviewed_through)
    added = _added(content, controls, sources, reviewed_through)
    if not steps and not added:
        raise content.at("the scenario changes nothing: 'provisions' and 'adds' are empty")
    return tuple(
        replace(
            control,
            provisions=(
                *(
                    replace(p, overlay=steps.get((control.id, p.id), p.overlay))
                    for p in control.provisions
                ),
                *added.get(control.id, ()),
            ),
        )
        for control in controls
    )


def _steps(
    content: Node,
    controls: Sequence[Control],
    sources: Mapping[str, Source],
    reviewed_through: date,
) -> _Steps:
    found: _Steps = {}
    for entry in nodes(content, "provisions"):
        entry.closed(("control", "provision", "timeline"))
        key = (text(entry, "control"), text(entry, "provision"))
        if key in found:
            raise entry.at(f"provision {key[1]!r} of {key[0]!r} is given twice")
        found[key] = read_timeline(entry, sources)
        known = _timeline_of(controls, entry, key)
        open_from = next((s.since for s in known if s.state == "unconfirmed"), reviewed_through)
        _keep_the_past(entry, found[key], min(open_from, reviewed_through))
    return found


def _added(
    content: Node,
    controls: Sequence[Control],
    sources: Mapping[str, Source],
    reviewed_through: date,
) -> dict[str, list[Provision]]:
    """New provisions of known announcements, in the overlay only."""
    found: dict[str, list[Provision]] = {}
    ids = {control.id: {p.id for p in control.provisions} for control in controls}
    for entry in nodes(content, "adds"):
        entry.closed(("control", "adds"))
        control = entry.one_of("control", tuple(ids))
        provision = read_provision(node_of(entry, entry["adds"]), sources)
        if provision.id in ids[control]:
            raise entry.at(f"the register has a provision {provision.id!r} of {control!r} already")
        for other in (*provision.refuses, *provision.case_by_case):
            if other not in ids:
                raise entry.at(f"the provision speaks of {other}, which is not in the register")
        _keep_the_past(entry, provision.timeline, reviewed_through)
        ids[control].add(provision.id)
        found.setdefault(control, []).append(
            replace(provision, timeline=(), overlay=provision.timeline)
        )
    return found


def _timeline_of(
    controls: Sequence[Control], entry: Node, key: tuple[str, str]
) -> tuple[Step, ...]:
    for control in controls:
        for provision in control.provisions:
            if (control.id, provision.id) == key:
                return provision.timeline
    raise entry.at(f"the register has no provision {key[1]!r} of {key[0]!r}")


def _keep_the_past(entry: Node, laid: tuple[Step, ...], first_free: date) -> None:
    if laid[0].since < first_free:
        raise entry.at(
            f"{laid[0].since} lies in the past of the register; the first day free is {first_free}"
        )
