"""What a user recorded about the state of the law, and how it lies on the register's timelines.

Rules: verdicts in this program's README, "recorded legal status": only an official text or written
advice by named counsel changes verdicts; it stands until its date to look again, then the state is
unconfirmed as before.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal, TypeAlias

from desktop_app.model.licence import StatusName
from desktop_app.project.rules import project_rules
from desktop_app.register.control import STATES, Control, Edition, Provision, Source, Step

SourceKind: TypeAlias = Literal["official_text", "counsel", "press"]
SOURCE_KINDS: tuple[SourceKind, ...] = ("official_text", "counsel", "press")
DECIDING: frozenset[SourceKind] = frozenset(("official_text", "counsel"))


@dataclass(frozen=True, slots=True)
class LegalStatus:
    """The state of one provision from ``since`` on, by a document.

    ``control`` and ``provision`` as in the register ("" where an announcement has only one);
    ``said``: what the document says; ``until``: last day of a suspension, where it names one;
    ``counsel``: name of the lawyer where the source is written advice; ``file``: name of the kept
    document; ``recorded_by`` and ``recorded_on``: who read it and when. Raises ValueError where a
    required statement is missing or days contradict each other. A date to look again that is too
    far off is refused when it is recorded (``check_look_again``), never when it is read: the limit
    may change, and a project must still open.
    """

    control: str
    provision: str
    state: StatusName
    since: date
    said: str
    document_number: str
    document_date: date
    source_kind: SourceKind
    recorded_by: str
    recorded_on: date
    look_again: date
    until: date | None = None
    counsel: str = ""
    file: str = ""
    url: str = ""

    def __post_init__(self) -> None:
        """Checks what the rules demand of a record."""
        if self.source_kind not in SOURCE_KINDS or self.state not in STATES:
            raise ValueError(f"no kind of source {self.source_kind!r} or state {self.state!r}")
        for name in ("control", "said", "document_number", "recorded_by"):
            if not getattr(self, name).strip():
                raise ValueError(f"a recorded legal status needs its {name}")
        if self.source_kind == "counsel" and not self.counsel.strip():
            raise ValueError("written advice needs the name of counsel")
        if self.look_again < self.recorded_on:
            raise ValueError(f"look again before {self.recorded_on}, the day it is recorded")
        if self.since > self.look_again or (self.until is not None and self.until < self.since):
            raise ValueError("the state begins after its last day")

    @property
    def key(self) -> str:
        """A later record about the same provision replaces this one."""
        return f"{self.control}/{self.provision}"

    @property
    def stands_until(self) -> date:
        """Its last day: the date to look again, at most as far off as the rules allow."""
        limit = timedelta(days=project_rules().look_again_days)
        return min(self.look_again, self.recorded_on + limit)

    @property
    def decides(self) -> bool:
        """Whether this kind of source may change verdicts."""
        return self.source_kind in DECIDING


def check_look_again(status: LegalStatus) -> None:
    """Raises ValueError where the date to look again is farther off than the rules allow."""
    if status.look_again > status.stands_until:
        raise ValueError(f"look again by {status.stands_until} at the latest")


def due(statuses: Iterable[LegalStatus], today: date) -> tuple[LegalStatus, ...]:
    """The records past their date to look again."""
    return tuple(status for status in statuses if status.stands_until < today)


def lay_statuses(edition: Edition, statuses: Sequence[LegalStatus]) -> Edition:
    """The register with the recorded states of the law in its timelines.

    Records of the press, and of provisions the register does not have, change nothing.
    """
    deciding = {(s.control, s.provision): s for s in statuses if s.decides}
    if not deciding:
        return edition
    controls = tuple(_with(control, deciding) for control in edition.controls)
    return replace(edition, controls=controls, by_id={control.id: control for control in controls})


def _with(control: Control, deciding: dict[tuple[str, str], LegalStatus]) -> Control:
    if not any((control.id, provision.id) in deciding for provision in control.provisions):
        return control
    return replace(
        control,
        provisions=tuple(
            _laid(provision, status)
            if (status := deciding.get((control.id, provision.id)))
            else provision
            for provision in control.provisions
        ),
    )


def _laid(provision: Provision, status: LegalStatus) -> Provision:
    """Before ``since`` as the register says; then as recorded; then unconfirmed again."""
    last = min(status.until or date.max, status.stands_until)
    again = last + timedelta(days=1)
    open_step = next((s for s in provision.timeline if s.state == "unconfirmed"), None)
    recorded = Step(status.since, status.state, _source(status))
    after = replace(open_step or recorded, since=again, state="unconfirmed")
    kept = [s for s in provision.timeline if s.since < status.since]
    later = [s for s in provision.timeline if s.since > again]
    return replace(provision, timeline=(*kept, recorded, after, *later))


def _source(status: LegalStatus) -> Source:
    return Source(
        title=f"{status.document_number}: {status.said}",
        url=status.url or status.file or status.document_number,
        language="",
        retrieved=status.recorded_on,
        grade="A" if status.source_kind == "official_text" else "B",
    )
