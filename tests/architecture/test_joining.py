"""What a person reads is joined by the catalogue: Latin commas do not belong into Chinese lines."""

import re
from pathlib import Path

ROOMS = Path(__file__).resolve().parents[2] / "desktop_app"
BARE = re.compile(r"""(["'])[,;.] \1\.join\(""")
READ_BACK_OR_SPOKEN = {
    "report/sheets/parts.py": "symbols in cells that are filtered and read by programs",
    "report/settings.py": "a fault of a template, for whoever edits it",
    "ui/listed_lines.py": "a field that is typed into and read again",
    "ui/applications_record.py": "a field that is typed into and read again",
    "ui/keys.py": "keys of a keyboard",
    "ui/rail.py": "heard from a screen reader",
    "ui/table_model.py": "heard from a screen reader",
    "ui/waiting_page.py": "names of files",
}


def test_only_what_nobody_reads_in_a_sentence_is_joined_by_hand() -> None:
    joined = {
        path.relative_to(ROOMS).as_posix()
        for room in ("report", "ui")
        for path in (ROOMS / room).rglob("*.py")
        if BARE.search(path.read_text(encoding="utf-8"))
    }
    assert joined == set(READ_BACK_OR_SPOKEN)
