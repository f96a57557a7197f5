"""Whether a scenario that somebody wrote or was sent costs next to nothing to read: small, no deeper than
one ever is, and without aliases, a few of which make a hundred million entries out of a hundred bytes."""

from pathlib import Path
from typing import Any

import yaml

from desktop_app.model.findings import msg
from desktop_app.register.strict import RegisterError, no_yaml

MOST_BYTES, DEEPEST = 1 << 20, 16
"""Far above any scenario (the shipped ones have 2 kB and five levels); our own judgement."""
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def keep_file_plain(path: Path) -> None:
    """As ``keep_it_plain``, of a file; what cannot be opened or is no UTF-8 is told by whoever reads it."""
    if path.stat().st_size > MOST_BYTES:
        raise RegisterError(path, None, msg("it is larger than any scenario"))
    keep_it_plain(path, path.read_text(encoding="utf-8", errors="replace"))


def keep_it_plain(path: Path, text: str) -> None:
    """Raises RegisterError for a text that is too large, too deep, has aliases or is no YAML.

    ``path``: what the error calls it.
    """
    if len(text.encode("utf-8", "surrogatepass")) > MOST_BYTES:
        raise RegisterError(path, None, msg("it is larger than any scenario"))
    depth = 0
    try:
        for event in yaml.parse(text, Loader=_LOADER):
            if isinstance(event, yaml.AliasEvent):
                raise RegisterError(
                    path, _line(event), msg("aliases (*) are not read; write it out")
                )
            if isinstance(event, yaml.CollectionStartEvent):
                depth += 1
            elif isinstance(event, yaml.CollectionEndEvent):
                depth -= 1
            if depth > DEEPEST:
                raise RegisterError(
                    path, _line(event), msg("it is nested deeper than any scenario")
                )
    except yaml.YAMLError as problem:
        mark = getattr(problem, "problem_mark", None)
        raise RegisterError(path, mark.line + 1 if mark else None, no_yaml(problem)) from problem


def _line(event: Any) -> int:
    return int(event.start_mark.line) + 1
