"""What a project remembers of columns, as intake asks for it when the next file comes."""

from collections.abc import Callable, Mapping, Sequence

from desktop_app.project.decisions import ColumnMapping, mapping_for


def remembered_columns(
    mappings: Sequence[ColumnMapping], supplier: str = ""
) -> Callable[[Sequence[str]], Mapping[str, str] | None]:
    """Told the headings of a list, answers what was confirmed of lists with these headings: of the
    supplier named, else of any. None where nothing was."""

    def ask(headings: Sequence[str]) -> Mapping[str, str] | None:
        named = [heading.strip() for heading in headings if heading.strip()]
        found = mapping_for(mappings, named, supplier)
        return None if found is None or not found.fields else found.fields

    return ask
