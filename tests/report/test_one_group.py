"""The Monday sheet of one purchasing group: its parts and nobody else's, judged as in the whole."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import fields, replace

import numpy as np
import pytest

from desktop_app.assessment.one_group import one_group
from desktop_app.language.catalogue import Catalogue
from desktop_app.model.assessment import Assessment
from desktop_app.model.findings import CodedError
from desktop_app.report.blocks import Table
from desktop_app.report.content import build_content
from desktop_app.report.fonts import LEFT_TO_RIGHT, in_drawing_order, runs_left_to_right
from desktop_app.report.view import Scope
from tests.intake.answered import asked
from tests.report.written import lines_of


def grouped() -> Assessment:
    """The sample; every part belongs to one of two groups, one in seven to none."""
    found = asked()
    names = [
        (None, "E01", "E02", "E01", "e01 ", "E02", "E01")[n % 7] for n in range(len(found.parts))
    ]
    owners = np.array(names, dtype=object)
    return replace(found, parts=replace(found.parts, frame=found.parts.frame.assign(owner=owners)))


def sheet(found: Assessment, name: str) -> str:
    own, group = one_group(found, name)
    content = build_content(own, Catalogue("en"), scope=Scope("monday", group=group))
    return "\n".join(lines_of(content))


def test_the_groups_and_those_without_one_are_all_parts() -> None:
    found = grouped()
    (first, one), (second, two) = one_group(found, "E01"), one_group(found, "E02")
    assert one.parts + two.parts + one.nameless == one.of_parts == len(found.parts)
    assert one.nameless == two.nameless > 0
    nameless = [n for n in range(len(found.parts)) if found.parts.value(n, "owner") is None]
    left: Counter[str] = Counter(found.licences[part].verdict for part in nameless)
    for name in ("needed", "suspended", "not_needed"):
        of_groups = getattr(first.totals, name) + getattr(second.totals, name)
        assert of_groups + left[name] == getattr(found.totals, name)


def test_one_part_is_no_parts() -> None:
    found = asked()
    owners = np.array(["E07", *["E01"] * (len(found.parts) - 1)], dtype=object)
    alone = replace(found, parts=replace(found.parts, frame=found.parts.frame.assign(owner=owners)))
    assert "This sheet is about the 1 part of purchasing group E07" in sheet(alone, "E07")


def test_every_part_keeps_its_verdict_its_days_and_its_moves() -> None:
    found = grouped()
    own, _ = one_group(found, "e01")
    whole = [n for n, owner in enumerate(found.parts.frame["owner"]) if owner in ("E01", "e01 ")]
    assert len(own.parts) == len(own.order) == len(whole)
    assert [whole[part] for part in own.order] == [p for p in found.order.tolist() if p in whole]
    for part, before in enumerate(whole):
        assert own.parts.value(part, "part_number") == found.parts.value(before, "part_number")
        assert own.licences[part] == found.licences[before]
        assert own.actions[part] == found.actions[before]
        assert own.parts.cell_of(part, "description") == found.parts.cell_of(before, "description")
    assert own.numbers["run_out"].tolist() == found.numbers["run_out"].iloc[whole].tolist()


def test_a_sheet_names_its_group_and_no_part_of_another() -> None:
    found = grouped()
    said = sheet(found, "E01")
    assert "Purchasing group E01" in said
    own, group = one_group(found, "E01")
    assert f"about the {group.parts} parts of purchasing group E01, of {group.of_parts}" in said
    assert f"{group.nameless} parts name no group" in said
    others = {str(n) for n in found.parts.frame["part_number"]} - set(
        own.parts.frame["part_number"]
    )
    assert not [number for number in others if number in said]


def test_a_group_stands_behind_a_name_that_runs_from_right_to_left() -> None:
    found = grouped()
    frame = found.parts.frame.assign(supplier="מנועי הצפון")
    named = replace(found, parts=replace(found.parts, frame=frame))
    content = build_content(named, Catalogue("en"), scope=Scope("monday"))
    blocks = [block for section in content.sections for block in section.blocks]
    (line,) = (
        row.cells[0].text
        for block in blocks
        if isinstance(block, Table)
        for row in block.rows
        if "(E0" in row.cells[0].text
    )
    drawn = in_drawing_order(LEFT_TO_RIGHT + line if runs_left_to_right(line) else line)
    assert drawn.endswith((" (E01)", " (E02)"))


def test_a_group_nobody_is_of_is_said_with_those_there_are() -> None:
    with pytest.raises(CodedError) as failure:
        one_group(grouped(), "E99")
    assert failure.value.problem.code == "E_NOT_FOUND"
    assert "E01; E02" in Catalogue("en").say(failure.value.problem.remedy)


def test_whatever_is_known_of_a_part_goes_with_it_under_its_new_number() -> None:
    found = grouped()
    mapped = [
        f.name for f in fields(found.parts) if isinstance(getattr(found.parts, f.name), Mapping)
    ]
    assert {"marks", "sources", "requirements", "answered"} <= set(mapped)
    told = {name: {n: (name, n) for n in range(len(found.parts))} for name in mapped}
    told["marks"] = {}  # words of remarks, which are looked at on the way
    whole = replace(found, parts=replace(found.parts, **told))  # type: ignore[arg-type]
    own, _ = one_group(whole, "E02")
    kept = [n for n, owner in enumerate(found.parts.frame["owner"]) if owner == "E02"]
    for name in mapped:
        expected = {} if name == "marks" else {n: (name, before) for n, before in enumerate(kept)}
        assert getattr(own.parts, name) == expected, name
