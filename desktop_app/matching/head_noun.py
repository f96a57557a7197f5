"""Which of several things in one phrase names the line.

English, German, Japanese, Chinese and Korean put the head noun last, French, Spanish and Italian
first; a figure between two things separates what the line is from what it is fitted with.
"""

import re
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from desktop_app.matching.edges import figure_follows, size_follows
from desktop_app.matching.lexicon import Word
from desktop_app.matching.mere_nouns import (
    without_fuel,
    without_medium,
    without_plain_machine,
    without_platform,
    without_plug,
    without_powered,
    without_said_again,
    without_syllable,
)

if TYPE_CHECKING:
    from desktop_app.register.family_roles import FamilyRoles
    from desktop_app.register.word_lists import WordLists


class Thing(NamedTuple):
    """A named thing and where it stands in the normalised text."""

    start: int
    end: int
    word: Word


BEARING_KINDS = ("family", "stuff")
OTHER_KINDS = ("other", "shape")
_MODEL = "model"
"""The number of a model, in the table of what only describes."""
_FERRITE = re.compile("ferrite?s?", re.IGNORECASE)
_DIGIT = re.compile(r"\d")
_HANGUL = re.compile("[가-힣][가-힣 ]*")
_SIZE_LAST = re.compile(r"\d$|(?<!\w)\d+[^\W\d_]$")
"""A size at the end of a name, also with its unit: NEMA 17, servo 9g; not the code of a lamp, D2S."""
_SIZE_ALONE = re.compile(r"[A-Za-z]+ ?\d+")
"""A size that alone names a motor: behind a gear box it is that of its flange (planetary gearbox NEMA 23)."""
_THREAD = re.compile(r" m\d{1,2}(?:[.,]\d)? ? ?$")
"""A metric thread right before a word: an M6 stud is a feature of the magnet named before it."""


@lru_cache(maxsize=4)
def _on(lists: "WordLists") -> re.Pattern[str]:
    """Between a service and the plant it is done on; the languages with the head noun first need none."""
    return re.compile(f" (?:{lists.any_of('of-the')}) ", re.IGNORECASE)


def choose(
    text: str, things: list[Thing], noun_first: bool, lists: "WordLists"
) -> tuple[Thing, Thing | None, bool]:
    """(head, rival, clear) of the things of one phrase of a normalised text.

    ``noun_first``: whether a word of a language that puts the head noun first was found.
    """
    return _Phrase(text, noun_first, lists).choose(things)


def named_elements(head: Thing, rival: Thing | None, roles: "FamilyRoles") -> tuple[str, ...]:
    """Rare earths that the name of the line itself names; of a target also its alloy's."""
    is_target = head.word.value == roles.target and rival is not None and rival.word.kind == "stuff"
    return head.word.elements or (rival.word.elements if is_target and rival else ())


