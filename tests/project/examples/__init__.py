"""A small project of every released schema, named after it.

``python -m tests.project.examples`` writes the one of the newest schema, once, when it is released;
those of older schemas were written by the programs of their time and are never made anew.
"""
