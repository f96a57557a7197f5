"""Where shipped files and those of the user live, and how the names of the program's own files end.

Shipped files: in the wheel, in the checkout, or beside the frozen program.
"""

import sys
from pathlib import Path

PROJECT_SUFFIX, PACKED_SUFFIX = ".lodestone", ".lodestone-packed"
"""A project, and one with its files in it, to be carried to another computer."""
REGISTER_SUFFIX = ".lodestone-register"
"""A newer edition of the law."""
SCENARIO_SUFFIXES = (".yaml", ".yml")
"""A law scenario of the user's own."""
_PACKAGE = Path(__file__).resolve().parent


def shipped(*parts: str) -> Path:
    """Path of a shipped file or folder, such as ``shipped("resources", "fonts")``.

    Looked for in the wheel's ``_shipped`` folder, then the checkout, then the frozen folder.
    Raises FileNotFoundError naming the file when none of the three has it.
    """
    roots = [_PACKAGE / "_shipped", _PACKAGE.parent, Path(getattr(sys, "_MEIPASS", _PACKAGE))]
    for root in roots:
        candidate = root.joinpath(*parts)
        if candidate.exists():
            return candidate
    raise FileNotFoundError(
        f"Lodestone is not complete: {'/'.join(parts)} is missing. Install it again."
    )


def data_home() -> Path:
    """Where the user's own data lie: ``LODESTONE_HOME``, else the user's data folder. It need not
    exist."""
    import os

    import platformdirs

    chosen = os.environ.get("LODESTONE_HOME")
    return Path(chosen) if chosen else platformdirs.user_data_path("Lodestone", appauthor=False)


def cache_home() -> Path:
    """Where lies what can be made anew at any time: in ``LODESTONE_HOME``, else the user's cache. It
    need not exist."""
    import os

    import platformdirs

    if chosen := os.environ.get("LODESTONE_HOME"):
        return Path(chosen) / "cache"
    return platformdirs.user_cache_path("Lodestone", appauthor=False)


def stand_somewhere() -> None:
    """Where the folder that the program was started in was taken away (a stick, a share, an emptied
    folder), the user's home takes its place: libraries ask where they are, and fail."""
    import os
    from contextlib import suppress

    try:
        Path.cwd()
    except OSError:
        with suppress(OSError):
            os.chdir(Path.home())


def program_version() -> str:
    """The version written in ``pyproject.toml``, or in the installed package's metadata."""
    pyproject = _PACKAGE.parent / "pyproject.toml"
    if pyproject.exists():
        import tomllib

        project = tomllib.loads(pyproject.read_text(encoding="utf-8"))["project"]
        return str(project["version"])
    from importlib import metadata  # brings a mail library with it

    return metadata.version("lodestone")