class _Phrase:
    """One phrase and what is known of its language."""

    def __init__(self, text: str, noun_first: bool, lists: "WordLists") -> None:
        self.lists = lists
        self.roles = lists.roles
        self.text = text
        self.noun_first = noun_first

    def choose(self, things: list[Thing]) -> tuple[Thing, Thing | None, bool]:
        things = [t for t in things if t.word.kind != "matter"] or things
        things = without_said_again(without_platform(things, self.lists))
        things = without_fuel(things, self.lists)
        things = self._without_features(without_plug(things, self.roles))
        things = without_powered(without_plain_machine(things, self.roles), self.text, self.roles)
        things = without_syllable(without_medium(things, self.roles), self.text, self.roles)
        things = self._without_coated(self._without_pumped(things))
        if self._is_service(things):
            return things[0], things[1], True
        if any(is_magnet(t, self.roles) for t in things):
            things = [
                t for t in things if t.word.kind != "shape" or t.word.value == self.roles.wire
            ]
            things = self._without_box(things)
        stuff = [t for t in things if t.word.kind == "stuff"]
        if stuff and all(
            t in stuff or t.word.kind == "shape" or t.word.value in self.roles.shapes
            for t in things
        ):
            return stuff[0], stuff[-1] if len(stuff) > 1 else None, True
        if stuff and len(stuff) < len(things):
            things = [t for t in things if t.word.kind != "shape"]
        bearing = [t for t in things if t.word.kind in BEARING_KINDS]
        if not bearing:
            return self._by_order([t for t in things if t.word.kind != "shape"] or things)
        if self._is_household(things):
            things = things[1:]
        things = self._without_driven(things)
        if things[0].word.kind in OTHER_KINDS:
            return things[0], bearing[0], True
        found = self._with_other(things)
        if found:
            return found
        head, rival, _ = self._by_order(things)
        if head.word.kind == "weak" and rival and self._apart(head, rival):
            return rival, head, False
        if self._is_stand(head, rival):
            head = head._replace(word=head.word._replace(kind="other", value=self.roles.mechanical))
        return head, rival if rival and rival.word.kind in BEARING_KINDS else None, True

    def _with_other(self, things: list[Thing]) -> tuple[Thing, Thing | None, bool] | None:
        """The choice where a thing that holds nothing stands behind a bearing one."""
        for position, thing in enumerate(things):
            if thing.word.kind not in OTHER_KINDS:
                continue
            if self._is_noun_first(things):
                return things[0], thing, not self._is_bought_for(things, position)
            near = 1 if thing.word.kind == "shape" else 5 if self._is_drive(thing) else 0
            if near and self._is_motor_behind(things, position, near):
                continue
            behind = things[position + 1 : position + 2]
            if thing.word.value in self.roles.plants and behind and self._is_aside(behind[0]):
                return behind[0], thing, True
            before = things[position - 1]
            if self._is_compound_before(before, thing):
                head, _, _ = self.choose(things[:position])
                return head, thing, self._is_held(thing)
            is_last = all(map(self._is_where_used, things[position + 1 :]))
            apart = self._apart(before, thing) or (is_last and self._is_built_into(before, thing))
            if before.word.kind in BEARING_KINDS and apart:
                head, _, _ = self.choose(things[:position])
                ends = is_last and not self._is_no_rival(thing)
                return head, thing if ends else None, not ends
            return thing, before, True
        return None

    def _is_stand(self, thing: Thing, of: Thing | None) -> bool:
        """Whether a word for a stator means what the device before it stands on: Laptop-Ständer."""
        is_device = of is not None and of.word.value in self.roles.products
        return is_device and thing.word.text in self.lists.of("stand")

    def _is_compound_before(self, thing: Thing, other: Thing) -> bool:
        """Whether a magnet's compound of one word stands right before what it holds or works on: "Magnetfuß
        Leuchte". Were the second noun what is bought, it would be joined to the first; only of what is
        bought for many things (its cover, its screw) the blank tells nothing."""
        name = thing.word.text
        if not (is_assembly(thing, self.roles) and name.isalpha() and name[0].isascii()):
            return False
        is_next = not self.text[thing.end : other.start + 1].strip()
        if not is_next or other.word.text.casefold() in self.lists.of("of-a-magnet"):
            return False
        return other.word.value not in self.roles.bought_for_magnets

    def _is_held(self, other: Thing) -> bool:
        return self._is_where_used(other) or other.word.text in self.lists.of("held-by-magnet")

    def _is_where_used(self, other: Thing) -> bool:
        return other.word.text in self.lists.of("built-into")

    def _is_built_into(self, thing: Thing, other: Thing) -> bool:
        """Whether a motor or magnet is named before what it is built into: a stepper motor for a valve."""
        if not self._is_where_used(other):
            return False
        is_motor = thing.word.kind == "family" and thing.word.value in self.roles.motors
        return is_motor or is_assembly(thing, self.roles)

    def _is_bought_for(self, things: list[Thing], position: int) -> bool:
        """Whether the line ends in a noun that is mostly bought for a device, right behind one: in lists
        "servomoteur câble" is as often the cable as the motor with it. A figure says of which size it is
        on the device: "servomoteur câble 3 m"."""
        thing, before = things[position], things[position - 1]
        is_last = position + 1 == len(things) and not self.text[thing.end :].strip()
        is_next = not self.text[before.end : thing.start + 1].strip()
        is_bought = thing.word.text.casefold() in self.lists.of("bought-for")
        return is_last and is_next and is_bought and not _DIGIT.search(self.text)

    def _is_aside(self, thing: Thing) -> bool:
        return thing.word.value in self.roles.asides

    def _is_no_rival(self, thing: Thing) -> bool:
        return self._is_aside(thing) or thing.word.value == self.roles.feature

    def _is_motor_behind(self, things: list[Thing], position: int, near: int) -> bool:
        """Whether right behind a shape or drive a motor follows, of which it is the kind: drum motor."""
        behind = things[position + 1 : position + 2]
        return bool(behind) and (
            behind[0].word.kind == "family"
            and behind[0].word.value in self.roles.motors
            and behind[0].start <= things[position].end + near
        )

    def _is_drive(self, thing: Thing) -> bool:
        return thing.word.value == self.roles.drive

    def _is_household(self, things: list[Thing]) -> bool:
        """Whether a household thing stands before what is bought for it: a curtain motor."""
        return things[0].word.value == self.roles.household and not self._is_noun_first(things)

    def _without_pumped(self, things: list[Thing]) -> list[Thing]:
        """The things without a liquid right before the pump or compressor that moves it: 냉각수 전동펌프."""
        if self._is_noun_first(things):
            return things
        moved = [
            thing.word.value == self.roles.chemical
            and behind.word.kind == "family"
            and behind.word.value in self.roles.driven
            and not self._apart(thing, behind)
            for thing, behind in pairwise(things)
        ]
        return [t for t, is_moved in zip(things, [*moved, False], strict=True) if not is_moved]

    def _without_coated(self, things: list[Thing]) -> list[Thing]:
        """The things without what the last one says to be coated: ring Y2O3 coated."""
        last = things[-1].word.value
        if last not in self.roles.coated:
            return things
        return [t for t in things[:-1] if not self.lists.describes(last, t.word.value)] + things[
            -1:
        ]

    def _without_driven(self, things: list[Thing]) -> list[Thing]:
        """The things without what a motor behind them drives, or a loudspeaker is built into: in a garage door
        motor the door. Where the head stands first, or a figure between, the motor only describes it."""
        place = 0
        while place + 1 < len(things) and (
            things[place].word.text in self.lists.of("driven") or self._is_moved(things, place)
        ):
            place += 1
        motor = things[place]
        if not place or self._is_noun_first(things) or self._apart(things[place - 1], motor):
            return things
        geared = things[place - 1].word.value == self.roles.gear
        if geared and motor is things[-1] and _SIZE_ALONE.fullmatch(motor.word.text):
            return things
        is_one = motor.word.value in self.roles.motors or motor.word.value in self.roles.speakers
        return things[place:] if is_one and motor.word.kind == "family" else things

    def _is_moved(self, things: list[Thing], place: int) -> bool:
        """Whether an ordinary thing of Korean stands right before the bare word for a motor, which ends the
        line: there the blank parts no words of a compound, so that 히터 모터 is what turns a heater's fan."""
        moved, motor = things[place : place + 2]
        is_bare = motor.word.kind == "family" and motor.word.value == self.roles.any_motor
        if not (is_bare and place + 2 == len(things) and moved.word.kind in OTHER_KINDS):
            return False
        is_korean = all(_HANGUL.fullmatch(t.word.text) for t in (moved, motor))
        between = self.text[moved.end + 1 : motor.start].strip()
        return is_korean and not between and not _HANGUL.search(self.text, motor.end + 1)

    def _is_service(self, things: list[Thing]) -> bool:
        """Whether a service is named and then the plant it is done on: maintenance of a furnace."""
        if len(things) == 1 or not self._is_aside(things[0]):
            return False
        between = self.text[things[0].end : things[1].start + 1]
        return things[1].word.value in self.roles.plants and bool(_on(self.lists).search(between))

    def _without_box(self, things: list[Thing]) -> list[Thing]:
        """The things without a box before a magnet, which is one for boxes where the head stands last."""
        is_box = things[0].word.value == self.roles.box
        is_for_box = is_box and is_magnet(things[-1], self.roles)
        return things[1:] if is_for_box and not self._is_noun_first(things) else things

    def _without_features(self, things: list[Thing]) -> list[Thing]:
        """The things but for those that only describe the one named before them: the M6 stud of a
        magnet, the machine that a motor goes into, its shaft in French, the XT60 of a battery, the
        18650 of its holder, the catalyst that an oxygen sensor sits before, the blank of an optical glass."""
        first, roles = things[0].word, self.roles
        leads = self._is_noun_first(things)
        return [
            t
            for place, t in enumerate(things)
            if not place
            or not (
                (is_magnet(things[0], roles) and _THREAD.search(self.text, 0, t.start + 1))
                or (t.word.value in roles.products and first.kind == "family")
                or (leads and t.word.value == roles.feature)
                or (t.word.text.isdecimal() and first.value in roles.sized_holders)
                or self.lists.describes(first.value, t.word.value)
                or (first.value in roles.glasses and t.word.kind == "shape")
            )
        ]

    def _by_order(self, things: list[Thing]) -> tuple[Thing, Thing | None, bool]:
        """The last thing, or the first where the language puts the head noun first."""
        if len(things) == 1:
            return things[0], None, True
        first, last = things[0], things[-1]
        if first.word.kind not in BEARING_KINDS:
            last = first
            for thing in things[1:]:
                if self._apart(first, thing):
                    break
                last = thing
        specified = first.word.kind == last.word.kind == "family" and self._apart(first, last)
        if specified or self._is_noun_first(things) or self._is_own_magnet(first, last):
            return first, last, True
        return last, first, True

    def _is_own_magnet(self, machine: Thing, magnet: Thing) -> bool:
        """Whether a motor or generator is named and then that it has permanent magnets: a "wind turbine
        generator permanent magnet". With its size behind it a magnet is bought for one."""
        is_machine = machine.word.kind == "family" and machine.word.value in self.roles.excited
        return (
            is_machine
            and magnet.word.value == self.roles.any_magnet
            and magnet.word.text in self.lists.of("permanent-magnet")
            and not size_follows(self.text, magnet.end)
        )

    def _is_noun_first(self, things: list[Thing]) -> bool:
        """Whether a phrase is of a language that puts the head noun first."""
        known = sum(t.word.noun_first for t in things) * 2
        others = len(things) - things[0].word.noun_first
        if known == others and things[0].word.either:
            return True  # motor brushless cortina
        return self.noun_first or known > others

    def _apart(self, one: Thing, other: Thing) -> bool:
        """Whether a figure stands between two things, so that they are no compound."""
        first, last = sorted((one, other), key=lambda thing: thing.start)
        if _DIGIT.search(self.text, first.end, last.start):
            return True
        return bool(_SIZE_LAST.search(first.word.text)) and self._is_its(last)

    def _is_its(self, thing: Thing) -> bool:
        """Whether a thing mostly describes what a size ends the name of: stepper motor NEMA 23 flange 60,
        cable 2 m. Its bracket or drive is bought for it."""
        if thing.word.value == self.roles.wire:
            return figure_follows(self.text, thing.end)
        return self.lists.describes(_MODEL, thing.word.value)


