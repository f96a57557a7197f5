"""A part bought from several suppliers is judged per source and takes its worst one.

Several sources are no conflict, and nothing is averaged away: where they differ, each is said.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np

from desktop_app.assessment.licence.facts import CHINA, Case, Place
from desktop_app.assessment.licence.judging import Judge
from desktop_app.model.findings import Message, Reason, msg
from desktop_app.model.licence import Licence, SourceVerdict
from desktop_app.model.parts import Source
from desktop_app.model.spread import Spread
from desktop_app.model.words import VERDICT_WORDS, WAITS_WORDS


def judge_sources(
    licences: Spread[Licence],
    cases: Spread[Case],
    sources: Mapping[int, Sequence[Source]],
    judge: Judge,
) -> Spread[Licence]:
    """The licences with those of parts of several sources replaced by their worst source's."""
    several = {part: named for part, named in sources.items() if len(named) > 1}
    if not several:
        return licences
    kinds, of = list(licences.kinds), licences.of.copy()
    seen: dict[tuple[int, tuple[object, ...]], int] = {}
    for part_id, named in several.items():
        # Prices and places in a list, in which all differ, decide nothing.
        key = (int(cases.of[part_id]), tuple(map(_telling, named)))
        if key not in seen:
            seen[key] = len(kinds)
            kinds.append(_worst(cases[part_id], named, judge))
        of[part_id] = seen[key]
    return Spread(tuple(kinds), of.astype(np.int32))


def _telling(source: Source) -> tuple[object, ...]:
    """What ``_worst`` asks of a source."""
    return source.supplier, source.country_of_origin, source.leaves_china, source.ships_from


def case_of_source(case: Case, source: Source) -> Case:
    """The part as this supplier delivers it; what the source does not say, the part's row does."""
    ships_from = source.ships_from if source.ships_from and ";" not in source.ships_from else None
    if (source.country_of_origin, source.leaves_china, ships_from) == (None, None, None):
        return case
    country = source.country_of_origin or case.place.country
    if country is not None and (len(country) != 2 or not country.isalpha()):
        country = None
    china = case.place.china
    if country is not None:
        china = (1.0, 1.0, 1.0) if country == CHINA else (0.0, 0.0, 0.0)
    place = Place(country, source.leaves_china, ships_from=ships_from, china=china)
    return case._replace(place=place)


def _worst(case: Case, sources: Sequence[Source], judge: Judge) -> Licence:
    judged = [(source, judge.decide(case_of_source(case, source))) for source in sources]
    _, worst = min(judged, key=lambda pair: pair[1].seriousness)
    told = tuple(
        SourceVerdict(source.supplier, licence.verdict, licence.waits_on)
        for source, licence in judged
    )
    if len({(each.verdict, each.waits_on) for each in told}) == 1:
        return replace(worst, by_source=told)
    said = tuple(Reason("origin", _words(each)) for each in told)
    return replace(worst, by_source=told, reasons=(*worst.reasons, *said))


def _words(told: SourceVerdict) -> Message:
    word = VERDICT_WORDS[told.verdict] if told.waits_on is None else WAITS_WORDS[told.waits_on]
    return msg(
        "From {supplier}: {verdict}.",
        supplier=told.supplier or msg("a supplier without a name"),
        verdict=word,
    )
