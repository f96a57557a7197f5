"""The law and the reference knowledge, loaded strictly and dated."""
