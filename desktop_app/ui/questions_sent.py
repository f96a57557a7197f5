"""Notes in the project on the desk on which day questions were written for whom, to chase them later."""

from collections.abc import Iterable
from contextlib import suppress
from typing import TYPE_CHECKING

from desktop_app.model.findings import CodedError
from desktop_app.model.inquiry import today_in_china

if TYPE_CHECKING:
    from desktop_app.project.file import ProjectFile


def remember_sent(file: "ProjectFile | None", suppliers: Iterable[str]) -> bool:
    """Whether the day was noted: only where there is a project that may be written. What was written
    for the suppliers stands in its folder either way."""
    from desktop_app.project.sent import sent

    records = [sent(supplier, today_in_china()) for supplier in suppliers]
    if file is None or file.is_read_only or not records:
        return False
    with suppress(CodedError):
        file.do(*records)
        return True
    return False
