"""Where an element comes from: mine, separation, metal and magnet, each stage split by country."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from desktop_app.assessment.shortage_reasons import GROUP_WORDS
from desktop_app.language.catalogue import Catalogue
from desktop_app.model.assessment import Assessment
from desktop_app.model.findings import Message, msg, nmsg
from desktop_app.model.verdict import Ternary
from desktop_app.register.supply import Figures, StageSplit
from desktop_app.report.citations import cited
from desktop_app.report.display import GREY, INK, PALE, RULE, Line, Metrics, Op, Rect, Text
from desktop_app.report.drawings import Drawing, Place
from desktop_app.report.sections.figures import STAGE_WORDS

SIZE, SMALL = 12.0, 11.0
LEFT, BAR, STEP, GAP, HEAD = 190.0, 16.0, 24.0, 16.0, 26.0
CHINA, OTHERS = "#9b1c1c", ("#3d4654", "#5f6368", "#8c9097", "#b9bcc2")
"""China stands out; the others follow one another in greys, the largest darkest."""
ON_DARK = "#ffffff"
LEAST_NAMED = 0.06
"""A share that is less wide than this holds no name; hover and the words of the place say it."""


@dataclass(frozen=True, slots=True)
class Chain:
    """An element in ``parts`` parts (0 where it only may be inside), and who supplies the world at
    each stage a source speaks of."""

    symbol: str
    parts: int
    stages: tuple[tuple[str, StageSplit], ...]


def chains_of(assessment: Assessment, figures: Figures, most: int) -> tuple[Chain, ...]:
    """The elements known to be inside these parts, in the most parts first; those sources know."""
    counted: Counter[str] = Counter()
    sizes = Counter(assessment.matches.of.tolist())
    for code, kind in enumerate(assessment.matches.kinds):
        for element in kind.elements:
            if element.state is Ternary.YES:
                counted[element.symbol] += sizes[code]
        for mineral in set(kind.minerals):
            counted[mineral] += (
                0 if any(e.symbol == mineral for e in kind.elements) else sizes[code]
            )
    ordered = sorted(counted.items(), key=lambda item: (-item[1], item[0]))
    found = (chain_of(symbol, parts, figures) for symbol, parts in ordered if parts)
    return tuple(chain for chain in found if chain is not None)[:most]


def chain_of(symbol: str, parts: int, figures: Figures) -> Chain | None:
    """The supply of one element; None where no source speaks of it."""
    material = figures.materials.get(symbol)
    if material is None:
        return None
    stages = [(s, material.splits[s][0]) for s in figures.stages if material.splits.get(s)]
    return Chain(symbol, parts, tuple(stages)) if stages else None


def chains_drawing(
    chains: Sequence[Chain], catalogue: Catalogue, metrics: Metrics, width: float
) -> Drawing:
    """One block per element: its stages below one another, upstream first."""
    ops: list[Op] = []
    places: list[Place] = []
    y = 4.0
    for chain in chains:
        parts = catalogue.say(nmsg("{n} part", "{n} parts", chain.parts)) if chain.parts else ""
        named = GROUP_WORDS.get(chain.symbol)
        element = chain.symbol if named is None else catalogue.say(named)
        ops.append(Text(0, y + 14, element, SIZE + 2, True, INK))
        after = metrics.width(element, SIZE + 2, True) + 12
        ops.append(Text(after, y + 14, parts, SMALL, colour=GREY))
        ops.append(Line(0, y + HEAD - 5, width, y + HEAD - 5, RULE))
        y += HEAD
        for stage, split in chain.stages:
            words = catalogue.say(STAGE_WORDS.get(stage, Message(stage)))
            lines = metrics.lines(words, LEFT - 12, SMALL)
            ops.append(Text(0, y + BAR - 4, lines[0], SMALL, colour=INK))
            ops += _bar(split, y, width - LEFT, catalogue, metrics)
            said = _said(element, words, split, catalogue)
            places.append(Place(chain.symbol, (0, y - 2, width, BAR + 4), said))
            y += STEP
        y += GAP
    return Drawing(y, tuple(ops), tuple(places), catalogue.say(chains_alt(chains)))


def chains_alt(chains: Sequence[Chain]) -> Message:
    """The whole picture in a line."""
    if len(chains) == 1:
        symbol = chains[0].symbol
        return msg("Where {element} comes from, stage by stage, by country.", element=symbol)
    return nmsg(
        "Where {n} element in these parts comes from, stage by stage, by country.",
        "Where {n} elements in these parts come from, stage by stage, by country.",
        len(chains),
    )


def _ranked(split: StageSplit) -> list[tuple[str, float]]:
    """Countries by their best share, China first wherever it is, the unnamed rest left out."""
    named = [(code, share[1]) for code, share in split.shares if code != "XX" and share[1] > 0]
    return sorted(named, key=lambda item: (item[0] != "CN", -item[1], item[0]))


def _bar(
    split: StageSplit, y: float, wide: float, catalogue: Catalogue, metrics: Metrics
) -> list[Op]:
    """Shares from left to right; what no source names stays pale."""
    ops: list[Op] = [Rect(LEFT, y, wide, BAR, PALE, RULE, 0.5)]
    x, grey, room = LEFT, 0, LEFT + wide
    for code, share in _ranked(split):
        colour = CHINA if code == "CN" else OTHERS[min(grey, len(OTHERS) - 1)]
        grey += code != "CN"
        long = min(share * wide, room - x)
        if long <= 0:
            break
        ops.append(Rect(x, y, long, BAR, colour, ON_DARK, 0.5))
        name = f"{catalogue.country(code)} {catalogue.percent(share)}"
        if share >= LEAST_NAMED:
            fits = next(
                (said for said in (name, code) if metrics.width(said, SMALL) + 8 <= long), None
            )
            if fits is not None and grey < len(OTHERS):
                ops.append(Text(x + 5, y + BAR - 4, fits, SMALL, colour=ON_DARK))
        x += long
    return ops


def _said(element: str, stage: str, split: StageSplit, catalogue: Catalogue) -> str:
    shares = catalogue.listed(
        f"{catalogue.country(code)} {catalogue.percent(share)}" for code, share in _ranked(split)
    )
    return catalogue.text(
        "{element}, {stage}: {shares} ({source}, {year})",
        element=element, stage=stage, shares=shares, source=cited(catalogue, split.source.title), year=split.year,
    )  # fmt: skip
