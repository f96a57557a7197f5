"""``python -m tests.benchmarks.matching [ROWS]``: what recognising parts costs beside plain pandas.

CPU seconds, the best of five runs. The list is made: every fourth text is a new one, put together
from the labelled lines in eight languages and a size. The baseline is what a reader could do today:
300 words searched with pandas ``str.contains``, which tells far less. Issue 3 asks for 1 s for
100,000 rows with 25,000 different texts, and for 50 times the speed of the baseline.

Two things are measured beside it, and neither is the other. The **exact stage** finds in each different
description all spellings of all languages, as the matching does it: the different texts of the column,
their normal forms, the search. **All of matching** goes on from there to misspelled words, head nouns,
grades, figures, other columns and a reasoned outcome for each part.
"""

import sys
import time
from collections.abc import Callable

import numpy as np
import pandas as pd

from desktop_app.matching.alike_groups import groups_alike
from desktop_app.matching.kinds import texts as texts_of
from desktop_app.matching.lexicon import Lexicon, Word, lexicon_of
from desktop_app.matching.match import match_parts
from desktop_app.matching.normal import normalise
from desktop_app.model.collecting import without_collecting
from desktop_app.model.parts import PartTable, part_frame
from tests.matching.harness.lines import all_lines
from tests.matching.parts import shipped_knowledge

RUNS = 5
REPEATS = 4
WORDS = 300
SHARE_OF_BASELINE = 10
"""The baseline searches each word alike, so one word in ten is measured."""


def texts(distinct: int) -> list[str]:
    """Different texts: the labelled lines, each with a size or a number."""
    rng = np.random.default_rng(1)
    lines = [line.text for line in all_lines()]
    found: dict[str, None] = {}
    while len(found) < distinct:
        line, kind, first, second = rng.integers((0, 0, 2, 2), (len(lines), 3, 90, 900)).tolist()
        tail = (f"{first}x{second} mm", f"{first}{second}", f"rev {first} {second}")
        found[f"{lines[line]} {tail[kind]}"] = None
    return list(found)


def part_list(rows: int, *, numbered: bool) -> PartTable:
    """Rows whose texts repeat, in no order; with part numbers there are twice as many texts."""
    named = texts(rows // REPEATS)
    places = np.random.default_rng(2).permutation(np.arange(rows) % len(named)).tolist()
    columns = {"description": [named[place] for place in places]}
    if numbered:
        columns["mpn"] = [f"A{place:06d}-{place % 7}" for place in places]
    return PartTable(part_frame(columns, rows))


def seconds(work: Callable[[], object]) -> float:
    """The least CPU seconds of several runs; as in the program, nothing is collected meanwhile."""
    spent = []
    for _ in range(RUNS):
        with without_collecting():
            start = time.process_time()
            work()
            spent.append(time.process_time() - start)
    return min(spent)


Found = list[tuple[int, tuple[int, Word]]]


def found_in(texts: tuple[str, ...], scan: Lexicon) -> list[Found]:
    """(end, (length, word)) of every spelling in each text. Texts that differ only in figures of
    which no word is made are searched once, as ``TextReader`` does it."""
    found: list[Found] = [[]] * len(texts)
    for group in groups_alike(texts, scan):
        words = scan.iter_long(group.text)
        for place in group.places:
            found[place] = words
    return found


def exact_stage(parts: PartTable, scan: Lexicon) -> list[Found]:
    """What is found in each different description of a list that nothing is known of yet."""
    return found_in(texts_of(PartTable(parts.frame), "description").kinds, scan)


def main(arguments: list[str]) -> int:
    """Measures and prints; judges nothing."""
    rows = int(arguments[0]) if arguments else 100_000
    knowledge = shipped_knowledge()
    scan = lexicon_of(knowledge)
    parts = part_list(rows, numbered=False)
    start = time.process_time()
    match_parts(parts, knowledge)
    first = time.process_time() - start
    found = exact_stage(parts, scan)
    kinds = texts_of(parts, "description").kinds
    for text, of_it in zip(kinds, found, strict=True):
        assert of_it == scan.iter_long(normalise(text))
    exact = seconds(lambda: exact_stage(parts, scan))
    whole = seconds(lambda: match_parts(PartTable(parts.frame), knowledge))
    column = pd.Series(parts.frame["description"].tolist())
    words = sorted({term.text for term in knowledge.terms if term.text.isalpha()})
    searched = words[:: max(1, len(words) // WORDS)][:WORDS]
    measured = searched[::SHARE_OF_BASELINE]

    def search() -> None:
        for word in measured:
            column.str.contains(word, case=False, regex=True)

    theirs = seconds(search) * len(searched) / len(measured)
    parts = part_list(rows, numbered=True)
    numbered = seconds(lambda: match_parts(PartTable(parts.frame), knowledge))
    spellings = len(scan.words)
    sys.stdout.write(
        f"{rows} rows, {rows // REPEATS} different texts, CPU seconds\n"
        f"{len(searched)} x str.contains          {theirs:7.2f}\n"
        f"exact stage: {spellings} spellings searched  {exact:7.2f} = {theirs / exact:.0f} x faster\n"
        f"all of matching               {whole:7.2f} = {theirs / whole:.0f} x faster\n"
        f"all of it, first time in a process  {first:7.2f}\n"
        f"all of it, with part numbers  {numbered:7.2f}\n"
    )
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
