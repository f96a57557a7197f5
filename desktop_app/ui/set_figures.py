"""The figures that are judgement as lines to be read and set: words, numbers, what they rest on."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from desktop_app.language.catalogue import Catalogue
from desktop_app.model.findings import Message
from desktop_app.report.citations import cited

if TYPE_CHECKING:
    from desktop_app.project.recorded import Recorded
    from desktop_app.register.supply import Assumption, Figures

PER_HUNDRED = 100
_GROUPED = re.compile(r"[1-9]\d{0,2}(?:[.,]\d{3})+")


@dataclass(frozen=True, slots=True)
class FigureLine:
    """One figure. ``values``: as shown, one or (low, best, high); ``shipped`` the same as shipped.

    ``unit`` stands behind the numbers; ``source``: who set it, empty where it is as shipped.
    """

    name: str
    words: str
    note: str
    unit: str
    values: tuple[str, ...]
    shipped: tuple[str, ...]
    rests_on: str
    source: str
    is_share: bool


def figure_lines(
    figures: "Figures", recorded: "Recorded | None", catalogue: Catalogue
) -> tuple[FigureLine, ...]:
    """Every figure a user may set, in the order in which a reader questions them."""
    from desktop_app.report.sections.figures import ASSUMPTION_WORDS

    made = {j.name: j for j in recorded.judgements} if recorded is not None else {}
    lines = []
    for name, words in ASSUMPTION_WORDS.items():
        assumption = figures.assumptions.get(name)
        if assumption is None:
            continue
        own = made.get(name)
        is_own = own is not None and figures.allows(name, own.numbers)
        shipped = _shown(assumption.value, assumption, catalogue)
        lines.append(
            FigureLine(
                name, catalogue.say(words), catalogue.say(Message(assumption.note)),
                _unit(assumption, catalogue),
                _shown(own.numbers, assumption, catalogue) if own and is_own else shipped,
                shipped,
                _rests_on(assumption, catalogue), own.source if own and is_own else "",
                _is_share(assumption),
            )
        )  # fmt: skip
    return tuple(lines)


def numbers_of(line: FigureLine, typed: Sequence[str], figures: "Figures") -> tuple[float, ...]:
    """The numbers that were typed. Raises ValueError where the figure cannot be set to them.

    "25,000" may mean a thousandfold of what "25,0" means, by language: it is asked for again.
    """
    if any(_GROUPED.fullmatch(text.strip()) for text in typed):
        raise ValueError(f"{line.name}: a number with or without thousands, {typed}")
    read = [float(text.replace("%", "").replace(",", ".").strip()) for text in typed]
    numbers = tuple(number / PER_HUNDRED if line.is_share else number for number in read)
    if not figures.allows(line.name, numbers):
        raise ValueError(f"{line.name} cannot be {numbers}")
    return numbers


def with_judgements(
    recorded: "Recorded | None", changes: Mapping[str, tuple[float, ...] | None], source: str
) -> "Recorded | None":
    """What is recorded with other figures; None takes one back to what is shipped.

    None where nothing is recorded any more.
    """
    from desktop_app.project.decisions import Judgement
    from desktop_app.project.recorded import Recorded

    before = recorded or Recorded()
    kept = tuple(made for made in before.judgements if made.name not in changes)
    fresh = tuple(
        Judgement(name, numbers if len(numbers) > 1 else numbers[0], source)
        for name, numbers in changes.items()
        if numbers is not None
    )
    made = replace(before, judgements=(*kept, *fresh))
    return None if made == Recorded() else made


def _is_share(assumption: "Assumption") -> bool:
    return assumption.unit.startswith("share")


def _shown(
    numbers: Sequence[float], assumption: "Assumption", catalogue: Catalogue
) -> tuple[str, ...]:
    scale = PER_HUNDRED if _is_share(assumption) else 1
    point = catalogue.number(0.5)[1]
    return tuple(f"{round(number * scale, 6):.10g}".replace(".", point) for number in numbers)


def _unit(assumption: "Assumption", catalogue: Catalogue) -> str:
    if _is_share(assumption):
        return "%"
    return catalogue.say(Message(assumption.unit))


def _rests_on(assumption: "Assumption", catalogue: Catalogue) -> str:
    titles = [cited(catalogue, source.title) for source in assumption.sources]
    if assumption.judgement:
        titles.append(catalogue.text("our judgement"))
    return catalogue.grouped(titles)
