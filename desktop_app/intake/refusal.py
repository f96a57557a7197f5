"""Why the reader child refuses a file. Standard library only: the child starts with it."""

ARCHIVE = "archive"
"""The detail of a refusal that says more than its code: lists may lie inside."""


class Refused(Exception):  # noqa: N818 - what happened to the file
    """``code`` is one of the E_ codes; ``detail`` is for the log, never for the user."""

    def __init__(self, code: str, detail: str = "") -> None:
        super().__init__(f"{code} {detail}")
        self.code, self.detail = code, detail
