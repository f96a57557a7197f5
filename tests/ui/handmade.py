"""The window on the small assessment: nothing below it runs, and every answer is known by heart."""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from unittest.mock import patch

from desktop_app import pipeline
from desktop_app.model.assessment import Assessment, EditionInfo
from desktop_app.model.findings import Reason
from desktop_app.model.inquiry import Inquiry
from desktop_app.model.progress import Report, silent
from desktop_app.model.reading import Reading
from desktop_app.ui import libraries as stood_in
from tests.small_assessment import small_assessment
from tests.small_files import FILES

PATHS = tuple(Path(name) for name in FILES)


def small_reading() -> Reading:
    """The four files of the small assessment, one of them refused."""
    made = small_assessment()
    return Reading(made.files, made.parts)


def steps_of(assessment: Assessment, part_id: int) -> tuple[Reason, ...]:
    """The steps the small assessment was given by hand."""
    licence = assessment.licences[part_id]
    found = [reason for finding in licence.controls for reason in finding.steps]
    return (*found, *licence.reasons)


LIBRARY = SimpleNamespace(edition=SimpleNamespace(notes=(), controls=()))
"""Nothing looks into it but the page of the law, which then shows the status of the day alone."""


class Always:
    """What was recognised serves every question."""

    imported = None

    def serves(self, _reading: Reading, _on: date, _recorded: object = None) -> bool:
        return True


@contextmanager
def handmade_pipeline() -> Iterator[None]:
    """Reading and assessing give the small assessment under whatever question is asked."""

    def read(
        _paths: Sequence[Path],
        _report: Report = silent,
        _passwords: Sequence[str] = (),
        _confirmed: object = None,
        **_on: object,
    ) -> Reading:
        return small_reading()

    def assess(
        reading: Reading,
        inquiry: Inquiry,
        _library: object,
        _report: Report = silent,
        **_known: object,
    ) -> Assessment:
        made = small_assessment()
        return replace(made, inquiry=inquiry, files=reading.files)

    def law(_library: object, _inquiry: Inquiry) -> EditionInfo:
        return small_assessment().edition

    with ExitStack() as patches:
        for name, stand_in in (
            ("read", read), ("assess", assess), ("explain", steps_of),
            ("load_library", lambda *_: LIBRARY), ("recognise", lambda *_, **_known: Always()),
            ("with_scenarios", lambda assessment, *_: assessment),
        ):  # fmt: skip
            patches.enter_context(patch.object(pipeline, name, stand_in))
        patches.enter_context(patch.object(stood_in, "law_on", law))
        yield
