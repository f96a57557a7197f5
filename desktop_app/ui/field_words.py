"""The facts of a part in the words of a purchaser, as reports say them too."""

from desktop_app.model.field_words import COLUMN_FIELDS, FIELD_WORDS

__all__ = ["COLUMN_FIELDS", "FIELD_WORDS"]
