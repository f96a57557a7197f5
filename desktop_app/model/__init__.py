"""The nouns every room shares; imports the standard library, numpy and pandas only."""
