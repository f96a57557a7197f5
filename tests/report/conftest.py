"""Tests in this process share what is loaded; see ``one_library``."""

from tests.one_library import one_library

__all__ = ["one_library"]
