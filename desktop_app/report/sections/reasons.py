"""Why: the decision path of each part that needs a licence or is asked about."""

import numpy as np

from desktop_app.language.catalogue import isolated
from desktop_app.model.findings import Message, Reason, msg
from desktop_app.model.words import EVIDENCE_WORDS
from desktop_app.report.blocks import (
    Block,
    Cell,
    Column,
    Heading,
    Paragraph,
    Row,
    Section,
    Table,
)
from desktop_app.report.view import View

STEP_WORDS: dict[str, Message] = {
    "identity": msg("What it is"),
    "form": msg("Form"),
    "elements": msg("Elements"),
    "origin": msg("Made in, leaves China"),
    "destination": msg("Destination"),
    "status": msg("Law on that day"),
    "end_use": msg("Use"),
    "clock": msg("Time"),
    "shortage": msg("Shortage"),
    "verdict": msg("Result"),
}
FACTS = ("description", "magnet_grade", "material", "country_of_origin", "hs_code", "cas_number")
"""The cells a verdict reads most; their addresses are printed with the path."""


def reasons(view: View) -> Section:
    """One path per group of parts that were decided alike, the most urgent first."""
    groups = _alike(view)
    at_most = view.settings.limits["reasons"]
    blocks: list[Block] = [
        Paragraph(
            view.text(
                "Each step says what was looked at, what was found, and how good the evidence is: "
                "declared, exact, by kind, or a guess. A guess never decides a verdict. Parts that "
                "were decided by the same facts stand together."
            ),
            "note",
        )
    ]
    left_out = view.left_out(min(at_most, len(groups)), len(groups))
    if left_out is not None:
        blocks.append(Paragraph(view.say(left_out), "note"))
    for part_ids in groups[:at_most]:
        blocks += _path(view, part_ids)
    if not groups:
        blocks = [Paragraph(view.text("No part needs a licence or waits for an answer."))]
    return Section("reasons", view.text("Reasons, part by part"), tuple(blocks))


def _alike(view: View) -> list[list[int]]:
    """Parts of one licence kind and one recognised kind, in the order of their most urgent part."""
    chosen = np.asarray((view.verdicts == "needed") | (view.waits == "part"), dtype=np.bool_)
    licences, matches = view.assessment.licences.of, view.assessment.matches.of
    groups: dict[tuple[int, int], list[int]] = {}
    for part_id in view.ranked(chosen):
        key = (int(licences[part_id]), int(matches[part_id]))
        groups.setdefault(key, []).append(part_id)
    return list(groups.values())


def _path(view: View, part_ids: list[int]) -> list[Block]:
    first = part_ids[0]
    licence = view.licence(first)
    part, verdict = view.part(first), view.verdict(first)
    estimate = view.share(licence.applies)
    said = [
        view.text(
            "Result: {verdict}. Our estimate that a licence duty exists: {best} ({span}).",
            verdict=view.catalogue.grouped(word for word in (verdict.text, verdict.below) if word),
            best=estimate.text,
            span=estimate.below or estimate.text,
        ),
        *(view.say(flip) for flip in licence.flips),
    ]
    return [
        Heading(f"{part.below}  {part.text}" if part.below else part.text, 3),
        Paragraph(view.catalogue.sentences(said)),
        Paragraph(_who(view, part_ids), "note"),
        Table(
            f"path:{view.row_id(first)}",
            path_columns(view),
            path_rows(view, first),
            kin="path",
            headed=False,
        ),
    ]


def _who(view: View, part_ids: list[int]) -> str:
    """Supplier and place of the first part, the cells that were read, and the parts like it."""
    first, at_most = part_ids[0], view.settings.limits["alike"]
    said = [f"{isolated(view.supplier(first))} · {isolated(view.place(first))}"]
    cells = [view.parts.cell_of(first, name) for name in FACTS]
    last = [view.cell(ref).rpartition(" › ")[2] for ref in cells if ref is not None]
    if last:
        said.append(view.text("cells {cells}", cells=view.catalogue.listed(dict.fromkeys(last))))
    others = part_ids[1:]
    if others:
        names = [view.part(part_id) for part_id in others[:at_most]]
        listed = view.catalogue.listed(isolated(name.below or name.text) for name in names)
        if len(others) > at_most:
            listed = view.text("{parts} and {n} more", parts=listed, n=len(others) - at_most)
        said.append(view.text("decided alike: {parts}", parts=listed))
    return " · ".join(said)


def path_columns(view: View) -> tuple[Column, ...]:
    """Step, finding and evidence of a decision path."""
    return (
        Column(view.text("Step")),
        Column(view.text("What was found")),
        Column(view.text("Evidence")),
    )


def path_rows(view: View, part_id: int) -> tuple[Row, ...]:
    """The decision path of one part, a row per step."""
    return tuple(
        Row(
            f"{at}:{reason.step}",
            (
                Cell(view.say(STEP_WORDS[reason.step]) if reason.step in STEP_WORDS else ""),
                Cell(view.say(reason.message), reason.source or ""),
                Cell(view.say(EVIDENCE_WORDS[reason.evidence]) if reason.evidence else ""),
            ),
        )
        for at, reason in enumerate(_steps(view, part_id), start=1)
    )


def _steps(view: View, part_id: int) -> tuple[Reason, ...]:
    """Recognition first, then the steps of each control, then what was said of the whole part."""
    match, licence = view.assessment.matches[part_id], view.licence(part_id)
    found = [Reason("identity", reason, match.evidence) for reason in match.reasons]
    for control in licence.controls:
        found += control.steps
    return (*dict.fromkeys((*found, *licence.reasons)),)
