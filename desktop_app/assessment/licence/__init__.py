"""Licence verdicts: what the register says about a part on a day, and every step of the way."""

from desktop_app.assessment.licence.assess import (
    assess_licences,
    edition_info,
    judge_example,
)

__all__ = ["assess_licences", "edition_info", "judge_example"]
