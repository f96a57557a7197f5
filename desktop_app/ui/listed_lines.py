"""Firms on a control or watch list: those shipped and those a user added, in words. Knows no Qt."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from desktop_app.language.catalogue import Catalogue
from desktop_app.model.findings import Message, msg, nmsg
from desktop_app.project.keys import folded
from desktop_app.project.own_law import ListedName, ListKind
from desktop_app.ui.recorded_lines import begun

if TYPE_CHECKING:
    from desktop_app.model.assessment import Assessment
    from desktop_app.model.inquiry import Inquiry
    from desktop_app.project.recorded import Recorded
    from desktop_app.register.control import Edition, ListedEntity

LIST_WORDS: Mapping[ListKind, Message] = {
    "control": msg("Control list"),
    "watch": msg("Watch list"),
}
SAID_IN = frozenset(("identity", "end_use", "verdict"))
"""Steps of a verdict that name a listed firm."""


@dataclass(frozen=True, slots=True)
class ListedLine:
    """One firm. ``says``: paragraphs; ``parts``: (id, name) of those whose verdict names it;
    ``record``: what the user added, None for a firm that came with the register."""

    key: str
    title: str
    beside: str
    says: tuple[str, ...]
    parts: tuple[tuple[int, str], ...]
    record: ListedName | None


class Draft(NamedTuple):
    """The form as it stands. Fields as in :class:`ListedName`; other names with commas between."""

    name: str
    listed: ListKind = "control"
    since: date | None = None
    announcement: str = ""
    source: str = ""
    country: str = ""
    aliases: str = ""
    by: str = ""


def faults_of(draft: Draft) -> Sequence[tuple[str, Message]]:
    """What is missing, each with its field; empty where it can be recorded."""
    from desktop_app.intake.values import country_of

    found = [
        (field, words)
        for field, words in (
            ("name", msg("Give the name as the list writes it.")),
            ("announcement", msg("Say which announcement or list names it.")),
            ("source", msg("Say where it was read: a name without its source is worth nothing later.")),
            ("by", msg("Say who read it.")),
        )
        if not getattr(draft, field).strip()
    ]  # fmt: skip
    if draft.name.strip() and not folded(draft.name):
        found.append(("name", msg("A name has letters.")))
    if draft.country.strip() and country_of(draft.country) is None:
        found.append(("country", msg(
            "No country is called so; write its name or its code of two letters."
        )))  # fmt: skip
    return found


def name_of(draft: Draft, on: date) -> ListedName:
    """The record. Raises ValueError where ``faults_of`` names something."""
    from desktop_app.intake.values import country_of

    if faults_of(draft):
        raise ValueError("the form is not complete")
    others = tuple(words.strip() for words in draft.aliases.split(",") if words.strip())
    return ListedName(
        draft.name.strip(), draft.listed, draft.since or on, draft.announcement.strip(),
        draft.source.strip(), draft.by.strip(), on,
        country_of(draft.country) or "" if draft.country.strip() else "", others,
    )  # fmt: skip


def draft_of(record: ListedName, catalogue: Catalogue) -> Draft:
    """The form of a record."""
    return Draft(
        record.name, record.listed, record.since, record.announcement, record.source,
        catalogue.country(record.country) if record.country else "", ", ".join(record.aliases),
        record.by,
    )  # fmt: skip


def listed_lines(
    edition: "Edition",
    recorded: "Recorded | None",
    made: "Assessment | None",
    catalogue: Catalogue,
    words: str = "",
) -> tuple[ListedLine, ...]:
    """Added names first, then those of the register; of the names that hold all ``words``.

    ``edition``: as shipped, without what the project adds.
    """
    own = () if recorded is None else tuple(reversed(recorded.listed))
    found = parts_naming({e.name for e in edition.entities} | {n.name for n in own}, made)
    numbers = {control.id: control.number for control in edition.controls}
    lines = [_own_line(name, found.get(name.name, ()), catalogue) for name in own]
    lines += [
        _shipped_line(e, numbers.get(e.control, e.control), found.get(e.name, ()), catalogue)
        for e in edition.entities
    ]
    wanted = words.casefold().split()
    return tuple(
        line for line in lines
        if all(w in " ".join((line.title, line.beside, *line.says)).casefold() for w in wanted)
    )  # fmt: skip


def lead_words(edition: "Edition", catalogue: Catalogue) -> str:
    """How many of the announced names are known, and what that does not mean."""
    from desktop_app.register.control import names_known

    lists = [names_known(edition, control) for control in edition.controls]
    held, announced = (sum(pair[at] for pair in lists) for at in (0, 1))
    said = catalogue.say(nmsg(
        "{held} of {n} name known: not matched is not cleared.",
        "{held} of {n} names known: not matched is not cleared.",
        announced, held=held,
    ))  # fmt: skip
    more = catalogue.text(
        "Suppliers, makers and named buyers are compared by the words a name begins with. Add a firm "
        "that you read to be listed elsewhere."
    )
    return catalogue.sentences((said, more))


def side_words(
    edition: "Edition", recorded: "Recorded | None", inquiry: "Inquiry", catalogue: Catalogue
) -> tuple[str, ...]:
    """What the lists say of buyer, consignee and end user, a sentence each."""
    from desktop_app.project.users import user_notes

    if recorded is None:
        return ()
    notes = user_notes(recorded, recorded.on_edition(edition), inquiry)
    return tuple(map(catalogue.say, notes))


def parts_naming(
    names: set[str], made: "Assessment | None"
) -> Mapping[str, tuple[tuple[int, str], ...]]:
    """By name of a firm the parts whose verdict says that a name resembles it."""
    if made is None:
        return {}
    from desktop_app.assessment.answer import part_name

    of_kind: dict[int, set[str]] = {}
    for code, kind in enumerate(made.licences.kinds):
        said = {
            str(dict(reason.message.args).get("name", ""))
            for reason in kind.reasons
            if reason.step in SAID_IN
        }
        if said & names:
            of_kind[code] = said & names
    found: dict[str, list[tuple[int, str]]] = {}
    if not of_kind:
        return {}
    for part_id, code in enumerate(made.licences.of.tolist()):
        for name in of_kind.get(code, ()):
            found.setdefault(name, []).append((part_id, part_name(made, part_id)))
    return {name: tuple(parts) for name, parts in found.items()}


def _own_line(
    record: ListedName, parts: tuple[tuple[int, str], ...], catalogue: Catalogue
) -> ListedLine:
    text = catalogue.text
    who = text("added by {name} on {day}", name=record.by, day=record.on)
    says = [
        text("{list}, since {day}.", list=LIST_WORDS[record.listed], day=record.since),
        text("Announced in {document}.", document=record.announcement),
        text("Read in {source}.", source=record.source),
        begun(who, record.by),
    ]
    _add_names(says, record.aliases, record.country, catalogue)
    return ListedLine(
        f"own/{record.key}", record.name, _beside(who, parts, catalogue), tuple(says), parts, record
    )


def _shipped_line(
    entity: "ListedEntity", number: str, parts: tuple[tuple[int, str], ...], catalogue: Catalogue
) -> ListedLine:
    text = catalogue.text
    kind = LIST_WORDS[entity.list]
    says = [
        text("{list}, since {day}.", list=kind, day=entity.since),
        text("Announced in {document}.", document=Message(number)),
        text("It came with the register and cannot be taken off here."),
    ]
    _add_names(says, entity.aliases, entity.country, catalogue)
    beside = _beside(catalogue.say(kind), parts, catalogue)
    key = f"shipped/{entity.control}/{folded(entity.name)}"
    return ListedLine(key, entity.name, beside, tuple(says), parts, None)


def _add_names(says: list[str], aliases: Sequence[str], country: str, catalogue: Catalogue) -> None:
    if country:
        says.append(catalogue.country(country))
    if aliases:
        says.append(catalogue.text("Also: {names}", names=catalogue.grouped(aliases)))


def _beside(words: str, parts: tuple[tuple[int, str], ...], catalogue: Catalogue) -> str:
    if not parts:
        return words
    said = nmsg("resembled by {n} part", "resembled by {n} parts", len(parts))
    return f"{words} · {catalogue.say(said)}"
