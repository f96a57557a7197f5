"""Licence verdicts, shortage, clock and money of every part."""
