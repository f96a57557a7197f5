"""A scenario that a user hands over as a file: looked at whole before anybody asks under it.

Its text may come from anywhere, also out of somebody else's project: it is small, no deeper than a
scenario ever is, and repeats nothing by aliases, so that reading it costs next to nothing.
"""

import re
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from desktop_app.model.findings import CodedError, Message, Problem, msg
from desktop_app.register.handed_over import handed_over
from desktop_app.register.plain_yaml import MOST_BYTES, keep_it_plain
from desktop_app.register.scenario import SAME_NAME, Scenario, read_scenario
from desktop_app.register.strict import RegisterError

NAME = re.compile(r"[^\W_](?:[^\x00-\x1f\x7f<>:\"/\\|?*{}]{0,78}[^\x00-\x20\x7f<>:\"/\\|?*{}.])?")
"""What every system takes as the name of a file, and no place among folders."""


@contextmanager
def laid_out(name: str, text: str) -> Iterator[Path]:
    """The text as a file of that name while it is being read. Raises RegisterError for a text or a
    name that is no scenario's, before anything is made of it."""
    said = Path(f"{name[:80]}.yaml")
    if not NAME.fullmatch(name):
        raise RegisterError(said, None, msg("its name holds what no file may be called; rename it"))
    keep_it_plain(said, text)
    with TemporaryDirectory(prefix="lodestone-") as folder:
        path = Path(folder) / f"{name}.yaml"
        try:
            path.write_text(text, encoding="utf-8")
        except (OSError, ValueError) as failure:
            raise RegisterError(
                said, None, msg("it cannot be written here under its name")
            ) from failure
        yield path


def own_scenario(name: str, text: str) -> Scenario:
    """What a text says beside the law. Raises RegisterError."""
    with laid_out(name, text) as path:
        return read_scenario(path)


def take_scenario(path: Path, shipped: Collection[str]) -> tuple[str, str]:
    """Name and text of a file that the law of today can be asked under. Raises CodedError.

    ``shipped``: names of the scenarios that came with the program; no other may be called so.
    """
    from desktop_app.register.edition import load_edition

    name, text = path.stem, _text_of(path)
    if name in shipped:
        raise _refused("E_UNSUPPORTED", SAME_NAME, path)
    try:
        with laid_out(name, text) as laid:
            read_scenario(laid)
            load_edition(laid)
    except RegisterError as fault:
        raise _refused("E_UNSUPPORTED", fault_of(fault), path) from fault
    return name, text


def fault_of(fault: RegisterError) -> Message | str:
    """What is wrong, with the line where one is known."""
    what = fault.what
    return what if fault.line is None else msg("line {line}: {what}", line=fault.line, what=what)


def _text_of(path: Path) -> str:
    data = handed_over(
        path, MOST_BYTES, msg("it is larger than any scenario"), partial(_refused, path=path)
    )
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as failure:
        raise _refused("E_UNSUPPORTED", msg("it is no text in UTF-8"), path) from failure


def _refused(code: str, why: Message | str, path: Path) -> CodedError:
    return CodedError(
        Problem(
            code,
            msg("{file} was not used as a law scenario: {why}.", file=path.name, why=why),
            msg("Nothing was changed. Ask whoever gave you the file for a new one."),
        )
    )
