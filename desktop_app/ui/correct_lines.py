"""What can be corrected of one part, what was typed, and what was corrected before. Knows no Qt."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from desktop_app.language.catalogue import Catalogue
from desktop_app.model.findings import Message, msg
from desktop_app.model.parts import FLAG_FIELDS, NUMBER_FIELDS
from desktop_app.project.corrections import Correction, Fact, correct
from desktop_app.project.decisions import REVIEWED_EMPTY, Confirmation
from desktop_app.project.keys import index_of
from desktop_app.project.recorded import Recorded
from desktop_app.ui.field_words import FIELD_WORDS

if TYPE_CHECKING:
    from desktop_app.model.assessment import Assessment
    from desktop_app.model.parts import PartTable
    from desktop_app.ui.part_sheet import PartSheet

TYPED = (
    "country_of_origin", "manufacturer", "hs_code", "unit_mass_g", "magnet_grade", "material",
    "stock_on_hand", "annual_quantity", "lead_time_days",
)  # fmt: skip
"""Fields offered, in the order in which they decide something."""
UNITS = {"unit_mass_g": msg("g"), "lead_time_days": msg("days")}
AMOUNTS = frozenset({"stock_on_hand", "annual_quantity"})
"""Fields that count in the unit of the list."""
HS_DIGITS = (6, 10)
RIGHT, NOT_THIS, EMPTY, AS_IT_IS = "right", "not", "none", ""
YES, NO = "yes", "no"


@dataclass(frozen=True, slots=True)
class Asked:
    """A part to be corrected: as imported, as it is shown, and what it was recognised as."""

    imported: "PartTable"
    shown: "PartTable"
    part_id: int
    family: str

    def text(self, field: str, catalogue: Catalogue) -> str:
        """The fact as it stands, to be typed over; "" where it is not known."""
        value = self.shown.value(self.part_id, field)
        if value is None:
            return ""
        if field in NUMBER_FIELDS:
            return catalogue.number(float(value), None)
        return str(value)

    @property
    def leaves(self) -> str:
        """Whether it leaves China as the list stands: yes, no, or "" where nobody said."""
        return {True: YES, False: NO, None: ""}[self.shown.value(self.part_id, "leaves_china")]

    @property
    def label(self) -> str:
        """What the part is called."""
        named = (
            self.imported.value(self.part_id, n) for n in ("part_number", "mpn", "description")
        )
        return str(next((name for name in named if name), ""))


def read_typed(
    asked: Asked, typed: Mapping[str, str], leaves: str, reason: str, catalogue: Catalogue
) -> tuple[tuple[Correction, ...], tuple[tuple[str, Message], ...]]:
    """Corrections of what was typed otherwise, and what is wrong by field. Nothing is corrected
    while anything is wrong."""
    made: list[Correction] = []
    wrong: list[tuple[str, Message]] = []
    for field, words in typed.items():
        if words.strip() == asked.text(field, catalogue):
            continue
        try:
            made.append(_correction(asked, field, _fact(field, words.strip(), catalogue), reason))
        except ValueError:
            wrong.append((field, _WANTED.get(field, _NUMBER)))
    if leaves != asked.leaves:
        flag = {YES: True, NO: False}.get(leaves)
        made.append(_correction(asked, "leaves_china", flag, reason))
    return (() if wrong else tuple(made)), tuple(wrong)


_NUMBER = msg("This needs a number.")
_WANTED = {
    "country_of_origin": msg("No country is called so; write its name or its code of two letters."),
    "hs_code": msg("An HS code has six to ten digits."),
}


def _correction(asked: Asked, field: str, value: Fact, reason: str) -> Correction:
    index = index_of(asked.imported)
    return correct(index, asked.shown, asked.part_id, field, value, reason=reason)


def _fact(field: str, words: str, catalogue: Catalogue) -> Fact:
    """Raises ValueError where the words are no such fact; nothing typed makes it unknown."""
    if not words:
        return None
    if field in NUMBER_FIELDS:
        return number_of(words, catalogue)
    if field == "country_of_origin":
        from desktop_app.intake.values import country_of

        code = country_of(words)
        if code is None:
            raise ValueError(words)
        return code
    if field == "hs_code":
        digits = "".join(sign for sign in words if sign not in " .-")
        if not (digits.isascii() and digits.isdigit()) or not HS_DIGITS[0] <= len(digits) <= HS_DIGITS[1]:  # fmt: skip
            raise ValueError(words)
        return digits
    return words


def number_of(words: str, catalogue: Catalogue) -> float:
    """A number as the language of the window writes it. Raises ValueError; none below zero."""
    from babel.numbers import NumberFormatError, parse_decimal

    try:
        value = float(parse_decimal(words, locale=catalogue.locale, strict=True))
    except NumberFormatError as wrong:
        raise ValueError(words) from wrong
    if value < 0:
        raise ValueError(words)
    return value


def kind_decision(asked: Asked, answer: str, reason: str, by: str, on: date) -> Confirmation | None:
    """What was said of the kind of this one part. ``answer``: a family's id, or one of RIGHT,
    NOT_THIS, EMPTY; None for AS_IT_IS."""
    if answer == AS_IT_IS:
        return None
    instead = {RIGHT: "", NOT_THIS: "", EMPTY: REVIEWED_EMPTY}.get(answer, answer)
    key = index_of(asked.imported).key_of(asked.part_id)
    return Confirmation(
        asked.family, is_right=answer == RIGHT, parts=(key,), reason=reason, instead=instead,
        by=by, on=on,
    )  # fmt: skip


def with_corrections(
    recorded: Recorded | None, made: Sequence[Correction], kind: Confirmation | None
) -> Recorded:
    """What is recorded, with more corrections and what was said of the kind."""
    before = recorded or Recorded()
    after = replace(before, corrections=(*before.corrections, *made))
    if kind is None:
        return after
    kept = tuple(c for c in before.confirmations if c.key != kind.key)
    return replace(after, confirmations=(*kept, kind))


def without_correction(recorded: Recorded, gone: Correction) -> Recorded | None:
    """What is recorded without one correction; None where nothing is left."""
    made = replace(recorded, corrections=tuple(c for c in recorded.corrections if c != gone))
    return None if made == Recorded() else made


@dataclass(frozen=True, slots=True)
class MadeLine:
    """A correction of the part made before: in words, and whether it still fits the file."""

    correction: Correction
    words: str
    state: str


def made_lines(
    recorded: Recorded | None, asked: Asked, catalogue: Catalogue
) -> tuple[MadeLine, ...]:
    """The corrections of one part, the last of each field, with what became of them."""
    if recorded is None:
        return ()
    key = index_of(asked.imported).key_of(asked.part_id)
    lines = []
    for laid in recorded.fits(asked.imported):
        made = laid.correction
        same = (made.part.number, made.part.supplier) == (key.number, key.supplier)
        if asked.part_id not in laid.parts and not (laid.fit != "fits" and same):
            continue
        state = catalogue.say(_FITS[laid.fit]) if laid.fit in _FITS else ""
        if laid.fit == "changed":
            state = catalogue.text("not used: the file now says {now}", now=laid.file_says)
        lines.append(MadeLine(made, catalogue.say(correction_words(made)), state))
    return tuple(lines)


_FITS = {
    "settled": msg("the file now says the same"),
    "gone": msg("the part is in none of the files now"),
}


def correction_words(made: Correction) -> Message:
    """What was put in place of what, and why."""
    said = msg(
        "{field}: {new} in place of {old}",
        field=FIELD_WORDS.get(made.field, Message(made.field)),
        new=_said(made.field, made.new),
        old=_said(made.field, made.imported),
    )
    return msg("{correction} ({reason})", correction=said, reason=made.reason) if made.reason else said  # fmt: skip


def _said(field: str, value: Fact) -> Message | str | float | date:
    if value is None:
        return msg("not known")
    if field in FLAG_FIELDS or isinstance(value, bool):
        return msg("yes") if value else msg("no")
    return value


def told(sheet: "PartSheet", made: Sequence[MadeLine], catalogue: Catalogue) -> "PartSheet":
    """The reasons of a part say of every corrected fact that it was corrected, not read."""
    if not made:
        return sheet
    fitting = {
        catalogue.say(FIELD_WORDS.get(line.correction.field, Message(line.correction.field)))
        for line in made
        if not line.state
    }
    corrected = catalogue.text("corrected")
    facts = tuple(
        (title, value, corrected if title in fitting else cell)
        for title, value, cell in sheet.facts
    )
    remarks = tuple(": ".join(w for w in (line.words, line.state) if w) for line in made)
    return replace(sheet, facts=facts, remarks=(*sheet.remarks, *remarks))


def described(
    assessment: "Assessment",
    part_id: int,
    catalogue: Catalogue,
    imported: "PartTable | None",
    recorded: Recorded | None,
) -> "PartSheet":
    """The reasons of a part, its corrections included where there are any."""
    from desktop_app.ui.part_sheet import describe_part

    sheet = describe_part(assessment, part_id, catalogue)
    if imported is None or recorded is None or len(imported) != len(assessment.parts):
        return sheet
    asked = Asked(imported, assessment.parts, part_id, "")
    return told(sheet, made_lines(recorded, asked, catalogue), catalogue)
