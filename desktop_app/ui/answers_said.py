"""What suppliers answered about a part beside its facts, in words."""

from collections.abc import Iterator

from desktop_app.language.catalogue import Catalogue
from desktop_app.model.parts import PartTable
from desktop_app.report.mails import short
from desktop_app.report.returns import FIELD_TITLES
from desktop_app.ui.conflict_lines import address_of


def answer_lines(
    parts: PartTable, part_id: int, catalogue: Catalogue
) -> Iterator[tuple[str, str, str]]:
    """Title, words and cell of the answers that are no fact of the part and are kept to be read."""
    for said in parts.answered.get(part_id, ()):
        title = FIELD_TITLES.get(said.answer or "remark")
        if said.use == "kept" or said.field == "":
            words = said.answer if title is None else catalogue.say(title)
            yield words, short(said.typed), address_of(parts, said.place)
