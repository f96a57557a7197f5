"""What only describes the thing before it, said by how it is written: "リニアモータ 可動コイル形" is a motor whose
coil moves, "钕铁硼磁铁 螺丝式" a magnet to be screwed on, "伺服电机 法兰尺寸80" a motor by the size of its flange.
What holds nothing and is named so is not the thing itself.
"""

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from desktop_app.matching.edges import figure_follows, tokens_of
from desktop_app.matching.normal import normalise

if TYPE_CHECKING:
    from desktop_app.register.word_lists import WordLists

_BEARING = ("family", "stuff", "tail")
_PLAIN = ("other", "shape", "weak", "matter")
_FIRST_SIGN = 0x2E80
"""From here scripts write words without gaps."""
_ELECTRIC = re.compile(r" \d+(?:[.,]\d+)? {0,2}(?:v|vdc|vac|w|kw|rpm|ohm|ω) ")
_WATTS = re.compile(r" \d+(?:[.,]\d+)? {0,2}(?:w|kw|hp) ")
_VOLTS = re.compile(r" \d+(?:[.,]\d+)? {0,2}(?:v|vdc) ")
_CALLED = re.compile(r"[a-z\d.,+/ ]+")
_KATAKANA = re.compile("[ァ-ヺ]")


@lru_cache(maxsize=4)
def _suffixes(lists: "WordLists", name: str) -> tuple[str, ...]:
    return tuple(sorted(normalise(term).strip() for term in lists.of(name)))


def without_types(text: str, found: list[Any], lists: "WordLists", raw: str = "") -> list[Any]:
    """The found words, (end, (length, word)) each, without those that only name the type or an attribute
    of a bearing thing. What itself bears stays: a hook of magnet type has one. ``raw``: as written."""
    if text.isascii() or not any(word.kind in _BEARING for _, (_, word) in found):
        return found
    begins = {end - length + 1 for end, (length, _) in found}
    behind = {end + 1 for end, _ in found}
    return [
        one
        for place, one in enumerate(found)
        if not (place and raw and _is_of_motor(text, found, place, lists, raw))
        if not (place and raw and _is_build(text, found, place, lists, raw))
        if one[1][1].kind not in _PLAIN
        or not (
            _is_type(text, one[0] + 1, _suffixes(lists, "type-behind"), begins)
            or _is_inside_katakana(text, one, begins, behind)
            or (place and raw and _is_attribute(text, found, place, lists, raw))
        )
    ]


def _is_type(text: str, at: int, suffixes: tuple[str, ...], begins: set[int]) -> bool:
    """Whether a word for a type stands at a place, and ends its compound or has another thing behind it."""
    suffix = next((s for s in suffixes if text.startswith(s, at)), None)
    if suffix is None or at in begins:
        return False
    behind = at + len(suffix)
    return behind >= len(text) or ord(text[behind]) < _FIRST_SIGN or behind in begins


def _is_inside_katakana(text: str, one: Any, begins: set[int], behind: set[int]) -> bool:
    """Whether a word is but the middle of an unknown one in katakana, as the tray in ストレート.
    ``begins``: where a found word does; ``behind``: the places right behind one."""
    end, (length, _) = one
    start = end - length + 1
    inside = all(_KATAKANA.match(text, at) for at in (start - 1, start, end, end + 1))
    return inside and start not in behind and end + 1 not in begins


def _is_of_motor(text: str, found: list[Any], place: int, lists: "WordLists", raw: str) -> bool:
    """Whether an encoder, a shaft or a gear behind a motor and a blank is the motor's own, as a figure behind
    it tells which it has none of: the watts of "伺服电机 编码器 750W", the volts of "电机 减速箱 12V"."""
    end, (_, word) = found[place]
    if word.text.isascii():
        return False
    if word.value in lists.roles.without_watts:
        figure = _WATTS
    elif word.value == lists.roles.gear or word.text in lists.of("shaft"):
        figure = _ELECTRIC if word.text in lists.of("shaft") else _VOLTS
    else:
        return False
    motors = any(
        w.kind == "family" and w.value in lists.roles.motors for _, (_, w) in found[:place]
    )
    return motors and figure.search(text, end) is not None and _is_apart(text, found, place, raw)


def _is_build(text: str, found: list[Any], place: int, lists: "WordLists", raw: str) -> bool:
    """Whether a part behind a motor or pump and a blank says of which build that is, and no word follows:
    with a lead screw ("步进电机 丝杆 T8"), a membrane, Hall sensors."""
    end, (_, word) = found[place]
    before = found[place - 1][1][1]
    roles = lists.roles
    runs = before.kind == "family" and before.value in roles.motors | roles.running
    if not runs or word.text not in lists.of("own-part"):
        return False
    behind = text[end + 1 :].strip()
    return not (behind and ord(behind[0]) >= _FIRST_SIGN) and _is_apart(text, found, place, raw)


def _is_apart(text: str, found: list[Any], place: int, raw: str, behind: str = "") -> bool:
    """Whether a found word, written in one with what is ``behind`` it, stands behind a blank of the text
    as written that parts it from the bearing thing before it."""
    end, (length, _) = found[place]
    name = text[end - length + 1 : end + 1].strip() + behind
    bearing = [
        text[last - size + 1 : last + 1].strip()
        for last, (size, word) in found[:place]
        if word.kind in _BEARING
    ]
    return bool(bearing) and any(
        name in token and bearing[-1] not in token for token in tokens_of(raw)[1:]
    )


def _is_attribute(text: str, found: list[Any], place: int, lists: "WordLists", raw: str) -> bool:
    """Whether a word behind a bearing thing and a blank says no more than how that is made: what the
    attribute right behind it is of (外壳材质), an interface by its kind (USB接口), leads by their
    length, a housing by its material where a figure tells that the thing runs by electricity."""
    end, (length, word) = found[place]
    start = end - length + 1
    if not _is_apart(text, found, place, raw):
        return False
    suffixes = _suffixes(lists, "attribute-behind")
    if any(
        text.startswith(suffix, end + 1) and _is_apart(text, found, place, raw, suffix)
        for suffix in suffixes
    ):
        return True
    if word.text in lists.of("interface"):
        name = text[start : end + 1].strip()
        return any(
            _CALLED.fullmatch(token.strip().removesuffix(name))
            for token in tokens_of(raw)[1:]
            if name in token
        )
    if word.text in lists.of("own-lead"):
        return figure_follows(text, end)
    if word.text not in lists.of("own-housing") or not _ELECTRIC.search(text, end):
        return False
    before, (_, material) = found[place - 1]
    return material.kind in ("matter", "stuff") and len(text[before + 1 : start].strip()) <= 1
