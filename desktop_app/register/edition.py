"""Loads the register: one file per announcement in ``controls/``, checked as a whole."""

from dataclasses import replace
from pathlib import Path
from typing import Any, cast

from desktop_app.model.findings import Message, msg
from desktop_app.model.inquiry import END_USES
from desktop_app.model.match import RARE_EARTHS
from desktop_app.model.verdict import Interval
from desktop_app.paths import shipped
from desktop_app.register.control import Assumptions, Control, Edition, ListedEntity
from desktop_app.register.control_file import read_control
from desktop_app.register.customs_file import read_customs
from desktop_app.register.installed import installed_editions
from desktop_app.register.pack_file import refused
from desktop_app.register.scenario import lay_over
from desktop_app.register.strict import (
    Node,
    RegisterError,
    is_number,
    node_of,
    number,
    read_table,
    read_yaml,
    text,
    told,
    words,
)
from desktop_app.register.territories import read_territories
from desktop_app.register.timelines import GRADES
from desktop_app.register.word_list_files import shipped_word_lists

__all__ = ["Edition", "edition_in", "load_edition"]

ENTITY_COLUMNS = ("name", "aliases", "country", "control", "list", "since", "source_url", "grade")


def load_edition(
    scenario: Path | None = None, folder: Path | None = None, home: Path | None = None
) -> Edition:
    """The newest register: shipped, or installed from a pack. Raises RegisterError naming file and
    line.

    ``scenario``: an overlay file laid over the timelines. ``folder``: another register folder with
    ``edition.yaml``, ``controls/`` and ``entities/``. ``home``: where installed editions are looked
    for, the user's data folder by default. An installed edition that cannot be used is passed over,
    and the edition that is used instead says so in its notes.
    """
    edition = edition_in(folder) if folder is not None else _newest(home)
    if scenario is None:
        return edition
    laid = lay_over(edition.controls, scenario, edition.reviewed_through)
    return replace(
        edition,
        controls=laid,
        overlay=scenario.stem,
        by_id={control.id: control for control in laid},
    )


def _newest(home: Path | None) -> Edition:
    """The newest installed edition that is whole and newer than the shipped one, else that."""
    root = shipped("resources", "register")
    content = _head(root)
    shipped_age = (content.day("reviewed_through"), text(content, "edition"))
    notes: list[Message] = []
    for installed in installed_editions(home):
        if installed.manifest is not None and installed.manifest.age <= shipped_age:
            continue
        fault = installed.fault
        if fault is None:
            try:
                return replace(edition_in(installed.folder), notes=tuple(notes))
            except (RegisterError, OSError) as failure:
                why = msg("its law cannot be read ({why})", why=told(failure))
                fault = refused("E_CORRUPT", installed.folder.name, why).problem.message
        notes.append(msg("{fault} An older edition stands in.", fault=fault))
    return replace(edition_in(root), notes=tuple(notes))


def _head(root: Path) -> Node:
    return read_yaml(root / "edition.yaml").closed(
        ("edition", "reviewed_through", "controls", "assumptions"), ("note", "covers_from")
    )


def edition_in(root: Path) -> Edition:
    """The register of one folder. Raises RegisterError."""
    content = _head(root)
    controls = _controls(content, root / "controls")
    reviewed_through = content.day("reviewed_through")
    return Edition(
        number=text(content, "edition"),
        reviewed_through=reviewed_through,
        controls=controls,
        assumptions=_assumptions(node_of(content, content["assumptions"])),
        territories=read_territories(root / "customs_territories.csv"),
        entities=_entities(root / "entities" / "listed.csv", controls),
        by_id={control.id: control for control in controls},
        note=text(content, "note"),
        covers_from=content.day("covers_from") if "covers_from" in content else None,
        customs=read_customs(root),
        folder=root,
    )


def _controls(content: Node, folder: Path) -> tuple[Control, ...]:
    """What the edition lists must be there, so that a lost file is an error and no gap; a file beside
    them is a further announcement and follows them by name."""
    listed = words(content, "controls")
    if len(set(listed)) != len(listed):
        raise content.at("'controls' lists a file twice")
    present = {path.stem for path in folder.glob("*.yaml")}
    for name in listed:
        if name not in present:
            raise content.at(f"'controls' lists {name}, but there is no file controls/{name}.yaml")
    held = (*listed, *sorted(present.difference(listed)))
    controls = tuple(read_control(folder / f"{name}.yaml") for name in held)
    for control in controls:
        for provision in control.provisions:
            for other in (*provision.refuses, *provision.case_by_case):
                if other not in held:
                    raise content.at(f"{control.id} speaks of {other}, which is not held")
    return controls


