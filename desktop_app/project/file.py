"""An open project: the one thing window and command line hold in their hands.

Every change is one activity, committed before the call returns: there is nothing to save and
nothing to forget. Safe to call from several threads.
"""

import threading
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from functools import reduce
from pathlib import Path
from types import TracebackType

from desktop_app.model.assessment import Assessment
from desktop_app.model.findings import CodedError
from desktop_app.model.reading import Reading, joined, without
from desktop_app.model.sources import SourceFile
from desktop_app.paths import program_version
from desktop_app.project import problems
from desktop_app.project.activity import Activity, Ledger, Step, withdrawing
from desktop_app.project.backups import Backup, Reason, restore, take_backup
from desktop_app.project.kept_bytes import bytes_of
from desktop_app.project.legal_status import LegalStatus, check_look_again
from desktop_app.project.ownership import Holder, Ownership
from desktop_app.project.project import Project, project_of
from desktop_app.project.records import Record, Removed, SourceAdded, SourceRemoved
from desktop_app.project.snapshot import pack_assessment, unpack_assessment
from desktop_app.project.storage.runs import Run, fingerprint
from desktop_app.project.storage.sqlite_file import engine_for, fold_in, guarded
from desktop_app.project.storage.store import BehindError, Import, Store
from desktop_app.project.working_copy import Prepared


