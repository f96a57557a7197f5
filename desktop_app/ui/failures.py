"""Why work failed, in plain words; what a library said stays in the details."""

from typing import NamedTuple

from desktop_app.model.findings import CodedError, Problem, msg


class Failure(NamedTuple):
    """Why work failed, in plain words; ``details`` for whoever is asked for help."""

    problem: Problem
    details: str = ""


def failure_of(failure: BaseException) -> Failure:
    """Plain words for anything that can go wrong; the library's own words stay in the details."""
    if isinstance(failure, CodedError):
        return Failure(failure.problem)
    import traceback

    from desktop_app.register.strict import RegisterError

    if isinstance(failure, RegisterError):
        return Failure(
            Problem(
                "E_CORRUPT",
                msg("A file of law or scenario cannot be read: {why}", why=failure.said),
                msg("Nothing was changed. Ask whoever gave you the file for a new one."),
            )
        )

    return Failure(
        Problem(
            "E_UNEXPECTED",
            msg("Something unexpected went wrong. Your files were not changed."),
            msg("Try again. If it happens again, copy the details and send them to us."),
        ),
        "".join(traceback.format_exception(failure)),
    )
