"""What a project remembers of columns, as intake asks for it when the next file comes."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from desktop_app.project.decisions import ColumnMapping, mapping_for

if TYPE_CHECKING:
    from desktop_app.intake.confirmed import Ask


def remembered_columns(mappings: Sequence[ColumnMapping]) -> "Ask":
    """Told the headings of a list and its supplier, answers what was confirmed of such lists, see
    ``mapping_for``. None where nothing was."""

    def ask(headings: Sequence[str], supplier: str = "", /) -> Mapping[str, str] | None:
        named = [heading.strip() for heading in headings if heading.strip()]
        found = mapping_for(mappings, named, supplier)
        return None if found is None or not found.fields else found.fields

    return ask