class ProjectFile:
    """An open project. Made by ``opening.open_project`` and ``opening.create_project``.

    ``is_read_only``: somebody else may write, or the place cannot be written to. ``recovered``: who
    had it open when the program last ended without closing it; everything acknowledged is there.
    ``working_copy``: set where the file lies on a network drive or in a synchronised folder; then
    ``database`` is a copy on this computer. ``set_aside``: where work of a crashed session was put
    that somebody else's changes had overtaken. ``wanted``: backups that stay while it is open.
    """

    def __init__(
        self,
        path: Path,
        store: Store,
        author: str,
        *,
        ledger: Ledger | None = None,
        ownership: Ownership | None = None,
        recovered: Holder | None = None,
        prepared: Prepared | None = None,
        home: Path | None = None,
    ) -> None:
        self.path, self.author, self.home = path, author, home
        self.working_copy = None if prepared is None else prepared.copy
        self.set_aside = None if prepared is None else prepared.set_aside
        self.database = path if prepared is None else prepared.copy.path
        self.is_read_only = ownership is None
        self.recovered = recovered
        self._store, self._ownership = store, ownership
        self._lock = threading.RLock()
        self._readings: dict[int, Reading] = {}
        self.wanted: set[Path] = set()
        with guarded(path):
            self.ledger = ledger or self._read_ledger()
        self._opened_at = self._published_at = len(self.ledger)
        if prepared is not None and prepared.goes_on:
            self._published_at = -1  # what a crash left in the copy is not on the drive yet
        self._is_closed = False
        self._project: tuple[int, Project] | None = None

    def __enter__(self) -> "ProjectFile":
        """The project itself; it is closed at the end of the block."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        """Closes the project."""
        self.close()

    # --- what it holds -----------------------------------------------------------------------

    @property
    def project(self) -> Project:
        """Everything recorded that stands now."""
        with self._lock:
            if self._project is None or self._project[0] != len(self.ledger):
                self._project = (len(self.ledger), project_of(self.ledger.standing()))
            return self._project[1]

    def without(self, numbers: Collection[int]) -> Project:
        """What would stand after these activities were withdrawn."""
        with self._lock:
            if not numbers:
                return self.project
            then = self._numbered(withdrawing(numbers))
            return project_of(Ledger([*self.ledger, *then]).standing())

    def reading(self, of: Project | None = None) -> Reading | None:
        """The files on the desk as imported, without corrections; None where there are none.
        ``of``: as for ``sources``.

        Raises CodedError E_CORRUPT where a stored file is not whole.
        """
        with self._lock:
            found = [self._source(number) for number in (of or self.project).sources]
        while len(found) > 1:  # in pairs, so that many files are not copied over and over
            pairs = [found[at : at + 2] for at in range(0, len(found), 2)]
            found = [reduce(joined, pair) for pair in pairs]
        return found[0] if found else None

    def original(self, sha256: str) -> bytes | None:
        """The bytes of an imported file; None where it was too large to be kept."""
        with self._lock, guarded(self.path), self._wholeness():
            return self._store.read_content(sha256)

    # --- what can be done --------------------------------------------------------------------

    def do(
        self,
        *records: Record,
        imports: Sequence[Import] = (),
        withdrawn: Collection[int] = (),
    ) -> Activity:
        """Records something as one activity. Raises CodedError, or ValueError for a legal status
        that would stand too long; then nothing was changed. ``imports``, ``withdrawn``: see
        ``change``."""
        for record in records:
            if isinstance(record, LegalStatus):
                check_look_again(record)
        gone = sum(isinstance(record, Removed | SourceRemoved) for record in records)
        if gone > 1:
            self.back_up("before-removal")
        return self._append(*withdrawing(withdrawn), ("do", records, None), imports=imports)

    def undo(self) -> Activity | None:
        """Withdraws the last activity that stands; None where there is nothing to undo."""
        with self._lock:
            last = self.ledger.to_undo
            return None if last is None else self._append(("undo", (), last.number))

    def redo(self) -> Activity | None:
        """Brings back what was undone last; None where there is nothing to redo."""
        with self._lock:
            last = self.ledger.to_redo
            return None if last is None else self._append(("redo", (), last.number))

    def revert(self, *numbers: int) -> Activity | None:
        """Withdraws activities out of the list, all or none; None where one does not stand."""
        with self._lock:
            if not all(map(self.ledger.can_revert, numbers)):
                return None
            return self._append(*withdrawing(numbers))

    def add_files(self, reading: Reading, *, keep_bytes: bool = True) -> Activity:
        """Takes files in as one activity. A file whose path is on the desk is a newer version.

        With ``keep_bytes`` the bytes of files that still are what was read are kept as well, up to
        the limit of resources/project/rules.yaml.
        """
        return self.change(added=reading, keep_bytes=keep_bytes)

    def change(
        self,
        *records: Record,
        added: Reading | None = None,
        removed: Collection[str] = (),
        replaced: Mapping[str, str] | None = None,
        withdrawn: Collection[int] = (),
        keep_bytes: bool = True,
    ) -> Activity:
        """Files taken in and off and records, all as one activity. Raises as ``do`` does.

        ``replaced``: path of a file that is added to that of the older version it takes the place
        of; a file whose path is on the desk is a newer version anyway. ``withdrawn``: activities
        that are withdrawn before it, with it or not at all; the rest is said of what then stands.
        """
        files = () if added is None else added.files
        data = [bytes_of(file) if keep_bytes else None for file in files]
        with self._lock:
            stands = self.without(withdrawn)
            on_desk = {file.path: number for number, file in self.sources(stands)}
            with guarded(self.path):
                first = self._store.next_source() if files else 0
            imports: list[Import] = []
            said: list[Record] = [*self._gone(removed, stands)]
            for at, file in enumerate(files):
                others = {other.path for other in files} - {file.path}
                alone = added if added is None or not others else without(added, others)
                if alone is None:
                    continue
                imports.append(Import(first + at, alone, data[at]))
                known = on_desk.get((replaced or {}).get(file.path, file.path))
                name = Path(file.path).name
                said.append(SourceAdded(first + at, name, len(alone.parts), known))
            entry = self.do(*said, *records, imports=imports, withdrawn=withdrawn)
            self._readings.update({brought.number: brought.reading for brought in imports})
            return entry

    def sources(self, of: Project | None = None) -> tuple[tuple[int, SourceFile], ...]:
        """Number and file of each source on the desk; ``of``: as it stood or would stand at another
        moment. Raises CodedError E_CORRUPT."""
        with self._lock:
            return tuple((n, self._source(n).files[0]) for n in (of or self.project).sources)

    def _gone(self, paths: Collection[str], of: Project) -> list[SourceRemoved]:
        if not paths:
            return []
        return [SourceRemoved(n, Path(f.path).name) for n, f in self.sources(of) if f.path in paths]

    def catch_up(self) -> bool:
        """Reads what somebody else has appended, or all anew where they went back to a backup;
        whether there was anything."""
        with self._lock, guarded(self.path), self._wholeness():
            last = [self.ledger[len(self.ledger)]] if len(self.ledger) else []
            found = self._store.read_log(len(self.ledger) - len(last))
            if found[: len(last)] != last:
                self._read_anew()
                return True
            for entry in found[len(last) :]:
                self.ledger.append(entry)
        return len(found) > len(last)

    # --- history -----------------------------------------------------------------------------

    def runs(self) -> tuple[Run, ...]:
        """Kept assessments, oldest first."""
        with self._lock, guarded(self.path), self._wholeness():
            return tuple(self._store.runs())

    def keep_run(self, assessment: Assessment, title: str = "") -> Run:
        """Keeps an assessment as it is; the last run where the result is the same. Raises
        CodedError."""
        self._require_right()
        pieces = pack_assessment(assessment)
        made = Run(
            number=0,
            at=datetime.now(UTC).replace(microsecond=0),
            author=self.author,
            title=title,
            activity=len(self.ledger),
            edition=assessment.edition.edition,
            program=program_version(),
            inquiry=assessment.inquiry,
            totals=assessment.totals,
            sha256=fingerprint(pieces),
        )
        with self._lock, guarded(self.path):
            return self._store.keep_run(made, pieces)

    def reopen(self, run: Run) -> Assessment:
        """A kept assessment as it was. Raises CodedError E_CORRUPT where it is not whole."""
        with guarded(self.path), self._wholeness():
            with self._lock:  # no other file may take its place meanwhile
                pieces = self._store.read_pieces(run.number)
            return unpack_assessment(pieces)

    # --- safety ------------------------------------------------------------------------------

    def back_up(self, reason: Reason = "wish") -> Backup:
        """Takes a backup of the project as it stands. Raises CodedError."""
        with self._lock:
            return take_backup(self.path, self._store.engine, reason, self.home, self.wanted)

    def restore(self, backup: Backup) -> None:
        """Goes back to a backup; the present state is backed up before. Raises CodedError."""
        self._require_right()
        with self._lock:
            self.wanted.add(backup.path)
            self.back_up("before-restore")
            fold_in(self._store.engine, closing=True)
            self._store.close()
            try:
                with problems.coded(self.path):
                    restore(self.database, backup)
            finally:
                self._store = Store(engine_for(self.database))
            with guarded(self.path):
                self._store.bring_up_to_date()
                self._read_anew()

    def settle(self) -> None:
        """Folds the log of the last actions into the file, for whoever copies it while open."""
        if not self.is_read_only:
            with self._lock, guarded(self.path):
                fold_in(self._store.engine)

    def publish(self) -> Path:
        """Writes a working copy back to its drive and says where to; see WorkingCopy.publish.

        Raises CodedError. Does nothing where the project is worked on in place.
        """
        if self.working_copy is None or len(self.ledger) == self._published_at:
            return self.path
        with self._lock:
            target = self.working_copy.publish(self._store.engine)
            self._published_at = len(self.ledger)
            return target

    def close(self, *, backs_up: bool = True) -> None:
        """Backs up what this session changed, leaves one single file and lets others write.

        ``backs_up``: False for a file that is about to be taken away.
        What cannot be done now is left for the next opening; nothing acknowledged depends on it.
        Raises CodedError only where a working copy could not be written back to its drive: it then
        stays on this computer and is gone on with at the next opening.
        """
        with self._lock:
            if self._ownership is None or self._is_closed:
                self._store.close()
                return
            self._is_closed = True
            with suppress(CodedError):
                if backs_up and len(self.ledger) > self._opened_at:
                    self.back_up("closing")
            try:
                self.publish()
                is_published = True
            except CodedError:
                is_published = False
                raise
            finally:
                with suppress(CodedError), guarded(self.path):
                    fold_in(self._store.engine, closing=True)
                self._store.close()
                if self.working_copy is not None and is_published:
                    self.working_copy.give_up()
                self._ownership.give_up()

    # --- inside ------------------------------------------------------------------------------

    def _append(self, *steps: Step, imports: Sequence[Import] = ()) -> Activity:
        """The entries of some steps, in one transaction; the last of them."""
        self._require_right()
        with self._lock:
            while True:
                entries = self._numbered(steps)
                self.ledger.check(*entries)
                try:
                    with guarded(self.path):
                        self._store.append(*entries, imports=imports)
                except BehindError:
                    if not self.catch_up():
                        raise problems.damaged(self.path) from None
                else:
                    for entry in entries:
                        self.ledger.append(entry)
                    return entries[-1]

    def _numbered(self, steps: Iterable[Step]) -> list[Activity]:
        now = datetime.now(UTC).replace(microsecond=0)
        return [
            Activity(number, now, self.author, *step)
            for number, step in enumerate(steps, len(self.ledger) + 1)
        ]

    def _require_right(self) -> None:
        if self.is_read_only:
            raise problems.read_only(self.path)

    def _source(self, number: int) -> Reading:
        if number not in self._readings:
            with guarded(self.path), self._wholeness():
                self._readings[number] = self._store.read_source(number)
        return self._readings[number]

    def _read_ledger(self) -> Ledger:
        with self._wholeness():
            return Ledger(self._store.read_log())

    def _read_anew(self) -> None:
        """Another history lies in the file now."""
        self.ledger = self._read_ledger()
        self._readings.clear()
        self._project = None

    @contextmanager
    def _wholeness(self) -> Iterator[None]:
        """Turns what this program never wrote into a coded error about the project."""
        try:
            yield
        except (ValueError, KeyError, TypeError) as wrong:
            raise problems.damaged(self.path) from wrong
