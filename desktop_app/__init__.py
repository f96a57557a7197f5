"""Lodestone: which bought parts need a Chinese export licence, and which line stops first."""