TECHNOLOGY_WORDS = ("china", "know_how", "without")


def _assumptions(node: Node) -> Assumptions:
    node.closed(
        ("kind_probability", "seldom_probability", "unconfirmed_holds", "open_form", "unscreened",
         "hidden_element", "may_hide", "use_words", "defence_words"),
        ("note", "trade_practice", "defence_in_descriptions", "technology_words", "implies",
         "named_material"),
    )  # fmt: skip
    hides = node_of(node, node["may_hide"])
    uses = node_of(node, node["use_words"]).closed((), END_USES)
    technology = Node()
    if "technology_words" in node:
        technology = node_of(node, node["technology_words"]).closed(TECHNOLOGY_WORDS)
    implies = node_of(node, node["implies"]) if "implies" in node else Node()
    practice = Node()
    if "trade_practice" in node:
        practice = node_of(node, node["trade_practice"]).closed(("elements", "mass_percent"))
    return Assumptions(
        kind_probability=_share(node, "kind_probability"),
        seldom_probability=_share(node, "seldom_probability"),
        unconfirmed_holds=_interval(node, "unconfirmed_holds"),
        open_form=_interval(node, "open_form"),
        unscreened=_interval(node, "unscreened"),
        hidden_element=_interval(node, "hidden_element"),
        may_hide={material: words(hides, material) for material in hides},
        use_words={use: words(uses, use) for use in uses},
        defence_words=words(node, "defence_words"),
        word_lists=shipped_word_lists(),
        defence_in_descriptions=words(node, "defence_in_descriptions"),
        technology=tuple(words(technology, key) for key in TECHNOLOGY_WORDS),
        implies={symbol: text(implies, symbol) for symbol in implies},
        named_material=_interval(node, "named_material")
        if "named_material" in node
        else (0.0, 0.5, 1.0),
        practice_elements=words(practice, "elements", RARE_EARTHS),
        practice_percent=number(practice, "mass_percent"),
    )


def _share(node: Node, key: str) -> float:
    value = node[key]
    if not is_number(value) or not 0 <= value <= 1:
        raise node.at(f"'{key}' must be a probability between 0 and 1")
    return float(value)


def _interval(node: Node, key: str) -> Interval:
    value = node[key]
    if not isinstance(value, list) or len(value) != 3 or not all(map(is_number, value)):
        raise node.at(f"'{key}' must be [low, best, high]")
    if value != sorted(value) or value[0] < 0 or value[2] > 1:
        raise node.at(f"'{key}' must be [low, best, high], rising between 0 and 1")
    low, best, high = (float(v) for v in value)
    return low, best, high


def _entities(path: Path, controls: tuple[Control, ...]) -> tuple[ListedEntity, ...]:
    known = {control.id: control for control in controls}
    found = [name for control in controls for name in control.names]
    for line, row in read_table(path, ENTITY_COLUMNS):
        if row["control"] not in known:
            raise RegisterError(path, line, f"no control {row['control']}")
        if row["list"] not in ("control", "watch"):
            raise RegisterError(path, line, "'list' must be control or watch")
        if row["grade"] not in GRADES:
            raise RegisterError(path, line, f"'grade' must be one of {', '.join(GRADES)}")
        if not row["name"].strip():
            raise RegisterError(path, line, "'name' must not be empty")
        since = known[row["control"]].issued
        if row["since"] != since.isoformat():
            raise RegisterError(path, line, f"'since' must be the day of issue {since}")
        aliases = tuple(alias for alias in row["aliases"].split("|") if alias)
        found.append(
            ListedEntity(
                row["name"], aliases, row["country"], row["control"], cast(Any, row["list"]), since
            )
        )
    for control in controls:
        names = [entity.name for entity in found if entity.control == control.id]
        if len(set(names)) != len(names):
            raise RegisterError(path, None, f"{control.id} names a firm twice")
        if len(names) > control.entities_announced:
            raise RegisterError(path, None, f"{control.id} names more firms than it announced")
    return tuple(found)
