"""How a grade of a magnet may stand in a normalised text."""

from typing import TYPE_CHECKING

from desktop_app.matching.normal import normalise

if TYPE_CHECKING:
    from desktop_app.register.substances import MagnetGrade


def grade_spellings(grade: "MagnetGrade") -> list[str]:
    """A grade joined, split after the letter, before the suffix, or both; "XG 16" is too little,
    and "30 M" are metres."""
    made: list[str] = []
    for text in (grade.grade, *grade.spellings):
        whole = normalise(text)
        made.append(whole)
        inner = whole[1:-1]
        cuts = [
            i
            for i in range(1, len(inner))
            if (inner[i - 1].isalpha() and inner[i].isdigit())
            or (inner[i - 1].isdigit() and inner[i].isalpha())
        ]
        if len(cuts) == 1 and (not grade.needs_context or inner[-1] == "m"):
            continue
        made += [f" {inner[:cut]}  {inner[cut:]} " for cut in cuts]
        if len(cuts) == 2:
            made.append(f" {inner[: cuts[0]]}  {inner[cuts[0] : cuts[1]]}  {inner[cuts[1] :]} ")
    return made
