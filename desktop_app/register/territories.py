"""Countries that form one customs territory: stock inside the buyer's own has left China already."""

from pathlib import Path

from desktop_app.register.strict import RegisterError, read_table

COLUMNS = ("territory", "countries", "source")


def read_territories(path: Path) -> tuple[frozenset[str], ...]:
    """Each territory as the ISO2 codes of its countries; none where the file is missing.

    Raises RegisterError for a code that is no ISO2 code or stands in two territories.
    """
    if not path.exists():
        return ()
    found: list[frozenset[str]] = []
    seen: set[str] = set()
    for line, row in read_table(path, COLUMNS):
        members = row["countries"].split()
        for code in members:
            if len(code) != 2 or not code.isalpha() or not code.isupper():
                raise RegisterError(path, line, f"{code!r} is no country code of two letters")
            if code in seen:
                raise RegisterError(path, line, f"{code} stands in two territories")
            seen.add(code)
        found.append(frozenset(members))
    return tuple(found)
