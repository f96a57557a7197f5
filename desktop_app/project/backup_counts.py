"""What a backup holds, read from its log alone, so that a user can tell one from another."""

from dataclasses import dataclass

from desktop_app.project.activity import Ledger
from desktop_app.project.backups import Backup
from desktop_app.project.project import project_of
from desktop_app.project.records import Asked, SourceAdded, SourceRemoved
from desktop_app.project.storage.sqlite_file import engine_for, guarded
from desktop_app.project.storage.store import Store


@dataclass(frozen=True, slots=True)
class Counts:
    """``files`` on the desk and their ``parts``; ``records``: what else was said and stands."""

    files: int
    parts: int
    records: int


def counts_of(backup: Backup) -> Counts:
    """Raises CodedError where the backup cannot be read."""
    engine = engine_for(backup.path, read_only=True)
    try:
        with guarded(backup.path):
            standing = list(Ledger(Store(engine).read_log()).standing())
    finally:
        engine.dispose()
    on_desk = set(project_of(standing).sources)
    parts = sum(
        record.parts
        for record in standing
        if isinstance(record, SourceAdded) and record.source in on_desk
    )
    aside = (SourceAdded, SourceRemoved, Asked)
    return Counts(len(on_desk), parts, sum(not isinstance(r, aside) for r in standing))
