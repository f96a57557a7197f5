"""The sentences every report carries, each under exactly its condition.

``front`` sentences stand with the result on the first pages, the others with the method.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from desktop_app.model.findings import Message, msg, nmsg
from desktop_app.model.licence import Licence
from desktop_app.report.view import View


@dataclass(frozen=True)
class Sentence:
    """``say`` gives the sentence, or None where its condition does not hold.

    ``outside``: it may also be read by another house, such as a supplier.
    """

    id: str
    front: bool
    say: Callable[[View], Message | None]
    outside: bool = False


def sentences(view: View, front: bool | None = None) -> Iterator[tuple[str, Message]]:
    """(id, sentence) of those whose condition holds; of both places unless one is asked for."""
    for sentence in SENTENCES:
        if view.is_outside and not sentence.outside:
            continue
        if front is None or sentence.front is front:
            said = sentence.say(view)
            if said is not None:
                yield sentence.id, said


def sentence(view: View, name: str) -> Message | None:
    """One sentence by id; None where its condition does not hold."""
    return next(found.say(view) for found in SENTENCES if found.id == name)


def announcements(view: View) -> int:
    """Number of announcements checked; their provisions count once."""
    return len({control.id for control in view.edition.controls})


def _parts(view: View, holds: Callable[[Licence], bool]) -> int:
    """Number of parts in the scope of the report whose verdict has a property."""
    return sum(size for kind, size in view.judged if holds(kind))


def _applies(view: View) -> Message | None:
    if not _parts(view, lambda kind: kind.verdict == "needed"):
        return None
    if view.is_outside:
        return msg(
            "The exporter in China applies for the licence and holds it; we supply the papers about "
            "the end user and the end use."
        )
    return msg(
        "The exporter in China applies for the licence and holds it; you supply the papers about "
        "the end user and the end use."
    )


def _unconfirmed(view: View) -> Message | None:
    open_ones = [c for c in view.edition.controls if c.status == "unconfirmed" and c.was_suspended]
    if not open_ones:
        return None
    ends: dict[date, list[str]] = {}
    for control in open_ones:
        ends.setdefault(control.since - timedelta(days=1), []).append(control.id)
    which = [
        view.text("{names} until {day}", names=view.announcements(ids), day=day)
        for day, ids in sorted(ends.items())
    ]
    return msg(
        "These controls were suspended: {which}. What has applied since then is not known to this "
        "program; we assume that a return would take effect at once.",
        which=view.catalogue.grouped(which),
    )


def _guidance(view: View) -> Message | None:
    outside = _parts(view, lambda kind: kind.basis == "guidance")
    if not outside:
        return None
    return nmsg(
        "{n} part is outside because of guidance by MOFCOM (its FAQ says 'generally'), not by the "
        "text of the announcement. Customs may see a part differently.",
        "{n} parts are outside because of guidance by MOFCOM (its FAQ says 'generally'), not by "
        "the text of the announcement. Customs may see a part differently.",
        outside,
    )


def _not_covered(view: View) -> Message | None:
    if not _parts(view, lambda kind: kind.verdict == "not_needed"):
        return None
    return nmsg(
        "Not covered means: not covered by the {n} announcement checked. Other Chinese export "
        "rules, ordinary export licences and questions by customs can still apply.",
        "Not covered means: not covered by the {n} announcements checked. Other Chinese export "
        "rules, ordinary export licences and questions by customs can still apply.",
        announcements(view),
    )


def _weak_source(view: View) -> Message | None:
    weak = any(control.weak_source for kind, _ in view.judged for control in kind.controls)
    if not weak:
        return None
    return msg(
        "Some verdicts rest on items of an announcement that were not read in an official text or "
        "reprint; they are treated like the others and marked 'weak source' in the reasons."
    )


def _exempt(view: View) -> Message | None:
    if not _parts(view, lambda kind: kind.basis == "exempt"):
        return None
    return msg(
        "Where a use is exempt, the announcement applies but frees this use; the duty that goes "
        "with it, such as a report within a set time, stands in the reasons of the part."
    )


def _composition(view: View) -> Message | None:
    turns_on_it = any(
        kind.by_grade
        or kind.basis in ("facts", "practice")
        or any("composition" in control.missing for control in kind.controls)
        for kind, _ in view.judged
    )
    if not turns_on_it:
        return None
    return msg(
        "No announcement states a minimum content for magnets: any intended or measured amount "
        "counts. That a report of {limit} mass % or less reads as absent is our assumption.",
        limit=view.settings.absent_mass_percent,
    )


def _names(view: View) -> Message | None:
    named = any(
        value is not None
        for name in ("supplier", "manufacturer")
        for value in view.parts.text(name).kinds
    )
    if not named:
        return None
    return msg(
        "Names were compared with the lists in the register. No match does not mean cleared; "
        "owners of {share} % or more were not checked.",
        share=view.settings.owner_share_percent,
    )


def _own_exports(view: View) -> Message | None:
    open_ones = [
        control
        for control in view.edition.controls
        if control.id in view.settings.own_exports and control.status in ("in_force", "unconfirmed")
    ]
    if not open_ones:
        return None
    return msg(
        "This report judges what you buy. Machines you export may themselves be subject to "
        "{number}; that was not assessed.",
        number=view.announcement(open_ones[0].id, open_ones[0].number),
    )


def _article_24(view: View) -> Message | None:
    if view.inquiry.destination not in view.settings.article_24:
        return None
    return msg(
        "Whether your company has been identified under Article 24(1) of Regulation (EU) 2024/1252 "
        "is not known to this program."
    )


def _probabilities(view: View) -> Message | None:
    if not view.has_estimates or not _parts(view, lambda kind: kind.verdict != "not_needed"):
        return None
    return msg(
        "Percentages beside a verdict are our estimate that a licence duty exists, with a low and "
        "a high value. They are for your own use: do not pass them to suppliers or authorities."
    )


def _as_last_read(view: View) -> Message | None:
    if view.inquiry.on <= view.edition.reviewed_through:
        return None
    return msg(
        "The day asked about lies after the last reading of the law: every status is given as "
        "last read on {day}.",
        day=view.edition.reviewed_through,
    )


def _thin(view: View) -> Message | None:
    if view.inquiry.on >= view.settings.thin_before:
        return None
    return msg(
        "The register is thin before {day}: it lacks {lacks}.",
        day=view.settings.thin_before,
        lacks=Message(view.settings.thin_lacks),
    )


def _catch_all(_view: View) -> Message:
    return msg(
        "Goods that no announcement lists can still need a licence for a military end use; that "
        "cannot be read from a parts list and is not part of any verdict here."
    )


SENTENCES = (
    Sentence("applies", True, _applies, outside=True),
    Sentence("unconfirmed", True, _unconfirmed, outside=True),
    Sentence("guidance", True, _guidance),
    Sentence("not_covered", True, _not_covered),
    Sentence("weak_source", True, _weak_source),
    Sentence("exempt", True, _exempt),
    Sentence("as_last_read", False, _as_last_read),
    Sentence("composition", False, _composition, outside=True),
    Sentence("names", False, _names),
    Sentence("own_exports", False, _own_exports),
    Sentence("article_24", False, _article_24),
    Sentence("probabilities", False, _probabilities),
    Sentence("thin", False, _thin),
    Sentence("catch_all", False, _catch_all),
)