def is_ferrite(thing: Thing, roles: "FamilyRoles") -> bool:
    """Whether a thing is named by the bare word ferrite, which alone means a bead."""
    return thing.word.value == roles.bead and _FERRITE.fullmatch(thing.word.text) is not None


def is_ordinary(thing: Thing) -> bool:
    """Whether a thing holds nothing, so that in a joined word it only says what the last noun is for."""
    return thing.word.kind in ("other", "shape", "matter")


def is_of_series(phrase: list[Thing], lists: "WordLists") -> bool:
    """Whether what stands behind the number of a model only describes it: brushes, shaft, gear."""
    shafts = lists.of("shaft")
    return all(lists.describes(_MODEL, t.word.value) or t.word.text in shafts for t in phrase)


def made_of_later(phrases: list[list[Thing]], roles: "FamilyRoles") -> list[list[Thing]]:
    """The phrases, that of a material first where the first names but a shape: BALL,GRINDING,YSZ; and what
    is meant where the first says no more than a kind of goods: 电子模块, 无刷电机; actuator, stepper motor."""
    if len(phrases) < 2:
        return phrases
    kinds = {(t.word.kind, t.word.value) for t in phrases[0]}
    if all(kind == "shape" for kind, _ in kinds):
        said = next((p for p in phrases if all(t.word.kind == "stuff" for t in p)), None)
    elif all(kind == "shape" or value == roles.plain_optic for kind, value in kinds):
        said = next((p for p in phrases if all(t.word.value in roles.glasses for t in p)), None)
    elif kinds == {("weak", roles.module)}:
        said = next((p for p in phrases if all(t.word.kind in BEARING_KINDS for t in p)), None)
    elif kinds == {("weak", roles.actuator)}:
        said = next((p for p in phrases if all(t.word.value in roles.motors for t in p)), None)
    else:
        return phrases
    return phrases if said is None else [said, *(p for p in phrases if p is not said)]


def is_magnet(thing: Thing, roles: "FamilyRoles") -> bool:
    """Whether a thing is a magnet of any kind."""
    return thing.word.kind == "family" and thing.word.value in roles.magnets


def is_assembly(thing: Thing, roles: "FamilyRoles") -> bool:
    """Whether a thing is a magnet in a pot, catch or rod, which is named apart from its material."""
    return thing.word.kind == "family" and thing.word.value in roles.assemblies
