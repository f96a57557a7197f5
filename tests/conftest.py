"""What holds for all tests."""

from hypothesis import settings

# A property says what is true, not how quickly: on a machine that does something else as well, one
# example may take longer than hypothesis allows by itself. Speed is measured in ``benchmarks``.
settings.register_profile("any machine", deadline=None)
settings.load_profile("any machine")
