"""How far the title of a list is looked for above it."""

HIGHEST_TITLE = 40
WIDEST_TITLE = 30
LONGEST_NAME = 120
LONGEST_LINE = 200
"""Characters of a line of a title."""
