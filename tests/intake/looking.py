"""Short ways to ask a reading for what the tests are about."""

from typing import Any

from desktop_app.model.reading import Reading
from desktop_app.model.sources import TableFound


def facts(reading: Reading, name: str) -> list[Any]:
    """One fact of every part, None where missing."""
    return [reading.parts.value(part, name) for part in range(len(reading.parts))]


def rows(reading: Reading) -> list[int]:
    return [int(row) for row in reading.parts.frame["row"]]


def only_table(reading: Reading) -> TableFound:
    tables = [t for f in reading.files for s in f.sheets for t in s.tables]
    assert len(tables) == 1
    return tables[0]


def fields(reading: Reading) -> dict[str, str | None]:
    """Heading to field of the only table."""
    return {column.header: column.field for column in only_table(reading).columns}


def codes(reading: Reading) -> list[str]:
    return [issue.code for file in reading.files for issue in file.issues]


def problem_code(reading: Reading) -> str | None:
    problem = reading.files[0].problem
    return problem.code if problem else None
