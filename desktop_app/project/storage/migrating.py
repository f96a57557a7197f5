"""Brings the schema of a project up to date with Alembic, step by step, in one transaction.

Alembic is imported only where a step is taken; it costs a quarter of a second.
"""

from types import ModuleType
from typing import Any

from sqlalchemy import Connection, String, column, inspect, select, table

from desktop_app.project.storage.migrations import (
    m0001_log_and_imports,
    m0002_runs,
    m0003_stock_date,
    m0004_board_places,
    m0005_in_product,
)

STEPS: tuple[ModuleType, ...] = (
    m0001_log_and_imports,
    m0002_runs,
    m0003_stock_date,
    m0004_board_places,
    m0005_in_product,
)


def revision_of(connection: Connection) -> str | None:
    """The schema of a database as Alembic noted it; None where no step was ever taken."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    noted = select(column("version_num", String)).select_from(table("alembic_version"))
    return connection.execute(noted).scalar_one_or_none()


def newest(steps: tuple[ModuleType, ...] = STEPS) -> str:
    """The schema this program writes."""
    return str(steps[-1].revision)


def needs(steps: tuple[ModuleType, ...] = STEPS) -> str:
    """The oldest version of the program that reads the newest schema."""
    return str(steps[-1].needs)


def steps_from(revision: str | None, steps: tuple[ModuleType, ...] = STEPS) -> int | None:
    """How many steps a schema is behind; None where this program does not know it."""
    known: list[str | None] = [None, *(step.revision for step in steps)]
    return len(steps) - known.index(revision) if revision in known else None


def migrate(connection: Connection, steps: tuple[ModuleType, ...] = STEPS) -> None:
    """Takes the steps that are missing. The caller begins and commits the transaction.

    Raises ValueError for a schema this program does not know.
    """
    from alembic.operations import Operations
    from alembic.runtime.migration import MigrationContext, MigrationStep
    from alembic.script import Script
    from alembic.script.revision import RevisionMap

    scripts = [Script(step, step.revision, step.__name__) for step in steps]
    revisions = RevisionMap(lambda: scripts)
    if revisions.heads != (newest(steps),):  # also links the steps to one another
        raise ValueError("the steps do not form one line")

    def missing(heads: Any, _context: object) -> Any:
        behind = steps_from(heads[0] if heads else None, steps)
        if behind is None:
            raise ValueError(f"unknown schema {heads[0]}")
        ahead = scripts[len(scripts) - behind :]
        return [MigrationStep.upgrade_from_script(revisions, script) for script in ahead]

    context = MigrationContext.configure(connection, opts={"fn": missing})
    context.run_migrations(op=Operations(context))
