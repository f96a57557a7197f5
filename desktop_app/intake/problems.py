"""The coded reasons for which a file is refused: what happened, what it means, what to do."""

import re
from collections.abc import Callable, Mapping

from desktop_app.intake.refusal import ARCHIVE
from desktop_app.model.findings import Message, Problem, column_letters, msg

_SAVE_AS_XLSX = msg("Open it in Excel, save it as .xlsx, and drop it again.")
_ASK_AGAIN = msg("Ask the sender for the file again.")

_TEXTS: Mapping[str, tuple[Callable[[str], Message], Message]] = {
    "E_NOT_FOUND": (
        lambda f: msg("{file} is not there.", file=f),
        msg("Check the name, or whether the drive is connected."),
    ),
    "E_EMPTY": (
        lambda f: msg("{file} is empty: it holds no bytes.", file=f),
        _ASK_AGAIN,
    ),
    "E_LOCK_FILE": (
        lambda f: msg("{file} is Excel's note that the list is open, not the list.", file=f),
        msg("Drop the file of the same name without ~$ in front."),
    ),
    "E_NOT_SPREADSHEET": (
        lambda f: msg("{file} is no spreadsheet, so nothing was read from it.", file=f),
        msg("Drop an Excel, OpenDocument or CSV file."),
    ),
    "E_UNSUPPORTED": (
        lambda f: msg("{file} is of a kind that Lodestone does not read.", file=f),
        msg("Open it in the program it was made with, save it as .xlsx, and drop that."),
    ),
    "E_OLD_FORMAT": (
        lambda f: msg("{file} was saved by an Excel older than Excel 97.", file=f),
        _SAVE_AS_XLSX,
    ),
    "E_ENCRYPTED": (
        lambda f: msg("{file} is protected with a password, so nothing was read from it.", file=f),
        msg("Open it in Excel, save a copy without password, and drop the copy."),
    ),
    "E_WRONG_PASSWORD": (
        lambda f: msg("{file} is protected with another password than those given.", file=f),
        msg("Ask the sender for the password; capitals and small letters differ."),
    ),
    "E_TRUNCATED": (
        lambda f: msg("{file} ends too early: a part of it is missing.", file=f),
        _ASK_AGAIN,
    ),
    "E_CORRUPT": (
        lambda f: msg("{file} is damaged and could not be read.", file=f),
        msg("Open it in Excel, let Excel repair it, save it as .xlsx, and drop it again."),
    ),
    "E_MISSING_PART": (
        lambda f: msg("{file} lacks a part that every workbook has.", file=f),
        _SAVE_AS_XLSX,
    ),
    "E_XML_DTD": (
        lambda f: msg("{file} holds commands that no list needs; it was refused.", file=f),
        msg("Ask the sender how the file was made, and for a plain copy."),
    ),
    "E_ZIP_BOMB": (
        lambda f: msg("{file} would unpack to an enormous size; it was refused.", file=f),
        msg("Ask the sender how the file was made, and for a plain copy."),
    ),
    "E_DUPLICATE_ENTRY": (
        lambda f: msg("{file} holds one of its parts twice; which one is meant is not clear.", file=f),
        _SAVE_AS_XLSX,
    ),
    "E_TOO_LARGE": (
        lambda f: msg("{file} is larger than Lodestone reads.", file=f),
        msg("Split the list into several files."),
    ),
    "E_CSV": (
        lambda f: msg("{file} is text, but no table could be found in it.", file=f),
        msg("Export it again as .xlsx or as CSV."),
    ),
    "E_TIMEOUT": (
        lambda f: msg("{file} took too long to read and was given up.", file=f),
        _SAVE_AS_XLSX,
    ),
    "E_MEMORY": (
        lambda f: msg("{file} needs more memory than a list of parts should.", file=f),
        msg("Open it in Excel, copy the list into a new workbook, and drop that."),
    ),
    "E_READER_CRASH": (
        lambda f: msg("{file} could not be read: the reader stopped over it.", file=f),
        _SAVE_AS_XLSX,
    ),
    "E_NO_PERMISSION": (
        lambda f: msg("{file} may not be read by you.", file=f),
        msg("Ask its owner for access, or copy it to your own folder."),
    ),
    "E_NETWORK_GONE": (
        lambda f: msg("{file} could no longer be reached while it was read.", file=f),
        msg("Check the network or the drive, copy the file to this computer, and drop it again."),
    ),
    "E_LOCKED_BY": (
        lambda f: msg("{file} is held open by another program.", file=f),
        msg("Close it there, then drop it again."),
    ),
}  # fmt: skip


def _archive(file: str) -> tuple[Message, Message]:
    return (
        msg("{file} is a packed folder, so nothing was read from it.", file=file),
        msg("Unpack it, then drop the lists that are in it."),
    )


_FAR_OFF = re.compile(r"(\d+) rows x (\d+) columns")
"""How a refusal tells that a cell stands far beyond the list."""


def _far_off(file: str, rows: int, columns: int) -> tuple[Message, Message]:
    return (
        msg("{file} has cells as far off as row {row} and column {column}; no list reaches so far.",
            file=file, row=rows, column=column_letters(columns)),
        msg("In Excel, press Ctrl+End, delete the rows and columns beyond the list, save, and drop it again."),
    )  # fmt: skip


def problem(code: str, file: str, why: str = "") -> Problem:
    """The problem of a code for a file name; an unknown code reads as a reader crash. ``why``: the detail
    of the refusal, which is told where it is that lists may lie inside, or that a cell is far off."""
    if why == ARCHIVE:
        return Problem(code, *_archive(file))
    if code == "E_TOO_LARGE" and (far := _FAR_OFF.fullmatch(why)):
        return Problem(code, *_far_off(file, int(far[1]), int(far[2])))
    say, remedy = _TEXTS.get(code, _TEXTS["E_READER_CRASH"])
    return Problem(code, say(file), remedy)
