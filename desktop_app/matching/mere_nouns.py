"""Nouns of a phrase that name no thing of their own: the plug of a fan, the axis of a robot, the device that a
battery is for. What is left may name the line.
"""

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop_app.matching.head_noun import Thing
    from desktop_app.matching.lexicon import Word
    from desktop_app.register.family_roles import FamilyRoles
    from desktop_app.register.word_lists import WordLists

_BARE = ("weak", "shape", "matter")
_DIGIT = re.compile(r"\d")
_TWO = 2


def without_plug(things: "list[Thing]", roles: "FamilyRoles") -> "list[Thing]":
    """The things without a type of connector at the front, as a USB-C fan is a fan, and without the bare
    word for one behind a connector that holds magnets: pogo magnetic connector."""
    while len(things) > 1 and things[0].word.value == roles.plug_type:
        things = things[1:]
    is_said_again = (
        len(things) > 1
        and things[-1].word.value in roles.plugs
        and things[-2].word.value in roles.magnetic_plugs
    )
    return things[:-1] if is_said_again else things


def is_platform(word: "Word", lists: "WordLists") -> bool:
    """Whether a word names a board that other things are sold for."""
    return word.text.casefold() in lists.of("platform")


def without_platform(things: "list[Thing]", lists: "WordLists") -> "list[Thing]":
    """The things without the board that others are sold for, on either side of what may bear: an "Arduino servo"
    is a servo, and a "speaker Raspberry Pi" a speaker. A board that does something stays: a controller."""
    others = [t for t in things if not is_platform(t.word, lists)]
    return others if any(t.word.kind == "family" for t in others) else things


def without_fuel(things: "list[Thing]", lists: "WordLists") -> "list[Thing]":
    """The things without the fuel of the engine that one which may bear is for, on either side of it: a
    "Vorförderpumpe Diesel" is a pump."""
    others = [t for t in things if t.word.text not in lists.of("fuel")]
    return others if any(t.word.kind == "family" for t in others) else things


def without_said_again(things: "list[Thing]") -> "list[Thing]":
    """The things without a bare noun at the front that the compound behind it says again: "Schalter
    Magnetschalter"."""
    if len(things) < _TWO:
        return things
    first, behind = (t.word for t in things[:2])
    noun, compound = first.text.casefold(), behind.text.casefold().split()[0]
    is_again = first.kind == "other" and compound != noun and compound.endswith(noun)
    return things[1:] if is_again and behind.kind == "family" else things


def without_syllable(things: "list[Thing]", text: str, roles: "FamilyRoles") -> "list[Thing]":
    """The things without a noun of one character or a shaft at the front that runs on into the next, as
    the axis of a six-axis robot, or into a word that is not known, as the oil (油) in 柴油车: in Chinese
    and Japanese the head stands last."""
    first = things[0]
    runs_on = len(things) > 1 and (
        things[1].start <= first.end + 1 or text[first.end + 1 : first.end + 2].isalpha()
    )
    is_short = len(first.word.text) == 1 or first.word.value == roles.feature
    alone = first.word.kind == "other" and is_short and not first.word.text.isascii()
    return things[1:] if runs_on and alone else things


def without_plain_machine(things: "list[Thing]", roles: "FamilyRoles") -> "list[Thing]":
    """The things without a bare word for a machine or a shape beside a machine named by what it
    does."""
    named = [t for t in things if t.word.value in roles.plants]
    return [t for t in things if t.word.kind not in _BARE] if named else things


def without_medium(things: "list[Thing]", roles: "FamilyRoles") -> "list[Thing]":
    """The things without a laser that is named by its crystal alone (Ho:YAG), beside that crystal."""
    if not any(t.word.value in roles.crystals for t in things):
        return things
    return [
        t for t in things if t.word.value not in roles.lasers or "laser" in t.word.text.casefold()
    ]


def without_powered(things: "list[Thing]", text: str, roles: "FamilyRoles") -> "list[Thing]":
    """A battery without the phone or computer it is for, in whichever order: "laptop battery", "batteria
    smartphone". These all have one, while a vehicle or a vacuum cleaner is named by it. Behind a figure
    it is that of the device: a notebook 15" with so many watt-hours."""
    batteries = [t for t in things if t.word.value.split("-")[0] == roles.battery]
    devices = [t for t in things if t.word.value in roles.own_battery]
    if not batteries or not devices or len(batteries) + len(devices) < len(things):
        return things
    is_apart = _DIGIT.search(text, things[0].end, things[-1].start)
    return things if is_apart else batteries
