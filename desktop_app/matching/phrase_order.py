"""What a whole line says of one phrase: which noun leads there, and what a firm or "free" takes back."""

from typing import TYPE_CHECKING

from desktop_app.matching.edges import NEXT
from desktop_app.matching.head_noun import Thing, is_magnet

if TYPE_CHECKING:
    from desktop_app.matching.walk import Walk


def is_led(walk: "Walk", phrase: list[Thing]) -> bool:
    """Whether the head noun of a phrase comes first by a link word of such a language. One that stands
    in another phrase tells of it too where a noun here may be of that language: behind "motor bracket,
    avec câble" the bracket stays a bracket."""
    if any(t.word.noun_first or t.word.either for t in phrase):
        return bool(walk.noun_first)
    first = phrase[0].start
    numbered = enumerate(walk.phrases, start=1)
    return max((n for n, p in numbered if p and p[0].start <= first), default=1) in walk.noun_first


def taken_back(walk: "Walk", place: int) -> list[tuple[str, str]]:
    """Takes back what a line names right before "free" or the word for a firm: (kind, name) of each."""
    taken: list[tuple[str, str]] = []
    if walk.named_at and place - walk.named_at <= NEXT:
        for kind in ("element", "substance"):
            names = walk.gathered.get(kind, [])
            taken += [(kind, name) for name in names[-1:]]
            del names[-1:]
    said, end = walk.hinted
    if said is not None and place - end <= NEXT:
        walk.telling.pop(said.text, None)
        if said.value not in walk.telling.values():
            walk.hints.discard(said.value)
            taken.append(("hint", said.value))
    return taken


def put_back(walk: "Walk") -> None:
    """Puts back what a firm is named after where the line is of such goods: a magnet of the firm, an
    element in its state, or the full name of a substance ("NdFeB brand new magnet")."""
    is_of_it = any(is_magnet(t) for phrase in walk.phrases for t in phrase)
    is_of_it |= "state" in walk.gathered
    for kind, name in walk.of_firm:
        if kind == "hint" and is_of_it:
            walk.hints.add(name)
        elif kind == "substance" or (kind == "element" and is_of_it):
            walk.gathered[kind].append(name)
