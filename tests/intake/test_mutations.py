"""Damaged files of every kind give a table or a coded problem; the reader and the program live on.

100 a run; more by LODESTONE_MUTATIONS=20000. ``python -m tests.intake.battery`` notes large ones.
"""

import os
import random
from collections import Counter
from pathlib import Path

from desktop_app.intake.headings import heading_book
from desktop_app.intake.problems import problem
from desktop_app.intake.refusal import Refused
from desktop_app.intake.sandbox import Reader
from desktop_app.intake.understanding import gather, understand
from desktop_app.model.findings import msg
from desktop_app.model.progress import silent
from tests.workbooks.seeds import damaged, make_seeds

AMOUNT = int(os.environ.get("LODESTONE_MUTATIONS", "100"))
UNKNOWN = "E_READER_CRASH"
"""A crash of a library is contained, but it is no outcome to be content with: few of them."""
MOST_CRASHES = 0.01


def test_damage_gives_a_table_or_a_coded_problem(tmp_path: Path) -> None:
    outcomes = run(tmp_path, AMOUNT, seed=20_261_125)
    assert sum(outcomes.values()) == AMOUNT
    assert outcomes[UNKNOWN] <= max(1, MOST_CRASHES * AMOUNT), outcomes
    assert outcomes["E_TIMEOUT"] == 0


def test_every_seed_is_whole(tmp_path: Path) -> None:
    with Reader() as reader:
        for kind, content in make_seeds(tmp_path).items():
            path = tmp_path / "whole"
            path.write_bytes(content)
            assert read(path, reader) == "read", kind


def run(folder: Path, amount: int, seed: int) -> "Counter[str]":
    """What became of so many damaged files: ``read``, ``no_table`` or the code of the refusal."""
    chance, outcomes = random.Random(seed), Counter[str]()  # noqa: S311 - a repeatable battery
    seeds = list(make_seeds(folder).values())
    path = folder / "damaged.xlsx"
    with Reader() as reader:
        for number in range(amount):
            path.write_bytes(damaged(seeds[number % len(seeds)], chance))
            outcomes[read(path, reader)] += 1
    return outcomes


def read(path: Path, reader: Reader) -> str:
    try:
        content = reader.read(path, msg("Reading"), silent)
    except Refused as refused:
        return problem(refused.code, path.name).code
    reading = gather([understand(path, "", content, heading_book())])
    for sheet in reading.files[0].sheets:
        for table in sheet.tables:
            rows = table.rows
            kinds = rows.parts + rows.duplicates + rows.totals + rows.blank + rows.rejected
            assert rows.read == kinds + rows.other
    return reading.files[0].outcome
