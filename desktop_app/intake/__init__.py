"""A spreadsheet in, a clean table of parts out."""
