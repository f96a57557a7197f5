"""Tests of projects: nothing is lost, everything can be undone."""
