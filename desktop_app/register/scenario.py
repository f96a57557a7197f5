"""A user's scenario: a file of the register's own form that is laid over its timelines.

It may also set what is asked, how long licences take and how often they are refused, and which
suppliers lose their general licence.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import TypeAlias, cast

from desktop_app.model.assessment import SetFigure
from desktop_app.model.findings import Message, msg
from desktop_app.model.inquiry import END_USES, SCENARIOS, EndUse, Inquiry
from desktop_app.register.control import Control, Provision, Source, Step
from desktop_app.register.control_file import read_provision
from desktop_app.register.figures import assumed_value
from desktop_app.register.plain_yaml import keep_file_plain
from desktop_app.register.strict import (
    Node,
    RegisterError,
    doubled,
    empty,
    node_of,
    nodes,
    read_yaml,
    shown,
    text,
    words,
)
from desktop_app.register.supply import OF_THE_CLOCK, Assumption, Figures, FigureSource
from desktop_app.register.timelines import read_sources, read_timeline, source_of

_Steps: TypeAlias = dict[tuple[str, str], tuple[Step, ...]]

MOST_DAYS, LONGEST_TITLE = 36_500, 200
"""No licence takes longer, and no calendar has the day; no list of scenarios shows more. Our judgement."""
SAME_NAME = msg("a scenario of the program has the same name; give the file another one")
_CHANGES = ("provisions", "adds", "question", "figures", "general_licences_lost")


@dataclass(frozen=True, eq=False)
class Scenario:
    """What a scenario file says beside the law. It holds only under its own ``name``.

    ``figures``: assumptions in place of those of the same id. ``general_licences_lost``: names of
    suppliers, or ``all``.
    """

    name: str
    title: str
    destination: str | None = None
    end_use: EndUse | None = None
    figures: Mapping[str, Assumption] = field(default_factory=dict)
    general_licences_lost: tuple[str, ...] = ()

    def asked(self, inquiry: Inquiry) -> Inquiry:
        """The question under this scenario; what it sets is no longer assumed."""
        asked = replace(inquiry, scenario=self.name)
        if self.destination is not None:
            asked = replace(asked, destination=self.destination, destination_assumed=False)
        if self.end_use is not None:
            asked = replace(asked, end_use=self.end_use, end_use_assumed=False)
        return asked

    def figures_of(self, figures: Figures) -> Figures:
        """The figures with those of the scenario in their place."""
        return replace(figures, assumptions={**figures.assumptions, **self.figures})

    @property
    def set_figures(self) -> tuple[SetFigure, ...]:
        """What it sets, for the pages that print the figures of a run."""
        return tuple(
            SetFigure(name, made.value, self.title, "scenario")
            for name, made in self.figures.items()
        )


def read_scenario(path: Path) -> Scenario:
    """What a scenario file says beside the law. Raises RegisterError naming file and line."""
    content = _content(path)
    question = node_of(content, content["question"]) if "question" in content else Node()
    if "question" in content and not question.closed((), ("destination", "end_use")):
        raise content.at(empty("question"))
    destination = question.get("destination")
    if destination is not None and not _is_country(destination):
        raise question.at(
            msg(
                "'destination' must be two capital letters; found {found}", found=shown(destination)
            )
        )
    use = question.one_of("end_use", END_USES) if "end_use" in question else None
    if len(text(content, "title")) > LONGEST_TITLE:
        raise content.at(msg("'title' is longer than {most} characters", most=LONGEST_TITLE))
    return Scenario(
        name=path.stem,
        title=text(content, "title"),
        destination=destination,
        end_use=cast(EndUse | None, use),
        figures=_figures(content),
        general_licences_lost=words(content, "general_licences_lost"),
    )


def _is_country(value: object) -> bool:
    return (
        isinstance(value, str)
        and len(value) == 2
        and value.isascii()
        and value.isalpha()
        and value.isupper()
    )


def _figures(content: Node) -> Mapping[str, Assumption]:
    """Figures by id. An assumption of a scenario is a judgement, whatever its source."""
    found: dict[str, Assumption] = {}
    sources = read_sources(content)
    for node in nodes(content, "figures"):
        node.closed(("id", "value", "unit", "source"), ("note",))
        name = node.one_of("id", OF_THE_CLOCK)
        if name in found:
            raise node.at(doubled(name))
        read = source_of(node, sources)
        source = FigureSource(f"{node.path.stem}-{name}", read.title, read.url, "C", "")
        value = assumed_value(node, name)
        if name.startswith("refusal_") and value[-1] > 1:
            raise node.at(_at_most(name, 1, value[-1]))
        if value[-1] > MOST_DAYS:
            raise node.at(_at_most(name, MOST_DAYS, value[-1]))
        found[name] = Assumption(
            name, value, text(node, "unit"), True, (source,), text(node, "note")
        )
    return found


def _at_most(name: str, most: int, found: float) -> Message:
    return msg(
        "'{name}' is at most {most}; found {found}", name=name, most=most, found=f"{found:g}"
    )


def _content(path: Path) -> Node:
    keep_file_plain(path)
    content = read_yaml(path).closed(("sources",), ("title", *_CHANGES))
    if path.stem in SCENARIOS:
        raise RegisterError(path, None, SAME_NAME)
    if not any(content.get(key) for key in _CHANGES):
        raise content.at(msg("it changes nothing: it has none of {keys}", keys=", ".join(_CHANGES)))
    return content


def lay_over(
    controls: Sequence[Control], path: Path, reviewed_through: date
) -> tuple[Control, ...]:
    """The controls with a scenario file on top. Raises RegisterError.

    The file has ``sources`` and may have ``provisions``, new steps for a provision the register has
    (``control``, ``provision``, "" where the announcement has only one, and a ``timeline``), and
    ``adds``, provisions that it does not have (``control`` and ``adds``, a provision as in a control
    file); :class:`Scenario` holds the rest. A scenario changes the future, never the past: no step
    may lie before the register's *unconfirmed* days or its last reading. It binds only under its
    own name, the name of the file.
    """
    content = _content(path)
    sources = read_sources(content)
    steps = _steps(content, controls, sources, reviewed_through)
    added = _added(content, controls, sources, reviewed_through)
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
            raise entry.at(doubled(" ".join(filter(None, key))))
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
            raise entry.at(
                msg(
                    "the register has a provision '{provision}' of '{control}' already",
                    provision=provision.id, control=control,
                )
            )  # fmt: skip
        for other in (*provision.refuses, *provision.case_by_case):
            if other not in ids:
                raise entry.at(
                    msg("it names {control}, which is not in the register", control=other)
                )
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
    raise entry.at(
        msg(
            "the register has no provision '{provision}' of '{control}'",
            provision=key[1], control=key[0],
        )
    )  # fmt: skip


def _keep_the_past(entry: Node, laid: tuple[Step, ...], first_free: date) -> None:
    if laid[0].since < first_free:
        raise entry.at(
            msg(
                "{day} lies in the past of the register; the first free day is {free}",
                day=str(laid[0].since),
                free=str(first_free),
            )
        )
