"""What a part is called where several stand below one another. Knows no Qt."""

from typing import TYPE_CHECKING

from desktop_app.assessment.answer import part_name

if TYPE_CHECKING:
    from desktop_app.model.assessment import Assessment


def numbered_name(assessment: "Assessment", part_id: int) -> str:
    """Number and name: a list may hold a dozen parts that are all called Motor."""
    parts, name = assessment.parts, part_name(assessment, part_id)
    number = parts.value(part_id, "part_number") or parts.value(part_id, "mpn")
    return name if not number or str(number) == name else f"{number}: {name}"
